"""What `jalon understand` prints."""

import json
from datetime import date

from coach.language import understand
from coach.language.report import as_record, read_lines, readable, underlined

TODAY = date(2026, 11, 23)
KEYS = [
    "id", "lang", "metric", "metric_alternatives", "direction", "baseline", "target", "delta", "deadline",
    "deadline_text", "cadence", "owner", "ambiguous", "missing", "vague",
]  # fmt: skip


def test_a_record_has_exactly_its_keys() -> None:
    record = as_record(understand("passer le CSAT de 78 à 85 % d'ici fin mars", None, TODAY), 7)
    assert list(record) == KEYS
    assert record["baseline"] == {"value": 78, "unit": "percent"}
    assert (record["id"], record["deadline"], record["vague"]) == (7, "2027-03-31", False)


def test_what_is_vague_still_misses_a_figure_or_an_end() -> None:
    record = as_record(understand("improve customer satisfaction", None, TODAY))
    assert record["vague"] is True
    assert {"measurable", "time_bound"} <= set(record["missing"])


def test_a_bad_line_is_told_and_the_stream_goes_on() -> None:
    lines = [
        '{"id": 1, "text": "CSAT à 85 % fin mars", "today": "2026-04-01"}',
        "",
        "not json",
        '{"id": 2}',
        '{"id": 3, "text": "x", "today": "2026-02-30"}',
        '{"id": 4, "text": "CSAT at 85%", "lang": "en"}',
        '["a"]',
    ]
    found = list(read_lines(lines, today=TODAY))
    assert [line.failed for line in found] == [False, True, True, True, False, True]
    records = [json.loads(line.text) for line in found]
    assert records[0]["deadline"] == "2027-03-31"
    assert [record["id"] for record in records] == [1, None, 2, 3, 4, None]
    assert all(set(record) == {"id", "error"} for record in records if "error" in record)


def test_the_words_are_underlined_by_role() -> None:
    reading = understand("réduire la DMT de 20 % d'ici fin mars", None, TODAY)
    assert underlined(reading) == [
        "réduire la DMT de 20 % d'ici fin mars",
        "───────    ───    ────",
        "direction  metric delta",
        "                       ──────────────",
        "                       deadline",
    ]
    assert any(line.startswith("deadline") for line in readable(reading))
