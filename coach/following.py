"""Values of keeping at it: what is due when, and the check-ins that were asked."""

from datetime import date, datetime
from enum import StrEnum

from coach.quantity import Quantity, Value


class ScheduleKind(StrEnum):
    """What comes due."""

    CHECK_IN = "check_in"
    POST = "post"
    CLOSE = "close"
    REMIND = "remind"  # a check-in without an answer, or one that was put off
    DIGEST = "digest"  # a lead's weekly overview, over all of their goals


class Schedule(Value):
    """When something is due next, for one goal and, where it is somebody's, one person."""

    id: str
    workspace: str
    kind: ScheduleKind
    goal: str | None = None
    """None: it is about all of a person's goals (`DIGEST`)."""
    user: str | None = None
    """Slack user id, for what goes to a person."""
    channel: str | None = None
    """Slack channel id, for what goes to a channel."""
    due_at: datetime | None
    """UTC; None: nothing more will come."""
    tries: int = 0
    """How often it could not be dealt with since it last was."""
    trouble: str | None = None
    """Why it could not be; together with no due instant: it was given up."""


class CheckInState(StrEnum):
    """What became of a check-in."""

    ASKED = "asked"
    ANSWERED = "answered"
    BLOCKED = "blocked"
    AWAY = "away"
    MISSED = "missed"
    SKIPPED = "skipped"


class SkipReason(StrEnum):
    """Why a check-in that came due was not asked."""

    AWAY = "away"  # the person is on leave
    FRESH = "fresh"  # the figure of its period is known
    QUIET = "quiet"  # three messages had no answer
    DOWNTIME = "downtime"  # Jalon was down, and a later one was asked
    CAPPED = "capped"  # the person had their one message of the day
    PAUSED = "paused"
    OVER = "over"  # the goal's last day is past
    UNDONE = "undone"  # nothing was asked: a figure came by itself, and was taken back


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
    skipped: SkipReason | None = None
    """Why it was not asked (`SKIPPED`)."""
    snoozes: int = 0
    """How often it was put off by the person."""
    resting: bool = False
    """Whether it was put off and is to be asked again."""
    said: str | None = None
    """Dedupe key of the message that asks it: the last one, where it was asked again. None: nothing was
    asked, a figure came by itself."""

    @property
    def counted(self) -> int:
        """How many times it was done that count for the plan: at most as often as it was due."""
        return min(self.done or 0, self.wanted or 1)
