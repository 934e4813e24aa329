"""The coach's repositories over dictionaries."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeAlias, TypeVar

from coach.draft import Draft, DraftState
from coach.errors import Stale
from coach.following import CheckIn, CheckInState, Schedule
from coach.goal import Goal, GoalState, Measurement
from coach.nudges import BEGINS_ANEW
from coach.own_metrics import Override, OwnMetric
from coach.people import Leave, Profile
from coach.posting import Post, Rhythm
from coach.testing.outbox import Key, Line


class _Versioned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def workspace(self) -> str: ...
    @property
    def version(self) -> int: ...


V = TypeVar("V", bound=_Versioned)
T = TypeVar("T")
Rows: TypeAlias = dict[tuple[str, str], T]
"""Values by workspace and id."""


@dataclass
class State:
    """All that is kept; values are immutable, so a copy of the containers is a snapshot."""

    people: Rows[Profile] = field(default_factory=dict)
    leaves: Rows[Leave] = field(default_factory=dict)
    drafts: Rows[Draft] = field(default_factory=dict)
    goals: Rows[Goal] = field(default_factory=dict)
    measurements: Rows[Measurement] = field(default_factory=dict)
    check_ins: Rows[CheckIn] = field(default_factory=dict)
    schedules: Rows[Schedule] = field(default_factory=dict)
    rhythms: Rows[Rhythm] = field(default_factory=dict)
    posts: dict[tuple[str, str, datetime], Post] = field(default_factory=dict)
    own_metrics: Rows[OwnMetric | Override] = field(default_factory=dict)
    inbox: set[tuple[str, str]] = field(default_factory=set)
    outbox: dict[Key, Line] = field(default_factory=dict)

    def snapshot(self) -> "State":
        """A copy that can change by itself."""
        return State(**{name: copy(rows) for name, rows in vars(self).items()})

    def require_goal(self, workspace: str, goal: str) -> None:
        """Refuse what would hang below nothing.

        Raises:
            LookupError: the workspace has no such goal.
        """
        if (workspace, goal) not in self.goals:
            raise LookupError(f"no goal {goal}")


def _add(rows: Rows[T], workspace: str, name: str, value: T) -> None:
    if (workspace, name) in rows:
        raise LookupError(f"{name} is there already")
    rows[workspace, name] = value


def _save_version(rows: Rows[V], value: V) -> None:
    there = rows.get((value.workspace, value.id))
    if there is None or there.version != value.version - 1:
        raise Stale
    rows[value.workspace, value.id] = value


class MemoryPeople:
    """`coach.ports.People`."""

    def __init__(self, state: State) -> None:
        self._rows = state.people

    def get(self, workspace: str, user: str) -> Profile | None:
        """What is known of a person, or None where they were never met."""
        return self._rows.get((workspace, user))

    def put(self, profile: Profile) -> None:
        """Keep a profile, new or changed."""
        self._rows[profile.workspace, profile.user] = profile


class MemoryLeaves:
    """`coach.ports.Leaves`."""

    def __init__(self, state: State) -> None:
        self._rows = state.leaves

    def of_person(self, workspace: str, user: str, since: date) -> Sequence[Leave]:
        """A person's absences that end on `since` or later, the first to begin first."""
        return self.of_people(workspace, (user,), since)

    def of_people(self, workspace: str, users: Sequence[str], since: date) -> Sequence[Leave]:
        """The absences of some people that end on `since` or later, the first to begin first."""
        theirs = [
            row
            for row in self._rows.values()
            if row.workspace == workspace and row.user in users and row.end >= since
        ]
        return sorted(theirs, key=lambda row: (row.start, row.id))

    def add(self, leave: Leave) -> None:
        """Keep a new absence."""
        _add(self._rows, leave.workspace, leave.id, leave)

    def remove(self, workspace: str, user: str, leave: str) -> bool:
        """Drop an absence of a person; False where they have no such one."""
        there = self._rows.get((workspace, leave))
        if there is None or there.user != user:
            return False
        del self._rows[workspace, leave]
        return True


class MemoryDrafts:
    """`coach.ports.Drafts`."""

    def __init__(self, state: State) -> None:
        self._rows = state.drafts

    def get(self, workspace: str, draft: str) -> Draft | None:
        """One draft, whatever its state."""
        return self._rows.get((workspace, draft))

    def open_of(self, workspace: str, author: str) -> Sequence[Draft]:
        """The author's open drafts, the latest touched first."""
        mine = [
            draft
            for draft in self._rows.values()
            if (draft.workspace, draft.author, draft.state) == (workspace, author, DraftState.OPEN)
        ]
        return sorted(mine, key=lambda draft: (draft.touched_at, draft.id), reverse=True)

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        _add(self._rows, draft.workspace, draft.id, draft)

    def save(self, draft: Draft) -> None:
        """Keep a changed draft: its version must be one above the row's.

        Raises:
            Stale: somebody else changed it meanwhile.
        """
        _save_version(self._rows, draft)


class MemoryGoals:
    """`coach.ports.Goals`."""

    def __init__(self, state: State) -> None:
        self._rows = state.goals

    def get(self, workspace: str, goal: str) -> Goal | None:
        """One goal, whatever its state."""
        return self._rows.get((workspace, goal))

    def of_person(self, workspace: str, user: str) -> Sequence[Goal]:
        """Goals that the person owns, set or takes part in, the latest confirmed first; all states."""
        mine = [
            goal
            for goal in self._rows.values()
            if goal.workspace == workspace and user in {goal.author, goal.owner, *goal.contributors}
        ]
        return sorted(mine, key=lambda goal: (goal.confirmed_at, goal.id), reverse=True)

    def active(self, workspace: str) -> Sequence[Goal]:
        """Active goals, in order of confirmation."""
        running = [
            goal
            for goal in self._rows.values()
            if (goal.workspace, goal.state) == (workspace, GoalState.ACTIVE)
        ]
        return sorted(running, key=lambda goal: (goal.confirmed_at, goal.id))

    def of_channel(self, workspace: str, channel: str) -> Sequence[Goal]:
        """Active goals whose posts go to the channel, in order of confirmation."""
        return [goal for goal in self.active(workspace) if goal.channel == channel]

    def add(self, goal: Goal) -> None:
        """Keep a new goal."""
        _add(self._rows, goal.workspace, goal.id, goal)

    def save(self, goal: Goal) -> None:
        """Keep a changed goal: its version must be one above the row's.

        Raises:
            Stale: somebody else changed it meanwhile.
        """
        _save_version(self._rows, goal)


class MemoryMeasurements:
    """`coach.ports.Measurements`."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rows = state.measurements

    def get(self, workspace: str, measurement: str) -> Measurement | None:
        """One measurement."""
        return self._rows.get((workspace, measurement))

    def of_goal(self, workspace: str, goal: str) -> Sequence[Measurement]:
        """All of a goal's measurements, by date measured, then recorded; undone ones included."""
        mine = [row for (owner, _), row in self._rows.items() if (owner, row.goal) == (workspace, goal)]
        return sorted(mine, key=lambda row: (row.measured_on, row.recorded_at, row.id))

    def add(self, workspace: str, measurement: Measurement) -> None:
        """Keep a new measurement."""
        self._state.require_goal(workspace, measurement.goal)
        _add(self._rows, workspace, measurement.id, measurement)

    def undo(self, workspace: str, measurement: str) -> None:
        """Mark a measurement as undone; the row stays."""
        there = self._rows[workspace, measurement]
        self._rows[workspace, measurement] = there.model_copy(update={"undone": True})


class MemoryCheckIns:
    """`coach.ports.CheckIns`."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rows = state.check_ins

    def get(self, workspace: str, check_in: str) -> CheckIn | None:
        """One check-in."""
        return self._rows.get((workspace, check_in))

    def waiting_for(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The person's check-ins that still wait for an answer, the latest asked first."""
        mine = [
            row
            for row in self._rows.values()
            if (row.workspace, row.user, row.state) == (workspace, user, CheckInState.ASKED)
        ]
        return sorted(mine, key=lambda row: (row.asked_at, row.id), reverse=True)

    def of_goal(self, workspace: str, goal: str, since: date | None = None) -> Sequence[CheckIn]:
        """A goal's check-ins, in the order asked: all of them, or those for a day or later."""
        every = [row for row in self._rows.values() if (row.workspace, row.goal) == (workspace, goal)]
        mine = [row for row in every if since is None or row.due_on >= since]
        return sorted(mine, key=lambda row: (row.asked_at, row.id))

    def recent(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """A person's last check-ins of a goal, the latest asked first."""
        mine = [row for row in self.of_goal(workspace, goal) if row.user == user]
        return mine[::-1][:limit]

    def recent_asked(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """The same without those that were left out, but for absences and pauses."""
        mine = [row for row in self.of_goal(workspace, goal) if row.user == user]
        told = [row for row in reversed(mine) if row.skipped is None or row.skipped in BEGINS_ANEW]
        return told[:limit]

    def in_message(self, workspace: str, user: str, said: str) -> Sequence[CheckIn]:
        """The person's check-ins that a message asks, by the message's dedupe key; in the order asked."""
        mine = [
            row
            for row in self._rows.values()
            if (row.workspace, row.user, row.said) == (workspace, user, said)
        ]
        return sorted(mine, key=lambda row: (row.asked_at, row.id))

    def add(self, check_in: CheckIn) -> None:
        """Keep a new check-in."""
        self._state.require_goal(check_in.workspace, check_in.goal)
        _add(self._rows, check_in.workspace, check_in.id, check_in)

    def save(self, check_in: CheckIn) -> None:
        """Keep a changed check-in."""
        if (check_in.workspace, check_in.id) not in self._rows:
            raise LookupError(check_in.id)
        self._rows[check_in.workspace, check_in.id] = check_in


class MemorySchedules:
    """`coach.ports.Schedules`."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._rows = state.schedules

    def put(self, schedule: Schedule) -> None:
        """Keep a schedule, new or changed (same id)."""
        if schedule.goal is not None:
            self._state.require_goal(schedule.workspace, schedule.goal)
        self._rows[schedule.workspace, schedule.id] = schedule

    def of_goal(self, workspace: str, goal: str) -> Sequence[Schedule]:
        """A goal's schedules, by id."""
        mine = [row for row in self._rows.values() if (row.workspace, row.goal) == (workspace, goal)]
        return sorted(mine, key=lambda row: row.id)

    def of_person(self, workspace: str, user: str) -> Sequence[Schedule]:
        """A person's schedules that have something coming, the first due first."""
        mine = [
            (row.due_at, row.id, row)
            for row in self._rows.values()
            if (row.workspace, row.user) == (workspace, user) and row.due_at is not None
        ]
        return [row for _, _, row in sorted(mine)]

    def replace(self, before: Schedule, after: Schedule) -> bool:
        """Keep `after`, unless somebody dealt with `before` meanwhile (False: nothing has changed)."""
        there = self._rows.get((before.workspace, before.id))
        if there is None or (there.due_at, there.tries) != (before.due_at, before.tries):
            return False
        self._rows[after.workspace, after.id] = after
        return True

    def remove_goal(self, workspace: str, goal: str) -> None:
        """Drop all schedules of a goal."""
        for row in self.of_goal(workspace, goal):
            del self._rows[workspace, row.id]

    def claim(self, now: datetime, limit: int) -> Sequence[Schedule]:
        """Up to `limit` schedules of all workspaces due at `now` or before, the longest due first.

        They are this transaction's alone until it ends; each must be put back with its next due instant, or
        with none (None: it is over). Nothing is lost where the transaction is rolled back.
        """
        due = [(row.due_at, row) for row in self._rows.values() if row.due_at is not None]
        ready = sorted(((at, row) for at, row in due if at <= now), key=lambda pair: pair[0])
        return [row for _, row in ready[:limit]]

    def next_due(self) -> datetime | None:
        """The earliest due instant there is."""
        return min((row.due_at for row in self._rows.values() if row.due_at is not None), default=None)


class MemoryPosts:
    """`coach.ports.Posts`."""

    def __init__(self, state: State) -> None:
        self._rhythms, self._posts = state.rhythms, state.posts

    def rhythm(self, workspace: str, channel: str) -> Rhythm | None:
        """When a channel has its posts; None where it never had one."""
        return self._rhythms.get((workspace, channel))

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """Keep a channel's rhythm, new or changed."""
        self._rhythms[rhythm.workspace, rhythm.channel] = rhythm

    def put(self, post: Post) -> None:
        """Keep a post, new or changed (same channel and nominal instant)."""
        self._posts[post.workspace, post.channel, post.due_at] = post

    def at(self, workspace: str, channel: str, due_at: datetime) -> Post | None:
        """A channel's post of a nominal instant."""
        return self._posts.get((workspace, channel, due_at))

    def last(self, workspace: str, channel: str, before: datetime) -> Post | None:
        """A channel's latest post with a nominal instant earlier than `before`."""
        mine = (post for key, post in self._posts.items() if key[:2] == (workspace, channel))
        return max((one for one in mine if one.due_at < before), key=lambda one: one.due_at, default=None)


class MemoryInbox:
    """`coach.ports.Inbox`."""

    def __init__(self, state: State) -> None:
        self._seen = state.inbox

    def accept(self, workspace: str, event: str, now: datetime) -> bool:
        """Note an event's id; False where it was noted before (the retry of one already seen)."""
        del now
        if (workspace, event) in self._seen:
            return False
        self._seen.add((workspace, event))
        return True
