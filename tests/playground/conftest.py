"""A toy app behind a real socket, and a playground that talks to it."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.playground import Playground, RateLimits
from bot.playground.testing import HearingApp, StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def app() -> Iterator[HearingApp]:
    with HearingApp() as hearing:
        yield hearing


@pytest.fixture
def playground(clock: StillClock, app: HearingApp) -> Iterator[Playground]:
    limits = RateLimits.off()
    with Playground(
        clock=clock, app_url=app.url, rate_limits=limits, ack_seconds=0.3, retry_waits=(0, 0, 0)
    ) as running:
        yield running


@pytest.fixture
def client(playground: Playground) -> WebClient:
    return WebClient(playground.bot_token, base_url=playground.api_url, retry_handlers=[])
