"""The manifest, held against what the code listens to and calls, with Slack's own table of scopes."""

import re
from pathlib import Path

import pytest

from bot.listeners.commands import NAMES
from bot.listeners.shortcuts import MAKE_GOAL, NEW_GOAL
from bot.listeners.steps import ASK, COUNT, POST
from bot.manifest import manifest, manifest_text

BOT = Path(__file__).parent.parent.parent / "bot"
SCOPES = {
    "apps.connections.open": (),  # an app-level token's
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "auth.test": (),
    "chat.postEphemeral": ("chat:write",),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.history": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations.info": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.members": ("channels:read", "groups:read", "im:read", "mpim:read"),
    "conversations.replies": ("channels:history", "groups:history", "im:history", "mpim:history"),
    "conversations.open": ("channels:manage", "groups:write", "im:write", "mpim:write"),
    "functions.completeError": (),
    "functions.completeSuccess": (),
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "usergroups.list": ("usergroups:read",),
    "usergroups.users.list": ("usergroups:read",),
    "users.info": ("users:read",),
    "views.open": (),
    "views.publish": (),
    "views.push": (),
    "views.update": (),
}
"""Slack's methods that Jalon calls, and the scopes of which each needs one, as Slack documents them."""
WANTED = {
    "conversations.history": {"channels:history", "groups:history", "im:history"},
    "conversations.members": {"channels:read", "groups:read"},
}
"""A method that is called for several kinds of conversation needs the scope of each."""
EVENTS = {
    "message": "message.im",
    "app_home_opened": "app_home_opened",
    "app_mention": "app_mention",
    "function_executed": "function_executed",
    "user_change": "user_change",
    "app_uninstalled": "app_uninstalled",
    "tokens_revoked": "tokens_revoked",
}
"""What a listener hears of, under the name that the manifest has for it."""


def source() -> str:
    """All of `bot` but the playground."""
    files = [file for file in BOT.rglob("*.py") if "playground" not in file.parts]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def methods() -> set[str]:
    """The Web API methods that the code names, and those of the SDK's that it calls."""
    text = source()
    named = re.findall(r'_(?:call|view|end_step)\((?:workspace, )?"([a-z]+\.[A-Za-z.]+)"', text)
    return {*named} | {name for name in SCOPES if f".{name.replace('.', '_')}(" in text}


def test_every_method_that_is_called_is_one_of_slack_s() -> None:
    assert methods() <= set(SCOPES)
    assert {"chat.postMessage", "chat.update", "conversations.open", "users.info", "views.open"} <= methods()


def test_no_call_lacks_its_scope() -> None:
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    for method in methods():
        if method in WANTED:
            assert WANTED[method] <= scopes, method
        elif SCOPES[method]:
            assert scopes & set(SCOPES[method]), method


def test_no_scope_is_asked_for_that_no_call_needs() -> None:
    needed = {scope for method in methods() for scope in SCOPES[method]} | {"commands", "app_mentions:read"}
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) <= needed


def test_every_command_that_is_listened_to_is_stated_and_the_other_way_round() -> None:
    commands = manifest()["features"]["slash_commands"]
    assert [one["command"] for one in commands] == list(NAMES)
    for one in commands:
        assert one["should_escape"], "names come as ids"
        assert one["description"]
        assert one["usage_hint"]


def test_every_event_that_is_listened_to_is_subscribed_to_and_the_other_way_round() -> None:
    heard = set(re.findall(r'@app\.event\("([a-z_]+)"\)', source()))
    heard |= {"function_executed"} if "@app.function(" in source() else set()
    assert {EVENTS[event] for event in heard} == set(
        manifest()["settings"]["event_subscriptions"]["bot_events"]
    )


def test_every_shortcut_that_is_listened_to_is_stated_and_the_other_way_round() -> None:
    shortcuts = {(one["type"], one["callback_id"]) for one in manifest()["features"]["shortcuts"]}
    assert shortcuts == {("global", NEW_GOAL), ("message", MAKE_GOAL)}


def test_every_step_that_is_listened_to_is_stated_and_the_other_way_round() -> None:
    steps = manifest()["functions"]
    assert set(steps) == {ASK, POST}
    assert manifest()["settings"]["function_runtime"] == "remote"
    assert manifest()["settings"]["org_deploy_enabled"], "Slack has no custom steps without"
    for name, step in steps.items():
        assert list(step["output_parameters"]) == [COUNT[name]]
        for parameters in (step["input_parameters"], step["output_parameters"]):
            assert all(key == one["name"] for key, one in parameters.items())


def test_the_home_and_the_conversation_are_switched_on() -> None:
    home = manifest()["features"]["app_home"]
    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert manifest()["settings"]["interactivity"]["is_enabled"]
    assert manifest()["settings"]["socket_mode_enabled"]


def test_the_manifest_goes_with_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.cli import main

    assert main(["manifest"]) == 0
    assert capsys.readouterr().out == manifest_text()
