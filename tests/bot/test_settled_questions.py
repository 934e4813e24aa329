"""A question that was answered keeps all that was said with it; only what could be pressed goes."""

from tests.bad_input.goals import reading
from tests.stage import Stage

NOT_READ = "aoe uid htns"


def asked_again(stage: Stage) -> str:
    """A question whose answer could not be read, as it is asked once more: its first sentence."""
    stage.says("Claire", "améliorer la satisfaction client")
    stage.presses("Claire", "Le CSAT")
    said = reading(stage.says("Claire", NOT_READ))
    assert "chiffre" in said
    return said.split("\n")[0].strip()


def below(stage: Stage) -> str:
    """The conversation from the unreadable answer on, up to the next thing that Claire writes."""
    return reading(stage.transcript("Claire").split(NOT_READ)[1].split("Claire Fontaine:")[0])


def test_the_sentence_about_what_was_not_read_stays_when_words_answer(stage: Stage) -> None:
    sentence = asked_again(stage)
    assert "[" in below(stage)
    stage.says("Claire", "78 %")
    assert sentence in below(stage)
    assert "[" not in below(stage)


def test_the_sentence_about_what_was_not_read_stays_when_a_button_answers(stage: Stage) -> None:
    sentence = asked_again(stage)
    stage.presses("Claire", "Je ne sais pas")
    kept = below(stage)
    assert sentence in kept
    assert "Je ne sais pas" in kept
