"""Where a label stands in a picture without covering its lines. Pure geometry, like `coach/chart.py`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from coach.chart import Chart, Frame, Place

STEP = 4.0
"""How far apart the points of a line are that are looked at, in the picture's units."""
FIGURES = 3
"""A label over the measured figures is so much worse than over another line."""
STAGE = 10.0
"""Half the width of a stage's mark, which a label hides whole: all of it counts, as much as a figure."""


def clearest(boxes: Sequence[Frame], laid: Chart, taken: Frame | None = None) -> int:
    """Which of several boxes covers the least of a picture's lines; the first of those that cover as little.

    Args:
        boxes: Where a label may stand, the best place first.
        laid: The picture.
        taken: Where another label stands, which is to stay clear above all.
    """
    marks = [*_points([mark.at for mark in laid.measured]), *_around(laid.milestones)]
    points = [*marks * FIGURES, *_along(laid)]
    covered = [sum(_holds(box, point) for point in points) for box in boxes]
    if taken is not None:
        covered = [most + len(points) * _meet(box, taken) for box, most in zip(boxes, covered, strict=True)]
    return covered.index(min(covered))


def _meet(one: Frame, other: Frame) -> bool:
    beside = one.right < other.left or other.right < one.left
    return not (beside or one.bottom < other.top or other.bottom < one.top)


def _holds(box: Frame, point: Place) -> bool:
    return box.left <= point.x <= box.right and box.top <= point.y <= box.bottom


def _along(laid: Chart) -> Iterable[Place]:
    """Points along all that is drawn beside the marks: intervals, plan, target, where it leads."""
    frame = laid.frame
    yield from _points(laid.planned)
    yield from _points(laid.band)
    for mark in laid.measured:
        if mark.high is not None and mark.low is not None:
            yield from _points([Place(x=mark.at.x, y=mark.high), Place(x=mark.at.x, y=mark.low)])
    for level in (laid.target, *([laid.stretch] if laid.stretch is not None else [])):
        yield from _points([Place(x=frame.left, y=level.y), Place(x=frame.right, y=level.y)])
    yield from _points([Place(x=frame.right, y=frame.top), Place(x=frame.right, y=frame.bottom)])
    yield from _points([Place(x=frame.left, y=frame.bottom), Place(x=frame.right, y=frame.bottom)])


def _around(stages: Sequence[Place]) -> Iterable[Place]:
    """The middle of each stage's mark, and its corners."""
    for one in stages:
        yield from (Place(x=one.x + across, y=one.y) for across in (-STAGE, 0.0, STAGE))
        yield from (Place(x=one.x, y=one.y + down) for down in (-STAGE, STAGE))


def _points(line: Sequence[Place]) -> Iterable[Place]:
    yield from line
    for start, end in pairwise(line):
        length = max(abs(end.x - start.x), abs(end.y - start.y))
        for number in range(1, int(length / STEP) + 1):
            part = number * STEP / length
            yield Place(x=start.x + (end.x - start.x) * part, y=start.y + (end.y - start.y) * part)
