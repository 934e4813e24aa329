"""Check-ins over SQL. What is new or changed is written at the end of the transaction, many rows at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, Connection, Select, bindparam, or_, select, union_all

from coach.following import CheckIn, CheckInState
from coach.nudges import BEGINS_ANEW, REMEMBERED
from storage import mapping, tables, writing
from storage.recall import Recall

Whose = tuple[str, str]
"""A goal and a person."""
RECENT = "recent check-ins"
"""Under what name the last check-ins of a goal and person are recalled."""
TOGETHER = 10
"""Of how many goals and people the last check-ins are read in one statement."""

_OF: BindParameter[str] = bindparam("of")
_ROWS = tables.check_ins.c
_ONE = mapping.check_ins.query.where(_ROWS.workspace == _OF, _ROWS.id == bindparam("key"))
_LATEST_FIRST = (_ROWS.asked_at.desc(), _ROWS.id.desc())


def _last_of(number: int) -> Select[Any]:
    mine = (_ROWS.goal == bindparam(f"goal_{number}"), _ROWS.user == bindparam(f"user_{number}"))
    query = mapping.check_ins.query.where(_ROWS.workspace == _OF, *mine)
    return query.order_by(*_LATEST_FIRST).limit(bindparam("most"))


@cache
def _recent_of(several: int) -> Select[Any] | CompoundSelect[Any]:
    """The last check-ins of so many goals and people: each by its own way through the index."""
    if several == 1:
        return _last_of(0)
    return union_all(*(select(_last_of(number).subquery()) for number in range(several)))


_RECENT_ASKED = _last_of(0).where(
    or_(_ROWS.skipped.is_(None), _ROWS.skipped.in_(sorted(why.value for why in BEGINS_ANEW)))
)
_WAITING = mapping.check_ins.query.where(
    _ROWS.workspace == _OF,
    _ROWS.user == bindparam("person"),
    _ROWS.state == CheckInState.ASKED.value,
).order_by(*_LATEST_FIRST)
_IN_MESSAGE = mapping.check_ins.query.where(
    _ROWS.workspace == _OF, _ROWS.user == bindparam("person"), _ROWS.said == bindparam("message")
).order_by(_ROWS.asked_at, _ROWS.id)
_OF_GOAL = mapping.check_ins.query.where(_ROWS.workspace == _OF, _ROWS.goal == bindparam("goal")).order_by(
    _ROWS.asked_at, _ROWS.id
)
_OF_GOAL_SINCE = _OF_GOAL.where(_ROWS.asked_at >= bindparam("about"), _ROWS.due_on >= bindparam("since"))


class SqlCheckIns:
    """`coach.ports.CheckIns`."""

    def __init__(self, connection: Connection, recall: Recall, later: writing.Later) -> None:
        self._connection, self._recall, self._later = connection, recall, later
        self._unwritten: set[Whose] = set()

    def get(self, workspace: str, check_in: str) -> CheckIn | None:
        """One check-in."""

        def read() -> CheckIn | None:
            return mapping.check_ins.first(self._connection, _ONE, {"of": workspace, "key": check_in})

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

        def read(whose: Sequence[Whose]) -> dict[Whose, list[CheckIn]]:
            if self._unwritten.intersection(whose):
                self._write()
            found: dict[Whose, list[CheckIn]] = {}
            for start in range(0, len(whose), TOGETHER):
                some = whose[start : start + TOGETHER]
                given: dict[str, Any] = {"of": workspace, "most": max(limit, REMEMBERED)}
                for number, (one_goal, one_user) in enumerate(some):
                    given |= {f"goal_{number}": one_goal, f"user_{number}": one_user}
                for one in self._read(_recent_of(len(some)), given):
                    found.setdefault((one.goal, one.user), []).append(one)
            return {mine: sorted(theirs, key=_asked, reverse=True) for mine, theirs in found.items()}

        mine = (goal, user)
        if limit > REMEMBERED:
            return read([mine]).get(mine, [])
        return self._recall.each(RECENT, workspace, [mine], read, list[CheckIn])[0][:limit]

    def recent_asked(self, workspace: str, goal: str, user: str, limit: int) -> Sequence[CheckIn]:
        """The same without those that were left out, but for absences and pauses."""
        given = {"of": workspace, "goal_0": goal, "user_0": user, "most": limit}
        return self._several(_RECENT_ASKED, given)

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

    def _read(self, query: Select[Any] | CompoundSelect[Any], given: dict[str, Any]) -> Sequence[CheckIn]:
        found = mapping.check_ins.all(self._connection, query, given)
        for one in found:
            self._recall.keep("check_ins", (one.workspace, one.id), one)
        return found

    def _write(self) -> None:
        """Write what is new or changed: a query is about to look for it."""
        self._later.write(tables.check_ins)
        self._unwritten.clear()

    def _changed(self, check_in: CheckIn) -> None:
        """It is as it is now; its place among the person's others is looked for anew."""
        mine = check_in.goal, check_in.user
        self._unwritten.add(mine)
        self._recall.keep("check_ins", (check_in.workspace, check_in.id), check_in)
        self._recall.drop(RECENT, (check_in.workspace, mine))


def _asked(check_in: CheckIn) -> tuple[datetime, str]:
    """Where a check-in stands among a person's others."""
    return check_in.asked_at, check_in.id
