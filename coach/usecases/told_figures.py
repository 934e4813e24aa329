"""Figures told with their metrics' names, asked for or not: each goes to its goal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from coach.catalogue import METRICS
from coach.errors import Refused
from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, GoalState
from coach.language import days, understand
from coach.language.arrangements import Arrangements, read_arrangements
from coach.language.check_in import has_figure, read_check_in, says_aim, says_moved
from coach.language.check_in_words import BLOCKED
from coach.language.counted_period import without_this_month
from coach.language.limit_figures import tells_only_limits
from coach.language.named_days import without_weeks
from coach.language.plain import fold, plain
from coach.language.provisional import is_final
from coach.language.reading import DeadlineProblem, Direction
from coach.language.reply import takes_back
from coach.messages.base import Message, MetricName
from coach.messages.following import NotFollowed, NotKept, WhichGoalIsIt
from coach.metrics import Kind, MetricKey
from coach.naming import metric_of
from coach.nudges import cadence_days
from coach.people import FocusKind
from coach.progress import expected_level
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.told_pieces import Piece, told_pieces
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words, read_answer
from coach.usecases.figures import latest, unit_of
from coach.usecases.guards import hear_guard
from coach.usecases.last_figure import awaits_last_figure, take_last_figure
from coach.usecases.part_answers import led_by_another
from coach.usecases.settling import question_settled
from coach.usecases.sharing_out import LONGEST_BARE, Shared, Taker, fits, own_names, own_words, shared_out

JUST_PAST = timedelta(days=45)
"""A day so long ago is one that figures are of; further back they mean the next year's."""


def hear_told_figures(call: Call, text: str, waiting: Sequence[CheckIn], *, whole: bool = True) -> bool:
    """Take "CSAT 79 %, DMT 5 min 50" as a figure of each goal that it names, whether it was asked or not.

    A figure that names no metric goes to the one goal that its unit fits: one that is asked for, else one
    under way. What finds no goal is not kept, and that is said.

    Args:
        call: Who tells it.
        text: What they wrote.
        waiting: Their questions without an answer.
        whole: Whether that is all that they wrote.

    Returns:
        False where the text is nothing but the answer of one check-in, or no report at all.
    """
    takers = takers_of(call, waiting)
    words = plain(text)
    if not takers or any(_is_raw(words, one.goal) for one in takers.values()):
        return False
    if tells_only_limits(words, call.person.language):
        return False
    pieces = told_pieces(words, call.person.language, own_words(takers))
    if (goal := _settled(call, words, pieces)) is not None:
        note(call, goal, words)
        return True
    if any(one.told != one.words for one in pieces):  # the 80/20 of a service level is no level
        text = ", ".join(one.told for one in pieces)
    shared = shared_out(pieces, takers, waiting, words)
    answers, asides = shared.answers, _asides(call, shared, takers)
    unasked = [goal for goal in answers if not takers[goal].asked]
    named = [one for one in shared.left if one.name is not None]
    if (
        not answers
        and (named or shared.open)
        and _is_report(call, text)
        and not _tells_action(named, waiting)
    ):
        for piece in shared.left:
            call.say(_not_kept(call, piece, list(takers.values())))
        _ask_which(call, shared)
        return True
    unsaid = not shared.left and not shared.open and not asides
    alone = whole and len(answers) == 1 and not unasked and unsaid
    own = any(takers[goal].goal.metric is MetricKey.OTHER for goal in answers)
    alone = alone and len(pieces) == 1 and _is_plainly(pieces[0], own=own)
    if (not answers and not asides) or alone or (unasked and not _is_report(call, text)):
        return False
    if len(answers) == 1 and BLOCKED.search(fold(words)):
        answers = dict.fromkeys(answers, words)  # what is in the way belongs to the figure beside it
    taken = [takers[goal].take(told) for goal, told in (*answers.items(), *asides)]
    if not any(taken) and not shared.left:
        return False
    for piece in shared.left:
        others = [one for goal, one in takers.items() if goal not in answers]
        call.say(_not_kept(call, piece, others or list(takers.values())))
    _ask_which(call, shared)
    return True


def _asides(call: Call, shared: Shared, takers: Mapping[str, Taker]) -> list[tuple[str, str]]:
    """What is said of goals without a figure: of one that nobody asked about, only that it has not moved."""
    known = []
    for goal, words in shared.asides:
        same = read_answer(call, takers[goal].goal, words).same
        if takers[goal].asked or (same and not takers[goal].ended):
            known.append((goal, words))
    return known


def _ask_which(call: Call, shared: Shared) -> None:
    for piece, goals in shared.open:
        if piece.figure is not None:
            call.say(WhichGoalIsIt(piece.figure, metric_of(goals[0])))


def _is_plainly(piece: Piece, *, own: bool) -> bool:
    """Whether a figure's words can be read as they are, its name included.

    That is a name of the catalogue: no general word, and not what a team calls a metric of its own.
    """
    general = piece.name is not None and (own or bool(piece.name.others))
    return not general and piece.told == piece.words and not piece.without_figure


def _tells_action(left: Sequence[Piece], waiting: Sequence[CheckIn]) -> bool:
    """Whether what is counted in a text may be how often something was done, which is asked."""
    counted = any(one.metric is not None and METRICS[one.metric].kind is Kind.COUNT for one in left)
    return counted and any(one.asks is CheckInAsks.ACTION for one in waiting)


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
    if metric is not None:
        return led_by_another(call, (metric,)) or NotFollowed(piece.words, MetricName(metric))
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
    if any(one.metric is not None for one in told_pieces(words, call.person.language)):
        return False  # it says itself of what it is
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


def takers_of(call: Call, waiting: Sequence[CheckIn]) -> dict[str, Taker]:
    """Who takes figures, by the goal's id: a question first, then a goal under way, then the others.

    Those rest, or have just ended: they take what names them.
    """
    found: dict[str, Taker] = {}
    for check_in in waiting:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        if goal is not None and check_in.asks is CheckInAsks.FIGURE and goal.id not in found:  # asked last
            found[goal.id] = _taker(goal, _answering(call, check_in), asked=True)
    for one in _led(call):
        found.setdefault(one.id, _taker(one, _noting(call, one)))
    for one in _goals(call):
        if one.state is GoalState.PAUSED:
            found.setdefault(one.id, _taker(one, _noting(call, one), ended=True))
        elif awaits_last_figure(call, one):
            found.setdefault(one.id, _taker(one, _ending(call, one), ended=True))
    return found


def _taker(goal: Goal, take: Callable[[str], bool], *, asked: bool = False, ended: bool = False) -> Taker:
    return Taker(goal, take, asked=asked, ended=ended, own_names=own_names(goal))


def _answering(call: Call, check_in: CheckIn) -> Callable[[str], bool]:
    return lambda words: answer_in_words(call, check_in, words)


def _noting(call: Call, goal: Goal) -> Callable[[str], bool]:
    return lambda words: note(call, goal, words)


def _ending(call: Call, goal: Goal) -> Callable[[str], bool]:
    return lambda words: take_last_figure(call, goal, words)


def _goals(call: Call) -> list[Goal]:
    """The person's own goals: those whose figures they are asked for."""
    every = call.uow.goals.of_person(call.workspace, call.user)
    return [goal for goal in every if goal.owner == call.user]


def _led(call: Call) -> list[Goal]:
    return [goal for goal in _goals(call) if goal.state is GoalState.ACTIVE and call.today <= goal.deadline]


def _is_report(call: Call, text: str) -> bool:
    """Whether a text tells where things stand: it wishes nothing, and arranges nothing."""
    if read_arrangements(text)[0] != Arrangements():
        return False
    reading = understand(
        without_this_month(without_weeks(text)), None, call.today, fallback=call.person.language
    )
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
