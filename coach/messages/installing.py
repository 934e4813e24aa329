"""What is read by who installs Jalon: on the page at the end, and as its first message."""

from dataclasses import dataclass

from coach.messages.base import Message


@dataclass(frozen=True)
class Installed(Message):
    """Jalon is in a workspace. The first line is the page's heading."""

    workspace: str


@dataclass(frozen=True)
class InstallRefused(Message):
    """Somebody said no at Slack."""


@dataclass(frozen=True)
class InstallTooLate(Message):
    """It took too long, or was not begun in this browser."""


@dataclass(frozen=True)
class InstallFailed(Message):
    """Slack or we could not; `reason` is a word for whoever looks after Jalon."""

    reason: str


@dataclass(frozen=True)
class LabelOpenSlack(Message):
    """Link to the conversation with Jalon."""


@dataclass(frozen=True)
class LabelTryAgain(Message):
    """Link to the beginning."""


@dataclass(frozen=True)
class Welcome(Message):
    """The first message to who installed Jalon: what to do next."""
