"""`jalon serve`: Slack is heard through a connection that Jalon opens, and told to stop it ends in order."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest
from aiohttp import ClientSession, WSMsgType, web

from bot.playground import Playground


class SocketSlack:
    """Socket Mode in front of a playground: hands out a connection, and passes other calls on."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._loop = asyncio.new_event_loop()
        self._socket: web.WebSocketResponse | None = None
        self.connected = threading.Event()
        self.acknowledged: list[dict[str, Any]] = []
        self.answered = threading.Event()
        self.tokens: list[str] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application()
        app.router.add_post("/api/apps.connections.open", self._open)
        app.router.add_route("*", "/api/{method}", self._pass_on)
        app.router.add_get("/link", self._link)
        runner = web.AppRunner(app)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.port = runner.addresses[0][1]
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _open(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers["Authorization"])
        return web.json_response({"ok": True, "url": f"ws://127.0.0.1:{self.port}/link"})

    async def _pass_on(self, request: web.Request) -> web.Response:
        url = self._playground.api_url + request.match_info["method"]
        headers = {
            name: value
            for name, value in request.headers.items()
            if name in {"Authorization", "Content-Type"}
        }
        body = await request.read()
        async with (
            ClientSession() as session,
            session.request(request.method, url, params=request.query, data=body, headers=headers) as answer,
        ):
            return web.json_response(await answer.json(), status=answer.status)

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        self._socket = web.WebSocketResponse()
        await self._socket.prepare(request)
        await self._socket.send_json({"type": "hello", "num_connections": 1})
        self.connected.set()
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self.acknowledged.append(json.loads(message.data))
                self.answered.set()
        return self._socket

    def send(self, envelope: dict[str, Any]) -> None:
        """Send an envelope, as Slack does."""
        assert self._socket is not None
        self.answered.clear()
        asyncio.run_coroutine_threadsafe(self._socket.send_json(envelope), self._loop).result(5)


@pytest.fixture
def slack() -> Iterator[tuple[Playground, SocketSlack]]:
    with Playground() as playground, SocketSlack(playground) as socket_slack:
        yield playground, socket_slack


def envelope_of_message(playground: Playground, text: str) -> dict[str, Any]:
    """What Slack sends through the socket when Claire writes to Jalon."""
    claire = playground.person("Claire")
    event = {
        "type": "message",
        "channel": claire.dm.id,
        "channel_type": "im",
        "user": claire.id,
        "text": text,
        "ts": "1798800000.000100",
        "event_ts": "1798800000.000100",
    }
    payload = {
        "type": "event_callback",
        "team_id": playground.world.state.team_id,
        "api_app_id": "A1",
        "event": event,
        "event_id": "Ev0SOCKET",
        "event_time": 1798800000,
        "authorizations": [{"team_id": playground.world.state.team_id, "user_id": "U1", "is_bot": True}],
    }
    return {"type": "events_api", "envelope_id": "e-1", "accepts_response_payload": False, "payload": payload}


def test_serve_hears_answers_and_stops_in_order(
    slack: tuple[Playground, SocketSlack], tmp_path: Path
) -> None:
    playground, socket_slack = slack
    environment = os.environ | {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_API_URL": f"http://127.0.0.1:{socket_slack.port}/api/",
        "JALON_DATABASE_URL": f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    }
    with subprocess.Popen([sys.executable, "-m", "bot", "serve"], env=environment) as serving:
        try:
            assert socket_slack.connected.wait(20)
            socket_slack.send(envelope_of_message(playground, "améliorer la satisfaction client"))
            assert socket_slack.answered.wait(10)
            playground.world.wait_for(lambda: "Quel chiffre" in playground.transcript("Claire"), 10)
        finally:
            serving.send_signal(signal.SIGTERM)
        assert serving.wait(15) == 0
    assert socket_slack.tokens[0] == "Bearer xapp-1"
    assert socket_slack.acknowledged[0]["envelope_id"] == "e-1"
