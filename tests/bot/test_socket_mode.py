"""Socket Mode: two connections, renewed before they close; back soon whatever happens; ended in order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError

from bot import container, socket_mode
from bot.container import Jalon
from bot.playground import Playground
from bot.settings import Settings
from bot.socket_mode import Connections
from tests.bot.socket_slack import SocketSlack, envelope_of_message, pause, wait_for

pytestmark = pytest.mark.slow


@pytest.fixture
def slack() -> Iterator[SocketSlack]:
    with Playground() as playground, SocketSlack(playground) as socket_slack:
        yield socket_slack


@pytest.fixture
def playground(slack: SocketSlack) -> Playground:
    return slack.playground


@pytest.fixture
def jalon(slack: SocketSlack, playground: Playground, tmp_path: Path) -> Iterator[Jalon]:
    """Jalon, hearing nothing yet."""
    settings = Settings(
        slack_bot_token=SecretStr(playground.bot_token),
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    )
    container.migrate(settings)
    with container.build(settings) as running:
        yield running


@pytest.fixture
def connections(jalon: Jalon, slack: SocketSlack) -> Iterator[Connections]:
    opened = Connections(jalon.app, "xapp-1")
    opened.open()
    wait_for(lambda: len(slack.open_links()) == 2)
    wait_for(lambda: opened.heard == 2)
    yield opened
    wait_for(lambda: opened.heard == 2)
    opened.close()


def heard(playground: Playground, name: str, words: str) -> bool:
    return words in playground.transcript(name)


@pytest.mark.usefixtures("connections")
def test_two_connections_stand_and_either_brings_what_people_say(
    slack: SocketSlack, playground: Playground
) -> None:
    first, second = slack.open_links()
    slack.send(envelope_of_message(playground, "Claire", "améliorer la satisfaction client", "Ev1"), first)
    slack.send(envelope_of_message(playground, "Sarah", "improve customer satisfaction", "Ev2"), second)
    wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))
    wait_for(lambda: heard(playground, "Sarah", "Which figure"))
    assert [one["envelope_id"] for one in first.acknowledged] == ["e-Ev1"]
    assert [one["envelope_id"] for one in second.acknowledged] == ["e-Ev2"]


@pytest.mark.usefixtures("connections")
def test_the_same_event_through_both_is_answered_once(slack: SocketSlack, playground: Playground) -> None:
    first, second = slack.open_links()
    again = envelope_of_message(playground, "Claire", "améliorer la satisfaction client", "Ev1")
    slack.send(again, first)
    slack.send(again, second)
    wait_for(lambda: len(slack.acknowledged()) == 2)
    wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))
    assert playground.transcript("Claire").count("Quel chiffre") == 1


@pytest.mark.usefixtures("connections")
def test_warned_of_the_end_a_new_connection_stands_before_the_old_one_is_let_go(
    slack: SocketSlack, playground: Playground
) -> None:
    old, other = slack.open_links()
    slack.warn(old)
    wait_for(lambda: len(slack.links) == 3)
    assert slack.open_links() == [old, other, slack.links[2]]
    late = envelope_of_message(playground, "Claire", "améliorer la satisfaction client")
    slack.send(late, old)
    wait_for(lambda: [one["envelope_id"] for one in old.acknowledged] == ["e-Ev0SOCKET"])
    slack.close(old)
    wait_for(lambda: old not in slack.open_links())
    pause(1.5)  # the closed one is not opened again beside its successor
    assert len(slack.open_links()) == 2
    wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))


@pytest.mark.usefixtures("connections")
def test_a_connection_that_is_closed_without_warning_is_opened_anew_in_seconds(slack: SocketSlack) -> None:
    first, _ = slack.open_links()
    slack.close(first)
    assert wait_for(lambda: len(slack.links) >= 3 and len(slack.open_links()) == 2) < 5


@pytest.mark.usefixtures("connections")
def test_a_slack_that_was_gone_is_back_within_seconds_and_hears_again(
    slack: SocketSlack, playground: Playground
) -> None:
    slack.end()
    pause(6)  # a minute takes the same road: the tries are at most eight seconds apart
    slack.begin()
    took = wait_for(lambda: len(slack.open_links()) == 2, 20)
    assert took < socket_mode.LONGEST_WAIT + 4
    slack.send(envelope_of_message(playground, "Claire", "améliorer la satisfaction client"))
    wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))


def test_a_connection_that_falls_silent_is_given_up(
    jalon: Jalon, slack: SocketSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No close, no answer to a ping: what a firewall does that forgot us."""
    monkeypatch.setattr(socket_mode, "PING_EVERY", 0.6)
    monkeypatch.setattr(socket_mode, "PONG_WITHIN", 0.3)
    silent = Connections(jalon.app, "xapp-1", number=1)
    silent.open()
    wait_for(lambda: len(slack.open_links()) == 1)
    slack.deaf = True
    wait_for(lambda: len(slack.links) >= 2, 15)
    slack.deaf = False
    wait_for(lambda: silent.heard == 1, 15)
    silent.close()


def test_a_token_that_slack_refuses_is_told_at_the_start(jalon: Jalon, slack: SocketSlack) -> None:
    slack.refuse = "invalid_auth"
    with pytest.raises(SlackApiError, match="invalid_auth"):
        Connections(jalon.app, "xapp-wrong").open()


def test_told_to_stop_a_turn_under_way_is_finished_and_acknowledged(
    jalon: Jalon, slack: SocketSlack, playground: Playground
) -> None:
    connections = Connections(jalon.app, "xapp-1")
    connections.open()
    wait_for(lambda: connections.heard == 2)
    playground.faults.delay("users.info", 1.0)
    slack.send(envelope_of_message(playground, "Claire", "améliorer la satisfaction client"))
    wait_for(lambda: any(method == "users.info" for method, _ in playground.calls))
    connections.close()
    assert slack.acknowledged() == ["e-Ev0SOCKET"]
    wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))
    wait_for(lambda: not slack.open_links())


def test_serve_hears_answers_and_stops_in_order(
    slack: SocketSlack, playground: Playground, tmp_path: Path
) -> None:
    environment = os.environ | {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_API_URL": slack.api_url,
        "JALON_DATABASE_URL": f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    }
    with subprocess.Popen([sys.executable, "-m", "bot", "serve"], env=environment) as serving:
        try:
            wait_for(lambda: len(slack.open_links()) == 2, 20)
            slack.send(envelope_of_message(playground, "Claire", "améliorer la satisfaction client"))
            wait_for(lambda: heard(playground, "Claire", "Quel chiffre"))
            playground.faults.delay("users.info", 1.5)
            slack.send(envelope_of_message(playground, "Sarah", "improve customer satisfaction", "Ev2"))
            wait_for(lambda: [method for method, _ in playground.calls].count("users.info") == 2)
        finally:
            serving.send_signal(signal.SIGTERM)
            told = time.monotonic()
        assert serving.wait(15) == 0
    assert time.monotonic() - told < 10
    assert slack.tokens[0] == "Bearer xapp-1"
    assert slack.acknowledged() == ["e-Ev0SOCKET", "e-Ev2"]
