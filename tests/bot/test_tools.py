"""`jalon understand` and `jalon plan`, as somebody types them."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import formats
from bot.cli import main
from coach.catalogue import METRICS
from coach.language.reading import Language
from coach.language.typed_dates import typed_date
from coach.metrics import MetricKey

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
    assert lines[0] == "Le CSAT\u00a0: de 78\u202f% à 85\u202f%, du 4 janvier 2027 au 31 mars 2027"
    assert lines[2].split("  ")[0] == "Mois"
    assert "79,4" in lines[3]
    assert lines[7].split("  ")[0] == "Semaine"
    assert len([line for line in lines if "–" in line]) == 3 + 13


def test_a_table_s_columns_stand_under_their_headings(capsys: pytest.CaptureFixture[str]) -> None:
    shared = ["plan", "--metric", "leads", "--baseline", "0", "--target", "48", "--contributors", "3"]
    assert main([*shared, "--start", "2027-01-04", "--deadline", "2027-02-15"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:5] == [
        "Month                     Working days  Level at the end  Change  Each person",
        "4 January – 31 January              20                31     +31  11 + 10 + 10",
        "1 February – 15 February            11                48     +17  6 + 6 + 5",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_metrics_are_listed_with_their_units(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """Each key of the catalogue can be looked up; whether a wait is in seconds or minutes is told."""
    assert main(["plan", "--list", "--lang", language]) == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert set(METRICS) - {MetricKey.OTHER} <= set(rows)
    assert rows["wait_time"].endswith("minutes")
    assert rows["nps"].endswith("-100 to 100" if language == "en" else "-100 à 100")
    assert rows["csat"].endswith("out of 5" if language == "en" else "sur 5")


@pytest.mark.parametrize(
    "typed",
    [
        "2027-02-26",
        "26/02/2027",
        "26.2.27",
        "26 February 2027",
        "February 26, 2027",
        "26 février 2027",
        "le 26 fevrier 2027",
        "Friday 26 Feb 2027",
    ],
)
def test_a_date_is_taken_as_people_write_it(typed: str) -> None:
    assert typed_date(typed, date(2026, 11, 23)) == date(2027, 2, 26)


def test_figures_alone_are_day_first_and_a_year_that_is_said_may_be_gone_by() -> None:
    today = date(2026, 11, 23)
    assert typed_date("03/04/2027", today) == date(2027, 4, 3)
    assert typed_date("3 April 2020", today) == date(2020, 4, 3)
    assert typed_date("1er mars", today) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "85",
        "2027",
        "March 2027",
        "02/26/2027",
        "02/26",
        "30 February 2027",
        "26 February 2027 or so",
        "Q1 2027",
    ],
)
def test_what_names_no_day_is_no_date(typed: str) -> None:
    assert typed_date(typed, date(2026, 11, 23)) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(Language))
def test_whatever_date_is_printed_can_be_typed(day: date, language: Language) -> None:
    today = date(2026, 11, 23)
    assert typed_date(formats.day(day, language, ""), today) == day
    assert typed_date(f"{day:%d/%m/%Y}", today) == day


def test_a_french_comma_is_a_decimal_point(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PLAN, "--target", "82,5", "--deadline", "31 mars 2027", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reaches"] == 82.5


def test_all_that_a_plan_lacks_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["plan", "--metric", "csat"])
    assert capsys.readouterr().err == (
        "jalon plan: error: it needs --baseline, --target, --deadline too;"
        " `jalon plan --list` shows the metrics\n"
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (["--target", "120", "--deadline", "2027-03-31"], "120%"),
        (["--target", "78", "--deadline", "2027-03-31"], "78%"),
        (["--target", "85", "--deadline", "2026-03-31"], "2026"),
        (["--target", "85", "--deadline", "2027-03-31", "--country", "FR-99"], "FR"),
        (["--target", "85", "--deadline", "2027-03-31", "--country", "XX-57"], "XX"),
        (["--target", "85", "--deadline", "2027-03-31", "--country", ""], "holidays"),
        (["--target", "85", "--start", "9999-01-01", "--deadline", "9999-12-31"], "5 years"),
        (["--target", "85", "--metric", "csta", "--deadline", "2027-03-31"], "first_response_time"),
        (["--target", "1e-400", "--deadline", "2027-03-31"], "CSAT"),
    ],
)
def test_what_cannot_be_planned_is_one_sentence_and_exit_code_2(
    wrong: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*PLAN, *wrong]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["--target", "NaN", "--deadline", "2027-03-31"],
        ["--target", "85 %", "--deadline", "2027-03-31"],
        ["--target", "85", "--deadline", "2027-02-30"],
        ["--target", "85", "--deadline", "tomorrow"],
        ["--target", "85", "--deadline", "2027-03-31", "--path", "zigzag"],
        ["--target", "85", "--deadline", "2027-03-31", "--contributors", "0"],
        ["--target", "85", "--deadline", "2027-03-31", "--contributors", "9" * 30],
        ["--target", "85", "--deadline", "2027-03-31", "--contributors", "²"],
        ["--target", "85"],
        ["--target", "85", "--deadline", "2027-03-31", "--colour", "red"],
    ],
)
def test_a_wrong_argument_is_one_sentence_too(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*PLAN, *wrong])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1


def weeks_of(capsys: pytest.CaptureFixture[str], country: str, start: str, end: str) -> int:
    """Working days of a plan in a country."""
    asked = ["--metric", "csat", "--baseline", "78", "--target", "85", "--start", start, "--deadline", end]
    assert main(["plan", *asked, "--country", country, "--json"]) == 0
    return sum(week["working_days"] for week in json.loads(capsys.readouterr().out)["weeks"])


@pytest.mark.parametrize(
    ("country", "region", "start", "end"),
    [
        ("FR", "FR-57", "2027-03-22", "2027-03-28"),  # Good Friday
        ("FR", "fr-67", "2027-03-22", "2027-03-28"),
        ("FR", "FR-Moselle", "2027-03-22", "2027-03-28"),
        ("CA", "CA-QC", "2027-06-21", "2027-06-27"),  # Fête nationale, 24 June
        ("CH", "CH-TI", "2027-03-15", "2027-03-21"),  # St Joseph, 19 March
        ("GB", "GB-NIR", "2027-07-12", "2027-07-18"),  # Battle of the Boyne
        ("US", "US-MA", "2027-04-19", "2027-04-25"),  # Patriots' Day
    ],
)
def test_a_region_has_a_holiday_more_than_its_country(
    country: str, region: str, start: str, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert weeks_of(capsys, region, start, end) == weeks_of(capsys, country, start, end) - 1
