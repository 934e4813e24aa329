"""A playground with Jalon in it, and a window to look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.clock import MovableClock
from bot.trial import Trial
from tests.browser.window import HIGH, WIDE, Window, ahead_to


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    """Jalon in its playground, on a Wednesday morning."""
    clock = MovableClock(ahead_to(2027, 1, 6, 10, "Europe/Paris"))
    with Trial(tmp_path, clock=clock) as running:
        yield running


@pytest.fixture
def window(chromium: Browser, trial: Trial) -> Iterator[Window]:
    """A window on that playground; whatever the page complains of fails the test."""
    context = chromium.new_context(viewport={"width": WIDE, "height": HIGH}, device_scale_factor=1)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    yield Window(page, trial)
    context.close()
    assert complaints == []
