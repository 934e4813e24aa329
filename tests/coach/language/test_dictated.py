"""Wishes as team leads dictate them: several facts in one breath, loose words, spelled minus signs."""

from datetime import date
from decimal import Decimal

import pytest

from coach.guard import Guard
from coach.language.reading import Direction
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk


def quantity(value: str, unit: Unit) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


HOURS, PERCENT, SCORE, WEEKLY, MINUTES = (
    Unit.HOURS,
    Unit.PERCENT,
    Unit.SCORE,
    Unit.PER_WEEK,
    Unit.MINUTES,
)


@pytest.mark.parametrize(
    ("wish", "metric", "baseline", "target"),
    [
        (
            "first reply time is like 9 hours, boss wants 4 by June",
            MetricKey.FIRST_RESPONSE_TIME,
            quantity("9", HOURS),
            quantity("4", HOURS),
        ),
        (
            "on est genre à 9h de délai de réponse, le boss veut 4h en juin",
            MetricKey.FIRST_RESPONSE_TIME,
            quantity("9", HOURS),
            quantity("4", HOURS),
        ),
        (
            "sell more: 22 upgrades a week to 30 by end of april",
            MetricKey.ADDITIONAL_SALES,
            quantity("22", WEEKLY),
            quantity("30", WEEKLY),
        ),
        (
            "notre NPS est à moins cinq, on voudrait atteindre 10 fin juin",
            MetricKey.NPS,
            quantity("-5", SCORE),
            quantity("10", SCORE),
        ),
        (
            "our nps is minus five, we want to reach ten by June",
            MetricKey.NPS,
            quantity("-5", SCORE),
            quantity("10", SCORE),
        ),
        (
            "occupation à 92 %, les agents sont crevés, on voudrait revenir à 85 d’ici mai",
            MetricKey.OCCUPANCY,
            quantity("92", PERCENT),
            quantity("85", PERCENT),
        ),
        (
            "faudrait décrocher plus vite, on est à 4 minutes d’attente je voudrais 2 minutes fin mars",
            MetricKey.WAIT_TIME,
            quantity("4", MINUTES),
            quantity("2", MINUTES),
        ),
        (
            "reduire labsenteisme de 9 a 6% fin juin",
            MetricKey.ABSENTEEISM,
            quantity("9", PERCENT),
            quantity("6", PERCENT),
        ),
        (
            "le taux dabandon passe de 12 a 8% fin mai",
            MetricKey.ABANDONMENT_RATE,
            quantity("12", PERCENT),
            quantity("8", PERCENT),
        ),
        (
            "CSAT 4.1 to 4.5 out of 5 by september",
            MetricKey.CSAT,
            quantity("4.1", SCORE),
            quantity("4.5", SCORE),
        ),
        (
            "FCR 65 à 75 % fin juin",
            MetricKey.FCR,
            quantity("65", PERCENT),
            quantity("75", PERCENT),
        ),
        (
            "answer rate 78 now, 90 by end of may, cause customers hang up",
            MetricKey.SERVICE_LEVEL,
            quantity("78", PERCENT),
            quantity("90", PERCENT),
        ),
    ],
)
def test_what_is_said_in_one_breath_is_all_kept(
    wish: str, metric: MetricKey, baseline: Quantity, target: Quantity
) -> None:
    draft = Talk(wish).draft
    assert (draft.metric, draft.alternatives) == (metric, ())
    assert (draft.baseline, draft.target) == (baseline, target)
    assert draft.deadline is not None


def test_a_safeguard_in_shorthand_is_kept() -> None:
    draft = Talk("reduce aht from 7:30 to 6:45 by 30 april w/o hurting csat (keep >= 85)").draft
    assert (draft.metric, draft.deadline) == (MetricKey.AHT, date(2027, 4, 30))
    assert draft.guard == Guard(metric=MetricKey.CSAT, limit=quantity("85", PERCENT))


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("20% fewer repeat contacts by July", "repeat contacts"),
        ("repeat calls down from 18% to 12% by June", "repeat calls"),
        ("réduire les réitérations de 18 à 12 % d’ici juin", "réitérations"),
    ],
)
def test_contacts_that_come_again_are_to_fall_and_no_resolution(wish: str, words: str) -> None:
    draft = Talk(wish).draft
    assert (draft.metric, draft.metric_words) == (MetricKey.OTHER, words)
    assert draft.target or draft.delta


@pytest.mark.parametrize(("wish", "answer"), [("improve NPS", "minus five"), ("améliorer le NPS", "moins 5")])
def test_a_spelled_minus_is_a_level_of_an_index(wish: str, answer: str) -> None:
    assert Talk(wish).says(answer).draft.baseline == quantity("-5", SCORE)


def test_a_change_of_a_rhythm_stands_beside_a_bare_level() -> None:
    draft = Talk("get 30 more demos booked per month by June, now 45").draft
    assert draft.baseline == quantity("45", Unit.PER_MONTH)
    assert draft.delta == quantity("30", Unit.PER_MONTH)


def test_a_band_that_is_not_kept_yet_is_a_goal_to_reach() -> None:
    draft = Talk("keep occupancy at 85% by June, it's at 91").draft
    assert (draft.baseline, draft.target) == (quantity("91", PERCENT), quantity("85", PERCENT))
    assert draft.direction is Direction.REACH
