"""The two shortcuts: a goal made of a message, and a new goal from anywhere."""

from typing import Any

from slack_bolt import Ack, App

from bot.blocks.modals import notice_modal, wish_modal
from bot.listeners.desk import Desk
from bot.payloads import caller_of_shortcut, people_in, permalink
from coach.language.reading import Language
from coach.messages.base import Message
from coach.usecases import drafting
from coach.usecases.call import Call

NEW_GOAL = "new_goal"
MAKE_GOAL = "make_goal"


def register(app: App, desk: Desk) -> None:
    """Listen to both shortcuts, under the names that the manifest has for them."""

    @app.global_shortcut(NEW_GOAL)
    def new_goal(ack: Ack, body: dict[str, Any]) -> None:
        caller = caller_of_shortcut(body)
        view = desk.turns.look(caller, lambda call: wish_modal(call.person.language))
        if view is not None:
            desk.slack.of(caller.workspace).views_open(body["trigger_id"], view)
        ack()

    @app.message_shortcut(MAKE_GOAL)
    def make_goal(ack: Ack, body: dict[str, Any]) -> None:
        text = (body.get("message") or {}).get("text") or ""

        def use_case(call: Call) -> tuple[Message, Language]:
            return drafting.make_goal(call, text, permalink(body)), call.person.language

        caller = caller_of_shortcut(body)
        told = desk.turns.run(caller, use_case, meeting=people_in(None, text))
        if told is not None:
            desk.slack.of(caller.workspace).views_open(body["trigger_id"], notice_modal(*told))
        ack()
