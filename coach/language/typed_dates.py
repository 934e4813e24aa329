"""A date that is typed by itself, as an option of a command: `26/02/2027`, `26 February 2027`."""

import re
from datetime import date

from coach.language.dates import read_deadline
from coach.language.reading import Language

_NUMERIC = re.compile(r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>20\d\d|\d\d)")
_DAY = re.compile(r"(?<!\w)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LED = re.compile(r"(?:(?:le|on|the)\s+)?", re.IGNORECASE)


def typed_date(text: str, today: date) -> date | None:
    """The day that a text names and nothing besides; None where it names none.

    Figures alone are day first in both languages. A day and a month without a year are the next such day.

    Args:
        text: What was typed.
        today: The day of typing.
    """
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        if (figures := _NUMERIC.fullmatch(text)) is not None:
            return _of_figures(figures)
    if _DAY.search(text) is None:
        return None  # "March 2027" names no day
    year = _YEAR.search(text)
    since = date(int(year[0]), 1, 1) if year is not None else today  # a year that is said may be gone by
    for language in Language if re.search(r"[^\W\d]", text) else (Language.FR,):
        read = read_deadline(text, language, since)
        led = _LED.match(text)
        if read is not None and led is not None and read.start <= led.end() and read.end >= len(text):
            return read.day
    return None


def _of_figures(figures: re.Match[str]) -> date | None:
    year = int(figures["y"])
    try:
        return date(year + 2000 if year < 100 else year, int(figures["m"]), int(figures["d"]))
    except ValueError:
        return None
