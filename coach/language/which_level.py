"""Which of several figures an answer means: where a metric went to, not where it came from.

"De 79 à 80" is 80, "79 la semaine dernière, 80 cette semaine" is 80, "pas 79, 82,5" is 82.5. "Entre 78 et 80"
and "79 ou 80" do not tell, and are asked about.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from coach.language.figures import Figure, without_denied
from coach.language.patterns import rx
from coach.quantity import SECONDS_IN, Unit

_TO = rx(
    r" ?(?:,? ?(?:puis|then|et|and)? ?(?:jusqu'a|up to|down to|back to|a|to|par|en|by|into|vers) "
    r"|[-=]*> ?|→ ?|=> ?)"
)
_ARROW = rx(r" ?(?:[-=]*>|→) ?")
_FROM = rx(
    r"(?<!\w)(?:de|from|remplace[rz]?|change[rz]?|corrige[rz]?|replace|passe[rzes]* de|etait a|was(?: at)?"
    r"|up|down|plus|moins|minus|gagne|gained|perdu|lost|hausse de|baisse de|monte de|descendu de|added)"
    r"(?: by)?(?: le| les| the)? ?$"
)
_BETWEEN = rx(r"(?<!\w)(?:entre|between)(?: les| the)? ?$")
_AND = rx(r" ?(?:et|and|a|to|-|–) ?")
_OR = rx(r" ?(?:ou(?: bien)?|or|voire|-|–|a|to) ?")
_BEFORE_NOW = (
    r"(?:(?:la |the |l'|le )?(?:semaine|sem|mois|trimestre|annee|an|fois|point|lundi|mardi|mercredi|jeudi"
    r"|vendredi)s? (?:derniere?|passee?|precedente?|d'avant)|(?:la )?derniere fois|(?:the )?(?:last|previous"
    r"|prior) (?:week|month|quarter|year|time|monday|tuesday|wednesday|thursday|friday)|(?:the )?(?:week"
    r"|month|time) before|previously|before|avant|auparavant|hier|yesterday)"
)
_PAST_BEHIND = rx(
    rf"[ ,]*\(? ?(?:(?:c'etait|pour|for|en|it was) )?{_BEFORE_NOW}(?!\w)(?! (?:c'etait|it was)? ?:? ?\d)"
)
_PAST_AHEAD = rx(
    rf"(?<!\w){_BEFORE_NOW}(?:[ :,]|c'etait|on etait|nous etions|we were|it was|etait|was|at|a)*$"
)
_COMPARED = rx(
    r"(?<!\w)(?:objectif|cible|target|goal|au lieu|instead|contre|vs|versus|was|were|etait|etions"
    r"|prevus?|attendus?|expected|planned)[ :]*(?:de |d'|of |was |est |is |a |at |etait )?$"
)


def without_the_past(figures: Sequence[Figure], work: str) -> list[Figure]:
    """The figures that are of now, where one is: not those of last week, of the plan, or said to be wrong.

    Args:
        figures: What was found, in order.
        work: The folded text.
    """
    kept = without_denied(list(figures), work)
    now = [one for one in kept if not _is_past(one, kept, work)]
    kept = now or kept
    current = [one for one in kept if not _COMPARED.search(work[max(0, one.start - 32) : one.start])]
    kept = current or kept
    left = [first for first, then in pairwise(kept) if _goes_on(first, then, work)]
    return [one for one in kept if one not in left]


def are_denied(figures: Sequence[Figure], work: str) -> bool:
    """Whether all that a text tells is which figures are wrong ("pas 80")."""
    return all(_DENIED.search(work[max(0, one.start - 8) : one.start]) for one in figures)


_DENIED = rx(r"^ ?(?:pas|not) $")


def _is_past(figure: Figure, figures: Sequence[Figure], work: str) -> bool:
    """Whether a time gone by is named with a figure: behind it, or ahead of it and behind no other."""
    if _PAST_BEHIND.match(work, figure.end):
        return True
    before = max((one.end for one in figures if one.end <= figure.start), default=0)
    ahead = work[before : figure.start]
    taken = before and _PAST_BEHIND.match(work, before)
    return not taken and _PAST_AHEAD.search(ahead) is not None


def _goes_on(first: Figure, then: Figure, work: str) -> bool:
    """Whether a figure is only where the next one started from ("de 79 à 80", "79 -> 80", "+2 à 80")."""
    between = work[first.end : then.start]
    if then.sign or not _is_like(first, then):
        return False
    moved = first.sign or _FROM.search(work[max(0, first.start - 24) : first.start])
    return _ARROW.fullmatch(between) is not None or (bool(moved) and _TO.fullmatch(between) is not None)


def is_range(first: Figure, then: Figure, work: str) -> bool:
    """Whether two figures leave open which of them is meant ("entre 78 et 80", "79 ou 80", "78-80")."""
    if first.sign or then.sign or not _is_like(first, then):
        return False
    between = work[first.end : then.start]
    if _goes_on(first, then, work) or _ratio(first, then) > FARTHEST:
        return False
    if _BETWEEN.search(work[max(0, first.start - 16) : first.start]):
        return _AND.fullmatch(between) is not None
    return _OR.fullmatch(between) is not None


def ranges(figures: Sequence[Figure], work: str) -> list[tuple[int, int]]:
    """Where two figures belong together, from the begin of one to the end of the other."""
    together = [
        (one, two) for one, two in pairwise(figures) if is_range(one, two, work) or _goes_on(one, two, work)
    ]
    return [(one.start, two.end) for one, two in together]


FARTHEST = 10
"""One level so many times the other is no choice between two ("45 s à 14h")."""


def _ratio(one: Figure, other: Figure) -> Decimal:
    """How many times the smaller of two figures the larger one is."""
    size = SECONDS_IN.get(one.unit or other.unit or Unit.COUNT, Decimal(1))
    first, then = (
        one.value * size,
        other.value * SECONDS_IN.get(other.unit or one.unit or Unit.COUNT, Decimal(1)),
    )
    low, high = sorted((abs(first), abs(then)))
    return high / low if low else Decimal(FARTHEST if high else 1)


def _is_like(one: Figure, other: Figure) -> bool:
    """Whether two figures may be levels of the same thing: the unit of one may be left out."""
    units = {one.unit, other.unit} - {None}
    return len(units) < 2 or units <= set(SECONDS_IN)
