"""What can go wrong that a person should read about, in one tree."""

from coach.messages.base import Message


class JalonError(Exception):
    """An error that knows whether trying again can help, and what the person reads."""

    permanent = True

    def __init__(self, says: Message | None = None) -> None:
        super().__init__(type(says).key() if says is not None else type(self).__name__)
        self.says = says


class Refused(JalonError):
    """The person asked for something that cannot be; `says` tells them why and what to do."""

    says: Message

    def __init__(self, says: Message) -> None:
        super().__init__(says)


class Stale(JalonError):
    """A row changed under our feet; the whole use case may be run again."""

    permanent = False
