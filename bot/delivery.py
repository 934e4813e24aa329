"""The deliverer: takes messages from the outbox and sends them to Slack, each exactly once.

One event loop in a thread of its own. No transaction is held while Slack is called: a message is claimed,
sent, and what became of it is told, each in its own short transaction. What may have gone out is looked up in
the channel's history by its key before it is sent again.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar, TypeVarTuple

from bot.clock import Clock
from bot.faults import Fault, Kind, Reason, SlackFault
from bot.gateway import Gateway
from bot.log import tell_of_task
from bot.pacing import Hand, Held, Pulse
from bot.sending import Sender
from coach.outgoing import MessageRef, Parcel
from coach.ports import OutboxQueue

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

QUIET_FOR = 60.0
"""Seconds in which it is not told again why messages are put off."""
log = logging.getLogger("jalon.delivery")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast, how patient. Times are seconds."""

    channel_pause: float = 1.05
    """Between two messages of a channel: Slack takes about one a second."""
    workspace_burst: float = 30.0
    workspace_rate: float = 5.0
    """Messages of a workspace: so many at once, then so many a second (Slack: several hundred a minute)."""
    at_once: int = 200
    """Calls under way at the same time."""
    hand: int = 100
    """Messages claimed ahead, those that wait for their channel's pause not counted."""
    lease: float = 60.0
    """How long a claim holds; it outlives the few calls that a message may take, each up to the time-out."""
    poll: float = 1.0
    """Between two looks at the outbox when nothing wakes us: what was put off, what another process left."""
    breath: float = 0.05
    """Between two claims while messages are under way."""
    gather: float = 0.02
    """Before the outbox is told what arrived, while more is on its way: they are told of together."""
    settle: float = 2.0
    """Before a message in doubt is looked up: what is still on its way at Slack may arrive."""
    picture_waits: tuple[float, ...] = (1.0, 2.0, 0.0)
    """After each refusal of a picture that was just uploaded; then the message goes without it."""
    backoff: float = 1.0
    backoff_most: float = 300.0
    """Before a message is tried again: doubled each time, up to the most."""
    tries: int = 12
    give_up_after: float = 6 * 3600.0
    """A message is given up after so many tries and so long a time, both."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a message came to this end, since the deliverer began."""

    delivered: int = 0
    retried: int = 0
    """Put off to a later instant, or in doubt until then."""
    dead: int = 0


class Delivery:
    """The deliverer's thread. `start`, then `wake` after each commit, `drain` to wait, `stop` at the end."""

    def __init__(
        self,
        queue: OutboxQueue,
        gateway: Gateway,
        clock: Clock,
        *,
        pace: Pace | None = None,
        on_dead: Callable[[Parcel, str], None] | None = None,
    ) -> None:
        """A deliverer that does not yet run.

        Args:
            queue: the outbox.
            gateway: Slack; opened and closed by the deliverer in its own loop.
            clock: what is due, and pacing, go by it.
            pace: how fast, how patient.
            on_dead: told of a message that will not be sent, and why; called in a thread that may use the
                database.
        """
        self._queue = queue
        self._gateway = gateway
        self._clock = clock
        self._pace = pace or Pace()
        self._on_dead = on_dead
        self._pulse = Pulse(clock, time.monotonic)
        self._hand = Hand(
            channel_pause=self._pace.channel_pause,
            workspace_size=self._pace.workspace_burst,
            workspace_rate=self._pace.workspace_rate,
        )
        self._mine: dict[tuple[str, str], Held] = {}
        """Every message in hand or on its way, by workspace and dedupe key."""
        self._sender = Sender(gateway, self._hand, self._pulse, self._pace.picture_waits)
        self._sending: set[asyncio.Task[None]] = set()
        self._arrived: list[tuple[Held, MessageRef, asyncio.Future[None]]] = []
        """What arrived and the outbox does not know yet, each with what waits for that."""
        self._database = ThreadPoolExecutor(1, "jalon-outbox")
        self._started = threading.Event()
        self._thread: threading.Thread | None = None
        self._told_at = -QUIET_FOR
        self._loop: asyncio.AbstractEventLoop | None = None
        self.tally = Tally()
        self._patience: float | None = None
        """Seconds that the calls under way have left, once it is to end."""

    def start(self) -> None:
        """Begin to deliver."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="jalon-delivery")
        self._thread.start()
        self._started.wait()

    def wake(self) -> None:
        """Something may be due: look at once. From any thread; without effect when it does not run."""
        self._signal(lambda: self._look(at_once=True))

    def drain(self, within: float = 60.0) -> bool:
        """Wait until nothing is due at the clock's time, and nothing is on its way.

        A message put off to a later instant is not waited for.

        Args:
            within: seconds to wait at most.

        Returns:
            Whether everything went out in time.
        """
        assert self._loop is not None, "start first"
        idle = asyncio.run_coroutine_threadsafe(self._until_idle(), self._loop)
        try:
            idle.result(within)
        except TimeoutError:
            idle.cancel()
            return False
        return True

    def stop(self, within: float = 10.0) -> None:
        """End: claim nothing more, put down what is in hand, let what is on its way arrive.

        Args:
            within: seconds to wait for calls under way; one that takes longer is in doubt, and looked up at
                the next start.
        """
        if self._thread is None:
            return
        self._signal(lambda: self._stop(within))
        self._thread.join()
        self._thread = None
        self._database.shutdown()

    def _signal(self, what: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            try:
                self._loop.call_soon_threadsafe(what)
            except RuntimeError:  # it was closed this very moment
                log.debug("the deliverer has ended")

    # ---- the loop

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(tell_of_task)
        self._awake = asyncio.Event()
        self._empty = asyncio.Event()
        self._claiming, self._telling = asyncio.Lock(), asyncio.Lock()
        self._look_at = 0.0
        async with self._gateway:
            self._started.set()
            while not self._is_ending:
                self._awake.clear()
                if self._look_at <= self._pulse.now():
                    await self._guarded_claim()
                self._dispatch()
                await self._rest()
            await self._put_down(self._patience or 0.0)
        self._sender.close()

    @property
    def _is_ending(self) -> bool:
        return self._patience is not None

    def _look(self, *, at_once: bool) -> None:
        """Claim again soon; at once where somebody waits for an answer."""
        breath = self._pace.breath
        if self._hand.ready > self._pace.hand // 2:  # there is enough to do: each look costs
            breath *= 4
        self._look_at = min(self._look_at, self._pulse.now() + (0.0 if at_once else breath))
        self._awake.set()

    def _stop(self, within: float) -> None:
        self._patience = within
        self._awake.set()

    async def _rest(self) -> None:
        """Wait until there is something to do."""
        now = self._pulse.now()
        waits = [self._look_at - now]
        if len(self._sending) < self._pace.at_once and (ready := self._hand.wait(now)) is not None:
            waits.append(ready)
        try:
            await asyncio.wait_for(self._awake.wait(), max(0.0, min(waits)))
        except TimeoutError:
            return

    async def _guarded_claim(self) -> None:
        try:
            await self._claim()
        except Exception:
            log.exception("the outbox does not answer; trying again")

    async def _claim(self) -> int:
        """Take in hand what is due, as far as there is room; how many there were."""
        self._look_at = self._pulse.now() + self._pace.poll
        async with self._claiming:
            room = max(self._pace.hand - self._hand.ready, 1 + self._pace.hand // 10)  # some for answers
            lease = timedelta(seconds=self._pace.lease)
            began = self._pulse.now()  # the lease runs from here, however long the database takes
            claimed = await self._ask(self._queue.claim, self._clock.now(), lease, room)
            for parcel in claimed:
                self._take(parcel, began)
        if len(claimed) == room:
            self._look(at_once=False)
        return len(claimed)

    def _take(self, parcel: Parcel, claimed_at: float) -> None:
        key = (parcel.workspace, parcel.dedupe_key)
        now = self._pulse.now()
        until = claimed_at + self._pace.lease - 3 * self._gateway.timeout
        held = self._mine.get(key)
        if held is not None:  # the clock jumped over the lease: it is with us all the same, under a new claim
            held.parcel = replace(parcel, in_doubt=held.parcel.in_doubt)
            held.until = until
            return
        self._empty.clear()
        self._mine[key] = self._hand.add(parcel, self._sender.known_channel(parcel), now, until)

    def _dispatch(self) -> None:
        """Send what may go out now."""
        while len(self._sending) < self._pace.at_once and (held := self._hand.next(self._pulse.now())):
            task = asyncio.create_task(self._carry(held))
            self._sending.add(task)
            task.add_done_callback(self._carried)

    def _carried(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("the outbox could not be told; the lease will tell", exc_info=error)
        self._look(at_once=False)

    async def _until_idle(self) -> None:
        while await asyncio.shield(self._claim()) or self._mine:
            self._awake.set()
            await self._empty.wait()

    async def _put_down(self, within: float) -> None:
        async with self._claiming:
            for held in self._hand.empty():
                await self._put_off(held.parcel, 0.0, "stopped")
                self._let_go(held.parcel)
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # ---- one message

    async def _carry(self, held: Held) -> None:
        """Bring one message to its end, or to its next try."""
        parcel = held.parcel
        try:
            if self._pulse.now() > held.until:
                await self._put_off(parcel, 0.0, "the lease ran out in our hands")
            else:
                await self._send(parcel, held)
        except Exception:  # a poison row must not hold the others
            log.exception("a message could not be dealt with: %s", parcel.dedupe_key)
            await self._fail(parcel, Fault(Kind.IN_DOUBT, Reason.UNKNOWN, "see the log"))
        finally:
            self._let_go(parcel)

    async def _send(self, parcel: Parcel, held: Held) -> None:
        channel = parcel.to
        try:
            channel = await self._sender.channel_of(parcel)
            ref = await self._sender.look_up(parcel, channel) if parcel.in_doubt else None
            if ref is None and self._pulse.now() > held.until + 2 * self._gateway.timeout:
                await self._put_off(parcel, 0.0, "the lease ran out before it was sent")
                return
            if ref is None:
                ref = await self._sender.say(held, channel)
        except SlackFault as error:
            if error.fault.kind is Kind.RATE_LIMITED:
                self._hand.pause(parcel.workspace, channel, self._pulse.now(), error.fault.retry_after)
            await self._fail(parcel, error.fault)
        else:
            await self._tell_arrived(held, ref)
            self.tally = replace(self.tally, delivered=self.tally.delivered + 1)

    async def _fail(self, parcel: Parcel, fault: Fault) -> None:
        """Put a message off as its fault asks, or give it up."""
        reason = str(fault)
        age = (self._clock.now() - parcel.queued_at).total_seconds()
        spent = parcel.attempts + 1 >= self._pace.tries and age >= self._pace.give_up_after
        if fault.kind is Kind.PERMANENT or (spent and fault.kind is not Kind.RATE_LIMITED):
            log.warning("given up: %s: %s", parcel.dedupe_key, reason)
            await self._tell(parcel, self._queue.mark_dead, reason, self._clock.now())
            self.tally = replace(self.tally, dead=self.tally.dead + 1)
            await self._mourn(parcel, reason)
            return
        self.tally = replace(self.tally, retried=self.tally.retried + 1)
        if fault.kind is not Kind.RATE_LIMITED and self._pulse.now() - self._told_at >= QUIET_FOR:
            self._told_at = self._pulse.now()
            log.warning("messages are put off and tried again: %s", reason)
        if fault.kind is Kind.RATE_LIMITED:
            await self._put_off(parcel, fault.retry_after, reason)
        elif fault.kind is Kind.IN_DOUBT:
            wait = max(self._pace.settle, self._backoff(parcel), fault.retry_after)
            at = self._clock.now() + timedelta(seconds=wait)
            await self._tell(parcel, self._queue.mark_in_doubt, at, reason)
        else:
            await self._put_off(parcel, self._backoff(parcel), reason)

    def _backoff(self, parcel: Parcel) -> float:
        doublings = min(parcel.attempts, 30)
        return min(self._pace.backoff * 2.0**doublings, self._pace.backoff_most)

    # ---- the outbox

    async def _put_off(self, parcel: Parcel, seconds: float, reason: str) -> None:
        at = self._clock.now() + timedelta(seconds=seconds)
        await self._tell(parcel, self._queue.mark_retry, at, reason)

    async def _tell(self, parcel: Parcel, mark: Callable[[str, *Ts], None], *what: *Ts) -> None:
        """Tell the outbox what became of a message, under its latest claim."""
        held = self._mine[parcel.workspace, parcel.dedupe_key]
        await self._ask(mark, held.parcel.id, *what)

    async def _tell_arrived(self, held: Held, ref: MessageRef) -> None:
        """Tell the outbox that a message arrived, with all that arrived while it was told of those before."""
        told: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrived.append((held, ref, told))
        async with self._telling:
            if not told.done():
                if len(self._sending) > 1:  # others are about to arrive: each telling is a transaction
                    await asyncio.sleep(self._pace.gather)
                await self._tell_all_arrived()
        await told

    async def _tell_all_arrived(self) -> None:
        news, self._arrived = self._arrived, []
        under = [(held.parcel.id, ref) for held, ref, _ in news]  # each under its latest claim
        failed: Exception | None = None
        try:
            await self._ask(self._queue.mark_all_sent, under, self._clock.now())
        except Exception as error:  # noqa: BLE001 - it is told to each of them
            failed = error
        except BaseException:  # it ends: who comes next tells of them
            self._arrived = [*news, *self._arrived]
            raise
        for told in (told for *_, told in news if not told.done()):  # done: nobody waits for it any more
            told.set_result(None) if failed is None else told.set_exception(failed)

    async def _mourn(self, parcel: Parcel, reason: str) -> None:
        if self._on_dead is None:
            return
        try:
            await self._ask(self._on_dead, parcel, reason)
        except Exception:
            log.exception("nobody could be told that %s was given up", parcel.dedupe_key)

    async def _ask(self, call: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """Use the database outside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._database, call, *arguments)

    def _let_go(self, parcel: Parcel) -> None:
        del self._mine[parcel.workspace, parcel.dedupe_key]
        if not self._mine:
            self._empty.set()
