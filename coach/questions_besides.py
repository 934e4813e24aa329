"""What is asked besides what makes a goal SMART: what must not break, and how many answers make a figure."""

import re
from datetime import date

from coach.draft import Draft
from coach.guard import guard_as_text, guards_offered
from coach.language.reading import Reply, Slot
from coach.messages import choices, guards, noise
from coach.messages.base import Message, MetricName
from coach.smart import metric_name, needs_guard, noise_refuses, sought_by
from coach.visibility import DRIVERS, longer, refusal

UNKNOWN = "unknown"
"""The value of a button that says that nobody knows."""
WHOLE_TEAM, UNTIL, DRIVER = "team", "until", "driver"
"""Values of the ways out of a goal that chance would decide; the last two carry what they stand for."""
TEAM_WORDS = re.compile(r"\b(?:équipe|equipe|team|tout le monde|everybody|everyone)\b", re.IGNORECASE)
USUAL_ANSWERS = (20, 50, 100, 300)
"""Answers a month to choose from."""


def words_besides(draft: Draft, slot: Slot) -> Message:
    """The question itself."""
    if slot is Slot.GUARD:
        if draft.guard is not None and draft.guard.limit is None:
            return guards.AskGuardLimit(MetricName(draft.guard.metric))
        ask = guards.AskGuard if needs_guard(draft) else guards.AskGuardBesides
        return ask(metric_name(draft))
    sought = sought_by(draft)
    if sought is not None and draft.answers is not None and noise_refuses(draft):
        return refusal(sought, draft.answers)
    return noise.AskAnswers()


def choices_besides(draft: Draft, slot: Slot, today: date) -> list[tuple[str, Message]]:
    """What can be pressed to answer: each value with its label."""
    if slot is Slot.GUARD:
        found = _guards(draft)
    elif noise_refuses(draft):
        return ways_out(draft, today)
    else:
        found = [(str(count), noise.ChoiceAnswers(count)) for count in USUAL_ANSWERS]
    return [*found, (UNKNOWN, choices.ChoiceUnknown(slot))]


def _guards(draft: Draft) -> list[tuple[str, Message]]:
    offered = guards_offered(draft.metric, draft.own_levels) if draft.metric is not None else ()
    if draft.guard is not None and draft.guard.limit is None:
        named = draft.guard.metric
        offered = tuple(guard for guard in offered if guard.metric is named and guard.limit is not None)
    return [(guard_as_text(guard), guards.guard_choice(guard)) for guard in offered[:3]]


def ways_out(draft: Draft, today: date) -> list[tuple[str, Message]]:
    """What can be done instead of a goal that chance would decide."""
    found: list[tuple[str, Message]] = []
    if not draft.for_team:
        found.append((WHOLE_TEAM, noise.ChoiceWholeTeam()))
    sought = sought_by(draft)
    if sought is not None and draft.answers is not None and (end := longer(sought, draft.answers, today)):
        found.append((f"{UNTIL}:{end.isoformat()}", noise.ChoiceUntil(end)))
    drivers = [(f"{DRIVER}:{metric}", noise.ChoiceDriver(MetricName(metric))) for metric in DRIVERS]
    return [*found, *drivers]


def way_out_in_words(draft: Draft, reply: Reply, today: date) -> str | None:
    """The way out that an answer names ("plutôt le FCR", "toute l'équipe"), as the value of its button."""
    offered = [value for value, _ in ways_out(draft, today)]
    named = f"{DRIVER}:{reply.understanding.metric}"
    if named in offered:
        return named
    return WHOLE_TEAM if WHOLE_TEAM in offered and TEAM_WORDS.search(reply.understanding.text) else None
