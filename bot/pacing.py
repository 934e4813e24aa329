"""How fast messages may go: a pause a channel, a bucket a workspace, the important ones first. No I/O."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from bot.clock import Clock
from coach.outgoing import Parcel


class Pulse:
    """Seconds that pass as the clock shows them, and never slower than the machine's.

    A simulated week refills everything at once; a clock that stands still does not hold a message for ever.
    """

    def __init__(self, clock: Clock, monotonic: Callable[[], float]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._shown = clock.now()
        self._ran = monotonic()
        self._seconds = 0.0

    def now(self) -> float:
        """Seconds since it began."""
        shown, ran = self._clock.now(), self._monotonic()
        self._seconds += max((shown - self._shown).total_seconds(), ran - self._ran, 0.0)
        self._shown, self._ran = shown, ran
        return self._seconds


@dataclass(slots=True)
class Bucket:
    """What a workspace takes: so many at once, so many a second from then on."""

    size: float
    per_second: float
    level: float
    filled_at: float

    def take(self, now: float) -> bool:
        """Take one, if there is one."""
        self.level = min(self.size, self.level + (now - self.filled_at) * self.per_second)
        self.filled_at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True

    def wait(self) -> float:
        """Seconds from the last `take` until there is one."""
        return max(0.0, (1 - self.level) / self.per_second)


@dataclass(order=True, slots=True)
class Held:
    """A parcel in our hands. The order is that of going out: by lane, then age."""

    lane: int
    age: float
    arrival: int
    parcel: Parcel = field(compare=False)
    until: float = field(compare=False)
    """When the lease is too short to send it, on the pulse."""


class Hand:
    """The parcels that were claimed and have not gone out: which may go next, and when.

    There is at most one a channel, as the queue claims them: a long line in one takes no other's turn.
    """

    def __init__(self, *, channel_pause: float, workspace_size: float, workspace_rate: float) -> None:
        self._channel_pause = channel_pause
        self._workspace_size = workspace_size
        self._workspace_rate = workspace_rate
        self._arrivals = count()
        self._waiting: list[tuple[float, Held]] = []
        self._ready: list[Held] = []
        self._resting: dict[str, list[Held]] = {}
        """By workspace, what waits until that may have one more."""
        self._refills: list[tuple[float, str]] = []
        """When each of these workspaces may."""
        self._buckets: dict[str, Bucket] = {}
        self._free_at: dict[tuple[str, str], float] = {}

    @property
    def ready(self) -> int:
        """How many wait for their workspace or their turn, and no longer for their channel."""
        return len(self._ready) + sum(len(heap) for heap in self._resting.values())

    def add(self, parcel: Parcel, channel: str, now: float, until: float) -> Held:
        """Take a parcel in hand; it goes out to `channel` when that had its pause."""
        age = parcel.queued_at.timestamp()
        held = Held(int(parcel.lane), age, next(self._arrivals), parcel, until)
        paused = self._free_at.get((parcel.workspace, channel), now)
        free_at = now if parcel.replaces is not None else paused
        if free_at <= now:
            heapq.heappush(self._ready, held)
        else:
            heapq.heappush(self._waiting, (free_at, held))
        return held

    def next(self, now: float) -> Held | None:
        """The parcel that goes out now, if one may: the most important of those that need not wait."""
        while self._waiting and self._waiting[0][0] <= now:
            heapq.heappush(self._ready, heapq.heappop(self._waiting)[1])
        while self._refills and self._refills[0][0] <= now:
            for held in self._resting.pop(heapq.heappop(self._refills)[1]):
                heapq.heappush(self._ready, held)
        while self._ready:
            held = heapq.heappop(self._ready)
            workspace = held.parcel.workspace
            if workspace in self._resting:
                heapq.heappush(self._resting[workspace], held)
                continue
            bucket = self._bucket(workspace, now)
            if bucket.take(now):
                return held
            self._resting[workspace] = [held]
            heapq.heappush(self._refills, (now + bucket.wait(), workspace))
        return None

    def wait(self, now: float) -> float | None:
        """Seconds until `next` may have one; None where nothing waits."""
        if self._ready:
            return 0.0
        firsts = [heap[0][0] for heap in (self._waiting, self._refills) if heap]
        return max(0.0, min(firsts) - now) if firsts else None

    def pause(self, workspace: str, channel: str, now: float, seconds: float | None = None) -> None:
        """Let a channel rest, for as long as Slack said or for the pause between two messages."""
        rest = self._channel_pause if seconds is None else seconds
        key = (workspace, channel)
        self._free_at[key] = max(self._free_at.get(key, 0.0), now + rest)
        if len(self._free_at) > 10_000:
            self._free_at = {key: free for key, free in self._free_at.items() if free > now}

    def empty(self) -> list[Held]:
        """Put everything down."""
        resting = (held for heap in self._resting.values() for held in heap)
        held = [*(held for _, held in self._waiting), *self._ready, *resting]
        for kept in (self._waiting, self._ready, self._resting, self._refills):
            kept.clear()
        return held

    def _bucket(self, workspace: str, now: float) -> Bucket:
        bucket = self._buckets.get(workspace)
        if bucket is None:
            size, rate = self._workspace_size, self._workspace_rate
            bucket = self._buckets[workspace] = Bucket(size, rate, size, now)
        return bucket
