"""What leaves Jalon: a speech to somebody, with the key that makes it go out exactly once."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from coach.language.reading import Language
from coach.quantity import Value
from coach.speech import Speech


class Lane(IntEnum):
    """What goes first: answers to people, then nudges, then posts."""

    ANSWER = 0
    NUDGE = 1
    POST = 2


class MessageRef(Value):
    """A message in Slack: the channel's id and the message's `ts`."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person or channel."""

    workspace: str
    to: str
    """A user id (it goes to their conversation with Jalon) or a channel id."""
    language: Language
    speech: Speech
    dedupe_key: str
    """Unique in the workspace: schedule id and nominal time, or event id and ordinal."""
    lane: Lane
    at: datetime
    """Not before this instant (aware, UTC)."""
    replaces: MessageRef | None = None
    """Edit this message instead of sending a new one."""
    thread: str | None = None
    """The `ts` of the message of the channel that it answers, below which it stands."""
    keeps: str | None = None
    """With `replaces`: the dedupe key of that message, whose words stay while what could be pressed goes.
    Where they are no longer kept, the speech takes their place."""
    below: Speech | None = None
    """With `keeps`: what is added below those words."""
    was: dict[str, Any] | None = None
    """What Slack was sent of that message, filled in by the outbox."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """An outbox row in the deliverer's hands."""

    id: str
    workspace: str
    to: str
    payload: dict[str, Any]
    """What Slack is sent: `text`, `blocks`, and what else the renderer made."""
    dedupe_key: str
    lane: Lane
    attempts: int
    """How often it was tried before."""
    in_doubt: bool
    queued_at: datetime
    replaces: MessageRef | None = field(default=None)


@dataclass(frozen=True, slots=True)
class DeadMessages:
    """Messages that could not be delivered, all for the same reason."""

    reason: str
    """The reason's name, then Slack's own code: `channel_gone: is_archived`."""
    count: int
    last: datetime
    """When the last of them was given up."""


def key_of_page(dedupe_key: str, number: int) -> str:
    """The key of what follows a message that was too long for one, from 2 on."""
    return f"{dedupe_key}/{number}"
