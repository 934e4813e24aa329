"""Starts and stops the playground: a web server in a thread, on loopback."""

import asyncio
import contextlib
import logging
import socket
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn

from bot.clock import Clock
from bot.playground.acting import Person
from bot.playground.api import Access
from bot.playground.as_text import transcript
from bot.playground.delivery import EVENTS, Delivery
from bot.playground.faults import Faults
from bot.playground.limits import Meter, RateLimits
from bot.playground.page import PageOptions
from bot.playground.server import create_asgi
from bot.playground.timemachine import TimeMachine
from bot.playground.values import Channel, Command, Message, Shortcut, Step, User
from bot.playground.world import World

SAVE_EVERY = 0.5
"""Seconds between two looks at whether the state must be saved."""


class Playground:
    """A local Slack for one app.

    Args:
        world: The workspace; by default a new one on `clock`, kept at `path`.
        clock: What tells the time in the workspace.
        path: Where the workspace is kept across restarts; None keeps it in memory only.
        app_url: The app's request URL; empty while there is none. May be set later.
        signing_secret: The secret of the signatures.
        bot_token: The token that the app calls with.
        scopes: What the app was granted; None grants everything.
        rate_limits: How much is let through; by default what Slack lets through.
        events: The bot events that the app is subscribed to.
        commands: The slash commands that its manifest states; None takes any.
        shortcuts: The shortcuts that its manifest states.
        steps: The workflow steps that its manifest states.
        time_machine: Who moves the clock on; None leaves the clock bar out.
        welcome: What a newcomer may do first, by handle (`claire`) or by language (`fr`, `en`).
        examples: Things to say that a newcomer can pick, by handle or by language.
        app_is_idle: Says whether the app has nothing left to send; `settle` waits for it too.
        port: Where to listen; 0 takes any free port.
        ack_seconds: How long the app has to answer.
        retry_waits: Seconds before each further attempt of an event.
        pause: Waits before a retry; by default real time.
        lanes: How many events are on their way at once.
    """

    def __init__(
        self,
        *,
        world: World | None = None,
        clock: Clock | None = None,
        path: Path | None = None,
        app_url: str = "",
        signing_secret: str = "playground-signing-secret",  # noqa: S107 - the stand-in's own
        bot_token: str = "xoxb-playground",  # noqa: S107 - as above
        scopes: Iterable[str] | None = None,
        rate_limits: RateLimits | None = None,
        events: Iterable[str] = EVENTS,
        commands: Sequence[Command] | None = None,
        shortcuts: Sequence[Shortcut] = (),
        steps: Sequence[Step] = (),
        time_machine: TimeMachine | None = None,
        welcome: Mapping[str, str] | None = None,
        examples: Mapping[str, Sequence[str]] | None = None,
        app_is_idle: Callable[[], bool] | None = None,
        port: int = 0,
        ack_seconds: float = 3.0,
        retry_waits: tuple[float, ...] = (0, 60, 300),
        pause: Callable[[float], bool] | None = None,
        lanes: int = 1,
    ) -> None:
        self.world = world or World(clock, path)
        self.signing_secret = signing_secret
        self.bot_token = bot_token
        self.app_is_idle = app_is_idle
        self._commands = None if commands is None else {one.command: one for one in commands}
        self._port = port
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._server: uvicorn.Server | None = None
        self.delivery = Delivery(
            self.world,
            app_url,
            signing_secret,
            events=events,
            ack_seconds=ack_seconds,
            retry_waits=retry_waits,
            pause=pause,
            lanes=lanes,
        )
        access = Access(
            bot_token, None if scopes is None else frozenset(scopes), Meter(rate_limits or RateLimits())
        )
        options = PageOptions(
            tuple(commands or ()),
            tuple(shortcuts),
            tuple(steps),
            time_machine,
            dict(welcome or {}),
            dict(examples or {}),
        )
        self.asgi = create_asgi(self.world, self.delivery, access, options)

    # -- running ----------------------------------------------------------------------------------------

    def start(self) -> Self:
        """Listen; returns once requests are answered.

        Raises:
            OSError: the port is taken.
        """
        listener = socket.create_server(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self.world.base_url = self.url
        config = uvicorn.Config(
            self.asgi,
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
        )
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = _Server(config)
        server = self._server
        self._run(lambda: asyncio.run(_serve(server, listener)), "playground server")
        if self.world.path is not None:
            self._run(self._keep_saving, "playground saving")
        while not server.started and self._threads[0].is_alive():
            self._stop.wait(0.005)
        return self

    def _run(self, what: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=what, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _keep_saving(self) -> None:
        while not self._stop.wait(SAVE_EVERY):
            self.world.save()

    def stop(self) -> None:
        """Stop listening, stop sending, save. May be called twice."""
        self.asgi.state.page.stop()
        self._stop.set()
        if self._server is not None:
            self._server.should_exit = True
        self.delivery.close()
        for thread in self._threads:
            thread.join(timeout=10)
        self._threads.clear()
        self.world.save()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- what it is called ------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """Where the page is, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        """The base URL for Slack's SDK, with a slash at the end."""
        return f"{self.url}/api/"

    @property
    def app_url(self) -> str:
        """The app's request URL."""
        return self.delivery.url

    @app_url.setter
    def app_url(self, url: str) -> None:
        self.delivery.url = url

    @property
    def faults(self) -> Faults:
        """What is to go wrong next."""
        return self.world.faults

    @property
    def calls(self) -> list[tuple[str, dict[str, Any]]]:
        """The Web API calls that the app made, in order: method and arguments."""
        return list(self.asgi.state.web.calls)

    # -- people and conversations -----------------------------------------------------------------------

    def person(self, who: str | User) -> Person:
        """Somebody to act as, by first name, full name, handle or id."""
        return Person(self.world, self.delivery, self.world.user(who).id, self._commands)

    def settle(self, seconds: float = 10.0) -> None:
        """Wait until the app has heard everything, and has nothing left to send if it can tell.

        Args:
            seconds: The longest wait.

        Raises:
            TimeoutError: it is still busy.
        """
        pauses = max(1, int(seconds / 0.005))
        waiter = threading.Event()
        for _ in range(pauses):
            if not self.delivery.settle(seconds):
                break
            version = self.world.version
            if (self.app_is_idle is None or self.app_is_idle()) and not self.delivery.busy:
                if version == self.world.version:
                    return
                continue
            waiter.wait(0.005)
        raise TimeoutError("the app is still busy")

    def transcript(self, where: str | Channel | User, seen_by: str | User | None = None) -> str:
        """A conversation as a person reads it, in plain text.

        Args:
            where: A channel, or a person for their direct messages with the app.
            seen_by: Whose eyes; by default those of the direct messages' person, or nobody's.
        """
        channel = self.world.channel(where)
        messages: list[Message] = self.world.messages(channel, seen_by=seen_by or channel.user or None)
        return transcript(self.world, messages)


class _Server(uvicorn.Server):
    """Looks for its end every few milliseconds, so that tests need not wait for it."""

    async def main_loop(self) -> None:
        """Run until told to exit."""
        tick = 0
        while not self.should_exit:
            if tick % 10 == 0:
                await self.on_tick(tick // 10)
            tick += 1
            await asyncio.sleep(0.01)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish the requests under way, for two seconds at the most, then let go."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2):
                while self.server_state.connections:  # noqa: ASYNC110 - uvicorn keeps a plain set
                    await asyncio.sleep(0.005)
        for task in list(self.server_state.tasks):
            task.cancel()


async def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    with contextlib.closing(listener):
        await server.serve(sockets=[listener])
