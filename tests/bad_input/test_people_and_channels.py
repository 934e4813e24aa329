"""People who left and channels that Jalon is not in: whoever can mend it is told once, with the way out."""

from datetime import timedelta

from bot.playground.values import User
from tests.bad_input.goals import a_card, a_goal, a_week_later, reading
from tests.stage import Stage


def leaves(stage: Stage, name: str) -> User:
    """Somebody's account is deactivated."""
    user = stage.person(name).user
    user.deleted = True
    return user


def test_an_owner_who_has_left_is_told_before_the_goal_begins(stage: Stage) -> None:
    a_card(stage)
    stage.says("Claire", "en fait le responsable est @Paul Mercier")
    said = reading(stage.presses("Claire", "Confirmer"))
    assert said == "Le compte de @Paul Mercier est désactivé. Choisissez quelqu’un d’autre."
    stage.says("Claire", "c'est moi la responsable")
    assert reading(stage.presses("Claire", "Confirmer")).startswith("C’est confirmé.")


def test_a_contributor_who_left_after_being_chosen_is_told_to_the_owner_once(stage: Stage) -> None:
    a_card(stage)
    stage.chooses("Claire", "Choisir des personnes", ["Karim", "James"])
    leaves(stage, "Karim")
    said = reading(stage.presses("Claire", "Confirmer"))
    assert said.startswith("C’est confirmé.")
    gone = (
        "Je n’arrive plus à joindre @Karim Benali : son compte Slack est désactivé. Je ne lui demande plus"
        " rien. Votre objectif sur le CSAT continue ; voyez avec l’équipe qui reprend sa part."
    )
    assert gone in said
    assert "Karim" not in stage.transcript("Karim")
    stage.goes_on(timedelta(days=15))
    assert reading(stage.transcript("Claire")).count("Je n’arrive plus à joindre") == 1
    assert "Your part last week" in reading(stage.transcript("James"))


def test_an_owner_who_leaves_is_told_to_whoever_made_the_goal(stage: Stage) -> None:
    a_card(stage, "Sarah")
    stage.says("Sarah", "the owner is @James Wright")
    stage.presses("Sarah", "Confirm")
    leaves(stage, "James")
    stage.goes_on(timedelta(days=15))
    said = reading(stage.news("Sarah"))
    assert said.startswith(
        "I can no longer reach @James Wright, who owns the goal on CSAT: their Slack account is deactivated."
        " Everything noted so far is kept. To carry on, make the goal yours with /goal."
    )
    assert said.count("I can no longer reach") == 1


def test_somebody_who_left_is_not_answered_and_changes_nothing(stage: Stage) -> None:
    """Slack lets nobody write who has left; a late event of theirs begins nothing."""
    user = stage.person("Paul").user
    user.deleted = False
    dm = stage.person("Paul").dm
    user.deleted = True
    event = {"type": "message", "channel_type": "im", "channel": dm.id, "user": user.id, "ts": "1799000000.1"}
    stage.trial.playground.delivery.event({**event, "text": "améliorer la satisfaction client"})
    stage.settle()
    with stage.trial.jalon.storage.open_uow() as uow:
        assert uow.drafts.open_of(stage.trial.playground.world.state.team_id, user.id) == []
    assert stage.trial.playground.transcript(dm).strip() == ""


def test_a_channel_that_jalon_is_not_in_is_told_once_with_the_way_out(stage: Stage) -> None:
    said = a_goal(stage, channel="direction")
    assert said.startswith("C’est confirmé.")
    assert "Je ne peux pas écrire dans #direction. Tapez /invite @Jalon dans ce salon" in said
    stage.goes_on(timedelta(days=15))
    assert reading(stage.transcript("Claire")).count("Je ne peux pas écrire") == 1
    # once invited, the next post comes out
    stage.person("Claire").enter("/invite @Jalon", "direction")
    stage.goes_on(timedelta(days=7))
    assert "Jalon:" in stage.post("direction")


def test_a_check_in_comes_out_once_across_a_stop(stage: Stage) -> None:
    """Jalon stops before the check-in is due and starts after it: it comes out, once."""
    a_goal(stage)
    asked = "Où en est le CSAT ?"
    directory, due = stage.trial.directory, stage.now() + timedelta(days=7, hours=2)
    stage.trial.__exit__(None, None, None)
    for _ in range(2):
        with Stage(directory, start=due) as later:
            later.goes_to(due)
            assert reading(later.transcript("Claire")).count(asked) == 1
            assert later.now() >= due
    stage.trial.__enter__()


def test_a_blocked_agent_reaches_the_owner(stage: Stage) -> None:
    a_goal(stage, agents=("Karim",))
    a_week_later(stage, "Claire", "Karim")
    stage.says("Karim", "bloqué : l'outil d'écoute est en panne")
    assert "@Karim Benali" in reading(stage.news("Claire"))
