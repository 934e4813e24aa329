"""Workers that share one PostgreSQL, some killed with -9: each check-in is asked once, none is lost."""

import multiprocessing
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess

import pytest

from bot.clock import MovableClock
from coach.goal import LeverAction
from storage import Storage
from tests.bot.delivery.standin import StandIn
from tests.storage.samples import T, goal, profile, schedule
from tests.storage.stores import Database
from tests.storage.worker import work

pytestmark = pytest.mark.slow

GOALS, EACH = 10, 8


CLOCK = MovableClock()
CLOCK.offset = datetime(2027, 1, 11, 15, 0, tzinfo=UTC) - CLOCK.now()
"""A Monday at ten in Montréal, whenever the test runs: nobody is asked on a Sunday."""


def keep_what_is_due(storage: Storage) -> int:
    """Goals with an owner and contributors, each of whom is to be asked now; how many askings."""
    now = CLOCK.now()
    asked = {
        "channel": None,
        "actions": (LeverAction(text="une écoute par semaine"),),
        "start": now.date() - timedelta(days=7),
        "deadline": now.date() + timedelta(days=90),
    }
    with storage.open_uow() as uow:
        for number in range(GOALS):
            team = [f"U{number:02}{turn:02}" for turn in range(EACH)]
            uow.goals.add(goal(f"g{number}", owner=team[0], contributors=tuple(team[1:]), **asked))
            for user in team:
                uow.people.put(profile(user))
                uow.schedules.put(schedule(f"s-{user}", goal=f"g{number}", user=user, due_at=now))
        uow.commit()
    return GOALS * EACH


PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.storage.worker"])  # importing costs more than working


def finish(worker: ForkServerProcess) -> None:
    worker.join(60)
    assert worker.exitcode == 0


@pytest.mark.slow
@pytest.mark.parametrize(("workers", "kills"), [(2, 2), (4, 4)])
def test_each_is_asked_once_whoever_dies(postgres: Database, workers: int, kills: int) -> None:
    storage = postgres.open()
    wanted = keep_what_is_due(storage)
    with StandIn(ahead=CLOCK.offset.total_seconds()) as slack, ExitStack() as ending:
        running: list[ForkServerProcess] = []

        def one_more() -> None:
            running.append(PROCESSES.Process(target=work, args=(postgres.url, slack.url, CLOCK.offset)))
            running[-1].start()
            ending.callback(running[-1].kill)

        for _ in range(workers):
            one_more()
        for kill in range(kills):
            for _ in range(wanted // (kills + 3)):
                assert slack.arrived.acquire(timeout=30)
            running.pop(kill % len(running)).kill()
            one_more()
        for worker in running:
            finish(worker)
        said = Counter(
            message["metadata"]["event_payload"]["key"]
            for messages in slack.messages.values()
            for message in messages
        )
    goals = [f"g{number}" for number in range(GOALS)]
    with storage.open_uow() as uow:
        asked = [check_in for name in goals for check_in in uow.check_ins.of_goal(T, name)]
        following = [one.due_at for name in goals for one in uow.schedules.of_goal(T, name)]
    assert len(said) == wanted
    assert set(said.values()) == {1}
    assert len(asked) == wanted
    assert all(due is not None and due > CLOCK.now() for due in following)
    assert storage.queue.counts()["sent"] == wanted
