"""What is reached is celebrated once, is never offered to fall, and what has hardly begun is no stage."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.cards import plan_lines
from coach.goal import Goal
from coach.messages import cards
from coach.messages import following as said
from coach.messages import nudges as words
from coach.messages import posts as say
from coach.messages.base import Message
from coach.metrics import MetricKey
from coach.milestones import first_stage, milestones, stages
from coach.plan import PlanRequest, make_plan
from coach.progress import expected_level
from coach.quantity import Quantity, Unit
from coach.series import series
from coach.speech import Line, Speech, Verb
from coach.usecases import check_ins, conversation
from coach.usecases.home import show_goal
from tests.coach.desk import DEADLINE, PARIS, START, Desk, goal
from tests.coach.posts import LEAD, TUESDAY, WEEK, buttons, desk_with, figure, found, in_channel, read
from tests.coach.talk import messages_of

FIRST = datetime(2027, 1, 11, 9, 35, tzinfo=PARIS)


def count(value: int) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.COUNT)


def counted(start: date = date(2026, 11, 30)) -> Goal:
    """45 appointments by the end of February, from none."""
    plan = make_plan(
        PlanRequest(
            metric=MetricKey.APPOINTMENTS,
            unit=Unit.COUNT,
            baseline=Decimal(0),
            target=Decimal(45),
            start=start,
            deadline=date(2027, 2, 26),
        )
    )
    update = {
        "metric": MetricKey.APPOINTMENTS,
        "baseline": count(0),
        "target": count(45),
        "start": start,
        "deadline": plan.deadline,
        "plan": plan,
    }
    return goal().model_copy(update=update)


def test_the_target_is_celebrated_by_one_post_though_figures_go_on() -> None:
    desk = desk_with(goal())
    told = []
    for week, value in enumerate((85.2, 86, 84.5, 85.5)):
        figure(desk, value, TUESDAY + week * WEEK)
        desk.goes_to(TUESDAY + week * WEEK)
        told += [read(post) for post in in_channel(desk)]
    feasts = [say.PostStanding(said.Standing.ACHIEVED) in post for post in told]
    held = [said.TargetHeld() in post for post in told]
    assert feasts == [True, False, False, False]
    assert held == [False, True, False, True]


def test_an_owner_is_congratulated_once() -> None:
    desk = Desk(goal(), (LEAD,))
    told: list[list[Message]] = []
    for week in range(2):
        desk.goes_to(FIRST + week * WEEK)
        desk.news()
        told.append(desk.does("lead", lambda call: conversation.hear(call, "86 %")))
    assert said.HowItStands(said.Standing.ACHIEVED) in told[0]
    assert said.TargetHeld() in told[1]
    assert said.HowItStands(said.Standing.ACHIEVED) not in told[1]


def test_no_button_says_that_the_figure_fell_back_to_the_plan() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(FIRST)
    (first,) = [one for one in desk.news() if one.to == "lead"]
    assert Verb.ON_PLAN in buttons(first)
    desk.does("lead", lambda call: conversation.hear(call, "84 %"))
    desk.goes_to(FIRST + WEEK)
    last = [one for one in desk.news() if one.to == "lead"][-1]
    assert Verb.ON_PLAN not in buttons(last)
    assert buttons(last)[Verb.CHECK_IN].primary


def test_nobody_is_asked_whether_a_goal_that_was_reached_still_matters() -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    figure(desk, 86, datetime(2027, 1, 4, 12, tzinfo=PARIS))
    heard: list[Message] = []
    for day in range(20):
        desk.goes_to(FIRST + timedelta(days=day))
        heard += [message for one in desk.news() for message in messages_of(one.speech)]
    assert found(heard, words.OpenLastCallReached)
    assert not found(heard, words.OpenLastCallOwner)


def test_a_month_that_has_hardly_begun_is_no_stage() -> None:
    running = counted()
    plan = running.plan
    assert plan is not None
    assert plan.months[0].end == date(2026, 11, 30)
    assert [stage.end for stage in stages(plan)] == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 26)]
    assert sum(stage.share for stage in stages(plan)) == 45
    assert [stage.end for stage in milestones(running)] == [date(2026, 12, 31), date(2027, 1, 31)]
    assert first_stage(plan).end == date(2026, 12, 31)
    assert stages(plan.model_copy(update={"months": ()})) == ()
    picture = series(running, [], date(2026, 12, 1))
    assert picture is not None
    assert date(2026, 11, 30) not in [point.day for point in picture.milestones]
    told = [part.message for part in plan_lines(plan, Unit.COUNT) if isinstance(part, Line)]
    first = next(one for one in told if isinstance(one, cards.MilestoneOfMonth))
    assert first.end == date(2026, 12, 31)


def test_a_plan_of_one_month_begins_with_a_week_that_is_one() -> None:
    plan = counted(start=date(2027, 2, 5)).plan
    assert plan is not None
    assert plan.weeks[0].end == date(2027, 2, 7)
    assert first_stage(plan).end == date(2027, 2, 14)


@pytest.mark.parametrize(
    ("today", "first", "behind", "rest"),
    [
        (START, START, None, 7),
        (date(2027, 2, 10), date(2027, 2, 8), 5, None),
        (DEADLINE + timedelta(days=3), None, 13, None),
    ],
)
def test_a_goal_under_way_shows_the_weeks_to_come(
    today: date, first: date | None, behind: int | None, rest: int | None
) -> None:
    plan = goal().plan
    assert plan is not None
    told = messages_of(Speech(tuple(plan_lines(plan, Unit.PERCENT, today))))
    weeks = [one for one in told if isinstance(one, cards.MilestoneOfWeek | cards.MilestoneOfWeekFlat)]
    assert next((one.start for one in weeks), None) == first
    assert [one.count for one in told if isinstance(one, cards.WeeksBehind)] == ([behind] if behind else [])
    assert [one.count for one in told if isinstance(one, cards.AndMoreWeeks)] == ([rest] if rest else [])


def test_the_goals_own_view_shows_the_weeks_to_come() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.clock.move_to(datetime(2027, 2, 10, 9, tzinfo=PARIS))
    told = desk.does("lead", lambda call: show_goal(call, "g1"))
    assert cards.WeeksBehind(5) in told


def test_a_figure_that_answers_late_is_held_against_the_plan_of_its_own_day() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(FIRST)
    desk.goes_to(FIRST + timedelta(days=9))
    day = desk.clock.now().date()
    told = desk.does("lead", lambda call: conversation.hear(call, "78,4 %"))
    (noted,) = [one for one in told if isinstance(one, said.FigureNoted)]
    assert noted.expected == expected_level(desk.goal(), day)
    desk.goes_to(FIRST + timedelta(days=15, hours=2))
    posts = [one for post in in_channel(desk) for one in read(post) if isinstance(one, say.PostFigureOf)]
    assert posts[-1].expected == noted.expected


def test_the_button_keeps_the_planned_level_on_the_day_that_has_it() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(FIRST)
    desk.clock.move_to(FIRST + timedelta(days=4))
    asked = desk.check_in("lead")
    told = desk.does("lead", lambda call: check_ins.press(call, asked.id, Verb.ON_PLAN))
    (noted,) = [one for one in told if isinstance(one, said.FigureNoted)]
    assert noted.value == noted.expected == asked.expected
    assert said.HowItStands(said.Standing.ON_TRACK) in told
