"""The Slack app manifest: shown by `jalon manifest`, and held against the code and Slack's rules by tests."""

from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

EVENTS, REDIRECT = "/slack/events", "/slack/oauth_redirect"
"""Where Slack's requests go over HTTP, and where people come back to after they have installed Jalon."""
HEAD = """\
# Paste this at api.slack.com/apps > Create New App > From a manifest.
# For Jalon over HTTP, at {url}. Each scope is explained in docs/permissions.md.
"""


def manifest_text(url: str | None = None) -> str:
    """The manifest as it is pasted into Slack.

    Args:
        url: Where Jalon is reached over HTTP, as `base_address` gives it; None: by Socket Mode.
    """
    if url is not None:
        shown = yaml.safe_dump(manifest(url), sort_keys=False, allow_unicode=True, width=110)
        return HEAD.format(url=url) + shown
    here = Path(__file__).parent.parent / "manifest.yml"
    packaged = files("bot") / "manifest.yml"
    return here.read_text(encoding="utf-8") if here.is_file() else packaged.read_text(encoding="utf-8")


def manifest(url: str | None = None) -> dict[str, Any]:
    """The manifest as values.

    Args:
        url: Where Jalon is reached over HTTP; None: by Socket Mode.
    """
    loaded: dict[str, Any] = yaml.safe_load(manifest_text())
    if url is None:
        return loaded
    for command in loaded["features"]["slash_commands"]:
        command["url"] = url + EVENTS
    loaded["oauth_config"] = {"redirect_urls": [url + REDIRECT], **loaded["oauth_config"]}
    settings = loaded["settings"]
    settings["event_subscriptions"] = {"request_url": url + EVENTS, **settings["event_subscriptions"]}
    settings["interactivity"]["request_url"] = url + EVENTS
    settings["socket_mode_enabled"] = False
    return loaded


def base_address(text: str) -> str:
    """The address that Jalon is reached at, without a slash at the end.

    Raises:
        ValueError: Slack would not take it.
    """
    parts = urlsplit(text.strip())
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is no address that Slack takes. Write it like https://jalon.example.org")
    return text.strip().rstrip("/").removesuffix(EVENTS).rstrip("/")
