"""Figures that come by themselves, several at once, or so far from the last that they may be a slip."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.following import CheckIn, CheckInState
from coach.goal import GoalState
from coach.guard import Guard
from coach.messages import following as say
from coach.messages.figures import FigureInPercent
from coach.messages.guards import GuardOfAnotherBroken
from coach.metrics import MetricKey
from coach.people import Focus, FocusKind
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.scheduling import schedules_of
from coach.speech import Verb
from coach.usecases import check_ins
from tests.coach.desk import DEADLINE, MONDAY, PARIS, Desk, goal, percent, person
from tests.coach.test_following import NEXT_MONDAY, found, says

WEDNESDAY = MONDAY + timedelta(days=2, hours=5)
LEAD = person("lead")


def seconds(value: int) -> Quantity:
    return Quantity(value=Decimal(value), unit=Unit.SECONDS)


def with_waiting_time(guard: Guard | None = None) -> Desk:
    """CSAT from 78 % to 85 %, and the waiting time from 6 min to 4 min, both led by `lead`."""
    desk = Desk(goal(channel=None), (LEAD,))
    second = desk.goal().model_copy(
        update={
            "id": "g2",
            "metric": MetricKey.WAIT_TIME,
            "baseline": seconds(360),
            "target": seconds(240),
            "plan": None,
            "guard": guard,
            "confirmed_at": MONDAY + timedelta(minutes=1),
        }
    )
    with desk.memory.open_uow() as uow:
        uow.goals.add(second)
        for schedule in schedules_of(second, {"lead": LEAD}, desk.ids, MONDAY):
            uow.schedules.put(schedule)
        uow.commit()
    return desk


def figures(desk: Desk, goal_id: str) -> list[Quantity]:
    with desk.memory.open_uow() as uow:
        return [one.value for one in uow.measurements.of_goal("T1", goal_id) if not one.undone]


@pytest.mark.parametrize(
    "text", ["CSAT 80 %, attente 5:30", "le CSAT est à 80 % et le temps d'attente à 5 min 30"]
)
def test_figures_told_between_two_check_ins_go_each_to_its_goal(text: str) -> None:
    desk = with_waiting_time()
    desk.clock.move_to(WEDNESDAY)
    says(desk, text)
    assert figures(desk, "g1") == [percent(80)]
    assert figures(desk, "g2") == [seconds(330)]


@pytest.mark.parametrize(
    "text", ["waiting time back up to 5:30", "waiting time is down to 5:30", "attente remontée à 5:30"]
)
def test_which_way_it_went_is_told_and_not_wished(text: str) -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, text)
    assert figures(desk, "g2") == [seconds(330)]
    assert figures(desk, "g1") == []


def test_a_bare_figure_goes_to_the_one_goal_that_can_have_it() -> None:
    desk = with_waiting_time()
    desk.clock.move_to(WEDNESDAY)
    says(desk, "il nous a fallu 5:30 pour décrocher")
    says(desk, "80 %")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(80)], [seconds(330)])


def test_a_bare_number_that_fits_two_goals_is_asked_about() -> None:
    desk = with_waiting_time()
    desk.clock.move_to(WEDNESDAY)
    assert found(says(desk, "80"), say.WhichGoalIsIt)
    assert figures(desk, "g1") == figures(desk, "g2") == []


@pytest.mark.parametrize(
    "text", ["passer le CSAT de 78 à 88 % d'ici juin", "passer le CSAT à 88 %", "we want CSAT at 88%"]
)
def test_a_wish_with_a_figure_is_no_report(text: str) -> None:
    desk = with_waiting_time()
    desk.clock.move_to(WEDNESDAY)
    says(desk, text)
    with desk.memory.open_uow() as uow:
        assert len(uow.drafts.open_of("T1", "lead")) == 1
    assert figures(desk, "g1") == []


def test_a_figure_told_by_itself_can_be_taken_back_and_then_nothing_waits() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.clock.move_to(WEDNESDAY)
    says(desk, "CSAT 80 %")
    told = desk.check_in("lead")
    desk.does("lead", lambda call: check_ins.press(call, told.id, Verb.UNDO, told.measurement or ""))
    assert figures(desk, "g1") == []
    assert desk.check_in("lead").state is CheckInState.SKIPPED
    desk.goes_to(NEXT_MONDAY)
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_a_second_figure_of_the_day_puts_the_first_right() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.clock.move_to(WEDNESDAY)
    says(desk, "CSAT 80 %")
    says(desk, "CSAT 81 %")
    assert figures(desk, "g1") == [percent(81)]


def test_a_goals_figure_is_its_other_goals_guards_figure_too() -> None:
    desk = with_waiting_time(Guard(metric=MetricKey.CSAT, limit=percent(75)))
    desk.clock.move_to(WEDNESDAY)
    heard = says(desk, "CSAT 74 % et attente 7 min")
    assert found(heard, GuardOfAnotherBroken)
    assert figures(desk, "g1") == [percent(74)]
    with desk.memory.open_uow() as uow:
        guarded = uow.goals.get("T1", "g2")
    assert guarded is not None
    assert [one.value for one in guarded.guard_figures] == [percent(74)]


def test_the_last_figure_may_come_with_another_beside_it() -> None:
    desk = with_waiting_time(Guard(metric=MetricKey.CSAT, limit=percent(75)))
    desk.goes_to(
        datetime(DEADLINE.year, DEADLINE.month, DEADLINE.day, 9, tzinfo=PARIS) + timedelta(days=1, hours=3)
    )
    says(desk, "csat 86 %, attente 3:50")
    assert desk.goal().state is GoalState.ACHIEVED
    with desk.memory.open_uow() as uow:
        other = uow.goals.get("T1", "g2")
    assert other is not None
    assert other.state is GoalState.ACHIEVED


@pytest.mark.parametrize("answer", ["oui", "yes", "c'est bon"])
def test_a_figure_far_from_the_last_is_asked_about_and_kept_on_a_yes(answer: str) -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    heard = says(desk, "csat 80 %, attente 0 s")
    assert found(heard, say.ReallySo)
    assert not found(heard, say.AndNext)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(80)], [])
    says(desk, answer)
    assert figures(desk, "g2") == [seconds(0)]


def test_the_yes_of_a_doubted_figure_is_a_button_too_and_old_ones_do_nothing() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    assert found(says(desk, "8 %"), say.ReallySo)
    one = desk.check_in("lead").id
    says(desk, "80 %")
    desk.does("lead", lambda call: check_ins.press(call, one, Verb.SURE, "8 %"))
    assert figures(desk, "g1") == [percent(80)]


@pytest.mark.parametrize("text", ["80 % et 5 min 20", "5:20, 80%"])
def test_two_bare_figures_are_told_apart_by_their_units(text: str) -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(80)], [seconds(320)])


def only_waiting_time_is_asked(guard: Guard | None = None) -> Desk:
    """CSAT is under way too, but its question does not come that Monday."""
    desk = with_waiting_time(guard)
    with desk.memory.open_uow() as uow:
        for schedule in uow.schedules.of_goal("T1", "g1"):
            uow.schedules.put(schedule.model_copy(update={"due_at": None}))
        uow.commit()
    desk.goes_to(NEXT_MONDAY)
    return desk


@pytest.mark.parametrize(
    "text", ["3 min 58, csat 76", "csat 76, 3 min 58", "3 min 58 et CSAT à 76 %", "3 min 58 and CSAT at 76%"]
)
def test_the_figure_and_its_guards_in_one_line_go_each_to_its_goal(text: str) -> None:
    desk = only_waiting_time_is_asked(Guard(metric=MetricKey.CSAT, limit=percent(75)))
    says(desk, text)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(76)], [seconds(238)])


def test_a_figure_without_a_name_beside_one_with_a_name_goes_to_the_other_goal() -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "83,5 et attente 5 min 35")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent("83.5")], [seconds(335)])


def test_a_figure_goes_by_its_unit_to_a_goal_that_was_not_asked_about() -> None:
    desk = only_waiting_time_is_asked()
    says(desk, "80,5 % provisoire")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent("80.5")], [])
    assert [one.state for one in desk_waiting(desk)] == [CheckInState.ASKED]


def desk_waiting(desk: Desk) -> list[CheckIn]:
    with desk.memory.open_uow() as uow:
        return list(uow.check_ins.waiting_for("T1", "lead"))


@pytest.mark.parametrize(
    ("text", "kind"), [("5 min 58, FCR 70 %", say.NotFollowed), ("5 min 58, 76", say.NotKept)]
)
def test_what_finds_no_goal_is_not_kept_and_that_is_said(text: str, kind: type) -> None:
    desk = only_waiting_time_is_asked()
    assert found(says(desk, text), kind)
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([], [seconds(358)])


@pytest.mark.parametrize(
    "text",
    ["5 min 40, soit 340 s", "5 min 40, contre 6 min la semaine dernière", "attente 5 min 40, 120 appels"],
)
def test_what_only_says_more_of_a_figure_is_no_figure_of_its_own(text: str) -> None:
    desk = only_waiting_time_is_asked()
    heard = says(desk, text)
    assert figures(desk, "g2") == [seconds(340)]
    assert not found(heard, say.NotKept)


def test_a_bare_number_answers_the_question_that_was_just_asked_back() -> None:
    desk = with_waiting_time()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "attente 5 min 50")
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=1))
    with desk.memory.open_uow() as uow:
        lead = uow.people.get("T1", "lead")
        waiting = next(one for one in uow.check_ins.waiting_for("T1", "lead") if one.goal == "g2")
        assert lead is not None
        uow.people.put(lead.model_copy(update={"focus": Focus(kind=FocusKind.CHECK_IN, id=waiting.id)}))
        uow.commit()
    assert found(says(desk, "CSAT 4 min et attente 5 min 40"), FigureInPercent)
    says(desk, "76")
    assert (figures(desk, "g1"), figures(desk, "g2")) == ([percent(76)], [seconds(350), seconds(340)])


def test_a_doubted_figure_may_be_said_right_instead() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "8 %"), say.ReallySo)
    one = desk.check_in("lead").id
    desk.does("lead", lambda call: check_ins.press(call, one, Verb.SURE, "8 %"))
    assert figures(desk, "g1") == [percent(8)]


@given(st.integers(1, 10_000), st.floats(0.21, 4.9))
def test_what_stays_within_five_times_is_never_doubted(before: int, times: float) -> None:
    after = Decimal(str(round(before * times, 3)))
    minutes = [Quantity(value=Decimal(one), unit=Unit.MINUTES) for one in (before, after)]
    assert not is_doubtful(MetricKey.WAIT_TIME, minutes[1], minutes[0])


@pytest.mark.parametrize(
    ("metric", "before", "after", "doubted"),
    [
        (MetricKey.AHT, seconds(412), seconds(250), True),  # 6 min 52, then 4 min 10
        (MetricKey.AHT, seconds(380), seconds(89), True),
        (MetricKey.AHT, seconds(412), seconds(378), False),
        (MetricKey.CSAT, percent(79.5), percent(100), True),
        (MetricKey.FCR, percent(61), percent(80), False),
        (MetricKey.FCR, percent(61), percent(81), True),
        (MetricKey.SERVICE_LEVEL, percent(58), percent(84), False),
        (MetricKey.SERVICE_LEVEL, percent(30), percent(84), True),
    ],
)
def test_a_figure_is_doubted_by_how_fast_its_metric_moves(
    metric: MetricKey, before: Quantity, after: Quantity, doubted: bool
) -> None:
    assert is_doubtful(metric, after, before) is doubted


def test_the_first_figure_of_a_goal_is_never_doubted() -> None:
    assert not is_doubtful(MetricKey.CSAT, percent(1), None)
