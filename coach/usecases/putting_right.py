"""A figure is taken back in words ("non, 82,5", "I meant 82.5"): the last one that they gave is put right."""

from collections.abc import Sequence
from datetime import datetime

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, GoalState
from coach.hearing import LONGEST_TEXT
from coach.language.check_in import has_figure, read_check_in
from coach.language.detection import detect
from coach.language.figure_names import find_figure_names
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reply import takes_back
from coach.messages.figures import WhatIsRight
from coach.naming import metric_of
from coach.people import FocusKind
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.speech import Line, Row, Speech
from coach.usecases.answers import ANSWERED, undo_button
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words
from coach.usecases.correcting import correct_by_name
from coach.usecases.correcting_guards import correct_guard, correct_last_guard
from coach.usecases.figures import latest
from coach.usecases.several import lead_on
from coach.usecases.sharing_out import LONGEST_BARE, fits
from coach.usecases.told_figures import hear_told_figures, takers_of

_OUTRIGHT = rx(
    r"(?<!\w)(?:correction|rectif\w*|erreur|voulais dire|trompee?|corrige[rz]?|faute de frappe|oups|pardon"
    r"|i meant|typo|mistake|my bad|oops|scratch that|wrong)(?!\w)"
)
"""Words that put something right, whatever else was asked since."""
_DENIES = rx(r"(?<!\w)(?:pas|not) \d")
_WRONG = rx(
    r"^(?:(?:non|no|nope|nan|oups|oops|ah|euh|sorry|desolee?|pardon|attends|wait)[ ,.!]*)*(?:non|no|nope|nan"
    r"|(?:c'est |it's |that's |this is )?(?:faux|pas bon|pas ca|pas le bon(?: chiffre)?|une erreur|errone"
    r"|wrong"
    r"|incorrect|not right|not it|a mistake|a typo)|(?:le )?mauvais chiffre|(?:the )?wrong (?:figure"
    r"|number|one)"
    r"|(?:j'ai fait une )?erreur|faute de frappe|typo|oups|oops|je me suis trompee?(?: de chiffre)?"
    r"|i (?:made a mistake|was wrong|got it wrong))[ .!]*$"
)
"""All that is said is that what was noted is wrong."""


def tells_figures(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take a text that puts the last figure right, or tells figures by their names; False where neither.

    Args:
        call: Who says it.
        text: What they wrote.
        waiting: Their questions without an answer.
    """
    if len(text) > LONGEST_TEXT:
        return False
    if hear_correction(call, text, waiting):
        return True
    told = hear_told_figures(call, text, waiting)
    if told:
        lead_on(call, waiting)
    return told


def hear_correction(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "non, 82,5" as the right figure in the place of the last that they gave; False where it is none.

    Args:
        call: Who says it.
        text: What they wrote.
        waiting: Their questions without an answer.
    """
    words = plain(text)
    if _asks_for_the_right_one(call, words):
        return True
    takes = takes_back(words) or _DENIES.search(fold(words)) is not None
    outright = _OUTRIGHT.search(fold(words)) is not None
    if (takes or outright) and has_figure(words):
        takers = takers_of(call, waiting)
        if correct_by_name(call, words, takers, waiting, outright=outright) or correct_guard(
            call, words, takers, waiting, outright=outright
        ):
            return True
    if not takes or len(words.split()) > LONGEST_BARE or _is_about_something_else(call):
        return False
    work = fold(words)
    if find_figure_names(words, work, detect(words, call.person.language)):
        return False  # it says itself which figure is meant
    level = _level(call, words)
    found = _last_figure(call, level) if level is not None else None
    answers = [one for one in waiting if level is not None and _may_answer(call, one, level)]
    asked_at = max((one.asked_at for one in answers), default=None)
    told_at = found[0].answered_at if found is not None else None
    if level is not None and correct_last_guard(call, words, level, asked_at=asked_at, told_at=told_at):
        return True
    if found is None or level is None:
        return False
    check_in, goal = found
    asked = [one for one in waiting if one.goal == goal.id]
    if asked and not outright:
        return False  # "en fait 80" answers the question that was asked since
    if _is_far(call, goal, level) and answers:
        return False
    return answer_in_words(call, check_in, words, puts_right=True)


def _asks_for_the_right_one(call: Call, words: str) -> bool:
    """Ask for the right figure, where all that is said of the one just noted is that it is wrong."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.CHECK_IN or not _WRONG.search(fold(words)):
        return False
    check_in = call.uow.check_ins.get(call.workspace, focus.id)
    figure = check_in.measurement if check_in is not None and check_in.state in ANSWERED else None
    noted = call.uow.measurements.get(call.workspace, figure) if figure is not None else None
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or noted is None or goal is None:
        return False
    undo = Row((undo_button(check_in, noted.id),))
    call.say(Speech((Line(WhatIsRight(metric_of(goal), noted.value)), undo)))
    return True


def _is_about_something_else(call: Call) -> bool:
    """Whether their words are about no check-in, or about a figure that waits for their yes."""
    focus = call.person.focus
    if focus is None:
        return False
    if focus.kind is not FocusKind.CHECK_IN:
        return True
    check_in = call.uow.check_ins.get(call.workspace, focus.id)
    return check_in is not None and check_in.state not in ANSWERED and bool(check_in.words)


def _level(call: Call, words: str) -> Quantity | None:
    """The level that is told, in the unit that is written: a bare number is a `COUNT`."""
    reading = read_check_in(words, language=call.person.language, today=call.today, metric=None, unit=None)
    if reading.total and reading.count is not None:
        return Quantity(value=reading.count, unit=Unit.COUNT)
    return reading.level


def _last_figure(call: Call, level: Quantity) -> tuple[CheckIn, Goal] | None:
    """The person's question whose figure they gave last, among those that can have this level."""
    found: list[tuple[datetime, CheckIn, Goal]] = []
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        if goal.state is not GoalState.ACTIVE or not fits(goal, level):
            continue
        recent = call.uow.check_ins.recent(call.workspace, goal.id, call.user, 3)
        told = (one for one in recent if one.measurement is not None)
        found += [(one.answered_at, one, goal) for one in told if one.answered_at is not None]
    last = max(found, key=lambda one: one[0], default=None)
    return last[1:] if last is not None else None


def _may_answer(call: Call, check_in: CheckIn, level: Quantity) -> bool:
    """Whether a level may be the answer to an open question."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    figure = goal is not None and check_in.asks is CheckInAsks.FIGURE
    return figure and goal is not None and fits(goal, level) and not _is_far(call, goal, level)


def _is_far(call: Call, goal: Goal, level: Quantity) -> bool:
    last = latest(call, goal)
    before = last.value if last is not None else goal.baseline
    if before is None:
        return False
    value = level if level.unit is not Unit.COUNT else Quantity(value=level.value, unit=before.unit)
    return is_doubtful(goal.metric, value, before)
