"""A safeguard's figure beside the goal's own: each is taken, put right and taken back; a limit is none."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from coach.dialogue import Pressed
from coach.guard import Guard
from coach.language.reading import Language
from coach.messages import following as say
from coach.messages import guards, posts
from coach.messages.base import MetricName
from coach.messages.ending import GoalEnded
from coach.messages.figures import NoFigureOfDay
from coach.metrics import MetricKey
from coach.quantity import Quantity
from coach.speech import Verb
from coach.usecases import conversation
from coach.usecases.pressing import press
from tests.coach.desk import PARIS, Desk, goal, percent, person
from tests.coach.posts import TUESDAY, WEEK, arrive, figure, in_channel, read
from tests.coach.test_figures_by_name import CSAT, EN, FR, QUALITY, Led, asked, guard_figures, led, unasked
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_posts_dated import guarded
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


@pytest.mark.parametrize("of", [WAIT, CSAT])
@pytest.mark.parametrize("when", [asked, unasked])
@pytest.mark.parametrize(("text", "language"), LIMITS)
def test_a_limit_is_no_figure_of_a_check_in(text: str, language: Language, when: object, of: Led) -> None:
    desk = when(led(of, language=language))  # type: ignore[operator]
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


# --- put right and taken back --------------------------------------------------------------------
ENDS = datetime(2027, 4, 6, 9, tzinfo=PARIS)


def standing(desk: Desk, goal_id: str = "g1") -> list[tuple[date, Quantity]]:
    with desk.memory.open_uow() as uow:
        kept = uow.goals.get("T1", goal_id)
    assert kept is not None
    return [(one.measured_on, one.value) for one in kept.guard_standing]


def undoes(desk: Desk, goal_id: str = "g1") -> list[object]:
    """Undo is pressed below the guard's figure that was told last."""
    with desk.memory.open_uow() as uow:
        kept = uow.goals.get("T1", goal_id)
    assert kept is not None
    pressed = Pressed(Verb.UNDO_GUARD, 1, values=(kept.guard_standing[-1].id,))
    return list(desk.does("lead", lambda call: press(call, goal_id, pressed)))


@pytest.mark.parametrize(
    ("first", "then", "language"),
    [
        ("2 min 55 et csat 75", "non, csat c'était 77 pas 75", FR),
        ("2 min 55 et csat 75", "csat 77 au lieu de 75", FR),
        ("2 min 55 et csat 75", "csat pas 75, 77", FR),
        ("2 min 55 et csat 75", "en fait le csat du 11 janvier c'était 77", FR),
        ("2 min 55 et csat 75", "csat 77", FR),
        ("csat 75", "non, 77", FR),
        ("csat 75", "non 77 %", FR),
        ("2m55, csat 75", "sorry, csat was 77 not 75", EN),
        ("2m55, csat 75", "I meant csat 77", EN),
    ],
)
def test_a_safeguards_figure_is_put_right_and_the_old_one_counts_no_more(
    first: str, then: str, language: Language
) -> None:
    desk = asked(led(WAIT, language=language))
    says(desk, first)
    own = figures(desk, "g1")
    heard = says(desk, then)
    assert found(heard, say.FigureCorrects) == say.FigureCorrects(percent(75), NEXT_MONDAY.date())
    assert standing(desk) == [(NEXT_MONDAY.date(), percent(77))]
    assert guard_figures(desk, "g1") == [percent(75), percent(77)], "the old one is kept"
    assert figures(desk, "g1") == own


def test_a_safeguards_figure_of_another_day_is_put_right_on_its_day() -> None:
    desk = asked(led(WAIT))
    says(desk, "2 min 55 et csat 75")
    desk.goes_to(NEXT_MONDAY + WEEK)
    says(desk, "2 min 50, csat 79")
    says(desk, "csat c'était 77 pas 75")
    assert standing(desk) == [
        (NEXT_MONDAY.date(), percent(77)),
        ((NEXT_MONDAY + WEEK).date(), percent(79)),
    ]
    assert found(says(desk, "non, le csat du 6 décembre c'était 80"), NoFigureOfDay)


def test_both_figures_of_an_answer_are_put_right_at_once() -> None:
    desk = asked(led(WAIT))
    says(desk, "2 min 55 et csat 75")
    says(desk, "non en fait 2 min 50 et csat 77")
    assert (figures(desk, "g1"), [one for _, one in standing(desk)]) == ([seconds(170)], [percent(77)])


def test_what_was_put_right_does_not_come_back_at_the_end() -> None:
    desk = Desk(goal().model_copy(update={"guard": QUALITY}), (person("lead"),))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "80 et qualité 84")
    says(desk, "non, qualité c'était 86 pas 84")
    desk.goes_to(datetime(2027, 4, 1, 9, tzinfo=PARIS))
    desk.goes_to(ENDS)
    desk.news()
    told = says(desk, "86 %")
    assert found(told, GoalEnded)
    assert not found(told, guards.GuardBrokenOnTheWay)


def test_a_safeguards_figure_is_taken_back_and_what_it_had_put_right_stands_again() -> None:
    desk = asked(led(WAIT))
    says(desk, "csat 78")
    says(desk, "non, csat 75 pas 78")
    assert found(undoes(desk), say.UndoneTo) == say.UndoneTo(NAME, percent(78), NEXT_MONDAY.date())
    assert standing(desk) == [(NEXT_MONDAY.date(), percent(78))]
    assert found(undoes(desk), say.UndoneAlone)
    assert standing(desk) == []


def test_a_button_of_a_safeguards_figure_that_stands_no_more_takes_nothing_back() -> None:
    desk = asked(led(WAIT))
    says(desk, "csat 78")
    with desk.memory.open_uow() as uow:
        kept = uow.goals.get("T1", "g1")
    assert kept is not None
    pressed = Pressed(Verb.UNDO_GUARD, 1, values=(kept.guard_standing[-1].id,))
    says(desk, "csat 79")
    assert found(desk.does("lead", lambda call: press(call, "g1", pressed)), say.NothingToUndo)
    assert [one for _, one in standing(desk)] == [percent(79)]


def test_a_goals_figure_that_is_put_right_or_taken_back_is_so_for_the_goal_it_guards() -> None:
    desk = asked(led(WAIT, CSAT))
    says(desk, "2 min 55, csat 75")
    says(desk, "non, csat 77 pas 75")
    assert [one for _, one in standing(desk)] == [percent(77)]
    with desk.memory.open_uow() as uow:
        (check_in,) = uow.check_ins.of_goal("T1", "g2")
    for left in ([percent(75)], []):
        desk.does("lead", partial(press, subject=check_in.id, pressed=Pressed(Verb.UNDO, 1)))
        assert [one for _, one in standing(desk)] == left


def test_a_post_that_told_a_safeguards_figure_is_put_right_with_it() -> None:
    desk = guarded(82)
    figure(desk, 79, TUESDAY)
    desk.clock.move_to(TUESDAY)
    desk.does("lead", lambda call: conversation.hear(call, "qualité 76"))
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    assert any(isinstance(one, posts.PostGuardBroken) for one in read(post))
    arrive(desk)
    desk.clock.move_to(TUESDAY + timedelta(days=1))
    heard = says(desk, "non, qualité c'était 81 pas 76")
    assert found(heard, posts.PostPutRight)
    (edit,) = [one for one in desk.memory.outgoing if one.to == "C1" and one.replaces is not None]
    assert not any(isinstance(one, posts.PostGuardBroken) for one in read(edit))
