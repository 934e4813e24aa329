"""What a coaching turn costs over HTTP: `uv run python -m bench.turn [--due 30000] [--database URL]`.

A whole turn (signed request, reading, dialogue, a transaction with inbox and outbox, acknowledgement) against
a bare Bolt listener that only acknowledges, on the same server; with 16 clients; and during a pass. Both
check the same signatures of the same requests, which a process of its own sends. What is said varies, so that
nothing is answered from what was just read.

In the server's process there is a local Slack besides, which is asked once who the bot is. Nothing is
delivered meanwhile: as with `jalon serve --role web`, that is another process's part. The pass runs in the
server's process, as with one process for all. The yardstick's own p99 says how quiet the machine is.
"""

import argparse
import hashlib
import hmac
import http.client
import json
import logging
import multiprocessing
import sys
import tempfile
import threading
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from slack_bolt import App
from slack_sdk import WebClient

from bench.filling import WORKSPACE, fill
from bench.judging import Verdict, median, percentile
from bot import container
from bot.clock import SystemClock
from bot.http import EVENTS, build_http
from bot.playground import Playground, RateLimits
from bot.roles import Role
from bot.serving import HttpServer, settle
from bot.settings import Settings
from coach.calendar import calendar_in, instant, is_working_day

SECRET = "bench"  # noqa: S105 - opens nothing
CLIENTS = 16
ROUNDS = 5
"""How often the yardstick and what is held to it are measured, by turns: a machine has its moods."""
PAUSE = 0.1
"""Seconds that each of many clients waits between two turns: still far faster than people write."""
WISHES = (
    "améliorer la satisfaction client",
    "réduire l’attente",
    "better quality",
    "moins d’abandons au téléphone",
)


def text_of(number: int) -> str:
    """What is said in a turn: a wish, three answers, and the end of it."""
    talks, turn = divmod(number, 5)
    match turn:
        case 0:
            return WISHES[talks % len(WISHES)]
        case 1:
            return f"{60 + talks % 20} %"
        case 2:
            return f"{80 + talks % 15} %"
        case 3:
            return f"d’ici le {1 + talks % 28} juin"
        case _:
            return "annuler"


def talk(url: str, client: int, turns: int, pause: float) -> list[float]:
    """One person's turns, one after the other; milliseconds of each."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    waiting, taken = threading.Event(), []
    for number in range(turns):
        stamp = f"{SystemClock().now().timestamp():.0f}"
        event = {
            "type": "message",
            "channel": f"D{client}",
            "channel_type": "im",
            "user": f"U{client:07}",
            "text": text_of(number + 5 * client),
            "ts": f"{stamp}.{number:06}",
        }
        body = json.dumps(
            {
                "type": "event_callback",
                "team_id": WORKSPACE,
                "api_app_id": "A1",
                "event": event,
                "event_id": f"Ev{client}-{stamp}-{number}",
                "event_time": int(stamp),
                "authorizations": [{"team_id": WORKSPACE, "user_id": "UBOT", "is_bot": True}],
            }
        )
        signature = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": f"v0={signature}",
        }
        began = perf_counter()
        connection.request("POST", EVENTS, body, headers)
        answer = connection.getresponse()
        answer.read()
        taken.append((perf_counter() - began) * 1000)
        if answer.status != 200:
            raise SystemExit(f"the server answered {answer.status}")
        waiting.wait(pause)
    return taken[min(5, len(taken) // 4) :]


def _talk_all(url: str, clients: int, turns: int, pause: float) -> list[float]:
    found: list[float] = []
    threads = [
        threading.Thread(target=lambda one=one: found.extend(talk(url, one, turns, pause)))
        for one in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def talk_all(url: str, clients: int, turns: int, pause: float) -> list[float]:
    """So many people at once, from a process of their own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_talk_all, (url, clients, turns, pause))


def figures(name: str, taken: Sequence[float]) -> tuple[float, float]:
    """Median and p99, printed."""
    middle, last = median(taken), percentile(taken, 0.99)
    print(f"       {name}: median {middle:.2f} ms, p99 {last:.2f} ms ({len(taken)} turns)", flush=True)
    return middle, last


def bare(client: WebClient) -> App:
    """A listener that only acknowledges."""
    app = App(
        client=client, signing_secret=SECRET, process_before_response=True, token_verification_enabled=False
    )

    @app.event("message")
    def nothing() -> None:
        """Acknowledge."""

    return app


def at_work(now: datetime) -> datetime:
    """The last instant at which everybody was at work: only then is anything said of what is due."""
    paris, calendar = ZoneInfo("Europe/Paris"), calendar_in("FR")
    day = now.astimezone(paris).date()
    while not is_working_day(day, calendar) or instant(day, time(10), paris) > now:
        day -= timedelta(days=1)
    return instant(day, time(10), paris)


class Faults(logging.Handler):
    """Counts what went wrong: a turn that fails is answered too, and told to the log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--turns", type=int, default=600, help="turns of each measurement")
    options.add_argument("--due", type=int, default=30_000, help="due while turns are taken")
    options.add_argument("--database", metavar="URL", help="an empty database (SQLite in a file)")
    chosen = options.parse_args()
    verdict, faults = Verdict(), Faults()
    logging.getLogger().addHandler(faults)
    with tempfile.TemporaryDirectory() as name, Playground(rate_limits=RateLimits.off()) as slack:
        settings = Settings(
            slack_bot_token=SecretStr(slack.bot_token),
            slack_signing_secret=SecretStr(SECRET),
            slack_api_url=slack.api_url,
            database_url=chosen.database or f"sqlite:///{Path(name) / 'jalon.sqlite3'}",
        )
        container.migrate(settings)
        now = at_work(SystemClock().now())
        fill(settings.database_url, max(CLIENTS, chosen.due), chosen.due, now)
        client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        each = max(10, chosen.turns // CLIENTS // ROUNDS)
        with container.build(settings, role=Role.WEB) as jalon:
            settle()
            servers = {
                "bare listener": HttpServer(build_http(bare(client))).start(),
                "turn": HttpServer(build_http(jalon.app)).start(),
            }
            taken: dict[tuple[str, int], list[float]] = {}
            for _ in range(ROUNDS):
                for whose, server in servers.items():
                    alone = talk_all(server.url, 1, max(10, chosen.turns // ROUNDS), 0)
                    taken.setdefault((whose, 1), []).extend(alone)
                    taken.setdefault((whose, CLIENTS), []).extend(talk_all(server.url, CLIENTS, each, PAUSE))
            (least, _), _, (middle, idle), (_, many) = (
                figures(f"{whose}, {clients} client{'s' * (clients > 1)}", found)
                for (whose, clients), found in taken.items()
            )
            ticking = threading.Thread(target=lambda: jalon.ticker.run(now))
            ticking.start()
            during = talk_all(servers["turn"].url, 1, chosen.turns, 0.01)
            _, busy = figures("turn, 1 client, during a pass", during)
            if not ticking.is_alive():
                print("       the pass was over before the turns: give it more with --due", flush=True)
            ticking.join()
            for server in servers.values():
                server.stop()
    verdict.hold("a turn to a bare listener, medians", middle / least, 9 if chosen.database else 6)
    verdict.hold(f"p99 with {CLIENTS} clients", many, 25, "ms")
    verdict.hold("p99 during a pass to p99 without", busy / idle, 10)
    verdict.hold("faults", faults.count, 0, "turns")
    return verdict.code


if __name__ == "__main__":
    sys.exit(main())
