"""A deliverer killed with -9 in the middle of it: none lost, none doubled, each channel in order."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.language.reading import Language
from coach.outgoing import Lane, Outgoing
from coach.speech import Speech
from storage import Storage, migrate, open_storage
from tests.bot.delivery.standin import StandIn

pytestmark = pytest.mark.slow

CHANNELS, EACH = 15, 8

DELIVER = """
import sys, time
from bot.clock import SystemClock
from bot.delivery import Delivery, Pace
from bot.gateway import Gateway
from storage import open_storage

storage = open_storage(sys.argv[1], lambda outgoing: {})
gateway = Gateway(lambda workspace: "xoxb-test", api_url=sys.argv[2], timeout=0.3)
pace = Pace(channel_pause=0.01, workspace_burst=50, workspace_rate=150, lease=1.0, poll=0.05, settle=0.1)
delivery = Delivery(storage.queue, gateway, SystemClock(), pace=pace)
delivery.start()
print("up", flush=True)
while not delivery.drain() or storage.queue.next_due() is not None:
    time.sleep(0.05)
delivery.stop()
storage.close()
print("done", flush=True)
"""


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    url = f"sqlite:///{tmp_path / 'jalon.db'}"
    migrate.upgrade(url)
    storage = open_storage(url, lambda outgoing: {"text": outgoing.dedupe_key})
    yield storage
    storage.close()


def start(storage: Storage, slack: StandIn) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DELIVER, storage.check().url, slack.url]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own code
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def test_killed_again_and_again_it_loses_nothing_and_doubles_nothing(storage: Storage) -> None:
    now = datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)
    with storage.open_uow() as work:
        for turn in range(EACH):
            for channel in range(CHANNELS):
                key = f"c{channel:02}-{turn:02}"
                work.outbox.add(Outgoing("T1", f"C{channel}", Language.EN, Speech(()), key, Lane.NUDGE, now))
        work.commit()
    with StandIn() as slack:
        for _ in range(2):
            process = start(storage, slack)
            for _ in range(CHANNELS * EACH // 5):
                assert slack.arrived.acquire(timeout=20)
            process.kill()
            process.communicate()
        process = start(storage, slack)
        assert process.communicate(timeout=20)[0] == "done\n"
        assert process.returncode == 0
        for channel in range(CHANNELS):
            expected = [f"c{channel:02}-{turn:02}" for turn in range(EACH)]
            assert slack.texts(f"C{channel}") == expected
    assert storage.queue.counts()["sent"] == CHANNELS * EACH
