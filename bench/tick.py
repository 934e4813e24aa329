"""What a pass over what is due costs: `uv run python -m bench.tick [--full] [--postgres URL]`.

A pass with 1,000 due among ever more goals, an empty pass, and all due against APScheduler's job store with a
job a goal. On PostgreSQL too, where a server is given.

Against the job store two things are told: the scheduling alone, where each row that is due has one short
message put in line and its next time set, which is what the two ways do differently; and the whole check-in,
where the coaching that both ways share is most of the work. The first is held to a bar. Memory is counted
from where the process has imported what it needs, which both ways do alike.
"""

import argparse
import logging
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from bench.filling import fill
from bench.judging import Verdict, median
from bot.clock import SystemClock
from bot.container import RandomIds, render
from bot.scheduler import Ticker
from storage import migrate, open_storage

AT = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
"""A Monday, ten in Paris."""
DUE = 1000
ROUNDS = 3


def ticker_of(url: str) -> tuple[Ticker, Callable[[], None]]:
    """A ticker on a database, and the call that lets go of it."""
    storage = open_storage(url, render)
    return Ticker(storage.open_uow, RandomIds(), SystemClock(), storage.is_wanted), storage.close


def memory(of: str) -> int:
    """What this process holds (`VmRSS`) or held at most (`VmHWM`), in kB.

    What `getrusage` says counts the parent's too.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(of))


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def pass_among(url: str, goals: int) -> tuple[float, float]:
    """Milliseconds of an empty pass and of one with 1,000 due, among so many goals; the database is new."""
    migrate.upgrade(url)
    for number in range(ROUNDS):
        share = goals // ROUNDS
        at = AT + timedelta(seconds=number)
        fill(url, share, min(DUE, share), at, first=number * share)
    ticker, close = ticker_of(url)
    ticker.run(AT - timedelta(days=1))
    empty = median([timed(lambda: ticker.run(AT - timedelta(days=1))) for _ in range(50)])
    full = []
    for number in range(ROUNDS):
        at = AT + timedelta(seconds=number)
        full.append(timed(partial(ticker.run, at)))
    close()
    return empty, median(full)


def sizes(verdict: Verdict, name: str, urls: Callable[[], str], goals: list[int], most: float) -> None:
    """Hold the largest against the smallest."""
    found = []
    for size in goals:
        size = max(size, ROUNDS * DUE)  # noqa: PLW2901 - each round needs its own
        empty, full = pass_among(urls(), size)
        print(
            f"       {name}, {size:>9,} goals: empty pass {empty:.3f} ms, {DUE:,} due {full:.0f} ms",
            flush=True,
        )
        found.append((empty, full))
    verdict.hold(f"{name}: {DUE:,} due, largest to smallest", found[-1][1] / found[0][1], most)
    verdict.hold(f"{name}: an empty pass, largest to smallest", found[-1][0] / found[0][0], 1.5)


def all_due(url: str, *, plainly: bool) -> None:
    """Everything that is due, in one pass (run as a process of its own, for its memory)."""
    from bench import jobs as work  # noqa: PLC0415 - as below

    begun = memory("VmRSS")
    if plainly:
        storage = open_storage(url, render)
        taken = timed(lambda: work.pass_over(storage))
        storage.close()
    else:
        ticker, close = ticker_of(url)
        taken = timed(lambda: ticker.run(AT))
        close()
    print(taken, memory("VmHWM") - begun, begun)


def as_jobs(url: str, jobs: int, *, plainly: bool) -> None:
    """The same with APScheduler: a job a goal in its job store, each doing what a pass does of its goal."""
    from apscheduler.executors.pool import ThreadPoolExecutor  # noqa: PLC0415 - only this process pays for it
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore  # noqa: PLC0415
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415

    from bench import jobs as work  # noqa: PLC0415

    logging.disable(logging.ERROR)
    begun = memory("VmRSS")
    work.open_on(url, jobs)
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(f"{url}.jobs")},
        executors={"default": ThreadPoolExecutor(4)},
        timezone=UTC,
    )
    scheduler.start(paused=True)
    now = SystemClock().now()
    for number in range(jobs):
        call, given = (work.deal_plainly, [number]) if plainly else (work.deal, [])
        scheduler.add_job(call, "interval", given, weeks=1, next_run_time=now, misfire_grace_time=None)
    taken = timed(lambda: (scheduler.resume(), work.DONE.wait(900)))
    scheduler.shutdown()
    print(taken, memory("VmHWM") - begun, begun)


def once(url: str, way: str, goals: int, *, plainly: bool) -> tuple[float, int, int]:
    """All due, one way, in a process of its own: milliseconds, kB taken, kB of what was imported before."""
    migrate.upgrade(url)
    fill(url, goals, goals, AT)
    command = [sys.executable, "-m", "bench.tick", "--only", way, "--url", url, "--goals", str(goals)]
    command += ["--plainly"] if plainly else []
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603
    return float(told[-3]), int(told[-2]), int(told[-1])


def against_jobs(verdict: Verdict, directory: Path, goals: int, *, plainly: bool) -> None:
    """All due: a pass against a job a goal, by turns; of the scheduling alone the best of each is told."""
    found, what = {}, "the scheduling alone" if plainly else "the whole check-in"
    rounds = ROUNDS if plainly else 1
    every: dict[str, list[tuple[float, int, int]]] = {"pass": [], "jobs": []}
    for number in range(rounds):
        for way, taken in every.items():
            url = f"sqlite:///{directory / f'all-{way}-{plainly}-{number}.sqlite3'}"
            taken.append(once(url, way, goals, plainly=plainly))
    for way, taken in every.items():
        best, more, begun = (min(one[place] for one in taken) for place in range(3))
        found[way] = best, more
        print(
            f"       {what}, {goals:,} due by {way}: {best:.0f} ms,"
            f" {more / 1024:.1f} MB above the {begun / 1024:.0f} MB of what is imported",
            flush=True,
        )
    times, memory = (found["jobs"][one] / found["pass"][one] for one in (0, 1))
    if plainly:
        verdict.reach(f"{what}: APScheduler's time to ours", times, 20)
        verdict.reach(f"{what}: APScheduler's memory to ours", memory, 6)
    else:
        print(f"       {what}: APScheduler's time to ours {times:.2f} times, memory {memory:.2f} times")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="up to 1,000,000 goals, and 50,000 jobs")
    options.add_argument("--small", action="store_true", help="up to 10,000 goals, and 1,000 jobs")
    options.add_argument("--postgres", metavar="URL", help="a server whose user may make databases")
    options.add_argument("--only", choices=["pass", "jobs"], help=argparse.SUPPRESS)
    options.add_argument("--plainly", action="store_true", help=argparse.SUPPRESS)
    options.add_argument("--url", help=argparse.SUPPRESS)
    options.add_argument("--goals", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.only == "pass":
        all_due(chosen.url, plainly=chosen.plainly)
        return 0
    if chosen.only == "jobs":
        as_jobs(chosen.url, chosen.goals, plainly=chosen.plainly)
        return 0
    goals = [1000, 10_000, *([] if chosen.small else [100_000]), *([1_000_000] if chosen.full else [])]
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        numbers = iter(range(100))
        sizes(verdict, "SQLite", lambda: f"sqlite:///{directory / f'{next(numbers)}.sqlite3'}", goals, 3)
        if chosen.postgres:
            from tests.storage.postgres import database  # noqa: PLC0415 - a bench knows the tests' server

            with database(chosen.postgres) as small, database(chosen.postgres) as large:
                urls = iter([small, large])
                sizes(verdict, "PostgreSQL", lambda: next(urls), [goals[0], goals[-1]], 1.5)
        jobs = 50_000 if chosen.full else 1000 if chosen.small else 10_000
        against_jobs(verdict, directory, jobs, plainly=True)
        against_jobs(verdict, directory, jobs, plainly=False)
    return verdict.code


if __name__ == "__main__":
    sys.exit(main())
