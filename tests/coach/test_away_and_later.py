"""Who is away is asked nothing and welcomed back; what is put off comes again, once."""

from datetime import date, datetime, time, timedelta

from coach.following import ScheduleKind, SkipReason
from coach.goal import CheckInTime
from coach.messages import nudges as say
from coach.messages.leave import LeaveCancelled, LeaveCancelledDay, LeaveItem, LeaveItemDay
from coach.usecases import absence, snoozing
from coach.usecases.call import Call
from tests.coach.desk import PARIS, WORKSPACE
from tests.coach.talk import messages_of
from tests.coach.test_nudging import FIRST, alone, asked, days_to, has, reasons


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
