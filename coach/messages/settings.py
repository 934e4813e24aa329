"""A person's own settings: language, time zone, public holidays, working hours."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from coach.language.reading import Language
from coach.messages.base import Message
from coach.messages.rhythm import Closeness


class SettingField(StrEnum):
    """The fields of the form."""

    LANGUAGE = "language"
    ZONE = "zone"
    PLACE = "place"
    STARTS = "starts"
    ENDS = "ends"
    ASKED_AT = "asked_at"
    CLOSENESS = "closeness"


class Place(StrEnum):
    """Where public holidays are kept: a country, or a part of it, as the `holidays` package names them."""

    FR = "FR"
    FR_57 = "FR-57"
    FR_6AE = "FR-6AE"
    FR_GP = "FR-971"
    FR_MQ = "FR-972"
    FR_RE = "FR-974"
    BE = "BE"
    LU = "LU"
    CH = "CH"
    CH_BE = "CH-BE"
    CH_FR = "CH-FR"
    CH_GE = "CH-GE"
    CH_JU = "CH-JU"
    CH_NE = "CH-NE"
    CH_VD = "CH-VD"
    CH_VS = "CH-VS"
    CH_ZH = "CH-ZH"
    CA = "CA"
    CA_AB = "CA-AB"
    CA_BC = "CA-BC"
    CA_NB = "CA-NB"
    CA_ON = "CA-ON"
    CA_QC = "CA-QC"
    NC = "NC"
    MA = "MA"
    TN = "TN"
    GB = "GB"
    GB_ENG = "GB-ENG"
    GB_NIR = "GB-NIR"
    GB_SCT = "GB-SCT"
    GB_WLS = "GB-WLS"
    IE = "IE"
    US = "US"


@dataclass(frozen=True)
class SettingsTitle(Message):
    """Title of the form (24 characters at most)."""


@dataclass(frozen=True)
class SettingLabel(Message):
    """Label of a field."""

    variant: ClassVar[str | None] = "field"
    field: SettingField


@dataclass(frozen=True)
class PlaceHint(Message):
    """What the public holidays are for."""


@dataclass(frozen=True)
class HoursHint(Message):
    """What the working hours are for."""


@dataclass(frozen=True)
class AskedAtHint(Message):
    """What the hour of the check-ins is for, and over what it goes."""


@dataclass(frozen=True)
class AsEachGoalSays(Message):
    """An option: what whoever leads the goal chose."""


@dataclass(frozen=True)
class AskedOutOfHours(Message):
    """The hour of the check-ins is outside the working day."""


@dataclass(frozen=True)
class AskedAtNow(Message):
    """The hour at which the person is asked, whatever the goal."""

    at: time


@dataclass(frozen=True)
class ClosenessNow(Message):
    """How closely the person is followed, whatever the goal."""

    variant: ClassVar[str | None] = "closeness"
    closeness: Closeness


@dataclass(frozen=True)
class AsInSlack(Message):
    """An option: what Slack says."""


@dataclass(frozen=True)
class LanguageName(Message):
    """A language in its own words."""

    variant: ClassVar[str | None] = "language"
    language: Language


@dataclass(frozen=True)
class ZoneName(Message):
    """A time zone by its IANA name."""

    name: str


@dataclass(frozen=True)
class PlaceName(Message):
    """A country or a part of it."""

    variant: ClassVar[str | None] = "place"
    place: Place


@dataclass(frozen=True)
class HoursTooShort(Message):
    """The working day ends before it begins, or within the hour."""


@dataclass(frozen=True)
class SettingsNow(Message):
    """The settings as they stand."""

    zone: str
    starts: time
    ends: time


@dataclass(frozen=True)
class SettingsKept(Message):
    """The settings were changed; here they are."""

    zone: str
    starts: time
    ends: time


@dataclass(frozen=True)
class LabelChangeSettings(Message):
    """Button: change the settings."""
