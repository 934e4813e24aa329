"""Reading when somebody is away: "3 to 14 August", "du 3 au 14 août", "en congé jusqu'à lundi"."""

import re
from datetime import date, timedelta

from coach.language.dates import find_dates, read_deadline
from coach.language.detection import detect
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.quantity import Value

LONGEST = timedelta(days=550)
"""A longer absence was not meant."""
_SAYS_AWAY = rx(
    r"^(?:hello|bonjour|hi|salut)?[ ,.!]*(?:je (?:suis|serai|pars)|i am|i'm|i'll be|i will be|on sera)? ?"
    r"(?:en (?:conges?|vacances|rtt|arret(?: maladie)?|formation|deplacement|maladie)|conges?|absente?s?"
    r"|vacances|rtt|malade|off|away|on (?:leave|vacation|holiday|holidays|pto|annual leave|sick leave)"
    r"|out of (?:the )?office|ooo|annual leave)(?!\w)"
)
_RANGE = re.compile(
    r"(?<!\w)(?:du|from|de|between|entre)? ?(?:le |the )?(?P<start>.{1,24}?)"
    r" ?(?:(?<!\w)(?:au|a|to|until|till|through|et|and|jusqu'au)(?!\w)|-|–|/(?= ))"
    r" ?(?:le |the )?(?P<end>.{2,30})$"
)
_UNTIL = rx(r"(?<!\w)(?:jusqu'(?:a|au|en)|jusque|until|till|til|through)(?: (?:la|le|the))?(?!\w)")
_BACK = rx(r"(?<!\w)(?:de retour|je (?:reviens|rentre)|back|retour)(?!\w)")
_DAY_ONLY = re.compile(r"^(?P<d>\d{1,2})(?:er|st|nd|rd|th)?$")


class AbsenceReading(Value):
    """What a text says of an absence."""

    start: date | None = None
    """None: no dates were found."""
    end: date | None = None
    """The last day."""


def says_away(text: str) -> bool:
    """Whether a text begins by saying that somebody is away."""
    return _SAYS_AWAY.match(fold(plain(text))) is not None


def read_absence(text: str, *, language: Language | None, today: date) -> AbsenceReading:
    """From when to when somebody is away; "until Monday" ends on Monday, "back on Monday" the day before.

    Args:
        text: The words, with or without "away" before the dates.
        language: Their language, where it is known.
        today: The day of reading.
    """
    shown = plain(text)
    lang = detect(shown, language or Language.FR)
    work = with_digits(fold(shown), lang).strip(" .!")
    said = _SAYS_AWAY.match(work)
    rest = work[said.end() :].strip(" ,.:") if said else work
    if (found := _UNTIL.search(rest)) is not None:
        before, after = rest[: found.start()].strip(" ,"), rest[found.end() :]
        start = _day(before.removeprefix("from ").removeprefix("du ").removeprefix("de "), lang, today)
        return _reading(start or today, _day(after, lang, start or today))
    if (found := _BACK.search(rest)) is not None:
        back = _day(rest[found.end() :], lang, today)
        return _reading(today, back - timedelta(days=1) if back else None)
    if (pair := _RANGE.search(rest)) is not None and (both := _pair(pair, lang, today)) is not None:
        return both
    day = _day(rest, lang, today)
    return _reading(day, day)


def _pair(pair: re.Match[str], language: Language, today: date) -> AbsenceReading | None:
    """Two dates; the first may leave its month to the second ("3 to 14 August")."""
    end = _day(pair["end"], language, today)
    if end is None:
        return None
    first = pair["start"].strip()
    if (alone := _DAY_ONLY.match(first)) is not None:
        day = int(alone["d"])
        month = end if day <= end.day else end.replace(day=1) - timedelta(days=1)
        try:
            start: date | None = month.replace(day=day)
        except ValueError:
            return None
    else:
        start = _day(first, language, today)
    if start is None:
        return None
    if start > end:
        start = min((one for one in (_year_before(start),) if one <= end), default=start)
    return _reading(start, end)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _reading(start: date | None, end: date | None) -> AbsenceReading:
    if start is None or end is None or end < start or end - start > LONGEST:
        return AbsenceReading()
    return AbsenceReading(start=start, end=end)


def _day(text: str, language: Language, today: date) -> date | None:
    """The day that some words name, today or later where the year is left out."""
    text = text.strip(" ,.:")
    if re.fullmatch(r"(?:aujourd'hui|today|ce jour)", text):
        return today
    found, _ = find_dates(text, language, today, bare=True)
    days = [one.day for one in found if one.day is not None]
    if days:
        return days[0]
    read = read_deadline(text, language, today)
    return read.day if read is not None else None
