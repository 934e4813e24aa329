"""A sentence that begins by ordering something of a goal under way: its terms, who leads it, its posts' day.

"change la cible des ventes additionnelles à 35", "make <@U1> the owner of FCR", "les nouvelles du CSAT le
vendredi".
"""

import re
from datetime import time

from coach.language.arrangements import DAY, SURE_CLOCK, clock_and_day
from coach.language.orders import ASKS, goal_name
from coach.language.patterns import Expression, rx
from coach.language.plain import fold, plain
from coach.quantity import Value

LONGEST = 300
"""Characters of an order; what is longer tells a story."""


class TermsOrder(Value):
    """What is to become of a goal's target, its date or both."""

    named: str
    """The folded words that name the goal; "" where none does."""
    text: str
    """The order, beginning with what is to be done."""


class OwnerOrder(Value):
    """Who is to lead a goal."""

    named: str
    """The folded words that name the goal."""
    who: str
    """A mention as `<@U…>`, or a name as it was written."""


class NewsOrder(Value):
    """When a channel is to have its posts."""

    named: str
    """The folded words that name the goal; "" where none does."""
    weekday: int | None = None
    """0 is Monday."""
    at: time | None = None


_START = (
    r"^(?!nouvel objectif|new goal)"
    r"(?:(?:et|and|ok|non|no|bon|alors|so|en fait|finalement|actually|bonjour|hello|hi)[ ,]+)*"
    rf"{ASKS}"
)
_OF = (
    r"(?:de la |de l'|des |du |de |d'|pour (?:la |les |le |l')?|sur (?:la |les |le |l')?|for (?:the )?"
    r"|of (?:the )?|on (?:the )?)"
)
_NAME = r"(?P<{0}>[^,;:.!?]{{2,60}}?)"
_TO = r"(?: ?[:=→]| (?:a|au|aux|to|at|by|jusqu\w*|until|vers|plus|en|from|lower|higher|back|down|up)(?!\w))"
_SET = (
    r"(?:change[rz]?|changeons|modifi(?:e[rz]?|ons)|mets|met|mettez|mettre|mettons|passe[rz]?|passons"
    r"|fixe[rz]?|fixons|a?baisse[rz]?|a?baissons|descend(?:s|re|ez)?|(?:re)?monte[rz]?|releve[rz]?"
    r"|ramene[rz]?"
    r"|ajuste[rz]?|deplace[rz]?|decale[rz]?|repousse[rz]?|reporte[rz]?|avance[rz]?|prolonge[rz]?|porte[rz]?"
    r"|corrige[rz]?|revoi[rs]|revoyez)"
)
_SET_EN = (
    r"(?:change|set|put|move|push|shift|extend|postpone|reschedule|lower|raise|cut|reduce|increase|adjust"
    r"|bring|update|delay|make)"
)
_TERM = r"(?:nouvelle )?(?:cible|echeance|date (?:de fin|limite|butoir|d'echeance)|target date|delai)(?!\w)"
_TERM_EN = r"(?:(?:target|end|due|final) date|target|deadline)(?!\w)"
_NEXT = rf"(?:{_TO}|(?= \d)|$)"
"""Where the term's own words end: "to" and its like, a figure right behind, or the end."""
_VALUE = r"(?: (?:a|au|a la|de|to|at|by|on))?(?= (?:\d|la fin|fin|debut|mi-|1er|the end|end of|early|mid))"
"""A figure or a day follows: what only tells of the target orders nothing."""
_TERMS: tuple[Expression, ...] = (
    rx(
        rf"{_START}{_SET} (?:la |l'|le |les |notre |mon |ma "
        rf"|sa )?{_TERM}(?: {_OF}{_NAME.format('n')})?{_NEXT}"
    ),
    rx(
        rf"{_START}{_SET_EN} (?:(?:the|our|my) )?(?!(?:an?|the|our|my) ){_TERM_EN}"
        rf"(?: {_OF}{_NAME.format('n')})?{_NEXT}"
    ),
    rx(rf"{_START}{_SET_EN} (?:(?:the|our|my) )?(?!an? ){_NAME.format('n')} {_TERM_EN}{_NEXT}"),
    rx(
        rf"{_START}(?:la|l'|le|notre) ?{_TERM}(?: {_OF}{_NAME.format('n')})?"
        r" (?:(?:doit |devrait |pourrait )?(?:passer|etre)|passe(?:rait|ra)?|devien(?:t|dra\w*)|ser(?:a|ait))"
        rf"{_VALUE}"
    ),
    rx(
        rf"{_START}(?:the|our|my) (?:{_NAME.format('n')} )?{_TERM_EN}(?: {_OF}{_NAME.format('m')})?"
        r" (?:moves|shifts|becomes|goes|will be|(?:should|could|must|needs to|has to) (?:be|move|go))"
        rf"{_VALUE}"
    ),
)
_NAMED_FIRST = rx(
    rf"{_START}{_NAME.format('n')} ?[:,–—-] ?(?P<terms>(?:(?:nouvelle|new) )?(?:{_TERM}|{_TERM_EN}))"
)
"""The goal first: "ventes additionnelles : cible à 35"."""

_LEAD = r"(?:le |la |the )?(?:nouveau |nouvelle |new )?(?:responsable|pilote|porteu(?:r|se)|owner|lead)"
_WHO = r"(?P<who><@\w+>|@?[\w'-]+(?: [\w'-]+)?)"
_OWNERS: tuple[Expression, ...] = (
    rx(
        rf"{_START}(?:(?:{_SET}|{_SET_EN}|make|nomme[rz]?) )?{_LEAD}(?: {_OF}{_NAME.format('n')})?"
        rf"(?: ?[:=→] ?| (?:a|to|par|en|c'est|est|is|sera|will be|devient|becomes) )(?:moi )?{_WHO}[ .!]*$"
    ),
    rx(
        rf"{_START}{_SET_EN} (?:(?:the|our|my) )?{_NAME.format('n')} (?:owner|lead)(?: ?[:=→] ?| (?:to|is) )"
        rf"{_WHO}[ .!]*$"
    ),
    rx(rf"{_START}make {_WHO} {_LEAD} {_OF}{_NAME.format('n')}[ .!]*$"),
    rx(rf"{_START}(?:mets|mettez|nomme[rz]?) {_WHO} (?:comme |en )?{_LEAD} {_OF}{_NAME.format('n')}[ .!]*$"),
    rx(
        rf"{_START}{_WHO} (?:devient|est|sera|becomes|is|will be)(?: maintenant| desormais| now)? {_LEAD}"
        rf" {_OF}{_NAME.format('n')}[ .!]*$"
    ),
    rx(
        rf"{_START}(?:confie[rz]?|transmet(?:s|tre|tez)|transfere[rz]?|hand|transfer|give)(?: over)?"
        rf" (?:(?:l'objectif|the) ?)?{_NAME.format('n')}(?: over)? (?:a|to) {_WHO}[ .!]*$"
    ),
)

_POSTS = r"(?:nouvelles|publications?|posts?|point d'equipe|news|updates?)"
_SAY = r"(?:publie[rz]?|poste[rz]?|post|publish|envoie|envoyez|send|annonce[rz]?)"
_ON = r"(?: ?[:=→])?(?: (?:plutot|instead|a|au|to|sont|is|are|passe(?:nt)? a))*"
_WHEN = rf"(?: ?{DAY})?(?:,? {SURE_CLOCK})?"
_END = (
    r"(?:[ ,]+(?:plutot|instead|rather|svp|stp|please|merci|thanks|from now on|desormais|maintenant|now))*"
    r"[ .!]*$"
)
_NEWS: tuple[Expression, ...] = (
    rx(
        rf"{_START}(?:(?:{_SET}|{_SET_EN}|{_SAY}) )?(?:les |la |le |the |our |nos )?{_POSTS}"
        rf"(?: {_OF}{_NAME.format('n')})?{_ON}{_WHEN}{_END}"
    ),
    rx(
        rf"{_START}(?:(?:{_SET_EN}|{_SAY}) )?(?:(?:the|our"
        rf"|my) )?{_NAME.format('n')} {_POSTS}{_ON}{_WHEN}{_END}"
    ),
)


def orders_terms(text: str) -> TermsOrder | None:
    """Whose target or date a text orders to change; None where it orders nothing of the kind.

    Args:
        text: The message as Slack delivers it.
    """
    if (found := _first(_TERMS, text)) is not None:
        return TermsOrder(named=_named(found), text=text)
    if (found := _first((_NAMED_FIRST,), text)) is not None:
        return TermsOrder(named=_named(found), text=f"change {_shown(text)[found.start('terms') :]}")
    return None


def orders_owner(text: str) -> OwnerOrder | None:
    """Who is to lead which goal, where a text orders that; else None."""
    found = _first(_OWNERS, text)
    if found is None or not (named := _named(found)):
        return None
    written = _shown(text)[found.start("who") : found.end("who")]
    return OwnerOrder(named=named, who=written)


def orders_news(text: str) -> NewsOrder | None:
    """When the posts about a goal are to come, where a text orders that; else None."""
    found = _first(_NEWS, text)
    if found is None:
        return None
    when = clock_and_day(found)
    return NewsOrder(named=_named(found), **when) if when else None


def _shown(text: str) -> str:
    return plain(text).strip()


def _first(patterns: tuple[Expression, ...], text: str) -> re.Match[str] | None:
    shown = _shown(text)
    if not shown or len(shown) > LONGEST:
        return None
    folded = fold(shown)
    return next((found for one in patterns if (found := one.match(folded)) is not None), None)


def _named(found: re.Match[str]) -> str:
    said = found.groupdict()
    return goal_name(" ".join(words for name in ("n", "m") if (words := said.get(name))))
