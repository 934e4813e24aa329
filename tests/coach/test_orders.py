"""What is wanted of a goal under way, in words: a rest, its end, how it stands, when its next post comes."""

from datetime import date, datetime, timedelta

import pytest

from coach.goal import GoalState
from coach.language.reading import Language
from coach.messages import ending, home, orders
from coach.messages import replanning as change
from coach.messages.base import Message
from coach.outgoing import Lane
from coach.usecases import conversation, ending_early
from coach.usecases.home import home as home_view
from coach.usecases.home import pause, show_goal
from tests.coach.desk import MONDAY, PARIS, Desk, goal, percent, person
from tests.coach.posts import found, read
from tests.coach.talk import messages_of

LEAD = person("lead")
NEXT_MONDAY = MONDAY + timedelta(days=7, hours=1)


def desk_in(language: Language = Language.FR) -> Desk:
    """A goal on CSAT whose figure is asked for."""
    desk = Desk(goal(), (person("lead", language),))
    desk.goes_to(NEXT_MONDAY)
    desk.news()
    return desk


def says(desk: Desk, text: str) -> list[Message]:
    return desk.does("lead", lambda call: conversation.hear(call, text))


def drafts(desk: Desk) -> int:
    with desk.memory.open_uow() as uow:
        return len(uow.drafts.open_of("T1", "lead"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mets en pause la CSAT jusqu'au 19 février", Language.FR),
        ("mets le taux de satisfaction en pause jusqu'au 19 février", Language.FR),
        ("satisfaction : en pause jusqu'au 19 février", Language.FR),
        ("pause csat until 19 february pls", Language.EN),
        ("put CSAT on hold until 19 February", Language.EN),
    ],
)
def test_a_pause_has_its_last_day_and_the_goal_goes_on_by_itself(text: str, language: Language) -> None:
    desk = desk_in(language)
    (told,) = found(says(desk, text), orders.GoalPausedUntil)
    assert isinstance(told, orders.GoalPausedUntil)
    assert told.until == date(2027, 2, 19)
    assert (desk.goal().state, drafts(desk)) == (GoalState.PAUSED, 0)
    for day in (15, 22):
        desk.goes_to(datetime(2027, 2, day, 9, 40, tzinfo=PARIS))
        asked = [one for one in desk.news() if one.to == "lead" and one.lane is Lane.NUDGE]
        assert bool(asked) == (day == 22)
    assert desk.goal().state is GoalState.ACTIVE
    assert desk.goal().paused_until is None


def test_a_pause_is_told_with_its_last_day_wherever_the_goal_is_shown() -> None:
    desk = desk_in()
    says(desk, "mets en pause la CSAT")
    shows = (lambda call: conversation.command(call, "état"), lambda call: show_goal(call, "g1"))
    assert not any(found(desk.does("lead", show), orders.RestsUntil) for show in shows)
    says(desk, "mets en pause la CSAT jusqu'au 19 février")
    says(desk, "reprends la CSAT")
    says(desk, "mets en pause la CSAT jusqu'au 19 février")
    until = orders.RestsUntil(date(2027, 2, 19))
    for show in shows:
        assert found(desk.does("lead", show), orders.RestsUntil) == [until]
    seen: list[Message] = []
    desk.does("lead", lambda call: seen.extend(messages_of(home_view(call))))
    assert until in seen


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("CSAT : on arrete, la direction a changé de priorité", "la direction a changé de priorité"),
        ("CSAT: we're stopping, priorities changed", "priorities changed"),
        ("on arrête le suivi de la CSAT parce que l'équipe change", "l'équipe change"),
    ],
)
def test_a_goal_that_is_named_ends_with_its_reason(text: str, reason: str) -> None:
    desk = desk_in()
    asked = says(desk, text)
    assert found(asked, ending.ReallyEnd)
    assert found(asked, change.ReasonIs) == [change.ReasonIs(reason)]
    desk.does("lead", lambda call: ending_early.press(call, "g1", f"yes {reason}"))
    assert desk.goal().state is GoalState.CLOSED
    (told,) = [one for one in desk.memory.outgoing if one.to == "C1"]
    assert change.ReasonIs(reason) in read(told)


@pytest.mark.parametrize(
    "text", ["terminer csat", "clore la satisfaction", "end csat", "delete the CSAT goal", "close CSAT"]
)
def test_a_goal_that_is_named_behind_the_command_is_asked_whether_to_end(text: str) -> None:
    desk = desk_in()
    asked = desk.does("lead", lambda call: conversation.command(call, text))
    assert found(asked, ending.ReallyEnd)
    assert drafts(desk) == 0


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "où en est-on ?",
        "Où en est-on\N{NO-BREAK SPACE}?",
        "où en est-on\N{NARROW NO-BREAK SPACE}?",
        "ou en est on",
        "on en est où ?",
        "where do we stand?",
        "how are we doing?",
    ],
)
def test_where_do_we_stand_is_answered_for_all_goals_to_whoever_has_a_part(text: str, asked: bool) -> None:
    desk = Desk(goal(contributors=("emma",)), (LEAD, person("emma")))
    if asked:
        desk.goes_to(NEXT_MONDAY)
        desk.news()
    for user in ("lead", "emma"):
        for hears in (conversation.hear, conversation.command):
            said = desk.does(user, lambda call, hears=hears: hears(call, text))  # type: ignore[misc]
            assert [type(one) for one in said[:1]] == [home.HomeGoalNoFigure], (user, hears)


@pytest.mark.parametrize(
    "text",
    [
        "whats my CSAT goal at?",
        "where are we on CSAT?",
        "où en est la CSAT ?",
        "quelle CSAT cette semaine ?",
        "CSAT ?",
    ],
)
def test_a_question_about_a_goal_is_answered_with_its_standing(text: str) -> None:
    desk = Desk(goal(), (LEAD,))
    said = says(desk, text)
    assert [type(one) for one in said[:1]] == [home.HomeGoalNoFigure]
    assert drafts(desk) == 0


@pytest.mark.parametrize(
    "text", ["when is the next post in <#C1|support>?", "c'est quand la prochaine publication ?"]
)
def test_the_day_of_the_next_post_is_told(text: str) -> None:
    desk = desk_in()
    (told,) = found(says(desk, text), orders.NextPostIs)
    assert isinstance(told, orders.NextPostIs)
    assert (told.channel.id, told.on) == ("C1", date(2027, 1, 12))


@pytest.mark.parametrize("text", ["annuler", "cancel", "annule"])
def test_cancel_where_nothing_is_made_says_what_can_be_taken_back(text: str) -> None:
    desk = desk_in()
    assert found(says(desk, text), orders.NothingToCancel)
    assert (desk.goal().state, desk.figures()) == (GoalState.ACTIVE, [])


def test_cancel_drops_the_goal_in_the_making_though_a_question_came_since() -> None:
    desk = Desk(goal(), (LEAD,))
    says(desk, "réduire le temps d'attente")
    assert drafts(desk) == 1
    desk.goes_to(NEXT_MONDAY)
    says(desk, "annuler")
    assert drafts(desk) == 0


@pytest.mark.parametrize("text", ["non laisse 85", "on garde 85 %", "leave it at 85", "no keep it as it is"])
def test_to_leave_it_as_it_is_drops_the_change(text: str) -> None:
    desk = desk_in()
    says(desk, "baisser la cible à 82 % parce que l'outil est en retard")
    assert found(says(desk, text), change.ChangeDropped)
    assert (desk.goal().proposal, desk.goal().target) == (None, percent(85))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("repousse la date au 15 avril cos we have 6 new starters", "we have 6 new starters"),
        ("repousse la date au 15 avril, on a perdu 2 vendeurs", "on a perdu 2 vendeurs"),
        ("push the date back to 15 april, we lost two people", "we lost two people"),
        ("repousse la date au 15 avril vu que l'outil est en retard", "l'outil est en retard"),
        ("repousse la date au 15 avril. raison : 6 nouveaux", "6 nouveaux"),
    ],
)
def test_the_reason_that_was_said_with_the_change_is_taken(text: str, reason: str) -> None:
    desk = desk_in()
    said = says(desk, text)
    assert not found(said, change.EasingNeedsReason)
    assert found(said, change.ReasonIs) == [change.ReasonIs(reason)]
    proposal = desk.goal().proposal
    assert proposal is not None
    assert proposal.after.deadline == date(2027, 4, 15)


@pytest.mark.parametrize("text", ["repousse la date au 15 avril, merci", "repousse la date au 15 avril"])
def test_where_no_reason_was_said_it_is_asked_for_and_told_once(text: str) -> None:
    desk = desk_in()
    assert found(says(desk, text), change.EasingNeedsReason)
    assert found(says(desk, "raison : 6 nouveaux"), change.ReasonIs) == [change.ReasonIs("6 nouveaux")]


def test_an_old_button_rests_no_goal_that_has_ended() -> None:
    desk = Desk(goal().model_copy(update={"state": GoalState.ACHIEVED}), (LEAD,))
    for resting in (True, False):
        said = desk.does("lead", lambda call, resting=resting: pause(call, "g1", resting=resting))  # type: ignore[misc]
        assert [type(one) for one in said] == [orders.GoalIsOver]
    assert desk.goal().state is GoalState.ACHIEVED


@pytest.mark.parametrize(
    "text", ["mets en pause le taux d'abandon jusqu'au 19 avril", "améliorer la CSAT d'un autre canal ?"]
)
def test_what_names_no_goal_of_theirs_rests_none(text: str) -> None:
    desk = Desk(goal(), (LEAD,))
    says(desk, text)
    assert desk.goal().state is GoalState.ACTIVE
