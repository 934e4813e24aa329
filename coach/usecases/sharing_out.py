"""Which goal each figure of a text belongs to: by the metric's name, else by its unit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal
from coach.metrics import MetricKey
from coach.quantity import SECONDS_IN, Quantity, Unit
from coach.told_pieces import Piece
from coach.usecases.figures import unit_of

LONGEST_BARE = 12
"""Words around a figure that names no metric ("it took us 5:30 on average to pick up")."""


@dataclass(frozen=True, slots=True)
class Taker:
    """A goal that takes figures of its metric, and how."""

    goal: Goal
    take: Callable[[str], bool]
    """Takes the words; False where they tell it nothing."""
    asked: bool = False
    """Whether a check-in asks for it."""
    ended: bool = False
    """Whether it is over: it takes only what names it."""


@dataclass(slots=True)
class Shared:
    """A text's figures, shared out."""

    told: dict[MetricKey, list[tuple[int, str]]] = field(default_factory=dict)
    left: list[Piece] = field(default_factory=list)
    """What found no goal."""

    @property
    def answers(self) -> dict[MetricKey, str]:
        """The words for each goal, by its metric, in the order of the text."""
        return {metric: ", ".join(words for _, words in sorted(told)) for metric, told in self.told.items()}

    def give(self, metric: MetricKey, place: int, piece: Piece) -> None:
        """A figure is that goal's."""
        self.told.setdefault(metric, []).append((place, piece.words))


def fits(goal: Goal, level: Quantity) -> bool:
    """Whether a figure as it was written may be one of a goal's; a bare number may be one of any."""
    unit = unit_of(goal)
    lengths = level.is_duration and unit in SECONDS_IN
    return level.unit in {Unit.COUNT, unit} or lengths


def shared_out(
    pieces: Sequence[Piece], takers: Mapping[MetricKey, Taker], waiting: Sequence[CheckIn], text: str
) -> Shared:
    """The figures of a text, each with its goal.

    Args:
        pieces: The figures.
        takers: Who takes figures of which metric.
        waiting: What the person was asked and has not answered.
        text: All of the words.
    """
    shared = Shared()
    owners = {place: _owner(one.metric, takers) for place, one in enumerate(pieces) if one.metric is not None}
    if not owners and not _may_be_shared(pieces, takers, waiting, text):
        return shared
    for place, owner in owners.items():
        if owner is None:
            shared.left.append(pieces[place])
        else:
            shared.give(owner, place, pieces[place])
    nameless = [(place, one) for place, one in enumerate(pieces) if one.metric is None]
    for place, piece in sorted(nameless, key=lambda one: one[1].bare):  # what its unit places goes first
        beside = _beside(place, pieces, owners)
        owner = owners.get(beside) if beside is not None else None
        if owner is not None and beside is not None and _goes_with(piece, pieces[beside], takers[owner]):
            shared.give(owner, place, piece)
        else:
            _place(shared, place, piece, takers, anybody=bool(owners) or len(pieces) == 1)
    return shared


def _owner(metric: MetricKey, takers: Mapping[MetricKey, Taker]) -> MetricKey | None:
    """The goal of a metric, else the one whose guard it is: its figure belongs to that goal's answer."""
    if metric in takers:
        return metric
    for own, taker in takers.items():
        if not taker.ended and taker.goal.guard is not None and taker.goal.guard.metric is metric:
            return own
    return None


def _may_be_shared(
    pieces: Sequence[Piece], takers: Mapping[MetricKey, Taker], waiting: Sequence[CheckIn], text: str
) -> bool:
    """Whether figures without any name are looked at one by one.

    A single one is its question's, unless its unit says that it cannot be; where nothing is asked, whoever
    hears bare figures decides.
    """
    if not waiting or not pieces or len(text.split()) > LONGEST_BARE:
        return False
    if len(pieces) > 1:
        return True
    figure = pieces[0].figure
    if figure is None or pieces[0].bare:
        return False
    if any(one.asks is CheckInAsks.ACTION for one in waiting) and figure.unit is not Unit.PERCENT:
        return False
    return not any(one.asked and fits(one.goal, figure) for one in takers.values())


def _beside(place: int, pieces: Sequence[Piece], owners: Mapping[int, MetricKey | None]) -> int | None:
    """The place of the named figure that a nameless one stands by: the one before, else the one behind."""
    before = [one for one in owners if one < place]
    return max(before) if before else min((one for one in owners if one < len(pieces)), default=None)


def _goes_with(piece: Piece, named: Piece, taker: Taker) -> bool:
    """Whether a nameless figure only says more of the named one ("CSAT 79 %, 120 réponses")."""
    if piece.figure is None:
        return True
    possible = fits(taker.goal, piece.figure)
    if named.metric is not taker.goal.metric:
        return possible  # the goal's own figure beside its guard's
    return possible and not (piece.alone and piece.bare)


def _place(
    shared: Shared, place: int, piece: Piece, takers: Mapping[MetricKey, Taker], *, anybody: bool
) -> None:
    """Give a nameless figure to the one goal that it fits: one that is asked for, else one under way."""
    figure = piece.figure
    own = {metric: one for metric, one in takers.items() if one.goal.metric is metric and not one.ended}
    able = [metric for metric, one in own.items() if figure is None or fits(one.goal, figure)]
    free = [metric for metric in able if metric not in shared.told]
    asked = [metric for metric in free if takers[metric].asked]
    found = asked or (free if anybody or not piece.bare else [])
    if len(found) == 1:
        shared.give(found[0], place, piece)
    elif not found and len(able) == 1 and not (piece.alone and piece.bare):
        shared.give(able[0], place, piece)  # "80 %, contre 78 % avant": more of the same
    elif piece.alone or not piece.bare:
        shared.left.append(piece)
