"""One transaction, with the repositories that work in it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from coach import ports
from storage.check_ins import SqlCheckIns
from storage.drafts import SqlDrafts
from storage.inbox import SqlInbox
from storage.outbox import Render, SqlOutbox
from storage.own_metrics import SqlOwnMetrics
from storage.posts import SqlPosts
from storage.recall import Recall
from storage.records import SqlRecords
from storage.repositories import SqlGoals, SqlLeaves, SqlMeasurements, SqlPeople
from storage.schedules import SqlSchedules
from storage.writing import Later


class SqlUnitOfWork:
    """`coach.ports.UnitOfWork` over SQL: it begins at `with`, and without `commit()` it was never there."""

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
        engine: Engine,
        turn: AbstractContextManager[None],
        render: Render,
        wake: Callable[[], None],
    ) -> None:
        self._engine = engine
        self._turn = turn
        self._render = render
        self._wake = wake
        self._held = ExitStack()
        self._connection: Connection

    def __enter__(self) -> Self:
        """Wait for the turn to write, and begin.

        Raises:
            storage.errors.DatabaseUnavailable: the database cannot be written to.
            RuntimeError: this thread is in a unit of work already.
        """
        with ExitStack() as held:
            held.enter_context(self._turn)
            self._connection = held.enter_context(self._engine.connect())
            self._connection.begin()
            self._held = held.pop_all()
        recall = self._recall = Recall()
        later = self._later = Later(self._connection)
        self.people = SqlPeople(self._connection, recall, later)
        self.leaves = SqlLeaves(self._connection, recall)
        self.drafts = SqlDrafts(self._connection, recall)
        self.goals = SqlGoals(self._connection, recall)
        self.measurements = SqlMeasurements(self._connection, recall)
        self.check_ins = SqlCheckIns(self._connection, recall, later)
        self.schedules = SqlSchedules(self._connection, recall, later)
        self.records = SqlRecords(self._connection, recall, later)
        self.posts = SqlPosts(self._connection)
        self.own_metrics = SqlOwnMetrics(self._connection)
        self.inbox = SqlInbox(self._connection)
        self.outbox = self._outbox = SqlOutbox(self._connection, self._render, later)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back whatever was not committed, and pass the turn on."""
        self._held.close()

    def commit(self) -> None:
        """Make it last, and wake the deliverer where something is to be said.

        Raises:
            storage.errors.DatabaseUnavailable: the database could not keep it; nothing has changed.
        """
        self._later.write()
        self._connection.commit()
        self._recall.forget()
        if self._outbox.added:
            self._outbox.added = False
            self._wake()
