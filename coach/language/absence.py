"""Reading when somebody is away: "3 to 14 August", "du 3 au 14 août", "en congé jusqu'à lundi"."""

import re
from datetime import date, timedelta
from enum import StrEnum

from coach.language import days
from coach.language.dates import WORDS, find_dates, read_deadline
from coach.language.detection import detect
from coach.language.named_days import impossible_day
from coach.language.numbers import with_digits
from coach.language.own_absence import find_away
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
_BACK = rx(r"(?<!\w)(?:de retour|je (?:reviens|rentre|reprends)|back|retour)(?!\w)")
_DAY_ONLY = re.compile(r"^(?P<d>\d{1,2})(?:er|st|nd|rd|th)?$")


_CANCELS = rx(
    r"^(?:(?:please|merci de|non|no)[ ,]+)?(?:cancel|delete|remove|drop|forget(?: about)?|scrap|annule[rz]?"
    r"|supprime[rz]?|retire[rz]?|efface[rz]?|oublie[rz]?) (?:(?:that|this|the|my|mon|ma|mes|cette|cet|ce|ces"
    r"|la|le|les) |l')?(?:last |derniere? )?(?:absences?|leave|time off|days? off|holidays?|vacation|conges?"
    r"|vacances)(?: (?:please|stp|svp|after all|finalement))?[ .!]*$"
)
_RETURNS = rx(
    r"^(?:(?:sorry|pardon|in fact|actually|en fait|no|non)[ ,:]+)?(?:i'm |i am |i'll be |i will be |je suis "
    r"|je serai )?(?:back|de retour|je (?:reviens|rentre|reprends)|retour)"
    r"(?: (?:on|at work on|le|au travail le))?(?: the)? (?P<day>.{2,30})$"
)


class AbsenceProblem(StrEnum):
    """Why the dates that were written are not taken."""

    NO_SUCH_DAY = "no_such_day"
    BACKWARDS = "backwards"


class AbsenceReading(Value):
    """What a text says of an absence."""

    start: date | None = None
    """None: no dates were found."""
    end: date | None = None
    """The last day."""
    problem: AbsenceProblem | None = None
    words: str | None = None
    """The words that cannot be taken."""


def says_away(text: str) -> bool:
    """Whether a text begins by saying that somebody is away."""
    return _SAYS_AWAY.match(fold(plain(text))) is not None


def cancels_absence(text: str) -> bool:
    """Whether a text says nothing but that an absence is off: "cancel that absence"."""
    return _CANCELS.match(fold(plain(text))) is not None


def returns_on(text: str, *, language: Language | None, today: date) -> date | None:
    """The day on which somebody says, and says nothing else, that they are back ("back mon 4 jan").

    Args:
        text: The words.
        language: Their language, where it is known.
        today: The day of reading.
    """
    folded = fold(plain(text)).strip(" .!")
    found = _RETURNS.match(folded)
    return _day(found["day"], detect(folded, language or Language.FR), today) if found is not None else None


def read_absence(text: str, *, language: Language | None, today: date) -> AbsenceReading:
    """From when to when somebody is away.

    "Back on Monday" and "until Monday" end on the Sunday: so is it meant of a day of the week in English, and
    of the first one in French. "Until the 14th", "through Friday" and "jusqu'à vendredi" end on that day.

    Args:
        text: The words, with or without "away" before the dates.
        language: Their language, where it is known.
        today: The day of reading.
    """
    shown = plain(text)
    lang = detect(shown, language or Language.FR)
    work = with_digits(fold(shown), lang).strip(" .!")
    said = _SAYS_AWAY.match(work)
    rest = work[said.end() :].strip(" ,.:") if said else _behind_away(work)
    reading = _read(rest, lang, today)
    if reading.start is None and reading.problem is None and (no_such := impossible_day(rest, lang, today)):
        reading = AbsenceReading(problem=AbsenceProblem.NO_SUCH_DAY, words=no_such)
    if reading.words is None:
        return reading
    at = fold(shown).find(reading.words)
    as_written = shown[at : at + len(reading.words)] if at >= 0 else reading.words
    return reading.model_copy(update={"words": as_written})


def _behind_away(work: str) -> str:
    """What follows the words that say so further on ("I'll be out next week"), else all of it."""
    found = find_away(work)
    if found is None or _BACK.search(found[0]):
        return work
    return work[found.end() :].strip(" ,.:") or work


def _read(rest: str, language: Language, today: date) -> AbsenceReading:
    if (found := _UNTIL.search(rest)) is not None:
        before, after = rest[: found.start()].strip(" ,"), rest[found.end() :]
        start = _day(before.removeprefix("from ").removeprefix("du ").removeprefix("de "), language, today)
        end = _day(after, language, start or today)
        if end is not None and end != start and not _through(found[0], after, language):
            end -= timedelta(days=1)
        return _reading(start or today, end)
    if (found := _BACK.search(rest)) is not None:
        back = _day(rest[found.end() :], language, today)
        return _reading(today, back - timedelta(days=1) if back else None)
    if (period := _period(rest, language, today)) is not None:
        return _reading(*period)
    if (pair := _RANGE.search(rest)) is not None and (both := _pair(pair, language, today)) is not None:
        return both
    if _PERIOD_NAMED.search(rest):
        return AbsenceReading()  # which of its days is not said
    day = _day(rest, language, today)
    return _reading(day, day)


def _through(lead: str, day: str, language: Language) -> bool:
    """Whether somebody away until a day is away on that day too."""
    if _INCLUDED.search(day) or lead.startswith(("through", "thru")):
        return True
    if language is Language.EN:
        return _WEEKDAY.search(day) is None
    return _MONDAY.search(day) is None


_WEEKDAY = rx(r"(?<!\w)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)(?!\w)")
_MONDAY = rx(r"(?<!\w)lundi(?!\w)")
_INCLUDED = rx(
    r"(?<!\w)(?:inclu(?:s|ded|sive|sivement)|compris(?:e)?|(?:in )?the evening|au soir|soir)(?!\w)"
)
_PERIOD_NAMED = rx(
    r"(?<!\w)(?:weeks?|semaines?|months?|mois|quarters?|trimestres?|years?|annees?|q[1-4]|t[1-4])(?!\w)"
)
_THIS_WEEK = rx(
    r"(?:this week|the rest of (?:the|this) week|all week|cette semaine|la semaine|toute la semaine)"
)
_NEXT_WEEK = rx(
    r"(?:all (?:of )?)?(?:the )?(?:next|coming|following) week"
    r"|(?:toute )?(?:la )?semaine (?:prochaine|qui vient|suivante)|(?:la )?prochaine semaine"
)
_WEEK_OF = rx(
    r"(?:for |in )?(?:the |la )?(?:week|semaine) (?:of|from|starting|commencing|du|de)"
    r"(?: the| le)? (?P<day>.{3,30})"
)
_NEXT_MONTH = rx(r"(?:all )?(?:next|the coming) month|(?:le )?mois prochain|tout le mois prochain")
_THIS_MONTH = rx(r"(?:all |the rest of )?(?:of )?(?:this|the) month|ce mois(?:-ci)?|tout le mois")
_LENGTH = rx(
    r"(?:for |pour |pendant |durant )?(?:the |les |these |ces )?(?:next |coming )?"
    r"(?P<n>\d{1,3}|an?|une?)(?: (?:prochaines?|prochains?))?"
    r" (?P<u>days?|jours?|weeks?|semaines?|months?|mois)"
    r"(?: (?:a venir|from (?:today|now)|from (?P<en>.{3,30})"
    r"|a partir d'aujourd'hui|a partir du (?P<fr>.{3,30})))?"
)
_UNITS = {"d": "day", "j": "day", "w": "week", "s": "week", "m": "month"}


def _period(rest: str, language: Language, today: date) -> tuple[date, date] | None:
    """The first and the last day of a period that is named as a whole ("next week", "in January")."""
    rest = rest.strip(" ,.:")
    monday = today - timedelta(days=today.weekday())
    if _THIS_WEEK.fullmatch(rest):
        return today, days.period_end("week", today, 0)
    if _NEXT_WEEK.fullmatch(rest):
        return monday + timedelta(days=7), days.period_end("week", today, 1)
    if _THIS_MONTH.fullmatch(rest):
        return today, days.period_end("month", today, 0)
    if _NEXT_MONTH.fullmatch(rest):
        end = days.period_end("month", today, 1)
        return end.replace(day=1), end
    if (week := _WEEK_OF.fullmatch(rest)) is not None:
        day = _day(week["day"], language, today)
        if day is None:
            return None
        start = day - timedelta(days=day.weekday())
        return max(start, today), start + timedelta(days=6)
    if (length := _LENGTH.fullmatch(rest)) is not None:
        named = length["en"] or length["fr"]
        first = today if named is None else _day(named, language, today)
        count = int(length["n"]) if length["n"].isdigit() else 1
        if first is None or not count:
            return None
        return first, days.after(first, count, _UNITS[length["u"][0]]) - timedelta(days=1)
    return _month(rest, language, today)


_MONTH_LED = rx(
    r"(?:(?:for|in|en|au|all of|all|during|throughout|tout|pendant|the|le|month of|mois de?|whole)(?!\w) ?)*"
)


def _month(rest: str, language: Language, today: date) -> tuple[date, date] | None:
    """A month that is named without a day ("in January", "tout le mois d'août")."""
    led = _MONTH_LED.match(rest)
    name, _, year = rest[led.end() if led else 0 :].lstrip("' ").removeprefix("d'").partition(" ")
    month = WORDS[language].months.get(name)
    if month is None or (year and not re.fullmatch(r"20\d\d", year)):
        return None
    end = days.month_end(int(year) if year else today.year, month)
    if end < today and not year:
        end = days.month_end(today.year + 1, month)
    return max(end.replace(day=1), today) if end >= today else end.replace(day=1), end


CLOSE = timedelta(days=10)
"""From the end of a month to the begin of the next, in an absence that names the second month alone."""


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
            return AbsenceReading(problem=AbsenceProblem.BACKWARDS, words=pair[0].strip())
        if start is not None and start.month != end.month and end - start > CLOSE:
            return AbsenceReading(problem=AbsenceProblem.BACKWARDS, words=pair[0].strip())
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
    if (alone := _DAY_ONLY.match(_INCLUDED.sub("", text).strip())) is not None:
        return _next_such_day(int(alone["d"]), today)
    found, _ = find_dates(_INCLUDED.sub("", text).strip(), language, today, bare=True)
    named = [one.day for one in found if one.day is not None]
    if named:
        return named[0]
    read = read_deadline(text, language, today)
    return read.day if read is not None else None


def _next_such_day(number: int, today: date) -> date | None:
    """The next day with this number, in this month or the one after ("until the 14th")."""
    for month in (today, days.month_end(today.year, today.month + 1)):
        last = days.month_end(month.year, month.month)
        if 1 <= number <= last.day and last.replace(day=number) >= today:
            return last.replace(day=number)
    return None
