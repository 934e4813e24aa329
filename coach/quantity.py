"""Figures with their unit, as a team lead means them: `78 %`, `4 min 30`, `12 a week`."""

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value of the product, compared by what it holds and kept as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "percent"
    POINTS = "points"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    COUNT = "count"
    SCORE = "score"
    CURRENCY = "currency"  # money whose currency was not said
    EUR = "eur"
    USD = "usd"
    GBP = "gbp"
    CHF = "chf"
    PER_DAY = "per_day"
    PER_WEEK = "per_week"
    PER_MONTH = "per_month"


SECONDS_IN: dict[Unit, Decimal] = {
    Unit.SECONDS: Decimal(1),
    Unit.MINUTES: Decimal(60),
    Unit.HOURS: Decimal(3600),
    Unit.DAYS: Decimal(86400),
}
"""Seconds in one of each unit of duration (a day of 24 hours)."""

MONEY = frozenset({Unit.CURRENCY, Unit.EUR, Unit.USD, Unit.GBP, Unit.CHF})
"""Amounts of money. A dollar is a dollar: which country's is not told by its sign."""


class Quantity(Value):
    """A figure and its unit. A share of 78 % is `Quantity(value=78, unit=PERCENT)`, not 0.78."""

    value: Decimal
    unit: Unit

    @property
    def is_duration(self) -> bool:
        """Whether this is a length of time."""
        return self.unit in SECONDS_IN

    def converted(self, unit: Unit) -> "Quantity":
        """The same length of time in another unit of duration.

        Raises:
            ValueError: one of the two units is not a duration.
        """
        if unit is self.unit:
            return self
        if not self.is_duration or unit not in SECONDS_IN:
            raise ValueError(f"{self.unit} cannot be told in {unit}")
        return Quantity(value=self.value * SECONDS_IN[self.unit] / SECONDS_IN[unit], unit=unit)
