"""Whether a figure is told as one that may still change ("82 % provisoire"), or as final ("définitif")."""

from coach.language.patterns import rx
from coach.language.plain import fold

_PROVISIONAL = rx(
    r"(?<!\w)(?:provisoires?|provisoirement|a confirmer|(?:pas encore|non) (?:definitifs?|consolides?)"
    r"|(?:chiffre|resultat)s? partiels?|enquete (?:encore )?en cours"
    r"|provisional(?:ly)?|preliminary|to be confirmed|tbc|not (?:yet )?final(?:ised|ized)?"
    r"|partial (?:figure|result)s?|survey still (?:open|running))(?!\w)"
)
_FINAL = rx(
    r"(?<!\w)(?:definiti(?:f|ve)s?|consolidee?s?|confirmee?s?|valeur finale"
    r"|(?:chiffre|resultat|taux|score)s? fina(?:l|ux)"
    r"|final(?! (?:week|day|month|quarter|push|stretch|step|sprint|check|call|point)s?\b)"
    r"|finali[sz]ed|confirmed|definitive)(?!\w)"
)


def is_provisional(text: str) -> bool:
    """Whether the words around a figure, in French or English, say that it may still change."""
    return _PROVISIONAL.search(fold(text)) is not None


def is_final(text: str) -> bool:
    """Whether the words around a figure, in French or English, say that it will not change any more."""
    return not is_provisional(text) and _FINAL.search(fold(text)) is not None
