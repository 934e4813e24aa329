"""What is answered about somebody's part: how often it was done."""

from collections.abc import Iterable

from coach.catalogue import METRICS
from coach.following import CheckIn, CheckInState
from coach.goal import Goal, GoalState
from coach.language.check_in import CheckInReading, read_check_in, says_not_much
from coach.language.figure_names import find_figure_names
from coach.language.mentions import find_metrics
from coach.language.plain import fold
from coach.language.reading import Cadence
from coach.messages import actions
from coach.messages.base import Message, Person
from coach.messages.figures import FigureOfAnother
from coach.metrics import Kind, MetricKey
from coach.naming import metric_of
from coach.quantity import Quantity, Unit
from coach.speech import Line, Part, Row, Speech, Style
from coach.usecases.absences import worked_week
from coach.usecases.answers import keep_words, mark, undo_button
from coach.usecases.asking import action_of, later, says_how_often
from coach.usecases.call import Call

COUNTS = frozenset({Unit.COUNT, Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})
"""Units of what is counted."""


def action_in_words(call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str) -> None:
    """What an answer says of how often somebody did their part."""
    wanted = check_in.wanted or 1
    told = reading.count if reading.total is not None else reading.level.value if reading.level else 0
    if told is not None and told >= wanted and says_not_much(text):
        keep_words(call, check_in, text)
        call.say(actions.VagueAction())
    elif reading.done:
        action_done(call, check_in, goal, wanted, text)
    elif reading.not_done:
        action_done(call, check_in, goal, 0, text)
    elif reading.total is not None and reading.count is not None:
        counted = check_in.model_copy(update={"wanted": reading.total})  # their own count of what was due
        action_done(call, counted, goal, reading.count, text)
    elif reading.tells and _tells_metric(call, goal, text):
        keep_words(call, check_in, text)
        named = (one.metric for one in find_figure_names(text, fold(text), goal.language))
        call.say(led_by_another(call, named) or actions.ActionNotRead())
    elif reading.level is not None and _counts(reading.level, goal, text):
        action_done(call, check_in, goal, int(reading.level.value), text)
    elif reading.increment is not None:
        done, more = check_in.done or 0, int(reading.increment)
        if done >= wanted and more > 0:  # it was all done: nobody knows what comes on top
            call.say(actions.HowManyInAll(done, done + more))
        else:
            action_done(call, check_in, goal, done + more, text)
    elif reading.no_figure:
        keep_words(call, check_in, text)
        call.say(Speech((Line(actions.ActionUnknown()), Row(later(check_in)))))
    elif reading.vague:
        keep_words(call, check_in, text)
        call.say(actions.VagueAction())
    else:
        keep_words(call, check_in, text)
        call.say(actions.ActionNotRead())


def _counts(level: Quantity, goal: Goal, text: str) -> bool:
    """Whether a figure may say how often something was done ("3 fois"), by its unit."""
    written = read_check_in(text, language=None, today=goal.start, metric=None, unit=None).level
    told = written or level
    return told.unit in COUNTS and told.value == int(told.value)


def _tells_metric(call: Call, goal: Goal, text: str) -> bool:
    """Whether a figure says where a metric stands, rather than how often an action was done.

    "CSAT 79 %" does, and "32 ventes" of whoever leads a goal on them; not where the action itself names it.
    """
    of_person = call.uow.goals.of_person(call.workspace, call.user)
    led = {one.metric for one in of_person if one.owner == call.user and one.state is GoalState.ACTIVE}
    action = " ".join(one.text for one in goal.actions)
    own = {
        key
        for one in find_metrics(action, fold(action), goal.language)
        for key in (one.metric, *one.alternatives)
    }
    return any(
        own.isdisjoint((one.metric, *one.others))
        and (not led.isdisjoint((one.metric, *one.others)) or METRICS[one.metric].kind is not Kind.COUNT)
        for one in find_figure_names(text, fold(text), goal.language)
        if one.metric is not None
    )


def action_done(call: Call, check_in: CheckIn, goal: Goal, done: int, text: str) -> None:
    """How often the lever action was done this period."""
    wanted = check_in.wanted or 1
    done = max(0, done)
    mark(call, check_in, CheckInState.ANSWERED, text, done=done)
    words = _action_words(call, goal, check_in, done)
    parts: list[Part] = [Line(words), Line(_action_noted(goal, done, wanted), Style.QUIET)]
    call.say(Speech((*parts, Row((undo_button(check_in),)))))


def _action_words(call: Call, goal: Goal, check_in: CheckIn, done: int) -> Message:
    """Thanks for what was done; who is where they should be by then is on pace, whatever is left."""
    wanted, week = check_in.wanted or 1, worked_week(call.uow, goal, call.person, check_in.due_on)
    action = next(iter(goal.actions), None)
    so_far = not week.is_over and action is not None and action.per is Cadence.DAILY
    if done >= wanted and not so_far:
        return actions.ActionThanks()
    if done and action is not None and done >= min(wanted, week.pace(action, wanted)):
        return actions.ActionOnPace()
    if not week.is_over:
        return actions.ActionGoesOn()
    return actions.ActionInPart() if done else actions.ActionNotDone()


def led_by_another(call: Call, metrics: Iterable[MetricKey | None]) -> Message | None:
    """Whose figure one of these metrics is, where the person only takes part in the goal; None: nobody's."""
    named = set(metrics) - {MetricKey.OTHER}
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        if goal.state is GoalState.ACTIVE and goal.owner != call.user and goal.metric in named:
            return FigureOfAnother(metric_of(goal), Person(user=goal.owner))
    return None


def _action_noted(goal: Goal, done: int, wanted: int) -> Message:
    """How often an action was done, and of how many times, where somebody said how often it is to be."""
    text = action_of(goal)
    if done <= wanted:
        return actions.ActionNoted(text, done, wanted)
    if not says_how_often(goal):
        return actions.ActionNotedTimes(text, done)
    return actions.ActionNotedMore(text, done, wanted)
