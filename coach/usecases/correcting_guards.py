"""A safeguard's figure is put right in words: "non, csat c'était 77 pas 75", "I meant csat 77"."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.errors import Refused
from coach.following import CheckIn
from coach.goal import Goal, GoalState
from coach.guard import GuardFigure
from coach.guard_reading import right_level
from coach.language.check_in import says_aim
from coach.language.days_gone import day_gone
from coach.language.detection import detect
from coach.language.figure_names import FigureName, find_figure_names
from coach.language.numbers import with_digits
from coach.language.plain import fold
from coach.messages.base import MetricName
from coach.messages.figures import NoFigureOfDay
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.targets import check_level
from coach.usecases.call import Call
from coach.usecases.correcting import LONGEST, is_value, said_to_be_wrong, within
from coach.usecases.guards import note_guard_figure
from coach.usecases.sharing_out import Taker, taker_meant


def correct_guard(
    call: Call, words: str, takers: Mapping[str, Taker], waiting: Sequence[CheckIn], *, outright: bool
) -> bool:
    """Put right the figure of a guard that a text names; False where none is meant, or more is told.

    Args:
        call: Who says it.
        words: What they wrote, as it is shown; it takes something back.
        takers: Whose figures the person tells.
        waiting: Their questions without an answer.
        outright: Whether it says so outright ("oops", "I meant"), rather than may only begin so ("en fait").
    """
    lang = detect(words, call.person.language)
    work = with_digits(fold(words), lang)
    names = find_figure_names(words, work, lang)
    if len(names) != 1 or len(words.split()) > LONGEST or says_aim(words):
        return False
    wrong = said_to_be_wrong(names, work, lang)
    gone = day_gone(words, lang, call.today)
    done = False
    for goal in _guarded_by(names[0], takers):
        assert goal.guard is not None
        level = right_level(words, call.person.language, goal.guard)
        if level is None:
            continue
        own = [one for one in goal.guard_standing if one.author == call.user]
        if gone is not None:
            near = within(goal)
            own = [one for one in own if gone[0] - near <= one.measured_on <= gone[1] + near]
            own.sort(key=lambda one: -abs((one.measured_on - gone[0]).days))
        old = [one for one in own if wrong is not None and is_value(one.value, wrong)] or own
        since = _asked_at(goal, waiting) if wrong is None and gone is None and not outright else None
        at = old[-1].recorded_at if old else None
        if old and (since is None or (at is not None and at >= since)):
            note_guard_figure(call, goal, level, words, instead_of=old[-1])
            done = True
        elif gone is not None and goal.guard_standing:
            call.say(NoFigureOfDay(MetricName(goal.guard.metric), gone[0]))
            done = True
    return done


def correct_last_guard(
    call: Call, words: str, level: Quantity, *, asked_at: datetime | None, told_at: datetime | None
) -> bool:
    """Put right the figure of a guard that was told last, by a level without a name; False where it is none.

    Args:
        call: Who says it.
        words: What they wrote.
        level: The level, in the unit that is written: a bare number is a `COUNT`.
        asked_at: When they were asked last what it may answer.
        told_at: When they gave the last figure of a goal that it may put right.
    """
    told = [
        (one.recorded_at, goal, one)
        for goal in call.uow.goals.of_person(call.workspace, call.user)
        for one in (goal.guard_standing if goal.state is GoalState.ACTIVE else ())
        if one.author == call.user and one.recorded_at is not None and one.measurement is None
    ]
    last = max((at for at, _, _ in told), default=None)
    if last is None or (told_at is not None and last <= told_at):
        return False
    if asked_at is not None and last < asked_at:
        return False
    done = False
    for _, goal, one in [each for each in told if each[0] == last]:
        right = _as_its_own(goal, level, one)
        if right is not None:
            note_guard_figure(call, goal, right, words, instead_of=one)
            done = True
    return done


def _as_its_own(goal: Goal, level: Quantity, before: GuardFigure) -> Quantity | None:
    """A level as one of the goal's guard; None where it cannot be, or hardly, beside the figure before."""
    assert goal.guard is not None
    if level.unit not in {Unit.COUNT, before.value.unit}:
        return None
    value = Quantity(value=level.value, unit=before.value.unit)
    try:
        check_level(goal.guard.metric, value)
    except Refused:
        return None
    return None if is_doubtful(goal.guard.metric, value, before.value) else value


def _asked_at(goal: Goal, waiting: Sequence[CheckIn]) -> datetime | None:
    """When the goal's question was asked that waits for its answer."""
    return next((one.asked_at for one in waiting if one.goal == goal.id), None)


def _guarded_by(name: FigureName, takers: Mapping[str, Taker]) -> list[Goal]:
    """The goals whose guard a name is of, where it is no goal's own metric."""
    if taker_meant(name, takers) is not None:
        return []
    goals = [one.goal for one in takers.values()]
    return [
        goal
        for goal in goals
        if goal.guard is not None and goal.guard.limit is not None and goal.guard.metric is name.metric
    ]
