"""The ids that Slack carries for us: what was pressed, and what it is about."""

from typing import NamedTuple

from coach.language.reading import Slot
from coach.speech import Verb

NOTHING = "-"


class Subject(NamedTuple):
    """What a row of buttons is about: an id (draft, goal, check-in), its version, and a slot."""

    id: str
    version: int = 0
    slot: Slot | None = None


def block_id(subject: Subject, row: int) -> str:
    """The id of a row of buttons (at most 255 characters, unique in its message by `row`)."""
    return "/".join((subject.id or NOTHING, str(subject.version), subject.slot or NOTHING, str(row)))


def read_block_id(text: str) -> Subject:
    """What a row is about. A row that is not ours is about nothing."""
    pieces = text.split("/")
    if len(pieces) != 4 or not pieces[1].isdigit():
        return Subject("")
    slot = Slot(pieces[2]) if pieces[2] in set(Slot) else None
    return Subject("" if pieces[0] == NOTHING else pieces[0], int(pieces[1]), slot)


def action_id(verb: Verb, slot: Slot | None, index: int) -> str:
    """The id of one thing to press, unique in its row by `index`."""
    return "/".join((verb, slot or NOTHING, str(index)))


def read_action_id(text: str) -> tuple[Verb | None, Slot | None]:
    """What was pressed. Something that is not ours is nothing."""
    pieces = text.split("/")
    verb = Verb(pieces[0]) if pieces[0] in set(Verb) else None
    slot = Slot(pieces[1]) if len(pieces) > 1 and pieces[1] in set(Slot) else None
    return verb, slot


def view_id(verb: Verb, subject: Subject) -> str:
    """The callback id of a modal: what it does, and what it is about."""
    return "/".join((verb, subject.id or NOTHING, str(subject.version)))


def read_view_id(text: str) -> tuple[Verb | None, Subject]:
    """What a modal does and what it is about. One that is not ours is nothing."""
    pieces = text.split("/")
    if len(pieces) != 3 or pieces[0] not in set(Verb) or not pieces[2].isdigit():
        return None, Subject("")
    return Verb(pieces[0]), Subject(pieces[1], int(pieces[2]))
