"""The channels' progress posts, over SQL."""

from datetime import datetime

from sqlalchemy import Connection, select

from coach.posting import Post, Rhythm
from storage import tables, writing


class SqlPosts:
    """`coach.ports.Posts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rhythm(self, workspace: str, channel: str) -> Rhythm | None:
        """When a channel has its posts; None where it never had one."""
        rows = tables.rhythms
        query = select(rows.c.document).where(rows.c.workspace == workspace, rows.c.channel == channel)
        document = self._connection.execute(query).scalar()
        return Rhythm.model_validate_json(document) if document is not None else None

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """Keep a channel's rhythm, new or changed."""
        row = {"workspace": rhythm.workspace, "channel": rhythm.channel, "document": rhythm.model_dump_json()}
        writing.put(self._connection, tables.rhythms, row)

    def put(self, post: Post) -> None:
        """Keep a post, new or changed (same channel and nominal instant)."""
        row = {
            "workspace": post.workspace,
            "channel": post.channel,
            "due_at": post.due_at,
            "document": post.model_dump_json(),
        }
        writing.put(self._connection, tables.posts, row)

    def at(self, workspace: str, channel: str, due_at: datetime) -> Post | None:
        """A channel's post of a nominal instant."""
        rows = tables.posts
        query = select(rows.c.document).where(
            rows.c.workspace == workspace, rows.c.channel == channel, rows.c.due_at == due_at
        )
        return _post(self._connection.execute(query).scalar())

    def last(self, workspace: str, channel: str, before: datetime) -> Post | None:
        """A channel's latest post with a nominal instant earlier than `before`."""
        rows = tables.posts
        query = (
            select(rows.c.document)
            .where(rows.c.workspace == workspace, rows.c.channel == channel, rows.c.due_at < before)
            .order_by(rows.c.due_at.desc())
            .limit(1)
        )
        return _post(self._connection.execute(query).scalar())


def _post(document: str | None) -> Post | None:
    return Post.model_validate_json(document) if document is not None else None
