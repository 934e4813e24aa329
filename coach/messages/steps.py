"""Why a step of a workflow did nothing; whoever made the workflow reads it."""

from dataclasses import dataclass

from coach.messages.base import Channel, Message, Person


@dataclass(frozen=True)
class StepNothingToAsk(Message):
    """The person has no goal under way."""

    who: Person


@dataclass(frozen=True)
class StepNobody(Message):
    """There is no such person, or their account is deactivated."""


@dataclass(frozen=True)
class StepNothingNew(Message):
    """The channel's last post told all that there is."""

    channel: Channel


@dataclass(frozen=True)
class StepNothingToPost(Message):
    """No goal posts to this channel."""

    channel: Channel


@dataclass(frozen=True)
class StepNotYours(Message):
    """The person leads none of this channel's goals."""

    channel: Channel
