"""Everything that a workspace remembers, in one value that can be saved."""

from dataclasses import dataclass, field

from bot.playground import people
from bot.playground.values import (
    Assistant,
    Channel,
    Execution,
    File,
    Message,
    Notice,
    ResponseUrl,
    Trigger,
    User,
    UserGroup,
    View,
)


@dataclass(slots=True)
class State:
    """The workspace's values.

    Attributes:
        messages: By channel, oldest first, ephemeral ones among them.
        read: The last message that each user has read, by user and channel.
        stacks: Open modals by user, the top one last.
        homes: App Homes by user.
        executions: Runs of the app's workflow steps.
        last_micros: The last message name given out, in microseconds.
        revoked: Were the app's tokens revoked?
    """

    team_id: str
    team_name: str
    team_domain: str
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    groups: dict[str, UserGroup] = field(default_factory=dict)
    messages: dict[str, list[Message]] = field(default_factory=dict)
    read: dict[str, dict[str, str]] = field(default_factory=dict)
    stacks: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    assistants: dict[str, Assistant] = field(default_factory=dict)
    executions: dict[str, Execution] = field(default_factory=dict)
    last_micros: int = 0
    revoked: bool = False

    @classmethod
    def fresh(cls, team_id: str, team_name: str, created: int) -> "State":
        """A new workspace with its people and channels.

        Args:
            team_id: The workspace's id.
            team_name: The workspace's name.
            created: Seconds since the epoch.
        """
        return cls(
            team_id=team_id,
            team_name=team_name,
            team_domain=people.TEAM_DOMAIN,
            users={user.id: user for user in people.cast()},
            channels={channel.id: channel for channel in people.channels(created)},
            groups={group.id: group for group in people.groups()},
        )
