"""What is done of one goal that is due in `bench.tick`, by a pass and by each of APScheduler's jobs."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.container import RandomIds, render
from coach.following import Schedule
from coach.language.reading import Language
from coach.messages.home import YouAreWelcome
from coach.outgoing import Lane, Outgoing
from coach.ports import UnitOfWork
from coach.speech import Line, Speech
from coach.usecases.following import BATCH, nudge_due
from storage import Storage, open_storage

AT = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
DONE = threading.Event()
_state: dict[str, Any] = {}
_lock = threading.Lock()


def line_up(uow: UnitOfWork, workspace: str, user: str, key: str) -> None:
    """The work that both ways share where the scheduling alone is compared: one short message in line."""
    uow.outbox.add(
        Outgoing(
            workspace=workspace,
            to=user,
            language=Language.FR,
            speech=Speech((Line(YouAreWelcome()),)),
            dedupe_key=key,
            lane=Lane.NUDGE,
            at=AT,
        )
    )


def pass_over(storage: Storage) -> None:
    """Claim what is due batch by batch, line up a message each, and set when each is due next."""
    claimed: list[Schedule] = []
    while not claimed or len(claimed) == BATCH:
        with storage.open_uow(background=True) as uow:
            claimed = list(uow.schedules.claim(AT, BATCH))
            for workspace in {one.workspace for one in claimed}:
                uow.outbox.expect(workspace, [one.id for one in claimed if one.workspace == workspace])
            for one in claimed:
                line_up(uow, one.workspace, one.user or "", one.id)
                uow.schedules.put(one.model_copy(update={"due_at": AT + WEEK}))
            uow.commit()
        if not claimed:
            return


def open_on(url: str, jobs: int) -> None:
    """Open the database; `DONE` is set after so many jobs."""
    _state.update(storage=open_storage(url, render), left=jobs)


def deal() -> None:
    """Ask one owner for their figure, as the product does."""
    _in_a_transaction(lambda uow: nudge_due(uow, RandomIds(), AT, 1))


def deal_plainly(number: int) -> None:
    """Line up one message; when the job is due next, APScheduler keeps."""
    _in_a_transaction(lambda uow: line_up(uow, "T1", f"U{number:07}", f"job:{number}"))


def _in_a_transaction(work: Callable[[UnitOfWork], object]) -> None:
    storage: Storage = _state["storage"]
    with storage.open_uow(background=True) as uow:
        work(uow)
        uow.commit()
    with _lock:
        _state["left"] -= 1
        if _state["left"] == 0:
            DONE.set()
