"""What would bring a rare goal within reach: a nearer target, or a later end."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from coach.achievability import verdict
from coach.messages.achievability import Reach
from coach.metrics import Kind, Reference
from coach.plan import PlanRequest
from coach.quantity import Quantity, Unit
from coach.rounding import rounded
from coach.targets import kind_in
from coach.visibility import end_of_month

PARTS = (Decimal("0.75"), Decimal("0.6"), Decimal("0.5"), Decimal("0.4"), Decimal("0.3"), Decimal("0.2"))
"""Parts of the change that are tried, the largest first."""
MONTHS = 12
"""Months more that are tried."""


def nearer(
    request: PlanRequest, history: Sequence[Decimal] = (), references: Sequence[Reference] | None = None
) -> Quantity | None:
    """The farthest round target on the way that is not rare; None where there is none."""
    assert request.target is not None
    for part in PARTS:
        level = rounded(request.baseline + (request.target - request.baseline) * part, _step(request))
        if level == request.baseline:
            return None
        if verdict(_with(request, target=level), references, history).reach is not Reach.RARE:
            return Quantity(value=level, unit=request.unit)
    return None


def later(
    request: PlanRequest, history: Sequence[Decimal] = (), references: Sequence[Reference] | None = None
) -> date | None:
    """The nearest end of a month by which the target is not rare; None where a year does not do it."""
    for month in range(1, MONTHS + 1):
        end = end_of_month(request.deadline + timedelta(days=30 * month))
        if verdict(_with(request, deadline=end), references, history).reach is not Reach.RARE:
            return end
    return None


def stretch_reach(
    request: PlanRequest,
    stretch: Quantity,
    history: Sequence[Decimal] = (),
    references: Sequence[Reference] | None = None,
) -> Reach:
    """How far within reach the figure hoped for is."""
    return verdict(_with(request, target=stretch.value), references, history).reach


def _with(
    request: PlanRequest, *, target: Decimal | None = None, deadline: date | None = None
) -> PlanRequest:
    wanted = request.target if target is None else target
    return request.model_copy(update={"target": wanted, "deadline": deadline or request.deadline})


def _step(request: PlanRequest) -> Decimal:
    """How finely a target is told: whole units, a tenth for means and small figures."""
    if request.unit is Unit.SCORE and kind_in(request.metric, request.unit) is Kind.MEAN:
        return Decimal("0.1")
    return Decimal("0.1") if abs(request.baseline) < 10 else Decimal(1)
