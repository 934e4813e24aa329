"""Check-ins come at their time, are answered in words or by button, and the channel reads totals only."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.render import plain
from coach.following import CheckInState
from coach.goal import GoalState, Intensity
from coach.language.reading import Language
from coach.messages import actions, asking, leave, nudges, posts
from coach.messages import check_in_questions as asks
from coach.messages import ending as at_end
from coach.messages import following as say
from coach.messages import home as words
from coach.messages.base import MetricName
from coach.messages.templates import ManyOwnGoals
from coach.metrics import Kind, MetricKey
from coach.outgoing import Lane, Outgoing
from coach.speech import Verb
from coach.usecases import check_ins, conversation, home
from coach.usecases.call import Call
from tests.coach.desk import DEADLINE, MONDAY, PARIS, Desk, goal, percent, person
from tests.coach.talk import messages_of

NEXT_MONDAY = datetime(2027, 1, 11, 9, 35, tzinfo=PARIS)
"""Everybody has been asked: an hour that was chosen is kept to within a few minutes."""
TUESDAY = NEXT_MONDAY + timedelta(days=1, minutes=25)
LEAD, AGENT = person("lead"), person("agent")
TEAM = (LEAD, AGENT, person("anna"), person("ben", Language.EN, "Europe/London"))


def alone() -> Desk:
    return Desk(goal(), (LEAD,))


def with_team() -> Desk:
    return Desk(goal(contributors=("agent", "anna", "ben")), TEAM)


def says(desk: Desk, text: str, user: str = "lead") -> list[object]:
    return list(desk.does(user, lambda call: conversation.hear(call, text)))


def found(messages: Sequence[object], kind: type) -> object | None:
    return next((message for message in messages if isinstance(message, kind)), None)


def test_nothing_is_asked_on_the_day_of_confirming() -> None:
    assert alone().goes_to(MONDAY + timedelta(hours=8)).claimed == 0


def test_the_owner_is_asked_for_the_figure_at_their_own_hour() -> None:
    desk = alone()
    assert desk.goes_to(NEXT_MONDAY - timedelta(minutes=6)).claimed == 0
    desk.goes_to(NEXT_MONDAY)
    (asked,) = desk.news()
    assert (asked.to, asked.lane, asked.language) == ("lead", Lane.NUDGE, Language.FR)
    assert found(list(messages_of(asked.speech)), asks.CheckInFigure)


def test_each_person_is_asked_in_their_zone_and_language() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    assert {one.to for one in desk.news()} == {"lead", "agent", "anna"}
    desk.goes_to(NEXT_MONDAY + timedelta(hours=1))
    (asked,) = desk.news()
    assert (asked.to, asked.language) == ("ben", Language.EN)


def test_a_pass_run_twice_asks_once() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert desk.goes_to(NEXT_MONDAY).claimed == 0
    assert len(desk.news()) == 1


def test_after_three_weeks_of_downtime_one_check_in_comes_not_three() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=2, hours=1))
    questions = [one for one in desk.news() if one.to == "lead"]
    assert len(questions) == 1


def test_a_post_of_last_week_is_left_out() -> None:
    desk = alone()
    desk.goes_to(TUESDAY + timedelta(days=4))
    assert [one for one in desk.news() if one.to == "C1"] == []
    desk.goes_to(TUESDAY + timedelta(days=7))
    assert len([one for one in desk.news() if one.to == "C1"]) == 1


@pytest.mark.parametrize(
    ("words", "figure"),
    [("80 %", 80), ("80", 80), ("on est à 81,5 %", 81.5), ("42 sur 50", 84), ("+2", 80)],
)
def test_a_figure_is_read_in_words(words: str, figure: float) -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    said = says(desk, words)
    assert desk.figures() == [percent(figure)]
    assert found(said, say.FigureNoted)
    assert desk.check_in("lead").state is CheckInState.ANSWERED


def test_the_sample_behind_a_share_is_kept_and_said() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "42 sur 50"), say.FigureOf) == say.FigureOf(42, 50)


def test_a_figure_that_cannot_be_is_refused_and_nothing_is_kept() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "120 %")
    assert desk.figures() == []
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_undo_takes_the_figure_back_and_opens_the_question_again() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "80 %")
    asked = desk.check_in("lead").id
    said = desk.does("lead", lambda call: check_ins.press(call, asked, Verb.UNDO))
    assert found(list(said), say.Undone)
    assert desk.figures() == []
    says(desk, "81 %")
    assert desk.figures() == [percent(81)]


def test_undoing_the_first_figure_takes_the_baseline_back_too() -> None:
    desk = Desk(goal(measured=False), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    says(desk, "70 %")
    assert desk.goal().plan is not None
    asked = desk.check_in("lead").id
    desk.does("lead", lambda call: check_ins.press(call, asked, Verb.UNDO))
    assert (desk.goal().baseline, desk.goal().plan) == (None, None)


def test_the_first_figure_is_the_baseline_and_makes_the_plan() -> None:
    desk = Desk(goal(measured=False), (LEAD,))
    desk.goes_to(NEXT_MONDAY)
    assert found(list(messages_of(desk.news()[0].speech)), asks.CheckInFigureFirst)
    said = says(desk, "70 %")
    assert found(said, say.BaselineKnown) == say.BaselineKnown(percent(70), percent(85))
    plan = desk.goal().plan
    assert plan is not None
    assert plan.reaches == 85


def test_being_blocked_is_an_answer_and_the_owner_reads_on_what() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    said = says(desk, "bloqué : l'outil est en panne", "agent")
    told = found(said, say.ToldBlocked)
    assert isinstance(told, say.ToldBlocked)
    assert told.reason == "l'outil est en panne"
    assert desk.check_in("agent").state is CheckInState.BLOCKED


def test_a_reason_with_a_figure_in_it_is_a_reason() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    asked = desk.check_in("agent").id
    desk.does("agent", lambda call: check_ins.press(call, asked, Verb.BLOCKED))
    told = found(says(desk, "l'outil R&amp;D plante depuis 3 jours", "agent"), say.ToldBlocked)
    assert isinstance(told, say.ToldBlocked)
    assert told.reason == "l'outil R&D plante depuis 3 jours"


def test_a_new_wish_while_a_check_in_waits_begins_a_goal() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    said = says(desk, "je voudrais aussi améliorer le NPS")
    assert found(said, asking.AskBaseline)
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_undo_below_an_older_figure_leaves_the_newer_one() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "80 %")
    older = desk.check_in("lead")
    says(desk, "82 %")
    said = desk.does("lead", lambda call: check_ins.press(call, older.id, Verb.UNDO, older.measurement or ""))
    assert found(said, say.NothingToUndo)
    assert desk.figures() == [percent(82)]


def test_an_absence_is_an_answer() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    said = says(desk, "en congé jusqu'à lundi", "agent")
    assert found(said, leave.LeaveNoted)
    assert desk.check_in("agent").state is CheckInState.AWAY


def test_a_vague_answer_gets_one_friendly_question_and_is_kept() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "ça avance"), say.VagueFigure)
    assert desk.check_in("lead").words == "ça avance"
    assert desk.check_in("lead").state is CheckInState.ASKED


def test_who_does_not_know_may_be_asked_again() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "je ne sais pas"), say.NoFigureNoted)
    later = found(says(desk, "redemandez-moi demain"), nudges.LaterNoted)
    assert later == nudges.LaterNoted(nudges.SnoozeUntil.TOMORROW)
    assert desk.check_in("lead").state is CheckInState.ASKED
    assert found(says(desk, "82 %"), say.FigureNoted)


def test_what_is_not_read_gets_an_example_in_the_goals_own_unit() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    csat = MetricName(MetricKey.CSAT)
    assert found(says(desk, "blabla"), say.FigureNotRead) == say.FigureNotRead(csat, Kind.SHARE)
    assert "48" in plain(say.FigureNotRead(csat, Kind.COUNT), Language.FR)
    assert "%" not in plain(say.FigureNotRead(csat, Kind.COUNT), Language.EN)


def test_a_picture_alone_is_an_answer() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, ":+1:"), say.VagueFigure)


def test_done_is_enough_for_an_action() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    assert found(says(desk, "fait", "agent"), actions.ActionThanks)
    assert desk.check_in("agent").done == 1


def with_four() -> Desk:
    """The team, all of whom but one have answered."""
    desk = Desk(goal(contributors=("agent", "anna", "ben", "chloe")), (*TEAM, person("chloe")))
    desk.goes_to(NEXT_MONDAY + timedelta(hours=1))
    says(desk, "80 %")
    says(desk, "fait", "agent")
    says(desk, "fait", "anna")
    return desk


def posted(desk: Desk) -> Outgoing:
    desk.news()
    desk.goes_to(TUESDAY)
    (post,) = [one for one in desk.news() if one.to == "C1"]
    return post


def test_the_channel_reads_totals_of_three_people_or_more_and_no_names() -> None:
    desk = with_four()
    says(desk, "not done", "ben")
    post = posted(desk)
    read = list(messages_of(post.speech))
    assert found(read, posts.PostActions) == posts.PostActions(2, 3)  # the fourth has not said anything
    figure = found(read, posts.PostFigureOf)
    assert isinstance(figure, posts.PostFigureOf)
    assert figure.value == percent(80)
    assert post.lane is Lane.POST


def test_who_is_away_has_not_said_that_nothing_was_done() -> None:
    desk = with_four()
    says(desk, "done", "ben")
    says(desk, "je suis malade aujourd'hui", "chloe")
    assert desk.check_in("chloe").state is CheckInState.AWAY
    assert found(list(messages_of(posted(desk).speech)), posts.PostActions) == posts.PostActions(3, 3)


def test_the_answers_of_two_are_not_shown_though_four_were_asked() -> None:
    assert found(list(messages_of(posted(with_four()).speech)), posts.PostActions) is None


def test_where_nobody_has_answered_nothing_is_said_of_actions() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY + timedelta(hours=1))
    assert found(list(messages_of(posted(desk).speech)), posts.PostActions) is None


def test_the_actions_of_two_people_are_not_shown() -> None:
    desk = Desk(goal(contributors=("agent", "anna")), TEAM)
    desk.goes_to(NEXT_MONDAY)
    says(desk, "fait", "agent")
    desk.news()
    desk.goes_to(TUESDAY)
    (post,) = [one for one in desk.news() if one.to == "C1"]
    assert found(list(messages_of(post.speech)), posts.PostActions) is None


@pytest.mark.parametrize(("last", "state"), [("86 %", GoalState.ACHIEVED), ("80 %", GoalState.MISSED)])
def test_the_day_after_the_deadline_the_goal_ends_with_a_look_back(last: str, state: GoalState) -> None:
    desk = alone()
    monday = datetime(2027, 3, 29, 9, 30, tzinfo=PARIS)
    desk.goes_to(monday)
    says(desk, last)
    desk.news()
    desk.goes_to(datetime.combine(DEADLINE + timedelta(days=1), monday.time(), PARIS))
    assert desk.goal().state is state
    told = {one.to: list(messages_of(one.speech)) for one in desk.news()}
    assert found(told["lead"], at_end.LookBackAsk)
    assert found(told["C1"], at_end.GoalEndedFiguresOf)


def test_a_paused_goal_asks_and_posts_nothing_and_comes_back_on_its_day() -> None:
    desk = alone()
    desk.does("lead", lambda call: home.pause(call, "g1", resting=True))
    desk.news()
    desk.goes_to(NEXT_MONDAY)
    assert desk.news() == []
    desk.does("lead", lambda call: home.pause(call, "g1", resting=False))
    desk.news()
    desk.goes_to(NEXT_MONDAY + timedelta(weeks=1))
    assert "lead" in [one.to for one in desk.news()]


def test_somebody_else_cannot_pause_a_goal() -> None:
    desk = with_team()
    desk.does("agent", lambda call: home.pause(call, "g1", resting=True))
    assert desk.goal().state is GoalState.ACTIVE


def test_the_clocks_going_forward_move_no_check_in() -> None:
    desk = Desk(goal().model_copy(update={"intensity": Intensity.LIGHT}), (LEAD,))
    summer = datetime(2027, 3, 29, 9, 30, tzinfo=PARIS)
    desk.goes_to(datetime(2027, 3, 22, 9, 35, tzinfo=PARIS))
    desk.news()
    desk.goes_to(summer - timedelta(minutes=1))
    assert [one.to for one in desk.news()] == []
    desk.goes_to(summer + timedelta(minutes=5))
    assert [one.to for one in desk.news()] == ["lead"]
    assert summer.astimezone(UTC).hour == 7


def test_a_home_shows_what_is_asked_and_the_goal() -> None:
    desk = alone()
    desk.goes_to(NEXT_MONDAY)
    shown: list[object] = []

    def look(call: Call) -> None:
        shown.extend(messages_of(home.home(call)))

    desk.does("lead", look)
    assert found(shown, words.HomeWaiting)
    assert found(shown, words.HomeGoalNoFigure)


def test_somebody_who_carries_a_fourth_goal_is_asked_which_matter_most() -> None:
    desk = alone()
    with desk.memory.open_uow() as uow:
        for number in (2, 3):
            uow.goals.add(goal(channel=None).model_copy(update={"id": f"g{number}"}))
        uow.commit()
    texts = ("améliorer le NPS", "20", "30", "fin mars", "une écoute par semaine")
    said: list[object] = []
    for text in (*texts, "nos chiffres, tout est là", "les clients restent", "je confirme"):
        said = says(desk, text)
    assert found(said, ManyOwnGoals) == ManyOwnGoals(4)


def test_a_sum_after_done_is_asked_about_and_more_than_wanted_is_fine() -> None:
    desk = with_team()
    desk.goes_to(NEXT_MONDAY)
    says(desk, "fait", "anna")
    heard = says(desk, "+2", "anna")
    assert found(heard, actions.HowManyInAll) == actions.HowManyInAll(1, 3)
    assert desk.check_in("anna").done == 1
    says(desk, "3", "anna")
    assert desk.check_in("anna").done == 3
