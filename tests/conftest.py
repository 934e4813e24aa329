"""What every room of the tests may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.stage import Stage

settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("patient")

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


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Jalon in its playground, on a Monday morning."""
    with Stage(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium without a screen; tests are skipped where there is none, except in CI.

    For a module and no longer: Playwright keeps an event loop in this thread while it runs.
    """
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
