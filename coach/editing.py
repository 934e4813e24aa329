"""The edit modal: every part of a draft in one form, each checked at its own field."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from coach.absorb import LONGEST_PHRASE, facts_of, take
from coach.draft import Draft
from coach.errors import Refused
from coach.language import read_reply
from coach.language.reading import Slot
from coach.messages import asking
from coach.messages import dialogue as say
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.own_levels import check_own_level, in_own_unit
from coach.own_metrics import OwnMetric, chosen
from coach.quantity import Quantity
from coach.targets import check_level, in_metric_unit


@dataclass(frozen=True, slots=True)
class Edits:
    """What the form holds, as the person left it; empty fields are None."""

    metric: str | None = None
    baseline: str | None = None
    target: str | None = None
    deadline: str | None = None
    owner: str | None = None
    lever: str | None = None
    relevance: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The form once it was read: facts to be taken, or what is wrong at which field."""

    facts: dict[str, Any]
    errors: dict[Slot, Message]


def check(draft: Draft, edits: Edits, today: date) -> Checked:
    """Read the form. Figures are read as they would be in the conversation."""
    facts: dict[str, Any] = {}
    errors: dict[Slot, Message] = {}
    metric, own = _metric(draft, edits.metric)
    if own is not None and own != draft.own_metric:
        facts |= facts_of(own)
    elif metric is not None and metric != draft.metric:
        facts |= {"metric": metric, "alternatives": ()}
    like: Quantity | None = None
    for slot, text in ((Slot.BASELINE, edits.baseline), (Slot.TARGET, edits.target)):
        if not text:
            continue
        try:
            found = _figures(draft, slot, text, (metric, own), like, today)
        except Refused as refusal:
            errors[slot] = refusal.says
            continue
        if not found:
            errors[slot] = asking.NotUnderstood(slot)
            continue
        facts |= found
        like = found.get("baseline", like)
    facts |= _plain_facts(edits)
    if edits.deadline and facts["deadline"] <= today:
        errors[Slot.DEADLINE] = say.DeadlineIsPast(facts["deadline"])
    if not errors and (problems := take(draft, dict(facts), today).problems):
        too_far = isinstance(problems[0], say.DeadlineIsFar)
        errors[Slot.DEADLINE if too_far else Slot.TARGET] = problems[0]
    return Checked(facts, errors)


def _metric(draft: Draft, value: str | None) -> tuple[MetricKey | None, OwnMetric | None]:
    """The metric that was chosen, with what the workspace says of its own; else the draft's."""
    own = chosen(value or "", draft.own_metrics)
    if own is not None:
        return MetricKey.OTHER, own
    metric = MetricKey(value) if value in set(MetricKey) else draft.metric
    return metric, draft.own_metric if metric is draft.metric else None


def _plain_facts(edits: Edits) -> dict[str, Any]:
    """What needs no reading: the date, the person, the phrases."""
    facts: dict[str, Any] = {}
    if edits.deadline:
        facts["deadline"] = date.fromisoformat(edits.deadline)
    if edits.owner:
        facts |= {"owner": edits.owner, "owner_name": None}
    for name, text in (("lever", edits.lever), ("relevance", edits.relevance)):
        if text and text.strip():
            facts[name] = text.strip()[:LONGEST_PHRASE]
    return facts


def _figures(
    draft: Draft,
    slot: Slot,
    text: str,
    of: tuple[MetricKey | None, OwnMetric | None],
    like: Quantity | None,
    today: date,
) -> dict[str, Any]:
    """The figure of one field, in the metric's unit; for the target also a change ("+5 points")."""
    metric, own = of
    reply = read_reply(text, language=None, today=today, asked=slot, metric=metric, fallback=draft.language)
    level: Quantity | None = getattr(reply.understanding, slot.value)
    if level is None:
        delta = reply.understanding.delta
        return {"delta": delta} if slot is Slot.TARGET and delta is not None else {}
    if metric is not None:
        level = in_metric_unit(metric, in_own_unit(own, level), like or draft.baseline)
        check_level(metric, level)
        check_own_level(own, level)
    return {slot.value: level}
