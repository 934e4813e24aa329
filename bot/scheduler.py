"""A few fixed jobs at intervals: look at what is due, and let the deliverer look again.

What is due when stands in the rows; a restart loses nothing and catches up.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock
from coach.ports import Ids, UnitOfWork
from coach.usecases.following import BATCH, Pass, nudge_due

log = logging.getLogger(__name__)


AFTER_START = timedelta(minutes=5)
"""What is done daily waits until what came due while Jalon was down is dealt with."""


class OpenBackground(Protocol):
    """Opens a unit of work that lets people's turns go first."""

    def __call__(self, *, background: bool = ...) -> UnitOfWork:
        """A new unit of work."""
        ...


class Ticker:
    """Passes over what is due, one transaction a batch."""

    def __init__(self, open_uow: OpenBackground, ids: Ids, clock: Clock) -> None:
        self._open_uow, self._ids, self._clock = open_uow, ids, clock

    def run(self, now: datetime | None = None, *, batch: int = BATCH) -> Pass:
        """Deal with everything that is due at `now` (the clock's, unless given), `batch` rows at a time."""
        at = now or self._clock.now()
        claimed = enqueued = 0
        while True:
            with self._open_uow(background=True) as uow:
                done = nudge_due(uow, self._ids, at, batch)
                uow.commit()
            claimed, enqueued = claimed + done.claimed, enqueued + done.enqueued
            if done.claimed < batch:
                return Pass(claimed, enqueued)

    def next_due(self) -> datetime | None:
        """When something is due next."""
        with self._open_uow(background=True) as uow:
            return uow.schedules.next_due()


class Scheduler:
    """Runs the ticker at intervals, and what is done daily once a day, until it is stopped."""

    def __init__(self, ticker: Ticker, seconds: float, daily: Sequence[Callable[[], object]] = ()) -> None:
        self._ticker, self._seconds, self._daily = ticker, seconds, daily
        self._jobs = BackgroundScheduler(timezone=UTC)

    def start(self) -> None:
        """Begin; the first look is at once, for what came due while Jalon was down."""
        self._jobs.add_job(
            self._look,
            "interval",
            seconds=self._seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),  # noqa: TID251 - APScheduler's own clock, not the product's
        )
        self._jobs.add_job(
            self._tidy,
            "interval",
            hours=24,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC) + AFTER_START,  # noqa: TID251 - as above
        )
        self._jobs.start()

    @property
    def is_running(self) -> bool:
        """Whether it looks at what is due."""
        return bool(self._jobs.running)

    def stop(self) -> None:
        """Finish the look under way, then end."""
        if self._jobs.running:
            self._jobs.shutdown(wait=True)

    def _tidy(self) -> None:
        for job in self._daily:
            try:
                job()
            except Exception:
                log.exception("what is done daily failed; it is tried again tomorrow")

    def _look(self) -> None:
        try:
            self._ticker.run()
        except Exception:
            log.exception("a look at what is due failed; the next one tries again")
