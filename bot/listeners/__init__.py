"""What Jalon listens to: each listener reads the payload, runs one use case, and acknowledges."""

from slack_bolt import App

from bot.listeners import actions, commands, errors, events, shortcuts, steps, views
from bot.listeners.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Hang every listener into a Bolt app."""
    for room in (commands, shortcuts, events, steps, actions, views):
        room.register(app, desk)
    errors.register(app, desk)
