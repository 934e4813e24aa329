"""What a command needs is looked at before anything is done: all that is amiss is named at once."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.cli import main
from bot.doctor_slack import trouble_with_slack
from bot.needs import Way, way_of
from bot.playground import Playground
from bot.settings import Settings, SettingsError, read_settings, variable
from bot.tokens import new_key
from tests.bot.socket_slack import SocketSlack

NOWHERE = "http://127.0.0.1:9/api/"
"""Whoever asks this Slack waits for an answer in vain."""
WHERE_TO_LOOK = "`jalon doctor` looks at the rest too; docs/install.md says where to find each of these."
SWAPPED = [
    "WRONG    SLACK_BOT_TOKEN: set, but it should begin with xoxb-",
    "WRONG    SLACK_APP_TOKEN: set, but it should begin with xapp-",
]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment without a setting, a data directory of its own, and a Slack that does not answer."""
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("SLACK_API_URL", NOWHERE)


class Shell:
    """Somebody at a terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def export(self, **values: str) -> None:
        """Set variables."""
        for name, value in values.items():
            self._monkeypatch.setenv(name, value)

    def __call__(self, *arguments: str, code: int) -> list[str]:
        """The lines that a command prints, on either stream."""
        assert main(arguments) == code
        return "".join(self._capsys.readouterr()).strip().splitlines()


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


# --- serve ---------------------------------------------------------------------------------------
def test_serve_names_everything_that_is_missing_at_once(shell: Shell) -> None:
    shell.export(SLACK_BOT_TOKEN="  ", JALON_TICK_SECONDS="often")
    assert shell("serve", code=1) == [
        "MISSING  SLACK_BOT_TOKEN: not set. The bot's token, `xoxb-…`, for one workspace.",
        (
            "MISSING  SLACK_APP_TOKEN: not set. The app-level token, `xapp-…`, with `connections:write`:"
            " Socket Mode."
        ),
        "WRONG    JALON_TICK_SECONDS: it should be a number, and is 'often'",
        WHERE_TO_LOOK,
    ]


def test_serve_sees_that_the_tokens_were_swapped_without_asking_slack(
    shell: Shell, playground: Playground
) -> None:
    shell.export(SLACK_API_URL=playground.api_url, SLACK_APP_TOKEN="xoxb-1", SLACK_BOT_TOKEN="xapp-1")
    assert shell("serve", code=1) == [*SWAPPED, WHERE_TO_LOOK]
    assert playground.calls == []


def test_a_token_as_the_guide_prints_it_is_no_token(shell: Shell, playground: Playground) -> None:
    """Whoever pastes the lines of docs/install.md as they stand."""
    shell.export(SLACK_API_URL=playground.api_url, SLACK_APP_TOKEN="xapp-…", SLACK_BOT_TOKEN="xoxb-…")
    words = "set, but with characters that it cannot have: copy the whole of it anew, without … or spaces"
    named = [f"WRONG    SLACK_BOT_TOKEN: {words}", f"WRONG    SLACK_APP_TOKEN: {words}"]
    assert shell("serve", code=1) == [*named, WHERE_TO_LOOK]
    assert shell("doctor", code=1)[:2] == named
    assert playground.calls == []


def test_for_many_workspaces_serve_names_what_those_need(shell: Shell) -> None:
    shell.export(SLACK_CLIENT_ID="1.2", JALON_SECRET_KEY="abc", SLACK_BOT_TOKEN="xoxb-1")
    told = shell("serve", code=1)
    assert [line.split(":")[0] for line in told[:-1]] == [
        "MISSING  SLACK_CLIENT_SECRET",
        "MISSING  SLACK_SIGNING_SECRET",
        "WRONG    JALON_SECRET_KEY",
    ]
    assert any("SLACK_BOT_TOKEN: not used" in line for line in shell("doctor", code=1))


def test_a_worker_needs_neither_a_socket_nor_a_signing_secret(shell: Shell) -> None:
    shell.export(SLACK_BOT_TOKEN="xoxb-1")
    assert shell("serve", "--role", "worker", code=1)[0].startswith(NOWHERE)
    shell.export(SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="s")
    told = shell("serve", "--role", "worker", code=1)
    assert [line.split(":")[0] for line in told[:-1]] == ["MISSING  JALON_SECRET_KEY"]


def test_a_port_means_http(shell: Shell) -> None:
    shell.export(SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1")
    told = shell("serve", "--port", "3000", code=1)
    assert [line.split(":")[0] for line in told[:-1]] == ["MISSING  SLACK_SIGNING_SECRET"]


@pytest.mark.parametrize(
    ("given", "port", "way"),
    [
        ({}, None, Way.SOCKET_MODE),
        ({"slack_app_token": "xapp-1", "slack_signing_secret": "s"}, None, Way.SOCKET_MODE),
        ({"slack_app_token": "xapp-1", "slack_signing_secret": "s"}, 3000, Way.HTTP),
        ({"slack_signing_secret": "s"}, None, Way.HTTP),
        ({"slack_client_secret": "s"}, None, Way.MANY),
    ],
)
def test_how_slack_is_heard_follows_from_what_is_set(
    given: dict[str, str], port: int | None, way: Way
) -> None:
    chosen = Settings.model_validate({name: SecretStr(value) for name, value in given.items()})
    assert way_of(chosen, port=port) is way


def test_tick_needs_a_bot_token(shell: Shell) -> None:
    shell.export(JALON_LOG_LEVEL="loud")
    told = shell("tick", code=1)
    assert told[0].startswith("MISSING  SLACK_BOT_TOKEN: not set.")
    assert told[1].startswith("WRONG    JALON_LOG_LEVEL: ")


# --- values that cannot be taken -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("JALON_LANGUAGE", "de", "it should be 'fr' or 'en', and is 'de'"),
        ("JALON_TICK_SECONDS", "often", "it should be a number, and is 'often'"),
        ("JALON_TICK_SECONDS", "0", "it should be at least 1, and is '0'"),
        ("JALON_RETENTION_DAYS", "30.5", "it should be a whole number, and is '30.5'"),
        ("JALON_LOG_LEVEL", "loud", "it should be 'debug', 'info', 'warning' or 'error', and is 'loud'"),
        ("SLACK_API_URL", "slack.com", "it should begin with https://, and is 'slack.com'"),
        (
            "SLACK_API_URL",
            "https://[::1",
            "it should be an address such as https://slack.com/api/, and is 'https://[::1'",
        ),
        ("SLACK_API_URL", "xoxb-pasted-here", "it should begin with https://"),
        ("JALON_SECRET_KEY", "abc", "it should be what `jalon key` prints"),
        ("JALON_SECRET_KEY", ",", "it should be what `jalon key` prints"),
    ],
)
def test_a_wrong_value_is_a_row_among_the_others(shell: Shell, name: str, value: str, why: str) -> None:
    """It is quoted where it is no secret, and the rest is looked at all the same."""
    shell.export(SLACK_BOT_TOKEN="xoxb-1", **{name: value})
    told = shell("doctor", code=1)
    assert f"WRONG    {name}: {why}" in told
    assert "ok       SLACK_BOT_TOKEN: set" in told
    assert any(line.startswith("note     database: not there yet") for line in told)
    with pytest.raises(SettingsError, match=name):
        read_settings()


def test_several_wrong_values_leave_the_rest_to_be_looked_at(shell: Shell, playground: Playground) -> None:
    shell.export(JALON_LOG_LEVEL="loud", JALON_LANGUAGE="de")
    shell.export(SLACK_BOT_TOKEN=playground.bot_token, SLACK_APP_TOKEN="xapp-1")
    with SocketSlack(playground) as slack:
        shell.export(SLACK_API_URL=slack.api_url)
        told = shell("doctor", code=1)
    assert sum(line.startswith("WRONG") for line in told) == 2
    assert "ok       Slack: answers as jalon in Atelier Lumen" in told
    assert "ok       Socket Mode: would open" in told


def test_an_empty_value_is_none_and_capitals_are_as_good(shell: Shell) -> None:
    """A file of variables often has both."""
    shell.export(JALON_LANGUAGE="", JALON_DATABASE_URL="", JALON_LOG_LEVEL="WARNING")
    settings = read_settings()
    assert (settings.language, settings.log_level) == ("fr", "warning")
    assert settings.database_url.startswith("sqlite:///")


def test_a_key_can_be_made_in_the_place_of_a_wrong_one(shell: Shell) -> None:
    shell.export(JALON_SECRET_KEY="abc", JALON_LOG_LEVEL="loud")
    (key,) = shell("key", code=0)
    assert len(key) == len(new_key())


def test_every_wrong_setting_is_named_at_once(shell: Shell) -> None:
    shell.export(JALON_LANGUAGE="de", JALON_TICK_SECONDS="abc", JALON_SECRET_KEY="short")
    with pytest.raises(SettingsError) as refused:
        read_settings()
    lines = str(refused.value).splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "JALON_SECRET_KEY",
        "JALON_LANGUAGE",
        "JALON_TICK_SECONDS",
    ]
    assert "short" not in str(refused.value)


# --- databases -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "url", ["mysql://user:hidden@host/x", "postgresql://user:hidden@host:no/x", "jalon.sqlite3", "sqlite://"]
)
def test_a_database_that_jalon_does_not_know_is_told_with_those_it_knows(shell: Shell, url: str) -> None:
    shell.export(SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", JALON_DATABASE_URL=url)
    row = (
        "WRONG    database: JALON_DATABASE_URL is of no database that Jalon knows."
        " Write it like sqlite:///jalon.sqlite3 or postgresql://user:password@host/jalon."
    )
    for command in ("doctor", "serve", "tick", "migrate"):
        told = shell(command, code=1)
        assert row in told
        assert "hidden" not in "".join(told)


def test_a_database_that_does_not_answer_is_told_in_its_driver_s_words(shell: Shell) -> None:
    shell.export(JALON_DATABASE_URL="postgres://user:hidden@127.0.0.1:9/jalon")
    (told,) = shell("migrate", code=1)
    assert told.startswith("The database does not answer (")
    assert "port 9" in told
    assert told.endswith("Check JALON_DATABASE_URL.")
    assert "hidden" not in told


def test_the_playground_s_own_option_is_named(shell: Shell) -> None:
    (told,) = shell("--no-browser", "--port", "0", "--db", "mysql://host/x", code=1)
    assert told.startswith("--db is of no database that Jalon knows.")


# --- Slack ---------------------------------------------------------------------------------------
def token_at(url: str) -> Settings:
    return Settings(slack_bot_token=SecretStr("xoxb-1"), slack_api_url=url)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_slack_that_is_ill_is_not_called_a_wrong_token(playground: Playground, status: int) -> None:
    playground.faults.status("auth.test", status)
    told = trouble_with_slack(token_at(playground.api_url))
    assert told is not None
    assert told.startswith("Slack cannot answer at present (")


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a web server that is no Slack."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>Sign in</html>")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_an_address_that_is_not_slack_s_is_told(page: str) -> None:
    told = trouble_with_slack(token_at(page))
    assert told == f"{page} does not answer as Slack does (200). Check SLACK_API_URL."


def test_for_many_workspaces_the_doctor_asks_whether_slack_is_there_and_what_time_it_is(
    shell: Shell, playground: Playground
) -> None:
    shell.export(SLACK_API_URL=playground.api_url, SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="s")
    shell.export(SLACK_SIGNING_SECRET="s", JALON_SECRET_KEY=new_key())
    told = shell("doctor", code=0)
    assert "ok       Slack: answers" in told
    assert "ok       clock: agrees with Slack's" in told
