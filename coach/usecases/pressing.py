"""Whatever was pressed finds its use case here."""

from coach.dialogue import Pressed
from coach.messages import home as say
from coach.speech import Verb
from coach.usecases import check_ins, conversation, home
from coach.usecases.call import Call

OF_CHECK_INS = frozenset({Verb.ON_PLAN, Verb.BLOCKED, Verb.DONE, Verb.NOT_YET, Verb.UNDO})


def press(call: Call, subject: str, pressed: Pressed) -> None:
    """Carry out what was pressed; what it was about may be gone, and then that is said."""
    value = pressed.values[0] if pressed.values else ""
    found = True
    match pressed.verb:
        case Verb.HELP:
            call.say(conversation.help_speech())
        case Verb.NEW_GOAL:
            conversation.begin(call, value)
        case Verb.OPEN_GOAL:
            found = home.show_goal(call, subject)
        case Verb.PAUSE | Verb.UNPAUSE:
            found = home.pause(call, subject, resting=pressed.verb is Verb.PAUSE)
        case verb if verb in OF_CHECK_INS:
            found = check_ins.press(call, subject, verb)
        case _:
            found = conversation.press(call, subject, pressed)
    if not found:
        call.say(say.GoneAlready())
