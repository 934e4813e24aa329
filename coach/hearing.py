"""Reading what is said to a draft: in the light of the question that waits, or not at all."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from coach.draft import Draft
from coach.elsewhere import our_part
from coach.history import part_history
from coach.language import read_reply
from coach.language.plain import has_digit
from coach.language.reading import Language, Origin, Reply, Resource, Slot, Understanding
from coach.messages import dialogue as say
from coach.messages.base import Message
from coach.quantity import Unit
from coach.samples import SURVEYED, part_answers, read_answers
from coach.smart import is_open

REACH = frozenset({Slot.ORIGIN, Slot.RESOURCES})
"""Asked in one question: where the figure comes from, and whether the team has what it takes."""
PIECES = re.compile(r"[,;.]|\b(?:et|and|mais|but)\b", re.IGNORECASE)
LONGEST_TEXT = 1500
"""Characters of a message that is read as a goal or an answer; a goal is one sentence."""


def unreadable(text: str) -> Message | None:
    """Why this text cannot be a goal or an answer at all, or None where it can."""
    stripped = text.strip()
    if not stripped:
        return say.EmptyWish()
    if len(stripped) > LONGEST_TEXT:
        return say.TooLong(len(stripped), LONGEST_TEXT)
    if not any(character.isalnum() for character in _without_emoji_codes(stripped)):
        return say.NoWords()
    return None


def _without_emoji_codes(text: str) -> str:
    """The text without Slack's `:emoji_names:`."""
    pieces = text.split(":")
    return " ".join(piece for piece in pieces if not _is_code(piece)) if len(pieces) > 2 else text


def _is_code(piece: str) -> bool:
    return bool(piece) and " " not in piece and piece.isascii() and not piece[0].isdigit()


def hear(draft: Draft, text: str, today: date) -> Reply:
    """The answer, read after the question that waits."""
    figure = _open_figure(draft)
    if figure is not None and not has_digit(text):
        text = f"{figure.normalize():f} {text}"  # "minutes" after "4: in what unit?"
    if _is_told_in_seconds(draft):
        text = _MINUTES_AND_SECONDS.sub(r"\1\2 min \3", text)

    def read(words: str, asked: Slot | None) -> Reply:
        return read_reply(
            words, language=None, today=today, asked=asked, metric=draft.metric, fallback=draft.language
        )

    if draft.asked not in REACH or not all(is_open(draft, slot) for slot in REACH):
        return read(text, draft.asked)
    # one question for two slots: each piece of the answer may speak of one of them
    reply = read(text, Slot.ORIGIN)
    origins, spoken = [reply.origin], [read(text, Slot.RESOURCES).lacking or frozenset()]
    for piece in filter(str.strip, PIECES.split(text)):
        origins.append(origin := read(piece, Slot.ORIGIN).origin)
        lacking = read(piece, Slot.RESOURCES).lacking
        if lacking or (lacking is not None and origin is None):
            spoken.append(lacking)
    return reply.model_copy(
        update={
            "origin": next(filter(None, origins), None),
            "lacking": frozenset[Resource]().union(*spoken) if len(spoken) > 1 or spoken[0] else None,
        }
    )


_MINUTES_AND_SECONDS = re.compile(r"^(\D*)(\d{1,2})[.,]([0-5]\d)(?=[^\d%]*$)(?!\s*(?:min|mn|h|s|sec)\b)")
"""A length of time as it is read off a phone system ("7.40"), alone in an answer."""


def _is_told_in_seconds(draft: Draft) -> bool:
    """Whether a level is asked beside one that was told in minutes and seconds ("8 min 20 s")."""
    known = draft.target if draft.asked is Slot.BASELINE else draft.baseline
    if draft.asked not in {Slot.BASELINE, Slot.TARGET} or known is None:
        return False
    return known.unit is Unit.SECONDS and known.value > 60 and known.value % 60 != 0


def _open_figure(draft: Draft) -> Decimal | None:
    """The figure whose unit was asked, where that is the question."""
    if draft.asked is None or draft.asked not in draft.unit_open:
        return None
    figure = draft.baseline if draft.asked is Slot.BASELINE else draft.target
    return figure.value if figure is not None else None


def hear_besides(draft: Draft, text: str) -> tuple[dict[str, Any], str]:
    """How many answers come in, or the last weeks, where a text tells them; and what else it says."""
    history, rest = part_history(draft, text)
    if history:
        return {"history": history, "origin": Origin.HISTORY}, rest
    if draft.metric not in SURVEYED:
        return {}, text
    if draft.asked is Slot.ANSWERS and (answers := read_answers(text, draft.language)) is not None:
        return {"answers": answers}, ""
    answers, rest = part_answers(text, draft.language)
    return ({"answers": answers}, rest) if answers is not None else ({}, text)


def is_a_wish(reading: Understanding) -> bool:
    """Whether a text says something that could become a goal."""
    return bool(
        reading.metric
        or reading.metric_alternatives
        or reading.vague_words
        or reading.direction
        or reading.delta
        or reading.parts
        or our_part(reading.text, reading.language)
    )


def says_values(reading: Understanding, today: date, language: Language) -> bool:
    """Whether a text says figures or a date and no wish: it answers something, or puts it right."""
    if reading.metric or reading.metric_alternatives or reading.vague_words or reading.parts:
        return False
    dated = reading.deadline is not None or reading.deadline_problem is not None
    if dated or has_digit(reading.text):
        return True
    reply = read_reply(reading.text, language=None, today=today, asked=None, fallback=language)
    return reply.correction
