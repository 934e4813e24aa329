"""Rules for elements: buttons, menus, pickers, inputs; and which of them go where."""

import re
from datetime import date

from bot.playground.rules import (
    Place,
    Rule,
    Shape,
    anything,
    boolean,
    exactly_one,
    focus,
    integer,
    items,
    matching,
    one_of,
    string,
    typed,
    url,
)
from bot.playground.rules_objects import (
    ACTION_ID,
    CONFIRM,
    DISPATCH,
    FILTER,
    GROUP,
    PICTURE,
    distinct_values,
    initial_among_options,
    option,
    plain,
)
from bot.playground.values import Json

_COMMON: dict[str, Rule] = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": focus}
_MENU: dict[str, Rule] = _COMMON | {"placeholder": plain(150)}
_MULTI: dict[str, Rule] = _MENU | {"max_selected_items": integer(1, 10_000)}
_ID = string(255)
_ENTRY: dict[str, Rule] = {
    "action_id": ACTION_ID,
    "placeholder": plain(150),
    "focus_on_load": focus,
    "dispatch_action_config": DISPATCH,
}


def _real_date(value: Json, at: Place) -> None:
    found = value.get("initial_date")
    if isinstance(found, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
        try:
            date.fromisoformat(found)
        except ValueError:
            at.under("initial_date").refuse("must be a valid date")


def _lengths(value: Json, at: Place) -> None:
    least, most, first = value.get("min_length"), value.get("max_length"), value.get("initial_value")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        at.under("min_length").refuse("must be less than or equal to max_length")
    if isinstance(first, str) and isinstance(most, int) and len(first) > most:
        at.under("initial_value").refuse(f"must be less than {most + 1} characters")


def _number_bounds(value: Json, at: Place) -> None:
    try:
        least, most = float(value.get("min_value", "-inf")), float(value.get("max_value", "inf"))
        first = float(value.get("initial_value", least if least > float("-inf") else min(most, 0)))
    except (TypeError, ValueError):
        at.refuse("must provide a number in text form")
        return
    if least > most:
        at.under("min_value").refuse("must be less than or equal to max_value")
    elif not least <= first <= most:
        at.under("initial_value").refuse("must be between min_value and max_value")
    if value.get("is_decimal_allowed") is False and not all(
        re.fullmatch(r"-?\d+", str(value[key]))
        for key in ("min_value", "max_value", "initial_value")
        if key in value
    ):
        at.refuse("must provide whole numbers when is_decimal_allowed is false")


def _not_too_many(value: Json, at: Place) -> None:
    most, chosen = value.get("max_selected_items"), value.get("initial_options") or []
    if isinstance(most, int) and isinstance(chosen, list) and len(chosen) > most:
        at.under("initial_options").refuse(f"no more than {most} items allowed")


_OPTIONS_OR_GROUPS = exactly_one("options", "option_groups")
_CHOICES = {"options": items(option(), 100), "option_groups": items(GROUP, 100)}
_DATE = matching(r"\d{4}-\d{2}-\d{2}", "must be a date in the form YYYY-MM-DD")
_TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "must be a time in the form HH:mm")

ELEMENTS: dict[str, Rule] = {
    "button": Shape(
        {"text": plain(75)},
        {
            "action_id": ACTION_ID,
            "confirm": CONFIRM,
            "value": string(2000),
            "url": url(),
            "style": one_of("primary", "danger"),
            "accessibility_label": string(75),
        },
    ),
    "static_select": Shape(
        {},
        _MENU | _CHOICES | {"initial_option": option()},
        [_OPTIONS_OR_GROUPS, distinct_values, initial_among_options],
    ),
    "multi_static_select": Shape(
        {},
        _MULTI | _CHOICES | {"initial_options": items(option(), 100)},
        [_OPTIONS_OR_GROUPS, distinct_values, initial_among_options, _not_too_many],
    ),
    "external_select": Shape({}, _MENU | {"initial_option": option(), "min_query_length": integer(0, 3000)}),
    "multi_external_select": Shape(
        {}, _MULTI | {"initial_options": items(option(), 100), "min_query_length": integer(0, 3000)}
    ),
    "users_select": Shape({}, _MENU | {"initial_user": _ID}),
    "multi_users_select": Shape({}, _MULTI | {"initial_users": items(_ID, 100)}),
    "conversations_select": Shape(
        {},
        _MENU
        | {
            "initial_conversation": _ID,
            "default_to_current_conversation": boolean,
            "response_url_enabled": boolean,
            "filter": FILTER,
        },
    ),
    "multi_conversations_select": Shape(
        {},
        _MULTI
        | {
            "initial_conversations": items(_ID, 100),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
        },
    ),
    "channels_select": Shape({}, _MENU | {"initial_channel": _ID, "response_url_enabled": boolean}),
    "multi_channels_select": Shape({}, _MULTI | {"initial_channels": items(_ID, 100)}),
    "overflow": Shape(
        {"options": items(option(link=True), 5)},
        {"action_id": ACTION_ID, "confirm": CONFIRM},
        [distinct_values],
    ),
    "checkboxes": Shape(
        {"options": items(option(rich=True), 10)},
        _COMMON | {"initial_options": items(option(rich=True), 10)},
        [distinct_values, initial_among_options],
    ),
    "radio_buttons": Shape(
        {"options": items(option(rich=True), 10)},
        _COMMON | {"initial_option": option(rich=True)},
        [distinct_values, initial_among_options],
    ),
    "datepicker": Shape({}, _MENU | {"initial_date": _DATE}, [_real_date]),
    "timepicker": Shape({}, _MENU | {"initial_time": _TIME, "timezone": string(255)}),
    "datetimepicker": Shape({}, _COMMON | {"initial_date_time": integer(1_000_000_000, 9_999_999_999)}),
    "plain_text_input": Shape(
        {},
        _ENTRY
        | {
            "initial_value": string(3000),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        [_lengths],
    ),
    "number_input": Shape(
        {"is_decimal_allowed": boolean},
        _ENTRY | {"initial_value": string(255), "min_value": string(255), "max_value": string(255)},
        [_number_bounds],
    ),
    "email_text_input": Shape({}, _ENTRY | {"initial_value": string(3000)}),
    "url_text_input": Shape({}, _ENTRY | {"initial_value": url()}),
    "rich_text_input": Shape({}, _ENTRY | {"initial_value": anything}),
    "file_input": Shape(
        {}, {"action_id": ACTION_ID, "filetypes": items(string(255), 100), "max_files": integer(1, 10)}
    ),
    "image": PICTURE,
}

_MENUS = {
    "static_select", "multi_static_select", "external_select", "multi_external_select", "users_select",
    "multi_users_select", "conversations_select", "multi_conversations_select", "channels_select",
    "multi_channels_select",
}  # fmt: skip
_PICKERS = {"checkboxes", "radio_buttons", "datepicker", "timepicker"}
IN_SECTION = {"button", "overflow", "image"} | _MENUS | _PICKERS
IN_ACTIONS = (
    {"button", "overflow", "datetimepicker"}
    | {name for name in _MENUS if not name.startswith("multi_")}
    | _PICKERS
)
IN_INPUT = (
    {
        "plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input",
        "file_input", "datetimepicker",
    }
    | _MENUS
    | _PICKERS
)  # fmt: skip


def element_in(allowed: set[str]) -> Rule:
    """An element of one of the `allowed` types."""
    return typed({name: ELEMENTS[name] for name in sorted(allowed)})
