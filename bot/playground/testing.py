"""For tests: a clock that stands still, and an app that keeps what it hears."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs

START = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
"""A Monday, nine o'clock in Paris."""


class StillClock:
    """A clock that stands still until it is moved.

    Args:
        instant: What it shows at first, aware.
    """

    def __init__(self, instant: datetime = START) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """The instant that it shows."""
        return self.instant

    def move(self, **by: float) -> None:
        """Move it on: `hours=1`, `days=7`..."""
        self.instant += timedelta(**by)

    def move_to(self, instant: datetime) -> None:
        """Show `instant`, aware."""
        self.instant = instant


class HearingApp:
    """An app behind a real socket that keeps what it hears, and answers what it is told to answer.

    Attributes:
        heard: The payloads, oldest first; a command is its fields with `type` `command`.
        headers: Their HTTP headers.
        raw: Their raw bodies.
        status: The HTTP status of its answers.
        answer: The body of its answer to a payload, text or JSON. It may wait, or call the Web API.
    """

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.raw: list[bytes] = []
        self.status = 200
        self.more_headers: dict[str, str] = {}
        self.answer: Callable[[dict[str, Any]], Any] = lambda _payload: ""
        app = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                app.take(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def take(self, request: BaseHTTPRequestHandler) -> None:
        """Hear one request and answer it."""
        raw = request.rfile.read(int(request.headers["Content-Length"]))
        payload = _parse(request.headers["Content-Type"], raw)
        self.raw.append(raw)
        self.headers.append(dict(request.headers))
        self.heard.append(payload)
        answer = self.answer(payload)
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        kind = "text/plain" if isinstance(answer, str) else "application/json"
        try:
            request.send_response(self.status)
            for key, value in {
                "Content-Type": kind,
                "Content-Length": str(len(body)),
                **self.more_headers,
            }.items():
                request.send_header(key, value)
            request.end_headers()
            request.wfile.write(body)
        except OSError:
            return  # the playground has hung up

    @property
    def url(self) -> str:
        """Its request URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/slack/events"

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The inner events of one type that it heard."""
        return [one["event"] for one in self.heard if one.get("event", {}).get("type") == kind]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The payloads of one type that it heard, for instance `block_actions` or `command`."""
        return [one for one in self.heard if one["type"] == kind]

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _parse(kind: str, raw: bytes) -> dict[str, Any]:
    if kind.startswith("application/json"):
        found: dict[str, Any] = json.loads(raw)
        return found
    fields = {key: values[0] for key, values in parse_qs(raw.decode(), keep_blank_values=True).items()}
    if "payload" in fields:
        payload: dict[str, Any] = json.loads(fields["payload"])
        return payload
    return {"type": "command", **fields}
