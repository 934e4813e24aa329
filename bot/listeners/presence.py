"""Where Jalon is: taken out of a workspace, or there again."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from bot.listeners.desk import Desk
from bot.payloads import workspace_of

LEAVING = frozenset({"app_uninstalled", "tokens_revoked"})


def register(app: App, desk: Desk) -> None:
    """Listen to Jalon being taken out of a workspace."""

    @app.middleware
    def here(body: dict[str, Any], next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's name for it
        if (body.get("event") or {}).get("type") not in LEAVING:
            desk.seen(workspace_of(body))
        next()

    @app.event("app_uninstalled")
    def uninstalled(body: dict[str, Any]) -> None:
        desk.departed(str(body["team_id"]))

    @app.event("tokens_revoked")
    def revoked(body: dict[str, Any], event: dict[str, Any]) -> None:
        if (event.get("tokens") or {}).get("bot"):
            desk.departed(str(body["team_id"]))
