"""What is kept of a person, and what is kept too long, over SQL."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from coach.draft import Draft
from coach.following import CheckIn
from coach.goal import ENDED, Measurement
from coach.people import ERASED
from storage import mapping, tables
from storage.recall import Recall
from storage.writing import Later


class SqlRecords:
    """`coach.ports.Records`."""

    def __init__(self, connection: Connection, recall: Recall, later: Later) -> None:
        self._connection, self._recall, self._later = connection, recall, later

    def drafts_of(self, workspace: str, user: str) -> Sequence[Draft]:
        """The drafts that the person began, whatever their state, the oldest first."""
        rows = tables.drafts
        query = (
            select(rows.c.document)
            .where(rows.c.workspace == workspace, rows.c.author == user)
            .order_by(rows.c.touched_at, rows.c.id)
        )
        return [mapping.draft(document) for document in self._connection.execute(query).scalars()]

    def check_ins_of(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The check-ins that the person was asked, in the order asked."""
        self._later.write(tables.check_ins)
        rows = tables.check_ins
        query = mapping.check_ins.query.where(rows.c.workspace == workspace, rows.c.user == user).order_by(
            rows.c.asked_at, rows.c.id
        )
        return mapping.check_ins.all(self._connection, query)

    def measurements_of(self, workspace: str, user: str) -> Sequence[Measurement]:
        """The figures that the person gave, by date measured, then recorded; undone ones included."""
        rows = tables.measurements
        query = mapping.measurements.query.where(
            rows.c.workspace == workspace, rows.c.author == user
        ).order_by(rows.c.measured_on, rows.c.recorded_at, rows.c.id)
        return mapping.measurements.all(self._connection, query)

    def _settle(self) -> None:
        """Write what waits to be written, and forget what was read: rows are about to go."""
        self._later.write()
        self._recall.forget()

    def erase_person(self, workspace: str, user: str) -> None:
        """Forget a person: profile, drafts, answers, messages to them; figures stay without name or words.

        Messages that are still on their way are left to arrive; the tidy job takes them later.
        """
        self._settle()
        people, drafts, check_ins = tables.people, tables.drafts, tables.check_ins
        leaves = tables.leaves
        figures, outbox = tables.measurements, tables.outbox
        for statement in (
            delete(people).where(people.c.workspace == workspace, people.c.user == user),
            delete(drafts).where(drafts.c.workspace == workspace, drafts.c.author == user),
            delete(check_ins).where(check_ins.c.workspace == workspace, check_ins.c.user == user),
            delete(leaves).where(leaves.c.workspace == workspace, leaves.c.user == user),
            update(figures)
            .where(figures.c.workspace == workspace, figures.c.author == user)
            .values(author=ERASED, words=None),
            delete(outbox).where(
                outbox.c.workspace == workspace, outbox.c.recipient == user, outbox.c.due_at.is_(None)
            ),
        ):
            self._connection.execute(statement)

    def erase_goal(self, workspace: str, goal: str) -> None:
        """Forget a goal and everything that hangs below it (which goes with it by its foreign keys)."""
        self._settle()
        goals = tables.goals
        self._connection.execute(delete(goals).where(goals.c.workspace == workspace, goals.c.id == goal))

    def erase_before(self, before: datetime) -> int:
        """Forget goals that ended and drafts left alone since `before`, in all workspaces; how many."""
        self._settle()
        goals, drafts = tables.goals, tables.drafts
        ended = select(goals.c.document).where(
            goals.c.state.in_([state.value for state in ENDED]), goals.c.confirmed_at < before
        )
        over = [mapping.goal(document) for document in self._connection.execute(ended).scalars()]
        late = [goal for goal in over if goal.deadline < before.date()]
        for goal in late:
            self.erase_goal(goal.workspace, goal.id)
        gone = self._connection.execute(delete(drafts).where(drafts.c.touched_at < before)).rowcount
        self._connection.execute(delete(tables.posts).where(tables.posts.c.due_at < before))
        return len(late) + gone
