"""Whether customers stay, and what they say of us in public."""

from decimal import Decimal

from coach.catalogue.entries import reference, score, share
from coach.metrics import Aim, Kind, Metric, MetricKey, Polarity
from coach.quantity import Unit

LOYALTY = (
    share(
        MetricKey.CHURN_RATE,
        Polarity.LOWER,
        Aim.LOYALTY,
        guards=(MetricKey.CSAT,),
        levers=("welcome_call", "unhappy_call_back", "renewal_call", "proactive_news"),
    ),
    share(
        MetricKey.RETENTION_RATE,
        Polarity.HIGHER,
        Aim.LOYALTY,
        guards=(MetricKey.CSAT,),
        levers=("renewal_call", "welcome_call", "unhappy_call_back", "proactive_news"),
    ),
    Metric(
        key=MetricKey.SENTIMENT,
        kind=Kind.INDEX,
        polarity=Polarity.HIGHER,
        unit=Unit.SCORE,
        aims=(Aim.IMAGE,),
        lowest=Decimal(-100),
        highest=Decimal(100),
        references=(reference("sentiment_out_of_reach", score(100)),),
        guards=(MetricKey.CSAT,),
        levers=("public_answers", "unhappy_call_back", "proactive_news"),
    ),
)
"""Retention and churn, and net sentiment."""
