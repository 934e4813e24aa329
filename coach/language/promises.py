"""Lengths of time that are promised to the customer, told from deadlines."""

import re

from coach.language.dates import Found
from coach.language.mentions import MetricMention
from coach.language.patterns import exact
from coach.metrics import MetricKey

_TIMED = frozenset({MetricKey.RESOLUTION_TIME, MetricKey.FIRST_RESPONSE_TIME, MetricKey.SERVICE_LEVEL})
_FIGURE_BESIDE = exact(
    r"(?<![\w@])\d[\d.,]*[ ]*(?:%|pour[ ]?cent|percent|points?|pts?|mi?n|h(?!\w)|hours?|heures?"
    r"|sec|days?|jours?)"
    r"|(?<!\w)(?:from|de)[ ]+\d|(?<!\w)(?:halv|moiti|third|tiers|doubl)"
)


def without_promises(
    dates: list[Found], masked: str, work: str, metrics: list[MetricMention]
) -> tuple[list[Found], str]:
    """A length in days that is promised to the customer ("resolved in 2 days") is a figure, no deadline."""
    windows = [one for one in dates if one.window]
    if not windows or not any(one.metric in _TIMED for one in metrics):
        return dates, masked
    has_deadline = any(one.weight and not one.window for one in dates)
    first = windows[0]
    if not has_deadline and _FIGURE_BESIDE.search(masked) and not _is_short_share(first, work, metrics):
        return dates, masked
    masked = masked[: first.start] + work[first.start : first.end] + masked[first.end :]
    return [one for one in dates if one is not first], masked


def _is_short_share(window: Found, work: str, metrics: list[MetricMention]) -> bool:
    """Whether a share is to be answered within a few days, which is no time to change anything in."""
    if not any(one.metric is MetricKey.SERVICE_LEVEL for one in metrics):
        return False
    return any(int(number) <= 7 for number in re.findall(r"\d{1,3}", work[window.start : window.end]))
