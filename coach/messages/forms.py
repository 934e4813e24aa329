"""Titles, labels and hints of the forms."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message
from coach.metrics import Kind


class EditField(StrEnum):
    """A field of the form that edits a draft, in the order of the form."""

    METRIC = "metric"
    BASELINE = "baseline"
    TARGET = "target"
    STRETCH = "stretch"
    DEADLINE = "deadline"
    OWNER = "owner"
    CONTRIBUTORS = "contributors"
    LEVER = "lever"
    RELEVANCE = "relevance"
    SCOPE = "scope"
    GUARD = "guard"
    LIMIT = "limit"
    CHANNEL = "channel"
    WEEKDAY = "weekday"
    HOUR = "hour"
    PATH = "path"


@dataclass(frozen=True)
class EditTitle(Message):
    """Title of the edit form (24 characters at most)."""


@dataclass(frozen=True)
class CheckInTitle(Message):
    """Title of the check-in's form (24 characters at most)."""


@dataclass(frozen=True)
class LabelSave(Message):
    """Button: keep the form (24 characters at most)."""


@dataclass(frozen=True)
class LabelClose(Message):
    """Button: leave the form (24 characters at most)."""


@dataclass(frozen=True)
class FieldLabel(Message):
    """Label of a field of the edit form."""

    variant: ClassVar[str | None] = "field"
    field: EditField


@dataclass(frozen=True)
class FieldHint(Message):
    """Hint below a field of words or figures; not every field has one."""

    variant: ClassVar[str | None] = "field"
    field: EditField


@dataclass(frozen=True)
class StretchFallsShort(Message):
    """The figure hoped for at best asks for no more than the target."""


@dataclass(frozen=True)
class GuardIsTheMetric(Message):
    """What must not break is the figure that is to move."""


@dataclass(frozen=True)
class LimitWithoutGuard(Message):
    """A limit was given, and not of what."""


@dataclass(frozen=True)
class LimitNotRead(Message):
    """No figure was found in the limit."""


@dataclass(frozen=True)
class FigureLabel(Message):
    """Label of the check-in's field."""


@dataclass(frozen=True)
class FigureHint(Message):
    """Hint below the check-in's field. One entry a kind of metric."""

    variant: ClassVar[str | None] = "kind"
    kind: Kind


@dataclass(frozen=True)
class FigureHintAction(Message):
    """Hint below the check-in's field about an action."""


@dataclass(frozen=True)
class InYourMessages(Message):
    """What was pressed in a window goes on in the conversation."""
