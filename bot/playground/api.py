"""Slack's Web API: one function a method, found by its name.

A call goes through the same gates as at Slack: the token, the scopes, the method's tier, the method's own
checks. What Slack does not document is refused rather than guessed.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground import oauth
from bot.playground.errors import SlackRefusal
from bot.playground.limits import Meter
from bot.playground.values import Channel, Json, User
from bot.playground.world import World

SCOPES: dict[str, tuple[str, ...]] = {
    "chat.postMessage": ("chat:write",),
    "chat.postEphemeral": ("chat:write",),
    "chat.update": ("chat:write",),
    "chat.delete": ("chat:write",),
    "conversations.open": ("im:write", "mpim:write", "channels:manage", "groups:write"),
    "conversations.join": ("channels:join",),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "bots.info": ("users:read",),
    "team.info": ("team:read",),
    "usergroups.list": ("usergroups:read",),
    "usergroups.users.list": ("usergroups:read",),
    "files.getUploadURLExternal": ("files:write",),
    "files.completeUploadExternal": ("files:write",),
    "files.info": ("files:read",),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "assistant.threads.setStatus": ("chat:write", "assistant:write"),
    "assistant.threads.setTitle": ("assistant:write",),
}
"""Scopes of which one is needed, by method; conversations ask by their kind."""

_FAMILY = {"channel": "channels", "private": "groups", "im": "im"}


@dataclass(frozen=True, slots=True)
class Access:
    """How the app may call.

    Attributes:
        token: The bot token that is accepted.
        scopes: What the app was granted; None grants everything.
        meter: Counts calls against Slack's limits.
    """

    token: str
    scopes: frozenset[str] | None
    meter: Meter


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method, with its arguments as they came."""

    world: World
    access: Access
    method: str
    args: Mapping[str, Any]

    def text(self, key: str, default: str = "") -> str:
        """A text argument, or `default`."""
        value = self.args.get(key)
        return default if value is None else str(value)

    def need(self, key: str) -> str:
        """A text argument that must be there.

        Raises:
            SlackRefusal: `invalid_arguments`, saying which one.
        """
        value = self.text(key)
        if not value:
            raise SlackRefusal("invalid_arguments", [f"missing required field: {key}"])
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes-or-no argument, or `default`."""
        value = self.args.get(key)
        return default if value is None else str(value).lower() in {"1", "true"}

    def number(self, key: str, default: int) -> int:
        """A whole-number argument, or `default`.

        Raises:
            SlackRefusal: `invalid_arguments`, saying which one.
        """
        try:
            return int(self.args.get(key) or default)
        except (TypeError, ValueError):
            raise SlackRefusal(
                "invalid_arguments", [f"must provide an integer [json-pointer:/{key}]"]
            ) from None

    def structure(self, key: str, malformed: str = "invalid_arguments") -> Any:
        """An argument that is JSON, or None.

        Args:
            key: Its name.
            malformed: The error code when it cannot be read.

        Raises:
            SlackRefusal: `malformed`.
        """
        value = self.args.get(key)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            raise SlackRefusal(malformed) from None

    def channel(self, key: str = "channel") -> Channel:
        """The channel that an argument names by id, if the app may see it.

        Raises:
            SlackRefusal: `channel_not_found`.
        """
        channel = self.world.state.channels.get(self.need(key))
        if channel is None or (channel.kind != "channel" and self.world.bot.id not in channel.members):
            raise SlackRefusal("channel_not_found")
        return channel

    def user(self, key: str = "user") -> User:
        """The user that an argument names by id.

        Raises:
            SlackRefusal: `user_not_found`.
        """
        user = self.world.state.users.get(self.need(key))
        if user is None:
            raise SlackRefusal("user_not_found")
        return user

    def scope(self, *any_of: str) -> None:
        """Demand one of these scopes.

        Raises:
            SlackRefusal: `missing_scope`, with what is needed and what was granted.
        """
        granted = self.access.scopes
        if granted is not None and any_of and not granted.intersection(any_of):
            raise SlackRefusal("missing_scope", needed=any_of[0], provided=",".join(sorted(granted)))

    def scope_for(self, channel: Channel, right: str) -> None:
        """Demand the scope that a conversation of this kind asks for, for instance `im:history`."""
        self.scope(f"{_FAMILY[channel.kind]}:{right}")


Method = Callable[[Call], Json]


def methods() -> dict[str, Method]:
    """All methods that the stand-in knows, by name."""
    from bot.playground import (  # noqa: PLC0415 - the families import Call from here
        api_apps,
        api_chat,
        api_conversations,
        api_files,
        api_functions,
        api_users,
        api_views,
    )

    found: dict[str, Method] = {}
    for family in (api_apps, api_chat, api_conversations, api_files, api_functions, api_users, api_views):
        found |= family.METHODS
    return found


def call(world: World, access: Access, method: str, token: str, args: Mapping[str, Any]) -> Json:
    """Answer one call.

    Args:
        world: The workspace.
        access: How the app may call.
        method: For instance `chat.postMessage`.
        token: What came as bearer token or `token`; empty if none.
        args: The other arguments.

    Raises:
        RateLimited: too many calls.
    """
    known = methods()
    try:
        if method == "oauth.v2.access":
            return {"ok": True, **oauth.access(world, args)}
        _admit(world, access, method, token, known=method in known)
        access.meter.call(method, world.now())
        one = Call(world, access, method, args)
        one.scope(*SCOPES.get(method, ()))
        with world.lock:
            return {"ok": True, **known[method](one)}
    except SlackRefusal as refusal:
        return refusal.body()


def _admit(world: World, access: Access, method: str, token: str, *, known: bool) -> None:
    if not known:
        raise SlackRefusal("unknown_method", req_method=method)
    if method == "api.test":
        return
    if not token:
        raise SlackRefusal("not_authed")
    if method == "apps.connections.open":
        if not token.startswith("xapp-"):
            raise SlackRefusal("not_allowed_token_type")
        return
    if token != access.token and token not in world.grants.tokens:
        raise SlackRefusal("invalid_auth")
    if world.state.revoked:
        raise SlackRefusal("token_revoked")
