"""A figure of a day gone by is kept on that day and said back with it; what stands today stands."""

from datetime import date, timedelta

import pytest

from coach.following import CheckInState
from coach.language.days_gone import day_of_figure
from coach.language.reading import Language
from coach.messages import following as say
from coach.messages.base import MetricName
from coach.messages.figures import FigureBeforeStart, FigureNotedOf, FigureOfDay, FigureStillLatest
from coach.metrics import MetricKey
from tests.coach.desk import START, percent
from tests.coach.test_figures_by_name import AHT, CSAT, EN, FR, SALES, asked, led, unasked
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_guards_figures import WAIT, standing
from tests.coach.test_putting_right_by_name import of_days
from tests.coach.test_told_figures import figures, seconds

FRIDAY = date(2027, 1, 8)
TODAY = NEXT_MONDAY.date()
WEEK = timedelta(weeks=1)
WEDNESDAY = date(2027, 1, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le csat de la semaine derniere etait 80", date(2027, 1, 15)),
        ("la semaine du 4 janvier le csat était a 80", date(2027, 1, 8)),
        ("semaine du 11/01 : 80", date(2027, 1, 15)),
        ("csat last week: 80", date(2027, 1, 15)),
        ("week of 4 Jan csat 80", date(2027, 1, 8)),
        ("vendredi : 80", date(2027, 1, 15)),
        ("hier 80", date(2027, 1, 19)),
        ("it was 1m29 on Monday", date(2027, 1, 18)),
        ("78 au 12 janvier", date(2027, 1, 12)),
        ("78 as of 12 Jan", date(2027, 1, 12)),
        ("81, l'enquête ne part plus depuis jeudi", None),
        ("on est remontés à 80 depuis lundi", None),
        ("80, l'outil est tombé hier", None),
        ("79 la semaine dernière, 80 cette semaine", None),
        ("80 contre 78 la semaine dernière", None),
        ("80 comme la semaine dernière", None),
        ("80 en hausse par rapport à vendredi", None),
        ("better than last week, 80", None),
        ("+2 la semaine dernière", None),
        ("80 en janvier", None),
        ("80", None),
    ],
)
def test_the_day_of_a_figure_is_the_one_that_is_named_for_it(text: str, day: date | None) -> None:
    assert day_of_figure(text, FR, WEDNESDAY) == day


def test_a_weekday_is_no_day_gone_by_on_that_very_weekday() -> None:
    assert day_of_figure("csat 80 mercredi", FR, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le csat de la semaine derniere etait 80", FR),
        ("la semaine du 4 janvier le csat était a 80", FR),
        ("csat 80 vendredi", FR),
        ("le csat du 8 janvier c'était 80", FR),
        ("last week csat was 80", EN),
        ("csat was 80 on Friday", EN),
    ],
)
def test_a_figure_of_the_past_leaves_todays_as_it_is(text: str, language: Language) -> None:
    desk = asked(led(CSAT, language=language))
    says(desk, "csat 81")
    heard = says(desk, text)
    assert of_days(desk, "g1") == [(FRIDAY, percent(80)), (TODAY, percent(81))]
    assert found(heard, FigureNotedOf) == FigureNotedOf(MetricName(MetricKey.CSAT), percent(80), FRIDAY)
    assert found(heard, FigureStillLatest) == FigureStillLatest(percent(81), TODAY)
    assert not found(heard, say.FigureCorrects)


def test_last_weeks_figure_answers_the_question_that_waits_and_todays_may_still_come() -> None:
    desk = asked(led(CSAT))
    assert found(says(desk, "le csat de la semaine dernière était 80"), say.HowItStands)
    assert desk.check_in("lead").state is CheckInState.ANSWERED
    says(desk, "csat 82")
    says(desk, "non, 83")
    assert of_days(desk, "g1") == [(FRIDAY, percent(80)), (TODAY, percent(83))]


def test_a_figure_of_long_before_leaves_the_question_open() -> None:
    desk = asked(led(CSAT))
    desk.goes_to(NEXT_MONDAY + 2 * WEEK)
    says(desk, "le csat de la semaine du 4 janvier était 80")
    assert of_days(desk, "g1") == [(FRIDAY, percent(80))]
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_the_figure_of_that_day_is_put_right() -> None:
    desk = asked(led(CSAT))
    says(desk, "csat 80 vendredi")
    heard = says(desk, "csat 79 vendredi")
    assert found(heard, say.FigureCorrects) == say.FigureCorrects(percent(80), FRIDAY)
    assert of_days(desk, "g1") == [(FRIDAY, percent(79))]


def test_each_figure_of_a_text_has_its_own_day() -> None:
    desk = asked(led(CSAT, AHT))
    says(desk, "csat de la semaine dernière 80, dmt 8:05")
    assert of_days(desk, "g1") == [(FRIDAY, percent(80))]
    assert of_days(desk, "g2") == [(TODAY, seconds(485))]


def test_what_is_counted_in_a_week_gone_by_is_of_that_week() -> None:
    desk = unasked(led(SALES))
    desk.clock.move_to(NEXT_MONDAY + WEEK + timedelta(days=1))
    says(desk, "les ventes de la semaine du 11 janvier c'était 130")
    assert [day for day, _ in of_days(desk, "g1")] == [date(2027, 1, 15)]


def test_a_doubted_figure_of_the_past_is_kept_on_its_day_once_it_is_sure() -> None:
    desk = asked(led(CSAT))
    says(desk, "csat 81")
    assert found(says(desk, "le csat du 5 janvier était 40"), say.ReallySo)
    says(desk, "oui")
    assert of_days(desk, "g1") == [(date(2027, 1, 5), percent(40)), (TODAY, percent(81))]


def test_a_figure_of_before_the_goal_is_kept_and_said_not_to_count() -> None:
    desk = unasked(led(CSAT))
    assert found(says(desk, "csat de décembre 80"), FigureBeforeStart) == FigureBeforeStart(START)


def test_a_safeguards_figure_of_the_past_is_kept_on_its_day() -> None:
    desk = asked(led(WAIT))
    says(desk, "csat 81")
    assert found(says(desk, "csat 75 vendredi"), FigureOfDay) == FigureOfDay(FRIDAY)
    assert standing(desk) == [(FRIDAY, percent(75)), (TODAY, percent(81))]


@pytest.mark.parametrize("text", ["l attente c'etait 1 min 29 lundi", "lundi : 1 min 29"])
def test_yesterdays_figure_is_yesterdays(text: str) -> None:
    desk = asked(led(WAIT))
    desk.goes_to(NEXT_MONDAY + timedelta(days=1))
    says(desk, text)
    assert of_days(desk, "g1") == [(TODAY, seconds(89))]
    assert figures(desk, "g1") == [seconds(89)]
