"""What is over is not kept for ever: once a day, what has passed its time is forgotten."""

import logging
from datetime import timedelta

from bot.clock import Clock
from bot.scheduler import OpenBackground

log = logging.getLogger(__name__)


class Retention:
    """Forgets goals that ended, and drafts left alone, after so many days."""

    def __init__(self, open_uow: OpenBackground, clock: Clock, days: int) -> None:
        self._open_uow, self._clock, self._days = open_uow, clock, days

    def run(self) -> int:
        """Forget what has passed its time; how many goals and drafts."""
        with self._open_uow(background=True) as uow:
            gone = uow.records.erase_before(self._clock.now() - timedelta(days=self._days))
            uow.commit()
        if gone:
            log.info("%s goals and drafts had passed their time and were erased", gone)
        return gone
