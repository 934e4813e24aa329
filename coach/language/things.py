"""Measurable things outside the catalogue: where the text names them, in the person's own words."""

import re
from functools import cache

from coach.language.clauses import GOAL_WORDS
from coach.language.figures import Figure
from coach.language.openings import opens
from coach.language.patterns import any_of, exact, spaced
from coach.language.reading import Language
from coach.quantity import Unit

RATES = frozenset({Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})


@cache
def _thing(language: Language) -> re.Pattern[str]:
    """A verb of change or of doing, and the thing that it is about."""
    words = GOAL_WORDS[language]
    verb = spaced(
        any_of((*words.increase, *words.decrease, *words.improve, *words.maintain, *_MOVING[language]))
    )
    return re.compile(
        rf"(?<![\w-])(?:{verb})(?!\w)[ ]+(?:(?:par|by)[ ]+%+[ ]+|%+[ ]+)?{spaced(_ARTICLES[language])}"
        rf"(?P<thing>[a-z][a-z' /-]{{2,60}}?){spaced(_STOPS[language])}"
    )


@cache
def _counted(language: Language) -> re.Pattern[str]:
    """A verb of doing, a figure, and the things counted."""
    doing = spaced(any_of(GOAL_WORDS[language].doing))
    return re.compile(rf"(?<![\w-])(?:{doing}s?)[ ]+(?:au moins |at least |a total of |plus de |over )?(?=#)")


_MOVING = {
    Language.FR: (r"passer", r"porter", r"amener", r"faire passer", r"monter"),
    Language.EN: (r"move", r"bring", r"take", r"get"),
}
_ARTICLES = {
    Language.FR: (
        r"(?:l'|(?:le|la|les|nos|notre|des|du|de|un|une|mes|mon|ma) )?(?:(?:nombre|nb|taux|volume"
        r"|quantite|part|total|niveau|montant)(?: moyen)? (?:de |d'|des |du )(?:la |l'|les )?)?"
    ),
    Language.EN: (
        r"(?:(?:the|our|all|my|these|those) )*(?:(?:number|amount|rate|share|volume|level|no\."
        r"|percentage) of (?:the |our )?)?"
    ),
}
_STOPS = {
    Language.FR: (
        r"(?= (?:de |d'|a |par |sous |en |au |vers |pour |jusqu'a |d'au |a moins |de plus "
        r"|aux )?(?:environ |au moins |pres de |plus de |moins de )?[#@%^_§]| (?:d'ici|avant|pour"
        r"|afin|grace|sans|chaque|en [a-z]{3,12}ant|sur)(?!\w)| ?[,.;:!?(]| ?$)"
    ),
    Language.EN: (
        r"(?= (?:by |to |from |at |in |of |below |under |above |within |until |over )?(?:the |around "
        r"|at least |about |over |less than )?[#@%^_§]| (?:by|before|within|so|in order|through|via"
        r"|without|until|across|on)(?!\w)| ?[,.;:!?(]| ?$)"
    ),
}
_EMPTY_THINGS = exact(
    r"(?:.*(?<!\w)(?:equipes?|team|service|communication|ambiance|motivation|efficac\w+|choses?"
    r"|things?|process|everything|tout|customers?|clients?|us|nous|it|ca|cela|travail|work"
    r"|quality|qualite|mood|agents?|people|way|internal|interne)(?!\w).*)?"
)
_AFTER_FIGURE = exact(
    r"[ ]*(?:(?:more|fewer|new|nouveaux|nouvelles|extra|de|d'|des|additional"
    r"|less)[ ]+)*(?P<thing>[a-z][a-z'-]{2,24}(?:[ ](?:de[ ]|d')[a-z'-]{3,20})?)(?!\w)"
)


_CORE = exact(
    r"[ ]*(?:(?:more|fewer|less|new|extra|additional|of|de)[ ]+)*([a-z][a-z' -]*?)"
    r"(?:[ ]+(?:more|fewer|less|de (?:plus|moins)|en (?:plus|moins)))?[ ]*"
)
"""The things counted, without the words that compare."""
_HEAD = exact(
    r"[ ]*(?:l'|(?:le|la|les|notre|nos|mon|ma|the|our|my)[ ])?(?:(?:taux|rate)[ ](?:d'|de[ ]|of[ ]))?"
    r"(?P<thing>[a-z][a-z'/-]{2,20}(?:[ ][a-z'/-]{1,20}){0,4}?)"
    r"[ ]*(?:[:=]|(?<=[ ])(?:is at|is|est de|est a|est"
    r"|sits at|stands at|from|to|de|a|at|up to|down to|up|down|up by|down by)(?=[ ]))?[ ]*#"
)
_NO_HEAD = exact(
    r"(?<![\w-])(?:je|j'\w*|on|nous|vous|il|elle|ils|i|i'\w+|we|we'\w+|you|he|she|they|it|there|is|are|was|est|sont|a|ai|avons"
    r"|y|not|pas|remises?|discounts?|off|promos?|promotions?|tva|vat|factures?|invoices?|salle|room|prix|price|budget"
    r"|batterie|battery|meeting|reunion|formation|conges?|solde|sale|rendez|score|match|client|customer|jusqu'a|until"
    r"|stock|humidite|charge)(?![\w-])"
)
_SHARES = frozenset({Unit.PERCENT, Unit.POINTS, *RATES})


def _headed(goal: str, figures: list[Figure]) -> tuple[int, int] | None:
    """A thing at the head of the text, with its figures right behind ("schedule adherence: 85 -> 92 %")."""
    if not any(one.unit in _SHARES for one in figures[:2]):
        return None
    found = _HEAD.match(goal)
    if found is None or _NO_HEAD.search(found["thing"]) or _EMPTY_THINGS.fullmatch(found["thing"]):
        return None
    return found.span("thing")


_LED_THINGS = exact(
    r"[ ]*(?:(?:de|of|new|nouveaux|nouvelles|more|extra)[ ]+|d')*"
    r"(?P<thing>[a-z][a-z'-]{3,20}(?:[ ](?:de[ ]|d'|a[ ])?[a-z'-]{3,18}){0,2}?)"
    r"[ ]*(?=[@^,;.(]|by(?!\w)|before(?!\w)|d'ici|avant(?!\w)|(?:per|par|a|each|/)[ ]|$)"
)


def _led(goal: str, work: str, figures: list[Figure]) -> tuple[int, int] | None:
    """Things counted at the head of the text ("30 referrals a month by March")."""
    first = figures[0] if figures else None
    if first is None or first.unit not in {None, *RATES} or first.sign or not opens(goal[: first.start]):
        return None
    if first.noun is not None:
        core = _CORE.fullmatch(work[slice(*first.noun)])
        span = (first.noun[0] + core.start(1), first.noun[0] + core.end(1)) if core else None
    else:
        after = _LED_THINGS.match(goal, first.end)
        span = after.span("thing") if after else None
    if span is None or _NO_HEAD.search(work[slice(*span)]) or _EMPTY_THINGS.fullmatch(work[slice(*span)]):
        return None
    return span


def counting_words(goal: str, work: str, figures: list[Figure], language: Language) -> tuple[int, int] | None:
    """What a verb of doing counts ("handle 60 cases a day"), in the person's own words."""
    counting = _counted(language).search(goal)
    if counting is not None:
        figure = next((one for one in figures if one.start >= counting.end() - 1), None)
        if figure is not None and figure.unit in {
            None,
            Unit.PERCENT,
            Unit.PER_DAY,
            Unit.PER_WEEK,
            Unit.PER_MONTH,
        }:
            if figure.noun is not None:
                start, end = figure.noun
                if core := _CORE.fullmatch(work[start:end]):
                    return (start + core.start(1), start + core.end(1))
            elif after := _AFTER_FIGURE.match(goal, figure.end):
                return after.span("thing")
    return None


def outside_words(goal: str, work: str, figures: list[Figure], language: Language) -> tuple[int, int] | None:
    """Where a measurable thing outside the catalogue is named, in the person's own words."""
    if (counted := counting_words(goal, work, figures, language)) is not None:
        return counted
    if not figures and "%" not in goal:
        return None
    found = _thing(language).search(goal)
    if found is None or _EMPTY_THINGS.fullmatch(found["thing"]):
        return _headed(goal, figures) or _led(goal, work, figures)
    start = found.start("thing")
    return (start, start + len(found["thing"].rstrip()))
