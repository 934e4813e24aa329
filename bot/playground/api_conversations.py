"""The `conversations.*` methods, and `users.conversations`."""

import base64
from collections.abc import Sequence
from typing import TypeVar

from bot.playground import events
from bot.playground.api import Call
from bot.playground.errors import SlackRefusal
from bot.playground.values import Channel, Json, Message

_KIND = {"public_channel": "channel", "private_channel": "private", "im": "im", "mpim": ""}
_Item = TypeVar("_Item")


def page(call: Call, found: Sequence[_Item], default: int, most: int = 1000) -> tuple[list[_Item], Json]:
    """One page of a list, and the `response_metadata` that leads to the next.

    Raises:
        SlackRefusal: `invalid_cursor` or `invalid_limit`.
    """
    limit = call.number("limit", default)
    if limit < 1 or limit > most:
        raise SlackRefusal("invalid_limit")
    start = 0
    if call.text("cursor"):
        try:
            start = int(base64.b64decode(call.text("cursor")).decode().removeprefix("at:"))
        except ValueError:
            raise SlackRefusal("invalid_cursor") from None
    rest = start + limit < len(found)
    cursor = base64.b64encode(f"at:{start + limit}".encode()).decode() if rest else ""
    return list(found[start : start + limit]), {"next_cursor": cursor}


def open_(call: Call) -> Json:
    """`conversations.open`: the direct messages with one user."""
    world = call.world
    if call.text("channel"):
        channel = call.channel()
        if not channel.is_im:
            raise SlackRefusal("method_not_supported_for_channel_type")
        return {"channel": {"id": channel.id}, "no_op": True, "already_open": True}
    users = [one for one in call.text("users").split(",") if one]
    if not users:
        raise SlackRefusal("users_list_not_supplied")
    if len(users) > 1:
        raise SlackRefusal("method_not_supported_for_channel_type")
    user = world.state.users.get(users[0])
    if user is None:
        raise SlackRefusal("user_not_found")
    if user.deleted:
        raise SlackRefusal("user_disabled")
    if user.is_bot:
        raise SlackRefusal("invalid_user_combination")
    before = len(world.state.channels)
    channel = world.open_im(user.id)
    already = before == len(world.state.channels)
    body = events.channel_object(world, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": body} | ({"no_op": True, "already_open": True} if already else {})


def info(call: Call) -> Json:
    """`conversations.info`."""
    channel = call.channel()
    call.scope_for(channel, "read")
    found = events.channel_object(call.world, channel)
    if not call.flag("include_num_members"):
        found.pop("num_members", None)
    if call.flag("include_locale"):
        found["locale"] = "en-US"
    return {"channel": found}


def _bounds(call: Call, said: list[Message]) -> list[Message]:
    oldest, latest = call.text("oldest"), call.text("latest")
    for name, value in (("oldest", oldest), ("latest", latest)):
        try:
            float(value or 0)
        except ValueError:
            raise SlackRefusal(f"invalid_ts_{name}") from None
    inclusive = call.flag("inclusive")

    def within(message: Message) -> bool:
        at = float(message.ts)
        low = not oldest or at > float(oldest) or (inclusive and at == float(oldest))
        high = not latest or at < float(latest) or (inclusive and at == float(latest))
        return low and high

    return [message for message in said if within(message)]


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.scope_for(channel, "history")
    if call.world.bot.id not in channel.members:
        raise SlackRefusal("not_in_channel")
    return channel


def history(call: Call) -> Json:
    """`conversations.history`: newest first, without replies and without whispers."""
    world = call.world
    with world.lock:
        channel = _readable(call)
        said = [one for one in world.messages(channel) if not one.is_reply]
        said = _bounds(call, said)[::-1]
        found, cursor = page(call, said, 100, 999)
        metadata = call.flag("include_all_metadata")
        bodies = [events.message_object(world, one, metadata=metadata) for one in found]
    answer: Json = {"messages": bodies, "has_more": bool(cursor["next_cursor"]), "pin_count": 0}
    if cursor["next_cursor"]:
        answer["response_metadata"] = cursor
    return answer


def replies(call: Call) -> Json:
    """`conversations.replies`: a thread, its head first."""
    world = call.world
    with world.lock:
        channel = _readable(call)
        ts = call.need("ts")
        said = [one for one in world.messages(channel) if ts in {one.ts, one.thread_ts}]
        if not said:
            raise SlackRefusal("thread_not_found")
        head = said[0].thread_ts or said[0].ts
        said = [one for one in world.messages(channel) if head in {one.ts, one.thread_ts}]
        found, cursor = page(call, _bounds(call, said), 1000)
        metadata = call.flag("include_all_metadata")
        bodies = [events.message_object(world, one, metadata=metadata) for one in found]
    return {"messages": bodies, "has_more": bool(cursor["next_cursor"]), "response_metadata": cursor}


def members(call: Call) -> Json:
    """`conversations.members`."""
    channel = call.channel()
    call.scope_for(channel, "read")
    found, cursor = page(call, channel.members, 100)
    return {"members": found, "response_metadata": cursor}


def _of_types(call: Call) -> list[Channel]:
    types = [one.strip() for one in call.text("types", "public_channel").split(",")]
    if any(one not in _KIND for one in types):
        raise SlackRefusal("invalid_types")
    for one in types:
        call.scope(
            {"public_channel": "channels:read", "private_channel": "groups:read"}.get(one, f"{one}:read"),
        )
    kinds = {_KIND[one] for one in types}
    world = call.world
    found = [one for one in world.state.channels.values() if one.kind in kinds]
    found = [one for one in found if one.kind == "channel" or world.bot.id in one.members]
    return [one for one in found if not (call.flag("exclude_archived") and one.is_archived)]


def list_(call: Call) -> Json:
    """`conversations.list`: public channels, and what the app is in."""
    found, cursor = page(call, _of_types(call), 100)
    return {
        "channels": [events.channel_object(call.world, one) for one in found],
        "response_metadata": cursor,
    }


def of_user(call: Call) -> Json:
    """`users.conversations`: what a user is in, as far as the app may see it."""
    user = call.user() if call.text("user") else call.world.bot
    found, cursor = page(call, [one for one in _of_types(call) if user.id in one.members], 100)
    return {
        "channels": [events.channel_object(call.world, one) for one in found],
        "response_metadata": cursor,
    }


def join(call: Call) -> Json:
    """`conversations.join`: public channels only."""
    world = call.world
    channel = call.channel()
    if channel.kind != "channel":
        raise SlackRefusal("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackRefusal("is_archived")
    already = world.bot.id in channel.members
    if not already:
        world.join(channel, world.bot)
    body = {"channel": events.channel_object(world, channel)}
    return body | ({"warning": "already_in_channel"} if already else {})


METHODS = {
    "conversations.open": open_,
    "conversations.info": info,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.members": members,
    "conversations.list": list_,
    "conversations.join": join,
    "users.conversations": of_user,
}
