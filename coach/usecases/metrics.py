"""The catalogue, as it is read in Slack: one aim at a time, each metric with its formula and its source."""

from coach.catalogue import METRICS
from coach.catalogue.strata import measured_on
from coach.messages import metrics as say
from coach.messages.achievability import Reference, ReferenceLabel
from coach.messages.base import MetricName
from coach.metrics import Aim, Metric, MetricKey
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call


def show_metrics(call: Call, value: str = "") -> None:
    """Say one aim's metrics; without an aim the first one's, with a button for each of the others."""
    call.say(catalogue_page(Aim(value) if value in set(Aim) else next(iter(Aim))))


def catalogue_page(aim: Aim) -> Speech:
    """One aim's metrics, and the way to the other aims."""
    parts: list[Part] = [Line(say.MetricsOfAim(aim), Style.HEADING)]
    for metric in METRICS.values():
        if metric.aims[:1] == (aim,) and metric.key is not MetricKey.OTHER:
            parts += _entry(metric)
    others = tuple(
        Button(Verb.METRICS, say.LabelAim(other), "", value=other) for other in Aim if other is not aim
    )
    return Speech((*parts, Divider(), Row(others)))


def _entry(metric: Metric) -> list[Part]:
    parts: list[Part] = [Line(say.MetricEntry(MetricName(metric.key), metric.polarity))]
    for one in metric.references:
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
