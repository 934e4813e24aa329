"""Answers to check-ins, by button or in words: what was understood is said back, and can be taken back."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from coach.catalogue import METRICS
from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import ENDED, Goal
from coach.language.absence import read_absence, says_away
from coach.language.check_in import CheckInReading, read_check_in
from coach.language.negative import is_negative
from coach.language.own_absence import clauses
from coach.language.plain import plain
from coach.messages import actions, home
from coach.messages import following as say
from coach.messages.base import Person
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.progress import expected_level
from coach.quantity import Unit
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases.absence import keep_leave
from coach.usecases.absence import note as note_leave
from coach.usecases.answers import ANSWERED, as_of_today, keep_words, mark
from coach.usecases.call import Call
from coach.usecases.figures import WORDS_IN_BUTTON, figure_in_words, record, standing_level
from coach.usecases.figures_of_days import check_in_of_day
from coach.usecases.guards import hear_guard, names_guard
from coach.usecases.part_answers import action_done, action_in_words
from coach.usecases.per_period import in_period, month_or_week, told_in_unit, told_of_period
from coach.usecases.settling import question_settled
from coach.usecases.sharing_out import names_another
from coach.usecases.snoozing import snooze
from coach.usecases.taking_back import take_back

_BUT = re.compile(r"[ ,;]+(mais|but)[ ]+", re.IGNORECASE)
LONGEST_FIGURE = 3
"""Words of an answer that is only a figure ("42 sur 50"); what is longer says something."""


def reads_as_answer(call: Call, check_in: CheckIn, text: str) -> bool:
    """Whether a text that came out of the blue is an answer to this check-in."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    answers = read_answer(call, goal, text).is_answer and not _is_of_another(call, check_in, goal, text)
    return answers or names_guard(call, goal, text)


def _is_of_another(call: Call, check_in: CheckIn, goal: Goal, text: str) -> bool:
    """Whether a text tells figures of other metrics than the one that is asked for."""
    return check_in.asks is CheckInAsks.FIGURE and names_another(goal, plain(text), call.person.language)


def read_answer(call: Call, goal: Goal, text: str) -> CheckInReading:
    """What a text says as an answer to a question of a goal."""
    unit = goal.target.unit if goal.target is not None else METRICS[goal.metric].unit
    return read_check_in(text, language=call.person.language, today=call.today, metric=goal.metric, unit=unit)


def answer_in_words(call: Call, check_in: CheckIn, text: str, *, puts_right: bool = False) -> bool:
    """An answer in words; False where the text is about something else.

    Args:
        call: Who answers.
        check_in: The question.
        text: Their words.
        puts_right: Whether it is known that they put this question's figure right, whatever day they name.
    """
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    words = plain(text) or text.strip()  # a picture alone ("👍") is an answer as well
    goal, text = hear_guard(call, goal, words)
    if not text:
        return True
    reading = read_answer(call, goal, text)
    if (
        reading.tells
        and _is_of_another(call, check_in, goal, text)
        and not _is_reason(check_in, reading, text)
    ):
        return False
    of_day = None if puts_right else check_in_of_day(call, check_in, goal, reading, text)
    about = check_in = of_day or check_in
    if of_day is None and check_in.measurement is None and (reading.level or reading.total) is not None:
        check_in = question_settled(call, goal, text, asked=check_in.said is not None) or check_in
    reading, text, sure = _with_what_waits(call, check_in, goal, reading, text)
    if _is_reason(check_in, reading, text):
        blocked(call, check_in, goal, text)
        return True
    now = _of_today(call, check_in, goal, reading)
    check_in, about = now, about if now.id == check_in.id else now
    if _is_no_answer(check_in, reading):
        return False
    call.focus(FocusKind.CHECK_IN, about.id)
    _take(call, check_in, goal, reading, text, sure=sure)
    _away_besides(call, reading)
    return True


def _take(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str, *, sure: bool
) -> None:
    """Take what an answer says."""
    if check_in.state in ANSWERED and check_in.done and reading.not_done:
        call.say(actions.ActionGoesOn())  # what was done stays done: this is about the days to come
    elif reading.ask_again is not None:  # after "I don't know" too: the question is open again
        keep_words(call, check_in.model_copy(update={"state": CheckInState.ASKED, "answered_at": None}), text)
        snooze(call, check_in.id, reading.ask_again)
    elif reading.blocked and reading.tells and check_in.asks is CheckInAsks.FIGURE:
        _figure_and_blocked(call, check_in, goal, reading, text, sure=sure)
    elif reading.blocked:
        if check_in.asks is CheckInAsks.ACTION and reading.reason is not None:
            check_in, reading = _part_done_besides(call, check_in, goal, reading)
        blocked(call, check_in, goal, reading.reason)
    elif reading.away and not reading.tells:
        if not _part_besides(call, check_in, goal, text):
            _away(call, check_in, reading)
    elif check_in.asks is CheckInAsks.ACTION:
        action_in_words(call, check_in, goal, reading, text)
    else:
        figure_in_words(call, check_in, goal, reading, text, sure=sure)


def _of_today(call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading) -> CheckIn:
    """The question that an answer is of; as of today, where that of long ago is answered at last."""
    tells_away = reading.away and not reading.tells
    if not reading.is_answer or reading.ask_again is not None or tells_away:
        return check_in
    return as_of_today(call, check_in, goal)


def _is_no_answer(check_in: CheckIn, reading: CheckInReading) -> bool:
    """Whether a text says nothing new of a question that was answered."""
    none_told = reading.no_figure or reading.not_done or reading.ask_again is not None
    told = check_in.measurement is not None and none_told
    return check_in.state in ANSWERED and (not reading.is_answer or told)


def _part_done_besides(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading
) -> tuple[CheckIn, CheckInReading]:
    """Take "the headset is broken but done 1 of 1" as what is in the way, and what was done before it."""
    cut = _BUT.search(reading.reason or "")
    if reading.reason is None or cut is None:
        return check_in, reading
    head, tail = reading.reason[: cut.start()].strip(), reading.reason[cut.end() :]
    told = read_answer(call, goal, tail)
    if not head or told.blocked or not (told.total or told.done or told.level):
        return check_in, reading
    action_in_words(call, check_in, goal, told, tail)
    kept = call.uow.check_ins.get(call.workspace, check_in.id) or check_in
    return kept, reading.model_copy(update={"reason": head})


def _part_besides(call: Call, check_in: CheckIn, goal: Goal, text: str) -> bool:
    """Take what is said of a part beside an absence ("done, and off on Thursday"); False where nothing is."""
    if check_in.asks is not CheckInAsks.ACTION:
        return False
    away = [clause for clause in clauses(text) if says_away(clause)]
    rest = ", ".join(clause for clause in clauses(text) if clause not in away)
    reading = read_answer(call, goal, rest)
    if not away or reading.away or not reading.is_answer:
        return False
    action_in_words(call, check_in, goal, reading, rest)
    _keep_leaves(call, away)
    return True


def _away_besides(call: Call, reading: CheckInReading) -> None:
    """Keep an absence that is told beside a figure ("79, en congé jusqu'à lundi"), where it has its days."""
    if reading.away and reading.tells:
        _keep_leaves(call, [clause for clause in clauses(reading.text) if says_away(clause)])


def _keep_leaves(call: Call, told: Sequence[str]) -> None:
    for clause in told:
        said = read_absence(clause, language=call.person.language, today=call.today)
        if said.start is not None and said.end is not None and said.end >= call.today:
            keep_leave(call, said.start, said.end)


def _doubted(call: Call, check_in: CheckIn, goal: Goal) -> CheckInReading | None:
    """What was read in the figure that waits for a yes; None where none does."""
    if check_in.asks is not CheckInAsks.FIGURE or check_in.state in ANSWERED or not check_in.words:
        return None
    reading = read_answer(call, goal, check_in.words)
    told = reading.level is not None or reading.total is not None
    return reading if told or is_negative(check_in.words, call.person.language) else None


def _with_what_waits(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str
) -> tuple[CheckInReading, str, bool]:
    """An answer together with the figure that waits for a yes, its period or its unit.

    Returns:
        What is read then, in which words, and whether they have made sure of it.
    """
    if check_in.asks is not CheckInAsks.FIGURE or check_in.state in ANSWERED or not check_in.words:
        return reading, text, False
    before = read_answer(call, goal, check_in.words)
    language = call.person.language
    whole = told_of_period(before.level, text, language) or told_in_unit(before, check_in.words, text)
    if whole is not None:
        return read_answer(call, goal, whole), whole, True
    doubted = _doubted(call, check_in, goal) if reading.done else None
    if doubted is None:
        return reading, text, False
    last = standing_level(call, goal)
    open_ = doubted.level is not None and month_or_week(goal, check_in, doubted.level, last, language)
    return doubted, check_in.words, not open_  # "yes" to "this, or that?" is asked again


def _is_reason(check_in: CheckIn, reading: CheckInReading, text: str) -> bool:
    """Whether a text says what is in the way: it was just asked, and is more than a figure."""
    asked = check_in.state is CheckInState.BLOCKED and not check_in.words
    return asked and (not reading.is_answer or len(text.split()) > LONGEST_FIGURE)


def _figure_and_blocked(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str, *, sure: bool
) -> None:
    """A figure together with what is in the way: the one is kept and said back, and so is the other."""
    figure_in_words(call, check_in, goal, reading, text, sure=sure)
    now = call.uow.check_ins.get(call.workspace, check_in.id) or check_in
    goal = call.uow.goals.get(call.workspace, goal.id) or goal
    if sure and now.state is CheckInState.ANSWERED:
        call.uow.check_ins.save(now.model_copy(update={"state": CheckInState.BLOCKED}))  # it was told before
    elif now.measurement is not None and now.state is CheckInState.ANSWERED:
        blocked(call, now, goal, reading.reason)
    elif reading.reason is not None:
        _tell_blocked(
            call, check_in, goal, reading.reason
        )  # the figure waits for their yes: the question too


def blocked(call: Call, check_in: CheckIn, goal: Goal, reason: str | None) -> None:
    """Being blocked is an answer. The owner is told, and the reason asked where it was not given."""
    first = check_in.state is not CheckInState.BLOCKED
    # what was done before something came in the way stays done
    figure, done = check_in.measurement, check_in.done
    mark(call, check_in, CheckInState.BLOCKED, reason or "", measurement=figure, done=done)
    if reason is None:
        call.say(say.BlockedWhy())
        return
    _tell_blocked(call, check_in, goal, reason, first=first)


def _tell_blocked(call: Call, check_in: CheckIn, goal: Goal, reason: str, *, first: bool = True) -> None:
    """Say that what is in the way is noted, and tell the owner."""
    own, metric = goal.owner == call.user, metric_of(goal)
    call.say(say.BlockedOwnNoted(metric) if own else say.BlockedNoted(Person(user=goal.owner), metric))
    if not own:
        told = Line(say.ToldBlocked(Person(user=call.user), metric, reason))
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
        others = call.uow.check_ins.waiting_for(call.workspace, call.user)
        asked = [] if check_in.state in ANSWERED else [check_in]  # what was answered stays as it was
        for one in (*asked, *(other for other in others if other.id != check_in.id)):
            mark(call, one, CheckInState.AWAY, "")
    if said.start is not None and said.end is not None and said.end >= call.today:
        keep_leave(call, said.start, said.end)
    elif until is not None and until >= call.today:
        keep_leave(call, call.today, until)
    elif said.problem is not None:
        note_leave(call, reading.text)
    else:
        call.say(say.AwayNotedOpen())


def press(call: Call, subject: str, verb: Verb, value: str = "") -> bool:
    """A button of a check-in was pressed; False where the subject is no check-in of this person."""
    check_in = call.uow.check_ins.get(call.workspace, subject)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or goal is None or check_in.user != call.user:
        return False
    if (goal.state in ENDED or call.today > goal.deadline) and verb is not Verb.UNDO:
        call.say(say.QuestionIsOver(metric_of(goal)))
        return True
    if verb in {Verb.DONE, Verb.NOT_YET, Verb.BLOCKED}:
        check_in = as_of_today(call, check_in, goal)
    call.focus(FocusKind.CHECK_IN, check_in.id)
    if verb is Verb.UNDO:
        take_back(call, check_in, goal, value)
    elif verb is Verb.SURE and (sure := _made_sure(call, check_in, goal, value)):
        figure_in_words(call, check_in, goal, read_answer(call, goal, sure), sure, sure=True)
    elif check_in.state in ANSWERED or verb is Verb.SURE:
        call.say(say.CheckInIsOver())
    elif verb is Verb.ON_PLAN and check_in.expected is not None:
        record(call, check_in, goal, check_in.expected, "", on=_day_of_level(call, check_in, goal))
    elif verb is Verb.BLOCKED:
        blocked(call, check_in, goal, None)
    elif verb is Verb.DONE:
        action_done(call, check_in, goal, check_in.wanted or 1, "")
    elif verb is Verb.NOT_YET:
        action_done(call, check_in, goal, 0, "")
    else:
        return False
    return True


def _made_sure(call: Call, check_in: CheckIn, goal: Goal, value: str) -> str | None:
    """The words of a doubted figure, as the button has them; None where others were said since."""
    words = check_in.words or ""
    if words and words[:WORDS_IN_BUTTON] == value:
        return words
    level = read_answer(call, goal, words).level if check_in.state not in ANSWERED else None
    rates = (Unit.PER_WEEK, Unit.PER_MONTH) if level is not None else ()
    known = [in_period(level, one, call.person.language) for one in rates if level is not None]
    return value if value in known else None


def _day_of_level(call: Call, check_in: CheckIn, goal: Goal) -> date:
    """The day for which the plan has the level that a question told: the last one up to today."""
    asked_for = range((call.today - check_in.due_on).days, -1, -1)
    days = (check_in.due_on + timedelta(days=number) for number in asked_for)
    return next((day for day in days if expected_level(goal, day) == check_in.expected), check_in.due_on)
