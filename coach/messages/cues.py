"""The moment that calls for an action: if this, then that."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message


class Cue(StrEnum):
    """A moment of the work that is easily noticed."""

    LONG_WAIT = "long_wait"
    QUEUE_GROWS = "queue_grows"
    OLD_TICKET = "old_ticket"
    COMES_BACK = "comes_back"
    NO_ANSWER_KNOWN = "no_answer_known"
    UNHAPPY = "unhappy"
    HESITATES = "hesitates"
    CONTACT_ENDS = "contact_ends"
    DAY_BEGINS = "day_begins"
    TEAM_MEETING = "team_meeting"
    QUIET = "quiet"


@dataclass(frozen=True)
class UsualCue(Message):
    """A usual moment, as it follows "if"."""

    variant: ClassVar[str | None] = "cue"
    cue: Cue


@dataclass(frozen=True)
class CueWords(Message):
    """A moment in the lead's own words, as it follows "if"."""

    text: str


@dataclass(frozen=True)
class IfThen(Message):
    """An action tied to its moment."""

    moment: Message
    action: Message


@dataclass(frozen=True)
class RightMoment(Message):
    """In a check-in: the moment that the action is tied to."""

    moment: Message


@dataclass(frozen=True)
class PickCue(Message):
    """Placeholder of the list of moments."""


@dataclass(frozen=True)
class CueOffer(Message):
    """Above that list: what tying an action to a moment is good for."""


@dataclass(frozen=True)
class ChoiceCue(Message):
    """A moment in that list, with its "if"."""

    moment: Message


@dataclass(frozen=True)
class ChoiceNoCue(Message):
    """In that list: no moment."""
