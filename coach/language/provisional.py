"""Whether a figure is told as one that may still change: "82 % provisoire", "82%, to be confirmed"."""

from coach.language.patterns import rx
from coach.language.plain import fold

_PROVISIONAL = rx(
    r"(?<!\w)(?:provisoires?|provisoirement|a confirmer|(?:pas encore|non) (?:definitifs?|consolides?)"
    r"|(?:chiffre|resultat)s? partiels?|enquete (?:encore )?en cours"
    r"|provisional(?:ly)?|preliminary|to be confirmed|tbc|not (?:yet )?final(?:ised|ized)?"
    r"|partial (?:figure|result)s?|survey still (?:open|running))(?!\w)"
)


def is_provisional(text: str) -> bool:
    """Whether the words around a figure, in French or English, say that it may still change."""
    return _PROVISIONAL.search(fold(text)) is not None
