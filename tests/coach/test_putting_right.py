"""A figure said to be wrong is put right, whatever was asked since; one of another metric is never filed."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from coach.language.reading import Language
from coach.messages import following as say
from coach.messages import leave
from coach.messages.figures import FigureKnown, WhatIsRight, WhichOfTwo
from coach.speech import Verb
from coach.usecases import check_ins
from tests.coach.desk import Desk, goal, percent, person
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import figures, only_waiting_time_is_asked, seconds, with_waiting_time


def alone(language: Language = Language.FR) -> Desk:
    desk = Desk(goal(), (person("lead", language),))
    desk.goes_to(NEXT_MONDAY)
    return desk


def both() -> Desk:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    return desk


CORRECTIONS = [
    "non, 82,5",
    "non 82,5",
    "non c'est 82,5",
    "je voulais dire 82,5",
    "correction : 82,5",
    "pas 79, 82,5",
    "remplace 79 par 82,5",
    "no, 82.5",
    "no 82.5",
    "I meant 82.5",
    "not 79 but 82.5",
]


@pytest.mark.parametrize("text", CORRECTIONS)
@pytest.mark.parametrize("desk", [alone, both])
def test_the_last_figure_is_put_right_and_the_old_one_kept(desk: Callable[[], Desk], text: str) -> None:
    team = desk()
    says(team, "79 %")
    heard = says(team, text)
    assert found(heard, say.FigureCorrects) == say.FigureCorrects(percent(79), NEXT_MONDAY.date())
    assert figures(team, "g1") == [percent("82.5")]
    with team.memory.open_uow() as uow:
        assert len(uow.measurements.of_goal("T1", "g1")) == 2


def test_after_a_correction_the_question_that_was_open_still_is() -> None:
    desk = both()
    says(desk, "79 %")
    says(desk, "non, 82,5")
    says(desk, "5 min 40")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent("82.5")], [seconds(340)])


def test_a_correction_can_be_taken_back() -> None:
    desk = alone()
    says(desk, "79")
    says(desk, "non, 82,5")
    asked = desk.check_in("lead").id
    desk.does("lead", lambda call: check_ins.press(call, asked, Verb.UNDO))
    assert desk.figures() == [percent(79)]


def test_what_only_fits_the_open_question_answers_it_though_it_begins_like_a_correction() -> None:
    desk = both()
    says(desk, "79 %")
    says(desk, "en fait 5 min 40")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(79)], [seconds(340)])


def test_the_next_weeks_answer_corrects_nothing() -> None:
    desk = alone()
    says(desk, "79")
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=1))
    says(desk, "en fait on est à 80")
    assert desk.figures() == [percent(79), percent(80)]


@pytest.mark.parametrize("text", ["79", "79 %", "non, 79", "pareil", "same"])
def test_the_same_figure_again_changes_nothing(text: str) -> None:
    desk = alone()
    says(desk, "79")
    assert found(says(desk, text), FigureKnown)
    with desk.memory.open_uow() as uow:
        assert len(uow.measurements.of_goal("T1", "g1")) == 1


@pytest.mark.parametrize("text", ["non", "c'est faux", "je me suis trompée", "no", "that's wrong", "oops"])
def test_a_figure_that_is_only_said_to_be_wrong_is_asked_for(text: str) -> None:
    desk = alone()
    says(desk, "79")
    assert found(says(desk, text), WhatIsRight)
    says(desk, "80")
    assert desk.figures() == [percent(80)]


@pytest.mark.parametrize("text", ["entre 79 et 80", "79 ou 80", "between 79 and 80"])
def test_of_two_figures_the_one_to_keep_is_asked(text: str) -> None:
    desk = alone()
    assert found(says(desk, text), WhichOfTwo)
    assert desk.figures() == []
    says(desk, "80")
    assert desk.figures() == [percent(80)]


def test_the_same_as_last_week_is_last_weeks_figure() -> None:
    desk = alone()
    says(desk, "79")
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=1))
    says(desk, "pareil")
    assert desk.figures() == [percent(79), percent(79)]


def test_the_same_as_before_the_first_figure_is_asked_for() -> None:
    assert found(says(alone(), "pareil"), say.VagueFigure)


@pytest.mark.parametrize("text", ["+1", "up 1", "1 point de plus"])
def test_what_comes_on_top_before_any_figure_is_added_to_the_baseline(text: str) -> None:
    desk = alone()
    says(desk, text)
    assert desk.figures() == [percent(79)]


@pytest.mark.parametrize(
    "text", ["pas la semaine dernière", "not last week", "j'étais en congé la semaine dernière"]
)
def test_nothing_last_week_is_no_absence(text: str) -> None:
    assert found(says(alone(), text), say.NoFigureNoted)


def test_a_figure_and_an_absence_in_one_line_are_both_kept() -> None:
    desk = alone()
    heard = says(desk, "79, en congé jusqu'à vendredi")
    assert desk.figures() == [percent(79)]
    assert found(heard, leave.LeaveNoted)


@pytest.mark.parametrize(
    "text",
    [
        "CSAT 79 %, semaine du 12 mars",
        "CSAT 79, semaine du 12 mars",
        "CSAT 79% for the week of March 12",
        "CSAT 79 % au 4 janvier",
        "CSAT semaine 12 : 79 %",
    ],
)
def test_a_figure_with_its_name_and_its_week_goes_to_its_own_goal(text: str) -> None:
    desk = only_waiting_time_is_asked()
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(79)], [])


@pytest.mark.parametrize(
    "text",
    ["NPS 35", "NPS +35", "FCR 70", "DMT 350", "350 s de DMT", "AHT 350", "le NPS est à 35, semaine du 4"],
)
def test_the_figure_of_a_metric_that_nobody_follows_is_never_filed_under_the_one_asked(text: str) -> None:
    desk = only_waiting_time_is_asked()
    assert found(says(desk, text), say.NotFollowed)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [])


@pytest.mark.parametrize("text", ["79 %", "CSAT 79", "5 min 40"])
def test_where_a_metric_stands_is_no_count_of_what_was_done(text: str) -> None:
    desk = Desk(goal(contributors=("agent",)), (person("lead"), person("agent")))
    desk.goes_to(NEXT_MONDAY)
    says(desk, text, "agent")
    assert desk.check_in("agent").done is None
