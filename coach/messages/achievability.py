"""What is said of whether a goal is within reach: the sum, what it is held against, what must not break."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Change, Message, MetricName
from coach.metrics import Source
from coach.quantity import Quantity


class Reach(StrEnum):
    """How often a change like this one is reached."""

    ROUTINE = "routine"
    PLAUSIBLE = "plausible"
    RARE = "rare"


@dataclass(frozen=True)
class VerdictIs(Message):
    """The verdict. One entry a reach."""

    variant: ClassVar[str | None] = "reach"
    reach: Reach


@dataclass(frozen=True)
class RequiredPace(Message):
    """The sum: the whole change, over so many working weeks, is so much a week."""

    plural: ClassVar[str | None] = "weeks"
    weeks: int
    change: Change
    per_week: Change


@dataclass(frozen=True)
class OwnPace(Message):
    """What the team's own last weeks did, on average and at their best."""

    plural: ClassVar[str | None] = "weeks"
    weeks: int
    mean: Change
    best: Change


@dataclass(frozen=True)
class RoomTaken(Message):
    """The change, as a part of what there is to gain."""

    part: Quantity


@dataclass(frozen=True)
class RelativeChange(Message):
    """The change, relative to where the team stands."""

    change: Change


@dataclass(frozen=True)
class FromRuleOfThumb(Message):
    """Without the team's own figures the verdict is a rule of thumb."""


class ReferenceLabel(StrEnum):
    """The reference figures that the catalogue holds, and a workspace's own."""

    CSAT_STANDARD = "csat_standard"
    CSAT_RETAIL = "csat_retail"
    CSAT_FINANCIAL = "csat_financial"
    NPS_INTERNET = "nps_internet"
    NPS_DEPARTMENT_STORES = "nps_department_stores"
    FCR_DEMANDING = "fcr_demanding"
    WAIT_GIVE_UP = "wait_give_up"
    SERVICE_LEVEL_60S = "service_level_60s"
    WRAP_UP_USUAL = "wrap_up_usual"
    WRAP_UP_MOST = "wrap_up_most"
    OCCUPANCY_BAND = "occupancy_band"
    SENTIMENT_OUT_OF_REACH = "sentiment_out_of_reach"
    OWN = "own"


@dataclass(frozen=True)
class Reference(Message):
    """What a reference figure is. One entry a label (`metrics.po`)."""

    variant: ClassVar[str | None] = "label"
    label: ReferenceLabel


@dataclass(frozen=True)
class ReferencePoint(Message):
    """A figure that the trade quotes, to be weighed against the team's own."""

    figure: Quantity
    what: Reference


@dataclass(frozen=True)
class ReferenceBand(Message):
    """A band that the trade quotes."""

    low: Quantity
    high: Quantity
    what: Reference


@dataclass(frozen=True)
class OwnReferencePoint(Message):
    """A figure that the workspace itself holds the metric against, with where it has it from."""

    figure: Quantity
    source: Source | str


@dataclass(frozen=True)
class WatchGuards(Message):
    """What must not break while the metric moves."""

    metric: MetricName
    guards: tuple[MetricName, ...]


@dataclass(frozen=True)
class SideBySide(Message):
    """The realistic and the hoped-for level, each with how far within reach it is."""

    target: Quantity
    reach: Reach
    stretch: Quantity
    stretch_reach: Reach


@dataclass(frozen=True)
class NotedHistory(Message):
    """Said back: the team's own last weeks, oldest first."""

    plural: ClassVar[str | None] = "weeks"
    weeks: int
    figures: tuple[Quantity, ...]


@dataclass(frozen=True)
class LabelNearer(Message):
    """Button: a nearer target; the wish becomes the level hoped for."""

    target: Quantity


@dataclass(frozen=True)
class LabelLater(Message):
    """Button: a later end."""

    day: date
