"""Rules for blocks, and for the messages and views that they make up."""

import json
from collections.abc import Callable
from typing import Any

from bot.playground.errors import SlackRefusal
from bot.playground.rules import (
    Findings,
    Place,
    Rule,
    Shape,
    anything,
    boolean,
    exactly_one,
    integer,
    items,
    one_of,
    string,
    typed,
    url,
)
from bot.playground.rules_elements import ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION, element_in
from bot.playground.rules_objects import BLOCK_ID, SLACK_FILE, loadable_picture, plain, text
from bot.playground.values import Json

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
ALL_BLOCKS_CHARACTERS = 13_200
VIEW_BYTES = 250_000
MARKDOWN_CHARACTERS = 12_000


def _text_or_fields(value: Json, at: Place) -> None:
    if not value.get("text") and not value.get("fields"):
        at.under("type").refuse("must define either `text` or `fields`")


def _distinct_actions(value: Json, at: Place) -> None:
    """Action ids differ within a block."""
    seen: set[str] = set()
    for number, element in enumerate(value.get("elements") or []):
        name = element.get("action_id") if isinstance(element, dict) else None
        if name is not None and name in seen:
            at.under("elements").under(number).under("action_id").refuse(f"`action_id` {name} already exists")
        if name is not None:
            seen.add(name)


_RICH_STYLE = Shape(
    {}, dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight"), boolean)
)
_INLINE: dict[str, Rule] = {
    "text": Shape({"text": string(13_200)}, {"style": _RICH_STYLE}),
    "link": Shape({"url": url()}, {"text": string(13_200), "style": _RICH_STYLE, "unsafe": boolean}),
    "emoji": Shape(
        {"name": string(255)},
        {"unicode": string(255), "skin_tone": integer(1, 6), "style": _RICH_STYLE},
    ),
    "user": Shape({"user_id": string(255)}, {"style": _RICH_STYLE}),
    "usergroup": Shape({"usergroup_id": string(255)}, {"style": _RICH_STYLE}),
    "channel": Shape({"channel_id": string(255)}, {"style": _RICH_STYLE}),
    "broadcast": Shape({"range": one_of("here", "channel", "everyone")}, {"style": _RICH_STYLE}),
    "date": Shape(
        {"timestamp": anything, "format": string(255)},
        {"url": url(), "fallback": string(255), "style": _RICH_STYLE},
    ),
    "color": Shape({"value": string(255)}),
}
_SECTION = Shape({"elements": items(typed(_INLINE), 10_000, 0)}, {"border": integer(0, 1)})
_RICH = typed(
    {
        "rich_text_section": _SECTION,
        "rich_text_preformatted": _SECTION,
        "rich_text_quote": _SECTION,
        "rich_text_list": Shape(
            {
                "style": one_of("bullet", "ordered"),
                "elements": items(typed({"rich_text_section": _SECTION}), 10_000),
            },
            {"indent": integer(0, 8), "offset": integer(0, 10_000), "border": integer(0, 1)},
        ),
    }
)
_CONTEXT_TEXT: dict[str, Rule] = {
    "plain_text": Shape({"text": string(3000)}, {"emoji": boolean}),
    "mrkdwn": Shape({"text": string(3000)}, {"verbatim": boolean}),
    "image": ELEMENTS["image"],
}


def _block(required: dict[str, Rule], optional: dict[str, Rule] | None = None, *also: Rule) -> Shape:
    return Shape(required, {"block_id": BLOCK_ID, **(optional or {})}, also)


BLOCKS: dict[str, Rule] = {
    "section": _block(
        {},
        {
            "text": text(3000),
            "fields": items(text(2000), 10),
            "accessory": element_in(IN_SECTION),
            "expand": boolean,
        },
        _text_or_fields,
    ),
    "divider": _block({}),
    "header": _block({"text": plain(150)}, {"level": integer(1, 4)}),
    "context": _block({"elements": items(typed(_CONTEXT_TEXT), 10)}),
    "actions": _block({"elements": items(element_in(IN_ACTIONS), 25)}, None, _distinct_actions),
    "image": _block(
        {"alt_text": string(2000)},
        {"title": plain(2000), "image_url": url(), "slack_file": SLACK_FILE},
        exactly_one("image_url", "slack_file"),
        loadable_picture,
    ),
    "input": _block(
        {"label": plain(2000), "element": element_in(IN_INPUT)},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": _block({"elements": items(_RICH, 10_000)}),
    "markdown": _block({"text": string(MARKDOWN_CHARACTERS)}),
}

_ON = {
    "message": set(BLOCKS),
    "modal": set(BLOCKS) - {"markdown"},
    "home": set(BLOCKS) - {"markdown"},
}


def _all_blocks(value: Any, at: Place, most: int) -> None:
    rule = typed({name: BLOCKS[name] for name in sorted(_ON[at.findings.surface])})
    items(rule, most, 0)(value, at)
    seen: set[str] = set()
    for number, block in enumerate(value if isinstance(value, list) else []):
        name = block.get("block_id") if isinstance(block, dict) else None
        if isinstance(name, str):
            if name in seen:
                at.under(number).under("block_id").refuse(f"`block_id` {name} already exists")
            seen.add(name)


def characters(blocks: Any) -> int:
    """All the characters of text in some blocks."""
    if isinstance(blocks, dict):
        return sum(
            len(value) if key == "text" and isinstance(value, str) else characters(value)
            for key, value in blocks.items()
        )
    return sum(characters(one) for one in blocks) if isinstance(blocks, list) else 0


def check_message_blocks(blocks: Any, file_ready: Callable[[str], bool]) -> None:
    """Refuse blocks that Slack would refuse in a message.

    Args:
        blocks: What the app sent as `blocks`.
        file_ready: Can this file id or URL be shown?

    Raises:
        SlackRefusal: `invalid_blocks_format`, `invalid_blocks` or `msg_blocks_too_long`.
    """
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SlackRefusal("invalid_blocks_format")
    findings = Findings("message", file_ready)
    _all_blocks(blocks, Place("/blocks", findings), MESSAGE_BLOCKS)
    if findings.notes:
        raise SlackRefusal("invalid_blocks", findings.notes)
    if characters(blocks) > ALL_BLOCKS_CHARACTERS:
        raise SlackRefusal("msg_blocks_too_long")


def _submit_for_input(value: Json, at: Place) -> None:
    blocks = value.get("blocks")
    if value.get("submit") is None and isinstance(blocks, list):
        for number, block in enumerate(blocks):
            if isinstance(block, dict) and block.get("type") == "input":
                at.under("blocks").under(number).refuse(
                    "must define `submit` to use an `input` block in modals"
                )


_VIEW_KEYS: dict[str, Rule] = {
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
_VIEWS: dict[str, Rule] = {
    "modal": Shape(
        {"title": plain(24), "blocks": lambda value, at: _all_blocks(value, at, VIEW_BLOCKS)},
        _VIEW_KEYS
        | {
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
        [_submit_for_input],
    ),
    "home": Shape({"blocks": lambda value, at: _all_blocks(value, at, VIEW_BLOCKS)}, _VIEW_KEYS),
}


def check_view(view: Any, surface: str, file_ready: Callable[[str], bool]) -> Json:
    """The view, or refusal if Slack would refuse it.

    Args:
        view: What the app sent as `view`.
        surface: `modal` or `home`, as the method demands.
        file_ready: Can this file id or URL be shown?

    Raises:
        SlackRefusal: `invalid_arguments` or `view_too_large`.
    """
    findings = Findings(surface, file_ready)
    at = Place("/view", findings)
    if not isinstance(view, dict):
        at.refuse("must provide an object")
    elif view.get("type") != surface:
        at.under("type").refuse(f"unsupported type: {view.get('type')}")
    else:
        if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES:
            raise SlackRefusal("view_too_large")
        _VIEWS[surface](view, at)
    if findings.notes:
        raise SlackRefusal("invalid_arguments", findings.notes)
    assert isinstance(view, dict)
    return view
