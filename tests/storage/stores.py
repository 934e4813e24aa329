"""What the tests of this folder open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from coach.outgoing import Outgoing
from coach.ports import OutboxQueue, UnitOfWork
from storage import Storage, open_storage


class Store(Protocol):
    """What `Storage` and `Memory` have in common."""

    queue: OutboxQueue

    def open_uow(self, *, background: bool = False) -> UnitOfWork: ...
    def on_commit(self, callback: Callable[[], None]) -> None: ...


def render(outgoing: Outgoing) -> dict[str, Any]:
    kept = f" as {outgoing.was['text']}" if outgoing.was is not None else ""
    return {"text": f"« {outgoing.dedupe_key} »{kept}", "blocks": []}


@dataclass
class Database:
    """A database that can be opened more than once."""

    url: str
    opened: list[Storage]

    def open(self, patience: timedelta = timedelta(seconds=5)) -> Storage:
        storage = open_storage(self.url, render, patience=patience)
        self.opened.append(storage)
        return storage

    def close(self) -> None:
        for storage in self.opened:
            storage.close()
        self.opened.clear()
