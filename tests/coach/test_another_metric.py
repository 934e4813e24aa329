"""A draft that has its metric keeps it, until somebody plainly says that it is another one."""

from datetime import time

import pytest

from coach.language.reading import Language, Slot
from coach.messages.asking import AskMetricInstead
from coach.metrics import MetricKey
from coach.speech import Verb
from tests.coach.talk import Talk

FR, EN = Language.FR, Language.EN
SALES = "passer les ventes additionnelles de 40 à 60 par mois"
LEVEL = "raise service level from 68 to 80%"


def card(language: Language) -> Talk:
    if language is FR:
        return Talk(SALES).says("fin mars", "une fiche par motif", "estimation, tout est là", "le conseil")
    return Talk(LEVEL, EN).says("end of March", "callbacks", "a guess, all there", "better advice")


def figures(talk: Talk) -> tuple[MetricKey | None, int | None, int | None]:
    draft = talk.draft
    baseline, target = (None if one is None else int(one.value) for one in (draft.baseline, draft.target))
    return draft.metric, baseline, target


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (SALES, "avant le 31 mars, chaque agent propose l’option premium sur 5 appels par jour"),
        (SALES, "fin mars, pour ne pas perdre de clients"),
        (LEVEL, "by end of Feb, James to lead it"),
        (LEVEL, "by end of Feb, so that calls are shorter"),
    ],
)
def test_a_name_beside_the_date_is_no_metric(wish: str, text: str) -> None:
    talk = Talk(wish)
    before = figures(talk)
    talk.says(text)
    assert figures(talk) == before
    assert talk.draft.deadline is not None
    assert talk.draft.asked is not Slot.DEADLINE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "callback option plus moving lunch breaks around so that the first response is quicker"),
        (EN, "the 80 is from the client contract, not a trade standard"),
        (EN, "agents take two calls more a day"),
        (FR, "chaque agent propose l’option premium sur 5 appels par jour"),
        (FR, "5 fois par jour et par agent"),
        (FR, "les clients attendent moins"),
    ],
)
def test_a_name_in_what_is_said_of_the_card_is_no_metric(language: Language, text: str) -> None:
    talk = card(language)
    before = figures(talk)
    assert figures(talk.says(text)) == before


@pytest.mark.parametrize(
    ("language", "text", "metric"),
    [
        (FR, "plutôt le NPS", MetricKey.NPS),
        (FR, "l’indicateur, c’est le CSAT", MetricKey.CSAT),
        (FR, "pas les ventes additionnelles, le CSAT", MetricKey.CSAT),
        (FR, "non, le CSAT", MetricKey.CSAT),
        (EN, "not service level, CSAT", MetricKey.CSAT),
        (EN, "the metric is FCR", MetricKey.FCR),
        (EN, "no!! CSAT", MetricKey.CSAT),
        (EN, "CSAT instead of service level", MetricKey.CSAT),
    ],
)
def test_a_plain_word_that_it_is_another_changes_it(language: Language, text: str, metric: MetricKey) -> None:
    assert card(language).says(text).draft.metric is metric
    assert Talk(SALES if language is FR else LEVEL, language).says(text).draft.metric is metric


def test_a_wrong_metric_is_put_right_in_the_words_of_the_wish() -> None:
    talk = Talk(SALES).says("plutôt le volume de contacts")
    talk.says("mais non ! c’est les ventes additionnelles pas le volume de contacts")
    assert talk.draft.metric is MetricKey.ADDITIONAL_SALES


def test_what_is_counted_keeps_its_figures_by_the_name_of_its_share_too() -> None:
    talk = Talk("plus de ventes additionnelles").says("120 ventes par mois aujourd’hui, 150 par mois")
    talk.says("mais non ! c’est les ventes additionnelles pas le volume de contacts")
    assert talk.draft.metric is MetricKey.ADDITIONAL_SALES
    assert talk.draft.target is not None


def test_a_wrong_metric_is_put_right_beside_who_leads() -> None:
    talk = card(EN).says("make it qualified leads")
    assert figures(talk)[0] is MetricKey.LEADS
    talk.says("no!! service level. James is the person who leads it, not leads")
    assert talk.draft.metric == MetricKey.SERVICE_LEVEL


@pytest.mark.parametrize(
    ("wish", "language", "text"),
    [("améliorer le CSAT", FR, "le NPS est à 30"), ("raise CSAT", EN, "NPS is at 30 with us")],
)
def test_a_figure_of_another_metric_is_asked_about(wish: str, language: Language, text: str) -> None:
    talk = Talk(wish, language).says(text)
    assert talk.hears(AskMetricInstead)
    assert figures(talk) == (MetricKey.CSAT, None, None)
    yes, no = ("oui", "non") if language is FR else ("yes", "no")
    kept = Talk(wish, language).says(text, no)
    assert (kept.draft.metric, kept.draft.asked) == (MetricKey.CSAT, Slot.BASELINE)
    changed = Talk(wish, language).says(text, yes)
    assert (changed.draft.metric, changed.draft.asked) == (MetricKey.NPS, Slot.BASELINE)
    pressed = Talk(wish, language).says(text).presses(Verb.ANSWER, "csat", slot=Slot.METRIC)
    assert (pressed.draft.metric, pressed.draft.asked) == (MetricKey.CSAT, Slot.BASELINE)


@pytest.mark.parametrize(
    ("wish", "language", "answers", "name"),
    [
        ("better service", EN, ("service level", "68%", "80%"), "service level"),
        ("mieux servir", FR, ("le CSAT", "78", "85"), "le CSAT"),
    ],
)
def test_the_metric_named_again_keeps_its_figures(
    wish: str, language: Language, answers: tuple[str, ...], name: str
) -> None:
    talk = Talk(wish, language).says(*answers)
    before = figures(talk)
    back = "retour" if language is FR else "back"
    talk.says(back, back, back)
    assert talk.draft.asked is Slot.METRIC
    assert figures(talk.says(name)) == before
    assert talk.draft.asked is not Slot.METRIC


@pytest.mark.parametrize("text", ["ask on mondays at 9.30", "mondays 9.30", "check-in on Monday at 9:30"])
def test_an_hour_is_no_level(text: str) -> None:
    talk = card(EN)
    before = figures(talk)
    assert figures(talk.says(text)) == before
    assert talk.draft.check_in.at == time(9, 30)


@pytest.mark.parametrize("text", ["ask me on mondays at 9", "la cible reste, point le lundi à 9h30"])
def test_an_hour_beside_something_else_is_no_level(text: str) -> None:
    talk = card(EN)
    before = figures(talk)
    assert figures(talk.says(f"{text}, please")) == before


@pytest.mark.parametrize("text", ["80 in 20", "80/20", "80% in 20s"])
def test_a_service_level_in_short_has_its_time_to_answer(text: str) -> None:
    talk = Talk("better service", EN).says(f"service level, {text}. we're at about 68% rn, want 80")
    assert figures(talk) == (MetricKey.SERVICE_LEVEL, 68, 80)
    assert talk.draft.within is not None
    assert talk.draft.within.value == 20
