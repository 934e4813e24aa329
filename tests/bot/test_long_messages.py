"""A message that is too long for Slack goes out as several, in order, with every word of it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.pages import pages
from bot.blocks.speech import messages
from bot.playground.rules_blocks import check_message_blocks
from coach.language.reading import Language
from coach.messages.choices import ChoiceText
from coach.outgoing import Lane, Outgoing
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from tests.stage import Stage

FEW_LINES, MANY_LINES = 3, 160


def never(_: str) -> bool:
    return False


def said(text: str, style: Style = Style.PLAIN) -> Line:
    return Line(ChoiceText(text), style)


def button(label: str) -> Row:
    return Row((Button(Verb.CONFIRM, ChoiceText(label), "a", 1),))


def a_report(lines: int) -> Speech:
    """A heading, a line and a button for each of many goals."""
    parts: list[Part] = []
    for number in range(lines):
        parts += [
            Divider(),
            said(f"goal {number}", Style.HEADING),
            said(f"line {number} " + "word " * 40),
            button(f"press {number}"),
        ]
    return Speech(tuple(parts))


def texts(payload: dict[str, Any]) -> str:
    return " ".join(
        block["text"]["text"] if "text" in block else block["elements"][0]["text"]["text"]
        for block in payload["blocks"]
        if block["type"] != "divider"
    )


@pytest.mark.parametrize("lines", [1, FEW_LINES, MANY_LINES])
def test_every_part_holds_to_slack_s_limits_and_nothing_is_left_out(lines: int) -> None:
    parts = messages(a_report(lines), Language.EN)
    assert (len(parts) > 1) == (lines == MANY_LINES)
    for one in parts:
        check_message_blocks(one["blocks"], never)
        assert len(one["blocks"]) <= 50
        assert sum(len(text) for text in (texts(one),)) <= 13_200
        assert one["text"], "each part says what it is to whoever hears it only"
    told = " ".join(texts(one) for one in parts)
    for number in range(lines):
        for words in (f"goal {number}", f"line {number} ", f"press {number}"):
            assert words in told


def test_a_heading_goes_with_what_it_heads_and_buttons_with_what_they_are_about() -> None:
    for one in messages(a_report(MANY_LINES), Language.EN):
        assert one["blocks"][0]["type"] == "header"
        assert one["blocks"][-1]["type"] == "actions"


parts_of_a_speech = st.lists(
    st.one_of(
        st.just(Divider()),
        st.builds(said, st.text("ab ", min_size=1, max_size=5), st.sampled_from(Style)),
        st.builds(button, st.just("press")),
    ),
    max_size=40,
)


@settings(max_examples=200)
@given(parts_of_a_speech, st.integers(1, 9))
def test_whatever_is_said_is_said_once_and_in_order(parts: list[Part], most: int) -> None:
    speech = Speech(tuple(parts))
    found = pages(speech, lambda one: len(one.parts) <= most)
    kept = [part for page in found for part in page.parts if not isinstance(part, Divider)]
    assert kept == [part for part in parts if not isinstance(part, Divider)]


def test_a_long_post_arrives_whole_and_in_order(stage: Stage) -> None:
    claire = stage.person("Claire")
    team = stage.trial.playground.world.state.team_id
    with stage.trial.jalon.storage.open_uow() as uow:
        speech = a_report(40)
        uow.outbox.add(Outgoing(team, claire.id, Language.FR, speech, "long", Lane.POST, stage.now()))
        uow.commit()
    stage.settle()
    transcript = stage.transcript("Claire")
    places = [transcript.index(f"line {number} ") for number in range(40)]
    assert places == sorted(places)
    assert len(stage.messages("Claire")) > 1
    assert stage.trial.jalon.storage.queue.counts()["dead"] == 0
