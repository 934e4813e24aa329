"""What is not needed any more goes, a little at a time: events long seen, messages long over."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import Connection, delete, select, tuple_

from storage import tables

SEEN = timedelta(days=7)
"""Slack tells an event again for some hours; a replay that is older is refused by its signature."""
OVER = timedelta(days=30)
"""A message that was sent, or given up, may still be edited or asked about for so long."""
AT_ONCE = 500
"""Rows of a transaction, so that people's turns wait for no more than this."""

Begin: TypeAlias = Callable[[], AbstractContextManager[Connection]]


def tidy(write: Begin, read: Begin, now: datetime) -> int:
    """Forget what has passed its time, in all workspaces; how many rows.

    Args:
        write: begins a short transaction that lets people go first.
        read: begins one that only reads.
        now: the instant that ages go by.
    """
    inbox, outbox = tables.inbox, tables.outbox
    with read() as connection:
        events = connection.execute(
            select(inbox.c.workspace, inbox.c.event).where(inbox.c.seen_at < now - SEEN)
        ).all()
        messages = (
            connection.execute(select(outbox.c.seq).where(outbox.c.over_at < now - OVER)).scalars().all()
        )
    for start in range(0, len(events), AT_ONCE):
        chunk = [tuple(event) for event in events[start : start + AT_ONCE]]
        with write() as connection:
            connection.execute(delete(inbox).where(tuple_(inbox.c.workspace, inbox.c.event).in_(chunk)))
    for start in range(0, len(messages), AT_ONCE):
        with write() as connection:
            connection.execute(delete(outbox).where(outbox.c.seq.in_(messages[start : start + AT_ONCE])))
    return len(events) + len(messages)
