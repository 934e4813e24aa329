"""Sales on top of what the customer came for: a number of them, or a share of the contacts."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import understand
from coach.language.reading import Language
from coach.metrics import MetricKey, is_called
from coach.quantity import Quantity, Unit
from tests.coach.talk import Talk


def number(value: int, unit: Unit = Unit.COUNT) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("wish", "answer", "language", "baseline", "target"),
    [
        (
            "more upsells",
            "I want 60 upsells sold by 31 January, we are at 42",
            Language.EN,
            number(42),
            number(60),
        ),
        ("more upsells", "sell 300 upgrades by 31 January, we are at 0", Language.EN, number(0), number(300)),
        (
            "more upsells",
            "42 a month, want 60",
            Language.EN,
            number(42, Unit.PER_MONTH),
            number(60, Unit.PER_MONTH),
        ),
        (
            "more additional sales",
            "we sold 42 last month, 60 would be good",
            Language.EN,
            number(42),
            number(60),
        ),
        (
            "plus de ventes additionnelles",
            "60 ventes additionnelles par mois d'ici fin janvier, on en est à 42",
            Language.FR,
            number(42, Unit.PER_MONTH),
            number(60, Unit.PER_MONTH),
        ),
        (
            "plus de montée en gamme",
            "42 par mois, viser 60",
            Language.FR,
            number(42, Unit.PER_MONTH),
            number(60, Unit.PER_MONTH),
        ),
    ],
)
def test_a_number_of_sales_is_followed_as_a_number(
    wish: str, answer: str, language: Language, baseline: Quantity, target: Quantity
) -> None:
    talk = Talk(wish, language).says(answer)
    assert talk.draft.metric is MetricKey.ADDITIONAL_SALES
    assert (talk.draft.baseline, talk.draft.target) == (baseline, target)


@pytest.mark.parametrize(
    "text",
    ["increase the upsell rate from 6 to 9% by March", "6 % de ventes croisées aujourd'hui, 9 % fin juillet"],
)
def test_a_share_of_the_contacts_stays_a_share(text: str) -> None:
    read = understand(text, None, date(2027, 1, 4))
    assert read.metric in {MetricKey.UPSELL, MetricKey.CROSS_SELL}
    assert read.target == number(9, Unit.PERCENT)


def test_additional_is_a_part_of_the_name_and_no_change() -> None:
    read = understand("faire 60 ventes additionnelles d'ici fin mars, 42 aujourd'hui", None, date(2027, 1, 4))
    assert (read.baseline, read.target, read.delta) == (number(42), number(60), None)


def test_counted_sales_go_by_the_names_of_their_shares() -> None:
    assert is_called(MetricKey.ADDITIONAL_SALES, MetricKey.UPSELL)
    assert not is_called(MetricKey.UPSELL, MetricKey.ADDITIONAL_SALES)
