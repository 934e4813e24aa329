"""Somebody is asked about the week that has passed, or about this one so far, and praised when on pace."""

from datetime import date, datetime, time, timedelta

import pytest

from coach.action_week import action_week
from coach.calendar import calendar_in
from coach.goal import CheckInTime, LeverAction
from coach.language.reading import Cadence
from coach.messages import actions
from coach.messages import check_in_questions as asks
from coach.messages.base import Message
from coach.messages.this_week import HomeWeekAction, HomeWeekActionAll, HomeWeekActionDone
from coach.people import Leave
from coach.speech import Verb
from coach.usecases import absence, check_ins, conversation
from coach.usecases.home import home
from tests.coach.desk import PARIS, START, Desk, goal, person
from tests.coach.talk import messages_of

TEAM = (person("lead"), person("agent"))
DAILY = LeverAction(text="un rappel", per=Cadence.DAILY)
THRICE = LeverAction(text="des écoutes", count=3)
UNTOLD = LeverAction(text="je fais un tour de plateau", rhythm_told=False)
MONDAY, WEDNESDAY = date(2027, 1, 18), date(2027, 1, 20)


def asked_on(day: date, action: LeverAction = DAILY) -> Desk:
    """Somebody who takes part was just asked, on that day."""
    when = CheckInTime(weekday=day.weekday(), at=time(9), chosen=True)
    running = goal(channel=None, contributors=("agent",))
    desk = Desk(running.model_copy(update={"actions": (action,), "check_in": when}), TEAM)
    before = datetime.combine(day - timedelta(days=7), time(9, 10), PARIS)
    desk.goes_to(before)
    desk.does("agent", lambda call: conversation.hear(call, "fait"))
    desk.goes_to(before + timedelta(days=7))
    return desk


def questions(desk: Desk) -> list[Message]:
    kinds = (
        asks.CheckInAction,
        asks.CheckInActionLast,
        asks.CheckInActionDays,
        asks.CheckInActionDaysLast,
        asks.CheckInActionOpen,
        asks.CheckInActionOpenLast,
    )
    told = [message for one in desk.news() if one.to == "agent" for message in messages_of(one.speech)]
    return [one for one in told if isinstance(one, kinds)]


@pytest.mark.parametrize(
    ("day", "action", "question"),
    [
        (MONDAY, DAILY, asks.CheckInActionDaysLast(5, "un rappel")),
        (MONDAY, THRICE, asks.CheckInActionLast(3, "des écoutes")),
        (WEDNESDAY, DAILY, asks.CheckInActionDays(3, "un rappel")),
        (WEDNESDAY, THRICE, asks.CheckInAction(3, "des écoutes")),
        (MONDAY, UNTOLD, asks.CheckInActionOpenLast("faites un tour de plateau")),
        (WEDNESDAY, UNTOLD, asks.CheckInActionOpen("faites un tour de plateau")),
    ],
)
def test_the_question_is_about_days_that_are_past(day: date, action: LeverAction, question: Message) -> None:
    assert questions(asked_on(day, action))[-1] == question


@pytest.mark.parametrize(
    ("day", "action", "text", "answer"),
    [
        (WEDNESDAY, DAILY, "3 sur 5", actions.ActionOnPace()),
        (WEDNESDAY, DAILY, "3 sur 3", actions.ActionOnPace()),
        (WEDNESDAY, DAILY, "2", actions.ActionOnPace()),
        (WEDNESDAY, DAILY, "1", actions.ActionGoesOn()),
        (WEDNESDAY, DAILY, "0", actions.ActionGoesOn()),
        (WEDNESDAY, THRICE, "1", actions.ActionOnPace()),
        (WEDNESDAY, THRICE, "3", actions.ActionThanks()),
        (MONDAY, DAILY, "5", actions.ActionThanks()),
        (MONDAY, DAILY, "3 sur 5", actions.ActionInPart()),
        (MONDAY, THRICE, "pas fait", actions.ActionNotDone()),
    ],
)
def test_who_is_on_pace_is_thanked(day: date, action: LeverAction, text: str, answer: Message) -> None:
    desk = asked_on(day, action)
    assert answer in desk.does("agent", lambda call: conversation.hear(call, text))


def test_done_in_the_middle_of_the_week_is_done_so_far() -> None:
    desk = asked_on(WEDNESDAY)
    one = desk.check_in("agent")
    said = desk.does("agent", lambda call: check_ins.press(call, one.id, Verb.DONE))
    assert actions.ActionNoted("un rappel", 3, 3) in said
    assert HomeWeekActionDone("un rappel", 3, 5) in in_home(desk)


def test_an_answer_about_last_week_is_not_told_as_this_weeks() -> None:
    desk = asked_on(MONDAY)
    desk.does("agent", lambda call: conversation.hear(call, "fait"))
    assert HomeWeekAction("un rappel") in in_home(desk)
    assert not any(isinstance(one, HomeWeekActionAll) for one in in_home(desk))


def in_home(desk: Desk) -> list[Message]:
    told: list[Message] = []
    desk.does("agent", lambda call: told.extend(messages_of(home(call))))
    return told


def test_nobody_is_asked_about_the_days_before_a_goal_began() -> None:
    running = goal()
    assert not action_week(running, START).is_over
    begun_on_thursday = running.model_copy(update={"start": date(2027, 1, 7)})
    week = action_week(begun_on_thursday, date(2027, 1, 11))
    assert (week.first, week.last, week.wanted(DAILY)) == (date(2027, 1, 7), date(2027, 1, 10), 2)


def test_a_monday_off_is_no_day_of_the_week() -> None:
    whit = goal().model_copy(update={"country": "FR", "start": date(2027, 3, 1)})
    tuesday = action_week(whit, date(2027, 3, 30))  # the Monday is Easter's
    assert tuesday.is_over
    assert action_week(whit, date(2027, 3, 31)).days == 2


def test_who_was_away_all_of_last_week_is_not_asked_about_it() -> None:
    desk = asked_on(MONDAY)
    desk.does("agent", lambda call: conversation.hear(call, "fait"))
    desk.does("agent", lambda call: absence.command(call, "absent du 25 au 31 janvier"))
    desk.news()
    desk.goes_to(datetime(2027, 1, 25, 9, 10, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 2, 1, 9, 10, tzinfo=PARIS))
    assert questions(desk) == []
    desk.goes_to(datetime(2027, 2, 8, 9, 10, tzinfo=PARIS))
    assert questions(desk) == [asks.CheckInActionDaysLast(5, "un rappel")]


def test_friday_s_question_asked_again_on_monday_is_about_last_week() -> None:
    desk = asked_on(date(2027, 1, 22), THRICE)
    questions(desk)
    desk.goes_to(datetime(2027, 1, 25, 10, tzinfo=PARIS))
    assert questions(desk) == [asks.CheckInActionLast(3, "des écoutes")]


def test_who_was_away_for_a_part_of_the_week_is_asked_about_the_days_that_they_worked() -> None:
    desk = asked_on(MONDAY)
    desk.does("agent", lambda call: conversation.hear(call, "fait"))
    desk.does("agent", lambda call: absence.command(call, "absent du 20 au 21 janvier"))
    desk.news()
    desk.goes_to(datetime(2027, 1, 25, 9, 10, tzinfo=PARIS))
    assert questions(desk) == [asks.CheckInActionDaysLast(3, "un rappel")]
    said = desk.does("agent", lambda call: conversation.hear(call, "3"))
    assert actions.ActionThanks() in said


def test_who_was_away_on_the_monday_is_on_pace_by_the_days_since() -> None:
    desk = asked_on(WEDNESDAY)
    desk.does("agent", lambda call: conversation.hear(call, "fait"))
    desk.does("agent", lambda call: absence.command(call, "absent du 25 au 26 janvier"))
    week = action_week(desk.goal(), date(2027, 1, 28), leaves=leaves_of(desk))
    assert (week.days, week.passed, week.whole) == (2, 1, 3)
    desk.goes_to(datetime(2027, 1, 27, 9, 10, tzinfo=PARIS))
    said = desk.does("agent", lambda call: conversation.hear(call, "fait"))
    assert actions.ActionNoted("un rappel", 1, 1) in said
    assert HomeWeekActionDone("un rappel", 1, 3) in in_home(desk)


def leaves_of(desk: Desk) -> list[Leave]:
    with desk.memory.open_uow() as uow:
        return list(uow.leaves.of_person("T1", "agent", START))


def test_a_holiday_where_somebody_is_is_no_day_of_theirs() -> None:
    running = goal().model_copy(update={"start": date(2027, 3, 1)})  # no country: nobody is off
    after_easter = date(2027, 4, 5)
    assert action_week(running, after_easter).days == 5
    assert action_week(running, after_easter, calendar_in("FR")).days == 4
