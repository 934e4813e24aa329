"""The page in the browser."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute

from bot.playground.delivery import Delivery
from bot.playground.timemachine import TimeMachine
from bot.playground.values import Command, Shortcut
from bot.playground.world import World


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What the page offers beside the workspace itself."""

    commands: Sequence[Command] = ()
    shortcuts: Sequence[Shortcut] = ()
    time_machine: TimeMachine | None = None


class Page:
    """The page."""

    def __init__(self, world: World, delivery: Delivery, options: PageOptions) -> None:
        self.world = world
        self.delivery = delivery
        self.options = options
        self.stopping = threading.Event()

    def stop(self) -> None:
        """Let go of browsers that wait for news."""
        self.stopping.set()

    def routes(self) -> list[BaseRoute]:
        """Where it is found."""
        return []
