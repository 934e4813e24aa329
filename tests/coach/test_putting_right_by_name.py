"""A figure is put right by its metric's name, by its day, or by what was wrong; the old one is kept."""

from datetime import date, timedelta

import pytest

from coach.language.days_gone import day_gone
from coach.language.reading import Language
from coach.messages import following as say
from coach.messages.figures import NoFigureOfDay
from coach.quantity import Quantity
from tests.coach.desk import Desk, percent
from tests.coach.test_figures_by_name import ABANDON, AHT, CSAT, EN, FR, SALES, Led, a_month, asked, led
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import figures, seconds

WEEK = timedelta(weeks=1)
WEDNESDAY = NEXT_MONDAY + WEEK + timedelta(days=2)


def after_two_weeks(*goals: Led, language: Language, first: str, then: str) -> Desk:
    """Figures told on Monday 11 and on Monday 18 January; it is Wednesday 20."""
    desk = asked(led(*goals, language=language))
    says(desk, first)
    desk.goes_to(NEXT_MONDAY + WEEK)
    says(desk, then)
    desk.goes_to(WEDNESDAY)
    desk.news()
    return desk


def of_days(desk: Desk, goal_id: str) -> list[tuple[date, Quantity]]:
    with desk.memory.open_uow() as uow:
        kept = uow.measurements.of_goal("T1", goal_id)
    return [(one.measured_on, one.value) for one in kept if not one.undone]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le csat du 11 janvier c'était 80 pas 84, je m'étais trompée", FR),
        ("en fait le csat du 11/01 c'était 80", FR),
        ("csat : 80, pas 84", FR),
        ("correction : csat de la semaine dernière 80", FR),
        ("oops csat on 11 Jan was 80", EN),
        ("csat was 80 not 84!!", EN),
        ("actually CSAT for January 11 was 80%", EN),
    ],
)
def test_the_figure_that_is_meant_is_put_right_and_keeps_its_day(text: str, language: Language) -> None:
    desk = after_two_weeks(CSAT, ABANDON, language=language, first="csat 84", then="csat 82")
    heard = says(desk, text)
    first, then = NEXT_MONDAY.date(), (NEXT_MONDAY + WEEK).date()
    assert of_days(desk, "g1") in [
        [(first, percent(80)), (then, percent(82))],
        [(then, percent(82)), (first, percent(80))],
    ]
    assert found(heard, say.FigureCorrects) == say.FigureCorrects(percent(84), first)
    with desk.memory.open_uow() as uow:
        assert len(uow.measurements.of_goal("T1", "g1")) == 3
    assert of_days(desk, "g2") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("en fait l'abandon lundi c'était 10,9", FR),
        ("non, abandon 10,9", FR),
        ("oups, abandon lundi : 10,9", FR),
        ("actually abandonment on Monday was 10.9", EN),
        ("I meant abandonment 10.9", EN),
    ],
)
def test_the_last_figure_of_a_metric_is_put_right_days_later(text: str, language: Language) -> None:
    desk = after_two_weeks(
        CSAT, ABANDON, language=language, first="csat 84, abandon 11", then="csat 82, abandon 10"
    )
    says(desk, text)
    assert sorted(one.value for one in figures(desk, "g2")) == [percent("10.9").value, percent(11).value]
    assert figures(desk, "g1") == [percent(84), percent(82)]


def test_a_count_is_put_right_by_what_was_wrong() -> None:
    desk = asked(led(CSAT, SALES, language=EN))
    says(desk, "add-on sales 142")
    desk.goes_to(NEXT_MONDAY + timedelta(days=1))
    says(desk, "add-on sales was 131 not 142!!")
    assert figures(desk, "g2") == [a_month(131)]


def test_a_day_alone_tells_which_figure_is_wrong() -> None:
    desk = after_two_weeks(CSAT, AHT, language=FR, first="csat 84, dmt 8:10", then="csat 82, dmt 8:05")
    says(desk, "non, le 11 janvier c'était 8 min 20")
    assert sorted(one.value for one in figures(desk, "g2")) == [485, 500]
    assert figures(desk, "g1") == [percent(84), percent(82)]


def test_a_day_that_has_no_figure_is_said_to_have_none() -> None:
    desk = after_two_weeks(CSAT, ABANDON, language=FR, first="csat 84", then="csat 82")
    assert found(says(desk, "en fait le csat du 14 décembre c'était 80"), NoFigureOfDay)
    assert figures(desk, "g1") == [percent(84), percent(82)]


def test_what_only_begins_like_a_correction_answers_the_question_that_waits() -> None:
    desk = asked(led(CSAT, AHT))
    says(desk, "csat 84, dmt 8:10")
    desk.goes_to(NEXT_MONDAY + WEEK)
    says(desk, "en fait dmt 8:05")
    assert figures(desk, "g2") == [seconds(490), seconds(485)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("le CSAT du 14 décembre", date(2026, 12, 14), None),
        ("CSAT on 11 Jan", date(2027, 1, 11), None),
        ("vendredi c'était 80", date(2027, 1, 15), None),
        ("on Friday it was 80", date(2027, 1, 15), None),
        ("hier, 80", date(2027, 1, 19), None),
        ("last week it was 80", date(2027, 1, 11), date(2027, 1, 17)),
        ("mercredi", date(2027, 1, 13), None),
    ],
)
def test_a_day_without_its_year_is_the_last_such_day(text: str, first: date, last: date | None) -> None:
    assert day_gone(text, FR, date(2027, 1, 20)) == (first, last or first)


@pytest.mark.parametrize("text", ["CSAT 80", "80 %", "le csat monte"])
def test_no_day_is_named(text: str) -> None:
    assert day_gone(text, FR, date(2027, 1, 20)) is None
