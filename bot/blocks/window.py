"""What can be read from the Home without leaving it: a speech in a window of its own."""

from typing import Any

from bot.blocks.modals import TITLE
from bot.blocks.speech import blocks, plain_text
from coach.language.reading import Language
from coach.messages import forms as say
from coach.speech import Picture, Speech

MOST_BLOCKS = 100


def window(speech: Speech, language: Language) -> dict[str, Any]:
    """A speech in a window, to read and to press; pictures stay in messages, into which they are uploaded."""
    told = Speech(tuple(part for part in speech.parts if not isinstance(part, Picture)))
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Jalon"},
        "close": plain_text(say.LabelClose(), language, TITLE),
        "blocks": blocks(told, language)[:MOST_BLOCKS],
    }
