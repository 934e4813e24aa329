"""Reading a whole text: what it says about a goal, and what it leaves open."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from coach.catalogue import METRICS
from coach.language.choice import Choice, choose
from coach.language.clauses import (
    GOAL_WORDS,
    Clause,
    OwnerFound,
    find_clauses,
    find_owner,
    find_scope,
    find_self,
    verbs,
    words_of,
)
from coach.language.dates import LIKELY, SURE, Found, find_dates, pick
from coach.language.detection import evidence
from coach.language.direction import read_direction
from coach.language.figures import Figure, Multiple, find_figures, find_multiple, hide_clocks
from coach.language.gate import is_goal, opens
from coach.language.mentions import MetricMention, find_metrics
from coach.language.numbers import with_digits
from coach.language.parts import split_parts
from coach.language.patterns import exact, spaced
from coach.language.plain import fold, plain
from coach.language.promises import without_promises
from coach.language.reading import Cadence, Language, Mention, Role, Slot, Understanding
from coach.language.roles import Assignment, Roles
from coach.language.units import change, level
from coach.metrics import Kind, MetricKey
from coach.quantity import Quantity, Unit

LONG = 1000
"""Characters beyond which a message is read in its main language only."""
_LENGTHS = exact(
    r"(?<![\w#@.,])(?:toutes[ ]les[ ]|every[ ]|each[ ])?\d{1,4}[ ]*(?:semaines?|weeks?|mois"
    r"|months?|ans|years?|trimestres?|quarters?)(?!\w)"
)
_CHANNEL = exact(r"(?<![\w#])#[a-z][\w-]{1,60}")
_HOURS_OF_DAY = exact(
    r"(?<=[@§])[ ,]*(?:from|between|de|entre)[ ]+\d{1,2}[ ]+(?:to|and|a|et)[ ]+\d{1,2}(?!\w|[.,%])"
    r"|(?<!\w)(?:from|between|de|entre)[ ]+\d{1,2}[ ]+(?:to|and|a"
    r"|et)[ ]+\d{1,2}(?=[ ]+(?:on[ ]+)?[@§]|[ ]+on[ ]+(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|[ ]+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
)
_YEAR = exact(r"(?<![\w#@.,])(?:19|20)\d\d(?![\w%.,]|[ ]*(?:%|tickets|appels|calls|rdv|leads|€|euros))")


def understand(
    text: str, language: Language | None, today: date, *, fallback: Language = Language.FR
) -> Understanding:
    """What a text says about a goal.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known; otherwise its words tell.
        today: the day of reading.
        fallback: the language to assume where the words do not tell.
    """
    return read(text, language, today, fallback=fallback).understanding


@dataclass
class Reading:
    """A reading with what it was made from, for the readers of replies."""

    understanding: Understanding
    work: str
    masked: str
    figures: list[Figure]
    roles: Roles
    metrics: list[MetricMention]
    multiple: Multiple | None = None


@dataclass
class _Slots:
    """What is being collected."""

    values: dict[str, Any] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: set[Slot] = field(default_factory=set)

    def note(self, role: Role, start: int, end: int) -> None:
        if end > start:
            self.mentions.append(Mention(role=role, start=start, end=end))


def read(
    text: str,
    language: Language | None,
    today: date,
    *,
    fallback: Language = Language.FR,
    metric: MetricKey | None = None,
    answering: bool = False,
    bare_dates: bool = False,
) -> Reading:
    """Read in the text's language, and in the other one too where the words are mixed.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known.
        today: the day of reading.
        fallback: the language to assume where the words do not tell.
        metric: the metric that is spoken of already, where there is one.
        answering: whether a question was asked, so that values need no goal around them.
        bare_dates: whether the question was "by when?".
    """
    shown = plain(text)
    counts = evidence(shown)
    words_tell = counts[Language.FR] != counts[Language.EN]
    best = max(counts, key=lambda key: counts[key]) if words_tell else fallback
    first = language or best
    other = Language.EN if first is Language.FR else Language.FR
    known = language is not None or words_tell or answering
    how = _How(today, metric, answering, bare_dates, known)
    reading = _read(shown, first, how)
    mixed = not words_tell or _is_mixed(counts[first], counts[other])
    if mixed and len(shown) <= LONG and not _is_full(reading.understanding):
        reading = _fuller(reading, _read(shown, other, how), prefer_first=counts[first] >= counts[other])
    if reading.understanding.language is not first:
        reading.understanding = reading.understanding.model_copy(update={"language": first})
    return reading


def _is_mixed(first: int, other: int) -> bool:
    """Whether a text holds enough words of the other language to be read in it too."""
    return other >= max(2, first // 3) or (other > 0 and first + other <= 6)


@dataclass(frozen=True)
class _How:
    today: date
    metric: MetricKey | None
    answering: bool
    bare_dates: bool
    known: bool


_SLOTS = ("metric", "direction", "baseline", "target", "delta", "deadline", "owner", "cadence", "lever")


def _is_full(reading: Understanding) -> bool:
    """Whether nothing that matters is left for the other language to see."""
    has_figure = reading.target is not None or reading.delta is not None
    return reading.metric is not None and has_figure and reading.deadline is not None


def _fullness(reading: Understanding) -> int:
    return sum(getattr(reading, name) is not None for name in _SLOTS)


def _fuller(first: Reading, second: Reading, *, prefer_first: bool) -> Reading:
    """The fuller of two readings, with what only the other one saw."""
    a, b = _fullness(first.understanding), _fullness(second.understanding)
    if b > a or (b == a and not prefer_first):
        first, second = second, first
    kept, extra = first.understanding, second.understanding
    update: dict[str, object] = {}
    roles: set[Role] = set()
    if kept.deadline is None and kept.deadline_problem is None and extra.deadline is not None:
        update |= {"deadline": extra.deadline, "deadline_text": extra.deadline_text}
        roles.add(Role.DEADLINE)
    if kept.metric is None and not kept.metric_alternatives and extra.metric is not None:
        update |= {
            "metric": extra.metric,
            "metric_words": extra.metric_words,
            "metric_alternatives": extra.metric_alternatives,
        }
        roles.add(Role.METRIC)
    if kept.baseline is None and kept.target is None and kept.delta is None:
        for name in ("baseline", "target", "delta", "stretch"):
            update[name] = getattr(extra, name)
        roles |= {Role.BASELINE, Role.TARGET, Role.DELTA, Role.STRETCH}
    for name in ("direction", "owner", "cadence", "lever", "relevance"):
        if getattr(kept, name) is None and getattr(extra, name) is not None:
            update[name] = getattr(extra, name)
            roles.add(Role(name))
    if update:
        mentions = (*kept.mentions, *(one for one in extra.mentions if one.role in roles))
        update["mentions"] = tuple(sorted(set(mentions), key=lambda one: (one.start, one.end)))
        update["ambiguous"] = kept.ambiguous | extra.ambiguous
    vague = tuple(dict.fromkeys((*kept.vague_words, *extra.vague_words)))
    first.understanding = kept.model_copy(update={**update, "vague_words": vague})
    return first


def _read(shown: str, language: Language, how: _How) -> Reading:
    work = hide_clocks(with_digits(fold(shown), language))
    owner = find_owner(shown, language)
    named = _blank(work, owner.phrase, owner.phrase_end, "_") if owner else work
    metrics = find_metrics(shown, named, language)
    dates, masked = find_dates(work, language, how.today, known=how.known, bare=how.bare_dates)
    dates, masked = without_promises(dates, masked, work, metrics)
    masked = _LENGTHS.sub(lambda found: "§" * len(found[0]), masked)
    masked = _YEAR.sub(lambda found: "§" * len(found[0]), masked)
    masked = _HOURS_OF_DAY.sub(lambda found: "_" * len(found[0]), masked)
    multiple = find_multiple(masked)
    if multiple:
        masked = _blank(masked, multiple.start, multiple.end, "%")
    figures = find_figures(masked, language)
    figures = _at_its_rate(figures, metrics, work)
    for figure in figures:
        masked = _blank(masked, figure.start, figure.end, "#")
    cues = [one.start - one.cue for one in dates if one.weight]
    clauses = find_clauses(masked, language, cues)
    cadence, masked = _cadence(masked, language, metrics)
    slots = _Slots()
    goal = masked
    for clause in _aside(clauses, masked, metrics, language):
        goal = _blank(goal, clause.start, clause.end, "_")
    main_figures = [one for one in figures if goal[one.start] == "#"]
    main_metrics = [one for one in metrics if goal[one.start] != "_" or _starts_goal(one, goal)]
    settled = how.metric if not main_metrics else None
    preview = choose(main_metrics, goal, main_figures, settled, None, language, work)
    roles = _assign(goal, main_figures, language, preview, [(one.start, one.end) for one in main_metrics])
    choice = choose(main_metrics, goal, main_figures, settled, roles, language, work)
    direction, way = read_direction(goal, language, roles, multiple, choice.metric)
    date_found = pick(dates, goal)
    due = date_found is not None and date_found.weight >= (LIKELY if _is_nought(roles.target) else SURE)
    about_goal = how.answering or is_goal(goal, language, roles, choice, multiple, due=due)
    if about_goal:
        _put_values(slots, roles, multiple, choice)
        if date_found is not None:
            slots.values |= {
                "deadline": date_found.day,
                "deadline_text": shown[_quoted_from(date_found) : date_found.end].strip(),
                "deadline_problem": date_found.problem,
            }
            slots.note(Role.DEADLINE, date_found.start - date_found.cue, date_found.end)
        if direction is not None:
            slots.values["direction"] = direction
            if way:
                slots.note(Role.DIRECTION, *way)
        if cadence is not None:
            slots.values["cadence"] = cadence[0]
            slots.note(Role.CADENCE, cadence[1], cadence[2])
    if about_goal or choice.metric is not MetricKey.OTHER:
        _put_metric(slots, choice, shown)
    _put_clauses(slots, clauses, goal, shown, work, language, owner)
    vague = _vague(slots, goal, shown, language, about_goal=about_goal)
    understanding = Understanding(
        text=shown,
        language=language,
        parts=split_parts(shown, goal, metrics, language),
        vague_words=vague,
        ambiguous=frozenset(slots.ambiguous),
        mentions=tuple(sorted(slots.mentions, key=lambda one: (one.start, one.end))),
        **slots.values,
    )
    return Reading(understanding, work, goal, figures, roles, metrics, multiple)


def _is_nought(figure: Figure | None) -> bool:
    """Nobody reports nought with a date beside it: it is what they want."""
    return figure is not None and figure.value == 0


def _quoted_from(found: Found) -> int:
    """Where the deadline's words begin; one that cannot be taken is quoted without what leads it in."""
    return found.start if found.problem else found.start - found.cue


def _blank(text: str, start: int, end: int, mark: str) -> str:
    return f"{text[:start]}{mark * (end - start)}{text[end:]}"


@cache
def _cadences(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?:(?<![\w#])|(?<=#)){spaced(pattern)}(?!\w)"))
        for name, pattern in GOAL_WORDS[language].cadences
    )


_RATE_OF = {
    "daily": Unit.PER_DAY,
    "weekly": Unit.PER_WEEK,
    "monthly": Unit.PER_MONTH,
}


def _at_its_rate(figures: list[Figure], metrics: list[MetricMention], work: str) -> list[Figure]:
    """Bare figures of something that is named by its rhythm ("weekly calls from 1,200 to 900")."""
    if len(metrics) != 1 or metrics[0].metric not in _COUNTED_BY_RHYTHM:
        return figures
    name = work[metrics[0].start : metrics[0].end]
    unit = next((unit for word, unit in _RATE_OF.items() if word in name), None)
    if unit is None:
        return figures
    return [replace(one, unit=unit) if one.unit is None and not one.sign else one for one in figures]


_COUNTED_BY_RHYTHM = frozenset({MetricKey.CONTACT_VOLUME, MetricKey.CALLS_MADE, MetricKey.APPOINTMENTS})
_RATES = ("par ", "per ", "a ", "/")


@cache
def _vague_words(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){spaced(GOAL_WORDS[language].vague)}(?!\w)")


def _cadence(
    masked: str, language: Language, metrics: list[MetricMention]
) -> tuple[tuple[Cadence, int, int] | None, str]:
    """How often something comes back, and the text without it.

    A rhythm right behind a metric says what is counted ("appointments per week"), not how often.
    """
    found: tuple[Cadence, int, int] | None = None
    ends = {one.end for one in metrics}
    for name, pattern in _cadences(language):
        for match in pattern.finditer(masked):
            counted = match[0].startswith(_RATES) and match.start() - 1 in ends
            counted = counted or any(one.start <= match.start() < one.end for one in metrics)
            if not counted and (found is None or match.start() < found[1]):
                found = (Cadence(name), match.start(), match.end())
            masked = _blank(masked, match.start(), match.end(), "^")
    return found, masked


def _aside(
    clauses: list[Clause], masked: str, metrics: list[MetricMention], language: Language
) -> list[Clause]:
    """The clauses to leave out of the goal: all, unless one of them is all that there is."""
    aside = []
    for clause in clauses:
        if clause.role is Role.RELEVANCE:
            rest = masked[: clause.start] + " " + masked[clause.end :]
            outside = any(not clause.holds(one.start) for one in metrics)
            if not outside and not _has_verb(rest, language):
                continue
        aside.append(clause)
    return aside


def _has_verb(text: str, language: Language) -> bool:
    return any(
        verbs(language, kind).search(text)
        for kind in ("increase", "decrease", "improve", "maintain", "quicker")
    )


def _starts_goal(mention: MetricMention, goal: str) -> bool:
    """A mention whose first characters lie in a clause but whose words go on after it."""
    return goal[mention.end - 1] != "_"


_IN_HOURS = frozenset({MetricKey.TRAINING, MetricKey.ABSENTEEISM})


def _assign(
    goal: str, figures: list[Figure], language: Language, choice: Choice, named: list[tuple[int, int]]
) -> Roles:
    kind = METRICS[choice.metric].kind if choice.metric and choice.metric is not MetricKey.OTHER else None
    if choice.metric is MetricKey.OTHER:
        kind = Kind.COUNT if all(one.unit in {None, Unit.PERCENT} for one in figures) else None
    return Assignment(
        figures,
        goal,
        language,
        kind=kind,
        in_hours=choice.metric in _IN_HOURS,
        named=named,
    ).run()


def _put_values(slots: _Slots, roles: Roles, multiple: Multiple | None, choice: Choice) -> None:
    for role, name in ((Role.BASELINE, "baseline"), (Role.TARGET, "target"), (Role.STRETCH, "stretch")):
        figure = roles.known().get(role)
        if figure is None:
            continue
        quantity, is_open = level(figure, choice.metric)
        slots.values[name] = quantity
        slots.note(role, figure.start, figure.end)
        if is_open:
            slots.ambiguous.add(Slot(name))
    if multiple is not None and roles.target is None and roles.delta is None:
        slots.values["delta"] = Quantity(value=multiple.percent, unit=Unit.PERCENT)
        slots.note(Role.DELTA, multiple.start, multiple.end)
    elif roles.delta is not None:
        quantity, is_open = change(roles.delta, choice.metric)
        slots.values["delta"] = quantity
        slots.note(Role.DELTA, roles.delta.start, roles.delta.end)
        if is_open:
            slots.ambiguous.add(Slot.CHANGE)


def _put_metric(slots: _Slots, choice: Choice, shown: str) -> None:
    if choice.metric is None and not choice.alternatives:
        return
    slots.values["metric_alternatives"] = choice.alternatives
    if choice.mention is not None:
        slots.values |= {
            "metric": choice.metric,
            "metric_words": shown[choice.mention.start : choice.mention.end],
        }
        slots.note(Role.METRIC, choice.mention.start, choice.mention.end)
    elif choice.words is not None:
        slots.values |= {"metric": choice.metric, "metric_words": shown[slice(*choice.words)]}
        slots.note(Role.METRIC, *choice.words)


def _put_clauses(
    slots: _Slots,
    clauses: list[Clause],
    goal: str,
    shown: str,
    work: str,
    language: Language,
    owner: OwnerFound | None,
) -> None:
    for clause in clauses:
        if clause.role is not Role.GUARD and goal[clause.start] != "_":
            continue
        words = words_of(_before_owner(clause, owner), shown)
        if not words:
            continue
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
    elif scope := find_scope(goal, language):
        slots.values["scope"] = shown[slice(*scope)].strip()
        slots.note(Role.SCOPE, *scope)


def _before_owner(clause: Clause, owner: OwnerFound | None) -> Clause:
    """The clause without the words that name the owner."""
    if owner is None or not clause.content < owner.phrase < clause.end:
        return clause
    return Clause(clause.role, clause.start, owner.phrase, clause.content)


def _vague(slots: _Slots, goal: str, shown: str, language: Language, *, about_goal: bool) -> tuple[str, ...]:
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
