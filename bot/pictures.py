"""Pictures in messages: drawn in a process of their own, uploaded, and shown by Slack's id.

A message holds the SVG of each picture until it is sent. A picture that cannot be drawn or uploaded is left
out: the message says everything in words.
"""

import asyncio
import logging
import multiprocessing
import signal
from collections.abc import Awaitable, Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bot.faults import SlackFault

log = logging.getLogger("jalon.pictures")

FONTS = Path(__file__).parent / "fonts"
FONT_FILES = tuple(sorted(str(path) for path in FONTS.glob("*.ttf")))
ZOOM = 1.5
"""Dots of the picture for each of the drawing's units: sharp on a phone."""
PATIENCE = 10.0
"""Seconds for all the pictures of a message; then it goes without those that are missing."""

Payload = dict[str, Any]
Upload = Callable[[bytes, str, str], Awaitable[str]]
"""Hands the bytes of a file, its name and its words to Slack; the file's id."""


def png(svg: str) -> bytes:
    """The picture of an SVG, with no fonts but our own.

    Raises:
        ValueError: it is no SVG.
    """
    import resvg_py  # noqa: PLC0415 - only the process that draws needs it

    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=ZOOM, skip_system_fonts=True, font_files=list(FONT_FILES)
    )
    return bytes(drawn)


class Painter:
    """Draws in one process of its own: resvg holds the interpreter's lock while it draws."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def draw(self, svg: str) -> bytes:
        """The picture of an SVG.

        Raises:
            ValueError: it is no SVG.
            concurrent.futures.BrokenExecutor: the process has died; the next call has a new one.
        """
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_ignore_interrupts)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, png, svg)
        except BrokenExecutor:
            self.close()
            raise

    def close(self) -> None:
        """End the process, if there is one."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _ignore_interrupts() -> None:
    """Ctrl-C ends the program, which ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def taken_out(payload: Payload) -> Payload:
    """A message whose blocks can be sent as they are, with its pictures and their places beside them."""
    blocks = payload["blocks"]
    pictures = [
        {"at": place, "svg": block["svg"], "alt_text": block["alt_text"]}
        for place, block in enumerate(blocks)
        if "svg" in block
    ]
    if not pictures:
        return payload
    return {**payload, "blocks": [block for block in blocks if "svg" not in block], "pictures": pictures}


async def put_in(payload: Payload, painter: Painter, upload: Upload) -> Payload:
    """A message as Slack takes it: each picture drawn, uploaded and in its place, or left out."""
    sent = {name: value for name, value in payload.items() if name != "pictures"}
    pictures = payload.get("pictures")
    if not pictures:
        return sent
    ids: list[str | None] = [None] * len(pictures)
    try:
        async with asyncio.timeout(PATIENCE):
            for number, picture in enumerate(pictures):
                drawn = await painter.draw(picture["svg"])
                ids[number] = await upload(drawn, f"jalon-{number + 1}.png", picture["alt_text"])
    except (SlackFault, ValueError, OSError, BrokenExecutor, TimeoutError) as error:
        log.warning("a message goes without its picture: %s", str(error) or type(error).__name__)
    return {**sent, "blocks": _with(sent["blocks"], pictures, ids)}


def _with(blocks: list[Payload], pictures: list[Payload], ids: list[str | None]) -> list[Payload]:
    places = {picture["at"]: (picture, name) for picture, name in zip(pictures, ids, strict=True)}
    rest = iter(blocks)
    made: list[Payload] = []
    for place in range(len(blocks) + len(pictures)):
        if place not in places:
            made.append(next(rest))
            continue
        picture, name = places[place]
        if name is not None:
            made.append({"type": "image", "slack_file": {"id": name}, "alt_text": picture["alt_text"]})
    return made


def without_pictures(payload: Payload) -> Payload:
    """A message that was refused with its pictures, as it is without them."""
    return {**payload, "blocks": [block for block in payload["blocks"] if block.get("type") != "image"]}
