"""How fast customers are answered and helped."""

from coach.catalogue.entries import duration, minutes, percent, reference, share
from coach.metrics import Aim, MetricKey, Polarity
from coach.quantity import Unit

RESPONSIVENESS = (
    share(
        MetricKey.FCR,
        Polarity.HIGHER,
        Aim.RESPONSIVENESS,
        Aim.SATISFACTION,
        references=(reference("fcr_demanding", percent(75)),),
        guards=(MetricKey.AHT, MetricKey.CSAT),
        levers=("knowledge_article", "empowerment", "repeat_review", "coaching", "skill_routing"),
    ),
    duration(
        MetricKey.AHT,
        Unit.MINUTES,
        Aim.RESPONSIVENESS,
        guards=(MetricKey.CSAT, MetricKey.FCR),
        levers=("reply_templates", "notes_during_contact", "knowledge_article", "call_structure", "coaching"),
    ),
    duration(
        MetricKey.FIRST_RESPONSE_TIME,
        Unit.HOURS,
        Aim.RESPONSIVENESS,
        guards=(MetricKey.RESOLUTION_TIME, MetricKey.CSAT),
        levers=("triage", "reply_templates", "peak_staffing", "skill_routing"),
    ),
    duration(
        MetricKey.RESOLUTION_TIME,
        Unit.HOURS,
        Aim.RESPONSIVENESS,
        Aim.SATISFACTION,
        guards=(MetricKey.CSAT, MetricKey.FCR),
        levers=("triage", "oldest_first", "empowerment", "knowledge_article", "escalation_rule"),
    ),
    duration(
        MetricKey.WAIT_TIME,
        Unit.MINUTES,
        Aim.RESPONSIVENESS,
        Aim.SATISFACTION,
        references=(reference("wait_give_up", minutes(10)),),
        guards=(MetricKey.CSAT, MetricKey.FCR),
        levers=("weekly_review", "peak_staffing", "call_back", "self_service", "skill_routing"),
    ),
    share(
        MetricKey.SERVICE_LEVEL,
        Polarity.HIGHER,
        Aim.RESPONSIVENESS,
        references=(reference("service_level_60s", percent(90)),),
        guards=(MetricKey.OCCUPANCY, MetricKey.CSAT),
        levers=("peak_staffing", "call_back", "self_service", "break_planning"),
    ),
    duration(
        MetricKey.WRAP_UP_TIME,
        Unit.MINUTES,
        Aim.RESPONSIVENESS,
        references=(
            reference("wrap_up_usual", minutes(6)),
            reference("wrap_up_most", minutes(10)),
        ),
        guards=(MetricKey.CSAT, MetricKey.QUALITY_SCORE),
        levers=("notes_during_contact", "closing_codes", "reply_templates", "coaching"),
    ),
)
"""First-contact resolution, handling, answering and waiting."""
