"""The backwards plan: from the deadline to month ends, then to weeks, such that the parts add up.

The change is split by month and then, inside each month, by week, each time in the smallest step that the
metric is told in (whole units where it is counted), by largest remainder. So the weeks of a month make the
month, and the months the target, exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import Decimal, localcontext

from coach.calendar import WorkingCalendar
from coach.errors import Refused
from coach.goal import Path, Period, Plan
from coach.language.reading import Direction
from coach.messages.base import Change, MetricName
from coach.messages.planning import (
    CompoundingFromZero,
    FigureBeyondPlanning,
    PlanDeadlinePast,
    PlanNeedsTarget,
    PlanTooLong,
    PlanWithoutWorkingDay,
    RateImpossible,
)
from coach.metrics import Kind, MetricKey
from coach.own_metrics import OwnMetric
from coach.plan.paths import Stretch, choose_path, month_lengths, piece_weights, stretch
from coach.quantity import Quantity, Unit, Value
from coach.rounding import largest_remainder, plain, rounded
from coach.targets import PER_YEAR, check_level, check_target, kind_in

MOST_YEARS = 5
"""A plan by week says nothing beyond this."""
_LEAST, _MOST = Decimal(10) ** -9, Decimal(10) ** 12
_EXACT = 60
"""Digits in which sums of levels are exact, whatever figures in these bounds come in."""
_FINEST = Decimal("0.000001")


class PlanRequest(Value):
    """What a plan is made from. Levels are in `unit`."""

    metric: MetricKey
    metric_words: str | None = None
    """The metric in the person's own words, where it is `OTHER`."""
    own_metric: OwnMetric | None = None
    """What the workspace says of the metric, where it is one that it added."""
    unit: Unit
    baseline: Decimal
    target: Decimal | None = None
    """The level on the deadline. May be left out where there is a rate."""
    direction: Direction | None = None
    """Which way was wished, where it was said: contacts may be meant to rise."""
    start: date
    deadline: date
    path: Path | None = None
    """None: the coach chooses."""
    rate: Decimal | None = None
    """A change a month as a share (-0.05 is five percent less each month); it compounds, and the plan ends
    where it leads, not at the target."""
    calendar: WorkingCalendar = WorkingCalendar()
    contributors: int = 1
    """How many people take part, for absences."""

    @property
    def name(self) -> MetricName:
        """The metric as it is named to people."""
        return MetricName(self.metric, self.metric_words)

    def quantity(self, value: Decimal) -> Quantity:
        """A level with its unit."""
        return Quantity(value=value, unit=self.unit)


@dataclass(frozen=True, slots=True)
class _Course:
    """Where a plan goes, once everything about it is settled."""

    path: Path
    rate: Decimal | None
    reaches: Decimal
    step: Decimal


def make_plan(request: PlanRequest) -> Plan:
    """The plan from the start to the deadline, by month ends and by weeks (Monday to Sunday).

    The first period begins on the start, the last ends on the deadline; a period in which nobody works
    carries nothing; levels only move towards the end level.

    Raises:
        Refused: there is nothing to plan, or it cannot be: the deadline lies before the start or more than
            five years later, nobody works in between, the target equals the baseline, is out of the metric's
            bounds or runs against the wish, or a rate cannot lead there.
    """
    _check_time(request)
    _check_figures(request)
    way = stretch(request.start, request.deadline, request.calendar, request.contributors)
    if way.work == 0:
        raise Refused(PlanWithoutWorkingDay(request.start, request.deadline))
    course = _course(request, way)
    with localcontext() as context:
        context.prec = _EXACT
        shares = _piece_shares(course.reaches - request.baseline, course, way)
        months = _periods(request.baseline, way.months, [piece.month for piece in way.pieces], way, shares)
        weeks = _periods(request.baseline, way.weeks, [piece.week for piece in way.pieces], way, shares)
    return Plan(
        path=course.path,
        start=request.start,
        deadline=request.deadline,
        months=months,
        weeks=weeks,
        reaches=course.reaches,
        rate=course.rate,
    )


def _check_time(request: PlanRequest) -> None:
    if request.deadline < request.start:
        raise Refused(PlanDeadlinePast(request.start, request.deadline))
    if (request.deadline - request.start).days > MOST_YEARS * 366 or request.deadline.year >= MAXYEAR:
        raise Refused(PlanTooLong(MOST_YEARS))


def _check_figures(request: PlanRequest) -> None:
    figures = [request.baseline, *([] if request.target is None else [request.target])]
    if any(figure and not _LEAST <= abs(figure) <= _MOST for figure in figures):
        raise Refused(FigureBeyondPlanning(request.name))
    for figure in figures:
        check_level(request.metric, request.quantity(figure), request.metric_words)
    if request.target is not None:
        _check_end(request, request.target, request.direction)
    elif request.rate is None:
        raise Refused(PlanNeedsTarget(request.name))
    if request.rate is not None and not -1 < request.rate <= 1:
        raise Refused(RateImpossible(Change(Quantity(value=plain(request.rate * 100), unit=Unit.PERCENT))))


def _check_end(request: PlanRequest, level: Decimal, direction: Direction | None) -> None:
    """See that a level is one to work towards."""
    said = None if direction is Direction.MAINTAIN else direction
    end, baseline = request.quantity(level), request.quantity(request.baseline)
    check_target(request.metric, baseline, end, said, request.metric_words)


def _course(request: PlanRequest, way: Stretch) -> _Course:
    """The path, its rate, and the level that it ends on."""
    if request.rate is not None:
        return _course_by_rate(request, request.rate, way)
    target = request.target
    assert target is not None
    length = (request.deadline - request.start).days + 1
    path = request.path or choose_path(request.metric, request.baseline, target, length)
    rate = needed_rate(request, way) if path is Path.COMPOUNDING else None
    return _Course(path, rate, plain(target), step_of(request, target, way))


def _course_by_rate(request: PlanRequest, rate: Decimal, way: Stretch) -> _Course:
    """A course that keeps a rate, wherever it leads. A rate without a sign takes the target's direction."""
    if request.baseline <= 0 or rate == 0:
        raise Refused(CompoundingFromZero(request.name))
    if request.target is not None:
        rate = abs(rate) if request.target > request.baseline else -abs(rate)
    exact = request.baseline * (1 + rate) ** sum(month_lengths(way), Decimal(0))
    step = step_of(request, exact, way)
    reaches = rounded(exact, step)
    if reaches == request.baseline:
        reaches, step = plain(exact), _FINEST
    _check_end(request, reaches, request.direction)
    return _Course(Path.COMPOUNDING, rate, reaches, step)


def needed_rate(request: PlanRequest, way: Stretch | None = None) -> Decimal:
    """The change a month, as a share, that leads from the baseline to the target when it compounds.

    `(target / baseline) ** (1 / months) - 1`, where a month cut by the start or the deadline counts in
    proportion to its days.

    Raises:
        Refused: baseline or target is not above zero.
    """
    way = way or stretch(request.start, request.deadline, request.calendar, request.contributors)
    months = sum(month_lengths(way), Decimal(0))
    if request.target is None or request.baseline <= 0 or request.target <= 0 or months == 0:
        raise Refused(CompoundingFromZero(request.name))
    return Decimal((request.target / request.baseline) ** (1 / months)) - 1


def is_whole(figure: Decimal) -> bool:
    """Whether a figure is a whole number."""
    return figure == figure.to_integral_value()


def step_of(request: PlanRequest, end: Decimal, way: Stretch) -> Decimal:
    """The smallest step that levels are told in: 1 for counts, else such that a week has two or more."""
    counted = kind_in(request.metric, request.unit) is Kind.COUNT
    whole_end = is_whole(end) or request.target is None or request.rate is not None
    if counted and is_whole(request.baseline) and whole_end:
        return Decimal(1)
    step = Decimal(1)
    while step > _FINEST and step * 2 * len(way.weeks) > abs(end - request.baseline):
        step /= 10
    return step


def _piece_shares(total: Decimal, course: _Course, way: Stretch) -> list[Decimal]:
    """What each piece contributes: the months by largest remainder, then the pieces of each month."""
    weights = piece_weights(course.path, way, course.rate)
    by_month: list[list[int]] = [[] for _ in way.months]
    for index, piece in enumerate(way.pieces):
        by_month[piece.month].append(index)
    month_weights = [sum((weights[index] for index in indexes), Decimal(0)) for indexes in by_month]
    shares = [Decimal(0)] * len(way.pieces)
    months = largest_remainder(total, month_weights, course.step)
    for share, weight, indexes in zip(months, month_weights, by_month, strict=True):
        if weight > 0:
            parts = largest_remainder(share, [weights[index] for index in indexes], course.step)
            for index, part in zip(indexes, parts, strict=True):
                shares[index] = part
    return shares


def _periods(
    level: Decimal,
    spans: Sequence[tuple[date, date]],
    span_of: Sequence[int],
    way: Stretch,
    shares: Sequence[Decimal],
) -> tuple[Period, ...]:
    """Months or weeks made of their pieces; `span_of` says which one each piece belongs to."""
    contributed, worked = [Decimal(0)] * len(spans), [0] * len(spans)
    for span, share, piece in zip(span_of, shares, way.pieces, strict=True):
        contributed[span] += share
        worked[span] += piece.working_days
    periods = []
    for (start, end), share, worked_days in zip(spans, contributed, worked, strict=True):
        level += share
        periods.append(
            Period(start=start, end=end, working_days=worked_days, level=plain(level), share=plain(share))
        )
    return tuple(periods)


def split_share(share: Decimal, weights: Sequence[Decimal], *, whole: bool = True) -> tuple[Decimal, ...]:
    """Split a period's share among contributors, so that their parts add up to it exactly.

    Args:
        share: What the period contributes; may be negative.
        weights: One a person: equal numbers, hours, or parts set by hand.
        whole: In whole units (counted metrics), else in thousandths of the share.
    """
    step = Decimal(1) if whole or share == 0 else abs(share) / 1000
    return largest_remainder(share, weights, step)


def daily_step(request: PlanRequest, period: Period) -> Decimal | None:
    """How many more (or, negative, fewer) a day than at the start the period asks for.

    A rate's step is the difference of its level from the baseline, told a day (five working days a week, 260
    a year); a total's is what the period brings, over its working days. None where a day says nothing: what
    is not counted, contacts that are to come in less, and a level of unknown period over more than a week.
    """
    if kind_in(request.metric, request.unit) is not Kind.COUNT or period.working_days == 0:
        return None
    if request.metric is MetricKey.CONTACT_VOLUME and period.share < 0:
        return None
    if request.unit in PER_YEAR:
        gained = period.level - request.baseline
        return plain(gained * PER_YEAR[request.unit] / PER_YEAR[Unit.PER_DAY])
    one_week = (request.deadline - request.start).days < 7
    total = request.baseline == 0 or request.metric is MetricKey.TICKET_BACKLOG
    if not (one_week or total):
        return None
    return plain(period.share / period.working_days)
