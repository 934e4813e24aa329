"""What was found in a text, put into the slots of its reading, with the words that say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from coach.language.choice import Choice
from coach.language.clauses import GOAL_WORDS, Clause, OwnerFound, find_scope, find_self, words_of
from coach.language.dates import Found
from coach.language.figures import Multiple
from coach.language.openings import opens
from coach.language.patterns import exact, spaced
from coach.language.reading import Language, Mention, Role, Slot
from coach.language.roles import Roles
from coach.language.units import change, level
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

_CHANNEL = exact(r"(?<![\w#])#[a-z][\w-]{1,60}")


@dataclass
class Slots:
    """What is being collected."""

    values: dict[str, Any] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: set[Slot] = field(default_factory=set)

    def note(self, role: Role, start: int, end: int) -> None:
        """Keep where in the text a role is said."""
        if end > start:
            self.mentions.append(Mention(role=role, start=start, end=end))


def put_values(slots: Slots, roles: Roles, multiple: Multiple | None, choice: Choice) -> None:
    """Put the figures by their roles, as levels and a change of the metric."""
    for role, name in ((Role.BASELINE, "baseline"), (Role.TARGET, "target"), (Role.STRETCH, "stretch")):
        figure = roles.known().get(role)
        if figure is None:
            continue
        quantity, is_open = level(figure, choice.metric)
        slots.values[name] = quantity
        slots.note(role, figure.start, figure.end)
        if is_open:
            slots.ambiguous.add(Slot(name))
    if choice.metric is MetricKey.SERVICE_LEVEL and roles.windows:
        slots.values["within"] = level(roles.windows[0], None)[0]
    if multiple is not None and roles.target is None and roles.delta is None:
        slots.values["delta"] = Quantity(value=multiple.percent, unit=Unit.PERCENT)
        slots.note(Role.DELTA, multiple.start, multiple.end)
    elif roles.delta is not None:
        quantity, is_open = change(roles.delta, choice.metric)
        slots.values["delta"] = quantity
        slots.note(Role.DELTA, roles.delta.start, roles.delta.end)
        if is_open:
            slots.ambiguous.add(Slot.CHANGE)


def put_deadline(slots: Slots, found: Found | None, shown: str) -> None:
    """Put the date that is the deadline, with its words."""
    if found is None:
        return
    slots.values |= {
        "deadline": found.day,
        "deadline_text": shown[_quoted_from(found) : found.end].strip(),
        "deadline_problem": found.problem,
    }
    slots.note(Role.DEADLINE, found.start - found.cue, found.end)


def _quoted_from(found: Found) -> int:
    """Where the deadline's words begin; one that cannot be taken is quoted without what leads it in."""
    return found.start if found.problem else found.start - found.cue


def put_metric(slots: Slots, choice: Choice, shown: str) -> None:
    """Put the metric, or the ones to choose from."""
    if choice.metric is None and not choice.alternatives:
        return
    slots.values["metric_alternatives"] = choice.alternatives
    if choice.mention is not None:
        slots.values |= {
            "metric": choice.metric,
            "metric_words": shown[choice.mention.start : choice.mention.end],
        }
        slots.note(Role.METRIC, choice.mention.start, choice.mention.end)
    elif choice.is_counted:
        slots.values["metric"] = choice.metric
    elif choice.words is not None:
        slots.values |= {"metric": choice.metric, "metric_words": shown[slice(*choice.words)]}
        slots.note(Role.METRIC, *choice.words)


def put_clauses(
    slots: Slots,
    clauses: list[Clause],
    goal: str,
    shown: str,
    work: str,
    language: Language,
    owner: OwnerFound | None,
    named: Sequence[tuple[int, int]] = (),
) -> None:
    """Put by doing what, what for, who leads and where."""
    for clause in clauses:
        if clause.role is not Role.GUARD and goal[clause.start] != "_":
            continue
        words = words_of(_before_owner(clause, owner), shown)
        if not words and clause.role is not Role.GUARD:
            continue  # a guard may be all in its marker ("à qualité constante")
        if clause.role in {Role.LEVER, Role.RELEVANCE} and clause.role.value not in slots.values:
            slots.values[clause.role.value] = words
        slots.note(clause.role, clause.start, clause.end)
    if owner is not None:
        slots.values["owner"] = owner.who
        slots.note(Role.OWNER, owner.start, owner.end)
    elif where := find_self(work, language):
        slots.values["owner"] = "moi" if language is Language.FR else "me"
        slots.note(Role.OWNER, *where)
    if channel := _CHANNEL.search(shown):
        slots.values["scope"] = channel[0]
        slots.note(Role.SCOPE, channel.start(), channel.end())
    elif scope := find_scope(goal, language, named):
        slots.values["scope"] = shown[slice(*scope)].strip()
        slots.note(Role.SCOPE, *scope)


def _before_owner(clause: Clause, owner: OwnerFound | None) -> Clause:
    """The clause without the words that name the owner."""
    if owner is None or not clause.content < owner.phrase < clause.end:
        return clause
    return Clause(clause.role, clause.start, owner.phrase, clause.content)


def vague_in(slots: Slots, goal: str, shown: str, language: Language, *, about_goal: bool) -> tuple[str, ...]:
    """Words that wish without a figure beside them."""
    if any(name in slots.values for name in ("target", "delta")):
        return ()
    found: dict[str, None] = {}
    for match in _vague_words(language).finditer(goal):
        if not about_goal and not found and not opens(goal[: match.start()]):
            break
        found.setdefault(shown[match.start() : match.end()])
        slots.note(Role.VAGUE, match.start(), match.end())
    return tuple(found)


@cache
def _vague_words(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){spaced(GOAL_WORDS[language].vague)}(?!\w)")
