"""Who of a goal's people is away when, for plans and parts."""

from collections.abc import Iterable
from datetime import date

from coach.action_week import WEEK, ActionWeek, action_week
from coach.calendar import Absence, calendar_in, days_before, is_working_day
from coach.goal import Goal
from coach.people import Profile
from coach.ports import UnitOfWork
from coach.scheduling import calendar_of


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


def just_away(uow: UnitOfWork, goal: Goal, people: Iterable[str], today: date) -> set[str]:
    """Who is on leave today, or was until the last day that was worked: nobody waits for their answer.

    Args:
        uow: Where absences are kept.
        goal: The goal, whose country tells the days that are worked.
        people: Slack user ids.
        today: The day.
    """
    calendar = calendar_in(goal.country, goal.region)
    before = next(day for day in days_before(today) if is_working_day(day, calendar))
    known = absences_of(uow, goal.workspace, people, before)
    return {one.person for one in known if one.person and (one.covers(today) or one.covers(before))}


def worked_week(uow: UnitOfWork, goal: Goal, person: Profile, day: date) -> ActionWeek:
    """The week that a question of a day asks somebody about, with the days on which they were there.

    Args:
        uow: Where absences are kept.
        goal: The goal.
        person: Who is asked.
        day: The day of the question, where they are.
    """
    leaves = uow.leaves.of_person(person.workspace, person.user, day - 2 * WEEK)
    return action_week(goal, day, calendar_of(person, goal), leaves)
