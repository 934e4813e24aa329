"""What Slack makes of what a person types: escapes, mentions, channels, links."""

import re

from bot.playground.values import Json
from bot.playground.world import World

_URL = re.compile(r"(?<![\w<|])https?://[^\s<>|]+[^\s<>|.,;:!?)»]")
_SPECIAL = re.compile(r"(?<!\w)@(here|channel|everyone)\b")
_MARK = re.compile(r"<(@|#|!|https?:)([^>|]*)(?:\|([^>]*))?>")


def escape(text: str) -> str:
    """The three characters that Slack escapes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """The text behind Slack's three escapes."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def typed(world: World, text: str, *, names: bool = False) -> str:
    """What a message holds after somebody typed `text`.

    Args:
        world: The workspace, for the names in it.
        text: What was typed: `@Karim Benali` or `@karim` mentions, `#support` names a channel.
        names: Whether mentions carry the name too, as in an escaped slash command.
    """
    with world.lock:
        return _typed(world, text, names=names)


def _typed(world: World, text: str, *, names: bool) -> str:
    found = _URL.sub(lambda hit: f"<{hit.group(0)}>", escape(text))
    found = _SPECIAL.sub(lambda hit: f"<!{hit.group(1)}>", found)
    for name, user_id in _people(world):
        mention = f"<@{user_id}|{world.state.users[user_id].name}>" if names else f"<@{user_id}>"
        found = re.sub(rf"(?<![\w<])@{re.escape(name)}(?!\w)", mention, found, flags=re.IGNORECASE)
    for group in world.state.groups.values():
        found = re.sub(rf"(?<![\w<])@{re.escape(group.handle)}(?!\w)", f"<!subteam^{group.id}>", found)
    for channel in world.state.channels.values():
        if channel.name:
            found = re.sub(
                rf"(?<![\w<&])#{re.escape(channel.name)}(?![\w-])", f"<#{channel.id}|{channel.name}>", found
            )
    return found


def _people(world: World) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    firsts = [user.real_name.split()[0] for user in world.state.users.values()]
    for user in world.state.users.values():
        first = user.real_name.split()[0]
        found += [(user.real_name, user.id), (user.name, user.id)]
        if firsts.count(first) == 1:
            found.append((first, user.id))
    return sorted(set(found), key=lambda pair: -len(pair[0]))


def rich_text(text: str, block_id: str) -> Json:
    """The `rich_text` block that Slack's own window sends beside a typed text.

    Args:
        text: The text with Slack's mark-up.
        block_id: The block's id.
    """
    elements: list[Json] = []
    at = 0
    for hit in _MARK.finditer(text):
        if hit.start() > at:
            elements.append({"type": "text", "text": unescape(text[at : hit.start()])})
        elements.append(_element(hit))
        at = hit.end()
    if at < len(text):
        elements.append({"type": "text", "text": unescape(text[at:])})
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _element(hit: re.Match[str]) -> Json:
    kind, body, _label = hit.groups()
    if kind == "@":
        return {"type": "user", "user_id": body}
    if kind == "#":
        return {"type": "channel", "channel_id": body}
    if kind == "!":
        if body.startswith("subteam^"):
            return {"type": "usergroup", "usergroup_id": body.removeprefix("subteam^")}
        return {"type": "broadcast", "range": body}
    return {"type": "link", "url": unescape(kind + body)}
