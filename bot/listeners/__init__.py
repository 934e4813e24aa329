"""What Jalon listens to: each listener reads the payload, runs one use case, and acknowledges."""

from slack_bolt import App

from bot.listeners import actions, commands, errors, events, presence, shortcuts, steps, views
from bot.listeners.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Hang every listener into a Bolt app."""
    # Bolt asks one listener after the other whether an event is its own: what comes most often goes first
    for room in (events, actions, commands, views, shortcuts, steps, presence):
        room.register(app, desk)
    errors.register(app, desk)
