"""A count kept by the month may be told for the week: converted where that is said, else asked about."""

from decimal import Decimal

import pytest

from coach.language.counted_period import period_only
from coach.language.reading import Language
from coach.messages import check_in_questions as asks
from coach.messages import following as say
from coach.messages.figures import MonthOrWeek, WhichLevelThen
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.speech import Button, Row, Verb
from coach.usecases import check_ins
from tests.coach.desk import percent
from tests.coach.test_figures_by_name import AHT, CSAT, EN, FR, SALES, a_month, asked, led
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import figures, seconds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("28 cette semaine", FR),
        ("28 ventes cette semaine", FR),
        ("cette semaine on a vendu 28", FR),
        ("28 par semaine", FR),
        ("28 this week", EN),
        ("28 sales this week", EN),
        ("this week we sold 28", EN),
    ],
)
def test_a_weeks_count_is_converted_where_it_is_said_to_be_one(text: str, language: Language) -> None:
    desk = asked(led(SALES, language=language))
    says(desk, text)
    assert figures(desk, "g1") == [a_month(121)]


@pytest.mark.parametrize(
    ("text", "language"), [("on est à 128 cette semaine", FR), ("we are at 128 this week", EN), ("128", FR)]
)
def test_where_it_stands_this_week_is_the_months_rate(text: str, language: Language) -> None:
    desk = asked(led(SALES, language=language))
    says(desk, text)
    assert figures(desk, "g1") == [a_month(128)]


@pytest.mark.parametrize(
    ("answer", "kept", "language"),
    [
        ("par semaine", 121, FR),
        ("cette semaine", 121, FR),
        ("c'est la semaine", 121, FR),
        ("par mois", 28, FR),
        ("a week", 121, EN),
        ("this week", 121, EN),
        ("per month", 28, EN),
        ("128", 128, FR),
    ],
)
def test_a_count_far_from_the_months_is_asked_about(answer: str, kept: int, language: Language) -> None:
    desk = asked(led(SALES, language=language))
    assert found(says(desk, "28"), MonthOrWeek)
    assert figures(desk, "g1") == []
    says(desk, answer)
    assert figures(desk, "g1") == [a_month(kept)]


def test_yes_to_this_or_that_is_asked_again() -> None:
    desk = asked(led(SALES))
    says(desk, "28")
    assert found(says(desk, "oui"), MonthOrWeek)
    assert figures(desk, "g1") == []


@pytest.mark.parametrize(("which", "kept"), [(0, 28), (1, 121)])
@pytest.mark.parametrize("language", [FR, EN])
def test_both_readings_are_buttons(which: int, kept: int, language: Language) -> None:
    desk = asked(led(SALES, language=language))
    says(desk, "28")
    speech = desk.memory.outgoing[-1].speech
    (row,) = [part for part in speech.parts if isinstance(part, Row)]
    button = row.elements[which]
    assert isinstance(button, Button)
    desk.does("lead", lambda call: check_ins.press(call, button.subject, Verb.SURE, button.value))
    assert figures(desk, "g1") == [a_month(kept)]


def test_a_count_that_neither_makes_likely_is_asked_about_as_ever() -> None:
    desk = asked(led(SALES))
    assert found(says(desk, "5"), say.ReallySo)


def test_a_named_week_count_out_of_the_blue_is_converted_too() -> None:
    desk = asked(led(SALES, CSAT))
    says(desk, "28 ventes cette semaine, csat 80")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([a_month(121)], [percent(80)])


def test_the_question_names_the_period_that_it_wants() -> None:
    desk = led(SALES)
    desk.goes_to(NEXT_MONDAY)
    (asked_for,) = desk.news()
    kinds = {type(part.message) for part in asked_for.speech.parts if hasattr(part, "message")}
    assert {asks.CheckInFigureMonth, asks.CheckInHowMonth} <= kinds


@pytest.mark.parametrize(
    ("before", "after", "doubtful"),
    [(122, 60, True), (122, 245, True), (122, 62, False), (4, 8, False), (4, 9, True)],
)
def test_a_count_a_period_is_doubted_below_half_and_above_double(
    before: int, after: int, doubtful: bool
) -> None:
    value = Quantity(value=Decimal(after), unit=Unit.PER_MONTH)
    assert is_doubtful(SALES[0], value, a_month(before)) is doubtful


@pytest.mark.parametrize(
    "text", ["cette semaine j'étais absente", "28", "la semaine prochaine", "semaine 12"]
)
def test_more_than_a_period_is_no_period_alone(text: str) -> None:
    assert period_only(text) is None


@pytest.mark.parametrize(
    ("answer", "kept", "language"),
    [("8:25", 505, FR), ("secondes", 502, FR), ("minutes", 620, EN), ("+2 s", 502, EN)],
)
def test_so_much_more_of_a_length_of_time_needs_its_unit(answer: str, kept: int, language: Language) -> None:
    desk = asked(led(AHT, language=language))
    assert found(says(desk, "+2"), WhichLevelThen)
    assert figures(desk, "g1") == []
    says(desk, answer)
    assert figures(desk, "g1") == [seconds(kept)]
