"""What nobody foresaw: the person reads one sentence and a reference, the log has the rest."""

import logging
from typing import Any

from slack_bolt import App, BoltResponse

from bot.listeners.desk import Desk
from bot.log import new_reference
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
        text = plain(says, desk.fallback)
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body=_form_error(body, text))
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": text})
        _whisper(desk, body, text)
        return BoltResponse(status=200)


def _form_error(body: dict[str, Any], text: str) -> dict[str, Any]:
    """The sentence at the form's first field, so that nothing typed is lost."""
    first = next(block["block_id"] for block in body["view"]["blocks"] if block["type"] == "input")
    return {"response_action": "errors", "errors": {first: text}}


def _whisper(desk: Desk, body: dict[str, Any], text: str) -> None:
    event = body.get("event") or {}
    user = event.get("user") or (body.get("user") or {}).get("id")
    channel = event.get("channel") or (body.get("container") or {}).get("channel_id") or user
    if user and channel and event.get("type") != "app_home_opened":
        try:
            desk.slack.whisper(channel, user, text)
        except Exception as error:  # noqa: BLE001 - the last resort must not raise in its turn
            log.error("the person could not be told: %s", type(error).__name__)  # noqa: TRY400
