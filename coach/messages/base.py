"""The shape of everything that Jalon can say: a key with typed parameters, and no prose.

The words stand in the catalogues (`bot/locales`), one entry a message in each language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import ClassVar, TypeAlias

from coach.metrics import MetricKey
from coach.quantity import Quantity


@dataclass(frozen=True, slots=True)
class MetricName:
    """A metric as it is named to people: one of the catalogue's, or the person's own words."""

    key: MetricKey
    words: str | None = None
    """The custom metric's name, where `key` is `other`."""
    within: Quantity | None = None
    """A service level's time to answer ("in 20 s")."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the workspace, by Slack user id, or by name where no id is known."""

    user: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, by Slack id."""

    id: str


@dataclass(frozen=True, slots=True)
class Change:
    """A difference with its sign: `+5 points`, `-30 s`. `quantity` may be negative."""

    quantity: Quantity


Parameter: TypeAlias = (
    "str | int | Decimal | date | datetime | time | StrEnum | Quantity | Change | MetricName"
    " | Person | Channel | Message | tuple[Parameter, ...] | None"
)
"""What a message may carry. A tuple is told as a list ("a, b and c"); text is quoted as it is."""


@dataclass(frozen=True)
class Message:
    """Something that Jalon can say. Each subclass has one entry in each catalogue, under its `key`."""

    variant: ClassVar[str | None] = None
    """The parameter (a StrEnum) that chooses between entries `key.<value>`, where there is one."""
    plural: ClassVar[str | None] = None
    """The parameter (an int) that chooses the plural form, where there is one."""

    @classmethod
    @cache
    def key(cls) -> str:
        """The catalogue's key: the class name in snake case (`AskBaseline` is `ask_baseline`)."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def parameters(self) -> dict[str, Parameter]:
        """The parameters by name."""
        return dict(vars(self))


def every_message(root: type[Message] = Message) -> Iterator[type[Message]]:
    """All kinds of message there are, for the tests that hold the catalogues against them."""
    for kind in root.__subclasses__():
        yield kind
        yield from every_message(kind)
