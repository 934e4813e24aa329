"""Messages in the conversation with Jalon, mentions, and the Home."""

from typing import Any

from slack_bolt import App

from bot.listeners.desk import Desk
from bot.listeners.rosters import with_everybody, with_named
from bot.payloads import caller_of_event, is_from_a_person, people_in, words_to_jalon
from coach.errors import Refused
from coach.usecases import conversation
from coach.usecases.unreachable import changed


def register(app: App, desk: Desk) -> None:
    """Listen to direct messages and to the Home being opened."""

    @app.event("message")
    def message(body: dict[str, Any], event: dict[str, Any]) -> None:
        if event.get("channel_type") != "im" or not is_from_a_person(event):
            return
        caller, text = caller_of_event(body), event.get("text") or ""
        try:
            text = with_named(desk, caller, with_everybody(desk, caller, text))
        except Refused as refused:
            says = refused.says
            desk.turns.run(caller, lambda call: call.say(says))
            return
        desk.turns.run(
            caller,
            lambda call: conversation.hear(call, text),
            meeting=people_in(None, text),
        )

    @app.event("app_mention")
    def mentioned(body: dict[str, Any], event: dict[str, Any]) -> None:
        if not is_from_a_person(event):
            return
        text = words_to_jalon(body)
        desk.turns.run(
            caller_of_event(body),
            lambda call: conversation.mentioned(
                call, text, event["channel"], event.get("thread_ts") or event["ts"]
            ),
            meeting=people_in(None, text),
        )

    @app.event("app_home_opened")
    def home_opened(body: dict[str, Any], event: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            desk.publish_home(caller_of_event(body))
        elif event.get("tab") == "messages":
            desk.suggest(caller_of_event(body))

    @app.event("user_change")
    def user_changed(body: dict[str, Any], event: dict[str, Any]) -> None:
        user, gone = str(event["user"]["id"]), bool(event["user"].get("deleted"))
        workspace = str(body.get("team_id") or event["user"].get("team_id") or "")
        desk.turns.aside(
            workspace, body["event_id"], lambda uow, now: changed(uow, workspace, user, now, gone=gone)
        )
