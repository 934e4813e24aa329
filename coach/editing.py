"""The edit modal: every part of a draft in one form, each checked at its own field."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from coach.absorb import LONGEST_PHRASE, facts_of, take
from coach.draft import Draft
from coach.errors import Refused
from coach.goal import Path
from coach.guard import proposed
from coach.guard_reading import read_guard
from coach.language import read_reply
from coach.language.negative import is_negative
from coach.language.reading import Slot
from coach.making import plan_of
from coach.messages import asking
from coach.messages import dialogue as say
from coach.messages import forms as form
from coach.messages.base import Message, Person
from coach.messages.forms import EditField
from coach.metrics import MetricKey
from coach.own_levels import check_own_level, in_own_unit
from coach.own_metrics import OwnMetric, chosen
from coach.quantity import Quantity
from coach.questions import owner_of
from coach.smart import guard_of
from coach.targets import check_level, in_metric_unit, may_be_negative


@dataclass(frozen=True, slots=True)
class Edits:
    """What the form holds, as the person left it, by `EditField`; empty fields are None, or no people."""

    metric: str | None = None
    baseline: str | None = None
    target: str | None = None
    stretch: str | None = None
    deadline: str | None = None
    owner: str | None = None
    contributors: tuple[str, ...] = ()
    lever: str | None = None
    relevance: str | None = None
    scope: str | None = None
    guard: str | None = None
    limit: str | None = None
    channel: str | None = None
    weekday: str | None = None
    hour: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The form once it was read: facts to be taken, or what is wrong at which field."""

    facts: dict[str, Any]
    errors: dict[EditField, Message]


FIGURES = (
    (EditField.BASELINE, Slot.BASELINE),
    (EditField.TARGET, Slot.TARGET),
    (EditField.STRETCH, Slot.STRETCH),
)
_READ_AS = {Slot.STRETCH: Slot.TARGET}


def check(draft: Draft, edits: Edits, today: date) -> Checked:
    """Read the form. Figures are read as they would be in the conversation.

    What a goal needs stays as it was where its field is empty; what it may do without is taken off.
    """
    facts: dict[str, Any] = {}
    errors: dict[EditField, Message] = {}
    metric, own = _metric(draft, edits.metric)
    if own is not None and own != draft.own_metric:
        facts |= facts_of(own)
    elif metric is not None and metric != draft.metric:
        facts |= {"metric": metric, "alternatives": ()}
    like: Quantity | None = None
    for field, slot in FIGURES:
        text = getattr(edits, field.value)
        if not text:
            continue
        try:
            found = _figures(draft, slot, text, (metric, own), like, today)
        except Refused as refusal:
            errors[field] = refusal.says
            continue
        if not found:
            below = is_negative(text, draft.language) and not may_be_negative(metric)
            errors[field] = asking.BelowNothing() if below else asking.NotUnderstood(_READ_AS.get(slot, slot))
            continue
        facts |= found
        like = found.get("baseline", like)
    facts |= _plain_facts(draft, edits) | _following(draft, edits, today)
    facts |= _guard(draft, edits, metric, errors)
    if draft.stretch is not None and not edits.stretch:
        facts["stretch"] = None
    if edits.deadline and facts["deadline"] <= today:
        errors[EditField.DEADLINE] = say.DeadlineIsPast(facts["deadline"])
    if not errors:
        taken = take(draft, dict(facts), today)
        if taken.problems:
            too_far = isinstance(taken.problems[0], say.DeadlineIsFar)
            errors[EditField.DEADLINE if too_far else EditField.TARGET] = taken.problems[0]
        elif edits.stretch and taken.draft.stretch is None:
            errors[EditField.STRETCH] = form.StretchFallsShort()
    return Checked(facts, errors)


def _metric(draft: Draft, value: str | None) -> tuple[MetricKey | None, OwnMetric | None]:
    """The metric that was chosen, with what the workspace says of its own; else the draft's."""
    own = chosen(value or "", draft.own_metrics)
    if own is not None:
        return MetricKey.OTHER, own
    metric = MetricKey(value) if value in set(MetricKey) else draft.metric
    return metric, draft.own_metric if metric is draft.metric else None


def _plain_facts(draft: Draft, edits: Edits) -> dict[str, Any]:
    """What needs no reading: the date, the person, the phrases."""
    facts: dict[str, Any] = {}
    if edits.deadline:
        facts["deadline"] = date.fromisoformat(edits.deadline)
    if edits.owner and Person(user=edits.owner) != owner_of(draft):  # the form shows who leads
        facts |= {"owner": edits.owner, "owner_name": None}
    for name, text in (("lever", edits.lever), ("relevance", edits.relevance)):
        if text and text.strip():
            facts[name] = text.strip()[:LONGEST_PHRASE]
    facts["scope"] = (edits.scope or "").strip()[:LONGEST_PHRASE] or None
    return facts


def _following(draft: Draft, edits: Edits, today: date) -> dict[str, Any]:
    """Who takes part, where the news goes, when figures are asked for, and the plan's pace."""
    check_in = draft.check_in
    if edits.weekday:
        check_in = check_in.model_copy(update={"weekday": int(edits.weekday) % 7})
    if edits.hour:
        at = time.fromisoformat(edits.hour)
        check_in = check_in.model_copy(update={"at": at, "chosen": check_in.chosen or at != check_in.at})
    facts: dict[str, Any] = {
        "contributors": edits.contributors,
        "channel": edits.channel,
        "check_in": check_in,
    }
    if edits.path and edits.path != path_shown(draft, today):
        facts["path"] = Path(edits.path)
    return facts


def path_shown(draft: Draft, today: date) -> Path | None:
    """The pace that the plan has as it stands; None where there is no plan yet, or a rate sets its pace."""
    plan = plan_of(draft, today) if draft.rate is None else None
    return plan.path if plan is not None else None


def _guard(
    draft: Draft, edits: Edits, metric: MetricKey | None, errors: dict[EditField, Message]
) -> dict[str, Any]:
    """What must not break, with its limit: as it was given, else as it is usual."""
    if edits.guard not in set(MetricKey):
        if edits.limit:
            errors[EditField.GUARD] = form.LimitWithoutGuard()
        return {"guard": None, "guard_refused": True} if guard_of(draft) is not None else {}
    named = MetricKey(edits.guard)
    if named is metric:
        errors[EditField.GUARD] = form.GuardIsTheMetric()
        return {}
    try:
        guard = (
            read_guard(edits.limit, draft.language, metric, named)
            if edits.limit
            else proposed(metric or MetricKey.OTHER, draft.own_levels, named)
        )
    except Refused as refusal:
        errors[EditField.LIMIT] = refusal.says
        return {}
    if guard is None or guard.metric is not named or guard.limit is None:
        errors[EditField.LIMIT] = form.LimitNotRead()
        return {}
    return {"guard": guard} if guard != guard_of(draft) else {}


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
    read_as = _READ_AS.get(slot, slot)
    reply = read_reply(
        text, language=None, today=today, asked=read_as, metric=metric, fallback=draft.language
    )
    level: Quantity | None = reply.understanding.stretch if slot is Slot.STRETCH else None
    level = level or getattr(reply.understanding, read_as.value)
    if level is None:
        delta = reply.understanding.delta
        return {"delta": delta} if slot is Slot.TARGET and delta is not None else {}
    if metric is not None:
        level = in_metric_unit(metric, in_own_unit(own, level), like or draft.baseline)
        check_level(metric, level)
        check_own_level(own, level)
    return {slot.value: level}
