"""Figures told with their metrics' names, asked for or not: each goes to its goal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, GoalState
from coach.guard_reading import PIECES
from coach.language import understand
from coach.language.arrangements import Arrangements, read_arrangements
from coach.language.check_in import has_figure, read_check_in, says_aim, says_moved
from coach.language.detection import detect
from coach.language.mentions import MetricMention, find_metrics
from coach.language.plain import fold, plain
from coach.language.reading import Direction
from coach.language.reply import takes_back
from coach.messages.following import WhichGoalIsIt
from coach.metrics import MetricKey, is_called
from coach.naming import metric_of
from coach.nudges import cadence_days
from coach.people import FocusKind
from coach.progress import expected_level
from coach.quantity import SECONDS_IN, Quantity, Unit
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words
from coach.usecases.figures import unit_of
from coach.usecases.guards import hear_guard
from coach.usecases.last_figure import awaits_last_figure, take_last_figure
from coach.usecases.settling import question_settled

_BETWEEN = " \n\t,;.:-–/&+"
_JOINTS = ("et", "and")
LONGEST_BARE = 12
"""Words around a figure that names no metric ("it took us 5:30 on average to pick up")."""


@dataclass(frozen=True, slots=True)
class Taker:
    """A goal that takes figures of its metric, and how."""

    goal: Goal
    take: Callable[[str], object]
    asked: bool = False
    """Whether a check-in asks for it."""


def hear_told_figures(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "CSAT 79 %, DMT 5 min 50" as a figure of each goal that it names, whether it was asked or not.

    False where the text is nothing but the answer of one check-in, or no report at all.
    """
    takers = _takers(call, waiting)
    if not takers:
        return False
    answers: dict[MetricKey, str] = _by_unit(plain(text), call, takers)
    for metric, words in _by_metric(plain(text), call):
        owner = metric if metric in takers else _guarded_by(metric, takers)
        if owner is not None and has_figure(words):
            answers[owner] = f"{answers[owner]}, {words}" if owner in answers else words
    unasked = [metric for metric in answers if not takers[metric].asked]
    if not answers or (len(answers) == 1 and not unasked) or (unasked and not _is_report(call, text)):
        return False
    for metric, words in answers.items():
        takers[metric].take(words)
    return True


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
    fitting = [goal for goal in goals if _fits(goal, level)]
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


def note(call: Call, goal: Goal, text: str) -> None:
    """Take a figure that came by itself as the day's answer of its goal."""
    goal, rest = hear_guard(call, goal, plain(text))
    if not rest:
        return
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
    answer_in_words(call, check_in, rest)


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

    asked = []
    for check_in in waiting:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        if goal is not None and check_in.asks is CheckInAsks.FIGURE:
            asked.append(Taker(goal, _answering(call, check_in), asked=True))
    add(asked)
    in_question = {one.goal.id for one in asked}
    add([Taker(one, _noting(call, one)) for one in _led(call) if one.id not in in_question])
    ended = [one for one in _goals(call) if awaits_last_figure(call, one)]
    add([Taker(one, _ending(call, one)) for one in ended])
    for one in tuple(found.values()):
        for name in MetricKey:
            if is_called(one.goal.metric, name):
                found.setdefault(name, one)
    return found


def _answering(call: Call, check_in: CheckIn) -> Callable[[str], object]:
    return lambda words: answer_in_words(call, check_in, words)


def _noting(call: Call, goal: Goal) -> Callable[[str], object]:
    return lambda words: note(call, goal, words)


def _ending(call: Call, goal: Goal) -> Callable[[str], object]:
    return lambda words: take_last_figure(call, goal, words)


def _goals(call: Call) -> list[Goal]:
    """The person's own goals: those whose figures they are asked for."""
    every = call.uow.goals.of_person(call.workspace, call.user)
    return [goal for goal in every if goal.owner == call.user and goal.owner_name is None]


def _led(call: Call) -> list[Goal]:
    return [goal for goal in _goals(call) if goal.state is GoalState.ACTIVE and call.today <= goal.deadline]


def _fits(goal: Goal, level: Quantity) -> bool:
    """Whether a figure as it was written may be one of a goal's; a bare number may be one of any."""
    unit = unit_of(goal)
    lengths = level.is_duration and unit in SECONDS_IN
    return level.unit in {Unit.COUNT, unit} or lengths


def _is_report(call: Call, text: str) -> bool:
    """Whether a text tells where things stand: it wishes nothing, and arranges nothing."""
    if read_arrangements(text)[0] != Arrangements():
        return False
    reading = understand(text, None, call.today, fallback=call.person.language)
    moved = says_moved(text) and reading.deadline is None
    moves = (reading.direction not in {None, Direction.REACH} and not moved) or says_aim(text)
    wishes = moves or reading.vague_words or reading.delta or reading.parts
    both = reading.baseline is not None and reading.target is not None
    return not (wishes or both or reading.deadline or reading.deadline_problem)


def _guarded_by(metric: MetricKey, takers: dict[MetricKey, Taker]) -> MetricKey | None:
    """The goal whose guard a metric is: its figure belongs to that goal's answer."""
    for own, taker in takers.items():
        if taker.goal.guard is not None and taker.goal.guard.metric is metric:
            return own
    return None


def _by_metric(text: str, call: Call) -> list[tuple[MetricKey, str]]:
    """The text in pieces, one a metric that it names, with the metric's name and figure in it.

    "CSAT 79, DMT 5:50" is cut before each name, "79 de CSAT, 5:50 de DMT" behind it.
    """
    named: list[tuple[MetricKey, MetricMention]] = [
        (one.metric, one)
        for one in find_metrics(text, fold(text), detect(text, call.person.language))
        if one.metric is not None
    ]
    if not named:
        return []
    first = named[0][1]
    figure_first = has_figure(text[: first.start])
    cuts = [one.end if figure_first else one.start for _, one in named]
    edges = [0, *(cuts[:-1] if figure_first else cuts[1:]), len(text)]
    pieces = (text[start:end] for start, end in pairwise(edges))
    return [(metric, _trimmed(piece)) for (metric, _), piece in zip(named, pieces, strict=True)]


def _by_unit(text: str, call: Call, takers: dict[MetricKey, Taker]) -> dict[MetricKey, str]:
    """The text in pieces ("70 % et 5 min"), where no metric is named and each fits one question alone."""
    asked = {metric: one.goal for metric, one in takers.items() if one.asked and one.goal.metric is metric}
    pieces = [piece for piece in PIECES.split(text) if has_figure(piece)]
    if len(asked) < 2 or len(pieces) < 2 or len(text.split()) > LONGEST_BARE or _by_metric(text, call):
        return {}
    found: dict[MetricKey, str] = {}
    for piece in pieces:
        language = call.person.language
        level = read_check_in(piece, language=language, today=call.today, metric=None, unit=None).level
        fitting = [metric for metric, goal in asked.items() if level is not None and _fits(goal, level)]
        if len(fitting) != 1 or fitting[0] in found:
            return {}
        found[fitting[0]] = _trimmed(piece)
    return found


def _trimmed(piece: str) -> str:
    """A piece without what joined it to the others."""
    words = piece.strip(_BETWEEN).split(" ")
    if words and words[-1].lower() in _JOINTS:
        words = words[:-1]
    if words and words[0].lower() in _JOINTS:
        words = words[1:]
    return " ".join(words).strip(_BETWEEN)
