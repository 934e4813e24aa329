"""Several questions in one message: each answer goes to the question that it is meant for."""

from datetime import timedelta

import pytest

from coach.following import CheckInState
from coach.goal import LeverAction
from coach.messages import actions, leave
from coach.messages import following as say
from coach.metrics import MetricKey
from coach.scheduling import schedules_of
from coach.speech import Verb
from coach.usecases import check_ins
from tests.coach.desk import MONDAY, Desk, goal
from tests.coach.test_following import NEXT_MONDAY, TEAM, found, says, with_team


def with_two_parts() -> Desk:
    """An agent is asked about two actions in one message: once a week, and ten times a week."""
    desk = Desk(goal(contributors=("agent",)), TEAM)
    second = desk.goal().model_copy(
        update={
            "id": "g2",
            "metric": MetricKey.FCR,
            "actions": (LeverAction(text="rappeler dix clients", count=10),),
            "confirmed_at": MONDAY + timedelta(minutes=1),
        }
    )
    with desk.memory.open_uow() as uow:
        uow.goals.add(second)
        people = {profile.user: profile for profile in TEAM}
        for schedule in schedules_of(second, people, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    return desk


def done(desk: Desk, goal_id: str) -> tuple[int | None, int | None]:
    with desk.memory.open_uow() as uow:
        asked = [one for one in uow.check_ins.of_goal("T1", goal_id) if one.user == "agent"]
    return asked[-1].done, asked[-1].wanted


def test_two_parts_answered_one_after_the_other_do_not_overwrite_each_other() -> None:
    desk = with_two_parts()
    first = says(desk, "fait", "agent")
    noted, following = found(first, actions.ActionNoted), found(first, say.AndNextAction)
    assert isinstance(noted, actions.ActionNoted)
    assert isinstance(following, say.AndNextAction)
    assert (noted.text, following.text) == ("une écoute par semaine", "rappeler dix clients")
    says(desk, "4 sur 10 🙃 quelle file", "agent")
    assert (done(desk, "g1"), done(desk, "g2")) == ((1, 1), (4, 10))


def test_so_many_of_ten_goes_to_the_part_that_asks_for_ten() -> None:
    desk = with_two_parts()
    says(desk, "4 sur 10", "agent")
    assert (done(desk, "g1"), done(desk, "g2")) == ((None, 1), (4, 10))


def test_after_a_button_the_next_words_are_for_the_question_still_open() -> None:
    desk = with_two_parts()
    first = desk.check_in("agent").id
    desk.does("agent", lambda call: check_ins.press(call, first, Verb.DONE))
    told = found(says(desk, "bloqué : pas de casque depuis mardi", "agent"), say.ToldBlocked)
    assert isinstance(told, say.ToldBlocked)
    assert told.metric.key is MetricKey.FCR


def test_a_correction_goes_to_what_was_just_answered() -> None:
    desk = with_two_parts()
    says(desk, "fait", "agent")
    first = desk.check_in("agent").id
    desk.does("agent", lambda call: check_ins.press(call, first, Verb.NOT_YET))
    says(desk, "non, en fait c'est fait", "agent")
    assert done(desk, "g1")[0] is not None
    assert done(desk, "g2")[0] is None


@pytest.mark.parametrize("text", ["pas cette semaine, trop d'appels", "not this week, too many calls", "non"])
def test_not_this_week_is_an_answer_with_or_without_its_reason(text: str) -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    assert found(says(desk, text, "agent"), actions.ActionNotDone)
    assert says(desk, text, "agent")
    with desk.memory.open_uow() as uow:
        assert uow.drafts.open_of("T1", "agent") == []


def test_an_absence_later_in_the_week_leaves_todays_question_open() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    assert found(says(desk, "absent jeudi et vendredi", "agent"), leave.LeaveNoted)
    assert desk.check_in("agent").state is CheckInState.ASKED
