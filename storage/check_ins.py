"""Check-ins over SQL. What is new or changed is written at the end of the transaction, many rows at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from coach.following import CheckIn, CheckInState
from storage import mapping, tables, writing
from storage.reading import all_rows, one_row
from storage.recall import Recall

_OF: BindParameter[str] = bindparam("of")
_ROWS = tables.check_ins.c
_ONE = select(tables.check_ins).where(_ROWS.workspace == _OF, _ROWS.id == bindparam("key"))
_LATEST_FIRST = (_ROWS.asked_at.desc(), _ROWS.id.desc())
_RECENT = (
    select(tables.check_ins)
    .where(_ROWS.workspace == _OF, _ROWS.goal == bindparam("goal"), _ROWS.user == bindparam("person"))
    .order_by(*_LATEST_FIRST)
    .limit(bindparam("most"))
)
_WAITING = (
    select(tables.check_ins)
    .where(
        _ROWS.workspace == _OF,
        _ROWS.user == bindparam("person"),
        _ROWS.state == CheckInState.ASKED.value,
    )
    .order_by(*_LATEST_FIRST)
)
_IN_MESSAGE = (
    select(tables.check_ins)
    .where(_ROWS.workspace == _OF, _ROWS.user == bindparam("person"), _ROWS.said == bindparam("message"))
    .order_by(_ROWS.asked_at, _ROWS.id)
)
_OF_GOAL = (
    select(tables.check_ins)
    .where(_ROWS.workspace == _OF, _ROWS.goal == bindparam("goal"))
    .order_by(_ROWS.asked_at, _ROWS.id)
)
_OF_GOAL_SINCE = _OF_GOAL.where(_ROWS.asked_at >= bindparam("about"), _ROWS.due_on >= bindparam("since"))


class SqlCheckIns:
    """`coach.ports.CheckIns`."""

    def __init__(self, connection: Connection, recall: Recall, later: writing.Later) -> None:
        self._connection, self._recall, self._later = connection, recall, later
        self._unwritten: set[str] = set()

    def get(self, workspace: str, check_in: str) -> CheckIn | None:
        """One check-in."""

        def read() -> CheckIn | None:
            row = one_row(self._connection, _ONE, {"of": workspace, "key": check_in})
            return mapping.check_in(row) if row else None

        return self._recall.of("check_ins", (workspace, check_in), read)

    def waiting_for(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The person's check-ins that still wait for an answer, the latest asked first."""
        return self._several(_WAITING, {"of": workspace, "person": user})

    def of_goal(self, workspace: str, goal: str, since: date | None = None) -> Sequence[CheckIn]:
        """A goal's check-ins, in the order asked: all of them, or those for a day or later."""
        given = {"of": workspace, "goal": goal}
        if since is None:
            return self._several(_OF_GOAL, given)
        # asked on that day, wherever: the index is by the instant
        about = datetime.combine(since, time(), UTC) - timedelta(days=1)
        return self._several(_OF_GOAL_SINCE, given | {"since": since, "about": about})

    def recent(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """A person's last check-ins of a goal, the latest asked first."""
        whose = _whose(workspace, goal, user)
        if whose in self._unwritten:
            self._write()
        given = {"of": workspace, "goal": goal, "person": user, "most": limit}
        return self._recall.of(whose, (limit,), lambda: self._read(_RECENT, given))

    def in_message(self, workspace: str, user: str, said: str) -> Sequence[CheckIn]:
        """The person's check-ins that a message asks, by the message's dedupe key; in the order asked."""
        return self._several(_IN_MESSAGE, {"of": workspace, "person": user, "message": said})

    def add(self, check_in: CheckIn) -> None:
        """Keep a new check-in."""
        self._later.put(tables.check_ins, mapping.check_in_row(check_in))
        self._changed(check_in)

    def save(self, check_in: CheckIn) -> None:
        """Keep a changed check-in.

        Raises:
            LookupError: the workspace has no such check-in.
        """
        before = self.get(check_in.workspace, check_in.id)
        if before is None:
            raise LookupError(check_in.id)
        self._later.change(tables.check_ins, mapping.check_in_row(check_in), mapping.check_in_row(before))
        self._changed(check_in)

    def _several(self, query: Select[Any], given: dict[str, Any]) -> Sequence[CheckIn]:
        self._write()
        return self._read(query, given)

    def _read(self, query: Select[Any], given: dict[str, Any]) -> Sequence[CheckIn]:
        found = [mapping.check_in(row) for row in all_rows(self._connection, query, given)]
        for one in found:
            self._recall.keep("check_ins", (one.workspace, one.id), one)
        return found

    def _write(self) -> None:
        """Write what is new or changed: a query is about to look for it."""
        self._later.write(tables.check_ins)
        self._unwritten.clear()

    def _changed(self, check_in: CheckIn) -> None:
        """It is as it is now; its place among the person's others is looked for anew."""
        whose = _whose(check_in.workspace, check_in.goal, check_in.user)
        self._unwritten.add(whose)
        self._recall.keep("check_ins", (check_in.workspace, check_in.id), check_in)
        self._recall.forget(whose)


def _whose(workspace: str, goal: str, user: str) -> str:
    """Under what name a person's check-ins of a goal are recalled."""
    return f"check_ins {workspace} {goal} {user}"
