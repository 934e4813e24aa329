"""A figure that is a limit ("jamais sous 76", "at least 80") tells where nothing may go, not where it is."""

from collections.abc import Sequence

from coach.language.detection import detect
from coach.language.figures import Figure, find_figures
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, has_digit, plain
from coach.language.reading import Language

_LED = rx(
    r"(?<!\w)(?:"
    r"(?:jamais|pas|sans|ne|ni|aucun\w*|never|not|no|without|nor|can't|cannot|\w+n't)"
    r"(?: [a-z'_-]{1,40}){0,5} "
    r"(?:sous|(?:en|au)[ -]dess(?:ou)?s(?: de)?|(?:en|au)[ -]dessus(?: de)?|au[ -]dela(?: de)?"
    r"|inferieure?s?(?: a)?|superieure?s?(?: a)?|moins(?: de)|depass\w{1,3}|exced\w{1,3}"
    r"|below|under|beneath|above|over|(?:less|lower|worse|higher|longer) than|exceed\w{0,3})"
    r"|au moins|au minimum|a minima|minimum|mini|au plus|au maximum|maximum|maxi|at least|at most"
    r"|a minimum of|a maximum of|no (?:lower|less|worse|higher|longer)(?: than)?"
    r"|plancher|plafond|seuil|limite|floor|ceiling|threshold|limit"
    r"|>=|<=|≥|≤|(?<![-=\d])(?<!\d )[<>]"
    r")(?: (?:de|d'|des|du|la|le|les|a|at|of|is|est|c'est|barre|the|mark|limite|barre des))*[ :=(]*$"
)
_TRAILED = rx(
    r" ?%? ?(?:au )?(?:minimum|mini|maximum|maxi|max|or (?:more|above|better|higher)|ou (?:plus|mieux)"
    r"|at (?:least|most)|au (?:moins|plus))(?!\w)"
)
_REACH = 64
"""Characters before a figure in which the words stand that make a limit of it."""


def without_limits(figures: Sequence[Figure], work: str) -> list[Figure]:
    """The figures that say where something stands: not those that bound it.

    Args:
        figures: What was found.
        work: The folded text, of the same length.
    """
    return [one for one in figures if not _is_limit(one, work)]


def tells_only_limits(text: str, language: Language) -> bool:
    """Whether a text has figures, and all of them are limits."""
    shown = plain(text)
    lang = detect(shown, language)
    work = with_digits(fold(shown), lang)
    if not has_digit(work):
        return False
    work = hide_days(work)
    figures = find_figures(work, lang, most=8)
    return bool(figures) and not without_limits(figures, work)


def _is_limit(figure: Figure, work: str) -> bool:
    before = work[max(0, figure.start - _REACH) : figure.start]
    return _LED.search(before) is not None or _TRAILED.match(work, figure.end) is not None
