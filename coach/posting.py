"""A channel's progress posts: when they come out, what each told, what is new since."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coach.calendar import DAY, calendar_in, instant, is_working_day
from coach.language.reading import Language
from coach.quantity import Quantity, Value

LATE = timedelta(days=2)
"""A post later than this is last week's news: it is left out, the next one tells all."""
WEEK = timedelta(days=7)
A_MONTH_IN_REVIEW = timedelta(weeks=2)
"""A month of which a goal has seen less is not looked back on: the week's post comes instead."""
MONTHLY_FROM = time(15, 0)
"""A month's post waits for the figures of its morning's check-ins."""


class PostKind(StrEnum):
    """What a post looks back on."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Rhythm(Value):
    """When a channel hears of its goals, however many they are."""

    workspace: str
    channel: str
    weekday: int
    """0 is Monday."""
    at: time
    zone: str
    """IANA name."""
    country: str | None = None
    """ISO 3166-1 code, for public holidays."""
    region: str | None = None
    language: Language
    skips: datetime | None = None
    """The nominal instant of a post that an owner chose to leave out."""
    begun: date | None = None
    """The first day of the goal that has been under way longest; None: long ago."""

    @property
    def tz(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)


class Told(Value):
    """What a post said of one goal."""

    goal: str
    measurement: str | None = None
    """Id of the figure that it told."""
    value: Quantity | None = None
    measured_on: date | None = None
    milestones: int = 0
    """How many of the milestones of the goal's plan of then were reached."""
    furthest: Quantity | None = None
    """The level of the furthest milestone that was celebrated so far, whatever was planned anew since."""
    news: bool = False
    """Whether there was anything new to tell."""
    guard: str | None = None
    """Id of the guard's figure that it told, where it told one."""


class Post(Value):
    """One post of a channel, as it was put in line."""

    workspace: str
    channel: str
    due_at: datetime
    """Its nominal instant, UTC: a channel has one post for each."""
    kind: PostKind
    on: date
    """The local day that it speaks of."""
    key: str
    """The dedupe key under which it went out."""
    told: tuple[Told, ...] = ()
    edits: int = 0
    """How often it was put right since."""
    at_first: tuple[Told, ...] = ()
    """What it told when it came out, where it was put right since."""

    @property
    def tells_as_at_first(self) -> bool:
        """Whether it tells the figures with which it came out, though it was put right since."""
        figures = [
            [(one.goal, one.value, one.measured_on) for one in told] for told in (self.told, self.at_first)
        ]
        return figures[0] == figures[1]

    @property
    def has_news(self) -> bool:
        """Whether it told anything new."""
        return any(one.news for one in self.told)

    def of(self, goal: str) -> Told | None:
        """What it said of a goal."""
        return next((one for one in self.told if one.goal == goal), None)


def next_post(rhythm: Rhythm, after: datetime) -> datetime:
    """The next nominal instant (UTC) later than `after`.

    Raises:
        ValueError: a year goes by without a working day.
    """
    monday = _monday(after.astimezone(rhythm.tz).date())
    for weeks in range(54):
        found = _of_week(rhythm, monday + weeks * WEEK)
        if found is not None and (at := _instant(rhythm, *found)) > after:
            return at
    raise ValueError("a year without a working day")


def last_post(rhythm: Rhythm, now: datetime) -> datetime | None:
    """The latest nominal instant (UTC) at `now` or before; None where there was none for a month."""
    monday = _monday(now.astimezone(rhythm.tz).date())
    for weeks in range(5):
        found = _of_week(rhythm, monday - weeks * WEEK)
        if found is not None and (at := _instant(rhythm, *found)) <= now:
            return at
    return None


def week_of(rhythm: Rhythm, at: datetime) -> tuple[datetime, datetime]:
    """The instants (UTC) at which the channel's week of an instant begins, and at which the next one does."""
    monday = _monday(at.astimezone(rhythm.tz).date())
    return instant(monday, time(), rhythm.tz), instant(monday + WEEK, time(), rhythm.tz)


def kind_of(rhythm: Rhythm, due_at: datetime) -> PostKind:
    """What the post of a nominal instant looks back on."""
    found = _of_week(rhythm, _monday(due_at.astimezone(rhythm.tz).date()))
    return found[1] if found is not None else PostKind.WEEKLY


def _instant(rhythm: Rhythm, day: date, kind: PostKind) -> datetime:
    at = max(rhythm.at, MONTHLY_FROM) if kind is PostKind.MONTHLY else rhythm.at
    return instant(day, at, rhythm.tz)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _of_week(rhythm: Rhythm, monday: date) -> tuple[date, PostKind] | None:
    """The day of a week's one post: the month's where one to look back on has just ended, else the weekday's.

    A weekday that is not worked gives way to the next working day of the week, else to the one before.
    """
    calendar = calendar_in(rhythm.country, rhythm.region)
    worked = [day for day in (monday + number * DAY for number in range(7)) if is_working_day(day, calendar)]
    for day in worked:
        first = day.replace(day=1)
        if rhythm.begun is not None and first - rhythm.begun < A_MONTH_IN_REVIEW:
            continue
        if not any(is_working_day(first + number * DAY, calendar) for number in range((day - first).days)):
            return day, PostKind.MONTHLY
    wanted = monday + rhythm.weekday * DAY
    later = [day for day in worked if day >= wanted]
    if later or worked:
        return (later[0] if later else worked[-1]), PostKind.WEEKLY
    return None
