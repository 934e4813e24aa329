"""Keeps the workspace in a file, so that a restart finds it as it was."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.playground.state import State
from bot.playground.values import (
    Assistant,
    Channel,
    Execution,
    File,
    Message,
    Notice,
    ResponseUrl,
    Trigger,
    User,
    UserGroup,
    View,
)

FORMAT = 1
"""Grows when an older file can no longer be read; such a file is left aside."""


def dump(state: State) -> str:
    """The state as JSON text."""
    return json.dumps({"format": FORMAT, **asdict(state)}, ensure_ascii=False)


def write(path: Path, body: str) -> None:
    """Put `body` into the file in one step: a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")  # another process has its own
    with draft.open("w", encoding="utf-8") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def load(path: Path) -> State | None:
    """The state from its file, or None where there is none of this format."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    if found.pop("format", None) != FORMAT:
        return None
    return _state(found)


def _state(found: dict[str, Any]) -> State:
    by_id = {
        "users": User,
        "channels": Channel,
        "groups": UserGroup,
        "homes": View,
        "files": File,
        "triggers": Trigger,
        "response_urls": ResponseUrl,
        "assistants": Assistant,
        "executions": Execution,
    }
    for key, kind in by_id.items():
        found[key] = {name: kind(**value) for name, value in found.get(key, {}).items()}
    found["messages"] = {name: [Message(**one) for one in said] for name, said in found["messages"].items()}
    found["stacks"] = {name: [View(**one) for one in stack] for name, stack in found["stacks"].items()}
    found["notices"] = [Notice(**one) for one in found["notices"]]
    return State(**found)
