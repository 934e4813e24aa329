"""Where Jalon is installed. What Slack gave is kept as it is handed in: its tokens are sealed before."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection, Row, delete, select, update

from coach.installation import Kept
from storage import tables, writing

_ROWS = tables.installations
_STATES = tables.oauth_states


class SqlInstallations:
    """`coach.installation.KeptInstallations`: each call is a short transaction of its own."""

    def __init__(
        self,
        write: Callable[[], AbstractContextManager[Connection]],
        read: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._write, self._read = write, read

    def put(self, kept: Kept) -> None:
        """Keep an installation, new or changed."""
        row = {
            "team": kept.team,
            "enterprise": kept.enterprise,
            "document": kept.document,
            "refresh_at": kept.refresh_at,
            "gone_at": kept.gone_at,
        }
        with self._write() as connection:
            writing.put(connection, _ROWS, row)

    def get(self, team: str) -> Kept | None:
        """The installation of a workspace or an organisation."""
        with self._read() as connection:
            row = connection.execute(select(_ROWS).where(_ROWS.c.team == team)).one_or_none()
        return _kept(row) if row is not None else None

    def every(self) -> Sequence[Kept]:
        """All installations, by id."""
        with self._read() as connection:
            return [_kept(row) for row in connection.execute(select(_ROWS).order_by(_ROWS.c.team))]

    def depart(self, team: str, now: datetime) -> None:
        """Jalon was taken out of a workspace: its tokens go at once, when it left is noted."""
        self.put(Kept(team=team, document=None, gone_at=now))

    def come_back(self, team: str) -> None:
        """Something came from a workspace that was left: it is there again."""
        with self._write() as connection:
            connection.execute(update(_ROWS).where(_ROWS.c.team == team).values(gone_at=None))

    def erase(self, team: str) -> int:
        """Drop every row of a workspace, its installation last; how many rows of data there were."""
        erased = 0
        for table in reversed(tables.metadata.sorted_tables):
            if "workspace" in table.c:
                with self._write() as connection:
                    erased += connection.execute(delete(table).where(table.c.workspace == team)).rowcount
        with self._write() as connection:
            connection.execute(delete(_ROWS).where(_ROWS.c.team == team))
        return erased

    # --- installations under way ---
    def begin(self, state: str, expires_at: datetime) -> None:
        """An installation was begun."""
        with self._write() as connection:
            writing.put(connection, _STATES, {"state": state, "expires_at": expires_at})

    def finish(self, state: str, now: datetime) -> bool:
        """Whether an installation was begun under this state, and not too long ago; it counts once."""
        with self._write() as connection:
            connection.execute(delete(_STATES).where(_STATES.c.expires_at < now))
            return connection.execute(delete(_STATES).where(_STATES.c.state == state)).rowcount == 1


def _kept(row: Row[tuple[object, ...]]) -> Kept:
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row by columns
    return Kept(
        team=found["team"],
        document=found["document"],
        enterprise=found["enterprise"],
        refresh_at=found["refresh_at"],
        gone_at=found["gone_at"],
    )
