"""Who is in a user group or a channel, as Slack tells it: asked outside any transaction."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple, Protocol

from bot.directory import Directory
from bot.faults import Kind, SlackFault
from coach.errors import Refused
from coach.language.rosters import Roster, RosterKind
from coach.messages import rosters as say
from coach.usecases.rosters import MOST

MOST_ASKED = 60
"""Members whom Slack is asked about one by one: `MOST` people, and a few bots and closed accounts."""
AT_ONCE = 8
"""Questions to Slack at the same time: whoever pressed a button waits three seconds at most."""
SLACKBOT = "USLACKBOT"


class Group(NamedTuple):
    """A user group that can be chosen."""

    id: str
    name: str
    handle: str


class Members(Protocol):
    """The part of the gateway that knows who is where, in one workspace."""

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object with its locale, or None where there is no such user."""
        ...

    def channel_members(self, channel: str, most: int) -> list[str]:
        """Slack user ids of a channel's members, a few more than `most` where there are more."""
        ...

    def group_members(self, group: str) -> list[str]:
        """Slack user ids of a user group's members."""
        ...

    def user_groups(self) -> list[dict[str, Any]]:
        """Slack's `usergroup` objects."""
        ...


class Slack(Protocol):
    """The gateways of all workspaces."""

    def of(self, workspace: str) -> Members:
        """A workspace's."""
        ...


class Rosters:
    """The people behind a user group or a channel, met on the way."""

    def __init__(self, slack: Slack, directory: Directory) -> None:
        self._slack, self._directory = slack, directory

    def groups(self, workspace: str) -> tuple[Group, ...]:
        """The user groups of a workspace by name; none where its plan has none, or Slack does not say."""
        try:
            found = self._slack.of(workspace).user_groups()
        except SlackFault:
            return ()
        made = (Group(one["id"], str(one.get("name") or ""), str(one.get("handle") or "")) for one in found)
        return tuple(sorted(made, key=lambda one: one.name.casefold()))

    def people(self, workspace: str, roster: Roster, user: str) -> tuple[str, ...]:
        """Who of a group or channel can take part: no bot, no closed account, nobody of another workspace.

        Args:
            workspace: Where.
            roster: The group or channel.
            user: Whoever names it: they lead, and are not counted in.

        Raises:
            Refused: there are too many, or none, or Slack does not say who.
        """
        try:
            members = [one for one in self._members(workspace, roster) if one not in {user, SLACKBOT}]
            if len(members) > MOST_ASKED:
                raise Refused(say.RosterTooLarge(MOST))
            with ThreadPoolExecutor(AT_ONCE) as asking:
                facts = list(asking.map(self._slack.of(workspace).user_info, members))
        except SlackFault as fault:
            gone = fault.fault.kind is Kind.PERMANENT
            raise Refused(say.RosterNotSeen() if gone else say.RosterLater()) from fault
        told = [one for one in facts if one is not None and _can_take_part(workspace, one)]
        if len(told) > MOST:
            raise Refused(say.RosterTooLarge(MOST))
        if not told:
            raise Refused(say.RosterEmpty())
        self._directory.introduce(workspace, told)
        return tuple(str(one["id"]) for one in told)

    def _members(self, workspace: str, roster: Roster) -> list[str]:
        slack = self._slack.of(workspace)
        if roster.kind is RosterKind.GROUP:
            return slack.group_members(roster.id)
        return slack.channel_members(roster.id, MOST_ASKED)


def _can_take_part(workspace: str, facts: dict[str, Any]) -> bool:
    """Whether somebody is a person of this workspace whose account is open."""
    if facts.get("is_bot") or facts.get("deleted") or facts.get("is_stranger"):
        return False
    teams = (facts.get("enterprise_user") or {}).get("teams") or [facts.get("team_id") or workspace]
    return workspace in teams
