"""A metric in somebody's own words: typos, a unit told late, and no dead end on the way."""

from decimal import Decimal

import pytest

from coach.language.reading import Language, Slot
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from tests.coach.desk import percent
from tests.coach.talk import Talk

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("language", "wish"),
    [
        (EN, "schedule adherance up to 92% by 15 june, its 86 now, so the queue is covered"),
        (EN, "rota compliance from 86 to 92% so everyone is on the phone when it rings"),
        (FR, "adhérance au planning de 86 à 92 % pour que la file soit tenue"),
    ],
)
def test_the_name_at_the_head_is_the_metric_though_it_holds_a_typo(language: Language, wish: str) -> None:
    talk = Talk(wish, language)
    assert talk.draft.metric is MetricKey.OTHER
    assert (talk.draft.baseline, talk.draft.target) == (percent(86), percent(92))
    assert talk.draft.relevance is not None


@pytest.mark.parametrize("said", ["86% to 92%", "92%", "86 percent today, 92 percent target"])
def test_a_bare_figure_takes_the_unit_that_is_told_next(said: str) -> None:
    talk = Talk("improve schedule adherence", EN).says("86")
    assert talk.draft.baseline == Quantity(value=Decimal(86), unit=Unit.COUNT)
    talk.says(said)
    assert (talk.draft.baseline, talk.draft.target) == (percent(86), percent(92))


def test_a_count_above_a_hundred_becomes_no_share() -> None:
    talk = Talk("fewer complaints", EN).says("320", "10%")
    assert talk.draft.baseline is not None
    assert talk.draft.baseline.unit is Unit.COUNT


@pytest.mark.parametrize(
    ("language", "wish", "said"),
    [
        (EN, "improve CSAT from 78% to 85% by end of June", "today it is 78%"),
        (EN, "improve CSAT from 78% to 85% by end of June", "86 percent today, 92 percent target"),
        (FR, "améliorer le CSAT de 78 % à 85 % d'ici fin juin", "aujourd'hui on est à 78 %"),
    ],
)
def test_where_things_stand_is_nothing_to_do(language: Language, wish: str, said: str) -> None:
    talk = Talk(wish, language)
    assert talk.draft.asked is Slot.LEVER
    assert talk.says(said).draft.lever is None
