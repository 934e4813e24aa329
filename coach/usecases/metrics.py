"""The catalogue, as it is read in Slack: one aim at a time, then what the workspace added of its own."""

from collections.abc import Sequence

from coach.catalogue import METRICS
from coach.catalogue.strata import measured_on
from coach.messages import metrics as say
from coach.messages import own_metrics as own_say
from coach.messages.achievability import OwnReferencePoint, Reference, ReferenceLabel
from coach.messages.base import Message, MetricName
from coach.metrics import Aim, Metric, MetricKey
from coach.own_levels import name_of
from coach.own_metrics import Override, OwnMetric, as_figure
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.own_metrics import NEW, may_keep

OWN = "own"
"""The page of the workspace's own metrics, where another page is an aim's."""
PER_PAGE = 12


def show_metrics(call: Call, value: str = "") -> None:
    """Say one page: an aim's metrics, or the workspace's own; without a value the first aim's.

    Args:
        call: Who looks.
        value: An aim, or `OWN` with the number of its page behind a slash.
    """
    page, _, number = value.partition("/")
    may, kept = may_keep(call), call.uow.own_metrics
    if page == OWN:
        metrics = kept.metrics(call.workspace)
        call.say(own_page(metrics, int(number) if number.isdecimal() else 0, may=may))
        return
    aim = Aim(page) if page in set(Aim) else next(iter(Aim))
    call.say(catalogue_page(aim, kept.overrides(call.workspace), may=may))


def catalogue_page(aim: Aim, overrides: Sequence[Override] = (), *, may: bool = False) -> Speech:
    """One aim's metrics, and the way to the other pages.

    Args:
        aim: Whose metrics.
        overrides: The workspace's own references, each in the place of the trade's.
        may: Whether the reader may change them.
    """
    own = {one.metric: one for one in overrides}
    parts: list[Part] = [Line(say.MetricsOfAim(aim), Style.HEADING)]
    for metric in METRICS.values():
        if metric.aims[:1] == (aim,) and metric.key is not MetricKey.OTHER:
            parts += _entry(metric, own.get(metric.key))
            parts += [_reference_row(metric.key, own.get(metric.key))] if may else []
    return Speech((*parts, Divider(), _pages(aim)))


def own_page(metrics: Sequence[OwnMetric], page: int = 0, *, may: bool = False) -> Speech:
    """What the workspace measures in its own words, and the way to the catalogue."""
    parts: list[Part] = [Line(own_say.OwnMetricsTitle(), Style.HEADING)]
    shown = metrics[page * PER_PAGE : (page + 1) * PER_PAGE]
    if not shown:
        parts.append(Line(own_say.OwnMetricsNone()))
    for one in shown:
        parts += _own_entry(one)
        if may:
            change = Button(Verb.OWN_METRIC, own_say.LabelChangeMetric(name_of(one)), one.key)
            parts.append(
                Row((change, Button(Verb.REMOVE_OWN, own_say.LabelRemoveMetric(name_of(one)), one.key)))
            )
    below: list[Button] = []
    if may:
        below.append(Button(Verb.OWN_METRIC, own_say.LabelAddMetric(), NEW, primary=True))
    if len(metrics) > (page + 1) * PER_PAGE:
        below.append(Button(Verb.METRICS, own_say.LabelMoreOwn(), "", value=f"{OWN}/{page + 1}"))
    if below:
        parts.append(Row(tuple(below)))
    else:
        parts.append(Line(own_say.OwnMetricsWho(), Style.QUIET))
    return Speech((*parts, Divider(), _pages(None)))


def _pages(here: Aim | None) -> Row:
    """A button for each other page."""
    aims = [Button(Verb.METRICS, say.LabelAim(one), "", value=one) for one in Aim if one is not here]
    own = [Button(Verb.METRICS, own_say.LabelOwnMetrics(), "", value=OWN)] if here is not None else []
    return Row((*aims, *own))


def _entry(metric: Metric, own: Override | None) -> list[Part]:
    parts: list[Part] = [Line(say.MetricEntry(MetricName(metric.key), metric.polarity))]
    if own is not None:
        kind = own_say.QuotedOwn if metric.references else OwnReferencePoint
        parts.append(Line(kind(own.reference.figure, own.reference.source), Style.QUIET))
    for one in metric.references if own is None else ():
        what = Reference(ReferenceLabel(one.label))
        if one.high is None:
            parts.append(Line(say.QuotedPoint(one.low, what, one.source), Style.QUIET))
        else:
            parts.append(Line(say.QuotedBand(one.low, one.high, what, one.source), Style.QUIET))
    if metric.guards:
        guards = tuple(MetricName(guard) for guard in metric.guards)
        parts.append(Line(say.QuotedGuards(guards), Style.QUIET))
    parts.append(Line(say.ReadAt(measured_on(metric.key)), Style.QUIET))
    return parts


def _reference_row(metric: MetricKey, own: Override | None) -> Row:
    """The way to the form of the workspace's own reference, and away from it."""
    buttons = [Button(Verb.OWN_REFERENCE, own_say.LabelOwnReference(MetricName(metric)), metric)]
    if own is not None:
        buttons.append(Button(Verb.REMOVE_OWN, own_say.LabelRemoveReference(MetricName(metric)), metric))
    return Row(tuple(buttons))


def _own_entry(one: OwnMetric) -> list[Part]:
    parts: list[Part] = [Line(own_say.OwnMetricEntry(name_of(one), one.polarity, own_say.OwnUnit(one.unit)))]
    if (between := _between(one)) is not None:
        parts.append(Line(between, Style.QUIET))
    if one.reference is not None:
        parts.append(Line(OwnReferencePoint(one.reference.figure, one.reference.source), Style.QUIET))
    if one.names:
        parts.append(Line(own_say.OwnMetricNames(one.names), Style.QUIET))
    return parts


def _between(one: OwnMetric) -> Message | None:
    """What it can be, where the workspace said so."""
    low, high = as_figure(one, one.lowest), as_figure(one, one.highest)
    if low is not None and high is not None:
        return own_say.OwnMetricBetween(low, high)
    if high is not None:
        return own_say.OwnMetricUpTo(high)
    return own_say.OwnMetricFrom(low) if low is not None else None
