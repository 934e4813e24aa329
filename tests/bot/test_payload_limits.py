"""What a whole journey makes Jalon send holds to slack_sdk's models and to slackblocks' limits."""

import re
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slackblocks import _limits as limits

from tests.bad_input.goals import a_goal, a_week_later
from tests.payloads import sent_by
from tests.stage import Stage

PICTORIAL = re.compile(r"^[\W_]*$")


def journey(stage: Stage, name: str) -> None:
    """Every surface once: conversation, card, forms, Home, commands, check-in, thread."""
    command = "/objectif" if name == "Claire" else "/goal"
    for line in ("", "list", "status", "metrics", "privacy", "export", "settings"):
        stage.commands(name, f"{command} {line}".strip())
    a_goal(stage, name)
    for line in ("list", "status", "pause", "resume", "export"):
        stage.commands(name, f"{command} {line}")
    stage.person(name).shortcut("new_goal")
    channel = "service-client" if name == "Claire" else "support"
    message = stage.person(name).say("@Jalon improve customer satisfaction", channel)
    stage.person(name).message_shortcut(message, "make_goal")
    a_week_later(stage, name)
    stage.person(name).open_home()
    stage.settle()


def texts(payload: Any) -> list[dict[str, Any]]:
    """All text objects of a payload."""
    if isinstance(payload, list):
        return [one for part in payload for one in texts(part)]
    if not isinstance(payload, dict):
        return []
    own = [payload] if payload.get("type") in {"plain_text", "mrkdwn"} else []
    return own + [one for part in payload.values() for one in texts(part)]


@pytest.fixture(params=["Claire", "Sarah"])
def payloads(stage: Stage, request: pytest.FixtureRequest) -> dict[str, list[dict[str, Any]]]:
    journey(stage, request.param)
    return sent_by(stage.trial.playground)


def test_every_payload_of_a_journey_is_sound(payloads: dict[str, list[dict[str, Any]]]) -> None:
    surfaces = {name.rsplit("-", 1)[0] for name in payloads}
    assert {"message", "thread", "home", "form-settings", "form-new_goal", "form-notice"} <= surfaces
    for name, several in payloads.items():
        for payload in several:
            for block in Block.parse_all(payload["blocks"]):
                block.validate_json()
            assert len(payload["blocks"]) <= (50 if "text" in payload else 100), name
            assert all(len(one["text"]) <= limits.TEXT_MAX_LENGTH for one in texts(payload)), name
            for block in payload["blocks"]:
                _check_elements(block)
                if block["type"] == "image":
                    assert block["alt_text"]


def _check_elements(block: dict[str, Any]) -> None:
    assert len(block.get("block_id", "")) <= limits.BLOCK_ID_MAX_LENGTH
    for element in [*block.get("elements", ()), block.get("accessory") or {}, block.get("element") or {}]:
        if element.get("type") == "button":
            assert len(element["text"]["text"]) <= limits.BUTTON_TEXT_MAX_LENGTH
            assert not PICTORIAL.match(element["text"]["text"]), "a button says in words what it does"
            assert len(element.get("value", "")) <= limits.BUTTON_VALUE_MAX_LENGTH
        assert len(element.get("options", ())) <= limits.SELECT_OPTIONS_MAX_ITEMS
        for option in element.get("options", ()):
            assert len(option["text"]["text"]) <= limits.OPTION_TEXT_MAX_LENGTH
            assert len(option["value"]) <= limits.OPTION_VALUE_MAX_LENGTH


def test_every_message_says_all_of_it_as_text(payloads: dict[str, list[dict[str, Any]]]) -> None:
    """For notifications and screen readers: each heading and paragraph stands in `text` too."""
    for name, several in payloads.items():
        for payload in several:
            if "text" not in payload or len(payload["text"]) > 2900:
                continue
            assert payload["text"].strip(), name
            for block in payload["blocks"]:
                if block["type"] == "section" and "accessory" not in block:
                    first = block["text"]["text"].splitlines()[0].removeprefix("•  ")
                    assert first in payload["text"], name
