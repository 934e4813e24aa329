"""The log: one line an event, with references, never a goal's text, an answer or a token."""

import logging
import secrets

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def configure(level: str) -> None:
    """Send the log to standard error at this level; the libraries speak up only when something is wrong."""
    logging.basicConfig(format=FORMAT, level=level.upper(), force=True)
    # Bolt warns of the token in the environment at each start, and the SDK tells of each call that failed:
    # what matters of either is said in our own words
    for library in ("slack_bolt", "slack_sdk"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    for noisy in ("apscheduler", "uvicorn", "aiohttp", "websocket", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLogger().level))


def new_reference() -> str:
    """A short reference that a person can read out and an administrator can find in the log."""
    return secrets.token_hex(4)
