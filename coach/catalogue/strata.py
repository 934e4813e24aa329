"""At whose level a metric can be read: an agent's, a team's, the whole centre's."""

from enum import StrEnum

from coach.metrics import MetricKey


class Stratum(StrEnum):
    """Who a figure can be about."""

    AGENT = "agent"
    TEAM = "team"
    CENTRE = "centre"


NOT_AN_AGENTS = frozenset(
    {
        MetricKey.NPS,
        MetricKey.WAIT_TIME,
        MetricKey.SERVICE_LEVEL,
        MetricKey.ABANDONMENT_RATE,
        MetricKey.OCCUPANCY,
        MetricKey.CONTACT_VOLUME,
        MetricKey.TICKET_BACKLOG,
        MetricKey.SELF_SERVICE_RATE,
        MetricKey.CHURN_RATE,
        MetricKey.RETENTION_RATE,
        MetricKey.REVENUE_PER_CUSTOMER,
        MetricKey.SENTIMENT,
        MetricKey.SURVEY_RESPONSE_RATE,
        MetricKey.ABSENTEEISM,
        MetricKey.TURNOVER,
    }
)
"""What no agent decides alone (queues, customers who stay), or what is nobody else's business (absences)."""


def measured_on(metric: MetricKey) -> tuple[Stratum, ...]:
    """At whose level the metric can be read, the smallest first."""
    everyone = (Stratum.AGENT, Stratum.TEAM, Stratum.CENTRE)
    return everyone[1:] if metric in NOT_AN_AGENTS else everyone
