"""Jalon's memory without a database, a clock that stands still, ids that count: for tests and trials.

>>> from datetime import UTC, datetime
>>> from coach.testing import FrozenClock, Memory
>>> memory, clock = Memory(), FrozenClock(datetime(2027, 1, 4, 9, tzinfo=UTC))
>>> with memory.open_uow() as work:
...     work.inbox.accept("T1", "Ev1", clock.now())
...     work.commit()
True
"""

from coach.testing.memory import Memory
from coach.testing.still import CountingIds, FrozenClock

__all__ = ["CountingIds", "FrozenClock", "Memory"]
