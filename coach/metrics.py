"""What a metric is. The metrics themselves stand in `coach/catalogue.py`."""

from decimal import Decimal
from enum import StrEnum

from coach.quantity import Quantity, Unit, Value


class MetricKey(StrEnum):
    """The metrics that the coach knows, by the name they have in code, rows and the command line."""

    CSAT = "csat"
    NPS = "nps"
    CES = "ces"
    FCR = "fcr"
    AHT = "aht"
    FIRST_RESPONSE_TIME = "first_response_time"
    RESOLUTION_TIME = "resolution_time"
    WAIT_TIME = "wait_time"
    OCCUPANCY = "occupancy"
    WRAP_UP_TIME = "wrap_up_time"
    TRANSFER_RATE = "transfer_rate"
    CONTACT_VOLUME = "contact_volume"
    TICKET_BACKLOG = "ticket_backlog"
    SERVICE_LEVEL = "service_level"
    ABANDONMENT_RATE = "abandonment_rate"
    QUALITY_SCORE = "quality_score"
    CHURN_RATE = "churn_rate"
    RETENTION_RATE = "retention_rate"
    CROSS_SELL = "cross_sell"
    UPSELL = "upsell"
    ADDITIONAL_SALES = "additional_sales"
    REVENUE = "revenue"
    REVENUE_PER_CUSTOMER = "revenue_per_customer"
    CONVERSION_RATE = "conversion_rate"
    LEADS = "leads"
    APPOINTMENTS = "appointments"
    CALLS_MADE = "calls_made"
    SURVEY_RESPONSE_RATE = "survey_response_rate"
    SELF_SERVICE_RATE = "self_service_rate"
    KNOWLEDGE_ARTICLES = "knowledge_articles"
    ABSENTEEISM = "absenteeism"
    TURNOVER = "turnover"
    TRAINING = "training"
    SENTIMENT = "sentiment"
    OTHER = "other"


class Polarity(StrEnum):
    """Which way a metric gets better."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"


class Kind(StrEnum):
    """How a metric is made, which says how it may be planned, added up and drawn."""

    SHARE = "share"
    MEAN = "mean"
    COUNT = "count"
    DURATION = "duration"
    MONEY = "money"
    INDEX = "index"


class Aim(StrEnum):
    """The five aims of a customer service, and running the centre (DOMAIN.md, section 3)."""

    RESPONSIVENESS = "responsiveness"
    SATISFACTION = "satisfaction"
    LOYALTY = "loyalty"
    IMAGE = "image"
    REVENUE = "revenue"
    RUNNING = "running"


class Source(StrEnum):
    """Where the trade's figures were read. Its words stand in the catalogues (`source.<value>`)."""

    GUIDES = "guides"
    """Five French articles on goals in customer service (DOMAIN.md)."""


class Reference(Value):
    """A figure that the trade quotes, to be overridden by the team's own."""

    label: str
    """Key of the words that say what the figure is (`reference.<label>` in the catalogues)."""
    low: Quantity
    high: Quantity | None = None
    """Upper end where the reference is a band or a range."""
    source: Source | str
    """Where the figure was read: a source of the trade, or whatever a workspace says of its own."""


class Metric(Value):
    """One metric of the trade, as the coach knows it. Its names stand in the message catalogues."""

    key: MetricKey
    kind: Kind
    polarity: Polarity
    unit: Unit
    aims: tuple[Aim, ...]
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None
    """Bounds of what the metric can be, in `unit`."""
    scale_highest: Decimal | None = None
    """Top of the answer scale where the metric may also be a mean of answers (CSAT out of 5)."""
    references: tuple[Reference, ...] = ()
    guards: tuple[MetricKey, ...] = ()
    """What must not break while this one moves."""
    levers: tuple[str, ...] = ()
    """Keys of the usual levers (`lever.<key>` in the catalogues)."""


_ALSO_CALLED = {MetricKey.ADDITIONAL_SALES: frozenset({MetricKey.CROSS_SELL, MetricKey.UPSELL})}


def is_called(metric: MetricKey, named: MetricKey) -> bool:
    """Whether a goal's metric may be meant by a name: counted sales go by the name of their share too."""
    return named is metric or named in _ALSO_CALLED.get(metric, frozenset())
