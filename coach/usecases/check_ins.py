"""Answers to check-ins, by button or in words: what was understood is said back, and can be taken back."""

from coach.cards import person_of
from coach.catalogue import METRICS
from coach.following import CheckIn, CheckInAsks, CheckInState, SkipReason
from coach.goal import ENDED, Goal
from coach.language.absence import read_absence
from coach.language.check_in import CheckInReading, read_check_in
from coach.language.negative import is_negative
from coach.language.plain import plain
from coach.making import was_measured, without_baseline
from coach.messages import following as say
from coach.messages import home
from coach.messages.base import Message, Person
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.absence import keep_leave
from coach.usecases.answers import ANSWERED, keep_words, mark, undo_button
from coach.usecases.asking import action_of, redraw
from coach.usecases.call import Call
from coach.usecases.figures import WORDS_IN_BUTTON, figure_in_words, latest, record
from coach.usecases.guards import hear_guard, names_guard
from coach.usecases.posting import put_right

LONGEST_FIGURE = 3
"""Words of an answer that is only a figure ("42 sur 50"); what is longer says something."""


def reads_as_answer(call: Call, check_in: CheckIn, text: str) -> bool:
    """Whether a text that came out of the blue is an answer to this check-in."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    return goal is not None and (_read(call, goal, text).is_answer or names_guard(call, goal, text))


def _read(call: Call, goal: Goal, text: str) -> CheckInReading:
    unit = goal.target.unit if goal.target is not None else METRICS[goal.metric].unit
    return read_check_in(text, language=call.person.language, today=call.today, metric=goal.metric, unit=unit)


def answer_in_words(call: Call, check_in: CheckIn, text: str) -> bool:
    """An answer in words; False where the text is about something else."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    goal, text = hear_guard(call, goal, plain(text))
    if not text:
        return True
    reading, sure = _read(call, goal, text), False
    if reading.done and (doubted := _doubted(call, check_in, goal)) is not None:
        reading, text, sure = doubted, check_in.words or "", True
    if _is_reason(check_in, reading, text):
        blocked(call, check_in, goal, text)
        return True
    none_told = reading.no_figure or reading.not_done
    if check_in.state in ANSWERED and (not reading.is_answer or (check_in.measurement and none_told)):
        return False
    if reading.blocked:
        blocked(call, check_in, goal, reading.reason)
    elif reading.away:
        _away(call, check_in, reading)
    elif check_in.asks is CheckInAsks.ACTION:
        _action_in_words(call, check_in, goal, reading, text)
    else:
        figure_in_words(call, check_in, goal, reading, text, sure=sure)
    return True


def _doubted(call: Call, check_in: CheckIn, goal: Goal) -> CheckInReading | None:
    """What was read in the figure that waits for a yes; None where none does."""
    if check_in.asks is not CheckInAsks.FIGURE or check_in.state in ANSWERED or not check_in.words:
        return None
    reading = _read(call, goal, check_in.words)
    told = reading.level is not None or reading.total is not None
    return reading if told or is_negative(check_in.words, call.person.language) else None


def _is_reason(check_in: CheckIn, reading: CheckInReading, text: str) -> bool:
    """Whether a text says what is in the way: it was just asked, and is more than a figure."""
    asked = check_in.state is CheckInState.BLOCKED and not check_in.words
    return asked and (not reading.is_answer or len(text.split()) > LONGEST_FIGURE)


def _action_in_words(call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str) -> None:
    wanted = check_in.wanted or 1
    if reading.done:
        action_done(call, check_in, goal, wanted, text)
    elif reading.not_done:
        action_done(call, check_in, goal, 0, text)
    elif reading.total is not None and reading.count is not None:
        counted = check_in.model_copy(update={"wanted": reading.total})  # their own count of what was due
        action_done(call, counted, goal, reading.count, text)
    elif reading.level is not None:
        action_done(call, check_in, goal, int(reading.level.value), text)
    elif reading.increment is not None:
        done, more = check_in.done or 0, int(reading.increment)
        if done >= wanted and more > 0:  # it was all done: nobody knows what comes on top
            call.say(say.HowManyInAll(done, done + more))
        else:
            action_done(call, check_in, goal, done + more, text)
    elif reading.vague or reading.no_figure:
        keep_words(call, check_in, text)
        call.say(say.VagueAction())
    else:
        keep_words(call, check_in, text)
        call.say(say.ActionNotRead())


def action_done(call: Call, check_in: CheckIn, goal: Goal, done: int, text: str) -> None:
    """How often the lever action was done this period."""
    wanted = check_in.wanted or 1
    done = max(0, done)
    mark(call, check_in, CheckInState.ANSWERED, text, done=done)
    words: Message = say.ActionThanks() if done >= wanted else say.ActionNotDone()
    parts: list[Part] = [Line(words), Line(say.ActionNoted(action_of(goal), done, wanted), Style.QUIET)]
    call.say(Speech((*parts, Row((undo_button(check_in),)))))


def blocked(call: Call, check_in: CheckIn, goal: Goal, reason: str | None) -> None:
    """Being blocked is an answer. The owner is told, and the reason asked where it was not given."""
    first = check_in.state is not CheckInState.BLOCKED
    mark(call, check_in, CheckInState.BLOCKED, reason or "")
    own = goal.owner == call.user
    if reason is None:
        call.say(say.BlockedWhy())
        return
    call.say(
        say.BlockedOwnNoted(metric_of(goal)) if own else say.BlockedNoted(person_of(goal), metric_of(goal))
    )
    if not own:
        told = Line(say.ToldBlocked(Person(user=call.user), metric_of(goal), reason))
        see = Row((Button(Verb.OPEN_GOAL, home.LabelOpen(), goal.id, goal.version),))
        call.say(
            Speech((told, see)),
            to=goal.owner,
            language=call.language_of(goal.owner),
            lane=Lane.NUDGE,
            key=f"blocked:{check_in.id}:{'1' if first else '2'}:{call.event}",
        )


def _away(call: Call, check_in: CheckIn, reading: CheckInReading) -> None:
    until = reading.away_until
    said = read_absence(reading.text, language=call.person.language, today=call.today)
    if said.start is None or said.start <= call.today:
        mark(call, check_in, CheckInState.AWAY, "")
    if said.start is not None and said.end is not None and said.end >= call.today:
        keep_leave(call, said.start, said.end)
    elif until is not None and until >= call.today:
        keep_leave(call, call.today, until)
    else:
        call.say(say.AwayNotedOpen())


def press(call: Call, subject: str, verb: Verb, value: str = "") -> bool:
    """A button of a check-in was pressed; False where the subject is no check-in of this person."""
    check_in = call.uow.check_ins.get(call.workspace, subject)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or goal is None or check_in.user != call.user:
        return False
    if goal.state in ENDED and verb is not Verb.UNDO:
        call.say(say.QuestionIsOver(metric_of(goal)))
        return True
    call.focus(FocusKind.CHECK_IN, check_in.id)
    if verb is Verb.UNDO:
        _take_back(call, check_in, goal, value)
    elif verb is Verb.SURE and (check_in.words or "")[:WORDS_IN_BUTTON] == value and value:
        reading = _read(call, goal, check_in.words or "")
        figure_in_words(call, check_in, goal, reading, check_in.words or "", sure=True)
    elif check_in.state in ANSWERED or verb is Verb.SURE:
        call.say(say.CheckInIsOver())
    elif verb is Verb.ON_PLAN and check_in.expected is not None:
        record(call, check_in, goal, check_in.expected, "")
    elif verb is Verb.BLOCKED:
        blocked(call, check_in, goal, None)
    elif verb is Verb.DONE:
        action_done(call, check_in, goal, check_in.wanted or 1, "")
    elif verb is Verb.NOT_YET:
        action_done(call, check_in, goal, 0, "")
    else:
        return False
    return True


def _take_back(call: Call, check_in: CheckIn, goal: Goal, measurement: str) -> None:
    """Undo: the figure is marked as undone, and the question is open again."""
    if check_in.state not in ANSWERED or (measurement and measurement != check_in.measurement):
        call.say(say.NothingToUndo())
        return
    if check_in.measurement is not None:
        call.uow.measurements.undo(call.workspace, check_in.measurement)
        if was_measured(goal) and latest(call, goal) is None:
            call.uow.goals.save(without_baseline(goal))
        put_right(call.uow, goal, call.now)
    told = check_in.said is None  # nobody asked: with the figure the question is gone too
    call.uow.check_ins.save(
        check_in.model_copy(
            update={
                "state": CheckInState.SKIPPED if told else CheckInState.ASKED,
                "skipped": SkipReason.UNDONE if told else None,
                "measurement": None,
                "done": None,
                "words": None,
                "answered_at": None,
            }
        )
    )
    redraw(call.uow, call.person, check_in.said, call.now, call.event)
    call.say(say.UndoneAlone() if told else say.Undone())
