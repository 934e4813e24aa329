"""The command line: whatever is wrong is one sentence that says what to do, and an exit code."""

import logging
import os
import socket
import sqlite3
from collections.abc import Iterator
from errno import EADDRINUSE
from pathlib import Path

import pytest

from bot.cli import database, main
from bot.doctor import explain
from bot.playground import Playground
from coach.errors import DatabaseUnavailable, Reason

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-playground", "SLACK_APP_TOKEN": "xapp-playground"}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment without a setting, and a data directory of its own."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("JALON_DATABASE_URL", "JALON_LANGUAGE", "JALON_TICK_SECONDS", "JALON_LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def quiet_afterwards() -> Iterator[None]:
    """The log goes where it went before."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> "Told":
    return Told(capsys)


class Told:
    """Runs commands and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str, code: int) -> str:
        """What a command prints, on either stream."""
        assert main(arguments) == code
        return "".join(self._capsys.readouterr()).strip()

    def refused(self, *arguments: str) -> str:
        """The last line of what a command prints that was asked for wrongly."""
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 2
        return self._capsys.readouterr().err.strip().splitlines()[-1]


def test_serve_says_that_slack_refuses_the_token(
    told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground
) -> None:
    monkeypatch.setenv("SLACK_API_URL", playground.api_url)
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-of-somebody-else")
    refused = "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it anew from api.slack.com/apps."
    assert told("serve", code=1) == refused


def test_serve_says_that_slack_does_not_answer(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**TOKENS, "SLACK_API_URL": "http://127.0.0.1:9/api"}.items():
        monkeypatch.setenv(name, value)
    assert told("serve", code=1) == (
        "http://127.0.0.1:9/api/ does not answer. Check the network, and SLACK_API_URL if you set it."
    )


def test_the_first_start_makes_its_folder(told: Told, tmp_path: Path) -> None:
    assert told("migrate", code=0).startswith("The database stands at ")
    assert (tmp_path / "data" / "jalon" / "jalon.sqlite3").is_file()


def test_a_folder_that_was_chosen_has_to_be_there(
    told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JALON_DATABASE_URL", f"sqlite:///{tmp_path / 'missing' / 'jalon.sqlite3'}")
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api")
    sentence = f"The folder of the database does not exist ({tmp_path / 'missing'})."
    sentence += " Create it, or change JALON_DATABASE_URL."
    for command in ("migrate", "tick"):
        assert told(command, code=1) == sentence
    assert sentence in told("doctor", code=1)


def test_a_database_of_a_later_version_is_left_alone(told: Told, tmp_path: Path) -> None:
    told("migrate", code=0)
    with sqlite3.connect(tmp_path / "data" / "jalon" / "jalon.sqlite3") as rows:
        rows.execute("update alembic_version set version_num = 'of tomorrow'")
    rows.close()
    sentence = "The database belongs to a later version of Jalon. Update Jalon."
    assert told("migrate", code=1) == sentence
    assert sentence in told("doctor", code=1)


def test_a_read_only_database_is_told(told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told("migrate", code=0)
    file = tmp_path / "data" / "jalon" / "jalon.sqlite3"
    monkeypatch.setenv("JALON_DATABASE_URL", f"sqlite:///file:{file}?mode=ro&uri=true")
    sentence = "The database cannot be written to. Give Jalon the right to write its file and folder."
    assert sentence in told("doctor", code=1)


@pytest.mark.parametrize("reason", list(Reason))
def test_whatever_ails_the_database_is_a_sentence_with_a_way_out(reason: Reason) -> None:
    """A folder that is missing is named; the driver's own words are told only where Jalon has none."""
    sentence = explain(DatabaseUnavailable(reason, "its own words"))
    assert sentence.count(". ") == 1
    assert sentence.endswith(".")
    assert ("(its own words)" in sentence) == (reason in {Reason.OTHER, Reason.MISSING})


def test_of_a_driver_that_talks_much_the_first_line_is_told() -> None:
    assert "and more" not in explain(DatabaseUnavailable(Reason.OTHER, "first\nand more"))


def test_tick_wants_an_instant(told: Told) -> None:
    assert told.refused("tick", "--now", "nonsense") == (
        "jalon tick: error: argument --now: 'nonsense' is no instant."
        " Write it like 2027-01-11T09:30 (UTC) or 2027-01-11T09:30+01:00"
    )


@pytest.mark.parametrize(
    ("option", "example"),
    [("--now", "2027-01-11T09:30"), ("--until", "2027-01-11T09:30"), ("--every", "15m")],
)
def test_an_option_of_tick_without_its_value_is_answered_with_an_example(
    told: Told, option: str, example: str
) -> None:
    assert example in told.refused("tick", option)


def test_tick_looks_once(told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground) -> None:
    monkeypatch.setenv("SLACK_API_URL", playground.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
    printed = told("tick", "--now", "2027-01-11T09:30", code=0)
    assert '"now": "2027-01-11T09:30:00+00:00"' in printed
    assert '"claimed": 0' in printed


def test_a_port_in_use_is_told(told: Told) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert told("playground", "--port", str(port), "--no-browser", code=1) == (
            f"Port {port} is taken. Choose another one with --port."
        )


def test_a_port_that_is_none_is_told(told: Told) -> None:
    for wrong in ("99999", "http"):
        assert told.refused("--port", wrong).endswith(
            f"{wrong!r} is no port. Choose a number from 1 to 65535, or 0"
        )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("serve", "--role", "boss"), "argument --role: 'boss' is none of web, worker, all"),
        (("understand", "--lang", "de", "CSAT"), "argument --lang: 'de' is none of fr, en"),
        (("plan", "--lang", "de"), "argument --lang: 'de' is none of fr, en"),
        (("plan", "--path", "zigzag"), "argument --path: 'zigzag' is none of steady, ramp, compounding"),
    ],
)
def test_a_word_that_is_none_of_those_known_is_told_with_them(
    told: Told, typed: tuple[str, ...], sentence: str
) -> None:
    assert told.refused(*typed).endswith(sentence)


def test_capital_letters_are_as_good(told: Told) -> None:
    plan = ("--metric", "CSAT", "--baseline", "78", "--target", "85", "--deadline", "31/03/2027")
    assert "niveau" in told("plan", *plan, "--start", "4/1/2027", "--lang", "FR", code=0).lower()


def test_a_playground_that_cannot_write_says_where(
    told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    sentence = told("--no-browser", "--port", "0", code=1)
    assert sentence.startswith(f"Jalon cannot write to {tmp_path / 'file' / 'jalon' / 'playground'} (")


def test_an_address_that_cannot_be_listened_on_is_told(
    told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground
) -> None:
    monkeypatch.setenv("SLACK_API_URL", playground.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        sentence = told("serve", "--port", str(port), code=1).splitlines()[-1]
    assert sentence == (
        f"Jalon cannot listen on 127.0.0.1, port {port} ({os.strerror(EADDRINUSE)})."
        " Choose others with --host and --port."
    )


def test_a_database_is_a_plain_file_or_an_address(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sqlite3"
    assert database(str(mine)) == f"sqlite:///{mine}"
    assert database("mine.sqlite3") == f"sqlite:///{Path.cwd() / 'mine.sqlite3'}"
    for address in ("", "sqlite:///mine.sqlite3", "postgresql://user@host/jalon", "mysql://host/x"):
        assert database(address) == address
