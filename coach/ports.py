"""What the coach needs of the world, as Protocols. `storage` and `coach/testing.py` fulfil them.

Every query names its workspace: one workspace can never read another's rows.
Repositories never commit; the unit of work does.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from coach.draft import Draft
from coach.following import CheckIn, Schedule
from coach.goal import Goal, Measurement
from coach.outgoing import MessageRef, Outgoing, Parcel
from coach.own_metrics import Override, OwnMetric
from coach.people import Leave, Profile
from coach.posting import Post, Rhythm


class Ids(Protocol):
    """A source of new ids."""

    def new(self) -> str:
        """An id that was never given before (at most 36 characters of `[0-9a-z-]`)."""
        ...


class People(Protocol):
    """The people that Jalon has met."""

    def get(self, workspace: str, user: str) -> Profile | None:
        """What is known of a person, or None where they were never met."""
        ...

    def put(self, profile: Profile) -> None:
        """Keep a profile, new or changed."""
        ...


class Leaves(Protocol):
    """When people are away."""

    def of_person(self, workspace: str, user: str, since: date) -> Sequence[Leave]:
        """A person's absences that end on `since` or later, the first to begin first."""
        ...

    def of_people(self, workspace: str, users: Sequence[str], since: date) -> Sequence[Leave]:
        """The absences of some people that end on `since` or later, the first to begin first."""
        ...

    def add(self, leave: Leave) -> None:
        """Keep a new absence."""
        ...

    def remove(self, workspace: str, user: str, leave: str) -> bool:
        """Drop an absence of a person; False where they have no such one."""
        ...


class Drafts(Protocol):
    """Goals in the making."""

    def get(self, workspace: str, draft: str) -> Draft | None:
        """One draft, whatever its state."""
        ...

    def open_of(self, workspace: str, author: str) -> Sequence[Draft]:
        """The author's open drafts, the latest touched first."""
        ...

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        ...

    def save(self, draft: Draft) -> None:
        """Keep a changed draft: its version must be one above the row's.

        Raises:
            coach.errors.Stale: somebody else changed it meanwhile.
        """
        ...


class Goals(Protocol):
    """Confirmed goals."""

    def get(self, workspace: str, goal: str) -> Goal | None:
        """One goal, whatever its state."""
        ...

    def of_person(self, workspace: str, user: str) -> Sequence[Goal]:
        """Goals that the person owns, set or takes part in, the latest confirmed first; all states."""
        ...

    def active(self, workspace: str) -> Sequence[Goal]:
        """Active goals, in order of confirmation."""
        ...

    def of_channel(self, workspace: str, channel: str) -> Sequence[Goal]:
        """Active goals whose posts go to the channel, in order of confirmation."""
        ...

    def add(self, goal: Goal) -> None:
        """Keep a new goal."""
        ...

    def save(self, goal: Goal) -> None:
        """Keep a changed goal: its version must be one above the row's.

        Raises:
            coach.errors.Stale: somebody else changed it meanwhile.
        """
        ...


class Measurements(Protocol):
    """Figures of the goals' metrics."""

    def get(self, workspace: str, measurement: str) -> Measurement | None:
        """One measurement."""
        ...

    def of_goal(self, workspace: str, goal: str) -> Sequence[Measurement]:
        """All of a goal's measurements, by date measured, then recorded; undone ones included."""
        ...

    def add(self, workspace: str, measurement: Measurement) -> None:
        """Keep a new measurement."""
        ...

    def undo(self, workspace: str, measurement: str) -> None:
        """Mark a measurement as undone; the row stays."""
        ...


class CheckIns(Protocol):
    """Check-ins that were asked."""

    def get(self, workspace: str, check_in: str) -> CheckIn | None:
        """One check-in."""
        ...

    def waiting_for(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The person's check-ins that still wait for an answer, the latest asked first."""
        ...

    def of_goal(self, workspace: str, goal: str, since: date | None = None) -> Sequence[CheckIn]:
        """A goal's check-ins, in the order asked: all of them, or those for a day or later."""
        ...

    def recent(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """A person's last check-ins of a goal, the latest asked first."""
        ...

    def recent_asked(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """The same without those that were left out, but for absences and pauses (`BEGINS_ANEW`)."""
        ...

    def in_message(self, workspace: str, user: str, said: str) -> Sequence[CheckIn]:
        """The person's check-ins that a message asks, by the message's dedupe key; in the order asked."""
        ...

    def add(self, check_in: CheckIn) -> None:
        """Keep a new check-in."""
        ...

    def save(self, check_in: CheckIn) -> None:
        """Keep a changed check-in."""
        ...


class Schedules(Protocol):
    """When something is due next. Due dates are columns, not jobs."""

    def put(self, schedule: Schedule) -> None:
        """Keep a schedule, new or changed (same id)."""
        ...

    def of_goal(self, workspace: str, goal: str) -> Sequence[Schedule]:
        """A goal's schedules, by id."""
        ...

    def of_person(self, workspace: str, user: str) -> Sequence[Schedule]:
        """A person's schedules that have something coming, the first due first.

        Rows that another worker deals with at this moment are left out.
        """
        ...

    def replace(self, before: Schedule, after: Schedule) -> bool:
        """Keep `after`, unless somebody dealt with `before` meanwhile (False: nothing has changed)."""
        ...

    def remove_goal(self, workspace: str, goal: str) -> None:
        """Drop all schedules of a goal."""
        ...

    def claim(self, now: datetime, limit: int) -> Sequence[Schedule]:
        """Up to `limit` schedules of all workspaces due at `now` or before, the longest due first.

        They are this transaction's alone until it ends; each must be put back with its next due instant, or
        with none (None: it is over). Nothing is lost where the transaction is rolled back.
        """
        ...

    def next_due(self) -> datetime | None:
        """The earliest due instant there is."""
        ...


class Records(Protocol):
    """What is kept of one person across goals, to be shown to them and erased; and what is kept too long."""

    def drafts_of(self, workspace: str, user: str) -> Sequence[Draft]:
        """The drafts that the person began, whatever their state, the oldest first."""
        ...

    def check_ins_of(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The check-ins that the person was asked, in the order asked."""
        ...

    def measurements_of(self, workspace: str, user: str) -> Sequence[Measurement]:
        """The figures that the person gave, by date measured, then recorded; undone ones included."""
        ...

    def erase_person(self, workspace: str, user: str) -> None:
        """Forget a person: profile, drafts, answers, messages to them; figures stay without name or words."""
        ...

    def erase_goal(self, workspace: str, goal: str) -> None:
        """Forget a goal and everything that hangs below it."""
        ...

    def erase_before(self, before: datetime) -> int:
        """Forget goals that ended and drafts left alone since `before`, in all workspaces; how many."""
        ...


class Posts(Protocol):
    """The channels' progress posts: when each channel has them, and what they told."""

    def rhythm(self, workspace: str, channel: str) -> Rhythm | None:
        """When a channel has its posts; None where it never had one."""
        ...

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """Keep a channel's rhythm, new or changed."""
        ...

    def put(self, post: Post) -> None:
        """Keep a post, new or changed (same channel and nominal instant)."""
        ...

    def at(self, workspace: str, channel: str, due_at: datetime) -> Post | None:
        """A channel's post of a nominal instant."""
        ...

    def last(self, workspace: str, channel: str, before: datetime) -> Post | None:
        """A channel's latest post with a nominal instant earlier than `before`."""
        ...


class OwnMetrics(Protocol):
    """The metrics and references that a workspace added to the catalogue's."""

    def metrics(self, workspace: str) -> Sequence[OwnMetric]:
        """The metrics that the workspace added, by key."""
        ...

    def overrides(self, workspace: str) -> Sequence[Override]:
        """The workspace's own references of the catalogue's metrics, by the metric's key."""
        ...

    def put(self, one: OwnMetric | Override) -> None:
        """Keep a metric or a reference, new or changed (same key)."""
        ...

    def remove(self, workspace: str, key: str) -> bool:
        """Drop a metric or a reference; False where there is no such one."""
        ...


class Inbox(Protocol):
    """What Slack has already told us."""

    def accept(self, workspace: str, event: str, now: datetime) -> bool:
        """Note an event's id; False where it was noted before (the retry of one already seen)."""
        ...


class Outbox(Protocol):
    """What is to be said, kept in the transaction of what caused it."""

    def expect(self, workspace: str, keys: Iterable[str]) -> None:
        """These dedupe keys are about to be put in line: what of them is there is looked up at once."""
        ...

    def add(self, outgoing: Outgoing) -> bool:
        """Put a message in line; False where its dedupe key is already there."""
        ...

    def sent(self, workspace: str, dedupe_key: str) -> MessageRef | None:
        """Where a message went, once it is sent."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the `with` without `commit()` rolls back."""

    people: People
    leaves: Leaves
    drafts: Drafts
    goals: Goals
    measurements: Measurements
    check_ins: CheckIns
    schedules: Schedules
    records: Records
    posts: Posts
    own_metrics: OwnMetrics
    inbox: Inbox
    outbox: Outbox

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back whatever was not committed."""
        ...

    def commit(self) -> None:
        """Make it last."""
        ...


OpenUnitOfWork: TypeAlias = Callable[[], UnitOfWork]
"""Opens a unit of work; the container gives one to everything that needs it."""


class OutboxQueue(Protocol):
    """The outbox from the deliverer's side. Each call is its own short transaction."""

    def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Parcel]:
        """Take up to `limit` messages that are due: at most one a channel, none of a channel in flight.

        By lane, then age; a channel's messages keep their order. A row whose lease ran out comes back with
        `in_doubt` set: it may have gone out already.
        """
        ...

    def mark_sent(self, parcel: str, ref: MessageRef, now: datetime) -> None:
        """It arrived, as Slack's `ref`."""
        ...

    def mark_all_sent(self, arrived: Sequence[tuple[str, MessageRef]], now: datetime) -> None:
        """These parcels arrived, each as Slack's message beside it: all of it is kept, or nothing."""
        ...

    def mark_in_doubt(self, parcel: str, at: datetime, reason: str) -> None:
        """It may have gone out: look it up at `at` or later, before it is sent again."""
        ...

    def mark_retry(self, parcel: str, at: datetime, reason: str) -> None:
        """It surely did not go out: try again at `at` or later."""
        ...

    def mark_dead(self, parcel: str, reason: str, now: datetime) -> None:
        """It will not be sent; the reason is kept for the owner and the administrator."""
        ...

    def next_due(self) -> datetime | None:
        """When the earliest waiting message is due (or its lease runs out)."""
        ...

    def counts(self) -> dict[str, int]:
        """Rows by state."""
        ...
