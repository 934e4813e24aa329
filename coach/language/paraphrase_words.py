"""The shape of a table of paraphrases."""

from dataclasses import dataclass

from coach.metrics import MetricKey


@dataclass(frozen=True)
class Paraphrases:
    """What people say instead of naming a metric, in one language, the surest first."""

    metrics: tuple[tuple[MetricKey, tuple[str, ...]], ...]
    complaint: str
    """Words that find something too long, too many, too hard, or that wish it better."""
    spirit: str
    """Those, and every other word of wishing."""
