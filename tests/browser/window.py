"""A browser's window on the playground, used as people use it: by the words that they read there."""

import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from playwright.sync_api import Dialog, Locator, Page, expect

from bot.clock import SystemClock
from bot.trial import Trial
from tests.stage import typeset

PICTURES = Path(__file__).parents[2] / "docs" / "images"
"""Where the README's pictures stand."""
DRAWN = os.environ.get("JALON_PICTURES") == "1"
"""Whether this run draws them anew; an ordinary one leaves the tree as it is."""
HEAVIEST = 250_000
"""Bytes of a picture: a README has to open quickly."""
WIDE, HIGH = 1280, 860
WAIT = 15_000.0
"""Milliseconds until words have to be there."""


class Window:
    """One page, in front of one person at a time."""

    def __init__(self, page: Page, trial: Trial) -> None:
        self.page, self._trial = page, trial
        self.page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        self.page.on("dialog", _unexpected)

    def opens_as(self, name: str) -> Self:
        """Somebody opens the playground: the front page, then themselves on the left."""
        self.page.goto(self._trial.playground.url)
        self.switches_to(name)
        return self

    # --- what is done ---
    def switches_to(self, name: str) -> None:
        """Look with somebody else's eyes."""
        self.page.locator(".people").get_by_role("link", name=name).click()
        expect(self.page.locator(".people [aria-current]")).to_contain_text(name)

    def goes_to(self, place: str) -> None:
        """Follow a link of the page: a channel, the app, one of its tabs."""
        self.page.get_by_role("link", name=re.compile(rf"^{re.escape(place)}\b")).last.click()

    def writes(self, text: str, to: str = "Jalon") -> None:
        """Type into the composer of a conversation and send it."""
        composer = self.page.get_by_role("combobox", name=to)
        composer.click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        expect(composer).to_have_value("")

    def presses(self, label: str) -> None:
        """Press the last button that says so."""
        self.button(label).click()

    def picks(self, label: str, names: list[str]) -> None:
        """Tick several in a list, and close it; what older messages still lose has gone by then."""
        self._trial.playground.settle(20)
        menu = self.last.locator("details.multi").filter(has=self.page.get_by_label(typeset(label)))
        menu.locator("summary").click()
        expect(menu.get_by_role("checkbox").last).to_be_in_viewport()
        for name in names:
            menu.get_by_label(name).check()
        self.page.locator("#clock .now").click()
        expect(menu.locator("summary")).to_have_text(", ".join(names))

    def chooses(self, label: str, option: str) -> None:
        """Choose one in a list."""
        self.last.get_by_label(typeset(label)).select_option(label=option)

    def moves_on(self, label: str, to: str) -> None:
        """Press one of the clock's buttons, and wait until the clock has arrived."""
        self.page.locator("#clock").get_by_role("button", name=label).click()
        expect(self.page.locator("#clock .now")).to_contain_text(to)
        expect(self.page.locator("#clock .moving")).to_have_count(0)

    def saves(self, label: str) -> None:
        """Send the form."""
        self.form.get_by_role("button", name=label).click()

    # --- what is seen ---
    @property
    def last(self) -> Locator:
        """The last message of the conversation."""
        return self.page.locator("#messages > li.message").last

    @property
    def form(self) -> Locator:
        """The form in front of the person."""
        return self.page.locator("#modal").get_by_role("dialog")

    def button(self, label: str) -> Locator:
        """The last button that says so."""
        return self.page.locator(".main").get_by_role("button", name=typeset(label), exact=True).last

    def reads(self, *words: str) -> None:
        """The last message says this."""
        for each in words:
            expect(self.last).to_contain_text(typeset(each))

    # --- pictures ---
    def tall(self) -> AbstractContextManager[None]:
        """The window is pulled down, so that a whole card stands in it."""
        return self._sized(WIDE, 1080)

    def on_a_phone(self) -> AbstractContextManager[None]:
        """The window is as small as a phone's."""
        return self._sized(390, 844)

    @contextmanager
    def _sized(self, width: int, height: int) -> Iterator[None]:
        self.page.set_viewport_size({"width": width, "height": height})
        yield
        self.page.set_viewport_size({"width": WIDE, "height": HIGH})

    @contextmanager
    def in_the_dark(self) -> Iterator[None]:
        """The person likes their screen dark."""
        self.page.emulate_media(color_scheme="dark")
        yield
        self.page.emulate_media(color_scheme="light")

    def picture(self, name: str, top: Locator | None = None) -> None:
        """Keep what the window shows under `docs/images`, where this run is asked to.

        Args:
            name: The file, without its ending.
            top: What is to stand at the upper edge; by default the conversation's end is shown.
        """
        if not DRAWN:
            return
        self._trial.playground.settle(20)
        self.page.mouse.move(5, 5)
        self.page.evaluate("refresh().then(() => compose?.focus({ preventScroll: true }))")
        if top is not None:
            top.evaluate("item => { $('.scroll').scrollTop = item.offsetTop - $('.scroll').offsetTop - 12 }")
        PICTURES.mkdir(parents=True, exist_ok=True)
        picture = PICTURES / f"{name}.png"
        self.page.screenshot(path=picture, animations="disabled", caret="hide")
        assert picture.stat().st_size < HEAVIEST


def _unexpected(dialog: Dialog) -> None:
    raise AssertionError(f"the browser asks: {dialog.message}")


def ahead_to(year: int, month: int, day: int, hour: int, tz: str) -> timedelta:
    """How far the playground's clock has to stand from the machine's, so that it shows this time now."""
    return datetime(year, month, day, hour, tzinfo=ZoneInfo(tz)) - SystemClock().now()
