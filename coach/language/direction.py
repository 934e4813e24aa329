"""Which way the person wants the metric to go."""

import re
from decimal import Decimal
from functools import cache

from coach.catalogue import METRICS
from coach.language.choice import Choice
from coach.language.clauses import GOAL_WORDS, verbs
from coach.language.figures import Figure, Multiple
from coach.language.patterns import exact, spaced
from coach.language.reading import Direction, Language
from coach.language.roles import Roles
from coach.metrics import Kind, MetricKey, Polarity
from coach.quantity import SECONDS_IN

_KINDS = ("maintain", "increase", "decrease", "improve", "quicker")
_LESS = exact(
    r"(?<!\w)(?:moins|fewer|less|faster|quicker|shorter|lower|plus[ ]+(?:vite|rapide\w*|courte?s?"
    r"|bas)|baisse|reduction|diminution|drop|cut|decrease|decline|down|off)(?!\w)"
)
_MORE = exact(
    r"(?<!\w)(?:plus|more|extra|additional|supplementaires?|higher|longer|hausse|augmentation"
    r"|croissance|progression|increase|growth|rise|gain|boost|uplift|up|lift|jump|mieux|better"
    r"|another)(?!\w)"
)


def first_verb(masked: str, language: Language) -> tuple[str, int, int] | None:
    """The first verb that says a way, and where it stands."""
    best: tuple[str, int, int] | None = None
    for kind in _KINDS:
        match = verbs(language, kind).search(masked)
        if match and (best is None or match.start() < best[1]):
            best = (kind, match.start(), match.end())
    return best


@cache
def wishes(language: Language) -> re.Pattern[str]:
    """Words that say that something is wanted."""
    return re.compile(rf"(?<!\w){spaced(GOAL_WORDS[language].goal)}(?!\w)")


@cache
def _quantifiers(language: Language) -> re.Pattern[str]:
    words = GOAL_WORDS[language]
    return re.compile(
        rf"(?<!\w)(?<!de )(?:(?P<decrease>{spaced(words.fewer)})"
        rf"|(?P<increase>{spaced(words.more)}))(?![#@^%_§])"
    )


def quantified(masked: str, language: Language) -> tuple[str, int, int] | None:
    """Fewer or more of something that is counted."""
    match = _quantifiers(language).search(masked)
    return (match.lastgroup or "", match.start(), match.end()) if match else None


def read_direction(
    masked: str,
    language: Language,
    roles: Roles,
    multiple: Multiple | None,
    choice: Choice,
) -> tuple[Direction | None, tuple[int, int] | None]:
    """The way, and where the text says it."""
    metric = choice.metric
    if choice.is_meant:
        return better(metric), None
    found = first_verb(masked, language) or quantified(masked, language)
    span = (found[1], found[2]) if found else None
    kind = found[0] if found else None
    reach = verbs(language, "reach").search(masked)
    if kind is None and reach:
        span = reach.span()
    if roles.pair and roles.baseline and roles.target and (way := _between(roles.baseline, roles.target)):
        return way, span
    if multiple is not None and multiple.rises is not None:
        return (Direction.INCREASE if multiple.rises else Direction.DECREASE), (multiple.start, multiple.end)
    if roles.delta is not None and roles.delta.sign:
        return (Direction.DECREASE if roles.delta.sign == "-" else Direction.INCREASE), span
    match kind:
        case "maintain":
            return Direction.MAINTAIN, span
        case "increase":
            return Direction.INCREASE, span
        case "decrease":
            return Direction.DECREASE, span
        case "quicker":
            return Direction.DECREASE if _is_time(metric) else better(metric), span
        case "improve":
            return _improved(roles, metric), span
    if multiple is not None and roles.target is None:
        return _told_beside(masked, multiple.start, multiple.end), span
    return _without_verb(masked, roles, has_reach=reach is not None), span


def _between(baseline: Figure, target: Figure) -> Direction | None:
    start, end = _comparable_value(baseline), _comparable_value(target)
    if start == end:
        return None
    return Direction.INCREASE if start < end else Direction.DECREASE


def _comparable_value(figure: Figure) -> Decimal:
    return figure.value * SECONDS_IN[figure.unit] if figure.unit in SECONDS_IN else figure.value


def _is_time(metric: MetricKey | None) -> bool:
    return metric is None or METRICS[metric].kind is Kind.DURATION


def better(metric: MetricKey | None) -> Direction | None:
    """The way in which the metric gets better."""
    if metric is None or metric is MetricKey.OTHER:
        return None
    match METRICS[metric].polarity:
        case Polarity.HIGHER:
            return Direction.INCREASE
        case Polarity.LOWER:
            return Direction.DECREASE
        case _:
            return None


def _improved(roles: Roles, metric: MetricKey | None) -> Direction | None:
    way = better(metric)
    if way is None and roles.target is not None:
        return Direction.REACH
    return way


def _told_beside(masked: str, start: int, end: int) -> Direction | None:
    """The way that the words around a change say."""
    for text in (masked[end : end + 40], masked[max(0, start - 30) : start]):
        less, more = _LESS.search(text), _MORE.search(text)
        if less and not (more and more.start() < less.start()):
            return Direction.DECREASE
        if more:
            return Direction.INCREASE
    return None


def _without_verb(masked: str, roles: Roles, *, has_reach: bool) -> Direction | None:
    if roles.target is not None:
        if roles.below:
            return Direction.DECREASE
        return Direction.INCREASE if roles.above else Direction.REACH
    if roles.delta is not None:
        return _told_beside(masked, roles.delta.start, roles.delta.end)
    return Direction.REACH if has_reach and roles.baseline is None and "#" in masked else None
