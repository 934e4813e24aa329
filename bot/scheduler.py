"""A few fixed jobs at intervals: look at what is due, and let the deliverer look again.

What is due when stands in the rows; a restart loses nothing and catches up.
"""

import logging
import threading
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock
from bot.log import new_reference
from coach.errors import Stale
from coach.following import Schedule
from coach.ports import Ids, UnitOfWork
from coach.usecases.following import BATCH, Pass, Poisoned, never, nudge_due
from coach.usecases.lost import tell_stopped
from coach.usecases.putting_off import put_off

log = logging.getLogger(__name__)


AFTER_START = timedelta(minutes=5)
"""What is done daily waits until what came due while Jalon was down is dealt with."""


OFTEN = 5
"""So often a batch that others overtook is done anew; then it is no coincidence."""


FEW = 4
"""Rows of a batch after one that let somebody before; twice as many each time that nobody waits."""
OURS = frozenset({"bot", "coach", "storage"})


class OpenBackground(Protocol):
    """Opens a unit of work that lets people's turns go first."""

    def __call__(self, *, background: bool = ...) -> UnitOfWork:
        """A new unit of work."""
        ...


class Ticker:
    """Passes over what is due, one transaction a batch."""

    def __init__(
        self, open_uow: OpenBackground, ids: Ids, clock: Clock, give_way: Callable[[], bool] = never
    ) -> None:
        """A ticker that was not yet asked.

        Args:
            open_uow: opens a unit of work that lets people's turns go first.
            ids: for what comes into being.
            clock: what is due goes by it.
            give_way: whether a person waits to write; a batch under way then ends early.
        """
        self._open_uow, self._ids, self._clock, self._give_way = open_uow, ids, clock, give_way
        self._ending = threading.Event()

    def run(self, now: datetime | None = None, *, batch: int = BATCH) -> Pass:
        """Deal with everything that is due at `now` (the clock's, unless given), `batch` rows at a time.

        One that cannot be dealt with is put off, and the pass goes on.
        """
        at = now or self._clock.now()
        claimed = enqueued = overtaken = 0
        more, size = True, batch
        while more and not self._ending.is_set():
            try:
                with self._open_uow(background=True) as uow:
                    done = nudge_due(uow, self._ids, at, size, self._give_way)
                    uow.commit()
            except Stale:  # at the commit: no row of its own is to blame
                overtaken += 1
                if overtaken >= OFTEN:
                    raise
                continue
            except Poisoned as poisoned:
                overtaken = overtaken + 1 if isinstance(poisoned.__cause__, Stale) else OFTEN
                if overtaken >= OFTEN:
                    self._put_off(poisoned, at)
                    overtaken = 0
                continue
            claimed, enqueued, more = claimed + done.claimed, enqueued + done.enqueued, done.more
            # what a batch reads at once is read for nothing where somebody is let before after its first row
            gave_way = done.more and done.claimed < size
            size = min(batch, FEW if gave_way else 2 * size)
            overtaken = 0
        return Pass(claimed, enqueued)

    def end(self) -> None:
        """Let a pass under way end after the batch at hand; what is still due waits for the next start."""
        self._ending.set()

    def _put_off(self, poisoned: Poisoned, now: datetime) -> None:
        schedule, trouble = poisoned.schedule, where(poisoned.__cause__)
        with self._open_uow(background=True) as uow:
            later = put_off(uow, schedule, now, trouble)
            uow.commit()
        if later is None:
            return
        reference = new_reference()
        then = f"tried again at {later.due_at}" if later.due_at else "given up"
        about = (reference, schedule.kind, schedule.id, trouble, then)
        log.error("reference %s: %s %s: %s; %s", *about, exc_info=poisoned.__cause__)
        if later.due_at is None:
            self._tell(later, reference, now)

    def _tell(self, given_up: Schedule, reference: str, now: datetime) -> None:
        """Whoever waits for it is told; where that fails too, the log alone has it."""
        try:
            with self._open_uow(background=True) as uow:
                tell_stopped(uow, given_up, reference, now)
                uow.commit()
        except Exception:
            log.exception("reference %s: nobody could be told", reference)

    def next_due(self) -> datetime | None:
        """When something is due next."""
        with self._open_uow(background=True) as uow:
            return uow.schedules.next_due()


def where(error: BaseException | None) -> str:
    """An error's kind and place, without its words: those may be somebody's."""
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    ours = [frame for frame in frames if OURS.intersection(Path(frame.filename).parts)] or frames
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"


class Scheduler:
    """Runs the ticker at intervals, and what is done daily once a day, until it is stopped."""

    def __init__(
        self,
        ticker: Ticker,
        seconds: float,
        daily: Sequence[Callable[[], object]] = (),
        looked: Callable[[], object] = never,
    ) -> None:
        """A scheduler that does not run yet.

        Args:
            ticker: passes over what is due.
            seconds: between two looks.
            daily: what is done once a day.
            looked: told after each look.
        """
        self._ticker, self._seconds, self._daily, self._looked = ticker, seconds, daily, looked
        self._jobs = BackgroundScheduler(timezone=UTC)

    def start(self) -> None:
        """Begin; the first look is at once, for what came due while Jalon was down."""
        self._jobs.add_job(
            self.look,
            "interval",
            seconds=self._seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),  # noqa: TID251 - APScheduler's own clock, not the product's
        )
        self._jobs.add_job(
            self.tidy,
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
        """Finish the batch under way, then end."""
        self._ticker.end()
        if self._jobs.running:
            self._jobs.shutdown(wait=True)

    def tidy(self) -> None:
        """Do what is done daily."""
        for job in self._daily:
            try:
                job()
            except Exception:
                log.exception("what is done daily failed; it is tried again tomorrow")

    def look(self) -> None:
        """Deal with what is due, and leave a note that it was looked at."""
        try:
            self._ticker.run()
            self._looked()
        except Exception:
            log.exception("a look at what is due failed; the next one tries again")
