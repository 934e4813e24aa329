"""Reading blocks: what stands in them, which elements they hold, what those hold.

Also what Slack adds to blocks when it takes them: ids for blocks and actions, the flags of text objects.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from bot.playground.values import Json

EMPTY: dict[str, Json] = {
    "plain_text_input": {"value": None},
    "number_input": {"value": None},
    "email_text_input": {"value": None},
    "url_text_input": {"value": None},
    "rich_text_input": {"rich_text_value": None},
    "static_select": {"selected_option": None},
    "external_select": {"selected_option": None},
    "radio_buttons": {"selected_option": None},
    "multi_static_select": {"selected_options": []},
    "multi_external_select": {"selected_options": []},
    "checkboxes": {"selected_options": []},
    "users_select": {"selected_user": None},
    "multi_users_select": {"selected_users": []},
    "conversations_select": {"selected_conversation": None},
    "multi_conversations_select": {"selected_conversations": []},
    "channels_select": {"selected_channel": None},
    "multi_channels_select": {"selected_channels": []},
    "datepicker": {"selected_date": None},
    "timepicker": {"selected_time": None},
    "datetimepicker": {"selected_date_time": None},
}
"""What an element that keeps a value holds while nothing is chosen, by type."""

_INITIAL = {
    "initial_value": "value",
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_user": "selected_user",
    "initial_users": "selected_users",
    "initial_conversation": "selected_conversation",
    "initial_conversations": "selected_conversations",
    "initial_channel": "selected_channel",
    "initial_channels": "selected_channels",
    "initial_date": "selected_date",
    "initial_time": "selected_time",
    "initial_date_time": "selected_date_time",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """An element where it stands.

    Attributes:
        block: Its block.
        element: Itself.
        label: What a person calls it: its own words, or those of its input block or placeholder.
    """

    block: Json
    element: Json

    @property
    def type(self) -> str:
        """The element's type."""
        return str(self.element["type"])

    @property
    def block_id(self) -> str:
        """The block's id."""
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        """The element's id."""
        return str(self.element["action_id"])

    @property
    def label(self) -> str:
        """What a person calls it: its words, its input block's label, or its placeholder."""
        for source in (self.element.get("text"), self.block.get("label"), self.element.get("placeholder")):
            if isinstance(source, dict):
                return str(source.get("text", ""))
        return ""


def spots(blocks: list[Json]) -> Iterator[Spot]:
    """Every element that one can press or fill in, in reading order."""
    for block in blocks:
        held = [*(block.get("elements") or []), block.get("accessory"), block.get("element")]
        for element in held:
            if isinstance(element, dict) and "action_id" in element:
                yield Spot(block, element)


def options(element: Json) -> list[Json]:
    """The options of a menu, those of its groups among them."""
    found = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        found += group.get("options") or []
    return found


def first_value(element: Json) -> Json | None:
    """What an element holds before anybody touches it; None if it never holds anything."""
    kind = str(element.get("type"))
    if kind not in EMPTY:
        return None
    value = {"type": kind, **deepcopy(EMPTY[kind])}
    for source, target in _INITIAL.items():
        if source in element:
            value[target] = deepcopy(element[source])
    return value


def values(blocks: list[Json], chosen: Json) -> Json:
    """`state.values`: what each element holds, by block and action.

    Args:
        blocks: The blocks as they stand.
        chosen: What the person changed, in the same form.
    """
    found: Json = {}
    for spot in spots(blocks):
        value = first_value(spot.element)
        if value is not None:
            mine = chosen.get(spot.block_id, {}).get(spot.action_id)
            found.setdefault(spot.block_id, {})[spot.action_id] = mine if mine is not None else value
    return found


def accepted(blocks: list[Json]) -> list[Json]:
    """The blocks as Slack keeps them: ids filled in, the flags of text objects told.

    Args:
        blocks: What the app sent, already checked.
    """
    kept = deepcopy(blocks)
    taken = {block.get("block_id") for block in kept}
    fresh = (f"b{number}" for number in range(1_000_000) if f"b{number}" not in taken)
    for block in kept:
        if not block.get("block_id"):
            block["block_id"] = next(fresh)
        held = [*(block.get("elements") or []), block.get("accessory"), block.get("element")]
        for number, element in enumerate(one for one in held if isinstance(one, dict)):
            if (
                element.get("type") in EMPTY or element.get("type") in {"button", "overflow"}
            ) and not element.get("action_id"):
                element["action_id"] = f"a{number}"
        _flags(block)
    return kept


def _flags(value: Any) -> None:
    if isinstance(value, list):
        for one in value:
            _flags(one)
    elif isinstance(value, dict):
        if value.get("type") == "plain_text" and "text" in value:
            value.setdefault("emoji", True)
        elif value.get("type") == "mrkdwn" and "text" in value:
            value.setdefault("verbatim", False)
        for one in value.values():
            _flags(one)
