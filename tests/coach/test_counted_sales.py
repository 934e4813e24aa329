"""Sales on top of what the customer came for: a number of them, or a share of the contacts."""

from datetime import date
from decimal import Decimal

import pytest

from coach.language import understand
from coach.language.reading import Language, Slot
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
        (
            "plus de ventes additionnelles",
            "120 ventes par mois aujourd’hui, 150 par mois",
            Language.FR,
            number(120, Unit.PER_MONTH),
            number(150, Unit.PER_MONTH),
        ),
        (
            "more add-on sales",
            "120 sales a month today, 150 a month",
            Language.EN,
            number(120, Unit.PER_MONTH),
            number(150, Unit.PER_MONTH),
        ),
        ("more upsells", "50 sales today, 80 sales by June", Language.EN, number(50), number(80)),
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


@pytest.mark.parametrize(
    ("wish", "answers", "words", "baseline", "target"),
    [
        ("moins d’escalades", ("40 par semaine", "25"), "escalades", 40, 25),
        ("réduire l’attrition", ("40 clients par mois", "25 par mois"), "attrition", 40, 25),
        ("fewer abandoned calls", ("40 a day", "20 a day"), "abandoned calls", 40, 20),
        ("reduce turnover", ("3 a month", "1 a month"), "turnover", 3, 1),
        ("improve conversion", ("30 sales a month", "40"), "sales", 30, 40),
    ],
)
def test_a_team_that_only_counts_what_is_a_share_follows_its_number(
    wish: str, answers: tuple[str, ...], words: str, baseline: int, target: int
) -> None:
    talk = Talk(wish).says(*answers)
    draft = talk.draft
    assert (draft.metric, draft.metric_words) == (MetricKey.OTHER, words)
    assert draft.baseline is not None
    assert draft.target is not None
    assert (int(draft.baseline.value), int(draft.target.value)) == (baseline, target)
    assert talk.asked[:3] == [Slot.BASELINE, Slot.TARGET, Slot.DEADLINE]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("passer de 120 à 150 ventes par mois d’ici fin mars", "ventes"),
        ("from 120 to 150 sales a month by 31 March", "sales"),
    ],
)
def test_so_many_sales_are_no_amount_of_money(wish: str, words: str) -> None:
    draft = Talk(wish).draft
    assert (draft.metric, draft.metric_words, draft.alternatives) == (MetricKey.OTHER, words, ())
    assert draft.target == number(150, Unit.PER_MONTH)


def test_an_amount_of_sales_stays_money() -> None:
    draft = Talk("augmenter les ventes de 20 000 à 25 000 € par mois d’ici fin juin").draft
    assert draft.metric is MetricKey.REVENUE


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("passer de 120 à 150 ventes additionnelles par mois d’ici fin mars", "+30 par mois"),
        ("from 120 to 150 additional sales a month by 31 March", "+30 a month"),
    ],
)
def test_the_card_says_of_a_rate_what_the_change_is(wish: str, change: str) -> None:
    talk = Talk(wish).says("role play", "guess, all there", "customers")
    assert talk.is_ready
    assert f"({change})" in talk.text
