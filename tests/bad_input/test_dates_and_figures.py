"""Dates that cannot be and figures that cannot stand: what is wrong, and what to give instead."""

import pytest

from tests.bad_input.goals import a_card, reading
from tests.stage import Stage

TOO_MUCH = "120 %, c’est plus que ne permet le CSAT : le maximum est 100 %."


@pytest.fixture
def asked_when(stage: Stage) -> Stage:
    """Claire is asked for a date."""
    question = stage.says("Claire", "faire passer le CSAT de 78 % à 85 %")
    assert "Pour quand ?" in reading(question)
    return stage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("le 3 janvier 2026", "« 3 janvier 2026 » est déjà passé. Choisissez une date à venir."),
        ("30 février", "« 30 février » n’existe pas au calendrier. Quelle date aviez-vous en tête ?"),
        ("31/04/2027", "« 31/04/2027 » n’existe pas au calendrier. Quelle date aviez-vous en tête ?"),
        (
            "dans 20 ans",
            "C’est au-delà du 6 janvier 2030, trop loin pour un plan semaine par semaine.",
        ),
        (
            "un de ces jours",
            "Je n’y ai pas trouvé de date. Écrivez par exemple « fin mars », « dans six semaines »",
        ),
    ],
)
def test_a_date_that_cannot_be_is_told_and_asked_again(asked_when: Stage, text: str, told: str) -> None:
    said = reading(asked_when.says("Claire", text))
    assert said.startswith(told)
    assert "Pour quand ?" in said


def test_an_impossible_date_in_english(stage: Stage) -> None:
    stage.says("Sarah", "raise CSAT from 78% to 85%")
    said = reading(stage.says("Sarah", "by 30 February"))
    assert "30 February” is not in the calendar. Which date did you have in mind?" in said


@pytest.fixture
def asked_target(stage: Stage) -> Stage:
    """Claire is asked for a target; she starts from 78 %."""
    stage.says("Claire", "améliorer la satisfaction client")
    stage.presses("Claire", "Le CSAT")
    stage.says("Claire", "78 %")
    return stage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("78 %", "Vous êtes déjà à 78 % : il faut une cible différente."),
        ("120 %", TOO_MUCH),
        (
            "70 %",
            "De 78 % à 70 %, le CSAT baisserait, alors que plus haut vaut mieux.",
        ),
    ],
)
def test_a_target_that_cannot_stand_is_told_and_asked_again(
    asked_target: Stage, text: str, told: str
) -> None:
    said = reading(asked_target.says("Claire", text))
    assert said.startswith(told)
    assert "À quel niveau voulez-vous l’amener ?" in said
    assert "Noté" not in said


def test_a_starting_point_beyond_the_metric_is_asked_again(stage: Stage) -> None:
    stage.says("Sarah", "improve customer satisfaction")
    stage.presses("Sarah", "CSAT")
    said = reading(stage.says("Sarah", "120%"))
    assert said.startswith("120% is more than")
    assert "100%" in said
    assert "Where" in said


def test_the_form_says_at_each_field_what_is_wrong_and_keeps_what_was_typed(stage: Stage) -> None:
    a_card(stage)
    stage.presses("Claire", "Modifier")
    ack = stage.submits("Claire", {"Cible": "120 %", "Date de fin": "2026-12-24"})
    errors = {field: reading(text) for field, text in ack.data()["errors"].items()}
    assert errors == {
        "target": TOO_MUCH,
        "deadline": "« 24 décembre 2026 » est déjà passé. Choisissez une date à venir.",
    }
    stage.submits("Claire", {"Date de fin": "2041-12-24", "Cible": "86 %"})
    far = stage.person("Claire").view().errors
    assert list(far) == ["deadline"]
    stage.submits("Claire", {"Date de fin": "2027-06-30"})
    assert "de 78 % à 86 % d’ici le 30 juin 2027" in reading(stage.transcript("Claire"))
