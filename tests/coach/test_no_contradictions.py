"""What is said of a goal in one place is not denied in another."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from coach.guard import Guard, GuardFigure
from coach.messages import guards
from coach.messages import posts as say
from coach.messages.base import Message
from coach.messages.digest import DigestGuard
from coach.messages.following import HowItStands
from coach.messages.nudges import OpenOnTrack, OpenStreak
from coach.metrics import MetricKey
from coach.progress import Status, assess, planned_level
from coach.speech import Verb
from coach.usecases import check_ins, conversation
from coach.usecases.call import Call
from coach.usecases.commands import list_goals, status
from coach.usecases.home import show_goal
from tests.coach.desk import MONDAY, PARIS, WORKSPACE, Desk, goal, percent
from tests.coach.posts import TUESDAY, WEEK, arrive, desk_with, figure, found, in_channel, read

GUARD = Guard(metric=MetricKey.FCR, limit=percent(70))


def says(desk: Desk, text: str) -> list[Message]:
    return desk.does("lead", lambda call: conversation.hear(call, text))


# --- above the plan ----------------------------------------------------------------------------------
def test_a_figure_above_the_plan_is_on_track_however_flat_the_line_through_the_last_ones() -> None:
    desk = desk_with(goal())
    on = datetime(2027, 3, 1, 9, 30, tzinfo=PARIS)
    plan = planned_level(desk.goal(), on.date())
    assert plan is not None
    for weeks in range(5, -1, -1):
        figure(desk, float(plan.value) + 0.3 - 0.02 * weeks, on - weeks * WEEK)
    with desk.memory.open_uow() as uow:
        figures = uow.measurements.of_goal(WORKSPACE, "g1")
    assert assess(desk.goal(), figures, on.date()).status is Status.ON_TRACK


# --- a post whose figure was taken back --------------------------------------------------------------
def test_a_figure_told_anew_on_the_post_s_day_stands_in_the_post_that_was_put_right() -> None:
    desk = desk_with(goal())
    desk.goes_to(MONDAY + timedelta(days=8, minutes=30))
    says(desk, "CSAT 79 %")
    desk.goes_to(TUESDAY)
    (post,) = in_channel(desk)
    assert found(read(post), say.PostFigure)
    arrive(desk)
    one = desk.check_in("lead")
    desk.does("lead", lambda call: check_ins.press(call, one.id, Verb.UNDO, one.measurement or ""))
    arrive(desk)
    says(desk, "CSAT 80 %")
    edited = [one for one in desk.memory.outgoing if one.to == "C1" and one.replaces is not None]
    assert not found(read(edited[0]), say.PostFigure)
    (told,) = found(read(edited[-1]), say.PostFigure)
    assert isinstance(told, say.PostFigure)
    assert told.value == percent(80)


# --- a broken safeguard ------------------------------------------------------------------------------
def broken() -> Desk:
    """On its plan, with a safeguard that does not hold."""
    made = goal().model_copy(
        update={
            "guard": GUARD,
            "guard_figures": (GuardFigure(value=percent(64), measured_on=MONDAY.date(), author="lead"),),
        }
    )
    desk = desk_with(made)
    figure(desk, 80, MONDAY + timedelta(days=5))
    return desk


def test_where_the_safeguard_is_broken_nothing_says_that_all_goes_well() -> None:
    desk = broken()
    desk.goes_to(MONDAY + timedelta(days=7, hours=1))
    desk.goes_to(TUESDAY)
    told = [message for one in desk.news() for message in read(one)]
    told += says(desk, "CSAT 81 %")
    told += desk.does("lead", lambda call: show_goal(call, "g1"))
    assert found(told, guards.OnTrackButGuard)
    for kind in (HowItStands, OpenOnTrack, OpenStreak, say.PostStanding):
        assert not found(told, kind)


@pytest.mark.parametrize("shown", [list_goals, status])
def test_lists_and_standings_show_the_broken_safeguard(shown: Callable[[Call], None]) -> None:
    desk = broken()
    told = desk.does("lead", shown)
    assert found(told, DigestGuard) or found(told, guards.OnTrackButGuard)
