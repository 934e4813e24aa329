"""Offers that were taken, or that were overtaken: their words stay, with nothing left to press."""

from coach.messages.base import Message
from coach.speech import Line, Speech
from coach.usecases.call import Call


def overtake(call: Call, key: str, instead: Message) -> None:
    """Take the buttons off a message, unless it is the one that was pressed, which is settled by itself.

    Args:
        call: Whose turn it is.
        key: The message's dedupe key.
        instead: What stands there where its words are no longer kept.
    """
    ref = call.uow.outbox.sent(call.workspace, key)
    if ref is not None and ref != call.pressed:
        call.say(Speech((Line(instead),)), replaces=ref, keeps=key)
