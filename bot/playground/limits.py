"""Slack's rate limits: one message a second to a channel, and a tier for each method.

Token buckets, measured on the injected clock: moving the clock on refills them.
"""

import math
import threading
from dataclasses import dataclass
from datetime import datetime

from bot.playground.errors import RateLimited

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
"""Calls a minute that each tier allows at the least."""

TIER_OF = {
    "conversations.history": 3,
    "conversations.info": 3,
    "conversations.join": 3,
    "conversations.list": 2,
    "conversations.members": 4,
    "conversations.open": 3,
    "conversations.replies": 3,
    "chat.delete": 3,
    "chat.update": 3,
    "chat.postEphemeral": 4,
    "users.conversations": 3,
    "users.info": 4,
    "users.list": 2,
    "usergroups.list": 2,
    "usergroups.users.list": 2,
    "views.open": 4,
    "views.push": 4,
    "views.update": 4,
    "views.publish": 4,
    "files.getUploadURLExternal": 4,
    "files.completeUploadExternal": 4,
    "files.info": 4,
    "functions.completeError": 3,
    "functions.completeSuccess": 3,
    "team.info": 3,
    "bots.info": 3,
}


@dataclass(frozen=True, slots=True)
class RateLimits:
    """How much Slack lets through.

    Attributes:
        messages_per_second: To one channel; 0 for no limit.
        burst: Messages that a rested channel takes at once.
        messages_per_minute: In the whole workspace ("several hundred"); 0 for no limit.
        tiers: Whether each method's tier counts too.
    """

    messages_per_second: float = 1.0
    burst: int = 1
    messages_per_minute: int = 300
    tiers: bool = True

    @classmethod
    def off(cls) -> "RateLimits":
        """No limit at all."""
        return cls(messages_per_second=0, messages_per_minute=0, tiers=False)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime


class Meter:
    """Counts calls against the limits."""

    def __init__(self, limits: RateLimits) -> None:
        self.limits = limits
        self._lock = threading.Lock()
        self._buckets: dict[str, _Bucket] = {}

    def call(self, method: str, now: datetime) -> None:
        """Count one call of `method`.

        Raises:
            RateLimited: the tier's bucket is empty.
        """
        tier = TIER_OF.get(method)
        if tier is not None and self.limits.tiers:
            per_minute = TIERS[tier]
            self._take(f"method {method}", per_minute / 60, per_minute, now)

    def message(self, channel: str, now: datetime) -> None:
        """Count one message to `channel`.

        Raises:
            RateLimited: the channel's or the workspace's bucket is empty.
        """
        limits = self.limits
        if limits.messages_per_second:
            self._take(f"channel {channel}", limits.messages_per_second, limits.burst, now)
        if limits.messages_per_minute:
            self._take("workspace", limits.messages_per_minute / 60, limits.messages_per_minute, now)

    def _take(self, key: str, per_second: float, burst: int, now: datetime) -> None:
        with self._lock:
            bucket = self._buckets.setdefault(key, _Bucket(float(burst), now))
            gone = max(0.0, (now - bucket.at).total_seconds())
            bucket.tokens = min(float(burst), bucket.tokens + gone * per_second)
            bucket.at = max(now, bucket.at)
            if bucket.tokens < 1:
                raise RateLimited(max(1, math.ceil((1 - bucket.tokens) / per_second)))
            bucket.tokens -= 1
