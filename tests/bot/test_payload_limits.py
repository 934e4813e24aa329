"""What a whole journey makes Jalon send holds to slack_sdk's models and to slackblocks' limits."""

from typing import Any

import pytest

from bot.ids import read_action_id
from bot.listeners.actions import OPENS_A_FORM
from bot.playground import Message, View
from bot.playground.blocks import spots
from coach.speech import Verb
from tests.bad_input.goals import a_card, a_week_later
from tests.payloads import flaws, sent_by
from tests.stage import Stage

pytestmark = pytest.mark.slow


def journey(stage: Stage, name: str) -> None:
    """Every surface once: conversation, card, forms, Home, commands, check-in, thread."""
    command = "/objectif" if name == "Claire" else "/goal"
    for line in ("", "list", "status", "metrics", "privacy", "export", "settings"):
        stage.commands(name, f"{command} {line}".strip())
    a_card(stage, name)
    opens_every_form(stage, name)
    stage.presses(name, "Confirmer" if name == "Claire" else "Confirm")
    for line in ("list", "status", "pause", "resume", "export"):
        stage.commands(name, f"{command} {line}")
    stage.commands(name, f"{command} metrics")
    stage.presses(name, "Les vôtres" if name == "Claire" else "Your own")
    stage.presses(name, "Voir le plan" if name == "Claire" else "See the plan")
    stage.person(name).shortcut("new_goal")
    channel = "service-client" if name == "Claire" else "support"
    message = stage.person(name).say("@Jalon improve customer satisfaction", channel)
    stage.person(name).message_shortcut(message, "make_goal")
    a_week_later(stage, name)
    stage.person(name).open_home()
    stage.settle()
    opens_every_form(stage, name)
    stranger = "Karim" if name == "Claire" else "James"
    stage.trial.playground.faults.status("users.info", 503, times=3)
    stage.person(stranger).say("bonjour")
    stage.trial.playground.delivery.settle(10)


def opens_every_form(stage: Stage, name: str) -> None:
    """Each button that opens a form is pressed once, wherever the person sees one, and the form is closed."""
    person = stage.person(name)
    pressed: set[Verb] = set()
    home = person.world.home(person.id)
    seen: list[Message | View] = [*reversed(stage.messages(name)), *([home] if home is not None else [])]
    for thing in seen:
        for spot in spots(thing.blocks):
            verb, _ = read_action_id(spot.action_id)
            if verb is not None and spot.type == "button" and verb in OPENS_A_FORM - pressed:
                person.press(thing, spot)
                pressed.add(verb)
                if person.world.view(person.id) is not None:
                    person.close()


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(label: str) -> dict[str, Any]:
    element = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": label}}
    return {"type": "actions", "elements": [element]}


@pytest.fixture(params=["Claire", "Sarah"])
def payloads(stage: Stage, request: pytest.FixtureRequest) -> dict[str, list[dict[str, Any]]]:
    journey(stage, request.param)
    return sent_by(stage.trial.playground)


SURFACES = {
    "message",
    "thread",
    "whisper",
    "home",
    *(f"form-{verb}" for verb in ("notice", "new_goal", "settings", "edit", "change_goal")),
    *(f"form-{verb}" for verb in ("check_in", "own_metric", "own_reference")),
}
"""What people see of Jalon; the form that shares a goal out is that of tests/journeys."""


def test_every_surface_is_sent_and_sound(payloads: dict[str, list[dict[str, Any]]]) -> None:
    assert {name.rsplit("-", 1)[0] for name in payloads} >= SURFACES
    for name, several in payloads.items():
        for payload in several:
            assert list(flaws(payload)) == [], name


@pytest.mark.parametrize(
    ("payload", "flaw"),
    [
        ({"text": " ", "blocks": []}, "without text"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, "51 blocks"),
        ({"text": "x", "blocks": [section("x" * 3000)] * 5}, "more characters"),
        ({"text": "x", "blocks": [section("x" * 3001)]}, "too long"),
        ({"text": "x", "blocks": [button("🎉")]}, "in words"),
        ({"text": "x", "blocks": [button("x" * 76)]}, "long label"),
        ({"text": "x", "blocks": [{"type": "image", "alt_text": " ", "image_url": "https://x"}]}, "hear"),
    ],
)
def test_a_flaw_is_found(payload: dict[str, Any], flaw: str) -> None:
    assert any(flaw in one for one in flaws(payload)), list(flaws(payload))


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
