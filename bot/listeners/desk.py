"""What listeners have at hand."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from bot.blocks.speech import HOME_BLOCKS, HOME_CHARACTERS, blocks, fitting
from bot.directory import profile_of
from bot.faults import SlackFault
from bot.payloads import Caller
from bot.render import plain
from bot.rosters import Rosters
from bot.turns import Turns
from coach.language.reading import Language
from coach.messages.home import BeginWith
from coach.speech import Speech
from coach.usecases.call import Call
from coach.usecases.conversation import ways_to_begin
from coach.usecases.home import home

log = logging.getLogger(__name__)


class Views(Protocol):
    """The part of the gateway that opens modals and publishes the Home, at once."""

    def views_open(self, trigger_id: str, view: dict[str, Any]) -> str:
        """Open a modal; the trigger lives for three seconds."""
        ...

    def views_update(self, view_id: str, view: dict[str, Any], view_hash: str | None = None) -> str:
        """Change an open modal."""
        ...

    def views_publish(self, user: str, view: dict[str, Any], view_hash: str | None = None) -> str:
        """Show a Home, unless the one before it is not `view_hash`."""
        ...

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object, with the person's locale."""
        ...

    def suggest(self, channel: str, title: str, prompts: list[str]) -> None:
        """Offer things to say in a conversation that was just opened."""
        ...

    def step_done(self, execution: str, outputs: dict[str, Any]) -> None:
        """A workflow's step went well."""
        ...

    def step_failed(self, execution: str, error: str) -> None:
        """A workflow's step failed, and why."""
        ...

    def whisper(self, channel: str, user: str, text: str) -> None:
        """Say something that only one person sees, without the outbox (when the database is out)."""
        ...


class Slack(Protocol):
    """The gateways of all workspaces."""

    def of(self, workspace: str) -> Views:
        """A workspace's."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The turns to run use cases with, and Slack for what cannot wait."""

    turns: Turns
    slack: Slack
    fallback: Language
    """The language to speak to somebody of whom nothing is known."""
    departed: Callable[[str], None]
    """Jalon was taken out of a workspace."""
    seen: Callable[[str], None]
    """Something came from a workspace."""
    rosters: Rosters
    """Who is in a user group or a channel."""

    def language_of(self, workspace: str, user: str) -> Language:
        """The language of somebody, as Slack tells it: for when the database cannot be asked."""
        try:
            facts = self.slack.of(workspace).user_info(user)
        except SlackFault:
            return self.fallback
        return profile_of("", facts, self.fallback).language if facts is not None else self.fallback

    def suggest(self, caller: Caller) -> None:
        """Offer ways to begin to whoever opens the conversation; it goes without, where Slack does not."""
        found = self.turns.look(caller, ways_to_begin)
        if not found or caller.channel is None:
            return
        language, prompts = found
        try:
            self.slack.of(caller.workspace).suggest(
                caller.channel, plain(BeginWith(), language), [plain(one, language) for one in prompts]
            )
        except SlackFault as fault:
            log.info("no ways to begin could be offered: %s", fault)

    def publish_home(self, caller: Caller, page: int = 0) -> None:
        """Show a page of the person's Home as it is now.

        Slack takes it only in the place of the Home that the person had before them; where that has changed
        meanwhile, what we read before may be the older news: it is read anew.
        """
        try:
            self._publish(caller, page, caller.view_hash)
        except SlackFault as fault:
            if fault.fault.code != "hash_conflict":
                raise
            self._publish(caller, page, None)

    def _publish(self, caller: Caller, page: int, instead_of: str | None) -> None:
        def draw(call: Call) -> tuple[Speech, Language]:
            return home(call, page), call.person.language

        drawn = self.turns.look(caller, draw)
        if drawn is not None:
            speech, language = drawn
            shown = fitting(blocks(speech, language), HOME_BLOCKS, HOME_CHARACTERS)
            view = {"type": "home", "private_metadata": str(page), "blocks": shown}
            self.slack.of(caller.workspace).views_publish(caller.user, view, instead_of)
