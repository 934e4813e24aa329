"""What the app's answers do: to a command, an action, a submission, and at a response URL."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.playground import people, views
from bot.playground.api_chat import checked_blocks, file_ready
from bot.playground.blocks import values
from bot.playground.choosing import complaints
from bot.playground.delivery import Ack
from bot.playground.errors import CannotDo, FieldsRefused, SlackRefusal
from bot.playground.rules_blocks import check_view
from bot.playground.values import Channel, Json, Message, Trigger, User, View
from bot.playground.words import say
from bot.playground.world import World

URL_USES = 5
URL_LIFE = timedelta(minutes=30)


def command_answered(world: World, user: str, channel: Channel, command: str, ack: Ack) -> None:
    """Show what the app's acknowledgement of a command says, or that it failed."""
    language = world.state.users[user].language
    if not ack.ok:
        world.whisper(user, channel.id, say(language, "command_failed", command=command, error=ack.error))
        return
    body = ack.data() or ({"text": ack.body} if ack.body.strip() else {})
    if not body.get("text") and not body.get("blocks"):
        return
    try:
        _answer(world, user, channel, body, "")
    except SlackRefusal as refusal:
        world.whisper(user, channel.id, say(language, "command_failed", command=command, error=refusal.code))


def _answer(world: World, user: str, channel: Channel, body: Json, thread: str) -> None:
    text, blocks = str(body.get("text") or ""), checked_blocks(world, body.get("blocks"))
    if not text.strip() and not blocks:
        raise SlackRefusal("no_text")
    more: dict[str, Any] = {"blocks": blocks, "thread_ts": str(body.get("thread_ts") or thread)}
    if body.get("response_type") == "in_channel":
        world.post(Message(world.next_ts(), channel.id, world.bot.id, text, bot_id=people.BOT_ID, **more))
    else:
        world.whisper(user, channel.id, text, user=world.bot.id, bot_id=people.BOT_ID, **more)


def action_answered(world: World, user: User, thing: Message | View, action_id: str, ack: Ack) -> None:
    """Mark an element whose action was not acknowledged, as Slack's window does."""
    if isinstance(thing, Message):
        with world.change():
            if ack.ok:
                thing.failed.pop(action_id, None)
            else:
                thing.failed[action_id] = ack.error
    noticed(world, user, ack)


def noticed(world: World, user: User, ack: Ack) -> None:
    """Tell a person that the app did not answer."""
    if not ack.ok:
        world.notice(user.id, say(user.language, "trouble", error=ack.error))


def demand_complete(world: World, view: View, language: str) -> None:
    """Refuse to send a form that Slack's window would not send.

    Raises:
        CannotDo: it has no button to send it.
        FieldsRefused: a field is empty, too long...
    """
    if not view.payload.get("submit"):
        raise CannotDo("this modal has no submit button")
    found = complaints(view.blocks, values(view.blocks, view.state), language)
    with world.change():
        view.errors = found
    if found:
        raise FieldsRefused(found)


def submission_answered(world: World, view: View, ack: Ack) -> Ack:
    """Do what the app's answer to a submission says; the answer, with an error if Slack would refuse it."""
    language = world.state.users[view.user].language
    try:
        if ack.ok:
            _respond(world, view, ack.data())
            return ack
    except SlackRefusal as refusal:
        reasons = "; ".join(refusal.messages)
        ack = replace(ack, error=f"{refusal.code}: {reasons}" if reasons else refusal.code)
    with world.change():
        view.errors = {"": say(language, "trouble", error=ack.error)}
    world.notice(view.user, say(language, "trouble", error=ack.error))
    return ack


def _respond(world: World, view: View, answer: Json) -> None:
    action = answer.get("response_action")
    present = next((one for one in world.state.stacks.get(view.user, []) if one.id == view.id), None)
    if action is None:
        if present is not None:
            views.close_view(world, present)
    elif action == "clear":
        views.close_view(world, view, everything=True)
    elif action == "errors":
        errors = answer.get("errors")
        inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
        if not isinstance(errors, dict) or not errors or set(errors) - inputs:
            raise SlackRefusal("invalid_errors", [f"must name input blocks, among {sorted(inputs)}"])
        with world.change():
            (present or view).errors = {key: str(value) for key, value in errors.items()}
    elif action in {"update", "push"}:
        payload = check_view(answer.get("view"), "modal", lambda name: file_ready(world, name))
        if action == "update":
            views.update_view(world, present or view, payload)
        else:
            views.push_view(world, Trigger("", view.user, world.now().timestamp(), view.id), payload)
    else:
        raise SlackRefusal("invalid_response_action", [str(action)])


def response(world: World, name: str, body: Json) -> tuple[int, str]:
    """What a POST to a response URL does; an HTTP status and a body.

    Args:
        world: The workspace.
        name: The last part of the URL.
        body: `text`, `blocks`, `response_type`, `replace_original`, `delete_original`.
    """
    with world.lock:
        found = world.state.response_urls.get(name)
        if found is None:
            return 404, "no_such_url"
        if world.elapsed(found.issued) > URL_LIFE:
            return 404, "expired_url"
        if found.uses >= URL_USES:
            return 404, "used_url"
        with world.change():
            found.uses += 1
        channel = world.state.channels[found.channel]
        try:
            original = _original(world, found.channel, found.message_ts)
            if body.get("delete_original"):
                if original is None:
                    return 404, "message_not_found"
                world.delete(original)
            elif body.get("replace_original") and original is not None:
                _replace(world, original, body)
            else:
                _answer(world, found.user, channel, body, original.thread_ts if original else "")
        except SlackRefusal as refusal:
            return (
                400,
                refusal.code if not refusal.messages else f"{refusal.code}: {'; '.join(refusal.messages)}",
            )
    return 200, "ok"


def _original(world: World, channel: str, ts: str) -> Message | None:
    said = world.state.messages.get(channel, [])
    return next((one for one in said if ts and one.ts == ts), None)


def _replace(world: World, original: Message, body: Json) -> None:
    text, blocks = str(body.get("text") or ""), checked_blocks(world, body.get("blocks"))
    if not text.strip() and not blocks:
        raise SlackRefusal("no_text")
    if original.only_for:
        with world.change() as state:
            said = state.messages[original.channel]
            said[said.index(original)] = replace(original, text=text, blocks=blocks, state={}, failed={})
    else:
        world.edit(original, text=text, blocks=blocks, state={}, failed={})
