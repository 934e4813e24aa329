"""Figures told with their metrics' names, asked for or not: each goes to its goal."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from coach.catalogue import METRICS
from coach.errors import Refused
from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, GoalState
from coach.language import days, understand
from coach.language.arrangements import Arrangements, read_arrangements
from coach.language.check_in import has_figure, read_check_in, says_aim, says_moved
from coach.language.mentions import find_metrics
from coach.language.named_days import without_weeks
from coach.language.plain import fold, plain
from coach.language.provisional import is_final
from coach.language.reading import DeadlineProblem, Direction
from coach.language.reply import takes_back
from coach.messages.base import Message, MetricName
from coach.messages.following import NotFollowed, NotKept, WhichGoalIsIt
from coach.metrics import Kind, MetricKey, is_called
from coach.naming import metric_of
from coach.nudges import cadence_days
from coach.people import FocusKind
from coach.progress import expected_level
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.told_pieces import Piece, told_pieces
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words
from coach.usecases.figures import kind_of, latest, unit_of
from coach.usecases.guards import hear_guard
from coach.usecases.last_figure import awaits_last_figure, take_last_figure
from coach.usecases.settling import question_settled
from coach.usecases.sharing_out import LONGEST_BARE, Taker, fits, shared_out

JUST_PAST = timedelta(days=45)
"""A day so long ago is one that figures are of; further back they mean the next year's."""


def hear_told_figures(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "CSAT 79 %, DMT 5 min 50" as a figure of each goal that it names, whether it was asked or not.

    A figure that names no metric goes to the one goal that its unit fits: one that is asked for, else one
    under way. What finds no goal is not kept, and that is said.

    False where the text is nothing but the answer of one check-in, or no report at all.
    """
    takers = _takers(call, waiting)
    words = plain(text)
    if not takers or any(_is_raw(words, one.goal) for one in takers.values()):
        return False
    pieces = told_pieces(words, call.person.language)
    if (goal := _settled(call, words, pieces)) is not None:
        note(call, goal, words)
        return True
    shared = shared_out(pieces, takers, waiting, words)
    answers = shared.answers
    unasked = [metric for metric in answers if not takers[metric].asked]
    alone = len(answers) == 1 and not unasked and not shared.left
    if not answers and waiting and _names_none_asked(shared.left, waiting, call) and _is_report(call, text):
        for piece in shared.left:
            call.say(_not_kept(call, piece, list(takers.values())))
        return True
    if not answers or alone or (unasked and not _is_report(call, text)):
        return False
    taken = [takers[metric].take(told) for metric, told in answers.items()]
    if not any(taken) and not shared.left:
        return False
    for piece in shared.left:
        others = [one for metric, one in takers.items() if metric not in answers]
        call.say(_not_kept(call, piece, others or list(takers.values())))
    return True


def _names_none_asked(left: Sequence[Piece], waiting: Sequence[CheckIn], call: Call) -> bool:
    """Whether the figures of a text are of other metrics than those that are asked for: they answer nothing.

    What is only counted ("42 appels") may tell a share as well, but neither a length of time nor a score.
    """
    asked = [
        call.uow.goals.get(call.workspace, one.goal) for one in waiting if one.asks is CheckInAsks.FIGURE
    ]
    kinds = {kind_of(goal) for goal in asked if goal is not None}
    counted = not kinds <= {Kind.DURATION, Kind.MEAN, Kind.INDEX}
    named = [METRICS[one.metric].kind for one in left if one.metric is not None]
    return bool(kinds and named) and not (counted and Kind.COUNT in named)


def _settled(call: Call, words: str, pieces: Sequence[Piece]) -> Goal | None:
    """The one goal whose provisional figure a nameless one settles that is said to be final."""
    if not is_final(words) or len(pieces) != 1 or pieces[0].metric is not None:
        return None
    figure = pieces[0].figure
    waiting = [goal for goal in _led(call) if (last := latest(call, goal)) is not None and last.provisional]
    fitting = [goal for goal in waiting if figure is None or fits(goal, figure)]
    return fitting[0] if len(fitting) == 1 else None


def _is_raw(words: str, goal: Goal) -> bool:
    """Whether a text tells the answers that a figure is made of: its numbers are no figures of their own."""
    try:
        return read_raw(words, goal.metric, unit_of(goal)) is not None
    except Refused:
        return True


def _not_kept(call: Call, piece: Piece, takers: Sequence[Taker]) -> Message:
    """What is said of a figure that found no goal."""
    metric = piece.metric
    if metric is not None and all(goal.metric is not metric for goal in _led(call)):
        return NotFollowed(piece.words, MetricName(metric))
    return NotKept(piece.words, metric_of(takers[0].goal))


def hear_bare_figure(call: Call, text: str, answered: CheckIn | None = None) -> bool:
    """Take a figure that names no metric, where one goal alone can have it; ask which where several can.

    Args:
        call: Who tells it.
        text: What they wrote.
        answered: The question that they answered last: a figure that it can have puts that answer right, and
            is not taken here, unless a cadence has gone by since.
    """
    words = plain(text)
    if len(words.split()) > LONGEST_BARE or not has_figure(words):
        return False
    if answered is None and takes_back(words):
        return False  # "in fact 90 %" puts something right that is no figure of a check-in
    goals = _led(call)
    reading = read_check_in(words, language=call.person.language, today=call.today, metric=None, unit=None)
    level = reading.level
    if reading.total and reading.count is not None:
        level = Quantity(value=reading.count, unit=Unit.COUNT)
    if level is None or not goals or not _is_report(call, text):
        return False
    fitting = [goal for goal in goals if fits(goal, level)]
    own = next((goal for goal in fitting if answered is not None and goal.id == answered.goal), None)
    if own is not None and answered is not None:
        if takes_back(words) or not _is_long_ago(call, answered, own):
            return False
        fitting = [own]
    if len(fitting) > 1:
        call.say(WhichGoalIsIt(level, metric_of(fitting[0])))
    elif fitting:
        note(call, fitting[0], words)
    return bool(fitting)


def _is_long_ago(call: Call, answered: CheckIn, goal: Goal) -> bool:
    """Whether a question was answered a cadence ago: a figure is a new one then, and corrects nothing."""
    if answered.answered_at is None:
        return False
    day = answered.answered_at.astimezone(call.person.tz).date()
    return (call.today - day).days >= cadence_days(goal)


def note(call: Call, goal: Goal, text: str) -> bool:
    """Take a figure that came by itself as the day's answer of its goal; False where none is read."""
    goal, rest = hear_guard(call, goal, plain(text))
    if not rest:
        return True
    today = [
        one
        for one in call.uow.check_ins.recent(call.workspace, goal.id, call.user, 1)
        if one.due_on == call.today and one.skipped is None
    ]
    settled = question_settled(call, goal, rest, asked=False)
    check_in = today[0] if today else settled or _unasked(call, goal)
    if not today and settled is None:
        call.uow.check_ins.add(check_in)
    call.focus(FocusKind.CHECK_IN, check_in.id)
    return answer_in_words(call, check_in, rest)


def _unasked(call: Call, goal: Goal) -> CheckIn:
    return CheckIn(
        id=call.ids.new(),
        workspace=call.workspace,
        goal=goal.id,
        user=call.user,
        asked_at=call.now,
        due_on=call.today,
        expected=expected_level(goal, call.today),
    )


def _takers(call: Call, waiting: Sequence[CheckIn]) -> dict[MetricKey, Taker]:
    """Who takes figures of which metric: a question first, then a goal under way, then one just ended.

    A metric that two of a kind have is left out: nobody knows which is meant.
    """
    found: dict[MetricKey, Taker] = {}

    def add(takers: Sequence[Taker]) -> None:
        keys = [one.goal.metric for one in takers]
        for one in takers:
            if keys.count(one.goal.metric) == 1 and one.goal.metric not in found:
                found[one.goal.metric] = one

    asked: list[Taker] = []
    for check_in in waiting:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        known = any(goal is not None and one.goal.id == goal.id for one in asked)
        if goal is not None and check_in.asks is CheckInAsks.FIGURE and not known:  # the one asked last
            asked.append(Taker(goal, _answering(call, check_in), asked=True))
    add(asked)
    in_question = {one.goal.id for one in asked}
    add([Taker(one, _noting(call, one)) for one in _led(call) if one.id not in in_question])
    ended = [one for one in _goals(call) if awaits_last_figure(call, one)]
    add([Taker(one, _ending(call, one), ended=True) for one in ended])
    for one in tuple(found.values()):
        for name in (
            *(key for key in MetricKey if is_called(one.goal.metric, key)),
            *_in_own_words(one.goal),
        ):
            found.setdefault(name, one)
    return found


def _in_own_words(goal: Goal) -> list[MetricKey]:
    """The metrics of the trade that the name of a team's own metric speaks of ("tickets par agent")."""
    if goal.metric is not MetricKey.OTHER or not goal.metric_words:
        return []
    words = plain(goal.metric_words)
    found = find_metrics(words, fold(words), goal.language)
    return [one.metric for one in found if one.metric is not None]


def _answering(call: Call, check_in: CheckIn) -> Callable[[str], bool]:
    return lambda words: answer_in_words(call, check_in, words)


def _noting(call: Call, goal: Goal) -> Callable[[str], bool]:
    return lambda words: note(call, goal, words)


def _ending(call: Call, goal: Goal) -> Callable[[str], bool]:
    return lambda words: take_last_figure(call, goal, words)


def _goals(call: Call) -> list[Goal]:
    """The person's own goals: those whose figures they are asked for."""
    every = call.uow.goals.of_person(call.workspace, call.user)
    return [goal for goal in every if goal.owner == call.user and goal.owner_name is None]


def _led(call: Call) -> list[Goal]:
    return [goal for goal in _goals(call) if goal.state is GoalState.ACTIVE and call.today <= goal.deadline]


def _is_report(call: Call, text: str) -> bool:
    """Whether a text tells where things stand: it wishes nothing, and arranges nothing."""
    if read_arrangements(text)[0] != Arrangements():
        return False
    reading = understand(without_weeks(text), None, call.today, fallback=call.person.language)
    moved = says_moved(text) and reading.deadline is None
    moves = (reading.direction not in {None, Direction.REACH} and not moved) or says_aim(text)
    wishes = moves or reading.vague_words or reading.delta or reading.parts
    both = reading.baseline is not None and reading.target is not None
    past = reading.deadline_problem is DeadlineProblem.PAST  # "79 % au 12 janvier": the day that it is of
    past = past or (reading.deadline is not None and _is_just_past(reading.deadline, call.today))
    return not (wishes or both or ((reading.deadline or reading.deadline_problem) and not past))


def _is_just_past(day: date, today: date) -> bool:
    """Whether a day without its year, read as one to come, is rather the one that has just gone by."""
    return today - JUST_PAST <= days.after(day, -12, "month") <= today
