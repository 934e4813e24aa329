"""A wish that says what must not break keeps its figure, its levels, its day and its safeguard."""

from datetime import date
from decimal import Decimal

import pytest

from coach.guard import Guard
from coach.language.reading import Direction, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk

FR = "réduire l’attente moyenne de 3 min 20 à 2 min d’ici fin juillet"
EN = "reduce average wait from 3 min 20 to 2 min by end of July"


def guard(metric: MetricKey, limit: int | None = None, unit: Unit = Unit.PERCENT) -> Guard:
    return Guard(metric=metric, limit=None if limit is None else Quantity(value=Decimal(limit), unit=unit))


QUALITY_80 = guard(MetricKey.QUALITY_SCORE, 80)
QUALITY = guard(MetricKey.QUALITY_SCORE)
CSAT_85 = guard(MetricKey.CSAT, 85)
CSAT = guard(MetricKey.CSAT)
TRANSFERS_12 = guard(MetricKey.TRANSFER_RATE, 12)


@pytest.mark.parametrize(
    ("wish", "safeguard"),
    [
        (f"{FR}, la note qualité ne doit pas descendre sous 80 %", QUALITY_80),
        (f"{FR}, la note qualité doit pas descendre sous 80%", QUALITY_80),
        (f"{FR}, sans que la qualité passe sous 80 %", QUALITY_80),
        (f"{FR} mais le CSAT doit rester au-dessus de 85 %", CSAT_85),
        (f"{FR} et la note qualité ne doit pas baisser", QUALITY),
        (f"{FR}. Le taux de transfert ne doit pas dépasser 12 %.", TRANSFERS_12),
        (f"{FR}, je ne veux pas que le CSAT tombe sous 85 %", CSAT_85),
        (f"{FR}, attention à ne pas faire baisser le CSAT", CSAT),
        (f"{FR}, garde-fou : CSAT 85 %", CSAT_85),
        (f"{FR}, CSAT minimum 85 %", CSAT_85),
        (f"{FR} (CSAT >= 85 %)", CSAT_85),
        (f"{FR}, pas de CSAT sous 85 %", CSAT_85),
        (f"{FR}, pas au détriment du CSAT", CSAT),
        (f"{FR} et garder la note qualité à 80 %", QUALITY_80),
        (f"{FR}, à qualité constante", QUALITY),
        (f"la note qualité ne doit pas descendre sous 80 %, mais il faut {FR}", QUALITY_80),
        (f"tout en gardant le CSAT au-dessus de 85 %, {FR}", CSAT_85),
        (f"{EN} without letting quality fall below 80 %", QUALITY_80),
        (f"{EN}, quality score must not drop below 80%", QUALITY_80),
        (f"{EN} while keeping CSAT above 85 %", CSAT_85),
        (f"{EN}, CSAT has to stay above 85%", CSAT_85),
        (f"{EN} and quality shouldn't suffer", QUALITY),
        (f"{EN} and never let transfers go above 12%", TRANSFERS_12),
        (f"{EN}, transfers no higher than 12%", TRANSFERS_12),
        (f"{EN}, min CSAT 85%", CSAT_85),
        (f"{EN} (CSAT floor 85%)", CSAT_85),
        (f"Keep CSAT above 85% and {EN}", CSAT_85),
        (f"I don't want CSAT to fall below 85% but {EN}", CSAT_85),
        (f"quality must not drop below 80%, but we need to {EN}", QUALITY_80),
    ],
)
def test_metric_levels_day_and_safeguard_are_all_kept_and_none_is_asked(wish: str, safeguard: Guard) -> None:
    talk = Talk(wish)
    draft = talk.draft
    assert (draft.metric, draft.alternatives, draft.parts) == (MetricKey.WAIT_TIME, (), ())
    assert draft.guard == safeguard
    assert draft.baseline == Quantity(value=Decimal(200), unit=Unit.SECONDS)
    assert draft.target == Quantity(value=Decimal(120), unit=Unit.SECONDS)
    assert draft.deadline == date(2027, 7, 31)
    assert draft.asked is Slot.LEVER


@pytest.mark.parametrize(
    ("wish", "metric", "safeguard"),
    [
        ("réduire la DMT, CSAT minimum 85 %", MetricKey.AHT, CSAT_85),
        ("réduire la DMT mais pas au détriment du CSAT", MetricKey.AHT, CSAT),
        (
            "augmenter la conversion de 10 à 14 %, la DMT ne doit pas dépasser 7 min",
            MetricKey.CONVERSION_RATE,
            guard(MetricKey.AHT, 7, Unit.MINUTES),
        ),
        ("reduce handle time, CSAT can't fall below 85%", MetricKey.AHT, CSAT_85),
        (
            "more appointments, from 40 to 60 a week, conversion no lower than 20%",
            MetricKey.APPOINTMENTS,
            guard(MetricKey.CONVERSION_RATE, 20),
        ),
    ],
)
def test_a_safeguard_is_kept_before_the_figures_are_known(
    wish: str, metric: MetricKey, safeguard: Guard
) -> None:
    talk = Talk(wish)
    assert (talk.draft.metric, talk.draft.alternatives, talk.draft.guard) == (metric, (), safeguard)


@pytest.mark.parametrize(
    ("wish", "lever", "safeguard"),
    [
        (
            "monter le CSAT de 78 à 85 % fin juin par un coaching hebdo mais la DMT doit rester sous 6 min",
            "un coaching hebdo",
            guard(MetricKey.AHT, 6, Unit.MINUTES),
        ),
        (
            "reach 90% service level by June by hiring two agents but occupancy must stay under 85%",
            "hiring two agents",
            guard(MetricKey.OCCUPANCY, 85),
        ),
    ],
)
def test_a_safeguard_behind_the_action_is_no_part_of_it(wish: str, lever: str, safeguard: Guard) -> None:
    talk = Talk(wish)
    assert (talk.draft.lever, talk.draft.guard) == (lever, safeguard)


@pytest.mark.parametrize(
    ("wish", "metric"),
    [
        ("Le CSAT doit rester au-dessus de 85 % jusqu’à fin juin", MetricKey.CSAT),
        ("Le CSAT ne doit pas descendre sous 85 %, aujourd’hui 84, fin mars", MetricKey.CSAT),
        ("le taux d’abandon ne doit pas dépasser 5 % d’ici juin", MetricKey.ABANDONMENT_RATE),
        ("CSAT must not drop below 85%", MetricKey.CSAT),
        ("Maintenir le taux de service à 90 % d’ici fin juin", MetricKey.SERVICE_LEVEL),
    ],
)
def test_what_is_to_be_kept_with_nothing_beside_it_is_the_goal(wish: str, metric: MetricKey) -> None:
    draft = Talk(wish).draft
    assert (draft.metric, draft.guard, draft.scope) == (metric, None, None)
    assert draft.target is not None


@pytest.mark.parametrize("wish", ["améliorer le CSAT et réduire la DMT", "improve CSAT and cut AHT"])
def test_two_figures_that_are_both_to_move_stay_two_goals(wish: str) -> None:
    assert Talk(wish).draft.asked is Slot.PART


@pytest.mark.parametrize(
    "wish",
    ["le taux d’abandon ne doit pas dépasser 5 % d’ici juin", "Abandonment must stay under 5% by June"],
)
def test_a_limit_that_is_not_kept_yet_is_a_goal_to_reach(wish: str) -> None:
    kept = Talk(wish).says("4 %").draft
    assert (kept.direction, kept.target is None, kept.asked) == (Direction.MAINTAIN, False, Slot.LEVER)
    reached = Talk(wish).says("9 %").draft
    assert (reached.direction, reached.target is None, reached.asked) == (Direction.REACH, False, Slot.LEVER)


@pytest.mark.parametrize(
    ("wish", "answers", "lever", "safeguard"),
    [
        (
            "réduire la DMT",
            ("6 min", "5 min", "fin juin", "une fiche par motif, la note qualité ne doit pas baisser"),
            "une fiche par motif",
            QUALITY,
        ),
        (
            "reduce AHT",
            ("6 min", "5 min", "end of June", "one tip sheet per reason but CSAT must stay above 85%"),
            "one tip sheet per reason",
            CSAT_85,
        ),
    ],
)
def test_a_safeguard_told_with_the_action_takes_nothing_from_it(
    wish: str, answers: tuple[str, ...], lever: str, safeguard: Guard
) -> None:
    draft = Talk(wish).says(*answers).draft
    assert (draft.lever, draft.guard, draft.asked) == (lever, safeguard, Slot.ORIGIN)


@pytest.mark.parametrize(
    ("wish", "answers"),
    [
        ("réduire la DMT", ("6 min", "5 min mais le CSAT doit rester au-dessus de 85")),
        ("réduire la DMT", ("6 min, et le CSAT ne doit pas passer sous 85 %", "5 min")),
        ("reduce AHT", ("6 min", "5 min, CSAT must stay above 85%")),
    ],
)
def test_a_safeguard_told_with_a_figure_is_kept_beside_it(wish: str, answers: tuple[str, ...]) -> None:
    draft = Talk(wish).says(*answers).draft
    assert (draft.guard, draft.asked) == (CSAT_85, Slot.DEADLINE)
    assert draft.target == Quantity(value=Decimal(5), unit=Unit.MINUTES)
