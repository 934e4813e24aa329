"""Taking into a draft what a text says, checked, with what was noted said back."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from coach.another_metric import of_its_metric
from coach.cues import read_moment
from coach.draft import Draft
from coach.elsewhere import our_part
from coach.errors import Refused
from coach.goal import LeverAction
from coach.guard_reading import guard_mentioned, read_guard, without_guard
from coach.language import understand
from coach.language.infinitives import as_infinitive
from coach.language.named_people import without_mentions
from coach.language.plain import fold
from coach.language.reading import (
    Cadence,
    Direction,
    Language,
    Reply,
    Role,
    Slot,
    Understanding,
)
from coach.levers import read_actions
from coach.messages import dialogue as say
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.noting import noted_between
from coach.own_metrics import OwnMetric, meant_in, named_in
from coach.owners import MYSELF, does_it_with, owner_facts, without_owner
from coach.quantity import Quantity, Unit
from coach.renamed import meant_by, named_as_counted
from coach.smart import is_open
from coach.taking_dates import check_deadline, deadline_problem
from coach.taking_figures import checked, with_end_of_rate, with_figures

MEANS = re.compile(r"^(?:par|avec|grâce à|via|by|with|through|thanks to) ", re.IGNORECASE)
"""How a lever is tied into a sentence; alone it stands without."""
AIMING = re.compile(r"\b(?:cible|vis|objectif|atteindre|target|aim|reach|goal|hit|get to)", re.IGNORECASE)
"""Words that say that a figure is the target's."""
LIMITING = re.compile(
    r"\b(?:pas|jamais) (?:sous|en dessous|au-dessous|moins|au-dessus|plus)\b|\bne .*(?:sous|dessous|dépasse)"
    r"|\bno (?:lower|less|higher|more|worse) than\b|\b(?:not|never) (?:below|under|above|over)\b",
    re.IGNORECASE,
)
"""Words that keep a metric on one side of a figure."""
ASIDE = frozenset({"alternatives", "direction", "cadence"})
"""What the name of a metric may say besides ("hours of downtime a month")."""
UNNAMED = frozenset({None, MetricKey.OTHER})
"""A wish that names a metric of the trade is the team's own."""
COMPARING = {
    Language.FR: re.compile(r"(?:plus|moins|mieux|meilleure?s?)\b", re.IGNORECASE),
    Language.EN: re.compile(r"(?:more|less|better|fewer)\b|\w+er$", re.IGNORECASE),
}
"""Wishing words that beg the question "than what?" ("plus vite", "faster"), unlike "améliorer"."""
LONGEST_NAME = 60
"""Characters of a metric's name in the person's own words."""
LONGEST_PHRASE = 400
"""Characters of a phrase (lever, relevance, scope) that a card can show."""
WORDY = frozenset({Slot.LEVER, Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES})
"""Questions answered in the person's own words, in which figures and names play other roles."""
PACE = re.compile(
    r"[\s:,(]*[-+−–]?\s?\d+(?:[.,]\d+)?\s?% (?:par|a|per|each|every|chaque) (?:mois|month)\)?", re.IGNORECASE
)
"""A pace inside a lever ("…: -5 % par mois"): it is the plan's, not something to do."""
_WITHOUT = re.compile(r"\b(?:sans|without|pas sous|garde-? ?fou|safeguard)\b")
"""Words without which what a purpose would keep is no safeguard."""
FIGURES_ASKED = frozenset({Slot.BASELINE, Slot.TARGET, Slot.CHANGE, Slot.ANSWERS})
"""Questions whose answers belong to one metric of one group."""
PHRASES = frozenset({Slot.LEVER, Slot.RELEVANCE})
"""Questions whose answer is kept word for word."""


@dataclass(frozen=True)
class Taken:
    """A draft after it took something in."""

    draft: Draft
    noted: tuple[Message, ...] = ()
    changed: bool = False
    """Whether something that was known before became something else."""
    problems: tuple[Message, ...] = ()
    """What could not be taken, and why."""
    filled: frozenset[Slot] = field(default_factory=frozenset)


def take_wish(
    draft: Draft, reading: Understanding, today: date, besides: dict[str, Any] | None = None
) -> Taken:
    """Everything that the first text says; `besides`: what was read in it before."""
    parts = reading.parts if len(reading.parts) > 1 else ()
    if parts:
        leads = {name: value for name, value in (besides or {}).items() if name.startswith("owner")}
        shown = tuple(without_mentions(one) for one in parts[:2])  # they stand on buttons
        return Taken(draft.model_copy(update={"parts": shown, **leads}))
    vague = next((words for words in reading.vague_words if COMPARING[reading.language].match(words)), None)
    facts = _facts(reading) | ({"vague": vague} if vague else {})
    facts |= _guard_facts(draft, reading) | (besides or {})
    if (own := meant_in(reading, draft.own_metrics)) is not None:
        return _settle(draft, facts | facts_of(own), reading, today)
    ours = our_part(reading.text, reading.language) if reading.metric in UNNAMED else ()
    if not ours:
        return _settle(draft, facts, reading, today)
    first, *others = ours
    taken = _settle(
        draft, facts | {"metric": first, "alternatives": tuple(others), "vague": None}, reading, today
    )
    return replace(taken, problems=(say.DecidedElsewhere(), *taken.problems))


def take_reply(draft: Draft, reply: Reply, today: date, besides: dict[str, Any] | None = None) -> Taken:
    """Everything that an answer says, in the light of the question that waits.

    Args:
        draft: The goal in the making.
        reply: The answer as it was read.
        today: The person's local date.
        besides: What was read in it before, by the draft's field names.
    """
    asked, reading = draft.asked, _of_what_was_answered(draft, reply)
    facts: dict[str, Any] = besides or {}
    reading, meant = of_its_metric(draft, reading, facts)
    facts = _guard_facts(draft, reading) | facts | meant
    rest = without_guard(reading) if "guard" in facts else reading.text
    is_more = asked in PHRASES and rest != reading.text and len(rest.split()) > 1
    if (asked is Slot.GUARD and not reply.correction) or (_is_guard_alone(draft, reading) and not is_more):
        return _take_guard(draft, reading, facts, today)
    if asked in WORDY and not reply.correction:
        if asked in PHRASES and reply.text_answer and asked.value not in facts:
            words = without_owner(rest if is_more else reply.text_answer, reading)
            facts[asked.value] = _phrase(_done(words) if asked is Slot.LEVER else words)
        if asked is Slot.LEVER:
            if not does_it_with(reading):
                facts |= {name: value for name, value in _facts(reading).items() if name.startswith("owner")}
            # "…, 5 % de moins chaque mois": a lever may tell the pace, which a bare answer does not
            pace = _monthly_rate(understand(reading.text, reading.language, today))
            facts |= {"rate": pace} if pace is not None else {}
    else:
        facts |= named_as_counted(draft, _facts(reading), today)
        if (own := _own_metric_said(draft, reading)) is not None:
            facts |= facts_of(own)
    if asked is Slot.METRIC and not facts.keys() - ASIDE and _names_a_metric(reply.text_answer):
        assert reply.text_answer is not None
        facts |= {
            "metric": MetricKey.OTHER,
            "metric_words": reply.text_answer.strip()[:80],
            "alternatives": (),
        }
    if reply.origin is not None:
        facts["origin"] = reply.origin
    if reply.lacking is not None:
        facts["lacking"] = reply.lacking
    if asked is Slot.CHANGE and reply.change_unit and draft.delta:
        unit = Unit.POINTS if reply.change_unit == "points" else Unit.PERCENT
        if "target" in facts and facts["target"].value == abs(draft.delta.value):
            del facts["target"]  # "five percent of what we have" repeats the change, it is no level
        facts["delta"] = Quantity(value=draft.delta.value, unit=unit)
    return _settle(draft, facts, reading, today)


def facts_of(own: OwnMetric) -> dict[str, Any]:
    """The facts of a metric that the workspace added."""
    return {
        "metric": MetricKey.OTHER,
        "metric_words": own.name,
        "alternatives": (),
        "own_metric": own,
    }


def _own_metric_said(draft: Draft, reading: Understanding) -> OwnMetric | None:
    """The workspace's metric that an answer names; where the metric was asked, anywhere in it."""
    if draft.asked is Slot.METRIC and (found := named_in(reading.text, draft.own_metrics)) is not None:
        return found
    return meant_in(reading, draft.own_metrics)


def _guard_facts(draft: Draft, reading: Understanding) -> dict[str, Any]:
    """The guard that a text names beside its goal."""
    try:
        guard = guard_mentioned(reading)
    except Refused:
        return {}  # its limit cannot be: the goal needs one all the same, and is asked for it
    if guard is None or guard.metric in {reading.metric, draft.metric}:
        return {}
    if draft.asked is Slot.RELEVANCE and guard.limit is None and not _WITHOUT.search(fold(reading.text)):
        return {}  # to keep the customers is what for
    return {"guard": guard}


def _is_guard_alone(draft: Draft, reading: Understanding) -> bool:
    """Whether a text says what must not break, and nothing else ("le CSAT ne doit pas passer sous 80 %")."""
    roles = {mention.role for mention in reading.mentions}
    if roles == {Role.GUARD}:
        return draft.asked is not Slot.RELEVANCE or bool(_guard_facts(draft, reading))
    another = reading.metric not in {None, draft.metric} and draft.metric is not None
    return another and len(reading.text) <= LONGEST_NAME and LIMITING.search(reading.text) is not None


def _take_guard(draft: Draft, reading: Understanding, facts: dict[str, Any], today: date) -> Taken:
    """The answer to what must not break: a metric, and its limit where one is told."""
    try:
        named = draft.guard.metric if draft.guard is not None else None
        guard = read_guard(reading.text, reading.language, draft.metric, named)
    except Refused as refusal:
        return Taken(draft, problems=(refusal.says,))
    return _settle(draft, facts | ({"guard": guard} if guard is not None else {}), None, today)


def _of_what_was_answered(draft: Draft, reply: Reply) -> Understanding:
    """The reading, where "no, make it 7:30" takes back the baseline just given: the target was only asked."""
    reading = reply.understanding
    just_asked = draft.asked is Slot.TARGET and is_open(draft, Slot.TARGET)
    after_baseline = draft.trail[-1:] == (Slot.BASELINE,) and draft.baseline is not None
    alone = reading.baseline is None and reading.stretch is None
    bare = reading.target is not None and alone and not AIMING.search(reading.text)
    if reply.correction and just_asked and after_baseline and bare:
        return reading.model_copy(update={"baseline": reading.target, "target": None})
    return reading


def _names_a_metric(words: str | None) -> bool:
    """Whether an answer is short enough to be the name of something that a team counts or times itself."""
    return words is not None and len(words) <= LONGEST_NAME and not any(mark in words for mark in ",;.?!")


def take(draft: Draft, facts: dict[str, Any], today: date) -> Taken:
    """Facts that were picked, not written (buttons, lists, the modal)."""
    before = draft
    if facts.pop("afresh", False):
        draft = afresh(draft)
    taken = _settle(draft, facts, None, today)
    new = noted_between(before, taken.draft)
    return replace(taken, noted=tuple(words for slot, words, _ in new if slot in taken.filled))


def afresh(draft: Draft) -> Draft:
    """The draft without its figures: they are another metric's from now on, or another group's."""
    return draft.model_copy(
        update={
            "answers": None,
            "baseline": None,
            "baseline_unknown": False,
            "target": None,
            "delta": None,
            "rate": None,
            "stretch": None,
            "history": (),
            "change_open": False,
            "unit_open": frozenset(),
            "trail": tuple(slot for slot in draft.trail if slot not in FIGURES_ASKED),
        }
    )


def _facts(reading: Understanding) -> dict[str, Any]:
    """The reading's filled slots, by the draft's field names."""
    facts: dict[str, Any] = {}
    if reading.metric is not None:
        facts |= {
            "metric": (metric := meant_by(reading)),
            "metric_words": reading.metric_words if metric is MetricKey.OTHER else None,
            "alternatives": reading.metric_alternatives,
        }
    elif reading.metric_alternatives:
        facts["alternatives"] = reading.metric_alternatives
    for name in ("direction", "baseline", "target", "stretch", "delta", "deadline", "cadence", "within"):
        value = getattr(reading, name)
        if value is not None:
            facts[name] = value
    for name in ("lever", "relevance", "scope"):
        words = getattr(reading, name)
        if words:
            facts[name] = _phrase(_done(words) if name == "lever" else words)
    if reading.owner:
        facts |= owner_facts(reading.owner)
    if (rate := _monthly_rate(reading)) is not None:
        facts["rate"] = rate
        facts.pop("delta")
    return facts


def _monthly_rate(reading: Understanding) -> Decimal | None:
    """A change every month ("5 % de moins chaque mois"), as a signed share; None where there is none."""
    delta = reading.delta
    if delta is None or delta.unit is not Unit.PERCENT or reading.cadence is not Cadence.MONTHLY:
        return None
    share = delta.value / 100
    return -share if reading.direction is Direction.DECREASE else share


def _done(words: str) -> str:
    """A lever as something to do, without what ties it into a sentence."""
    return as_infinitive(MEANS.sub("", words))


def _phrase(words: str) -> str:
    """A phrase as a card shows it: no stray marks at its ends, no more than fits."""
    return words.strip().rstrip(" .;,")[:LONGEST_PHRASE]


def _settle(draft: Draft, facts: dict[str, Any], reading: Understanding | None, today: date) -> Taken:
    """Check the facts one kind after the other, keep what holds, and say what was noted."""
    before, problems = draft, list[Message]()
    if str(facts.get("owner_name")).casefold() in MYSELF:
        facts = facts | {"owner": draft.author, "owner_name": None}
    ambiguous = reading.ambiguous if reading is not None else frozenset[Slot]()
    own_way = draft.direction is Direction.MAINTAIN or facts.get("metric", draft.metric) is MetricKey.OTHER
    if facts.get("direction") is Direction.REACH and draft.direction is not None and own_way:
        facts = {name: value for name, value in facts.items() if name != "direction"}  # it tells no other way
    told = frozenset(_SLOT_OF[name] for name in facts if name in _SLOT_OF)
    draft = _with_metric(draft, facts)
    facts = {name: value for name, value in facts.items() if name not in _METRIC_FIELDS}
    if reading is not None and (problem := deadline_problem(reading)):
        problems.append(problem)
    if problem := check_deadline(facts, reading, today):
        problems.append(problem)
        facts.pop("deadline")
    draft = with_figures(draft, facts, ambiguous, problems)
    plain = {name: value for name, value in facts.items() if name not in _FIGURES}
    if plain.get("guard") is not None:
        plain["guard_refused"] = False
    draft = draft.model_copy(update=plain)
    if draft.guard is not None and draft.guard.metric is draft.metric:
        draft = draft.model_copy(update={"guard": None})  # a metric is no safeguard of itself
    if "lever" in plain:
        draft = draft.model_copy(update={"actions": _actions(draft)})
    draft = with_end_of_rate(checked(before, draft, problems), today)
    changes = noted_between(before, draft)
    filled = frozenset(slot for slot, _, _ in changes)
    draft = draft.model_copy(
        update={"reopened": draft.reopened - filled - (frozenset() if problems else told)}
    )
    return Taken(
        draft,
        noted=tuple(message for _, message, _ in changes),
        changed=any(was_known for _, _, was_known in changes),
        problems=tuple(problems),
        filled=filled,
    )


_SLOT_OF = {
    "metric": Slot.METRIC,
    "baseline": Slot.BASELINE,
    "baseline_unknown": Slot.BASELINE,
    "target": Slot.TARGET,
    "delta": Slot.TARGET,
    "deadline": Slot.DEADLINE,
    "lever": Slot.LEVER,
    "origin": Slot.ORIGIN,
    "lacking": Slot.RESOURCES,
    "relevance": Slot.RELEVANCE,
    "guard": Slot.GUARD,
    "answers": Slot.ANSWERS,
}
"""The question that a fact answers: told again as it was, it is answered all the same."""


def _actions(draft: Draft) -> tuple[LeverAction, ...]:
    """The lever as countable actions; one alone keeps the person's own words."""
    actions = read_actions(PACE.sub("", draft.lever or ""), draft.language)
    if len(actions) == 1 and draft.lever:
        _, words = read_moment(draft.lever, draft.language)
        return (actions[0].model_copy(update={"text": words}),)
    return actions


_METRIC_FIELDS = frozenset({"metric", "metric_words", "alternatives", "own_metric"})
_FIGURES = frozenset({"baseline", "target", "stretch", "delta", "baseline_unknown"})


def _with_metric(draft: Draft, facts: dict[str, Any]) -> Draft:
    """Take the metric; a draft that knows its metric keeps it unless another is named outright."""
    if "metric" not in facts:
        if "alternatives" in facts and draft.metric is None:
            return draft.model_copy(update={"alternatives": facts["alternatives"]})
        return draft
    own = draft.own_metric is not None and not facts.get("own_metric")
    if own and facts["metric"] is MetricKey.OTHER and draft.asked is not Slot.METRIC:
        return draft  # "70 sourires": its figure told in its own words, not another metric
    update: dict[str, Any] = {"own_metric": None, "meant": None} | {
        name: facts[name] for name in _METRIC_FIELDS if name in facts
    }
    if draft.metric is not None and not draft.alternatives and update.get("alternatives"):
        return draft  # a passing word that fits several does not unseat what was settled
    return draft.model_copy(update=update)
