"""Whether somebody looks back on a goal: what helped and what did not, what they would do otherwise."""

from coach.language.patterns import rx
from coach.language.plain import fold, plain

_HAVE = r"(?:a|as|ai|ont|avons|avez|avait|avaient|m'a|m'ont|nous ont|aurait|auraient)"
_HELPS = (
    r"(?:aidee?s?|marche|fonctionne|paye|servi|joue|pese|coince|change|change la donne"
    r"|fait la difference|permis)"
)
_LOOKS_BACK = rx(
    rf"(?<!\w)(?:{_HAVE}(?: (?!objectif)[\w'-]+){{0,3}} {_HELPS}(?!\w)"
    r"|(?:la|une) prochaine fois|a refaire|autrement ?:|ce qui (?:a|nous|m'a|reste)(?!\w)"
    r"|(?:je|on|nous) (?:re)?fer(?:ai|ait|ais|a|ions|ons)(?: [\w'-]+){0,3} (?:autrement|differemment"
    r"|pareil)"
    r"|j'aurais d[u]|on aurait d[u]|avec le recul|grace (?:a|au|aux)(?!\w)|lecons?(?!\w)"
    r"|i(?:'d| would) (?!like|want|prefer|love|need|say)\w+"
    r"|(?:je|on|nous) (?:l[ea]s? |l'|nous |y )?(?!aimer|voudr|pourr|prefer|souhait)\w+(?:erais|irais"
    r"|drais|erions)(?!\w)"
    r"|helped(?!\w)|(?:did not|didn't|hasn't|not) help(?!\w)|what (?:worked|went)(?!\w)"
    r"|(?<!be )(?<!not )worked (?:well|best|fine|great|wonders|out|less)(?!\w)|next time(?!\w)"
    r"|differently(?!\w)|in hindsight|looking back|(?:made|make) (?:the|a|all the) difference"
    r"|paid off|lessons?(?: learn(?:t|ed))?(?!\w)|(?:we|i) should have|(?:i|we)(?:'d| would) have"
    r"|thanks to(?!\w))"
)
SHORTEST = 3
"""Words at least of a text that tells of the way: "thanks to you" is less."""


def looks_back(text: str) -> bool:
    """Whether a text tells what helped on the way, or what would be done otherwise; it asks nothing.

    Args:
        text: The words.
    """
    words = plain(text).strip()
    return (
        len(words.split()) >= SHORTEST
        and not words.endswith("?")
        and _LOOKS_BACK.search(fold(words)) is not None
    )
