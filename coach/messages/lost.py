"""What could not be said, told to whoever should know: once, with the reference that the log has too."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Channel, Message, MetricName


class Stop(StrEnum):
    """What stopped, after it could not be prepared for three days."""

    CHECK_IN = "check_in"
    REMIND = "remind"
    POST = "post"
    CLOSE = "close"


@dataclass(frozen=True)
class MessageLost(Message):
    """To its reader: Slack did not take a message."""

    reference: str


@dataclass(frozen=True)
class PostLost(Message):
    """To the owner: Slack did not take a post in their goal's channel."""

    channel: Channel
    reference: str


@dataclass(frozen=True)
class Stopped(Message):
    """To the owner: something that comes regularly could not be prepared. One entry a kind."""

    variant: ClassVar[str | None] = "stop"
    stop: Stop
    metric: MetricName
    reference: str


@dataclass(frozen=True)
class DigestStopped(Message):
    """To whoever leads a team: the weekly overview could not be prepared."""

    reference: str
