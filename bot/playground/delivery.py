"""Takes what happens in the workspace to the app, as Slack does: signed, with three seconds to answer.

Events wait in a lane and are sent in order; one that is not acknowledged is sent again at once, after a
minute and after five, with `X-Slack-Retry-Num`. Commands and interactions are sent while the person waits.
"""

import hashlib
import hmac
import http.client
import json
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlencode, urlsplit

from bot.clock import SystemClock
from bot.playground import people
from bot.playground.values import Json
from bot.playground.world import World

EVENTS = frozenset(
    {
        "message.im",
        "app_mention",
        "app_home_opened",
        "function_executed",
        "user_change",
        "team_join",
        "member_joined_channel",
        "member_left_channel",
        "channel_archive",
        "app_uninstalled",
        "tokens_revoked",
    }
)
"""The bot events that a new app is subscribed to."""

VERIFICATION_TOKEN = "playground"  # noqa: S105 - Slack's deprecated field; nobody should trust it
_FAMILY = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Ack:
    """What came of sending something to the app.

    Attributes:
        status: The HTTP status, or 0 where no answer came.
        body: The answer's body.
        error: Why Slack counts it as failed: `operation_timeout`, `dispatch_failed`... Empty if it went well.
        reason: For events, what `X-Slack-Retry-Reason` would say.
        no_retry: Did the app ask for no further attempt?
    """

    status: int = 0
    body: str = ""
    error: str = ""
    reason: str = ""
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        """Was it acknowledged in time?"""
        return not self.error

    def data(self) -> Json:
        """The body as an object; empty where it is none."""
        try:
            found = json.loads(self.body)
        except json.JSONDecodeError:
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Delivered:
    """One request that was sent, for tests and for the curious.

    Attributes:
        kind: The event's type, `command`, or the interaction's type.
        retry: 0 for the first attempt.
        body: The raw body.
        seconds: How long the app took.
    """

    kind: str
    content_type: str
    body: bytes
    ack: Ack
    seconds: float
    retry: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)


class Delivery:
    """The way from the workspace to the app.

    Args:
        world: The workspace; its events are sent from now on.
        url: The app's request URL; empty while there is no app. May be set later.
        signing_secret: The secret of `X-Slack-Signature`.
        events: The bot events that the app is subscribed to, as its manifest names them.
        ack_seconds: How long the app has to answer.
        retry_waits: Seconds before each further attempt of an event.
        pause: Waits that many seconds before a retry, and says whether to go on; by default real time.
        lanes: How many events are on their way at once; more than one loses their order, as in Slack.
    """

    def __init__(
        self,
        world: World,
        url: str,
        signing_secret: str,
        *,
        events: Iterable[str] = EVENTS,
        ack_seconds: float = 3.0,
        retry_waits: tuple[float, ...] = (0, 60, 300),
        pause: Callable[[float], bool] | None = None,
        lanes: int = 1,
    ) -> None:
        self.world = world
        self.url = url
        self.signing_secret = signing_secret
        self.events = frozenset(events)
        self.ack_seconds = ack_seconds
        self.retry_waits = retry_waits
        self.log: deque[Delivered] = deque(maxlen=2000)
        self._clock = SystemClock()
        self._stop = threading.Event()
        self._pause = pause or (lambda seconds: not self._stop.wait(seconds))
        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._busy = 0
        self._quiet = threading.Condition()
        self._threads = [
            threading.Thread(target=self._work, name=f"playground events {number}", daemon=True)
            for number in range(lanes)
        ]
        self._retries: list[threading.Thread] = []
        for thread in self._threads:
            thread.start()
        world.on_event.append(self.event)

    # -- events -----------------------------------------------------------------------------------------

    def event(self, inner: Json) -> None:
        """Send an event to the app, if it is subscribed to it. Returns at once."""
        if not self.url or self._stop.is_set() or not self._subscribed(inner):
            return
        self.enqueue(self.envelope(inner))

    def enqueue(self, envelope: Json) -> None:
        """Put an event's whole envelope in the lane."""
        with self._quiet:
            self._busy += 1
        self._queue.put(json.dumps(envelope, ensure_ascii=False).encode())

    def _subscribed(self, inner: Json) -> bool:
        kind = str(inner["type"])
        if kind == "message":
            kind = _FAMILY[inner["channel_type"]]
        return kind in self.events

    def envelope(self, inner: Json) -> Json:
        """An inner event in its wrapping."""
        team = self.world.state.team_id
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": team,
            "context_team_id": team,
            "context_enterprise_id": None,
            "api_app_id": people.APP_ID,
            "event": inner,
            "type": "event_callback",
            "event_id": self.world.next_id("Ev"),
            "event_time": int(self.world.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": team,
                    "user_id": self.world.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": f"4-{self.world.next_id('')}",
        }

    def _work(self) -> None:
        while (body := self._queue.get()) is not None:
            try:
                self._attempt(body, 0, "")
            finally:
                self._done()

    def _done(self) -> None:
        with self._quiet:
            self._busy -= 1
            self._quiet.notify_all()

    def _attempt(self, body: bytes, number: int, reason: str) -> None:
        headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason} if number else {}
        kind = json.loads(body).get("event", {}).get("type", "event")
        ack = self.send(kind, body, "application/json", headers, number)
        if ack.ok or ack.no_retry or number >= len(self.retry_waits) or self._stop.is_set():
            return
        wait = self.retry_waits[number]
        if wait < 1:
            self._again(body, number + 1, ack.reason, wait)
        else:
            thread = threading.Thread(
                target=self._again,
                args=(body, number + 1, ack.reason, wait),
                name="playground retry",
                daemon=True,
            )
            self._retries.append(thread)
            thread.start()

    def _again(self, body: bytes, number: int, reason: str, wait: float) -> None:
        if self._pause(wait) and not self._stop.is_set():
            self._attempt(body, number, reason)

    def verify(self) -> bool:
        """Does the app answer Slack's `url_verification` challenge?"""
        challenge = self.world.next_id("c")
        body = {"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"}
        ack = self.send("url_verification", json.dumps(body).encode(), "application/json")
        return ack.ok and (ack.body.strip() == challenge or ack.data().get("challenge") == challenge)

    # -- commands and interactions ----------------------------------------------------------------------

    def command(self, fields: Mapping[str, str]) -> Ack:
        """Send a slash command and wait for its acknowledgement."""
        return self.send("command", urlencode(fields).encode(), _FORM)

    def interaction(self, payload: Json) -> Ack:
        """Send an interaction and wait for its acknowledgement."""
        body = urlencode({"payload": json.dumps(payload, ensure_ascii=False)}).encode()
        return self.send(str(payload["type"]), body, _FORM)

    # -- the wire -----------------------------------------------------------------------------------------

    def send(
        self,
        kind: str,
        body: bytes,
        content_type: str,
        headers: Mapping[str, str] | None = None,
        retry: int = 0,
    ) -> Ack:
        """Post a signed request to the app and wait for its answer.

        Args:
            kind: What it is, for the log.
            body: The raw body.
            content_type: Its media type.
            headers: Further headers; they may override the signature's.
            retry: The number of the attempt, 0 for the first.
        """
        sent = self.sign(body) | {"Content-Type": content_type, **(headers or {})}
        start = monotonic()
        ack = self._post(body, sent)
        self.log.append(Delivered(kind, content_type, body, ack, monotonic() - start, retry, sent))
        return ack

    def replay(self, delivered: Delivered) -> Ack:
        """Send a request once more, just as it was, old signature and all."""
        return self.send(
            delivered.kind, delivered.body, delivered.content_type, delivered.headers, delivered.retry
        )

    def sign(self, body: bytes) -> dict[str, str]:
        """Slack's signature headers for a body, at the real time of day."""
        stamp = str(int(self._clock.now().timestamp()))
        digest = hmac.new(self.signing_secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
        return {
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": "v0=" + digest.hexdigest(),
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "Accept": "*/*",
        }

    def _post(self, body: bytes, headers: Mapping[str, str]) -> Ack:
        where = urlsplit(self.url)
        if not where.hostname:
            return Ack(error="dispatch_failed", reason="connection_failed")
        connection = http.client.HTTPConnection(where.hostname, where.port or 80, timeout=self.ack_seconds)
        try:
            connection.request("POST", where.path or "/", body, dict(headers))
            answer = connection.getresponse()
            content = answer.read().decode("utf-8", "replace")
        except TimeoutError:
            return Ack(error="operation_timeout", reason="http_timeout")
        except (OSError, http.client.HTTPException):
            return Ack(error="dispatch_failed", reason="connection_failed")
        finally:
            connection.close()
        failed = not 200 <= answer.status < 300
        return Ack(
            answer.status,
            content,
            "dispatch_failed" if failed else "",
            "http_error" if failed else "",
            answer.headers.get("X-Slack-No-Retry") == "1",
        )

    # -- ends -----------------------------------------------------------------------------------------------

    def settle(self, seconds: float = 10.0) -> bool:
        """Wait until no event is on its way (events that wait for a later retry do not count).

        Args:
            seconds: The longest wait.
        """
        with self._quiet:
            return self._quiet.wait_for(lambda: self._busy == 0, timeout=seconds)

    @property
    def busy(self) -> bool:
        """Is an event on its way?"""
        return self._busy > 0

    def close(self) -> None:
        """Stop sending. Events not yet sent are dropped."""
        if self.event in self.world.on_event:
            self.world.on_event.remove(self.event)
        self._stop.set()
        for _ in self._threads:
            self._queue.put(None)
        for thread in [*self._threads, *self._retries]:
            thread.join(timeout=self.ack_seconds + 5)
