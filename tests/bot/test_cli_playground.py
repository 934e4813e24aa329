"""`jalon` as a newcomer starts it: a process of its own, ended from outside, started again."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(90)]

SECONDS = 8
"""How long an end may take."""
WISH = "améliorer la satisfaction client"


class Started:
    """A playground that runs in another process."""

    def __init__(self, home: Path, *options: str) -> None:
        settings = {name: value for name, value in os.environ.items() if not name.startswith("JALON_")}
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", "--no-browser", "--port", "0", *options],
            env=settings | {"XDG_DATA_HOME": str(home), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+$", self.first_line.strip())
        self.url = found.group() if found else ""

    def ends(self, by: signal.Signals, *, times: int = 1) -> tuple[int, str]:
        """Tell it to stop; its exit code and what it complained of."""
        for _ in range(times):
            self.process.send_signal(by)
        _rest, complaints = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, complaints

    def shows(self) -> str:
        """Claire's conversation with Jalon, as the page has it."""
        with urllib.request.urlopen(f"{self.url}/as/claire/app", timeout=5) as page:  # noqa: S310 - our own
            content: bytes = page.read()
        return content.decode()

    def does(self, **what: str) -> None:
        """Claire does something on the page."""
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.url}/as/claire/app/act", json.dumps(what).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
            assert json.load(answer) == {"done": True}

    def hears(self, words: str) -> bool:
        """Whether the conversation comes to say this."""
        pause = threading.Event()
        return any(words in self.shows() or pause.wait(0.1) for _ in range(100))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data directory of its own; what was started there has ended when the test has."""
    yield tmp_path
    for one in _STARTED:
        if one.process.poll() is None:
            one.process.kill()
            one.process.communicate()
    _STARTED.clear()


_STARTED: list[Started] = []


def start(home: Path, *options: str) -> Started:
    started = Started(home, *options)
    _STARTED.append(started)
    return started


def ways() -> list[signal.Signals]:
    """What a playground may be ended by, where these tests may be: under `nohup` no terminal is missed."""
    hung_up = getattr(signal, "SIGHUP", None)
    if hung_up is None or signal.getsignal(hung_up) is signal.SIG_IGN:
        return [signal.SIGTERM]
    return [signal.SIGTERM, hung_up]


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.name)
def test_it_prints_its_address_and_ends_in_peace(home: Path, way: signal.Signals) -> None:
    playground = start(home)
    assert playground.first_line.startswith("Jalon is in its playground: http://127.0.0.1:")
    assert "Claire Fontaine" in playground.shows()
    assert playground.ends(way) == (0, "")


def test_pressing_ctrl_c_twice_ends_it_once(home: Path) -> None:
    assert start(home).ends(signal.SIGINT, times=2) == (0, "")


def test_starting_again_keeps_the_conversation_and_the_clock_until_they_are_reset(home: Path) -> None:
    playground = start(home)
    today = clock(playground)
    playground.does(do="enter", text=WISH)
    assert playground.hears("Quel chiffre montrera")
    playground.does(do="move", to="week")
    next_week = clock(playground)
    assert next_week != today
    assert playground.ends(signal.SIGINT) == (0, "")

    again = start(home)
    assert WISH in again.shows()
    assert clock(again) == next_week
    again.does(do="enter", text="le CSAT")
    assert again.hears("Où en est le CSAT"), "the question is still open"
    assert again.ends(signal.SIGINT) == (0, "")

    fresh = start(home, "--reset")
    assert "Quel chiffre montrera" not in fresh.shows()
    assert clock(fresh) == today
    assert fresh.ends(signal.SIGINT) == (0, "")


def test_what_was_killed_keeps_its_clock(home: Path) -> None:
    playground = start(home)
    playground.does(do="move", to="week")
    date = clock(playground)
    playground.process.kill()
    playground.process.communicate()
    again = start(home)
    assert clock(again) == date
    assert again.ends(signal.SIGINT) == (0, "")


def clock(playground: Started) -> str:
    """The date that the page's clock shows."""
    found = re.search(r'<span class="date">([^<]+)</span>', playground.shows())
    assert found
    return found.group(1)
