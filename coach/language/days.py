"""Days that have a name: ends of periods, feasts, working days."""

from calendar import monthrange
from datetime import date, timedelta

FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "boxing": (12, 26), "all_saints": (11, 1),
    "bastille": (7, 14), "new_year": (1, 1), "new_years_eve": (12, 31), "back_to_school": (9, 1),
    "labour_day": (5, 1), "assumption": (8, 15), "armistice": (11, 11), "halloween": (10, 31),
    "saint_john": (6, 24), "canada": (7, 1), "saint_patrick": (3, 17), "valentine": (2, 14),
    "candlemas": (2, 2), "epiphany": (1, 6), "independence": (7, 4),
}  # fmt: skip
_FROM_EASTER = {"easter": 0, "easter_monday": 1, "good_friday": -2, "ascension": 39, "pentecost": 49}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def month_end(year: int, month: int) -> date:
    """Last day of a month; months beyond December run on into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def period_end(unit: str, today: date, ahead: int) -> date:
    """Last day of this period (`ahead` 0) or of one after it. A week ends on its Sunday."""
    if unit in {"day", "workday"}:
        return today + timedelta(days=ahead)
    if unit == "week":
        return today + timedelta(days=6 - today.weekday() + 7 * ahead)
    size = _MONTHS_IN[unit]
    last = (today.month - 1) // size * size + size
    return month_end(today.year, last + size * ahead)


def after(today: date, count: int, unit: str) -> date:
    """The day so many days, working days, weeks, months... from today."""
    if unit == "workday":
        return working_days_after(today, count)
    if unit in _DAYS_IN:
        return today + timedelta(days=count * _DAYS_IN[unit])
    months = today.month + count * _MONTHS_IN[unit]
    last = month_end(today.year, months)
    return last.replace(day=min(today.day, last.day))


def working_days_after(today: date, count: int) -> date:
    """So many Mondays to Fridays from today (holidays differ by place and are not known here)."""
    weeks, rest = divmod(count, 5)
    day = today + timedelta(days=7 * weeks)
    while rest or day.weekday() > 4:
        day += timedelta(days=1)
        if day.weekday() <= 4 and rest:
            rest -= 1
    return day


def feast(name: str, year: int) -> date:
    """The day of a feast in a year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name == "thanksgiving":
        return _nth_thursday(year) + timedelta(days=0)
    if name == "black_friday":
        return _nth_thursday(year) + timedelta(days=1)
    if name == "canadian_thanksgiving":  # the second Monday of October
        first = date(year, 10, 1)
        return first + timedelta(days=-first.weekday() % 7 + 7)
    if name == "memorial":  # the last Monday of May
        last = date(year, 5, 31)
        return last - timedelta(days=last.weekday())
    if name == "us_labor_day":
        first = date(year, 9, 1)
        return first + timedelta(days=-first.weekday() % 7)
    return easter(year) + timedelta(days=_FROM_EASTER[name])


def _nth_thursday(year: int) -> date:
    """The fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
