"""A Slack for the benches, as a process of its own: the tests' stand-in, 30 ms away, with Slack's limits."""

import asyncio
import json
import logging
import subprocess
import sys
from collections import Counter
from typing import Any, Self

from aiohttp import web

from tests.bot.delivery.standin import Fail, StandIn

LATENCY = 0.03


class Distant(StandIn):
    """The stand-in with a way to go, and every so many replies cut."""

    cut_every = 0
    _posts = 0

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(LATENCY)
        return await super()._answer(request)

    def fails(self, method: str, _: dict[str, Any]) -> Fail | None:
        """Cut the reply to a message that arrived."""
        if method != "chat.postMessage" or not self.cut_every:
            return None
        self._posts += 1
        return Fail.CUT_AFTER if self._posts % self.cut_every == 0 else None


class SlackProcess:
    """The process, from the bench's side."""

    def __init__(self, *, gap: float, cut_every: int = 0) -> None:
        self._command = [sys.executable, "-m", "bench.slack", str(gap), str(cut_every)]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - our own code
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def report(self) -> dict[str, Any]:
        """How many messages came in, how many of them twice, and how many were refused."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("report\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told


def main() -> None:
    logging.disable(logging.ERROR)  # a deliverer that is killed leaves its requests in the middle
    gap, cut_every = float(sys.argv[1]), int(sys.argv[2])
    with Distant(gap=gap) as slack:
        slack.cut_every, slack.plan = cut_every, slack.fails
        print(slack.url, flush=True)
        for _ in sys.stdin:
            keys = Counter(
                message["metadata"]["event_payload"]["key"]
                for messages in list(slack.messages.values())
                for message in list(messages)
            )
            doubled = sum(times - 1 for times in keys.values())
            print(
                json.dumps({"arrived": len(keys), "doubled": doubled, "refused": slack.refused}), flush=True
            )


if __name__ == "__main__":
    main()
