"""A deliverer, its outbox and its clock, put together for a test."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.clock import MovableClock
from bot.delivery import Delivery, Pace
from bot.gateway import Gateway
from coach.language.reading import Language
from coach.outgoing import Lane, MessageRef, Outgoing, Parcel
from coach.speech import Speech
from coach.testing import Memory
from tests.bot.delivery.standin import StandIn

HASTE = Pace(
    channel_pause=0.0,
    workspace_burst=1000,
    workspace_rate=1000,
    poll=0.02,
    breath=0.002,
    settle=0.03,
    backoff=0.03,
    backoff_most=0.1,
)
"""As fast as can be, for tests that look at something else."""


@dataclass
class Rig:
    slack: StandIn
    memory: Memory
    clock: MovableClock
    dead: list[tuple[str, str]] = field(default_factory=list)
    running: Delivery | None = None

    def start(self, pace: Pace = HASTE, timeout: float = 0.5) -> Delivery:
        gateway = Gateway(lambda _workspace: "xoxb-test", api_url=self.slack.url, timeout=timeout)
        delivery = Delivery(self.memory.queue, gateway, self.clock, pace=pace, on_dead=self._mourn)
        self.memory.on_commit(delivery.wake)
        self.running = delivery
        delivery.start()
        return delivery

    def stop(self) -> None:
        if self.running is not None:
            self.running.stop()

    def say(
        self,
        *keys: str,
        to: str = "C1",
        lane: Lane = Lane.ANSWER,
        replaces: MessageRef | None = None,
        workspace: str = "T1",
    ) -> None:
        with self.memory.open_uow() as work:
            for key in keys:
                now = self.clock.now()
                work.outbox.add(
                    Outgoing(workspace, to, Language.FR, Speech(()), key, lane, now, replaces=replaces)
                )
            work.commit()

    def settle(self, delivery: Delivery, within: float = 10.0) -> None:
        """Wait until every message is sent or dead, put-off ones included."""
        for _ in range(round(within / 0.02)):
            assert delivery.drain(within)
            counts = self.memory.queue.counts()
            if counts["sent"] + counts["dead"] == sum(counts.values()):
                return
            self.clock.move_to(self.clock.now() + timedelta(seconds=0.02))
        raise AssertionError(counts)

    def _mourn(self, parcel: Parcel, reason: str) -> None:
        self.dead.append((parcel.dedupe_key, reason))
