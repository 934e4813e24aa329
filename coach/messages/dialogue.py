"""The course of the conversation in which a goal is made, and what does not work in it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.messages.base import Message, Person


# --- the course of the conversation -----------------------------------------------------------------
@dataclass(frozen=True)
class About(Message):
    """Small print: which goal this is about."""

    wish: str


@dataclass(frozen=True)
class Begun(Message):
    """First words on a new goal: few questions."""


@dataclass(frozen=True)
class BegunPlainly(Message):
    """The same where nothing of the wish was understood: no praise for what may be none."""


@dataclass(frozen=True)
class OtherDraftKept(Message):
    """Another goal in the making was put aside."""

    wish: str


@dataclass(frozen=True)
class PartKept(Message):
    """The other part is kept for later."""

    part: str


@dataclass(frozen=True)
class Resumed(Message):
    """We go on with a goal that was left."""

    wish: str


@dataclass(frozen=True)
class Cancelled(Message):
    """The draft is given up."""

    wish: str


@dataclass(frozen=True)
class DraftIsCancelled(Message):
    """An answer came to a draft that was given up."""

    wish: str


@dataclass(frozen=True)
class DraftIsConfirmed(Message):
    """An answer came to a draft that is a goal by now."""

    wish: str


@dataclass(frozen=True)
class OldButton(Message):
    """A button of a question that was answered since."""


@dataclass(frozen=True)
class NothingToGoBackTo(Message):
    """There is no question before this one."""


@dataclass(frozen=True)
class CannotSkip(Message):
    """This question cannot be passed over."""


@dataclass(frozen=True)
class SummaryTitle(Message):
    """What is known so far."""


@dataclass(frozen=True)
class StillOpen(Message):
    """How many questions are left."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class Answered(Message):
    """Small print below a question: what was chosen."""

    answer: Message


@dataclass(frozen=True)
class WhatToChange(Message):
    """The goal is ready; say what to change."""


# --- what does not work -----------------------------------------------------------------------------
@dataclass(frozen=True)
class DecidedElsewhere(Message):
    """Another department decides this; here is the part that the team can move."""


@dataclass(frozen=True)
class EmptyWish(Message):
    """Nothing was written."""


@dataclass(frozen=True)
class TooLong(Message):
    """The text is too long to be a goal or an answer."""

    length: int
    longest: int


@dataclass(frozen=True)
class NoWords(Message):
    """Only emoji or signs."""


@dataclass(frozen=True)
class DeadlineIsPast(Message):
    """The date has gone by."""

    text: str | date


@dataclass(frozen=True)
class DeadlineIsImpossible(Message):
    """There is no such date."""

    text: str


@dataclass(frozen=True)
class DeadlineIsAmbiguous(Message):
    """Day or month first?"""

    text: str


@dataclass(frozen=True)
class DeadlineIsFar(Message):
    """Further away than a goal can be planned."""

    latest: date


@dataclass(frozen=True)
class PersonIsGone(Message):
    """A person who was picked has been deactivated."""

    who: Person
