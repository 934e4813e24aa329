"""How a goal is to be followed, said back where the card was answered in words."""

from dataclasses import dataclass
from typing import ClassVar

from coach.language.arrangements import Dropped
from coach.messages.base import Channel, Message, Person


@dataclass(frozen=True)
class LeftOut(Message):
    """Something is left out of the goal. One entry each."""

    variant: ClassVar[str | None] = "what"
    what: Dropped


@dataclass(frozen=True)
class TakingPart(Message):
    """Who takes part now."""

    people: tuple[Person, ...]


@dataclass(frozen=True)
class AloneNow(Message):
    """Nobody but the owner takes part."""


@dataclass(frozen=True)
class NewsGoesTo(Message):
    """Which channel gets the news."""

    channel: Channel


@dataclass(frozen=True)
class NewsComesOn(Message):
    """On which day the channel is to have its news: 0 is Monday."""

    weekday: int


@dataclass(frozen=True)
class NewsIsSetLater(Message):
    """What was said of the channel or its posts was not understood: where they are set."""


@dataclass(frozen=True)
class PeopleByMention(Message):
    """Names alone do not say whose account it is: how to name people."""

    names: str


@dataclass(frozen=True)
class OwnerByMention(Message):
    """A name alone does not say whose account leads: how to name them, and who is asked until then."""

    name: str


@dataclass(frozen=True)
class ChannelByLink(Message):
    """A channel's name that is no link: how to name a channel."""

    channel: str
