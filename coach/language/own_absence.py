"""Whether an answer says that whoever writes it is away, now or later.

"J'étais en congé la semaine dernière" and "absent hier" are over; "Karim est en congé" and "3 absents dans
l'équipe" are about others; in "79 (holiday week)" a figure is told.
"""

import re

from coach.language.figures import find_figures
from coach.language.named_days import hide_days
from coach.language.patterns import rx
from coach.language.reading import Language

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|monday|tuesday|wednesday|thursday|friday)"
_AWAY = rx(
    r"(?<!\w)(?:en (?:conges?|vacances|rtt|arret(?: maladie)?|formation|deplacement|repos"
    r"|maladie)|conges?|absente?s?|vacances|rtt|en off|malades?|de retour|je (?:reviens|rentre|reprends"
    rf"|suis off)|pas la(?=$| ?[,.;:!()]| (?:jusqu|demain|aujourd|ce |cet|{_DAY}|du |avant|pour|de la"
    rf"|semaine pro"
    r"|la semaine pro|le |a ))|conge (?:maternite|paternite|parental|maladie)"
    r"|off(?= (?:until|till|til|through|thru|to|this|next|last|yesterday|since|sick|work|today|tomorrow"
    r"|on|for|all|the|from|jusqu)|$)"
    r"|on (?:leave|vacation|holidays?|pto|sick leave|annual leave|parental leave|training|a course)"
    r"|(?:in|at) (?:a )?training"
    r"|out(?= (?:of (?:the )?office|until|till|sick|this|next|all|on|for)(?!\w))|ooo|away"
    r"|sick(?! day)|holiday|vacation|pto|back (?:on|in|next)|annual leave)(?!\w)"
)
_OVER = rx(
    r"(?<!\w)(?:hier|avant-hier|j'etais|j'ai ete|etais|etions|on etait|yesterday|(?:i|we) (?:was|were)"
    r"|was|were|been"
    r"|i've been|ago|il y a|(?:la |le )?(?:semaine|mois|trimestre) (?:derniere?|passee?|precedente?|d'avant)"
    rf"|{_DAY} (?:dernier|passe)|last (?:week|month|quarter|{_DAY}))(?!\w)"
)
_STILL = rx(
    r"(?<!\w)(?:je suis|j'suis|chuis|suis|je serai|je pars|i'm|i am|im|i'll be|i will be|still|encore"
    r"|toujours|jusqu|until"
    r"|till|through|demain|tomorrow)"
)
_RETURNED = rx(r"(?<!\w)(?:(?:de retour|retour|rentree?|reviens|revenue?) (?:de |d'|des )|back from)")
_OTHERS_BEFORE = rx(
    r"(?:(?<!\w)(?:(?:\d+|deux|trois|quatre|plusieurs|beaucoup|trop|bcp|moitie|two|three|four|several"
    r"|many|some"
    r"|half|most|lots|semaine)(?: (?:d'|de |of )?\w+){0,3}?|(?:une?|one) (?:agente?|personne|conseill\w+"
    r"|coll\w+|person"
    r"|rep|advis\w+)(?: \w+)?)"
    r"|(?<!\w)(?:est|sont|etait|etaient|is|are|was|were|has been) (?:\w+ )?|\w's (?:\w+ )?"
    r"|(?<!\w)(?:les|des|d'|nos|bank|public|school|the|aux|(?:j'ai|on a|nous avons|i have|we have|with"
    r"|avec|sans"
    r"|without|malgre|despite) (?!une?(?!\w)|mes |mon |my |a |des |pris|pose)\w+) ?) ?$"
)
_OWN = rx(
    r"(?<!\w)(?:on (?:est|etait|sera)|nous (?:sommes|serons)|we are|we're|we were|we'll be|i'm|im|i am"
    r"|je suis"
    r"|i was|i'll be|i will be)(?: \w+)? ?$"
)
_ME = rx(r"(?<!\w)(?:je|j|i|im|moi|me|myself|nous|on|we|suis|serai|chuis)(?!\w)")
_FILLERS = re.compile(
    r"(?:a|actuellement|afternoon|am|apres|as|au|aujourd|away|be|because|bientot|bonjour|by|car|cause|ce"
    r"|cette|chiffre|coucou|currently|d|day|days|de|deja|demain|demi|desole|desolee|du|due|en|encore"
    r"|evening|figure|for|friday|from|fyi|going|half|hello|hey|hi|hui|info|is|jalon|jeudi|jour|journee"
    r"|jours|l|la|le|lundi|mardi|matin|mercredi|midi|monday|morning|next|no|non|note|ok|oui|out|parce|parti"
    r"|partie|pas|pm|pour|prochain|prochaine|qu|que|rien|salut|semaine|since|soir|soon|sorry|still|this"
    r"|thursday|to|today|tomorrow|toujours|tuesday|until|vendredi|wednesday|week|will|yes)"
)
"""Words that may stand before an absence of one's own: no name, and nobody else."""
_COUNTED = rx(
    r"(?<!\w)\d{1,3} (?:[a-z']{2,} ){0,2}?(?:absente?s?|malades?|people|agents?|personnes?|conseiller\w*"
    r"|colleagues?"
    r"|collegues?|staff|reps?|jours?|days?|arrets?)(?!\w)(?: (?:\w+ ){0,2}?(?:absente?s?|malades?|off"
    r"|sick|away|conges?))?"
)
_CLAUSE = re.compile(r"[,;.()!\n]+(?!\d)|(?<!\w)(?:mais|but|et|and|donc|so)(?!\w)")
LARGEST_DAY = 31


def find_away(work: str) -> re.Match[str] | None:
    """The words that say that whoever writes is away, now or later; None where there are none.

    Args:
        work: The folded text.
    """
    for found in _AWAY.finditer(work):
        clause = _clause_of(work, found.start())
        if not _is_over(clause) and not _is_of_others(work, found):
            return found
    return None


def was_away(work: str) -> bool:
    """Whether somebody says that they were away, and are no longer."""
    return any(
        _is_over(_clause_of(work, one.start())) and not _is_of_others(work, one)
        for one in _AWAY.finditer(work)
    )


def clauses(text: str) -> list[str]:
    """The clauses that a text is made of, as they are written."""
    return [one.strip() for one in _CLAUSE.split(text) if one.strip()]


def _clause_of(work: str, at: int) -> str:
    """The clause of a text that a place is in."""
    start, end = _clause_at(work, at)
    return work[start:end]


def _clause_at(work: str, at: int) -> tuple[int, int]:
    joints = [(0, 0), *((one.start(), one.end()) for one in _CLAUSE.finditer(work)), (len(work), len(work))]
    return max(end for _, end in joints if end <= at), min(start for start, _ in joints[1:] if start >= at)


def _is_over(clause: str) -> bool:
    if _RETURNED.search(clause):
        return True
    return _OVER.search(clause) is not None and not _STILL.search(clause)


def _is_of_others(work: str, found: re.Match[str]) -> bool:
    """Whether the words are about somebody else: counted, named, or told with "is"."""
    before = work[_clause_at(work, found.start())[0] : found.start()]
    if _OWN.search(before):
        return False
    if _OTHERS_BEFORE.search(before):
        return True
    words = re.findall(r"[a-z]+", before)
    return _ME.search(before) is None and any(_FILLERS.fullmatch(one) is None for one in words)


def tells_figure_too(work: str, language: Language) -> bool:
    """Whether a text that speaks of an absence tells a figure besides ("79, je suis off demain").

    The days and lengths of the absence are none: a figure has its unit, stands in a clause of its own, or is
    larger than any day.
    """
    hidden = hide_days(hide_counted(work))
    for one in find_figures(hidden, language, most=12):
        clause = _clause_of(hidden, one.start).strip(" :-")
        alone = clause == hidden[one.start : one.end].strip()
        if one.unit is not None and one.unit.value in {"percent", "points", "score"}:
            return True
        if (alone or one.value > LARGEST_DAY) and one.unit is None and not 2000 <= one.value < 2100:
            return True
    return False


def hide_counted(work: str) -> str:
    """The folded text, of the same length, without the people who were counted as missing ("3 absents")."""
    return _COUNTED.sub(
        lambda one: "_" * len(one[0]) if _AWAY.search(one[0]) or "off" in one[0] else one[0], work
    )
