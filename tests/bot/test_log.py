"""The log tells what happened and where, with a reference; never a goal's words, an answer or a token."""

import io
import logging
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import log
from bot.trial import SIGNING_SECRET, TOKEN
from tests.bad_input.goals import a_week_later, reading
from tests.bot.socket_slack import wait_for
from tests.stage import Stage

WORDS = (
    "girafe",
    "koala",
    "tamanoir",
    "ornithorynque",
    "wombat",
    "satisfaction",
    "81,7",
    "81.7",
    "63,4",
    "63.4",
    "75,2",
    "75.2",
    TOKEN,
    SIGNING_SECRET,
)
"""What people write in this journey, and what opens doors."""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the log has, as `jalon serve` writes it at debug."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in log.LIBRARIES}
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    log.configure("debug")
    monkeypatch.undo()
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def a_journey(stage: Stage) -> None:
    """A goal from its wish to an answered check-in, with buttons, words, commands and the Home."""
    stage.says("Claire", "améliorer la satisfaction client de la girafe")
    stage.presses("Claire", "Le CSAT")
    stage.says("Claire", "63,4 %")
    stage.says("Claire", "75,2 %")
    stage.says("Claire", "d'ici fin mars")
    stage.says("Claire", "une écoute du koala par agent chaque semaine")
    stage.says("Claire", "nos résultats passés, et oui, tout est là")
    stage.says("Claire", "pour que le tamanoir n'ait plus à rappeler")
    stage.presses("Claire", "Confirmer")
    a_week_later(stage)
    stage.says("Claire", "81,7 %")
    stage.says("Claire", "bloqué : l'ornithorynque est en panne")
    stage.commands("Claire", "/objectif état")
    stage.commands("Claire", "/objectif calmer le wombat")
    stage.person("Claire").open_home()
    stage.settle()


def spoil(stage: Stage) -> None:
    """Goals and drafts that cannot be read any more: whoever reads them fails, quoting what is in them."""
    database = sqlite3.connect(stage.trial.directory / "jalon.sqlite3")
    with database:
        database.execute("UPDATE goals SET document = replace(document, '\"id\"', '\"wombat\"')")
        database.execute("UPDATE drafts SET document = replace(document, '\"id\"', '\"wombat\"')")
    database.close()


def test_a_whole_journey_and_its_errors_leave_no_word_in_the_log(written: io.StringIO, stage: Stage) -> None:
    a_journey(stage)
    faults = stage.trial.playground.faults
    faults.answer("chat.postMessage", "invalid_blocks")
    stage.says("Claire", "le koala va mieux")
    faults.status("chat.postMessage", 503)
    faults.status("users.info", 503, times=3)
    stage.person("Sarah").say("calm the wombat")
    stage.trial.playground.delivery.settle(10)
    spoil(stage)
    stage.person("Claire").say("le tamanoir encore")
    stage.goes_on(timedelta(days=8))
    stage.trial.playground.delivery.settle(10)
    whispers = [reading(one.text) for one in stage.messages("Claire") if one.only_for]
    text = written.getvalue()
    assert "ValidationError, from" in text, "what failed is told, with its place"
    assert "bot/turns.py" in text
    found = [word for word in WORDS if word in text]
    assert not found, [line for line in text.splitlines() if any(word in line for word in found)][:5]
    (said,) = whispers
    reference = said.split("référence ")[1].split(" ")[0]
    assert f"reference {reference}" in text


def test_what_is_due_and_fails_is_told_by_kind_and_place(written: io.StringIO, stage: Stage) -> None:
    a_journey(stage)
    spoil(stage)
    stage.goes_on(timedelta(days=8))
    wait_for(lambda: "ValidationError at " in written.getvalue())
    assert not [word for word in WORDS if word in written.getvalue()]


def test_an_error_is_told_with_those_it_came_from_and_without_words(written: io.StringIO) -> None:
    try:
        try:
            int("girafe")
        except ValueError as error:
            raise KeyError("koala") from error
    except KeyError:
        logging.getLogger("jalon").exception("reference 1234")
    text = written.getvalue()
    assert "reference 1234" in text
    assert text.index("builtins.KeyError, from") < text.index("builtins.ValueError, from")
    assert f"{__file__}:" in text
    assert "girafe" not in text
    assert "koala" not in text


def test_whatever_is_logged_in_a_thread_is_no_less_discreet(written: io.StringIO) -> None:
    logging.getLogger("slack_sdk").error("Received: %s", TOKEN)
    logging.getLogger("slack_bolt.App").warning("As `installation_store` is set, %s", TOKEN)
    logging.getLogger("sqlalchemy.engine").info("[parameters] %s", "koala")
    logging.getLogger("aiohttp.access").info("GET %s", TOKEN)
    assert written.getvalue() == ""


UNCAUGHT = """
import asyncio, gc, threading
from bot import log

log.configure("info")
log.take_over()

def fail():
    raise ValueError("girafe")

async def forget():
    asyncio.get_running_loop().set_exception_handler(log.tell_of_task)
    task = asyncio.create_task(asyncio.to_thread(fail))
    await asyncio.sleep(0.2)
    del task
    gc.collect()

thread = threading.Thread(target=fail)
thread.start()
thread.join()
asyncio.run(forget())
raise KeyError("koala")
"""


def test_what_nobody_caught_is_told_without_words() -> None:
    ended = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", UNCAUGHT], capture_output=True, text=True, check=False, timeout=30
    )
    assert ended.returncode == 1
    assert ended.stderr.count("builtins.ValueError, from") == 2
    assert ended.stderr.count("builtins.KeyError, from") == 1
    assert "girafe" not in ended.stderr
    assert "koala" not in ended.stderr
