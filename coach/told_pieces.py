"""A text that tells several figures, cut in pieces: each figure with the metric's name that stands by it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.guard_reading import PIECES
from coach.language.asides import ask_again, tells_no_level
from coach.language.detection import detect
from coach.language.figure_names import FigureName, find_figure_names
from coach.language.figures import find_figures
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.plain import fold, has_digit
from coach.language.provisional import is_provisional
from coach.language.reading import Language
from coach.language.which_level import ranges
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit

BETWEEN = " \n\t,;.:-–/&+"
_JOINTS = ("et", "and", "mais", "but", "avec", "with", "par contre")
LED = re.compile(
    r"(?:(?<!\w)(?:(?:about|for|on|of|the|my|our|pour|sur|de|du|des|d'|l'|le|la|les|mon|notre)\s*)+)$",
    re.IGNORECASE,
)
"""What leads a name in."""
_TRAILED = re.compile(r"\s*(?:one|goal|figure|question|objectif)?(?!\w)[\s:,;-]*", re.IGNORECASE)
_AROUND = re.compile(
    r"(?<!\w)(?:environ|presque|enfin|autour de|pour|on est|c'est|nous sommes|about|around|nearly|at|we are"
    r"|it is|it's|et|and|mais|but|avec|with|un|une|le|la|a|de|the|soit|ok)(?!\w)|[\W_]"
)
"""What a figure that stands by itself may have around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure in its words."""

    words: str
    name: FigureName | None
    """What it is named by."""
    figure: Quantity | None
    """The figure as it is written: a bare number is a `COUNT`. None: there is none to be sure of."""
    alone: bool
    """Whether it says nothing but the figure."""
    told: str = ""
    """The words that its goal takes: those of a name that hold a number of their own are left out."""
    without_figure: bool = False
    """Whether it says of what is named that there is no figure, that it has not moved, or: later."""

    @property
    def metric(self) -> MetricKey | None:
        """The metric that is named with it."""
        return self.name.metric if self.name is not None else None

    @property
    def bare(self) -> bool:
        """Whether no unit stands by the figure."""
        return self.figure is None or self.figure.unit is Unit.COUNT


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    names: list[FigureName]
    figures: int


def told_pieces(text: str, language: Language, own: Sequence[str] = ()) -> list[Piece]:
    """The figures that a text tells, in its order, each with the words that are about it.

    "CSAT 79, DMT 5:50" is cut before each name, "79 de CSAT, 5:50 de DMT" behind it; "3 min 58, csat 76"
    between its two figures. What holds no figure goes with the figure beside it, unless it says of what it
    names that there is none ("pas encore le CSAT, DMT 6:05").

    Args:
        text: The words, as they are shown (`plain`).
        language: The person's language, where the words do not tell it.
        own: The words, folded, by which goals call a metric of their own.
    """
    lang = detect(text, language)
    work = with_digits(fold(text), lang)
    names = find_figure_names(text, work, lang, own)
    for one in names:
        work = f"{work[: one.start]}{'_' * (one.end - one.start)}{work[one.end :]}"
    if not names and not has_digit(work):
        return []
    work = hide_days(work)
    figures = find_figures(ask_again(work)[1], lang, most=24) if has_digit(work) else []
    within = [(one.start, one.end) for one in figures] + ranges(figures, work)
    joints = [one.start() for one in PIECES.finditer(text)]
    cuts = [0, *(at for at in joints if not any(start < at < end for start, end in within))]
    stretches: list[_Stretch] = []
    for start, end in pairwise([*cuts, len(text)]):
        inside = [one for one in names if start <= one.start < end]
        first = next((one for one in figures if start <= one.start < end), None)
        edges = [start, end]
        if len(inside) > 1:
            behind = first is not None and first.start < inside[0].start
            edges = [start, *([one.end for one in inside[:-1]] if behind else []), end]
            if not behind:
                edges = [start, *(one.start for one in inside[1:]), end]
        for left, right in pairwise(edges):
            named = [one for one in inside if left <= one.start < right]
            told = sum(left <= one.start < right for one in figures)
            stretches.append(_Stretch(left, right, named, told))
    said: list[Piece] = []
    for group in _groups(stretches, text):
        said += [_piece(text, work, lang, one) for one in _joined(group) if one.figures]
        said += [_aside(text, one) for one in group if _is_aside(one, text)]
    return said


def _groups(stretches: list[_Stretch], text: str) -> list[list[_Stretch]]:
    """The stretches between those that say of what they name that there is no figure; each of these alone."""
    groups: list[list[_Stretch]] = [[]]
    for one in stretches:
        if _is_aside(one, text):
            groups += [[one], []]
        else:
            groups[-1].append(one)
    return [one for one in groups if one]


def _is_aside(one: _Stretch, text: str) -> bool:
    return not one.figures and len(one.names) == 1 and tells_no_level(_beside_name(text, one))


def _beside_name(text: str, one: _Stretch) -> str:
    """What a stretch says, without the name and what leads it in: "remind me about sales tomorrow"."""
    name = one.names[0]
    before = LED.sub("", text[one.start : name.start])
    behind = text[name.end : one.end]
    trail = _TRAILED.match(behind)
    return trimmed(f"{before.rstrip()} {behind[trail.end() if trail else 0 :].lstrip()}")


def _aside(text: str, one: _Stretch) -> Piece:
    words = trimmed(text[one.start : one.end])
    return Piece(
        words=words,
        name=one.names[0],
        figure=None,
        alone=True,
        told=_beside_name(text, one),
        without_figure=True,
    )


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    """What holds no figure joins its neighbour: a name a figure without one, other words the one before."""
    joined: list[_Stretch] = []
    ahead: _Stretch | None = None
    for stretch in stretches:
        one = stretch
        if ahead is not None and one.figures and one.names:
            joined = _onto_last(joined, ahead)
        elif ahead is not None:
            one = _Stretch(ahead.start, one.end, [*ahead.names, *one.names], one.figures)
        ahead = None
        if one.figures:
            joined.append(one)
        elif joined and (not one.names or not joined[-1].names):
            joined = _onto_last(joined, one)
        else:
            ahead = one
    return _onto_last(joined, ahead) if ahead is not None else joined


def _onto_last(joined: list[_Stretch], more: _Stretch) -> list[_Stretch]:
    if not joined:
        return [more]
    last = joined[-1]
    return [*joined[:-1], _Stretch(last.start, more.end, [*last.names, *more.names], last.figures)]


def _piece(text: str, work: str, language: Language, stretch: _Stretch) -> Piece:
    words, folded = text[stretch.start : stretch.end], work[stretch.start : stretch.end]
    found = find_figures(folded, language)
    figure = found[0] if found else None
    rest = folded[: figure.start] + folded[figure.end :] if figure is not None else folded
    numbered = [one for one in stretch.names if has_digit(text[one.start : one.end])]
    told = text
    for one in numbered:
        told = f"{told[: one.start]}{' ' * (one.end - one.start)}{told[one.end :]}"
    return Piece(
        words=trimmed(words),
        name=stretch.names[0] if stretch.names else None,
        figure=figure.quantity() if figure is not None and not figure.sign and not figure.of else None,
        alone=len(found) == 1 and (not _AROUND.sub("", rest) or is_provisional(words)),
        told=trimmed(told[stretch.start : stretch.end]),
    )


def trimmed(piece: str) -> str:
    """A piece without what joined it to the others."""
    words = piece.strip(BETWEEN).split(" ")
    if words and words[-1].lower() in _JOINTS:
        words = words[:-1]
    if words and words[0].lower() in _JOINTS:
        words = words[1:]
    return " ".join(words).strip(BETWEEN)
