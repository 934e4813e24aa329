"""A text that tells several figures, cut in pieces: each figure with the metric's name that stands by it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from coach.guard_reading import PIECES
from coach.language.detection import detect
from coach.language.figures import find_figures
from coach.language.mentions import find_metrics
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.plain import fold
from coach.language.provisional import is_provisional
from coach.language.reading import Language
from coach.language.which_level import ranges
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

BETWEEN = " \n\t,;.:-–/&+"
_JOINTS = ("et", "and", "mais", "but", "avec", "with")
_AROUND = re.compile(
    r"(?<!\w)(?:environ|presque|enfin|autour de|pour|on est|c'est|nous sommes|about|around|nearly|at|we are"
    r"|it is|it's|et|and|mais|but|avec|with|un|une|le|la|a|de|the|soit|ok)(?!\w)|[\W_]"
)
"""What a figure that stands by itself may have around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure in its words."""

    words: str
    metric: MetricKey | None
    """The metric that is named with it."""
    figure: Quantity | None
    """The figure as it is written: a bare number is a `COUNT`. None: there is none to be sure of."""
    alone: bool
    """Whether it says nothing but the figure."""

    @property
    def bare(self) -> bool:
        """Whether no unit stands by the figure."""
        return self.figure is None or self.figure.unit is Unit.COUNT


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    metrics: list[MetricKey]
    figures: int


def told_pieces(text: str, language: Language) -> list[Piece]:
    """The figures that a text tells, in its order, each with the words that are about it.

    "CSAT 79, DMT 5:50" is cut before each name, "79 de CSAT, 5:50 de DMT" behind it; "3 min 58, csat 76"
    between its two figures. What holds no figure goes with the figure beside it.

    Args:
        text: The words, as they are shown (`plain`).
        language: The person's language, where the words do not tell it.
    """
    lang = detect(text, language)
    work = with_digits(fold(text), lang)
    mentions = [one for one in find_metrics(text, work, lang) if one.metric is not None]
    work = hide_days(work)
    figures = find_figures(work, lang, most=24)
    within = [(one.start, one.end) for one in figures] + ranges(figures, work)
    joints = [one.start() for one in PIECES.finditer(text)]
    cuts = [0, *(at for at in joints if not any(start < at < end for start, end in within))]
    stretches: list[_Stretch] = []
    for start, end in pairwise([*cuts, len(text)]):
        inside = [one for one in mentions if start <= one.start < end]
        first = next((one for one in figures if start <= one.start < end), None)
        edges = [start, end]
        if len(inside) > 1:
            behind = first is not None and first.start < inside[0].start
            edges = [start, *([one.end for one in inside[:-1]] if behind else []), end]
            if not behind:
                edges = [start, *(one.start for one in inside[1:]), end]
        for left, right in pairwise(edges):
            named = [one.metric for one in inside if left <= one.start < right and one.metric is not None]
            told = sum(left <= one.start < right for one in figures)
            stretches.append(_Stretch(left, right, named, told))
    return [_piece(text, work, lang, one) for one in _joined(stretches) if one.figures]


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """What holds no figure joins its neighbour: a name a figure without one, other words the one before."""
    joined: list[_Stretch] = []
    ahead: _Stretch | None = None
    for stretch in stretches:
        one = stretch
        if ahead is not None and one.figures and one.metrics:
            joined = _onto_last(joined, ahead)
        elif ahead is not None:
            one = _Stretch(ahead.start, one.end, [*ahead.metrics, *one.metrics], one.figures)
        ahead = None
        if one.figures:
            joined.append(one)
        elif joined and (not one.metrics or not joined[-1].metrics):
            joined = _onto_last(joined, one)
        else:
            ahead = one
    return _onto_last(joined, ahead) if ahead is not None else joined


def _onto_last(joined: list[_Stretch], more: _Stretch) -> list[_Stretch]:
    if not joined:
        return [more]
    last = joined[-1]
    return [*joined[:-1], _Stretch(last.start, more.end, [*last.metrics, *more.metrics], last.figures)]


def _piece(text: str, work: str, language: Language, stretch: _Stretch) -> Piece:
    words, folded = text[stretch.start : stretch.end], work[stretch.start : stretch.end]
    found = find_figures(folded, language)
    figure = found[0] if found else None
    rest = folded[: figure.start] + folded[figure.end :] if figure is not None else folded
    return Piece(
        words=trimmed(words),
        metric=stretch.metrics[0] if stretch.metrics else None,
        figure=figure.quantity() if figure is not None and not figure.sign and not figure.of else None,
        alone=len(found) == 1 and (not _AROUND.sub("", rest) or is_provisional(words)),
    )


def trimmed(piece: str) -> str:
    """A piece without what joined it to the others."""
    words = piece.strip(BETWEEN).split(" ")
    if words and words[-1].lower() in _JOINTS:
        words = words[:-1]
    if words and words[0].lower() in _JOINTS:
        words = words[1:]
    return " ".join(words).strip(BETWEEN)
