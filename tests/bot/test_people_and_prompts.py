"""What Slack tells of people as it happens, and what the opened conversation offers."""

from datetime import timedelta

from tests.bad_input.goals import a_card, a_goal, reading
from tests.stage import Stage


def offered(stage: Stage, name: str) -> list[str]:
    """What the opened conversation offers somebody to say."""
    stage.person(name).open_messages()
    stage.settle()
    threads = stage.trial.playground.world.state.assistants
    return [prompt["message"] for prompt in threads[f"{stage.person(name).dm.id}/"].prompts]


def test_the_opened_conversation_offers_ways_to_begin_in_the_reader_s_language(stage: Stage) -> None:
    assert "Améliorer la satisfaction client" in offered(stage, "Claire")
    assert "Improve customer satisfaction" in offered(stage, "Sarah")


def test_nothing_is_offered_while_a_question_waits(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    stage.person("Claire").open_messages()
    stage.settle()
    assert not stage.trial.playground.world.state.assistants


def test_another_language_in_slack_is_spoken_at_once(stage: Stage) -> None:
    stage.says("Claire", "bonjour")
    stage.person("Claire").change_profile(locale="en-GB")
    stage.settle()
    assert "You have no goal under way" in stage.commands("Claire", "/goal list")


def test_who_has_left_is_told_to_the_lead_at_once_and_asked_nothing_more(stage: Stage) -> None:
    a_goal(stage, agents=("Karim Benali",))
    stage.news("Claire")
    stage.person("Karim").change_profile(deleted=True)
    stage.settle()
    assert "Je n’arrive plus à joindre" in reading(stage.news("Claire"))
    before = len(stage.messages("Karim"))
    stage.goes_on(timedelta(days=8))
    assert len(stage.messages("Karim")) == before


def test_a_field_that_is_filled_in_is_not_called_optional(stage: Stage) -> None:
    a_card(stage)
    stage.presses("Claire", "Modifier")
    fields = {one["block_id"]: one.get("optional", False) for one in stage.person("Claire").view().blocks}
    assert not any(fields[name] for name in ("metric", "baseline", "target", "deadline", "owner", "lever"))
