"""When things come due: a goal's check-ins, its posts and its end, as schedules."""

from datetime import date, datetime, time, timedelta
from zlib import crc32

from coach.calendar import (
    WORKDAYS,
    WorkingCalendar,
    calendar_in,
    days,
    instant,
    next_local,
    next_working_instant,
)
from coach.following import Schedule, ScheduleKind
from coach.goal import CheckInTime, Goal, Intensity
from coach.language.reading import Cadence
from coach.people import Profile
from coach.ports import Ids

POST_AT = time(10, 0)
"""Posts come out in the morning after the check-in, when the figures are in."""
CLOSE_AT = time(9, 0)
WAITS_FOR_LAST = 3
"""Working days that a goal's end waits for its last figure, from the first one after its deadline on."""
BREATHER = timedelta(days=2)
"""A goal confirmed on Monday morning is not asked about the same day."""
FEW_MINUTES = 5
"""An hour that was chosen is kept to within so many minutes."""
SPREAD_MINUTES = 120
"""Where no hour was chosen, check-ins spread over so many minutes: from nine to eleven."""
BEFORE_STAND_UP = 20
"""Minutes before the team's stand-up."""
NEAR_WEEKLY, NEAR_MONTHLY = timedelta(weeks=2), timedelta(weeks=4)
"""How near the deadline a weekly goal is asked about twice a week, a monthly one every week."""
DAYS_A_WEEK = 7
DIGEST_WEEKDAY, DIGEST_AT = 3, time(9)
"""A lead's overview comes on Thursdays: Monday's check-ins and their reminders are answered by then."""
_LONGEST_CADENCE = 98
_LONGEST_REST = timedelta(days=10)
"""How long before an instant a check-in can have fallen on a day off and come after it."""


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
            due_at=close_at(goal, owner),
        )
    )
    return tuple(made)


def close_at(goal: Goal, owner: Profile, *, waited: bool = False) -> datetime:
    """When a goal ends: on the first working day after its deadline, or once its last figure was waited for.

    Args:
        goal: The goal.
        owner: Who leads it.
        waited: Whether its last figure is waited for.
    """
    calendar, day = calendar_of(owner, goal), goal.deadline
    at = instant(day, CLOSE_AT, owner.tz)
    for _ in range(1 + (WAITS_FOR_LAST if waited else 0)):
        following = at.astimezone(owner.tz).date() + timedelta(days=1)
        at = next_working_instant(instant(following, CLOSE_AT, owner.tz), owner.tz, calendar)
    return at


def next_check_in(goal: Goal, person: Profile, after: datetime) -> datetime | None:
    """The next check-in of a person after an instant, at their work; None once the deadline is past.

    A check-in that falls on a day off comes at the same time of the next working day.
    """
    calendar = calendar_of(person, goal)
    opens, closes = hours_of(person)
    at = hour_of(goal, person)
    first = after.astimezone(person.tz).date() - _LONGEST_REST
    for day in days(first, goal.deadline):
        if not asks_on(goal, person, day):
            continue
        due = next_working_instant(instant(day, at, person.tz), person.tz, calendar, opens, closes)
        if due > after:
            return _within(goal, person, due)
    return None


def asks_on(goal: Goal, person: Profile, day: date) -> bool:
    """Whether a goal's cadence asks on a day: its owner more often near the deadline, unless not wanted.

    Whoever does an action is asked once a period, whatever the deadline.
    """
    leads = person.user == goal.owner
    when, left = goal.check_in, (goal.deadline - day).days
    intensity = intensity_of(goal, person)
    often, close = intensity is not Intensity.LIGHT, intensity is Intensity.ACTIVE
    match when.cadence:
        case Cadence.DAILY:
            return day.weekday() in WORKDAYS
        case Cadence.WEEKLY:
            twice = leads and (close or (often and left <= NEAR_WEEKLY.days))
            return day.weekday() == when.weekday or (twice and day.weekday() == _other_day(when.weekday))
        case _:
            if day.weekday() != when.weekday:
                return False
            quarterly = when.cadence is Cadence.QUARTERLY
            usual = day.day <= DAYS_A_WEEK and (close or not quarterly or day.month % 3 == 1)
            return usual or (leads and often and left <= NEAR_MONTHLY.days)


def days_between(goal: Goal, person: Profile, day: date) -> int:
    """The days from the check-in before a day to the one on it."""
    earlier = (day - timedelta(days=back) for back in range(1, _LONGEST_CADENCE))
    found = next((one for one in earlier if asks_on(goal, person, one)), None)
    return (day - found).days if found is not None else _LONGEST_CADENCE


def _other_day(weekday: int) -> int:
    """The second weekday of those who are asked twice a week: Monday and Wednesday, Thursday and Monday."""
    return (weekday + 2) % len(WORKDAYS)


def intensity_of(goal: Goal, person: Profile) -> Intensity:
    """How closely a person is followed: as they want it, else as the goal's lead wants it."""
    return person.choices.intensity or goal.intensity


def calendar_of(person: Profile, goal: Goal | None = None) -> WorkingCalendar:
    """The person's working days; where their country is not known, the goal's."""
    if person.country is None and goal is not None:
        return calendar_in(goal.country, goal.region)
    return calendar_in(person.country, person.region)


def hours_of(person: Profile) -> tuple[time, time]:
    """A person's working hours; a shift past midnight counts to the day's end."""
    opens, closes = person.choices.day_starts, person.choices.day_ends
    return (opens, closes) if opens < closes else (opens, time.max)


def hour_of(goal: Goal, person: Profile) -> time:
    """The time on a person's clock at which a goal asks them.

    An hour that was chosen is kept to within a few minutes; else people spread over two hours. Each person
    has a place in the row that never changes, so that not everybody is written to in one second.
    """
    when, opens = goal.check_in, hours_of(person)[0]
    place = crc32(f"{person.workspace}/{person.user}".encode())
    if person.choices.check_in_at is not None:
        return _minutes_on(person.choices.check_in_at, place % FEW_MINUTES)
    if when.before:
        return _minutes_on(when.at, place % FEW_MINUTES - BEFORE_STAND_UP)
    if when.chosen:
        return _minutes_on(when.at, place % FEW_MINUTES)
    return _minutes_on(max(when.at, opens), place % SPREAD_MINUTES)


def _minutes_on(at: time, minutes: int) -> time:
    """So many minutes later (or earlier) on the same day's clock."""
    total = max(0, min(at.hour * 60 + at.minute + minutes, 24 * 60 - 1))
    return time(total // 60, total % 60)


def next_post(goal: Goal, owner: Profile, after: datetime) -> datetime | None:
    """The next channel post after an instant: the morning after the check-in's weekday."""
    when = CheckInTime(weekday=post_weekday(goal), at=POST_AT)
    return _within(goal, owner, _next(owner, after, when.weekday, when))


def next_digest(person: Profile, after: datetime) -> datetime:
    """A lead's next weekly overview after an instant; on a day off, the working day that follows."""
    place = crc32(f"{person.workspace}/{person.user}".encode())
    opens, closes = hours_of(person)
    at = _minutes_on(max(DIGEST_AT, opens), place % SPREAD_MINUTES)
    due = next_local(after, person.tz, DIGEST_WEEKDAY, at)
    return next_working_instant(due, person.tz, calendar_of(person), opens, closes)


def digest_before(person: Profile, now: datetime) -> datetime:
    """When the lead's overview before today's was due, in their own zone: what it said is what was told."""
    today = now.astimezone(person.tz).date()
    at = next_digest(person, now - timedelta(days=15))
    while (following := next_digest(person, at)).astimezone(person.tz).date() < today:
        at = following
    return at.astimezone(person.tz)


def digest_of(lead: Profile, now: datetime) -> Schedule:
    """The schedule of a lead's weekly overview: one a lead, however many goals."""
    return Schedule(
        id=f"digest-{lead.user}"[:36],
        workspace=lead.workspace,
        kind=ScheduleKind.DIGEST,
        user=lead.user,
        due_at=next_digest(lead, now),
    )


def post_weekday(goal: Goal) -> int:
    """The weekday of the posts: the working day after the check-in (0 is Monday)."""
    return (goal.check_in.weekday + 1) % 7 if goal.check_in.weekday < 4 else 0


def _next(person: Profile, after: datetime, weekday: int | None, when: CheckInTime) -> datetime:
    """The next such weekday and time; on a public holiday, the working day that follows."""
    calendar = calendar_in(person.country, person.region)
    return next_working_instant(next_local(after, person.tz, weekday, when.at), person.tz, calendar)


def _within(goal: Goal, person: Profile, due: datetime) -> datetime | None:
    """Nothing is asked or posted after the deadline's day."""
    return due if due.astimezone(person.tz).date() <= goal.deadline else None


def reminder(of: str, goal: Goal, person: Profile, at: datetime) -> Schedule:
    """The schedule that asks a check-in again; one a check-in schedule, put anew each time.

    Args:
        of: Id of the person's check-in schedule for the goal.
        goal: The goal.
        person: Who is asked.
        at: When.
    """
    return Schedule(
        id=f"r{of}"[:36],
        workspace=goal.workspace,
        kind=ScheduleKind.REMIND,
        goal=goal.id,
        user=person.user,
        due_at=at,
    )
