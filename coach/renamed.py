"""Metrics that go by a name of the catalogue and are followed as a number, or the other way round."""

import re
from datetime import date
from typing import Any

from coach.draft import Draft
from coach.language import understand
from coach.language.plain import fold
from coach.language.reading import Direction, Understanding
from coach.metrics import MetricKey

_OTHER_WAY_ROUND = re.compile(
    r"\b(?:repeat|reiterations?|rouverts?|reouvertures?|call(?:ing)? (?:us )?back|rappellent"
    r"|taux de rappel)\b"
)
"""What falls as the first-contact resolution rises: people who call again, tickets that open again."""
_ARTICLE = re.compile(r"^(?:l['’]|d['’]|(?:les?|la|des?|du|our|the|of) )", re.IGNORECASE)


def meant_by(reading: Understanding) -> MetricKey | None:
    """The metric of a text; contacts that come again, which are to be fewer, are the team's own figure."""
    words = fold(reading.metric_words or "")
    fewer = reading.direction is Direction.DECREASE
    if reading.metric is MetricKey.FCR and fewer and _OTHER_WAY_ROUND.search(words):
        return MetricKey.OTHER
    return reading.metric


def named_as_counted(draft: Draft, facts: dict[str, Any], today: date) -> dict[str, Any]:
    """The facts, where a share turns out to be followed as a number: it keeps the words of the wish."""
    if facts.get("metric") is not MetricKey.OTHER or facts.get("metric_words"):
        return facts
    wish = understand(draft.wish, draft.language, today)
    words = _ARTICLE.sub("", wish.metric_words or "") if wish.metric is draft.metric else None
    return facts | {"metric_words": words or None}
