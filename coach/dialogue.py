"""One turn of the conversation that makes a goal: a draft and what the person did, to a draft and an answer.

Pure and total: any turn on any draft gives an outcome, and the next question is computed from what is known.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from coach import outcomes
from coach.absorb import take, take_reply, take_wish
from coach.another_metric import metric_facts, part_metric
from coach.arranging import arrange, take_helpers
from coach.card_choices import chosen_cue
from coach.cards import smart_card
from coach.choices import label_of, picked
from coach.draft import Draft, DraftState
from coach.goal import Path
from coach.guard_reading import refuses_guard
from coach.hearing import LONGEST_TEXT, hear, hear_besides, unreadable
from coach.language import understand
from coach.language.answers import says_one_goal
from coach.language.negative import negative_figure
from coach.language.reading import Intent, Reply, Resource, Slot, Understanding
from coach.messages import asking, choices
from coach.messages import dialogue as say
from coach.messages.arranging import OwnerByMention
from coach.metrics import MetricKey
from coach.misplaced import fits_elsewhere
from coach.named_parts import lacks_after_all, says_only_figures, tells_a_level, told_by_name
from coach.noting import without_echo
from coach.outcomes import Outcome, asks
from coach.quantity import Quantity, Unit
from coach.questions import OTHER_METRIC, same_question, settled
from coach.questions_besides import UNKNOWN, way_out_in_words
from coach.samples import SURVEYED, part_answers
from coach.sentences import part_sentences
from coach.smart import is_open, noise_refuses, wants_less
from coach.speech import Button, Line, Row, Speech, Verb
from coach.targets import may_be_negative
from coach.team_told import people_and_news, says_more, with_leader
from coach.templates import Template

IN_WORDS = frozenset({Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES})
"""Questions in answer to which who takes part and where the news goes may be told too."""
_WORDS = frozenset({Slot.LEVER, Slot.RELEVANCE})
"""Questions that are answered in words, and by no figure."""


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
    whole = draft.wish
    draft, leads, with_them, rest = people_and_news(draft, whole, wish=True)
    draft, helping, rest = take_helpers(draft, rest, several=not leads)
    if not says_more(rest):
        rest = whole
    if rest != whole or reading is None:
        reading = understand(rest, None, today, fallback=draft.language)
    wish, besides = reading.text, leads
    if reading.metric in SURVEYED:
        answers, rest = part_answers(wish, reading.language)
        if answers is not None:
            reading, besides = (
                understand(rest, None, today, fallback=draft.language),
                besides | {"answers": answers},
            )
    if template is not None:
        known = None if template.metric is MetricKey.OTHER else template.metric
        reading = reading.model_copy(update={"metric": known, "metric_alternatives": ()})
    draft = draft.model_copy(update={"language": reading.language, "wish": wish[:LONGEST_TEXT]})
    taken = outcomes.counted(take_wish(draft, reading, today, besides))
    understood = taken.noted or taken.problems or taken.draft.parts or reading.vague_words
    opening = say.Begun() if understood or reading.metric_alternatives else say.BegunPlainly()
    opened = (Line(opening), *(Line(message) for message in (*with_them, *helping)))
    outcome = outcomes.go_on(taken, today, opening=opened, version=draft.version)
    return _asked_who_leads(draft, outcome)


def _asked_who_leads(before: Draft, outcome: Outcome) -> Outcome:
    """The outcome, with the question whose account it is where somebody leads by a name alone."""
    name = outcome.draft.owner_name
    if name is None or name == before.owner_name:
        return outcome
    return outcomes.after(outcome, (OwnerByMention(name),))


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
        return _asked_who_leads(draft, _said(draft, turn.text, today))
    return _pressed(draft, turn, today)


def edit(draft: Draft, facts: dict[str, Any], now: datetime, today: date) -> Outcome:
    """The edit modal was sent: take everything in it, then go on from there."""
    draft = draft.model_copy(update={"version": draft.version + 1, "touched_at": now, "last_press": None})
    return outcomes.go_on(take(draft, facts, today), today, version=draft.version)


def _closed(draft: Draft, turn: Said | Pressed, now: datetime, today: date) -> Outcome:
    """A draft that is over: say so, and let a cancelled one be taken up again."""
    if draft.state is DraftState.CONFIRMED:
        return Outcome(draft, Speech((Line(say.DraftIsConfirmed(draft.wish)),)), changed=False)
    if isinstance(turn, Pressed) and turn.verb is Verb.RESUME:
        revived = draft.model_copy(
            update={"version": draft.version + 1, "touched_at": now, "state": DraftState.OPEN}
        )
        return outcomes.resume(revived, today)
    parts = (
        Line(say.DraftIsCancelled(draft.wish)),
        Row((Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),)),
    )
    return Outcome(draft, Speech(parts), changed=False)


# --- words ---------------------------------------------------------------------------------------
def _said(draft: Draft, text: str, today: date) -> Outcome:
    if (refusal := unreadable(text)) is not None:
        return outcomes.again(draft, today, refusal)
    draft, besides, told, rest = people_and_news(draft, text)
    if (told or besides) and not says_more(rest):
        outcome = outcomes.apply(draft, besides, today) if besides else Outcome(draft, asks(draft, today))
        return outcomes.after(outcome, told)
    arranged, how, left = arrange(draft, rest)
    alone = not says_more(left)
    waits = draft.asked is not None and draft.asked not in IN_WORDS
    if not how or draft.asked is Slot.OWNER or (waits and not alone):
        # one person alone helps with an action, and leads elsewhere
        several = draft.asked is not Slot.LEVER and not besides
        helped, with_them, rest = take_helpers(draft, rest, several=several)
        outcome = _answered(helped, rest, today, besides)  # a name in what is answered is the answer's
        return outcomes.after(with_leader(outcome, besides), (*told, *with_them))
    if not alone:
        outcome = _answered(arranged, left, today, besides)
    else:
        outcome = (
            outcomes.apply(arranged, besides, today) if besides else Outcome(arranged, asks(arranged, today))
        )
    if outcome.draft == arranged and draft.asked is None and not alone and outcome.speech is not None:
        # what was changed is shown, though the rest was not understood
        outcome = replace(outcome, speech=Speech((*outcome.speech.parts, *asks(arranged, today).parts)))
    return outcomes.after(with_leader(outcome, besides), (*told, *how))


def _answered(draft: Draft, text: str, today: date, leads: dict[str, Any]) -> Outcome:
    """What a text says in answer to the question that waits, or of the card; `leads` is known of it."""
    if (whole := _whole(draft, text, today)) is not None:
        return whole
    aside, text = part_sentences(draft, text, today)
    aside |= leads
    named, text = told_by_name(text)
    if not named and not aside and draft.asked in _WORDS and says_only_figures(draft, text):
        return outcomes.not_understood(draft, today)
    renamed, text = _renamed(draft, text, today)
    besides, text = hear_besides(draft, text)
    besides |= renamed | aside | named
    if besides and not any(character.isalnum() for character in text):
        return outcomes.apply(draft, besides, today)
    reply = hear(draft, text, today)
    if not reply.correction and (handled := _intent(draft, reply, today)) is not None:
        return handled
    if draft.asked is Slot.PART and reply.part is not None and draft.parts:
        return outcomes.choose_part(draft, reply.part, today)
    if (
        draft.asked is Slot.ANSWERS
        and noise_refuses(draft)
        and (way := way_out_in_words(draft, reply, today))
    ):
        return outcomes.apply(draft, picked(draft, Slot.ANSWERS, (way,)), today)
    if not reply.correction and (elsewhere := fits_elsewhere(draft, reply.understanding)) is not None:
        told = besides | elsewhere
        return outcomes.apply(draft, told, today) if told else outcomes.not_understood(draft, today)
    if (below := _below_nothing(draft, text, today)) is not None:
        return below
    if draft.asked in _WORDS and tells_a_level(draft, text):
        reply = reply.model_copy(update={"text_answer": None})
    taken = take_reply(draft, reply, today, besides)
    unmoved = taken.draft == draft or (draft.asked is None and taken.draft.meant is None)
    if not taken.noted and not taken.problems and unmoved:
        return outcomes.not_understood(draft, today)
    return outcomes.go_on(outcomes.answered(taken, draft.asked), today, version=draft.version)


def _whole(draft: Draft, text: str, today: date) -> Outcome | None:
    """What a text says that is one thing from its first word to its last; None where it is none of these."""
    if draft.asked is Slot.PART and draft.parts and says_one_goal(text):
        return outcomes.as_one(draft, today)
    if lacking := lacks_after_all(draft, text):
        return outcomes.apply(draft, lacking, today)
    if refuses_guard(text, draft.language, asked=draft.asked is Slot.GUARD):
        return outcomes.apply(draft, {"guard": None, "guard_refused": True}, today)
    return None


def _renamed(draft: Draft, text: str, today: date) -> tuple[dict[str, Any], str]:
    """The metric that a text puts in the place of the draft's, and what else it says."""
    chooses_way_out = draft.asked is Slot.ANSWERS and noise_refuses(draft)
    if draft.metric is None or draft.alternatives or chooses_way_out:
        return {}, text
    fits, rest = part_metric(draft, text)
    return (metric_facts(draft, fits, today), rest) if fits else ({}, text)


def _below_nothing(draft: Draft, text: str, today: date) -> Outcome | None:
    """A negative figure as the starting point: one of an NPS, and else asked about; None where it is none."""
    figure = negative_figure(text, draft.language) if draft.asked is Slot.BASELINE else None
    if figure is None or draft.metric in {None, MetricKey.OTHER}:
        return None
    if not may_be_negative(draft.metric) and wants_less(draft):
        return None  # "-30 s" where it is to fall: how much it should move, told before where it is
    if not may_be_negative(draft.metric) or figure.unit is not Unit.COUNT:
        return outcomes.again(draft, today, asking.BelowNothing())
    return outcomes.apply(draft, {"baseline": Quantity(value=figure.value, unit=Unit.SCORE)}, today)


def _intent(draft: Draft, reply: Reply, today: date) -> Outcome | None:
    """What the person wants of the conversation, where they do not answer the question."""
    ready = draft.asked is None
    match reply.intent:
        case Intent.CANCEL:
            return outcomes.cancel(draft)
        case Intent.BACK:
            return outcomes.back(draft, today)
        case Intent.HELP:
            return outcomes.why(draft, today)
        case Intent.SUMMARY | Intent.RESUME:
            return outcomes.summary(draft, today)
        case Intent.SKIP:
            return outcomes.unknown(draft, today, skipped=True)
        case Intent.UNKNOWN:
            return outcomes.unknown(draft, today)
        case Intent.CONFIRM | Intent.YES if ready:
            return outcomes.confirm(draft, today)
        case Intent.NO if ready:
            return Outcome(draft, Speech((Line(say.WhatToChange()),)))
        case Intent.YES if draft.asked is Slot.METRIC and draft.meant is not None:
            return outcomes.apply(draft, metric_facts(draft, (draft.meant,), today), today)
        case Intent.NO if draft.asked is Slot.METRIC and draft.meant is not None:
            return outcomes.apply(draft, {"meant": None}, today)
        case Intent.YES if draft.asked is Slot.RESOURCES:
            return outcomes.apply(draft, {"lacking": frozenset[Resource]()}, today)
        case _:
            return None


# --- buttons -------------------------------------------------------------------------------------
def _pressed(draft: Draft, turn: Pressed, today: date) -> Outcome:
    simple: dict[Verb, Callable[[Draft, date], Outcome]] = {
        Verb.WHY: outcomes.why,
        Verb.BACK: outcomes.back,
        Verb.SUMMARY: outcomes.summary,
        Verb.RESUME: outcomes.resume,
        Verb.CONFIRM: outcomes.confirm,
    }
    if turn.verb is Verb.ASK and turn.slot is not None:
        return outcomes.ask_anew(draft, turn.slot, today)
    if turn.verb is Verb.CANCEL:
        return outcomes.cancel(draft)
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
    return outcomes.again(draft, today, say.OldButton())


def _answer(draft: Draft, slot: Slot, values: tuple[str, ...], today: date) -> Outcome:
    if slot is Slot.PART and draft.parts and values[0] in {"0", "1"}:
        return outcomes.choose_part(draft, int(values[0]), today)
    if values == (UNKNOWN,):
        unknown = outcomes.unknown(draft.model_copy(update={"asked": slot}), today)
        done = settled(draft, slot, choices.ChoiceUnknown(slot))
        return replace(unknown, settled=done)
    if slot is Slot.METRIC and values == (OTHER_METRIC,):
        return outcomes.again(
            draft.model_copy(update={"alternatives": ()}), today, asking.NotUnderstood(slot)
        )
    facts = picked(draft, slot, values)
    if not facts:
        return outcomes.again(draft, today, say.OldButton())
    asked_before = draft
    outcome = outcomes.apply(draft.model_copy(update={"asked": slot}), facts, today)
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
