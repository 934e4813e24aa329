"""A due schedule that could not be dealt with: tried again later and later, then given up with its reason."""

from datetime import datetime, timedelta

from coach.following import Schedule
from coach.ports import UnitOfWork

TRIES = 7
"""After so many it is given up: almost three days after the first."""
FIRST_WAIT = timedelta(minutes=1)
GROWTH = 5
"""Each wait is so many times the one before."""


def put_off(uow: UnitOfWork, schedule: Schedule, now: datetime, trouble: str) -> Schedule | None:
    """Try a schedule again later, or give it up; as it stands then, None where it was dealt with meanwhile.

    Args:
        uow: A transaction after that in which it failed.
        schedule: The schedule as it was claimed.
        now: When it failed.
        trouble: Why, for whoever runs Jalon; no words of the goal's.
    """
    tries = schedule.tries + 1
    due_at = None if tries >= TRIES else now + FIRST_WAIT * GROWTH ** (tries - 1)
    later = schedule.model_copy(update={"due_at": due_at, "tries": tries, "trouble": trouble})
    return later if uow.schedules.replace(schedule, later) else None
