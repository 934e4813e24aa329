"""French gerunds as infinitives: "en relisant les réponses" is something to do, "relire les réponses"."""

import re
from functools import cache

_IRREGULAR = {
    "observant": "observer",
    "conservant": "conserver",
    "réservant": "réserver",
    "faisant": "faire",
    "lisant": "lire",
    "disant": "dire",
    "mettant": "mettre",
    "prenant": "prendre",
    "tenant": "tenir",
    "venant": "venir",
    "écrivant": "écrire",
    "crivant": "crire",
    "suivant": "suivre",
    "duisant": "duire",
    "truisant": "truire",
    "offrant": "offrir",
    "ouvrant": "ouvrir",
    "servant": "servir",
    "courant": "courir",
    "partant": "partir",
    "sortant": "sortir",
    "voyant": "voir",
    "cevant": "cevoir",
    "pondant": "pondre",
    "rendant": "rendre",
    "tendant": "tendre",
    "vendant": "vendre",
    "perdant": "perdre",
    "battant": "battre",
    "connaissant": "connaître",
    "paraissant": "paraître",
    "ayant": "avoir",
    "étant": "être",
    "sachant": "savoir",
    "réunissant": "réunir",
}
"""Participles whose infinitive their ending does not tell."""
_PREFIXES = (
    r"(?:re|ré|res|pres|r|dé|dés|entre|sur|sous|com|ap|main|ob|con|sou|par"
    r"|pré|per|trans|pro|inter|at|dis|é|ins|cons|in|pour|ad|des|ent|aper)?"
)
"""What may stand before one ("relisant", "reprenant"); "fidélisant" has nothing to do with "lisant"."""
_REGULAR = (("aissant", "aisser"), ("issant", "ir"), ("geant", "ger"), ("çant", "cer"), ("ant", "er"))
_GERUND = re.compile(
    r"en (?P<self>(?:se|nous|vous|y|les?|la|leur) |[sl]['’])?(?P<verb>\w{2,}ant)\b", re.IGNORECASE
)
_NO_VERBS = frozenset({"avant", "amont", "suivant", "courant", "instant", "restant", "montant"})
"""Words behind "en" that only look like a participle; some of them are, and are left alone all the same."""


def as_infinitive(words: str) -> str:
    """A lever that begins with a French gerund, as what there is to do; any other as it is."""
    found = _GERUND.match(words)
    if found is None or found["verb"].lower() in _NO_VERBS:
        return words
    return f"{found['self'] or ''}{_infinitive(found['verb'].lower())}{words[found.end() :]}"


@cache
def _irregular() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(f"(?P<prefix>{_PREFIXES}){participle}"), infinitive)
        for participle, infinitive in _IRREGULAR.items()
    )


def _infinitive(participle: str) -> str:
    for pattern, infinitive in _irregular():
        if found := pattern.fullmatch(participle):
            return found["prefix"] + infinitive
    ending, infinitive = next(one for one in _REGULAR if participle.endswith(one[0]))
    return participle[: -len(ending)] + infinitive
