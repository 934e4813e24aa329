"""The open database, as the container hands it on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select
from sqlalchemy import func as sql

from coach import ports
from coach.following import Schedule
from storage import engine as engines
from storage import migrate, tables, tidying
from storage.errors import DatabaseUnavailable, Reason
from storage.outbox import Render, SqlQueue
from storage.repositories import SqlSchedules
from storage.turns import FreeTurns, WriteTurns
from storage.uow import SqlUnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be known of the database (`jalon doctor`)."""

    url: str
    """Without its password."""
    revision: str | None
    """The migration that it stands at."""
    head: str
    """The migration that this version of Jalon wants."""
    writable: bool
    counts: dict[str, int]
    """Rows of `people`, `drafts`, `goals`, `measurements`, `check_ins`, `schedules` and `posts`."""
    outbox: dict[str, int]
    """Messages by state."""
    troubles: Sequence[Schedule]
    """Schedules that could not be dealt with when last tried, those given up first."""


class Storage:
    """An open database: units of work, the outbox's queue, and the call that wakes the deliverer."""

    def __init__(self, engine: Engine, render: Render) -> None:
        self._engine = engine
        self._readers = engine.execution_options(**engines.READS)
        self._render = render
        self._turns = WriteTurns() if engine.dialect.name == "sqlite" else FreeTurns()
        self._callbacks: list[Callable[[], None]] = []
        self.queue: ports.OutboxQueue = SqlQueue(self._write, self._readers.begin)
        """The outbox, for the deliverer."""

    def open_uow(self, *, background: bool = False) -> ports.UnitOfWork:
        """A new unit of work. On SQLite it waits for its turn to write, `background` ones (ticks) last."""
        return SqlUnitOfWork(self._engine, self._turns.turn(background=background), self._render, self._wake)

    def is_wanted(self) -> bool:
        """Whether somebody who is not in the background waits for the turn to write (SQLite)."""
        return self._turns.is_wanted()

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Call `callback` after each commit that put something in line; it is quick and never raises."""
        self._callbacks.append(callback)

    def check(self) -> Facts:
        """What is to be known of the database.

        Raises:
            DatabaseUnavailable: it does not answer.
        """
        with self._readers.begin() as connection:
            counts = {
                table.name: connection.execute(select(sql.count()).select_from(table)).scalar_one()
                for table in (
                    tables.people,
                    tables.drafts,
                    tables.goals,
                    tables.measurements,
                    tables.check_ins,
                    tables.schedules,
                    tables.posts,
                )
            }
            revision = migrate.revision_of(connection)
            troubles = SqlSchedules(connection).in_trouble()
        return Facts(
            url=self._engine.url.render_as_string(hide_password=True),
            revision=revision,
            head=migrate.head(),
            writable=self._is_writable(),
            counts=counts,
            outbox=self.queue.counts(),
            troubles=troubles,
        )

    def tidy(self, now: datetime) -> int:
        """Forget events seen more than a week ago, and messages over for a month; how many rows."""
        return tidying.tidy(self._write_last, self._readers.begin, now)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _is_writable(self) -> bool:
        """Whether a write is taken (it is rolled back)."""
        try:
            with self.open_uow(background=True) as work:
                work.schedules.remove_goal("", "")
        except DatabaseUnavailable as error:
            if error.reason is Reason.READ_ONLY:
                return False
            raise
        return True

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A short transaction of the deliverer's, which people wait for."""
        with self._turns.turn(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write_last(self) -> Iterator[Connection]:
        """A short transaction that lets people go first."""
        with self._turns.turn(background=True), self._engine.begin() as connection:
            yield connection

    def _wake(self) -> None:
        for callback in self._callbacks:
            callback()


def open_storage(url: str, render: Render, *, patience: timedelta = engines.PATIENCE) -> Storage:
    """Open a database that `storage.migrate.upgrade` has brought up to date.

    Args:
        url: SQLAlchemy's URL (`sqlite:///jalon.db`, `postgresql://user@host/jalon`).
        render: makes what Slack is sent of a message, when it is put in line.
        patience: how long to wait for another process that writes (SQLite).

    Raises:
        DatabaseUnavailable: it is locked, missing, or of another version of Jalon.
    """
    engine = engines.create(url, patience=patience)
    try:
        with engine.execution_options(**engines.READS).begin() as connection:
            migrate.require_head(migrate.revision_of(connection))
    except BaseException:
        engine.dispose()
        raise
    return Storage(engine, render)
