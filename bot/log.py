"""The log: one line an event, with references, never a goal's text, an answer or a token."""

import logging
import secrets

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def configure(level: str) -> None:
    """Send the log to standard error at this level; the libraries speak up only when something is wrong."""
    logging.basicConfig(format=FORMAT, level=level.upper(), force=True)
    for noisy in ("slack_bolt", "slack_sdk", "apscheduler", "uvicorn", "aiohttp", "websocket", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLogger().level))


def new_reference() -> str:
    """A short reference that a person can read out and an administrator can find in the log."""
    return secrets.token_hex(4)
