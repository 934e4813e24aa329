"""What customers think of the help that they got."""

from decimal import Decimal

from coach.catalogue.entries import percent, reference, score, share
from coach.metrics import Aim, Kind, Metric, MetricKey, Polarity
from coach.quantity import Unit

SATISFACTION = (
    share(
        MetricKey.CSAT,
        Polarity.HIGHER,
        Aim.SATISFACTION,
        scale_highest=5,
        references=(
            reference("csat_standard", percent(80)),
            reference("csat_retail", percent(88)),
            reference("csat_financial", percent(90)),
        ),
        guards=(MetricKey.SURVEY_RESPONSE_RATE, MetricKey.AHT),
        levers=("unhappy_call_back", "contact_review", "coaching", "fewer_transfers", "empowerment"),
    ),
    Metric(
        key=MetricKey.NPS,
        kind=Kind.INDEX,
        polarity=Polarity.HIGHER,
        unit=Unit.SCORE,
        aims=(Aim.SATISFACTION, Aim.LOYALTY),
        lowest=Decimal(-100),
        highest=Decimal(100),
        references=(
            reference("nps_internet", score(2)),
            reference("nps_department_stores", score(58)),
        ),
        guards=(MetricKey.SURVEY_RESPONSE_RATE,),
        levers=("unhappy_call_back", "contact_review", "proactive_news", "welcome_call"),
    ),
    Metric(
        key=MetricKey.CES,
        kind=Kind.MEAN,
        polarity=Polarity.LOWER,
        unit=Unit.SCORE,
        aims=(Aim.SATISFACTION,),
        lowest=Decimal(1),
        highest=Decimal(5),
        guards=(MetricKey.CSAT, MetricKey.SURVEY_RESPONSE_RATE),
        levers=("self_service", "fewer_transfers", "knowledge_article", "empowerment"),
    ),
    share(
        MetricKey.QUALITY_SCORE,
        Polarity.HIGHER,
        Aim.SATISFACTION,
        guards=(MetricKey.AHT,),
        levers=("contact_review", "coaching", "peer_pairing", "quality_grid"),
    ),
    share(
        MetricKey.TRANSFER_RATE,
        Polarity.LOWER,
        Aim.SATISFACTION,
        Aim.RUNNING,
        guards=(MetricKey.FCR, MetricKey.AHT),
        levers=("skill_routing", "knowledge_article", "empowerment", "cross_training"),
    ),
    share(
        MetricKey.SURVEY_RESPONSE_RATE,
        Polarity.HIGHER,
        Aim.SATISFACTION,
        Aim.RUNNING,
        guards=(MetricKey.CSAT,),
        levers=("short_survey", "announce_survey", "call_times"),
    ),
)
"""Surveys, reviewed contacts, and what irritates."""
