"""A plan as a table and as JSON: the pure part of `jalon plan`."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from coach.achievability import difference_unit, guard_note
from coach.calendar import calendar_in, check_country, check_region
from coach.errors import Refused
from coach.goal import Path, Period, Plan
from coach.guard import SPEED
from coach.messages.base import Change, Message, MetricName
from coach.messages.planning import FigureBeyondPlanning, MetricUnknown
from coach.metrics import Kind, MetricKey
from coach.plan import PlanRequest, path_note, plan_warnings, split_share
from coach.progress import shown_share
from coach.quantity import Quantity, Unit, Value
from coach.targets import in_metric_unit, kind_in


class PlanRow(Value):
    """A line of the table: a month or a week."""

    start: date
    end: date
    working_days: int
    level: Quantity
    """Expected level at the end."""
    share: Quantity
    """What the period brings, with its sign; percent differ by points."""
    parts: tuple[Decimal, ...] = ()
    """Each contributor's part of the share, adding up to it; counted metrics with several people only."""

    @property
    def change(self) -> Change:
        """The share as a change to be told with its sign."""
        return Change(self.share)


def plan_request(
    metric: str,
    baseline: Decimal,
    target: Decimal,
    *,
    start: date,
    deadline: date,
    country: str | None = None,
    region: str | None = None,
    contributors: int = 1,
    path: Path | None = None,
    rate: Decimal | None = None,
) -> PlanRequest:
    """What a plan is made from, from bare figures: 78 is 78 % for CSAT, 4.2 a mean out of 5.

    Args:
        metric: The metric's key, such as "csat".
        baseline: Where it stands, in the metric's usual unit.
        target: Where it is to be.
        start: First day.
        deadline: Last day.
        country: ISO 3166-1 code for public holidays, with a subdivision if need be ("FR-57"); None: none.
        region: Subdivision of the country.
        contributors: How many people take part.
        path: How the way is laid; None: the coach chooses.
        rate: A change a month, as a share, that compounds.

    Raises:
        Refused: the metric or the country is unknown, or a figure cannot be one of the metric's.
    """
    if metric not in set(MetricKey):
        raise Refused(MetricUnknown(metric, tuple(key.value for key in MetricKey)))
    key = MetricKey(metric)
    if not (baseline.is_finite() and target.is_finite()):
        raise Refused(FigureBeyondPlanning(MetricName(key)))
    if country is not None:
        country, _, part = country.upper().partition("-")
        check_country(country)
        region = region or part or None
        region = check_region(country, region) if region is not None else None
    known = in_metric_unit(key, Quantity(value=baseline, unit=Unit.COUNT))
    aim = in_metric_unit(key, Quantity(value=target, unit=Unit.COUNT), like=known)
    return PlanRequest(
        metric=key,
        unit=known.unit,
        baseline=known.value,
        target=aim.value,
        start=start,
        deadline=deadline,
        path=path,
        rate=rate,
        calendar=calendar_in(country, region),
        contributors=max(contributors, 1),
    )


def report_warnings(request: PlanRequest, plan: Plan) -> tuple[Message, ...]:
    """What somebody who reads the plan should know: a rate's real end, light weeks, what must not break."""
    rate = (path_note(request, plan),) if request.rate is not None else ()
    guards = guard_note(request.metric, request.metric_words) if request.metric in SPEED else None
    return (*rate, *plan_warnings(request, plan), *((guards,) if guards is not None else ()))


def plan_json(plan: Plan, warnings: Sequence[str] = ()) -> dict[str, Any]:
    """The plan as a JSON object.

    Args:
        plan: The plan.
        warnings: What has to be said of it, in words.

    Returns:
        `{"months": [{"end", "level", "share"}], "weeks": [{"start", "end", "working_days", "level",
        "share"}], "reaches": number, "warnings": [..]}` with dates in ISO 8601.
    """
    return {
        "months": [
            {"end": one.end.isoformat(), "level": _number(one.level), "share": _number(one.share)}
            for one in plan.months
        ],
        "weeks": [
            {
                "start": one.start.isoformat(),
                "end": one.end.isoformat(),
                "working_days": one.working_days,
                "level": _number(one.level),
                "share": _number(one.share),
            }
            for one in plan.weeks
        ],
        "reaches": _number(plan.reaches),
        "warnings": list(warnings),
    }


def _number(figure: Decimal) -> int | float:
    """A whole number where it is one."""
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def month_rows(request: PlanRequest, plan: Plan) -> tuple[PlanRow, ...]:
    """The months as lines of a table."""
    return tuple(_row(request, one) for one in plan.months)


def week_rows(request: PlanRequest, plan: Plan) -> tuple[PlanRow, ...]:
    """The weeks as lines of a table."""
    return tuple(_row(request, one) for one in plan.weeks)


def _row(request: PlanRequest, period: Period) -> PlanRow:
    counted = kind_in(request.metric, request.unit) is Kind.COUNT
    several = counted and request.contributors > 1
    return PlanRow(
        start=period.start,
        end=period.end,
        working_days=period.working_days,
        level=request.quantity(period.level),
        share=Quantity(value=shown_share(period, request.unit), unit=difference_unit(request.unit)),
        parts=split_share(period.share, [Decimal(1)] * request.contributors) if several else (),
    )
