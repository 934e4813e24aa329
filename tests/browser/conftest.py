"""Chromium, and a playground with Jalon in it for it to look at."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from bot.clock import MovableClock
from bot.trial import Trial
from tests.browser.window import HIGH, WIDE, Window, ahead_to

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium without a screen; tests are skipped where there is none, except in CI."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing = f"no Chromium on this machine (looked for {', '.join(NAMES)})"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=SWITCHES)
        yield running
        running.close()


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
