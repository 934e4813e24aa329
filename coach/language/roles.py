"""What a figure of a text can play: the level today, the level wanted, the change, or something else."""

from dataclasses import dataclass, field

from coach.language.figures import Figure
from coach.language.reading import Role
from coach.quantity import SECONDS_IN, Unit


@dataclass
class Roles:
    """The figures by what they play, and what the words around them say of the way."""

    baseline: Figure | None = None
    target: Figure | None = None
    stretch: Figure | None = None
    delta: Figure | None = None
    pair: bool = False
    """Baseline and target were written as a start and an end."""
    target_is_said: bool = False
    """Whether words of aim stand before the target, not only a preposition or nothing."""
    target_is_due: bool = False
    """Whether the date that it is to be reached by stands right behind it ("85 by March")."""
    above: bool = False
    below: bool = False
    windows: list[Figure] = field(default_factory=list)
    """Promises to the customer ("within 24 hours")."""

    def known(self) -> dict[Role, Figure]:
        """What was found, by role."""
        found = {
            Role.BASELINE: self.baseline,
            Role.TARGET: self.target,
            Role.STRETCH: self.stretch,
            Role.DELTA: self.delta,
        }
        return {role: figure for role, figure in found.items() if figure is not None}


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures may be levels of one thing."""
    if one.unit is None or other.unit is None or one.unit is other.unit:
        return True
    if one.unit in SECONDS_IN and other.unit in SECONDS_IN:
        return True
    return {one.unit, other.unit} <= {Unit.PERCENT, Unit.POINTS} or {one.unit, other.unit} <= {
        Unit.SCORE,
        Unit.POINTS,
    }


def same_unit(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Two figures of which one has the unit that the other leaves out."""
    if first.unit is None and second.unit is not None:
        first = Figure(first.start, first.end, first.value, second.unit, first.sign, first.of)
    elif second.unit is None and first.unit is not None:
        second = Figure(second.start, second.end, second.value, first.unit, second.sign, second.of)
    return first, second
