"""What the coach asks while a goal is being made, and what it says when an answer does not come."""

from dataclasses import dataclass
from typing import ClassVar

from coach.language.reading import Slot
from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class AskPart(Message):
    """Two goals joined by "and": which first?"""

    first: str
    second: str


@dataclass(frozen=True)
class AskMetric(Message):
    """Which figure will show it, where none was recognised."""


@dataclass(frozen=True)
class AskMetricAmong(Message):
    """Which of these figures, where several fit."""

    words: str


@dataclass(frozen=True)
class AskMetricInstead(Message):
    """Whether another figure that an answer named takes the place of the goal's own."""

    other: MetricName
    metric: MetricName


@dataclass(frozen=True)
class AskBaseline(Message):
    """Where is it today?"""

    metric: MetricName


@dataclass(frozen=True)
class AskBaselineVague(Message):
    """Faster than what, and where is it today?"""

    metric: MetricName
    vague: str


@dataclass(frozen=True)
class AskTarget(Message):
    """Where should it be, from the baseline that is known."""

    metric: MetricName
    baseline: Quantity


@dataclass(frozen=True)
class AskTargetBlind(Message):
    """Where should it be, while the baseline is not known."""

    metric: MetricName


@dataclass(frozen=True)
class AskChange(Message):
    """Points or percent? With what each would make."""

    change: Quantity
    in_points: Quantity
    in_percent: Quantity


@dataclass(frozen=True)
class AskChangeBlind(Message):
    """Points or percent, while the baseline is not known."""

    change: Quantity


@dataclass(frozen=True)
class AskUnit(Message):
    """Which unit is this figure in?"""

    figure: Quantity


@dataclass(frozen=True)
class AskDeadline(Message):
    """By when?"""


@dataclass(frozen=True)
class AskLever(Message):
    """By doing what, and who leads?"""

    metric: MetricName
    owner: Person


@dataclass(frozen=True)
class AskOrigin(Message):
    """Where does that figure come from?"""

    target: Quantity


@dataclass(frozen=True)
class AskResources(Message):
    """People, budget, expertise, all within the team?"""


@dataclass(frozen=True)
class AskReach(Message):
    """Both of the above, in one question."""

    target: Quantity


@dataclass(frozen=True)
class AskReachOfChange(Message):
    """Both, where the target is a change and no level is known."""

    change: Quantity


@dataclass(frozen=True)
class AskOriginOfChange(Message):
    """Where does that change come from?"""

    change: Quantity


@dataclass(frozen=True)
class AskRelevance(Message):
    """What for?"""

    metric: MetricName


@dataclass(frozen=True)
class Why(Message):
    """Why do you ask? One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class NotUnderstood(Message):
    """The answer was not read; what would help. One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class BelowNothing(Message):
    """The metric cannot lie below nothing: the level itself is asked for."""


@dataclass(frozen=True)
class HelpFind(Message):
    """The person does not know; what helps them to find out. One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot
