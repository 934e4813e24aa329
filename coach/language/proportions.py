"""Shares told as so many of so many, or as a part: "one call in four", "la moitié des appels"."""

import re
from decimal import Decimal

from coach.language.patterns import rx

_NOUN = (
    r"(?:appels?|appelants?|tickets?|clients?|clientes?|contacts?|demandes?|dossiers?|mails?|e-?mails?|chats?"
    r"|reponses?|enquetes?|ventes?|commandes?|rendez-vous|rdv|personnes?|fois"
    r"|calls?|callers?|customers?|cases?|requests?|queries|query|enquir(?:y|ies)|conversations?|interactions?"
    r"|people|users?|answers?|surveys?|orders?|sales?|leads?|appointments?|times?)"
)
_OURS = r"(?:(?:(?:of|de) )?(?:all )?(?:the|our|these|nos|les|vos) |des |de |d'|of )?"
_RATIO = rx(
    rf"(?<![\w.,:/-])(?P<a>\d{{1,2}}|one|une?)(?P<noun> {_OURS}{_NOUN})?"
    r" (?P<joint>in(?: every)?|out of(?: every)?|of every|sur(?: les)?) (?P<b>\d{1,3})"
    r"(?![\w%]|[.,:/]\d)"
    r"(?! ?(?:s|sec\w*|min\w*|mn|h|hours?|heures?|days?|jours?|weeks?|semaines?|months?|mois|years?|ans?"
    r"|working|business|teams?|equipes?|sites?|agents?|groups?|groupes?|channels?|canaux|languages?|langues?"
    r"|clicks?|clics?|steps?|etapes?|places?|[%€$£])(?!\w))"
)
_PART = (
    r"(?:(?P<half>(?:la |une )?moitie|(?:a |one )?half)|(?P<third>(?:une?|le|an?|one) (?:tiers|third))"
    r"|(?P<quarter>(?:une?|le|an?|one) (?:quart|quarter))|(?P<thirds>2[ -]+(?:tiers|thirds))"
    r"|(?P<quarters>3[ -]+(?:quarts|quarters)))(?!\w)"
    r"(?! d'h| of an hour| hour| an? (?:hour|minute|day|week|month|point|second)(?!\w))"
)
_PARTS = {
    "half": Decimal(50),
    "third": Decimal("33.33"),
    "quarter": Decimal(25),
    "thirds": Decimal("66.67"),
    "quarters": Decimal(75),
}
_OF_THEM = rf" (?:of |de |des |d'){_OURS}(?:{_NOUN}|them|ceux-ci)"
_FROM_TO = rx(
    rf"(?<!\w)(?:from|de(?! moitie)|d')(?: about| environ| roughly)? ?(?P<part>{_PART})(?:{_OF_THEM})?"
    r" (?:down |up )?(?:to|a) (?=\d)"
)
_STANDS = rx(
    rf"(?<![\w'])(?P<part>{_PART}){_OF_THEM}(?: \w+)?"
    r" (?:are|is|were|get|end|go|sont|est|etaient|finissent|partent)(?!\w)"
)
_ALONE = rx(
    rf"(?<![\w'])(?P<part>{_PART})(?:{_OF_THEM}(?!\w))?"
    r"(?! (?:of|des?|d')|[ ]*(?:less|fewer|more|off|as)(?!\w))"
)
_CHANGES = rx(
    r"(?<!\w)(?:by|d'|in|over|for|next|last|first|second|per|reduce|cut|lower|halve|reduire|reduis\w*|baisser"
    r"|diminuer)[ ]?(?:about |environ )?$"
)

OUT_OF = rx(
    rf"(?P<a>\d{{1,7}}) ?(?:{_OURS}(?:jours?|days?|_+|{_NOUN}) )?"
    r"(?:/|sur(?: les)?|out of|of(?: the| my| our)?|des|de (?:mes|nos)|parmi) ?"
    r"(?P<b>\d{1,7})(?!\d|[,.]\d| ?%)"
)
"""So many of so many ("42 sur 50", "30 appels sur 40"); `_` masks what is named."""

_ONE_OF = rx(
    r"(?<![\w'])(?:one|une?)(?= (?:sur(?: les)?|out of|of(?: the| my| our)?|des|de (?:mes|nos))"
    r" \d{1,3}(?![\d%]))"
)

Share = tuple[int, int, Decimal]


def with_one_of(work: str) -> str:
    """A text in which "one of the 2" has its digits, of the same length.

    Args:
        work: The folded text with its numbers in digits.
    """
    return _ONE_OF.sub(lambda found: "1".rjust(len(found[0])), work)


def find_ratios(work: str) -> list[Share]:
    """Where a text tells so many of so many in words ("one call in four"), and the percent that they are.

    What is written as a score is too ("4 sur 5") is left to those who know the scale.
    """
    found: list[Share] = []
    for match in _RATIO.finditer(work):
        worded = not match["a"].isdigit() or match["noun"] is not None or match["joint"].startswith("in")
        count, whole = int(match["a"]) if match["a"].isdigit() else 1, int(match["b"])
        if worded and 0 < count < whole:
            found.append((*match.span(), _percent(count, whole)))
    return found


def find_parts(work: str, *, alone: bool) -> list[Share]:
    """Where a text tells a part as where things stand ("from a third to …"), and the percent that it is.

    Args:
        work: The folded text with its numbers in digits.
        alone: Whether the text answers where things stand, so that "half" needs no words around it.
    """
    found: list[Share] = []
    patterns = (_FROM_TO, _STANDS, _ALONE) if alone else (_FROM_TO, _STANDS)
    for pattern in patterns:
        for match in pattern.finditer(work):
            start, end = match.span("part")
            if pattern is _ALONE and _CHANGES.search(work[max(0, start - 24) : start]):
                continue
            if not any(start < stop and begin < end for begin, stop, _ in found):
                found.append((start, end, _value(match)))
    return sorted(found)


def _value(match: re.Match[str]) -> Decimal:
    return next(value for name, value in _PARTS.items() if match[name] is not None)


def _percent(count: int, whole: int) -> Decimal:
    share = (Decimal(count) * 100 / whole).quantize(Decimal("0.01")).normalize()
    return Decimal(f"{share:f}")
