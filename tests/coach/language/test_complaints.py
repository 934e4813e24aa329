"""What people complain of: the level that they name is where it stands."""

import pytest

from coach.language import understand
from coach.language.reading import Direction
from coach.quantity import Quantity, Unit
from tests.coach.language.test_conventions import TODAY, count, quantity


@pytest.mark.parametrize(
    ("text", "baseline", "way"),
    [
        (
            "4 min de post-appel en ce moment, c’est beaucoup trop",
            quantity("4", Unit.MINUTES),
            Direction.DECREASE,
        ),
        ("effort client trop élevé (CES 3,1)", quantity("3.1", Unit.SCORE), Direction.DECREASE),
        ("stock de 1 200 mails en attente, faut le réduire", count("1200"), Direction.DECREASE),
        ("customers wait 11 min on Mondays, too long", quantity("11", Unit.MINUTES), Direction.DECREASE),
    ],
)
def test_a_level_that_is_complained_of_is_where_it_stands(
    text: str, baseline: Quantity, way: Direction
) -> None:
    reading = understand(text, None, TODAY)
    assert (reading.baseline, reading.target, reading.direction) == (baseline, None, way)
