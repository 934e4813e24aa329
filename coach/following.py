"""Values of keeping at it: what is due when, and the check-ins that were asked."""

from datetime import date, datetime
from enum import StrEnum

from coach.quantity import Quantity, Value


class ScheduleKind(StrEnum):
    """What comes due."""

    CHECK_IN = "check_in"
    POST = "post"
    CLOSE = "close"


class Schedule(Value):
    """When something is due next, for one goal and, where it is somebody's, one person."""

    id: str
    workspace: str
    kind: ScheduleKind
    goal: str
    user: str | None = None
    """Slack user id, for what goes to a person."""
    channel: str | None = None
    """Slack channel id, for what goes to a channel."""
    due_at: datetime | None
    """UTC; None: nothing more will come."""


class CheckInState(StrEnum):
    """What became of a check-in."""

    ASKED = "asked"
    ANSWERED = "answered"
    BLOCKED = "blocked"
    AWAY = "away"
    MISSED = "missed"


class CheckInAsks(StrEnum):
    """What a check-in wants to know."""

    FIGURE = "figure"  # where the metric stands: asked of the owner
    ACTION = "action"  # whether the week's lever action was done: asked of each contributor


class CheckIn(Value):
    """What was asked of somebody about a goal, and what became of it."""

    id: str
    workspace: str
    goal: str
    user: str
    asked_at: datetime
    due_on: date
    """The local day that it was asked for."""
    expected: Quantity | None = None
    """The level that the plan has on that day (`FIGURE`)."""
    asks: CheckInAsks = CheckInAsks.FIGURE
    wanted: int | None = None
    """How many times the lever action is due this period (`ACTION`)."""
    done: int | None = None
    """How many times it was done."""
    state: CheckInState = CheckInState.ASKED
    answered_at: datetime | None = None
    measurement: str | None = None
    """Id of the measurement that came of it."""
    words: str | None = None
    """What the person wrote."""
    nudged: bool = False
    """Whether the one reminder has gone out."""
