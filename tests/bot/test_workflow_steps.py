"""The two steps for workflows, from Slack's event to how they ended."""

from datetime import timedelta

import pytest

from bot.listeners.steps import ASK, POST
from bot.playground import CannotDo
from bot.playground.values import Execution
from bot.trial import workflow_steps
from tests.bad_input.goals import a_goal, reading
from tests.stage import Stage

STEPS = {one.callback_id: one for one in workflow_steps()}


def runs(stage: Stage, step: str, **inputs: object) -> Execution:
    """Somebody's workflow comes to the step; how it ended."""
    started = stage.person("Claire").run_step(STEPS[step], inputs)
    stage.settle()
    return stage.trial.playground.world.state.executions[started.id]


def user(stage: Stage, name: str) -> str:
    return stage.person(name).id


def test_a_check_in_is_asked_at_once(stage: Stage) -> None:
    a_goal(stage)
    stage.goes_on(timedelta(days=1))
    ended = runs(stage, ASK, user_id=user(stage, "Claire"))
    assert (ended.state, ended.outputs) == ("completed", {"asked": 1})
    stage.news("Claire")
    stage.goes_on(timedelta(minutes=5))
    assert "CSAT" in reading(stage.news("Claire"))


def test_whoever_has_no_goal_is_said_so_to_the_workflow(stage: Stage) -> None:
    ended = runs(stage, ASK, user_id=user(stage, "Karim"))
    assert ended.state == "failed"
    assert "n’a pas d’objectif en cours" in ended.error


def test_whoever_has_left_cannot_be_asked(stage: Stage) -> None:
    ended = runs(stage, ASK, user_id=user(stage, "Paul"))
    assert ended.state == "failed"
    assert "compte est désactivé" in ended.error


def test_progress_is_posted_at_once(stage: Stage) -> None:
    a_goal(stage, channel="service-client")
    stage.goes_on(timedelta(days=1))
    before = len(stage.person("Claire").sees("service-client"))
    ended = runs(stage, POST, channel_id="C0SERVICE", user_id=user(stage, "Claire"))
    assert (ended.state, ended.outputs) == ("completed", {"posted": 1})
    assert len(stage.person("Claire").sees("service-client")) == before + 1


def test_progress_without_anything_new_is_posted_once(stage: Stage) -> None:
    a_goal(stage, channel="service-client")
    stage.goes_on(timedelta(days=1))
    for _ in range(2):
        ended = runs(stage, POST, channel_id="C0SERVICE", user_id=user(stage, "Claire"))
    assert ended.state == "failed"
    assert "Rien de nouveau" in ended.error


def test_only_who_leads_a_goal_of_the_channel_has_it_posted(stage: Stage) -> None:
    a_goal(stage, channel="service-client")
    ended = runs(stage, POST, channel_id="C0SERVICE", user_id=user(stage, "Karim"))
    assert ended.state == "failed"
    assert "Seule une personne qui mène" in ended.error


def test_a_channel_without_goals_is_said_to_be_one(stage: Stage) -> None:
    ended = runs(stage, POST, channel_id="C0SUPPORT", user_id=user(stage, "Sarah"))
    assert ended.error == "No goal under way is followed in <#C0SUPPORT>."


def test_slack_lets_no_step_run_without_what_it_needs(stage: Stage) -> None:
    with pytest.raises(CannotDo, match="missing required parameter: user_id"):
        stage.person("Claire").run_step(STEPS[ASK], {})
