"""A message that tells what somebody did names whoever did it, though a goal is led by a mere name."""

from collections.abc import Sequence
from typing import Any

from coach.goal import GoalState
from coach.messages import announcing, ending, following
from coach.messages.base import Message, Person
from coach.speech import Speech
from coach.usecases import ending_early, looking_back
from coach.usecases.replanning import joined_parts
from tests.coach.desk import Desk, goal, person
from tests.coach.talk import messages_of
from tests.coach.test_following import NEXT_MONDAY, says

LEAD = Person(user="lead")


def led_by_a_name() -> Desk:
    """A goal that `lead` made, and that is to be led by somebody whose account nobody knows."""
    named = goal(contributors=("agent",)).model_copy(update={"owner_name": "James"})
    return Desk(named, (person("lead"), person("agent")))


def only(told: Sequence[object], kind: type[Message]) -> Any:
    """The one message of a kind."""
    (one,) = (each for each in told if isinstance(each, kind))
    return one


def test_whoever_ends_a_goal_is_named_as_who_ended_it() -> None:
    told = led_by_a_name().does("lead", lambda call: ending_early.press(call, "g1", "yes"))
    ended = [one for one in told if isinstance(one, ending.TeamToldOfEnd)]
    assert [one.owner for one in ended] == [LEAD, LEAD]  # in the channel, and to who takes part


def test_whoever_lets_somebody_take_part_is_named_to_them() -> None:
    parts = joined_parts(led_by_a_name().goal(), "lead")
    assert only(messages_of(Speech(parts)), announcing.JoinedTitle).owner == LEAD


def test_what_is_in_the_way_is_told_to_whoever_reads_of_it() -> None:
    desk = led_by_a_name()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    told = says(desk, "bloqué : pas de casque depuis mardi", "agent")
    assert only(told, following.BlockedNoted).owner == LEAD


def test_a_look_back_is_told_as_the_words_of_whoever_wrote_them() -> None:
    desk = led_by_a_name()
    over = desk.goal().model_copy(update={"state": GoalState.CLOSED, "look_back": "des rappels plus tôt"})
    with desk.memory.open_uow() as uow:
        uow.goals.save(over.model_copy(update={"version": over.version + 1}))
        uow.commit()
    told = desk.does("lead", lambda call: looking_back.share(call, "g1"))
    assert only(told, ending.LookBackTold).who == LEAD
