"""What nobody foresaw: the person reads one sentence and a reference, the log has the rest."""

import logging
from typing import Any

from slack_bolt import App, BoltResponse

from bot.blocks.modals import notice_modal
from bot.listeners.desk import Desk
from bot.log import new_reference
from bot.payloads import workspace_of
from bot.render import plain
from coach.errors import DatabaseUnavailable
from coach.messages.base import Message
from coach.messages.home import DatabaseBusy, SomethingWrong

log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Answer every error; an event is acknowledged, since the person is told to try again."""

    @app.error
    def failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
        reference = new_reference()
        says: Message = SomethingWrong(reference)
        if isinstance(error, DatabaseUnavailable):
            log.error("reference %s: the database is unavailable (%s)", reference, error.reason)
            says = DatabaseBusy()
        else:
            # the trace names code, never what was written
            log.error("reference %s: %s", reference, type(error).__name__, exc_info=error)
        user, workspace = _user(body), workspace_of(body)
        language = desk.language_of(workspace, user) if user else desk.fallback
        text = plain(says, language)
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=_form_error(body, text))
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": text})
        try:
            if (body.get("container") or {}).get("type") == "view":
                desk.slack.of(workspace).views_open(body["trigger_id"], notice_modal(says, language))
            elif user:
                _whisper(desk, body, user, text)
        except Exception as last:  # noqa: BLE001 - the last resort must not raise in its turn
            log.error("reference %s: the person could not be told: %s", reference, type(last).__name__)  # noqa: TRY400
        return BoltResponse(status=200)


def _user(body: dict[str, Any]) -> str | None:
    """Who did what went wrong, where Slack says."""
    told = (body.get("event") or {}).get("user") or (body.get("user") or {}).get("id") or body.get("user_id")
    return str(told) if told else None


def _form_error(body: dict[str, Any], text: str) -> dict[str, Any]:
    """The sentence at the form's first field, so that nothing typed is lost."""
    first = next(block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input")
    return {"response_action": "errors", "errors": {first: text}}


def _whisper(desk: Desk, body: dict[str, Any], user: str, text: str) -> None:
    """Say it where it happened. Who only opened the Home asked nothing, and needs no answer."""
    event = body.get("event") or {}
    channel = event.get("channel") or (body.get("container") or {}).get("channel_id")
    if channel and event.get("type") != "app_home_opened":
        desk.slack.of(workspace_of(body)).whisper(channel, user, text)
