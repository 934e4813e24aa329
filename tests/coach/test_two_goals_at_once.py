"""Two goals of one lead: each is asked once, closed once, and a figure never goes to the one that is over."""

from datetime import timedelta

import pytest

from coach.following import CheckInState
from coach.goal import GoalState
from coach.messages import actions
from coach.messages import check_in_questions as asks
from coach.outgoing import MessageRef
from coach.speech import can_be_pressed
from coach.usecases import absence
from coach.usecases.commands import Command, read_command
from tests.coach.desk import Desk, goal, percent, person
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_nudging import asked
from tests.coach.test_silence import alone
from tests.coach.test_told_figures import figures, seconds, with_waiting_time

WEEK = timedelta(weeks=1)


def deliver(desk: Desk) -> None:
    """All that waits arrives."""
    for number, parcel in enumerate(desk.memory.queue.claim(desk.clock.now(), timedelta(minutes=1), 99)):
        desk.memory.queue.mark_sent(
            parcel.id, MessageRef(channel="D1", ts=f"{number}.{parcel.id}"), desk.clock.now()
        )


def test_after_an_absence_a_goal_is_asked_about_once_and_not_reminded_of_as_well() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert len(asked(desk)) == 1
    desk.does("lead", lambda call: absence.command(call, "absent du 12 au 17 janvier"))
    desk.goes_to(NEXT_MONDAY + WEEK)
    (back,) = asked(desk)
    assert sum(isinstance(one, asks.CheckInFigure) for one in back) == 1


def test_an_absence_answers_every_question_that_waits() -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "en congé jusqu'au 15 janvier")
    with desk.memory.open_uow() as uow:
        assert not uow.check_ins.waiting_for("T1", "lead")


def test_an_old_message_loses_the_buttons_of_all_its_questions() -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    deliver(desk)
    desk.news()
    desk.goes_to(NEXT_MONDAY + WEEK)
    redrawn = [one for one in desk.news() if one.replaces is not None]
    assert len(redrawn) == 1
    assert not can_be_pressed(redrawn[0].speech)


@pytest.mark.parametrize("text", ["80,1 définitif", "80.1 final", "le chiffre définitif est 80,1"])
def test_a_final_figure_without_a_name_settles_the_one_that_is_provisional(text: str) -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "80,4 % provisoire et 5 min 30")
    desk.clock.move_to(NEXT_MONDAY + timedelta(days=1))
    says(desk, text)
    assert figures(desk, "g1")[-1] == percent("80.1")
    assert figures(desk, "g2") == [seconds(330)]


def test_what_names_no_goal_is_never_the_figure_of_one_that_is_over() -> None:
    desk = with_waiting_time()
    with desk.memory.open_uow() as uow:
        over = uow.goals.get("T1", "g2")
        assert over is not None
        ended = {"state": GoalState.MISSED, "deadline": NEXT_MONDAY.date() - timedelta(days=2)}
        uow.goals.save(over.model_copy(update={**ended, "version": over.version + 1}))
        uow.commit()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "80 et 5 min 30")
    assert figures(desk, "g2") == []
    assert figures(desk, "g1") == [percent(80)]


def test_what_was_done_stays_done_when_the_days_to_come_are_too_full() -> None:
    desk = Desk(goal(channel=None, contributors=("agent",)), (person("lead"), person("agent")))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "fait", user="agent")
    heard = says(desk, "pas cette semaine, trop d'appels", user="agent")
    assert found(heard, actions.ActionGoesOn)
    one = desk.check_in("agent")
    assert (one.state, one.done) == (CheckInState.ANSWERED, 1)


@pytest.mark.parametrize("text", ["mets l'attente moyenne en pause", "put the waiting time on hold"])
def test_a_goal_is_paused_in_words(text: str) -> None:
    command = read_command(text)
    assert command is not None
    assert command[0] is Command.PAUSE
