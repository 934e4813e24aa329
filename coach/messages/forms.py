"""Titles, labels and hints of the forms."""

from dataclasses import dataclass
from typing import ClassVar

from coach.language.reading import Slot
from coach.messages.base import Message


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
    """Label of a field. One entry a slot that the form has."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class FieldHint(Message):
    """Hint below a field of words or figures. One entry a slot that has one."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class FigureLabel(Message):
    """Label of the check-in's field."""


@dataclass(frozen=True)
class FigureHint(Message):
    """Hint below the check-in's field."""


@dataclass(frozen=True)
class InYourMessages(Message):
    """What was pressed in a window goes on in the conversation."""
