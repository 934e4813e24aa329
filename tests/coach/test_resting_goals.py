"""A goal that rests: another end of its rest, and the figures that are told of it meanwhile."""

from datetime import date

import pytest

from coach.goal import GoalState
from coach.language.reading import Language
from coach.messages import commands, dialogue
from coach.messages import following as say
from coach.messages.home import GoalPaused
from coach.messages.orders import GoalPausedUntil
from coach.metrics import MetricKey
from tests.coach.desk import Desk, percent
from tests.coach.test_figures_and_parts import CSAT, FCR
from tests.coach.test_figures_by_name import led, unasked
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN


def resting(until: str, language: Language, *, alone: bool = False) -> Desk:
    desk = unasked(led(FCR, *([] if alone else [CSAT]), language=language))
    says(desk, f"pause fcr{until}" if language is EN else f"mets la fcr en pause{until}")
    assert desk.goal().state is GoalState.PAUSED
    return desk


@pytest.mark.parametrize(
    ("until", "then", "last", "language"),
    [
        (" until 19 April", "pause FCR until 19 January", date(2027, 1, 19), EN),
        ("", "pause fcr until 19 January", date(2027, 1, 19), EN),
        (" until 19 January", "put fcr on hold until 2 February", date(2027, 2, 2), EN),
        (" jusqu'au 19 avril", "mets la fcr en pause jusqu'au 19 janvier", date(2027, 1, 19), FR),
    ],
)
def test_the_end_of_a_rest_is_moved(until: str, then: str, last: date, language: Language) -> None:
    desk = resting(until, language)
    heard = says(desk, then)
    paused = found(heard, GoalPausedUntil)
    assert isinstance(paused, GoalPausedUntil)
    assert (paused.metric.key, paused.until) == (MetricKey.FCR, last)
    assert not found(heard, commands.NothingToPause)
    assert (desk.goal().state, desk.goal().paused_until) == (GoalState.PAUSED, last)


def test_the_one_goal_that_rests_needs_no_name_for_another_end() -> None:
    desk = resting(" until 19 April", EN, alone=True)
    says(desk, "pause it until 19 January")
    says(desk, "pause until 19 January")
    assert desk.goal().paused_until == date(2027, 1, 19)


def test_what_rests_already_is_said_to_rest_and_until_when() -> None:
    assert found(says(resting(" until 19 April", EN), "pause fcr"), GoalPausedUntil)
    assert found(says(resting("", EN), "pause fcr"), GoalPaused)


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(
    ("text", "language"), [("fcr 62", EN), ("fcr is at 62%", EN), ("fcr 62", FR), ("la fcr est à 62 %", FR)]
)
def test_a_named_figure_of_a_goal_that_rests_is_kept_and_makes_no_new_goal(
    text: str, language: Language, *, alone: bool
) -> None:
    desk = resting("", language, alone=alone)
    heard = says(desk, text)
    assert not found(heard, say.NotFollowed)
    assert not found(heard, dialogue.Begun)
    assert found(heard, say.HowItStands) == say.HowItStands(say.Standing.PAUSED)
    assert figures(desk, "g1") == [percent(62)]
    assert desk.goal().state is GoalState.PAUSED


def test_a_nameless_figure_is_of_the_goal_that_is_under_way() -> None:
    desk = resting("", EN)
    says(desk, "80%")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [percent(80)])
