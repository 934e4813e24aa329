"""A small schema language for Block Kit, which complains in Slack's own words.

A rule is a function `(value, at)`; it notes what is wrong at `at`, a place in the payload with its JSON
pointer. What Slack says where a limit is passed was read in its own answers: `must be less than 3001
characters [json-pointer:/blocks/0/text/text]`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.values import Json


@dataclass(slots=True)
class Findings:
    """What is wrong with one payload, and what is looked up while reading it.

    Attributes:
        surface: `message`, `modal` or `home`.
        file_ready: Can this file id or URL be shown?
        notes: The complaints, in reading order.
        focused: How many elements ask for the focus.
    """

    surface: str
    file_ready: Callable[[str], bool]
    notes: list[str] = field(default_factory=list)
    focused: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a payload: its JSON pointer, and where complaints go."""

    pointer: str
    findings: Findings

    def under(self, key: str | int) -> "Place":
        """The place one step down."""
        return Place(f"{self.pointer}/{key}", self.findings)

    def refuse(self, why: str) -> None:
        """Note that Slack refuses this place, and why."""
        self.findings.notes.append(f"{why} [json-pointer:{self.pointer}]")


Rule = Callable[[Any, Place], None]


def string(most: int, least: int = 1) -> Rule:
    """Text of `least` to `most` characters."""

    def check(value: Any, at: Place) -> None:
        if not isinstance(value, str):
            at.refuse("must provide a string")
        elif len(value) < least:
            at.refuse(f"must be more than {least - 1} characters")
        elif len(value) > most:
            at.refuse(f"must be less than {most + 1} characters")

    return check


def matching(pattern: str, complaint: str) -> Rule:
    """Text of a given form, for instance a date."""
    compiled = re.compile(pattern)

    def check(value: Any, at: Place) -> None:
        if not isinstance(value, str):
            at.refuse("must provide a string")
        elif not compiled.fullmatch(value):
            at.refuse(complaint)

    return check


def url(most: int = 3000) -> Rule:
    """A web address."""

    def check(value: Any, at: Place) -> None:
        string(most)(value, at)
        if isinstance(value, str) and value and not re.match(r"(https?|mailto|slack):", value):
            at.refuse("must be a valid url")

    return check


def one_of(*allowed: str) -> Rule:
    """One of a few words."""

    def check(value: Any, at: Place) -> None:
        if value not in allowed:
            at.refuse(f"must be a valid enum value: {', '.join(allowed)}")

    return check


def boolean(value: Any, at: Place) -> None:
    """True or false."""
    if not isinstance(value, bool):
        at.refuse("must provide a boolean")


def focus(value: Any, at: Place) -> None:
    """`focus_on_load`: true for one element of a view only."""
    boolean(value, at)
    if value is True:
        at.findings.focused += 1
        if at.findings.focused > 1:
            at.refuse("only one element may be focused on load")


def integer(least: int, most: int) -> Rule:
    """A whole number within bounds."""

    def check(value: Any, at: Place) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            at.refuse("must provide an integer")
        elif value < least:
            at.refuse(f"must be greater than or equal to {least}")
        elif value > most:
            at.refuse(f"must be less than or equal to {most}")

    return check


def items(rule: Rule, most: int, least: int = 1) -> Rule:
    """A list of `least` to `most` things, each following `rule`."""

    def check(value: Any, at: Place) -> None:
        if not isinstance(value, list):
            at.refuse("must provide an array")
            return
        if len(value) < least:
            at.refuse(f"no less than {least} items required" if least > 1 else "no less than 1 item required")
        if len(value) > most:
            at.refuse(f"no more than {most} items allowed")
        for number, one in enumerate(value):
            rule(one, at.under(number))

    return check


def anything(_value: Any, _at: Place) -> None:
    """Whatever it is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An object with known keys; further keys are refused, as Slack refuses them.

    Attributes:
        required: Rules of the keys that must be there.
        optional: Rules of the keys that may be there.
        also: Rules over the whole object, for what holds between keys.
    """

    required: Mapping[str, Rule]
    optional: Mapping[str, Rule] = field(default_factory=dict)
    also: Iterable[Rule] = ()

    def __call__(self, value: Any, at: Place) -> None:
        """Check an object against the shape."""
        if not isinstance(value, dict):
            at.refuse("must provide an object")
            return
        for key in self.required:
            if key not in value:
                at.refuse(f"missing required field: {key}")
        for key, one in value.items():
            rule = self.required.get(key) or self.optional.get(key)
            if key == "type":
                continue
            if rule is None:
                at.refuse(f"invalid additional property: {key}")
            else:
                rule(one, at.under(key))
        for rule in self.also:
            rule(value, at)


def typed(shapes: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which shape it follows."""

    def check(value: Any, at: Place) -> None:
        if not isinstance(value, dict):
            at.refuse("must provide an object")
        elif "type" not in value:
            at.refuse("missing required field: type")
        elif value["type"] not in shapes:
            at.under("type").refuse(f"unsupported type: {value['type']}")
        else:
            shapes[value["type"]](value, at)

    return check


def exactly_one(*keys: str) -> Rule:
    """Exactly one of these keys."""

    def check(value: Json, at: Place) -> None:
        if sum(key in value for key in keys) != 1:
            names = " or ".join(f"`{key}`" for key in keys)
            at.refuse(f"must define either {names}")

    return check
