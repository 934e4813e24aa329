"""Labels of what can be pressed and picked while a goal is being made."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.language.reading import Origin, Resource, Slot
from coach.messages.base import Message, MetricName
from coach.quantity import Quantity, Unit


@dataclass(frozen=True)
class ChoiceText(Message):
    """A choice in the person's own words."""

    text: str


@dataclass(frozen=True)
class ChoiceMetric(Message):
    """A metric to choose."""

    metric: MetricName


@dataclass(frozen=True)
class Lever(Message):
    """A usual lever of a metric, by its key. One entry a lever of the catalogue."""

    variant: ClassVar[str | None] = "lever"
    lever: str


@dataclass(frozen=True)
class ChoiceUnknown(Message):
    """I do not know yet. One entry a question where it may be said."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class ChoiceUnit(Message):
    """A unit to choose."""

    unit: Unit


@dataclass(frozen=True)
class ChoiceLevel(Message):
    """A level to choose, with how it is meant."""

    variant: ClassVar[str | None] = "unit"
    unit: Unit
    level: Quantity


@dataclass(frozen=True)
class ChoiceChange(Message):
    """Points or percent, where no level can be shown."""

    unit: Unit


@dataclass(frozen=True)
class ChoiceDate(Message):
    """A date to choose."""

    day: date


@dataclass(frozen=True)
class ChoiceOrigin(Message):
    """Where a figure may come from."""

    origin: Origin


@dataclass(frozen=True)
class ChoiceAllThere(Message):
    """We have all that it takes."""


@dataclass(frozen=True)
class ChoiceLacking(Message):
    """A resource that may be missing."""

    resource: Resource


@dataclass(frozen=True)
class OrLacking(Message):
    """Beside the list of what may be missing."""


@dataclass(frozen=True)
class WhoTakesPart(Message):
    """Beside the list of people, for those who take part."""


@dataclass(frozen=True)
class PickLacking(Message):
    """Label of the list of what may be missing."""


@dataclass(frozen=True)
class PickMetric(Message):
    """Label of the list of all metrics."""


@dataclass(frozen=True)
class PickDate(Message):
    """Label of the calendar."""


@dataclass(frozen=True)
class PickOwner(Message):
    """Label of the list of people, for the owner."""


@dataclass(frozen=True)
class PickContributors(Message):
    """Label of the list of people, for those who take part."""


@dataclass(frozen=True)
class PickChannel(Message):
    """Label of the list of channels."""


@dataclass(frozen=True)
class PickWeekday(Message):
    """Label of the list of weekdays."""


@dataclass(frozen=True)
class PickHour(Message):
    """Label of the list of hours."""


@dataclass(frozen=True)
class LabelWhy(Message):
    """Button: why do you ask?"""


@dataclass(frozen=True)
class LabelBack(Message):
    """Button: one question back."""


@dataclass(frozen=True)
class LabelCancel(Message):
    """Button: give up this goal."""


@dataclass(frozen=True)
class LabelConfirm(Message):
    """Button: confirm the goal."""


@dataclass(frozen=True)
class LabelEdit(Message):
    """Button: change something."""


@dataclass(frozen=True)
class LabelResume(Message):
    """Button: go on with this draft."""


@dataclass(frozen=True)
class LabelOther(Message):
    """Button: start on the part that was kept for later."""
