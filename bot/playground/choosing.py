"""What a person does with an element: finding it by its words, choosing a value, what Slack sends of it."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date, datetime, time
from typing import Any

from bot.playground.blocks import EMPTY, Spot, options, spots
from bot.playground.errors import CannotDo
from bot.playground.values import Channel, Json, User
from bot.playground.words import say
from bot.playground.world import World

_WORDS = re.compile(r":[a-z0-9_+-]+:|[^\w\s%/+-]")


def _plain(text: str) -> str:
    return " ".join(_WORDS.sub(" ", text).split()).casefold()


def at(blocks: list[Json], block_id: str, action_id: str) -> Spot:
    """The element with these ids.

    Raises:
        CannotDo: there is none.
    """
    for spot in spots(blocks):
        if (spot.block_id, spot.action_id) == (block_id, action_id):
            return spot
    raise CannotDo(f"no {action_id!r} in {block_id!r}")


def still(blocks: list[Json], block_id: str, action_id: str, kind: str) -> Spot | None:
    """The element that somebody saw with these ids, also where its block was renamed since.

    An app that answers a choice by updating the message may give its blocks new ids, and people choose faster
    than that: a second person ticked in an open list, or a button pressed right after a choice.

    Args:
        blocks: What stands there now.
        block_id: The block that it stood in.
        action_id: Its own id.
        kind: Its type: one action id may be shared by elements of several blocks.

    Returns:
        None where it is gone, or where it could be any of several.
    """
    every = [spot for spot in spots(blocks) if (spot.action_id, spot.type) == (action_id, kind)]
    found = [spot for spot in every if spot.block_id == block_id] or every
    return found[0] if len(found) == 1 else None


def find(blocks: list[Json], what: str | Spot, *, of: Iterable[str] | None = None) -> Spot:
    """The element that a person means.

    Args:
        blocks: Where to look.
        what: Its action id, its words (emoji and case do not matter), its placeholder, or its block's id
            or label; or the element itself.
        of: Only elements of these types.

    Raises:
        CannotDo: there is none, or there are several.
    """
    if isinstance(what, Spot):
        return what
    every = [spot for spot in spots(blocks) if of is None or spot.type in set(of)]
    for same in (
        lambda spot: spot.action_id == what,
        lambda spot: spot.label == what,
        lambda spot: spot.block_id == what,
        lambda spot: bool(_plain(what)) and _plain(spot.label) == _plain(what),
        lambda spot: bool(_plain(what)) and _plain(what) in _plain(spot.label),
    ):
        found = [spot for spot in every if same(spot)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CannotDo(f"{what!r} could be any of {[spot.action_id for spot in found]}")
    raise CannotDo(f"no {what!r} here; there is {[f'{spot.label} ({spot.action_id})' for spot in every]}")


def option(element: Json, what: Any) -> Json:
    """The option that a person means, by its value or its words.

    Raises:
        CannotDo: there is none.
    """
    every = options(element)
    for same in (
        lambda one: one["value"] == str(what),
        lambda one: one["text"]["text"] == str(what),
        lambda one: _plain(one["text"]["text"]) == _plain(str(what)),
    ):
        for one in every:
            if same(one):
                return deepcopy(one)
    raise CannotDo(f"no option {what!r}; there is {[one['text']['text'] for one in every]}")


def value_of(world: World, spot: Spot, chosen: Any) -> Json:
    """What an element holds once a person has chosen, as in `state.values`.

    Args:
        world: The workspace, to find people and channels by name.
        spot: The element.
        chosen: Text, an option, a person, a channel, a date, a time, or a list of them; None for nothing.

    Raises:
        CannotDo: the element does not offer that.
    """
    kind = spot.type
    if kind not in EMPTY and kind != "overflow":
        raise CannotDo(f"{spot.label or spot.action_id} is a {kind}: there is nothing to choose")
    found: Json = {"type": kind, **deepcopy(EMPTY.get(kind, {"selected_option": None}))}
    key = next(name for name in found if name != "type")
    if chosen is None or chosen in ("", []):
        return found
    many = key.endswith("s")
    wanted = list(chosen) if many and not isinstance(chosen, str | User | Channel | dict) else [chosen]
    picked = [_one(world, spot, key.removesuffix("s"), one) for one in wanted]
    most = spot.element.get("max_selected_items")
    if most and len(picked) > most:
        raise CannotDo(f"{spot.label or spot.action_id} takes {most} at the most")
    found[key] = picked if many else picked[0]
    return found


def _one(world: World, spot: Spot, key: str, chosen: Any) -> Any:
    try:
        if key == "selected_option":
            return option(spot.element, chosen)
        if key == "selected_user":
            return world.user(chosen).id
        if key in {"selected_channel", "selected_conversation"}:
            return world.channel(chosen).id
    except KeyError as missing:
        raise CannotDo(f"{spot.label or spot.action_id} does not offer {chosen!r}") from missing
    return _PLAIN.get(key, str)(chosen)


def _date(chosen: Any) -> str:
    try:
        return (chosen if isinstance(chosen, date) else date.fromisoformat(str(chosen))).isoformat()
    except ValueError as wrong:
        raise CannotDo(f"{chosen!r} is no date") from wrong


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "selected_date": _date,
    "selected_time": lambda chosen: chosen.strftime("%H:%M") if isinstance(chosen, time) else str(chosen),
    "selected_date_time": lambda chosen: int(chosen.timestamp() if isinstance(chosen, datetime) else chosen),
}


def action(spot: Spot, value: Json, ts: str) -> Json:
    """One of the `actions` of a `block_actions` payload.

    Args:
        spot: The element.
        value: What it holds now; empty for a button.
        ts: When, as `action_ts`.
    """
    kept = ("text", "value", "url", "style", "placeholder", "confirm", "timezone")
    found = {key: spot.element[key] for key in kept if key in spot.element}
    for key in spot.element:
        if key.startswith("initial_"):
            found[key] = spot.element[key]
    return found | value | {
        "type": spot.type,
        "action_id": spot.action_id,
        "block_id": spot.block_id,
        "action_ts": ts,
    }  # fmt: skip


def complaints(blocks: list[Json], values: Json, language: str) -> dict[str, str]:
    """What Slack's own window says before it sends a form, by block id.

    Args:
        blocks: The form.
        values: What is filled in, as `state.values`.
        language: `fr` or `en`.
    """
    found: dict[str, str] = {}
    for spot in spots(blocks):
        if spot.block.get("type") != "input":
            continue
        held = values.get(spot.block_id, {}).get(spot.action_id, {})
        inside = next((value for key, value in held.items() if key != "type"), None)
        if inside in (None, "", []):
            if not spot.block.get("optional"):
                found[spot.block_id] = say(language, "required")
        elif isinstance(inside, str):
            if len(inside) < spot.element.get("min_length", 0):
                found[spot.block_id] = say(language, "too_short")
            elif len(inside) > spot.element.get("max_length", 3000):
                found[spot.block_id] = say(language, "too_long")
            elif spot.type == "number_input" and not _number(inside, spot.element):
                found[spot.block_id] = say(language, "not_a_number")
    return found


def _number(text: str, element: Json) -> bool:
    pattern = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(pattern, text):
        return False
    return float(element.get("min_value", "-inf")) <= float(text) <= float(element.get("max_value", "inf"))
