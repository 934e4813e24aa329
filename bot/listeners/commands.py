"""`/goal` and `/objectif`."""

from typing import Any

from slack_bolt import Ack, App

from bot.blocks.settings_modal import settings_modal
from bot.listeners.desk import Desk
from bot.payloads import caller_of_command, people_in
from bot.render import plain
from coach.messages.home import InDirectMessage
from coach.usecases import conversation
from coach.usecases.call import Call
from coach.usecases.commands import Command, read_command

NAMES = ("/goal", "/objectif")


def register(app: App, desk: Desk) -> None:
    """Listen to both commands."""

    def goal(ack: Ack, body: dict[str, Any]) -> None:
        caller, text = caller_of_command(body), body.get("text") or ""
        if read_command(text) == (Command.SETTINGS, ""):
            view = desk.turns.look(caller, lambda call: settings_modal(call.person))
            if view is not None:
                desk.slack.of(caller.workspace).views_open(body["trigger_id"], view)
            ack()
            return

        def use_case(call: Call) -> str:
            conversation.command(call, text)
            return plain(InDirectMessage(), call.person.language)

        said = desk.turns.run(caller, use_case, meeting=people_in(None, text))
        in_conversation = (caller.channel or "").startswith("D")
        ack() if in_conversation or said is None else ack(text=said)

    for name in NAMES:
        app.command(name)(goal)
