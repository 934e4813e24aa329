"""What each agent does, said to the agent: "each agent writes one article" becomes "write one article"."""

import re

from coach.language.first_person import from_first_person
from coach.language.reading import Language

_EACH = {
    Language.FR: re.compile(
        r"^(?:chaque|tou(?:te)?s les)\s+(?:agents?|(?:t[ée]l[ée])?conseill[eè]re?s?|collaborat\w+"
        r"|membres?(?: de l['’][ée]quipe)?|personnes?|t[ée]l[ée]vendeu\w+|technicien\w*)\s+",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"^(?:each|every|all)\s+(?:agents?|reps?|advisers?|advisors?|team members?|colleagues?|technicians?"
        r"|persons?)\s+",
        re.IGNORECASE,
    ),
}
_FRENCH_IRREGULAR = {
    "fait": "faites",
    "font": "faites",
    "écrit": "écrivez",
    "écrivent": "écrivez",
    "lit": "lisez",
    "relit": "relisez",
    "suit": "suivez",
    "prend": "prenez",
    "répond": "répondez",
    "résout": "résolvez",
    "tient": "tenez",
    "met": "mettez",
    "rappelle": "rappelez",
    "appelle": "appelez",
    "obtient": "obtenez",
    "remplit": "remplissez",
    "choisit": "choisissez",
    "transmet": "transmettez",
    "vend": "vendez",
    "conclut": "concluez",
    "reçoit": "recevez",
    "envoie": "envoyez",
    "est": "soyez",
    "a": "ayez",
}
_FRENCH_REGULAR = frozenset(
    {
        "propose",
        "rédige",
        "publie",
        "partage",
        "note",
        "analyse",
        "relance",
        "écoute",
        "réécoute",
        "documente",
        "traite",
        "contacte",
        "signale",
        "aide",
        "forme",
        "ferme",
        "clôture",
        "vérifie",
        "crée",
        "ajoute",
        "présente",
        "demande",
        "améliore",
        "utilise",
        "complète",
        "teste",
        "anime",
        "signe",
        "gagne",
        "planifie",
        "qualifie",
        "participe",
        "accompagne",
        "observe",
        "trouve",
        "cherche",
        "explique",
    }
)
_ENGLISH_IRREGULAR = {"does": "do", "has": "have", "is": "be", "goes": "go"}
_ENGLISH = frozenset(
    {
        "writes",
        "publishes",
        "shares",
        "notes",
        "calls",
        "reviews",
        "reads",
        "closes",
        "solves",
        "resolves",
        "handles",
        "answers",
        "listens",
        "coaches",
        "makes",
        "takes",
        "suggests",
        "proposes",
        "adds",
        "tests",
        "offers",
        "follows",
        "contacts",
        "checks",
        "documents",
        "records",
        "updates",
        "sends",
        "asks",
        "helps",
        "trains",
        "signs",
        "finds",
        "fills",
        "logs",
        "books",
        "sells",
        "runs",
        "spends",
        "completes",
        "attends",
        "observes",
        "explains",
        "replies",
        "tries",
        "uses",
    }
)


_OF_EACH = {
    Language.FR: re.compile(
        r"(?<=\w)\s+(?:et )?(?:par|pour chaque) (?:agente?|(?:t[ée]l[ée])?conseill\w+|personne)(?!\w)"
        r"|(?<=\w)[ ,]+chacune?$",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"(?<=\w)\s+(?:and )?(?:per|for (?:each|every)) (?:agent|rep|advis[eo]r|person|colleague)(?!\w)"
        r"|(?<=\w)[ ,]+(?:each|apiece)$",
        re.IGNORECASE,
    ),
}
"""What says "each" inside an action; to one person it need not be said."""


def to_you(text: str, language: Language) -> str:
    """An action in the lead's words as it is said to whoever does it; unchanged where it cannot be turned."""
    mine = from_first_person(text, language)
    if mine is not None:
        return mine
    each = _EACH[language].match(text)
    rest = _EACH[language].sub("", text, count=1)
    verb, _, after = rest.partition(" ")
    turned = _french(verb) if language is Language.FR else _english(verb)
    if turned is None and each is not None:
        turned = _regular(verb.lower(), language)
    if turned is None:
        return text if each is not None else _OF_EACH[language].sub("", text)
    return f"{turned} {after}".strip()


def _regular(verb: str, language: Language) -> str | None:
    """The usual ending of a verb that stands behind "each agent", where it has it."""
    if language is Language.FR:
        return f"{verb}z" if verb.endswith("e") else None
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else None


def _french(verb: str) -> str | None:
    low = verb.lower()
    if low in _FRENCH_IRREGULAR:
        return _FRENCH_IRREGULAR[low]
    if low in _FRENCH_REGULAR:
        stem = low[:-1]
        return f"{stem}ez"
    if low.endswith("ent") and f"{low[:-3]}e" in _FRENCH_REGULAR:
        return f"{low[:-3]}ez"
    return None


def _english(verb: str) -> str | None:
    low = verb.lower()
    if low in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[low]
    if low not in _ENGLISH:
        return None
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-2] if low.endswith(("ches", "shes")) else low[:-1]
