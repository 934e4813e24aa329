"""Whoever a goal concerns is told of it: who is to lead it, who set it, who takes part, each once."""

import pytest

from coach.dialogue import Pressed
from coach.language.reading import Language
from coach.messages import announcing, cards, ending
from coach.messages.base import Message, Person
from coach.messages.nudges import FirstCheckInAbout
from coach.messages.replanning import HandedOver, ReasonIs
from coach.messages.this_week import HomeWeekAction, HomeWeekLevel
from coach.outgoing import Outgoing
from coach.speech import Verb
from coach.usecases import ending_early, pressing
from coach.usecases.home import home
from tests.coach.desk import MONDAY, WORKSPACE, Desk, goal, person
from tests.coach.posts import found, read
from tests.coach.talk import Talk, messages_of

PEOPLE = (person("boss"), person("lead", Language.EN), person("agent"))
WISH = "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027 par une écoute par agent chaque semaine"


def confirmed(owner: str) -> Desk:
    """`boss` has confirmed a goal that `owner` leads and `agent` takes part in."""
    desk = Desk(goal(channel=None), PEOPLE)
    talk = Talk(WISH).says("nos résultats passés, il nous manque du budget", "les clients rappellent moins")
    assert talk.is_ready
    made = {"id": "d2", "workspace": WORKSPACE, "author": "boss", "owner": owner, "contributors": ("agent",)}
    draft = talk.draft.model_copy(update={**made, "created_at": MONDAY, "touched_at": MONDAY})
    with desk.memory.open_uow() as uow:
        uow.drafts.add(draft)
        uow.commit()
    desk.news()
    pressed = Pressed(Verb.CONFIRM, draft.version, None, ())
    desk.does("boss", lambda call: pressing.press(call, "d2", pressed))
    return desk


def to(desk: Desk, user: str) -> list[Outgoing]:
    return [one for one in desk.memory.outgoing if one.to == user]


def heard(desk: Desk, user: str) -> list[Message]:
    return [message for one in to(desk, user) for message in read(one)]


def test_who_is_to_lead_a_goal_reads_so_and_when_they_are_asked_first() -> None:
    desk = confirmed("lead")
    (told,) = to(desk, "lead")
    assert told.language is Language.EN
    assert [one.by for one in found(read(told), HandedOver)] == [Person(user="boss")]  # type: ignore[attr-defined]
    assert found(read(told), FirstCheckInAbout)
    assert found(heard(desk, "agent"), announcing.JoinedTitle)


def test_who_will_not_be_asked_is_not_told_when_they_are() -> None:
    desk = confirmed("lead")
    assert found(heard(desk, "boss"), cards.Confirmed)
    assert not found(heard(desk, "boss"), FirstCheckInAbout)
    assert found(heard(desk, "boss"), cards.OwnerIsTold) == [cards.OwnerIsTold(Person(user="lead"))]


def test_who_sets_a_goal_for_themselves_is_not_told_that_they_lead_it() -> None:
    desk = confirmed("boss")
    assert found(heard(desk, "boss"), FirstCheckInAbout)
    assert not found(heard(desk, "boss"), HandedOver)


def in_home(desk: Desk, user: str) -> list[Message]:
    told: list[Message] = []
    desk.does(user, lambda call: told.extend(messages_of(home(call))))
    return told


def test_an_action_is_the_part_of_those_who_take_part() -> None:
    desk = Desk(goal(contributors=("agent",)).model_copy(update={"author": "boss"}), PEOPLE)
    assert found(in_home(desk, "agent"), HomeWeekAction)
    assert not found(in_home(desk, "boss"), HomeWeekAction)
    assert found(in_home(desk, "boss"), HomeWeekLevel)


@pytest.mark.parametrize("channel", ["C1", None])
@pytest.mark.parametrize(("by", "others"), [("boss", {"lead", "agent"}), ("lead", {"boss", "agent"})])
def test_an_early_end_is_told_to_everybody_but_who_ended_it(
    channel: str | None, by: str, others: set[str]
) -> None:
    running = goal(contributors=("agent",), channel=channel).model_copy(update={"author": "boss"})
    desk = Desk(running, PEOPLE)
    desk.does(by, lambda call: ending_early.press(call, "g1", "yes l'outil est parti"))
    told = [one for one in desk.memory.outgoing if found(read(one), ending.TeamToldOfEnd)]
    assert sorted(one.to for one in told) == sorted({*others, *({channel} if channel else ())})
    assert all(found(read(one), ReasonIs) for one in told)
