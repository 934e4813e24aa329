"""A goal under way is ended before its date, and known words of commands begin no goal."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from coach.dialogue import Pressed
from coach.following import CheckInState
from coach.goal import GoalState
from coach.language.reading import Cadence
from coach.messages import cards, dialogue, ending, home, leave
from coach.messages import ending as at_end
from coach.messages import rhythm as rhythm_says
from coach.messages.base import Change, Message, MetricName
from coach.messages.following import HowItStands
from coach.metrics import MetricKey
from coach.outgoing import Lane
from coach.quantity import Quantity, Unit
from coach.speech import Row, Verb
from coach.usecases import conversation, pressing
from coach.usecases.home import show_goal
from tests.coach.desk import DEADLINE, PARIS, Desk, goal, percent, person
from tests.coach.posts import arrive
from tests.coach.talk import messages_of
from tests.coach.test_following import NEXT_MONDAY, found, says
from tests.coach.test_told_figures import with_waiting_time

LEAD, AGENT = person("lead"), person("agent")


def types(desk: Desk, text: str, user: str = "lead") -> list[object]:
    return list(desk.does(user, lambda call: conversation.command(call, text)))


def presses(desk: Desk, goal_id: str, value: str) -> list[object]:
    pressed = Pressed(Verb.END_GOAL, 0, values=(value,))
    return list(desk.does("lead", lambda call: pressing.press(call, goal_id, pressed)))


def drafts(desk: Desk) -> int:
    with desk.memory.open_uow() as uow:
        return len(uow.drafts.open_of("T1", "lead"))


@pytest.mark.parametrize(
    "text", ["supprimer l'objectif", "supprimer l'objectif CSAT", "delete the CSAT goal", "end my goal"]
)
def test_a_wish_to_delete_the_goal_is_asked_about_and_no_new_goal(text: str) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    assert found(says(desk, text), ending.ReallyEnd)
    assert (drafts(desk), desk.goal().state) == (0, GoalState.ACTIVE)


@pytest.mark.parametrize("text", ["end", "terminer", "delete the goal"])
def test_the_command_ends_the_one_goal_or_asks_which(text: str) -> None:
    assert found(types(Desk(goal(channel=None), (LEAD,)), text), ending.ReallyEnd)
    assert found(types(with_waiting_time(), text), ending.WhichToEnd)
    assert found(types(Desk(goal(channel=None), (LEAD, AGENT)), text, "agent"), ending.NothingToEnd)


def test_the_goal_that_is_named_is_meant() -> None:
    desk = with_waiting_time()
    asked = found(says(desk, "supprimer l'objectif sur le temps d'attente"), ending.ReallyEnd)
    assert isinstance(asked, ending.ReallyEnd)
    assert asked.metric.key.value == "wait_time"


@pytest.mark.parametrize(
    "text", ["supprimer les erreurs de saisie", "arrêter de perdre des appels", "end the waiting for callers"]
)
def test_to_end_something_else_is_a_wish(text: str) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    heard = says(desk, text)
    assert not found(heard, ending.ReallyEnd)
    assert not found(heard, ending.WhichToEnd)


def test_an_ended_goal_is_closed_the_team_is_told_and_its_lead_looks_back() -> None:
    desk = Desk(goal(contributors=("agent",)), (LEAD, AGENT))
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    presses(desk, "g1", "")
    assert desk.goal().state is GoalState.ACTIVE
    heard = presses(desk, "g1", "yes")
    assert found(heard, ending.GoalEndedEarly)
    assert found(heard, ending.TeamToldOfEnd)
    assert found(heard, at_end.LookBackAsk)
    assert [one.lane for one in desk.memory.outgoing[-2:]] == [Lane.POST, Lane.NUDGE]
    assert desk.goal().state is GoalState.CLOSED
    with desk.memory.open_uow() as uow:
        asked = uow.check_ins.of_goal("T1", "g1")
    assert all(one.state is not CheckInState.ASKED for one in asked)
    says(desk, "nous changeons d'outil, la mesure n'existe plus")
    assert desk.goal().look_back == "nous changeons d'outil, la mesure n'existe plus"
    desk.goes_to(NEXT_MONDAY.replace(month=DEADLINE.month + 1, day=1))
    assert desk.news() == []


def test_without_a_channel_each_of_the_team_is_told() -> None:
    desk = Desk(goal(channel=None, contributors=("agent",)), (LEAD, AGENT))
    presses(desk, "g1", "yes")
    assert [one.to for one in desk.memory.outgoing if one.dedupe_key.startswith("end:")] == ["agent"]


def test_whoever_only_takes_part_cannot_end_it() -> None:
    desk = Desk(goal(channel=None, contributors=("agent",)), (LEAD, AGENT))
    pressed = Pressed(Verb.END_GOAL, 0, values=("yes",))
    assert found(desk.does("agent", lambda call: pressing.press(call, "g1", pressed)), home.NotYours)
    assert desk.goal().state is GoalState.ACTIVE


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("rhythm daily", Cadence.DAILY),
        ("rythme quotidien", Cadence.DAILY),
        ("rhythm monthly csat", Cadence.MONTHLY),
        ("rythme chaque mois", Cadence.MONTHLY),
    ],
)
def test_a_rhythm_that_is_typed_is_taken(text: str, cadence: Cadence) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    assert found(types(desk, text), rhythm_says.RhythmNoted)
    assert (desk.goal().check_in.cadence, drafts(desk)) == (cadence, 0)


@pytest.mark.parametrize("text", ["rhythm whenever", "rythme daily"])
def test_with_several_goals_or_no_rhythm_the_lists_are_shown(text: str) -> None:
    desk = with_waiting_time()
    assert found(types(desk, text), rhythm_says.RhythmOf)
    assert drafts(desk) == 0


@pytest.mark.parametrize("text", ["off until Monday", "en congé jusqu'à lundi", "away 11 to 14 January"])
def test_an_absence_after_the_command_is_an_absence(text: str) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    heard = types(desk, text)
    assert found(heard, leave.LeaveNoted) or found(heard, leave.LeaveNotedDay)
    assert drafts(desk) == 0


@pytest.mark.parametrize("text", ["blah blah", "tralala", "qwerty uiop"])
def test_what_is_no_goal_is_asked_about(text: str) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    assert found(types(desk, text), home.IsItAGoal)
    assert drafts(desk) == 0
    assert drafts_after(desk, "réduire les transferts") == 1


def drafts_after(desk: Desk, text: str) -> int:
    types(desk, text)
    return drafts(desk)


@pytest.mark.parametrize(
    "text", ["non laisse tomber", "non, annule", "no, forget it", "supprimer l'objectif"]
)
def test_a_no_before_giving_up_gives_up_all_the_same(text: str) -> None:
    desk = Desk(goal(channel=None), (LEAD,))
    types(desk, "réduire les transferts")
    assert found(says(desk, text), dialogue.Cancelled)
    assert drafts(desk) == 0


# --- what is told of it ----------------------------------------------------------------------------
def ended_early(*figures: str) -> tuple[Desk, list[Message]]:
    """A goal whose figures came in a week apart, ended a month before its date."""
    desk = Desk(goal(contributors=("agent",)), (LEAD, AGENT))
    for week, text in enumerate(figures):
        desk.goes_to(NEXT_MONDAY + timedelta(weeks=week))
        says(desk, text)
    desk.goes_to(datetime(2027, 2, 15, 10, tzinfo=PARIS))
    arrive(desk)
    desk.news()
    presses(desk, "g1", "yes")
    (told,) = [one for one in desk.memory.outgoing if one.dedupe_key == "end:g1"]
    return desk, messages_of(told.speech)


def test_an_early_end_tells_from_where_to_where_it_came_and_what_was_left() -> None:
    _, told = ended_early("79 %", "80 %")
    last = ending.GoalEndedFiguresOf(
        MetricName(MetricKey.CSAT), percent(78), percent(80), date(2027, 1, 18), percent(85)
    )
    assert last in told
    assert ending.RecapMoved(Change(Quantity(value=Decimal(2), unit=Unit.POINTS))) in told
    assert ending.RecapLeft(Quantity(value=Decimal(5), unit=Unit.POINTS)) in told


def test_an_early_end_without_a_figure_says_so() -> None:
    _, told = ended_early()
    assert ending.GoalEndedNoFigure(MetricName(MetricKey.CSAT)) in told


def test_an_early_end_takes_the_buttons_off_everybodys_questions() -> None:
    desk, _ = ended_early("79 %")
    redrawn = {one.to: one for one in desk.memory.outgoing if ":end:" in one.dedupe_key}
    assert "agent" in redrawn
    assert not any(isinstance(part, Row) for one in redrawn.values() for part in one.speech.parts)


def test_the_view_of_a_goal_ended_early_says_that_it_is_over_and_nothing_of_its_weeks() -> None:
    desk, _ = ended_early("79 %")
    told = desk.does("lead", lambda call: show_goal(call, "g1"))
    assert found(told, ending.GoalEndedEarly)
    assert not found(told, HowItStands)
    assert not found(told, cards.WeeksLabel)
    assert not found(told, cards.WeeksBehind)


def test_the_view_of_a_goal_that_is_over_counts_all_of_its_weeks() -> None:
    desk = Desk(goal(), (LEAD,))
    desk.goes_to(datetime(2027, 4, 1, 10, tzinfo=PARIS))
    told = desk.does("lead", lambda call: show_goal(call, "g1"))
    plan = desk.goal().plan
    assert plan is not None
    assert found(told, cards.WeeksBehind) == cards.WeeksBehind(len(plan.weeks))
