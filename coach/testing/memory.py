"""Jalon's memory without a database.

It has the meaning of the real one and is held to the same contract tests: one transaction at a time, gone
without `commit()`, `Stale` where a version was overtaken, nothing of one workspace seen from another.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from types import TracebackType
from typing import Any, Self

from coach import ports
from coach.outgoing import Outgoing
from coach.testing.outbox import Key, Line, MemoryOutbox, MemoryQueue, Render
from coach.testing.own_metrics import MemoryOwnMetrics
from coach.testing.records import MemoryRecords
from coach.testing.repositories import (
    MemoryCheckIns,
    MemoryDrafts,
    MemoryGoals,
    MemoryInbox,
    MemoryLeaves,
    MemoryMeasurements,
    MemoryPeople,
    MemoryPosts,
    MemorySchedules,
    State,
)


def dedupe_key_as_text(outgoing: Outgoing) -> dict[str, Any]:
    """A payload that shows which message it is, for tests that render nothing."""
    return {"text": outgoing.dedupe_key}


class Memory:
    """What `storage.Storage` is, in memory: units of work, the outbox's queue, the call that wakes."""

    def __init__(self, render: Render = dedupe_key_as_text) -> None:
        self._render = render
        self._lock = threading.Lock()
        self._writer: int | None = None
        self._state = State()
        self._callbacks: list[Callable[[], None]] = []
        self.queue: ports.OutboxQueue = MemoryQueue(self._lines)
        """The outbox, for the deliverer."""

    @property
    def outgoing(self) -> list[Outgoing]:
        """All that was committed to be said, in order."""
        return [line.outgoing for line in self._state.outbox.values()]

    def open_uow(self, *, background: bool = False) -> ports.UnitOfWork:
        """A new unit of work. It waits for the one under way in another thread."""
        del background  # nobody is in a hurry here
        return MemoryUnitOfWork(self._turn(), self._read, self._commit, self._render)

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Call `callback` after each commit that put something in line."""
        self._callbacks.append(callback)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self._writer == threading.get_ident():
            raise RuntimeError("a unit of work inside another would wait for itself")
        with self._lock:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    @contextmanager
    def _lines(self) -> Iterator[dict[Key, Line]]:
        with self._turn():
            yield self._state.outbox

    def _read(self) -> State:
        return self._state.snapshot()

    def _commit(self, state: State) -> None:
        said = len(state.outbox) > len(self._state.outbox)
        self._state = state
        if said:
            for callback in self._callbacks:
                callback()


class MemoryUnitOfWork:
    """`coach.ports.UnitOfWork` over dictionaries."""

    people: ports.People
    leaves: ports.Leaves
    drafts: ports.Drafts
    goals: ports.Goals
    measurements: ports.Measurements
    check_ins: ports.CheckIns
    schedules: ports.Schedules
    records: ports.Records
    posts: ports.Posts
    own_metrics: ports.OwnMetrics
    inbox: ports.Inbox
    outbox: ports.Outbox

    def __init__(
        self,
        turn: AbstractContextManager[None],
        read: Callable[[], State],
        write: Callable[[State], None],
        render: Render,
    ) -> None:
        self._turn = turn
        self._read = read
        self._write = write
        self._render = render
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Wait for the turn, and begin.

        Raises:
            RuntimeError: this thread is in a unit of work already.
        """
        self._held.enter_context(self._turn)
        self._begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget whatever was not committed."""
        self._held.close()

    def commit(self) -> None:
        """Make it last."""
        self._write(self._state)
        self._begin()

    def _begin(self) -> None:
        self._state = self._read()
        self.people = MemoryPeople(self._state)
        self.leaves = MemoryLeaves(self._state)
        self.drafts = MemoryDrafts(self._state)
        self.goals = MemoryGoals(self._state)
        self.measurements = MemoryMeasurements(self._state)
        self.check_ins = MemoryCheckIns(self._state)
        self.schedules = MemorySchedules(self._state)
        self.records = MemoryRecords(self._state)
        self.posts = MemoryPosts(self._state)
        self.own_metrics = MemoryOwnMetrics(self._state)
        self.inbox = MemoryInbox(self._state)
        self.outbox = MemoryOutbox(self._state.outbox, self._render)
