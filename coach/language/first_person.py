"""A lead's own first person turned to whoever does it: "I do a floor walk" becomes "do a floor walk"."""

import re

from coach.language.reading import Language

_I = {
    Language.EN: re.compile(
        r"^(?:i|we)(?:['’](?:ll|m|re)|\s+(?:will|shall|am|are)(?=\s+going\s))?\s+"
        r"(?:(?:going|want|plan|intend|need|have|try)\s+to\s+|can\s+|must\s+|should\s+)?"
        r"(?P<rest>\S.*)$",
        re.IGNORECASE | re.DOTALL,
    ),
    Language.FR: re.compile(
        r"^(?:(?:nous|je|on)\s+|j['’]\s*)(?P<self>nous\s+|me\s+|se\s+|[ms]['’])?"
        r"(?:(?P<object>les|leur|la|le|lui)\s+)?(?P<verb>[^\W\d_]+)(?P<after>.*)$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_MINE = {
    Language.EN: (
        (re.compile(r"\b(?:my|our)\b", re.IGNORECASE), "your"),
        (re.compile(r"\bmyself\b", re.IGNORECASE), "yourself"),
    ),
    Language.FR: (
        (re.compile(r"\b(?:mon|ma|notre)\b", re.IGNORECASE), "votre"),
        (re.compile(r"\b(?:mes|nos)\b", re.IGNORECASE), "vos"),
    ),
}
_NO_ACTION = re.compile(r"(?:am|are|was|were|['’]m|['’]re|had|did|been)\b", re.IGNORECASE)
"""What stands behind "I" where it is no plain deed."""

_LEADS_ON = frozenset(
    {
        "vais",
        "va",
        "allons",
        "veux",
        "veut",
        "voulons",
        "dois",
        "doit",
        "devons",
        "peux",
        "peut",
        "pouvons",
        "compte",
        "comptons",
    }
)
"""Verbs that only lead on to the deed: "je vais relire deux réponses"."""
_IRREGULAR = {
    "faire": "faites",
    "fais": "faites",
    "fait": "faites",
    "faisons": "faites",
    "ferai": "faites",
    "fera": "faites",
    "ferons": "faites",
    "dire": "dites",
    "dis": "dites",
    "dit": "dites",
    "disons": "dites",
    "être": "soyez",
    "est": "soyez",
    "sommes": "soyez",
    "serai": "soyez",
    "sera": "soyez",
    "serons": "soyez",
    "avoir": "ayez",
    "ai": "ayez",
    "a": "ayez",
    "avons": "ayez",
    "aurai": "ayez",
    "aura": "ayez",
    "aurons": "ayez",
    "irai": "allez",
    "aller": "allez",
    "voir": "voyez",
    "vois": "voyez",
    "voit": "voyez",
    "revois": "revoyez",
    "revoit": "revoyez",
    "reçois": "recevez",
    "reçoit": "recevez",
    "recevoir": "recevez",
}
_STEMS = {
    "prend": "pren",
    "apprend": "appren",
    "reprend": "repren",
    "comprend": "compren",
    "met": "mett",
    "remet": "remett",
    "transmet": "transmett",
    "tien": "ten",
    "obtien": "obten",
    "vien": "ven",
    "revien": "reven",
    "écri": "écriv",
    "décri": "décriv",
    "inscri": "inscriv",
    "li": "lis",
    "reli": "relis",
    "sui": "suiv",
    "choisi": "choisiss",
    "rempli": "rempliss",
    "fini": "finiss",
    "réuni": "réuniss",
    "établi": "établiss",
    "réfléchi": "réfléchiss",
    "conclu": "conclu",
    "résou": "résolv",
    "par": "part",
    "sor": "sort",
    "ser": "serv",
    "appell": "appel",
    "rappell": "rappel",
    "renouvell": "renouvel",
    "enver": "envoy",
    "ver": "voy",
    "tiend": "ten",
    "obtiend": "obten",
    "viend": "ven",
}
"""What a verb's short stem becomes before -ez."""
_KEEPS_E = ("lèv", "mèn", "pès", "achèt", "sèm")
_ENDINGS = (
    ("geons", "g"),
    ("çons", "c"),
    ("ons", ""),
    ("erai", ""),
    ("era", ""),
    ("rai", ""),
    ("ra", ""),
)


def from_first_person(text: str, language: Language) -> str | None:
    """A lead's "I do a floor walk every day" as it is said to somebody else; None where it cannot be turned.

    Args:
        text: The action in the lead's words.
        language: Its language.
    """
    found = _I[language].match(text.strip())
    if found is None:
        return None
    turned = _english(found) if language is Language.EN else _french(found)
    if turned is None:
        return None
    for mine, yours in _MINE[language]:
        turned = mine.sub(yours, turned)
    return turned


def _english(found: re.Match[str]) -> str | None:
    rest = found["rest"]
    return None if _NO_ACTION.match(rest) else rest


def _french(found: re.Match[str]) -> str | None:
    verb, after, own = found["verb"], found["after"], found["self"]
    if own is None and verb.lower() in _LEADS_ON:
        lead = re.match(r"\s+(?P<verb>[^\W\d_]+(?:er|ir|re))(?!\w)(?P<after>.*)$", after, re.DOTALL)
        if lead is None:
            return None
        return f"{_to_vous(lead['verb'], infinitive=True) or lead['verb']}{lead['after']}"
    turned = _to_vous(verb)
    if turned is None:
        return None
    if own is not None:
        return f"{turned}-vous{after}"
    return f"{turned}-{found['object'].lower()}{after}" if found["object"] else f"{turned}{after}"


def _to_vous(verb: str, *, infinitive: bool = False) -> str | None:
    """A verb of the first person (or on's) as it is said to "vous"."""
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if infinitive:
        if low.endswith("er"):
            return f"{low[:-2]}ez"
        stem = low[:-1] if low.endswith("ir") else low[:-2]
        return f"{_STEMS[stem]}ez" if stem in _STEMS else f"{stem}ez" if stem.endswith("d") else None
    for ending, kept in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            stem = low[: -len(ending)] + kept
            unknown = ending in {"rai", "ra"} and stem.endswith("i") and stem not in _STEMS
            return None if unknown else _with_ez(stem)
    if low.endswith("e"):
        return _with_ez(low[:-1])
    stem = low.rstrip("s") if low.endswith("s") else low
    stem = stem if stem in _STEMS or stem.endswith("d") else stem.removesuffix("t")
    return f"{_STEMS[stem]}ez" if stem in _STEMS else f"{stem}ez" if stem.endswith("d") else None


def _with_ez(stem: str) -> str:
    """A stem with -ez: "envoi-" is "envoyez", "complèt-" "complétez", "appell-" "appelez"."""
    if stem in _STEMS:
        return f"{_STEMS[stem]}ez"
    if re.search(r"[oua]i$", stem):
        stem = f"{stem[:-1]}y"
    accent = re.search(r"è(?=[^aeiouyéè]+$)", stem)
    if accent is not None:
        plain = "e" if stem.endswith(_KEEPS_E) else "é"
        stem = f"{stem[: accent.start()]}{plain}{stem[accent.end() :]}"
    return f"{stem}ez"
