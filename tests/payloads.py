"""Every payload that the tests make Jalon send, kept in `build/payloads`: one file a surface and language."""

import fcntl
import json
from pathlib import Path
from typing import Any

from bot.playground import Playground

FOLDER = Path(__file__).parent.parent / "build" / "payloads"
MOST = 400
"""Payloads of one file; what is like one that is there already is not kept again."""
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


def keep_payloads(playground: Playground) -> None:
    """Add what was sent to the files; several test processes may do so at once."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, payloads in sent_by(playground).items():
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
