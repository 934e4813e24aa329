"""One turn of the conversation that makes a goal: a draft and what the person did, to a draft and an answer.

Pure and total: any turn on any draft gives an outcome, and the next question is computed from what is known.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from coach.absorb import Taken, take, take_reply, take_wish
from coach.card_choices import chosen_cue
from coach.cards import smart_card
from coach.choices import label_of, picked
from coach.draft import Draft, DraftState
from coach.goal import Path
from coach.hearing import LONGEST_TEXT, hear, hear_besides, unreadable
from coach.language import understand
from coach.language.reading import Intent, Origin, Reply, Resource, Slot, Understanding
from coach.messages import asking, choices, noted
from coach.messages import dialogue as say
from coach.messages.base import Message
from coach.messages.cards import CannotConfirmYet
from coach.messages.guards import band_warning
from coach.messages.noise import NoWayAround
from coach.metrics import MetricKey
from coach.noting import all_known, without_echo
from coach.questions import OTHER_METRIC, ask, ideas, same_question, settled
from coach.questions_besides import UNKNOWN, way_out_in_words, ways_out
from coach.samples import SURVEYED, part_answers
from coach.smart import is_open, metric_name, missing, next_missing, noise_refuses, question, questions_open
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.templates import Template


@dataclass(frozen=True, slots=True)
class Said:
    """The person wrote something."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """The person pressed or picked something on a message about this draft."""

    verb: Verb
    version: int
    slot: Slot | None = None
    values: tuple[str, ...] = ()

    def mark(self) -> str:
        """The same for the same thing pressed twice."""
        return "/".join((self.verb, str(self.version), self.slot or "", *self.values))


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


def begin(
    draft: Draft, today: date, template: Template | None = None, reading: Understanding | None = None
) -> Outcome:
    """The first turn: read the wish that the new draft carries, and ask the first question.

    Args:
        draft: The new draft.
        today: The person's local date.
        template: The usual goal that the wish came from, if any: it knows its metric better than its words.
        reading: What the wish says, where it was read already.
    """
    if (refusal := unreadable(draft.wish)) is not None:
        return Outcome(draft, Speech((Line(refusal),)), changed=False)
    reading = reading or understand(draft.wish, None, today, fallback=draft.language)
    wish, besides = reading.text, dict[str, Any]()
    if reading.metric in SURVEYED:
        answers, rest = part_answers(wish, reading.language)
        if answers is not None:
            reading, besides = understand(rest, None, today, fallback=draft.language), {"answers": answers}
    if template is not None:
        known = None if template.metric is MetricKey.OTHER else template.metric
        reading = reading.model_copy(update={"metric": known, "metric_alternatives": ()})
    draft = draft.model_copy(update={"language": reading.language, "wish": wish[:LONGEST_TEXT]})
    taken = _counted(take_wish(draft, reading, today, besides))
    understood = taken.noted or taken.problems or taken.draft.parts or reading.vague_words
    opening = say.Begun() if understood or reading.metric_alternatives else say.BegunPlainly()
    return _go_on(taken, today, opening=(Line(opening),), version=draft.version)


def _counted(taken: Taken) -> Taken:
    """What the first text leaves open is kept: it says how many questions there may be."""
    return replace(taken, draft=taken.draft.model_copy(update={"open_at_first": questions_open(taken.draft)}))


def step(draft: Draft, turn: Said | Pressed, now: datetime, today: date) -> Outcome:
    """One turn on a draft that was begun.

    Args:
        draft: As it was left.
        turn: What the person did.
        now: The instant, aware.
        today: The person's local date.
    """
    press = turn.mark() if isinstance(turn, Pressed) else None
    if press is not None and press == draft.last_press:
        return Outcome(draft, None, changed=False)
    draft = draft.model_copy(update={"last_press": press})
    if draft.state is not DraftState.OPEN:
        return _closed(draft, turn, now, today)
    draft = draft.model_copy(update={"version": draft.version + 1, "touched_at": now})
    if isinstance(turn, Said):
        return _said(draft, turn.text, today)
    return _pressed(draft, turn, today)


def edit(draft: Draft, facts: dict[str, Any], now: datetime, today: date) -> Outcome:
    """The edit modal was sent: take everything in it, then go on from there."""
    draft = draft.model_copy(update={"version": draft.version + 1, "touched_at": now, "last_press": None})
    return _go_on(take(draft, facts, today), today, version=draft.version)


def _closed(draft: Draft, turn: Said | Pressed, now: datetime, today: date) -> Outcome:
    """A draft that is over: say so, and let a cancelled one be taken up again."""
    if draft.state is DraftState.CONFIRMED:
        return Outcome(draft, Speech((Line(say.DraftIsConfirmed(draft.wish)),)), changed=False)
    if isinstance(turn, Pressed) and turn.verb is Verb.RESUME:
        revived = draft.model_copy(
            update={"version": draft.version + 1, "touched_at": now, "state": DraftState.OPEN}
        )
        return _resume(revived, today)
    parts = (
        Line(say.DraftIsCancelled(draft.wish)),
        Row((Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),)),
    )
    return Outcome(draft, Speech(parts), changed=False)


# --- words ---------------------------------------------------------------------------------------
def _said(draft: Draft, text: str, today: date) -> Outcome:
    if (refusal := unreadable(text)) is not None:
        return _again(draft, today, refusal)
    besides, text = hear_besides(draft, text)
    if besides and not any(character.isalnum() for character in text):
        return _apply(draft, besides, today)
    reply = hear(draft, text, today)
    if not reply.correction and (handled := _intent(draft, reply, today)) is not None:
        return handled
    if draft.asked is Slot.PART and reply.part is not None and draft.parts:
        return _choose_part(draft, reply.part, today)
    if (
        draft.asked is Slot.ANSWERS
        and noise_refuses(draft)
        and (way := way_out_in_words(draft, reply, today))
    ):
        return _apply(draft, picked(draft, Slot.ANSWERS, (way,)), today)
    taken = take_reply(draft, reply, today, besides)
    if not taken.noted and not taken.problems and taken.draft == draft:
        return _not_understood(draft, today)
    return _go_on(_answered(taken, draft.asked), today, version=draft.version)


def _intent(draft: Draft, reply: Reply, today: date) -> Outcome | None:
    """What the person wants of the conversation, where they do not answer the question."""
    ready = draft.asked is None
    match reply.intent:
        case Intent.CANCEL:
            return _cancel(draft)
        case Intent.BACK:
            return _back(draft, today)
        case Intent.HELP:
            return _why(draft, today)
        case Intent.SUMMARY | Intent.RESUME:
            return _summary(draft, today)
        case Intent.SKIP:
            return _unknown(draft, today, skipped=True)
        case Intent.UNKNOWN:
            return _unknown(draft, today)
        case Intent.CONFIRM | Intent.YES if ready:
            return _confirm(draft, today)
        case Intent.NO if ready:
            return Outcome(draft, Speech((Line(say.WhatToChange()),)))
        case Intent.YES if draft.asked is Slot.RESOURCES:
            return _apply(draft, {"lacking": frozenset[Resource]()}, today)
        case _:
            return None


# --- buttons -------------------------------------------------------------------------------------
def _pressed(draft: Draft, turn: Pressed, today: date) -> Outcome:
    simple: dict[Verb, Callable[[Draft, date], Outcome]] = {
        Verb.WHY: _why,
        Verb.BACK: _back,
        Verb.SUMMARY: _summary,
        Verb.RESUME: _resume,
        Verb.CONFIRM: _confirm,
    }
    if turn.verb is Verb.ASK and turn.slot is not None:
        return _ask_anew(draft, turn.slot, today)
    if turn.verb is Verb.CANCEL:
        return _cancel(draft)
    if turn.verb in simple:
        return simple[turn.verb](draft, today)
    if turn.verb is not Verb.ANSWER or turn.slot is None or not turn.values:
        return _set(draft, turn, today)
    if turn.version != draft.version - 1 and not is_open(draft, turn.slot):
        return _old_button(draft, turn, today)
    return _answer(draft, turn.slot, turn.values, today)


def _old_button(draft: Draft, turn: Pressed, today: date) -> Outcome:
    """A question that was answered since: nothing changes; twice the same answer is not worth a word."""
    assert turn.slot is not None
    facts = picked(draft, turn.slot, turn.values)
    if facts and all(getattr(draft, name) == value for name, value in facts.items()):
        return Outcome(draft, None, changed=False)
    return _again(draft, today, say.OldButton())


def _answer(draft: Draft, slot: Slot, values: tuple[str, ...], today: date) -> Outcome:
    if slot is Slot.PART and draft.parts and values[0] in {"0", "1"}:
        return _choose_part(draft, int(values[0]), today)
    if values == (UNKNOWN,):
        unknown = _unknown(draft.model_copy(update={"asked": slot}), today)
        done = settled(draft, slot, choices.ChoiceUnknown(slot))
        return replace(unknown, settled=done)
    if slot is Slot.METRIC and values == (OTHER_METRIC,):
        return _again(draft.model_copy(update={"alternatives": ()}), today, asking.NotUnderstood(slot))
    facts = picked(draft, slot, values)
    if not facts:
        return _again(draft, today, say.OldButton())
    asked_before = draft
    outcome = _apply(draft.model_copy(update={"asked": slot}), facts, today)
    if same_question(slot, outcome.draft.asked) and slot != outcome.draft.asked and outcome.speech:
        # the other half of the same question: it stays where it is
        return replace(outcome, speech=None, settled=outcome.speech)
    return replace(
        outcome,
        speech=without_echo(outcome.speech),
        settled=settled(asked_before, slot, label_of(asked_before, slot, values)),
    )


def _set(draft: Draft, turn: Pressed, today: date) -> Outcome:
    """The settings on the card: they change the draft and need no word."""
    value = turn.values[0] if turn.values else None
    check_in = draft.check_in
    update: dict[str, Any] = {}
    match turn.verb:
        case Verb.SET_OWNER:
            update = {"owner": value, "owner_name": None}
        case Verb.SET_CONTRIBUTORS:
            update = {"contributors": turn.values}
        case Verb.SET_CHANNEL:
            update = {"channel": value}
        case Verb.SET_CHECK_IN if value is not None and value.isdigit():
            update = {"check_in": check_in.model_copy(update={"weekday": int(value) % 7})}
        case Verb.SET_CHECK_IN_HOUR if value is not None:
            update = {
                "check_in": check_in.model_copy(update={"at": time.fromisoformat(value), "chosen": True})
            }
        case Verb.SET_PATH if value in set(Path):
            update = {"path": Path(value)}
        case Verb.SET_CUE if value is not None:
            update = {"cue": chosen_cue(value)}
        case _:
            return Outcome(draft, None, changed=False)
    draft = draft.model_copy(update=update)
    # a setting leaves the buttons of the card valid: it is no answer to a question
    card = smart_card(draft, today) if draft.asked is None else None
    return Outcome(draft, None, settled=card)


# --- what a turn can lead to ---------------------------------------------------------------------
def _apply(draft: Draft, facts: dict[str, Any], today: date) -> Outcome:
    taken = take(draft, facts, today)
    return _go_on(_answered(taken, draft.asked), today, version=draft.version)


def _answered(taken: Taken, asked: Slot | None) -> Taken:
    """Note the question as answered, so that "back" finds it."""
    if asked is None or is_open(taken.draft, asked):
        return taken
    trail = (*(slot for slot in taken.draft.trail if slot is not asked), asked)
    return replace(taken, draft=taken.draft.model_copy(update={"trail": trail}))


def _go_on(taken: Taken, today: date, *, version: int, opening: tuple[Line, ...] = ()) -> Outcome:
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


def _again(draft: Draft, today: date, first: Message) -> Outcome:
    """Say one thing, then the same question (or the card) once more."""
    slot = next_missing(draft)
    draft = draft.model_copy(update={"asked": slot})
    return Outcome(draft, Speech((Line(first), *asks(draft, today).parts)))


def _not_understood(draft: Draft, today: date) -> Outcome:
    if draft.asked is None:
        return Outcome(draft, Speech((Line(say.WhatToChange()),)))
    return _again(draft, today, asking.NotUnderstood(draft.asked))


def _unknown(draft: Draft, today: date, *, skipped: bool = False) -> Outcome:
    """What follows "I do not know": measured where it can be, helped where it cannot."""
    match draft.asked:
        case Slot.BASELINE:
            return _apply(draft, {"baseline_unknown": True}, today)
        case Slot.ORIGIN:
            return _apply(draft, {"origin": Origin.GUESS}, today)
        case Slot.GUARD:
            return _leave(draft, "guard_left", today)
        case Slot.ANSWERS if noise_refuses(draft):
            advised = ways_out(draft, today)[0][1]
            return Outcome(draft, Speech((Line(NoWayAround(advised)), *asks(draft, today).parts[1:])))
        case Slot.ANSWERS:
            return _leave(draft, "answers_left", today)
        case None:
            return Outcome(draft, Speech((Line(say.WhatToChange()),)))
        case Slot.LEVER if not skipped:
            return Outcome(draft, Speech((Line(asking.HelpFind(Slot.LEVER)), *ideas(draft))))
        case slot:
            return _again(draft, today, say.CannotSkip() if skipped else asking.HelpFind(slot))


def _leave(draft: Draft, name: str, today: date) -> Outcome:
    """A question that may be left to the coach: what it proposes stands on the card."""
    assert draft.asked is not None
    left = draft.model_copy(update={name: True, "reopened": draft.reopened - {draft.asked}})
    return _go_on(Taken(left), today, version=draft.version)


def _why(draft: Draft, today: date) -> Outcome:
    slot = draft.asked
    if slot is None:
        return Outcome(draft, Speech((Line(say.WhatToChange()),)))
    return _again(draft, today, asking.Why(slot))


def _back(draft: Draft, today: date) -> Outcome:
    """The last question answered is asked once more; what was answered stands until it is answered anew."""
    if not draft.trail:
        return _again(draft, today, say.NothingToGoBackTo())
    last = draft.trail[-1]
    draft = draft.model_copy(
        update={"trail": draft.trail[:-1], "reopened": draft.reopened | {last}, "asked": last}
    )
    return Outcome(draft, ask(draft, last, today))


def _ask_anew(draft: Draft, slot: Slot, today: date) -> Outcome:
    """Something on the card is to be said otherwise: its question is put."""
    draft = draft.model_copy(update={"reopened": draft.reopened | {slot}, "asked": slot})
    return Outcome(draft, ask(draft, slot, today))


def _cancel(draft: Draft) -> Outcome:
    draft = draft.model_copy(update={"state": DraftState.CANCELLED, "asked": None})
    parts = (
        Line(say.Cancelled(draft.wish)),
        Row((Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),)),
    )
    return Outcome(draft, Speech(parts), settled=Speech((Line(say.Cancelled(draft.wish), Style.QUIET),)))


def _resume(draft: Draft, today: date) -> Outcome:
    outcome = _summary(draft, today)
    assert outcome.speech is not None
    return replace(outcome, speech=Speech((Line(say.Resumed(draft.wish)), *outcome.speech.parts)))


def _summary(draft: Draft, today: date) -> Outcome:
    """What is known, how much is left, and the question that waits."""
    slot = next_missing(draft)
    draft = draft.model_copy(update={"asked": slot})
    if slot is None:
        return Outcome(draft, smart_card(draft, today))
    lines = [Line(message, Style.ITEM) for message in all_known(draft)]
    left = len({question(slot) for slot in missing(draft)})
    parts = (Line(say.SummaryTitle()), *lines, Line(say.StillOpen(left), Style.QUIET))
    return Outcome(draft, Speech((*parts, *ask(draft, slot, today).parts)))


def _confirm(draft: Draft, today: date) -> Outcome:
    if next_missing(draft) is not None:
        return _again(draft, today, CannotConfirmYet())
    return Outcome(draft, None, wants_confirmation=True)


def _choose_part(draft: Draft, index: int, today: date) -> Outcome:
    """One of two goals is taken up; the other is kept for later."""
    chosen = draft.parts[min(index, len(draft.parts) - 1)]
    rest = tuple(part for part in draft.parts if part != chosen)
    bare = draft.model_copy(update={"parts": (), "later": rest, "wish": chosen, "asked": None})
    reading = understand(chosen, None, today, fallback=draft.language)
    taken = _counted(take_wish(bare, reading.model_copy(update={"parts": ()}), today))
    kept = tuple(Line(say.PartKept(part), Style.QUIET) for part in rest)
    outcome = _go_on(taken, today, version=draft.version, opening=kept)
    done = settled(draft, Slot.PART, choices.ChoiceText(chosen)) if draft.asked is Slot.PART else None
    return replace(outcome, settled=done)
