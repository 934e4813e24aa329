"""The figures of a draft: each in its metric's unit, held against each other, and what cannot be said."""

from datetime import date
from decimal import Decimal
from typing import Any

from coach.catalogue import METRICS
from coach.draft import Draft
from coach.errors import Refused
from coach.language.reading import Direction, Slot
from coach.making import plan_of
from coach.messages.base import Message
from coach.metrics import Kind, MetricKey, Polarity
from coach.own_levels import check_own_level, check_own_way, in_own_unit
from coach.quantity import Quantity, Unit
from coach.smart import aim_of, wants_less
from coach.targets import check_change, check_level, check_target, in_metric_unit

HUNDRED = Decimal(100)


def with_figures(
    draft: Draft, facts: dict[str, Any], ambiguous: frozenset[Slot], problems: list[Message]
) -> Draft:
    """Take the figures, each in the metric's unit; one that cannot be is left out and said."""
    draft = _with_unit_told(draft, facts)
    update: dict[str, Any] = {}
    metric = draft.metric
    unit_open = set(draft.unit_open)
    told = None if Slot.BASELINE in unit_open else draft.baseline
    for name, slot in (("baseline", Slot.BASELINE), ("target", Slot.TARGET), ("stretch", Slot.STRETCH)):
        figure = facts.get(name)
        if name == "stretch" and name in facts and figure is None:
            update[name] = None
        if figure is None:
            continue
        unit_open.discard(slot)
        if slot in ambiguous and _needs_a_unit(metric, figure):
            unit_open.add(slot)
            update[name] = figure
            continue
        try:
            update[name] = _level(draft, figure, update.get("baseline", told))
        except Refused as refusal:
            problems.append(refusal.says)
    if "baseline" in update:
        update["baseline_unknown"] = False
    elif facts.get("baseline_unknown"):
        update |= {"baseline_unknown": True, "baseline": None}
        unit_open.discard(Slot.BASELINE)
    if "target" in update:
        update |= {"delta": None, "change_open": False}
    if (delta := facts.get("delta")) is not None and "target" not in update:
        update |= {"delta": delta, "target": None, "change_open": Slot.CHANGE in ambiguous}
    update["unit_open"] = frozenset(unit_open)
    return draft.model_copy(update=update)


def _with_unit_told(draft: Draft, facts: dict[str, Any]) -> Draft:
    """A bare figure of a metric in their own words takes the unit that is told next ("86", then "92 %")."""
    if draft.metric is not MetricKey.OTHER or draft.own_metric is not None:
        return draft
    told = [one for name in ("baseline", "target") if (one := facts.get(name)) is not None]
    units = {one.unit for one in told} - {Unit.COUNT}
    if len(units) != 1:
        return draft
    (unit,) = units
    bare = {
        name: Quantity(value=known.value, unit=unit)
        for name in ("baseline", "target", "stretch")
        if (known := getattr(draft, name)) is not None and known.unit is Unit.COUNT
    }
    if unit is Unit.PERCENT and any(one.value > HUNDRED for one in bare.values()):
        return draft
    return draft.model_copy(update=bare)


def _needs_a_unit(metric: MetricKey | None, figure: Quantity) -> bool:
    """Whether a bare figure stands for a length of time that was not named ("4": minutes? hours?)."""
    return metric is not None and METRICS[metric].kind is Kind.DURATION and figure.unit is Unit.COUNT


def _level(draft: Draft, figure: Quantity, like: Quantity | None) -> Quantity:
    """A level in the metric's unit, within what the metric can be."""
    if draft.metric is None:
        return figure
    level = in_metric_unit(draft.metric, in_own_unit(draft.own_metric, figure), like, draft.metric_words)
    check_level(draft.metric, level, draft.metric_words)
    check_own_level(draft.own_metric, level)
    return level


def checked(before: Draft, draft: Draft, problems: list[Message]) -> Draft:
    """Hold the figures against each other and against the metric, once both are known."""
    metric = draft.metric
    if metric is None:
        return draft
    if (before.metric, before.own_metric) != (metric, draft.own_metric):
        draft = _in_new_unit(draft, problems)
    if draft.change_open and _change_is_plain(draft):
        draft = draft.model_copy(update={"change_open": False})
    if draft.unit_open:
        return draft
    if draft.direction is Direction.MAINTAIN and _is_not_there_yet(draft):
        draft = draft.model_copy(update={"direction": Direction.REACH})  # "keep it under 5 %", at 9 %
    try:
        if draft.delta is not None and draft.target is None:
            check_change(metric, draft.baseline, draft.delta, draft.metric_words)
        aim = aim_of(draft)
        if aim is None:
            return draft
        check_target(metric, draft.baseline, aim, draft.direction, draft.metric_words)
        check_own_level(draft.own_metric, aim)
        check_own_way(draft.own_metric, draft.baseline, aim)
    except Refused as refusal:
        problems.append(refusal.says)
        if before.baseline == draft.baseline and before.metric == metric and aim_of(before) is not None:
            # what came last gives way, and the aim is as it was
            kept = ("target", "delta", "change_open")
            return draft.model_copy(update={name: getattr(before, name) for name in kept})
        # a new baseline is kept, and the target is asked again
        return draft.model_copy(update={"target": None, "delta": None, "change_open": False})
    if draft.stretch is not None and _short_of(draft, draft.stretch, aim):
        draft = draft.model_copy(update={"stretch": None})
    return draft


def _is_not_there_yet(draft: Draft) -> bool:
    """Whether a level that is to be kept has to be reached first."""
    metric, baseline, aim = draft.metric, draft.baseline, draft.target
    if metric is None or baseline is None or aim is None or baseline.unit is not aim.unit:
        return False
    match METRICS[metric].polarity:
        case Polarity.LOWER:
            return baseline.value > aim.value
        case Polarity.HIGHER:
            return baseline.value < aim.value
        case _:
            return metric is not MetricKey.OTHER and baseline.value != aim.value


def with_end_of_rate(draft: Draft, today: date) -> Draft:
    """Where a monthly rate leads by the deadline becomes the target, if no other was said."""
    if draft.rate is None or draft.target is not None or draft.delta is not None or draft.baseline is None:
        return draft
    plan = plan_of(draft, today)
    if plan is None:
        return draft
    return draft.model_copy(update={"target": Quantity(value=plan.reaches, unit=draft.baseline.unit)})


def _short_of(draft: Draft, stretch: Quantity, aim: Quantity) -> bool:
    """Whether the figure called ambitious asks for no more than the realistic one."""
    return stretch.value >= aim.value if wants_less(draft) else stretch.value <= aim.value


def _in_new_unit(draft: Draft, problems: list[Message]) -> Draft:
    """The figures that came before their metric, told in its unit; what it cannot be is dropped."""
    update: dict[str, Any] = {}
    for name in ("baseline", "target", "stretch"):
        figure = getattr(draft, name)
        if figure is None:
            continue
        try:
            update[name] = _level(draft, figure, update.get("baseline"))
        except Refused as refusal:
            problems.append(refusal.says)
            update[name] = None
    return draft.model_copy(update=update)


def _change_is_plain(draft: Draft) -> bool:
    """Points and percent can only be mistaken where the metric itself is counted in percent or points."""
    known = draft.baseline or draft.target
    return known is not None and known.unit not in {Unit.PERCENT, Unit.POINTS}
