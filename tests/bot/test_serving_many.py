"""`jalon serve` for many workspaces as docs/install.md has it: a process, from the key to the end."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from bot.manifest import manifest
from bot.playground import Playground
from bot.playground.oauth import CLIENT_ID, CLIENT_SECRET
from tests.bot.hosting import Window, go_through
from tests.bot.socket_slack import wait_for

pytestmark = pytest.mark.slow

JALON = [sys.executable, "-m", "bot"]


def run(environment: dict[str, str], *arguments: str) -> tuple[int, list[str]]:
    """A command as somebody types it: its exit code, and the lines that it prints."""
    command = [*JALON, *arguments]
    done = subprocess.run(  # noqa: S603 - our own code
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


class Serving:
    """`jalon serve` as it runs, and what it tells of itself."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment, self._log = environment, log
        with log.open("w") as telling:
            command = [*JALON, "serve", "--port", "0"]
            self.process = subprocess.Popen(command, env=environment, stderr=telling)  # noqa: S603 - our own code

    def __enter__(self) -> Self:
        wait_for(lambda: "listening on" in self._log.read_text(), 30)
        (port,) = re.findall(r"listening on 127\.0\.0\.1, port (\d+)", self._log.read_text())
        self.url = f"http://127.0.0.1:{port}"
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(10)

    @property
    def troubles(self) -> list[str]:
        """What its log has of errors."""
        return [one for one in self._log.read_text().splitlines() if "ERROR" in one or "Traceback" in one]

    def doctor(self, code: int = 0) -> list[str]:
        """What `jalon doctor` prints beside it."""
        ended, lines = run(self.environment, "doctor")
        assert ended == code, lines
        return lines

    def stop(self) -> float:
        """Tell it to stop; the seconds that it took."""
        told = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(20) == 0
        return time.monotonic() - told


@pytest.fixture
def slack() -> Iterator[Playground]:
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    with Playground(events=events, bot_token="xoxb-nobody-has-this") as running:
        yield running


@pytest.fixture
def environment(slack: Playground, tmp_path: Path) -> dict[str, str]:
    """What an administrator exports, with a key that `jalon key` has made."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "JALON_"))}
    (ended, (key,)) = run(bare, "key")
    assert ended == 0
    return bare | {
        "SLACK_CLIENT_ID": CLIENT_ID,
        "SLACK_CLIENT_SECRET": CLIENT_SECRET,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "JALON_SECRET_KEY": key,
        "JALON_DATABASE_URL": f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    }


@pytest.fixture
def serving(slack: Playground, environment: dict[str, str], tmp_path: Path) -> Iterator[Serving]:
    with Serving(environment, tmp_path / "serve.log") as running:
        hear_at(slack, running)
        yield running


def hear_at(slack: Playground, serving: Serving) -> None:
    """The app's addresses, as its settings at Slack have them."""
    slack.app_url = f"{serving.url}/slack/events"
    slack.asgi.state.web.redirect_url = f"{serving.url}/slack/oauth_redirect"


def line(lines: list[str], title: str) -> str:
    """The doctor's line about something."""
    return next(one for one in lines if one[9:].startswith(f"{title}:"))


def become(slack: Playground, team: str, name: str) -> None:
    """The stand-in is another workspace from now on."""
    with slack.world.change() as state:
        state.team_id, state.team_name = team, name


def hears(slack: Playground, words: str) -> None:
    """Wait until Claire has read something."""
    wait_for(lambda: words in slack.transcript("Claire"), 20)


def test_two_workspaces_come_and_one_goes(slack: Playground, serving: Serving) -> None:
    """Each is greeted and answered; the doctor counts them; what is left of one is told."""
    assert Window(serving.url).get("/readyz").text == "ready"
    assert line(serving.doctor(), "workspaces") == "ok       workspaces: 0 installed"
    first = slack.world.state.team_id
    assert "Jalon is installed in Atelier Lumen" in go_through(slack, Window(serving.url)).text
    hears(slack, "merci d’avoir installé Jalon")
    slack.person("Claire").say("améliorer la satisfaction client")
    hears(slack, "Bonne idée")

    become(slack, "T0OTHER00", "Maison Ronde")
    assert "Jalon is installed in Maison Ronde" in go_through(slack, Window(serving.url)).text
    slack.person("Claire").say("réduire la DMT")
    hears(slack, "durée moyenne de traitement")
    found = serving.doctor()
    assert line(found, "workspaces") == "ok       workspaces: 2 installed"
    assert line(found, "Slack") == "ok       Slack: answers"
    assert line(found, "last look").startswith("ok ")

    become(slack, first, "Atelier Lumen")
    slack.world.uninstall()
    wait_for(lambda: "1 left" in line(serving.doctor(), "workspaces"), 20)
    told = "1 installed, 1 left, whose data is still here"
    assert line(serving.doctor(), "workspaces") == f"ok       workspaces: {told}"

    assert serving.stop() < 10
    assert serving.troubles == []


def test_stopped_and_started_again_it_still_knows_its_workspaces(
    slack: Playground, serving: Serving, tmp_path: Path
) -> None:
    go_through(slack, Window(serving.url))
    hears(slack, "merci d’avoir installé Jalon")
    assert serving.stop() < 10
    with Serving(serving.environment, tmp_path / "again.log") as again:
        hear_at(slack, again)
        slack.person("Claire").say("améliorer la satisfaction client")
        hears(slack, "Bonne idée")
        assert again.stop() < 10


def test_tick_delivers_what_is_due_without_a_server(slack: Playground, serving: Serving) -> None:
    """As cron runs it, for two hours of a day that is far ahead."""
    go_through(slack, Window(serving.url))
    hears(slack, "merci d’avoir installé Jalon")
    serving.stop()
    span = ("--now", "2027-06-01T08:00", "--until", "2027-06-01T10:00", "--every", "15m")
    ended, looks = run(serving.environment, "tick", *span)
    assert ended == 0
    assert len(looks) == 9
    assert looks[-1].startswith('{"now": "2027-06-01T10:00:00+00:00", "claimed": 0')
