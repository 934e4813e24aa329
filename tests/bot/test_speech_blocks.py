"""Whatever is said, Slack takes it: blocks within its limits, nothing cut in the middle of an escape."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.speech import blocks, clip, message, with_nothing_to_press
from bot.playground.rules_blocks import check_message_blocks, check_view
from bot.render import words
from coach.language.reading import Language, Slot
from coach.messages.base import Person
from coach.messages.choices import ChoiceText
from coach.messages.dialogue import DraftIsConfirmed
from coach.messages.home import AskedOfSomebodyElse, HomeHello, HomeIntro, LabelNewGoal, TextBack
from coach.speech import (
    Button,
    Divider,
    Line,
    Part,
    Picker,
    PickerKind,
    Row,
    Speech,
    Style,
    Verb,
    without_buttons,
)

PIECES = ["mot ", "a&b<c>", "*_*", "😀", "une ligne\n", "x"]
recipes = st.lists(
    st.tuples(
        st.sampled_from(["divider", "row", "menu", *Style]),
        st.sampled_from(PIECES),
        st.sampled_from([1, 30, 1000]),
    ),
    min_size=1,
    max_size=70,
)
"""What a message is made of, in short: a kind of part, a piece of its text, and how often it is said."""


def spoken(recipe: list[tuple[str, str, int]]) -> Speech:
    """A message made after a recipe."""
    return Speech(tuple(part(kind, ChoiceText(piece * times), times) for kind, piece, times in recipe))


def part(kind: str, text: ChoiceText, times: int) -> Part:
    """A part with a text of any length, and with as many buttons or options."""
    subject = "0123456789abcdef" * 2
    if kind == "divider":
        return Divider()
    if kind == "row":
        button = Button(Verb.ANSWER, text, subject, 99999, text.text, Slot.METRIC, primary=True)
        return Row((button, Button(Verb.NEW_GOAL, text, "", says=text)) * min(times, 30))
    if kind == "menu":
        options = tuple((f"option {number}", text) for number in range(min(times, 120)))
        return Row((Picker(PickerKind.ONE_OF, Verb.ANSWER, text, subject, options=options),))
    return Line(text, Style(kind))


def never(_: str) -> bool:
    return False


@settings(max_examples=60, deadline=None)
@given(recipes, st.sampled_from(Language))
def test_any_speech_is_a_message_that_slack_takes(
    recipe: list[tuple[str, str, int]], language: Language
) -> None:
    made = message(spoken(recipe), language)
    check_message_blocks(made["blocks"], never)
    assert 0 < len(made["text"]) <= 40_000


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("aé&<> ")), st.integers(5, 40))
def test_nothing_is_cut_within_an_escape(text: str, longest: int) -> None:
    escaped = words(TextBack(text), Language.FR)
    cut = clip(escaped, longest)
    assert len(cut) <= longest
    assert not re.search(r"&(?!amp;|lt;|gt;)", cut)


def test_a_mention_is_left_out_rather_than_cut() -> None:
    asked = words(AskedOfSomebodyElse(Person(user="U0CLAIRE0")), Language.EN)
    for longest in range(5, len(asked)):
        assert clip(asked, longest).count("<") == clip(asked, longest).count(">")


def test_lines_of_one_kind_share_a_block() -> None:
    speech = Speech(
        (
            Line(HomeHello(), Style.HEADING),
            Line(HomeIntro()),
            Line(TextBack("one"), Style.ITEM),
            Line(TextBack("two"), Style.ITEM),
            Divider(),
            Line(TextBack("small"), Style.QUIET),
        )
    )
    assert [block["type"] for block in blocks(speech, Language.EN)] == [
        "header",
        "section",
        "divider",
        "context",
    ]
    assert "•  one\n•  two" in blocks(speech, Language.EN)[1]["text"]["text"]


def test_a_long_speech_keeps_its_last_buttons() -> None:
    """What can be pressed is never what is left out."""
    row = Row((Button(Verb.CONFIRM, HomeHello(), "a", 1),))
    parts = [part for number in range(80) for part in (Divider(), Line(TextBack(f"line {number}")))]
    made = message(Speech((*parts, row)), Language.FR)["blocks"]
    check_message_blocks(made, never)
    assert made[0]["text"]["text"] == "line 0"
    assert [block["type"] for block in made[-2:]] == ["context", "actions"]


def test_what_somebody_wrote_is_not_mark_up() -> None:
    (section,) = blocks(Speech((Line(DraftIsConfirmed("<!channel> & <b>")),)), Language.EN)
    assert "&lt;!channel&gt; &amp; &lt;b&gt;" in section["text"]["text"]


def test_the_same_button_twice_has_two_ids() -> None:
    button = Button(Verb.ANSWER, HomeHello(), "a", 1, "x", Slot.METRIC)
    made: list[dict[str, Any]] = blocks(Speech((Row((button, button)), Row((button,)))), Language.EN)
    assert len({block["block_id"] for block in made}) == 2
    assert len({element["action_id"] for element in made[0]["elements"]}) == 2
    check_view({"type": "home", "blocks": made}, "home", never)


def test_words_that_introduce_what_can_be_pressed_go_with_it() -> None:
    button = Button(Verb.NEW_GOAL, LabelNewGoal(), "")
    speech = Speech(
        (
            Line(TextBack("the goal")),
            Line(TextBack("who takes part?"), leads=True),
            Row((button,)),
            Line(TextBack("when?"), Style.QUIET, leads=True),
            Row((button,)),
            Line(TextBack("the end")),
            Divider(),
            Row((button,)),
        )
    )
    said = message(speech, Language.EN)
    assert len({block["block_id"] for block in said["blocks"] if "block_id" in block}) == 5
    kept = with_nothing_to_press(said, None, Language.EN)["blocks"]
    assert [block["text"]["text"] for block in kept] == ["the goal", "the end"]
    assert without_buttons(speech) == Speech((Line(TextBack("the goal")), Line(TextBack("the end"))))
