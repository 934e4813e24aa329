"""The people that Jalon talks with."""

from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from coach.goal import Intensity
from coach.language.reading import Language
from coach.quantity import Value

ERASED = "-"
"""Stands where a person's Slack id stood who had their data erased."""


class FocusKind(StrEnum):
    """What a person's next words are about, where they do not say."""

    DRAFT = "draft"
    CHECK_IN = "check_in"
    GOAL = "goal"  # a goal under way that was opened, or whose change waits for a reason
    LOOK_BACK = "look_back"  # a goal that has ended


class Focus(Value):
    """The last thing that Jalon asked a person in the conversation."""

    kind: FocusKind
    id: str


class Choices(Value):
    """What a person chose for themselves, over what Slack tells. None: as Slack has it."""

    language: Language | None = None
    zone: str | None = None
    """IANA name."""
    country: str | None = None
    """ISO 3166-1 code."""
    region: str | None = None
    """Subdivision of the country, as `holidays` names it: "57", "QC", "SCT" ..."""
    day_starts: time = time(9, 0)
    """Working hours, in the person's own zone."""
    day_ends: time = time(18, 0)
    check_in_at: time | None = None
    """The hour at which they want to be asked, over the goals' own."""
    intensity: Intensity | None = None
    """How closely they want to be followed, over the goals' own."""


class Leave(Value):
    """Days on which a person is away; both ends included."""

    id: str
    workspace: str
    user: str
    start: date
    end: date

    def covers(self, day: date) -> bool:
        """Whether the day is one of the absence."""
        return self.start <= day <= self.end


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
    region: str | None = None
    """Subdivision of the country, for public holidays, where the person chose one."""
    admin: bool = False
    """Whether they administer the Slack workspace."""
    choices: Choices = Choices()
    """Already told in the fields above, where there are any."""
    deactivated: bool = False
    focus: Focus | None = None
    refreshed_at: datetime | None = None
    """When Slack was last asked."""

    @property
    def tz(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)

    def chosen(self, choices: Choices) -> "Profile":
        """The person with what they chose for themselves in the place of what Slack tells."""
        told = {"language": choices.language, "zone": choices.zone, "country": choices.country}
        known = {name: value for name, value in told.items() if value is not None}
        return self.model_copy(update={**known, "region": choices.region, "choices": choices})
