"""A playground alone, for what needs Slack and no conversation."""

from collections.abc import Iterator

import pytest

from bot.playground import Playground, RateLimits


@pytest.fixture
def playground() -> Iterator[Playground]:
    with Playground(rate_limits=RateLimits.off()) as running:
        yield running
