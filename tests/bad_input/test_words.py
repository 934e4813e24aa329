"""Texts that are no goal and no answer: one sentence says what to write instead, and the question stands."""

import pytest

from bot.playground import CannotDo
from tests.bad_input.goals import reading
from tests.stage import Stage

TOO_LONG_FR = (
    "Votre texte fait {} caractères, et je m’y perds au-delà de 1 500. Dites-moi l’essentiel en une phrase ;"
    " votre texte reste là, au-dessus."
)
ONLY_WORDS_FR = "Je ne lis que les mots et les chiffres. Dites-le-moi en une phrase."


def test_a_command_without_a_word_explains_how_to_begin(stage: Stage) -> None:
    said = reading(stage.commands("Claire", "/objectif"))
    assert said.startswith("Écrivez-moi ce que vous aimeriez améliorer, même vaguement")
    assert "[Améliorer la satisfaction client]" in said
    assert reading(stage.commands("Sarah", "/goal    ")).startswith(
        "Write what you would like to get better, however vaguely"
    )


def test_a_new_goal_without_its_wish_is_asked_for_it(stage: Stage) -> None:
    asked = "Écrivez ce que vous aimeriez améliorer, même vaguement : « répondre plus vite », par exemple."
    assert reading(stage.says("Claire", "nouvel objectif :")) == asked
    assert reading(stage.commands("Claire", "/objectif nouvel objectif")) == asked


def test_slack_itself_lets_nobody_send_nothing(stage: Stage) -> None:
    with pytest.raises(CannotDo):
        stage.says("Claire", "   ")


def test_a_file_without_a_word_is_answered_by_what_to_write(stage: Stage) -> None:
    claire = stage.person("Claire")
    event = {"type": "message", "channel_type": "im", "channel": claire.dm.id, "user": claire.id}
    stage.trial.playground.delivery.event(
        {**event, "subtype": "file_share", "text": "", "ts": "1799000000.1"}
    )
    stage.settle()
    assert reading(stage.news("Claire")).startswith("Écrivez ce que vous aimeriez améliorer")


def test_ten_thousand_characters_in_the_conversation_are_told_from_a_sentence(stage: Stage) -> None:
    text = ("améliorer la satisfaction client " * 304)[:10_000]
    assert reading(stage.says("Claire", text)) == TOO_LONG_FR.format("10 000")
    # and in the middle of a question: the question stands, and the goal has not changed
    question = reading(stage.says("Claire", "réduire l'attente au téléphone"))
    again = reading(stage.says("Claire", "x" * 10_000))
    assert again.startswith(TOO_LONG_FR.format("10 000"))
    assert again.splitlines()[-3:] == question.splitlines()[-3:]


def test_ten_thousand_characters_after_a_command_are_given_back(stage: Stage) -> None:
    """A command stands nowhere in the conversation: without this its text would be gone."""
    text = " ".join(f"word{number}" for number in range(2000))[:10_000]
    said = stage.commands("Sarah", f"/goal {text}")
    assert reading(said).startswith(
        "Your text has 10,000 characters and I get lost beyond 1,500. Tell me the gist in one sentence;"
        " here is your text, so that nothing is lost:"
    )
    assert all(word in said for word in text.split())


def test_ten_thousand_characters_in_a_form_are_stopped_at_the_field(stage: Stage) -> None:
    stage.says("Claire", "faire passer le CSAT de 78 % à 85 % d'ici fin mars")
    stage.says("Claire", "une écoute par agent chaque semaine")
    stage.says("Claire", "nos résultats passés, tout est là")
    stage.says("Claire", "les clients sont mieux servis")
    stage.presses("Claire", "Modifier")
    with pytest.raises(CannotDo, match="trop long"):
        stage.submits("Claire", {"Cible": "8" * 10_000})


@pytest.mark.parametrize("text", ["🎉", "👍🏽👍🏽", ":tada: :+1:", "!!!", "?!…"])
def test_emoji_and_signs_alone_are_no_words(stage: Stage, text: str) -> None:
    assert reading(stage.says("Claire", text)) == ONLY_WORDS_FR


def test_emoji_leave_the_question_where_it_was(stage: Stage) -> None:
    question = reading(stage.says("Sarah", "improve customer satisfaction"))
    again = reading(stage.says("Sarah", "🎉🎉"))
    assert again.startswith("I only read words and figures. Tell me in a sentence.")
    assert again.splitlines()[-3:] == question.splitlines()[-3:]


def test_mark_up_is_shown_as_it_was_typed_and_calls_nobody(stage: Stage) -> None:
    """Nobody is mentioned, no channel is called, and `&` stays one sign."""
    stage.says("Claire", "améliorer <b>la satisfaction client</b> & l'accueil <!channel> *vite*")
    message = stage.messages("Claire")[-1]
    raw = "".join(block["text"]["text"] for block in message.blocks if block["type"] == "section")
    assert "<!channel>" not in raw
    assert "&lt;!channel&gt;" in raw
    assert "&amp; l’accueil" in raw
    shown = stage.transcript("Claire").split("Jalon:")[-1]
    assert "<b>la satisfaction client</b> & l’accueil <!channel>" in shown
    assert "&lt;" not in shown


def test_mark_up_in_a_command_is_shown_as_it_was_typed(stage: Stage) -> None:
    said = stage.commands("Sarah", "/goal improve <i>customer satisfaction</i> & <!here>")
    assert "improve <i>customer satisfaction</i> & <!here>" in said


def test_bold_around_a_wish_is_taken_off(stage: Stage) -> None:
    said = reading(stage.says("Claire", "*améliorer la satisfaction client*"))
    assert "« améliorer la satisfaction client »" in said


def test_somebody_mentioned_in_a_wish_is_named_not_spelled_out(stage: Stage) -> None:
    said = stage.says("Claire", "améliorer la satisfaction client avec @Karim Benali")
    assert "« améliorer la satisfaction client avec @Karim Benali »" in reading(said)
