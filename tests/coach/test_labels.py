"""A label stands where it covers the least: no figure and no stage where another place is free."""

import pytest

from coach.chart import Chart, Frame, Level, Mark, Place
from coach.labels import STAGE, clearest
from coach.quantity import Quantity, Unit

FRAME = Frame(left=0, top=0, right=400, bottom=200)
BOX = Frame(left=100, top=80, right=160, bottom=100)
FREE = Frame(left=260, top=140, right=320, bottom=160)


def laid(*, measured: tuple[Place, ...] = (), stages: tuple[Place, ...] = ()) -> Chart:
    return Chart(
        frame=FRAME,
        planned=(Place(x=0, y=190), Place(x=400, y=190)),
        milestones=stages,
        measured=tuple(Mark(at=one) for one in measured),
        latest=None,
        target=Level(y=10, level=Quantity(value=85, unit=Unit.PERCENT)),
        scale=(),
        days=(),
        today=0,
    )


def test_the_best_place_is_taken_where_nothing_is_covered() -> None:
    assert clearest([BOX, FREE], laid()) == 0


@pytest.mark.parametrize("at", [(130, 90), (100 - STAGE, 90), (130, 100 + STAGE)])
def test_a_label_covers_no_stage_not_even_its_corner(at: tuple[float, float]) -> None:
    stage = Place(x=at[0], y=at[1])
    assert clearest([BOX, FREE], laid(stages=(stage,))) == 1


def test_a_label_covers_no_figure() -> None:
    assert clearest([BOX, FREE], laid(measured=(Place(x=130, y=90),))) == 1


def test_a_stage_is_covered_rather_than_another_label() -> None:
    picture = laid(stages=(Place(x=130, y=90),))
    assert clearest([BOX, FREE], picture, taken=FREE) == 0
