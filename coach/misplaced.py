"""An answer that plainly fits another question than the one that waits, and not that one.

"It is an estimate" is nothing to do, "one coached call per agent every week" is no figure to follow, and
"so that customers wait less" says where no figure comes from: each is taken where it fits. Whatever is not
plain stays an answer to what was asked.
"""

# ruff: noqa: E501 - tables: one expression a line

import re
from typing import Any

from coach.draft import Draft
from coach.language.answers import read_lacking, read_origin, says_all_there
from coach.language.infinitives import as_infinitive
from coach.language.plain import fold
from coach.language.reading import Slot, Understanding
from coach.levers import tells_rhythm
from coach.smart import is_open

_LEVELS = frozenset({Slot.BASELINE, Slot.TARGET, Slot.CHANGE})
_PLAIN = frozenset({Slot.LEVER, Slot.METRIC, Slot.BASELINE, Slot.TARGET, Slot.CHANGE, Slot.DEADLINE})
"""Questions that are answered by something to do, a figure or a date, and by no word about them."""
_VALUES = ("metric", "baseline", "target", "delta", "deadline", "deadline_problem")
_REACH = frozenset({Slot.ORIGIN, Slot.RESOURCES})
LONGEST = 400
SHORT = 12
"""Words that an answer about a figure's origin has at most."""

PIECES = re.compile(
    r"[,;.!]+\s*(?:et|and|mais|but)?(?!\w)|\s(?:et|and)\s(?=(?:oui|yes|on|nous|we|it|tout|all)\b)"
)
_IT_IS = r"(?:(?:c'est|c etait|ce n'est qu'|il s'agit d['e]|it's|it is|its|that's|that is|this is|juste|just|only|plutot|rather|un peu) ?)*"
_A = r"(?:(?:une?|an?|la|le|les|the|des|our|nos|ma|mon|my|au|from|d'apres|selon|based on|de|du) )*"
_ORIGIN = re.compile(
    rf"{_IT_IS}{_A}(?:(?:pure|simple|premiere|rough|first|own|propres?|best|bare) )*(?:"
    r"estim(?:ation|ate)s?|intuition|guess(?:timate)?|ballpark|hunch|gut feeling|doigt mouille|pif|pifometre"
    r"|chiffre rond|round number"
    r"|(?:demande|exigence|consigne|requete)s?(?: (?:de|du|d'|des) ?.{2,40})?"
    r"|(?:request|demand|requirement)s?(?: (?:of|from|by) .{2,40})?"
    r"|(?:direction|siege|management|head office|hierarchie|chefs?|boss|patron)(?: (?:qui|who|that))? (?:l'a |nous l'a |le |l')?"
    r"(?:demandee?|demande|exigee?|exige|imposee?|impose|fixee?|fixe|veut|asked|requested|wants?|imposed|set)\b.{0,30}"
    r"|(?:chiffres|resultats|donnees|historique|figures|data|numbers|results|history)"
    r"(?: (?:passes|past|de|du|des|d'|from|of|last) ?.{0,30})?"
    r"|(?:standard|norme|benchmark|moyenne|repere)s? (?:de|du|des|of|in) .{2,30}"
    r")"
)
"""Words about where a figure comes from, from the first to the last."""
_LACKS = re.compile(
    r"(?:il (?:nous )?manque|on manque|nous manquons|il nous faudrait|we(?:'re| are) (?:short|missing|lacking)"
    r"|we lack|we don't have enough|on n'a pas assez|nous n'avons pas assez|pas assez d|not enough)\b"
)
_PURPOSE = re.compile(
    r"(?:(?:c'est|it's|it is) )?(?:pour qu|afin qu|afin d|parce qu|so that|so (?:our|the|customers|clients|agents|callers|people|we|they)\b"
    r"|because|in order (?:to|that)|dans le but d)"
)
_DOES = re.compile(
    r"(?:each|every|chaque) (?:agent|advisor|person|conseiller|personne)\b"
    r"|(?:une?|an?|one|two|three|deux|trois|quatre|\d{1,2})\b"
)
"""How something to do begins: with who, or with how many."""
_MEASURES = re.compile(
    r"(?:\d[\d.,]*|\w+ ) ?(?:%|pour ?cent|percent|points?|jours?|days?|heures?|hours?|h|min\w*|secondes?|seconds?|s|€|euros?)(?!\w)"
)
"""A number that measures, and counts nothing that is done."""
_EACH = re.compile(r"\b(?:par|chaque|per|each|every) (?:agent|advisor|person|rep|conseiller|personne)")
_VERB = re.compile(
    r"(?:(?:on|nous) (?:va|allons) )?(?:former|coacher|recruter|embaucher|organiser|relire|revoir|mettre en place|faire"
    r"|creer|ecrire|rediger|lancer|animer|ecouter|preparer|partager|tester|installer|deployer|reduire le|ajouter)\b"
    r"|(?:we(?:'ll| will) )?(?:train|coach|hire|recruit|organi[sz]e|review|set up|write|launch|run|listen|prepare|share"
    r"|test|install|roll out|add)(?:ing)?\b"
)
_TENDS = re.compile(
    r"(?:(?:on|nous) (?:va|allons) |we(?:'ll| will) )?(?:relire|revoir|ecouter|reecouter|coacher|accompagner"
    r"|review|listen to|coach|shadow|role[- ]play)(?:ing)?\b"
)
"""Verbs of looking after how the work is done: what they count is done, and is no figure to follow."""


def fits_elsewhere(draft: Draft, reading: Understanding) -> dict[str, Any] | None:
    """What an answer says that fits another question alone, by the draft's field names.

    Returns:
        The facts; empty where it tells again what is known; None where the answer may well be meant for the
        question that waits.
    """
    asked, shown = draft.asked, reading.text
    folded = fold(shown).strip(" .,;:!")
    if not folded or folded.endswith("?"):
        return None
    if asked is Slot.METRIC and _TENDS.match(folded) and tells_rhythm(folded):
        return still_open(draft, {"lever": as_infinitive(_phrase(shown))})
    if any(getattr(reading, name) is not None for name in _VALUES):
        return None
    if asked in _PLAIN and (facts := _about_the_figure(folded)) is not None:
        return still_open(draft, facts)
    if asked in _PLAIN | _REACH and _PURPOSE.match(folded) and read_origin(folded) is None:
        return still_open(draft, {"relevance": _phrase(shown)})
    if asked in _PLAIN - {Slot.LEVER} and is_action(folded, measured=asked in _LEVELS):
        return still_open(draft, {"lever": as_infinitive(_phrase(shown))})
    if (
        asked in _REACH
        and _VERB.match(folded)
        and not read_lacking(folded, None)
        and not tells_origin(folded)
    ):
        return still_open(draft, {"lever": _phrase(shown)})
    return None


def still_open(draft: Draft, facts: dict[str, Any]) -> dict[str, Any]:
    """Only what was still open: an answer in the wrong place takes nothing back."""
    slots = {
        "origin": Slot.ORIGIN,
        "lacking": Slot.RESOURCES,
        "relevance": Slot.RELEVANCE,
        "lever": Slot.LEVER,
    }
    return {name: value for name, value in facts.items() if is_open(draft, slots[name])}


def _about_the_figure(folded: str) -> dict[str, Any] | None:
    """Where the figure comes from and what it takes, where an answer says that and nothing else."""
    facts: dict[str, Any] = {}
    for piece in filter(None, (one.strip(" .,;:!") for one in PIECES.split(folded))):
        if tells_origin(piece):
            facts["origin"] = read_origin(piece)
        elif says_all_there(piece):
            facts["lacking"] = frozenset()
        elif _LACKS.match(piece) and (lacking := read_lacking(piece, None)):
            facts["lacking"] = lacking
        else:
            return None
    return facts or None


def tells_origin(piece: str) -> bool:
    """Whether folded words say where the figure comes from, and nothing else."""
    return (
        len(piece.split()) <= SHORT
        and _ORIGIN.fullmatch(piece) is not None
        and read_origin(piece) is not None
    )


def is_action(folded: str, *, measured: bool) -> bool:
    """Whether words say something to do, so many or so often, and no level.

    Args:
        folded: The words.
        measured: Whether a level was asked for, which a number with its rhythm may be ("12 days a month").
    """
    if _VERB.match(folded) and len(folded.split()) > 1:
        return True
    if not tells_rhythm(folded) or len(folded.split()) < 3 or _MEASURES.match(folded):
        return False
    return _DOES.match(folded) is not None and (not measured or _EACH.search(folded) is not None)


def _phrase(shown: str) -> str:
    return shown.strip().rstrip(" .;,")[:LONGEST]
