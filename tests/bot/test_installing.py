"""Jalon for many workspaces over HTTP: installed, heard, its token changed, taken out, come back."""

import html
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

import pytest
from pydantic import SecretStr
from slack_sdk.oauth.installation_store import Installation

from bot import container
from bot.clock import MovableClock
from bot.doctor import examine
from bot.http import build_http
from bot.installations import Installations
from bot.manifest import manifest
from bot.playground import Playground
from bot.playground.oauth import CLIENT_ID, CLIENT_SECRET
from bot.serving import HttpServer
from bot.settings import Settings, SettingsError, read_settings
from bot.tokens import Vault, WrongKeyError, new_key

KEY = new_key()


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    cookies: str


class Window:
    """A browser's window: it keeps cookies, also secure ones, and follows where it is sent."""

    def __init__(self, base: str) -> None:
        self._base, self._cookies = base, ""
        self._opener = build_opener(ProxyHandler({}), StayPut())

    def get(self, place: str) -> Answer:
        request = Request(place if place.startswith("http") else self._base + place)  # noqa: S310
        if self._cookies:
            request.add_unredirected_header("Cookie", self._cookies)
        try:
            with self._opener.open(request, timeout=20) as answer:
                return self._read(answer.status, answer)
        except HTTPError as error:
            if error.code == HTTPStatus.FOUND:
                self._read(error.code, error)
                return self.get(error.headers["Location"])
            return self._read(error.code, error)

    def _read(self, status: int, answer: IO[bytes]) -> Answer:
        for cookie in answer.headers.get_all("Set-Cookie") or ():  # type: ignore[attr-defined]
            self._cookies = cookie.partition(";")[0]
        return Answer(status, answer.read().decode(), self._cookies)


class StayPut(HTTPRedirectHandler):
    """Redirects are followed by the window, with its cookies."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Not here."""


@dataclass
class Hosted:
    """Jalon as it is hosted for many workspaces, and one workspace's Slack."""

    slack: Playground
    jalon: container.Jalon
    server: HttpServer
    clock: MovableClock
    database: Path

    def window(self) -> Window:
        return Window(self.server.url)

    def installs(self, answer: str = "Allow") -> Answer:
        """Whoever administers the workspace goes through it all; the last page."""
        window = self.window()
        asking = window.get("/slack/install")
        link = re.search(rf'href="([^"]+)">{answer}<', asking.text)
        assert link is not None, asking.text
        return window.get(f"{self.slack.url}/oauth/v2/authorize{html.unescape(link[1])}")

    def kept(self) -> dict[str, object]:
        with sqlite3.connect(self.database) as rows:
            (document,) = rows.execute("SELECT document FROM installations").fetchone()
        return dict(json.loads(document)) if document else {}


def settings(slack: Playground, database: Path, **changed: Any) -> Settings:
    return Settings(
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_client_id=CLIENT_ID,
        slack_client_secret=SecretStr(CLIENT_SECRET),
        secret_key=SecretStr(KEY),
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{database}",
        **changed,
    )


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    clock = MovableClock()
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    with Playground(clock=clock, events=events, bot_token="xoxb-nobody-has-this") as slack:
        database = tmp_path / "many.sqlite3"
        chosen = settings(slack, database, uninstalled_days=30)
        container.migrate(chosen)
        with container.build(chosen, clock=clock) as jalon:
            server = HttpServer(build_http(jalon.app, jalon.flow, jalon.is_ready)).start()
            slack.app_url = f"{server.url}/slack/events"
            slack.app_is_idle = jalon.is_idle
            slack.asgi.state.web.redirect_url = f"{server.url}/slack/oauth_redirect"
            yield Hosted(slack, jalon, server, clock, database)
            server.stop()


def test_installing_ends_on_a_page_in_both_languages_and_with_a_first_message(hosted: Hosted) -> None:
    page = hosted.installs()
    assert page.status == 200
    assert "Jalon est installé dans" in page.text
    assert "Jalon is installed in" in page.text
    hosted.slack.settle(20)
    assert "merci d’avoir installé Jalon" in hosted.slack.transcript("Claire")


def test_once_installed_a_conversation_goes_on_as_ever(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    assert "Bonne idée" in hosted.slack.transcript("Claire")
    hosted.slack.person("Claire").open_home()
    hosted.slack.settle(20)
    assert hosted.slack.world.home(hosted.slack.person("Claire").id) is not None


def test_slack_is_not_asked_whose_token_it_is_at_each_request(hosted: Hosted) -> None:
    hosted.installs()
    calls = hosted.slack.asgi.state.web.calls
    calls.clear()
    for text in ("bonjour", "merci"):
        hosted.slack.person("Claire").say(text)
    hosted.slack.settle(20)
    assert "auth.test" not in {name for name, _ in calls}


def test_a_token_is_not_readable_in_the_database(hosted: Hosted) -> None:
    hosted.installs()
    (token,) = hosted.slack.world.grants.tokens
    assert token.encode() not in hosted.database.read_bytes()
    assert Vault([KEY]).open(str(hosted.kept()["bot_token"])) == token


def test_who_says_no_reads_what_to_do_and_nothing_is_kept(hosted: Hosted) -> None:
    page = hosted.installs("Cancel")
    assert "n’a pas été acceptée" in page.text
    assert "was not approved" in page.text
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM installations").fetchone() == (0,)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("code=abc&state=never-given", "has to be finished within ten minutes"),
        ("state=never-given", "has to be finished within ten minutes"),
        ("", "has to be finished within ten minutes"),
    ],
)
def test_coming_back_without_having_begun_is_said_kindly(hosted: Hosted, query: str, words: str) -> None:
    page = hosted.window().get(f"/slack/oauth_redirect?{query}")
    assert page.status == 400
    assert words in page.text


def test_a_state_counts_once_and_for_ten_minutes(hosted: Hosted) -> None:
    rows = hosted.jalon.storage.installations
    now = hosted.clock.now()
    rows.begin("one", now + timedelta(minutes=10))
    assert rows.finish("one", now)
    assert not rows.finish("one", now)
    rows.begin("late", now + timedelta(minutes=10))
    assert not rows.finish("late", now + timedelta(minutes=11))


def test_a_request_of_a_workspace_without_jalon_changes_nothing(hosted: Hosted) -> None:
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_a_token_that_runs_out_is_changed_before_it_does(hosted: Hosted) -> None:
    hosted.slack.world.grants.rotating = True
    hosted.installs()
    first = set(hosted.slack.world.grants.tokens)
    hosted.clock.offset += timedelta(hours=11)
    hosted.jalon.scheduler.look()
    (new,) = hosted.slack.world.grants.tokens - first
    assert Vault([KEY]).open(str(hosted.kept()["bot_token"])) == new
    hosted.slack.world.grants.tokens.difference_update(first)
    hosted.slack.person("Claire").say("aide")
    hosted.slack.settle(20)
    assert "Écrivez-moi" in hosted.slack.transcript("Claire").split("aide")[-1]


def test_taken_out_its_token_goes_at_once_and_its_data_after_the_days_that_were_set(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    assert hosted.kept() == {}
    assert drafts(hosted) == 1
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    assert drafts(hosted) == 0
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT count(*) FROM people").fetchone() == (0,)
        assert rows.execute("SELECT count(*) FROM installations").fetchone() == (0,)


def test_installed_again_within_the_time_it_finds_what_it_left(hosted: Hosted) -> None:
    hosted.installs()
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    hosted.installs()
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    assert drafts(hosted) == 1


def drafts(hosted: Hosted) -> int:
    with sqlite3.connect(hosted.database) as rows:
        (found,) = rows.execute("SELECT count(*) FROM drafts").fetchone()
    return int(found)


def test_health_and_readiness_are_told_apart(hosted: Hosted) -> None:
    window = hosted.window()
    assert window.get("/healthz").text == "ok"
    assert window.get("/readyz").text == "ready"
    hosted.jalon.storage.close()
    hosted.database.unlink()
    assert window.get("/healthz").status == 200
    assert window.get("/readyz").status == 503


# --- one workspace never reads another's ---------------------------------------------------------
def hears(hosted: Hosted, team: str, text: str, number: int) -> None:
    """Somebody with the same id writes the same way in another workspace."""
    body = json.dumps(
        {
            "type": "event_callback",
            "team_id": team,
            "api_app_id": "A0JALON00",
            "event_id": f"Ev{team}{number}",
            "authorizations": [{"team_id": team, "enterprise_id": None, "is_bot": True}],
            "event": {
                "type": "message",
                "channel": hosted.slack.person("Claire").dm.id,
                "channel_type": "im",
                "user": hosted.slack.person("Claire").id,
                "text": text,
                "ts": f"1767000000.{number:06}",
            },
        }
    )
    headers = {"Content-Type": "application/json", **hosted.slack.delivery.sign(body.encode())}
    request = Request(f"{hosted.server.url}/slack/events", body.encode(), headers)  # noqa: S310 - loopback
    with build_opener(ProxyHandler({})).open(request, timeout=20) as answer:
        assert answer.status == 200


def also_installed(hosted: Hosted, team: str, **changed: Any) -> None:
    """Another workspace has Jalon too; its Slack is the same stand-in."""
    assert hosted.jalon.flow is not None
    (token, *_) = hosted.slack.world.grants.tokens
    facts: dict[str, Any] = {
        "team_id": team,
        "user_id": "U0CLAIRE0",
        "bot_token": token,
        "bot_id": "B0JALON00",
        "bot_user_id": "U0JALON00",
    }
    hosted.jalon.flow.settings.installation_store.save(Installation(**(facts | changed)))


def test_the_same_person_in_two_workspaces_is_two_people(hosted: Hosted) -> None:
    """The same user id, draft and words: nothing of one is found, changed or exported in the other."""
    hosted.installs()
    own = hosted.slack.world.state.team_id
    also_installed(hosted, "T0OTHER00")
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hears(hosted, "T0OTHER00", "réduire la DMT", 1)
    hears(hosted, "T0OTHER00", "6 min", 2)
    with hosted.jalon.storage.open_uow() as uow:
        (ours,) = uow.drafts.open_of(own, "U0CLAIRE0")
        (theirs,) = uow.drafts.open_of("T0OTHER00", "U0CLAIRE0")
    assert (ours.wish, theirs.wish) == ("améliorer la satisfaction client", "réduire la DMT")
    assert ours.baseline is None
    assert theirs.baseline is not None
    hears(hosted, "T0OTHER00", "/objectif export", 3)
    with sqlite3.connect(hosted.database) as rows:
        told = " ".join(
            text for (text,) in rows.execute("SELECT payload FROM outbox WHERE workspace = 'T0OTHER00'")
        )
    assert "satisfaction" not in told


def test_one_workspace_taken_out_leaves_the_other_as_it_was(hosted: Hosted) -> None:
    hosted.installs()
    also_installed(hosted, "T0OTHER00")
    hosted.slack.person("Claire").say("améliorer la satisfaction client")
    hosted.slack.settle(20)
    hears(hosted, "T0OTHER00", "réduire la DMT", 1)
    hosted.slack.world.uninstall()
    hosted.slack.settle(20)
    hosted.clock.offset += timedelta(days=31)
    hosted.jalon.scheduler.tidy()
    with sqlite3.connect(hosted.database) as rows:
        assert rows.execute("SELECT DISTINCT workspace FROM drafts").fetchall() == [("T0OTHER00",)]
        assert rows.execute("SELECT team FROM installations").fetchall() == [("T0OTHER00",)]


def test_an_organisation_s_installation_serves_its_workspaces(hosted: Hosted) -> None:
    """A workspace of the organisation is heard with its token, and written to by the deliverer."""
    hosted.installs()
    also_installed(
        hosted, "", team_id=None, enterprise_id="E0ORG0000", is_enterprise_install=True, enterprise_name="Org"
    )
    store = hosted.jalon.flow.settings.installation_store if hosted.jalon.flow is not None else None
    assert isinstance(store, Installations)
    assert store.token_of("T0OFORG00") is None
    found = store.find_installation(enterprise_id="E0ORG0000", team_id="T0OFORG00")
    assert found is not None
    assert store.token_of("T0OFORG00") == found.bot_token


# --- keys ----------------------------------------------------------------------------------------
def test_a_new_key_in_front_seals_anew_and_the_old_one_can_go() -> None:
    old, new = new_key(), new_key()
    sealed = Vault([old]).seal("xoxb-1")
    renewed = Vault([new, old]).renew(sealed)
    assert Vault([new]).open(renewed) == "xoxb-1"
    with pytest.raises(WrongKeyError):
        Vault([new]).open(sealed)


def test_starting_with_a_new_key_seals_what_is_kept_anew(hosted: Hosted) -> None:
    hosted.installs()
    (token,) = hosted.slack.world.grants.tokens
    new = new_key()
    changed = settings(hosted.slack, hosted.database).model_copy(
        update={"secret_key": SecretStr(f"{new},{KEY}")}
    )
    container.build(changed, clock=hosted.clock).storage.close()
    assert Vault([new]).open(str(hosted.kept()["bot_token"])) == token


def test_the_doctor_counts_workspaces_and_names_what_no_key_opens(hosted: Hosted) -> None:
    hosted.installs()
    chosen = settings(hosted.slack, hosted.database)
    assert "workspaces: 1 installed" in examine(chosen).text
    lost = chosen.model_copy(update={"secret_key": SecretStr(new_key())})
    found = examine(lost)
    assert not found.healthy
    assert "1 sealed with a key that is not in JALON_SECRET_KEY" in found.text


def test_the_doctor_names_what_is_missing_for_many_workspaces(tmp_path: Path) -> None:
    chosen = Settings(slack_client_id="1.2", database_url=f"sqlite:///{tmp_path / 'none.sqlite3'}")
    text = examine(chosen).text
    for name in ("SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET", "JALON_SECRET_KEY"):
        assert re.search(rf"MISSING\s+{name}", text)


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("JALON_LANGUAGE", "de"),
        ("JALON_TICK_SECONDS", "abc"),
        ("JALON_SECRET_KEY", "short"),
    ):
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        read_settings()
    lines = str(refused.value).splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "JALON_SECRET_KEY",
        "JALON_LANGUAGE",
        "JALON_TICK_SECONDS",
    ]
    assert "it should be what `jalon key` prints" in lines[0]
    assert "short" not in str(refused.value)
