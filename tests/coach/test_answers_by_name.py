"""An answer goes where it belongs, whatever question waits: it has a name, or takes something back."""

import pytest

from coach.language.reading import Language, Resource, Slot
from coach.messages import asking
from coach.messages import dialogue as say
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk

EN, FR = Language.EN, Language.FR


def at_the_action(language: Language) -> Talk:
    if language is EN:
        return Talk("fewer call transfers", EN).says("25% today, 15% by end of June")
    return Talk("moins de transferts d'appels", FR).says("25 % aujourd'hui, 15 % fin juin")


def at_the_purpose(language: Language) -> Talk:
    talk = at_the_action(language)
    if language is EN:
        return talk.says("weekly call review", "our own history, we have it all")
    return talk.says("une écoute par semaine", "nos chiffres, on a tout")


def at_the_card(language: Language) -> Talk:
    return at_the_purpose(language).says(
        "happier customers" if language is EN else "des clients qui ne répètent plus"
    )


@pytest.mark.parametrize("language", [EN, FR])
@pytest.mark.parametrize("text", ["15", "15 %", "15%"])
def test_a_figure_alone_is_no_action(text: str, language: Language) -> None:
    talk = at_the_action(language).says(text)
    assert talk.hears(asking.NotUnderstood)
    assert (talk.draft.asked, talk.draft.lever) == (Slot.LEVER, None)


def test_a_figure_alone_is_no_purpose() -> None:
    talk = at_the_purpose(EN).says("15%")
    assert (talk.draft.asked, talk.draft.relevance) == (Slot.RELEVANCE, None)


@pytest.mark.parametrize(
    ("text", "lever", "language"),
    [
        ("the target is 12%, and the action is: side-by-side coaching", "side-by-side coaching", EN),
        ("the action is: side-by-side coaching and the target is 12%", "side-by-side coaching", EN),
        ("la cible est 12 %, et l'action : deux écoutes par semaine", "deux écoutes par semaine", FR),
    ],
)
def test_what_is_named_is_taken_where_it_belongs_and_the_question_is_put_again(
    text: str, lever: str, language: Language
) -> None:
    talk = at_the_action(language).says("weekly calls" if language is EN else "une écoute")
    assert talk.draft.asked is Slot.ORIGIN
    talk.says(text)
    assert talk.draft.lever == lever
    assert talk.draft.target == Quantity(value=12, unit=Unit.PERCENT)
    assert (talk.draft.asked, talk.draft.lacking, talk.draft.origin) == (Slot.ORIGIN, None, None)


def test_the_rest_still_answers_what_was_asked() -> None:
    talk = at_the_action(EN).says("weekly call review; the purpose is happier customers")
    assert (talk.draft.lever, talk.draft.relevance) == ("weekly call review", "happier customers")
    talk.says("our own history, we have it all")
    assert talk.is_ready


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no the team is short of 2 people", EN),
        ("actually, we lack people", EN),
        ("non, il nous manque deux personnes", FR),
    ],
)
def test_what_is_lacking_after_all_is_no_purpose(text: str, language: Language) -> None:
    for talk in (at_the_purpose(language), at_the_card(language)):
        purpose, asked = talk.draft.relevance, talk.draft.asked
        talk.says(text)
        assert talk.draft.lacking == frozenset({Resource.PEOPLE})
        assert (talk.draft.relevance, talk.draft.asked) == (purpose, asked)


def test_a_purpose_may_speak_of_people() -> None:
    talk = at_the_purpose(EN).says("because we are short of people and calls come back")
    assert talk.draft.relevance is not None
    assert talk.draft.lacking == frozenset()


def test_a_thing_that_is_only_named_does_not_say_that_all_is_there() -> None:
    talk = at_the_action(EN).says("weekly call review", "our own history", "coaching")
    assert (talk.draft.asked, talk.draft.lacking) == (Slot.RESOURCES, None)


@pytest.mark.parametrize(
    ("text", "lever", "language"),
    [
        ("change the action to weekly coaching", "weekly coaching", EN),
        ("the action should be weekly coaching", "weekly coaching", EN),
        ("action: weekly coaching", "weekly coaching", EN),
        ("remplacez l'action par une formation par mois", "une formation par mois", FR),
        ("changer l'action en : une formation par mois", "une formation par mois", FR),
    ],
)
def test_the_action_on_the_card_is_changed_by_its_name(text: str, lever: str, language: Language) -> None:
    talk = at_the_card(language).says(text)
    assert talk.draft.lever == lever
    assert talk.is_ready


@pytest.mark.parametrize(
    ("text", "purpose", "language"),
    [
        ("change the purpose to keeping customers", "keeping customers", EN),
        ("la finalité est de garder nos clients", "garder nos clients", FR),
    ],
)
def test_so_is_the_purpose(text: str, purpose: str, language: Language) -> None:
    talk = at_the_card(language).says(text)
    assert talk.draft.relevance == purpose
    assert talk.draft.guard is None


def test_a_card_never_comes_back_unchanged_without_a_word() -> None:
    talk = at_the_card(EN).says("make the coaching weekly")
    assert talk.hears(say.WhatToChange)
