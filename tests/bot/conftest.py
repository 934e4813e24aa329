"""A playground alone, for what needs Slack and no conversation; and Jalon hosted for many workspaces."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground import Playground, RateLimits
from tests.bot.hosting import Hosted, hosting


@pytest.fixture
def playground() -> Iterator[Playground]:
    with Playground(rate_limits=RateLimits.off()) as running:
        yield running


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    with hosting(tmp_path) as running:
        yield running
