"""What is over is not kept for ever: once a day, what has passed its time is forgotten."""

import logging
from datetime import timedelta

from bot.clock import Clock
from bot.scheduler import OpenBackground
from coach.installation import KeptInstallations

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


class Presence:
    """Which workspaces Jalon was taken out of: their data goes after so many days, unless it comes back."""

    def __init__(self, rows: KeptInstallations, clock: Clock, days: int) -> None:
        self._rows, self._clock, self._days = rows, clock, days
        self._gone = {one.team for one in rows.every() if one.gone_at is not None}

    def depart(self, workspace: str) -> None:
        """Jalon was taken out: its tokens go at once."""
        self._rows.depart(workspace, self._clock.now())
        self._gone.add(workspace)
        log.info(
            "Jalon was taken out of %s; its tokens are gone, its data goes in %s days", workspace, self._days
        )

    def seen(self, workspace: str) -> None:
        """Something came from a workspace: it is there."""
        if workspace in self._gone:
            self._rows.come_back(workspace)
            self._gone.discard(workspace)

    def erase(self) -> int:
        """Erase what belongs to workspaces that were left long enough ago; how many workspaces."""
        before = self._clock.now() - timedelta(days=self._days)
        left = [one.team for one in self._rows.every() if one.gone_at is not None and one.gone_at <= before]
        for workspace in left:
            rows = self._rows.erase(workspace)
            self._gone.discard(workspace)
            log.info("%s: %s rows erased, %s days after Jalon was taken out", workspace, rows, self._days)
        return len(left)
