"""A safeguard's figure beside the goal's own: each is taken, put right and taken back; a limit is none."""

import pytest

from coach.guard import Guard
from coach.language.reading import Language
from coach.messages import guards
from coach.messages.base import MetricName
from coach.metrics import MetricKey
from tests.coach.desk import percent
from tests.coach.test_figures_by_name import CSAT, EN, FR, Led, asked, guard_figures, led, unasked
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import figures, seconds

KEPT = Guard(metric=MetricKey.CSAT, limit=percent(76))
WAIT: Led = (MetricKey.WAIT_TIME, seconds(180), seconds(90), {"guard": KEPT})
NAME = MetricName(MetricKey.CSAT)


# --- two figures without a joint -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "own", "guarded", "language"),
    [
        ("2min30 csat 78", 150, 78, FR),
        ("1min30 csat 79", 90, 79, FR),
        ("csat 78 2min30", 150, 78, FR),
        ("2min30 78% csat", 150, 78, FR),
        ("115 csat 78", 115, 78, FR),
        ("attente 1min55 csat 80", 115, 80, FR),
        ("on est à 2 min 30 csat à 78", 150, 78, FR),
        ("2m30 csat 78", 150, 78, EN),
        ("csat 78 2m30", 150, 78, EN),
        ("2:30 csat 78%", 150, 78, EN),
    ],
)
def test_a_figure_right_beside_the_safeguards_is_the_goals_own(
    text: str, own: int, guarded: int, language: Language
) -> None:
    desk = asked(led(WAIT, language=language))
    says(desk, text)
    assert figures(desk, "g1") == [seconds(own)]
    assert guard_figures(desk, "g1") == [percent(guarded)]


@pytest.mark.parametrize("text", ["csat 78", "csat 78 depuis 2 jours", "csat à 78 sur deux semaines"])
def test_what_is_said_around_the_safeguards_figure_is_no_figure_of_the_goal(text: str) -> None:
    desk = asked(led(WAIT))
    says(desk, text)
    assert (figures(desk, "g1"), guard_figures(desk, "g1")) == ([], [percent(78)])


# --- a limit is no figure ------------------------------------------------------------------------
LIMITS = [
    ("csat jamais sous 76", FR),
    ("csat pas en dessous de 76", FR),
    ("sans descendre sous 76 de csat", FR),
    ("le csat ne doit pas passer sous 76 %", FR),
    ("csat au moins 76", FR),
    ("csat never below 76", EN),
    ("csat at least 76%", EN),
    ("without csat dropping under 76", EN),
]


@pytest.mark.parametrize("goal", [WAIT, CSAT])
@pytest.mark.parametrize("when", [asked, unasked])
@pytest.mark.parametrize(("text", "language"), LIMITS)
def test_a_limit_is_no_figure_of_a_check_in(text: str, language: Language, when: object, goal: Led) -> None:
    desk = when(led(goal, language=language))  # type: ignore[operator]
    heard = says(desk, text)
    assert (figures(desk, "g1"), guard_figures(desk, "g1")) == ([], [])
    assert not found(heard, guards.GuardNoted)


@pytest.mark.parametrize(("text", "language"), [LIMITS[0], LIMITS[5]])
def test_a_limit_belongs_to_the_goal_in_the_making_though_a_check_in_came_since(
    text: str, language: Language
) -> None:
    desk = unasked(led(WAIT, language=language))
    says(desk, "nouvel objectif : plus de ventes" if language is FR else "new goal: more sales")
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    says(desk, "2 min 40")
    told = found(says(desk, text), guards.NotedGuard)
    assert told == guards.NotedGuard(guards.GuardHolds(KEPT.side, NAME, percent(76)))
    assert guard_figures(desk, "g1") == []


@pytest.mark.parametrize(("text", "level"), [("78 -> 80", 80), ("csat 80, jamais sous 76", 80)])
def test_a_figure_beside_a_limit_is_still_one(text: str, level: int) -> None:
    desk = asked(led(CSAT))
    says(desk, text)
    assert figures(desk, "g1") == [percent(level)]
