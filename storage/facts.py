"""What is to be known of the database, for `jalon doctor`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy import func as sql

from coach.following import Schedule
from coach.goal import GoalState
from coach.outgoing import DeadMessages
from storage import migrate, tables
from storage.outbox import State
from storage.schedules import in_trouble, next_due

COUNTED = (
    tables.people,
    tables.drafts,
    tables.goals,
    tables.measurements,
    tables.check_ins,
    tables.schedules,
    tables.posts,
)
LOOK = "look"
"""The name of the heartbeat that each look at what is due leaves."""
MOST = 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What is to be known of the database (`jalon doctor`)."""

    url: str
    """Without its password."""
    revision: str | None
    """The migration that it stands at."""
    head: str
    """The migration that this version of Jalon wants."""
    writable: bool
    counts: dict[str, int]
    """Rows of `people`, `drafts`, `goals`, `measurements`, `check_ins`, `schedules` and `posts`."""
    outbox: dict[str, int]
    """Messages by state."""
    troubles: Sequence[Schedule]
    """Schedules that could not be dealt with when last tried, those given up first."""
    dead: Sequence[DeadMessages]
    """The latest first."""
    channels: Sequence[tuple[str, str]]
    """Workspace and channel that goals under way are posted to."""
    last_look: datetime | None
    """When what is due was last looked at; None: never."""
    next_due: datetime | None
    """The earliest instant at which something is due."""


def dead_messages(connection: Connection) -> Sequence[DeadMessages]:
    """Messages that could not be delivered, by reason, the latest first."""
    rows = tables.outbox
    last = sql.max(rows.c.over_at)
    query = (
        select(rows.c.reason, sql.count(), last)
        .where(rows.c.state == State.DEAD.value)
        .group_by(rows.c.reason)
        .order_by(last.desc())
        .limit(MOST)
    )
    found = connection.execute(query).all()
    return [DeadMessages(str(why), int(count), at) for why, count, at in found if at is not None]


def channels_posted_to(connection: Connection) -> Sequence[tuple[str, str]]:
    """Workspace and channel that goals under way are posted to, in order."""
    goals = tables.goals
    query = (
        select(goals.c.workspace, goals.c.channel)
        .where(goals.c.state == GoalState.ACTIVE.value, goals.c.channel.is_not(None))
        .distinct()
        .order_by(goals.c.workspace, goals.c.channel)
    )
    return [(str(workspace), str(channel)) for workspace, channel in connection.execute(query)]


def gather(connection: Connection, *, url: str, writable: bool, outbox: dict[str, int]) -> Facts:
    """All of it.

    Args:
        connection: a transaction that only reads.
        url: the database's, without its password.
        writable: whether a write is taken.
        outbox: messages by state.
    """
    counts = {
        table.name: connection.execute(select(sql.count()).select_from(table)).scalar_one()
        for table in COUNTED
    }
    beats = tables.heartbeats
    return Facts(
        url=url,
        revision=migrate.revision_of(connection),
        head=migrate.head(),
        writable=writable,
        counts=counts,
        outbox=outbox,
        troubles=in_trouble(connection),
        dead=dead_messages(connection),
        channels=channels_posted_to(connection),
        last_look=connection.execute(select(beats.c.at).where(beats.c.part == LOOK)).scalar(),
        next_due=next_due(connection),
    )
