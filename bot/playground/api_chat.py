"""The `chat.*` methods: saying, changing, deleting, whispering."""

import json
from typing import Any

from bot.playground import events, people
from bot.playground.api import Call
from bot.playground.blocks import accepted
from bot.playground.errors import SlackRefusal
from bot.playground.rules_blocks import check_message_blocks
from bot.playground.values import Channel, Json, Message
from bot.playground.world import World

TEXT_CHARACTERS = 40_000
UPDATE_CHARACTERS = 4_000
METADATA_BYTES = 16_000


def file_ready(world: World, name: str) -> bool:
    """Can this file, by id or address, be shown in a block?"""
    files = world.state.files.values()
    return any(file.state == "complete" and (file.id == name or f"/{file.id}/" in name) for file in files)


def checked_blocks(world: World, found: Any) -> list[Json]:
    """Blocks as Slack keeps them.

    Raises:
        SlackRefusal: it does not take them.
    """
    if found is None:
        return []
    check_message_blocks(found, lambda name: file_ready(world, name))
    return accepted(found)


def _metadata(call: Call) -> Json | None:
    found = call.structure("metadata", "invalid_metadata_format")
    if found is None:
        return None
    if not isinstance(found, dict) or set(found) - {"event_type", "event_payload", "entities"}:
        raise SlackRefusal("invalid_metadata_format")
    if found and not (
        isinstance(found.get("event_type"), str) and isinstance(found.get("event_payload"), dict)
    ):
        raise SlackRefusal("invalid_metadata_format")
    if len(json.dumps(found, ensure_ascii=False).encode()) > METADATA_BYTES:
        raise SlackRefusal("metadata_too_large")
    return found


def _where(call: Call) -> Channel:
    """The conversation to post in: an id, a user for a direct message, or a channel's name."""
    name, world = call.need("channel"), call.world
    if name in world.state.users:
        user = world.state.users[name]
        if user.deleted or user.is_bot:
            raise SlackRefusal("channel_not_found")
        return world.open_im(user.id)
    found = world.state.channels.get(name)
    if found is None:
        named = [one for one in world.state.channels.values() if one.name and one.name == name.lstrip("#")]
        found = named[0] if named else None
    if found is None:
        raise SlackRefusal("channel_not_found")
    if world.bot.id not in found.members:
        raise SlackRefusal("not_in_channel" if found.kind == "channel" else "channel_not_found")
    if found.is_im and world.state.users[found.user].deleted:
        raise SlackRefusal("channel_not_found")
    if found.is_archived:
        raise SlackRefusal("is_archived")
    return found


def _content(call: Call, most: int) -> tuple[str, list[Json]]:
    text = call.text("text")
    blocks = checked_blocks(call.world, call.structure("blocks", "invalid_blocks_format"))
    if not text.strip() and not blocks:
        raise SlackRefusal("no_text")
    if len(text) > most:
        raise SlackRefusal("msg_too_long")
    return text, blocks


def post_message(call: Call) -> Json:
    """`chat.postMessage`."""
    world = call.world
    with world.lock:
        channel = _where(call)
        call.access.meter.message(channel.id, world.now())
        text, blocks = _content(call, TEXT_CHARACTERS)
        metadata = _metadata(call) or {}
        thread = call.text("thread_ts")
        if thread:
            thread = _root(world, channel.id, thread)
        name = call.text("client_msg_id")
        if name and world.idempotent_posts:
            for message in world.messages(channel):
                if message.client_msg_id == name and message.bot_id:
                    return _posted(world, message)
        message = Message(
            ts=world.next_ts(),
            channel=channel.id,
            user=world.bot.id,
            text=text,
            blocks=blocks,
            metadata=metadata,
            thread_ts=thread,
            client_msg_id=name,
            bot_id=people.BOT_ID,
        )
        return _posted(world, world.post(message))


def _root(world: World, channel: str, ts: str) -> str:
    """The message that heads the thread of `ts`."""
    try:
        parent = world.message(channel, ts)
    except SlackRefusal:
        raise SlackRefusal("cannot_reply_to_message") from None
    return parent.thread_ts or parent.ts


def _posted(world: World, message: Message) -> Json:
    body = events.message_object(world, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": body}


def update(call: Call) -> Json:
    """`chat.update`: blocks and metadata that are not given stay as they were."""
    world = call.world
    with world.lock:
        channel = call.channel()
        message = world.message(channel.id, call.need("ts"))
        if message.only_for:
            raise SlackRefusal("message_not_found")
        if message.user != world.bot.id:
            raise SlackRefusal("cant_update_message")
        if "blocks" in call.args or "text" not in call.args:
            text, blocks = _content(call, UPDATE_CHARACTERS)
        else:
            text, blocks = call.text("text"), message.blocks
            if not text.strip() and not blocks:
                raise SlackRefusal("no_text")
            if len(text) > UPDATE_CHARACTERS:
                raise SlackRefusal("msg_too_long")
        metadata = _metadata(call)
        changed = world.edit(
            message,
            text=text,
            blocks=blocks,
            metadata=message.metadata if metadata is None else metadata,
            state=message.state if blocks == message.blocks else {},
        )
        body = events.message_object(world, changed, metadata=True)
        return {"channel": channel.id, "ts": changed.ts, "text": text, "message": body}


def delete(call: Call) -> Json:
    """`chat.delete`: the app's own messages only."""
    world = call.world
    with world.lock:
        channel = call.channel()
        message = world.message(channel.id, call.need("ts"))
        if message.only_for:
            raise SlackRefusal("message_not_found")
        if message.user != world.bot.id:
            raise SlackRefusal("cant_delete_message")
        world.delete(message)
        return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(call: Call) -> Json:
    """`chat.postEphemeral`: one person sees it, and no method ever finds it again."""
    world = call.world
    with world.lock:
        channel = _where(call)
        user = call.user()
        if user.id not in channel.members:
            raise SlackRefusal("user_not_in_channel")
        text, blocks = _content(call, TEXT_CHARACTERS)
        said = world.whisper(
            user.id,
            channel.id,
            text,
            blocks=blocks,
            user=world.bot.id,
            bot_id=people.BOT_ID,
            thread_ts=call.text("thread_ts"),
        )
        return {"message_ts": said.ts}


def get_permalink(call: Call) -> Json:
    """`chat.getPermalink`: an address that the playground's page follows."""
    world = call.world
    channel = call.channel()
    message = world.message(channel.id, call.need("message_ts"))
    if message.only_for:
        raise SlackRefusal("message_not_found")
    link = f"{world.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
