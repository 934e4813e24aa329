"""The five criteria and the slots that fill them (Doran, 1981): what is known, and what is asked next."""

from enum import StrEnum

from coach.draft import Draft
from coach.guard import SPEED, Guard, proposed
from coach.language.reading import Direction, Slot
from coach.messages.base import MetricName
from coach.metrics import MetricKey, Polarity
from coach.quantity import Quantity
from coach.samples import SURVEYED
from coach.targets import falls, level_after
from coach.visibility import Sought, is_refused


class Criterion(StrEnum):
    """The five letters."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    RELEVANT = "relevant"
    TIME_BOUND = "time_bound"


SLOTS_OF: dict[Criterion, tuple[Slot, ...]] = {
    Criterion.SPECIFIC: (Slot.PART, Slot.LEVER),
    Criterion.MEASURABLE: (Slot.METRIC, Slot.BASELINE, Slot.TARGET, Slot.CHANGE, Slot.ANSWERS, Slot.GUARD),
    Criterion.ACHIEVABLE: (Slot.ORIGIN, Slot.RESOURCES),
    Criterion.RELEVANT: (Slot.RELEVANCE,),
    Criterion.TIME_BOUND: (Slot.DEADLINE,),
}
"""What each criterion needs. The owner is the author until somebody else is named."""

ORDER: tuple[Slot, ...] = (
    Slot.PART,
    Slot.METRIC,
    Slot.BASELINE,
    Slot.TARGET,
    Slot.CHANGE,
    Slot.DEADLINE,
    Slot.LEVER,
    Slot.ORIGIN,
    Slot.RESOURCES,
    Slot.RELEVANCE,
)
"""The order of asking: what is wanted, by when, how, whether it can be, what for."""
MORE: tuple[Slot, ...] = (Slot.ANSWERS, Slot.GUARD)
"""What is asked besides, last of all, as long as the questions do not become too many (docs/coaching.md)."""
FEW, MOST = 3, 8
"""A text that leaves so few open is asked nothing besides; no wish is asked more questions than `MOST`."""


def is_open(draft: Draft, slot: Slot) -> bool:
    """Whether this slot still has to be asked about."""
    if slot in draft.reopened or slot in draft.unit_open:
        return True
    match slot:
        case Slot.PART:
            return bool(draft.parts)
        case Slot.METRIC:
            return draft.metric is None or bool(draft.alternatives) or draft.meant is not None
        case Slot.BASELINE:
            return draft.baseline is None and not draft.baseline_unknown
        case Slot.TARGET:
            return draft.target is None and draft.delta is None and draft.rate is None
        case Slot.CHANGE:
            return draft.change_open
        case Slot.DEADLINE:
            return draft.deadline is None
        case Slot.LEVER:
            return draft.lever is None
        case Slot.ORIGIN:
            return draft.origin is None
        case Slot.RESOURCES:
            return draft.lacking is None
        case Slot.RELEVANCE:
            return draft.relevance is None
        case _:
            return _is_open_besides(draft, slot)


def _is_open_besides(draft: Draft, slot: Slot) -> bool:
    """Whether to ask about what is not needed for a goal to be SMART, as long as there is room."""
    if slot is Slot.ANSWERS:
        known = draft.answers is not None or draft.answers_left or Slot.BASELINE in draft.trail
        asks = draft.metric in SURVEYED and draft.baseline is not None and not known
        return noise_refuses(draft) or (asks and _has_room(draft))
    if slot is Slot.GUARD:
        return guard_is_open(draft) and not draft.guard_left and _has_room(draft)
    return False


def missing(draft: Draft) -> tuple[Slot, ...]:
    """The slots still to be asked about, in the order of asking."""
    every = ORDER + MORE
    first = [slot for slot in every if slot in draft.reopened]
    if noise_refuses(draft) and Slot.ANSWERS not in first:
        first.append(Slot.ANSWERS)
    return (*first, *(slot for slot in every if slot not in first and is_open(draft, slot)))


def sought_by(draft: Draft) -> Sought | None:
    """The change that a draft wants to see in a survey's figure, where it is one and all is known."""
    aim = aim_of(draft)
    if draft.metric not in SURVEYED or draft.baseline is None or aim is None or draft.deadline is None:
        return None
    days = (draft.deadline - draft.touched_at.date()).days
    return Sought(draft.metric, draft.baseline, aim, days)


def noise_refuses(draft: Draft) -> bool:
    """Whether so few answers come in that chance alone would decide about the goal."""
    sought = sought_by(draft)
    return sought is not None and draft.answers is not None and is_refused(sought, draft.answers)


def question(slot: Slot) -> Slot:
    """The question in which a slot is asked (two of them share one)."""
    return Slot.ORIGIN if slot is Slot.RESOURCES else slot


def questions_open(draft: Draft) -> int:
    """How many questions a goal needs yet to be SMART, those asked together counted once."""
    return len({question(slot) for slot in ORDER if is_open(draft, slot)})


def _has_room(draft: Draft) -> bool:
    """Whether one question more keeps to the number that may be asked."""
    needed = {question(slot) for slot in (*draft.trail, *(one for one in ORDER if is_open(draft, one)))}
    return draft.open_at_first > FEW and len(needed) < MOST


def needs_guard(draft: Draft) -> bool:
    """Whether this goal is one of speed, which must not cost what it does not show."""
    return draft.metric in SPEED and draft.direction is not Direction.MAINTAIN


def guard_is_open(draft: Draft) -> bool:
    """Whether a guard, or its limit, is needed that the person did not give."""
    return (
        needs_guard(draft) and not draft.guard_refused and (draft.guard is None or draft.guard.limit is None)
    )


def guard_of(draft: Draft) -> Guard | None:
    """What must not break: as the person said it, else as it is proposed where one is needed."""
    if draft.guard is not None and draft.guard.limit is not None:
        return draft.guard
    unwanted = draft.guard is None and (draft.guard_refused or not needs_guard(draft))
    if draft.metric is None or unwanted:
        return None
    return proposed(draft.metric, draft.own_levels, draft.guard.metric if draft.guard is not None else None)


def next_missing(draft: Draft) -> Slot | None:
    """The slot to ask about next, or None where the goal is SMART."""
    return next(iter(missing(draft)), None)


def holds(draft: Draft, criterion: Criterion) -> bool:
    """Whether nothing is left to ask for this criterion."""
    return not any(is_open(draft, slot) for slot in SLOTS_OF[criterion])


def metric_name(thing: Draft) -> MetricName:
    """The draft's metric as it is named to people."""
    within = thing.within if thing.metric is MetricKey.SERVICE_LEVEL else None
    return MetricName(thing.metric or MetricKey.OTHER, thing.metric_words, within)


def aim_of(draft: Draft) -> Quantity | None:
    """The level that the draft wants to reach: as it was said, or the baseline moved by the change."""
    if draft.target is not None:
        return draft.target
    if draft.baseline is None or draft.delta is None or draft.change_open:
        return None
    return level_after(draft.baseline, draft.delta, decrease=wants_less(draft))


def wants_less(draft: Draft) -> bool:
    """Whether the metric is to fall: as the words say, else as the figures do, else as is better."""
    own, told = draft.own_metric, draft.direction not in {None, Direction.REACH}
    if own is not None and not told and (draft.baseline is None or draft.target is None):
        return own.polarity is Polarity.LOWER
    return falls(draft.metric, draft.direction, draft.baseline, draft.target)
