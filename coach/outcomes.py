"""What a turn can lead to: the next question, the card, a word, or nothing."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coach.absorb import Taken, take, take_wish
from coach.cards import smart_card
from coach.draft import Draft, DraftState
from coach.language import understand
from coach.language.reading import Origin, Slot
from coach.messages import asking, choices, noted
from coach.messages import dialogue as say
from coach.messages.base import Message
from coach.messages.cards import CannotConfirmYet
from coach.messages.guards import band_warning
from coach.messages.noise import NoWayAround
from coach.noting import all_known
from coach.questions import ask, ideas, settled
from coach.questions_besides import ways_out
from coach.smart import is_open, metric_name, missing, next_missing, noise_refuses, question, questions_open
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn leads to."""

    draft: Draft
    speech: Speech | None
    """What is said next; None: nothing (a button pressed twice)."""
    settled: Speech | None = None
    """What the message becomes whose button was pressed."""
    wants_confirmation: bool = False
    """The person confirmed a whole goal: the use case makes it one."""
    changed: bool = True
    """Whether the draft is to be saved."""


def counted(taken: Taken) -> Taken:
    """What the first text leaves open is kept: it says how many questions there may be."""
    return replace(taken, draft=taken.draft.model_copy(update={"open_at_first": questions_open(taken.draft)}))


def apply(draft: Draft, facts: dict[str, Any], today: date) -> Outcome:
    """Take these facts, then go on."""
    taken = take(draft, facts, today)
    return go_on(answered(taken, draft.asked), today, version=draft.version)


def answered(taken: Taken, asked: Slot | None) -> Taken:
    """Note the question as answered, so that "back" finds it."""
    if asked is None or is_open(taken.draft, asked):
        return taken
    trail = (*(slot for slot in taken.draft.trail if slot is not asked), asked)
    return replace(taken, draft=taken.draft.model_copy(update={"trail": trail}))


def go_on(taken: Taken, today: date, *, version: int, opening: tuple[Line, ...] = ()) -> Outcome:
    """Say back what was taken and what could not be, then ask what is missing or show the card."""
    slot = next_missing(taken.draft)
    draft = taken.draft.model_copy(update={"asked": slot, "version": version})
    parts: list[Part] = list(opening) if slot is not None else []
    if taken.noted:
        parts.append(Line(noted.Corrected(taken.noted) if taken.changed else noted.Noted(taken.noted)))
    parts += [Line(problem) for problem in taken.problems]
    if Slot.BASELINE in taken.filled and (warning := band_warning(metric_name(draft), draft.baseline)):
        parts.append(Line(warning))
    return Outcome(draft, Speech((*parts, *asks(draft, today).parts)))


def asks(draft: Draft, today: date) -> Speech:
    """What a draft asks as it stands: its question, or the card with its Confirm."""
    return smart_card(draft, today) if draft.asked is None else ask(draft, draft.asked, today)


def after(outcome: Outcome, told: tuple[Message, ...]) -> Outcome:
    """The outcome, with some words before what is said."""
    said = outcome.speech.parts if outcome.speech is not None else ()
    return replace(outcome, speech=Speech((*(Line(message) for message in told), *said)))


def again(draft: Draft, today: date, first: Message) -> Outcome:
    """Say one thing, then the same question (or the card) once more."""
    slot = next_missing(draft)
    draft = draft.model_copy(update={"asked": slot})
    return Outcome(draft, Speech((Line(first), *asks(draft, today).parts)))


def not_understood(draft: Draft, today: date) -> Outcome:
    """The text answers nothing that was asked."""
    if draft.asked is None:
        return Outcome(draft, Speech((Line(say.WhatToChange()),)))
    return again(draft, today, asking.NotUnderstood(draft.asked))


def unknown(draft: Draft, today: date, *, skipped: bool = False) -> Outcome:
    """What follows "I do not know": measured where it can be, helped where it cannot."""
    match draft.asked:
        case Slot.BASELINE:
            return apply(draft, {"baseline_unknown": True}, today)
        case Slot.ORIGIN:
            return apply(draft, {"origin": Origin.GUESS}, today)
        case Slot.GUARD:
            return leave(draft, "guard_left", today)
        case Slot.ANSWERS if noise_refuses(draft):
            advised = ways_out(draft, today)[0][1]
            return Outcome(draft, Speech((Line(NoWayAround(advised)), *asks(draft, today).parts[1:])))
        case Slot.ANSWERS:
            return leave(draft, "answers_left", today)
        case None:
            return Outcome(draft, Speech((Line(say.WhatToChange()),)))
        case Slot.LEVER if not skipped:
            return Outcome(draft, Speech((Line(asking.HelpFind(Slot.LEVER)), *ideas(draft))))
        case slot:
            return again(draft, today, say.CannotSkip() if skipped else asking.HelpFind(slot))


def leave(draft: Draft, name: str, today: date) -> Outcome:
    """A question that may be left to the coach: what it proposes stands on the card."""
    assert draft.asked is not None
    left = draft.model_copy(update={name: True, "reopened": draft.reopened - {draft.asked}})
    return go_on(Taken(left), today, version=draft.version)


def why(draft: Draft, today: date) -> Outcome:
    """Why it is asked, and the question once more."""
    slot = draft.asked
    if slot is None:
        return Outcome(draft, Speech((Line(say.WhatToChange()),)))
    return again(draft, today, asking.Why(slot))


def back(draft: Draft, today: date) -> Outcome:
    """The last question answered is asked once more; what was answered stands until it is answered anew."""
    if not draft.trail:
        return again(draft, today, say.NothingToGoBackTo())
    last = draft.trail[-1]
    draft = draft.model_copy(
        update={"trail": draft.trail[:-1], "reopened": draft.reopened | {last}, "asked": last}
    )
    return Outcome(draft, ask(draft, last, today))


def ask_anew(draft: Draft, slot: Slot, today: date) -> Outcome:
    """Something on the card is to be said otherwise: its question is put."""
    draft = draft.model_copy(update={"reopened": draft.reopened | {slot}, "asked": slot})
    return Outcome(draft, ask(draft, slot, today))


def cancel(draft: Draft) -> Outcome:
    """The goal in the making is given up, until it is taken up again."""
    draft = draft.model_copy(update={"state": DraftState.CANCELLED, "asked": None})
    parts = (
        Line(say.Cancelled(draft.wish)),
        Row((Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),)),
    )
    return Outcome(draft, Speech(parts), settled=Speech((Line(say.Cancelled(draft.wish), Style.QUIET),)))


def resume(draft: Draft, today: date) -> Outcome:
    """It is taken up again where it was left."""
    outcome = summary(draft, today)
    assert outcome.speech is not None
    return replace(outcome, speech=Speech((Line(say.Resumed(draft.wish)), *outcome.speech.parts)))


def summary(draft: Draft, today: date) -> Outcome:
    """What is known, how much is left, and the question that waits."""
    slot = next_missing(draft)
    draft = draft.model_copy(update={"asked": slot})
    if slot is None:
        return Outcome(draft, smart_card(draft, today))
    lines = [Line(message, Style.ITEM) for message in all_known(draft)]
    left = len({question(slot) for slot in missing(draft)})
    parts = (Line(say.SummaryTitle()), *lines, Line(say.StillOpen(left), Style.QUIET))
    return Outcome(draft, Speech((*parts, *ask(draft, slot, today).parts)))


def confirm(draft: Draft, today: date) -> Outcome:
    """A whole goal is confirmed; of one that is not, the question that waits is put again."""
    if next_missing(draft) is not None:
        return again(draft, today, CannotConfirmYet())
    return Outcome(draft, None, wants_confirmation=True)


def choose_part(draft: Draft, index: int, today: date) -> Outcome:
    """One of two goals is taken up; the other is kept for later."""
    chosen = draft.parts[min(index, len(draft.parts) - 1)]
    rest = tuple(part for part in draft.parts if part != chosen)
    bare = draft.model_copy(update={"parts": (), "later": rest, "wish": chosen, "asked": None})
    reading = understand(chosen, None, today, fallback=draft.language)
    taken = counted(take_wish(bare, reading.model_copy(update={"parts": ()}), today))
    kept = tuple(Line(say.PartKept(part), Style.QUIET) for part in rest)
    outcome = go_on(taken, today, version=draft.version, opening=kept)
    done = settled(draft, Slot.PART, choices.ChoiceText(chosen)) if draft.asked is Slot.PART else None
    return replace(outcome, settled=done)


def as_one(draft: Draft, today: date) -> Outcome:
    """What was read as two goals is one, as the person says."""
    whole = draft.model_copy(update={"parts": (), "asked": None})
    reading = understand(draft.wish, None, today, fallback=draft.language).model_copy(update={"parts": ()})
    return go_on(counted(take_wish(whole, reading, today)), today, version=draft.version)
