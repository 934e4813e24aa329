"""`docs/metrics.md`: every metric of the catalogue on one page, in both languages, made from the data.

`python -m bot.metrics_page > docs/metrics.md` writes it anew; a test holds the two together.
"""

from bot.render import entry, value_text
from coach.catalogue import METRICS
from coach.catalogue.strata import measured_on
from coach.language.reading import Language
from coach.metrics import Aim, Metric, MetricKey, Polarity, Reference

BETTER = {Polarity.HIGHER: "higher", Polarity.LOWER: "lower", Polarity.BAND: "inside a band"}
HEAD = """# The metrics

What Jalon knows of each metric: what it is, how it is computed, which way is better, what the trade quotes,
what must not break while it moves, and what usually moves it. Figures of the trade are defaults; a team's own
come first.

A workspace adds to it in `/goal metrics` (`/objectif indicateurs`): under each metric a reference of its
own, which counts in place of the trade's, and under "Your own" metrics that are missing here, with their
unit, which way is better and what they can be. Whoever leads a goal may, and so may an administrator;
each change can be undone, and goals under way keep the metric as it was.

Made from the catalogue in `coach/catalogue/` and the words in `bot/locales/`; a test holds it against them.
"""


def metrics_page() -> str:
    """The page as Markdown, the metrics under the first of their aims."""
    parts = [HEAD]
    for aim in Aim:
        parts.append(f"\n## {aim.value.capitalize()}\n")
        parts += [_entry(one) for one in METRICS.values() if one.aims[:1] == (aim,) and _is_named(one)]
    return "".join(parts)


def _is_named(metric: Metric) -> bool:
    return metric.key is not MetricKey.OTHER


def _entry(metric: Metric) -> str:
    names = [entry(f"metric_key.{metric.key}", language) for language in (Language.EN, Language.FR)]
    rows = [f"\n### `{metric.key}` · {names[0]} · {names[1]}\n\n"]
    for language in (Language.EN, Language.FR):
        definition = entry(f"metric_key.{metric.key}.definition", language)
        rows.append(f"- {definition} *{entry(f'metric_key.{metric.key}.formula', language)}*\n")
    rows.append(f"- Better: {BETTER[metric.polarity]}; a {metric.kind.value}, in {metric.unit.value}\n")
    strata = ", ".join(stratum.value for stratum in measured_on(metric.key))
    rows.append(f"- Can be read for: {strata}\n")
    rows += [f"- {_reference(one)}\n" for one in metric.references]
    if metric.guards:
        rows.append(f"- Must not break: {', '.join(f'`{key}`' for key in metric.guards)}\n")
    if metric.levers:
        levers = "; ".join(entry(f"lever.{key}", Language.EN) for key in metric.levers)
        rows.append(f"- Usual levers: {levers}\n")
    return "".join(rows)


def _reference(reference: Reference) -> str:
    figure = value_text(reference.low, Language.EN)
    if reference.high is not None:
        figure += f" to {value_text(reference.high, Language.EN)}"
    source = entry(f"source.{reference.source}", Language.EN)
    return f"{figure}: {entry(f'reference.{reference.label}', Language.EN)} ({source})"


if __name__ == "__main__":
    print(metrics_page(), end="")
