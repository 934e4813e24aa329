"""The Bolt app: the same for HTTP, Socket Mode and the playground."""

import logging
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.listeners import register
from bot.listeners.desk import Desk


def build_app(
    client: WebClient,
    signing_secret: str,
    desk: Desk,
    authorize: Callable[..., AuthorizeResult | None] | None = None,
) -> App:
    """A Bolt app that persists first and acknowledges then.

    Args:
        client: Slack's Web API with the bot's token (Bolt asks it once who the bot is).
        signing_secret: Checks that HTTP requests come from Slack; unused in Socket Mode.
        desk: What the listeners have at hand.
        authorize: With many workspaces, whose token a request is answered with; None where it is one's own.
    """
    app = App(
        client=client,
        authorize=authorize,  # type: ignore[arg-type] # None: not installed, as Bolt's own does
        logger=logging.getLogger(
            "slack_bolt"
        ),  # or Bolt's parts copy the root's level, and tell bodies at debug
        signing_secret=signing_secret,
        process_before_response=True,
        token_verification_enabled=False,
    )
    register(app, desk)
    return app
