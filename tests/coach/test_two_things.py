"""A message that tells a figure and orders something of a goal: both are done, none vanishes."""

from collections.abc import Sequence
from datetime import date

import pytest

from coach.goal import GoalState
from coach.language.reading import Language
from coach.language.sentences import halves
from coach.messages import ending, replanning
from coach.messages import following as say
from coach.messages.orders import GoalPausedUntil
from coach.metrics import MetricKey
from tests.coach.desk import DEADLINE, Desk, percent
from tests.coach.test_figures_and_parts import CSAT, SALES_FROM_20
from tests.coach.test_figures_by_name import Led, a_month, asked, led, unasked
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN
SERVICE: Led = (MetricKey.SERVICE_LEVEL, percent(70), percent(80), {})
ADHERENCE: Led = (MetricKey.OTHER, percent(85), percent(92), {"metric_words": "schedule adherence"})


def team(language: Language, *, is_asked: bool = True) -> Desk:
    desk = led(SERVICE, SALES_FROM_20, CSAT, ADHERENCE, language=language)
    return asked(desk) if is_asked else unasked(desk)


@pytest.mark.parametrize("is_asked", [True, False])
@pytest.mark.parametrize(
    ("text", "reason", "language"),
    [
        ("still 81 for service level, and end it please, we did it", "we did it", EN),
        ("sl 81, and end it please", None, EN),
        ("service level 81. end the service level goal", None, EN),
        ("sl is at 81 and close it", None, EN),
        ("taux de service 81, et on l'arrête", None, FR),
        ("ns 81. Termine-le, c'est atteint", "c'est atteint", FR),
        ("ns 81 et supprime l'objectif niveau de service", None, FR),
    ],
)
def test_the_figure_is_noted_and_it_is_asked_whether_that_goal_ends(
    text: str, reason: str | None, language: Language, *, is_asked: bool
) -> None:
    desk = team(language, is_asked=is_asked)
    heard = says(desk, text)
    assert figures(desk, "g1") == [percent(81)]
    ends = found(heard, ending.ReallyEnd)
    assert isinstance(ends, ending.ReallyEnd)
    assert ends.metric.key is MetricKey.SERVICE_LEVEL
    why = found(heard, replanning.ReasonIs)
    assert (why.reason if isinstance(why, replanning.ReasonIs) else None) == reason
    assert desk.goal().state is GoalState.ACTIVE


def moved_to(heard: Sequence[object]) -> tuple[date, date] | None:
    one = next((one for one in heard if isinstance(one, replanning.DeadlineMoved)), None)
    return (one.before, one.after) if one is not None else None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("upsells +5. and move the adherence deadline to 30 june because of the rota change", EN),
        ("upsells +5, and move the csat deadline to 30 june because of the rota change", EN),
        ("ventes +5. et repousse l'échéance du csat au 30 juin à cause du planning", FR),
    ],
)
def test_what_came_on_top_is_noted_and_the_change_is_proposed(text: str, language: Language) -> None:
    desk = team(language)
    heard = says(desk, text)
    assert figures(desk, "g2") == [a_month(25)]
    assert moved_to(heard) == (DEADLINE, date(2027, 6, 30))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sl 76 and change the csat target to 90", EN),
        ("sl 76, change the csat target to 90", EN),
        ("ns 76 et change la cible du csat à 90", FR),
    ],
)
def test_a_target_that_is_ordered_behind_a_figure_is_no_figure(text: str, language: Language) -> None:
    desk = team(language)
    heard = says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g3")) == ([percent(76)], [])
    assert found(heard, replanning.TargetMoved)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sl 76. pause the upsells until 3 may", EN),
        ("pause the upsells until 3 may. sl 76", EN),
        ("ns 76, et mets les ventes additionnelles en pause jusqu'au 3 mai", FR),
    ],
)
def test_a_goal_rests_and_the_figure_of_another_is_noted(text: str, language: Language) -> None:
    desk = team(language)
    heard = says(desk, text)
    assert figures(desk, "g1") == [percent(76)]
    paused = found(heard, GoalPausedUntil)
    assert isinstance(paused, GoalPausedUntil)
    assert (paused.metric.key, paused.until) == (MetricKey.ADDITIONAL_SALES, date(2027, 5, 3))


def test_an_order_that_cannot_be_loses_no_figure() -> None:
    desk = team(EN)
    says(desk, "sl 81, move the deadline to 30 june")
    assert figures(desk, "g1") == [percent(81)]


@pytest.mark.parametrize(
    "text",
    [
        "change the csat target to 90 and move the deadline to 30 june",
        "csat 79 let's end the month well",
        "csat 79, and stop losing calls",
        "csat 79. thanks",
    ],
)
def test_what_is_one_thing_is_not_cut(text: str) -> None:
    heard = says(team(EN), text)
    assert not found(heard, ending.ReallyEnd)
    assert bool(found(heard, say.FigureNoted)) is text.startswith("csat 79")


def test_a_goal_is_ended_by_its_short_name() -> None:
    assert found(says(team(EN), "end the sl goal, we did it"), ending.ReallyEnd)


def test_a_reason_is_no_half_of_its_own() -> None:
    assert list(halves("move it to june, because of the rota")) == []
    (one,) = halves("csat 79,5. Mets-le en pause")
    assert (one.head, one.tail, one.full) == ("csat 79,5", "Mets-le en pause", True)


@pytest.mark.parametrize(("text", "language"), [("ventes +5", FR), ("sales +5", EN)])
def test_what_came_on_top_by_a_general_word_is_the_goals_that_was_asked_about(
    text: str, language: Language
) -> None:
    desk = team(language)
    says(desk, text)
    assert figures(desk, "g2") == [a_month(25)]


def test_what_is_to_rest_is_asked_for_no_more() -> None:
    heard = says(team(EN), "csat 84 and pause the service level goal")
    following = found(heard, say.AndNext)
    assert isinstance(following, say.AndNext)
    assert following.metric.key is MetricKey.ADDITIONAL_SALES
