"""The coach's repositories over SQL. They never commit, and every query names its workspace."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    CursorResult,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from coach.errors import Stale
from coach.goal import Goal, GoalState, Measurement
from coach.people import Leave, Profile
from storage import mapping, tables, writing
from storage.reading import ByName
from storage.recall import Recall


def _goals(connection: Connection, query: Select[Any], given: Mapping[str, Any]) -> list[Goal]:
    """The goals whose documents a query finds."""
    return [mapping.goal(document) for document in connection.execute(query, given).scalars()]


_OF: BindParameter[str] = bindparam("of")
_KEY: BindParameter[str] = bindparam("key")
_PEOPLE = ByName(
    mapping.profiles.all, mapping.profiles.query, tables.people.c.workspace, tables.people.c.user
)
_LEAVES = ByName(
    mapping.leaves.all,
    mapping.leaves.query.order_by(tables.leaves.c.start, tables.leaves.c.id),
    tables.leaves.c.workspace,
    tables.leaves.c.user,
)
_GOALS = ByName(_goals, select(tables.goals.c.document), tables.goals.c.workspace, tables.goals.c.id)
_GOALS_OF = (
    select(tables.goals.c.document)
    .join(
        tables.goal_people,
        (tables.goal_people.c.workspace == tables.goals.c.workspace)
        & (tables.goal_people.c.goal == tables.goals.c.id),
    )
    .where(tables.goal_people.c.workspace == _OF, tables.goal_people.c.user == bindparam("person"))
    .order_by(tables.goals.c.confirmed_at.desc(), tables.goals.c.id.desc())
)
_FIGURES = mapping.measurements.query.where(
    tables.measurements.c.workspace == _OF, tables.measurements.c.goal == _KEY
).order_by(tables.measurements.c.measured_on, tables.measurements.c.recorded_at, tables.measurements.c.id)
_NEW_FIGURE = insert(tables.measurements)


class SqlPeople:
    """`coach.ports.People`. What is put is written at the end, once a person."""

    def __init__(self, connection: Connection, recall: Recall, later: writing.Later) -> None:
        self._connection, self._recall, self._later = connection, recall, later

    def get(self, workspace: str, user: str) -> Profile | None:
        """What is known of a person, or None where they were never met."""

        def read(users: Sequence[str]) -> dict[str, Profile | None]:
            return {one.user: one for one in _PEOPLE.find(self._connection, workspace, users)}

        return self._recall.each("people", workspace, [user], read, lambda: None)[0]

    def put(self, profile: Profile) -> None:
        """Keep a profile, new or changed."""
        key, row = (profile.workspace, profile.user), mapping.profile_row(profile)
        known = self._recall.get("people", key)
        if known is None:
            self._later.put(tables.people, row)
        else:
            self._later.change(tables.people, row, mapping.profile_row(known))
        self._recall.keep("people", key, profile)


class SqlLeaves:
    """`coach.ports.Leaves`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def of_person(self, workspace: str, user: str, since: date) -> Sequence[Leave]:
        """A person's absences that end on `since` or later, the first to begin first."""
        return self.of_people(workspace, (user,), since)

    def of_people(self, workspace: str, users: Sequence[str], since: date) -> Sequence[Leave]:
        """The absences of some people that end on `since` or later, the first to begin first."""

        def read(unknown: Sequence[str]) -> dict[str, list[Leave]]:
            found: dict[str, list[Leave]] = {}
            for one in _LEAVES.find(self._connection, workspace, unknown):
                found.setdefault(one.user, []).append(one)
            return found

        # all of a person's: they have few, and are asked for with one day and another
        kept = self._recall.each("leaves", workspace, dict.fromkeys(users), read, list[Leave])
        every = [leave for leaves in kept for leave in leaves if leave.end >= since]
        return every if len(kept) == 1 else sorted(every, key=lambda leave: (leave.start, leave.id))

    def add(self, leave: Leave) -> None:
        """Keep a new absence."""
        self._recall.forget("leaves")
        self._connection.execute(insert(tables.leaves), leave.model_dump())

    def remove(self, workspace: str, user: str, leave: str) -> bool:
        """Drop an absence of a person; False where they have no such one."""
        self._recall.forget("leaves")
        rows = tables.leaves
        statement = delete(rows).where(*_is(rows, workspace, leave), rows.c.user == user)
        return self._connection.execute(statement).rowcount == 1


class SqlGoals:
    """`coach.ports.Goals`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def get(self, workspace: str, goal: str) -> Goal | None:
        """One goal, whatever its state."""

        def read(goals: Sequence[str]) -> dict[str, Goal | None]:
            return {one.id: one for one in _GOALS.find(self._connection, workspace, goals)}

        return self._recall.each("goals", workspace, [goal], read, lambda: None)[0]

    def of_person(self, workspace: str, user: str) -> Sequence[Goal]:
        """Goals that the person owns, set or takes part in, the latest confirmed first; all states."""

        def read() -> Sequence[Goal]:
            return _goals(self._connection, _GOALS_OF, {"of": workspace, "person": user})

        return self._recall.of("goals", ("of", workspace, user), read)

    def active(self, workspace: str) -> Sequence[Goal]:
        """Active goals, in order of confirmation."""
        return self._active(workspace)

    def of_channel(self, workspace: str, channel: str) -> Sequence[Goal]:
        """Active goals whose posts go to the channel, in order of confirmation."""
        return self._active(workspace, tables.goals.c.channel == channel)

    def _active(self, workspace: str, *also: ColumnElement[bool]) -> Sequence[Goal]:
        goals = tables.goals
        query = (
            select(goals.c.document)
            .where(goals.c.workspace == workspace, goals.c.state == GoalState.ACTIVE.value, *also)
            .order_by(goals.c.confirmed_at, goals.c.id)
        )
        return _goals(self._connection, query, {})

    def add(self, goal: Goal) -> None:
        """Keep a new goal."""
        self._recall.forget("goals")
        self._connection.execute(insert(tables.goals), mapping.goal_row(goal))
        self._connection.execute(insert(tables.goal_people), mapping.goal_people_rows(goal))

    def save(self, goal: Goal) -> None:
        """Keep a changed goal: its version must be one above the row's.

        Raises:
            Stale: somebody else changed it meanwhile.
        """
        self._recall.forget("goals")
        _save_version(self._connection, tables.goals, mapping.goal_row(goal))
        people = tables.goal_people
        mine = (people.c.workspace == goal.workspace, people.c.goal == goal.id)
        self._connection.execute(delete(people).where(*mine))
        self._connection.execute(insert(people), mapping.goal_people_rows(goal))


class SqlMeasurements:
    """`coach.ports.Measurements`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def get(self, workspace: str, measurement: str) -> Measurement | None:
        """One measurement."""
        query = mapping.measurements.query.where(*_is(tables.measurements, workspace, measurement))
        return mapping.measurements.first(self._connection, query, {})

    def of_goal(self, workspace: str, goal: str) -> Sequence[Measurement]:
        """All of a goal's measurements, by date measured, then recorded; undone ones included."""

        def read() -> Sequence[Measurement]:
            return mapping.measurements.all(self._connection, _FIGURES, {"of": workspace, "key": goal})

        return self._recall.of("measurements", (workspace, goal), read)

    def add(self, workspace: str, measurement: Measurement) -> None:
        """Keep a new measurement."""
        key = (workspace, measurement.goal)
        if (known := self._recall.get("measurements", key)) is not None:
            self._recall.keep("measurements", key, sorted([*known, measurement], key=_in_order))
        row = mapping.measurement_row(workspace, measurement)
        self._connection.execute(_NEW_FIGURE, row)

    def undo(self, workspace: str, measurement: str) -> None:
        """Mark a measurement as undone; the row stays.

        Raises:
            LookupError: the workspace has no such measurement.
        """
        self._recall.forget("measurements")
        rows = tables.measurements
        statement = update(rows).where(*_is(rows, workspace, measurement)).values(undone=True)
        _require_row(self._connection.execute(statement), measurement)


def _in_order(figure: Measurement) -> tuple[date, datetime, str]:
    """Where a figure stands among a goal's."""
    return figure.measured_on, figure.recorded_at, figure.id


def _is(table: Table[Any], workspace: str, row: str) -> tuple[ColumnElement[bool], ...]:
    """The conditions that name one row of a workspace."""
    return table.c.workspace == workspace, table.c.id == row


def _save_version(connection: Connection, table: Table[Any], row: dict[str, Any]) -> None:
    """Update a versioned row, if nobody did since it was read."""
    mine = (*_is(table, row["workspace"], row["id"]), table.c.version == row["version"] - 1)
    if connection.execute(update(table).where(*mine).values(row)).rowcount != 1:
        raise Stale


def _require_row(result: CursorResult[Any], name: str) -> None:
    if result.rowcount != 1:
        raise LookupError(name)
