"""Metrics that go by a name of the catalogue and are followed as a number, or the other way round."""

import re
from datetime import date
from typing import Any

from coach.draft import Draft
from coach.language import understand
from coach.language.plain import fold
from coach.language.reading import Direction, Slot, Understanding
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


def only_mentions(draft: Draft, reading: Understanding) -> bool:
    """Whether an answer about the metric's level tells of people, and another metric by the way.

    "Our customers wait too long" says why, where the handling time was asked.
    """
    told = (reading.baseline, reading.target, reading.delta, reading.stretch)
    asked = draft.asked in {Slot.BASELINE, Slot.TARGET, Slot.CHANGE}
    another = draft.metric is not None and reading.metric not in {None, draft.metric}
    return asked and another and not any(told) and _OF_PEOPLE.match(fold(reading.text)) is not None


_OF_PEOPLE = re.compile(
    r"(?:(?:car|parce que|because|well|ben|bah) )?(?:nos|les|mes|our|the|my) (?:clients?|appelants?|usagers?"
    r"|agents?|conseillers?|gens|equipes?|customers?|callers?|people|users?|advisors?|team)\b"
)
"""How people begin to tell what is wrong."""
