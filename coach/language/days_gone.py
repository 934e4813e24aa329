"""Which day gone by a text speaks of: "vendredi", "le 14 décembre", "hier", "last week"."""

from dataclasses import dataclass
from datetime import date, timedelta

from coach.language import days
from coach.language.dates import find_dates
from coach.language.figures import find_figures
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
    found = _find_gone(with_digits(fold(plain(text)), language), language, today)
    return (found.first, found.last) if found is not None else None


@dataclass(frozen=True, slots=True)
class _Gone:
    """The days gone by that a stretch of a text names."""

    start: int
    end: int
    first: date
    last: date


def _find_gone(work: str, language: Language, today: date) -> _Gone | None:
    for known in (language, *(one for one in Language if one is not language)):
        for one in find_dates(work, known, today, bare=True)[0]:
            if one.day is not None and "§" in hide_days(work)[one.start : one.end]:
                day = one.day if one.day <= today else days.after(one.day, -12, "month")
                return _Gone(one.start, one.end, day, day) if day <= today else None
    for pattern, ago in _AGO:
        if (found := pattern.search(work)) is not None:
            day = today - timedelta(days=ago)
            return _Gone(found.start(), found.end(), day, day)
    if (found := _LAST_WEEK.search(work)) is not None:
        monday = today - timedelta(days=today.weekday() + 7)
        return _Gone(found.start(), found.end(), monday, monday + timedelta(days=6))
    for weekday, pattern in enumerate(_ON):
        if (found := pattern.search(work)) is not None:
            day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
            return _Gone(found.start(), found.end(), day, day)
    return None


def day_of_figure(text: str, language: Language, today: date) -> date | None:
    """The day gone by that the figure of a text is of ("le CSAT de la semaine dernière était 80").

    A week's figure is of its last working day. A day that says since when, or what the figure is compared
    with, is none; so is one beside which several figures stand, or that is told in another part of the text.

    Args:
        text: The words.
        language: Whose dates to look for first.
        today: The day of reading.

    Returns:
        None where it is of today, or of no day that is sure.
    """
    work = with_digits(fold(plain(text)), language)
    gone = _find_gone(work, language, today)
    if gone is None or _NOT_OF.search(work[: gone.start]) or _NOW.search(work) or gone.first >= today:
        return None
    if today - gone.first > LONGEST_AGO or _ON[today.weekday()].fullmatch(work[gone.start : gone.end]):
        return None  # "en janvier" in January, "lundi" on a Monday
    cuts = [one.end() for one in _JOINTS.finditer(work)]
    start = max((cut for cut in cuts if cut <= gone.start), default=0)
    end = min((cut for cut in cuts if cut >= gone.end), default=len(work))
    hidden = hide_days(work)
    before, joint = hidden[start : gone.start], work[max(0, end - 1) : end]
    if not find_figures(hidden[start:end], language) and (joint == ":" or not _LEFT.sub("", before)):
        end = min((cut for cut in cuts if cut > end), default=len(work))  # "vendredi : 80"
    figures = find_figures(hidden[start:end], language, most=3)
    if len(figures) != 1 or any(one.sign for one in figures):
        return None
    of_week = _WEEK_OF.search(work[: gone.start])
    first, last = gone.first, gone.last
    if of_week is not None and first == last:
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=6)
    if first == last:
        return first
    friday = first + timedelta(days=4)
    return friday if friday < today else None


LONGEST_AGO = timedelta(days=62)
"""So long ago a figure may be told afterwards; a day further back is another year's, or a misreading."""
_NOT_OF = rx(
    r"(?<!\w)(?:depuis|since|contre|vs|versus|que|qu'|than|comme|as(?! (?:of|at)(?!\w))|avant|before|until"
    r"|till|jusqu'(?:a|au|en)|apres|after|from|des|a partir d[eu]|starting|rapport a"
    r"|compare[ed]?s? (?:a|to|with)|to)"
    r"(?: (?:la|le|l'|celui|celle|chiffre|semaine|the|figure|week|of|de|du|d'|on|in|that|to))*[ ,]*$"
)
"""What leads in a day that the figure is not of."""
_NOW = rx(r"(?<!\w)(?:aujourd'hui|cette semaine|ce matin|maintenant|today|this (?:week|morning)|now)(?!\w)")
_WEEK_OF = rx(
    r"(?<!\w)(?:semaine|sem\.?|week|w/c|wk)(?: (?:du|de|of|commencing|starting|from))?"
    r"(?: (?:the|lundi|monday))? ?$"
)
_JOINTS = rx(r"[,;:](?!\d)|\.(?= |$)| [-–—] |(?<!\w)(?:mais|but|et|and)(?!\w)")
_LEFT = rx(r"(?<!\w)(?:le|la|les|l'|du|de|pour|for|on|the|of|as|semaine|week|sem)(?!\w)|[\W_]")
