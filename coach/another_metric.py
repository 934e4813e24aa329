"""Whether an answer says that a draft's metric is another one, or only speaks of something by its name.

A draft that has its metric keeps it: "plutôt le NPS" and "not CSAT, NPS" change it, and a name inside of
an action, a purpose or a sentence about people does not. "NPS is at 30", where the CSAT was asked, is
asked about.
"""

# ruff: noqa: E501, SIM905 - tables: one expression a line, and words as they are said

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from coach.draft import Draft
from coach.language import understand
from coach.language.mentions import MetricMention, find_metrics
from coach.language.numbers import with_digits
from coach.language.plain import fold, has_digit, plain
from coach.language.reading import Language, Slot, Understanding
from coach.metrics import MetricKey, is_called

LEVELS = frozenset({Slot.BASELINE, Slot.TARGET, Slot.CHANGE})
"""Questions about the metric itself, in answer to which its name alone may be another's."""


_DOINGS = re.compile(
    r"\d (?:fois|times)\b|\bpar (?:agent|conseill|personne)|\b(?:per|each|every) (?:agent|advisor|rep|person)"
)


def counts_doings(text: str) -> bool:
    """Whether a text counts what people do ("5 fois par jour et par agent"), which is no level."""
    return _DOINGS.search(fold(text)) is not None


class Standing(Enum):
    """What an answer's words make of the metric that they name."""

    OUTRIGHT = auto()
    UNSURE = auto()
    """It may be meant: it is asked."""
    IN_PASSING = auto()
    WITH_ITS_FIGURE = auto()
    """In passing, and with a figure of its own, which is none of the draft's."""


_PIECES = re.compile(r"[,;.!?\n]+(?=\s|$)|\s-\s")
_DENIED = re.compile(
    r"(?:\b(?:pas|et non|not|au lieu|instead of|rather than|plutot qu\w*|than)\b|n'est pas|isn't)[ ]*"
    r"(?:de |du |d'|des |le |la |les |l'|the |our |notre |nos )*$"
)
_STRONG = re.compile(
    r"\b(?:plutot|rather|instead|en fait|actually|finalement|non|no|nope|pas|not|meant|mean|voulais dire|parle|parlais"
    r"|parlons|metric|metrique|indicateur|indicator|kpi|change[rz]?|switch|remplace[rz]?|replace|mets|mettez|make it"
    r"|prenons|prends|prenez)\b"
)
_STRONGEST = re.compile(
    r"^(?:mais |but )?(?:non|no|nope|nan)\b|\b(?:metric|metrique|indicateur|indicator|kpi)\b"
)
"""What says so though the answer is to be in words, which any name may stand among."""
_WORDED = frozenset({Slot.LEVER, Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES, Slot.GUARD})
_SAYING = frozenset(
    (
        "non no nope nan mais but so alors donc bon oui yes ok ah oh euh hmm plutot rather instead en fait actually"
        " finalement c est ce serait sera etait s it its is was be should would will the le la les l un une a an"
        " our notre nos my mon ma pas not no n of au aux lieu de du des d que qu than et and or metric metrique"
        " indicateur indicator kpi chiffre figure number mesure measure prends prenons prendre prenez on suit suivre"
        " suivra suivons track tracking follow following take use using let us lets we ll i j je meant mean voulais"
        " dire parle parlais parlons change changer changez switch remplace remplacez remplacer replace par with to"
        " into vers pour for par sorry pardon desole oups oops wait attends attendez please svp stp merci thanks"
        " make mets mettre mettez want veux voulons veut objectif goal think pense crois moi nous about sur that"
        " ca cela this one celui here ici rate taux score"
    ).split()
)
_LEVEL_WORDS = frozenset(
    "from at a sommes today aujourd hui now currently actuellement target cible are re is around environ moment"
    " by d ici end fin mois month s min minutes h pts points percent pourcent".split()
)
_WORD = re.compile(r"[a-z]+")


def part_metric(draft: Draft, text: str) -> tuple[tuple[MetricKey, ...], str]:
    """The metric that a text plainly says is the one, and what else the text says.

    Returns:
        The metrics that fit its name, the likeliest first; none and the whole text where nothing in it only
        puts the metric right.
    """
    pieces = list(_pieces(plain(text), draft.language))
    found: tuple[MetricKey, ...] = ()
    kept: list[str] = []
    for piece, before in zip(pieces, (None, *pieces), strict=False):
        led = before is not None and before.takes_back
        if piece.named and piece.only_says and not piece.measured and _puts_right(draft, piece, led=led):
            found = found or piece.fits
        elif not piece.only_leads:
            kept.append(piece.text)
    return (found, ", ".join(kept)) if found else ((), text)


def metric_facts(draft: Draft, fits: tuple[MetricKey, ...], today: date) -> dict[str, Any]:
    """The facts of a metric that is said to be the draft's; the one that it has keeps its words.

    Args:
        draft: The goal in the making.
        fits: The metrics that the name fits, the likeliest first.
        today: The person's local date.
    """
    if draft.metric is not None and any(is_called(draft.metric, one) for one in fits):
        return {"meant": None}
    first, *others = fits
    named = {one.metric for one in _named(draft.wish, draft.language)}
    if first in named:
        # the wish calls it so too, with the figures that tell which of its kinds it is
        wished = understand(draft.wish, draft.language, today).metric
        first, others = (first, others) if wished is None or wished in named else (wished, [])
    return {"metric": first, "metric_words": None, "alternatives": tuple(others)}


def _puts_right(draft: Draft, piece: "_Piece", *, led: bool) -> bool:
    """Whether a piece about nothing but metrics takes another one back; `led`: behind a "no"."""
    if led or piece.denied - piece.wanted:
        return True
    return (_STRONGEST if draft.asked in _WORDED else _STRONG).search(piece.folded) is not None


def standing(draft: Draft, reading: Understanding) -> Standing:
    """What an answer's words make of the metric that it was read as naming.

    Args:
        draft: The goal in the making, with its metric.
        reading: The answer; its metric is another one.
    """
    about_levels = draft.asked in LEVELS
    if reading.metric is MetricKey.OTHER:
        counted = reading.baseline or reading.target or reading.delta
        return Standing.OUTRIGHT if about_levels and counted else Standing.IN_PASSING
    led = False
    pieces = list(_pieces(reading.text, reading.language))
    if not any(reading.metric in piece.wanted for piece in pieces) and (about_levels or draft.asked is None):
        return Standing.OUTRIGHT  # by its figures: sales that were a share are counted
    for piece in pieces:
        strong = led or _STRONG.search(piece.folded) is not None
        led = piece.takes_back
        if reading.metric not in piece.wanted:
            continue
        if strong and not piece.others - _LEVEL_WORDS:
            return Standing.OUTRIGHT
        if piece.only_says and not piece.measured:
            return Standing.OUTRIGHT if about_levels else Standing.UNSURE
        if piece.measured and (about_levels or not piece.others - _LEVEL_WORDS):
            return Standing.UNSURE
        if piece.measured:
            return Standing.WITH_ITS_FIGURE
    return Standing.IN_PASSING


_FIGURES_READ = ("baseline", "target", "stretch", "delta", "within", "direction")


def of_its_metric(
    draft: Draft, reading: Understanding, facts: dict[str, Any]
) -> tuple[Understanding, dict[str, Any]]:
    """The answer without a metric that is not said to be the draft's, and the one to ask about, if any.

    Args:
        draft: The goal in the making.
        reading: The answer.
        facts: What was read in it before, by the draft's field names.
    """
    settled = (
        draft.metric is not None and not draft.alternatives and draft.asked not in {Slot.METRIC, Slot.GUARD}
    )
    if settled and draft.asked not in LEVELS and counts_doings(reading.text):
        reading = reading.model_copy(update=dict.fromkeys(_FIGURES_READ))
    if not settled or reading.metric is None or (reading.metric is draft.metric and "metric" not in facts):
        return reading, {}
    stands = Standing.IN_PASSING if "metric" in facts else standing(draft, reading)
    if stands is Standing.OUTRIGHT:
        return reading, {}
    gone: dict[str, Any] = {
        "metric": None,
        "metric_words": None,
        "metric_alternatives": (),
        "direction": None,
    }
    if stands is Standing.IN_PASSING:
        return reading.model_copy(update=gone), {}
    meant = {"meant": reading.metric} if stands is Standing.UNSURE else {}
    return reading.model_copy(update=gone | dict.fromkeys(_FIGURES_READ)), meant


@dataclass(frozen=True)
class _Piece:
    """What stands between two marks of an answer."""

    text: str
    folded: str
    digits: str
    """The folded words, spelled numbers as digits."""
    named: bool
    fits: tuple[MetricKey, ...]
    """What fits the first metric that it names, but for those that it says are not meant."""
    wanted: frozenset[MetricKey]
    """All that it names but for those."""
    denied: frozenset[MetricKey]
    others: frozenset[str]
    """Its words that say something else than which metric it is."""

    @property
    def measured(self) -> bool:
        """Whether there is a figure in it."""
        return has_digit(self.digits)

    @property
    def only_says(self) -> bool:
        """Whether it speaks of nothing but which metric it is."""
        return not self.others

    @property
    def takes_back(self) -> bool:
        """Whether what follows stands in the place of what it denies."""
        return self.only_leads or (self.only_says and bool(self.denied) and not self.wanted)

    @property
    def only_leads(self) -> bool:
        """Whether it is a "no" to what was understood, and nothing more."""
        return not (self.named or self.others or self.measured) and _STRONG.search(self.folded) is not None


def _pieces(shown: str, language: Language) -> Iterator[_Piece]:
    for text in filter(None, (one.strip() for one in _PIECES.split(shown))):
        work = folded = fold(text)
        named = _named(text, language)
        for one in named:
            work = f"{work[: one.start]}{' ' * (one.end - one.start)}{work[one.end :]}"
        denied = [one for one in named if _DENIED.search(folded[: one.start]) is not None]
        first = next((one for one in named if one not in denied), None)
        fits = dict.fromkeys((first.metric, *first.alternatives)) if first is not None else ()
        yield _Piece(
            text,
            folded,
            with_digits(folded, language),
            bool(named),
            tuple(one for one in fits if one not in {None, MetricKey.OTHER}),
            frozenset(one.metric for one in named if one.metric is not None and one not in denied),
            frozenset(one.metric for one in denied if one.metric is not None),
            frozenset(word for word in _WORD.findall(work) if word not in _SAYING),
        )


def _named(piece: str, language: Language) -> list[MetricMention]:
    """The metrics that a piece of an answer names, in its language or else in the other one."""
    other = Language.EN if language is Language.FR else Language.FR
    return next(filter(None, (find_metrics(piece, fold(piece), one) for one in (language, other))), [])
