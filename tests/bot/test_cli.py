"""The command line: whatever is wrong is one sentence that says what to do, and an exit code."""

import logging
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import main
from bot.doctor import _troubles, explain
from bot.playground import Playground
from coach.errors import DatabaseUnavailable, Reason
from tests.storage.samples import schedule

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


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {},
            (
                "SLACK_APP_TOKEN is missing."
                " The app-level token, `xapp-…`, with `connections:write`: Socket Mode."
            ),
        ),
        (
            {"SLACK_APP_TOKEN": "xapp-1", "SLACK_BOT_TOKEN": "  "},
            "SLACK_BOT_TOKEN is missing. The bot's token, `xoxb-…`, for one workspace.",
        ),
    ],
)
def test_serve_names_the_token_that_is_missing(
    told: Told, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], sentence: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert told("serve", code=1) == sentence


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


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("JALON_LANGUAGE", "de", "JALON_LANGUAGE is wrong: it should be 'fr' or 'en'."),
        ("JALON_TICK_SECONDS", "often", "JALON_TICK_SECONDS is wrong: it should be a valid number."),
        ("JALON_TICK_SECONDS", "0", "JALON_TICK_SECONDS is wrong: it should be greater than or equal to 1."),
        (
            "JALON_LOG_LEVEL",
            "loud",
            "JALON_LOG_LEVEL is wrong: it should be 'debug', 'info', 'warning' or 'error'.",
        ),
        ("SLACK_API_URL", "slack.com", "SLACK_API_URL is wrong: it should begin with https://."),
    ],
)
def test_a_wrong_setting_is_named(
    told: Told, monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    assert told("doctor", code=1) == sentence


def test_the_first_start_makes_its_folder(told: Told, tmp_path: Path) -> None:
    assert told("migrate", code=0).startswith("The database stands at ")
    assert (tmp_path / "data" / "jalon" / "jalon.sqlite3").is_file()


def test_a_folder_that_was_chosen_has_to_be_there(
    told: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JALON_DATABASE_URL", f"sqlite:///{tmp_path / 'missing' / 'jalon.sqlite3'}")
    sentence = "The folder of the database does not exist. Create it, or change JALON_DATABASE_URL."
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
    sentence = explain(DatabaseUnavailable(reason, "the driver's own words"))
    assert sentence.count(". ") == 1
    assert sentence.endswith(".")
    assert "driver" not in sentence


def test_tick_wants_an_instant(told: Told) -> None:
    assert told.refused("tick", "--now", "nonsense") == (
        "jalon tick: error: argument --now: 'nonsense' is no instant."
        " Write it like 2027-01-11T09:30 (UTC) or 2027-01-11T09:30+01:00"
    )


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


class TestDoctor:
    def test_a_healthy_set_up_is_told_as_such(
        self, told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground
    ) -> None:
        for name, value in {**TOKENS, "SLACK_API_URL": playground.api_url}.items():
            monkeypatch.setenv(name, value)
        told("migrate", code=0)
        lines = told("doctor", code=0).splitlines()
        assert {line.split()[0] for line in lines} == {"ok"}
        assert "ok       SLACK_BOT_TOKEN: set" in lines
        assert "ok       messages: 0 in the outbox, 0 could not be delivered" in lines
        assert "ok       Slack: answers as jalon in Atelier Lumen" in lines

    def test_with_nothing_set_everything_missing_is_named(self, told: Told) -> None:
        lines = told("doctor", code=1).splitlines()
        assert lines[0] == "MISSING  SLACK_BOT_TOKEN: not set. The bot's token, `xoxb-…`, for one workspace."
        assert lines[1].startswith("MISSING  SLACK_APP_TOKEN: not set.")
        assert lines[2] == "ok       SLACK_SIGNING_SECRET: not set (only needed for HTTP)"
        assert lines[-1] == "WRONG    Slack: not asked: there is no bot token"

    def test_a_refused_token_is_told_with_what_to_do(
        self, told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", playground.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-revoked")
        refused = "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it anew from api.slack.com/apps."
        assert f"WRONG    Slack: {refused}" in told("doctor", code=1)

    def test_tokens_that_were_swapped_are_recognised(
        self, told: Told, monkeypatch: pytest.MonkeyPatch, playground: Playground
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", playground.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xapp-1")
        monkeypatch.setenv("SLACK_APP_TOKEN", "xoxb-1")
        lines = told("doctor", code=1).splitlines()
        assert lines[0] == "WRONG    SLACK_BOT_TOKEN: set, but it should begin with xoxb-"
        assert lines[1] == "WRONG    SLACK_APP_TOKEN: set, but it should begin with xapp-"

    def test_no_token_is_ever_printed(self, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
        assert "very-secret" not in told("doctor", code=1)

    def test_what_is_due_and_cannot_be_dealt_with_is_told(self) -> None:
        troubles = [
            schedule("s1", due_at=None, tries=7, trouble="KeyError at posting.py:7"),
            *(schedule(f"s{n}", tries=2, trouble="KeyError at posting.py:7") for n in range(2, 8)),
        ]
        lines = [finding.line() for finding in _troubles(troubles)]
        assert lines[0] == (
            "WRONG    schedules: check_in of goal g1 in T1 failed 7 times"
            " (KeyError at posting.py:7), given up"
        )
        assert lines[1].endswith("(KeyError at posting.py:7), tried again at 2027-01-04 09:00 UTC")
        assert lines[-1] == "WRONG    schedules: and 2 more"
