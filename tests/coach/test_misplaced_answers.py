"""An answer that plainly fits another question is taken there, and what was asked is asked once more."""

import pytest

from coach.language.reading import Language, Origin, Resource, Slot
from coach.messages.asking import NotUnderstood
from coach.metrics import MetricKey
from tests.coach.talk import Talk

FR = ("6 min", "5 min", "fin juin")
EN = ("6 min", "5 min", "end of June")
SHEET_FR, SHEET_EN = "une fiche par motif", "one tip sheet per reason"


def at_the_action(language: Language) -> Talk:
    wish, answers = ("réduire la DMT", FR) if language is Language.FR else ("reduce AHT", EN)
    talk = Talk(wish).says(*answers)
    assert talk.draft.asked is Slot.LEVER
    return talk


@pytest.mark.parametrize(
    ("wish", "action"),
    [
        ("améliorer la qualité de l’accueil", "une écoute par agent chaque semaine"),
        ("rendre l’équipe meilleure", "relire trois réponses par agent et par semaine"),
        ("better service", "one coached call per agent every week"),
        ("better service", "listen to two calls per agent every week"),
    ],
)
def test_something_to_do_is_no_figure_to_follow(wish: str, action: str) -> None:
    talk = Talk(wish).says(action)
    assert (talk.draft.lever, talk.draft.asked) == (action, Slot.METRIC)
    assert talk.draft.metric is not MetricKey.OTHER
    assert talk.says("CSAT").draft.lever == action


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        (Language.FR, "c’est une estimation", Origin.GUESS),
        (Language.FR, "une estimation", Origin.GUESS),
        (Language.FR, "c’est une demande de la direction", Origin.REQUEST),
        (Language.FR, "nos chiffres de l’an dernier", Origin.HISTORY),
        (Language.EN, "it’s an estimate", Origin.GUESS),
        (Language.EN, "just a guess", Origin.GUESS),
        (Language.EN, "our own figures from last year", Origin.HISTORY),
    ],
)
def test_where_the_figure_comes_from_is_nothing_to_do(language: Language, text: str, origin: Origin) -> None:
    talk = at_the_action(language).says(text)
    assert (talk.draft.origin, talk.draft.lever, talk.draft.asked) == (origin, None, Slot.LEVER)


@pytest.mark.parametrize(
    ("language", "text"),
    [(Language.FR, "pour que les clients attendent moins"), (Language.EN, "so that customers wait less")],
)
def test_what_it_is_for_is_kept_before_it_is_asked(language: Language, text: str) -> None:
    talk = at_the_action(language).says(text)
    assert (talk.draft.relevance, talk.draft.lever) == (text, None)
    talk.says(SHEET_FR if language is Language.FR else SHEET_EN, "a guess, all there")
    assert Slot.RELEVANCE not in talk.asked


@pytest.mark.parametrize(
    ("language", "text", "lever", "origin", "lacking"),
    [
        (Language.FR, f"{SHEET_FR}, c’est une estimation", SHEET_FR, Origin.GUESS, None),
        (Language.FR, f"{SHEET_FR}, on a tout ce qu’il faut", SHEET_FR, None, frozenset()),
        (
            Language.EN,
            f"{SHEET_EN}, it’s a guess and we have everything",
            SHEET_EN,
            Origin.GUESS,
            frozenset(),
        ),
    ],
)
def test_two_questions_answered_in_one_line_are_both_kept(
    language: Language, text: str, lever: str, origin: Origin | None, lacking: frozenset[Resource] | None
) -> None:
    draft = at_the_action(language).says(text).draft
    assert (draft.lever, draft.origin, draft.lacking) == (lever, origin, lacking)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FR, "c’est une demande de la direction, et oui on a tout ce qu’il faut"),
        (Language.FR, "la direction l’a demandé et nous avons tout ce qu’il nous faut"),
        (Language.EN, "management asked for it, and yes we have everything we need"),
    ],
)
def test_whose_request_it_is_and_that_all_is_there_are_both_kept(language: Language, text: str) -> None:
    at_reach = at_the_action(language).says(SHEET_FR)
    assert at_reach.draft.asked is Slot.ORIGIN
    draft = at_reach.says(text).draft
    assert (draft.origin, draft.lacking, draft.asked) == (Origin.REQUEST, frozenset(), Slot.RELEVANCE)


def test_what_for_keeps_its_reason_without_what_answers_the_question_before() -> None:
    talk = at_the_action(Language.FR).says(SHEET_FR, "estimation, tout est là")
    assert talk.draft.asked is Slot.RELEVANCE
    talk.says("c’est une demande de la direction, et oui on a tout ce qu’il faut")
    assert talk.draft.relevance == "c'est une demande de la direction"


@pytest.mark.parametrize("text", ["former deux agents", "organiser des écoutes"])
def test_something_to_do_does_not_say_that_all_is_there(text: str) -> None:
    talk = at_the_action(Language.FR).says(SHEET_FR).says(text)
    assert (talk.draft.lacking, talk.draft.lever, talk.draft.asked) == (None, SHEET_FR, Slot.ORIGIN)
    assert talk.hears(NotUnderstood)


def test_to_recruit_still_says_that_people_are_missing() -> None:
    talk = at_the_action(Language.FR).says(SHEET_FR).says("recruter deux agents")
    assert talk.draft.lacking == frozenset({Resource.PEOPLE})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.FR, "demander une estimation au client avant chaque appel"),
        (Language.FR, "former les agents sur les standards du marché"),
        (Language.EN, "share the results of last week with the team"),
        (Language.EN, "because calls are long, review one of them each week"),
    ],
)
def test_an_action_that_speaks_of_such_things_stays_an_action(language: Language, text: str) -> None:
    draft = at_the_action(language).says(text).draft
    assert draft.asked is not Slot.LEVER or draft.relevance is not None
    assert draft.origin is None


@pytest.mark.parametrize(
    ("wish", "name", "metric"),
    [
        ("better service", "number of calls per day", MetricKey.CONTACT_VOLUME),
        ("améliorer l’accueil", "le nombre de sourires par jour", MetricKey.OTHER),
    ],
)
def test_a_figure_with_its_rhythm_is_still_a_figure(wish: str, name: str, metric: MetricKey) -> None:
    assert Talk(wish).says(name).draft.metric is metric


@pytest.mark.parametrize(
    ("wish", "level"),
    [("réduire l’absentéisme", "12 jours par mois"), ("reduce absenteeism", "three days a month")],
)
def test_a_level_that_the_figure_cannot_have_is_nothing_to_do(wish: str, level: str) -> None:
    talk = Talk(wish).says(level)
    assert (talk.draft.lever, talk.draft.asked) == (None, Slot.BASELINE)


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("réduire la DMT", "nos clients attendent trop"),
        ("reduce AHT", "our customers are not satisfied at all"),
    ],
)
def test_another_figure_spoken_of_in_passing_takes_no_place(wish: str, text: str) -> None:
    talk = Talk(wish).says(text)
    assert (talk.draft.metric, talk.draft.asked) == (MetricKey.AHT, Slot.BASELINE)


@pytest.mark.parametrize(("wish", "text"), [("réduire la DMT", "plutôt le CSAT"), ("reduce AHT", "CSAT")])
def test_another_figure_that_is_named_still_takes_its_place(wish: str, text: str) -> None:
    assert Talk(wish).says(text).draft.metric is MetricKey.CSAT
