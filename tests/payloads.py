"""Every payload that the tests make Jalon send: checked, and kept in `build/payloads`.

There is one file a surface and language.
"""

import fcntl
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slackblocks import _limits as limits

from bot.playground import Playground
from bot.playground.rules_blocks import ALL_BLOCKS_CHARACTERS

FOLDER = Path(__file__).parent.parent / "build" / "payloads"
MOST = 400
"""Payloads of one file; what is like one that is there already is not kept again."""
PICTORIAL = re.compile(r"^[\W_]*$")
MESSAGES = frozenset({"chat.postMessage", "chat.update", "chat.postEphemeral"})
VIEWS = frozenset({"views.open", "views.push", "views.update", "views.publish"})


def surface_of(method: str, sent: dict[str, Any]) -> str:
    """Where a payload is seen: a message, a thread, a kind of form, the Home."""
    if method in MESSAGES:
        return (
            "thread" if sent.get("thread_ts") else "message" if method != "chat.postEphemeral" else "whisper"
        )
    view = _view(sent)
    return "home" if view["type"] == "home" else f"form-{view.get('callback_id', 'notice').split('/')[0]}"


def _view(sent: dict[str, Any]) -> dict[str, Any]:
    view = sent["view"]
    found: dict[str, Any] = json.loads(view) if isinstance(view, str) else view
    return found


def body_of(method: str, sent: dict[str, Any]) -> dict[str, Any]:
    """What is shown of a payload: a view, or a message's text and blocks."""
    if method in VIEWS:
        return _view(sent)
    blocks = sent.get("blocks") or []
    return {"text": sent.get("text", ""), "blocks": json.loads(blocks) if isinstance(blocks, str) else blocks}


def language_of(playground: Playground, sent: dict[str, Any]) -> str:
    """The language of who sees it, by their profile; a channel's is the team's, French here."""
    state = playground.world.state
    channel = state.channels.get(str(sent.get("channel", "")))
    user = sent.get("user_id") or sent.get("user") or (channel.user if channel is not None else "")
    trigger = state.triggers.get(str(sent.get("trigger_id", "")))
    known = state.users.get(str(user or (trigger.user if trigger is not None else "")))
    return known.language if known is not None else "fr"


def sent_by(playground: Playground) -> dict[str, list[dict[str, Any]]]:
    """All payloads of a playground, by file name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for method, sent in playground.calls:
        if method in MESSAGES | VIEWS:
            name = f"{surface_of(method, sent)}-{language_of(playground, sent)}"
            found.setdefault(name, []).append(body_of(method, sent))
    return found


def flaws(payload: dict[str, Any]) -> Iterator[str]:
    """What slack_sdk's models or slackblocks' limits would refuse in a payload, and what Slack would."""
    blocks = payload["blocks"]
    for block in Block.parse_all(blocks):
        try:
            block.validate_json()
        except SlackObjectFormationError as error:
            yield str(error)
    if len(blocks) > (50 if "text" in payload else 100):
        yield f"{len(blocks)} blocks"
    if "text" in payload and not payload["text"].strip():
        yield "a message without text for notifications and screen readers"
    if "text" in payload and sum(len(one["text"]) for one in texts(blocks)) > ALL_BLOCKS_CHARACTERS:
        yield "more characters than a message may have"
    if any(len(one["text"]) > limits.TEXT_MAX_LENGTH for one in texts(payload)):
        yield "a text that is too long"
    for block in blocks:
        yield from _flaws_of(block)


def _flaws_of(block: dict[str, Any]) -> Iterator[str]:
    if len(block.get("block_id", "")) > limits.BLOCK_ID_MAX_LENGTH:
        yield "an id of a block that is too long"
    if block["type"] == "image" and not block["alt_text"].strip():
        yield "a picture that nobody can hear"
    for element in [*block.get("elements", ()), block.get("accessory") or {}, block.get("element") or {}]:
        if element.get("type") == "button":
            if len(element["text"]["text"]) > limits.BUTTON_TEXT_MAX_LENGTH:
                yield "a button with a long label"
            if PICTORIAL.match(element["text"]["text"]):
                yield "a button that does not say in words what it does"
            if len(element.get("value", "")) > limits.BUTTON_VALUE_MAX_LENGTH:
                yield "a button with a long value"
        if len(element.get("options", ())) > limits.SELECT_OPTIONS_MAX_ITEMS:
            yield "a list with too many options"
        for option in element.get("options", ()):
            if len(option["text"]["text"]) > limits.OPTION_TEXT_MAX_LENGTH:
                yield "an option with a long label"
            if len(option["value"]) > limits.OPTION_VALUE_MAX_LENGTH:
                yield "an option with a long value"


def texts(payload: Any) -> list[dict[str, Any]]:
    """All text objects of a payload."""
    if isinstance(payload, list):
        return [one for part in payload for one in texts(part)]
    if not isinstance(payload, dict):
        return []
    own = [payload] if payload.get("type") in {"plain_text", "mrkdwn"} else []
    return own + [one for part in payload.values() for one in texts(part)]


def keep_payloads(playground: Playground) -> None:
    """Check what was sent, and add it to the files; several test processes may do so at once."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, payloads in sent_by(playground).items():
        for payload in payloads:
            found = list(flaws(payload))
            assert not found, (name, found, payload)
        with (FOLDER / f"{name}.json").open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            kept = json.loads(file.read() or "[]")
            known = {_shape(one) for one in kept}
            for payload in payloads:
                if len(kept) < MOST and _shape(payload) not in known:
                    kept.append(payload)
                    known.add(_shape(payload))
            file.seek(0)
            file.truncate()
            json.dump(kept, file, ensure_ascii=False, indent=1)


def _shape(payload: dict[str, Any]) -> str:
    """What makes two payloads alike: the kinds of their blocks, and their first words."""
    kinds = [(block["type"], len(block.get("elements", ()))) for block in payload.get("blocks", ())]
    return json.dumps([kinds, str(payload.get("text", ""))[:40]])
