"""What is said of people who are named together, by a user group or a channel."""

from dataclasses import dataclass

from coach.messages.base import Message


@dataclass(frozen=True)
class LabelFromRoster(Message):
    """Button: take those who take part from a channel or a group."""


@dataclass(frozen=True)
class RosterTitle(Message):
    """Title of the form that takes them (24 characters at most)."""


@dataclass(frozen=True)
class RosterIntro(Message):
    """Who is taken and who is left out."""


@dataclass(frozen=True)
class RosterChannel(Message):
    """Label of the field for a channel."""


@dataclass(frozen=True)
class RosterGroup(Message):
    """Label of the field for a user group."""


@dataclass(frozen=True)
class ChoiceRosterGroup(Message):
    """A user group to choose, by its name and its handle."""

    name: str
    handle: str


@dataclass(frozen=True)
class NoRosterChosen(Message):
    """Neither a channel nor a group was chosen."""


@dataclass(frozen=True)
class RosterTooLarge(Message):
    """More people than can take part."""

    most: int


@dataclass(frozen=True)
class RosterEmpty(Message):
    """Nobody who could take part: only the person themselves, bots, guests of elsewhere, closed accounts."""


@dataclass(frozen=True)
class RosterNotSeen(Message):
    """Slack does not show who is in it: gone, private, or no longer there."""


@dataclass(frozen=True)
class RosterLater(Message):
    """Slack does not answer just now."""
