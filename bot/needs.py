"""What Jalon cannot do without, for each way of serving; found in the settings alone, nobody is asked."""

from collections.abc import Sequence
from enum import StrEnum

from bot.findings import Finding, Mark
from bot.roles import Role
from bot.settings import Settings, variable

BEGINNINGS = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}
MANY = ("slack_client_id", "slack_client_secret", "slack_signing_secret", "secret_key")
"""What is needed where many workspaces install Jalon for themselves."""
ONE = ("slack_bot_token", "slack_app_token", "slack_signing_secret")
UNUSED = "not used: SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are for many workspaces; for one, leave them out"


class Way(StrEnum):
    """How Slack is heard."""

    SOCKET_MODE = "Socket Mode"
    HTTP = "HTTP"
    """One workspace, by its token."""
    MANY = "many workspaces"
    """Over HTTP too; each workspace installs Jalon for itself."""


ONLY_FOR = {"slack_app_token": Way.SOCKET_MODE, "slack_signing_secret": Way.HTTP}


def way_of(settings: Settings, *, port: int | None = None) -> Way:
    """How Slack is to be heard, by what is set and, in `jalon serve`, whether a port is given."""
    if settings.is_set("slack_client_id") or settings.is_set("slack_client_secret"):
        return Way.MANY
    by_http = settings.is_set("slack_signing_secret") and not settings.is_set("slack_app_token")
    return Way.HTTP if by_http or port is not None else Way.SOCKET_MODE


def examine(settings: Settings, way: Way, role: Role = Role.ALL) -> Sequence[Finding]:
    """Each setting that this way of serving goes by, and whatever else is wrong."""
    wrongly = {one.variable: one.why for one in settings.wrong}
    found = []
    for name in MANY if way is Way.MANY else ONE:
        if (why := wrongly.get(variable(name))) is not None:
            found.append(Finding(variable(name), why, Mark.WRONG))
        else:
            found.append(_examine(settings, name, way, role))
    if way is Way.MANY:
        found += [Finding(variable(name), UNUSED, Mark.NOTE) for name in BEGINNINGS if settings.is_set(name)]
    named = {one.title for one in found}
    return [*found, *(one for one in wrong_ones(settings) if one.title not in named)]


def wrong_ones(settings: Settings) -> Sequence[Finding]:
    """Whatever was given and cannot be taken."""
    return [Finding(one.variable, one.why, Mark.WRONG) for one in settings.wrong]


def _examine(settings: Settings, name: str, way: Way, role: Role) -> Finding:
    if settings.is_set(name):
        trouble = _trouble(settings, name)
        mark = Mark.WRONG if trouble else Mark.OK
        return Finding(variable(name), f"set, but {trouble}" if trouble else "set", mark)
    only_for = ONLY_FOR.get(name)
    if only_for is not None and (not role.hears or way not in {only_for, Way.MANY}):
        return Finding(variable(name), f"not set (only needed for {only_for})")
    return Finding(variable(name), f"not set. {Settings.model_fields[name].description}", Mark.MISSING)


def _trouble(settings: Settings, name: str) -> str | None:
    """Why a value cannot be right, without showing it."""
    value, beginning = settings.require(name), BEGINNINGS.get(name, "")
    if not value.startswith(beginning):
        return f"it should begin with {beginning}"
    if name != "secret_key" and (not value.isascii() or not value.isprintable() or " " in value):
        return "with characters that it cannot have: copy the whole of it anew, without … or spaces"
    return None
