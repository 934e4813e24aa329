"""The coach's repositories over SQL. They never commit, and every query names its workspace."""

from collections.abc import Sequence
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
from sqlalchemy import func as sql

from coach.errors import Stale
from coach.following import CheckIn, CheckInState, Schedule
from coach.goal import Goal, GoalState, Measurement
from coach.people import Leave, Profile
from storage import mapping, tables, writing
from storage.recall import Recall

_OF: BindParameter[str] = bindparam("of")
_KEY: BindParameter[str] = bindparam("key")
_PERSON = select(tables.people).where(
    tables.people.c.workspace == bindparam("of"), tables.people.c.user == bindparam("person")
)
_LEAVES = (
    select(tables.leaves)
    .where(
        tables.leaves.c.workspace == _OF,
        tables.leaves.c.user.in_(bindparam("people", expanding=True)),
        tables.leaves.c.end >= bindparam("since"),
    )
    .order_by(tables.leaves.c.start, tables.leaves.c.id)
)
_GOAL = select(tables.goals.c.document).where(tables.goals.c.workspace == _OF, tables.goals.c.id == _KEY)
_FIGURES = (
    select(tables.measurements)
    .where(tables.measurements.c.workspace == _OF, tables.measurements.c.goal == _KEY)
    .order_by(tables.measurements.c.measured_on, tables.measurements.c.recorded_at, tables.measurements.c.id)
)
_ASKED = tables.check_ins.c
_CHECK_IN = select(tables.check_ins).where(_ASKED.workspace == _OF, _ASKED.id == _KEY)
_RECENT = (
    select(tables.check_ins)
    .where(_ASKED.workspace == _OF, _ASKED.goal == _KEY, _ASKED.user == bindparam("person"))
    .order_by(_ASKED.asked_at.desc(), _ASKED.id.desc())
    .limit(bindparam("most"))
)
_WAITING = (
    select(tables.check_ins)
    .where(
        _ASKED.workspace == _OF,
        _ASKED.user == bindparam("person"),
        _ASKED.state == CheckInState.ASKED.value,
    )
    .order_by(_ASKED.asked_at.desc(), _ASKED.id.desc())
)
_IN_MESSAGE = (
    select(tables.check_ins)
    .where(_ASKED.workspace == _OF, _ASKED.user == bindparam("person"), _ASKED.said == bindparam("message"))
    .order_by(_ASKED.asked_at, _ASKED.id)
)
_SAVE_CHECK_IN = update(tables.check_ins).where(_ASKED.workspace == _OF, _ASKED.id == _KEY)
_NEW_CHECK_IN = insert(tables.check_ins)
_NEW_FIGURE = insert(tables.measurements)


class SqlPeople:
    """`coach.ports.People`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, workspace: str, user: str) -> Profile | None:
        """What is known of a person, or None where they were never met."""
        row = self._connection.execute(_PERSON, {"of": workspace, "person": user}).mappings().first()
        return mapping.profile(row) if row else None

    def put(self, profile: Profile) -> None:
        """Keep a profile, new or changed."""
        writing.put(self._connection, tables.people, mapping.profile_row(profile))


class SqlLeaves:
    """`coach.ports.Leaves`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def of_person(self, workspace: str, user: str, since: date) -> Sequence[Leave]:
        """A person's absences that end on `since` or later, the first to begin first."""
        return self.of_people(workspace, (user,), since)

    def of_people(self, workspace: str, users: Sequence[str], since: date) -> Sequence[Leave]:
        """The absences of some people that end on `since` or later, the first to begin first."""

        def read() -> Sequence[Leave]:
            given = {"of": workspace, "people": list(users), "since": since}
            return [mapping.leave(row) for row in self._connection.execute(_LEAVES, given).mappings()]

        return self._recall.of("leaves", (workspace, tuple(users), since), read) if users else ()

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

        def read() -> Goal | None:
            document = self._connection.execute(_GOAL, {"of": workspace, "key": goal}).scalar()
            return mapping.goal(document) if document else None

        return self._recall.of("goals", (workspace, goal), read)

    def of_person(self, workspace: str, user: str) -> Sequence[Goal]:
        """Goals that the person owns, set or takes part in, the latest confirmed first; all states."""
        goals, people = tables.goals, tables.goal_people
        query = (
            select(goals.c.document)
            .join(people, (people.c.workspace == goals.c.workspace) & (people.c.goal == goals.c.id))
            .where(people.c.workspace == workspace, people.c.user == user)
            .order_by(goals.c.confirmed_at.desc(), goals.c.id.desc())
        )
        return [mapping.goal(document) for document in self._connection.execute(query).scalars()]

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
        return [mapping.goal(document) for document in self._connection.execute(query).scalars()]

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

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, workspace: str, measurement: str) -> Measurement | None:
        """One measurement."""
        query = select(tables.measurements).where(*_is(tables.measurements, workspace, measurement))
        row = self._connection.execute(query).mappings().first()
        return mapping.measurement(row) if row else None

    def of_goal(self, workspace: str, goal: str) -> Sequence[Measurement]:
        """All of a goal's measurements, by date measured, then recorded; undone ones included."""
        rows = self._connection.execute(_FIGURES, {"of": workspace, "key": goal}).mappings()
        return [mapping.measurement(row) for row in rows]

    def add(self, workspace: str, measurement: Measurement) -> None:
        """Keep a new measurement."""
        row = mapping.measurement_row(workspace, measurement)
        self._connection.execute(_NEW_FIGURE, row)

    def undo(self, workspace: str, measurement: str) -> None:
        """Mark a measurement as undone; the row stays.

        Raises:
            LookupError: the workspace has no such measurement.
        """
        rows = tables.measurements
        statement = update(rows).where(*_is(rows, workspace, measurement)).values(undone=True)
        _require_row(self._connection.execute(statement), measurement)


class SqlCheckIns:
    """`coach.ports.CheckIns`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def get(self, workspace: str, check_in: str) -> CheckIn | None:
        """One check-in."""
        row = self._connection.execute(_CHECK_IN, {"of": workspace, "key": check_in}).mappings().first()
        return mapping.check_in(row) if row else None

    def waiting_for(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The person's check-ins that still wait for an answer, the latest asked first."""
        return self._several(_WAITING, {"of": workspace, "person": user})

    def of_goal(self, workspace: str, goal: str) -> Sequence[CheckIn]:
        """All of a goal's check-ins, in the order asked."""
        rows = tables.check_ins
        query = (
            select(rows)
            .where(rows.c.workspace == workspace, rows.c.goal == goal)
            .order_by(rows.c.asked_at, rows.c.id)
        )
        return [mapping.check_in(row) for row in self._connection.execute(query).mappings()]

    def recent(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """A person's last check-ins of a goal, the latest asked first."""
        given = {"of": workspace, "key": goal, "person": user, "most": limit}
        key = ("recent", workspace, goal, user, limit)
        return self._recall.of("check_ins", key, lambda: self._several(_RECENT, given))

    def in_message(self, workspace: str, user: str, said: str) -> Sequence[CheckIn]:
        """The person's check-ins that a message asks, by the message's dedupe key; in the order asked."""
        return self._several(_IN_MESSAGE, {"of": workspace, "person": user, "message": said})

    def add(self, check_in: CheckIn) -> None:
        """Keep a new check-in."""
        self._recall.forget("check_ins")
        self._connection.execute(_NEW_CHECK_IN, mapping.check_in_row(check_in))

    def save(self, check_in: CheckIn) -> None:
        """Keep a changed check-in.

        Raises:
            LookupError: the workspace has no such check-in.
        """
        self._recall.forget("check_ins")
        given = {"of": check_in.workspace, "key": check_in.id}
        result = self._connection.execute(_SAVE_CHECK_IN, mapping.check_in_row(check_in) | given)
        _require_row(result, check_in.id)

    def _several(self, query: Select[Any], given: dict[str, Any]) -> Sequence[CheckIn]:
        return [mapping.check_in(row) for row in self._connection.execute(query, given).mappings()]


class SqlSchedules:
    """`coach.ports.Schedules`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, schedule: Schedule) -> None:
        """Keep a schedule, new or changed (same id)."""
        writing.put(self._connection, tables.schedules, mapping.schedule_row(schedule))

    def of_goal(self, workspace: str, goal: str) -> Sequence[Schedule]:
        """A goal's schedules, by id."""
        rows = tables.schedules
        query = select(rows).where(rows.c.workspace == workspace, rows.c.goal == goal).order_by(rows.c.id)
        return [mapping.schedule(row) for row in self._connection.execute(query).mappings()]

    def of_person(self, workspace: str, user: str) -> Sequence[Schedule]:
        """A person's schedules that have something coming, the first due first.

        Rows that another worker deals with at this moment are left out.
        """
        rows = tables.schedules
        query = (
            select(rows)
            .where(rows.c.workspace == workspace, rows.c.user == user, rows.c.due_at.is_not(None))
            .order_by(rows.c.due_at, rows.c.id)
            .with_for_update(skip_locked=True)
        )
        return [mapping.schedule(row) for row in self._connection.execute(query).mappings()]

    def replace(self, before: Schedule, after: Schedule) -> bool:
        """Keep `after`, unless somebody dealt with `before` meanwhile (False: nothing has changed)."""
        rows = tables.schedules
        same = (rows.c.due_at == before.due_at, rows.c.tries == before.tries)
        statement = update(rows).where(*_is(rows, before.workspace, before.id), *same)
        return self._connection.execute(statement.values(mapping.schedule_row(after))).rowcount == 1

    def remove_goal(self, workspace: str, goal: str) -> None:
        """Drop all schedules of a goal."""
        rows = tables.schedules
        self._connection.execute(delete(rows).where(rows.c.workspace == workspace, rows.c.goal == goal))

    def claim(self, now: datetime, limit: int) -> Sequence[Schedule]:
        """Up to `limit` schedules of all workspaces due at `now` or before, the longest due first.

        They are this transaction's alone until it ends: on SQLite because it holds the write lock from its
        BEGIN IMMEDIATE on, on PostgreSQL because the rows are locked and others skip them.
        """
        rows = tables.schedules
        query = (
            select(rows)
            .where(rows.c.due_at <= now)
            .order_by(rows.c.due_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [mapping.schedule(row) for row in self._connection.execute(query).mappings()]

    def in_trouble(self, most: int = 100) -> Sequence[Schedule]:
        """Those of all workspaces that could not be dealt with when last tried, those given up first."""
        rows = tables.schedules
        query = select(rows).where(rows.c.tries > 0).order_by(rows.c.due_at.nulls_first(), rows.c.id)
        found = self._connection.execute(query.limit(most)).mappings()
        return [mapping.schedule(row) for row in found]

    def next_due(self) -> datetime | None:
        """The earliest due instant there is."""
        return self._connection.execute(select(sql.min(tables.schedules.c.due_at))).scalar()


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
