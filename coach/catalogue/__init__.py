"""The metrics that the coach knows: what each is, which way is better, what it must not cost.

The figures are those of the trade's guides (DOMAIN.md, section 3): defaults, to be overridden by the
team's own. Names, definitions and formulas stand in the message catalogues (`metrics.po`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from coach.catalogue.loyalty import LOYALTY
from coach.catalogue.responsiveness import RESPONSIVENESS
from coach.catalogue.revenue import REVENUE
from coach.catalogue.running import RUNNING
from coach.catalogue.satisfaction import SATISFACTION
from coach.metrics import Metric, MetricKey

METRICS: Mapping[MetricKey, Metric] = MappingProxyType(
    {
        entry.key: entry
        for entry in sorted(
            (*RESPONSIVENESS, *SATISFACTION, *LOYALTY, *REVENUE, *RUNNING),
            key=lambda entry: tuple(MetricKey).index(entry.key),
        )
    }
)
"""Every metric of `MetricKey`, in its order."""


def metric(key: MetricKey) -> Metric:
    """What the coach knows of a metric."""
    return METRICS[key]
