"""A reading as others take it in: a record for machines, underlined words for people."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from coach.language.reading import Language, Understanding
from coach.language.understanding import understand
from coach.quantity import MONEY, Quantity, Unit

CRITERIA = ("specific", "measurable", "achievable", "relevant", "time_bound")
Record = dict[str, Any]


def as_record(understanding: Understanding, id: object = None) -> Record:  # noqa: A002 - the record's key
    """The reading with the keys that `jalon understand --json` prints."""
    missing = missing_criteria(understanding)
    return {
        "id": id,
        "lang": understanding.language.value,
        "metric": understanding.metric.value if understanding.metric else None,
        "metric_alternatives": [metric.value for metric in understanding.metric_alternatives],
        "direction": understanding.direction.value if understanding.direction else None,
        "baseline": _figure(understanding.baseline),
        "target": _figure(understanding.target),
        "delta": _figure(understanding.delta),
        "deadline": understanding.deadline.isoformat() if understanding.deadline else None,
        "deadline_text": understanding.deadline_text,
        "cadence": understanding.cadence.value if understanding.cadence else None,
        "owner": understanding.owner,
        "ambiguous": sorted(slot.value for slot in understanding.ambiguous),
        "missing": missing,
        "vague": "measurable" in missing or "time_bound" in missing,
    }


def missing_criteria(understanding: Understanding) -> list[str]:
    """The criteria that a coach must still ask about.

    A text never says by itself whether a goal is achievable (people, budget, expertise, where its figure
    comes from). Measurable is a metric with a level or a change to reach; the baseline is asked for later.
    """
    has_figure = understanding.target is not None or understanding.delta is not None
    holds = {
        "specific": understanding.metric is not None
        and not understanding.parts
        and (understanding.lever is not None or understanding.owner is not None),
        "measurable": understanding.metric is not None and has_figure,
        "achievable": False,
        "relevant": understanding.relevance is not None,
        "time_bound": understanding.deadline is not None,
    }
    return [criterion for criterion in CRITERIA if not holds[criterion]]


def _figure(quantity: Quantity | None) -> Record | None:
    if quantity is None:
        return None
    unit = Unit.CURRENCY if quantity.unit in MONEY else quantity.unit
    return {"value": _number(quantity.value), "unit": unit.value}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def underlined(understanding: Understanding, *, width: int = 100) -> list[str]:
    """The text with its words underlined by role, line by line."""
    lines: list[str] = []
    for start, end in _wrapped(understanding.text, width):
        lines.append(understanding.text[start:end].rstrip("\n"))
        lines += _marks(understanding, start, end)
    return lines


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Stretches of the text no wider than `width`, cut at spaces and line ends."""
    start = 0
    while start < len(text):
        line_end = text.find("\n", start, start + width)
        if line_end >= 0:
            end = line_end + 1
        elif len(text) - start <= width:
            end = len(text)
        else:
            space = text.rfind(" ", start + 1, start + width)
            end = space + 1 if space > start else start + width
        yield start, end
        start = end


def _marks(understanding: Understanding, start: int, end: int) -> list[str]:
    """Rows of underlining below one line: nested roles go on rows of their own."""
    rows: list[tuple[list[str], list[str]]] = []
    for mention in sorted(understanding.mentions, key=lambda one: (one.start, -one.end)):
        left, right = max(mention.start, start) - start, min(mention.end, end) - start
        if left >= right:
            continue
        name = mention.role.value
        for bars, names in rows:
            if len(bars) <= left and len(names) <= left:
                break
        else:
            bars, names = [], []
            rows.append((bars, names))
        bars += [" "] * (left - len(bars)) + ["─"] * (right - left)
        names += [" "] * (left - len(names)) + list(name) + [" "]
    return ["".join(chars).rstrip() for row in rows for chars in row]


def readable(understanding: Understanding) -> list[str]:
    """The underlined text and, below it, one line a slot."""
    record = as_record(understanding)
    lines = underlined(understanding)
    lines.append("")
    for key, value in record.items():
        if key == "id" or value in (None, []):
            continue
        if isinstance(value, dict):
            value = f"{value['value']} {value['unit']}"  # noqa: PLW2901
        elif isinstance(value, list):
            value = ", ".join(value)  # noqa: PLW2901
        elif isinstance(value, bool):
            value = "yes" if value else "no"  # noqa: PLW2901
        lines.append(f"{key:<20}{value}")
    return lines


@dataclass(frozen=True)
class Line:
    """One line out for one line in."""

    text: str
    failed: bool


def read_lines(lines: Iterable[str], *, today: date, language: Language | None = None) -> Iterator[Line]:
    """`jalon understand --jsonl`: an object a line for each object a line; a bad line does not stop it.

    Args:
        lines: what comes in; blank lines are passed over.
        today: the day of reading where a line names none.
        language: the language where a line names none.
    """
    for line in lines:
        if not line.strip():
            continue
        record = _answer(line, today, language)
        yield Line(json.dumps(record, ensure_ascii=False), failed="error" in record)


def _answer(line: str, today: date, language: Language | None) -> Record:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": "not JSON"}
    if not isinstance(asked, dict):
        return {"id": None, "error": "not an object"}
    key = asked.get("id")
    text = asked.get("text")
    if not isinstance(text, str) or not text.strip():
        return {"id": key, "error": "no text"}
    try:
        today = _day(asked.get("today"), today)
    except ValueError:
        return {"id": key, "error": f"impossible date for today: {asked.get('today')!r}"}
    lang = asked.get("lang")
    if lang is not None:
        if lang not in tuple(Language):
            return {"id": key, "error": f"unknown language: {lang!r}"}
        language = Language(lang)
    return as_record(understand(text, language, today), key)


def _day(text: object, otherwise: date) -> date:
    if text is None:
        return otherwise
    return date.fromisoformat(str(text))
