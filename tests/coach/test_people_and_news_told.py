"""Who leads, who takes part, which channel and which day: told in the first message, or in any answer."""

import pytest

from coach.language.reading import Language, Slot
from coach.messages.arranging import ChannelByLink, NewsComesOn, NewsIsSetLater
from coach.messages.cards import PostsTo, PostsWithOthers
from coach.usecases.call import Call
from coach.usecases.drafting import begin_pressed
from coach.usecases.naming_people import with_mentions
from coach.usecases.posting import rhythm_of
from tests.coach.desk import WORKSPACE, Desk, goal, person
from tests.coach.talk import Talk
from tests.coach.test_following import found, says
from tests.coach.test_naming_people import workplace

FR, EN = Language.FR, Language.EN
K, E, J = "<@U2>", "<@U3>", "<@U4>"
WISH = {
    FR: "améliorer le CSAT de 78 % à 82 % d'ici fin juin 2027",
    EN: "raise CSAT from 78% to 82% by end of June 2027",
}
ACTION = {FR: "une écoute par agent chaque semaine", EN: "one coached call per agent every week"}

TOLD = [
    (FR, f"moi je pilote, avec {K} {E} {J}", "U1", ("U2", "U3", "U4")),
    (FR, f"je pilote avec {K}", "U1", ("U2",)),
    (FR, f"{K} responsable, avec {E} et {J}", "U2", ("U3", "U4")),
    (FR, f"{K} est responsable avec {E}", "U2", ("U3",)),
    (FR, f"c'est moi la responsable. participants {K} et {E}", "U1", ("U2", "U3")),
    (FR, f"pilote : {K}, participants {E} {J}", "U2", ("U3", "U4")),
    (FR, f"{K} et {E}. pilote: {K}", "U2", ("U2", "U3")),
    (FR, f"{K} et {E} pilotent", "U2", ("U3",)),
    (EN, f"{K} and {E} lead, with {J}", "U2", ("U3", "U4")),
    (EN, f"I lead, with {K}, {E} and {J}", "U1", ("U2", "U3", "U4")),
    (EN, f"I'll lead it, with {K}", "U1", ("U2",)),
    (EN, f"{K} owns it, with {E} and {J}", "U2", ("U3", "U4")),
    (EN, f"owner {K}, participants {E} and {J}", "U2", ("U3", "U4")),
    (EN, f"with {K} {E}, I lead", "U1", ("U2", "U3")),
]


def at_what_for(language: Language) -> Talk:
    reach = {FR: "nos résultats passés, on a tout", EN: "our past results, and we have it all"}
    talk = Talk(WISH[language], language).says(ACTION[language], reach[language])
    assert talk.draft.asked is Slot.RELEVANCE
    return talk


@pytest.mark.parametrize(("language", "told", "owner", "people"), TOLD)
def test_who_leads_and_who_takes_part_are_heard_in_the_first_message(
    language: Language, told: str, owner: str, people: tuple[str, ...]
) -> None:
    draft = Talk(f"{WISH[language]}, {told}", language).draft
    assert (draft.owner, draft.contributors, draft.wish) == (owner, people, WISH[language])
    assert draft.asked is Slot.LEVER


@pytest.mark.parametrize(("language", "told", "owner", "people"), TOLD)
def test_an_answer_that_only_says_who_is_no_action(
    language: Language, told: str, owner: str, people: tuple[str, ...]
) -> None:
    draft = Talk(WISH[language], language).says(told).draft
    assert (draft.owner, draft.contributors, draft.lever) == (owner, people, None)


@pytest.mark.parametrize(("language", "told", "owner", "people"), TOLD)
def test_who_is_heard_beside_an_action_a_figure_and_a_reason(
    language: Language, told: str, owner: str, people: tuple[str, ...]
) -> None:
    acting = Talk(WISH[language], language).says(f"{ACTION[language]}, {told}").draft
    assert (acting.owner, acting.contributors, acting.lever) == (owner, people, ACTION[language])
    wish = "améliorer le CSAT" if language is FR else "improve CSAT"
    figure = Talk(wish, language).says(f"78 %, {told}").draft
    assert (figure.owner, figure.contributors, figure.asked) == (owner, people, Slot.TARGET)
    reason = at_what_for(language).says(f"moins de départs, {told}").draft
    assert (reason.owner, reason.contributors, reason.relevance) == (owner, people, "moins de départs")


def test_somebody_who_helps_leaves_the_action_whole() -> None:
    draft = Talk(WISH[FR]).says(f"une réunion avec {K} chaque lundi").draft
    assert (draft.lever, draft.contributors) == ("une réunion chaque lundi", ("U2",))


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        (f"améliorer le CSAT de 78 à 82 % avec l'aide de {K} d'ici juin", FR),
        (f"raise CSAT from 78 to 82% with the help of {K} by June", EN),
    ],
)
def test_somebody_whose_help_is_told_takes_part_and_is_no_action(wish: str, language: Language) -> None:
    draft = Talk(wish, language).draft
    assert (draft.owner, draft.contributors, draft.lever) == (None, ("U2",), None)


@pytest.mark.parametrize(("language", "answer"), [(FR, "moi"), (FR, "c'est moi"), (EN, "me")])
def test_me_is_who_leads_and_no_action(language: Language, answer: str) -> None:
    draft = Talk(WISH[language], language).says(answer).draft
    assert (draft.owner, draft.lever) == ("U1", None)


def test_one_person_behind_with_takes_part_in_an_answer() -> None:
    draft = Talk("améliorer le CSAT").says("78", f"85 d'ici fin juin, avec {E}").draft
    assert (draft.owner, draft.contributors) == (None, ("U3",))
    assert draft.target is not None
    assert draft.deadline is not None


def test_a_name_that_leads_is_heard_beside_a_figure() -> None:
    draft = Talk("améliorer le CSAT").says("78, karim pilote").draft
    assert (draft.owner_name, draft.asked) == ("Karim", Slot.TARGET)


@pytest.mark.parametrize(
    ("language", "answer"), [(FR, f"je ne sais pas, {K} pilote"), (EN, f"I don't know, {K} leads")]
)
def test_who_leads_is_noted_beside_a_figure_that_nobody_knows(language: Language, answer: str) -> None:
    talk = Talk("améliorer le CSAT" if language is FR else "improve CSAT", language).says(answer)
    assert talk.draft.baseline_unknown
    assert talk.draft.owner == "U2"
    assert "<@U2>" in talk.text


def test_a_mention_alone_says_whose_account_leads() -> None:
    draft = Talk("améliorer le CSAT").says("78, karim pilote").says(K).draft
    assert (draft.owner, draft.owner_name, draft.contributors) == ("U2", None, ())


@pytest.mark.parametrize(
    ("language", "action"),
    [
        (FR, "je pilote une réunion chaque lundi"),
        (FR, "publier les résultats dans #support chaque semaine"),
        (FR, "publier une astuce par semaine dans #support"),
        (FR, "un post le vendredi dans #support"),
        (EN, "I run a huddle with each agent"),
    ],
)
def test_what_somebody_does_is_no_leading_and_no_news(language: Language, action: str) -> None:
    draft = Talk(WISH[language], language).says(action).draft
    assert (draft.lever, draft.owner, draft.channel) == (action, None, None)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FR, "nouvelles dans <#C7|support>"),
        (FR, "salon <#C7|support>"),
        (FR, f"{K} responsable, avec {E}, nouvelles dans <#C7|support>"),
        (FR, f"pilote {K} avec {E} et {J} nouvelles dans <#C7|support> svp"),
        (EN, "news in <#C7|support>, please"),
        (EN, f"{K} leads with {E}, channel: <#C7|support>"),
    ],
)
def test_a_channel_is_where_the_news_goes_and_no_scope(language: Language, told: str) -> None:
    for talk in (
        Talk(f"{WISH[language]}, {told}", language),
        Talk(WISH[language], language).says(f"{ACTION[language]}, {told}"),
        at_what_for(language).says(f"moins de départs. {told}"),
    ):
        assert (talk.draft.channel, talk.draft.scope) == ("C7", None)


@pytest.mark.parametrize(("language", "told"), [(FR, "salon #support"), (EN, "news in #support")])
def test_a_channel_that_is_no_link_is_asked_for_and_no_scope(language: Language, told: str) -> None:
    talk = Talk(f"{WISH[language]}, {told}", language)
    assert talk.heard(ChannelByLink).channel == "#support"
    assert talk.draft.scope is None
    assert talk.says("<#C7|support>").draft.channel == "C7"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FR, "Et le post dans le salon c'est le vendredi"),
        (FR, "On poste le vendredi à 10 h"),
        (EN, "Post on Fridays"),
        (EN, "And the post in the channel should be on Friday"),
    ],
)
def test_a_remark_about_the_posts_is_no_part_of_the_reason(language: Language, told: str) -> None:
    talk = at_what_for(language).says(f"moins de clients qui partent. {told}")
    assert talk.draft.relevance == "moins de clients qui partent"
    assert talk.draft.post_weekday == 4
    assert talk.heard(NewsComesOn).weekday == 4


@pytest.mark.parametrize(
    ("language", "told"), [(FR, "Et le salon on verra plus tard"), (EN, "The posts we will see later")]
)
def test_a_word_of_the_channel_that_says_nothing_yet_is_not_published(language: Language, told: str) -> None:
    talk = at_what_for(language).says(f"moins de clients qui partent. {told}")
    assert talk.draft.relevance == "moins de clients qui partent"
    assert talk.hears(NewsIsSetLater)


def confirmed(desk: Desk) -> list[object]:
    turns = (
        WISH[FR] + ", nouvelles dans <#C7|support> le vendredi",
        ACTION[FR],
        "nos résultats passés, on a tout",
        "moins de clients qui partent",
        "400 réponses par mois",
        "confirmer",
    )
    heard: list[object] = []
    for text in turns:
        heard = list(says(desk, text))
        if found(heard, PostsTo) or found(heard, PostsWithOthers):
            break
    return heard


def test_the_channel_has_its_posts_on_the_day_that_was_told() -> None:
    desk = Desk(goal(channel="C1"), (person("lead"),))
    told = found(confirmed(desk), PostsTo)
    assert isinstance(told, PostsTo)
    assert told.weekday == 4
    with desk.memory.open_uow() as uow:
        rhythm = uow.posts.rhythm(WORKSPACE, "C7")
    assert rhythm is not None
    assert rhythm.weekday == 4


def test_a_channel_that_other_goals_post_to_keeps_its_day_and_that_is_said() -> None:
    desk = Desk(goal(channel="C7"), (person("lead"),))

    def had_one(call: Call) -> None:
        rhythm = rhythm_of(call.uow, call.uow.goals.of_channel(WORKSPACE, "C7")[0], call.person)
        call.uow.posts.set_rhythm(rhythm.model_copy(update={"weekday": 1}))

    desk.does("lead", had_one)
    told = found(confirmed(desk), PostsWithOthers)
    assert isinstance(told, PostsWithOthers)
    assert told.weekday == 1


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        (
            f"ameliorer le FCR, on est vers 62%, viser 70 pr le 30/04, {K} responsable, avec {E} (qualité)",
            FR,
        ),
        (f"improve FCR, we are at 62%, reach 70 by 30 April, {K} owns it, with {E} (quality)", EN),
    ],
)
def test_an_aim_with_no_metric_of_its_own_is_the_target_of_the_goal(wish: str, language: Language) -> None:
    draft = Talk(wish, language).draft
    assert draft.parts == ()
    assert draft.target is not None
    assert draft.target.value == 70
    assert draft.owner == "U2"


@pytest.mark.parametrize(
    ("language", "told"),
    [(FR, "Le post du salon, c'est le vendredi"), (EN, "The news goes to <#C7|support> on Fridays")],
)
def test_the_day_of_the_posts_is_no_part_of_the_action(language: Language, told: str) -> None:
    talk = Talk(WISH[language], language).says(f"{ACTION[language]}. {told}")
    assert (talk.draft.lever, talk.draft.post_weekday) == (ACTION[language], 4)


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        (FR, "les nouvelles recrues apprennent plus vite. Les clients restent"),
        (EN, "our news readers stay. The channel costs us less"),
    ],
)
def test_a_reason_of_two_sentences_stays_whole(language: Language, reason: str) -> None:
    assert at_what_for(language).says(reason).draft.relevance == reason


def test_a_wish_with_people_in_it_that_is_pressed_twice_is_one_goal() -> None:
    desk = Desk(goal(), (person("lead"),))
    for _ in range(2):
        desk.does("lead", lambda call: begin_pressed(call, f"{WISH[FR]}, {K} responsable, avec {E} et {J}"))
    with desk.memory.open_uow() as uow:
        assert len(uow.drafts.open_of(WORKSPACE, "lead")) == 1


TWO = {FR: f"améliorer le CSAT et réduire la DMT de 30 s, {K}", EN: f"improve CSAT and cut AHT by 30 s, {K}"}


@pytest.mark.parametrize("language", [FR, EN])
def test_what_stands_on_a_button_has_no_mark_of_an_account(language: Language) -> None:
    talk = Talk(TWO[language], language)
    assert len(talk.draft.parts) == 2
    assert "<@" not in talk.text


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (FR, "non c'est un seul objectif"),
        (FR, "un seul objectif"),
        (EN, "no, it's one goal"),
        (EN, "it's the same goal"),
    ],
)
def test_two_goals_are_one_where_somebody_says_so(language: Language, answer: str) -> None:
    talk = Talk(TWO[language], language).says(answer)
    assert talk.draft.parts == ()
    assert talk.draft.later == ()
    assert talk.draft.asked is not Slot.PART


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("78, karim pilote", "78, <@karim> pilote"),
        ("karim benali responsable, avec Agent", "<@karim> responsable, avec <@agent>"),
        ("pilote: karim", "pilote: <@karim>"),
        ("owner is Karim Benali", "owner is <@karim>"),
        ("karim s'en occupe", "<@karim> s'en occupe"),
        ("Karim pilote la réunion", "Karim pilote la réunion"),
    ],
)
def test_a_known_name_that_leads_is_a_mention(text: str, read: str) -> None:
    made: list[str] = []

    def named(call: Call) -> None:
        made.append(with_mentions(call, text)[0])

    workplace().does("lead", named)
    assert made == [read]
