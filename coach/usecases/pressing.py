"""Whatever was pressed finds its use case here."""

from collections.abc import Callable

from coach.dialogue import Pressed
from coach.messages import home as say
from coach.messages.base import Message, Person
from coach.messages.templates import Service
from coach.speech import Verb
from coach.templates import TEMPLATES
from coach.usecases import (
    absence,
    cascade,
    check_ins,
    commands,
    drafting,
    ending_early,
    guards,
    home,
    looking_back,
    metrics,
    own_metrics,
    peer_review,
    previewing,
    privacy,
    replanning,
    rhythm,
    snoozing,
)
from coach.usecases.call import Call
from coach.welcome import help_speech, usual_goals

OF_CHECK_INS = frozenset(
    {Verb.ON_PLAN, Verb.SURE, Verb.BLOCKED, Verb.DONE, Verb.NOT_YET, Verb.UNDO, Verb.CHECK_IN}
)
OF_CHANGES = frozenset({Verb.CHANGE_GOAL, Verb.SHARE_OUT, Verb.CONFIRM_CHANGE, Verb.KEEP_AS_IS, Verb.HISTORY})


ASKED: dict[Verb, Callable[[Call], object]] = {
    Verb.HELP: lambda call: call.say(help_speech()),
    Verb.LIST: commands.list_goals,
    Verb.STATUS: commands.status,
    Verb.CASCADE: cascade.show_cascade,
    Verb.PRIVACY: privacy.show_privacy,
    Verb.EXPORT: privacy.export,
    Verb.PAGE: lambda _: None,  # the Home is drawn anew with that page
}
"""What is about nothing but the person who presses it."""

OF_POSTS = frozenset(
    {
        Verb.PREVIEW_POST,
        Verb.SEND_POST,
        Verb.SKIP_POST,
        Verb.KEEP_POST,
        Verb.SET_POST_DAY,
        Verb.SET_POST_HOUR,
    }
)


ABOUT_ONE: dict[Verb, Callable[[Call, str, str], bool]] = {
    Verb.OPEN_GOAL: lambda call, goal, _: home.show_goal(call, goal),
    Verb.PAUSE: lambda call, goal, _: home.pause(call, goal, resting=True),
    Verb.UNPAUSE: lambda call, goal, _: home.pause(call, goal, resting=False),
    Verb.END_GOAL: ending_early.press,
    Verb.LINK: cascade.link,
    Verb.SHARE_LOOK_BACK: looking_back.share,
    Verb.UNDO_GUARD: guards.take_back_guard,
    Verb.UNDO_LOOK_BACK: lambda call, goal, _: looking_back.take_back(call, goal),
    Verb.LATER: snoozing.snooze,
    Verb.STANDS: lambda call, goal, _: snoozing.stands(call, goal),
    Verb.OWN_METRIC: lambda call, _, __: own_metrics.refused(call),  # its form opens for who may
    Verb.OWN_REFERENCE: lambda call, _, __: own_metrics.refused(call),
    Verb.REMOVE_OWN: lambda call, key, _: own_metrics.remove(call, key),
    Verb.UNDO_OWN: own_metrics.undo,
    Verb.CANCEL_LEAVE: lambda call, leave, _: absence.cancel(call, leave),
    Verb.SET_RHYTHM: lambda call, goal, value: rhythm.choose(call, goal, Verb.SET_RHYTHM, value),
    Verb.SET_CLOSENESS: lambda call, goal, value: rhythm.choose(call, goal, Verb.SET_CLOSENESS, value),
}
"""What is about one goal, check-in or absence, with what was chosen; False where it is gone."""


def press(call: Call, subject: str, pressed: Pressed) -> None:
    """Carry out what was pressed; what it was about may be gone, and then that is said."""
    value = pressed.values[0] if pressed.values else ""
    found = True
    match pressed.verb:
        case verb if verb in ASKED:
            ASKED[verb](call)
        case Verb.METRICS:
            metrics.show_metrics(call, value)
        case Verb.FIND if value in set(Service):
            call.say(usual_goals(Service(value)))
        case Verb.NEW_GOAL:
            template = next((one for one in TEMPLATES if one.key == subject), None)
            drafting.begin_pressed(call, value, template)
        case Verb.ERASE:
            privacy.erase(call, value)
        case Verb.ASK_COLLEAGUE | Verb.REVIEW | Verb.ADOPT_REVIEW:
            found = peer_review.press(call, subject, pressed.verb, pressed.values)
        case verb if verb in ABOUT_ONE:
            found = ABOUT_ONE[verb](call, subject, value)
        case verb if verb in OF_CHANGES:
            found = replanning.press(call, subject, verb, value)
        case verb if verb in OF_POSTS:
            found = previewing.press(call, subject, verb, value)
        case verb if verb in OF_CHECK_INS:
            found = check_ins.press(call, subject, verb, value)
        case _:
            found = drafting.press(call, subject, pressed)
    if not found:
        call.say(_why_not(call, subject))


def _why_not(call: Call, subject: str) -> Message:
    """Why nothing came of a press: it was asked of somebody else, or what it was about is gone."""
    draft = call.uow.drafts.get(call.workspace, subject)
    check_in = call.uow.check_ins.get(call.workspace, subject)
    asked = draft.author if draft is not None else check_in.user if check_in is not None else call.user
    return say.AskedOfSomebodyElse(Person(user=asked)) if asked != call.user else say.GoneAlready()
