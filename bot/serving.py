"""A web server for HTTP, and how a process is told to stop. Socket Mode is next door."""

import asyncio
import contextlib
import gc
import logging
import signal
import socket
import threading
from collections.abc import Iterator
from typing import Self

import uvicorn
from starlette.applications import Starlette

log = logging.getLogger(__name__)


class HttpServer:
    """A web application in a thread of its own; on loopback, unless another address is given."""

    def __init__(self, application: Starlette, port: int = 0, host: str = "127.0.0.1") -> None:
        self._application, self._port, self._host = application, port, host
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> Self:
        """Listen; returns once requests are answered.

        Raises:
            OSError: the port is taken.
        """
        listener = socket.create_server((self._host, self._port))
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._application,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=4,  # the deliveries under way have their share of the ten seconds
        )
        server = self._server = uvicorn.Server(config)

        def run() -> None:
            with contextlib.closing(listener):
                asyncio.run(server.serve(sockets=[listener]))

        self._thread = threading.Thread(target=run, name="jalon http", daemon=True)
        self._thread.start()
        started = threading.Event()
        while not server.started and self._thread.is_alive():
            started.wait(0.005)
        return self

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._port

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    def stop(self) -> None:
        """Finish the requests under way, then end."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=10)


def serve_http(application: Starlette, host: str, port: int) -> None:
    """Answer Slack's requests until told to stop; those under way are finished.

    Raises:
        OSError: the port is taken.
    """
    with until_told_to_stop() as told:
        server = HttpServer(application, port, host).start()
        log.info("at work: listening on %s, port %s", host, server.port)
        told.wait()
        log.info("stopping")
        server.stop()


AT_ONCE = 20_000
"""New objects after which the collector looks for those that hold each other: a few turns' worth.

Python's own 700 has it look twenty times in a turn, a sixth of what the turn costs, and find nothing: nearly
all goes when the turn is over, without it.
"""


def settle() -> None:
    """Leave what was loaded and built to itself: it lives as long as the process does.

    The collector would go through all of it every few hundred turns, a tenth of a second without an answer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(AT_ONCE, *gc.get_threshold()[1:])


@contextlib.contextmanager
def until_told_to_stop() -> Iterator[threading.Event]:
    """An event that SIGTERM, Ctrl+C and a closed terminal set; the old handlers come back afterwards.

    What was told to outlive its terminal (`nohup`) does.
    """
    told = threading.Event()
    ways = {signal.SIGTERM, signal.SIGINT}
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ways.add(signal.SIGHUP)
    before = {one: signal.signal(one, lambda *_: told.set()) for one in ways}
    try:
        yield told
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def serve_worker() -> None:
    """Only look at what is due and deliver, until told to stop."""
    with until_told_to_stop() as told:
        log.info("at work: looking at what is due, and delivering")
        told.wait()
        log.info("stopping")
