"""Whether an answer says that there is no figure: "je ne sais pas", "no figure this week"."""

from coach.language.patterns import rx
from coach.language.plain import has_digit

_NONE = rx(
    r"^(?:(?:desolee?|non|helas|malheureusement|sorry|no|unfortunately)[,. ]+)?(?:"
    r"(?:je )?(?:ne |n')?(?:sais|connais|l'?ai) pas(?: encore)?(?: (?:recu|eu|vu))?"
    r"|pas encore(?: (?:recu|eu|la|dispo\w*))?"
    r"|aucune? (?:idee|chiffre|donnee|resultat)s?"
    r"|(?:(?:je n'ai|on n'a|nous n'avons|j'ai|on a|il n'y a|y a) )?(?:pas|plus) (?:encore )?"
    r"(?:de |le |les |ce |mon |eu le |recu le |d')?(?:nouveaux? )?(?:chiffre|donnee|resultat|mesure|info)s?"
    r"|sans chiffre"
    r"|(?:le|les|mon|nos) (?:chiffre|donnee|resultat)s? (?:n'(?:est|arrive)|ne sont|n'ont)[^.]{1,40}"
    r"|(?:chiffres? )?(?:pas (?:encore )?disponibles?|indisponibles?|inconnus?)|nsp"
    r"|(?:i |we )?(?:do not|don't|dont) (?:know|have (?:it|them|one|any|the|a|that|this)"
    r"(?: (?:figure|number|data|result)s?)?)"
    r"|(?:i have |we have |there (?:is|are) )?no (?:idea|(?:new )?(?:figure|number|data|result)s?)"
    r"|(?:(?:i |we )?(?:(?:have not|haven't|havent) got|not got|do not have|don't have|dont have|not in"
    r"|no) ?(?:it|that|this|them)?) yet"
    r"|no clue|not (?:available|known)|unknown|n/a"
    r"|the (?:figure|number|data|result)s? (?:is|are|isn't|aren't|hasn't|haven't|has|have)[^.]{1,40}"
    r")(?:[ ,]*(?:pour (?:l'instant|le moment|cette semaine|cette fois)|cette (?:semaine|fois)|encore"
    r"|du tout|a ce jour|aujourd'hui|moi|desolee?|yet|this (?:week|time)|for now|right now|at the moment"
    r"|available|today|so far|sorry))*[ .!…]*$"
)


def says_no_figure(work: str) -> bool:
    """Whether folded words say that no figure is known, and nothing else."""
    return not has_digit(work) and _NONE.search(work) is not None
