"""`jalon tick`: passes over what is due at given instants, one JSON line each."""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from bot import container, doctor, needs
from bot.clock import Clock, SystemClock
from bot.container import Jalon
from bot.roles import Role
from bot.serving import until_told_to_stop
from bot.settings import Settings

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
MOST_LOOKS = 1_000_000
"""More than this is a slip of the pen: a year every minute is half of it."""


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tick`."""
    tick = commands.add_parser("tick", help="look at what is due, and deliver it")
    # an option without its value is read as an empty one, so that what is missing comes with an example
    tick.add_argument(
        "--now", nargs="?", const="", type=instant, metavar="ISO", help="as if it were this instant"
    )
    tick.add_argument(
        "--until", nargs="?", const="", type=instant, metavar="ISO", help="and again and again up to this one"
    )
    tick.add_argument(
        "--every",
        nargs="?",
        const="",
        type=interval,
        metavar="15m",
        help="time between two looks (s, m, h or d)",
    )
    tick.set_defaults(run=run_tick, refuse=tick.error)


def instant(text: str) -> datetime:
    """An ISO instant; without an offset it is UTC.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        wrong = f"{_said(text)} is no instant. Write it like 2027-01-11T09:30 (UTC) or 2027-01-11T09:30+01:00"
        raise argparse.ArgumentTypeError(wrong) from None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)


def interval(text: str) -> timedelta:
    """A length of time: `15m`, `1h`, `1d`.

    Raises:
        ArgumentTypeError: it is none, or nothing at all.
    """
    read = re.fullmatch(r"(\d{1,6})([smhd])", text)
    if read is None or int(read[1]) == 0:
        raise argparse.ArgumentTypeError(
            f"{_said(text)} is no length of time. Write it like 90s, 15m, 1h or 1d"
        )
    return timedelta(**{UNITS[read[2]]: int(read[1])})


def _said(text: str) -> str:
    return repr(text) if text else "nothing"


def run_tick(options: argparse.Namespace, settings: Settings) -> int:
    """Pass over what is due, once or at each of the instants asked for; prints a JSON line a pass."""
    clock: Clock = SystemClock()
    instants: Sequence[datetime] = [clock.now()] if options.now is None else [options.now]
    if options.until is not None or options.every is not None:
        instants = _series(options, instants[0])
    doctor.demand(settings, needs.examine(settings, needs.way_of(settings), Role.WORKER))
    stopped = _Stopped(instants[0])
    container.migrate(settings)
    jalon = container.build(settings, clock=clock if options.now is None and len(instants) == 1 else stopped)
    try:
        jalon.deliverer.start()
        with until_told_to_stop() as told:
            for stopped.instant in instants:
                print(json.dumps(one_pass(jalon)), flush=True)
                if told.is_set():
                    break
    finally:
        jalon.stop()
    return 0


def one_pass(jalon: Jalon) -> dict[str, str | int]:
    """Deal with all that is due and deliver it; what was done, in figures.

    `retried` counts how often a message was put off to a later instant.
    """
    before = jalon.deliverer.tally
    now = jalon.clock.now()
    done = jalon.ticker.run(now)
    jalon.deliverer.drain()
    after = jalon.deliverer.tally
    return {
        "now": now.isoformat(),
        "claimed": done.claimed,
        "enqueued": done.enqueued,
        "delivered": after.delivered - before.delivered,
        "retried": after.retried - before.retried,
        "dead": after.dead - before.dead,
    }


def _series(options: argparse.Namespace, first: datetime) -> Sequence[datetime]:
    """The instants from the first one on; a wrong choice of options is refused."""
    refuse: Callable[[str], NoReturn] = options.refuse
    if options.until is None or options.every is None:
        refuse("--until and --every go together: a look every so often, until then")
    if options.until < first:
        refuse(f"--until ({options.until.isoformat()}) lies before the first look ({first.isoformat()})")
    looks = (options.until - first) // options.every + 1
    if looks > MOST_LOOKS:
        refuse(f"that would be {looks:,} looks, more than {MOST_LOOKS:,}: choose a longer --every")
    return [first + number * options.every for number in range(looks)]


class _Stopped:
    """A clock that stands at the instant that it was put at."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """That instant."""
        return self.instant
