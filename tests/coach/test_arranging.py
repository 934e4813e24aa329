"""The card answered in words: who takes part, which channel gets the news, when to ask."""

from datetime import time

import pytest

from coach.language.arrangements import Dropped, read_arrangements
from coach.language.reading import Language
from coach.messages.arranging import ChannelByLink, LeftOut, NewsGoesTo, PeopleByMention, TakingPart
from coach.messages.base import Channel, Person
from coach.messages.dialogue import WhatToChange
from coach.messages.replanning import CheckInChanged
from tests.coach.desk import percent
from tests.coach.talk import Talk

WHOLE = (
    "raise CSAT from 78% to 82% by 30 June 2027 for #support by calling back every unhappy customer "
    "because customers leave, 400 answers a month"
)


def a_card() -> Talk:
    talk = Talk(WHOLE, Language.EN).says("trade standard, we have it all", "me")
    assert talk.is_ready, talk.text
    return talk


def test_people_channel_and_check_in_said_in_one_line_are_all_taken() -> None:
    talk = a_card().says("contributors <@U2> and <@U3>, channel <#C7|support>, check-in on Tuesday at 10")
    assert talk.is_ready
    assert talk.draft.contributors == ("U2", "U3")
    assert talk.draft.channel == "C7"
    assert (talk.draft.check_in.weekday, talk.draft.check_in.at) == (1, time(10))
    assert talk.draft.check_in.chosen
    assert talk.hears(TakingPart)
    assert talk.hears(CheckInChanged)
    assert talk.heard(NewsGoesTo).channel == Channel("C7")


def test_an_hour_on_the_card_is_no_target() -> None:
    talk = a_card().says("check-in on Monday at 10")
    assert talk.draft.target is not None
    assert talk.draft.target == percent(82)


def test_names_without_a_mention_lose_nothing_and_say_how() -> None:
    before = a_card()
    draft = before.draft
    talk = before.says("contributors James and Emma, channel #support, check-in on Monday at 10")
    assert talk.heard(PeopleByMention).names == "James and Emma"
    assert talk.heard(ChannelByLink).channel == "#support"
    assert talk.draft.scope == draft.scope
    assert talk.draft.target == draft.target
    assert talk.is_ready


def test_somebody_joins_and_somebody_leaves() -> None:
    talk = a_card().says("avec <@U2> et <@U3>").says("ajoutez <@U4>").says("sans <@U2>")
    assert talk.draft.contributors == ("U3", "U4")
    assert talk.heard(TakingPart).people == (Person(user="U3"), Person(user="U4"))


@pytest.mark.parametrize(
    "text",
    ["demande nous le mardi a 10h plutot", "mets le point le mardi 10h", "ask us on Tuesdays at 10 instead"],
)
def test_the_check_in_is_moved_and_nothing_more_is_asked(text: str) -> None:
    talk = a_card().says(text)
    assert (talk.draft.check_in.weekday, talk.draft.check_in.at) == (1, time(10))
    assert not talk.hears(WhatToChange)


@pytest.mark.parametrize("text", ["remove the scope", "enlevez le périmètre"])
def test_the_scope_can_be_taken_off(text: str) -> None:
    talk = a_card()
    assert talk.draft.scope
    assert talk.says(text).draft.scope is None
    assert talk.heard(LeftOut).what is Dropped.SCOPE


def test_a_target_said_beside_it_is_taken_too() -> None:
    talk = a_card().says("rather 84%, and check-in every Thursday at 9:30am")
    assert talk.draft.target is not None
    assert talk.draft.target.value == 84
    assert (talk.draft.check_in.weekday, talk.draft.check_in.at) == (3, time(9, 30))


def test_what_is_no_arrangement_goes_on_as_before() -> None:
    assert a_card().says("hmm").hears(WhatToChange)


@pytest.mark.parametrize(
    "text",
    [
        "plutôt 82 %",
        "fin mars",
        "monday",
        "avant lundi",
        "deadline Monday at noon",
        "relire deux réponses avec Karim le mardi",
        "the point is to get to 82 by June",
        "from 78 to 82 for #support",
        "le point de départ est 78 %",
        "le point de départ est mardi",
        "rappelle-moi mardi",
        "remind me on Tuesday",
        "on a fait le point avec Karim lundi à 10 h",
    ],
)
def test_sentences_about_the_goal_itself_are_left_alone(text: str) -> None:
    found, rest = read_arrangements(text)
    assert found == type(found)()
    assert rest == text


@pytest.mark.parametrize(
    ("text", "weekday", "at"),
    [
        ("le lundi à 10 h", 0, time(10)),
        ("demandez-moi le jeudi", 3, None),
        ("rappels à 14h30", None, time(14, 30)),
        ("ask me every Friday at 3pm", 4, time(15)),
        ("Check-in: Wednesday", 2, None),
        ("demande nous le mardi a 10h plutot", 1, time(10)),
        ("mets le point le mercredi 14h", 2, time(14)),
        ("peux-tu déplacer le point au jeudi ?", 3, None),
        ("ask us on Tuesdays at 10 instead", 1, time(10)),
        ("rappelle-moi le mardi à 10 h", 1, time(10)),
        ("remind us on Tuesdays at 10", 1, time(10)),
        ("please move our check-in to Tuesday 10am", 1, time(10)),
    ],
)
def test_when_to_ask_is_read_in_both_languages(text: str, weekday: int | None, at: time | None) -> None:
    found, rest = read_arrangements(text)
    assert (found.weekday, found.at, rest) == (weekday, at, "")
