"""The rows. Each belongs to a workspace, which is the first part of each key.

Drafts and goals are kept as JSON documents beside the columns that queries need; all else is columns.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment: aware going in, kept in UTC, aware (UTC) coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps it without the zone.

        Raises:
            ValueError: the moment has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant has a time zone")
        if value.tzinfo is not UTC:
            value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal figure, kept as it was written ("84.0" stays "84.0"); SQLite has no such type."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Its digits."""
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The figure."""
        del dialect
        return None if value is None else Decimal(value)


class PeopleColumns(TypedColumns):
    """The people that Jalon has met."""

    workspace: Named[str] = Column(primary_key=True)
    user: Named[str] = Column(primary_key=True)
    name: Named[str]
    language: Named[str]
    zone: Named[str]
    country: Named[str | None]
    deactivated: Named[bool]
    region: Named[str | None]
    admin: Named[bool]
    choices: Named[str] = Column(Text)
    """The `coach.people.Choices`, as JSON."""
    focus_kind: Named[str | None]
    focus_id: Named[str | None]
    refreshed_at: Named[datetime | None] = Column(Instant())


people = Table("people", metadata, PeopleColumns)


class LeaveColumns(TypedColumns):
    """When people are away."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    user: Named[str]
    start: Named[date]
    end: Named[date]
    """The last day."""


leaves = Table("leaves", metadata, LeaveColumns, Index(None, "workspace", "user", "end"))


class DraftColumns(TypedColumns):
    """Goals in the making."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    author: Named[str]
    state: Named[str]
    version: Named[int]
    touched_at: Named[datetime] = Column(Instant())
    document: Named[str] = Column(Text)
    """The whole `coach.draft.Draft`, as JSON."""


drafts = Table("drafts", metadata, DraftColumns, Index(None, "workspace", "author", "state", "touched_at"))


class GoalColumns(TypedColumns):
    """Confirmed goals."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    channel: Named[str | None]
    state: Named[str]
    version: Named[int]
    confirmed_at: Named[datetime] = Column(Instant())
    document: Named[str] = Column(Text)
    """The whole `coach.goal.Goal`, as JSON."""


goals = Table("goals", metadata, GoalColumns, Index(None, "workspace", "channel", "state"))


def _of_goal() -> ForeignKeyConstraint:
    """What hangs below a goal goes with it."""
    return ForeignKeyConstraint(["workspace", "goal"], ["goals.workspace", "goals.id"], ondelete="CASCADE")


class GoalPeopleColumns(TypedColumns):
    """Who has to do with a goal: its author, its owner, its contributors."""

    workspace: Named[str] = Column(primary_key=True)
    goal: Named[str] = Column(primary_key=True)
    user: Named[str] = Column(primary_key=True)


goal_people = Table(
    "goal_people",
    metadata,
    GoalPeopleColumns,
    _of_goal(),
    # with the goal: SQLite would go through the primary key, by the workspace alone
    Index(None, "workspace", "user", "goal"),
)


class MeasurementColumns(TypedColumns):
    """Figures of the goals' metrics; none is ever changed but for `undone`."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    goal: Named[str]
    author: Named[str]
    value: Named[Decimal] = Column(Exact())
    unit: Named[str]
    measured_on: Named[date]
    recorded_at: Named[datetime] = Column(Instant())
    sample: Named[int | None]
    words: Named[str | None] = Column(Text)
    corrects: Named[str | None]
    undone: Named[bool]
    source: Named[str]
    provisional: Named[bool]


measurements = Table(
    "measurements", metadata, MeasurementColumns, _of_goal(), Index(None, "workspace", "goal", "measured_on")
)


class CheckInColumns(TypedColumns):
    """Check-ins that were asked."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    goal: Named[str]
    user: Named[str]
    asked_at: Named[datetime] = Column(Instant())
    due_on: Named[date]
    expected_value: Named[Decimal | None] = Column(Exact())
    expected_unit: Named[str | None]
    asks: Named[str]
    wanted: Named[int | None]
    done: Named[int | None]
    state: Named[str]
    answered_at: Named[datetime | None] = Column(Instant())
    measurement: Named[str | None]
    words: Named[str | None] = Column(Text)
    nudged: Named[bool]
    skipped: Named[str | None]
    """Why it was not asked."""
    snoozes: Named[int]
    resting: Named[bool]
    said: Named[str | None]
    """Dedupe key of the message that asks it."""


check_ins = Table(
    "check_ins",
    metadata,
    CheckInColumns,
    _of_goal(),
    Index(None, "workspace", "goal", "asked_at"),
    Index(None, "workspace", "user", "state"),
    Index(None, "workspace", "user", "said"),
    Index(None, "workspace", "goal", "user", "asked_at"),
)


class ScheduleColumns(TypedColumns):
    """When something is due next. A due date is a column, not a job: a pass costs what is due."""

    workspace: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)
    kind: Named[str]
    goal: Named[str | None]
    user: Named[str | None]
    channel: Named[str | None]
    due_at: Named[datetime | None] = Column(Instant())
    tries: Named[int]
    trouble: Named[str | None] = Column(Text)
    """Why it could not be dealt with; together with no due instant: it was given up."""


schedules = Table(
    "schedules",
    metadata,
    ScheduleColumns,
    _of_goal(),
    Index(None, "workspace", "goal"),
    Index(None, "workspace", "user"),
    Index(None, "due_at"),
)


class RhythmColumns(TypedColumns):
    """When a channel has its progress posts."""

    workspace: Named[str] = Column(primary_key=True)
    channel: Named[str] = Column(primary_key=True)
    document: Named[str] = Column(Text)
    """The whole `coach.posting.Rhythm`, as JSON."""


rhythms = Table("rhythms", metadata, RhythmColumns)


class PostColumns(TypedColumns):
    """The posts that channels had, so that the next tells what is new and a wrong one is put right."""

    workspace: Named[str] = Column(primary_key=True)
    channel: Named[str] = Column(primary_key=True)
    due_at: Named[datetime] = Column(Instant(), primary_key=True)
    """Its nominal instant."""
    document: Named[str] = Column(Text)
    """The whole `coach.posting.Post`, as JSON."""


posts = Table("posts", metadata, PostColumns)


class OwnMetricColumns(TypedColumns):
    """What a workspace added to the catalogue: metrics of its own, and its references of known ones."""

    workspace: Named[str] = Column(primary_key=True)
    key: Named[str] = Column(primary_key=True)
    """A metric's key of the catalogue for a reference, any other for a metric."""
    document: Named[str] = Column(Text)
    """The whole `coach.own_metrics.Override` or `OwnMetric`, as JSON."""


own_metrics = Table("own_metrics", metadata, OwnMetricColumns)


class HeartbeatColumns(TypedColumns):
    """When the parts of Jalon that work by themselves last did."""

    part: Named[str] = Column(primary_key=True)
    at: Named[datetime] = Column(Instant())


heartbeats = Table("heartbeats", metadata, HeartbeatColumns)


class InboxColumns(TypedColumns):
    """The events that Slack has told us, so that a retry changes nothing."""

    workspace: Named[str] = Column(primary_key=True)
    event: Named[str] = Column(primary_key=True)
    seen_at: Named[datetime] = Column(Instant())


inbox = Table("inbox", metadata, InboxColumns, Index(None, "seen_at"))


class OutboxColumns(TypedColumns):
    """What is to be said, and what became of it (`storage/outbox.py` tells the states)."""

    seq: Named[int] = Column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)
    """The order of arrival."""
    workspace: Named[str]
    dedupe_key: Named[str]
    recipient: Named[str]
    """A Slack user or channel id."""
    lane: Named[int]
    at: Named[datetime] = Column(Instant())
    """Not before this instant."""
    payload: Named[dict[str, Any]] = Column(JSON, nullable=False)
    replaces_channel: Named[str | None]
    replaces_ts: Named[str | None]
    state: Named[str]
    due_at: Named[datetime | None] = Column(Instant())
    """When a deliverer may take it; for `sending`, when the lease runs out; None once it is over."""
    attempts: Named[int]
    """How often it was claimed."""
    reason: Named[str | None] = Column(Text)
    """Why it is in doubt, put off or dead."""
    sent_channel: Named[str | None]
    sent_ts: Named[str | None]
    over_at: Named[datetime | None] = Column(Instant())
    """When it was sent or given up."""


_WAITS = text("due_at IS NOT NULL")
_IN_FLIGHT = text("state = 'sending'")

outbox = Table(
    "outbox",
    metadata,
    OutboxColumns,
    UniqueConstraint("workspace", "dedupe_key"),
    Index(None, "lane", "at", "seq", sqlite_where=_WAITS, postgresql_where=_WAITS),
    Index(None, "workspace", "recipient", "at", "seq", sqlite_where=_WAITS, postgresql_where=_WAITS),
    Index(None, "workspace", "recipient", sqlite_where=_IN_FLIGHT, postgresql_where=_IN_FLIGHT),
)


class InstallationColumns(TypedColumns):
    """Where Jalon is installed over HTTP, or was until lately."""

    team: Named[str] = Column(String, primary_key=True)
    """A workspace's id; an organisation's for an installation in all of its workspaces."""
    enterprise: Named[str | None]
    """The organisation whose installation serves this workspace."""
    document: Named[str | None] = Column(Text)
    """What Slack gave, as JSON, its tokens sealed; None once they are gone."""
    refresh_at: Named[datetime | None] = Column(Instant())
    """When the token has to be changed for a new one, where it runs out."""
    gone_at: Named[datetime | None] = Column(Instant())
    """When Jalon was taken out of it."""


installations = Table("installations", metadata, InstallationColumns)


class OAuthStateColumns(TypedColumns):
    """Installations under way: what Slack gives back to show that it was begun here."""

    state: Named[str] = Column(String, primary_key=True)
    expires_at: Named[datetime] = Column(Instant(), nullable=False)


oauth_states = Table("oauth_states", metadata, OAuthStateColumns)
