"""Deadlines: which date a text gives itself to reach something, and which dates are other things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from coach.language import days
from coach.language.date_words import DateWords
from coach.language.dates_en import EN
from coach.language.dates_fr import FR
from coach.language.numbers import with_digits
from coach.language.patterns import any_of, spaced
from coach.language.plain import fold, plain
from coach.language.reading import DeadlineProblem, Language

WORDS = {Language.FR: FR, Language.EN: EN}
LOOK_BACK = 45

_NUMERIC = (
    ("iso", r"(?<![\d/.-])(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d/-])"),
    ("numeric", r"(?<![\d/.,-])(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>20\d\d|\d\d)(?![\d/-])"),
)
_SHORT = r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/%.,]| ?%)"


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


@cache
def _compiled(language: Language) -> _Compiled:
    table = WORDS[language]
    longest = {
        name: any_of(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ")
        for name, words in {
            "month": table.months, "weekday": table.weekdays, "edge": table.edges, "unit": table.units,
            "ordinal": table.ordinals, "feast": table.feasts,
        }.items()
    }  # fmt: skip
    holes = {
        "{month}": rf"(?P<m>{longest['month']})(?!\w)",
        "{anymonth}": longest["month"],
        "{weekday}": rf"(?P<wd>{longest['weekday']})(?!\w)",
        "{anyday}": longest["weekday"],
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

    patterns = [(kind, filled(pattern)) for kind, pattern in table.patterns]
    numeric = [(kind, re.compile(pattern)) for kind, pattern in _NUMERIC]
    short = re.compile(rf"(?<![\w/.,-]){_SHORT}(?!\w)")
    prepositions = (
        "en|a|pour|au|mois de|le|des|courant" if language is Language.FR else "in|at|on|for|this|next"
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


_TOKENS = re.compile(r"[a-z]+")


def _triggers(table: DateWords) -> dict[str, frozenset[str]]:
    def last_words(names: dict[str, int] | dict[str, str]) -> frozenset[str]:
        return frozenset(token for name in names for token in _TOKENS.findall(name))

    months, units = last_words(table.months), last_words(table.units)
    parts = frozenset({"t", "q", "s", "h", "trim", "trimestre", "semestre", "quarter", "qtr", "half", "semester"})
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
    table = _compiled(language)
    found: list[Found] = []
    tokens = set(_TOKENS.findall(work))
    for kind, pattern in table.patterns:
        needed = table.triggers.get(kind)
        if needed is not None and needed.isdisjoint(tokens):
            continue
        if kind in {"tomorrow", "bare_span", "bare_year", "bare_dom"} and not bare:
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
    return _without_starts(found, work, table)


def _without_starts(found: list[Found], work: str, table: _Compiled) -> tuple[list[Found], str]:
    """ "From January to March": the first of two dates is where it starts."""
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
            if one.weight == 2 or (joined and one.day and best.day and one.day > best.day):
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


def _judged(
    kind: str, match: re.Match[str], work: str, table: _Compiled, today: date, *, known: bool, bare: bool
) -> Found | None:
    """What this match is: a deadline and how surely, another date, or nothing."""
    start, end = match.span()
    if kind == "past":
        return Found(start, end)
    if kind in {"month", "short", "weekday"} and not _is_date(kind, match, work, bare=bare):
        return None
    before = work[max(0, start - LOOK_BACK) : start]
    if table.not_cue.search(before) or table.not_after.match(work, end):
        return Found(start, end)
    day, problem = _resolved(kind, match, table.words, today, known=known)
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
    if kind in {"span"} and (groups.get("lead") or "").startswith(("for", "pour", "pendant", "durant")):
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


Resolved = tuple[date | None, DeadlineProblem | None]
_NOTHING: Resolved = (None, None)


def _resolved(kind: str, match: re.Match[str], words: DateWords, today: date, *, known: bool) -> Resolved:
    groups = match.groupdict()
    match kind:
        case "iso" | "numeric" | "short":
            return _from_digits(kind, groups, words, today, known=known)
        case "day_month":
            month = words.months[groups["m"]]
            return _on(int(groups["d"]), month, _year(groups.get("y")), today)
        case "edge_month" | "month":
            return _of_month(groups, words, today)
        case "edge_quarter":
            index = int(groups["q"]) if groups.get("q") else words.ordinals[groups["o"]]
            return _of_part(index, 3, groups, words, today)
        case "edge_half":
            index = int(groups["h"]) if groups.get("h") else words.ordinals[groups["o"]]
            return _of_part(index, 6, groups, words, today) if index <= 2 or groups.get("o") else _NOTHING
        case "edge_unit" | "this_unit":
            return _of_unit(groups, words, today)
        case "span" | "bare_span":
            return _span(groups, words, today)
        case "weekday":
            return _weekday(groups, words, today), None
        case "feast":
            return _feast(words.feasts[groups["feast"]], _year(groups.get("y")), today)
        case "dom" | "bare_dom":
            return _day_of_month(groups, words, today)
        case "year" | "bare_year":
            return _checked(date(int(groups["y"]), 12, 31), today)
        case "tomorrow":
            return today + timedelta(days=2 if match[0].count("a") > 1 and len(match[0]) > 8 else 1), None
    return _NOTHING


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text.strip("'/- "))
    return year + 2000 if year < 100 else year


def _checked(day: date, today: date) -> Resolved:
    return (None, DeadlineProblem.PAST) if day < today else (day, None)


def _on(day: int, month: int, year: int | None, today: date) -> Resolved:
    """That day of that month; without a year, the next one."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None, DeadlineProblem.IMPOSSIBLE
    for candidate in [year] if year else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year:
            return _checked(found, today)
        if found >= today:
            return found, None
    return None, DeadlineProblem.IMPOSSIBLE


def _from_digits(
    kind: str, groups: dict[str, str], words: DateWords, today: date, *, known: bool
) -> Resolved:
    first, second, year = int(groups["d"]), int(groups["m"]), _year(groups.get("y"))
    if kind == "iso":
        return _on(first, second, year, today)
    if groups.get("s") == "." or first > 12 or second > 12:
        if second > 12 >= first and not words.day_first:
            first, second = second, first
        return _on(first, second, year, today)
    if not known and first != second:
        return None, DeadlineProblem.AMBIGUOUS
    return _on(first, second, year, today) if words.day_first else _on(second, first, year, today)


def _of_month(groups: dict[str, str], words: DateWords, today: date) -> Resolved:
    month, year = words.months[groups["m"]], _year(groups.get("y"))
    edge = words.edges.get(groups.get("edge") or "", "end")
    next_year = (groups.get("rel") if "edge" in groups else groups.get("rel2")) is not None
    if next_year and not words.day_first:
        year = today.year + 1
    for candidate in [year] if year else [today.year, today.year + 1]:
        day = days.month_end(candidate, month)
        if edge != "end":
            day = day.replace(day=15 if edge == "mid" else 10)
        if year:
            return _checked(day, today)
        if day >= today:
            return day, None
    return _NOTHING


def _of_part(index: int, size: int, groups: dict[str, str], words: DateWords, today: date) -> Resolved:
    """A quarter or a half of a year."""
    edge = words.edges.get(groups.get("edge") or "", "end")
    if edge == "early":
        return _NOTHING
    last = min(index * size, 12)
    year = _year(groups.get("y"))
    if groups.get("rel") is not None:
        year = today.year + 1
    for candidate in [year] if year else [today.year, today.year + 1]:
        day = days.month_end(candidate, last)
        if edge == "mid":
            day = date(candidate, last - 1, 15) if size == 3 else days.month_end(candidate, last - 3)
        if year:
            return _checked(day, today)
        if day >= today:
            return day, None
    return _NOTHING


_SHORT_UNITS = {
    "y": "year",
    "q": "quarter",
    "m": "month",
    "w": "week",
    "month": "month",
    "quarter": "quarter",
}


def _of_unit(groups: dict[str, str], words: DateWords, today: date) -> Resolved:
    """The end of this or the next week, month, quarter or year."""
    edge = words.edges.get(groups.get("edge") or "", "end")
    year = _year(groups.get("y"))
    if groups.get("eou"):
        unit = _SHORT_UNITS[groups["eou"]]
    else:
        unit = words.units[groups["u"]] if groups.get("u") else "year"
    if unit in {"day", "workday"}:
        return _NOTHING
    rel = " ".join(filter(None, (groups.get(name) for name in ("rel0", "rel", "rel2", "rel3"))))
    ahead = int(any(word in rel for word in words.next_words))
    if year and unit == "year":
        today_or_year = date(year, 1, 1)
        end = days.period_end("year", today_or_year, 0)
    else:
        end = days.period_end(unit, today, ahead)
    if edge == "early":
        return _NOTHING
    if edge == "mid":
        end = _middle(unit, end)
        if end < today and not year:
            end = _middle(unit, days.period_end(unit, today, ahead + 1))
    return _checked(end, today)


def _middle(unit: str, end: date) -> date:
    match unit:
        case "week":
            return end - timedelta(days=4)
        case "month":
            return end.replace(day=15)
        case "quarter":
            return date(end.year, end.month - 1, 15)
        case "half":
            return days.month_end(end.year, end.month - 3)
    return date(end.year, 6, 30)


def _span(groups: dict[str, str], words: DateWords, today: date) -> Resolved:
    count = max(int(groups.get("n") or 1), int(groups.get("n2") or 0))
    unit = words.units[groups["u"]]
    if count == 0 or count > 1000:
        return _NOTHING
    return days.after(today, count, unit), None


def _weekday(groups: dict[str, str], words: DateWords, today: date) -> date:
    ahead = (words.weekdays[groups["wd"]] - today.weekday()) % 7 or 7
    rel = f"{groups.get('rel') or ''} {groups.get('rel2') or ''}"
    if "huit" in rel or ("next" in rel and ahead < 7 - today.weekday()):
        ahead += 7
    return today + timedelta(days=ahead)


def _feast(name: str, year: int | None, today: date) -> Resolved:
    if year:
        return _checked(days.feast(name, year), today)
    this = days.feast(name, today.year)
    return (this if this >= today else days.feast(name, today.year + 1)), None


def _day_of_month(groups: dict[str, str], words: DateWords, today: date) -> Resolved:
    number = int(groups["d"])
    if not 1 <= number <= 31:
        return _NOTHING
    ahead = any(word in (groups.get("rel") or "") for word in words.next_words)
    month = days.month_end(today.year, today.month + int(ahead))
    for _ in range(3):
        if number <= month.day and month.replace(day=number) >= today:
            return month.replace(day=number), None
        if ahead:
            return None, DeadlineProblem.IMPOSSIBLE
        month = days.month_end(month.year, month.month + 1)
    return _NOTHING


def dates_in(text: str, language: Language, today: date) -> Iterator[Found]:
    """Every date of the text, deadline or not."""
    yield from find_dates(with_digits(fold(plain(text)), language), language, today)[0]
