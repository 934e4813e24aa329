"""What is wanted of a goal under way, in words: a rest, its end, how it stands, when its next post comes."""

from collections.abc import Sequence
from datetime import datetime

from coach.following import CheckInState
from coach.goal import Goal, GoalState
from coach.language import what_is_wanted
from coach.language.orders import Order, OrderKind, read_order
from coach.language.plain import plain
from coach.language.reading import Direction, Intent
from coach.messages import orders as say
from coach.messages.base import Channel
from coach.messages.commands import LabelSettings
from coach.messages.goal_orders import FewerQuestions, FewerReminders
from coach.people import FocusKind
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Verb
from coach.usecases.answers import ANSWERED, undo_button
from coach.usecases.call import Call
from coach.usecases.commands import named_goals, rest, rests_any, status
from coach.usecases.ending_early import ask_end
from coach.usecases.goal_lines import RUNNING
from coach.usecases.posting import first_to_come, rhythm_of
from coach.usecases.rhythm import led_goals, lists_of
from coach.usecases.unanswered import tell_unanswered

_IT = frozenset({"it", "that", "that one", "this", "this one", "celui-ci", "celui-la", "ca", "cela"})
_NEVER_OF_A_DRAFT = frozenset({OrderKind.UNANSWERED, OrderKind.LESS})


def hear_order(call: Call, text: str, *, making: bool = False) -> bool:
    """Do what a text wants of a goal under way, or tell of it; False where it wants something else.

    What names a goal that the person has not got is something else too: it may be a wish.

    Args:
        call: Who writes.
        text: What they wrote.
        making: Whether they are making a goal: then only what cannot be about that one is taken.
    """
    order = read_order(text, language=call.person.language, today=call.today)
    if order is None or (making and order.kind not in _NEVER_OF_A_DRAFT):
        return False
    if order.kind is OrderKind.NEXT_POST:
        return _tell_next_post(call, text)
    named = named_goals(call, order.named) if order.named else []
    if it_named(order.named):
        named = _in_focus(call) or []
    if order.named and not named:
        return False
    return _carry_out(call, order, named)


def it_named(name: str) -> bool:
    """Whether the words of an order name nothing but what was spoken of last ("end it")."""
    return name in _IT


def _carry_out(call: Call, order: Order, named: Sequence[Goal]) -> bool:
    steered = [goal for goal in named if may(call.user, Deed.STEER, goal, admin=call.person.admin)]
    match order.kind:
        case OrderKind.STANDING:
            status(call, named or None)
        case OrderKind.UNANSWERED:
            tell_unanswered(call, named)
        case OrderKind.LESS:
            return _fewer(call)
        case OrderKind.END:
            return ask_end(call, steered, order.reason) if steered else False
        case OrderKind.REST:
            rest(call, named or _in_focus(call), resting=True, until=order.until)
        case _:
            if not named and not rests_any(call):
                return False
            rest(call, named or None, resting=False)
    return True


def _fewer(call: Call) -> bool:
    """Say where it is chosen when somebody is asked, with what chooses it; False where nothing is asked."""
    goals = call.uow.goals.of_person(call.workspace, call.user)
    running = [goal for goal in goals if goal.state in RUNNING]
    if not running:
        return False
    led = led_goals(call)
    parts: list[Part] = [Line(FewerQuestions() if led else FewerReminders()), *lists_of(led)]
    call.say(Speech((*parts, Row((Button(Verb.SETTINGS, LabelSettings(), ""),)))))
    return True


def _in_focus(call: Call) -> list[Goal] | None:
    """The goal that the person's words are about, where they name none."""
    focus = call.person.focus
    if focus is None:
        return None
    subject = focus.id
    if focus.kind is FocusKind.CHECK_IN:
        check_in = call.uow.check_ins.get(call.workspace, focus.id)
        subject = check_in.goal if check_in is not None else ""
    goal = call.uow.goals.get(call.workspace, subject)
    fits = goal is not None and goal.state is GoalState.ACTIVE and may(call.user, Deed.STEER, goal)
    return [goal] if fits and goal is not None else None


def _tell_next_post(call: Call, text: str) -> bool:
    """When each channel of the person's goals has its next post: the one that is named, else all."""
    goals = [
        goal
        for goal in call.uow.goals.of_person(call.workspace, call.user)
        if goal.channel is not None and goal.state is GoalState.ACTIVE
    ]
    asked = [goal for goal in goals if f"<#{goal.channel}" in text]
    told: dict[str, Part] = {}
    for goal in asked or goals:
        owner = call.uow.people.get(call.workspace, goal.owner) or call.person
        channel = goal.channel or ""
        rhythm = rhythm_of(call.uow, goal, owner)
        due: datetime = first_to_come(call.uow, rhythm, call.now)
        while due == rhythm.skips:
            due = first_to_come(call.uow, rhythm, due)
        local = due.astimezone(rhythm.tz)
        told.setdefault(channel, Line(say.NextPostIs(Channel(channel), local.date(), local.time())))
    if told:
        call.say(Speech(tuple(told.values())))
    return bool(told)


def hear_question(call: Call, text: str) -> bool:
    """Take a plain question that names a goal under way as one for its standing; it wishes nothing."""
    words = plain(text).strip()
    if not words.endswith("?"):
        return False
    reading = call.understood(words)
    wishes = reading.target or reading.delta or reading.deadline or reading.vague_words
    if reading.metric is None or wishes or reading.direction not in {None, Direction.REACH}:
        return False
    named = named_goals(call, words)
    if named:
        status(call, named)
    return bool(named)


def hear_cancel(call: Call, text: str) -> bool:
    """Say that nothing is being made, where somebody writes "cancel"; False where it means something else."""
    if what_is_wanted(text) is not Intent.CANCEL or call.open_drafts():
        return False
    focus = call.person.focus
    parts: list[Part] = [Line(say.NothingToCancel())]
    if focus is not None and focus.kind is FocusKind.CHECK_IN:
        check_in = call.uow.check_ins.get(call.workspace, focus.id)
        if check_in is not None and check_in.state is CheckInState.ASKED and check_in.words:
            return False  # a figure waits for their yes
        if check_in is not None and check_in.state in ANSWERED and check_in.measurement is not None:
            parts.append(Row((undo_button(check_in, check_in.measurement),)))
    call.say(Speech(tuple(parts)))
    return True
