"""A count of which it is open whether it is the month's or the week's: both are offered, none is guessed."""

from decimal import Decimal

from coach.errors import Refused
from coach.following import CheckIn
from coach.goal import Goal
from coach.goal_levels import level_of
from coach.language.check_in import CheckInReading
from coach.language.counted_period import RATES, period_only
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.messages.figures import MonthOrWeek
from coach.messages.following import LabelSure
from coach.naming import metric_of
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.rounding import rounded
from coach.speech import Button, Line, Row, Speech, Verb

_SUFFIX = {
    (Language.FR, Unit.PER_WEEK): " par semaine",
    (Language.FR, Unit.PER_MONTH): " par mois",
    (Language.EN, Unit.PER_WEEK): " a week",
    (Language.EN, Unit.PER_MONTH): " a month",
}
_UNIT_ONLY = rx(r"^(?:en |des |in )?(?:s|sec|secondes?|seconds?|min|minutes?)[ .!]*$")
FEW = 20
"""A converted rate below this keeps its decimals."""
_OPEN = frozenset({Unit.COUNT, Unit.PER_MONTH, Unit.PER_WEEK})


def month_or_week(
    goal: Goal, check_in: CheckIn, figure: Quantity, before: Quantity | None, language: Language
) -> Speech | None:
    """What asks of a goal kept by the month which period a count is of; None where only one is likely.

    Args:
        goal: The goal.
        check_in: The question that was answered.
        figure: The count as it was understood.
        before: The level before it.
        language: Whose words the buttons stand for.
    """
    if before is None or before.unit is not Unit.PER_MONTH or figure.unit not in _OPEN:
        return None
    month = Quantity(value=figure.value, unit=Unit.PER_MONTH)
    week = Quantity(value=figure.value, unit=Unit.PER_WEEK)
    try:
        as_month = whole_rate(level_of(goal, week), week)
    except Refused:
        return None
    likely = is_doubtful(goal.metric, month, before) is not is_doubtful(goal.metric, as_month, before)
    taken = as_month if figure.unit is Unit.PER_WEEK else month
    if not likely or not is_doubtful(goal.metric, taken, before):
        return None
    buttons = tuple(
        Button(Verb.SURE, LabelSure(one), check_in.id, value=in_period(figure, one.unit, language))
        for one in (month, week)
    )
    return Speech((Line(MonthOrWeek(metric_of(goal), month, week, as_month, before)), Row(buttons)))


def in_period(figure: Quantity, unit: Unit, language: Language) -> str:
    """The words for a count of a period, as somebody would write them."""
    return f"{figure.value.normalize():f}{_SUFFIX[language, unit]}"


def told_of_period(figure: Quantity | None, text: str, language: Language) -> str | None:
    """The doubted count with the period that its owner has named since ("par semaine"); else None."""
    unit = period_only(text)
    counted = figure is not None and figure.unit in _OPEN
    return in_period(figure, unit, language) if counted and figure is not None and unit is not None else None


def told_in_unit(before: CheckInReading, words: str, text: str) -> str | None:
    """The change of a length of time ("+2") with the unit that was asked for ("secondes"); else None."""
    alone = before.unit_open and _UNIT_ONLY.search(fold(plain(text)))
    return f"{words} {plain(text)}" if alone else None


def whole_rate(value: Quantity, figure: Quantity) -> Quantity:
    """A rate that was converted from another period, without decimals where it is more than a few."""
    if value.unit is figure.unit or value.unit not in RATES or figure.unit not in RATES or value.value < FEW:
        return value
    return Quantity(value=rounded(value.value, Decimal(1)), unit=value.unit)
