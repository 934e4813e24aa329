"""What a post says of figures by their own days, of stages that went by, and of what must not break."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.guard import Guard, GuardFigure
from coach.messages import ending
from coach.messages import posts as say
from coach.messages.base import Change, MetricName
from coach.messages.following import Standing
from coach.messages.guards import GuardBrokenOnTheWay, GuardOfAnotherBroken, GuardWasBroken
from coach.metrics import MetricKey
from coach.quantity import Quantity, Unit
from coach.usecases import conversation
from tests.coach.desk import PARIS, Desk, goal, percent
from tests.coach.posts import TUESDAY, WEEK, desk_with, figure, found, in_channel, other, read

HOUR = timedelta(hours=1)
MONTH_END = datetime(2027, 2, 1, 16, 0, tzinfo=PARIS)


def points(step: str) -> Change:
    return Change(Quantity(value=Decimal(step), unit=Unit.POINTS))


def test_what_moved_is_told_from_the_figure_of_the_day_that_is_named() -> None:
    """A post repeats an old figure in the morning, and the day's own one comes in after it."""
    desk = desk_with(goal())
    figure(desk, 78.5, TUESDAY)
    desk.goes_to(TUESDAY)
    desk.goes_to(TUESDAY + WEEK)
    figure(desk, 80, TUESDAY + WEEK + HOUR)
    figure(desk, 80.5, TUESDAY + 2 * WEEK)
    in_channel(desk)
    desk.goes_to(TUESDAY + 2 * WEEK)
    (post,) = in_channel(desk)
    assert found(read(post), say.PostMoved) == [say.PostMoved(points("0.5"), date(2027, 1, 19))]


def test_a_figure_that_came_after_the_post_of_its_day_is_told_with_its_own_day() -> None:
    desk = desk_with(goal())
    figure(desk, 78.5, TUESDAY)
    desk.goes_to(TUESDAY)
    desk.goes_to(TUESDAY + WEEK)
    figure(desk, 80, TUESDAY + WEEK + HOUR)
    in_channel(desk)
    desk.goes_to(TUESDAY + 2 * WEEK)
    (post,) = in_channel(desk)
    (told,) = found(read(post), say.PostFigureOf)
    assert isinstance(told, say.PostFigureOf)
    assert (told.value, told.measured_on) == (percent(80), date(2027, 1, 19))
    assert found(read(post), say.PostMoved) == [say.PostMoved(points("1.5"), date(2027, 1, 12))]
    assert found(read(post), say.PostNothingNew) == []


def test_a_goal_in_one_line_says_of_which_day_its_figure_is() -> None:
    goals = [other(f"g{number}", deadline=date(2027, 4, number)) for number in range(2, 7)]
    desk = desk_with(goal(), *goals)
    for one in ("g1", *(one.id for one in goals)):
        figure(desk, 80, TUESDAY - timedelta(days=1), one)
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    lines = found(read(post), say.PostLineOf)
    assert len(lines) == 2
    assert all(isinstance(line, say.PostLineOf) and line.measured_on == date(2027, 1, 11) for line in lines)


# --- stages ----------------------------------------------------------------------------------------
def told_of_stages(desk: Desk, *days: datetime) -> list[list[type]]:
    kinds = (say.PostStageMissed, say.PostStageOpen, say.PostMilestone, say.PostMilestoneLate)
    told = []
    for day in days:
        desk.goes_to(day)
        (post,) = in_channel(desk)
        told.append([type(one) for one in read(post) if isinstance(one, kinds)])
    return told


def test_a_stage_that_is_missed_is_told_once() -> None:
    desk = desk_with(goal())
    figure(desk, 78.5, MONTH_END)
    after = TUESDAY + 4 * WEEK
    figure(desk, 78.9, after)
    assert told_of_stages(desk, MONTH_END, after) == [[say.PostStageMissed], []]


def test_a_stage_that_no_figure_tells_of_is_told_as_open_and_then_as_it_was() -> None:
    desk = desk_with(goal())
    figure(desk, 79.2, TUESDAY + WEEK)
    told = told_of_stages(desk, MONTH_END)
    after = TUESDAY + 4 * WEEK
    figure(desk, 79.3, after)
    assert told + told_of_stages(desk, after) == [[say.PostStageOpen], [say.PostStageMissed]]


def test_a_stage_that_is_reached_is_no_missed_one() -> None:
    desk = desk_with(goal())
    figure(desk, 81, MONTH_END)
    assert told_of_stages(desk, MONTH_END) == [[say.PostMilestone]]


# --- what must not break ---------------------------------------------------------------------------
GUARD = Guard(metric=MetricKey.QUALITY_SCORE, limit=percent(80))


def guarded(*levels: float) -> Desk:
    """A goal whose guard's figures came a day before each post."""
    day = TUESDAY.date() - timedelta(days=1)
    seen = tuple(
        GuardFigure(value=percent(level), measured_on=day + number * WEEK, author="lead")
        for number, level in enumerate(levels)
    )
    return desk_with(goal().model_copy(update={"guard": GUARD, "guard_figures": seen}))


@pytest.mark.parametrize(
    ("levels", "broken"), [((79.0,), [True, True]), ((79.0, 82.0), [True, False]), ((82.0,), [False, None])]
)
def test_what_must_not_break_is_told_while_it_does(
    levels: tuple[float, ...], broken: list[bool | None]
) -> None:
    desk = guarded(*levels)
    told = []
    for week in range(2):
        figure(desk, 79 + week, TUESDAY + week * WEEK)
        desk.goes_to(TUESDAY + week * WEEK)
        (post,) = in_channel(desk)
        lines = [one for one in read(post) if isinstance(one, say.PostGuardBroken | say.PostGuardHeld)]
        told.append(isinstance(lines[0], say.PostGuardBroken) if lines else None)
    assert told == broken


def test_a_broken_guard_is_told_with_its_figure_its_day_and_its_limit() -> None:
    desk = guarded(79)
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    name = MetricName(MetricKey.QUALITY_SCORE)
    told = say.PostGuardBroken(GUARD.side, name, percent(79), date(2027, 1, 11), percent(80))
    assert told in read(post)


def ended_with_guard() -> Desk:
    """A goal with a guard has come to its end."""
    desk = guarded(82)
    figure(desk, 86, datetime(2027, 3, 31, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 1, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 6, 9, tzinfo=PARIS))
    desk.news()
    return desk


def test_a_guard_that_broke_is_remembered_though_its_figure_comes_with_the_last_one() -> None:
    desk = ended_with_guard()
    told = desk.does("lead", lambda call: conversation.hear(call, "86 %, qualité 78 %"))
    assert desk.goal().guard_figures[-1].value == percent(78)
    broken = [one.days for one in told if isinstance(one, GuardBrokenOnTheWay)]
    assert [[day.level for day in days] for days in broken] == [[percent(78)]] * 2  # to both


def test_a_guard_that_broke_is_remembered_though_its_own_goals_figure_comes_after_the_end() -> None:
    desk = ended_with_guard()
    made = other("g2", metric=MetricKey.QUALITY_SCORE, deadline=date(2027, 6, 30), channel=None)
    with desk.memory.open_uow() as uow:
        uow.goals.add(made)
        uow.commit()
    told = desk.does("lead", lambda call: conversation.hear(call, "qualité 78 %"))
    assert desk.goal().guard_figures[-1].value == percent(78)
    assert found(told, GuardWasBroken)
    assert not found(told, GuardOfAnotherBroken)


# --- the end ---------------------------------------------------------------------------------------
def test_the_end_tells_of_which_day_its_figure_is() -> None:
    desk = desk_with(goal())
    figure(desk, 82, datetime(2027, 3, 22, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 1, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 6, 9, tzinfo=PARIS))
    (told,) = [read(one) for one in in_channel(desk) if found(read(one), ending.GoalEnded)]
    name = MetricName(MetricKey.CSAT)
    assert found(told, ending.GoalEnded) == [ending.GoalEnded(Standing.MISSED, name)]
    assert ending.GoalEndedFiguresOf(name, percent(78), percent(82), date(2027, 3, 22), percent(85)) in told


def test_a_figure_of_long_before_the_end_does_not_tell_that_the_target_was_missed() -> None:
    desk = desk_with(goal())
    figure(desk, 82, datetime(2027, 3, 1, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 1, 9, tzinfo=PARIS))
    desk.goes_to(datetime(2027, 4, 6, 9, tzinfo=PARIS))
    (told,) = [read(one) for one in in_channel(desk) if found(read(one), ending.GoalEnded)]
    assert found(told, ending.GoalEnded) == [ending.GoalEnded(Standing.STALE, MetricName(MetricKey.CSAT))]
