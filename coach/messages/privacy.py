"""What is kept of a person, who sees it, and what they get when they ask for it."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from coach.following import CheckInState
from coach.messages.base import Message, MetricName
from coach.quantity import Quantity


@dataclass(frozen=True)
class PrivacyKept(Message):
    """What Jalon keeps."""


@dataclass(frozen=True)
class PrivacySeen(Message):
    """Who sees it."""


@dataclass(frozen=True)
class PrivacyFor(Message):
    """For how long it is kept."""

    plural: ClassVar[str | None] = "days"
    days: int


@dataclass(frozen=True)
class LabelExport(Message):
    """Button: get what is kept of me."""


@dataclass(frozen=True)
class LabelErase(Message):
    """Button: have it erased; asks once more."""


@dataclass(frozen=True)
class LabelEraseSurely(Message):
    """Button: erase it for good."""


@dataclass(frozen=True)
class EraseSure(Message):
    """What erasing does, before it is done."""


@dataclass(frozen=True)
class Erased(Message):
    """It is done."""


@dataclass(frozen=True)
class GoalEndsErased(Message):
    """To who takes part: the goal ends, since whoever led it had their data erased."""

    metric: MetricName


@dataclass(frozen=True)
class GoalIsYours(Message):
    """To who set the goal: whoever led it had their data erased, so it is led by who set it."""

    metric: MetricName


@dataclass(frozen=True)
class ExportTitle(Message):
    """Heading of what is handed out."""

    today: date


@dataclass(frozen=True)
class ExportFile(Message):
    """Beside the file that follows what is handed out."""


@dataclass(frozen=True)
class ExportPerson(Message):
    """Who the person is to Jalon."""

    name: str
    zone: str
    day_starts: time
    day_ends: time


@dataclass(frozen=True)
class ExportGoals(Message):
    """Above the person's goals."""


@dataclass(frozen=True)
class ExportGoal(Message):
    """A goal that they lead, set or take part in."""

    metric: MetricName
    wish: str
    start: date
    deadline: date


@dataclass(frozen=True)
class ExportFigures(Message):
    """Above the figures that they gave."""


@dataclass(frozen=True)
class ExportFigure(Message):
    """A figure, with the words in which it was given."""

    day: date
    metric: MetricName
    value: Quantity
    words: str


@dataclass(frozen=True)
class ExportUndone(Message):
    """A figure that was taken back or put right."""

    day: date
    metric: MetricName
    value: Quantity
    words: str


@dataclass(frozen=True)
class ExportGuardFigures(Message):
    """Above the figures of safeguards that they gave."""


@dataclass(frozen=True)
class ExportAbsences(Message):
    """Above the absences that they told."""


@dataclass(frozen=True)
class ExportAnswers(Message):
    """Above the check-ins that they were asked."""


@dataclass(frozen=True)
class ExportAnswer(Message):
    """A check-in, what became of it, and their words."""

    day: date
    metric: MetricName
    state: CheckInState
    words: str


@dataclass(frozen=True)
class ExportDrafts(Message):
    """Above the goals that they began to make."""


@dataclass(frozen=True)
class ExportDraft(Message):
    """A goal in the making."""

    day: date
    wish: str
