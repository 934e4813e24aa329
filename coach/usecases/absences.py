"""Who of a goal's people is away when, for plans and parts."""

from collections.abc import Iterable
from datetime import date

from coach.calendar import Absence
from coach.goal import Goal
from coach.ports import UnitOfWork


def absences_of(uow: UnitOfWork, workspace: str, people: Iterable[str], since: date) -> tuple[Absence, ...]:
    """The absences of some people that end on `since` or later.

    Args:
        uow: Where they are kept.
        workspace: The workspace.
        people: Slack user ids.
        since: The first day that matters.
    """
    return tuple(
        Absence(start=leave.start, end=leave.end, person=leave.user)
        for leave in uow.leaves.of_people(workspace, sorted(set(people)), since)
    )


def absences_for(uow: UnitOfWork, goal: Goal) -> tuple[Absence, ...]:
    """The absences of those who take part in a goal, since its plan began."""
    since = goal.plan.start if goal.plan is not None else goal.start
    return absences_of(uow, goal.workspace, goal.contributors, since)
