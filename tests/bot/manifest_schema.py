"""What Slack's published JSON schema (draft-07) asks of a manifest like ours, as a checker of our own.

Each rule is a dictionary as JSON Schema writes it, cut down to what is used here. `agent_view` is younger
than the published schema and stands here as Slack's manifest reference has it.
"""

import re
from collections.abc import Iterator
from typing import Any

URL = r"^https?://"
TYPES: dict[str, type | tuple[type, ...]] = {"string": str, "boolean": bool, "object": dict, "array": list}


def text(least: int = 0, most: int | None = None, pattern: str | None = None) -> dict[str, Any]:
    """A string with so many characters."""
    return {"type": "string", "minLength": least, "maxLength": most, "pattern": pattern}


def thing(required: str = "", **properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {"type": "object", "required": required.split(), "properties": properties}


def several(items: dict[str, Any], least: int = 0, most: int | None = None) -> dict[str, Any]:
    """A list of so many things, all different."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def by_name(values: dict[str, Any], most: int) -> dict[str, Any]:
    """An object with any names, so many at most."""
    return {"type": "object", "values": values, "maxProperties": most}


FLAG = {"type": "boolean"}
PARAMETER_TYPES = {
    *("string", "boolean", "integer", "number", "object", "array"),
    *(f"slack#/types/{name}" for name in ("user_id", "channel_id", "usergroup_id", "timestamp", "date")),
}
PARAMETER = thing(
    "type",
    type={"type": "string", "enum": PARAMETER_TYPES},
    title=text(),
    description=text(),
    is_required=FLAG,
    name=text(),
)
SCHEMA = thing(
    "display_information",
    display_information=thing(
        "name",
        name=text(1, 35),
        description=text(1, 140),
        long_description=text(175, 4000),
        background_color=text(4, 7, r"^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$"),
    ),
    features=thing(
        agent_view=thing(
            "agent_description",
            agent_description=text(1, 300),
            suggested_prompts=several(thing("title message", title=text(1), message=text(1)), 0, 4),
        ),
        app_home=thing(home_tab_enabled=FLAG, messages_tab_enabled=FLAG, messages_tab_read_only_enabled=FLAG),
        bot_user=thing("display_name", display_name=text(1, 80), always_online=FLAG),
        shortcuts=several(
            thing(
                "name type callback_id description",
                name=text(1, 24),
                type={"type": "string", "enum": {"message", "global"}},
                callback_id=text(1, 255),
                description=text(1, 150),
            ),
            1,
            10,
        ),
        slash_commands=several(
            thing(
                "command description",
                command=text(2, 32, r"^/"),
                url=text(0, 3000, URL),
                description=text(1, 2000),
                usage_hint=text(1, 1000),
                should_escape=FLAG,
            ),
            1,
            50,
        ),
    ),
    functions=by_name(
        thing(
            "title description input_parameters output_parameters",
            title=text(1),
            description=text(1),
            input_parameters=by_name(PARAMETER, 50),
            output_parameters=by_name(PARAMETER, 50),
        ),
        50,
    ),
    oauth_config=thing(
        redirect_urls=several(text(0, 2500, URL), 0, 1000),
        scopes=thing(bot=several(text(0, 50), 0, 255)),
    ),
    settings=thing(
        event_subscriptions=thing(
            request_url=text(0, 3500, URL),
            bot_events=several(text(0, 50), 0, 100),
        ),
        interactivity=thing("is_enabled", is_enabled=FLAG, request_url=text(0, 3500, URL)),
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
        function_runtime={"type": "string", "enum": {"remote"}},
    ),
)


def breaches(value: Any, rule: dict[str, Any] = SCHEMA, where: str = "manifest") -> Iterator[str]:
    """What breaks a rule, each as a sentence with its place."""
    if not isinstance(value, TYPES[rule["type"]]):
        yield f"{where} is no {rule['type']}"
    elif isinstance(value, str):
        yield from _of_text(value, rule, where)
    elif isinstance(value, list):
        yield from _of_list(value, rule, where)
    elif isinstance(value, dict):
        yield from _of_object(value, rule, where)


def _of_text(value: str, rule: dict[str, Any], where: str) -> Iterator[str]:
    if len(value) < (rule.get("minLength") or 0):
        yield f"{where} has {len(value)} characters, {rule['minLength']} at least"
    if rule.get("maxLength") is not None and len(value) > rule["maxLength"]:
        yield f"{where} has {len(value)} characters, {rule['maxLength']} at most"
    if rule.get("pattern") and not re.search(rule["pattern"], value):
        yield f"{where} does not match {rule['pattern']}"
    if rule.get("enum") and value not in rule["enum"]:
        yield f"{where} is none of {sorted(rule['enum'])}"


def _of_list(value: list[Any], rule: dict[str, Any], where: str) -> Iterator[str]:
    if len(value) < rule["minItems"] or (rule["maxItems"] is not None and len(value) > rule["maxItems"]):
        yield f"{where} has {len(value)} items"
    if len({repr(one) for one in value}) < len(value):
        yield f"{where} says something twice"
    for number, one in enumerate(value):
        yield from breaches(one, rule["items"], f"{where}[{number}]")


def _of_object(value: dict[str, Any], rule: dict[str, Any], where: str) -> Iterator[str]:
    if "values" in rule:
        if len(value) > rule["maxProperties"]:
            yield f"{where} has {len(value)} properties"
        for name, one in value.items():
            yield from breaches(one, rule["values"], f"{where}.{name}")
        return
    for name in rule["required"]:
        if name not in value:
            yield f"{where} lacks {name}"
    for name, one in value.items():
        if name not in rule["properties"]:
            yield f"{where} knows no {name}"
        else:
            yield from breaches(one, rule["properties"][name], f"{where}.{name}")
