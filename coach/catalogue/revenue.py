"""What the team brings in."""

from coach.catalogue.entries import count, share
from coach.metrics import Aim, Kind, Metric, MetricKey, Polarity
from coach.quantity import Unit

REVENUE = (
    share(
        MetricKey.CROSS_SELL,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CSAT, MetricKey.AHT),
        levers=("discovery_question", "offer_sheet", "contact_review", "role_play"),
    ),
    share(
        MetricKey.UPSELL,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CSAT, MetricKey.AHT),
        levers=("discovery_question", "offer_sheet", "contact_review", "role_play"),
    ),
    count(
        MetricKey.ADDITIONAL_SALES,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CSAT, MetricKey.AHT),
        levers=("discovery_question", "offer_sheet", "follow_up_call", "role_play"),
    ),
    Metric(
        key=MetricKey.REVENUE,
        kind=Kind.MONEY,
        polarity=Polarity.HIGHER,
        unit=Unit.CURRENCY,
        aims=(Aim.REVENUE,),
        guards=(MetricKey.CSAT, MetricKey.CHURN_RATE),
        levers=("discovery_question", "follow_up_call", "offer_sheet", "call_times"),
    ),
    Metric(
        key=MetricKey.REVENUE_PER_CUSTOMER,
        kind=Kind.MONEY,
        polarity=Polarity.HIGHER,
        unit=Unit.CURRENCY,
        aims=(Aim.REVENUE, Aim.LOYALTY),
        guards=(MetricKey.CSAT, MetricKey.CHURN_RATE),
        levers=("discovery_question", "offer_sheet", "renewal_call"),
    ),
    share(
        MetricKey.CONVERSION_RATE,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CSAT, MetricKey.CALLS_MADE),
        levers=("contact_review", "role_play", "follow_up_call", "lead_criteria"),
    ),
    count(
        MetricKey.LEADS,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CONVERSION_RATE,),
        levers=("lead_criteria", "call_times", "discovery_question", "follow_up_call"),
    ),
    count(
        MetricKey.APPOINTMENTS,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CONVERSION_RATE,),
        levers=("call_times", "opening_words", "follow_up_call", "role_play"),
    ),
    count(
        MetricKey.CALLS_MADE,
        Polarity.HIGHER,
        Aim.REVENUE,
        guards=(MetricKey.CONVERSION_RATE, MetricKey.QUALITY_SCORE),
        levers=("call_blocks", "call_times", "list_ready"),
    ),
)
"""Sales, appointments and leads."""
