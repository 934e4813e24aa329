"""Several processes on one database: those that hear, and those that work."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import container
from bot.clock import SystemClock
from bot.container import Jalon
from bot.playground import Playground
from bot.roles import Role
from bot.settings import Settings
from coach.language.reading import Language
from coach.messages.home import HelpExampleOne
from coach.outgoing import Lane, Outgoing
from coach.speech import Line, Speech

pytestmark = pytest.mark.slow


@pytest.fixture
def settings(playground: Playground, tmp_path: Path) -> Settings:
    settings = Settings(
        slack_bot_token=SecretStr(playground.bot_token),
        slack_api_url=playground.api_url,
        database_url=f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    )
    container.migrate(settings)
    return settings


@pytest.fixture
def web(settings: Settings) -> Iterator[Jalon]:
    with container.build(settings, role=Role.WEB) as jalon:
        yield jalon


def say_something(jalon: Jalon, playground: Playground) -> None:
    with jalon.storage.open_uow() as uow:
        uow.outbox.add(
            Outgoing(
                workspace=playground.world.state.team_id,
                to=playground.person("Claire").id,
                language=Language.EN,
                speech=Speech((Line(HelpExampleOne()),)),
                dedupe_key="k1",
                lane=Lane.ANSWER,
                at=SystemClock().now(),
            )
        )
        uow.commit()


def heard(playground: Playground) -> int:
    claire = playground.person("Claire")
    return len(playground.world.messages(claire.dm, seen_by=claire.user))


def test_what_a_listener_has_to_say_a_worker_delivers(
    settings: Settings, web: Jalon, playground: Playground
) -> None:
    say_something(web, playground)
    assert not web.scheduler.is_running
    assert web.storage.queue.counts()["due"] == 1
    with container.build(settings, role=Role.WORKER) as worker:
        assert worker.scheduler.is_running
        assert worker.deliverer.drain()
    assert heard(playground) == 1
    assert web.storage.queue.counts()["sent"] == 1


def test_all_of_it_is_the_usual(settings: Settings, playground: Playground) -> None:
    with container.build(settings) as jalon:
        say_something(jalon, playground)
        assert jalon.deliverer.drain()
    assert heard(playground) == 1


def test_a_worker_needs_no_socket_and_stops_when_told(
    settings: Settings, web: Jalon, playground: Playground
) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")} | {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_API_URL": playground.api_url,
        "JALON_DATABASE_URL": settings.database_url,
    }
    command = [sys.executable, "-m", "bot", "serve", "--role", "worker"]
    with ExitStack() as ending, subprocess.Popen(command, env=environment) as working:  # noqa: S603 - our own code
        ending.callback(working.kill)
        say_something(web, playground)
        playground.world.wait_for(lambda: heard(playground) == 1, 20)
        working.send_signal(signal.SIGTERM)
        assert working.wait(15) == 0
