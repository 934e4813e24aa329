"""Who is away is asked nothing and welcomed back; what is put off comes again, once."""

from datetime import date, datetime, time, timedelta

import pytest

from coach.following import CheckInState, ScheduleKind, SkipReason
from coach.goal import CheckInTime, Goal
from coach.messages import digest, leave
from coach.messages import nudges as say
from coach.messages.check_in_questions import CheckInFigure
from coach.messages.leave import LeaveCancelled, LeaveCancelledDay, LeaveItem, LeaveItemDay
from coach.messages.rhythm import Rhythm
from coach.metrics import MetricKey
from coach.people import Leave
from coach.scheduling import digest_of, schedules_of
from coach.speech import Verb
from coach.usecases import absence, conversation, rhythm, snoozing
from coach.usecases.call import Call
from tests.coach.desk import MONDAY, PARIS, WORKSPACE, Desk, goal
from tests.coach.talk import messages_of
from tests.coach.test_nudging import AGENT, FIRST, LEAD, alone, asked, days_to, has, reasons


def test_who_comes_back_from_a_leave_is_welcomed_and_not_reproached() -> None:
    desk = alone()
    desk.does("lead", lambda call: absence.command(call, "absent du 10 au 31 janvier"))
    desk.goes_to(FIRST)
    desk.goes_to(FIRST + timedelta(weeks=1))
    desk.goes_to(FIRST + timedelta(weeks=2))
    assert asked(desk) == []
    desk.goes_to(FIRST + timedelta(weeks=3))
    (heard,) = asked(desk)
    assert has(heard, say.OpenBack)
    assert not has(heard, say.OpenStale)


def test_next_monday_is_never_today() -> None:
    desk = alone(check_in=CheckInTime(weekday=0, at=time(9), chosen=True))
    desk.goes_to(FIRST.replace(hour=9, minute=10))
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: snoozing.snooze(call, one, "monday"))
    with desk.memory.open_uow() as uow:
        due = [
            row.due_at for row in uow.schedules.of_goal(WORKSPACE, "g1") if row.kind is ScheduleKind.REMIND
        ]
    assert due[0] is not None
    assert due[0].astimezone(PARIS).date() == FIRST.date() + timedelta(weeks=1)


def test_what_was_put_off_an_hour_comes_again_once() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: snoozing.snooze(call, one, "hour"))
    desk.goes_to(FIRST + timedelta(hours=1, minutes=5))
    assert len(asked(desk)) == 1
    for minutes in (20, 35, 120):
        assert desk.goes_to(FIRST + timedelta(hours=1, minutes=minutes)).claimed == 0


def test_whoever_is_away_is_asked_nothing_and_it_is_known_why() -> None:
    desk = alone()
    desk.does("lead", lambda call: absence.command(call, "absent du 10 au 24 janvier"))
    assert len(days_to(desk, datetime(2027, 1, 26, 12, tzinfo=PARIS))) == 1
    assert reasons(desk) == [SkipReason.AWAY, SkipReason.AWAY]


def test_an_absence_can_be_cancelled() -> None:
    desk = alone()
    desk.does("lead", lambda call: absence.command(call, "away 10 to 24 January"))
    with desk.memory.open_uow() as uow:
        (leave,) = uow.leaves.of_person(WORKSPACE, "lead", date(2027, 1, 1))
    said = desk.does("lead", lambda call: absence.cancel(call, leave.id))
    assert has(said, LeaveCancelled)
    desk.goes_to(FIRST)
    assert len(asked(desk)) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [("away 14 to 3 August", "14 to 3 August"), ("absent du 14 au 3 août", "du 14 au 3 août")],
)
def test_an_absence_that_runs_backwards_is_asked_about(typed: str, words: str) -> None:
    desk = alone()
    assert leave.LeaveBackwards(words) in desk.does("lead", lambda call: absence.command(call, typed))
    assert leaves(desk) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("away 30 to 31 February", "31 February"),
        ("away until 30 February", "30 February"),
        ("absent du 30 au 31 février", "31 février"),
    ],
)
def test_a_day_in_no_calendar_is_named(typed: str, words: str) -> None:
    desk = alone()
    assert leave.LeaveNoSuchDay(words) in desk.does("lead", lambda call: absence.command(call, typed))
    assert leaves(desk) == []


def test_one_day_away_names_the_day_of_return() -> None:
    desk = alone()
    said = desk.does("lead", lambda call: absence.command(call, "absent vendredi 15 janvier"))
    assert leave.LeaveNotedDay(date(2027, 1, 15), date(2027, 1, 18)) in said


def test_until_monday_is_back_on_monday_and_asked_then() -> None:
    desk = alone()
    said = desk.does("lead", lambda call: absence.command(call, "away until Monday"))
    assert leave.LeaveNoted(date(2027, 1, 4), date(2027, 1, 10), date(2027, 1, 11)) in said


def leaves(desk: Desk) -> list[Leave]:
    with desk.memory.open_uow() as uow:
        return list(uow.leaves.of_person(WORKSPACE, "lead", date(2027, 1, 1)))


def test_later_asks_again_at_most_twice() -> None:
    desk = alone()
    desk.goes_to(FIRST)
    desk.news()
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: snoozing.snooze(call, one, "hour"))
    desk.goes_to(FIRST + timedelta(hours=1, minutes=5))
    (again,) = [list(messages_of(out.speech)) for out in desk.news()]
    assert not has(again, say.OpenReminder)
    desk.does("lead", lambda call: snoozing.snooze(call, one, "tomorrow"))
    desk.goes_to(FIRST + timedelta(days=1, hours=2))
    assert len(asked(desk)) == 1
    assert has(desk.does("lead", lambda call: snoozing.snooze(call, one, "monday")), say.LaterNoMore)


def with_other(desk: Desk, other: Goal) -> Desk:
    """A second goal of the same lead."""
    with desk.memory.open_uow() as uow:
        uow.goals.add(other)
        for schedule in schedules_of(other, {"lead": LEAD}, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    return desk


def test_what_was_put_off_until_the_day_of_the_overview_comes_on_that_day() -> None:
    wednesday = CheckInTime(weekday=2, at=time(11), chosen=True)
    running = goal(channel=None, contributors=("agent",)).model_copy(update={"check_in": wednesday})
    desk = Desk(running, (LEAD, AGENT))
    with desk.memory.open_uow() as uow:
        uow.schedules.put(digest_of(LEAD, MONDAY))
        uow.commit()
    day = datetime(2027, 1, 13, 11, 5, tzinfo=PARIS)
    desk.goes_to(datetime(2027, 1, 7, 12, tzinfo=PARIS))
    desk.goes_to(day)
    asked(desk)
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: snoozing.snooze(call, one, "tomorrow"))
    came = []
    for minutes in range(0, 24 * 60, 15):
        at = (day + timedelta(days=1)).replace(hour=0, minute=0) + timedelta(minutes=minutes)
        desk.goes_to(at)
        came += [(at, has(heard, digest.DigestTitle)) for heard in asked(desk)]
    assert any(overview for _, overview in came)
    assert [at.hour for at, overview in came if not overview] == [11]
    assert not desk.check_in("lead").resting


@pytest.mark.parametrize("every_day", [False, True])
def test_what_was_put_off_comes_beside_an_overview_that_leaves_the_next_question_out(every_day: bool) -> None:
    """The question that had no room that day once hid the one that was put off, which never came."""
    running = goal(channel=None, contributors=("agent",))
    desk = Desk(running, (LEAD, AGENT))
    with desk.memory.open_uow() as uow:
        uow.schedules.put(digest_of(LEAD, MONDAY))
        uow.commit()
    desk.goes_to(datetime(2027, 1, 11, 11, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 1, 13, 17, 30, tzinfo=PARIS))
    asked(desk)
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: snoozing.snooze(call, one, "hour"))  # past the day's end: on Thursday
    if every_day:
        desk.does("lead", lambda call: rhythm.choose(call, "g1", Verb.SET_RHYTHM, Rhythm.DAILY))
    desk.goes_to(datetime(2027, 1, 14, 12, tzinfo=PARIS))
    overview, question, *_ = asked(desk)
    assert has(overview, digest.DigestTitle)
    assert has(question, CheckInFigure)
    with desk.memory.open_uow() as uow:
        put_off = uow.check_ins.get(WORKSPACE, one)
    assert put_off is not None
    assert put_off.state is CheckInState.ASKED
    assert not put_off.resting


def test_a_reminder_waits_for_the_hour_that_was_chosen_for_another_question() -> None:
    other = CheckInTime(weekday=2, at=time(11), chosen=True)
    desk = with_other(alone(), goal(channel=None).model_copy(update={"id": "g2", "check_in": other}))
    hours = []
    for quarter in range(24 * 21 * 4):
        at = datetime(2027, 1, 11, tzinfo=PARIS) + timedelta(minutes=15 * quarter)
        desk.goes_to(at)
        hours += [(at.weekday(), at.hour) for _ in asked(desk)]
    assert {hour for day, hour in hours if day == 2} == {11}


def test_a_question_that_gave_way_to_the_overview_keeps_its_hour() -> None:
    thursday = CheckInTime(weekday=3, at=time(14), chosen=True)
    running = goal(channel=None, contributors=("agent",)).model_copy(update={"check_in": thursday})
    desk = Desk(running, (LEAD, AGENT))
    with desk.memory.open_uow() as uow:
        uow.schedules.put(digest_of(LEAD, MONDAY))
        uow.commit()
    hours = []
    desk.goes_to(datetime(2027, 1, 7, 14, 30, tzinfo=PARIS))
    desk.news()
    for quarter in range(24 * 2 * 4):
        at = datetime(2027, 1, 14, tzinfo=PARIS) + timedelta(minutes=15 * quarter)
        desk.goes_to(at)
        told = [one for one in desk.news() if one.to == "lead" and one.dedupe_key.startswith("day:")]
        hours += [(at.weekday(), at.hour) for _ in told]
    assert [day for day, _ in hours] == [3, 4], "the overview, then the question on the day after"
    assert hours[-1] == (4, 14)


def test_cancelling_one_absence_leaves_the_others_in_the_list() -> None:
    desk = alone()

    def says_both(call: Call) -> None:
        absence.command(call, "absent le 3 mars")
        absence.command(call, "absent du 10 au 12 mars")

    desk.does("lead", says_both)
    with desk.memory.open_uow() as uow:
        first, second = uow.leaves.of_person(WORKSPACE, "lead", date(2027, 1, 4))
    assert LeaveItemDay(first.start) in desk.does("lead", absence.show)
    said = desk.does("lead", lambda call: absence.cancel(call, first.id))
    assert LeaveCancelledDay(first.start) in said
    assert LeaveItem(second.start, second.end) in said


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("back fri 15 jan", date(2027, 1, 14)),
        ("de retour le vendredi 15 janvier", date(2027, 1, 14)),
        ("actually, I'm back on Friday 15 January", date(2027, 1, 14)),
    ],
)
def test_the_day_of_the_return_puts_a_known_absence_right(text: str, last: date) -> None:
    desk = alone()
    desk.goes_to(FIRST)
    desk.does("lead", lambda call: absence.command(call, "absent du 12 au 20 janvier"))
    assert has(desk.does("lead", lambda call: conversation.hear(call, text)), leave.LeaveNoted)
    assert [(one.start, one.end) for one in leaves(desk)] == [(date(2027, 1, 12), last)]


@pytest.mark.parametrize("text", ["cancel that absence", "annule cette absence", "supprime mes congés"])
def test_an_absence_is_cancelled_in_words(text: str) -> None:
    desk = alone()
    desk.goes_to(FIRST)
    desk.does("lead", lambda call: absence.command(call, "absent du 12 au 20 janvier"))
    assert has(desk.does("lead", lambda call: conversation.hear(call, text)), LeaveCancelled)
    assert leaves(desk) == []


def test_of_several_absences_it_is_asked_which_is_off() -> None:
    desk = alone()
    desk.does("lead", lambda call: absence.command(call, "absent du 12 au 13 janvier"))
    desk.does("lead", lambda call: absence.command(call, "absent du 20 au 21 janvier"))
    assert has(desk.does("lead", lambda call: conversation.hear(call, "cancel my leave")), LeaveItem)
    assert len(leaves(desk)) == 2


@pytest.mark.parametrize("words", ["demain", "demain svp", "rappelez-moi demain", "tomorrow please"])
def test_tomorrow_and_nothing_else_puts_off_every_question_of_the_message(words: str) -> None:
    other = goal(channel=None).model_copy(update={"id": "g2", "metric": MetricKey.FCR})
    desk = with_other(alone(), other)
    desk.goes_to(FIRST)
    desk.news()
    told = desk.does("lead", lambda call: conversation.hear(call, words))
    assert [one for one in told if isinstance(one, say.LaterAllNoted | say.LaterNoted)] == [
        say.LaterAllNoted(say.SnoozeUntil.TOMORROW)
    ]
    desk.news()
    desk.goes_to(FIRST + timedelta(days=1, hours=1))
    (again,) = asked(desk)
    assert sum(isinstance(one, CheckInFigure) for one in again) == 2


def test_tomorrow_for_one_goal_leaves_the_other_question_open() -> None:
    other = goal(channel=None).model_copy(update={"id": "g2", "metric": MetricKey.FCR})
    desk = with_other(alone(), other)
    desk.goes_to(FIRST)
    desk.news()
    told = desk.does("lead", lambda call: conversation.hear(call, "le CSAT demain"))
    assert say.LaterNoted(say.SnoozeUntil.TOMORROW) in told
    with desk.memory.open_uow() as uow:
        waiting = uow.check_ins.waiting_for(WORKSPACE, "lead")
    assert [one.goal for one in waiting if one.resting] == ["g1"]
