"""What a worker does, as a process of its own: pass over what is due in small batches, and deliver."""

from datetime import timedelta

from bot.clock import MovableClock
from bot.container import RandomIds, render
from bot.delivery import Delivery, Pace
from bot.gateway import Gateway
from bot.scheduler import Ticker
from storage import open_storage

PACE = Pace(channel_pause=0.0, workspace_burst=40, workspace_rate=200, lease=5.0, poll=0.05, settle=0.1)


def work(url: str, slack: str, ahead: timedelta) -> None:
    """Work until nothing is due any more, by a clock so far ahead."""
    storage = open_storage(url, render)
    clock = MovableClock(ahead)
    gateway = Gateway(lambda _workspace: "xoxb-test", api_url=slack, timeout=0.4)
    delivery = Delivery(storage.queue, gateway, clock, pace=PACE)
    delivery.start()
    ticker = Ticker(storage.open_uow, RandomIds(), clock)
    busy = True
    while busy:
        claimed = ticker.run(batch=3).claimed
        busy = not delivery.drain() or storage.queue.next_due() is not None or claimed > 0
    delivery.stop()
    storage.close()
