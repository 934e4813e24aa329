"""A colleague answers the same questions without seeing the first answers; both read where they differ."""

import pytest

from coach.dialogue import Pressed
from coach.draft import Draft, DraftState
from coach.language.reading import Resource
from coach.messages import cards
from coach.messages import home as gone
from coach.messages import peer_review as say
from coach.messages.base import Message, Person
from coach.messages.dialogue import PersonIsGone
from coach.outgoing import Outgoing
from coach.speech import Button, Row, Verb
from coach.usecases.pressing import press
from tests.coach.desk import MONDAY, WORKSPACE, Desk, goal, person
from tests.coach.talk import Talk, messages_of

WISH = "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027 par une écoute par agent chaque semaine"


@pytest.fixture
def desk() -> Desk:
    gone_away = person("paul").model_copy(update={"deactivated": True})
    made = Desk(goal(), (person("lead"), person("sarah"), person("karim"), gone_away))
    talk = Talk(WISH).says(
        "nos résultats passés, il nous manque du budget", "les clients n'ont plus à rappeler"
    )
    assert talk.is_ready
    draft = talk.draft.model_copy(
        update={"workspace": WORKSPACE, "author": "lead", "created_at": MONDAY, "touched_at": MONDAY}
    )
    with made.memory.open_uow() as uow:
        uow.drafts.add(draft)
        uow.commit()
    return made


def draft_of(desk: Desk) -> Draft:
    with desk.memory.open_uow() as uow:
        found = uow.drafts.get(WORKSPACE, "d1")
    assert found is not None
    return found


def presses(desk: Desk, user: str, verb: Verb, *values: str) -> list[Outgoing]:
    pressed, before = Pressed(verb, draft_of(desk).version, None, values), len(desk.memory.outgoing)
    desk.does(user, lambda call: press(call, "d1", pressed))
    return desk.memory.outgoing[before:]


def told(heard: list[Outgoing], user: str) -> list[Message]:
    return [message for one in heard if one.to == user for message in messages_of(one.speech)]


def test_the_colleague_reads_the_goal_and_none_of_the_answers(desk: Desk) -> None:
    heard = told(presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah"), "sarah")
    assert [type(message) for message in heard] == [say.ReviewAsked, cards.GoalRaise, say.ReviewQuestion]


def test_differences_are_shown_to_both(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    heard = presses(desk, "sarah", Verb.REVIEW, "people")
    lead, sarah = Person(user="lead"), Person(user="sarah")
    both = [
        say.ViewsDiffer(Resource.PEOPLE, sarah, lead),
        say.ViewsDiffer(Resource.BUDGET, lead, sarah),
    ]
    assert told(heard, "sarah") == [say.ReviewThanks(lead), *both]
    assert told(heard, "lead") == [say.ReviewCame(sarah), *both]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [(("budget",), say.ViewsAgreeLacking((Resource.BUDGET,))), (("all_there",), None)],
)
def test_agreement_is_said_too(desk: Desk, values: tuple[str, ...], wanted: Message | None) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    heard = told(presses(desk, "sarah", Verb.REVIEW, *values), "lead")
    if wanted is None:
        wanted = say.ViewsDiffer(Resource.BUDGET, Person(user="lead"), Person(user="sarah"))
    assert heard[1:] == [wanted]


def test_what_the_colleague_misses_becomes_a_first_step(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    heard = presses(desk, "sarah", Verb.REVIEW, "people", "expertise")
    rows = [part for one in heard if one.to == "lead" for part in one.speech.parts if isinstance(part, Row)]
    (button,) = rows[0].elements
    assert isinstance(button, Button)
    assert button.verb is Verb.ADOPT_REVIEW
    presses(desk, "lead", Verb.ADOPT_REVIEW, button.value)
    assert draft_of(desk).lacking == frozenset({Resource.PEOPLE, Resource.EXPERTISE, Resource.BUDGET})


@pytest.mark.parametrize(("colleague", "refusal"), [("lead", say.NotYourself), ("paul", PersonIsGone)])
def test_nobody_is_asked_in_vain(desk: Desk, colleague: str, refusal: type[Message]) -> None:
    heard = presses(desk, "lead", Verb.ASK_COLLEAGUE, colleague)
    assert [type(message) for message in told(heard, "lead")] == [refusal]
    assert draft_of(desk).reviews == ()


def test_a_colleague_is_asked_once_and_answers_once(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    heard = presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    assert [type(message) for message in told(heard, "lead")] == [say.ColleagueAskedAlready]
    presses(desk, "sarah", Verb.REVIEW, "all_there")
    heard = presses(desk, "sarah", Verb.REVIEW, "people")
    assert [type(message) for message in told(heard, "sarah")] == [say.ReviewOver]
    assert draft_of(desk).reviews[0].lacking == frozenset()


def test_somebody_who_was_not_asked_cannot_answer(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    heard = presses(desk, "karim", Verb.REVIEW, "people")
    assert [type(message) for message in told(heard, "karim")] == [gone.AskedOfSomebodyElse]


def test_an_answer_after_the_confirmation_is_compared_all_the_same(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    presses(desk, "lead", Verb.CONFIRM)
    assert draft_of(desk).state is DraftState.CONFIRMED
    heard = presses(desk, "sarah", Verb.REVIEW, "people")
    assert say.ReviewCame(Person(user="sarah")) in told(heard, "lead")
    rows = [part for one in heard if one.to == "lead" for part in one.speech.parts if isinstance(part, Row)]
    assert rows == []


def test_an_answer_that_makes_no_sense_is_no_answer(desk: Desk) -> None:
    presses(desk, "lead", Verb.ASK_COLLEAGUE, "sarah")
    presses(desk, "sarah", Verb.REVIEW, "nonsense")
    presses(desk, "sarah", Verb.REVIEW)
    assert draft_of(desk).reviews[0].lacking is None
