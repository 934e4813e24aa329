"""The figure that is told together with what is in the way ("csat 81, bloqué : l'enquête ne part plus")."""

import re

from coach.language.figure_names import find_figure_names
from coach.language.figures import find_figures
from coach.language.named_days import hide_days
from coach.language.patterns import rx
from coach.language.reading import Language

_JOINTS = re.compile(r"[,;:\n]|\.(?=\s|$)|\s[-–—]\s|(?<!\w)(?:mais|but|et|and)(?!\w)")
_AROUND = rx(
    r"(?<!\w)(?:environ|on est|on en est|c'est|nous sommes|je suis|ca donne|about|around|at|we are|we're"
    r"|it is|it's|is|est|et|and|mais|but|un|une|le|la|a|de|the|our|notre|nos|pour|for|ok"
    r"|cette semaine|this week|aujourd'hui|today|toujours|still|now|maintenant)(?!\w)|[\W_]"
)
"""What a figure that stands by itself may have around it."""


def figure_beside(shown: str, work: str, start: int, end: int, language: Language) -> tuple[int, int]:
    """Where a figure that stands by itself is told beside what is in the way; an empty stretch: nowhere.

    In "2 agents bloqués" and in "bloqué : 3 absents" the number is a part of what is in the way.

    Args:
        shown: The text as it is shown.
        work: The same folded, of the same length.
        start: Where the words begin that say that something is in the way.
        end: Where they end.
        language: The text's language.
    """
    plural = work[start:end].endswith(("es", "s"))
    for left, right in reversed(_clauses(work, 0, start)):
        if plural and right == start and work[left:right].strip():
            continue  # "80 bloqués" counts those who are
        if _is_alone(shown[left:right], work[left:right], language, named=False):
            return left, right
    behind = _clauses(work, end, len(work))[1:]
    left, right = behind[-1] if behind else (0, 0)
    if behind and _is_alone(shown[left:right], work[left:right], language, named=True):
        return left, right
    return 0, 0


def _clauses(work: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [one.start() for one in _JOINTS.finditer(work, start, end)]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _is_alone(shown: str, work: str, language: Language, *, named: bool) -> bool:
    """Whether a clause says a figure and no more; where `named`, with its metric's name or its unit."""
    names = find_figure_names(shown, work, language)
    for one in names:
        work = f"{work[: one.start]}{'_' * (one.end - one.start)}{work[one.end :]}"
    figures = find_figures(hide_days(work), language, most=3)
    if len(figures) != 1 or (named and not names and figures[0].unit is None):
        return False
    rest = f"{work[: figures[0].start]} {work[figures[0].end :]}"
    return not _AROUND.sub("", rest)
