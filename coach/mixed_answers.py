"""An answer that tells figures of goals and the writer's own parts in one: "csat 79,5, renfort 4 sur 5".

Each stretch of it goes to what it names: the figures to whoever reads figures, the rest to whoever reads
parts. So many of so many that names nothing never takes the place of a figure beside its metric's name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from coach.language.figure_names import FigureName
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold
from coach.language.proportions import with_one_of
from coach.language.reading import Language
from coach.mixed_tokens import CUT, NAMES, TAKES_BACK, TOLD, Is, OwnPart, Token, find_tokens
from coach.told_pieces import LED, trimmed

_DENIED = rx(
    r"(?<!\w)(?:pas|not|et non|et pas|and not) (?:(?:pour|for|of|sur|on|les?|la|l'|des|du|the|my|mes) ?)*$"
)
"""What says of a name behind it that it is not meant."""
NEAR = 1
"""Points of a percentage within which a share and a figure say the same ("84 %, 42 sur 50")."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """An answer shared between those who read figures and those who read parts."""

    figures: str
    parts: str
    unsure: tuple[str, ...] = ()
    """Counts that may be a part's or a metric's: they are asked about."""
    denied: frozenset[str] = frozenset()
    """The parts that are said not to be meant ("33, c'est les ventes, pas les rappels")."""


class _Side(Enum):
    FIGURES = auto()
    PARTS = auto()
    UNSURE = auto()
    DENIED = auto()
    """Not meant, or told already: left out."""


@dataclass(slots=True)
class _Stretch:
    """A name with what is told of it, or one of the two."""

    clause: int
    tokens: list[Token]
    start: int = 0
    denied: bool = False
    """Whether it is said not to be meant ("pas les rappels")."""
    side: _Side | None = None
    joins: bool = False
    """Whether what follows it is told of it."""

    def of(self, *kinds: Is) -> Token | None:
        return next((one for one in self.tokens if one.kind in kinds), None)

    @property
    def name(self) -> Token | None:
        return self.of(*NAMES)

    @property
    def is_told(self) -> bool:
        return any(one.kind not in NAMES for one in self.tokens)


@dataclass(slots=True)
class _Pairing:
    """Names and what is told of them, put together from left to right within a clause."""

    clause: int
    found: list[_Stretch] = field(default_factory=list)
    name: _Stretch | None = None
    """A name that waits for what is told of it."""
    told: _Stretch | None = None
    """What waits for its name."""

    def take(self, token: Token, following: Token | None) -> None:
        named = token.kind in NAMES
        waiting = self.told if named else self.name
        pair = (token, waiting.tokens[-1]) if waiting is not None else None
        if pair is not None and waiting is not None and _fit(*(pair if named else pair[::-1]), following):
            waiting.tokens.append(token)
            self.name = self.told = None
            return
        if self.told is not None and _tells_how_often(self.told.tokens[-1], token, following):
            self.told.tokens.append(token)
            return
        stretch = _Stretch(self.clause, [token])
        self.found.append(stretch)
        if named:
            self.name, self.told = stretch, None
        else:
            self.told = stretch


def _fit(name: Token, told: Token, following: Token | None) -> bool:
    """Whether something can be told of what is named."""
    if name.kind is Is.METRIC:
        return told.kind is not Is.YES
    ahead = told.start < name.start
    if ahead and told.kind is Is.FIGURE and following is not None and following.kind is Is.OUT_OF:
        return False  # "83 renfort 4 sur 5": what stands behind it says more of a part
    return told.whole


def _tells_how_often(done: Token, told: Token, following: Token | None) -> bool:
    """Whether a count is what was done: "done 3 of the 4 articles" is one answer, not two."""
    of_metric = following is not None and following.kind is Is.METRIC
    return done.kind is Is.YES and told.kind in TOLD and not of_metric


def mixed_answer(
    text: str, language: Language, names: Sequence[FigureName], parts: Mapping[str, OwnPart]
) -> Mixed | None:
    """An answer parted in two, where it tells of a part; None where it tells of none.

    Args:
        text: The answer, in plain words (`plain`).
        language: Its language.
        names: Where it names metrics.
        parts: What the writer is asked about, or has just answered, by an id.
    """
    work = with_one_of(with_digits(fold(text), language))
    stretches = _stretches(text, work, find_tokens(text, work, names, parts, language))
    _place_named(stretches, parts)
    for place, one in enumerate(stretches):
        if one.side is None and one.name is None and one.of(*TOLD) is not None:
            one.side = _side_of_nameless(one, stretches, place, parts)
    for place, one in enumerate(stretches):
        one.side = one.side or _side_beside(stretches, place)
    if not any(one.side is not _Side.FIGURES for one in stretches):
        return None
    ends = [*(one.start for one in stretches[1:]), len(text)]
    said = [(one, text[one.start : end]) for one, end in zip(stretches, ends, strict=True)]
    denied = [name.part for one, _ in said if one.side is _Side.DENIED and (name := one.name) is not None]
    return Mixed(
        figures=_of_figures(said),
        parts=_of_parts(said),
        unsure=tuple(trimmed(words) for one, words in said if one.side is _Side.UNSURE),
        denied=frozenset(one for one in denied if one is not None),
    )


def _of_parts(said: Sequence[tuple[_Stretch, str]]) -> str:
    """What is told of parts, piece by piece, without what takes something back."""
    told: list[str] = []
    joins = False
    for one, words in said:
        if one.side is _Side.PARTS and joins:
            told[-1] = f"{CUT.sub(' ', told[-1]).strip()} {trimmed(words)}"
        elif one.side is _Side.PARTS:
            told.append(trimmed(words))
        joins = one.joins
    whole = ", ".join(told)
    back = TAKES_BACK.match(fold(whole))
    return whole[back.end() :] if back is not None else whole


def _of_figures(said: Sequence[tuple[_Stretch, str]]) -> str:
    """The figures as they were written: what stood together stays so."""
    runs: list[str] = []
    before: _Side | None = None
    for one, words in said:
        if one.side is _Side.FIGURES and before is _Side.FIGURES:
            runs[-1] += words
        elif one.side is _Side.FIGURES:
            runs.append(words)
        before = one.side
    return ", ".join(trimmed(one) for one in runs)


def _stretches(text: str, work: str, tokens: Sequence[Token]) -> list[_Stretch]:
    """What is told, name by name; each begins where its clause does, else with the words that lead it in."""
    cuts = [
        one.end()
        for one in CUT.finditer(work)
        if not any(token.start < one.start() < token.end for token in tokens)
    ]
    found: list[_Stretch] = []
    for clause, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(text)], strict=True)):
        inside = [one for one in tokens if start <= one.start < end]
        pairing = _Pairing(clause)
        for token, following in zip(inside, [*inside[1:], None], strict=False):
            pairing.take(token, following)
        for number, one in enumerate(pairing.found):
            at = one.tokens[0].start
            led = LED.search(text[start:at])
            one.start = start + (led.start() if led is not None else at - start) if number else start
            denied = _DENIED.search(work[start:at])
            one.denied = denied is not None
            if denied is not None and number:
                one.start = start + denied.start()
        found += pairing.found
    if found:
        found[0].start = 0
    return found


def _place_named(stretches: Sequence[_Stretch], parts: Mapping[str, OwnPart]) -> None:
    """Say whose each stretch with a name is; one that tells nothing of its part is left open."""
    behind: _Stretch | None = None
    for one in reversed(stretches):
        name, following = one.name, behind
        behind = one
        if name is None:
            continue
        if one.denied and not one.is_told:
            one.side = _Side.DENIED
        elif name.kind is Is.METRIC:
            one.side = _Side.FIGURES
        elif one.is_told:
            one.side = _Side.PARTS
            if one.of(*TOLD) is None and following is not None and _says_how_often(one, following):
                following.side, one.joins = _Side.PARTS, True  # "renfort fait, 3 sur 3"
        elif (
            following is not None
            and following.name is None
            and _may_tell(following, parts.get(name.part or ""))
        ):
            one.side = following.side = _Side.PARTS  # "le renfort : j'étais en congé, 3 sur 3"
            one.joins = True
        elif following is not None and following.side is _Side.PARTS:
            one.side = _Side.PARTS  # "écoutes et macros : fait"


def _says_how_often(done: _Stretch, behind: _Stretch) -> bool:
    """Whether a count behind what is said to be done tells how often."""
    told = behind.tokens[0]
    if behind.name is not None or behind.denied:
        return False
    return told.kind is Is.OUT_OF or (told.kind is Is.FIGURE and told.whole and behind.clause == done.clause)


def _may_tell(one: _Stretch, part: OwnPart | None) -> bool:
    """Whether words without a name tell of the part that was named just before."""
    figure = one.of(Is.FIGURE)
    if figure is None or figure.value is None:
        return True
    return part is not None and figure.whole and figure.value <= part.wanted


def _side_of_nameless(
    one: _Stretch, stretches: Sequence[_Stretch], place: int, parts: Mapping[str, OwnPart]
) -> _Side:
    """Whose a count without a name is: of "4 sur 5" a part's that is open, or of nobody knows what."""
    told = one.of(Is.OUT_OF)
    if told is None or told.value is None:
        return _side_of_figure(one, stretches, place)
    metrics = [other for other in stretches if other.of(Is.METRIC) is not None]
    ahead = [other for other in stretches[:place] if other in metrics]
    near = ahead[-1] if ahead else next(iter(metrics), None)
    figure = near.of(*TOLD) if near is not None else None
    says_the_same = figure is not None and figure.value is not None and abs(figure.value - told.value) <= NEAR
    if says_the_same or (near is not None and not near.is_told):
        return _Side.FIGURES
    if one.denied:
        return _Side.DENIED
    named = {name.part for other in stretches if (name := other.of(Is.PART)) is not None}
    left = [part for key, part in parts.items() if part.open and key not in named]
    due = [part for part in left if part.wanted == told.total]
    if len(due) == 1 or (len(left) == 1 and told.total <= left[0].wanted):
        return _Side.PARTS
    return _Side.UNSURE if left or figure is not None else _Side.FIGURES


def _side_of_figure(one: _Stretch, stretches: Sequence[_Stretch], place: int) -> _Side:
    """Whose a figure without a name is: of "csat 83, renfort 80 %" it is nobody knows whose."""
    figure, before = one.of(Is.FIGURE), stretches[place - 1] if place else None
    if figure is None or figure.value is None or before is None or before.of(Is.PART) is None:
        return _Side.FIGURES
    share = before.of(Is.OUT_OF)
    if share is not None and share.value is not None and abs(share.value - figure.value) <= NEAR:
        return _Side.DENIED  # "renfort 4 sur 5, soit 80 %"
    named = any(other.of(Is.METRIC) is not None and other.is_told for other in stretches)
    return _Side.UNSURE if named and before.clause == one.clause else _Side.FIGURES


def _side_beside(stretches: Sequence[_Stretch], place: int) -> _Side:
    """Whose words are that tell nothing by themselves: those of what stands before them, else behind."""
    near = [*reversed(stretches[:place]), *stretches[place + 1 :]]
    sides = (one.side for one in near)
    return next((side for side in sides if side in {_Side.FIGURES, _Side.PARTS}), _Side.FIGURES)
