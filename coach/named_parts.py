"""Parts of a goal that an answer calls by their names: "the action is: …", "change the purpose to …"."""

import re
from typing import Any

from coach.draft import Draft
from coach.language.answers import read_lacking
from coach.language.figures import find_figures
from coach.language.infinitives import as_infinitive
from coach.language.named_days import hide_days
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Slot
from coach.smart import is_open

_NAMES = {
    Slot.LEVER: r"actions?|levers?|leviers?|plan d'action|action plan|moyen",
    Slot.RELEVANCE: r"purpose|reason|point of it|finalite|raison|utilite|interet|enjeu",
}
_CHANGE = (
    r"(?:(?:please )?(?:change|set|update|replace|switch|make|correct|put|changez?|changer|remplacez?"
    r"|remplacer|modifiez?|modifier|mets|mettez|mettre|corrigez?|corriger) )"
)
_OURS = r"(?:the |our |my |its |l'|le |la |les |notre |mon |ma )?"
_IS = (
    r"(?: (?:c'?(?:est)?|ce sera"
    r"|is|are|should be|will be|would be|est|sont|sera|serait|devient)(?: ?:)?"
    r"(?: (?:juste|just|simplement|only))? "
    r"| ?[:=] ?)"
)
_INTO = r"(?: (?:to|into|with|by|par|en|pour)(?: ?:)? | ?[:=] ?)"
_BEGINS = r"(?:^|(?<=[,;.\n])|(?<=[,;.\n] )|(?<=\band )|(?<=\bet ))(?:and |et |but |mais |no,? |non,? |so )?"
_PARTS = tuple(
    (slot, re.compile(rf"{_BEGINS}(?:{_CHANGE}{_OURS}(?:{names}){_INTO}|{_OURS}(?:{names}){_IS})"))
    for slot, names in _NAMES.items()
)
_OTHERS = re.compile(
    r"[,;.]? ?(?:\b(?:and|et)\b|[,;.]) ?(?:the |our |la |le |l'|notre )?"
    r"(?:target|goal|deadline|owner|baseline|cible|objectif|echeance|responsable|actions?|levers?|leviers?"
    r"|purpose|finalite)(?: (?:is|est|will be|sera|should be)\b| ?:)"
)
LONGEST = 400


def told_by_name(text: str) -> tuple[dict[str, Any], str]:
    """What a text tells of the action and the purpose by their names, and the text without it."""
    shown = plain(text)
    facts: dict[str, Any] = {}
    for slot, pattern in _PARTS:
        found = pattern.search(fold(shown))
        if found is None:
            continue
        start, end = found.start(), len(shown)
        if (other := _OTHERS.search(fold(shown), found.end())) is not None:
            end = other.start()
        words = _LEAD.sub("", shown[found.end() : end].strip(" .,;:"))[:LONGEST]
        if any(character.isalpha() for character in words):
            facts[slot.value] = as_infinitive(words) if slot is Slot.LEVER else words
            shown = f"{shown[:start]} {shown[end:]}".strip(" ,;")
    return facts, _JOINED.sub("", shown)


_LEAD = re.compile(r"^(?:de |d')(?=\w+(?:er|ir|re)\b)", re.IGNORECASE)
_JOINED = re.compile(r"[\s,;]+(?:and|et)?[\s,;]*$|^[\s,;]*(?:and|et)\s+", re.IGNORECASE)


_TAKES_BACK = re.compile(r"(?:no|non|nope|en fait|actually|wait|attendez|sorry|pardon|oups|oops)\b")


def lacks_after_all(draft: Draft, text: str) -> dict[str, Any]:
    """What a text takes back of "we have it all", when that was answered ("no, we are short of people")."""
    folded = fold(plain(text))
    if draft.asked not in {None, Slot.RELEVANCE, Slot.GUARD} or is_open(draft, Slot.RESOURCES):
        return {}
    if _TAKES_BACK.match(folded) is None:
        return {}
    lacking = read_lacking(_TAKES_BACK.sub("", folded, count=1).strip(" ,.:;"), None)
    return {"lacking": lacking} if lacking else {}


def says_only_figures(draft: Draft, text: str) -> bool:
    """Whether there is no word in a text but figures and days: no action, and no purpose."""
    return re.search(r"[^\W\d_]{2}", _without_figures(draft, text)) is None


def tells_a_level(draft: Draft, text: str) -> bool:
    """Whether a text says where things stand, or should, and nothing else ("today it is 86 %")."""
    work = _without_figures(draft, text)
    return "#" in work and re.search(r"[^\W\d_]{2}", _STANDS.sub(" ", work)) is None


_STANDS = rx(
    r"(?<!\w)(?:today|now|currently|right now|at the moment|so|well|it is|it's|its|we are|we're|that's|is|are"
    r"|at|of|from|to|the|our|target|goal|aim|aujourd'hui|actuellement|maintenant|pour l'instant|on est"
    r"|on en est|nous sommes|c'est|est|de|la|le|notre|cible|objectif|vise|viser|donc|alors|et|and)(?!\w)"
)


def _without_figures(draft: Draft, text: str) -> str:
    work = hide_days(fold(plain(text)))
    for figure in find_figures(work, draft.language):
        work = f"{work[: figure.start]}{'#' * (figure.end - figure.start)}{work[figure.end :]}"
    return work
