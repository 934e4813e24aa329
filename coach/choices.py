"""What a choice stands for: the facts behind a button or a list, and its words."""

from datetime import date
from decimal import Decimal
from typing import Any

from coach.absorb import facts_of
from coach.draft import Draft
from coach.guard import Guard, guard_of_text
from coach.language.reading import Origin, Resource, Slot
from coach.messages import choices, noted
from coach.messages.achievability import LabelNearer
from coach.messages.base import Message, MetricName
from coach.messages.guards import guard_choice
from coach.messages.noise import ChoiceAnswers, ChoiceWholeTeam
from coach.metrics import MetricKey
from coach.own_metrics import chosen
from coach.quantity import Quantity, Unit
from coach.questions import ALL_THERE
from coach.samples import Answers
from coach.smart import aim_of


def picked(draft: Draft, slot: Slot, values: tuple[str, ...]) -> dict[str, Any]:
    """The facts that a choice stands for, by the draft's field names; none where it makes no sense."""
    value = values[0]
    try:
        if slot in draft.unit_open and value in Unit.__members__.values():
            figure = draft.baseline if slot is Slot.BASELINE else draft.target
            return {slot.value: Quantity(value=figure.value, unit=Unit(value))} if figure else {}
        match slot:
            case Slot.METRIC:
                return _metric(draft, value)
            case Slot.CHANGE:
                return {"delta": Quantity(value=draft.delta.value, unit=Unit(value))} if draft.delta else {}
            case Slot.TARGET:
                return _nearer_target(draft, value)
            case Slot.DEADLINE:
                return {"deadline": date.fromisoformat(value)}
            case Slot.ORIGIN:
                return {"origin": Origin(value)}
            case Slot.RESOURCES:
                return {
                    "lacking": frozenset()
                    if value == ALL_THERE
                    else frozenset(Resource(resource) for resource in values)
                }
            case Slot.LEVER:
                return {"lever": value}
            case Slot.GUARD:
                return {"guard": guard_of_text(value)}
            case Slot.ANSWERS:
                return _answers(value)
            case _:
                return {}
    except ValueError:
        return {}


def _metric(draft: Draft, value: str) -> dict[str, Any]:
    """A metric of the catalogue, of the workspace, or in the person's own words."""
    if (own := chosen(value, draft.own_metrics)) is not None:
        return facts_of(own)
    words = draft.metric_words if value == MetricKey.OTHER else None
    return {"metric": MetricKey(value), "metric_words": words, "alternatives": ()}


def _nearer_target(draft: Draft, value: str) -> dict[str, Any]:
    """A nearer target, which leaves the level wished as the one hoped for."""
    level, _, unit = value.partition("|")
    wished = draft.stretch or aim_of(draft)
    if not level.replace(".", "", 1).replace("-", "", 1).isdigit():
        return {}
    nearer = {"target": Quantity(value=Decimal(level), unit=Unit(unit))}
    return nearer | ({"stretch": wished} if wished is not None else {})


def _answers(value: str) -> dict[str, Any]:
    """A number of answers a month, or a way out of a goal that chance would decide."""
    kind, _, what = value.partition(":")
    match kind:
        case "team":
            return {"afresh": True, "for_team": True, "scope": None}
        case "until":
            return {"deadline": date.fromisoformat(what)}
        case "driver":
            return {"afresh": True, "metric": MetricKey(what), "metric_words": None, "alternatives": ()}
        case _:
            return {"answers": Answers(count=int(value))} if int(value) > 0 else {}


def label_of(draft: Draft, slot: Slot, values: tuple[str, ...]) -> Message:
    """What was chosen, in words, for the small print below the question."""
    facts = picked(draft, slot, values)
    if slot is Slot.ANSWERS and ":" not in values[0]:
        count = int(values[0]) if values[0].isdigit() else 0
        return ChoiceAnswers(count) if count else ChoiceWholeTeam()
    value = facts.get("metric", next(iter(facts.values()), None))
    if isinstance(value, MetricKey):
        return choices.ChoiceMetric(MetricName(value, facts["metric_words"]))
    if isinstance(value, date):
        return choices.ChoiceDate(value)
    if isinstance(value, Origin):
        return choices.ChoiceOrigin(value)
    if isinstance(value, Guard):
        return guard_choice(value)
    if isinstance(value, Quantity):
        return LabelNearer(value) if "|" in values[0] else choices.ChoiceUnit(value.unit)
    if isinstance(value, frozenset):
        lacking = tuple(resource for resource in Resource if resource in value)
        return noted.NotedLacking(lacking) if lacking else choices.ChoiceAllThere()
    return choices.ChoiceText(str(value or values[0]))
