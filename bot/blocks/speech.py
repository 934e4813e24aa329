"""A speech as a Slack message: sections, headings, small print, rows of buttons and lists."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from pydantic_core import to_json

from bot import ids
from bot.blocks.pages import pages
from bot.charts import svg
from bot.pictures import taken_out
from bot.render import plain, words
from coach.language.reading import Language
from coach.messages.base import Message
from coach.speech import (
    Attachment,
    Button,
    Divider,
    Line,
    Part,
    Picker,
    PickerKind,
    Picture,
    Row,
    Speech,
    Style,
)

Block = dict[str, Any]

NAME = "Jalon"
MESSAGE_BLOCKS = 50
MESSAGE_CHARACTERS = 13_000
HOME_BLOCKS = 100
HOME_CHARACTERS = 100_000
SECTION = 3000
SMALL_PRINT = 2000
HEADER = 150
ALT_TEXT = 1000
"""Slack takes 2,000 characters in a message, 1,000 with the file."""
LABEL = 75
VALUE = 2000
OPTION_VALUE = 150
OPTIONS = 100
ELEMENTS = 25
BROKEN = re.compile(r"(?:&[a-z]{0,3}|<[^<>\s]{0,100})\Z")
"""The beginning of an escape or a mention, at the end of a text that was cut."""
LEADS = "leads."
"""How the ids of blocks begin that introduce what can be pressed below them."""
NOTICE = 3000
"""Characters of the text for notifications and screen readers; Slack cuts far above that."""


def message(speech: Speech, language: Language) -> dict[str, Any]:
    """The arguments of `chat.postMessage` that say this speech: `text` and `blocks`.

    Pictures wait beside them, under `pictures`, until they are drawn (`bot/pictures.py`); a file waits under
    `file` until the message has gone out.
    """
    return _message(speech, fitting(blocks(speech, language), MESSAGE_BLOCKS, MESSAGE_CHARACTERS), language)


def _message(speech: Speech, fit: list[Block], language: Language) -> dict[str, Any]:
    """The message that says a speech, with its blocks as they fit."""
    made = taken_out({"text": notice(speech, language) or NAME, "blocks": fit})
    attached = next((part for part in speech.parts if isinstance(part, Attachment)), None)
    if attached is None:
        return made
    told = plain(attached.tells, language)
    return made | {"file": {"name": attached.name, "content": attached.content, "words": told}}


def messages(speech: Speech, language: Language) -> list[dict[str, Any]]:
    """The same, as several messages where one would be too long for Slack."""
    made = blocks(speech, language)
    if _fit(made, MESSAGE_BLOCKS, MESSAGE_CHARACTERS):
        return [_message(speech, made, language)]

    def fits(one: Speech) -> bool:
        return _fit(blocks(one, language), MESSAGE_BLOCKS, MESSAGE_CHARACTERS)

    return [message(page, language) for page in pages(speech, fits)]


def with_nothing_to_press(said: dict[str, Any], below: Speech | None, language: Language) -> dict[str, Any]:
    """A message that was sent, word for word, without its buttons and lists.

    Args:
        said: What Slack was sent.
        below: What is added at its end.
        language: The reader's.
    """
    kept = [one for one in said["blocks"] if not _goes_with_buttons(one)]
    while kept and kept[-1]["type"] == "divider":  # nothing is left below it
        del kept[-1]
    kept += blocks(below, language) if below is not None else []
    return {"text": said["text"], "blocks": fitting(kept, MESSAGE_BLOCKS, MESSAGE_CHARACTERS)}


def _goes_with_buttons(block: Block) -> bool:
    leads = str(block.get("block_id", "")).startswith(LEADS)
    return leads or block["type"] == "actions" or "accessory" in block


def fitting(made: list[Block], most: int, room: int) -> list[Block]:
    """As many of the blocks as Slack takes at once; what can be pressed is the last to be left out.

    Args:
        made: Blocks from top to bottom.
        most: How many there may be.
        room: How many characters of text they may have together.
    """
    if _fit(made, most, room):
        return made
    kept = [block for block in made if block["type"] != "divider"]
    for number in reversed(range(len(kept))):
        if len(kept) < most and _characters(kept) < room:
            break
        if kept[number]["type"] != "actions" and "accessory" not in kept[number]:
            del kept[number]
    while len(kept) > 1 and (len(kept) >= most or _characters(kept) >= room):
        del kept[0]  # the last row is the one that goes on
    more: Block = {"type": "context", "elements": [{"type": "mrkdwn", "text": "…"}]}
    first = next((number for number, block in enumerate(kept) if block["type"] == "actions"), len(kept))
    return [*kept[:first], more, *kept[first:]]


def _fit(made: list[Block], most: int, room: int) -> bool:
    """Whether Slack takes the blocks at once."""
    if len(made) > most:
        return False
    # as JSON there is more of it: where even that is within the room, nothing need be counted
    return len(to_json(made)) <= room or _characters(made) <= room


def _characters(made: Any) -> int:
    """All the characters of text in some blocks, as Slack counts them."""
    if isinstance(made, dict):
        own = made.get("text")
        return len(own) if isinstance(own, str) else sum(_characters(part) for part in made.values())
    return sum(_characters(part) for part in made) if isinstance(made, list) else 0


def notice(speech: Speech, language: Language) -> str:
    """Everything that the speech says, as plain text."""
    lines = [words(part.message, language) for part in speech.parts if isinstance(part, Line)]
    return clip("\n".join(lines), NOTICE)


def blocks(speech: Speech, language: Language) -> list[Block]:
    """The speech as blocks, from top to bottom."""
    made: list[Block] = []
    for kind, group in groupby(speech.parts, key=_kind):
        parts = list(group)
        if kind is Row:
            for part in parts:
                assert isinstance(part, Row)
                made += _row(part, language, len(made))
        elif kind is Divider:
            made.append({"type": "divider"})
        elif kind is Picture:
            made += [picture(part, language) for part in parts if isinstance(part, Picture)]
        elif isinstance(kind, tuple):
            style, leads = kind
            told = _lines([part for part in parts if isinstance(part, Line)], style, language)
            for block in told:
                made.append(block | {"block_id": f"{LEADS}{len(made)}"} if leads else block)
    return made


def picture(part: Picture, language: Language) -> Block:
    """A picture as it waits to be drawn: `bot/pictures.py` puts Slack's file in the place of the SVG."""
    alt_text = clip(plain(part.tells, language), ALT_TEXT)
    return {"type": "image", "svg": svg(part.series, part.metric, language), "alt_text": alt_text}


def _kind(part: Part) -> object:
    """Lines of one kind go together in one block; items go with the plain lines around them."""
    if isinstance(part, Line):
        return (Style.PLAIN if part.style is Style.ITEM else part.style), part.leads
    return type(part)


def _lines(lines: list[Line], style: object, language: Language) -> Iterator[Block]:
    match style:
        case Style.HEADING:
            for line in lines:
                yield {"type": "header", "text": plain_text(line.message, language, HEADER)}
        case Style.QUIET:
            for text in _packed([words(line.message, language) for line in lines], SMALL_PRINT):
                yield {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}
        case _:
            texts = [
                ("•  " if line.style is Style.ITEM else "") + words(line.message, language) for line in lines
            ]
            for text in _packed(texts, SECTION):
                yield {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _packed(texts: list[str], room: int) -> Iterator[str]:
    """Lines put together into as few blocks of `room` characters as they fit in."""
    held = ""
    for text in (clip(text, room) for text in texts):
        if held and len(held) + 1 + len(text) > room:
            yield held
            held = text
        else:
            held = f"{held}\n{text}" if held else text
    if held:
        yield held


IN_SECTIONS = frozenset({PickerKind.PEOPLE, PickerKind.SOME_OF})
"""Lists in which several can be chosen stand beside a text; Slack takes them in no row of buttons."""


def _row(row: Row, language: Language, number: int) -> list[Block]:
    """A row of buttons and lists; those with several choices below it, each in a section of its own."""
    beside = [one for one in row.elements if isinstance(one, Picker) and one.kind in IN_SECTIONS]
    inside = [one for one in row.elements if one not in beside][:ELEMENTS]
    made: list[Block] = []
    if inside:
        elements = [_element(one, language, index) for index, one in enumerate(inside)]
        made.append({"type": "actions", "block_id": _block_id(inside[0], number), "elements": elements})
    made += [
        {
            "type": "section",
            "block_id": _block_id(one, number + index),
            "text": {"type": "mrkdwn", "text": words(one.beside or one.label, language)},
            "accessory": _element(one, language, 0),
        }
        for index, one in enumerate(beside, start=1)
    ]
    return made


def _block_id(element: Button | Picker, number: int) -> str:
    return ids.block_id(ids.Subject(element.subject, element.version, element.slot), number)


def _element(element: Button | Picker, language: Language, index: int) -> Block:
    if isinstance(element, Button):
        return _button(element, language, index)
    return picker(element, language, ids.action_id(element.verb, element.slot, index))


def _button(button: Button, language: Language, index: int) -> Block:
    made: Block = {
        "type": "button",
        "action_id": ids.action_id(button.verb, button.slot, index),
        "text": plain_text(button.label, language, LABEL),
    }
    value = words(button.says, language) if button.says is not None else button.value
    if value:
        made["value"] = value[:VALUE]
    if button.primary or button.danger:
        made["style"] = "primary" if button.primary else "danger"
    return made


def picker(element: Picker, language: Language, action: str) -> Block:
    """Something to choose from, as the element that Slack has for it."""
    made: Block = {"action_id": action, "placeholder": plain_text(element.label, language, 150)}
    options = [_option(value, label, language) for value, label in element.options[:OPTIONS]]
    chosen = [option for option in options if option["value"] in element.chosen]
    first = element.chosen[0] if element.chosen else None
    match element.kind:
        case PickerKind.PERSON:
            made |= {"type": "users_select"} | ({"initial_user": first} if first else {})
        case PickerKind.PEOPLE:
            made |= {"type": "multi_users_select"}
            made |= {"initial_users": list(element.chosen)} if first else {}
        case PickerKind.CHANNEL:
            made |= {"type": "conversations_select", "filter": {"include": ["public", "private"]}}
            made |= {"initial_conversation": first} if first else {}
        case PickerKind.DATE:
            made |= {"type": "datepicker"} | ({"initial_date": first} if first else {})
        case PickerKind.ONE_OF:
            made |= {"type": "static_select", "options": options}
            made |= {"initial_option": chosen[0]} if chosen else {}
        case PickerKind.SOME_OF:
            made |= {"type": "multi_static_select", "options": options}
            made |= {"initial_options": chosen} if chosen else {}
    return made


@lru_cache(maxsize=1024)
def _option(value: str, label: Message, language: Language) -> Block:
    """One of many choices. The catalogue's are offered all day: made once, and changed by nobody."""
    return {"text": plain_text(label, language, LABEL), "value": value[:OPTION_VALUE]}


def plain_text(message: Message, language: Language, longest: int) -> Block:
    """A plain text object, at most `longest` characters."""
    return text_object(plain(message, language), longest)


def text_object(text: str, longest: int) -> Block:
    """The same of a text that is made already."""
    return {"type": "plain_text", "text": clip(text, longest) or "…", "emoji": True}


def clip(text: str, longest: int) -> str:
    """At most `longest` characters, with an ellipsis where something was cut.

    What Slack reads as one thing (`&amp;`, `<@U123>`) is left out rather than cut in two.
    """
    if len(text) <= longest:
        return text
    return BROKEN.sub("", text[: longest - 1]).rstrip() + "…"
