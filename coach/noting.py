"""Saying back what was understood: what is new between two states of a draft."""

from collections.abc import Callable

from coach.draft import Draft
from coach.language.reading import Direction, Resource, Slot
from coach.messages import noted
from coach.messages.achievability import NotedHistory
from coach.messages.base import Message
from coach.messages.guards import NotedNoGuard, guard_noted
from coach.messages.noise import NotedAnswers
from coach.quantity import Quantity, Unit
from coach.questions import owner_of
from coach.smart import aim_of, is_open, metric_name, wants_less
from coach.speech import Line, Speech

Change = tuple[Slot, Message, bool]


def noted_between(before: Draft, after: Draft) -> list[Change]:
    """What is new, in the order of asking: the slot, the words, and whether it was known before."""
    found: list[Change] = []

    def compare(slot: Slot, *names: str, words: Callable[[Draft], Message | None]) -> None:
        old = tuple(getattr(before, name) for name in names)
        new = tuple(getattr(after, name) for name in names)
        if old != new and (message := words(after)) is not None:
            was_open = is_open(before, slot) or (slot is Slot.TARGET and before.change_open)
            found.append((slot, message, any(bool(item) for item in old) and not was_open))

    compare(Slot.METRIC, "metric", "metric_words", "alternatives", words=_metric_words)
    compare(Slot.BASELINE, "baseline", "baseline_unknown", "unit_open", words=_baseline_words)
    compare(Slot.TARGET, "target", "delta", "change_open", words=_target_words)
    if before.baseline is None and after.baseline and after.delta and before.delta == after.delta:
        found += [(Slot.TARGET, level, False) for level in (_target_words(after),) if level is not None]
    compare(Slot.CADENCE, "rate", words=_rate_words)
    compare(Slot.STRETCH, "stretch", words=lambda d: noted.NotedStretch(d.stretch) if d.stretch else None)
    compare(
        Slot.DEADLINE, "deadline", words=lambda d: noted.NotedDeadline(d.deadline) if d.deadline else None
    )
    compare(Slot.OWNER, "owner", "owner_name", words=lambda d: noted.NotedOwner(owner_of(d)))
    compare(Slot.LEVER, "lever", words=lambda d: noted.NotedLever(d.lever) if d.lever else None)
    compare(Slot.ORIGIN, "origin", words=lambda d: noted.NotedOrigin(d.origin) if d.origin else None)
    compare(
        Slot.ORIGIN, "history", words=lambda d: NotedHistory(len(d.history), d.history) if d.history else None
    )
    compare(Slot.RESOURCES, "lacking", words=_lacking_words)
    compare(Slot.RELEVANCE, "relevance", words=_relevance_words)
    compare(
        Slot.ANSWERS,
        "answers",
        words=lambda d: NotedAnswers(d.answers.count, d.answers.per) if d.answers else None,
    )
    compare(Slot.GUARD, "guard", "guard_refused", words=_guard_words)
    compare(Slot.SCOPE, "scope", words=lambda d: noted.NotedScope(d.scope) if d.scope else None)
    return found


def all_known(draft: Draft) -> list[Message]:
    """Everything that is known, said as if it had just been taken."""
    blank = Draft(
        **{name: getattr(draft, name) for name in ("id", "workspace", "author", "language", "wish")},
        created_at=draft.created_at,
        touched_at=draft.touched_at,
    )
    return [message for _, message, _ in noted_between(blank, draft)]


def _metric_words(draft: Draft) -> Message | None:
    if draft.metric is None or draft.alternatives:
        return None
    return noted.NotedMetric(metric_name(draft))


def _baseline_words(draft: Draft) -> Message | None:
    if Slot.BASELINE in draft.unit_open:
        return None
    if draft.baseline_unknown:
        return noted.NotedUnmeasured()
    return noted.NotedBaseline(draft.baseline) if draft.baseline else None


def _target_words(draft: Draft) -> Message | None:
    if Slot.TARGET in draft.unit_open or (draft.change_open and draft.baseline is not None):
        return None  # it is asked about next
    if draft.target is not None:
        return noted.NotedTarget(draft.target)
    if draft.delta is None:
        return None
    direction = Direction.DECREASE if wants_less(draft) else Direction.INCREASE
    level = aim_of(draft)
    if level is None:
        return noted.NotedChange(direction, draft.delta)
    return noted.NotedLevelAfter(direction, draft.delta, level)


def _relevance_words(draft: Draft) -> Message | None:
    return noted.NotedRelevance(draft.relevance) if draft.relevance else None


def _guard_words(draft: Draft) -> Message | None:
    if draft.guard is not None:
        return guard_noted(draft.guard)
    return NotedNoGuard() if draft.guard_refused else None


def _rate_words(draft: Draft) -> Message | None:
    if draft.rate is None:
        return None
    direction = Direction.DECREASE if draft.rate < 0 else Direction.INCREASE
    return noted.NotedRate(direction, Quantity(value=abs(draft.rate) * 100, unit=Unit.PERCENT))


def _lacking_words(draft: Draft) -> Message | None:
    if draft.lacking is None:
        return None
    if not draft.lacking:
        return noted.NotedAllThere()
    return noted.NotedLacking(tuple(resource for resource in Resource if resource in draft.lacking))


def without_echo(speech: Speech | None) -> Speech | None:
    """What was pressed stands below its question: it need not be noted once more."""
    if speech is None or not speech.parts:
        return speech
    first = speech.parts[0]
    echo = (
        isinstance(first, Line) and isinstance(first.message, noted.Noted) and len(first.message.items) == 1
    )
    return Speech(speech.parts[1:]) if echo else speech
