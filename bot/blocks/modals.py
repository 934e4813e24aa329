"""The forms as Slack modals, filled in with what is known."""

from datetime import date
from typing import Any

from bot import ids
from bot.blocks.speech import Block, plain_text
from bot.blocks.speech import blocks as speech_blocks
from bot.render import words
from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal
from coach.hearing import LONGEST_TEXT
from coach.language.reading import Language
from coach.messages import forms as say
from coach.messages import home
from coach.messages.base import Message
from coach.messages.check_in_questions import CheckInFigure, CheckInFigureFirst
from coach.naming import metric_of
from coach.speech import Speech, Verb
from coach.usecases.asking import action_words, kind_of
from coach.usecases.forms import FIGURE
from coach.welcome import finder

WISH = "wish"
"""The one field of the form for a new goal."""
TITLE = 24
FIELD = 2000
TEXT_LENGTH = 400


def check_in_modal(check_in: CheckIn, goal: Goal, today: date, language: Language) -> dict[str, Any]:
    """One field for the answer, in words or figures."""
    question: Message = CheckInFigureFirst(metric_of(goal))
    hint: Message = say.FigureHint(kind_of(goal))
    if check_in.asks is CheckInAsks.ACTION and goal.actions:
        hint = say.FigureHintAction()
        question = action_words(goal, check_in, goal.actions[0], today)
    elif check_in.expected is not None:
        question = CheckInFigure(metric_of(goal), check_in.expected)
    blocks: list[Block] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": words(question, language)}},
        {
            "type": "input",
            "block_id": FIGURE,
            "label": plain_text(say.FigureLabel(), language, FIELD),
            "hint": plain_text(hint, language, FIELD),
            "element": text_input(None) | {"action_id": FIGURE},
        },
    ]
    return modal(Verb.CHECK_IN, ids.Subject(check_in.id), say.CheckInTitle(), blocks, language)


def wish_modal(language: Language) -> dict[str, Any]:
    """One field: what to get better; and a list of services for whoever has nothing in mind."""
    element = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_TEXT, "action_id": WISH}
    return {
        "type": "modal",
        "callback_id": ids.view_id(Verb.NEW_GOAL, ids.Subject("")),
        "title": plain_text(home.WishTitle(), language, TITLE),
        "submit": plain_text(home.LabelBegin(), language, TITLE),
        "close": plain_text(say.LabelClose(), language, TITLE),
        "blocks": [
            {
                "type": "input",
                "block_id": WISH,
                "label": plain_text(home.WishLabel(), language, FIELD),
                "hint": plain_text(home.WishHint(), language, FIELD),
                "element": element,
            },
            *speech_blocks(Speech((finder(),)), language),
        ],
    }


def notice_modal(notice: Message, language: Language) -> dict[str, Any]:
    """One sentence to read and to close: for what was pressed where no message can follow."""
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Jalon"},
        "close": plain_text(say.LabelClose(), language, TITLE),
        "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": words(notice, language)}}],
    }


def modal(
    verb: Verb, subject: ids.Subject, title: Message, blocks: list[Block], language: Language
) -> dict[str, Any]:
    """A form: `verb` and `subject` say what becomes of it once it is sent."""
    return {
        "type": "modal",
        "callback_id": ids.view_id(verb, subject),
        "title": plain_text(title, language, TITLE),
        "submit": plain_text(say.LabelSave(), language, TITLE),
        "close": plain_text(say.LabelClose(), language, TITLE),
        "blocks": blocks,
    }


def text_input(initial: str | None, *, multiline: bool = False) -> Block:
    """A field of words, at most `TEXT_LENGTH` characters."""
    element: Block = {"type": "plain_text_input", "max_length": TEXT_LENGTH}
    if multiline:
        element["multiline"] = True
    return element | ({"initial_value": initial[:TEXT_LENGTH]} if initial else {})
