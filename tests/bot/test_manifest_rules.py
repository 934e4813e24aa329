"""The manifest holds to the rules of Slack's schema, by Socket Mode and over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from bot.cli import main
from bot.http import EVENTS
from bot.manifest import EVENTS as STATED
from bot.manifest import REDIRECT, base_address, manifest
from tests.bot.manifest_schema import breaches

AT = "https://jalon.example.org"


@pytest.mark.parametrize("url", [None, AT])
def test_the_manifest_breaks_no_rule_of_slack_s(url: str | None) -> None:
    assert list(breaches(manifest(url))) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda it: it["display_information"].update(long_description="short"), "175 at least"),
        (lambda it: it["display_information"].update(name="J" * 36), "35 at most"),
        (lambda it: it["features"].update(assistant_view={}), "features knows no assistant_view"),
        (lambda it: it["features"]["agent_view"].pop("agent_description"), "lacks agent_description"),
        (lambda it: it["features"]["slash_commands"][0].update(command="goal"), "does not match ^/"),
        (lambda it: it["features"]["shortcuts"][0].update(name="N" * 25), "24 at most"),
        (lambda it: it["features"]["shortcuts"][0].update(type="everywhere"), "is none of"),
        (lambda it: it["oauth_config"]["scopes"]["bot"].append("chat:write"), "says something twice"),
        (lambda it: it["oauth_config"].update(redirect_urls=["jalon"]), "does not match ^https?://"),
        (lambda it: it["settings"]["interactivity"].pop("is_enabled"), "lacks is_enabled"),
        (lambda it: it["settings"].update(socket_mode_enabled="yes"), "is no boolean"),
        (lambda it: it["functions"]["post_progress"].pop("title"), "lacks title"),
    ],
)
def test_a_rule_that_is_broken_is_found(spoil: Callable[[dict[str, Any]], None], told: str) -> None:
    spoilt = manifest()
    spoil(spoilt)
    assert any(told in breach for breach in breaches(spoilt)), list(breaches(spoilt))


def test_over_http_every_request_has_its_address_and_no_socket_is_opened() -> None:
    stated = manifest(AT)
    assert stated["settings"]["event_subscriptions"]["request_url"] == AT + EVENTS
    assert stated["settings"]["interactivity"]["request_url"] == AT + EVENTS
    assert {one["url"] for one in stated["features"]["slash_commands"]} == {AT + EVENTS}
    assert stated["oauth_config"]["redirect_urls"] == [AT + REDIRECT]
    assert stated["settings"]["socket_mode_enabled"] is False
    assert STATED == EVENTS


def test_both_manifests_ask_for_the_same_and_hear_the_same() -> None:
    here, there = manifest(), manifest(AT)
    assert here["oauth_config"]["scopes"] == there["oauth_config"]["scopes"]
    assert (
        here["settings"]["event_subscriptions"]["bot_events"]
        == there["settings"]["event_subscriptions"]["bot_events"]
    )
    assert "request_url" not in here["settings"]["event_subscriptions"], "Socket Mode has no address"


def test_the_command_prints_it_for_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "--url", f"{AT}/"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Paste this at api.slack.com/apps")
    assert yaml.safe_load(printed) == manifest(AT)


@pytest.mark.parametrize("wrong", ["http://jalon.example.org", "jalon.example.org", "https://", ""])
def test_an_address_that_slack_does_not_take_is_told(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["manifest", "--url", wrong])
    assert end.value.code == 2
    assert "Write it like https://jalon.example.org" in capsys.readouterr().err


@pytest.mark.parametrize("written", [AT, f"{AT}/", f" {AT} ", f"{AT}/slack/events"])
def test_an_address_is_taken_as_people_write_it(written: str) -> None:
    assert base_address(written) == AT
