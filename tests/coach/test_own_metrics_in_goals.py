"""A goal on a metric that the workspace added, and one held against the workspace's own reference."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from coach.achievability import verdict
from coach.easing import nearer
from coach.editing import Edits, check
from coach.language.reading import Language, Slot
from coach.making import goal_of
from coach.messages.achievability import OwnReferencePoint, Reach, ReferencePoint
from coach.messages.figures import FigureInPercent, LevelTooHigh, TargetRunsUp
from coach.messages.forms import EditField
from coach.metrics import MetricKey, Polarity
from coach.own_metrics import Override, OwnMetric, OwnReference, choice_of, held_against
from coach.plan import PlanRequest
from coach.quantity import Quantity, Unit
from coach.smart import wants_less
from coach.speech import Picker, Row, Verb
from tests.coach.desk import percent
from tests.coach.talk import NOW, TODAY, Talk

OURS = Override(
    workspace="T1",
    metric=MetricKey.CSAT,
    reference=OwnReference(figure=percent(81), source="Enquête 2026"),
)
SMILES = OwnMetric(
    workspace="T1",
    key="m1",
    name="Indice sourire",
    unit=Unit.PERCENT,
    polarity=Polarity.HIGHER,
    lowest=Decimal(0),
    highest=Decimal(100),
    reference=OwnReference(figure=percent(75), source="Réseau 2026"),
    names=("sourire",),
)
CALLBACKS = OwnMetric(
    workspace="T1", key="m2", name="Délai de rappel", unit=Unit.HOURS, polarity=Polarity.LOWER
)


def talk(wish: str, language: Language = Language.FR) -> Talk:
    return Talk(wish, language, own_metrics=(SMILES, CALLBACKS), overrides=(OURS,))


def request(**values: Any) -> PlanRequest:
    known = {"metric": MetricKey.CSAT, "unit": Unit.PERCENT, "baseline": 78, "target": 83}
    days = {"start": date(2027, 1, 4), "deadline": date(2027, 9, 30)}
    return PlanRequest.model_validate(known | days | values)


# --- the workspace's own reference -----------------------------------------------------------------
def test_the_workspaces_reference_takes_the_place_of_the_trades() -> None:
    found = verdict(request(), held_against(MetricKey.CSAT, None, [OURS]))
    said = [one for one in found.lines if isinstance(one, (OwnReferencePoint, ReferencePoint))]
    assert said == [OwnReferencePoint(percent(81), "Enquête 2026")]


def test_a_target_beyond_the_workspaces_reference_is_no_routine() -> None:
    small = request(baseline=80, target=82)
    assert verdict(small, held_against(MetricKey.CSAT, None, [])).reach is Reach.ROUTINE
    assert verdict(small, held_against(MetricKey.CSAT, None, [OURS])).reach is Reach.PLAUSIBLE


def test_the_card_names_the_workspaces_reference_with_its_source() -> None:
    said = talk("passer le CSAT de 78 % à 83 % d'ici fin septembre, par une écoute par agent chaque semaine")
    said.says("nos résultats passés, tout est là", "les clients n'ont plus à rappeler")
    assert said.is_ready
    assert "Votre repère\N{NO-BREAK SPACE}: 81\N{NARROW NO-BREAK SPACE}%" in said.text
    assert "Enquête 2026" in said.text


# --- a metric of the workspace's own is recognised -----------------------------------------------------
@pytest.mark.parametrize(
    "wish",
    [
        "passer l'indice sourire de 70 à 80 % d'ici fin mars",
        "améliorer le sourire",
        "Sourire à 80 % fin mars",
        "raise the indice sourire from 70 to 80",
    ],
)
def test_a_wish_that_names_it_is_about_it(wish: str) -> None:
    draft = talk(wish).draft
    assert (draft.metric, draft.metric_words, draft.own_metric) == (
        MetricKey.OTHER,
        "Indice sourire",
        SMILES,
    )


def test_a_name_in_the_lever_does_not_unseat_the_metric() -> None:
    draft = talk("passer le CSAT de 78 à 83 % grâce au sourire au téléphone").draft
    assert (draft.metric, draft.own_metric) == (MetricKey.CSAT, None)


def test_a_bare_figure_is_in_its_unit() -> None:
    said = talk("améliorer l'indice sourire").says("70", "80")
    assert (said.draft.baseline, said.draft.target) == (percent(70), percent(80))


def test_lengths_of_time_are_told_in_its_unit() -> None:
    draft = talk("passer le délai de rappel de 90 minutes à 60 minutes").draft
    hours = [Quantity(value=Decimal(value), unit=Unit.HOURS) for value in ("1.5", "1")]
    assert [draft.baseline, draft.target] == hours


def test_a_figure_above_its_bound_is_refused() -> None:
    said = talk("améliorer l'indice sourire").says("70", "120 %")
    assert said.hears(LevelTooHigh)
    assert said.draft.target is None


def test_a_figure_of_another_kind_is_refused() -> None:
    said = talk("améliorer l'indice sourire").says("4 minutes")
    assert said.hears(FigureInPercent)


def test_a_target_that_makes_it_worse_is_refused() -> None:
    said = talk("passer le délai de rappel de 2 heures à 3 heures")
    assert said.hears(TargetRunsUp)


def test_a_change_goes_the_way_that_is_better() -> None:
    assert wants_less(talk("délai de rappel").draft)
    assert not wants_less(talk("indice sourire").draft)
    goal = goal_of(talk("passer le délai de rappel de 2 à 1 heure d'ici fin mars").draft, "g1", NOW, TODAY)
    assert goal.decrease
    assert goal.own_metric == CALLBACKS


def test_it_answers_which_figure() -> None:
    said = talk("rendre l'équipe meilleure")
    assert said.asked[-1] is Slot.METRIC
    said.says("notre indice sourire")
    assert said.draft.own_metric == SMILES


def test_it_can_be_picked_and_left_again() -> None:
    said = talk("rendre l'équipe meilleure")
    assert said.outcome.speech is not None
    pickers = [
        one
        for part in said.outcome.speech.parts
        if isinstance(part, Row)
        for one in part.elements
        if isinstance(one, Picker)
    ]
    assert pickers[0].options[0][0] == choice_of(SMILES)
    said.presses(Verb.ANSWER, choice_of(SMILES), slot=Slot.METRIC)
    assert said.draft.own_metric == SMILES
    later = said.says("non, plutôt le NPS").draft
    assert (later.metric, later.own_metric) == (MetricKey.NPS, None)


def test_its_figures_in_other_words_leave_it_as_it_is() -> None:
    said = talk("améliorer l'indice sourire").says("70 % de sourires")
    assert (said.draft.own_metric, said.draft.baseline) == (SMILES, percent(70))


def test_the_form_takes_it_with_its_unit_and_its_bounds() -> None:
    draft = talk("améliorer la satisfaction").draft
    edits = Edits(metric=choice_of(SMILES), baseline="70", target="120")
    checked = check(draft, edits, TODAY)
    assert checked.facts["own_metric"] == SMILES
    assert checked.facts["baseline"] == percent(70)
    assert isinstance(checked.errors[EditField.TARGET], LevelTooHigh)


def test_its_room_and_its_reference_decide_what_is_within_reach() -> None:
    asked = request(metric=MetricKey.OTHER, own_metric=SMILES, baseline=70, target=99)
    found = verdict(asked, held_against(MetricKey.OTHER, SMILES, ()))
    assert found.reach is Reach.RARE  # 29 of the 30 points that there are to gain
    assert OwnReferencePoint(percent(75), "Réseau 2026") in found.lines
    assert nearer(asked, (), held_against(MetricKey.OTHER, SMILES, ())) is not None
