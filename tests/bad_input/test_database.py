"""A database that cannot be written to: the person hears within Slack's three seconds, in their language."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot import container
from bot.http import EVENTS, build_http
from bot.serving import HttpServer
from bot.settings import Settings
from bot.trial import SIGNING_SECRET, TOKEN
from tests.bad_input.goals import reading
from tests.stage import Stage

BUSY_FR = (
    "Je n’arrive pas à écrire pour l’instant, et je n’ai rien gardé de votre message."
    " Réessayez dans une minute."
)
BUSY_EN = (
    "I cannot write anything down just now, and have kept nothing of your message. Try again in a minute."
)


@contextmanager
def held(stage: Stage) -> Iterator[None]:
    """Another process holds the database."""
    holder = sqlite3.connect(stage.trial.directory / "jalon.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def whispered(stage: Stage, name: str) -> str:
    """What only this person sees."""
    return reading([one.text for one in stage.messages(name) if one.only_for][-1])


@pytest.mark.parametrize(
    ("name", "wish", "told"),
    [
        ("Claire", "améliorer la satisfaction client", BUSY_FR),
        ("Sarah", "improve customer satisfaction", BUSY_EN),
    ],
)
def test_a_locked_database_is_told_in_the_conversation(stage: Stage, name: str, wish: str, told: str) -> None:
    person = stage.person(name)
    with held(stage):
        person.say(wish)
        stage.trial.playground.delivery.settle(5)
        assert whispered(stage, name) == told
        assert stage.trial.playground.delivery.log[-1].seconds < 3
    assert "Jalon" in stage.says(name, wish)  # and a minute later, it works


def test_a_locked_database_is_told_to_a_command_and_a_button(stage: Stage) -> None:
    stage.says("Sarah", "improve customer satisfaction")
    button = stage.with_button("Sarah", "CSAT")
    sarah = stage.person("Sarah")
    with held(stage):
        ack = sarah.command("/goal", "answer faster")
        assert reading(ack.data()["text"]) == BUSY_EN
        sarah.press(button, "CSAT")
        assert whispered(stage, "Sarah") == BUSY_EN
    assert "Where does CSAT stand today?" in reading(
        stage.presses("Sarah", "CSAT", button)
    )  # nothing was half done


def test_a_locked_database_is_told_in_the_home(stage: Stage) -> None:
    sarah = stage.person("Sarah")
    sarah.open_home()
    stage.settle()
    home = stage.trial.playground.world.home(sarah.id)
    assert home is not None
    with held(stage):
        sarah.press(home, "New goal")
        (section,) = sarah.view().blocks
    assert reading(section["text"]["text"]) == BUSY_EN


def test_a_read_only_database_is_told_and_keeps_what_it_holds(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    file = stage.trial.directory / "jalon.sqlite3"
    settings = Settings(
        slack_bot_token=TOKEN,
        slack_signing_secret=SIGNING_SECRET,
        slack_api_url=stage.trial.playground.api_url,
        database_url=f"sqlite:///file:{file}?mode=ro&uri=true",
    )
    jalon = container.build(settings, clock=stage.trial.clock)
    server = HttpServer(build_http(jalon.app)).start()
    served, stage.trial.playground.app_url = stage.trial.playground.app_url, server.url + EVENTS
    try:
        stage.person("Claire").say("Le CSAT")
        stage.trial.playground.delivery.settle(5)
        assert whispered(stage, "Claire") == BUSY_FR
    finally:
        stage.trial.playground.app_url = served
        server.stop()
        jalon.storage.close()
    assert "Où en est le CSAT aujourd’hui ?" in reading(stage.says("Claire", "le CSAT"))
