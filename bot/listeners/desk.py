"""What listeners have at hand."""

from dataclasses import dataclass
from typing import Any, Protocol

from bot.blocks.speech import HOME_BLOCKS, HOME_CHARACTERS, blocks, fitting
from bot.directory import profile_of
from bot.faults import SlackFault
from bot.payloads import Caller
from bot.turns import Turns
from coach.language.reading import Language
from coach.speech import Speech
from coach.usecases.call import Call
from coach.usecases.home import home


class Views(Protocol):
    """The part of the gateway that opens modals and publishes the Home, at once."""

    def views_open(self, trigger_id: str, view: dict[str, Any]) -> str:
        """Open a modal; the trigger lives for three seconds."""
        ...

    def views_publish(self, user: str, view: dict[str, Any]) -> str:
        """Show a Home."""
        ...

    def user_info(self, user: str) -> dict[str, Any] | None:
        """Slack's `user` object, with the person's locale."""
        ...

    def whisper(self, channel: str, user: str, text: str) -> None:
        """Say something that only one person sees, without the outbox (when the database is out)."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The turns to run use cases with, and Slack for what cannot wait."""

    turns: Turns
    slack: Views
    fallback: Language
    """The language to speak to somebody of whom nothing is known."""

    def language_of(self, user: str) -> Language:
        """The language of somebody, as Slack tells it: for when the database cannot be asked."""
        try:
            facts = self.slack.user_info(user)
        except SlackFault:
            return self.fallback
        return profile_of("", facts, self.fallback).language if facts is not None else self.fallback

    def publish_home(self, caller: Caller) -> None:
        """Show the person's Home as it is now."""

        def draw(call: Call) -> tuple[Speech, Language]:
            return home(call), call.person.language

        drawn = self.turns.look(caller, draw)
        if drawn is not None:
            speech, language = drawn
            shown = fitting(blocks(speech, language), HOME_BLOCKS, HOME_CHARACTERS)
            self.slack.views_publish(caller.user, {"type": "home", "blocks": shown})
