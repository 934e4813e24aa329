"""The two forms of what a workspace adds to the catalogue: a metric, and a reference of a known one."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from bot import ids
from bot.blocks.modals import FIELD, modal
from bot.blocks.speech import Block, plain_text
from bot.render import entry, plain, value_text, words
from coach.catalogue import METRICS
from coach.language.plain import fold
from coach.language.reading import Language
from coach.messages import own_metrics as say
from coach.messages.base import Message, MetricName
from coach.messages.choices import ChoiceMetric
from coach.messages.own_metrics import OwnField
from coach.metrics import MetricKey, Polarity
from coach.own_metrics import LONGEST_NAME, Override, OwnMetric, OwnReference, as_figure
from coach.quantity import Unit
from coach.speech import Verb
from coach.usecases.own_metrics import LONGEST_SOURCE, NEW

OPTION = 75
WORDS = 300
UNITS = (
    Unit.PERCENT,
    Unit.SCORE,
    Unit.COUNT,
    Unit.PER_DAY,
    Unit.PER_WEEK,
    Unit.PER_MONTH,
    Unit.SECONDS,
    Unit.MINUTES,
    Unit.HOURS,
    Unit.DAYS,
    Unit.EUR,
    Unit.CHF,
    Unit.GBP,
    Unit.USD,
)
"""Units that a metric can be told in, the usual ones first."""


def own_metric_modal(one: OwnMetric | None, language: Language) -> dict[str, Any]:
    """A metric of the workspace's own: empty for a new one, else filled in with what is known of it."""
    units = [(unit.value, say.OwnUnit(unit)) for unit in UNITS]
    ways = [(way.value, say.ChoicePolarity(way)) for way in Polarity]
    reference = one.reference if one is not None else None
    known = one.name if one is not None else None
    blocks = [
        _text(OwnField.NAME, known, language, longest=LONGEST_NAME, optional=False),
        _select(OwnField.UNIT, units, one.unit if one is not None else Unit.PERCENT, language),
        _select(OwnField.POLARITY, ways, one.polarity if one is not None else Polarity.HIGHER, language),
        _text(OwnField.LOWEST, _told(one, "lowest", language), language),
        _text(OwnField.HIGHEST, _told(one, "highest", language), language),
        *_reference_fields(reference, language, optional=True),
        _text(OwnField.NAMES, ", ".join(one.names) if one is not None else None, language, longest=WORDS),
    ]
    subject = ids.Subject(one.key if one is not None else NEW)
    return modal(Verb.OWN_METRIC, subject, say.OwnMetricTitle(), blocks, language)


def own_reference_modal(metric: MetricKey, known: Override | None, language: Language) -> dict[str, Any]:
    """The workspace's own reference of a metric of the catalogue."""
    intro = words(say.OwnReferenceIntro(MetricName(metric)), language)
    blocks: list[Block] = [
        {"type": "section", "text": {"type": "mrkdwn", "text": intro}},
        *_reference_fields(known.reference if known is not None else None, language, optional=False),
    ]
    return modal(Verb.OWN_REFERENCE, ids.Subject(metric), say.OwnReferenceTitle(), blocks, language)


def _reference_fields(known: OwnReference | None, language: Language, *, optional: bool) -> list[Block]:
    figure = value_text(known.figure, language) if known is not None else None
    source = known.source if known is not None else None
    return [
        _text(OwnField.FIGURE, figure, language, optional=optional),
        _text(OwnField.SOURCE, source, language, longest=LONGEST_SOURCE, optional=optional),
    ]


def _told(one: OwnMetric | None, field: str, language: Language) -> str | None:
    """A bound as it is told, and can be read back."""
    figure = as_figure(one, getattr(one, field)) if one is not None else None
    return value_text(figure, language) if figure is not None else None


def _select(
    field: OwnField, entries: Sequence[tuple[str, Message]], chosen: str, language: Language
) -> Block:
    options = [{"text": plain_text(label, language, OPTION), "value": value} for value, label in entries]
    first = next((one for one in options if one["value"] == chosen), options[0])
    element: Block = {"type": "static_select", "options": options, "initial_option": first}
    return _input(field, element, language)


def _text(
    field: OwnField, known: str | None, language: Language, *, longest: int = 40, optional: bool = True
) -> Block:
    element: Block = {"type": "plain_text_input", "max_length": longest}
    element |= {"initial_value": known[:longest]} if known else {}
    return _input(field, element, language) | {"optional": optional}


def _input(field: OwnField, element: Block, language: Language) -> Block:
    return {
        "type": "input",
        "block_id": field.value,
        "label": plain_text(say.OwnFieldLabel(field), language, FIELD),
        "hint": plain_text(say.OwnFieldHint(field), language, FIELD),
        "element": element | {"action_id": field.value},
    }


@cache
def names_known() -> dict[str, MetricKey]:
    """The catalogue's metrics by the names that people read, folded: "satisfaction client (CSAT)" is two."""
    known: dict[str, MetricKey] = {}
    for language in Language:
        for key in METRICS:
            name = fold(plain(ChoiceMetric(MetricName(key)), language))
            full = fold(entry(f"metric_key.{key}", language))
            pieces = [piece.strip(" ()") for piece in full.split("(")]
            known |= dict.fromkeys((name, full, *pieces), key) if key is not MetricKey.OTHER else {}
    return known
