"""Jalon in the playground: the very app that `jalon serve` runs, beside a local Slack and a clock to move."""

import hashlib
import os
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot import container
from bot.clock import MovableClock
from bot.http import EVENTS, build_http
from bot.manifest import manifest
from bot.playground import Command, Landmark, Playground, RateLimits
from bot.playground.values import Shortcut, Step
from bot.render import plain
from bot.serving import HttpServer
from bot.settings import Settings
from coach.calendar import instant
from coach.goal import Goal
from coach.language.reading import Language
from coach.messages.home import HelpExampleOne, HelpExampleThree, HelpExampleTwo
from coach.messages.replanning import OneGoal
from coach.naming import metric_of
from coach.scheduling import CLOSE_AT

TOKEN = "xoxb-playground"  # noqa: S105 - opens nothing but the playground
SIGNING_SECRET = "playground-signing-secret"  # noqa: S105 - as above


class Machine:
    """Moves the playground's clock on, doing on the way all that falls due."""

    def __init__(self, trial: "Trial") -> None:
        self._trial = trial
        self._one_at_a_time = threading.Lock()

    def now(self) -> datetime:
        """What the playground's clock shows."""
        return self._trial.clock.now()

    def landmarks(self) -> Sequence[Landmark]:
        """The deadlines of the goals that are under way."""
        with self._trial.jalon.storage.open_uow() as uow:
            goals = uow.goals.active(self._trial.playground.world.state.team_id)
        return [_landmark(goal) for goal in goals]

    def move_to(self, to: datetime) -> None:
        """Go to an instant, stopping wherever something is due."""
        with self._one_at_a_time:
            while (due := self._trial.jalon.ticker.next_due()) is not None and due <= to:
                if due > self._trial.clock.now():
                    self._trial.clock.move_to(due)
                self._trial.jalon.ticker.run()
                self._trial.jalon.deliverer.drain()
            if to > self._trial.clock.now():
                self._trial.clock.move_to(to)
            self._trial.jalon.ticker.run()
            self._trial.jalon.deliverer.drain()
            self._trial.keep_clock()


def _landmark(goal: Goal) -> Landmark:
    """A goal's deadline, by the goal's name: several may be under way."""
    name = OneGoal(metric_of(goal))
    return Landmark(
        key=goal.id,
        label_fr=f"{plain(name, Language.FR)}, jusqu’à l’échéance",
        label_en=f"{plain(name, Language.EN)}, to the deadline",
        instant=instant(goal.deadline + timedelta(days=1), CLOSE_AT, ZoneInfo("UTC")),
    )


@dataclass
class Trial:
    """The playground and Jalon, running side by side on loopback.

    Args:
        directory: Where the workspace, the clock and Jalon's rows are kept.
        database_url: Jalon's rows, where they are to be elsewhere.
        port: The page's port; 0 takes any free one.
        clock: What both tell the time by.
        tick_seconds: Seconds between two looks at what is due.
        rate_limits: How much the playground lets through; by default what Slack does.
    """

    directory: Path
    database_url: str | None = None
    port: int = 0
    clock: MovableClock = field(default_factory=MovableClock)
    tick_seconds: float = 15
    rate_limits: RateLimits = field(default_factory=RateLimits)

    def __post_init__(self) -> None:
        """Put both together; nothing runs yet."""
        self.directory.mkdir(parents=True, exist_ok=True)
        stated = manifest()
        self._offset = self.directory / "clock"
        if self._offset.is_file():
            self.clock.offset = max(self.clock.offset, timedelta(seconds=float(self._offset.read_text())))
        machine = Machine(self)
        self.playground = Playground(
            clock=self.clock,
            path=self.directory / "workspace.json",
            signing_secret=SIGNING_SECRET,
            bot_token=TOKEN,
            rate_limits=self.rate_limits,
            events=stated["settings"]["event_subscriptions"]["bot_events"],
            commands=[
                Command(one["command"], one["description"], one["usage_hint"], one["should_escape"])
                for one in stated["features"]["slash_commands"]
            ],
            shortcuts=[
                Shortcut(one["name"], one["callback_id"], one["type"], one["description"])
                for one in stated["features"]["shortcuts"]
            ],
            steps=workflow_steps(),
            scopes=stated["oauth_config"]["scopes"]["bot"],
            time_machine=machine,
            examples={language.value: example_wishes(language) for language in Language},
            port=self.port,
        )
        self.machine = machine

    def __enter__(self) -> Self:
        """Start the playground, then Jalon, then let them find each other."""
        self.playground.start()
        url = self.database_url or f"sqlite:///{self.directory / 'jalon.sqlite3'}"
        settings = Settings(
            slack_bot_token=SecretStr(TOKEN),
            slack_signing_secret=SecretStr(SIGNING_SECRET),
            slack_api_url=self.playground.api_url,
            database_url=url,
            tick_seconds=self.tick_seconds,
        )
        container.migrate(settings)
        self.jalon = container.build(settings, clock=self.clock)
        self.jalon.start()
        self.server = HttpServer(build_http(self.jalon.app)).start()
        self.playground.app_url = self.server.url + EVENTS
        self.playground.app_is_idle = self.jalon.is_idle
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop both, and keep where the clock stands."""
        self.playground.delivery.close()
        self.server.stop()
        self.jalon.stop()
        self.playground.stop()
        self.keep_clock()

    def keep_clock(self) -> None:
        """Keep where the clock stands, so that no message lies in the future at the next start."""
        fresh = self._offset.with_suffix(f".{os.getpid()}.new")
        fresh.write_text(str(self.clock.offset.total_seconds()))
        fresh.replace(self._offset)


def workflow_steps() -> list[Step]:
    """The steps for workflows that the manifest states."""
    return [
        Step(name, one["title"], one["description"], one["input_parameters"], one["output_parameters"])
        for name, one in manifest()["functions"].items()
    ]


def example_wishes(language: Language) -> list[str]:
    """The wishes that the help offers too, for whoever opens the playground for the first time."""
    return [plain(wish, language) for wish in (HelpExampleOne(), HelpExampleTwo(), HelpExampleThree())]


def home_of(database_url: str | None, data: Path) -> Path:
    """Where a playground keeps its workspace and its clock: beside the database that they belong to.

    Args:
        database_url: A database of one's own; None: the playground's.
        data: Where Jalon keeps its files on this machine.
    """
    if database_url is None or "://" not in database_url:
        return data / "playground"  # of what is no address, whoever opens the database says so
    scheme, _, file = database_url.partition("?")[0].partition(":///")
    if scheme.startswith("sqlite") and file not in {"", ":memory:"}:
        return Path(f"{file}.playground")
    place = re.sub(r"//[^/@]*@", "//", database_url)  # whoever's password it is, it is the same database
    return data / "playgrounds" / hashlib.sha256(place.encode()).hexdigest()[:12]


def reset(directory: Path) -> None:
    """Forget the workspace, Jalon's rows and the clock that a playground kept."""
    for name in ("workspace.json", "clock", "jalon.sqlite3", "jalon.sqlite3-wal", "jalon.sqlite3-shm"):
        (directory / name).unlink(missing_ok=True)
