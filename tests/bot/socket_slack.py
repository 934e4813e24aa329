"""Slack's side of Socket Mode, in front of a playground: it hands out connections, warns, cuts, goes away."""

import asyncio
import itertools
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import ClientSession, WSMsgType, web

from bot.playground import Playground


@dataclass
class Link:
    """One connection as Slack sees it."""

    socket: web.WebSocketResponse
    number: int
    transport: asyncio.Transport | None
    acknowledged: list[dict[str, Any]] = field(default_factory=list)
    closed: bool = False


class SocketSlack:
    """Socket Mode, and a playground for all other calls."""

    def __init__(self, playground: Playground) -> None:
        self.playground = playground
        self.links: list[Link] = []
        """Every connection that there ever was, in order."""
        self.deaf = False
        """It answers no ping any more."""
        self.refuse: str | None = None
        """The error that `apps.connections.open` answers."""
        self.tokens: list[str] = []
        self.port = 0
        self._numbers = itertools.count(1)

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def api_url(self) -> str:
        """The root of its Web API."""
        return f"http://127.0.0.1:{self.port}/api/"

    def begin(self) -> None:
        """Listen, on the same port as before."""
        self._loop, self._ready = asyncio.new_event_loop(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)

    def end(self) -> None:
        """Go away, as a server does that dies: every connection is cut."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application()
        app.router.add_post("/api/apps.connections.open", self._open)
        app.router.add_route("*", "/api/{method}", self._pass_on)
        app.router.add_get("/link", self._link)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", self.port, reuse_address=True)
        self._loop.run_until_complete(site.start())
        self.port = runner.addresses[0][1]
        self._ready.set()
        self._loop.run_forever()
        for link in self.links:
            if link.transport is not None:
                link.transport.abort()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _open(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers["Authorization"])
        if self.refuse is not None:
            return web.json_response({"ok": False, "error": self.refuse})
        return web.json_response({"ok": True, "url": f"ws://127.0.0.1:{self.port}/link"})

    async def _pass_on(self, request: web.Request) -> web.Response:
        url = self.playground.api_url + request.match_info["method"]
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
            told = {name: answer.headers[name] for name in ("X-OAuth-Scopes",) if name in answer.headers}
            return web.json_response(await answer.json(), status=answer.status, headers=told)

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        link = Link(socket, next(self._numbers), request.transport)
        self.links.append(link)
        await socket.send_json({"type": "hello", "num_connections": len(self.open_links())})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                link.acknowledged.append(json.loads(message.data))
            elif message.type is WSMsgType.PING and not self.deaf:
                await socket.pong(message.data)
        link.closed = True
        return socket

    def open_links(self) -> list[Link]:
        """The connections that stand."""
        return [link for link in self.links if not link.closed and not link.socket.closed]

    def send(self, envelope: dict[str, Any], link: Link | None = None) -> Link:
        """Send an envelope through a connection, any that stands unless told which."""
        through = link or self.open_links()[-1]
        asyncio.run_coroutine_threadsafe(through.socket.send_json(envelope), self._loop).result(5)
        return through

    def warn(self, link: Link, reason: str = "warning") -> None:
        """Say that a connection will be closed soon."""
        self.send({"type": "disconnect", "reason": reason}, link)

    def close(self, link: Link) -> None:
        """Close a connection."""
        asyncio.run_coroutine_threadsafe(link.socket.close(), self._loop).result(5)

    def acknowledged(self) -> list[str]:
        """The envelopes that were acknowledged, through whichever connection."""
        return [str(one["envelope_id"]) for link in self.links for one in link.acknowledged]


def pause(seconds: float) -> None:
    """Let time go by: for what must not happen meanwhile."""
    threading.Event().wait(seconds)


def wait_for(condition: Callable[[], object], within: float = 10.0) -> float:
    """Wait until something is so; how many seconds that took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within, f"not so within {within} s"
        pause(0.01)
    return time.monotonic() - began


def envelope_of_message(
    playground: Playground, name: str, text: str, event: str = "Ev0SOCKET", ts: str = "1798800000.000100"
) -> dict[str, Any]:
    """What Slack sends through a connection when somebody writes to Jalon."""
    person, team = playground.person(name), playground.world.state.team_id
    said = {
        "type": "message",
        "channel": person.dm.id,
        "channel_type": "im",
        "user": person.id,
        "text": text,
        "ts": ts,
        "event_ts": ts,
    }
    payload = {
        "type": "event_callback",
        "team_id": team,
        "api_app_id": "A1",
        "event": said,
        "event_id": event,
        "event_time": int(float(ts)),
        "authorizations": [{"team_id": team, "user_id": "U1", "is_bot": True}],
    }
    return {
        "type": "events_api",
        "envelope_id": f"e-{event}",
        "accepts_response_payload": False,
        "payload": payload,
    }
