"""The steps of docs/install.md that people take inside Slack, on the playground; its pictures are drawn."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.window import PICTURES, Window

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(120)]
INSTALL = Path(__file__).parents[2] / "docs" / "install.md"


def test_the_first_steps_after_installing(window: Window) -> None:
    window.opens_as("Sarah Collins")
    window.writes("/goal")
    window.reads("For instance", "Improve customer satisfaction")
    window.picture("install-hello-en")

    window.goes_to("direction")
    window.writes("/invite @Jalon", "direction")
    window.goes_to("direction")
    expect(window.page.locator(".main")).to_contain_text("3 members")

    window.goes_to("Jalon")
    window.goes_to("Home")
    expect(window.page.locator("#home")).to_be_visible()
    window.picture("install-home-en")


def test_every_picture_of_the_page_is_there() -> None:
    shown = re.findall(r"\]\(images/([a-z-]+)\.png\)", INSTALL.read_text(encoding="utf-8"))
    assert shown
    for name in shown:
        assert (PICTURES / f"{name}.png").is_file(), name
