"""Being away, as it is said, listed and taken back."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message


@dataclass(frozen=True)
class LeaveNoted(Message):
    """Away from one day to another: nothing is asked until the day of return."""

    start: date
    end: date
    back: date


@dataclass(frozen=True)
class LeaveNotedDay(Message):
    """Away on one day, and back on another."""

    day: date
    back: date


@dataclass(frozen=True)
class LeaveNotRead(Message):
    """No dates were found."""


@dataclass(frozen=True)
class LeaveNoSuchDay(Message):
    """A day that was written is in no calendar."""

    text: str


@dataclass(frozen=True)
class LeaveBackwards(Message):
    """The first day written comes after the last one: its month is asked for."""

    text: str


@dataclass(frozen=True)
class LeaveIsPast(Message):
    """The dates are over."""

    end: date


@dataclass(frozen=True)
class LeaveKnown(Message):
    """These days are noted already."""

    start: date
    end: date


@dataclass(frozen=True)
class LeaveList(Message):
    """Heading of a person's absences."""


@dataclass(frozen=True)
class LeaveItem(Message):
    """One absence."""

    start: date
    end: date


@dataclass(frozen=True)
class LeaveNone(Message):
    """No absence is noted, and how to say one."""


@dataclass(frozen=True)
class LabelCancelLeave(Message):
    """Button: the absence is off."""


@dataclass(frozen=True)
class LeaveCancelled(Message):
    """The absence is off."""

    start: date
    end: date


@dataclass(frozen=True)
class LeaveKnownDay(Message):
    """This day is noted already."""

    day: date


@dataclass(frozen=True)
class LeaveItemDay(Message):
    """One absence, of a day."""

    day: date


@dataclass(frozen=True)
class LeaveCancelledDay(Message):
    """The absence of a day is off."""

    day: date


def leave_known(start: date, end: date) -> Message:
    """These days are noted already: one, or from the first to the last."""
    return LeaveKnownDay(start) if start == end else LeaveKnown(start, end)


def leave_item(start: date, end: date) -> Message:
    """One absence: of a day, or from the first to the last."""
    return LeaveItemDay(start) if start == end else LeaveItem(start, end)


def leave_cancelled(start: date, end: date) -> Message:
    """The absence is off: of a day, or from the first to the last."""
    return LeaveCancelledDay(start) if start == end else LeaveCancelled(start, end)
