"""While questions about somebody's parts are open, a count without a metric's name is of no goal."""

from datetime import timedelta

import pytest

from coach.language.check_in import read_check_in
from coach.language.reading import Cadence, Language
from coach.messages import actions
from coach.messages import following as say
from coach.metrics import MetricKey
from coach.quantity import Unit
from tests.coach.desk import START, Desk, percent
from tests.coach.test_figures_and_parts import Action, asked, karim
from tests.coach.test_figures_by_name import Led
from tests.coach.test_following import found, says
from tests.coach.test_told_figures import figures

FR, EN = Language.FR, Language.EN
SERVICE: Led = (MetricKey.SERVICE_LEVEL, percent(70), percent(80), {})
WEEKLY = Cadence.WEEKLY
ARTICLES: Action = ("write kb articles", WEEKLY)
COACHED: Action = ("coached calls", WEEKLY)
WALKS: Action = ("floor walks at noon", WEEKLY)
FICHES: Action = ("rédiger des fiches d'aide", WEEKLY)
ECOUTES: Action = ("écoutes à deux", WEEKLY)
Told = tuple[tuple[int, int] | None, ...]


def james(*parts: tuple[Action, int], language: Language = EN) -> Desk:
    """Who leads the service level, which nobody asked about that day, and is asked about their parts."""
    return karim(
        SERVICE,
        parts=tuple(action for action, _ in parts),
        language=language,
        unasked=("g1",),
        counts=tuple(count for _, count in parts),
    )


def told(desk: Desk, parts: int) -> Told:
    every = (asked(desk, f"p{number}") for number in range(1, parts + 1))
    return tuple(None if one.done is None else (one.done, one.wanted or 1) for one in every)


TWO = ((ARTICLES, 4), (COACHED, 2))
THREE = (*TWO, (WALKS, 5))
DEUX = ((FICHES, 4), (ECOUTES, 2))


@pytest.mark.parametrize(
    ("parts", "text", "expected", "language"),
    [
        (TWO, "done, 4 articles written, only did 1 of 2 calls", ((4, 4), (1, 2)), EN),
        (TWO[:1], "done, 4 articles written, only did 1 of 2 calls", ((4, 4),), EN),
        (THREE, "only did one of the 2 calls, walks 3 out of 5", (None, (1, 2), (3, 5)), EN),
        (TWO, "only did one of the 2 calls, walks 3 out of 5", (None, (1, 2)), EN),
        (TWO, "3 of 4 and 1 of 2", ((3, 4), (1, 2)), EN),
        (TWO, "one of two", (None, (1, 2)), EN),
        (TWO, "done 3 of the 4 articles", ((3, 4), None), EN),
        (TWO, "done", ((4, 4), None), EN),
        (DEUX, "3 sur 4 et 1 sur 2", ((3, 4), (1, 2)), FR),
        (DEUX, "fait une des deux écoutes, les fiches 3 sur 4", ((3, 4), (1, 2)), FR),
        (DEUX, "fait 3 des 4 fiches", ((3, 4), None), FR),
    ],
)
def test_the_questions_just_asked_are_answered(
    parts: tuple[tuple[Action, int], ...], text: str, expected: Told, language: Language
) -> None:
    desk = james(*parts, language=language)
    heard = says(desk, text)
    assert told(desk, len(parts)) == expected
    assert figures(desk, "g1") == []
    assert not found(heard, say.FigureNoted)


@pytest.mark.parametrize(
    ("parts", "first", "text", "language"),
    [(TWO, "sl 76", "done", EN), (TWO, "sl 76", "not yet", EN), (DEUX, "ns 76", "fait", FR)],
)
def test_what_is_done_is_a_part_though_a_figure_was_told_since(
    parts: tuple[tuple[Action, int], ...], first: str, text: str, language: Language
) -> None:
    desk = james(*parts, language=language)
    says(desk, first)
    desk.clock.move_to(desk.clock.now() + timedelta(minutes=10))
    heard = says(desk, text)
    assert not found(heard, say.VagueFigure)
    assert told(desk, 2)[0] == ((0, 4) if text == "not yet" else (4, 4))
    assert figures(desk, "g1") == [percent(76)]


def test_a_small_count_is_the_parts_though_a_figure_was_told_since_and_a_near_one_puts_that_right() -> None:
    desk = james(*TWO)
    says(desk, "sl 76")
    says(desk, "3")
    assert (figures(desk, "g1"), told(desk, 2)) == ([percent(76)], ((3, 4), None))
    desk = james(*TWO)
    says(desk, "sl 76")
    says(desk, "77")
    assert (figures(desk, "g1"), told(desk, 2)) == ([percent(77)], (None, None))


def test_a_named_figure_is_still_the_goals_beside_open_parts() -> None:
    desk = james(*TWO)
    says(desk, "service level 76 %")
    assert (figures(desk, "g1"), told(desk, 2)) == ([percent(76)], (None, None))


def test_what_follows_a_part_in_its_own_words_is_asked_about_and_no_other_part() -> None:
    following = found(says(james(*TWO), "1 of 2 calls, walks 3 out of 5"), say.AndNextAction)
    assert isinstance(following, say.AndNextAction)
    assert following.text == ARTICLES[0]


@pytest.mark.parametrize(
    "text", ["one of the 2", "did one of two", "un des deux", "une de mes deux", "un sur deux", "1 of my 2"]
)
def test_one_of_so_many_is_read_as_a_count(text: str) -> None:
    read = read_check_in(text, language=None, today=START, metric=None, unit=Unit.COUNT)
    assert (read.count, read.total) == (1, 2)


def test_less_than_all_is_no_thanks_for_all() -> None:
    assert not found(says(james(*TWO), "only did one of the 2 calls"), actions.ActionThanks)
