"""The people that Jalon talks with."""

from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from coach.language.reading import Language
from coach.quantity import Value


class FocusKind(StrEnum):
    """What a person's next words are about, where they do not say."""

    DRAFT = "draft"
    CHECK_IN = "check_in"


class Focus(Value):
    """The last thing that Jalon asked a person in the conversation."""

    kind: FocusKind
    id: str


class Profile(Value):
    """A person in a workspace, as Slack tells it and as they set it."""

    workspace: str
    user: str
    name: str
    language: Language
    zone: str = "UTC"
    """IANA name of the time zone."""
    country: str | None = None
    """ISO 3166-1 code, for public holidays, where the locale tells it ("fr-CA": CA)."""
    deactivated: bool = False
    focus: Focus | None = None
    refreshed_at: datetime | None = None
    """When Slack was last asked."""

    @property
    def tz(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)
