"""The trade's formulas, from raw answers, with what they are made of."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from coach import formulas
from coach.errors import Refused
from coach.formulas import Computed
from coach.messages.base import Message
from coach.messages.figures import AnswerOffScale, NothingToCompute, PartAboveWhole
from coach.quantity import Quantity, Unit


def hours(figure: str) -> Quantity:
    return Quantity(value=Decimal(figure), unit=Unit.HOURS)


@pytest.mark.parametrize(
    ("compute", "figure", "unit", "sample"),
    [
        (lambda: formulas.csat([5, 4, 4, 3, 1]), "60", Unit.PERCENT, 5),
        (lambda: formulas.csat_mean([5, 4, 4, 3, 1]), "3.4", Unit.SCORE, 5),
        (lambda: formulas.nps([10, 9, 8, 7, 6, 0]), "0", Unit.SCORE, 6),
        (lambda: formulas.nps([10, 9, 9]), "100", Unit.SCORE, 3),
        (lambda: formulas.ces([1, 2, 2]), "1.67", Unit.SCORE, 3),
        (lambda: formulas.fcr(150, 200), "75", Unit.PERCENT, 200),
        (lambda: formulas.aht(hours("9"), hours("1"), hours("2"), 120), "360", Unit.SECONDS, 120),
        (lambda: formulas.occupancy(hours("24"), hours("4"), hours("35")), "80", Unit.PERCENT, 35),
        (lambda: formulas.service_level(9, 10), "90", Unit.PERCENT, 10),
        (lambda: formulas.retention(2, 3), "66.67", Unit.PERCENT, 3),
        (lambda: formulas.attrition(1, 3), "33.33", Unit.PERCENT, 3),
        (lambda: formulas.cross_sell(6, 400), "1.5", Unit.PERCENT, 400),
        (lambda: formulas.sentiment(60, 20, 200), "20", Unit.SCORE, 200),
    ],
)
def test_a_formula_gives_its_figure_and_keeps_its_sample(
    compute: Callable[[], Computed], figure: str, unit: Unit, sample: int
) -> None:
    assert compute() == Computed(figure=Quantity(value=Decimal(figure), unit=unit), sample=sample)


@pytest.mark.parametrize(
    ("compute", "says"),
    [
        (lambda: formulas.csat([]), NothingToCompute),
        (lambda: formulas.csat([6]), AnswerOffScale),
        (lambda: formulas.nps([-1]), AnswerOffScale),
        (lambda: formulas.fcr(3, 0), NothingToCompute),
        (lambda: formulas.fcr(3, 2), PartAboveWhole),
        (lambda: formulas.aht(hours("1"), hours("0"), hours("0"), 0), NothingToCompute),
        (lambda: formulas.sentiment(3, 3, 5), PartAboveWhole),
    ],
)
def test_what_cannot_be_computed_is_refused(compute: Callable[[], Computed], says: type[Message]) -> None:
    with pytest.raises(Refused) as refused:
        compute()
    assert isinstance(refused.value.says, says)
