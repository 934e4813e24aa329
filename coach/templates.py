"""Goals ready to be filled in, for each service (DOMAIN.md, section 6): shapes, never figures."""

from coach.messages.base import Message
from coach.messages.templates import ManyOwnGoals, ManyTeamGoals, Service, TemplateGoal, TemplateKey
from coach.metrics import MetricKey
from coach.quantity import Value

MOST_OWN = 3
MOST_TEAM = 5
"""More active goals than these hide the aim (DOMAIN.md, section 4)."""


class Template(Value):
    """A goal with blanks: baseline, target and deadline stay the team's to say."""

    key: TemplateKey
    service: Service
    metric: MetricKey
    """`OTHER` where the metric has no entry of its own; its name then stands in the words."""
    lever: str
    """Key of the usual lever (`lever.<key>`) that the words name."""

    @property
    def words(self) -> Message:
        """The goal as a sentence with its blanks."""
        return TemplateGoal(self.key)


def _three(service: Service, *goals: tuple[TemplateKey, MetricKey, str]) -> tuple[Template, ...]:
    return tuple(
        Template(key=key, service=service, metric=metric, lever=lever) for key, metric, lever in goals
    )


TEMPLATES: tuple[Template, ...] = (
    *_three(
        Service.CUSTOMER_SERVICE,
        (TemplateKey.FASTER_FIRST_RESPONSE, MetricKey.FIRST_RESPONSE_TIME, "triage"),
        (TemplateKey.MORE_SOLVED_AT_ONCE, MetricKey.FCR, "knowledge_article"),
        (TemplateKey.MORE_SATISFIED, MetricKey.CSAT, "unhappy_call_back"),
    ),
    *_three(
        Service.TELESALES,
        (TemplateKey.MORE_SALES, MetricKey.REVENUE, "follow_up_call"),
        (TemplateKey.MORE_CONTRACTS, MetricKey.OTHER, "call_times"),
        (TemplateKey.BETTER_CONVERSION, MetricKey.CONVERSION_RATE, "role_play"),
    ),
    *_three(
        Service.APPOINTMENT_SETTING,
        (TemplateKey.MORE_APPOINTMENTS, MetricKey.APPOINTMENTS, "call_times"),
        (TemplateKey.MORE_LEADS, MetricKey.LEADS, "lead_criteria"),
        (TemplateKey.CALLS_TO_APPOINTMENTS, MetricKey.CONVERSION_RATE, "opening_words"),
    ),
    *_three(
        Service.TECHNICAL_SUPPORT,
        (TemplateKey.FASTER_RESOLUTION, MetricKey.RESOLUTION_TIME, "oldest_first"),
        (TemplateKey.LESS_DOWNTIME, MetricKey.OTHER, "escalation_rule"),
        (TemplateKey.FEWER_COMPLAINTS, MetricKey.OTHER, "unhappy_call_back"),
    ),
    *_three(
        Service.SURVEYS,
        (TemplateKey.MORE_SURVEYS, MetricKey.OTHER, "call_blocks"),
        (TemplateKey.MORE_PARTICIPATION, MetricKey.SURVEY_RESPONSE_RATE, "short_survey"),
        (TemplateKey.BETTER_INTERVIEWS, MetricKey.QUALITY_SCORE, "contact_review"),
    ),
    *_three(
        Service.CROSS_SELLING,
        (TemplateKey.MORE_CROSS_SALES, MetricKey.CROSS_SELL, "discovery_question"),
        (TemplateKey.MORE_UPGRADES, MetricKey.UPSELL, "offer_sheet"),
        (TemplateKey.MORE_PER_CUSTOMER, MetricKey.REVENUE_PER_CUSTOMER, "renewal_call"),
    ),
)
"""Three for each service, in its order."""


def templates_for(service: Service) -> tuple[Template, ...]:
    """The goals that are typical of a service."""
    return tuple(template for template in TEMPLATES if template.service is service)


def load_note(own: int, team: int) -> Message | None:
    """What to say of too many active goals, the person's first; None where they can be kept in mind.

    Args:
        own: Active goals that the person leads or takes part in, the new one included.
        team: Active goals of the team, the new one included.
    """
    if own > MOST_OWN:
        return ManyOwnGoals(own)
    return ManyTeamGoals(team) if team > MOST_TEAM else None
