"""The plan on the command line: bare figures in, a table or a JSON object out."""

import json
from datetime import date
from decimal import Decimal

import pytest

from coach.errors import Refused
from coach.goal import Path
from coach.messages import figures, planning
from coach.messages.achievability import WatchGuards
from coach.messages.base import Message
from coach.plan import PlanRequest, make_plan
from coach.plan_report import month_rows, plan_json, plan_request, report_warnings, week_rows
from coach.progress import shown_level
from coach.quantity import Unit

START, DEADLINE = date(2027, 1, 4), date(2027, 3, 31)


def asked(metric: str, baseline: str, target: str, **more: object) -> PlanRequest:
    options: dict[str, object] = {"start": START, "deadline": DEADLINE, **more}
    return plan_request(metric, Decimal(baseline), Decimal(target), **options)  # type: ignore[arg-type]


def test_the_json_object_has_the_keys_that_were_promised_and_nothing_else() -> None:
    plan = make_plan(asked("appointments", "0", "120", country="fr"))
    told = json.loads(json.dumps(plan_json(plan, ["careful"])))
    assert set(told) == {"months", "weeks", "reaches", "warnings"}
    assert all(set(month) == {"end", "level", "share"} for month in told["months"])
    assert all(set(week) == {"start", "end", "working_days", "level", "share"} for week in told["weeks"])
    assert told["weeks"][0]["start"] == "2027-01-04"
    assert told["weeks"][-1]["end"] == "2027-03-31"
    assert told["reaches"] == told["weeks"][-1]["level"] == 120
    assert all(isinstance(week["share"], int) for week in told["weeks"])
    assert told["warnings"] == ["careful"]


def test_bare_figures_are_read_in_the_metrics_unit() -> None:
    assert asked("csat", "60", "75").unit is Unit.PERCENT
    assert asked("csat", "4.1", "4.4").unit is Unit.SCORE
    assert asked("nps", "10", "30").unit is Unit.SCORE


def test_a_table_line_gives_each_contributor_a_part_and_the_parts_add_up() -> None:
    request = asked("appointments", "0", "120", contributors=7)
    plan = make_plan(request)
    for row in (*month_rows(request, plan), *week_rows(request, plan)):
        assert sum(row.parts) == row.share.value
        assert len(row.parts) == 7


def test_percent_differ_by_points() -> None:
    request = asked("csat", "60", "75", contributors=3)
    first = month_rows(request, make_plan(request))[0]
    assert first.change.quantity.unit is Unit.POINTS
    assert first.parts == ()


def test_a_speed_goal_is_warned_of_and_a_rate_says_its_end() -> None:
    speed = asked("aht", "6", "5")
    assert any(isinstance(note, WatchGuards) for note in report_warnings(speed, make_plan(speed)))
    rate = asked("contact_volume", "1000", "500", rate=Decimal("-0.05"), path=Path.COMPOUNDING)
    assert isinstance(report_warnings(rate, make_plan(rate))[0], planning.RateFallsShort)


@pytest.mark.parametrize(
    ("metric", "baseline", "target", "more", "says"),
    [
        ("happiness", "1", "2", {}, planning.MetricUnknown),
        ("csat", "60", "120", {}, figures.LevelTooHigh),
        ("csat", "60", "60", {}, figures.TargetEqualsBaseline),
        ("csat", "60", "NaN", {}, planning.FigureBeyondPlanning),
        ("csat", "60", "Infinity", {}, planning.FigureBeyondPlanning),
        ("csat", "60", "1E+40", {}, planning.FigureBeyondPlanning),
        ("csat", "60", "75", {"deadline": date(2026, 1, 1)}, planning.PlanDeadlinePast),
        ("csat", "60", "75", {"country": "Atlantis"}, planning.CountryUnknown),
    ],
)
def test_what_cannot_be_planned_is_one_sentence(
    metric: str, baseline: str, target: str, more: dict[str, object], says: type[Message]
) -> None:
    with pytest.raises(Refused) as refused:
        make_plan(asked(metric, baseline, target, **more))
    assert isinstance(refused.value.says, says)


@pytest.mark.parametrize(("baseline", "target"), [("9", "8"), ("8.25", "6.5"), ("12", "11.9")])
def test_the_steps_of_a_duration_are_those_that_a_reader_subtracts(baseline: str, target: str) -> None:
    request = asked("aht", baseline, target)
    rows = week_rows(request, make_plan(request))
    levels = [shown_level(row.level).value * 60 for row in rows]
    for before, after, row in zip(levels, levels[1:], rows[1:], strict=False):
        step = row.share.converted(Unit.SECONDS).value
        assert round(step, 6) == round(after - before, 6)
        assert round(step) == round(step, 6)
