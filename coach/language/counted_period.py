"""Of which period a count is: "28 cette semaine" where a metric is kept by the month."""

from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.quantity import Unit

RATES = frozenset({Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})
_WEEK = (
    r"(?:cette semaine|sur (?:la|cette) semaine|en une semaine|la semaine (?:derniere|passee)"
    r"|(?:over |in |for |during )?(?:this|the|last|one) week)(?!\w)"
)
_BEHIND = rx(
    rf"^[ ,]*(?:(?:nouvelles |more |new )?[a-z-]{{3,14}}"
    rf"(?: (?:additionnelles?|supplementaires?|sold|made|vendue?s?|faite?s?|de plus))*[ ,:]+)?{_WEEK}"
)
_AHEAD = rx(
    rf"(?<!\w){_WEEK}[ ,:]*(?:(?:on|j|nous|we|i)[' ]?(?:en )?(?:ai|a|avons|'ve|have)? ?"
    r"(?:fait|vendu|passe|signe|sold|made|did|had|got)? ?)?$"
)
_STANDS = rx(r"(?<!\w)(?:en suis|est|suis|sommes|etait|are|is|we're|i'm|stands?) (?:a|at|now at) ?$")
"""A level is told, as it stands this week: no count of the week's own."""
_ONLY = rx(
    r"^(?:(?:c'est|it's|it is|that's|oui|yes|non|no|pour|sur|for|of|juste|just|le compte|the)[ ,:]+)*"
    r"(?:(?:par|a|per|cette|this|la|the|de la|de cette|en une|each|each|every|chaque|for the) )?"
    r"(?:(?P<week>semaine|week|weekly|hebdo(?:madaire)?)|(?P<month>mois|month|monthly|mensuel))"
    r"(?: (?:seulement|seule|only|alone))?[ .!]*$"
)


def is_of_a_week(work: str, start: int, end: int) -> bool:
    """Whether the figure at a place of folded words is what one week alone has brought."""
    if _STANDS.search(work[max(0, start - 24) : start]):
        return False
    return bool(_BEHIND.search(work[end : end + 60]) or _AHEAD.search(work[max(0, start - 60) : start]))


_THIS_MONTH = rx(
    r"(?<!\w)(?<!fin de )(?<!end of )(?<!d'ici )(?<!by )(?:(?:pour|sur|for|over|in) )?"
    r"(?:ce mois(?:[ -]ci)?|this month)(?![\w-])"
)


def without_this_month(text: str) -> str:
    """A text without the month under way, where that is what its figure is of ("32 ventes ce mois-ci")."""
    shown = plain(text)
    found = _THIS_MONTH.search(fold(shown))
    return shown if found is None else f"{shown[: found.start()]} {shown[found.end() :]}"


def period_only(text: str) -> Unit | None:
    """The period that a text names and nothing else ("par semaine", "it's the month"); None for any other."""
    found = _ONLY.search(fold(plain(text)))
    if found is None:
        return None
    return Unit.PER_WEEK if found["week"] else Unit.PER_MONTH
