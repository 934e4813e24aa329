"""A toy app behind a real socket, and a playground that talks to it."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient

from bot.playground import Playground, RateLimits

START = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = START

    def now(self) -> datetime:
        return self.instant

    def move(self, **by: float) -> None:
        self.instant += timedelta(**by)


class ToyApp:
    """An app that keeps what it hears and answers what it was told to answer."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.raw: list[bytes] = []
        self.status = 200
        self.answer: Callable[[dict[str, Any]], Any] = lambda _payload: ""
        toy = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                payload = toy.parse(self.headers["Content-Type"], raw)
                toy.raw.append(raw)
                toy.headers.append(dict(self.headers))
                toy.heard.append(payload)
                answer = toy.answer(payload)
                body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
                kind = "text/plain" if isinstance(answer, str) else "application/json"
                try:
                    self.send_response(toy.status)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # the playground has hung up

            def log_message(self, *_args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    @staticmethod
    def parse(kind: str, raw: bytes) -> dict[str, Any]:
        if kind.startswith("application/json"):
            found: dict[str, Any] = json.loads(raw)
            return found
        fields = {key: values[0] for key, values in parse_qs(raw.decode(), keep_blank_values=True).items()}
        return json.loads(fields["payload"]) if "payload" in fields else {"type": "command", **fields}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/slack/events"

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [one["event"] for one in self.heard if one.get("event", {}).get("type") == kind]

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.heard if one["type"] == kind]

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app() -> Iterator[ToyApp]:
    toy = ToyApp()
    yield toy
    toy.close()


@pytest.fixture
def playground(clock: Clock, app: ToyApp) -> Iterator[Playground]:
    limits = RateLimits.off()
    with Playground(
        clock=clock, app_url=app.url, rate_limits=limits, ack_seconds=0.3, retry_waits=(0, 0, 0)
    ) as running:
        yield running


@pytest.fixture
def client(playground: Playground) -> WebClient:
    return WebClient(playground.bot_token, base_url=playground.api_url, retry_handlers=[])


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
