"""What is said of a plan: why it runs as it does, what it really reaches, what to do first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from coach.messages.base import Change, Message, MetricName
from coach.quantity import Quantity


@dataclass(frozen=True)
class CountryUnknown(Message):
    """The public holidays of a country are not known."""

    country: str


@dataclass(frozen=True)
class RegionUnknown(Message):
    """The country has no such subdivision with public holidays of its own."""

    country: str
    region: str
    known: tuple[str, ...]


@dataclass(frozen=True)
class MetricUnknown(Message):
    """No metric has that name; which names there are."""

    name: str
    known: tuple[str, ...]


@dataclass(frozen=True)
class PlanDeadlinePast(Message):
    """The deadline lies before the start."""

    start: date
    deadline: date


@dataclass(frozen=True)
class PlanTooLong(Message):
    """The plan would run for more years than can be planned by week."""

    years: int


@dataclass(frozen=True)
class PlanWithoutWorkingDay(Message):
    """Nobody works between the start and the deadline."""

    start: date
    deadline: date


@dataclass(frozen=True)
class PlanNeedsTarget(Message):
    """Neither a target nor a rate is known."""

    metric: MetricName


@dataclass(frozen=True)
class FigureBeyondPlanning(Message):
    """The figure is larger, or nearer to nothing, than anything a team counts."""

    metric: MetricName


@dataclass(frozen=True)
class CompoundingFromZero(Message):
    """A rate a month needs figures above zero on both ends."""

    metric: MetricName


@dataclass(frozen=True)
class RateImpossible(Message):
    """No metric changes by that much each month."""

    rate: Change


@dataclass(frozen=True)
class PathSteady(Message):
    """The plan takes the same step every working day."""


@dataclass(frozen=True)
class PathSteadyShort(Message):
    """The same, for a metric that people have to learn for: there is too little time to start gently."""


@dataclass(frozen=True)
class PathRamp(Message):
    """The plan starts slowly, since something has to be learnt first."""


@dataclass(frozen=True)
class PathCompounding(Message):
    """The plan changes by the same percentage each month; what that makes in all."""

    plural: ClassVar[str | None] = "months"
    months: int
    rate: Change
    reached: Change


@dataclass(frozen=True)
class RateFallsShort(Message):
    """The rate wished does not get to the target in time."""

    plural: ClassVar[str | None] = "months"
    months: int
    rate: Change
    reached: Change
    wished: Change
    needed: Change


@dataclass(frozen=True)
class RateGoesBeyond(Message):
    """The rate wished gets further than the target."""

    plural: ClassVar[str | None] = "months"
    months: int
    rate: Change
    reached: Change
    wished: Change
    needed: Change


@dataclass(frozen=True)
class RateReaches(Message):
    """Where a rate leads, when no target was given or it is just the one."""

    plural: ClassVar[str | None] = "months"
    months: int
    rate: Change
    reached: Change


@dataclass(frozen=True)
class FirstMonth(Message):
    """Where the metric should stand at the first month end."""

    end: date
    level: Quantity


@dataclass(frozen=True)
class FirstWeek(Message):
    """Where the metric should stand at the end of the first week."""

    end: date
    level: Quantity


@dataclass(frozen=True)
class DailyMore(Message):
    """What the first week means for a day: so many more."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class DailyFewer(Message):
    """What the first week means for a day: so many fewer."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class DailyMoreAbout(Message):
    """What the first week means for a day, where it is no whole number: more."""

    step: Decimal


@dataclass(frozen=True)
class DailyFewerAbout(Message):
    """What the first week means for a day, where it is no whole number: fewer."""

    step: Decimal


@dataclass(frozen=True)
class OneMoreEvery(Message):
    """Less than one a day: one more every so many working days."""

    plural: ClassVar[str | None] = "days"
    days: int


@dataclass(frozen=True)
class OneFewerEvery(Message):
    """Less than one a day: one fewer every so many working days."""

    plural: ClassVar[str | None] = "days"
    days: int


@dataclass(frozen=True)
class WeeksWithoutWork(Message):
    """Weeks in which nobody works carry nothing."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class ShortWeeks(Message):
    """Weeks with a public holiday or absences carry less."""

    plural: ClassVar[str | None] = "count"
    count: int
