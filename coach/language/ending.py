"""Whether somebody wants a goal to be over: "supprimer l'objectif CSAT", "delete the transfer goal"."""

from coach.language.patterns import rx
from coach.language.plain import fold, plain

_ALONE = frozenset({"end", "delete", "abandon", "terminer", "supprimer", "abandonner", "clore"})
"""What says it all after `/goal` and `/objectif`; words may follow that name the goal."""
_POLITE = r"^(?:please |peux-tu |pouvez-vous |je (?:veux|voudrais) |i (?:want|would like) to |merci de )?"
_ENDS = rx(
    _POLITE + r"(?:"
    r"(?:delete|remove|end|close|drop|abandon|stop|scrap|get rid of)"
    r"(?: (?:the|my|our|this|that)(?P<before>(?: [\w'/-]+){0,4}?))? goal(?! of)"
    r"(?P<after>(?: (?:for|about|on|of) .{2,60})?)"
    r"|(?:supprim|effac|termin|abandonn|arret|enlev|retir)(?:er|ons|ez|e)? "
    r"(?:l'|mon |notre |cet |cet |un )?objectif(?P<name>(?: .{2,60})?)"
    r"|(?:clore|cloturer|mettre fin a) (?:l'|mon |notre |cet )?objectif(?P<other>(?: .{2,60})?)"
    r")[ .!]*$"
)
_LINKS = rx(r"^(?: ?(?:for|about|on|of|the|our|my|de|du|des|d'|sur|la|le|les|l'|pour|«|\"|:))+ ?")


def ends_goal(text: str, *, typed: bool = False) -> str | None:
    """The folded words that name the goal that is to end ("" where none does); None: nothing of the kind.

    Args:
        text: The words.
        typed: Whether they follow a slash command: then a verb alone is enough.
    """
    folded = fold(plain(text)).strip(" .!")
    if typed:
        first, _, rest = folded.partition(" ")
        if first in _ALONE and not rest:
            return ""
    found = _ENDS.match(folded)
    if found is None:
        return None
    named = " ".join(part for part in found.groups() if part)
    return _LINKS.sub("", f" {named}").strip(' ."»')
