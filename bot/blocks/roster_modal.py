"""The form that takes those who take part from a channel or a user group."""

from collections.abc import Sequence
from typing import Any

from bot import ids
from bot.blocks.modals import FIELD, modal
from bot.blocks.speech import OPTIONS, Block, picker, plain_text
from bot.render import words
from bot.rosters import Group
from coach.draft import Draft
from coach.language.reading import Language
from coach.messages import rosters as say
from coach.messages.base import Message
from coach.speech import Picker, PickerKind, Verb

CHANNEL, GROUP = "channel", "group"
"""The form's fields."""


def roster_modal(draft: Draft, groups: Sequence[Group], language: Language) -> dict[str, Any]:
    """A channel, or one of the workspace's user groups where it has any."""

    def field(name: str, label: Message, kind: PickerKind, *options: tuple[str, Message]) -> Block:
        choice = Picker(kind, Verb.FROM_ROSTER, label, draft.id, options=options)
        return {
            "type": "input",
            "block_id": name,
            "optional": True,
            "label": plain_text(label, language, FIELD),
            "element": picker(choice, language, name),
        }

    blocks: list[Block] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": words(say.RosterIntro(), language)}},
        field(CHANNEL, say.RosterChannel(), PickerKind.CHANNEL),
    ]
    if groups:
        options = [(one.id, say.ChoiceRosterGroup(one.name, one.handle)) for one in groups[:OPTIONS]]
        blocks.append(field(GROUP, say.RosterGroup(), PickerKind.ONE_OF, *options))
    return modal(Verb.FROM_ROSTER, ids.Subject(draft.id, draft.version), say.RosterTitle(), blocks, language)
