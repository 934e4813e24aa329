"""A metric's own last weeks, as somebody pastes them: "les 8 dernières semaines : 78 79 77 80 81"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from coach.draft import Draft
from coach.errors import Refused
from coach.language.plain import fold, plain
from coach.language.reading import Slot
from coach.quantity import Quantity, Unit
from coach.targets import check_level, in_metric_unit

FEWEST, MOST = 4, 16
"""So few weeks tell no pace; of more, the last ones count."""
_UNITS = {
    "%": Unit.PERCENT,
    "min": Unit.MINUTES,
    "mn": Unit.MINUTES,
    "s": Unit.SECONDS,
    "sec": Unit.SECONDS,
    "h": Unit.HOURS,
}
_FIGURE = r"-?\d{1,6}(?:[.,]\d{1,2}(?!\d)|:\d\d)?(?:[ ]?(?:%|min|mn|sec|s|h)(?!\w))?"
_NEXT = r"(?:[ ]*[;|/>→][ ]*|,?[ ]+(?:(?:puis|then|et|and|-)[ ]+)?)"
_RUN = re.compile(rf"(?<![\w.,]){_FIGURE}(?:{_NEXT}{_FIGURE}){{{FEWEST - 1},}}(?![\w])")
_ONE = re.compile(r"(?P<value>-?\d+(?:[.,]\d+)?)(?::(?P<seconds>\d\d))?[ ]?(?P<unit>%|min|mn|sec|s|h)?")
_WEEKS = re.compile(
    r"(?:voici )?(?:(?:sur|nos|les|our|the|over|in|my|mes)[ ]+)*(?:(?P<n>\d{1,2})[ ]+)?"
    r"(?:dernieres?|last|past|precedentes?)?[ ]*(?:\d{1,2}[ ]+)?(?:semaines?|weeks?)"
    r"(?: (?:passees|ecoulees))?[ ]*(?:etaient|ont donne|were|gave)?[ ]*:?[ ]*"
)
REACH = frozenset({Slot.ORIGIN, Slot.RESOURCES})
"""Where a row of figures is the team's own weeks without saying so."""


def part_history(draft: Draft, text: str) -> tuple[tuple[Quantity, ...], str]:
    """A text parted in two: the metric's last weeks, oldest first, and what else is said.

    A row of four figures or more is one where weeks are named, or where the figure's origin was asked.
    """
    shown = plain(text)
    work = fold(shown)
    if draft.metric is None or len(work) != len(shown):
        return (), text
    lead = _WEEKS.search(work)
    if lead is None and draft.asked not in REACH:
        return (), text
    start = lead.end() if lead is not None else 0
    run = _RUN.search(work, start)
    if run is None:
        return (), text
    figures = _figures(draft, run[0])
    if not figures:
        return (), text
    cut = lead.start() if lead is not None else run.start()
    return figures, f"{shown[:cut]} {shown[run.end() :]}".strip(" ,;:.")


def history_of(draft: Draft) -> tuple[Decimal, ...]:
    """The metric's own weekly figures in the baseline's unit: as they were given, else another goal's."""
    if draft.metric is None or draft.baseline is None:
        return ()
    known = draft.history or next((one.figures for one in draft.own if one.metric is draft.metric), ())
    try:
        return tuple(in_metric_unit(draft.metric, one, like=draft.baseline).value for one in known)
    except Refused:
        return ()


def _figures(draft: Draft, row: str) -> tuple[Quantity, ...]:
    """The row's figures in the metric's unit; none where one of them cannot be, or they are mixed."""
    assert draft.metric is not None
    read = [_quantity(one) for one in _ONE.finditer(row)]
    bare = [one.unit is Unit.COUNT for one in read]
    if any(bare) and not all(bare[:-1]):
        return ()  # "6 min 10 6 min 05": which is which would be a guess
    if not all(bare) and any(bare):
        read = [Quantity(value=one.value, unit=read[-1].unit) for one in read]
    try:
        levels = [in_metric_unit(draft.metric, one, like=draft.baseline) for one in read[-MOST:]]
        for level in levels:
            check_level(draft.metric, level)
    except Refused:
        return ()
    return tuple(levels) if _same_unit(levels) else ()


def _same_unit(levels: Sequence[Quantity]) -> bool:
    return len({level.unit for level in levels}) == 1


def _quantity(found: re.Match[str]) -> Quantity:
    value = Decimal(found["value"].replace(",", "."))
    if found["seconds"]:
        return Quantity(value=value * 60 + int(found["seconds"]), unit=Unit.SECONDS)
    return Quantity(value=value, unit=_UNITS.get(found["unit"] or "", Unit.COUNT))
