"""People who are named to take part, by mention or by name: in a wish, in an action, on the card, later."""

import pytest

from coach.language.reading import Language, Slot
from coach.messages.arranging import NewsGoesTo, OwnerByMention, PeopleByMention, TakingPart
from coach.messages.base import Person
from coach.messages.replanning import LeaveNow
from coach.usecases import conversation
from coach.usecases.call import Call
from coach.usecases.naming_people import with_mentions
from tests.bad_input.goals import a_card as a_card_on_stage
from tests.coach.desk import Desk, goal, person
from tests.coach.talk import Talk
from tests.coach.test_arranging import a_card
from tests.coach.test_following import found, says
from tests.stage import Stage

KARIM, EMMA = Person(user="U2"), Person(user="U3")


def asked_for_an_action() -> Talk:
    talk = Talk("améliorer le CSAT de 78 % à 82 % d'ici fin juin 2027")
    for _ in range(9):
        if talk.draft.asked is Slot.LEVER:
            return talk
        talk.says(
            "400" if talk.draft.asked is Slot.ANSWERS else "moi" if talk.draft.asked is Slot.OWNER else "?"
        )
    raise AssertionError(talk.draft.asked)


@pytest.mark.parametrize(
    "text",
    [
        "deux écoutes par semaine avec <@U2> et <@U3>",
        "avec <@U2> et <@U3>, deux écoutes par semaine",
        "deux écoutes par semaine, avec l'aide de <@U2> et <@U3>",
        "deux écoutes par semaine with <@U2> and <@U3>",
    ],
)
def test_those_who_help_with_an_action_take_part_and_leave_its_words_whole(text: str) -> None:
    talk = asked_for_an_action().says(text)
    assert talk.draft.lever == "deux écoutes par semaine"
    assert talk.draft.contributors == ("U2", "U3")
    assert talk.heard(TakingPart).people == (KARIM, EMMA)


def test_names_that_nobody_knows_leave_an_action_whole_and_are_asked_about() -> None:
    talk = asked_for_an_action().says("deux écoutes par semaine avec Karim et Emma")
    assert talk.draft.lever == "deux écoutes par semaine"
    assert talk.heard(PeopleByMention).names == "Karim et Emma"
    assert talk.draft.contributors == ()


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("améliorer le CSAT de 78 % à 82 % avec <@U2> et <@U3> en rappelant les clients", Language.FR),
        ("raise CSAT from 78% to 82% by calling back customers with <@U2> and <@U3>", Language.EN),
    ],
)
def test_several_people_in_a_wish_take_part_and_none_of_them_leads(wish: str, language: Language) -> None:
    talk = Talk(wish, language)
    assert talk.draft.contributors == ("U2", "U3")
    assert (talk.draft.owner, talk.draft.owner_name) == (None, None)
    assert talk.draft.lever
    assert "@" not in talk.draft.lever + talk.draft.wish


@pytest.mark.parametrize("wish", ["améliorer le CSAT avec Karim et Emma", "improve CSAT with Karim and Emma"])
def test_several_names_in_a_wish_are_asked_about_and_no_owner(wish: str) -> None:
    talk = Talk(wish)
    assert talk.hears(PeopleByMention)
    assert talk.draft.owner_name is None


@pytest.mark.parametrize(
    "text",
    [
        "ajoute Karim comme participant",
        "avec Karim et Emma",
        "add Karim and Emma",
        "with Karim and Emma",
        "Karim and Emma take part",
        "retire Emma",
        "remove Emma Tremblay",
        "ajoute <@U2> et Zoé",
    ],
)
def test_names_on_the_card_are_asked_about_in_one_sentence(text: str) -> None:
    talk = a_card().says(text)
    assert talk.hears(PeopleByMention)
    assert talk.draft.owner_name is None
    assert talk.is_ready


def test_whoever_is_mentioned_beside_an_unknown_name_takes_part_all_the_same() -> None:
    talk = a_card().says("ajoute <@U2> et Zoé")
    assert talk.draft.contributors == ("U2",)
    assert talk.heard(PeopleByMention).names == "Zoé"


def test_people_and_channel_in_one_line_are_both_heard() -> None:
    talk = a_card().says("<@U2> et <@U3> participent, et donne des nouvelles dans <#C7|service-client>")
    assert (talk.draft.contributors, talk.draft.channel) == (("U2", "U3"), "C7")
    assert talk.hears(NewsGoesTo)


@pytest.mark.parametrize("text", ["ajoute <@U2> comme participant", "add <@U2> as a contributor"])
def test_somebody_is_added_as_what_they_will_be(text: str) -> None:
    talk = a_card().says(text)
    assert talk.draft.contributors == ("U2",)
    assert talk.heard(TakingPart).people == (KARIM,)


def workplace() -> Desk:
    people = [person("lead"), person("agent"), person("karim"), person("emma"), person("emma2")]
    names = {"karim": "Karim Benali", "emma": "Emma Tremblay", "emma2": "Emma Roy"}
    named = [one.model_copy(update={"name": names.get(one.user, one.name)}) for one in people]
    return Desk(goal(contributors=("agent", "karim", "emma", "emma2")), tuple(named))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ajoute Karim", "ajoute <@karim>"),
        ("ajoute karim comme participant", "ajoute <@karim> comme participant"),
        ("avec Karim Benali et Emma Tremblay", "avec <@karim> et <@emma>"),
        ("Karim et Emma participent", "<@karim> et Emma participent"),
        ("retire Emma Roy", "retire <@emma2>"),
        ("participants : Karim, Zoé", "participants : <@karim>, Zoé"),
        ("Karim dit que l'attente monte", "Karim dit que l'attente monte"),
        ("améliorer le CSAT avec Karim", "améliorer le CSAT avec <@karim>"),
        ("améliorer le CSAT avec Karim Martin", "améliorer le CSAT avec Karim Martin"),
        ("raise CSAT w/ Karim, Lead and Emma", "raise CSAT w/ <@karim>, <@lead> and Emma"),
        ("karim lead n agent take part", "<@karim>, <@lead> n <@agent> take part"),
        ("karim emma n agent take part", "<@karim>, Emma n <@agent> take part"),
        ("and karim + agent too", "and <@karim> + <@agent> too"),
        (
            "participants karim lead et agent, les nouvelles ici",
            "participants <@karim>, <@lead> et <@agent>, les nouvelles ici",
        ),
        ("26 feb. Karim owns it", "26 feb. <@karim> owns it"),
        ("led by Karim Benali", "led by <@karim>"),
        ("responsable : Karim", "responsable : <@karim>"),
        ("responsable : Emma", "responsable : Emma"),
        ("owned by Karim Martin", "owned by Karim Martin"),
        (
            "le responsable c'est Karim, et Agent participe",
            "le responsable c'est <@karim>, et <@agent> participe",
        ),
        ("avec les agents", "avec les agents"),
    ],
)
def test_a_name_that_is_known_once_is_a_mention_where_people_are_named(text: str, read: str) -> None:
    made: list[str] = []

    def named(call: Call) -> None:
        made.append(with_mentions(call, text)[0])

    workplace().does("lead", named)
    assert made == [read]


def test_a_name_said_of_a_goal_under_way_is_asked_about() -> None:
    assert found(says(workplace(), "retire Emma"), PeopleByMention)


def test_somebody_known_leaves_a_goal_under_way_by_name() -> None:
    desk = workplace()

    def hears(call: Call) -> None:
        conversation.hear(call, with_mentions(call, "retire Karim")[0])

    assert found(desk.does("lead", hears), LeaveNow)


def test_those_in_the_channel_of_the_news_are_known_by_name(stage: Stage) -> None:
    a_card_on_stage(stage)
    heard = stage.says("Claire", "Karim et Emma participent, et donne des nouvelles dans #service-client")
    assert "Y participent : @Karim Benali et @Emma Tremblay" in heard.replace("\N{NO-BREAK SPACE}", " ")
    assert "De qui" not in heard


@pytest.mark.parametrize(
    "text", ["le responsable c'est <@U2>, et <@U3> participe", "owner is <@U2>, and <@U3> takes part"]
)
def test_who_leads_is_no_participant_beside_somebody_who_takes_part(text: str) -> None:
    talk = a_card().says(text)
    assert (talk.draft.owner, talk.draft.contributors) == ("U2", ("U3",))


@pytest.mark.parametrize("text", ["responsable : moi", "owner: me", "le responsable est moi"])
def test_i_lead_it_myself_in_two_words(text: str) -> None:
    talk = a_card().says("led by Karim").says(text)
    assert (talk.draft.owner, talk.draft.owner_name) == ("U1", None)


@pytest.mark.parametrize("text", ["responsable : Karim", "led by James Wright"])
def test_a_name_that_leads_and_nobody_knows_is_asked_about_once(text: str) -> None:
    talk = a_card().says(text)
    assert talk.heard(OwnerByMention).name == talk.draft.owner_name
    assert not talk.says("news in <#C7|support>").hears(OwnerByMention)


def test_several_people_in_any_answer_take_part_and_none_of_them_leads() -> None:
    talk = Talk("améliorer le CSAT de 78 % à 82 %").says("d'ici fin juin 2027 avec <@U2> et <@U3>")
    assert (talk.draft.owner, talk.draft.contributors) == (None, ("U2", "U3"))
    assert talk.draft.deadline is not None


@pytest.mark.parametrize(
    "text", ["<@U2> <@U3> n <@U4> take part", "and <@U2>, <@U3> + <@U4> too", "w/ <@U2>, <@U3> & <@U4>"]
)
def test_people_are_joined_in_many_ways(text: str) -> None:
    assert a_card().says(text).draft.contributors == ("U2", "U3", "U4")


def test_what_is_in_the_list_beside_those_known_by_name_is_left_to_be_asked_about(stage: Stage) -> None:
    a_card_on_stage(stage)
    heard = stage.says("Claire", "participants karim emma, les nouvelles dans #service-client")
    assert "Y participent : @Karim Benali et @Emma Tremblay" in heard.replace("\N{NO-BREAK SPACE}", " ")
    assert "De qui" not in heard
