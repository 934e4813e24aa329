"""The objects and inner events that Slack sends: users, channels, messages, what happened to them."""

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.playground import people
from bot.playground.values import Channel, File, Json, Message, User, View

if TYPE_CHECKING:
    from bot.playground.world import World

_CHANNEL_TYPE = {"channel": "channel", "private": "group", "im": "im"}


def user_object(world: "World", user: User, *, locale: bool = True) -> Json:
    """A user as `users.info` gives it.

    Args:
        world: The workspace.
        user: Whom to describe.
        locale: Whether the language is told (`include_locale`).
    """
    first, _, last = user.real_name.partition(" ")
    found: Json = {
        "id": user.id,
        "team_id": world.state.team_id,
        "name": user.name,
        "deleted": user.deleted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": 0,
        "profile": {
            "title": user.title,
            "real_name": user.real_name,
            "real_name_normalized": user.real_name,
            "display_name": user.real_name if not user.is_bot else "",
            "display_name_normalized": user.real_name if not user.is_bot else "",
            "first_name": first,
            "last_name": last,
            "team": world.state.team_id,
        },
    }
    if user.deleted:
        return found
    offset = world.now().astimezone(ZoneInfo(user.tz)).utcoffset()
    assert offset is not None
    found |= {
        "color": user.colour.lstrip("#"),
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz.rsplit("/", 1)[-1].replace("_", " "),
        "tz_offset": int(offset.total_seconds()),
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    if locale:
        found["locale"] = user.locale
    return found


def channel_object(world: "World", channel: Channel) -> Json:
    """A conversation as `conversations.info` gives it."""
    if channel.is_im:
        return {
            "id": channel.id,
            "created": channel.created,
            "is_archived": False,
            "is_im": True,
            "is_org_shared": False,
            "context_team_id": world.state.team_id,
            "user": channel.user,
            "is_user_deleted": world.state.users[channel.user].deleted,
            "priority": 0,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.kind == "private",
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": False,
        "is_member": world.bot.id in channel.members,
        "creator": "U0CLAIRE0",
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
        "context_team_id": world.state.team_id,
    }


def file_object(world: "World", file: File) -> Json:
    """A file as Slack describes it."""
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": file.mimetype,
        "filetype": file.name.rsplit(".", 1)[-1].lower(),
        "size": file.length,
        "user": file.user,
        "alt_txt": file.alt_text,
        "url_private": f"{world.base_url}/files/{file.id}/{file.name}",
        "permalink": f"{world.base_url}/files/{file.id}/{file.name}",
        "channels": [],
        "ims": [],
    }


def message_object(world: "World", message: Message, *, metadata: bool = False) -> Json:
    """A message as `conversations.history` gives it.

    Args:
        world: The workspace.
        message: What was said.
        metadata: Whether the app's metadata is told (`include_all_metadata`).
    """
    found: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    if message.client_msg_id:
        found["client_msg_id"] = message.client_msg_id
    found["team"] = world.state.team_id
    if message.bot_id:
        found |= {"bot_id": message.bot_id, "app_id": people.APP_ID, "bot_profile": bot_profile(world)}
    if message.blocks:
        found["blocks"] = message.blocks
    if message.edited_ts:
        found["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.files:
        found["files"] = [file_object(world, world.state.files[one]) for one in message.files]
    found |= _thread(world, message)
    if metadata and message.metadata:
        found["metadata"] = message.metadata
    return found


def _thread(world: "World", message: Message) -> Json:
    if message.is_reply:
        return {
            "thread_ts": message.thread_ts,
            "parent_user_id": world.message(message.channel, message.thread_ts).user,
        }
    replies = [
        one
        for one in world.state.messages.get(message.channel, [])
        if one.is_reply and one.thread_ts == message.ts
    ]
    replies = [one for one in replies if not one.only_for]
    if not replies:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": sorted({one.user for one in replies}),
        "latest_reply": replies[-1].ts,
    }


def bot_profile(world: "World") -> Json:
    """The app behind a bot message."""
    return {
        "id": people.BOT_ID,
        "app_id": people.APP_ID,
        "name": world.bot.real_name,
        "deleted": False,
        "team_id": world.state.team_id,
    }


def _heard(world: "World", message: Message) -> bool:
    """Would the app hear of this message at all?"""
    return world.bot.id in world.state.channels[message.channel].members


def message_event(world: "World", message: Message) -> Json | None:
    """The event of something said where the app is."""
    if not _heard(world, message):
        return None
    kind = _CHANNEL_TYPE[world.state.channels[message.channel].kind]
    found = message_object(world, message) | {
        "channel": message.channel,
        "event_ts": message.ts,
        "channel_type": kind,
    }
    for key in ("reply_count", "reply_users", "latest_reply"):
        found.pop(key, None)
    return found


def app_mention(world: "World", message: Message) -> Json | None:
    """The event of a message that mentions the app in a channel."""
    channel = world.state.channels[message.channel]
    if (
        channel.is_im
        or not _heard(world, message)
        or f"<@{world.bot.id}" not in message.text
        or message.bot_id
    ):
        return None
    found = message_object(world, message)
    found |= {"type": "app_mention", "channel": message.channel, "event_ts": message.ts}
    return found


def message_changed(world: "World", message: Message, before: Json) -> Json | None:
    """The event of an edited message."""
    if not _heard(world, message):
        return None
    ts = world.next_ts()
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": message.channel,
        "channel_type": _CHANNEL_TYPE[world.state.channels[message.channel].kind],
        "message": message_object(world, message),
        "previous_message": before,
        "ts": ts,
        "event_ts": ts,
    }


def message_deleted(world: "World", message: Message, before: Json) -> Json | None:
    """The event of a deleted message."""
    if not _heard(world, message):
        return None
    ts = world.next_ts()
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": message.channel,
        "channel_type": _CHANNEL_TYPE[world.state.channels[message.channel].kind],
        "deleted_ts": message.ts,
        "previous_message": before,
        "ts": ts,
        "event_ts": ts,
    }


def membership(world: "World", kind: str, channel: Channel, user: User) -> Json | None:
    """The event of somebody joining or leaving a channel, told only where the app is.

    Args:
        world: The workspace.
        kind: `member_joined_channel` or `member_left_channel`.
        channel: Where.
        user: Who.
    """
    if world.bot.id not in channel.members:
        return None
    return {
        "type": kind,
        "user": user.id,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "private" else "C",
        "team": world.state.team_id,
        "event_ts": world.next_ts(),
    }


def view_object(world: "World", view: View, state: Json | None = None) -> Json:
    """A view as Slack sends it back.

    Args:
        world: The workspace.
        view: The modal or Home.
        state: What is filled in, `{block_id: {action_id: value}}`; none for a view just made.
    """
    payload = view.payload
    found: dict[str, Any] = {
        "id": view.id,
        "team_id": world.state.team_id,
        "type": view.type,
        "blocks": payload["blocks"],
        "private_metadata": payload.get("private_metadata", ""),
        "callback_id": payload.get("callback_id", ""),
        "state": {"values": state or {}},
        "hash": view.hash,
        "title": payload.get("title"),
        "clear_on_close": payload.get("clear_on_close", False),
        "notify_on_close": payload.get("notify_on_close", False),
        "close": payload.get("close"),
        "submit": payload.get("submit"),
        "previous_view_id": view.previous_view_id or None,
        "root_view_id": view.root_view_id,
        "app_id": people.APP_ID,
        "external_id": view.external_id,
        "app_installed_team_id": world.state.team_id,
        "bot_id": people.BOT_ID,
    }
    if view.type == "home":
        found["title"] = {"type": "plain_text", "text": "View Title", "emoji": True}
    return found
