"""`jalon understand` and `jalon plan`, as somebody types them."""

import io
import json

import pytest

from bot.cli import main

KEYS = """
id lang metric metric_alternatives direction baseline target delta deadline deadline_text cadence owner
ambiguous missing vague
"""


def test_understand_shows_the_words_by_role(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand", "raise CSAT from 78% to 85% by end of March", "--today", "2027-01-04"]) == 0
    shown = capsys.readouterr().out
    assert "deadline            2027-03-31" in shown
    assert "baseline            78 percent" in shown


def test_understand_prints_an_object_with_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand", "--json", "halve the waiting time in six weeks", "--today", "2027-01-04"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert list(record) == KEYS.split()
    assert record["delta"] == {"value": 50, "unit": "percent"}
    assert record["deadline"] == "2027-02-15"


def test_a_line_that_cannot_be_read_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        "nonsense",
        '{"id": 2}',
        '{"id": 3, "text": "CSAT 85 %", "today": "2027-02-30"}',
        '{"id": 4, "text": "NPS"}',
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert main(["understand", "--jsonl"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("error" in record, record["id"]) for record in records] == [
        (True, None),
        (True, 2),
        (True, 3),
        (False, 4),
    ]


def test_nothing_to_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand"]) == 2
    assert "jalon understand" in capsys.readouterr().err


PLAN = ["plan", "--metric", "csat", "--baseline", "78", "--start", "2027-01-04"]


def test_a_plan_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PLAN, "--target", "85", "--deadline", "2027-03-31", "--country", "FR", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert sum(month["share"] for month in plan["months"]) == pytest.approx(7)
    assert plan["weeks"][0]["start"] == "2027-01-04"
    assert plan["weeks"][-1]["end"] == "2027-03-31"
    assert plan["reaches"] == 85


def test_a_plan_is_a_table_of_months_and_weeks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PLAN, "--target", "85", "--deadline", "2027-03-31", "--lang", "fr"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "79,4" in lines[0]
    assert len([line for line in lines if "–" in line]) == 3 + 13


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (["--target", "120", "--deadline", "2027-03-31"], "120%"),
        (["--target", "78", "--deadline", "2027-03-31"], "78%"),
        (["--target", "85", "--deadline", "2026-03-31"], "2026"),
    ],
)
def test_what_cannot_be_planned_is_one_sentence_and_exit_code_2(
    wrong: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*PLAN, *wrong]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
