"""A lever in the lead's own words becomes actions that can be counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import plain
from coach.cards import action_lines
from coach.goal import LeverAction
from coach.language.infinitives import as_infinitive
from coach.language.reading import Cadence, Language
from coach.levers import read_actions
from coach.speech import Line

FR, EN = Language.FR, Language.EN
W, D, M, Q = Cadence.WEEKLY, Cadence.DAILY, Cadence.MONTHLY, Cadence.QUARTERLY


def shown(action: LeverAction, language: Language) -> str:
    _, line = action_lines((action,))
    assert isinstance(line, Line)
    return plain(line.message, language).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("words", "infinitive"),
    [
        ("en relisant les réponses en binôme", "relire les réponses en binôme"),
        ("en fidélisant les clients", "fidéliser les clients"),
        ("en réduisant les transferts", "réduire les transferts"),
        ("en laissant un message", "laisser un message"),
        ("en nous réunissant chaque lundi", "nous réunir chaque lundi"),
        ("en échangeant nos fiches", "échanger nos fiches"),
        ("en réunion d'équipe", "en réunion d'équipe"),
        ("en avant", "en avant"),
    ],
)
def test_a_gerund_is_told_as_what_there_is_to_do(words: str, infinitive: str) -> None:
    assert as_infinitive(words) == infinitive


@pytest.mark.parametrize(
    ("language", "lever", "text", "count", "per", "each"),
    [
        (FR, "chaque agent écrit un article par semaine", "écrit un article", 1, W, True),
        (FR, "un article d'aide par semaine et par agent", "un article d'aide", 1, W, True),
        (FR, "chaque conseillère écrit deux articles par mois", "écrit des articles", 2, M, True),
        (FR, "deux appels coachés par agent chaque semaine", "appels coachés", 2, W, True),
        (FR, "une revue hebdomadaire", "une revue", 1, W, False),
        (FR, "un point quotidien de 10 minutes", "un point de 10 minutes", 1, D, False),
        (FR, "3 réécoutes/semaine chacun", "réécoutes", 3, W, True),
        (FR, "relire les tickets deux fois par semaine", "relire les tickets", 2, W, False),
        (
            FR,
            "une réunion de deux agents tous les lundis",
            "une réunion de deux agents tous les lundis",
            1,
            W,
            False,
        ),
        (FR, "une formation toutes les deux semaines", "une formation", 2, M, False),
        (FR, "mettre 2 agents de plus à midi chaque semaine", "mettre 2 agents de plus à midi", 1, W, False),
        (FR, "ouvrir 2 lignes de plus par semaine", "ouvrir 2 lignes de plus", 1, W, False),
        (EN, "open 2 more lines every day", "open 2 more lines", 1, D, False),
        (FR, "un bilan trimestriel", "un bilan", 1, Q, False),
        (FR, "deux heures d'écriture par semaine", "deux heures d'écriture", 1, W, False),
        (EN, "one article a week each", "one article", 1, W, True),
        (EN, "each agent writes one article a week", "writes one article", 1, W, True),
        (EN, "every week, each agent writes two articles", "writes articles", 2, W, True),
        (EN, "a weekly review", "a review", 1, W, False),
        (EN, "two coached calls per agent every week", "coached calls", 2, W, True),
        (EN, "a quick stand-up every day", "a quick stand-up", 1, D, False),
        (EN, "coach calls twice a month", "coach calls", 2, M, False),
        (EN, "five follow-ups a day per rep", "follow-ups", 5, D, True),
        (EN, "one training every other week", "one training", 2, M, False),
    ],
)
def test_a_lever_says_how_many_how_often_and_who(
    language: Language, lever: str, text: str, count: int, per: Cadence, each: bool
) -> None:
    assert read_actions(lever, language) == (LeverAction(text=text, count=count, per=per, each=each),)


@pytest.mark.parametrize(
    ("language", "lever"),
    [
        (FR, "une bibliothèque de libre-service"),
        (FR, "répondre en 60 secondes"),
        (FR, "mettre 2 agents de plus entre 11 h et 14 h"),
        (FR, "2 écoutes"),
        (EN, "put two more agents on at lunch"),
        (EN, "listen to each other's calls"),
        (EN, "answer within 60 seconds"),
        (EN, "better routing"),
        (FR, "former les nouveaux"),
        (FR, "proposer l'option premium à chaque appel"),
        (EN, "offer the upgrade on each call"),
        (EN, "repeat the request back on each customer call"),
    ],
)
def test_what_nobody_gave_a_rhythm_keeps_its_words_and_is_not_shown_as_weekly(
    language: Language, lever: str
) -> None:
    """Without a rhythm or "each", a number is part of what there is to do."""
    (action,) = read_actions(lever, language)
    assert action == LeverAction(text=lever, rhythm_told=False)
    assert shown(action, language).replace("’", "'") == lever


@pytest.mark.parametrize(
    ("language", "lever", "words"),
    [
        (FR, "un brief tous les lundis", "un brief tous les lundis (en équipe)"),
        (FR, "un brief de 10 min chaque matin", "un brief de 10 min chaque matin (en équipe)"),
        (FR, "deux appels coachés par agent le mardi", "appels coachés le mardi (2 par personne)"),
        (FR, "chaque agent relit 3 tickets", "relit des tickets (3 par personne)"),
        (FR, "une revue hebdomadaire", "une revue (chaque semaine, en équipe)"),
        (EN, "a huddle every morning", "a huddle every morning (the team)"),
        (
            EN,
            "a team huddle at the start of each shift",
            "a team huddle at the start of each shift (the team)",
        ),
        (EN, "one coached call each on Fridays", "one coached call on Fridays (1 each)"),
        (EN, "everyone shadows one call", "shadows one call (1 each)"),
        (EN, "one article a week each", "one article (1 each, every week)"),
    ],
)
def test_an_action_is_shown_in_the_words_that_say_how_often(
    language: Language, lever: str, words: str
) -> None:
    (action,) = read_actions(lever, language)
    assert shown(action, language) == words


def test_two_actions_with_a_rhythm_each_are_two() -> None:
    assert read_actions("un article par semaine chacun et une revue mensuelle en équipe", FR) == (
        LeverAction(text="un article", each=True),
        LeverAction(text="une revue en équipe", per=M),
    )


def test_one_action_with_an_and_in_it_stays_one() -> None:
    actions = read_actions("read and fix one article a week", EN)
    assert actions == (LeverAction(text="read and fix one article"),)


def test_no_words_are_no_action() -> None:
    assert read_actions("  ", FR) == ()


def test_words_that_only_say_how_often_are_kept() -> None:
    assert read_actions("each week", EN) == (LeverAction(text="each week"),)


@given(st.text(max_size=80), st.sampled_from(Language))
def test_any_words_make_actions_with_words(text: str, language: Language) -> None:
    actions = read_actions(text, language)
    assert bool(actions) == bool(text.strip())
    assert all(action.text and 1 <= action.count <= 20_000 for action in actions)
