"""Rules for composition objects: text, options, confirmation dialogs, pictures, filters."""

from typing import Any

from bot.playground.rules import (
    Place,
    Rule,
    Shape,
    boolean,
    exactly_one,
    integer,
    items,
    one_of,
    string,
    typed,
    url,
)
from bot.playground.values import Json


def plain(most: int) -> Rule:
    """A `plain_text` object of at most `most` characters."""
    return typed({"plain_text": Shape({"text": string(most)}, {"emoji": boolean})})


def text(most: int) -> Rule:
    """A text object, plain or mrkdwn, of at most `most` characters."""
    return typed(
        {
            "plain_text": Shape({"text": string(most)}, {"emoji": boolean}),
            "mrkdwn": Shape({"text": string(most)}, {"verbatim": boolean}),
        }
    )


CONFIRM = Shape(
    {"title": plain(100), "text": text(300)},
    {"confirm": plain(30), "deny": plain(30), "style": one_of("primary", "danger")},
)

ACTION_ID = string(255)
BLOCK_ID = string(255)

DISPATCH = Shape({}, {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)})

FILTER = Shape(
    {},
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)


def option(*, rich: bool = False, link: bool = False) -> Rule:
    """An option.

    Args:
        rich: May its text be mrkdwn (checkboxes, radio buttons)?
        link: May it carry a URL (overflow menus)?
    """
    words = text if rich else plain
    optional = {"description": words(75)}
    if link:
        optional["url"] = url()
    return Shape({"text": words(75), "value": string(150)}, optional)


GROUP = Shape({"label": plain(75), "options": items(option(), 100)})


def distinct_values(value: Json, at: Place) -> None:
    """The options of one menu must differ in their values."""
    options = value.get("options")
    if isinstance(options, list):
        seen: set[Any] = set()
        for number, one in enumerate(options):
            name = one.get("value") if isinstance(one, dict) else None
            if name is not None and name in seen:
                at.under("options").under(number).refuse("must not contain duplicate values")
            seen.add(name)


def initial_among_options(value: Json, at: Place) -> None:
    """What is chosen at first must be one of the options, exactly."""
    offered = [one for one in value.get("options") or [] if isinstance(one, dict)]
    for group in value.get("option_groups") or []:
        offered += [one for one in (group.get("options") or []) if isinstance(one, dict)]
    chosen = list(value.get("initial_options") or [])
    if isinstance(value.get("initial_option"), dict):
        chosen.append(value["initial_option"])
    for one in chosen:
        if isinstance(one, dict) and not any(_same_option(one, other) for other in offered):
            key = "initial_option" if "initial_option" in value else "initial_options"
            at.under(key).refuse("must match one of the options")


def _same_option(one: Json, other: Json) -> bool:
    words, others = one.get("text") or {}, other.get("text") or {}
    return one.get("value") == other.get("value") and words.get("text") == others.get("text")


def loadable_picture(value: Json, at: Place) -> None:
    """Slack fetches pictures itself: an address that it cannot reach, or a file not yet there, is refused."""
    source = value.get("image_url")
    if isinstance(source, str) and (
        not source.startswith("https://") or "//localhost" in source or "//127." in source
    ):
        at.under("image_url").refuse("downloading image failed")
    file = value.get("slack_file")
    if isinstance(file, dict) and not at.findings.file_ready(str(file.get("id") or file.get("url") or "")):
        at.under("slack_file").refuse("invalid slack file")


SLACK_FILE = Shape({}, {"id": string(255), "url": url()}, [exactly_one("id", "url")])

PICTURE = Shape(
    {"alt_text": string(2000)},
    {"image_url": url(), "slack_file": SLACK_FILE},
    [exactly_one("image_url", "slack_file"), loadable_picture],
)

LINES = integer(1, 3000)
