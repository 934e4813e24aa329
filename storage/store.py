"""The open database, as the container hands it on."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine

from coach import ports
from coach.installation import KeptInstallations
from storage import engine as engines
from storage import migrate, tables, tidying, writing
from storage.errors import DatabaseUnavailable, Reason
from storage.facts import LOOK, Facts, gather
from storage.installations import SqlInstallations
from storage.outbox import Render, SqlQueue
from storage.turns import FreeTurns, WriteTurns
from storage.uow import SqlUnitOfWork


class Storage:
    """An open database: units of work, the outbox's queue, and the call that wakes the deliverer."""

    def __init__(self, engine: Engine, render: Render) -> None:
        self._engine = engine
        self._render = render
        self._turns = WriteTurns() if engine.dialect.name == "sqlite" else FreeTurns()
        self._callbacks: list[Callable[[], None]] = []
        self.queue: ports.OutboxQueue = SqlQueue(self._write, self._read)
        """The outbox, for the deliverer."""
        self.installations: KeptInstallations = SqlInstallations(self._write, self._read)
        """Where Jalon is installed."""

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
        url = self._engine.url.render_as_string(hide_password=True)
        outbox, writable = self.queue.counts(), self._is_writable()
        with self._read() as connection:
            return gather(connection, url=url, writable=writable, outbox=outbox)

    def note_look(self, now: datetime) -> None:
        """What is due was looked at."""
        with self._write_last() as connection:
            writing.put(connection, tables.heartbeats, {"part": LOOK, "at": now})

    def tidy(self, now: datetime) -> int:
        """Forget events seen more than a week ago, and messages over for a month; how many rows."""
        return tidying.tidy(self._write_last, self._read, now)

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

    def _read(self) -> AbstractContextManager[Connection]:
        """A short transaction that only reads."""
        return engines.reading(self._engine)

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
        with engines.reading(engine) as connection:
            migrate.require_head(migrate.revision_of(connection))
    except BaseException:
        engine.dispose()
        raise
    return Storage(engine, render)
