"""A deliverer between a memory and the bad-tempered stand-in."""

from collections.abc import Iterator

import pytest

from bot.clock import MovableClock
from coach.testing import Memory
from tests.bot.delivery.rig import Rig
from tests.bot.delivery.standin import StandIn


@pytest.fixture
def slack() -> Iterator[StandIn]:
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture
def rig(slack: StandIn) -> Iterator[Rig]:
    rig = Rig(slack, Memory(), MovableClock())
    yield rig
    rig.stop()
