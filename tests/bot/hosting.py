"""Jalon as it is hosted for many workspaces, for tests: a browser's window, and whoever installs it."""

import html
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from pydantic import SecretStr
from slack_sdk.oauth.installation_store import Installation

from bot import container
from bot.clock import MovableClock
from bot.http import build_http
from bot.manifest import manifest
from bot.playground import Playground
from bot.playground.oauth import CLIENT_ID, CLIENT_SECRET
from bot.serving import HttpServer
from bot.settings import Settings
from bot.tokens import new_key

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
        return go_through(self.slack, self.window(), answer)

    def kept(self) -> dict[str, object]:
        with sqlite3.connect(self.database) as rows:
            (document,) = rows.execute("SELECT document FROM installations").fetchone()
        return dict(json.loads(document)) if document else {}


def go_through(slack: Playground, window: Window, answer: str = "Allow") -> Answer:
    """Install Jalon in a workspace, from its address to the last page."""
    asking = window.get("/slack/install")
    link = re.search(rf'href="([^"]+)">{answer}<', asking.text)
    assert link is not None, asking.text
    return window.get(f"{slack.url}/oauth/v2/authorize{html.unescape(link[1])}")


def settings_for(slack: Playground, database: Path, **changed: Any) -> Settings:
    return Settings(
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_client_id=CLIENT_ID,
        slack_client_secret=SecretStr(CLIENT_SECRET),
        secret_key=SecretStr(KEY),
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{database}",
        **changed,
    )


@contextmanager
def hosting(directory: Path) -> Iterator[Hosted]:
    """Jalon and a workspace that has not installed it yet."""
    clock = MovableClock()
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    with Playground(clock=clock, events=events, bot_token="xoxb-nobody-has-this") as slack:
        database = directory / "many.sqlite3"
        chosen = settings_for(slack, database, uninstalled_days=30)
        container.migrate(chosen)
        with container.build(chosen, clock=clock) as jalon:
            server = HttpServer(build_http(jalon.app, jalon.flow, jalon.is_ready)).start()
            slack.app_url = f"{server.url}/slack/events"
            slack.app_is_idle = jalon.is_idle
            slack.asgi.state.web.redirect_url = f"{server.url}/slack/oauth_redirect"
            yield Hosted(slack, jalon, server, clock, database)
            server.stop()


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
