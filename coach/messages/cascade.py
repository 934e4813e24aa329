"""What feeds what, and a wish that several people share."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.cascade import Part
from coach.goal import GoalLevel
from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class LabelCascade(Message):
    """Button: shows what feeds what."""


@dataclass(frozen=True)
class CascadeTitle(Message):
    """Heading of that view."""


@dataclass(frozen=True)
class CascadeGoal(Message):
    """A goal with a target, at the top or below another one."""

    variant: ClassVar[str | None] = "part"
    part: Part
    level: GoalLevel
    metric: MetricName
    target: Quantity
    deadline: date
    owner: Person


@dataclass(frozen=True)
class CascadeGoalOpen(Message):
    """The same while its target is not known."""

    variant: ClassVar[str | None] = "part"
    part: Part
    level: GoalLevel
    metric: MetricName
    deadline: date
    owner: Person


@dataclass(frozen=True)
class Below(Message):
    """A line that hangs below another: so many steps, told by arrows."""

    arrows: str
    line: Message


@dataclass(frozen=True)
class CascadeAlone(Message):
    """Nothing feeds anything yet: how to link goals."""


@dataclass(frozen=True)
class CascadeEmpty(Message):
    """There is no goal under way."""


@dataclass(frozen=True)
class LinkOffered(Message):
    """One of the person's goals drives another: shall they be linked?"""

    lever: MetricName
    objective: MetricName


@dataclass(frozen=True)
class LabelLink(Message):
    """Button: link them."""


@dataclass(frozen=True)
class Linked(Message):
    """They are linked."""

    lever: MetricName
    objective: MetricName


@dataclass(frozen=True)
class CannotLink(Message):
    """One of them is over, or they hang the other way round."""


@dataclass(frozen=True)
class ChoiceParent(Message):
    """A goal to hang this one below, in a list."""

    metric: MetricName
    deadline: date


@dataclass(frozen=True)
class ChoiceNoParent(Message):
    """In that list: none."""


@dataclass(frozen=True)
class ChoiceGoalLevel(Message):
    """At whose level a goal stands, in a list."""

    level: GoalLevel


@dataclass(frozen=True)
class SharedWish(Message):
    """To the lead: several people of the team wish the same for themselves. Nobody is named."""

    metric: MetricName
    count: int


@dataclass(frozen=True)
class SharedWishNamed(Message):
    """The same from three people on, with their names."""

    metric: MetricName
    people: tuple[Person, ...]


@dataclass(frozen=True)
class SharedWishMeans(Message):
    """What such a signal may say."""
