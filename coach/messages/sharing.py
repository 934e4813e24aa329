"""Each contributor's part, and the form that shares it out."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from coach.goal import Sharing
from coach.messages.base import Change, Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class PartsLabel(Message):
    """Above the parts."""

    variant: ClassVar[str | None] = "sharing"
    sharing: Sharing


@dataclass(frozen=True)
class PartOf(Message):
    """One person's part of the whole change."""

    person: Person
    part: Quantity | Change
    whole: Quantity | Change


@dataclass(frozen=True)
class OwnPart(Message):
    """In a contributor's check-in: their part."""

    part: Quantity | Change
    whole: Quantity | Change


@dataclass(frozen=True)
class OwnPartThisWeek(Message):
    """The same with what is due this week."""

    part: Quantity | Change
    whole: Quantity | Change
    week: Quantity | Change


@dataclass(frozen=True)
class PartChanged(Message):
    """Somebody's part is another one, since people are there on other days than was known."""

    metric: MetricName
    before: Quantity | Change
    part: Quantity | Change
    whole: Quantity | Change


@dataclass(frozen=True)
class LabelShareOut(Message):
    """Button: opens the form that shares the plan out."""


@dataclass(frozen=True)
class ShareTitle(Message):
    """Title of that form (24 characters at most)."""


@dataclass(frozen=True)
class ShareIntro(Message):
    """What the form is for, with the whole that is to be shared."""

    metric: MetricName
    whole: Quantity | Change


@dataclass(frozen=True)
class ShareHow(Message):
    """Label of the list of ways to share."""


@dataclass(frozen=True)
class ChoiceSharing(Message):
    """A way to share, in that list."""

    variant: ClassVar[str | None] = "sharing"
    sharing: Sharing


@dataclass(frozen=True)
class ShareOfPerson(Message):
    """Label of somebody's field."""

    name: str


@dataclass(frozen=True)
class ShareHint(Message):
    """Hint below the first field."""


@dataclass(frozen=True)
class ShareNotANumber(Message):
    """A field holds no number of zero or more."""


@dataclass(frozen=True)
class SharesDoNotAddUp(Message):
    """The parts set by hand do not make the whole."""

    sum: Decimal
    whole: Decimal


@dataclass(frozen=True)
class SharesMissing(Message):
    """Hours or parts were wanted, and nobody has any."""


@dataclass(frozen=True)
class SharedOut(Message):
    """The parts are kept; the lines follow."""

    metric: MetricName
