"""Is it within reach? The sum, held against the team's own weeks, the trade's figures, or a rule of thumb.

The rule of thumb is ours and says so: it looks at the part of what there is to gain (up to the top of the
scale, or relative to the baseline where there is none) that is gained in all, and in four weeks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coach.calendar import working_days
from coach.catalogue import METRICS
from coach.messages.achievability import (
    FromRuleOfThumb,
    OwnPace,
    OwnReferencePoint,
    Reach,
    Reference,
    ReferenceBand,
    ReferenceLabel,
    ReferencePoint,
    RelativeChange,
    RequiredPace,
    RoomTaken,
    VerdictIs,
    WatchGuards,
)
from coach.messages.base import Change, Message, MetricName
from coach.metrics import MetricKey
from coach.metrics import Reference as Figure
from coach.own_levels import bounds_of
from coach.own_metrics import OWN
from coach.plan import PlanRequest
from coach.quantity import SECONDS_IN, Quantity, Unit
from coach.rounding import plain, rounded
from coach.targets import PER_YEAR

ENOUGH_HISTORY = 4
"""Weekly figures from which on the team's own pace counts."""
WINDOW = 4
"""Weeks over which the best pace is looked for: one good week is luck."""
ROUTINE_ALL, ROUTINE_MONTH = Decimal("0.15"), Decimal("0.1")
RARE_ALL, RARE_MONTH = Decimal("0.6"), Decimal("0.4")
_WEEKS_A_MONTH = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a goal is within reach, and the sum that says so."""

    reach: Reach
    lines: tuple[Message, ...]


def verdict(
    request: PlanRequest, references: Sequence[Figure] | None = None, history: Sequence[Decimal] = ()
) -> Verdict:
    """Routine, plausible or rare, with the sum shown.

    The team's own weeks decide where there are four or more: up to their mean pace is routine, up to their
    best four weeks in a row plausible, beyond that rare. Else the rule of thumb decides; a target above every
    reference figure is never routine.

    Args:
        request: What is planned; `target` is known.
        references: Figures of the trade, or the workspace's own; None: the catalogue's.
        history: The metric's last weekly figures in the request's unit, the oldest first.
    """
    if request.target is None:
        return Verdict(Reach.PLAUSIBLE, ())
    weeks = _weeks(request)
    change = request.target - request.baseline
    counted = max(int(rounded(weeks, Decimal(1))), 1)  # the sum is told in whole weeks, and can be done again
    pace = RequiredPace(counted, _told(request, change), _told(request, change / counted))
    if len(history) >= ENOUGH_HISTORY:
        reach, own = _by_history(request, change / weeks, history)
        return Verdict(reach, (VerdictIs(reach), pace, own))
    figures = _comparable(request, METRICS[request.metric].references if references is None else references)
    reach, sizes = _by_rule(request, change, weeks)
    if reach is Reach.ROUTINE and _beyond_all(request, figures):
        reach = Reach.PLAUSIBLE
    notes = [_reference_line(one) for one in _nearest(request, figures)]
    return Verdict(reach, (VerdictIs(reach), pace, *sizes, *notes, FromRuleOfThumb()))


def verdict_lines(request: PlanRequest, references: Sequence[Figure] | None = None) -> tuple[Message, ...]:
    """What to say of a goal's reach before it is confirmed: the verdict, its sum, and what must not break.

    A goal of speed has a guard of its own on its card.
    """
    guards = guard_note(request.metric, request.metric_words)
    return (*verdict(request, references).lines, *((guards,) if guards is not None else ()))


def _weeks(request: PlanRequest) -> Decimal:
    """Working weeks of five days from start to deadline; one day at the least."""
    worked = working_days(request.start, request.deadline, request.calendar, request.contributors)
    return Decimal(max(worked, 1)) / 5


def difference_unit(unit: Unit) -> Unit:
    """The unit of a difference between two levels: points for percent, plain numbers for rates."""
    if unit is Unit.PERCENT:
        return Unit.POINTS
    return Unit.COUNT if unit in PER_YEAR else unit


def whole_difference_unit(unit: Unit) -> Unit:
    """The unit of the whole way: a rate stays one ("+30 a month"), which a step of it does not."""
    return unit if unit in PER_YEAR else difference_unit(unit)


def _difference(request: PlanRequest, change: Decimal) -> Quantity:
    """A difference to two digits at the least; lengths of time in seconds, which are told as they come."""
    unit = difference_unit(request.unit)
    if unit in SECONDS_IN:
        change, unit = change * SECONDS_IN[unit], Unit.SECONDS
    if change:
        change = rounded(change, Decimal(10) ** min(change.adjusted() - 1, 0))
    return Quantity(value=change, unit=unit)


def _told(request: PlanRequest, change: Decimal) -> Change:
    """A difference with its sign."""
    return Change(_difference(request, change))


def _by_history(request: PlanRequest, needed: Decimal, history: Sequence[Decimal]) -> tuple[Reach, OwnPace]:
    """Hold the pace against what the team's own weeks did."""
    sign = 1 if needed > 0 else -1
    span = min(WINDOW, len(history) - 1)
    mean = (history[-1] - history[0]) / (len(history) - 1)
    paces = [(later - earlier) / span for earlier, later in zip(history, history[span:], strict=False)]
    best = max((*paces, mean), key=lambda pace: sign * pace)
    own = OwnPace(len(history), mean=_told(request, mean), best=_told(request, best))
    if abs(needed) <= sign * mean:
        return Reach.ROUTINE, own
    return (Reach.PLAUSIBLE if abs(needed) <= sign * best else Reach.RARE), own


def _by_rule(request: PlanRequest, change: Decimal, weeks: Decimal) -> tuple[Reach, tuple[Message, ...]]:
    """The rule of thumb: the part of the room that is taken, in all and in four weeks.

    From zero nothing is known of the room, and nothing is said of it.
    """
    lowest, highest = bounds_of(request.metric, request.unit, request.own_metric)
    top = highest is not None and change > 0
    room = highest - request.baseline if highest is not None and top else request.baseline - (lowest or 0)
    if room <= 0:
        return Reach.PLAUSIBLE, ()
    part = abs(change) / room
    monthly = part / max(weeks / _WEEKS_A_MONTH, Decimal(1))
    percent = Quantity(value=rounded(part * 100, Decimal(1)), unit=Unit.PERCENT)
    signed = percent.model_copy(update={"value": percent.value if change > 0 else -percent.value})
    told = RoomTaken(percent) if top else RelativeChange(Change(signed))
    if part <= ROUTINE_ALL and monthly <= ROUTINE_MONTH:
        return Reach.ROUTINE, (told,)
    return (Reach.RARE if part > RARE_ALL or monthly > RARE_MONTH else Reach.PLAUSIBLE), (told,)


def _comparable(request: PlanRequest, references: Sequence[Figure]) -> list[Figure]:
    """The reference figures in the request's unit."""
    kept = []
    for one in references:
        if one.low.unit is request.unit:
            kept.append(one)
        elif one.low.unit in SECONDS_IN and request.unit in SECONDS_IN:
            low = one.low.converted(request.unit)
            kept.append(one.model_copy(update={"low": low.model_copy(update={"value": plain(low.value)})}))
    return kept


def _beyond_all(request: PlanRequest, figures: Sequence[Figure]) -> bool:
    """Whether the target is better than every reference figure."""
    assert request.target is not None
    points = [one.low.value for one in figures if one.high is None]
    if not points:
        return False
    rises = request.target > request.baseline
    return request.target > max(points) if rises else request.target < min(points)


def _nearest(request: PlanRequest, figures: Sequence[Figure]) -> list[Figure]:
    """The reference nearest to the target; a band wherever there is one."""
    target = request.target
    assert target is not None
    bands = [one for one in figures if one.high is not None]
    return bands or sorted(figures, key=lambda one: abs(one.low.value - target))[:1]


def _reference_line(figure: Figure) -> Message:
    if figure.label not in set(ReferenceLabel) or figure.label == OWN:
        return OwnReferencePoint(figure.low, figure.source)
    what = Reference(ReferenceLabel(figure.label))
    if figure.high is not None:
        return ReferenceBand(figure.low, figure.high, what)
    return ReferencePoint(figure.low, what)


def guard_note(metric: MetricKey, words: str | None = None) -> WatchGuards | None:
    """What must not break while the metric moves; None where nothing is known to be at stake."""
    guards = METRICS[metric].guards
    if not guards:
        return None
    return WatchGuards(MetricName(metric, words), tuple(MetricName(guard) for guard in guards))
