"""What Slack sends of what a person does: commands, actions, submissions, shortcuts."""

from bot.playground import events, people
from bot.playground.blocks import values
from bot.playground.delivery import VERIFICATION_TOKEN
from bot.playground.values import Channel, Json, Message, ResponseUrl, User, View
from bot.playground.views import issue_trigger
from bot.playground.world import World


def _team(world: World) -> Json:
    return {"id": world.state.team_id, "domain": world.state.team_domain}


def _user(world: World, user: User) -> Json:
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": world.state.team_id}


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": "directmessage" if channel.is_im else channel.name}


def _interaction(world: World, kind: str, user: User) -> Json:
    return {
        "type": kind,
        "team": _team(world),
        "user": _user(world, user),
        "api_app_id": people.APP_ID,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def response_url(world: World, user: User, channel: Channel, message_ts: str = "") -> str:
    """A new address to answer at: five times, within thirty minutes."""
    with world.change() as state:
        name = world.next_id("R")
        issued = world.now().timestamp()
        state.response_urls = {
            key: one for key, one in state.response_urls.items() if issued - one.issued < 7200
        }
        state.response_urls[name] = ResponseUrl(name, user.id, channel.id, message_ts, issued)
    return f"{world.base_url}/response/{state.team_id}/{name}"


def client_msg_id(ts: str) -> str:
    """An id in the form that Slack's window gives each message."""
    digits = f"{int(ts.replace('.', '')):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def command(world: World, user: User, channel: Channel, name: str, text: str) -> dict[str, str]:
    """The form fields of a slash command."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": world.state.team_id,
        "team_domain": world.state.team_domain,
        "channel_id": channel.id,
        "channel_name": "directmessage" if channel.is_im else channel.name,
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": people.APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url(world, user, channel),
        "trigger_id": issue_trigger(world, user.id),
    }


def block_actions(world: World, user: User, thing: Message | View, action: Json) -> Json:
    """A `block_actions` payload: somebody used an element of a message or a view."""
    found = _interaction(world, "block_actions", user)
    if isinstance(thing, View):
        state = values(thing.blocks, thing.state)
        found |= {
            "container": {"type": "view", "view_id": thing.id},
            "trigger_id": issue_trigger(world, user.id, thing.id if thing.type == "modal" else ""),
            "view": events.view_object(world, thing, state),
            "actions": [action],
        }
        return found
    channel = world.state.channels[thing.channel]
    container: Json = {
        "type": "message",
        "message_ts": thing.ts,
        "channel_id": thing.channel,
        "is_ephemeral": bool(thing.only_for),
    }
    if thing.thread_ts:
        container["thread_ts"] = thing.thread_ts
    found |= {
        "container": container,
        "trigger_id": issue_trigger(world, user.id),
        "channel": _channel(channel),
        "state": {"values": values(thing.blocks, thing.state)},
        "response_url": response_url(world, user, channel, thing.ts),
        "actions": [action],
    }
    if not thing.only_for:
        found["message"] = events.message_object(world, thing, metadata=True)
    return found


def view_submission(world: World, user: User, view: View) -> Json:
    """A `view_submission` payload: somebody sent a modal."""
    found = _interaction(world, "view_submission", user)
    found |= {
        "trigger_id": issue_trigger(world, user.id, view.id),
        "view": events.view_object(world, view, values(view.blocks, view.state)),
        "response_urls": [],
    }
    return found


def view_closed(world: World, user: User, view: View, cleared: bool) -> Json:
    """A `view_closed` payload: somebody closed a modal.

    Args:
        world: The workspace.
        user: Who closed it.
        view: The modal.
        cleared: Were all modals closed at once?
    """
    found = _interaction(world, "view_closed", user)
    found |= {
        "view": events.view_object(world, view, values(view.blocks, view.state)),
        "is_cleared": cleared,
    }
    return found


def shortcut(world: World, user: User, callback_id: str) -> Json:
    """A global `shortcut` payload."""
    found = _interaction(world, "shortcut", user)
    found |= {
        "callback_id": callback_id,
        "trigger_id": issue_trigger(world, user.id),
        "action_ts": world.next_ts(),
    }
    return found


def message_action(world: World, user: User, message: Message, callback_id: str) -> Json:
    """A `message_action` payload: a shortcut used on a message."""
    channel = world.state.channels[message.channel]
    found = _interaction(world, "message_action", user)
    found |= {
        "callback_id": callback_id,
        "trigger_id": issue_trigger(world, user.id),
        "action_ts": world.next_ts(),
        "message_ts": message.ts,
        "channel": _channel(channel),
        "message": events.message_object(world, message),
        "response_url": response_url(world, user, channel, message.ts),
    }
    return found


def app_home_opened(world: World, channel: Channel, home: View | None, tab: str) -> Json:
    """The event of somebody looking at the app's Home or Messages tab."""
    found: Json = {
        "type": "app_home_opened",
        "user": channel.user,
        "channel": channel.id,
        "tab": tab,
        "event_ts": world.next_ts(),
    }
    if home is not None:
        found["view"] = events.view_object(world, home, values(home.blocks, home.state))
    return found
