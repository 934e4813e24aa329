"""When things are due, over SQL. What is put is written at the end of the transaction, many rows at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, select, update
from sqlalchemy import func as sql

from coach.following import Schedule
from storage import mapping, tables, writing
from storage.check_ins import RECENT
from storage.reading import ByName
from storage.recall import Recall

_OF: BindParameter[str] = bindparam("of")
_ROWS = tables.schedules.c
_OF_GOAL = mapping.schedules.query.where(_ROWS.workspace == _OF, _ROWS.goal == bindparam("goal")).order_by(
    _ROWS.id
)
_OF_PEOPLE = ByName(
    mapping.schedules.all,
    mapping.schedules.query.where(_ROWS.due_at.is_not(None))
    .order_by(_ROWS.due_at, _ROWS.id)
    .with_for_update(skip_locked=True),
    _ROWS.workspace,
    _ROWS.user,
)
_DUE = (
    mapping.schedules.query.where(_ROWS.due_at <= bindparam("now"))
    .order_by(_ROWS.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_NEXT_DUE = select(sql.min(_ROWS.due_at))


def in_trouble(connection: Connection, most: int = 100) -> Sequence[Schedule]:
    """Schedules of all workspaces that could not be dealt with when last tried, those given up first."""
    query = mapping.schedules.query.where(_ROWS.tries > 0).order_by(_ROWS.due_at.nulls_first(), _ROWS.id)
    return mapping.schedules.all(connection, query.limit(most))


def next_due(connection: Connection) -> datetime | None:
    """The earliest instant at which something is due in any workspace."""
    return connection.execute(_NEXT_DUE).scalar()


class SqlSchedules:
    """`coach.ports.Schedules`."""

    def __init__(self, connection: Connection, recall: Recall, later: writing.Later) -> None:
        self._connection, self._recall, self._later = connection, recall, later

    def put(self, schedule: Schedule) -> None:
        """Keep a schedule, new or changed (same id)."""
        self._later.put(tables.schedules, mapping.schedule_row(schedule))
        key = schedule.workspace, schedule.user
        if (others := self._recall.get("schedules", key)) is not None:
            kept = [one for one in (*others, schedule) if one.id != schedule.id or one is schedule]
            coming = [(one.due_at, one.id, one) for one in kept if one.due_at is not None]
            self._recall.keep("schedules", key, [one for *_, one in sorted(coming, key=lambda row: row[:2])])

    def of_goal(self, workspace: str, goal: str) -> Sequence[Schedule]:
        """A goal's schedules, by id."""
        return self._read(_OF_GOAL, {"of": workspace, "goal": goal})

    def of_person(self, workspace: str, user: str) -> Sequence[Schedule]:
        """A person's schedules that have something coming, the first due first.

        Rows that another worker deals with at this moment are left out.
        """

        def read(users: Sequence[str]) -> dict[str, list[Schedule]]:
            found: dict[str, list[Schedule]] = {}
            self._later.write(tables.schedules)
            for one in _OF_PEOPLE.find(self._connection, workspace, users):
                found.setdefault(one.user or "", []).append(one)
            return found

        return self._recall.each("schedules", workspace, [user], read, list[Schedule])[0]

    def replace(self, before: Schedule, after: Schedule) -> bool:
        """Keep `after`, unless somebody dealt with `before` meanwhile (False: nothing has changed)."""
        self._later.write(tables.schedules)
        self._recall.forget("schedules")
        rows = tables.schedules
        same = (rows.c.due_at == before.due_at, rows.c.tries == before.tries)
        mine = rows.c.workspace == before.workspace, rows.c.id == before.id
        statement = update(rows).where(*mine, *same)
        return self._connection.execute(statement.values(mapping.schedule_row(after))).rowcount == 1

    def remove_goal(self, workspace: str, goal: str) -> None:
        """Drop all schedules of a goal."""
        self._later.write(tables.schedules)
        self._recall.forget("schedules")
        rows = tables.schedules
        self._connection.execute(delete(rows).where(rows.c.workspace == workspace, rows.c.goal == goal))

    def claim(self, now: datetime, limit: int) -> Sequence[Schedule]:
        """Up to `limit` schedules of all workspaces due at `now` or before, the longest due first.

        They are this transaction's alone until it ends: on SQLite because it holds the write lock from its
        BEGIN IMMEDIATE on, on PostgreSQL because the rows are locked and others skip them.
        """
        claimed = self._read(_DUE, {"now": now, "most": limit})
        people = [(one.workspace, one.user) for one in claimed if one.user is not None]
        for table in ("people", "leaves", "schedules"):
            self._recall.foresee(table, people)
        asked = [(one.workspace, (one.goal, one.user)) for one in claimed if one.goal and one.user]
        self._recall.foresee(RECENT, asked)
        self._recall.foresee("goals", [(one.workspace, one.goal) for one in claimed if one.goal is not None])
        return claimed

    def in_trouble(self, most: int = 100) -> Sequence[Schedule]:
        """Those of all workspaces that could not be dealt with when last tried, those given up first."""
        self._later.write(tables.schedules)
        return in_trouble(self._connection, most)

    def next_due(self) -> datetime | None:
        """The earliest due instant there is."""
        self._later.write(tables.schedules)
        return next_due(self._connection)

    def _read(self, query: Select[Any], given: dict[str, Any]) -> list[Schedule]:
        self._later.write(tables.schedules)
        return mapping.schedules.all(self._connection, query, given)
