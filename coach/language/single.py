"""Reading a text in one language: what is found, what plays which role, whether it is about a goal."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from coach.catalogue import METRICS
from coach.language.assignment import Assignment
from coach.language.choice import Choice, choose
from coach.language.clauses import GOAL_WORDS, Clause, find_clauses, find_owner, verbs
from coach.language.dates import LIKELY, SURE, find_dates, pick
from coach.language.direction import better, read_direction
from coach.language.figures import (
    Figure,
    Multiple,
    find_figures,
    find_multiple,
    find_shares_in_time,
    hide_clocks,
    without_denied,
)
from coach.language.filling import Slots, put_clauses, put_deadline, put_metric, put_values, vague_in
from coach.language.gate import is_goal
from coach.language.limits import with_limits
from coach.language.mentions import MetricMention, find_metrics
from coach.language.numbers import with_digits
from coach.language.paraphrases import complains
from coach.language.parts import split_parts
from coach.language.patterns import exact, spaced
from coach.language.plain import fold
from coach.language.promises import without_promises
from coach.language.proportions import find_parts
from coach.language.reading import Cadence, Language, Role, Understanding
from coach.language.roles import Roles
from coach.metrics import Kind, MetricKey
from coach.quantity import Unit

_LENGTHS = exact(
    r"(?<![\w#@.,])(?:toutes[ ]les[ ]|every[ ]|each[ ])?\d{1,4}[ ]*(?:semaines?|weeks?|mois"
    r"|months?|ans|years?|trimestres?|quarters?)(?!\w)"
)
_HOURS_OF_DAY = exact(
    r"(?<=[@§])[ ,]*(?:from|between|de|entre)[ ]+\d{1,2}[ ]+(?:to|and|a|et)[ ]+\d{1,2}(?!\w|[.,%])"
    r"|(?<!\w)(?:from|between|de|entre)[ ]+\d{1,2}[ ]+(?:to|and|a"
    r"|et)[ ]+\d{1,2}(?=[ ]+(?:on[ ]+)?[@§]|[ ]+on[ ]+(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|[ ]+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
)
_LUNCH = exact(r"(?<!\w)entre[ ]midi[ ]et[ ](?:2|14)(?:[ ]*h(?:eures)?)?(?!\w)")
_YEAR = exact(r"(?<![\w#@.,])(?:19|20)\d\d(?![\w%.,]|[ ]*(?:%|tickets|appels|calls|rdv|leads|€|euros))")


_GLUED = exact(
    r"(?<!\w)[ld](?=(?:at+entes?|absenteisme|absences?|abandons?|occupation|attrition|appels?|ecoutes?|effort"
    r"|encours|escalades?|utilisation|agents?|adherence|articles?|indisponibilite|accueil)(?!\w))"
)
"""An article typed without its apostrophe ("lattente", "dabandon")."""


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


@dataclass(frozen=True)
class How:
    """What is known before the text is read."""

    today: date
    metric: MetricKey | None
    answering: bool
    bare_dates: bool
    known: bool
    bare_parts: bool = False


def read_in(shown: str, language: Language, how: How) -> Reading:
    """What a plain text says, read in one language."""
    work = hide_clocks(with_digits(fold(shown), language))
    if language is Language.FR:
        work = _GLUED.sub(" ", work)
    owner = find_owner(shown, language)
    named = _blank(work, owner.phrase, owner.phrase_end, "_") if owner else work
    metrics = find_metrics(shown, named, language)
    dates, masked = find_dates(work, language, how.today, known=how.known, bare=how.bare_dates)
    dates, masked = without_promises(dates, masked, work, metrics)
    figures, multiple, masked = _figures(masked, work, metrics, language, how)
    cues = [one.start - one.cue for one in dates if one.weight]
    clauses = find_clauses(masked, language, cues)
    clauses = with_limits(clauses, masked, metrics, language, moving=how.metric, cues=cues)
    cadence, masked = _cadence(masked, language, metrics)
    slots = Slots()
    goal = masked
    for clause in _aside(clauses, masked, metrics, language):
        goal = _blank(goal, clause.start, clause.end, "_")
    main_figures = [one for one in figures if goal[one.start] == "#"]
    named_things = [one for one in metrics if not _is_of_ratio(one, figures)]
    main_metrics = [one for one in named_things if goal[one.start] != "_" or _starts_goal(one, goal)]
    preview = choose(main_metrics, goal, main_figures, how.metric, None, language, work)
    roles = _assign(goal, main_figures, language, preview, [(one.start, one.end) for one in main_metrics])
    choice = choose(main_metrics, goal, main_figures, how.metric, roles, language, work)
    direction, way = read_direction(goal, language, roles, multiple, choice)
    date_found = pick(dates, goal)
    due = date_found is not None and date_found.weight >= (LIKELY if _is_nought(roles.target) else SURE)
    about_goal = how.answering or is_goal(goal, language, roles, choice, multiple, due=due)
    aims = roles.target or roles.delta or multiple
    if direction is None and not aims and complains(goal, language):
        direction = better(choice.metric)
    if about_goal:
        put_values(slots, roles, multiple, choice)
        put_deadline(slots, date_found, shown)
        if direction is not None:
            slots.values["direction"] = direction
            if way:
                slots.note(Role.DIRECTION, *way)
        if cadence is not None:
            slots.values["cadence"] = cadence[0]
            slots.note(Role.CADENCE, cadence[1], cadence[2])
    if about_goal or choice.metric is not MetricKey.OTHER:
        put_metric(slots, choice, shown)
    put_clauses(
        slots, clauses, goal, shown, work, language, owner, [(one.start, one.end) for one in main_metrics]
    )
    vague = vague_in(slots, goal, shown, language, about_goal=about_goal)
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


def _figures(
    masked: str, work: str, metrics: list[MetricMention], language: Language, how: How
) -> tuple[list[Figure], Multiple | None, str]:
    """The figures of a text whose dates are masked, a change told as a multiple, the text without them."""
    parts = [
        Figure(start, end, value, Unit.PERCENT)
        for start, end, value in find_parts(masked, alone=how.bare_parts)
    ]
    for part in parts:
        masked = _blank(masked, part.start, part.end, "#")
    masked = _without_other_times(masked, metrics)
    multiple = find_multiple(masked)
    if multiple:
        masked = _blank(masked, multiple.start, multiple.end, "%")
    if how.metric is MetricKey.SERVICE_LEVEL or any(one.metric is MetricKey.SERVICE_LEVEL for one in metrics):
        parts += (short := find_shares_in_time(masked))
        for part in short:
            masked = _blank(masked, part.start, part.end, "#")
    figures = sorted([*parts, *find_figures(masked, language)], key=lambda one: one.start)
    if how.answering:
        figures = without_denied(figures, masked)
    figures = _at_its_rate(figures, metrics, work)
    for figure in figures:
        masked = _blank(masked, figure.start, figure.end, "#")
    return figures, multiple, masked


def _is_of_ratio(mention: MetricMention, figures: list[Figure]) -> bool:
    """Whether a thing is only what a share is told of (the calls of "3 calls in 10")."""
    return any(
        one.unit is Unit.PERCENT and one.start <= mention.start and mention.end <= one.end for one in figures
    )


def _without_other_times(masked: str, metrics: list[MetricMention]) -> str:
    """The text without lengths of time, years and hours of the day: no deadlines and no figures."""
    for pattern in (_LENGTHS, _YEAR):
        masked = pattern.sub(lambda found: "§" * len(found[0]), masked)
    if not metrics:  # with one, "de 12 à 20 d'ici mars" are its levels
        masked = _HOURS_OF_DAY.sub(lambda found: "_" * len(found[0]), masked)
    return _LUNCH.sub(lambda found: "_" * len(found[0]), masked)


def _is_nought(figure: Figure | None) -> bool:
    """Nobody reports nought with a date beside it: it is what they want."""
    return figure is not None and figure.value == 0


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
    if unit is None or "volume" in name:
        return figures
    return [replace(one, unit=unit) if one.unit is None and not one.sign else one for one in figures]


_COUNTED_BY_RHYTHM = frozenset({MetricKey.CONTACT_VOLUME, MetricKey.CALLS_MADE, MetricKey.APPOINTMENTS})
_RATES = ("par ", "per ", "a ", "/")


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
            counted = name in _RATE_OF and match[0].startswith(_RATES) and match.start() - 1 in ends
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
