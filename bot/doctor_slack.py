"""The part of `jalon doctor` that asks Slack: tokens, scopes, the clock, the channels with goals."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.faults import Fault, Reason, classify
from bot.findings import Finding, Mark
from bot.manifest import manifest
from bot.needs import Way, way_of
from bot.settings import Settings, variable

TIMEOUT = 5
"""Seconds for each call."""
SKEW = timedelta(seconds=60)
"""From there on a clock is wrong: Slack's requests are refused when they seem five minutes old."""
ASKED = 30
"""Channels that are looked at, so that the doctor answers soon."""
NAMED = 3
"""Channels that are told one by one."""
UNREACHABLE = (SlackApiError, OSError, HTTPException, ValueError)
"""The last: an address that no host can have."""


def explain_slack(error: Exception, token: str, url: str) -> str:
    """Why Slack could not be talked to, and what to do.

    Args:
        error: What the SDK raised.
        token: The setting that was used.
        url: The root of the Web API.
    """
    if isinstance(error, SlackApiError):
        match _fault(error).reason:
            case Reason.SLACK_FAILED | Reason.TOO_OFTEN:
                return f"Slack cannot answer at present ({code_of(error)}). Wait a minute, then try again."
            case Reason.UNREACHABLE:
                return f"{url} does not answer as Slack does ({code_of(error)}). Check SLACK_API_URL."
        return f"Slack refuses {variable(token)} ({code_of(error)}). Copy it anew from api.slack.com/apps."
    return f"{url} does not answer. Check the network, and SLACK_API_URL if you set it."


def _fault(error: SlackApiError) -> Fault:
    """What it means; an answer without a code, but a good status, does not come from Slack."""
    code, status = code_of(error), error.response.status_code
    return classify("" if code == str(status) else code, 404 if code == str(status) == "200" else status)


def code_of(error: SlackApiError) -> str:
    """Slack's error code, or the HTTP status where there is none: of a page, the SDK tells the text."""
    code = str(error.response.get("error") or "")
    return code if re.fullmatch(r"[a-z0-9_]+", code) else str(error.response.status_code)


def trouble_with_slack(settings: Settings) -> str | None:
    """Why Jalon could not serve with this bot token, in a sentence; None where it could."""
    try:
        _client(settings).auth_test()
    except UNREACHABLE as error:
        return explain_slack(error, "slack_bot_token", settings.slack_api_url)
    return None


def examine(
    settings: Settings, channels: Sequence[tuple[str, str]], now: datetime, amiss: Collection[str] = ()
) -> list[Finding]:
    """Ask Slack about the tokens, the scopes, the time and the channels.

    Args:
        settings: Where Slack is, and the tokens.
        channels: Workspace and id of those that goals under way are posted to.
        now: What our clock shows.
        amiss: Variables that are missing or wrong: Slack is not asked with them.
    """
    if variable("slack_api_url") in amiss:
        return [Finding("Slack", "not asked: SLACK_API_URL is wrong", Mark.SKIPPED)]
    if way_of(settings) is Way.MANY:
        return _without_token(settings, now)
    found = [] if variable("slack_app_token") in amiss else list(_app_token(settings))
    if not settings.is_set("slack_bot_token"):
        return [Finding("Slack", "not asked: there is no bot token", Mark.SKIPPED), *found]
    if variable("slack_bot_token") in amiss:
        return [Finding("Slack", "not asked: SLACK_BOT_TOKEN is wrong", Mark.SKIPPED), *found]
    client = _client(settings)
    try:
        answer = client.auth_test()
    except UNREACHABLE as error:
        words = explain_slack(error, "slack_bot_token", settings.slack_api_url)
        return [Finding("Slack", words, Mark.WRONG), *found]
    headers = _headers(answer)
    here = [channel for workspace, channel in channels if workspace == answer["team_id"]]
    return [
        Finding("Slack", f"answers as {answer['user']} in {answer['team']}"),
        *found,
        *_scopes(headers.get("x-oauth-scopes", "")),
        *_clock(headers.get("date", ""), now),
        *_channels(client, here),
    ]


def _without_token(settings: Settings, now: datetime) -> list[Finding]:
    """What can be asked where each workspace has a token of its own."""
    client = WebClient(base_url=settings.slack_api_url, timeout=TIMEOUT, retry_handlers=[])
    try:
        answer = client.api_test()
    except UNREACHABLE as error:
        words = explain_slack(error, "slack_client_id", settings.slack_api_url)
        return [Finding("Slack", words, Mark.WRONG)]
    return [Finding("Slack", "answers"), *_clock(_headers(answer).get("date", ""), now)]


def _headers(answer: SlackResponse) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in answer.headers.items()}


def _client(settings: Settings) -> WebClient:
    token = settings.require("slack_bot_token")
    return WebClient(token, base_url=settings.slack_api_url, timeout=TIMEOUT, retry_handlers=[])


def _app_token(settings: Settings) -> Iterator[Finding]:
    """Whether Socket Mode would open; no connection is opened."""
    if not settings.is_set("slack_app_token"):
        return
    client = WebClient(base_url=settings.slack_api_url, timeout=TIMEOUT, retry_handlers=[])
    try:
        client.apps_connections_open(app_token=settings.require("slack_app_token"))
    except SlackApiError as error:
        if _fault(error).reason in {Reason.SLACK_FAILED, Reason.TOO_OFTEN, Reason.UNREACHABLE}:
            yield Finding("Socket Mode", f"not known: Slack answers {code_of(error)}", Mark.SKIPPED)
            return
        way_out = {
            "missing_scope": "generate it anew with the scope connections:write",
            "socket_mode_not_enabled": "switch Socket Mode on in the app's settings",
        }.get(code_of(error), "generate it anew under Basic Information > App-Level Tokens")
        words = f"Slack refuses SLACK_APP_TOKEN ({code_of(error)}): {way_out}"
        yield Finding("Socket Mode", words, Mark.WRONG)
    except UNREACHABLE:
        yield Finding("Socket Mode", "not asked: Slack does not answer", Mark.SKIPPED)
    else:
        yield Finding("Socket Mode", "would open")


def _scopes(header: str) -> Iterator[Finding]:
    granted = {scope.strip() for scope in header.split(",")} - {""}
    wanted = set(manifest()["oauth_config"]["scopes"]["bot"])
    if not granted:
        yield Finding("scopes", "not told by this Slack", Mark.SKIPPED)
    elif lacking := sorted(wanted - granted):
        words = f"lacking {', '.join(lacking)}: install the app again from `jalon manifest`"
        yield Finding("scopes", words, Mark.WRONG)
    elif more := sorted(granted - wanted):
        yield Finding("scopes", f"all {len(wanted)} granted, and {', '.join(more)}, not needed", Mark.NOTE)
    else:
        yield Finding("scopes", f"all {len(wanted)} granted")


def _clock(header: str, now: datetime) -> Iterator[Finding]:
    try:
        theirs = parsedate_to_datetime(header)
    except ValueError:
        yield Finding("clock", "Slack does not tell the time", Mark.SKIPPED)
        return
    off = round((now - theirs).total_seconds())
    if abs(off) <= SKEW.total_seconds():
        yield Finding("clock", "agrees with Slack's")
    else:
        way = "ahead of" if off > 0 else "behind"
        words = f"{abs(off)} s {way} Slack's: set it, and let it follow a time server"
        yield Finding("clock", words, Mark.WRONG)


def _channels(client: WebClient, channels: Sequence[str]) -> Iterator[Finding]:
    """The channels that goals are posted to and that Jalon cannot post to."""
    if not channels:
        yield Finding("channels", "no goal is posted to one yet")
        return
    closed = [trouble for one in channels[:ASKED] if (trouble := _trouble(client, one)) is not None]
    for words in closed[:NAMED]:
        yield Finding("channels", words, Mark.WRONG)
    if len(closed) > NAMED:
        yield Finding("channels", f"and {len(closed) - NAMED} more", Mark.WRONG)
    if not closed:
        yield Finding("channels", f"Jalon is in all {len(channels[:ASKED])} that goals are posted to")
    if len(channels) > ASKED:
        yield Finding("channels", f"{len(channels) - ASKED} more were not looked at", Mark.SKIPPED)


def _trouble(client: WebClient, channel: str) -> str | None:
    """Why Jalon cannot post to a channel, and what to do; None where it can, or nobody knows."""
    try:
        facts: dict[str, Any] = client.conversations_info(channel=channel)["channel"]
    except SlackApiError as error:
        if code_of(error) == "channel_not_found":
            return f"{channel} is deleted, or private and without Jalon: type /invite @Jalon there"
        if code_of(error) == "missing_scope":
            return None  # a private channel: what Jalon may not ask about is one that it is in
        return f"{channel} could not be looked at ({code_of(error)})"
    except (OSError, HTTPException):
        return f"{channel} could not be looked at: Slack does not answer"
    name = f"#{facts.get('name') or channel}"
    if facts.get("is_archived"):
        return f"{name} is archived: choose another channel for its goals, or open it again"
    if not facts.get("is_member"):
        return f"Jalon is not in {name}: type /invite @Jalon there"
    return None
