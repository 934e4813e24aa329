"""Which goal each figure of a text belongs to: by the metric's name, else by its unit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal
from coach.language.figure_names import FigureName
from coach.language.mentions import find_metrics
from coach.language.plain import fold, plain
from coach.language.reading import Language
from coach.metrics import MetricKey, is_called
from coach.quantity import SECONDS_IN, Quantity, Unit
from coach.told_pieces import Piece, told_pieces
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
    """Whether it is over, or rests: it takes only what names it."""
    own_names: frozenset[MetricKey] = frozenset()
    """The metrics of the trade that the name of a team's own metric speaks of."""


@dataclass(slots=True)
class Shared:
    """A text's figures, shared out."""

    told: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    left: list[Piece] = field(default_factory=list)
    """What found no goal."""
    open: list[tuple[Piece, list[Goal]]] = field(default_factory=list)
    """What may be several goals' (a general word, or two goals of one metric)."""
    asides: list[tuple[str, str]] = field(default_factory=list)
    """Goals of which it is said that there is no figure, or: later; with the words."""

    @property
    def answers(self) -> dict[str, str]:
        """The words for each goal, by its id, in the order of the text."""
        return {goal: ", ".join(words for _, words in sorted(told)) for goal, told in self.told.items()}

    def give(self, goal: str, place: int, piece: Piece) -> None:
        """A figure is that goal's."""
        self.told.setdefault(goal, []).append((place, piece.told))


def fits(goal: Goal, level: Quantity) -> bool:
    """Whether a figure as it was written may be one of a goal's; a bare number may be one of any."""
    unit = unit_of(goal)
    lengths = level.is_duration and unit in SECONDS_IN
    return level.unit in {Unit.COUNT, unit} or lengths


def names_another(goal: Goal, text: str, language: Language) -> bool:
    """Whether the figures of a text are all of other metrics, by their names: none answers for this goal."""
    own = [fold(goal.metric_words)] if goal.metric_words else []
    pieces = told_pieces(text, language, own)
    taker = Taker(goal, lambda _: False, own_names=own_names(goal))
    ways = (_calls_it_so, _is_called_so, _guards_it, _may_be_short_for)
    return bool(pieces) and all(
        one.name is not None and one.name.metric is not None and not any(way(taker, one.name) for way in ways)
        for one in pieces
    )


def own_names(goal: Goal) -> frozenset[MetricKey]:
    """The metrics of the trade that the name of a team's own metric speaks of ("tickets par agent")."""
    if goal.metric is not MetricKey.OTHER or not goal.metric_words:
        return frozenset()
    words = plain(goal.metric_words)
    found = find_metrics(words, fold(words), goal.language)
    return frozenset(one.metric for one in found if one.metric is not None)


def shared_out(
    pieces: Sequence[Piece], takers: Mapping[str, Taker], waiting: Sequence[CheckIn], text: str
) -> Shared:
    """The figures of a text, each with its goal.

    Args:
        pieces: The figures.
        takers: Who takes figures, by the goal's id.
        waiting: What the person was asked and has not answered.
        text: All of the words.
    """
    shared = Shared()
    named = {place: one for place, one in enumerate(pieces) if one.name is not None}
    owners: dict[int, str | None] = {}
    for place, piece in named.items():
        meant = _meant(piece, takers, [other for other in named.values() if other is not piece])
        if not meant and piece.metric is None:
            continue  # a word that is short for nothing of theirs names nothing
        guarded = [one for one in meant if _is_guard_of(takers[one], piece)]
        owners[place] = meant[0] if len(meant) == 1 or guarded else None
        for one in guarded:  # whatever goals it guards, the figure is the same
            shared.give(one, place, piece)
        if not guarded:
            _give_named(shared, place, piece, [takers[one].goal for one in meant])
    if not owners and not _may_be_shared(pieces, takers, waiting, text):
        return shared
    told = {place: owner for place, owner in owners.items() if not pieces[place].without_figure}
    parts = any(one.asks is CheckInAsks.ACTION for one in waiting)
    nameless = [(place, one) for place, one in enumerate(pieces) if place not in owners]
    for place, piece in sorted(nameless, key=lambda one: one[1].bare):  # what its unit places goes first
        beside = _beside(place, pieces, told)
        owner = told.get(beside) if beside is not None else None
        if owner is not None and beside is not None and _goes_with(piece, pieces[beside], takers[owner]):
            shared.give(owner, place, piece)
        elif not (parts and piece.bare and not any(one.asked for one in takers.values())):
            _place(shared, place, piece, takers, anybody=bool(owners) or len(pieces) == 1)
        elif any(told.values()):
            shared.left.append(piece)  # how often a part was done, which alone is asked; or nobody knows what
    return shared


def _give_named(shared: Shared, place: int, piece: Piece, goals: Sequence[Goal]) -> None:
    """What is named is its goal's; what may be several's, or nobody's, is said to be so."""
    if piece.without_figure:
        shared.asides += [(one.id, piece.told) for one in goals if len(goals) == 1]
    elif len(goals) == 1:
        shared.give(goals[0].id, place, piece)
    elif goals:
        shared.open.append((piece, list(goals)))
    else:
        shared.left.append(piece)


def _meant(piece: Piece, takers: Mapping[str, Taker], others: Sequence[Piece]) -> list[str]:
    """The goals that a named figure may be of: those asked about first, then under way, then just ended.

    A general word ("ventes") is the goal's that it may be short for, if that has not got its own name in the
    text, and the figure's unit fits.
    """
    name = piece.name
    assert name is not None
    every = list(takers.values())
    short = [one for one in every if _may_be_short_for(one, name) and not _is_named(one, others)]
    able = [one for one in every if _calls_it_so(one, name)]
    able = able or [one for one in every if _is_called_so(one, name)]
    if name.others:
        able += [one for one in short if one not in able]
        able = [one for one in able if piece.figure is None or fits(one.goal, piece.figure)]
    able = able or [one for one in every if _guards_it(one, name)]
    running = [one for one in able if not one.ended]
    asked = [one for one in running if one.asked]
    return [one.goal.id for one in asked or running or able]


def taker_meant(name: FigureName, takers: Mapping[str, Taker]) -> Taker | None:
    """Whose own metric a name is of; None where it is nobody's, or may be of several."""
    piece = Piece(words="", name=name, figure=None, alone=True)
    meant = [takers[one] for one in _meant(piece, takers, ())]
    alone = meant[0] if len(meant) == 1 else None
    return alone if alone is not None and not alone.ended and not _is_guard_of(alone, piece) else None


def is_somebodys(name: FigureName, takers: Mapping[str, Taker]) -> bool:
    """Whether a name may be of a metric, or a guard, of somebody's goals."""
    return bool(_meant(Piece(words="", name=name, figure=None, alone=True), takers, ()))


def own_words(takers: Mapping[str, Taker]) -> list[str]:
    """What goals call a metric of their own, folded, the longest first."""
    own = {fold(one.goal.metric_words) for one in takers.values() if one.goal.metric_words}
    return sorted(own, key=lambda one: -len(one))


def _is_named(taker: Taker, pieces: Sequence[Piece]) -> bool:
    return any(one.name is not None and _calls_it_so(taker, one.name) for one in pieces)


def _calls_it_so(taker: Taker, name: FigureName) -> bool:
    """Whether a goal's metric is what was named."""
    if name.own is not None:
        return taker.goal.metric is MetricKey.OTHER and fold(taker.goal.metric_words or "") == name.own
    return taker.goal.metric is name.metric


def _is_called_so(taker: Taker, name: FigureName) -> bool:
    """Whether a goal's metric goes by the name too, or has it in its own words."""
    return name.metric is not None and (
        is_called(taker.goal.metric, name.metric) or name.metric in taker.own_names
    )


def _guards_it(taker: Taker, name: FigureName) -> bool:
    """Whether it is the goal's guard that was named: its figure belongs to that goal's answer."""
    guard = taker.goal.guard
    return guard is not None and guard.metric is name.metric


def _is_guard_of(taker: Taker, piece: Piece) -> bool:
    """Whether a piece names a goal's guard, and has a figure of it."""
    name = piece.name
    if name is None or piece.without_figure or not _guards_it(taker, name):
        return False
    return not any(way(taker, name) for way in (_calls_it_so, _is_called_so, _may_be_short_for))


def _may_be_short_for(taker: Taker, name: FigureName) -> bool:
    """Whether a general word may mean the goal's metric."""
    return taker.goal.metric in name.others or not taker.own_names.isdisjoint(name.others)


def _may_be_shared(
    pieces: Sequence[Piece], takers: Mapping[str, Taker], waiting: Sequence[CheckIn], text: str
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


def _beside(place: int, pieces: Sequence[Piece], owners: Mapping[int, str | None]) -> int | None:
    """The place of the named figure that a nameless one stands by: the one before, else the one behind."""
    before = [one for one in owners if one < place]
    return max(before) if before else min((one for one in owners if one < len(pieces)), default=None)


def _goes_with(piece: Piece, named: Piece, taker: Taker) -> bool:
    """Whether a nameless figure only says more of the named one ("CSAT 79 %, 120 réponses")."""
    if piece.figure is None:
        return True
    possible = fits(taker.goal, piece.figure)
    if _is_guard_of(taker, named):
        return possible  # the goal's own figure beside its guard's
    return possible and not (piece.alone and piece.bare)


def _place(shared: Shared, place: int, piece: Piece, takers: Mapping[str, Taker], *, anybody: bool) -> None:
    """Give a nameless figure to the one goal that it fits: one that is asked for, else one under way."""
    figure = piece.figure
    running = {goal: one for goal, one in takers.items() if not one.ended}
    able = [goal for goal, one in running.items() if figure is None or fits(one.goal, figure)]
    free = [goal for goal in able if goal not in shared.told]
    asked = [goal for goal in free if takers[goal].asked]
    found = asked or (free if anybody or not piece.bare else [])
    if len(found) == 1:
        shared.give(found[0], place, piece)
    elif not found and len(able) == 1 and not (piece.alone and piece.bare):
        shared.give(able[0], place, piece)  # "80 %, contre 78 % avant": more of the same
    elif piece.alone or not piece.bare:
        shared.left.append(piece)
