"""Slack for the listeners of many workspaces."""

from collections.abc import Callable

from bot.faults import Fault, Kind, Reason, SlackFault
from bot.gateway import SLACK, ListenerGateway


class ListenerGateways:
    """Slack for the listeners of many workspaces, each with its own token."""

    def __init__(self, token_of: Callable[[str], str | None], *, api_url: str = SLACK) -> None:
        """Nothing is connected yet.

        Args:
            token_of: gives a workspace's bot token; None where Jalon was uninstalled.
            api_url: the root of Slack's Web API.
        """
        self._token_of, self._api_url = token_of, api_url
        self._made: dict[str, tuple[str, ListenerGateway]] = {}

    def of(self, workspace: str) -> ListenerGateway:
        """A workspace's.

        Raises:
            SlackFault: Jalon is not installed there.
        """
        token = self._token_of(workspace)
        if token is None:
            raise SlackFault(Fault(Kind.PERMANENT, Reason.UNINSTALLED, "not_installed"))
        made = self._made.get(workspace)
        if made is None or made[0] != token:
            made = self._made[workspace] = token, ListenerGateway(token, api_url=self._api_url)
        return made[1]
