"""What keeps the centre running: load, queues, people, and help that customers find by themselves."""

from coach.catalogue.entries import count, percent, reference, share
from coach.metrics import Aim, Kind, Metric, MetricKey, Polarity
from coach.quantity import Unit

RUNNING = (
    share(
        MetricKey.OCCUPANCY,
        Polarity.BAND,
        Aim.RUNNING,
        references=(reference("occupancy_band", percent(75), percent(85)),),
        guards=(MetricKey.ABSENTEEISM, MetricKey.CSAT, MetricKey.TURNOVER),
        levers=("peak_staffing", "break_planning", "task_rotation", "call_back"),
    ),
    count(
        MetricKey.CONTACT_VOLUME,
        Polarity.LOWER,
        Aim.RUNNING,
        guards=(MetricKey.CSAT, MetricKey.FCR),
        levers=("knowledge_article", "self_service", "repeat_review", "proactive_news"),
    ),
    count(
        MetricKey.TICKET_BACKLOG,
        Polarity.LOWER,
        Aim.RUNNING,
        guards=(MetricKey.CSAT, MetricKey.FIRST_RESPONSE_TIME),
        levers=("oldest_first", "triage", "reply_templates", "backlog_hour"),
    ),
    share(
        MetricKey.ABANDONMENT_RATE,
        Polarity.LOWER,
        Aim.RUNNING,
        Aim.RESPONSIVENESS,
        guards=(MetricKey.OCCUPANCY, MetricKey.CSAT),
        levers=("call_back", "peak_staffing", "wait_message", "break_planning"),
    ),
    share(
        MetricKey.SELF_SERVICE_RATE,
        Polarity.HIGHER,
        Aim.RUNNING,
        guards=(MetricKey.CSAT, MetricKey.CES),
        levers=("knowledge_article", "self_service", "article_refresh"),
    ),
    count(
        MetricKey.KNOWLEDGE_ARTICLES,
        Polarity.HIGHER,
        Aim.RUNNING,
        guards=(MetricKey.SELF_SERVICE_RATE,),
        levers=("knowledge_article", "article_refresh", "writing_hour"),
    ),
    share(
        MetricKey.ABSENTEEISM,
        Polarity.LOWER,
        Aim.RUNNING,
        guards=(MetricKey.OCCUPANCY,),
        levers=("return_talk", "break_planning", "task_rotation", "schedule_choice"),
    ),
    share(
        MetricKey.TURNOVER,
        Polarity.LOWER,
        Aim.RUNNING,
        guards=(MetricKey.OCCUPANCY, MetricKey.ABSENTEEISM),
        levers=("stay_talk", "peer_pairing", "recognition", "schedule_choice"),
    ),
    count(
        MetricKey.TRAINING,
        Polarity.HIGHER,
        Aim.RUNNING,
        guards=(MetricKey.SERVICE_LEVEL,),
        levers=("training_slot", "peer_pairing", "cross_training"),
    ),
    Metric(
        key=MetricKey.OTHER,
        kind=Kind.COUNT,
        polarity=Polarity.HIGHER,
        unit=Unit.COUNT,
        aims=(Aim.RUNNING,),
        lowest=None,
        levers=("weekly_review", "coaching", "peer_pairing"),
    ),
)
"""Running the centre, and `OTHER`: a metric in the team's own words, which takes any unit."""
