"""Reading an answer in the light of the question that was asked."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from coach.language import reply_words as words
from coach.language.answers import (
    answers_others,
    chosen_part,
    read_change_unit,
    read_lacking,
    read_origin,
    read_owner,
)
from coach.language.patterns import exact, rx, spaced
from coach.language.plain import fold, plain
from coach.language.reading import Cadence, Intent, Language, Reply, Resource, Slot, Understanding, moved
from coach.language.roles import Roles
from coach.language.single import Reading
from coach.language.understanding import read
from coach.metrics import MetricKey
from coach.quantity import Unit

_FIGURE_SLOTS = frozenset({Slot.BASELINE, Slot.TARGET, Slot.STRETCH, Slot.CHANGE})
_TEXT_SLOTS = frozenset({Slot.LEVER, Slot.RELEVANCE, Slot.OWNER, Slot.SCOPE, Slot.METRIC, Slot.ORIGIN})
_NO_FIGURES = frozenset(
    {
        Slot.LEVER,
        Slot.RELEVANCE,
        Slot.OWNER,
        Slot.SCOPE,
        Slot.ORIGIN,
        Slot.RESOURCES,
        Slot.PART,
        Slot.CADENCE,
        Slot.DEADLINE,
    }
)
_WORDY_INTENTS = frozenset({None, Intent.YES, Intent.NO})
_VALUES = ("baseline", "target", "stretch", "delta", "deadline", "owner", "metric")


def read_reply(
    text: str,
    *,
    language: Language | None,
    today: date,
    asked: Slot | None,
    metric: MetricKey | None = None,
    fallback: Language = Language.FR,
) -> Reply:
    """What a message says in answer to a question.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known.
        today: the day of reading.
        asked: what was asked, if anything.
        metric: the goal's metric, where it is known.
        fallback: the conversation's language.
    """
    reading = read(
        text,
        language,
        today,
        fallback=fallback,
        metric=metric,
        answering=True,
        bare_dates=asked is Slot.DEADLINE,
        bare_parts=asked is Slot.BASELINE,
    )
    shown = reading.understanding.text
    folded = fold(shown)
    intent = _intent(text, folded, asked)
    named = _named(folded)
    understanding = _in_its_slot(reading, asked, named, folded)
    correction = _is_correction(folded, asked, named, understanding)
    if not correction:
        understanding = _only_answers(understanding, asked, reading.roles)
    bare = intent is not None and not _has_values(understanding)
    part = chosen_part(folded) if asked in {Slot.PART, Slot.METRIC} else None
    if part is not None and asked is Slot.METRIC and understanding.metric is not None:
        part = None
    if part is not None:
        understanding = _without(
            understanding, "baseline", "target", "delta", "deadline", "deadline_text", "deadline_problem"
        )
        intent, bare = None, True
    if asked is Slot.OWNER and not correction and not bare and (owner := read_owner(shown)):
        understanding = understanding.model_copy(update={"owner": owner})
    lacking = read_lacking(folded, intent) if asked is Slot.RESOURCES and not correction else None
    change_unit = read_change_unit(folded) if asked is Slot.CHANGE else None
    origin = read_origin(folded) if asked is Slot.ORIGIN and not correction else None
    if lacking is not None or origin is not None:
        intent = None
    if asked is Slot.LEVER and answers_others(folded):
        origin, lacking, wordy = read_origin(folded), frozenset[Resource](), False
    else:
        wordy = asked in _TEXT_SLOTS and not correction and not bare and intent in _WORDY_INTENTS
    return Reply(
        understanding=understanding,
        intent=None if correction and intent in {Intent.NO, Intent.YES, Intent.UNKNOWN} else intent,
        correction=correction,
        origin=origin,
        lacking=lacking,
        change_unit=change_unit,
        part=part,
        text_answer=shown if wordy and shown else None,
    )


@lru_cache(maxsize=64)
def what_is_wanted(text: str) -> Intent | None:
    """What a message wants of the conversation, where nothing was asked: as `read_reply` finds it.

    It is told by its words alone: the figures and dates around them are not read.
    """
    return _intent(text, fold(plain(text)), None)


def _intent(text: str, folded: str, asked: Slot | None) -> Intent | None:
    return _emoji(text) or read_intent(folded) or _leading_intent(folded, asked)


def _emoji(text: str) -> Intent | None:
    stripped = text.strip()
    if (
        stripped.startswith(words.EMOJI_YES)
        and len(stripped) < 24
        and not re.search(r"[A-Za-z]{3}", _no_codes(stripped))
    ):
        return Intent.YES
    if (
        stripped.startswith(words.EMOJI_NO)
        and len(stripped) < 24
        and not re.search(r"[A-Za-z]{3}", _no_codes(stripped))
    ):
        return Intent.NO
    return None


def _no_codes(text: str) -> str:
    return re.sub(r":[a-z0-9_+-]{1,40}:", "", text)


@cache
def _intents() -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    return tuple((intent, re.compile(rf"(?:{spaced(pattern)})")) for intent, pattern in words.INTENTS)


_FILLERS = rx(words.FILLERS)
_MARKS = exact(r"^[\s.,!;:()'\"-]+|[\s.,!;:()'\"-]+$")
_LAUGH = exact(r"(?<!\w)(?:lol|haha+|mdr|ptdr|:\)|;\)|:-\)|\^\^)(?!\w)")


def read_intent(folded: str) -> Intent | None:
    """What a message wants, where it says nothing else."""
    core = _LAUGH.sub(" ", folded)
    core = "".join(char if char.isascii() or char in "€°" else " " for char in core)
    core = re.sub(r"[ ]{2,}", " ", core)
    asks = core.rstrip().endswith("?")
    core = _MARKS.sub("", core.replace("?", " ").strip()) if core.strip(" ?") else core.strip()
    if not core or len(core) > 90:
        return Intent.UNKNOWN if core and set(core) == {"?"} else None
    candidates = [core, _MARKS.sub("", _FILLERS.sub("", _FILLERS.sub("", core)))]
    for candidate in candidates:
        for intent, pattern in _intents():
            if candidate and pattern.fullmatch(candidate):
                if intent is Intent.YES and asks:
                    continue
                return intent
    return None


_LEADING = (
    (
        Intent.UNKNOWN,
        exact(
            r"^(?:(?:euh+|bah|ben|hmm+|well|honestly|franchement"
            r"|um+)[, ]+)*(?:je (?:ne )?(?:le )?sais (?:pas|plus)|aucune idee|pas d'idee|jsp"
            r"|i (?:really )?don'?t (?:really )?know|no idea|not sure|no clue|idk"
            r"|on (?:ne )?sait pas|on (?:ne )?(?:l'a|le mesure|mesure) (?:jamais|pas)"
            r"|we don'?t (?:know|measure|track)|we(?:'ve| have) never measured|jamais mesure"
            r"|je n'ai (?:pas|aucun)|haven't measured)(?!\w)"
        ),
    ),
    (Intent.CANCEL, exact(r"^(?:annule|cancel|laisse tomber|forget it|on annule|stop)(?!\w)")),
    (
        Intent.HELP,
        exact(
            r"^(?:pourquoi (?:tu|vous|cette)|why (?:do you|are you)|a quoi (?:ca|cela) sert"
            r"|what do you mean|qu'est-ce que)(?!\w)[^.]{0,80}\??$"
        ),
    ),
    (Intent.YES, exact(r"^(?:oui|ouais|yes|yep|yeah|ok)(?:[,.! ]|$)")),
    (Intent.NO, exact(r"^(?:non|no|nope|nan)(?:[,.! ]|$)")),
)


def _leading_intent(folded: str, asked: Slot | None) -> Intent | None:
    """What a longer message begins with; in a question answered in words, only ignorance counts."""
    for intent, pattern in _LEADING:
        if pattern.match(folded):
            if intent in {Intent.YES, Intent.NO} and asked in _TEXT_SLOTS:
                return None
            if intent is Intent.CANCEL and len(folded) > 40:
                return None
            return intent
    return None


@cache
def _slot_names() -> tuple[tuple[Slot, re.Pattern[str]], ...]:
    return tuple(
        (slot, re.compile(spaced(words.NAMED.replace("{names}", names)))) for slot, names in words.SLOT_NAMES
    )


@dataclass(frozen=True)
class _Named:
    slots: frozenset[Slot]


def _named(folded: str) -> _Named:
    """The slots that the message calls by their names ("la cible c'est 85")."""
    return _Named(frozenset(slot for slot, pattern in _slot_names() if pattern.search(folded)))


def _in_its_slot(reading: Reading, asked: Slot | None, named: _Named, folded: str) -> Understanding:
    """The reading with bare figures in the slot that was asked for, or that the message names."""
    understanding, roles = reading.understanding, reading.roles
    slot = (
        next((one for one in (Slot.STRETCH, Slot.TARGET, Slot.BASELINE) if one in named.slots), None) or asked
    )
    if (
        slot is Slot.BASELINE
        and understanding.target is not None
        and understanding.baseline is None
        and _is_unsure(roles)
    ):
        return moved(understanding, "target", "baseline")
    if (
        slot is Slot.BASELINE
        and understanding.delta is not None
        and understanding.baseline is None
        and _is_bare_change(roles, folded)
    ):
        return moved(understanding, "delta", "baseline")
    if (
        slot is Slot.TARGET
        and understanding.baseline is not None
        and understanding.target is None
        and understanding.delta is None
        and not _speaks_of_now(folded)
    ):
        return moved(understanding, "baseline", "target")
    if slot is Slot.STRETCH and understanding.stretch is None:
        name = "target" if understanding.target is not None else "baseline"
        return (
            moved(understanding, name, "stretch")
            if getattr(understanding, name) is not None
            else understanding
        )
    return understanding


def _is_unsure(roles: Roles) -> bool:
    return not roles.target_is_said and not roles.target_is_due and not roles.pair


def _is_bare_change(roles: Roles, folded: str) -> bool:
    """A figure in points, in answer to "where is it today?", is a level all the same."""
    return roles.delta is not None and not roles.delta.sign and len(folded) < 24


_NOW = exact(
    r"(?<!\w)(?:actuel\w*|aujourd'hui|auj|ajd|currently|today|now|rn|en ce moment|maintenant|current"
    r"|pour l'instant|a ce jour|at the moment|on (?:en )?(?:est|tourne|plafonne|stagne)"
    r"|nous (?:en )?(?:sommes|tournons)|we(?:'re| are| sit| hover)(?! (?:aiming|shooting|hoping|going))"
    r"|la(?=[ ]?(?:$|[.,;!])))(?!\w)"
)


def _speaks_of_now(folded: str) -> bool:
    return _NOW.search(folded) is not None


def _with_told_levels(understanding: Understanding, roles: Roles) -> Understanding:
    """Only the levels that words call what they are, beside a date: a bare number there is part of it."""
    keep_target = understanding.target is not None and (roles.target_is_said or "%" in understanding.text)
    if keep_target:
        return understanding
    gone = ("target", "stretch", "delta") if _speaks_of_now(fold(understanding.text)) else _LEVELS
    return _without(understanding, *gone)


_LEVELS = ("baseline", "target", "stretch", "delta")


def _only_answers(understanding: Understanding, asked: Slot | None, roles: Roles) -> Understanding:
    """Without the figures that play other roles in an answer in words ("two trainings a month")."""
    if asked is Slot.LEVER and _tells_pace(understanding):
        return _without(understanding, "metric", "metric_words", "vague_words")
    if asked in {Slot.LEVER, Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES}:
        gone = [
            "baseline",
            "target",
            "stretch",
            "delta",
            "direction",
            "metric",
            "metric_words",
            "cadence",
            "vague_words",
        ]
        gone += ["deadline", "deadline_text", "deadline_problem"]
        return _without(understanding, *gone)
    if asked in _NO_FIGURES:
        if asked is Slot.DEADLINE:
            return _with_told_levels(understanding, roles)
        return _without(understanding, "baseline", "target", "stretch", "delta")
    return understanding


def _tells_pace(understanding: Understanding) -> bool:
    """Whether an action says the pace that it brings ("coaching: 5 % less each month")."""
    delta = understanding.delta
    return delta is not None and delta.unit is Unit.PERCENT and understanding.cadence is Cadence.MONTHLY


_EMPTY: dict[str, object] = {"vague_words": (), "metric_alternatives": ()}


def _without(understanding: Understanding, *names: str) -> Understanding:
    update = {name: _EMPTY.get(name) for name in names}
    if "metric" in names:
        update["metric_alternatives"] = ()
    if {"target", "delta"} & set(names):
        update["ambiguous"] = frozenset()
    return understanding.model_copy(update=update)


def _has_values(understanding: Understanding) -> bool:
    return any(getattr(understanding, name) is not None for name in _VALUES)


_CORRECTION = rx(words.CORRECTION)
_INSIDE = rx(words.CORRECTION_INSIDE)


def _is_correction(folded: str, asked: Slot | None, named: _Named, understanding: Understanding) -> bool:
    """Whether the message takes something back, and says what instead."""
    if not _has_values(understanding) and not understanding.deadline_problem:
        return False
    marked = _CORRECTION.match(folded) is not None
    inside = _INSIDE.search(folded) is not None
    short = len(folded.split()) <= 9
    if asked in {Slot.LEVER, Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES, Slot.SCOPE}:
        return bool(named.slots - {asked} and short) or (
            marked and short and _is_plain_value(understanding, folded)
        )
    if marked or inside:
        return True
    return bool(named.slots and asked not in named.slots and short)


def takes_back(text: str) -> bool:
    """Whether a message begins as one that puts something right ("non, 79", "actually 79")."""
    folded = fold(plain(text))
    return _CORRECTION.match(folded) is not None or _INSIDE.search(folded) is not None


def _is_plain_value(understanding: Understanding, folded: str) -> bool:
    """Whether a short message is about a figure, a date or a person, not an action that has some."""
    if understanding.deadline is not None or understanding.owner is not None:
        return True
    return len(folded.split()) <= 5 and any(
        getattr(understanding, name) is not None for name in ("baseline", "target", "delta")
    )
