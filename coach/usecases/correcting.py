"""A figure is put right by its name or its day: "le CSAT du 14 décembre, c'était 80, pas 84"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, Measurement
from coach.language.check_in import says_aim
from coach.language.days_gone import day_gone
from coach.language.detection import detect
from coach.language.figure_names import FigureName, find_figure_names
from coach.language.figures import find_figures
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold
from coach.language.reading import Language
from coach.messages.figures import NoFigureOfDay
from coach.naming import metric_of
from coach.nudges import cadence_days
from coach.quantity import SECONDS_IN, Quantity, Unit
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words, read_answer
from coach.usecases.settling import standing_figures
from coach.usecases.sharing_out import Taker, fits, own_words, taker_meant

LONGEST = 20
"""Words of a correction; what is longer tells a story."""
_DENIED = rx(r"(?<!\w)(?:pas|not|et non|au lieu de|instead of|rather than|plutot que)(?: de| a)? ?$")
_SETS = rx(
    r"^(?:change|modifi|corrige[rz]? (?:la|l')|mets|mettez|mettons|met|passe|set|update|replace|move|switch"
    r"|repousse|decale|avance|postpone|push|extend)"
)
"""What asks for a change of the goal, unless it says which figure is wrong."""


def correct_by_name(
    call: Call, words: str, takers: Mapping[str, Taker], waiting: Sequence[CheckIn], *, outright: bool
) -> bool:
    """Put right the figure that a text names by its metric, by its day, or by what was wrong.

    Args:
        call: Who says it.
        words: What they wrote, as it is shown; it takes something back.
        takers: Whose figures the person tells.
        waiting: Their questions without an answer.
        outright: Whether it says so outright ("oops", "I meant"), rather than may only begin so ("en fait").

    Returns:
        False where no figure of theirs is meant, or none is told.
    """
    lang = detect(words, call.person.language)
    work = with_digits(fold(words), lang)
    names = find_figure_names(words, work, lang, own_words(takers))
    wrong = said_to_be_wrong(names, work, lang)
    gone = day_gone(words, lang, call.today)
    if len(words.split()) > LONGEST or says_aim(words) or (wrong is None and _SETS.search(work)):
        return False
    if len(names) > 1 or not (names or gone):
        return False
    goals = _goals_meant(call, words, names, takers)
    told = [(goal, figure) for goal in goals for figure in _own_figures(call, goal)]
    if gone is not None:
        return _of_day(call, words, goals, told, gone, wrong)
    found = [one for one in told if wrong is not None and is_value(one[1][0].value, wrong)]
    asked = {one.goal for one in waiting if one.asks is CheckInAsks.FIGURE}
    if not found and len(goals) == 1 and (outright or goals[0].id not in asked):
        found = told[-1:]
    return bool(found) and answer_in_words(call, found[-1][1][1], words, puts_right=True)


def _goals_meant(
    call: Call, words: str, names: Sequence[FigureName], takers: Mapping[str, Taker]
) -> list[Goal]:
    """The goals that a correction may be about: the one named, else each that the figure fits."""
    if names:
        meant = taker_meant(names[0], takers)
        return [meant.goal] if meant is not None else []
    every = [one.goal for one in takers.values() if not one.ended]
    found = []
    for goal in every:
        level = read_answer(call, goal, words).level
        if level is not None and fits(goal, level):
            found.append(goal)
    return found


def _of_day(
    call: Call,
    words: str,
    goals: Sequence[Goal],
    told: Sequence[tuple[Goal, tuple[Measurement, CheckIn]]],
    gone: tuple[date, date],
    wrong: Quantity | None,
) -> bool:
    """Put right the figure of a day; where the day has none, that is said."""
    first, last = gone
    near = [
        (goal, figure)
        for goal, figure in told
        if first - within(goal) <= figure[0].measured_on <= last + within(goal)
    ]
    exact = [one for one in near if first <= one[1][0].measured_on <= last]
    close = exact or near
    found = [one for one in close if wrong is None or is_value(one[1][0].value, wrong)] or close
    if len({goal.id for goal, _ in found}) > 1:
        return False
    if found:
        closest = min(found, key=lambda one: abs(one[1][0].measured_on - first))
        return answer_in_words(call, closest[1][1], words, puts_right=True)
    if len(goals) != 1 or read_answer(call, goals[0], words).level is None:
        return False
    call.say(NoFigureOfDay(metric_of(goals[0]), first))
    return True


def within(goal: Goal) -> timedelta:
    """How far a figure may be from the day that is named: no nearer to another check-in."""
    return timedelta(days=(cadence_days(goal) - 1) // 2)


def _own_figures(call: Call, goal: Goal) -> list[tuple[Measurement, CheckIn]]:
    """The goal's figures that stand and that the person told, each with its question, oldest first."""
    every = call.uow.check_ins.of_goal(call.workspace, goal.id)
    asked = {one.measurement: one for one in every if one.user == call.user and one.measurement is not None}
    return [(one, asked[one.id]) for one in standing_figures(call, goal) if one.id in asked]


def said_to_be_wrong(names: Sequence[FigureName], work: str, language: Language) -> Quantity | None:
    """The figure that a text says is wrong ("pas 84")."""
    for one in names:
        work = f"{work[: one.start]}{'_' * (one.end - one.start)}{work[one.end :]}"
    work = hide_days(work)
    for figure in find_figures(work, language, most=8):
        if _DENIED.search(work[max(0, figure.start - 20) : figure.start]):
            return figure.quantity()
    return None


def is_value(figure: Quantity, wrong: Quantity) -> bool:
    """Whether a figure is the one that was said to be wrong, in whatever unit it was written."""
    if wrong.is_duration and figure.unit in SECONDS_IN:
        return wrong.converted(figure.unit).value == figure.value
    return wrong.value == figure.value and wrong.unit in {Unit.COUNT, figure.unit}
