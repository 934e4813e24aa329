"""What delivering costs against what Slack lets through: `uv run python -m bench.deliver [--small]`.

10,000 messages over 2,000 channels of 400 workspaces, through a Slack that is 30 ms away and takes a message
a second a channel; 20 hot channels; the same with the deliverer killed by -9, and with 5 % of replies cut.
"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import Any

from sqlalchemy import select

from bench.judging import Verdict
from bench.slack import SlackProcess
from bot.clock import SystemClock
from bot.delivery import Delivery, Pace
from bot.gateway import Gateway
from bot.serving import settle
from coach.language.reading import Language
from coach.outgoing import Lane, Outgoing
from coach.speech import Speech
from storage import Storage, migrate, open_storage, tables
from storage.engine import create, reading

A_SECOND = 1.0
"""Between two messages of a channel, at Slack."""
PATIENCE = 900.0


@dataclass(frozen=True)
class Load:
    """What is to be delivered."""

    name: str
    workspaces: int
    channels: int
    """Of each workspace."""
    each: int
    """Messages of each channel."""

    @property
    def messages(self) -> int:
        """All of them."""
        return self.workspaces * self.channels * self.each

    @property
    def limit(self) -> float:
        """Seconds that Slack's own limit asks for."""
        return (self.each - 1) * A_SECOND


def put_in_line(url: str, load: Load) -> Storage:
    """The database with all messages due."""
    migrate.upgrade(url)
    storage = open_storage(url, lambda outgoing: {"text": outgoing.dedupe_key})
    now = SystemClock().now()
    with storage.open_uow() as uow:
        for turn in range(load.each):
            for number in range(load.workspaces * load.channels):
                workspace, key = f"T{number % load.workspaces}", f"{number}-{turn}"
                uow.outbox.add(
                    Outgoing(workspace, f"C{number}", Language.EN, Speech(()), key, Lane.NUDGE, now)
                )
        uow.commit()
    return storage


def deliver(url: str, api: str, lease: float) -> None:
    """Deliver until nothing is left (run as a process of its own)."""
    storage = open_storage(url, lambda _: {})
    gateway = Gateway(lambda _: "xoxb-test", api_url=api, timeout=lease / 6)
    delivery = Delivery(storage.queue, gateway, SystemClock(), pace=Pace(lease=lease, hand=400))
    settle()  # as a worker does
    began = perf_counter()
    delivery.start()
    pause, waits = Event(), select(tables.outbox.c.seq).where(tables.outbox.c.due_at.is_not(None)).limit(1)
    engine = create(url)
    while True:
        with reading(engine) as connection:
            if connection.execute(waits).first() is None:
                break
        pause.wait(0.02)
    print(perf_counter() - began, flush=True)
    delivery.stop()
    storage.close()
    engine.dispose()


def run(
    load: Load, *, lease: float = 60.0, kills: int = 0, cut_every: int = 0
) -> tuple[float, dict[str, Any]]:
    """Seconds from start to end, and what arrived."""
    with (
        tempfile.TemporaryDirectory() as name,
        SlackProcess(gap=A_SECOND * 0.98, cut_every=cut_every) as slack,
    ):
        url = f"sqlite:///{Path(name) / 'jalon.sqlite3'}"
        storage = put_in_line(url, load)
        command = [
            sys.executable,
            "-m",
            "bench.deliver",
            "--url",
            url,
            "--api",
            slack.url,
            "--lease",
            str(lease),
        ]
        printed = ""
        for kill in range(kills + 1):
            worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own code
            if kill < kills:
                wanted = load.messages * (kill + 1) // (kills + 2)
                while slack.report()["arrived"] < wanted:
                    Event().wait(0.05)
                worker.kill()
            printed = worker.communicate(timeout=PATIENCE)[0]
        taken = float(printed.split()[-1])
        told = slack.report()
        told["sent"] = storage.queue.counts()["sent"]
        storage.close()
    print(f"       {load.name}: {load.messages:,} messages in {taken:.1f} s, {told}", flush=True)
    return taken, told


def hold(verdict: Verdict, load: Load, told: dict[str, Any], what: str) -> None:
    """None lost, none doubled."""
    verdict.hold(f"{what}: lost", load.messages - told["arrived"], 0, "messages")
    verdict.hold(f"{what}: doubled", told["doubled"], 0, "messages")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--small", action="store_true", help="a tenth of it")
    for hidden in ("--url", "--api", "--lease"):
        options.add_argument(hidden, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.url:
        deliver(chosen.url, chosen.api, float(chosen.lease))
        return 0
    share = 10 if chosen.small else 1
    wide = Load("wide", 400 // share, 5, 5)
    hot = Load("hot", 20, 1, 30 // (3 if chosen.small else 1))
    verdict = Verdict()
    for load, most in ((wide, 1.6), (hot, 1.15)):
        taken, told = run(load)
        verdict.hold(f"{load.name}: time to the limit's own", taken / load.limit, most)
        verdict.hold(f"{load.name}: refused", told["refused"], 0, "messages")
        hold(verdict, load, told, load.name)
    kills = 2 if chosen.small else 12
    _, told = run(wide, lease=6.0, kills=kills)
    hold(verdict, wide, told, f"{kills} kills by -9")
    _, told = run(wide, cut_every=20)
    hold(verdict, wide, told, "5 % of the replies cut")
    return verdict.code


if __name__ == "__main__":
    sys.exit(main())
