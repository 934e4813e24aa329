"""Steps that people put into their workflows: ask for a check-in, post progress."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App

from bot.listeners.desk import Desk
from bot.payloads import Caller, caller_of_step
from bot.render import plain
from coach.messages.base import Message
from coach.messages.steps import StepNobody
from coach.usecases.call import Call
from coach.usecases.steps import ask_now, post_now

ASK = "ask_for_check_in"
POST = "post_progress"
COUNT = {ASK: "asked", POST: "posted"}
"""What each step gives to those that follow it."""


def register(app: App, desk: Desk) -> None:
    """Listen to both steps, under the names that the manifest has for them."""

    @app.function(ASK, auto_acknowledge=False)
    def ask(ack: Ack, body: dict[str, Any]) -> None:
        _run(desk, ASK, body, ask_now)
        ack()

    @app.function(POST, auto_acknowledge=False)
    def post(ack: Ack, body: dict[str, Any]) -> None:
        channel = str(body["event"]["inputs"].get("channel_id") or "")
        _run(desk, POST, body, lambda call: post_now(call, channel))
        ack()


def _run(desk: Desk, step: str, body: dict[str, Any], use_case: Callable[[Call], int | Message]) -> None:
    """Do it once, then tell Slack how it went; a step that Slack sends again has its end told again."""
    caller: Caller = caller_of_step(body)

    def done(call: Call) -> int | str:
        result = use_case(call)
        return plain(result, call.person.language) if isinstance(result, Message) else result

    result = desk.turns.run(caller, done)
    if result is None:
        here = desk.turns.look(caller, lambda call: not call.person.deactivated)
        result = 0 if here else plain(StepNobody(), desk.fallback)
    execution = str(body["event"]["function_execution_id"])
    if isinstance(result, str):
        desk.slack.of(caller.workspace).step_failed(execution, result)
    else:
        desk.slack.of(caller.workspace).step_done(execution, {COUNT[step]: result})
