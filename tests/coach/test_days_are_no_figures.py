"""The parts of a date are no figure: a later day is a change of the goal, a day gone by dates a figure."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.goal import GoalState
from coach.language.check_in import has_figure, read_check_in
from coach.language.reading import Language
from coach.messages import following, replanning
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.people import Focus, FocusKind
from coach.quantity import Quantity, Unit
from coach.usecases.conversation import hear
from tests.coach.desk import PARIS, Desk, percent
from tests.coach.test_following import NEXT_MONDAY
from tests.coach.test_told_figures import WEDNESDAY, figures, seconds, with_waiting_time

APRIL_30 = date(2027, 4, 30)
A_MONTH_AFTER = datetime(2027, 3, 2, 9, 0, tzinfo=PARIS)


def tells(desk: Desk, text: str, language: Language) -> list[Message]:
    with desk.memory.open_uow() as uow:
        known = uow.people.get("T1", "lead")
        assert known is not None
        uow.people.put(known.model_copy(update={"language": language}))
        uow.commit()
    return desk.does("lead", lambda call: hear(call, text))


def looking_back() -> Desk:
    """The waiting time's goal ended on 28 February without its last figure; CSAT goes on until June."""
    desk = with_waiting_time()
    desk.clock.move_to(A_MONTH_AFTER)
    with desk.memory.open_uow() as uow:
        for key, update in (
            ("g2", {"state": GoalState.MISSED, "deadline": date(2027, 2, 28)}),
            ("g1", {"deadline": date(2027, 6, 28)}),
        ):
            goal = uow.goals.get("T1", key)
            assert goal is not None
            uow.goals.save(goal.model_copy(update={**update, "version": goal.version + 1}))
        lead = uow.people.get("T1", "lead")
        assert lead is not None
        focus = Focus(kind=FocusKind.LOOK_BACK, id="g2")
        uow.people.put(lead.model_copy(update={"focus": focus}))
        uow.commit()
    return desk


def moved(heard: list[Message]) -> list[date]:
    return [one.after for one in heard if isinstance(one, replanning.DeadlineMoved)]


CHANGES = [
    ("push the CSAT deadline to 30 April", Language.EN),
    ("push the CSAT deadline to April 30th", Language.EN),
    ("can we have until 30 April for CSAT?", Language.EN),
    ("the deadline for CSAT should be 30 April", Language.EN),
    ("move the CSAT goal to 30 April", Language.EN),
    ("repousse l'échéance du CSAT au 30 avril", Language.FR),
    ("l'échéance du CSAT passe au 30 avril", Language.FR),
    ("il nous faudrait jusqu'au 30 avril pour le CSAT", Language.FR),
    ("on décale la fin du CSAT au 30/04", Language.FR),
]


@pytest.mark.parametrize(("text", "language"), CHANGES)
def test_a_later_day_is_a_change_of_the_goal_whether_a_figure_was_asked_for_or_not(
    text: str, language: Language
) -> None:
    for asked in (True, False):
        desk = with_waiting_time()
        if asked:
            desk.goes_to(NEXT_MONDAY)
        else:
            desk.clock.move_to(WEDNESDAY)
        assert moved(tells(desk, text, language)) == [APRIL_30]
        assert figures(desk, "g1") == figures(desk, "g2") == []
        with desk.memory.open_uow() as uow:
            assert not uow.drafts.open_of("T1", "lead")


@pytest.mark.parametrize(
    ("text", "language"),
    [("we need two more weeks", Language.EN), ("il nous faut deux semaines de plus", Language.FR)],
)
def test_more_time_counts_from_the_deadline_and_is_no_figure_added(text: str, language: Language) -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    assert moved(tells(desk, text, language)) == [date(2027, 4, 14)]
    assert figures(desk, "g1") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("waiting time for 28 feb was 29 s", Language.EN),
        ("28 Feb: 29 s", Language.EN),
        ("on February 28 we were at 29 s", Language.EN),
        ("l'attente du 28 février était de 29 s", Language.FR),
        ("le 28 février : 29 s", Language.FR),
        ("au 28/02, on était à 29 s", Language.FR),
    ],
)
def test_the_last_figure_may_name_its_day(text: str, language: Language) -> None:
    desk = looking_back()
    assert any(isinstance(one, following.FigureNotedAlone) for one in tells(desk, text, language))
    assert figures(desk, "g2") == [seconds(29)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("push the deadline to 28 July", Language.EN),
        ("repousse l'échéance du CSAT au 28 juillet", Language.FR),
    ],
)
def test_a_change_asked_for_where_a_look_back_was_is_no_look_back(text: str, language: Language) -> None:
    desk = looking_back()
    assert moved(tells(desk, text, language)) == [date(2027, 7, 28)]
    with desk.memory.open_uow() as uow:
        ended = uow.goals.get("T1", "g2")
    assert ended is not None
    assert ended.look_back is None


def test_a_story_with_a_day_in_it_is_still_the_look_back() -> None:
    desk = looking_back()
    words = (
        "On a repoussé la réunion au 30 juin, deux collègues étaient absents : les binômes ont tout changé."
    )
    tells(desk, words, Language.FR)
    with desk.memory.open_uow() as uow:
        ended = uow.goals.get("T1", "g2")
    assert ended is not None
    assert ended.look_back == words


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("81% on 28 February", Unit.PERCENT, 81),
        ("February 28, 81%", Unit.PERCENT, 81),
        ("28/02: 81", Unit.PERCENT, 81),
        ("le 12 mars : 81", Unit.PERCENT, 81),
        ("le 12, on était à 81", Unit.PERCENT, 81),
        ("over the last 2 weeks we are at 81", Unit.PERCENT, 81),
        ("en mai, 28 s", Unit.SECONDS, 28),
        ("in May 28 s", Unit.SECONDS, 28),
        ("12 sur 15 le 3 mars", Unit.PERCENT, None),
    ],
)
def test_the_figure_is_the_one_beside_the_day(text: str, unit: Unit, value: int | None) -> None:
    read = read_check_in(text, language=None, today=date(2027, 3, 15), metric=MetricKey.CSAT, unit=unit)
    if value is None:
        assert (read.count, read.total) == (12, 15)
    else:
        assert read.level == Quantity(value=Decimal(value), unit=unit)


@pytest.mark.parametrize("text", ["30 April", "le 28 février 2027", "until 15/04", "in 3 weeks", "T1 2027"])
def test_a_day_alone_holds_no_figure(text: str) -> None:
    assert not has_figure(text)
    today = WEDNESDAY.date() + timedelta(days=1)
    read = read_check_in(text, language=None, today=today, metric=MetricKey.CSAT, unit=Unit.PERCENT)
    assert read.level is None


def test_a_figure_with_its_day_goes_to_its_goal_among_several() -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    tells(desk, "28 feb: CSAT 79%, waiting time 5:30", Language.EN)
    assert figures(desk, "g1") == [percent(79)]
    assert figures(desk, "g2") == [seconds(330)]
