"""What the owner writes at the end of a goal: kept, shown as it is, and told to the team at their word."""

from collections.abc import Sequence
from datetime import timedelta
from zlib import crc32

from coach.cards import person_of
from coach.following import CheckIn, CheckInState
from coach.goal import Goal, GoalState
from coach.language import read_reply, understand
from coach.language.check_in import CheckInReading
from coach.language.hindsight import looks_back
from coach.language.plain import has_digit, plain
from coach.language.reading import Direction, Intent
from coach.language.reply import takes_back
from coach.messages import ending as at_end
from coach.messages import following as said
from coach.messages import home
from coach.messages.base import Channel, Person
from coach.metrics import MetricKey
from coach.naming import metric_of
from coach.nudges import cadence_days
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.told_pieces import told_pieces
from coach.usecases.call import Call
from coach.usecases.changing_in_words import asks_change
from coach.usecases.check_ins import read_answer
from coach.usecases.figures import WORDS_IN_BUTTON
from coach.usecases.guards import names_guard

SHORT_WISH = 6
"""Words of "I would like a better NPS": who looks back says more."""
SHORT_FIGURE, SHORT_WORD, SHORT_NEWS = 6, 4, 10
"""Words at most of what answers another goal's question: a figure, "it goes well", "blocked: …"."""
FEWEST = 4
"""Words at least of a look back where another question was asked since."""
OPEN_FOR = timedelta(days=14)
"""So long after its deadline a goal still has its look back where another question was asked since."""
LONGEST_LOOK_BACK = 2000
"""Characters of a look back that are kept."""
ENDED = frozenset({GoalState.ACHIEVED, GoalState.MISSED})


def look_back(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Keep what the owner writes at the end of a goal; False where it was not asked, or is kept already.

    A figure, a correction, and what answers an open question in few words come first; what is said in more
    words belongs to the look back, though another goal's question was asked since.

    Args:
        call: Who writes.
        text: What.
        waiting: Their questions without an answer.
    """
    goal = _in_focus(call) or _open_beside(call, text)
    if goal is None or _is_something_else(call, text, waiting):
        return False
    return _keep(call, goal, text)


def look_back_told(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Keep words that tell what helped ("the macros helped, 10 of 10 done"), whatever numbers are in them.

    They come before any figure: one is taken only where it stands alone or is told with its metric's name.
    What is told once more, up to two weeks after the end, is put below what was kept.

    Args:
        call: Who writes.
        text: What.
        waiting: Their questions without an answer.
    """
    if not looks_back(text) or _names_figure(call, text):
        return False
    focus = call.person.focus
    waits = focus is not None and focus.kind is FocusKind.LOOK_BACK
    goal = call.uow.goals.get(call.workspace, focus.id) if focus is not None and waits else None
    if goal is None or goal.owner != call.user:
        asked = any(_tells_figure(call, one, text) for one in waiting)
        if asked or asks_change(call, text) or _is_asked_why(call):
            return False
        goal = _ended_lately(call)
    return goal is not None and _keep(call, goal, text)


def _is_asked_why(call: Call) -> bool:
    """Whether they were asked for a reason last: why a goal is changed, or what is in the way."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.CHECK_IN:
        return focus is not None and focus.kind is FocusKind.GOAL
    asked = call.uow.check_ins.get(call.workspace, focus.id)
    return asked is not None and asked.state is CheckInState.BLOCKED and not asked.words


def _names_figure(call: Call, text: str) -> bool:
    """Whether a figure is told with the name of a metric that the person has a goal on."""
    metrics = {goal.metric for goal in call.uow.goals.of_person(call.workspace, call.user)}
    pieces = told_pieces(plain(text), call.person.language)
    return any(one.figure is not None and one.metric in metrics for one in pieces)


def _tells_figure(call: Call, check_in: CheckIn, text: str) -> bool:
    """Whether a text answers an open question with its figure, in its unit, or with what is in the way."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    reading = read_answer(call, goal, plain(text))
    return _has_figure(reading) or reading.blocked


def _ended_lately(call: Call) -> Goal | None:
    """The goal of theirs that ended last, up to two weeks ago: at its date, or early."""
    ended = [
        one
        for one in call.uow.goals.of_person(call.workspace, call.user)
        if one.owner == call.user
        and one.state in ENDED | {GoalState.CLOSED}
        and call.today <= one.deadline + OPEN_FOR
        and (one.state in ENDED or _was_asked_lately(call, one))
    ]
    return max(ended, key=lambda one: min(one.deadline, call.today), default=None)


def _was_asked_lately(call: Call, goal: Goal) -> bool:
    """Whether a goal that was ended early was followed until lately."""
    since = call.today - OPEN_FOR - timedelta(days=cadence_days(goal))
    return bool(call.uow.check_ins.of_goal(call.workspace, goal.id, since))


def _keep(call: Call, goal: Goal, text: str) -> bool:
    """Keep a look back, below what was kept of it before, and show it."""
    words = text.strip()
    if goal.look_back is not None and words not in goal.look_back:
        words = f"{goal.look_back}\n{words}"
    words = words[:LONGEST_LOOK_BACK]
    call.uow.goals.save(goal.model_copy(update={"look_back": words, "version": goal.version + 1}))
    call.focus(FocusKind.LOOK_BACK, goal.id)
    buttons = [
        Button(Verb.UNDO_LOOK_BACK, said.LabelUndo(), goal.id),
        Button(Verb.HELP, at_end.LabelNextGoal(), goal.id),
    ]
    kept: Part = Line(at_end.LookBackKeptAlone(metric_of(goal), words))
    if goal.channel is not None:
        kept = Line(at_end.LookBackKept(metric_of(goal), words, Channel(goal.channel)))
        start = words[:WORDS_IN_BUTTON]
        buttons.insert(0, Button(Verb.SHARE_LOOK_BACK, at_end.LabelShare(), goal.id, value=start))
    parts = [kept]
    if has_digit(words) and not _has_last_figure(call, goal):
        parts.append(Line(at_end.LastFigureMayCome(goal.deadline), Style.QUIET))
    call.say(Speech((*parts, Row(tuple(buttons)))))
    return True


def _in_focus(call: Call) -> Goal | None:
    """The goal whose look back was asked last."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.LOOK_BACK:
        return None
    goal = call.uow.goals.get(call.workspace, focus.id)
    over = goal is not None and goal.state in ENDED | {GoalState.CLOSED}
    return goal if goal is not None and over and goal.look_back is None else None


def _open_beside(call: Call, text: str) -> Goal | None:
    """The goal that ended last, where another question was asked since, and the text is more than a word."""
    focus = call.person.focus
    if focus is None or focus.kind not in {FocusKind.CHECK_IN, FocusKind.LOOK_BACK}:
        return None
    if len(text.split()) < FEWEST or text.rstrip().endswith("?"):
        return None
    if focus.kind is FocusKind.CHECK_IN:
        asked = call.uow.check_ins.get(call.workspace, focus.id)
        if asked is not None and asked.state is CheckInState.BLOCKED and not asked.words:
            return None  # they say what is in the way
    ended = [
        one
        for one in call.uow.goals.of_person(call.workspace, call.user)
        if one.state in ENDED
        and one.look_back is None
        and one.owner == call.user
        and call.today <= one.deadline + OPEN_FOR
    ]
    return max(ended, key=lambda one: one.deadline, default=None)


def _has_last_figure(call: Call, goal: Goal) -> bool:
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    return any(one.measured_on == goal.deadline and not one.undone for one in figures)


def _is_something_else(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Whether a text asks for help, answers or corrects another goal's figure, or begins a new goal."""
    language, today = call.person.language, call.today
    intent = read_reply(text, language=None, today=today, asked=None, fallback=language).intent
    if intent in {Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.RESUME, Intent.SUMMARY}:
        return True
    if any(_answers(call, one, text) for one in waiting) or _corrects(call, text) or asks_change(call, text):
        return True
    wish = understand(text, None, today, fallback=language)
    how_much = wish.target or wish.delta or wish.deadline
    short = bool(wish.vague_words) and len(text.split()) <= SHORT_WISH
    # "2 sessions a week made it possible to keep going" tells of something, and wants nothing
    tells = wish.metric is MetricKey.OTHER and wish.direction not in {Direction.INCREASE, Direction.DECREASE}
    return wish.metric is not None and not tells and bool(how_much or short)


def _answers(call: Call, check_in: CheckIn, text: str) -> bool:
    """Whether a text answers another goal's question: in as few words as such answers have."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    reading, length = read_answer(call, goal, plain(text)), len(text.split())
    if _has_figure(reading):
        return length <= SHORT_FIGURE
    if reading.blocked or reading.away or reading.not_done:
        return length <= SHORT_NEWS
    return names_guard(call, goal, text) or (reading.is_answer and length <= SHORT_WORD)


def _corrects(call: Call, text: str) -> bool:
    """Whether a text puts the figure right that was told last."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.CHECK_IN or len(text.split()) > SHORT_NEWS:
        return False
    check_in = call.uow.check_ins.get(call.workspace, focus.id)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if goal is None:
        return False
    return _has_figure(read_answer(call, goal, plain(text))) and (
        takes_back(text) or len(text.split()) <= SHORT_FIGURE
    )


def _has_figure(reading: CheckInReading) -> bool:
    return reading.level is not None or reading.increment is not None or reading.count is not None


def share(call: Call, goal_id: str, words: str = "") -> bool:
    """Tell the goal's channel what its owner wrote at the end; False where there is nothing to tell.

    Args:
        call: Who presses.
        goal_id: The goal.
        words: How what they were shown begins: other words than those are not shared.
    """
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.channel is None or goal.look_back is None:
        return False
    if words and goal.look_back[:WORDS_IN_BUTTON] != words:
        return False
    if not may(call.user, Deed.POST, goal):
        call.say(home.NotYours(person_of(goal)))
        return True
    call.say(
        Speech((Line(at_end.LookBackTold(Person(user=goal.owner), metric_of(goal), goal.look_back)),)),
        to=goal.channel,
        language=goal.language,
        lane=Lane.POST,
        key=_key(goal),
    )
    call.say(at_end.LookBackShared(Channel(goal.channel)))
    return True


def take_back(call: Call, goal_id: str) -> bool:
    """Drop what was kept as a look back, and ask anew; False where there is none, or it is not theirs."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.look_back is None or goal.owner != call.user:
        return False
    if goal.channel is not None and call.uow.outbox.sent(call.workspace, _key(goal)) is not None:
        call.say(at_end.LookBackShared(Channel(goal.channel)))
        return True
    call.uow.goals.save(goal.model_copy(update={"look_back": None, "version": goal.version + 1}))
    call.focus(FocusKind.LOOK_BACK, goal.id)
    call.say(at_end.LookBackUndone(metric_of(goal)))
    return True


def _key(goal: Goal) -> str:
    """The dedupe key of these very words: what is added to them later can be told too."""
    return f"look-back:{goal.id}:{crc32((goal.look_back or '').encode()):08x}"
