"""What a process of Jalon does, where several share one database."""

from enum import StrEnum


class Role(StrEnum):
    """What a process takes on."""

    WEB = "web"
    """It hears from Slack; what it has to say, a worker delivers."""
    WORKER = "worker"
    """It looks at what is due, and delivers."""
    ALL = "all"

    @property
    def hears(self) -> bool:
        """Whether it hears from Slack."""
        return self is not Role.WORKER

    @property
    def works(self) -> bool:
        """Whether it looks at what is due, and delivers."""
        return self is not Role.WEB
