"""The forms as Slack modals, filled in with what is known."""

from typing import Any

from bot import ids
from bot.blocks.speech import Block, plain_text
from bot.blocks.speech import blocks as speech_blocks
from bot.render import value_text, words
from coach.catalogue import METRICS
from coach.draft import Draft
from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal
from coach.hearing import LONGEST_TEXT
from coach.language.reading import Language, Slot
from coach.messages import forms as say
from coach.messages import home
from coach.messages.base import Message, MetricName
from coach.messages.choices import ChoiceMetric
from coach.messages.following import CheckInAction, CheckInFigure, CheckInFigureFirst
from coach.metrics import MetricKey
from coach.naming import metric_of
from coach.own_levels import name_of
from coach.own_metrics import MOST, choice_of
from coach.quantity import Quantity
from coach.smart import aim_of
from coach.speech import Speech, Verb
from coach.usecases.forms import FIGURE
from coach.welcome import finder

WISH = "wish"
"""The one field of the form for a new goal."""
TITLE = 24
FIELD = 2000
TEXT_LENGTH = 400


def edit_modal(draft: Draft, language: Language) -> dict[str, Any]:
    """Every part of a draft in one form."""
    change = aim_of(draft) or draft.delta
    blocks = [
        _input(Slot.METRIC, _metric_select(draft, language), language),
        _input(Slot.BASELINE, text_input(_figure(draft.baseline, language)), language, hint=True),
        _input(Slot.TARGET, text_input(_figure(change, language)), language, hint=True),
        _input(Slot.DEADLINE, _with("datepicker", "initial_date", _iso(draft)), language),
        _input(Slot.OWNER, _with("users_select", "initial_user", draft.owner or draft.author), language),
        _input(Slot.LEVER, text_input(draft.lever, multiline=True), language, hint=True),
        _input(Slot.RELEVANCE, text_input(draft.relevance, multiline=True), language, hint=True),
    ]
    subject = ids.Subject(draft.id, draft.version)
    return modal(Verb.EDIT, subject, say.EditTitle(), blocks, language)


def check_in_modal(check_in: CheckIn, goal: Goal, language: Language) -> dict[str, Any]:
    """One field for the answer, in words or figures."""
    question: Message = CheckInFigureFirst(metric_of(goal))
    if check_in.asks is CheckInAsks.ACTION and goal.actions:
        question = CheckInAction(check_in.wanted or 1, goal.actions[0].text)
    elif check_in.expected is not None:
        question = CheckInFigure(metric_of(goal), check_in.expected)
    blocks: list[Block] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": words(question, language)}},
        {
            "type": "input",
            "block_id": FIGURE,
            "label": plain_text(say.FigureLabel(), language, FIELD),
            "hint": plain_text(say.FigureHint(), language, FIELD),
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


def _input(slot: Slot, element: Block, language: Language, *, hint: bool = False) -> Block:
    """A field; only one that stands empty may be left empty, since what is known cannot be unsaid."""
    block: Block = {
        "type": "input",
        "block_id": slot.value,
        "optional": not any(key.startswith("initial_") for key in element),
        "label": plain_text(say.FieldLabel(slot), language, FIELD),
        "element": element | {"action_id": slot.value},
    }
    if hint:
        block["hint"] = plain_text(say.FieldHint(slot), language, FIELD)
    return block


def text_input(initial: str | None, *, multiline: bool = False) -> Block:
    """A field of words, at most `TEXT_LENGTH` characters."""
    element: Block = {"type": "plain_text_input", "max_length": TEXT_LENGTH}
    if multiline:
        element["multiline"] = True
    return element | ({"initial_value": initial[:TEXT_LENGTH]} if initial else {})


def _with(kind: str, key: str, initial: str | None) -> Block:
    return {"type": kind} | ({key: initial} if initial else {})


def _iso(draft: Draft) -> str | None:
    return draft.deadline.isoformat() if draft.deadline is not None else None


def _figure(figure: Quantity | None, language: Language) -> str | None:
    return value_text(figure, language) if figure is not None else None


def _metric_select(draft: Draft, language: Language) -> Block:
    def option(key: MetricKey, words_of_person: str | None = None) -> Block:
        name = ChoiceMetric(MetricName(key, words_of_person))
        return {"text": plain_text(name, language, 75), "value": key.value}

    own = [
        {"text": plain_text(ChoiceMetric(name_of(one)), language, 75), "value": choice_of(one)}
        for one in draft.own_metrics[:MOST]
    ]
    if draft.metric_words and (draft.own_metric is None or draft.own_metric not in draft.own_metrics):
        own.insert(0, option(MetricKey.OTHER, draft.metric_words))
    options = own + [option(key) for key in METRICS if key is not MetricKey.OTHER]
    element: Block = {"type": "static_select", "options": options}
    values = {choice_of(draft.own_metric) if draft.own_metric else "", draft.metric and draft.metric.value}
    chosen = [one for one in options if one["value"] in values]
    return element | ({"initial_option": chosen[0]} if chosen else {})
