"""When people are away: said by a command or in words, shown, and cancelled."""

from collections.abc import Sequence
from datetime import date, timedelta

from coach.calendar import days, is_working_day
from coach.language.absence import (
    AbsenceProblem,
    AbsenceReading,
    cancels_absence,
    read_absence,
    returns_on,
    says_away,
)
from coach.language.plain import fold, plain
from coach.messages import leave as say
from coach.messages.base import Message
from coach.people import Leave
from coach.scheduling import calendar_of
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.changed_parts import Parts, parts_now, tell_changed_parts

COMMANDS = ("away", "absent", "absente", "absence", "absences", "conges", "leave")
"""Words after `/goal` and `/objectif` that speak of absences."""
SHOWN = 10


def command(call: Call, text: str) -> bool:
    """Take `/goal away 3 to 14 August`, or `/goal away` alone; False where the text is something else."""
    first, _, rest = plain(text).strip().partition(" ")
    if fold(first).strip(":") not in COMMANDS:
        return heard(call, text)  # "off until Monday"
    if rest.strip():
        note(call, rest)
    else:
        show(call)
    return True


def heard(call: Call, text: str) -> bool:
    """Take words in the conversation that begin by saying that somebody is away, with dates; else False."""
    if not says_away(text):
        return False
    reading = read_absence(text, language=call.person.language, today=call.today)
    if reading.start is None and reading.problem is None:
        return False
    note(call, text)
    return True


def put_right(call: Call, text: str) -> bool:
    """Take "cancel that absence" and "back mon 4 jan" of an absence that is known; else False."""
    cancelled = cancels_absence(text)
    back = returns_on(text, language=call.person.language, today=call.today)
    if not cancelled and back is None:
        return False
    coming = call.uow.leaves.of_person(call.workspace, call.user, call.today)
    if cancelled:
        if len(coming) != 1 or not cancel(call, coming[0].id):
            show(call)
        return True
    known = next((one for one in coming if back is not None and one.start < back), None)
    if back is None or known is None:
        return False
    before = parts_now(call)
    call.uow.leaves.remove(call.workspace, call.user, known.id)
    keep_leave(call, known.start, back - timedelta(days=1), before)
    return True


def note(call: Call, text: str) -> Leave | None:
    """Keep an absence that somebody says; None where no dates are read, which is said."""
    reading = read_absence(text, language=call.person.language, today=call.today)
    if reading.start is None or reading.end is None:
        call.say(_not_taken(reading))
        return None
    if reading.end < call.today:
        call.say(say.LeaveIsPast(reading.end))
        return None
    return keep_leave(call, reading.start, reading.end)


def _not_taken(reading: AbsenceReading) -> Message:
    match reading.problem:
        case AbsenceProblem.NO_SUCH_DAY:
            return say.LeaveNoSuchDay(reading.words or "")
        case AbsenceProblem.BACKWARDS:
            return say.LeaveBackwards(reading.words or "")
        case None:
            return say.LeaveNotRead()


def keep_leave(call: Call, start: date, end: date, before: Parts | None = None) -> Leave:
    """Keep an absence and say so; days that are within one known already change nothing.

    Args:
        call: Who is away.
        start: The first day.
        end: The last day.
        before: The parts of plans as they stood, where an absence was dropped for this one.
    """
    for known in call.uow.leaves.of_person(call.workspace, call.user, call.today):
        if known.start <= start and end <= known.end:
            call.say(Speech((Line(say.leave_known(known.start, known.end)), Row((_cancel(known),)))))
            return known
    leave = Leave(id=call.ids.new(), workspace=call.workspace, user=call.user, start=start, end=end)
    before = parts_now(call) if before is None else before
    call.uow.leaves.add(leave)
    calendar = calendar_of(call.person)
    back = next(day for day in days(end + timedelta(days=1), date.max) if is_working_day(day, calendar))
    noted: Message = say.LeaveNotedDay(start, back) if start == end else say.LeaveNoted(start, end, back)
    call.say(Speech((Line(noted), Row((_cancel(leave),)))))
    tell_changed_parts(call, before)
    return leave


def show(call: Call) -> None:
    """The person's absences, each with a button that cancels it."""
    coming = call.uow.leaves.of_person(call.workspace, call.user, call.today)
    if not coming:
        call.say(say.LeaveNone())
        return
    call.say(Speech(tuple(_listed(coming))))


def _listed(coming: Sequence[Leave]) -> list[Part]:
    parts: list[Part] = [Line(say.LeaveList())]
    for one in coming[:SHOWN]:
        parts += [Line(say.leave_item(one.start, one.end), Style.ITEM), Row((_cancel(one),))]
    return parts


def cancel(call: Call, leave_id: str) -> bool:
    """Drop an absence; False where the person has no such one."""
    coming = call.uow.leaves.of_person(call.workspace, call.user, call.today)
    leave = next((one for one in coming if one.id == leave_id), None)
    before = parts_now(call)
    if leave is None or not call.uow.leaves.remove(call.workspace, call.user, leave_id):
        return False
    others = [one for one in coming if one.id != leave_id]
    parts = [Line(say.leave_cancelled(leave.start, leave.end)), *(_listed(others) if others else ())]
    call.say(Speech(tuple(parts)), replaces=call.pressed)
    tell_changed_parts(call, before)
    return True


def _cancel(leave: Leave) -> Button:
    return Button(Verb.CANCEL_LEAVE, say.LabelCancelLeave(), leave.id)
