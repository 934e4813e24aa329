"""The `views.*` methods."""

from bot.playground import events, views
from bot.playground.api import Call
from bot.playground.api_chat import file_ready
from bot.playground.blocks import values
from bot.playground.errors import SlackRefusal
from bot.playground.rules_blocks import check_view
from bot.playground.values import Json, View


def _view(call: Call, surface: str) -> Json:
    found = call.structure("view")
    if found is None:
        raise SlackRefusal("invalid_arguments", ["missing required field: view"])
    return check_view(found, surface, lambda name: file_ready(call.world, name))


def _trigger(call: Call) -> str:
    return call.text("trigger_id") or call.text("interactivity_pointer") or call.need("trigger_id")


def _answer(call: Call, view: View) -> Json:
    return {"view": events.view_object(call.world, view, values(view.blocks, view.state))}


def open_(call: Call) -> Json:
    """`views.open`."""
    with call.world.lock:
        payload = _view(call, "modal")
        trigger = views.use_trigger(call.world, _trigger(call))
        return _answer(call, views.open_view(call.world, trigger, payload))


def push(call: Call) -> Json:
    """`views.push`: three deep at the most."""
    with call.world.lock:
        payload = _view(call, "modal")
        trigger = views.use_trigger(call.world, _trigger(call))
        return _answer(call, views.push_view(call.world, trigger, payload))


def update(call: Call) -> Json:
    """`views.update`, by `view_id` or `external_id`, with `hash` against races."""
    with call.world.lock:
        view_id, external_id = call.text("view_id"), call.text("external_id")
        if not view_id and not external_id:
            raise SlackRefusal("invalid_arguments", ["missing required field: view_id"])
        view = views.find(call.world, view_id, external_id)
        payload = _view(call, view.type)
        return _answer(call, views.update_view(call.world, view, payload, call.text("hash")))


def publish(call: Call) -> Json:
    """`views.publish`: somebody's App Home, with `hash` against races."""
    with call.world.lock:
        user = call.world.state.users.get(call.need("user_id"))
        if user is None or user.deleted or user.is_bot:
            raise SlackRefusal("invalid_arguments", ["invalid user_id [json-pointer:/user_id]"])
        payload = _view(call, "home")
        return _answer(call, views.publish(call.world, user.id, payload, call.text("hash")))


METHODS = {"views.open": open_, "views.push": push, "views.update": update, "views.publish": publish}
