"""A figure takes the place of another: corrected, final after provisional, and taken back again."""

from datetime import date, timedelta

import pytest

from bot.render import words
from coach.following import CheckInState
from coach.language.provisional import is_final
from coach.language.reading import Language
from coach.making import with_baseline
from coach.messages import following as say
from coach.messages import posts
from coach.metrics import MetricKey
from coach.naming import metric_of
from coach.people import Profile
from coach.plausible import is_doubtful
from coach.quantity import Quantity
from coach.speech import Verb
from coach.usecases import check_ins
from tests.coach.desk import MONDAY, START, WORKSPACE, Desk, goal, percent, person
from tests.coach.posts import TUESDAY, arrive, desk_with, read
from tests.coach.posts import found as all_found
from tests.coach.test_following import NEXT_MONDAY, found, says

LEAD = person("lead")
WEEK = timedelta(weeks=1)


def asked(lead: Profile = LEAD) -> Desk:
    """The lead was asked for the figure."""
    desk = Desk(goal(channel=None), (lead,))
    desk.goes_to(NEXT_MONDAY)
    return desk


def undoes(desk: Desk) -> list[object]:
    one = desk.check_in("lead")
    button = one.measurement or ""
    return list(desk.does("lead", lambda call: check_ins.press(call, one.id, Verb.UNDO, button)))


def days(desk: Desk) -> list[tuple[date, object]]:
    with desk.memory.open_uow() as uow:
        kept = uow.measurements.of_goal(WORKSPACE, "g1")
    return [(one.measured_on, one.value) for one in kept if not one.undone]


# --- undo ----------------------------------------------------------------------------------------
def test_undo_after_a_correction_gives_the_figure_before_back() -> None:
    desk = asked()
    says(desk, "79 %")
    corrected = says(desk, "81 %")
    assert found(corrected, say.FigureCorrects) == say.FigureCorrects(percent(79), NEXT_MONDAY.date())
    back = found(undoes(desk), say.UndoneTo)
    assert isinstance(back, say.UndoneTo)
    assert back.value == percent(79)
    assert desk.figures() == [percent(79)]
    assert desk.check_in("lead").state is CheckInState.ANSWERED


def test_undo_goes_back_one_figure_at_a_time_until_the_question_is_open() -> None:
    desk = asked()
    for text in ("79 %", "81 %", "82 %"):
        says(desk, text)
    seen = []
    for _ in range(3):
        undoes(desk)
        seen.append(desk.figures())
    assert seen == [[percent(81)], [percent(79)], []]
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_undo_of_a_figure_of_another_day_leaves_the_one_before() -> None:
    desk = asked()
    says(desk, "79 %")
    desk.clock.move_to(NEXT_MONDAY + timedelta(days=2))
    says(desk, "80 %")
    undoes(desk)
    assert desk.figures() == [percent(79)]


@pytest.mark.parametrize(
    ("text", "kept"), [("80 %", [percent(79), percent(80)]), ("non, 80 %", [percent(80)])]
)
def test_a_figure_a_week_later_is_a_new_one_unless_it_says_that_it_corrects(
    text: str, kept: list[Quantity]
) -> None:
    desk = asked()
    says(desk, "79 %")
    desk.clock.move_to(NEXT_MONDAY + WEEK)  # nothing was asked: the day had its message
    says(desk, text)
    assert desk.figures() == kept


def test_a_baseline_that_was_measured_is_put_right_and_comes_back_with_its_figure() -> None:
    desk = Desk(goal(measured=False, channel=None), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "77 %")
    says(desk, "non, 78 %")
    assert desk.goal().baseline == percent(78)
    undoes(desk)
    assert desk.goal().baseline == percent(77)
    undoes(desk)
    assert desk.goal().baseline is None


# --- provisional, then final ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le CSAT définitif est de 81 %", Language.FR),
        ("chiffre définitif : 81 %", Language.FR),
        ("le résultat final est 81 %", Language.FR),
        ("81 % confirmé", Language.FR),
        ("final CSAT is 81%", Language.EN),
        ("the figure is final now: 81%", Language.EN),
        ("81%, confirmed", Language.EN),
    ],
)
@pytest.mark.parametrize("after", [timedelta(hours=1), timedelta(days=2), WEEK])
def test_a_final_figure_takes_the_place_of_the_provisional_one(
    text: str, language: Language, after: timedelta
) -> None:
    desk = asked(person("lead", language))
    says(desk, "79 % provisoire" if language is Language.FR else "79%, provisional")
    desk.goes_to(NEXT_MONDAY + after)
    assert found(says(desk, text), say.FigureSettles) == say.FigureSettles(percent(79), NEXT_MONDAY.date())
    assert days(desk) == [(NEXT_MONDAY.date(), percent(81))]


def test_the_next_figure_told_unasked_settles_a_provisional_one_that_was_told_unasked() -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    desk.clock.move_to(MONDAY + timedelta(days=1))
    says(desk, "CSAT 79 % provisoire")
    desk.clock.move_to(MONDAY + timedelta(days=3))
    says(desk, "CSAT 79,5 %")
    assert desk.figures() == [percent("79.5")]


def test_the_answer_to_the_next_question_is_one_more_figure() -> None:
    desk = asked()
    says(desk, "79 % provisoire")
    desk.goes_to(NEXT_MONDAY + WEEK)
    says(desk, "80 %")
    assert desk.figures() == [percent(79), percent(80)]


def test_a_final_figure_leaves_the_new_question_open() -> None:
    desk = asked()
    says(desk, "79 % provisoire")
    desk.goes_to(NEXT_MONDAY + WEEK)
    says(desk, "le chiffre définitif est 81 %")
    assert desk.check_in("lead").state is CheckInState.ASKED
    says(desk, "82 %")
    assert days(desk) == [
        (NEXT_MONDAY.date(), percent(81)),
        ((NEXT_MONDAY + WEEK).date(), percent(82)),
    ]


def test_a_final_figure_that_says_the_same_confirms_it() -> None:
    desk = asked()
    says(desk, "79 % provisoire")
    assert found(says(desk, "79 % définitif"), say.FigureConfirms)
    assert desk.figures() == [percent(79)]


def test_a_final_figure_edits_the_post_that_told_the_provisional_one() -> None:
    desk = desk_with(goal())
    desk.goes_to(TUESDAY - timedelta(days=1, minutes=30))
    says(desk, "79 % provisoire")
    desk.goes_to(TUESDAY)
    arrive(desk)
    desk.clock.move_to(TUESDAY + timedelta(days=1))
    says(desk, "le CSAT définitif est de 81 %")
    (edit,) = [one for one in desk.memory.outgoing if one.replaces is not None and one.to == "C1"]
    assert all_found(read(edit), posts.PostCorrected)
    assert not all_found(read(edit), posts.PostFigureProvisional)


@pytest.mark.parametrize(
    "text",
    [
        "82 %, pas encore définitif",
        "82%, to be confirmed",
        "82% in the final week",
        "finalement 82 %",
        "82 %",
    ],
)
def test_what_is_no_final_figure(text: str) -> None:
    assert not is_final(text)


# --- blocked after an answer -----------------------------------------------------------------------
@pytest.mark.parametrize("text", ["bloqué : l'outil est en panne", "blocked: the booking tool is down"])
def test_being_blocked_later_keeps_what_was_done(text: str) -> None:
    desk = Desk(goal(contributors=("agent",)), (LEAD, person("agent")))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "3 sur 5", "agent")
    says(desk, text, "agent")
    one = desk.check_in("agent")
    assert (one.state, one.done, one.wanted) == (CheckInState.BLOCKED, 3, 5)


def test_being_blocked_later_keeps_the_figure_and_its_undo() -> None:
    desk = asked()
    says(desk, "79 %")
    says(desk, "bloqué : plus d'accès aux enquêtes")
    undoes(desk)
    assert desk.figures() == []


# --- doubt ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["je voulais dire 9", "I meant 9", "non, 9"])
def test_what_corrects_a_doubted_figure_is_doubted_too(text: str) -> None:
    falling = {"metric": MetricKey.TRANSFER_RATE, "target": percent(18), "decrease": True, "guard": None}
    transfers = with_baseline(
        goal(measured=False, channel=None).model_copy(update=falling), percent(25.3), START
    )
    desk = Desk(transfers.model_copy(update={"version": 1, "sub_goals": ()}), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "80 %"), say.ReallySo)
    assert found(says(desk, text), say.ReallySo) == say.ReallySo(
        metric_of(transfers), percent(9), percent(25.3)
    )
    assert desk.figures() == []


@pytest.mark.parametrize(("value", "before", "doubtful"), [(9, 25.3, True), (97, 79, False), (9, 12, False)])
def test_a_rate_is_doubted_by_how_small_it_was(value: float, before: float, doubtful: bool) -> None:
    assert is_doubtful(MetricKey.TRANSFER_RATE, percent(value), percent(before)) is doubtful


@pytest.mark.parametrize("language", list(Language))
def test_each_is_said_in_words(language: Language) -> None:
    assert "79" in words(say.FigureSettles(percent(79), NEXT_MONDAY.date()), language)
