"""Working days, public holidays, hours of the day and time zones: when people are at work.

Instants are aware datetimes in UTC; wall-clock times belong to a zone. Public holidays come from the
`holidays` package (python-holidays), which is imported when the first is asked for.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from coach.errors import Refused
from coach.messages.planning import CountryUnknown, RegionUnknown
from coach.quantity import Value

DAY = timedelta(days=1)
WORKDAYS = frozenset(range(5))
"""Monday (0) to Friday (4)."""
_SEARCH_DAYS = 3660


class Absence(Value):
    """Days on which somebody, or everybody, is away; both ends included."""

    start: date
    end: date
    person: str | None = None
    """Who is away (Slack user id). None: nobody works, as when the team is closed."""

    def covers(self, day: date) -> bool:
        """Whether the day is one of the absence."""
        return self.start <= day <= self.end


class WorkingCalendar(Value):
    """When a team works. Without a country there are no public holidays."""

    country: str | None = None
    """ISO 3166-1 code: "FR", "BE", "CH", "CA", "GB", "US" ..."""
    region: str | None = None
    """Subdivision, as `holidays` names it: "57" (Moselle), "QC", "SCT" ..."""
    absences: tuple[Absence, ...] = ()
    weekdays: frozenset[int] = WORKDAYS
    """Days of the week that are worked; 0 is Monday."""


@lru_cache(maxsize=512)
def calendar_in(country: str | None, region: str | None = None) -> WorkingCalendar:
    """A country's calendar, nobody away: the same value each time, so that what is kept by it is soon found.

    Args:
        country: ISO 3166-1 code; None: no public holidays.
        region: Its subdivision, as `holidays` names it.
    """
    return WorkingCalendar(country=country, region=region)


@lru_cache(maxsize=512)
def public_holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    """Public holidays of a country (and region) in a year; none where the country is not known.

    A region that is not known counts as the whole country.
    """
    import holidays  # noqa: PLC0415 - a fifth of a second that most commands need not spend

    try:
        return frozenset(holidays.country_holidays(country, subdiv=region, years=year, expand=False))
    except NotImplementedError:
        return public_holidays(country, None, year) if region is not None else frozenset()


def check_country(country: str) -> None:
    """See that the public holidays of a country are known.

    Raises:
        Refused: they are not.
    """
    import holidays  # noqa: PLC0415 - see public_holidays

    if country not in holidays.list_supported_countries():
        raise Refused(CountryUnknown(country))


ALSACE_MOSELLE = {"67": "6AE", "68": "6AE"}
"""Alsace's departments, under the code that `holidays` has for both."""


def check_region(country: str, region: str) -> str:
    """A subdivision of a country as `holidays` names it: "QC", "57", also "67" and "Moselle".

    Raises:
        Refused: the country is unknown, or has no such subdivision with holidays of its own.
    """
    import holidays  # noqa: PLC0415 - see public_holidays

    check_country(country)
    region = ALSACE_MOSELLE.get(region, region) if country == "FR" else region
    listed = holidays.country_holidays(country).get_subdivision_aliases()
    known = {name.casefold(): code for code, names in listed.items() for name in (code, *names)}
    found = known.get(region.casefold())
    if found is None:
        short = tuple(sorted(name for name in listed if len(name) <= SHORT_CODE))
        raise Refused(RegionUnknown(country, region, short))
    return found


SHORT_CODE = 3
"""Characters of a subdivision's code; what is longer is a name."""


def is_working_day(day: date, calendar: WorkingCalendar) -> bool:
    """Whether the team works on a day: a working weekday, no public holiday, no closure."""
    if day.weekday() not in calendar.weekdays:
        return False
    if any(absence.person is None and absence.covers(day) for absence in calendar.absences):
        return False
    country = calendar.country
    return country is None or day not in public_holidays(country, calendar.region, day.year)


def presence(day: date, calendar: WorkingCalendar, contributors: int = 1) -> Decimal:
    """How much of the team is at work on a day, from 0 to 1.

    Args:
        day: The day.
        calendar: When the team works, and who is away.
        contributors: How many people take part; each absent person is one of them.
    """
    if not is_working_day(day, calendar):
        return Decimal(0)
    if not calendar.absences:
        return Decimal(1)
    away = {absence.person for absence in calendar.absences if absence.covers(day)}
    people = max(contributors, 1)
    return Decimal(max(people - len(away), 0)) / people


def days(start: date, end: date) -> Iterator[date]:
    """Every day from start to end, both included."""
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        yield date.fromordinal(ordinal)


def days_before(day: date) -> Iterator[date]:
    """Every day before a day, the nearest first."""
    for ordinal in range(day.toordinal() - 1, 0, -1):
        yield date.fromordinal(ordinal)


@lru_cache(maxsize=4096)
def working_days(start: date, end: date, calendar: WorkingCalendar, contributors: int = 1) -> int:
    """How many days from start to end (both included) somebody works."""
    return sum(presence(day, calendar, contributors) > 0 for day in days(start, end))


def month_end(day: date) -> date:
    """The last day of the day's month."""
    following = day.replace(day=28) + timedelta(days=4)
    return following.replace(day=1) - DAY


def months_between(start: date, deadline: date) -> tuple[tuple[date, date], ...]:
    """The calendar months from start to deadline, the first and last cut by them; both ends included."""
    spans = []
    while start <= deadline:
        end = min(month_end(start), deadline)
        spans.append((start, end))
        start = end + DAY
    return tuple(spans)


def weeks_between(start: date, deadline: date) -> tuple[tuple[date, date], ...]:
    """The weeks (Monday to Sunday) from start to deadline, the first and last cut by them; ends included.

    A single day at the end belongs to the week before: six weeks from a Monday are six weeks, not seven.
    """
    spans: list[tuple[date, date]] = []
    while start <= deadline:
        end = min(start + timedelta(days=6 - start.weekday()), deadline)
        if spans and start == deadline:
            spans[-1] = (spans[-1][0], deadline)
        else:
            spans.append((start, end))
        start = end + DAY
    return tuple(spans)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall-clock time on a day.

    A time that the day skips (clocks put forward) is told by the offset before the change, so 02:30 becomes
    03:30; of a time that comes twice (clocks put back) the first is meant (PEP 495, fold 0).
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), tzinfo=zone).astimezone(UTC)


def next_local(after: datetime, zone: ZoneInfo, weekday: int | None, at: time) -> datetime:
    """The first instant (UTC) later than `after` at which clocks of the zone show `at`.

    Comes out exactly once a day (or week), on days with a missing or a doubled hour too.

    Args:
        after: An aware instant.
        zone: The zone whose clocks are read.
        weekday: Only on this day of the week (0 is Monday); None: every day.
        at: The time on the clock.
    """
    day = after.astimezone(zone).date() - DAY
    while True:
        if weekday is None or day.weekday() == weekday:
            candidate = instant(day, at, zone)
            if candidate > after:
                return candidate
        day += DAY


def next_month_day(after: datetime, zone: ZoneInfo, day_of_month: int, at: time) -> datetime:
    """The first instant (UTC) later than `after` on a day of the month; the 31st is the last day of each.

    Args:
        after: An aware instant.
        zone: The zone whose clocks are read.
        day_of_month: 1 to 31.
        at: The time on the clock.
    """
    first = after.astimezone(zone).date().replace(day=1)
    while True:
        last = month_end(first)
        candidate = instant(first.replace(day=min(day_of_month, last.day)), at, zone)
        if candidate > after:
            return candidate
        first = last + DAY


def within_hours(moment: datetime, zone: ZoneInfo, opens: time, closes: time) -> bool:
    """Whether the zone's clocks stand inside working hours (`closes` excluded; may be past midnight)."""
    clock = moment.astimezone(zone).time()
    if opens <= closes:
        return opens <= clock < closes
    return clock >= opens or clock < closes


def next_working_instant(
    moment: datetime,
    zone: ZoneInfo,
    calendar: WorkingCalendar,
    opens: time = time(9),
    closes: time = time(18),
) -> datetime:
    """`moment` itself where people are at work then, else the next instant (UTC) when they are.

    What falls on a weekend, a public holiday or an absence moves to the same time of the next working day;
    what falls outside working hours moves to the next opening.

    Args:
        moment: An aware instant.
        zone: Where the person or the team is.
        calendar: When they work.
        opens: Start of the working hours, on the zone's clocks.
        closes: Their end, later than `opens`.

    Raises:
        ValueError: ten years go by without a working day.
    """
    local = moment.astimezone(zone)
    day, clock = local.date(), local.time()
    if is_working_day(day, calendar):
        if within_hours(moment, zone, opens, closes):
            return moment.astimezone(UTC)
        if clock < opens:
            return instant(day, opens, zone)
    at = clock if opens <= clock < closes else opens
    for _ in range(_SEARCH_DAYS):
        day += DAY
        if is_working_day(day, calendar):
            return instant(day, at, zone)
    raise ValueError("ten years without a working day")
