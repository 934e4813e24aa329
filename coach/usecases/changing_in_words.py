"""A goal under way is changed in words: what they ask for, the reason, and the yes."""

from collections.abc import Sequence
from typing import Any

from coach.arranging import changes_of
from coach.changing import is_eased, terms_of
from coach.goal import Goal
from coach.language import read_reply
from coach.language.absence import read_absence, says_away
from coach.language.arrangements import (
    Arrangements,
    Dropped,
    read_arrangements,
)
from coach.language.changing import ChangeReading, keeps_as_is, read_change
from coach.language.check_in import has_figure
from coach.language.named_people import find_named
from coach.language.plain import fold, plain
from coach.language.reading import Intent, Slot
from coach.language.reasons import without_lead
from coach.language.understanding import read
from coach.messages import replanning as say
from coach.messages.arranging import ChannelByLink, PeopleByMention
from coach.metrics import MetricKey, is_called
from coach.naming import metric_of
from coach.people import FocusKind
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases.call import Call
from coach.usecases.replanning import (
    LONGEST_REASON,
    confirm_change,
    goal_to_change,
    in_goal_unit,
    keep_as_is,
    may_change,
    propose,
    propose_besides,
)

LONGEST_REQUEST = 12
"""Words of a change that is asked for where something else was; a longer text tells a story."""
LONGEST_NAME = 6
"""Words that say which goal is meant ("for the average handling time"); more say something else."""


def hear_change(call: Call, text: str) -> bool:
    """Words about a goal under way: a change, its reason, its yes; False where they are none."""
    waiting = _waiting(call)
    if waiting is not None and _hear_waiting(call, waiting, text):
        return True
    return hear_change_of(call, _own(call), text) or hear_following(call, text)


def hear_change_of(call: Call, goals: Sequence[Goal], text: str) -> bool:
    """Words that may change one of some goals: proposed, or asked which one; False where they change none."""
    readings = [(goal, found) for goal in goals if (found := _read(call, goal, text)) is not None]
    chosen = chosen_goal(call, [goal for goal, _ in readings]) if readings else None
    if chosen is not None:
        _propose_reading(call, chosen, next(found for goal, found in readings if goal is chosen))
    return bool(readings)


def _own(call: Call) -> list[Goal]:
    every = call.uow.goals.of_person(call.workspace, call.user)
    return [goal for goal in every if may_change(goal, call.user)]


def asks_change(call: Call, text: str) -> bool:
    """Whether a few words ask for a change of a goal under way, rather than tell of one that was made."""
    if len(text.split()) > LONGEST_REQUEST:
        return False
    goals = call.uow.goals.of_person(call.workspace, call.user)
    return any(may_change(goal, call.user) and _read(call, goal, text) is not None for goal in goals)


def chosen_goal(call: Call, goals: Sequence[Goal]) -> Goal | None:
    """The goal that is meant: the only one, else the one in focus; None where it was asked for."""
    focused = _focused(call)
    chosen = goals[0] if len(goals) == 1 else next((one for one in goals if one.id == focused), None)
    if chosen is None:
        buttons = tuple(
            Button(Verb.CHANGE_GOAL, say.OneGoal(metric_of(goal)), goal.id) for goal in goals[:10]
        )
        call.say(Speech((Line(say.WhichGoalToChange()), Row(buttons))))
    return chosen


def hear_following(call: Call, text: str) -> bool:
    """Take "add @Emma", "check-in on Tuesday at 10 for CSAT": who takes part, the channel, when to ask."""
    found, rest = read_arrangements(text)
    changes = found.model_copy(update={"dropped": found.dropped & {Dropped.CHANNEL, Dropped.CONTRIBUTORS}})
    only_names = changes == Arrangements(names=found.names) and find_named(plain(text)) is None
    if changes == Arrangements() or only_names or len(rest.split()) > LONGEST_NAME:
        return False
    goals = _own(call)
    named = _named_in(call, goals, text)
    meant = goals if named is None else named
    if not meant or (named is None and any(character.isalnum() for character in rest)):
        return False
    goal = chosen_goal(call, meant)
    if goal is None:
        return True
    update, told = changes_of(changes, goal.contributors, goal.check_in)
    after = terms_of(goal).model_copy(update=update)
    unclear = [one for one in told if isinstance(one, PeopleByMention | ChannelByLink)]
    if unclear:
        call.say(Speech((*(Line(one) for one in unclear), Row((_change_button(goal),)))))
    elif after == terms_of(goal):
        call.say(say.NothingChanges())
    else:
        propose_besides(call, goal, after, "")
    return True


def _named_in(call: Call, goals: Sequence[Goal], text: str) -> list[Goal] | None:
    """Those of some goals that a text names, by metric or in their own words; None where it names none."""
    words = fold(plain(text))
    own = [goal for goal in goals if goal.metric_words and fold(plain(goal.metric_words)) in words]
    named = read(text, None, call.today, fallback=call.person.language, answering=True).understanding.metric
    if own or named is None or named is MetricKey.OTHER:
        return own or None
    return [goal for goal in goals if is_called(goal.metric, named)]


def _change_button(goal: Goal) -> Button:
    return Button(Verb.CHANGE_GOAL, say.LabelChangeGoal(), goal.id)


def _read(call: Call, goal: Goal, text: str) -> ChangeReading | None:
    return read_change(
        text,
        language=call.person.language,
        today=call.today,
        metric=goal.metric,
        deadline=goal.deadline,
    )


def _propose_reading(call: Call, goal: Goal, reading: ChangeReading) -> None:
    update: dict[str, Any] = {}
    if reading.deadline is not None:
        update["deadline"] = reading.deadline
    if reading.target is not None:
        update["target"] = in_goal_unit(goal, reading.target)
    after = terms_of(goal).model_copy(update=update)
    propose_besides(call, goal, after, (reading.reason or "")[:LONGEST_REASON])


def _focused(call: Call) -> str | None:
    """The goal that the person's words are about, where that is known."""
    focus = call.person.focus
    if focus is None:
        return None
    if focus.kind is FocusKind.CHECK_IN:
        check_in = call.uow.check_ins.get(call.workspace, focus.id)
        return check_in.goal if check_in is not None else None
    return focus.id if focus.kind is FocusKind.GOAL else None


def _waiting(call: Call) -> Goal | None:
    """The goal in focus, where a change of the person's waits."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.GOAL:
        return None
    goal = goal_to_change(call, focus.id)
    return goal if goal is not None and goal.proposal is not None and goal.proposal.by == call.user else None


def _stays(call: Call, goal: Goal, text: str) -> bool:
    """Whether a text keeps the goal as it is: it names no other figure than the one that stands."""
    if not keeps_as_is(text):
        return False
    asked = Slot.TARGET if has_figure(plain(text)) else None
    said = read_reply(
        text,
        language=None,
        today=call.today,
        asked=asked,
        metric=goal.metric,
        fallback=call.person.language,
    ).understanding
    level = in_goal_unit(goal, said.target) if said.target is not None else None
    return level in {None, goal.target} and said.deadline in {None, goal.deadline}


def _hear_another(call: Call, goal: Goal, text: str) -> bool:
    """Take "and AHT, by the end of March" as a change of another goal, not as the reason of this one."""
    understood = read(text, None, call.today, fallback=call.person.language, answering=True).understanding
    if understood.metric in {None, goal.metric} or (understood.deadline or understood.target) is None:
        return False
    others = call.uow.goals.of_person(call.workspace, call.user)
    other = next((o for o in others if o.metric is understood.metric and may_change(o, call.user)), None)
    if other is None:
        return False
    _propose_reading(call, other, ChangeReading(deadline=understood.deadline, target=understood.target))
    return True


def _hear_waiting(call: Call, goal: Goal, text: str) -> bool:
    """The reason of a change that waits for it, or yes or no to one that waits for that."""
    assert goal.proposal is not None
    reply = read_reply(text, language=None, today=call.today, asked=None, fallback=call.person.language)
    if reply.intent in {Intent.NO, Intent.CANCEL} or _stays(call, goal, text):
        keep_as_is(call, goal, goal.proposal.id)
        return True
    if (
        says_away(text)
        and read_absence(text, language=call.person.language, today=call.today).end is not None
    ):
        return False  # an absence is no reason: it is noted, and the reason is asked for still
    if _hear_another(call, goal, text):
        return True
    lacks_reason = is_eased(goal, goal.proposal.after) and not goal.proposal.reason
    if lacks_reason and _read(call, goal, text) is None:
        propose(call, goal, goal.proposal.after, (without_lead(text) or text.strip())[:LONGEST_REASON])
        return True
    if not lacks_reason and reply.intent in {Intent.YES, Intent.CONFIRM}:
        confirm_change(call, goal, goal.proposal.id)
        return True
    return False
