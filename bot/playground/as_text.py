"""Messages, modals and Homes in plain text, as a person reads them.

Made for snapshots of whole conversations: stable, and pleasant to read in a review.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.playground.blocks import options, values
from bot.playground.emoji import EMOJI
from bot.playground.mrkdwn import emojified, parse, to_text
from bot.playground.values import Json, Message, View

if TYPE_CHECKING:
    from bot.playground.world import World

RULE = "─" * 24


def as_text(world: "World", thing: Message | View) -> str:
    """A message, a modal or a Home in plain text.

    Buttons stand as `[Label]`, menus as `[Placeholder ▾]`, pictures as `(image: what they show)`, headers
    after `#`, fields after `▪`, small print after `·`.

    Args:
        world: The workspace, for names.
        thing: What to read out.
    """
    return _view(world, thing) if isinstance(thing, View) else _message(world, thing)


def transcript(world: "World", messages: list[Message]) -> str:
    """A conversation in plain text, a blank line between messages.

    Args:
        world: The workspace, for names.
        messages: What was said, oldest first.
    """
    return "\n\n".join(as_text(world, message) for message in messages) + "\n"


def _message(world: "World", message: Message) -> str:
    user = world.state.users.get(message.user)
    who = user.real_name if user else message.user
    if message.is_reply:
        who = "↳ " + who
    if message.only_for:
        who += f" (only visible to {world.state.users[message.only_for].real_name})"
    if message.edited_ts and not message.bot_id:
        who += " (edited)"
    if message.blocks:
        lines = _blocks(world, message.blocks, message.state)
    else:
        lines = to_text(parse(message.text, world)).split("\n")
    for name in message.files:
        file = world.state.files[name]
        lines = [line for line in lines if line] + [f"(file: {file.title or file.name}{_alt(file.alt_text)})"]
    if len(lines) == 1:
        return f"{who}: {lines[0]}"
    return "\n".join([f"{who}:", *_indented(lines)])


def _alt(text: str) -> str:
    return f": {text}" if text else ""


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in lines]


def _view(world: "World", view: View) -> str:
    lines = _blocks(world, view.blocks, view.state, view.errors)
    if view.type == "home":
        return "\n".join([f"⌂ {world.state.users[view.user].real_name}", *_indented(lines)])
    payload = view.payload
    buttons = [_plain(payload[key]) for key in ("close", "submit") if payload.get(key)]
    foot = " ".join(f"[{label}]" for label in buttons)
    body = [f"│ {line}".rstrip() for line in lines]
    if view.errors.get(""):
        body.append(f"│ ✗ {view.errors['']}")
    return "\n".join([f"┌ {_plain(payload['title'])}", *body, f"└ {foot}".rstrip()])


def _plain(words: Json | None) -> str:
    return emojified(str(words["text"])) if words else ""


def _words(world: "World", words: Json | None) -> str:
    if not words:
        return ""
    if words["type"] == "plain_text":
        return _plain(words)
    return to_text(parse(str(words["text"]), world))


def _blocks(
    world: "World", blocks: list[Json], state: Json, errors: dict[str, str] | None = None
) -> list[str]:
    held = values(blocks, state)
    found: list[str] = []
    for block in blocks:
        found += _block(world, block, held.get(block.get("block_id", ""), {}))
        error = (errors or {}).get(block.get("block_id", ""))
        if error:
            found.append(f"  ✗ {error}")
    return found


def _block(world: "World", block: Json, held: Json) -> list[str]:
    reader = _READERS.get(block["type"])
    return reader(world, block, held) if reader else str(block.get("text", "")).split("\n")


def _header(_world: "World", block: Json, _held: Json) -> list[str]:
    return [f"# {_plain(block['text'])}"]


def _context(world: "World", block: Json, _held: Json) -> list[str]:
    parts = [
        f"(image: {one['alt_text']})" if one["type"] == "image" else _words(world, one)
        for one in block["elements"]
    ]
    return [f"· {line}" for line in " | ".join(parts).split("\n")]


def _image(_world: "World", block: Json, _held: Json) -> list[str]:
    title = f"{_plain(block['title'])} " if block.get("title") else ""
    return [f"{title}(image: {block['alt_text']})"]


def _section(world: "World", block: Json, held: Json) -> list[str]:
    lines = _words(world, block.get("text")).split("\n") if block.get("text") else []
    for one in block.get("fields") or []:
        lines.append("▪ " + " — ".join(part for part in _words(world, one).split("\n") if part))
    accessory = block.get("accessory")
    if accessory:
        extra = _element(world, accessory, held.get(accessory.get("action_id", ""), {}))
        if len(lines) == 1 and len(extra) == 1:
            return [f"{lines[0]}  {extra[0]}"]
        lines += extra
    return lines


def _actions(world: "World", block: Json, held: Json) -> list[str]:
    lines: list[str] = []
    row: list[str] = []
    for element in block["elements"]:
        shown = _element(world, element, held.get(element.get("action_id", ""), {}))
        if len(shown) == 1 and shown[0].startswith("["):
            row.append(shown[0])
        else:
            lines += ([" ".join(row)] if row else []) + shown
            row = []
    return lines + ([" ".join(row)] if row else [])


def _input(world: "World", block: Json, held: Json) -> list[str]:
    element = block["element"]
    label = _plain(block["label"]) + (" (optional)" if block.get("optional") else "")
    shown = _element(world, element, held.get(element.get("action_id", ""), {}))
    single = len(shown) == 1 and shown[0].startswith("[")
    lines = [f"{label}: {shown[0]}"] if single else [f"{label}:", *_indented(shown)]
    if block.get("hint"):
        lines.append(f"  · {_plain(block['hint'])}")
    return lines


def _element(world: "World", element: Json, held: Json) -> list[str]:
    kind = element["type"]
    if kind == "button":
        return [f"[{_plain(element['text'])}{' ↗' if element.get('url') else ''}]"]
    if kind == "image":
        return [f"(image: {element['alt_text']})"]
    if kind == "overflow":
        return ["[⋯ " + " / ".join(_plain(one["text"]) for one in options(element)) + "]"]
    if kind in {"checkboxes", "radio_buttons"}:
        return _choices(world, element, held)
    chosen = _chosen(world, held)
    placeholder = _plain(element.get("placeholder"))
    if kind.endswith("_input"):
        return [f"[{chosen or placeholder or '…'}]"] if "\n" not in chosen else chosen.split("\n")
    return [f"[{chosen or placeholder or '…'} ▾]"]


def _choices(world: "World", element: Json, held: Json) -> list[str]:
    picked = held.get("selected_options") or [held.get("selected_option")]
    chosen = {one["value"] for one in picked if one}
    on, off = ("☑", "☐") if element["type"] == "checkboxes" else ("●", "○")
    lines: list[str] = []
    for one in options(element):
        lines.append(f"{on if one['value'] in chosen else off} {_words(world, one['text'])}")
        if one.get("description"):
            lines.append(f"  · {_words(world, one['description'])}")
    return lines


def _chosen(world: "World", held: Json) -> str:
    found: list[str] = []
    for key, value in held.items():
        for one in value if isinstance(value, list) else [value]:
            if key == "type" or one in (None, ""):
                continue
            if isinstance(one, dict):
                found.append(_plain(one["text"]) if "text" in one else "…")
            elif "user" in key:
                found.append(world.state.users[one].real_name)
            elif key.startswith(("selected_channel", "selected_conversation")):
                channel = world.state.channels[one]
                found.append(
                    "#" + channel.name if channel.name else world.state.users[channel.user].real_name
                )
            else:
                found.append(str(one))
    return ", ".join(found)


def _rich(world: "World", block: Json, _held: Json) -> list[str]:
    lines: list[str] = []
    for part in block["elements"]:
        if part["type"] == "rich_text_list":
            for number, item in enumerate(part["elements"], 1 + part.get("offset", 0)):
                mark = f"{number}." if part["style"] == "ordered" else "•"
                lines.append("  " * part.get("indent", 0) + f"{mark} {_run(world, item)}")
        elif part["type"] == "rich_text_quote":
            lines += [f"> {line}" for line in _run(world, part).split("\n")]
        else:
            lines += _run(world, part).strip("\n").split("\n")
    return lines


def _run(world: "World", part: Json) -> str:
    return "".join(_inline(world, one) for one in part["elements"])


def _inline(world: "World", one: Json) -> str:
    state, kind = world.state, one["type"]
    found = str(one.get("text") or one.get("fallback") or one.get("url") or "")
    if kind == "user":
        user = state.users.get(one["user_id"])
        found = "@" + (user.real_name if user else one["user_id"])
    elif kind == "channel":
        channel = state.channels.get(one["channel_id"])
        found = "#" + (channel.name if channel else one["channel_id"])
    elif kind == "usergroup":
        group = state.groups.get(one["usergroup_id"])
        found = "@" + (group.handle if group else one["usergroup_id"])
    elif kind == "broadcast":
        found = "@" + str(one["range"])
    elif kind == "emoji":
        found = EMOJI.get(one["name"], f":{one['name']}:")
    return found


_READERS: dict[str, Callable[["World", Json, Json], list[str]]] = {
    "section": _section,
    "header": _header,
    "divider": lambda _world, _block, _held: [RULE],
    "context": _context,
    "actions": _actions,
    "image": _image,
    "input": _input,
    "rich_text": _rich,
}
