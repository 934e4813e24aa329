"""A speech as a Slack message: sections, headings, small print, rows of buttons and lists."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bot import ids
from bot.render import plain, words
from coach.language.reading import Language
from coach.messages.base import Message
from coach.speech import Button, Divider, Line, Part, Picker, PickerKind, Row, Speech, Style

Block = dict[str, Any]

SECTION = 3000
HEADER = 150
LABEL = 75
VALUE = 2000
OPTION_VALUE = 150
OPTIONS = 100
ELEMENTS = 25
NOTICE = 3000
"""Characters of the text for notifications and screen readers; Slack cuts far above that."""


def message(speech: Speech, language: Language) -> dict[str, Any]:
    """The arguments of `chat.postMessage` that say this speech: `text` and `blocks`."""
    return {"text": notice(speech, language), "blocks": blocks(speech, language)}


def notice(speech: Speech, language: Language) -> str:
    """Everything that the speech says, as plain text."""
    lines = [words(part.message, language) for part in speech.parts if isinstance(part, Line)]
    return clip("\n".join(lines), NOTICE)


def blocks(speech: Speech, language: Language) -> list[Block]:
    """The speech as blocks, from top to bottom."""
    made: list[Block] = []
    row = 0
    for kind, group in groupby(speech.parts, key=_kind):
        parts = list(group)
        if kind is Row:
            for part in parts:
                assert isinstance(part, Row)
                made.append(_row(part, language, row))
                row += 1
        elif kind is Divider:
            made.append({"type": "divider"})
        else:
            made += _lines([part for part in parts if isinstance(part, Line)], kind, language)
    return made


def _kind(part: Part) -> object:
    """Lines of one kind go together in one block; items go with the plain lines around them."""
    if isinstance(part, Line):
        return Style.PLAIN if part.style is Style.ITEM else part.style
    return type(part)


def _lines(lines: list[Line], style: object, language: Language) -> Iterator[Block]:
    match style:
        case Style.HEADING:
            for line in lines:
                yield {"type": "header", "text": plain_text(line.message, language, HEADER)}
        case Style.QUIET:
            for line in lines:
                text = clip(words(line.message, language), SECTION)
                yield {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}
        case _:
            texts = [
                ("•  " if line.style is Style.ITEM else "") + words(line.message, language) for line in lines
            ]
            for text in _packed(texts):
                yield {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _packed(texts: list[str]) -> Iterator[str]:
    """Lines put together into as few sections as they fit in."""
    held = ""
    for text in (clip(text, SECTION) for text in texts):
        if held and len(held) + 1 + len(text) > SECTION:
            yield held
            held = text
        else:
            held = f"{held}\n{text}" if held else text
    if held:
        yield held


def _row(row: Row, language: Language, number: int) -> Block:
    first = row.elements[0]
    subject = ids.Subject(first.subject, first.version, first.slot)
    return {
        "type": "actions",
        "block_id": ids.block_id(subject, number),
        "elements": [
            _button(element, language, index)
            if isinstance(element, Button)
            else picker(element, language, ids.action_id(element.verb, element.slot, index))
            for index, element in enumerate(row.elements[:ELEMENTS])
        ],
    }


def _button(button: Button, language: Language, index: int) -> Block:
    made: Block = {
        "type": "button",
        "action_id": ids.action_id(button.verb, button.slot, index),
        "text": plain_text(button.label, language, LABEL),
    }
    value = words(button.label, language) if button.says_label else button.value
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


def _option(value: str, label: Message, language: Language) -> Block:
    return {"text": plain_text(label, language, LABEL), "value": value[:OPTION_VALUE]}


def plain_text(message: Message, language: Language, longest: int) -> Block:
    """A plain text object, at most `longest` characters."""
    return {"type": "plain_text", "text": clip(plain(message, language), longest), "emoji": True}


def clip(text: str, longest: int) -> str:
    """At most `longest` characters, with an ellipsis where something was cut."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
