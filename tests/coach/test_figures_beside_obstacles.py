"""A figure that is told together with what is in the way: the one is kept, and so is the other."""

import pytest

from coach.following import CheckInState
from coach.language.reading import Language
from coach.messages import following as say
from tests.coach.desk import Desk, percent
from tests.coach.test_figures_by_name import CSAT, EN, FR, asked, led
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures


def became(desk: Desk) -> tuple[CheckInState, str | None]:
    return desk.check_in("lead").state, desk.check_in("lead").words


@pytest.mark.parametrize(
    ("text", "level", "reason", "language"),
    [
        ("csat 81, bloqué : l'enquete part plus depuis jeudi", 81, "l'enquete part plus depuis jeudi", FR),
        ("csat 82 bloqué : toujours pas d'enquete", 82, "toujours pas d'enquete", FR),
        ("on est à 81 mais bloqué par l'outil", 81, "l'outil", FR),
        ("bloqué par l'outil, csat 81", 81, "l'outil", FR),
        ("81, blocked: survey tool is down", 81, "survey tool is down", EN),
        ("we're at 81% but stuck: no survey tool", 81, "no survey tool", EN),
    ],
)
def test_both_are_kept_and_said_back(text: str, level: int, reason: str, language: Language) -> None:
    desk = asked(led(CSAT, language=language))
    heard = says(desk, text)
    assert figures(desk, "g1") == [percent(level)]
    assert became(desk) == (CheckInState.BLOCKED, reason)
    assert found(heard, say.FigureNoted)
    assert found(heard, say.BlockedOwnNoted)


@pytest.mark.parametrize(
    "text", ["2 agents bloqués", "80 bloqués", "bloqué : 3 absents", "bloqué, 2 absents"]
)
def test_a_number_that_is_a_part_of_what_is_in_the_way_is_no_figure(text: str) -> None:
    desk = asked(led(CSAT))
    says(desk, text)
    assert figures(desk, "g1") == []
    assert became(desk)[0] is CheckInState.BLOCKED


def test_without_a_reason_it_is_asked_for_and_the_figure_stays() -> None:
    desk = asked(led(CSAT))
    assert found(says(desk, "81 bloqué"), say.BlockedWhy)
    says(desk, "l'enquête ne part plus")
    assert (figures(desk, "g1"), became(desk)[1]) == ([percent(81)], "l'enquête ne part plus")


def test_a_figure_to_be_sure_of_is_asked_about_and_what_is_in_the_way_is_noted() -> None:
    desk = asked(led(CSAT))
    heard = says(desk, "30 % bloqué : outil en panne")
    assert found(heard, say.ReallySo)
    assert found(heard, say.BlockedOwnNoted)
    heard = says(desk, "oui")
    assert not found(heard, say.BlockedOwnNoted)
    assert (figures(desk, "g1"), became(desk)[0]) == ([percent(30)], CheckInState.BLOCKED)
