"""What each of APScheduler's jobs does in `bench.tick`: one goal, in a transaction of its own."""

import threading
from datetime import UTC, datetime
from typing import Any

from bot.container import RandomIds, render
from coach.usecases.following import nudge_due
from storage import Storage, open_storage

AT = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
DONE = threading.Event()
_state: dict[str, Any] = {}
_lock = threading.Lock()


def open_on(url: str, jobs: int) -> None:
    """Open the database; `DONE` is set after so many jobs."""
    _state.update(storage=open_storage(url, render), left=jobs)


def deal() -> None:
    """Ask one owner for their figure."""
    storage: Storage = _state["storage"]
    with storage.open_uow(background=True) as uow:
        nudge_due(uow, RandomIds(), AT, 1)
        uow.commit()
    with _lock:
        _state["left"] -= 1
        if _state["left"] == 0:
            DONE.set()
