"""What is said of chance in a survey's figures: what so many answers can tell, and why a goal is refused."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coach.language.reading import Cadence
from coach.messages.base import Change, Message, MetricName
from coach.quantity import Quantity


class Span(StrEnum):
    """How long a period is whose figure is compared with the one before."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"


@dataclass(frozen=True)
class AskAnswers(Message):
    """How many answers does the survey bring in a month?"""


@dataclass(frozen=True)
class AnswersHint(Message):
    """Small print below the question where it is today: add how many answers make the figure."""


@dataclass(frozen=True)
class ChoiceAnswers(Message):
    """A number of answers a month to choose."""

    plural: ClassVar[str | None] = "answers"
    answers: int


@dataclass(frozen=True)
class NotedAnswers(Message):
    """Said back: how many answers come in, how often."""

    plural: ClassVar[str | None] = "answers"
    answers: int
    per: Cadence


@dataclass(frozen=True)
class SampleSays(Message):
    """What a month's answers can tell: the interval around the figure."""

    plural: ClassVar[str | None] = "answers"
    answers: int
    level: Quantity
    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class SeenOver(Message):
    """Over which period the change is more than chance. One entry a span."""

    variant: ClassVar[str | None] = "span"
    span: Span
    change: Change
    visible: Quantity


@dataclass(frozen=True)
class AnswersUnknown(Message):
    """On the card: nobody said how many answers there are; what a number of them would show."""

    answers: int
    visible: Quantity


@dataclass(frozen=True)
class LabelGiveAnswers(Message):
    """Button: say how many answers there are."""


@dataclass(frozen=True)
class NoiseRefused(Message):
    """So few answers cannot tell whether the goal was reached: the reason, and what instead?"""

    plural: ClassVar[str | None] = "answers"
    answers: int
    level: Quantity
    dip: Quantity
    one_in: int
    change: Quantity
    visible: Quantity


@dataclass(frozen=True)
class ChoiceWholeTeam(Message):
    """Way out: the whole team's answers together."""


@dataclass(frozen=True)
class ChoiceUntil(Message):
    """Way out: long enough for the change to be seen."""

    day: date


@dataclass(frozen=True)
class ChoiceDriver(Message):
    """Way out: what drives the figure, and can be read in every contact."""

    metric: MetricName


@dataclass(frozen=True)
class NoWayAround(Message):
    """The refusal stands for whoever knows no other number: the way out that is advised."""

    advised: Message
