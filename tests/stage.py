"""A stage for whole conversations: Jalon in its playground, people who talk with it, time that goes on."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.playground import Ack, Message, Person, View, as_text
from bot.trial import Trial
from tests.payloads import keep_payloads

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2027, 1, 4, 9, 0, tzinfo=PARIS)
"""A Monday morning."""
A_MOMENT = timedelta(seconds=20)
"""How long people take to read and answer."""


def typeset(label: str) -> str:
    """A label with the spaces that French typography asks for, as it stands on the screen."""
    narrow, wide = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    return label.replace(" ?", f"{narrow}?").replace(" :", f"{wide}:").replace("'", "’")


class Stage:
    """Everything that Jalon is, driven as people would drive it."""

    def __init__(self, directory: Path, start: datetime = START) -> None:
        clock = MovableClock()
        clock.offset = start - clock.now()  # back too: the real date will pass `start` one day
        self.trial = Trial(directory, clock=clock, tick_seconds=300)
        self._seen: dict[str, int] = {}
        self.record: list[str] = []
        """The conversation as a reader follows it."""

    def __enter__(self) -> Self:
        self.trial.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        keep_payloads(self.trial.playground)
        self.trial.__exit__(kind, error, trace)

    # --- people ---
    def person(self, name: str) -> Person:
        """Somebody of the workspace, by first name."""
        return self.trial.playground.person(name)

    def says(self, name: str, text: str) -> str:
        """Somebody writes to Jalon; what Jalon answers, as they read it."""
        self._moment()
        self.person(name).say(text)
        return self._hear(name)

    def commands(self, name: str, line: str, where: str | None = None) -> str:
        """Somebody uses a slash command; what they read then in their conversation with Jalon."""
        self._moment()
        command, _, text = line.partition(" ")
        self.person(name).command(command, text, where=where)
        self.record.append(f"{self.person(name).user.real_name} › {line}")
        return self._hear(name)

    def presses(self, name: str, label: str, message: Message | View | None = None) -> str:
        """Somebody presses a button on the last message that has it."""
        self._moment()
        label = typeset(label)
        thing = message or self.with_button(name, label)
        self.record.append(f"{self.person(name).user.real_name} › [{label}]")
        self.person(name).press(thing, label)
        return self._hear(name)

    def chooses(self, name: str, what: str, chosen: Any) -> str:
        """Somebody chooses in a list on the last message that has it."""
        self._moment()
        what = typeset(what)
        thing = self.with_button(name, what)
        self.record.append(f"{self.person(name).user.real_name} › [{what} ▾ {chosen}]")
        self.person(name).choose(thing, what, chosen)
        return self._hear(name)

    def submits(self, name: str, filled: dict[str, Any]) -> Ack:
        """Somebody fills in the form in front of them and sends it."""
        self._moment()
        ack = self.person(name).submit(filled=filled)
        self._hear(name)
        return ack

    def with_button(self, name: str, label: str) -> Message:
        """The last message in somebody's conversation with Jalon that has such a button or list."""
        for message in reversed(self.messages(name)):
            if label in json.dumps(message.blocks, ensure_ascii=False):
                return message
        raise AssertionError(f"{name} sees no {label!r}:\n{self.transcript(name)}")

    def messages(self, name: str) -> list[Message]:
        """All messages between somebody and Jalon, oldest first."""
        world = self.trial.playground.world
        return list(world.messages(self.person(name).dm, seen_by=self.person(name).user))

    # --- time ---
    def now(self) -> datetime:
        """What the clock shows."""
        return self.trial.clock.now()

    def goes_to(self, when: datetime) -> None:
        """Time goes on to an instant; what falls due on the way comes out."""
        self.trial.machine.move_to(when)
        self.settle()

    def goes_on(self, by: timedelta) -> None:
        """Time goes on by so much."""
        self.goes_to(self.now() + by)

    def _moment(self) -> None:
        self.trial.clock.offset += A_MOMENT

    def settle(self) -> None:
        """Wait until everything that was said has arrived."""
        self.trial.playground.settle(20)

    # --- what is read ---
    def _hear(self, name: str) -> str:
        self.settle()
        return self.news(name)

    def news(self, name: str) -> str:
        """What appeared in somebody's conversation since it was last looked at; it goes into the record."""
        world = self.trial.playground.world
        messages = self.messages(name)
        fresh = messages[self._seen.get(name, 0) :]
        self._seen[name] = len(messages)
        text = "\n\n".join(as_text(world, message) for message in fresh)
        if text:
            self.record.append(text)
        return text

    def post(self, channel: str) -> str:
        """The last message of a channel, as it is read there; it goes into the record."""
        text = self.trial.playground.transcript(channel).strip().split("\n\n")[-1]
        self.record.append(f"#{channel.lstrip('#')}\n{text}")
        return text

    def transcript(self, name: str) -> str:
        """The whole conversation between somebody and Jalon as it stands now."""
        return self.trial.playground.transcript(name)

    def story(self) -> str:
        """The record as one text, for a snapshot."""
        return (
            "\n\n".join(self.record)
            .replace("\N{NARROW NO-BREAK SPACE}", " ")
            .replace("\N{NO-BREAK SPACE}", " ")
            + "\n"
        )
