"""Goals that another department decides, and the part of them that a contact centre can move.

"10 % more customers" is sales' and marketing's; keeping those who call is the team's: achievable means within
this team's own reach.
"""

import re

from coach.language.reading import Language
from coach.metrics import MetricKey

_CUSTOMERS = {
    Language.FR: (
        r"\b(?:plus de|davantage de|nouveaux|gagner (?:des|de nouveaux)|\d+ ?% de) (?:nouveaux )?clients\b"
        r"(?! (?:satisfaits|contents|rappel|r[ée]pond))|\bclients (?:en plus|suppl[ée]mentaires)\b"
    ),
    Language.EN: (
        r"\b(?:more|new|additional|extra|\d+ ?% more) (?:new )?customers\b"
        r"(?! (?:satisfied|happy|to (?:answer|fill|reply)))"
    ),
}
_PRODUCT = {
    Language.FR: r"\b(?:bugs?|anomalies|d[ée]fauts? (?:du|des) produits?|d[ée]lais? de livraison)\b",
    Language.EN: r"\b(?:bugs?|product defects?|delivery (?:time|delay)s?|shipping (?:time|delay)s?)\b",
}
_PARTS: tuple[tuple[dict[Language, str], tuple[MetricKey, ...]], ...] = (
    (_CUSTOMERS, (MetricKey.RETENTION_RATE, MetricKey.CONVERSION_RATE, MetricKey.CSAT)),
    (_PRODUCT, (MetricKey.CONTACT_VOLUME, MetricKey.FCR, MetricKey.CSAT)),
)


def our_part(text: str, language: Language) -> tuple[MetricKey, ...]:
    """What the team can move of a wish that another department decides; nothing where it is the team's own.

    Args:
        text: The wish.
        language: The language that it is written in.
    """
    for patterns, metrics in _PARTS:
        if re.search(patterns[language], text, re.IGNORECASE):
            return metrics
    return ()
