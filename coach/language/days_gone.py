"""Which day gone by a text speaks of: "vendredi", "le 14 décembre", "hier", "last week"."""

from datetime import date, timedelta

from coach.language import days
from coach.language.dates import find_dates
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language

_WEEKDAYS = (
    ("lundi", "monday", "mon"),
    ("mardi", "tuesday", "tues?"),
    ("mercredi", "wednesday", "wed"),
    ("jeudi", "thursday", "thurs?"),
    ("vendredi", "friday", "fri"),
    ("samedi", "saturday", "sat"),
    ("dimanche", "sunday", "sun"),
)
_ON = tuple(rx(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") for names in _WEEKDAYS)
_AGO = (
    (rx(r"(?<!\w)(?:avant-hier|the day before yesterday)(?!\w)"), 2),
    (rx(r"(?<!\w)(?:hier|yesterday)(?!\w)"), 1),
)
_LAST_WEEK = rx(
    r"(?<!\w)(?:(?:la )?semaine (?:derniere|passee|precedente|d'avant)|(?:last|the previous) week)(?!\w)"
)


def day_gone(text: str, language: Language, today: date) -> tuple[date, date] | None:
    """The first and the last day of what a text names that has gone by; None where it names nothing.

    A day without its year is the last such one; so is a weekday.

    Args:
        text: The words.
        language: Whose dates to look for first.
        today: The day of reading.
    """
    work = with_digits(fold(plain(text)), language)
    for known in (language, *(one for one in Language if one is not language)):
        for one in find_dates(work, known, today, bare=True)[0]:
            if one.day is not None and "§" in hide_days(work)[one.start : one.end]:
                day = one.day if one.day <= today else days.after(one.day, -12, "month")
                return (day, day) if day <= today else None
    for pattern, ago in _AGO:
        if pattern.search(work):
            return today - timedelta(days=ago), today - timedelta(days=ago)
    if _LAST_WEEK.search(work):
        monday = today - timedelta(days=today.weekday() + 7)
        return monday, monday + timedelta(days=6)
    for weekday, pattern in enumerate(_ON):
        if pattern.search(work):
            day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
            return day, day
    return None
