"""Who has not answered, when the lead asks: for their goals, and for them alone."""

from datetime import timedelta

import pytest

from coach.language.reading import Language
from coach.messages import home
from coach.messages import unanswered as say
from coach.messages.base import Message, Person
from coach.usecases import conversation
from tests.coach.desk import MONDAY, Desk, goal, person
from tests.coach.posts import found

FR, EN = Language.FR, Language.EN
ASKED = MONDAY + timedelta(days=7, hours=1)
EMMA, JAMES = Person(user="emma"), Person(user="james")
QUESTIONS = [
    ("qui n'a pas répondu ?", FR),
    ("qui n’a pas encore répondu cette semaine\N{NO-BREAK SPACE}?", FR),
    ("qui est en retard ?", FR),
    ("who hasn't answered?", EN),
    ("who has not replied on CSAT yet?", EN),
    ("who is late?", EN),
]


def desk_in(language: Language, *team: str) -> Desk:
    people = tuple(person(user, language) for user in ("lead", "emma", "james"))
    return Desk(goal(contributors=team), people)


def says(desk: Desk, text: str, user: str = "lead") -> list[Message]:
    return desk.does(user, lambda call: conversation.hear(call, text))


@pytest.mark.parametrize(("text", "language"), QUESTIONS)
def test_those_without_an_answer_are_named_in_the_words_of_the_overview(
    text: str, language: Language
) -> None:
    desk = desk_in(language, "emma", "james")
    desk.goes_to(ASKED)
    says(desk, "1", "james")
    desk.goes_to(ASKED + timedelta(days=1))
    desk.news()
    assert found(says(desk, text), home.HomeNoAnswer) == [home.HomeNoAnswer(1, (EMMA,))]


@pytest.mark.parametrize(("text", "language"), QUESTIONS)
def test_on_the_day_itself_the_question_is_open_still(text: str, language: Language) -> None:
    desk = desk_in(language, "emma", "james")
    desk.goes_to(ASKED)
    desk.news()
    heard = says(desk, text)
    assert found(heard, say.AskedToday) == [say.AskedToday(2, (EMMA, JAMES))]
    assert not found(heard, home.HomeNoAnswer)


def test_where_nobody_is_left_that_is_said() -> None:
    desk = desk_in(FR, "emma")
    assert says(desk, "qui n'a pas répondu ?") == [say.NothingAskedYet()]
    desk.goes_to(ASKED)
    says(desk, "1", "emma")
    assert says(desk, "qui n'a pas répondu ?") == [say.EverybodyAnswered()]
    alone = desk_in(FR)
    assert says(alone, "qui n'a pas répondu ?") == [say.NobodyElseIsAsked()]


def test_who_takes_part_is_not_told_who_answered() -> None:
    desk = desk_in(FR, "emma", "james")
    desk.goes_to(ASKED)
    desk.news()
    assert says(desk, "qui n'a pas répondu ?", "emma") == [say.OnlyLeadsSeeAnswers()]


def test_beside_a_goal_in_the_making_it_is_no_answer() -> None:
    desk = desk_in(FR, "emma")
    says(desk, "réduire le taux d'abandon de 12 à 8 % d'ici fin juin")
    assert found(says(desk, "qui n'a pas répondu ?"), say.NothingAskedYet)
