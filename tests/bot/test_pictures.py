"""A picture is drawn in a process of its own, uploaded, and shown; without it the message says everything."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.faults import Fault, Kind, Reason, SlackFault
from bot.pictures import Painter, png, put_in, taken_out, without_pictures
from tests.stage import PARIS, Stage

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
WORDS = {"type": "section", "text": {"type": "mrkdwn", "text": "80 %"}}
DRAWN = {"type": "image", "svg": SQUARE, "alt_text": "La courbe"}
MESSAGE = taken_out({"text": "80 %", "blocks": [WORDS, DRAWN, WORDS, DRAWN]})


@pytest.fixture
def painter() -> Iterator[Painter]:
    painter = Painter()
    yield painter
    painter.close()


async def hand_in(content: bytes, name: str, words: str) -> str:
    assert content.startswith(b"\x89PNG")
    assert words == "La courbe"
    return f"F{name}"


async def refuse(content: bytes, name: str, words: str) -> str:
    del content, name, words
    raise SlackFault(Fault(Kind.PERMANENT, Reason.NOT_ALLOWED, "missing_scope"))


def filled(
    painter: Painter, message: dict[str, Any], upload: Callable[[bytes, str, str], Awaitable[str]]
) -> dict[str, Any]:
    return asyncio.run(put_in(message, painter, upload))


def test_a_message_without_its_pictures_can_be_sent_as_it_is() -> None:
    assert MESSAGE["blocks"] == [WORDS, WORDS]
    assert [one["at"] for one in MESSAGE["pictures"]] == [1, 3]


def test_pictures_come_back_into_their_places(painter: Painter) -> None:
    made = filled(painter, MESSAGE, hand_in)
    assert "pictures" not in made
    assert [block.get("slack_file", {}).get("id") for block in made["blocks"]] == [
        None,
        "Fjalon-1.png",
        None,
        "Fjalon-2.png",
    ]
    assert without_pictures(made)["blocks"] == [WORDS, WORDS]


def test_a_picture_that_slack_refuses_is_left_out(painter: Painter) -> None:
    assert filled(painter, MESSAGE, refuse) == {"text": "80 %", "blocks": [WORDS, WORDS]}


def test_a_picture_that_cannot_be_drawn_is_left_out(painter: Painter) -> None:
    broken = taken_out({"text": "80 %", "blocks": [WORDS, DRAWN | {"svg": "<svg"}]})
    assert filled(painter, broken, hand_in) == {"text": "80 %", "blocks": [WORDS]}


def test_after_the_drawing_process_has_died_there_is_another(painter: Painter) -> None:
    async def die_and_draw() -> bytes:
        await painter.draw(SQUARE)
        assert painter._pool is not None
        for process in painter._pool._processes.values():
            process.kill()
        for _ in range(20):
            try:
                return await painter.draw(SQUARE)
            except Exception:  # noqa: BLE001 - the pool notices when it likes
                await asyncio.sleep(0.05)
        raise AssertionError("no process came back")

    assert asyncio.run(die_and_draw()) == png(SQUARE)


# --- in a channel ----------------------------------------------------------------------------------
GOAL = (
    "passer le CSAT de 78 % à 85 % d'ici le 31 mars 2027",
    "une écoute par semaine chacun",
    "nos chiffres, tout est là",
    "les clients restent",
)
TUESDAY = datetime(2027, 1, 12, 10, 0, tzinfo=PARIS)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A goal with a channel, and a figure on Monday the 11th."""
    with Stage(tmp_path) as stage:
        for text in GOAL:
            stage.says("Claire", text)
        stage.chooses("Claire", "Salon des nouvelles", "#service-client")
        stage.says("Claire", "je confirme")
        stage.goes_to(TUESDAY - timedelta(days=1))
        stage.says("Claire", "80 %")
        yield stage


def last_post(stage: Stage) -> Any:
    return stage.trial.playground.world.messages("#service-client")[-1]


def pictures(stage: Stage) -> list[dict[str, Any]]:
    return [block for block in last_post(stage).blocks if block["type"] == "image"]


def test_the_post_shows_the_picture_and_says_everything_in_words(stage: Stage) -> None:
    stage.goes_to(TUESDAY)
    (picture,) = pictures(stage)
    file = stage.trial.playground.world.file(picture["slack_file"]["id"])
    assert file.content.encode("latin-1").startswith(b"\x89PNG")
    assert picture["alt_text"].startswith("Courbe")
    assert "80" in last_post(stage).text
    assert "Le plan prévoyait" in last_post(stage).text


def test_without_the_right_to_upload_the_post_comes_without_a_picture(stage: Stage) -> None:
    stage.trial.playground.faults.answer("files.getUploadURLExternal", "missing_scope")
    stage.goes_to(TUESDAY)
    assert pictures(stage) == []
    assert "Le plan prévoyait" in last_post(stage).text


def test_a_file_that_slack_does_not_know_yet_is_tried_again(stage: Stage) -> None:
    stage.trial.playground.faults.answer("chat.postMessage", "invalid_blocks")
    stage.goes_to(TUESDAY)
    assert len(pictures(stage)) == 1


def test_a_file_that_slack_never_knows_is_left_out(stage: Stage) -> None:
    stage.trial.playground.faults.answer("chat.postMessage", "invalid_blocks", times=3)
    before = len(stage.trial.playground.world.messages("#service-client"))
    stage.goes_to(TUESDAY)
    assert pictures(stage) == []
    assert len(stage.trial.playground.world.messages("#service-client")) == before + 1


def test_the_goals_own_view_has_the_picture(stage: Stage) -> None:
    stage.commands("Claire", "/objectif liste")
    stage.presses("Claire", "Voir le plan")
    shown = stage.messages("Claire")[-1]
    assert [block["type"] for block in shown.blocks].count("image") == 1
