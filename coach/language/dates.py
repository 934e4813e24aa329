"""Deadlines: which date a text gives itself to reach something, and which dates are other things."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from coach.language.date_values import resolved
from coach.language.date_words import DateWords
from coach.language.dates_en import EN
from coach.language.dates_fr import FR
from coach.language.numbers import with_digits
from coach.language.patterns import any_of, exact, spaced
from coach.language.plain import fold, plain
from coach.language.reading import DeadlineProblem, Language

WORDS = {Language.FR: FR, Language.EN: EN}
LOOK_BACK = 45
SURE, LIKELY = 3, 2
"""The weights of a date that its own words make a deadline, and of one that may well be."""

_NUMERIC = (
    ("iso", r"(?<![\d/.-])(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d/-])"),
    ("numeric", r"(?<![\d/.,-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>20\d\d|\d\d)(?![\d/-])"),
)
_SHORT = r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/%]|[.,]\d| ?%)"


@dataclass(frozen=True)
class Found:
    """A date in the text. `day` is None where it cannot be taken, or is no deadline."""

    start: int
    end: int
    day: date | None = None
    problem: DeadlineProblem | None = None
    weight: int = 0
    """How clearly it is a deadline: 3 by its words, 2 likely, 1 bare, 0 something else."""
    window: bool = False
    """A length in days that may also be a promise to the customer ("within 2 days")."""
    cue: int = 0
    """Characters before `start` that lead it in ("d'ici ")."""


@dataclass(frozen=True)
class Deadline:
    """The deadline that was read."""

    day: date | None
    text: str
    problem: DeadlineProblem | None
    start: int
    end: int


@dataclass(frozen=True)
class _Compiled:
    words: DateWords
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    cue: re.Pattern[str]
    weak: re.Pattern[str]
    not_cue: re.Pattern[str]
    not_after: re.Pattern[str]
    triggers: dict[str, frozenset[str]]
    """Words without which a kind of date cannot be there: most kinds are passed over for most texts."""


def _names(table: DateWords) -> dict[str, Iterable[str]]:
    return {
        "month": table.months,
        "weekday": table.weekdays,
        "edge": table.edges,
        "unit": table.units,
        "ordinal": table.ordinals,
        "feast": table.feasts,
    }


@cache
def compiled(language: Language) -> _Compiled:
    """A language's dates, ready to look for."""
    table = WORDS[language]
    longest = {
        name: any_of(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ")
        for name, words in _names(table).items()
    }
    holes = {
        "{month}": rf"(?P<m>{longest['month']})(?!\w)",
        "{anymonth}": longest["month"],
        "{weekday}": rf"(?P<wd>{longest['weekday']})(?!\w)",
        "{anyday}": longest["weekday"],
        "{anyfeast}": longest["feast"],
        "{edge}": rf"(?P<edge>{longest['edge']})",
        "{unit}": rf"(?P<u>{longest['unit']})(?!\w)",
        "{ordinal}": rf"(?P<o>{longest['ordinal']})",
        "{feast}": rf"(?P<feast>{longest['feast']})(?!\w)",
        "{year}": r"(?P<y>20\d\d)(?!\d| ?%)",
        "{year2}": r"(?P<y>20\d\d|['/-]\d\d)(?!\d| ?%)",
        "{n}": r"(?P<n>\d{1,3})(?!\d)",
        "{n2}": r"(?P<n2>\d{1,3})(?!\d)",
        "{k}": r"\d{1,3}",
    }

    def filled(pattern: str) -> re.Pattern[str]:
        for hole, part in holes.items():
            pattern = pattern.replace(hole, part)
        return re.compile(spaced(rf"(?<!\w)(?:{pattern})(?!\w)"))

    past = any_of(pattern for kind, pattern in table.patterns if kind == "past")
    patterns = [("past", filled(past))]
    patterns += [(kind, filled(pattern)) for kind, pattern in table.patterns if kind != "past"]
    numeric = [(kind, re.compile(pattern)) for kind, pattern in _NUMERIC]
    short = re.compile(rf"(?<![\w/.,-]){_SHORT}(?!\w)")
    prepositions = (
        "en|a|pour|au|mois de|mois d'|le|des|courant|tout|pendant|durant|sur"
        if language is Language.FR
        else "in|at|on|for|this|next|all|all of|throughout|through|during|over"
    )
    return _Compiled(
        table,
        (*numeric, *patterns, ("short", short)),
        re.compile(rf"(?<!\w)(?:{spaced(table.cue)})[ ]*$"),
        re.compile(rf"(?<!\w)(?:{prepositions})[ ]+$"),
        re.compile(rf"(?<!\w)(?:{spaced(table.not_cue)})[ ]*$"),
        re.compile(spaced(table.not_after)),
        _triggers(table),
    )


_TOKENS = exact(r"[a-z]+")


def _triggers(table: DateWords) -> dict[str, frozenset[str]]:
    def last_words(names: dict[str, int] | dict[str, str]) -> frozenset[str]:
        return frozenset(token for name in names for token in _TOKENS.findall(name))

    months, units = last_words(table.months), last_words(table.units)
    parts = frozenset(
        {"t", "q", "s", "h", "trim", "trimestre", "semestre", "quarter", "qtr", "half", "semester"}
    )
    return {
        "day_month": months,
        "edge_month": months,
        "month": months,
        "weekday": last_words(table.weekdays),
        "feast": last_words(table.feasts),
        "this_unit": units,
        "span": units,
        "bare_span": units,
        "edge_quarter": parts,
        "edge_half": parts,
        "tomorrow": frozenset({"demain", "tomorrow"}),
        "gone": frozenset({"hier", "yesterday", "hui", "ajd", "today", "matin", "morning"}),
    }


def find_dates(
    work: str, language: Language, today: date, *, known: bool = True, bare: bool = False
) -> tuple[list[Found], str]:
    """Every date of the text, and the text with them masked: `@` a possible deadline, `§` another date.

    Args:
        work: the folded text with its numbers in digits.
        language: whose words to look for.
        today: the day of reading.
        known: whether the language is certain, so that 03/04/2027 can be taken.
        bare: whether the text answers "by when?", so that a date needs no words around it.
    """
    table = compiled(language)
    found: list[Found] = []
    tokens = set(_TOKENS.findall(work))
    for kind, pattern in table.patterns:
        needed = table.triggers.get(kind)
        if needed is not None and needed.isdisjoint(tokens):
            continue
        if kind in _BARE_ONLY and not bare:
            continue
        spans: list[Found] = []
        for match in pattern.finditer(work):
            one = _judged(kind, match, work, table, today, known=known, bare=bare)
            if one is not None:
                spans.append(one)
        for one in spans:
            mark = "@" if one.weight else "§"
            work = work[: one.start] + mark * (one.end - one.start) + work[one.end :]
        found += spans
    found.sort(key=lambda one: one.start)
    return _without_starts(found, work)


def _without_starts(found: list[Found], work: str) -> tuple[list[Found], str]:
    """From January to March: the first of two dates is where it starts."""
    kept: list[Found] = []
    for one in found:
        before = work[max(0, one.start - 14) : one.start]
        starts = re.search(r"(?<!\w)(?:de|du|from|entre|between)[ ]+$", before)
        if starts and one.weight and re.match(r"[ ]*(?:a|au|et|to|and|-)[ ]+@", work[one.end :]):
            work = work[: one.start] + "§" * (one.end - one.start) + work[one.end :]
            kept.append(replace(one, weight=0))
        else:
            kept.append(one)
    return kept, work


def pick(found: list[Found], work: str) -> Found | None:
    """The date that is the deadline, if any is."""
    best: Found | None = None
    for one in found:
        if not one.weight:
            continue
        if best is None or one.weight > best.weight:
            best = one
        elif one.weight == best.weight:
            between = work[best.end : one.start].strip()
            joined = between in {"ou", "or", "-", "/", "a", "et", "to", "and", "voire"}
            later = joined and one.day and best.day and one.day > best.day
            if one.weight == LIKELY or (best.window and one.cue) or later:
                best = one
    return best


def read_deadline(text: str, language: Language, today: date, *, known: bool = True) -> Deadline | None:
    """The deadline in a text that is known to speak of one (the answer to "by when?")."""
    shown = plain(text)
    work = with_digits(fold(shown), language)
    found, masked = find_dates(work, language, today, known=known, bare=True)
    best = pick(found, masked)
    if best is None:
        return None
    return Deadline(best.day, shown[best.start : best.end].strip(), best.problem, best.start, best.end)


_BARE_ONLY = frozenset({"tomorrow", "gone", "bare_span", "bare_year", "bare_dom"})
"""Kinds of dates that are looked for in answers to "by when?" only."""
_AROUND = exact(r"(?<!\w)(?:d'ici|pour|avant|by|before|for|le|la|the|in)(?!\w)|[^\w]+")
_NO_DAY = frozenset({"yoy", "year on year", "month on month", "n-1", "n - 1"})
_HARMLESS = frozenset({"on", "from", "after", "on our", "in our", "des", "a partir du", "a partir de"})
"""What may stand before a date that was asked for."""


def _judged(
    kind: str, match: re.Match[str], work: str, table: _Compiled, today: date, *, known: bool, bare: bool
) -> Found | None:
    """What this match is: a deadline and how surely, another date, or nothing."""
    start, end = match.span()
    if kind in {"past", "gone"}:
        return _gone(kind, start, end, work, bare=bare)
    if kind in {"month", "short", "weekday"} and not _is_date(kind, match, work, bare=bare):
        return None
    before = work[max(0, start - LOOK_BACK) : start]
    against = _is_led_away(kind, before, table, bare=bare)
    if against or table.not_after.match(work, end):
        return Found(start, end)
    day, problem = resolved(kind, match, table.words, today, known=known)
    if day is None and problem is None and kind != "edge_unit":
        return None
    cue = table.cue.search(before)
    groups = match.groupdict()
    if cue or kind in {"span", "dom", "iso", "numeric", "day_month"} or groups.get("edge"):
        weight = 3
    elif kind in {"this_unit", "year"} or table.weak.search(before) or groups.get("rel"):
        weight = 2
    else:
        weight = 1
    if kind == "span" and (groups.get("lead") or "").startswith(("for", "pour", "pendant", "durant")):
        weight = 2
    if kind in {"month", "weekday", "short", "feast"} and weight == 1 and not bare and not groups.get("y"):
        return Found(start, end)
    if kind == "day_month" and not cue and not bare:
        weight = 2
    if day is None and problem is None:
        weight = 1
    unit = table.words.units.get(groups.get("u") or "", "")
    return Found(
        start, end, day, problem, weight,
        window=kind == "span" and unit in {"day", "workday"},
        cue=len(cue[0]) if cue else 0,
    )  # fmt: skip


def _is_led_away(kind: str, before: str, table: _Compiled, *, bare: bool) -> bool:
    """Whether the words before say that the date is something else ("compared to March")."""
    against = table.not_cue.search(before)
    if against is None:
        return False
    led = against[0].strip()
    return not ((bare and led in _HARMLESS) or (kind == "day_month" and led == "on"))


def _gone(kind: str, start: int, end: int, work: str, *, bare: bool) -> Found | None:
    """A day gone by: as the whole of an answer to "by when?", a deadline that cannot be taken."""
    alone = bare and not (_AROUND.sub("", work[:start]) or _AROUND.sub("", work[end:]))
    if alone and work[start:end] not in _NO_DAY:
        return Found(start, end, None, DeadlineProblem.PAST, weight=SURE)
    return Found(start, end) if kind == "past" else None


def _is_date(kind: str, match: re.Match[str], work: str, *, bare: bool) -> bool:
    """Whether a word or a pair of figures that has other meanings too is a date here."""
    before = work[max(0, match.start() - 16) : match.start()]
    if kind == "short":
        led = re.search(
            r"(?<!\w)(?:le|au|avant|pour|du|d'ici|fin|by|before|on|until|due|the|deadline ?:?)[ ]*$", before
        )
        return bool(led) or (bare and match[0] == work.strip())
    if kind == "month" and match["m"] in {"may", "march", "mar", "sept", "dec", "jan"} and not match["y"]:
        led = re.search(
            r"(?<!\w)(?:by|in|before|until|till|of|this|next|for|en|d'ici|avant|pour|:)[ ]*$", before
        )
        return bool(led) or bare
    if kind == "weekday":
        led = re.search(
            r"(?<!\w)(?:by|before|until|till|d'ici|avant|pour|jusqu'a|d'ici a|no later than)[ ]*$", before
        )
        return bool(led) or bare
    return True
