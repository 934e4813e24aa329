"""The log: one line an event, with references, never a goal's text, an answer or a token."""

import asyncio
import logging
import secrets
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

log = logging.getLogger("jalon")

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"

SILENT = ("slack_bolt", "slack_sdk")
"""Bolt warns of the token in the environment at each start, and the SDK tells of each call that failed
with its payload: what matters of either is said in our own words."""
QUIET = ("apscheduler", "uvicorn", "aiohttp", "asyncio", "websocket", "alembic", "sqlalchemy")
LIBRARIES = SILENT + QUIET


class Discreet(logging.Formatter):
    """Tells of an error where it happened and of what kind it was, never its words: those may be somebody's.

    What pydantic, the database and a `KeyError` say of an error quotes what they were given.
    """

    def formatException(  # noqa: N802 - the library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The error, and those that it came from, as places in the code and kinds."""
        told: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            kind = type(error)
            told += [f"{kind.__module__}.{kind.__qualname__}, from", *_places(error.__traceback__)]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(told)


def _places(trace: TracebackType | None) -> list[str]:
    return [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]


def configure(level: str) -> None:
    """Send the log to standard error at this level; the libraries speak up only when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(FORMAT))
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for library in SILENT:
        logging.getLogger(library).setLevel(logging.CRITICAL)
    for library in QUIET:
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLogger().level))


def take_over() -> None:
    """Have what nobody caught told in the log too, as discreetly, instead of on the screen with its words."""

    def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("reference %s: nobody caught it", new_reference(), exc_info=(kind, error, trace))

    def thread_ended(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            ended(told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook = ended
    threading.excepthook = thread_ended


def tell_of_task(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio tells of a task that nobody awaited, without the words of its error."""
    log.error("%s", context["message"], exc_info=context.get("exception"))


def new_reference() -> str:
    """A short reference that a person can read out and an administrator can find in the log."""
    return secrets.token_hex(4)
