"""The messages of a draft as they stand there: settled, without buttons, headed by their goal."""

from coach.draft import Draft, DraftState
from coach.messages import dialogue as say
from coach.outcomes import asks
from coach.speech import Line, Speech, Style, can_be_pressed, without_buttons
from coach.usecases.call import Call


def settle(call: Call, draft: Draft, settled: Speech) -> None:
    """A question that a button answered: all that was said with it stays, the answer stands below."""
    mine = draft.said is not None and call.uow.outbox.sent(call.workspace, draft.said) == call.pressed
    if not mine or can_be_pressed(settled):
        call.say(settled, language=draft.language, replaces=call.pressed)
        return
    answer = Speech(settled.parts[1:])
    call.say(settled, language=draft.language, replaces=call.pressed, keeps=draft.said, below=answer)


def take_buttons_off(call: Call, draft: Draft) -> None:
    """What was asked last stands there still, with nothing left to press: the next message asks now."""
    if draft.said is None or draft.state is not DraftState.OPEN:
        return
    ref = call.uow.outbox.sent(call.workspace, draft.said)
    if ref is not None and ref != call.pressed:
        asked = without_buttons(asks(draft, call.today))
        call.say(asked, language=draft.language, replaces=ref, keeps=draft.said)


def headed(call: Call, draft: Draft, speech: Speech) -> Speech:
    """With more than one goal in the making, each answer says which one it is about."""
    if len(call.open_drafts()) < 2:
        return speech
    return Speech((Line(say.About(draft.wish), Style.QUIET), *speech.parts))
