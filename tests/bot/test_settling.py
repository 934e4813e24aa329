"""What a server does once everything is built, before anybody is answered."""

import gc
from collections.abc import Iterator

import pytest

from bot.serving import settle


@pytest.fixture
def unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("unfrozen")
def test_what_was_built_is_left_out_of_every_later_collection() -> None:
    built: list[list[int]] = [[] for _ in range(1000)]
    settle()
    looked_at = gc.get_objects()
    assert not any(one is built for one in looked_at)
    assert gc.get_freeze_count() > len(built)
