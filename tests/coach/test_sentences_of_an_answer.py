"""Each sentence of an answer is read for itself: what plainly is something else goes where it belongs."""

from decimal import Decimal

import pytest

from coach.language.reading import Language, Origin, Resource, Slot
from coach.quantity import Quantity, Unit
from coach.speech import Verb
from tests.coach.talk import Talk

FR, EN = Language.FR, Language.EN
WISH = {
    FR: "réduire la DMT de 8 min à 7 min d’ici fin mars",
    EN: "cut AHT from 8 min to 7 min by end of March",
}
ACTION = {FR: "une fiche par motif", EN: "one tip sheet per reason"}
REACH = {FR: "estimation, on a tout", EN: "a guess, all there"}


def at_the_action(language: Language) -> Talk:
    talk = Talk(WISH[language], language)
    assert talk.draft.asked is Slot.LEVER
    return talk


def at_what_for(language: Language) -> Talk:
    talk = at_the_action(language).says(ACTION[language], REACH[language])
    assert talk.draft.asked is Slot.RELEVANCE
    return talk


@pytest.mark.parametrize(
    ("language", "besides"),
    [
        (FR, "c Karim qui s'en occupe"),
        (FR, "c'est karim qui pilote"),
        (FR, "responsable Karim"),
        (EN, "Karim leads it"),
        (EN, "karim is the one who leads it"),
        (EN, "owner: Karim"),
    ],
)
def test_who_leads_is_no_part_of_the_action(language: Language, besides: str) -> None:
    draft = at_the_action(language).says(f"{ACTION[language]}, {besides}").draft
    assert (draft.lever, draft.owner_name) == (ACTION[language], "Karim")


@pytest.mark.parametrize(
    ("language", "besides", "origin"),
    [
        (FR, "le chiffre vient de l’enquête à chaud dans Zendesk", Origin.HISTORY),
        (FR, "la cible vient de la direction", Origin.REQUEST),
        (EN, "8m20 was last month avg from our own reports", Origin.HISTORY),
        (EN, "the target comes from the client contract", Origin.REQUEST),
    ],
)
def test_where_the_figure_is_from_is_no_part_of_the_action(
    language: Language, besides: str, origin: Origin
) -> None:
    draft = at_the_action(language).says(f"{ACTION[language]}, {besides}").draft
    assert (draft.lever, draft.origin) == (ACTION[language], origin)


@pytest.mark.parametrize(
    ("language", "besides"),
    [(FR, "on a déjà tout le monde"), (FR, "il ne manque personne"), (EN, "we've everything we need")],
)
def test_that_all_is_there_is_no_part_of_the_action(language: Language, besides: str) -> None:
    draft = at_the_action(language).says(f"{ACTION[language]}, {besides}").draft
    assert (draft.lever, draft.lacking) == (ACTION[language], frozenset())


@pytest.mark.parametrize(
    ("language", "besides"),
    [(FR, "ah et mets plutôt 6 min 30 comme cible"), (EN, "oh and make the target 6 min 30 instead")],
)
def test_another_aim_beside_an_answer_is_taken(language: Language, besides: str) -> None:
    level = Quantity(value=Decimal("6.5"), unit=Unit.MINUTES)
    draft = at_the_action(language).says(f"{ACTION[language]}, {besides}").draft
    assert (draft.lever, draft.target) == (ACTION[language], level)
    talk = at_the_action(language).says(ACTION[language], f"{REACH[language]}. {besides}")
    assert (talk.draft.target, talk.draft.asked) == (level, Slot.RELEVANCE)


def test_the_action_told_where_it_comes_from_asks_for_nobody() -> None:
    talk = at_the_action(FR).says("une écoute")
    talk.says(
        "c'est un repere du metier et oui on a tout."
        " l'action c juste 2 ecoutes par agent par semaine, responsable Karim"
    )
    draft = talk.draft
    assert (draft.origin, draft.lacking, draft.owner_name) == (Origin.STANDARD, frozenset(), "Karim")
    assert draft.lever == "2 ecoutes par agent par semaine"


def test_what_it_serves_is_kept_beside_where_the_figure_is_from() -> None:
    talk = at_the_action(FR).says(
        ACTION[FR], "estimation perso, on a tout. ca sert a financer un poste de plus"
    )
    assert talk.draft.relevance == "financer un poste de plus"


@pytest.mark.parametrize(
    ("language", "purpose", "people"),
    [
        (FR, "plus de confort", "<@U2> et <@U3> participent, canal <#C1|support>"),
        (EN, "more revenue per contact", "<@U2> and <@U3> take part, post it in <#C1|support>"),
    ],
)
def test_who_takes_part_and_the_channel_are_no_part_of_the_purpose(
    language: Language, purpose: str, people: str
) -> None:
    draft = at_what_for(language).says(f"{purpose}. {people}").draft
    assert (draft.relevance, draft.contributors, draft.channel) == (purpose, ("U2", "U3"), "C1")


@pytest.mark.parametrize(
    ("language", "short", "text"),
    [
        (FR, "estimation, il nous manque des gens", "il manque personne en fait"),
        (FR, "estimation, il nous manque des gens", "on a deja tout le monde, rien a obtenir"),
        (EN, "a guess, we are short of people", "actually nobody is missing"),
    ],
)
def test_what_was_lacking_is_taken_back_on_the_card(language: Language, short: str, text: str) -> None:
    talk = at_the_action(language).says(ACTION[language], short, "le confort des clients")
    assert talk.draft.lacking == frozenset({Resource.PEOPLE})
    assert talk.is_ready
    assert talk.says(text).draft.lacking == frozenset()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "appeler les clients, relire leur objectif chaque semaine"),
        (FR, "chaque agent qui pilote une file note ses motifs"),
        (EN, "ask customers, share what comes from the survey every week"),
        (EN, "each advisor who leads a queue notes its reasons"),
    ],
)
def test_an_action_that_only_sounds_like_it_stays_whole(language: Language, text: str) -> None:
    draft = at_the_action(language).says(text).draft
    assert (draft.lever, draft.owner_name, draft.origin) == (text, None, None)


def test_a_change_on_the_card_shows_the_card_though_the_rest_was_not_understood() -> None:
    talk = at_what_for(EN).says("comfort")
    talk.says("<@U2> and <@U3> take part, blue blue")
    assert talk.draft.contributors == ("U2", "U3")
    assert talk.outcome.speech is not None
    verbs = {one.verb for part in talk.outcome.speech.parts for one in getattr(part, "elements", ())}
    assert Verb.CONFIRM in verbs


@pytest.mark.parametrize(
    ("language", "date", "lever"),
    [
        (FR, "fin mars", "chaque agent propose une écoute par semaine"),
        (FR, "avant le 31 mars", "deux écoutes par agent chaque semaine"),
        (EN, "by 31 March", "each agent offers it on 5 calls a day"),
    ],
)
def test_an_action_beside_the_date_is_kept(language: Language, date: str, lever: str) -> None:
    wish = "passer le CSAT de 78 % à 85 %" if language is FR else "CSAT from 78% to 85%"
    talk = Talk(wish, language)
    assert talk.draft.asked is Slot.DEADLINE
    talk.says(f"{date}, {lever}")
    assert talk.draft.deadline is not None
    assert talk.draft.lever == lever
    assert (talk.draft.baseline, talk.draft.target) == (percent(78), percent(85))


@pytest.mark.parametrize(
    "text", ["85 %, deux écoutes par agent chaque semaine", "85%, 2 calls per agent per week"]
)
def test_an_action_beside_a_level_is_kept(text: str) -> None:
    talk = Talk("améliorer le CSAT").says("78 %")
    assert talk.draft.asked is Slot.TARGET
    talk.says(text)
    assert talk.draft.target == percent(85)
    assert talk.draft.lever


def percent(level: int) -> Quantity:
    return Quantity(value=Decimal(level), unit=Unit.PERCENT)
