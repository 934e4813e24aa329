"""What was offered and is settled, or overtaken by something else, has nothing left to press."""

import json

from bot.playground import Message
from tests.bad_input.goals import a_goal
from tests.stage import Stage


def pressable(message: Message) -> bool:
    return any(block["type"] == "actions" for block in message.blocks)


def proposal(stage: Stage, text: str) -> str:
    """Somebody asks for a change; the `ts` of the message that proposes it."""
    stage.says("Claire", text)
    return stage.with_button("Claire", "Ne rien changer").ts


def seen(stage: Stage, ts: str) -> Message:
    return next(one for one in stage.messages("Claire") if one.ts == ts)


def test_a_change_that_another_overtakes_cannot_be_pressed_any_more(stage: Stage) -> None:
    a_goal(stage)
    first = proposal(stage, "point le mardi à 10 h")
    words = json.dumps(seen(stage, first).blocks, ensure_ascii=False)
    assert "mardi" in words
    second = proposal(stage, "point le jeudi à 11 h")
    assert first != second
    assert not pressable(seen(stage, first))
    assert "mardi" in json.dumps(seen(stage, first).blocks, ensure_ascii=False)
    assert pressable(seen(stage, second))


def test_a_change_that_is_confirmed_in_words_cannot_be_pressed_any_more(stage: Stage) -> None:
    a_goal(stage)
    asked = proposal(stage, "point le mardi à 10 h")
    stage.says("Claire", "oui")
    assert not pressable(seen(stage, asked))


def test_goals_that_are_linked_are_not_offered_to_be_linked_again(stage: Stage) -> None:
    a_goal(stage)
    stage.says("Claire", "réduire le temps d'attente de 6 min à 4 min d'ici fin juin en planifiant mieux")
    for answer in ("c'est notre historique, on a tout ce qu'il faut", "les clients partent", "moi", "rien"):
        if "Confirmer" in json.dumps(stage.messages("Claire")[-1].blocks):
            break
        stage.says("Claire", answer)
    stage.presses("Claire", "Confirmer")
    offer = stage.with_button("Claire", "Les relier").ts
    stage.presses("Claire", "Les relier")
    assert "Les relier" not in json.dumps(seen(stage, offer).blocks)


def test_each_deadline_that_the_playground_can_go_to_has_its_goals_name(stage: Stage) -> None:
    a_goal(stage)
    (landmark,) = stage.trial.machine.landmarks()
    assert (landmark.label_fr, landmark.label_en) == ("Le CSAT, jusqu’à l’échéance", "CSAT, to the deadline")
