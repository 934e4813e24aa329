"""The dialogue asks only for what is missing, takes several answers at once, can be corrected at any time."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.draft import DraftState
from coach.language.reading import Language, Origin, Resource, Slot
from coach.messages import asking, cards, noted
from coach.messages import dialogue as say
from coach.messages.base import Person
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from coach.questions import owner_of
from coach.smart import aim_of, metric_name, missing, next_missing
from coach.speech import Verb
from tests.coach.talk import Talk

WHOLE_FR = (
    "Faire passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027, grâce à une écoute d'appel par agent chaque "
    "semaine"
)

WHOLE_WITH_OWNER = (
    "Ramener le temps d'attente moyen de 4 min à 2 min d'ici fin mars, mené par Julie, grâce au rappel "
    "automatique, pour que les clients ne raccrochent plus"
)
WHOLE_IN_ENGLISH = "Raise FCR from 68% to 75% by 30 June 2027 by coaching agents weekly, led by Paul"


def percent(value: int) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.PERCENT)


@pytest.mark.parametrize(
    ("wish", "answers"),
    [
        (
            "améliorer la satisfaction client",
            (
                "le CSAT",
                "78 %",
                "85 %",
                "fin mars",
                "une écoute par semaine",
                "nos chiffres, tout est là",
                "eux",
            ),
        ),
        (
            "improve customer satisfaction",
            ("CSAT", "78%", "85%", "end of March", "one review a week", "a guess, we have it all", "loyalty"),
        ),
    ],
)
def test_a_vague_wish_is_a_smart_goal_after_at_most_eight_questions(
    wish: str, answers: tuple[str, ...]
) -> None:
    talk = Talk(wish).says(*answers)
    assert talk.is_ready
    assert len(talk.asked) <= 8


@pytest.mark.parametrize(
    "wish",
    [
        WHOLE_FR,
        WHOLE_WITH_OWNER,
        WHOLE_IN_ENGLISH,
    ],
)
def test_a_goal_that_is_smart_already_needs_at_most_two_questions(wish: str) -> None:
    talk = Talk(wish)
    answers = {
        Language.FR: (
            "nos résultats passés, et nous avons tout ce qu'il faut",
            "les clients attendent moins",
        ),
        Language.EN: ("our own results, and we have it all", "customers wait less"),
    }[talk.draft.language]
    for answer in answers:
        if not talk.is_ready:
            talk.says(answer)
    assert talk.is_ready
    assert len(talk.asked) <= 2


def test_what_the_text_says_is_never_asked_again() -> None:
    talk = Talk(WHOLE_FR)
    assert not {Slot.METRIC, Slot.BASELINE, Slot.TARGET, Slot.DEADLINE, Slot.LEVER} & set(missing(talk.draft))


def test_several_answers_in_one_message_are_all_taken() -> None:
    talk = Talk("améliorer le CSAT").says("78 % aujourd'hui, je vise 85 % d'ici fin mars")
    assert (talk.draft.baseline, talk.draft.target) == (percent(78), percent(85))
    assert talk.draft.deadline == date(2027, 3, 31)
    assert talk.draft.asked is Slot.LEVER


@pytest.mark.parametrize("words", ["en fait 88 %", "non, plutôt 88 %", "la cible c'est 88 %"])
def test_an_answer_can_be_corrected_in_words(words: str) -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "85 %", words)
    assert talk.draft.target == percent(88)
    assert talk.draft.asked is Slot.DEADLINE
    assert talk.hears(noted.Corrected)


@pytest.mark.parametrize("words", ["en fait 80 %", "non, plutôt 80 %", "no make it 80%"])
def test_a_correction_right_after_the_baseline_is_the_baseline_s(words: str) -> None:
    talk = Talk("améliorer le CSAT").says("78 %", words)
    assert (talk.draft.baseline, talk.draft.target, talk.draft.asked) == (percent(80), None, Slot.TARGET)


def test_a_correction_is_taken_on_the_card_too() -> None:
    talk = Talk(WHOLE_FR).says("nos chiffres, tout est là", "les clients", "plutôt fin juin")
    assert talk.is_ready
    assert talk.draft.deadline == date(2027, 6, 30)


def test_back_asks_the_last_question_again_and_keeps_its_answer_until_then() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "retour")
    assert (talk.draft.asked, talk.draft.baseline) == (Slot.BASELINE, percent(78))
    answered = talk.says("80 %").draft
    assert (answered.asked, answered.baseline) == (Slot.TARGET, percent(80))


def test_back_at_the_first_question_says_so() -> None:
    assert Talk("améliorer le CSAT").says("retour").hears(say.NothingToGoBackTo)


@pytest.mark.parametrize("words", ["pourquoi ?", "pourquoi cette question ?"])
def test_why_is_answered_and_the_question_put_again(words: str) -> None:
    talk = Talk("améliorer le CSAT").says(words)
    assert talk.heard(asking.Why).slot is Slot.BASELINE
    assert talk.hears(asking.AskBaseline)


def test_a_summary_tells_what_is_known_and_what_is_left() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "résumé")
    assert talk.hears(say.SummaryTitle)
    assert talk.heard(noted.NotedBaseline).value == percent(78)
    assert talk.heard(say.StillOpen).count == 5


def test_giving_up_keeps_the_draft_and_it_can_be_carried_on() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "annuler")
    assert talk.draft.state is DraftState.CANCELLED
    assert talk.says("85 %").hears(say.DraftIsCancelled)
    assert talk.draft.target is None
    resumed = talk.presses(Verb.RESUME).draft
    assert (resumed.state, resumed.asked) == (DraftState.OPEN, Slot.TARGET)


def test_a_baseline_that_nobody_knows_is_measured_never_invented() -> None:
    talk = Talk("améliorer le CSAT").says("je ne sais pas", "85 %", "fin mars", "une écoute par semaine")
    talk.says("une estimation, tout est là", "les clients")
    assert talk.is_ready
    assert talk.draft.baseline is None
    assert talk.heard(cards.Step).due == date(2027, 1, 18)
    assert talk.hears(cards.PlanWaits)


def test_what_is_missing_becomes_a_step_to_obtain_it() -> None:
    talk = Talk(WHOLE_FR).says("nos chiffres, mais il nous manque du budget et une personne", "les clients")
    assert talk.draft.lacking == frozenset({Resource.BUDGET, Resource.PEOPLE})
    assert talk.hears(cards.Step)


def test_points_and_percent_are_told_apart_by_asking() -> None:
    talk = Talk("améliorer le CSAT").says("60 %", "+25 %")
    assert talk.draft.asked is Slot.CHANGE
    asked = talk.heard(asking.AskChange)
    assert (asked.in_points, asked.in_percent) == (percent(85), percent(75))
    assert aim_of(talk.says("en pourcentage").draft) == percent(75)


def test_two_goals_joined_by_and_are_offered_as_two() -> None:
    talk = Talk("réduire la DMT et améliorer le CSAT")
    assert talk.draft.asked is Slot.PART
    talk.says("le deuxième")
    assert talk.draft.metric is MetricKey.CSAT
    assert talk.draft.later == ("réduire la DMT",)


@pytest.mark.parametrize(
    "wish", ["10 % de clients en plus", "gagner de nouveaux clients", "10% more customers"]
)
def test_a_goal_that_another_department_decides_is_brought_back_to_the_team(wish: str) -> None:
    talk = Talk(wish)
    assert talk.hears(say.DecidedElsewhere)
    assert talk.draft.asked is Slot.METRIC
    assert MetricKey.RETENTION_RATE in {talk.draft.metric, *talk.draft.alternatives}


@pytest.mark.parametrize("wish", ["plus de clients satisfaits", "improve customer satisfaction"])
def test_what_is_the_team_s_own_is_not_sent_elsewhere(wish: str) -> None:
    assert not Talk(wish).hears(say.DecidedElsewhere)


def test_faster_is_asked_than_what() -> None:
    talk = Talk("answer faster on the phone", Language.EN)
    if talk.draft.asked is Slot.METRIC:
        talk.presses(Verb.ANSWER, MetricKey.WAIT_TIME, slot=Slot.METRIC)
    assert talk.heard(asking.AskBaselineVague).vague == "faster"


def test_a_figure_with_no_origin_is_asked_where_it_comes_from() -> None:
    talk = Talk(WHOLE_FR)
    assert talk.draft.asked is Slot.ORIGIN
    assert talk.says("on a déjà fait 86 l'an dernier").draft.origin is Origin.HISTORY


@pytest.mark.parametrize(
    "said",
    [
        "85 %, au mieux 88 %",
        "85 % au mieux 88",
        "85 (idéalement 88)",
        "85, 88 avec un peu de chance",
        "88 si possible 85 au minimum",
        "85 at best 88",
        "85% ideally 88 by the end of June",
        "85, 88 with a bit of luck",
        "88 ideally, 85 at least",
    ],
)
def test_a_realistic_and_a_stretch_target_are_kept_apart(said: str) -> None:
    talk = Talk("améliorer le CSAT").says("78 %", said)
    assert (talk.draft.target, talk.draft.stretch) == (percent(85), percent(88))


def test_a_bare_length_of_time_is_asked_for_its_unit() -> None:
    talk = Talk("réduire le temps d'attente").says("4")
    assert talk.hears(asking.AskUnit)
    assert talk.says("minutes").draft.baseline == Quantity(value=Decimal(4), unit=Unit.MINUTES)


def test_the_same_button_twice_changes_nothing_and_says_nothing() -> None:
    talk = Talk("améliorer la satisfaction client")
    version = talk.draft.version
    talk.presses(Verb.ANSWER, "csat", slot=Slot.METRIC, version=version)
    after = talk.draft
    talk.presses(Verb.ANSWER, "csat", slot=Slot.METRIC, version=version)
    assert talk.outcome.speech is None
    assert not talk.outcome.changed
    assert talk.draft.metric == after.metric


def test_an_old_button_with_another_answer_is_told_where_we_are() -> None:
    talk = Talk("améliorer la satisfaction client")
    version = talk.draft.version
    talk.presses(Verb.ANSWER, "csat", slot=Slot.METRIC, version=version)
    talk.presses(Verb.ANSWER, "nps", slot=Slot.METRIC, version=version)
    assert talk.hears(say.OldButton)
    assert talk.draft.metric is MetricKey.CSAT


def test_the_lever_keeps_its_figures_to_itself() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "85 %", "fin mars", "2 écoutes de 30 minutes par agent")
    assert (talk.draft.baseline, talk.draft.target) == (percent(78), percent(85))
    assert talk.draft.lever == "2 écoutes de 30 minutes par agent"


def test_the_message_is_answered_in_its_own_language() -> None:
    assert Talk("improve first contact resolution", Language.FR).draft.language is Language.EN
    assert Talk("améliorer la résolution au premier contact", Language.EN).draft.language is Language.FR


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_words_at_all_lead_to_an_answer(texts: list[str]) -> None:
    talk = Talk("améliorer le CSAT").says(*texts)
    assert talk.outcome.speech is not None or talk.outcome.wants_confirmation
    assert talk.text or talk.outcome.wants_confirmation


SAYINGS = """
78 % | 85 % | +5 % | en points | fin mars | 30 février | je ne sais pas | retour | résumé | oui | non | 120 %
une écoute par semaine | nos chiffres, tout est là | en fait 90 % | pourquoi ? | les clients attendent moins
le NPS | 4 min | il manque du budget | annuler | 12/03/2020
""".replace("\n", "|").split("|")


@given(st.lists(st.sampled_from([one.strip() for one in SAYINGS if one.strip()]), max_size=12))
def test_a_question_that_is_asked_is_one_that_is_open(texts: list[str]) -> None:
    talk = Talk("améliorer la satisfaction client")
    for text in texts:
        talk.says(text)
        if talk.draft.state is DraftState.OPEN:
            assert talk.draft.asked == next_missing(talk.draft)


def test_a_service_level_keeps_its_time_to_answer_from_the_text_to_the_goal() -> None:
    talk = Talk("prendre 85 % des appels en 20 s d'ici fin mars")
    assert metric_name(talk.draft).within == Quantity(value=Decimal(20), unit=Unit.SECONDS)
    talk.says("c'est la DMT que je veux suivre")
    assert metric_name(talk.draft).within is None


@pytest.mark.parametrize("text", ["c'est moi la responsable", "je pilote", "responsable : moi"])
def test_who_says_me_is_the_owner_by_name(text: str) -> None:
    talk = Talk(WHOLE_FR).says(text)
    assert owner_of(talk.draft) == Person(user=talk.draft.author)
    assert "moi" not in talk.text


def test_a_target_with_the_one_hoped_for_takes_back_nothing() -> None:
    talk = Talk("améliorer le CSAT").says("78 %", "en fait 80 % et au mieux 84 %")
    assert (talk.draft.baseline, talk.draft.target, talk.draft.stretch) == (
        percent(78),
        percent(80),
        percent(84),
    )


def test_two_people_together_are_no_figure() -> None:
    talk = Talk("faire passer le CSAT de 78 % à 82 % d'ici fin mars").says(
        "relire les réponses à deux, chaque mardi"
    )
    assert talk.draft.target == percent(82)
    assert talk.draft.lever == "relire les réponses à deux, chaque mardi"
