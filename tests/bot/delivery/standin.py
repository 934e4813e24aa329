"""A tiny Slack with a bad temper: it keeps what it is sent, paces like Slack, and fails as it is told."""

import asyncio
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from aiohttp import web


class Fail(StrEnum):
    """How a call goes wrong."""

    CUT_AFTER = "cut_after"  # it is done, the connection is cut before the answer
    CUT_BEFORE = "cut_before"  # the connection is cut, nothing is done
    HANG_AFTER = "hang_after"  # it is done, no answer comes
    ERROR_AFTER = "error_after"  # it is done, and Slack says internal_error
    ERROR_BEFORE = "error_before"  # nothing is done, and Slack says internal_error
    DOWN = "down"  # 503, no JSON
    LIMITED = "limited"  # 429


Plan = Callable[[str, dict[str, Any]], Fail | str | None]
"""What is to go wrong with a call, by method and arguments; a string is an error code of Slack's."""


@dataclass
class StandIn:
    """Slack's Web API on loopback, in a thread of its own."""

    plan: Plan = field(default=lambda _method, _arguments: None)
    gap: float = 0.0
    """Seconds between two messages of a channel below which it answers 429."""
    retry_after: int = 1
    token: str = "xoxb-test"
    ahead: float = 0.0
    """Seconds that its clock is ahead of the machine's, as its app's is."""
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """By channel, in order of arrival."""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    arrivals: list[tuple[float, str]] = field(default_factory=list)
    """When each message came in, and its text."""
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: int = 0
    arrived: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    """Released for each message that comes in."""

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/api/"

    def texts(self, channel: str) -> list[str]:
        return [message["text"] for message in self.messages[channel]]

    def all_texts(self) -> list[str]:
        return [text for channel in list(self.messages) for text in self.texts(channel)]

    async def _serve(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        self._last: dict[str, float] = {}
        self._hung = asyncio.Event()
        app = web.Application()
        app.router.add_post("/api/{method}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._port = runner.addresses[0][1]
        self._ready.set()
        await self._end.wait()
        self._hung.set()
        await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        is_json = request.content_type == "application/json"
        arguments: dict[str, Any] = {**request.query}
        if request.can_read_body:
            arguments |= await request.json() if is_json else dict(await request.post())
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        self.calls.append((method, arguments))
        fail = self.plan(method, arguments)
        if method == "chat.postMessage" and self._is_too_soon(arguments):
            fail = Fail.LIMITED
        return self._refuse(request, fail) or await self._obey(request, method, arguments, fail)

    def _refuse(self, request: web.Request, fail: Fail | str | None) -> web.StreamResponse | None:
        """Go wrong before anything is done."""
        match fail:
            case Fail.LIMITED:
                self.refused += 1
                headers = {"Retry-After": str(self.retry_after)}
                return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
            case Fail.DOWN:
                return web.Response(status=503, text="upstream connect error")
            case Fail.ERROR_BEFORE:
                return web.json_response({"ok": False, "error": "internal_error"})
            case Fail.CUT_BEFORE:
                return self._cut(request)
            case str() if not isinstance(fail, Fail):
                return web.json_response({"ok": False, "error": fail})
        return None

    async def _obey(
        self, request: web.Request, method: str, arguments: dict[str, Any], fail: Fail | str | None
    ) -> web.StreamResponse:
        """Do what is asked, and perhaps go wrong after it."""
        answer = self._do(method, arguments)
        if fail is Fail.CUT_AFTER:
            return self._cut(request)
        if fail is Fail.HANG_AFTER:
            await self._hung.wait()
        if fail is Fail.ERROR_AFTER:
            answer = {"ok": False, "error": "internal_error"}
        return web.json_response(answer)

    def _cut(self, request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    def _is_too_soon(self, arguments: dict[str, Any]) -> bool:
        now = time.monotonic()
        last = self._last.get(arguments["channel"], float("-inf"))
        if now - last < self.gap:
            return True
        self._last[arguments["channel"]] = now
        return False

    def _do(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "chat.postMessage":
                return self._post(arguments)
            case "chat.update":
                for message in self.messages[arguments["channel"]]:
                    if message["ts"] == arguments["ts"]:
                        message["text"] = arguments["text"]
                        return {"ok": True, "channel": arguments["channel"], "ts": arguments["ts"]}
                return {"ok": False, "error": "message_not_found"}
            case "conversations.open":
                return {"ok": True, "channel": {"id": f"D{arguments['users']}"}}
            case "conversations.history":
                return self._history(arguments)
            case "users.info":
                user = self.people.get(arguments["user"])
                return {"ok": True, "user": user} if user else {"ok": False, "error": "user_not_found"}
            case "views.open" | "views.push" | "views.update" | "views.publish":
                return {"ok": True, "view": {"id": "V1"}}
        return {"ok": False, "error": "unknown_method"}

    def _post(self, arguments: dict[str, Any]) -> dict[str, Any]:
        channel = arguments["channel"]
        number = sum(len(messages) for messages in self.messages.values())
        ts = f"{time.clock_gettime(time.CLOCK_REALTIME) + self.ahead:.0f}.{number:06}"
        self.messages[channel].append({**arguments, "ts": ts})
        self.arrivals.append((time.monotonic(), arguments["text"]))
        self.arrived.release()
        return {"ok": True, "channel": channel, "ts": ts}

    def _history(self, arguments: dict[str, Any]) -> dict[str, Any]:
        oldest = float(arguments["oldest"])
        found = [
            each for each in reversed(self.messages[arguments["channel"]]) if float(each["ts"]) >= oldest
        ]
        start = int(arguments.get("cursor") or 0)
        end = start + min(3, int(arguments["limit"]))  # Slack may give fewer than asked
        if not arguments.get("include_all_metadata"):
            found = [{**each, "metadata": None} for each in found]
        following = str(end) if end < len(found) else ""
        page = found[start:end]
        return {"ok": True, "messages": page, "response_metadata": {"next_cursor": following}}
