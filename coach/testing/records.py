"""What is kept of a person, over dictionaries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from coach.draft import Draft
from coach.following import CheckIn
from coach.goal import ENDED, Measurement
from coach.people import ERASED
from coach.testing.repositories import Rows, State


class MemoryRecords:
    """`coach.ports.Records`."""

    def __init__(self, state: State) -> None:
        self._state = state

    def drafts_of(self, workspace: str, user: str) -> Sequence[Draft]:
        """The drafts that the person began, whatever their state, the oldest first."""
        mine = [
            one for one in self._state.drafts.values() if (one.workspace, one.author) == (workspace, user)
        ]
        return sorted(mine, key=lambda one: (one.touched_at, one.id))

    def check_ins_of(self, workspace: str, user: str) -> Sequence[CheckIn]:
        """The check-ins that the person was asked, in the order asked."""
        mine = [
            one for one in self._state.check_ins.values() if (one.workspace, one.user) == (workspace, user)
        ]
        return sorted(mine, key=lambda one: (one.asked_at, one.id))

    def measurements_of(self, workspace: str, user: str) -> Sequence[Measurement]:
        """The figures that the person gave, by date measured, then recorded; undone ones included."""
        rows = self._state.measurements.items()
        mine = [one for (owner, _), one in rows if (owner, one.author) == (workspace, user)]
        return sorted(mine, key=lambda one: (one.measured_on, one.recorded_at, one.id))

    def erase_person(self, workspace: str, user: str) -> None:
        """Forget a person: profile, drafts, answers, messages to them; figures stay without name or words."""
        state = self._state
        state.people.pop((workspace, user), None)
        for draft in self.drafts_of(workspace, user):
            del state.drafts[workspace, draft.id]
        for check_in in self.check_ins_of(workspace, user):
            del state.check_ins[workspace, check_in.id]
        for leave in [one for one in state.leaves.values() if (one.workspace, one.user) == (workspace, user)]:
            del state.leaves[workspace, leave.id]
        for figure in self.measurements_of(workspace, user):
            nameless = figure.model_copy(update={"author": ERASED, "words": None})
            state.measurements[workspace, figure.id] = nameless
        for key, line in list(state.outbox.items()):
            told = line.outgoing
            if (told.workspace, told.to) == (workspace, user) and line.due_at is None:
                del state.outbox[key]

    def erase_goal(self, workspace: str, goal: str) -> None:
        """Forget a goal and everything that hangs below it."""
        state = self._state
        state.goals.pop((workspace, goal), None)
        _drop(state.measurements, workspace, goal)
        _drop(state.check_ins, workspace, goal)
        _drop(state.schedules, workspace, goal)

    def erase_before(self, before: datetime) -> int:
        """Forget goals that ended and drafts left alone since `before`, in all workspaces; how many."""
        state = self._state
        goals = [one for one in state.goals.values() if one.state in ENDED and one.deadline < before.date()]
        drafts = [one for one in state.drafts.values() if one.touched_at < before]
        for goal in goals:
            self.erase_goal(goal.workspace, goal.id)
        for draft in drafts:
            del state.drafts[draft.workspace, draft.id]
        for key in [key for key in state.posts if key[2] < before]:
            del state.posts[key]
        return len(goals) + len(drafts)


class _BelowGoal(Protocol):
    @property
    def goal(self) -> str | None: ...


B = TypeVar("B", bound=_BelowGoal)


def _drop(rows: Rows[B], workspace: str, goal: str) -> None:
    """Forget what hangs below a goal."""
    for key, row in list(rows.items()):
        if (key[0], row.goal) == (workspace, goal):
            del rows[key]
