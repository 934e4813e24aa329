"""What can follow the slash commands, in both languages, and what stays a wish."""

from datetime import timedelta

import pytest

from coach.goal import GoalState
from coach.messages import commands as say
from coach.messages import home, privacy
from coach.messages.following import HowItStands
from coach.messages.metrics import MetricsOfAim
from coach.usecases import conversation
from coach.usecases.commands import WORDS, Command, read_command
from tests.coach.desk import MONDAY, Desk, goal, person

NEXT_MONDAY = MONDAY + timedelta(days=7, minutes=30)


def alone() -> Desk:
    return Desk(goal(), (person("lead"), person("agent")))


def types(desk: Desk, text: str, user: str = "lead") -> list[type]:
    return [type(one) for one in desk.does(user, lambda call: conversation.command(call, text))]


@pytest.mark.parametrize(("command", "words"), [(one, word) for one, all_ in WORDS.items() for word in all_])
def test_every_word_of_the_table_is_read_whatever_its_case(command: Command, words: str) -> None:
    assert read_command(words) == read_command(words.upper()) == (command, "")


@pytest.mark.parametrize(
    ("text", "command"),
    [("État", Command.STATUS), ("réglages", Command.SETTINGS), (" Vie privée. ", Command.PRIVACY)],
)
def test_accents_and_marks_change_nothing(text: str, command: Command) -> None:
    assert read_command(text) == (command, "")


@pytest.mark.parametrize(
    "text",
    [
        "list of complaints cut by half",
        "export 20 % de dossiers en plus",
        "helpful answers",
        "indicateurs CSAT",
    ],
)
def test_a_wish_that_begins_like_a_command_is_a_wish(text: str) -> None:
    assert read_command(text) is None


def test_no_word_stands_for_two_commands() -> None:
    every = [word for words in WORDS.values() for word in words]
    assert len(every) == len(set(every))


def test_the_list_shows_each_goal_under_way() -> None:
    assert types(alone(), "liste") == [say.YourGoals, home.HomeGoalNoFigure]


def test_the_status_tells_how_each_goal_stands() -> None:
    assert types(alone(), "status") == [home.HomeGoalNoFigure, home.HomeStanding]


def test_the_status_of_a_named_goal_is_its_own_view() -> None:
    assert HowItStands in types(alone(), "état de la satisfaction client")


def test_whoever_has_no_goal_is_shown_how_to_begin() -> None:
    assert types(alone(), "list", "agent")[0] is say.NoGoalsYet


def test_pause_and_resume_act_at_once_where_one_goal_can_be_meant() -> None:
    desk = alone()
    assert types(desk, "pause") == [home.GoalPaused]
    assert desk.goal().state is GoalState.PAUSED
    assert types(desk, "pause") == [say.NothingToPause]
    assert types(desk, "reprendre") == [home.GoalUnpaused]
    assert desk.goal().state is GoalState.ACTIVE


def test_a_goal_is_named_by_its_metric() -> None:
    desk = alone()
    assert types(desk, "pause csat") == [home.GoalPaused]


def test_pause_with_words_that_name_no_goal_is_a_wish() -> None:
    desk = alone()
    assert home.GoalPaused not in types(desk, "pause café : réduire le temps d'attente")
    assert desk.goal().state is GoalState.ACTIVE


def test_an_agent_cannot_pause_the_goal_of_their_lead() -> None:
    desk = Desk(goal(contributors=("agent",)), (person("lead"), person("agent")))
    assert types(desk, "pause", "agent") == [say.NothingToPause]
    assert types(desk, "pause csat", "agent") == [home.NotYours]
    assert desk.goal().state is GoalState.ACTIVE


def test_where_several_goals_can_be_meant_it_asks_which() -> None:
    desk = alone()
    with desk.memory.open_uow() as uow:
        uow.goals.add(goal().model_copy(update={"id": "g2"}))
        uow.commit()
    assert types(desk, "pause") == [say.WhichToPause, say.GoalInAList, say.GoalInAList]


def test_privacy_export_metrics_and_help_answer_in_the_conversation() -> None:
    desk = alone()
    assert types(desk, "vie privée")[0] is privacy.PrivacyKept
    assert types(desk, "export")[0] is privacy.ExportTitle
    assert types(desk, "indicateurs")[0] is MetricsOfAim
    assert say.CommandsList in types(desk, "aide")


def test_a_command_said_in_the_conversation_is_understood_too() -> None:
    desk = alone()
    said = desk.does("lead", lambda call: conversation.hear(call, "mes objectifs"))
    assert isinstance(said[0], say.YourGoals)
