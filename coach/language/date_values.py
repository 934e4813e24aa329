"""From a date as it is written to the day that it means."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from coach.language import days
from coach.language.date_words import DateWords
from coach.language.reading import DeadlineProblem

Groups = dict[str, str]
Resolved = tuple[date | None, DeadlineProblem | None]
_NOTHING: Resolved = (None, None)


def resolved(kind: str, match: re.Match[str], words: DateWords, today: date, *, known: bool) -> Resolved:
    """The day of a match, or what is wrong with it."""
    groups = match.groupdict()
    if kind in {"iso", "numeric", "short"}:
        return _from_digits(kind, groups, words, today, known=known)
    if kind == "tomorrow":
        late = match[0].startswith(("apres", "day after", "the day"))
        return today + timedelta(days=2 if late else 1), None
    reader = _READERS.get(kind.removeprefix("bare_"))
    return reader(groups, words, today) if reader is not None else _NOTHING


def _of_day_and_month(groups: Groups, words: DateWords, today: date) -> Resolved:
    return _on(int(groups["d"]), words.months[groups["m"]], _year(groups.get("y")), today)


def _of_quarter(groups: Groups, words: DateWords, today: date) -> Resolved:
    index = int(groups["q"]) if groups.get("q") else words.ordinals[groups["o"]]
    return _of_part(index, 3, groups, words, today)


def _of_half(groups: Groups, words: DateWords, today: date) -> Resolved:
    index = int(groups["h"]) if groups.get("h") else min(words.ordinals[groups["o"]], 2)
    return _of_part(index, 6, groups, words, today)


def _of_year(groups: Groups, words: DateWords, today: date) -> Resolved:
    del words
    return _checked(date(int(groups["y"]), 12, 31), today)


def _of_feast(groups: Groups, words: DateWords, today: date) -> Resolved:
    return _feast(words.feasts[groups["feast"]], _year(groups.get("y")), today)


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


def _from_digits(kind: str, groups: Groups, words: DateWords, today: date, *, known: bool) -> Resolved:
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


def _of_month(groups: Groups, words: DateWords, today: date) -> Resolved:
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


def _of_part(index: int, size: int, groups: Groups, words: DateWords, today: date) -> Resolved:
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


def _of_unit(groups: Groups, words: DateWords, today: date) -> Resolved:
    """The end of this or the next week, month, quarter or year."""
    edge = words.edges.get(groups.get("edge") or "", "end")
    year = _year(groups.get("y"))
    if groups.get("eou"):
        unit = _SHORT_UNITS[groups["eou"]]
    else:
        unit = words.units[groups["u"]] if groups.get("u") else "year"
    if unit in {"day", "workday", "fortnight"}:
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


def _span(groups: Groups, words: DateWords, today: date) -> Resolved:
    count = max(int(groups.get("n") or 1), int(groups.get("n2") or 0))
    unit = words.units[groups["u"]]
    if count == 0 or count > 1000:
        return _NOTHING
    return days.after(today, count, unit), None


def _weekday(groups: Groups, words: DateWords, today: date) -> Resolved:
    ahead = (words.weekdays[groups["wd"]] - today.weekday()) % 7 or 7
    rel = f"{groups.get('rel') or ''} {groups.get('rel2') or ''}"
    if "huit" in rel or ("next" in rel and ahead < 7 - today.weekday()):
        ahead += 7
    return today + timedelta(days=ahead), None


def _feast(name: str, year: int | None, today: date) -> Resolved:
    if year:
        return _checked(days.feast(name, year), today)
    this = days.feast(name, today.year)
    return (this if this >= today else days.feast(name, today.year + 1)), None


def _day_of_month(groups: Groups, words: DateWords, today: date) -> Resolved:
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


_READERS: dict[str, Callable[[Groups, DateWords, date], Resolved]] = {
    "day_month": _of_day_and_month,
    "edge_month": _of_month,
    "month": _of_month,
    "edge_quarter": _of_quarter,
    "edge_half": _of_half,
    "edge_unit": _of_unit,
    "this_unit": _of_unit,
    "span": _span,
    "weekday": _weekday,
    "feast": _of_feast,
    "dom": _day_of_month,
    "year": _of_year,
}
