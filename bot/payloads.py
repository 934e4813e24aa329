"""What Slack sends, read into values of ours. Anything unexpected is read as nothing, never guessed."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from bot import ids
from coach.dialogue import Pressed
from coach.outgoing import MessageRef
from coach.speech import Verb

Payload = dict[str, Any]
NAMES_PEOPLE = frozenset({Verb.SET_OWNER, Verb.SET_CONTRIBUTORS, Verb.ASK_COLLEAGUE})
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who did something, where, and what Slack calls the event."""

    workspace: str
    user: str
    event: str
    channel: str | None = None
    pressed: MessageRef | None = None
    """The message whose button was pressed."""
    home: bool = False
    """Whether it was done in the App Home."""
    page: int = 0
    """The page of the Home that the person had before them."""
    view_hash: str | None = None
    """What Slack calls the Home that the person had before them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing pressed, and what it is about."""

    subject: str
    pressed: Pressed


def caller_of_event(body: Payload) -> Caller:
    """Who is behind an event of the Events API."""
    event = body["event"]
    return Caller(
        workspace=body.get("team_id") or event.get("team") or "",
        user=event["user"],
        event=body.get("event_id") or f"{event.get('channel')}:{event.get('event_ts')}",
        channel=event.get("channel"),
        view_hash=(event.get("view") or {}).get("hash"),
    )


def caller_of_command(body: Payload) -> Caller:
    """Who typed a slash command; each is known by its trigger."""
    return Caller(
        workspace=body["team_id"],
        user=body["user_id"],
        event=f"command:{body['trigger_id']}",
        channel=body.get("channel_id"),
    )


def caller_of_step(body: Payload) -> Caller:
    """For whom a workflow's step runs."""
    event = body["event"]
    return Caller(
        workspace=body.get("team_id") or "",
        user=str(event["inputs"].get("user_id") or ""),
        event=f"step:{event['function_execution_id']}",
        channel=event["inputs"].get("channel_id"),
    )


def caller_of_shortcut(body: Payload) -> Caller:
    """Who used a shortcut, on a message or anywhere."""
    return Caller(
        workspace=(body.get("team") or {}).get("id") or body["user"].get("team_id", ""),
        user=body["user"]["id"],
        event=f"shortcut:{body['user']['id']}:{body['action_ts']}",
        channel=(body.get("channel") or {}).get("id"),
    )


def permalink(body: Payload) -> str | None:
    """The link to the message that a shortcut was used on, as Slack makes it."""
    domain, channel = (body.get("team") or {}).get("domain"), (body.get("channel") or {}).get("id")
    ts = (body.get("message") or {}).get("ts") or body.get("message_ts")
    if not (domain and channel and ts):
        return None
    thread = (body.get("message") or {}).get("thread_ts")
    below = f"?thread_ts={thread}&cid={channel}" if thread and thread != ts else ""
    return f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}{below}"


def caller_of_interaction(body: Payload) -> Caller:
    """Who pressed, picked or sent a form."""
    container = body.get("container") or {}
    pressed = None
    if container.get("type") == "message" and container.get("message_ts"):
        pressed = MessageRef(channel=container["channel_id"], ts=container["message_ts"])
    actions = body.get("actions") or [{}]
    view = body.get("view") or {}
    stamp = actions[0].get("action_ts") or _stamp_of_form(view)
    return Caller(
        workspace=(body.get("team") or {}).get("id") or body["user"].get("team_id", ""),
        user=body["user"]["id"],
        event=f"press:{body['user']['id']}:{stamp}:{actions[0].get('action_id', '')}",
        channel=container.get("channel_id"),
        pressed=pressed,
        home=view.get("type") == "home",
        page=_page(view),
        view_hash=view.get("hash"),
    )


def _page(view: Payload) -> int:
    """The page that a Home shows, which it carries with it."""
    told = view.get("private_metadata") or ""
    return int(told) if told.isdecimal() and len(told) < 4 else 0


def _stamp_of_form(view: Payload) -> str:
    """What tells one sending of a form from the next: the form, and what is in it.

    A form that was refused is sent again with other values, under the same id.
    """
    values = json.dumps((view.get("state") or {}).get("values"), sort_keys=True)
    return f"{view.get('id')}:{hashlib.sha256(values.encode()).hexdigest()[:32]}"


def action_of(body: Payload) -> Action | None:
    """What was pressed or picked; None where it is not ours."""
    action = body["actions"][0]
    verb, slot = ids.read_action_id(action.get("action_id", ""))
    if verb is None:
        return None
    subject = ids.read_block_id(action.get("block_id", ""))
    return Action(subject.id, Pressed(verb, subject.version, slot, chosen(action)))


def chosen(element: Payload) -> tuple[str, ...]:
    """The values of an element, whatever its type; none where nothing is chosen."""
    match element.get("type"):
        case "button":
            return (element["value"],) if element.get("value") else ()
        case "static_select" | "radio_buttons":
            option = element.get("selected_option")
            return (option["value"],) if option else ()
        case "multi_static_select" | "checkboxes":
            return tuple(option["value"] for option in element.get("selected_options") or ())
        case "users_select":
            return _one(element, "selected_user")
        case "multi_users_select":
            return tuple(element.get("selected_users") or ())
        case "conversations_select":
            return _one(element, "selected_conversation")
        case "datepicker":
            return _one(element, "selected_date")
        case "timepicker":
            return _one(element, "selected_time")
        case "plain_text_input":
            return _one(element, "value")
        case _:
            return ()


def _one(element: Payload, key: str) -> tuple[str, ...]:
    return (element[key],) if element.get(key) else ()


def form_of(view: Payload) -> dict[str, str]:
    """A form's values by block id; empty fields are left out."""
    return {block: found[0] for block, found in choices_of(view).items()}


def choices_of(view: Payload) -> dict[str, tuple[str, ...]]:
    """All that is chosen in a form's fields by block id; empty fields are left out."""
    values: dict[str, tuple[str, ...]] = {}
    for block, elements in (view.get("state") or {}).get("values", {}).items():
        for element in elements.values():
            if found := chosen(element):
                values[block] = found
    return values


def people_in_form(view: Payload) -> list[str]:
    """Slack user ids that a form's lists of people name."""
    fields = (view.get("state") or {}).get("values", {}).values()
    elements = (element for field in fields for element in field.values())
    picked = (chosen(one) for one in elements if one.get("type") in {"users_select", "multi_users_select"})
    return [user for users in picked for user in users]


def people_in(action: Action | None, text: str = "") -> list[str]:
    """Slack user ids that an action or a text names."""
    named = MENTION.findall(text)
    if action is not None and action.pressed.verb in NAMES_PEOPLE:
        named += action.pressed.values
    return named


def words_to_jalon(body: Payload) -> str:
    """What a mention says, without Jalon's own name."""
    own = {one.get("user_id") for one in body.get("authorizations") or ()}
    text = body["event"].get("text") or ""
    return MENTION.sub(lambda name: "" if name[1] in own else name[0], text).strip()


def is_from_a_person(event: Payload) -> bool:
    """Whether a message event is something that somebody wrote: no edit, no bot, no join."""
    return not event.get("bot_id") and event.get("subtype") in {None, "file_share"} and "user" in event


def workspace_of(body: Payload) -> str:
    """The workspace that a payload of any kind comes from, or empty where it does not say."""
    told = body.get("team_id") or (body.get("team") or {}).get("id") or (body.get("user") or {})
    return str(told if isinstance(told, str) else told.get("team_id", "") if isinstance(told, dict) else "")
