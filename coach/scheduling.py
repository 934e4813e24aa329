"""When things come due: a goal's check-ins, its posts and its end, as schedules."""

from datetime import datetime, time, timedelta

from coach.calendar import WorkingCalendar, instant, next_local, next_working_instant
from coach.following import Schedule, ScheduleKind
from coach.goal import CheckInTime, Goal
from coach.language.reading import Cadence
from coach.people import Profile
from coach.ports import Ids

POST_AT = time(10, 0)
"""Posts come out in the morning after the check-in, when the figures are in."""
CLOSE_AT = time(9, 0)
BREATHER = timedelta(days=2)
"""A goal confirmed on Monday morning is not asked about the same day."""


def schedules_of(goal: Goal, people: dict[str, Profile], ids: Ids, now: datetime) -> tuple[Schedule, ...]:
    """Everything that a new goal has coming.

    Args:
        goal: The goal.
        people: The owner's and the contributors' profiles by user id; who is missing is left out.
        ids: Where new ids come from.
        now: The instant, aware.
    """
    owner = people.get(goal.owner) or people.get(goal.author)
    if owner is None:
        return ()
    askees = [owner.user, *(user for user in goal.contributors if user != owner.user)]
    made = [
        Schedule(
            id=ids.new(),
            workspace=goal.workspace,
            kind=ScheduleKind.CHECK_IN,
            goal=goal.id,
            user=user,
            due_at=next_check_in(goal, people[user], now + BREATHER),
        )
        for user in askees
        if user in people and not people[user].deactivated
    ]
    if goal.channel is not None:
        made.append(
            Schedule(
                id=ids.new(),
                workspace=goal.workspace,
                kind=ScheduleKind.POST,
                goal=goal.id,
                channel=goal.channel,
                due_at=next_post(goal, owner, now + BREATHER),
            )
        )
    made.append(
        Schedule(
            id=ids.new(),
            workspace=goal.workspace,
            kind=ScheduleKind.CLOSE,
            goal=goal.id,
            due_at=instant(goal.deadline + timedelta(days=1), CLOSE_AT, owner.tz),
        )
    )
    return tuple(made)


def next_check_in(goal: Goal, person: Profile, after: datetime) -> datetime | None:
    """The next check-in of a person after an instant, in their own zone; None once the deadline is past."""
    when = goal.check_in
    weekday = None if when.cadence is Cadence.DAILY else when.weekday
    return _within(goal, person, _next(person, after, weekday, when))


def next_post(goal: Goal, owner: Profile, after: datetime) -> datetime | None:
    """The next channel post after an instant: the morning after the check-in's weekday."""
    when = CheckInTime(weekday=post_weekday(goal), at=POST_AT)
    return _within(goal, owner, _next(owner, after, when.weekday, when))


def post_weekday(goal: Goal) -> int:
    """The weekday of the posts: the working day after the check-in (0 is Monday)."""
    return (goal.check_in.weekday + 1) % 7 if goal.check_in.weekday < 4 else 0


def _next(person: Profile, after: datetime, weekday: int | None, when: CheckInTime) -> datetime:
    """The next such weekday and time; on a public holiday, the working day that follows."""
    calendar = WorkingCalendar(country=person.country)
    return next_working_instant(next_local(after, person.tz, weekday, when.at), person.tz, calendar)


def _within(goal: Goal, person: Profile, due: datetime) -> datetime | None:
    """Nothing is asked or posted after the deadline's day."""
    return due if due.astimezone(person.tz).date() <= goal.deadline else None
