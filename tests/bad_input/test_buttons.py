"""Buttons pressed twice, too late, or by somebody else: nothing changes behind anybody's back."""

import json

from coach.draft import Draft
from coach.goal import Goal
from tests.bad_input.goals import a_card, a_goal, a_week_later, reading
from tests.stage import Stage


def goals(stage: Stage) -> list[Goal]:
    """All goals under way, as they are kept."""
    with stage.trial.jalon.storage.open_uow() as uow:
        return list(uow.goals.active(stage.trial.playground.world.state.team_id))


def drafts(stage: Stage, name: str = "Claire") -> list[Draft]:
    """Somebody's goals in the making, as they are kept."""
    with stage.trial.jalon.storage.open_uow() as uow:
        team = stage.trial.playground.world.state.team_id
        return list(uow.drafts.open_of(team, stage.person(name).id))


def test_an_answer_pressed_twice_counts_once_and_is_answered_once(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    question = stage.with_button("Claire", "Le CSAT")
    assert "Où en est le CSAT aujourd’hui ?" in reading(stage.presses("Claire", "Le CSAT", question))
    before = drafts(stage)
    assert stage.presses("Claire", "Le CSAT", question) == ""
    assert drafts(stage) == before


def test_every_button_of_a_question_pressed_twice_is_answered_once(stage: Stage) -> None:
    for label in ("Why?", "Back", "I don’t know: measure it", "Give up"):
        stage.says("Sarah", "new goal: improve customer satisfaction")
        stage.presses("Sarah", "CSAT")
        question = stage.with_button("Sarah", label)
        assert stage.presses("Sarah", label, question), label
        assert stage.presses("Sarah", label, question) == "", label


def test_an_old_button_after_the_answer_changed_changes_nothing(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    question = stage.with_button("Claire", "Le CSAT")
    stage.presses("Claire", "Le CSAT", question)
    stage.says("Claire", "78 %")
    said = reading(stage.presses("Claire", "Le NPS", question))
    assert said.startswith("Vous aviez déjà répondu à cette question. Voici où nous en sommes.")
    assert "À quel niveau voulez-vous l’amener ?" in said
    assert [draft.metric for draft in drafts(stage)] == ["csat"]


def test_an_answer_to_a_goal_that_was_given_up_offers_to_take_it_up_again(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    question = stage.with_button("Claire", "Le CSAT")
    stage.says("Claire", "annuler")
    given_up = (
        "« améliorer la satisfaction client » a été abandonné. Voulez-vous le reprendre ?\n  [Reprendre]"
    )
    assert reading(stage.presses("Claire", "Le CSAT", question)) == given_up
    assert reading(stage.says("Claire", "78 %")) == given_up
    assert drafts(stage) == []
    said = reading(stage.says("Claire", "reprendre"))
    assert said.startswith("Reprenons « améliorer la satisfaction client ».")


def test_a_card_confirmed_twice_makes_one_goal(stage: Stage) -> None:
    a_card(stage)
    card = stage.with_button("Claire", "Confirmer")
    assert reading(stage.presses("Claire", "Confirmer", card)).startswith("C’est confirmé.")
    assert stage.presses("Claire", "Confirmer", card) == ""
    assert len(goals(stage)) == 1


def test_the_buttons_of_a_confirmed_card_say_where_the_goal_is(stage: Stage) -> None:
    a_card(stage)
    card = stage.with_button("Claire", "Confirmer")
    stage.presses("Claire", "Confirmer", card)
    before = goals(stage)
    for label in ("Modifier", "Abandonner"):
        said = reading(stage.presses("Claire", label, card))
        assert said.endswith("est déjà confirmé. Vous le trouverez dans l’onglet Accueil.")
    assert "déjà confirmé" in reading(stage.says("Claire", "en fait 90 %"))
    assert goals(stage) == before


def test_a_form_that_was_open_while_the_goal_was_confirmed_changes_nothing(stage: Stage) -> None:
    a_card(stage)
    stage.presses("Claire", "Modifier")
    stage.says("Claire", "je confirme")
    before = goals(stage)
    stage.submits("Claire", {"Cible": "90 %"})
    assert "est déjà confirmé" in reading(stage.transcript("Claire"))
    assert goals(stage) == before
    assert len(before) == 1


def test_somebody_else_s_button_says_whose_it_is(stage: Stage) -> None:
    a_card(stage)
    card = stage.with_button("Claire", "Confirmer")
    asked = (
        "I was asking @Claire Fontaine. For a goal of your own, just tell me what you would like to get"
        " better."
    )
    assert reading(stage.presses("Sarah", "Confirmer", card)) == asked
    assert reading(stage.presses("Sarah", "Modifier", card)) == asked
    assert reading(stage.presses("Karim", "Abandonner", card)) == (
        "C’est à @Claire Fontaine que je posais la question. Pour un objectif à vous, écrivez-moi simplement"
        " ce que vous aimeriez améliorer."
    )
    assert goals(stage) == []
    assert len(drafts(stage)) == 1


def test_two_goals_in_the_making_do_not_mix(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    first = stage.with_button("Claire", "Le CSAT")
    said = reading(stage.commands("Claire", "/objectif réduire l'attente au téléphone"))
    assert said.startswith("· J’ai gardé « améliorer la satisfaction client » de côté")
    # a button of the first while the second is in focus: it speaks of the first, and says so
    said = reading(stage.presses("Claire", "Le CSAT", first))
    assert said.startswith("· Objectif : « améliorer la satisfaction client »")
    # and so do the words that follow
    said = reading(stage.says("Claire", "78 %"))
    assert said.startswith("· Objectif : « améliorer la satisfaction client »")
    by_wish = {draft.wish: draft for draft in drafts(stage)}
    assert by_wish["améliorer la satisfaction client"].baseline is not None
    assert by_wish["réduire l'attente au téléphone"].baseline is None
    assert by_wish["réduire l'attente au téléphone"].metric != "csat"


def test_an_example_pressed_twice_begins_one_goal(stage: Stage) -> None:
    stage.commands("Sarah", "/goal")
    help_ = stage.with_button("Sarah", "Improve customer satisfaction")
    assert stage.presses("Sarah", "Improve customer satisfaction", help_)
    assert stage.presses("Sarah", "Improve customer satisfaction", help_) == ""
    assert len(drafts(stage, "Sarah")) == 1
    stage.presses("Sarah", "CSAT")
    said = reading(stage.presses("Sarah", "Improve customer satisfaction", help_))
    assert said.startswith("Let’s carry on with “Improve customer satisfaction”.")
    assert len(drafts(stage, "Sarah")) == 1


def test_slack_s_second_delivery_of_an_event_changes_nothing(stage: Stage) -> None:
    stage.says("Claire", "améliorer la satisfaction client")
    stage.presses("Claire", "Le CSAT")
    stage.says("Claire", "78 %")
    stage.commands("Claire", "/objectif réduire l'attente au téléphone")
    before, conversation = drafts(stage), stage.transcript("Claire")
    delivery = stage.trial.playground.delivery
    for request in list(delivery.log):
        assert delivery.replay(request).ok
    stage.settle()
    assert drafts(stage) == before
    assert stage.transcript("Claire") == conversation


class TestCheckIns:
    def test_answered_twice_keeps_the_first_until_it_is_put_right(self, stage: Stage) -> None:
        a_goal(stage)
        a_week_later(stage)
        question = stage.with_button("Claire", "Quelque chose bloque")
        on_plan = "C’est 78,3\N{NARROW NO-BREAK SPACE}%"
        assert reading(stage.presses("Claire", on_plan, question)).startswith("Noté : le CSAT à 78,3 %.")
        over = "Vous aviez déjà répondu. Pour corriger, pressez « Annuler » sous votre réponse."
        assert reading(stage.presses("Claire", "Quelque chose bloque", question)) == over
        assert reading(stage.presses("Claire", "Un autre chiffre", question)) == over
        assert figures(stage) == ["78.3"]

    def test_undone_twice_is_undone_once(self, stage: Stage) -> None:
        a_goal(stage, "Sarah")
        a_week_later(stage)
        stage.says("Sarah", "80%")
        answer = stage.with_button("Sarah", "Undo")
        assert "open again" in reading(stage.presses("Sarah", "Undo", answer))
        before = figures(stage)
        assert reading(stage.presses("Sarah", "Undo", answer)) == "That was taken back already."
        assert figures(stage) == before == []

    def test_nonsense_in_the_form_stays_at_its_field(self, stage: Stage) -> None:
        a_goal(stage)
        a_week_later(stage)
        stage.presses("Claire", "Un autre chiffre")
        for typed, told in (
            (
                "n'importe quoi",
                "Je n’y ai pas trouvé de chiffre pour le CSAT. Écrivez-le seul, comme « 80 % »",
            ),
            ("120 %", "120 %, c’est plus que ne permet le CSAT : le maximum est 100 %."),
        ):
            ack = stage.submits("Claire", {"figure": typed})
            assert reading(ack.data()["errors"]["figure"]).startswith(told)
        assert figures(stage) == []
        stage.submits("Claire", {"figure": "80 %"})
        assert figures(stage) == ["80"]

    def test_nonsense_in_words_is_asked_again(self, stage: Stage) -> None:
        a_goal(stage)
        a_week_later(stage)
        for typed in ("🎉", "l'imprimante est bleue"):
            assert reading(stage.says("Claire", typed)).startswith(
                "Je n’y ai pas trouvé de chiffre pour le CSAT."
            )
        assert reading(stage.says("Claire", "y" * 10_000)).startswith("Votre texte fait 10 000 caractères")
        assert figures(stage) == []

    def test_somebody_else_s_check_in_is_not_theirs_to_answer(self, stage: Stage) -> None:
        a_goal(stage)
        a_week_later(stage)
        question = stage.with_button("Claire", "Quelque chose bloque")
        assert reading(stage.presses("Karim", "Un autre chiffre", question)).startswith(
            "C’est à @Claire Fontaine"
        )
        assert figures(stage) == []


def figures(stage: Stage) -> list[str]:
    """The figures of the one goal that stand."""
    (goal,) = goals(stage)
    with stage.trial.jalon.storage.open_uow() as uow:
        kept = uow.measurements.of_goal(goal.workspace, goal.id)
    return [str(one.value.value) for one in kept if not one.undone]


def test_a_question_answered_in_words_has_nothing_left_to_press(stage: Stage) -> None:
    stage.says("Claire", "améliorer le CSAT")
    asked = stage.messages("Claire")[-1]
    assert "Je ne sais pas" in json.dumps(asked.blocks, ensure_ascii=False)
    stage.says("Claire", "78 %")
    stage.settle()
    stands = next(one for one in stage.messages("Claire") if one.ts == asked.ts)
    assert "Où en est le CSAT" in json.dumps(stands.blocks, ensure_ascii=False)
    assert all(block["type"] != "actions" for block in stands.blocks)


def test_a_card_confirmed_in_words_has_nothing_left_to_press(stage: Stage) -> None:
    a_card(stage)
    card = stage.with_button("Claire", "Confirmer")
    stage.says("Claire", "je confirme")
    stage.settle()
    stands = next(one for one in stage.messages("Claire") if one.ts == card.ts)
    assert "Confirmer" not in json.dumps(stands.blocks, ensure_ascii=False)
