"""Socket Mode: two connections that Jalon opens, each renewed before Slack closes it, both ended in order.

Slack sends each event through one of them; while one is renewed or lost, the other hears. What no connection
acknowledged is sent again, and the inbox knows it.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import websocket
from slack_bolt import App
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk import WebClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from bot.serving import until_told_to_stop

CONNECTIONS = 2
PING_EVERY = 10.0
"""Seconds between two pings of ours."""
PONG_WITHIN = 5.0
"""Seconds after which a connection that does not answer a ping is a dead one, whatever TCP thinks."""
CALL_WITHIN = 8
"""Seconds that opening a connection may take, each step of it."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds between two tries to open a connection: doubled each time, up to the longest."""
OVERLAP = 15.0
"""Seconds that an old connection is still heard after its successor stands; Slack warns some ten before."""
TURNS_WITHIN = 4.0
"""Seconds that turns under way are given when Jalon is told to stop; the rest is the deliverer's."""

NOT_TIMED = 0.0
"""The adapter logs how long an answer took; we do not listen to it."""

log = logging.getLogger("jalon.socket")


class Connection(SocketModeClient):
    """One connection. Warned that it will be closed, it asks for a successor before it goes."""

    def __init__(
        self, app_token: str, web_client: WebClient, on_warning: Callable[["Connection"], None]
    ) -> None:
        """A connection that is not yet open.

        Args:
            app_token: the app-level token.
            web_client: asks Slack for an address to connect to.
            on_warning: told when Slack is about to close the connection; called once.
        """
        self._on_warning = on_warning
        self._failures = 0
        self._stop_waiting = threading.Event()
        self._was_up = False
        self.is_warned = False
        self.greeted = threading.Event()
        """Slack has said hello, and did not leave since: events may come through it."""
        self.cut = threading.Event()
        """It is closed for good, by Slack or by us."""
        super().__init__(app_token, web_client=web_client, ping_interval=PING_EVERY)
        self._open_socket: websocket.WebSocket | None = None
        self.on_open_listeners.append(self._opened)
        self.message_listeners.append(self._hear)
        self.on_close_listeners.append(lambda *_: self._lost())

    def connect_to_new_endpoint(self, force: bool = False) -> None:
        """Open it anew, unless its time is over. The SDK forces it where Slack gave warning."""
        if self.closed or self.is_warned:
            return
        if force:
            self.is_warned = True
            self._on_warning(self)
            return
        super().connect_to_new_endpoint()

    def issue_new_wss_url(self) -> str:
        """An address to connect to; after a failure the next try waits longer and longer."""
        try:
            url = super().issue_new_wss_url()
        except Exception as error:
            if self._was_up:  # the first time whoever starts Jalon is told at once
                wait = min(FIRST_WAIT * 2.0**self._failures, LONGEST_WAIT)
                self._failures += 1
                log.warning("Slack cannot be reached (%s); trying again", type(error).__name__)
                self._stop_waiting.wait(wait)
            raise
        self._failures = 0
        return str(url)

    def finish(self, within: float) -> None:
        """Take no more work, finish the turns under way and acknowledge them, then close.

        The client's own `close` waits for its receiving thread, which may sleep ten seconds; it is a daemon.

        Args:
            within: seconds that the turns are given; what is not done then is not acknowledged, and Slack
                sends it again.
        """
        self.closed = True
        self._stop_waiting.set()
        self.message_workers.shutdown(wait=False, cancel_futures=True)
        until = time.monotonic() + within
        for worker in list(self.message_workers._threads):  # noqa: SLF001 - an executor cannot wait for a time
            worker.join(max(0.0, until - time.monotonic()))
        self.current_app_monitor.event.set()
        self.current_session_runner.event.set()
        self.disconnect()
        self.cut.set()

    def _hear(self, _: BaseSocketModeClient, message: dict[str, Any], __: str | None = None) -> None:
        if message.get("type") == "hello":
            self._was_up = True
            self.greeted.set()
            log.info("connected to Slack by Socket Mode")

    def _opened(self, session: websocket.WebSocketApp) -> None:
        self._open_socket = session.sock

    def _lost(self) -> None:
        self.greeted.clear()
        if self.is_warned or self.closed:
            self.cut.set()
        else:
            log.info("a connection to Slack was lost; opening it anew")

    def _run_current_session(self) -> None:
        """Hear until the connection ends, however it does; a silent one is dead after a while."""
        session = self.current_session
        if session is None or self.cut.is_set():
            return
        try:
            session.run_forever(ping_interval=self.ping_interval, ping_timeout=PONG_WITHIN)
        except Exception as error:  # noqa: BLE001 - the loop goes on; the monitor opens it anew
            log.warning("a connection to Slack broke (%s)", type(error).__name__)
            session.close()
        finally:
            if self._open_socket is not None:  # one that Slack closed is left open by the library
                self._open_socket.shutdown()  # type: ignore[no-untyped-call]


class Connections:
    """The connections of one app: opened, renewed and closed together."""

    def __init__(self, app: App, app_token: str, number: int = CONNECTIONS) -> None:
        """Connections that are not yet open.

        Args:
            app: answers what comes through them.
            app_token: the app-level token.
            number: how many stand at the same time.
        """
        self._app, self._app_token, self._number = app, app_token, number
        self._web_client = WebClient(base_url=app.client.base_url, timeout=CALL_WITHIN, retry_handlers=[])
        self._lock = threading.Lock()
        self._standing: list[Connection] = []
        """All that may still bring events, those on their way out too."""
        self._ending = threading.Event()

    def open(self) -> None:
        """Open them all.

        Raises:
            slack_sdk.errors.SlackApiError: Slack refuses the token.
            OSError: Slack does not answer.
        """
        websocket.setdefaulttimeout(CALL_WITHIN)
        for _ in range(self._number):
            self._open_one()

    @property
    def heard(self) -> int:
        """Through how many of them events may come now."""
        with self._lock:
            return sum(one.greeted.is_set() for one in self._standing)

    def close(self, within: float = TURNS_WITHIN) -> None:
        """Take no more work, finish the turns under way, and close them all."""
        with self._lock:
            self._ending.set()
            standing = list(self._standing)
        for one in standing:
            one.closed = True  # none takes work while another finishes
        until = time.monotonic() + within
        for one in standing:
            one.finish(max(0.0, until - time.monotonic()))

    def _open_one(self) -> Connection:
        one = Connection(self._app_token, self._web_client, self._renew)
        one.socket_mode_request_listeners.append(self._answer)
        try:
            one.connect()
        except BaseException:
            one.finish(0.0)
            raise
        with self._lock:
            if not self._ending.is_set():
                self._standing.append(one)
                return one
        one.finish(0.0)
        return one

    def _answer(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        send_response(client, request, run_bolt_app(self._app, request), NOT_TIMED)

    def _renew(self, old: Connection) -> None:
        threading.Thread(target=self._replace, args=(old,), name="jalon-renewal", daemon=True).start()

    def _replace(self, old: Connection) -> None:
        """Open a successor, then let the old connection go once Slack has closed it."""
        log.info("Slack renews a connection")
        successor = None
        while successor is None and not self._ending.is_set():
            try:
                successor = self._open_one()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again
                log.warning("no new connection yet (%s); trying again", type(error).__name__)
                self._ending.wait(LONGEST_WAIT / 2)
        if successor is not None:
            successor.greeted.wait(CALL_WITHIN)
            old.cut.wait(OVERLAP)
        if not self._ending.is_set():
            old.finish(TURNS_WITHIN)
            with self._lock:
                self._standing.remove(old)


def serve_socket_mode(app: App, app_token: str) -> None:
    """Hear from Slack by Socket Mode until told to stop; turns under way are finished."""
    connections = Connections(app, app_token)
    with until_told_to_stop() as told:
        try:
            connections.open()
            told.wait()
            log.info("stopping")
        finally:
            connections.close()
