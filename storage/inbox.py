"""The inbox over SQL: which of Slack's events were seen."""

from datetime import datetime

from sqlalchemy import Connection

from storage import tables, writing


class SqlInbox:
    """`coach.ports.Inbox`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def accept(self, workspace: str, event: str, now: datetime) -> bool:
        """Note an event's id; False where it was noted before (the retry of one already seen)."""
        row = {"workspace": workspace, "event": event, "seen_at": now}
        return writing.insert_new(self._connection, tables.inbox, row)
