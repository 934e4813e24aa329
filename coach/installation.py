"""Where Jalon is installed, as it is kept: whose it is, and what Slack gave, which only `bot` can open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """One installation."""

    team: str
    """A workspace's id; an organisation's for an installation in all of its workspaces."""
    document: str | None
    """What Slack gave, its tokens sealed; None once they are gone, or where the organisation has it."""
    enterprise: str | None = None
    """The organisation whose installation serves this workspace."""
    refresh_at: datetime | None = None
    """When the token has to be changed for a new one, where it runs out."""
    gone_at: datetime | None = None
    """When Jalon was taken out."""


class KeptInstallations(Protocol):
    """Installations of all workspaces, and those under way."""

    def put(self, kept: Kept) -> None:
        """Keep an installation, new or changed."""
        ...

    def get(self, team: str) -> Kept | None:
        """The installation of a workspace or an organisation."""
        ...

    def every(self) -> Sequence[Kept]:
        """All installations, by id."""
        ...

    def depart(self, team: str, now: datetime) -> None:
        """Jalon was taken out of a workspace: its tokens go at once, when it left is noted."""
        ...

    def come_back(self, team: str) -> None:
        """Something came from a workspace that was left: it is there again."""
        ...

    def erase(self, team: str) -> int:
        """Drop every row of a workspace, its installation last; how many rows of data there were."""
        ...

    def begin(self, state: str, expires_at: datetime) -> None:
        """An installation was begun."""
        ...

    def finish(self, state: str, now: datetime) -> bool:
        """Whether an installation was begun under this state, and not too long ago; it counts once."""
        ...
