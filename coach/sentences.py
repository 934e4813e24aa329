"""Each sentence of an answer read for itself: who leads, where a figure is from, what is there, a new aim.

"Une écoute par agent, c'est Karim qui s'en occupe, on a tout" is something to do, who leads it, and that
nothing is lacking. Whatever is not plainly one of these stays the answer to what was asked.
"""

# ruff: noqa: E501, SIM905 - tables: one expression a line

import re
from datetime import date
from typing import Any

from coach.draft import Draft
from coach.language import read_reply
from coach.language.answers import read_origin, says_all_there
from coach.language.infinitives import as_infinitive
from coach.language.plain import fold, has_digit, plain
from coach.language.reading import Origin, Resource, Slot
from coach.misplaced import PIECES, is_action, still_open, tells_origin
from coach.owners import owner_facts
from coach.smart import is_open

_ASKED = frozenset({Slot.LEVER, Slot.RELEVANCE, Slot.ORIGIN, Slot.RESOURCES, None})
"""Questions answered in words; None: the card."""
_MEASURED = frozenset({Slot.BASELINE, Slot.TARGET, Slot.CHANGE, Slot.DEADLINE})
"""Questions answered by a level or a date, beside which something to do may be told."""
_LEADS = (
    r"(?:s'en (?:occupe|charge)|(?:le |la )?(?:pilote|mene|porte|gere)|est (?:le |la )?(?:responsable|pilote)"
    r"|(?:will |to )?leads?(?: (?:it|this))?|(?:is|will be) (?:leading|owning|running)(?: (?:it|this))?|owns (?:it|this)"
    r"|(?:is|will be) in charge|(?:is|will be) the (?:owner|lead))"
)
_NAME = r"(?P<name><@[\w|.-]+>|(?!(?:on|nous|we|il|elle|ils|it|qui|who|personne|nobody|everyone|chacun|chaque|each|tout|le|la|un|une|the|a|to|equipe|team|ca|cela|this|that)\b)[^\W\d_][\w'-]+(?: (?!qui\b|who\b|to\b|will\b|is\b|est\b|s')[^\W\d_][\w'-]+)?)"
_OWNER = (
    re.compile(
        rf"(?:(?:et|and|ah|oh|so) )*(?:c'?(?:est)? |it's |it is )?{_NAME} (?:(?:qui|who|is the (?:one|person) who|est celui qui|est celle qui) )?{_LEADS}"
    ),
    re.compile(
        rf"(?:(?:et|and) )?(?:le |la |the )?(?:responsable|pilote|owner|lead)(?: ?:| is| est| c'?(?:est)?)? {_NAME}"
    ),
)
_FIGURE_IS_FROM = re.compile(
    r"(?:(?:et|and) )?(?:(?:le|la|les|ce|ces|nos|the|this|that|these|our) )?(?:chiffres?|cible|objectif|figures?|numbers?|target|baseline|\d[\w:.,]*(?: ?(?:%|min|s|sec|h)(?: ?\d{1,2}s?)?)?) "
    r"(?:vien(?:nen)?t|provien(?:nen)?t|sor(?:ten)?t|est|sont|etait|is|are|was|were|comes?|came)\b(?P<source>.{3,80})"
)
_SOURCE = re.compile(
    r"\b(?:enquetes?|zendesk|crm|outil|reporting|rapports?|tableaux? de bord|statistiques|stats|reports?|surveys?|dashboards?|tool|system|moyenne|average|avg)\b"
)
_ALL_THERE = re.compile(
    r"(?:(?:non|no|en fait|actually|oui|yes|and|et)[ ,]*)*(?:"
    r"(?:il )?(?:ne )?(?:nous )?manque (?:personne|rien)|(?:on a|nous avons)(?: deja)? tout(?: le monde| ce qu'il (?:nous )?faut)?"
    r"|(?:il n'y a )?rien a obtenir|(?:personne|rien) ne (?:nous )?manque|(?:we've|we have|we got|we've got)(?: already)?(?: got)? (?:everyone|everybody|everything|it all|all)(?: (?:that )?we need| already)?"
    r"|nothing (?:is )?(?:to obtain|to get|missing|lacking)|nobody is missing|no one is missing"
    r")(?: (?:en fait|actually|deja|already|du coup|now))?"
)
_SERVES = re.compile(
    r"(?:et )?(?:ca|cela|c'est|this|it)(?: va)? (?:sert|servira|servir|is meant|is there|serves|will help us)(?: a| to| pour)? (?=\w)"
)
_AIM = re.compile(r"\b(?:cible|objectif|target|goal)\b")
_AIM_WORDS = frozenset(
    (
        "ah oh et and euh mets mettez mettre make set put change changez plutot rather instead en fait actually"
        " finalement non no la le les the notre our l d cible objectif target goal comme as a to at is est c ce ca"
        " sera serait would should be nouvelle new de of pour for aussi also min mn minutes s sec secondes seconds"
        " h heures hours j jours days points pts percent pourcent euros"
    ).split()
)


def part_sentences(draft: Draft, text: str, today: date) -> tuple[dict[str, Any], str]:
    """What an answer in words says besides of what was asked, by the draft's field names; and what is left.

    Where "what for?" was asked, that head office wants it may be the answer, and stays.
    """
    shown = plain(text)
    if draft.asked in _MEASURED:
        owner, text = _part_owner(shown, text)
        action, text = _part_action(plain(text), text) if is_open(draft, Slot.LEVER) else ({}, text)
        return owner | action, text
    if draft.asked not in _ASKED:
        return {}, text
    kept: list[str] = []
    facts: dict[str, Any] = {}
    start = 0
    for end, following in _bounds(shown):
        piece, start = shown[start:end].strip(), following
        if (found := _said_in(draft, piece, today)) is not None:
            facts |= found
        elif any(character.isalnum() for character in piece):
            kept.append(piece)
    if not facts:
        return {}, text
    if draft.asked is Slot.RELEVANCE and len(kept) == 1 and tells_origin(_folded(kept[0])):
        facts["origin"] = read_origin(_folded(kept[0]))
    # the card shows what is known: there a sentence may take it back
    return facts if draft.asked is None else _kept_open(draft, facts), ", ".join(kept)


def _part_owner(shown: str, text: str) -> tuple[dict[str, Any], str]:
    """Who leads, told beside a level or a date ("78, karim pilote")."""
    pieces = _pieces(shown)
    told = next(((one, name) for one in pieces if (name := _owner(one, _folded(one))) is not None), None)
    if told is None:
        return {}, text
    return owner_facts(told[1]), ", ".join(one for one in pieces if one != told[0])


def _part_action(shown: str, text: str) -> tuple[dict[str, Any], str]:
    """Something to do, told beside a level or a date ("by 31 March, each agent offers it on 5 calls a day")."""
    pieces = _pieces(shown)
    done = [one for one in pieces if is_action(_folded(one), measured=True)]
    if not done or len(done) == len(pieces):
        return {}, text
    rest = ", ".join(one for one in pieces if one not in done)
    return {"lever": as_infinitive(", ".join(done).rstrip(" ."))}, rest


def _pieces(shown: str) -> list[str]:
    """The pieces of a text that say something."""
    pieces, start = list[str](), 0
    for end, following in _bounds(shown):
        piece, start = shown[start:end].strip(), following
        pieces += [piece] if any(character.isalnum() for character in piece) else []
    return pieces


def _said_in(draft: Draft, piece: str, today: date) -> dict[str, Any] | None:
    """What one sentence says that is no answer to the question; None where it may be one."""
    folded = _folded(piece)
    if says_all_there(folded) or _ALL_THERE.fullmatch(folded) is not None:
        alone = draft.asked in {Slot.ORIGIN, Slot.RESOURCES, Slot.LEVER, Slot.RELEVANCE} or len(folded) > 6
        return {"lacking": frozenset[Resource]()} if alone else None
    if (origin := _origin(draft, folded)) is not None:
        return {"origin": origin}
    if (owner := _owner(piece, folded)) is not None:
        return owner_facts(owner)
    if draft.asked is None:
        return None
    if draft.asked is not Slot.RELEVANCE and (serves := _SERVES.match(folded)) is not None:
        return {"relevance": piece[serves.end() :].strip()}
    if _tells_aim(folded):
        reply = read_reply(
            piece, language=None, today=today, asked=Slot.TARGET, metric=draft.metric, fallback=draft.language
        )
        target = reply.understanding.target
        return None if target is None else {"target": target}
    return None


def _tells_aim(folded: str) -> bool:
    """Whether a sentence gives another level to reach, and says nothing else."""
    if _AIM.search(folded) is None or not has_digit(folded):
        return False
    return all(word in _AIM_WORDS for word in re.findall(r"[a-z]+", folded))


def _origin(draft: Draft, folded: str) -> Origin | None:
    told = _FIGURE_IS_FROM.fullmatch(folded)
    if told is not None:
        return read_origin(told["source"]) or (Origin.HISTORY if _SOURCE.search(told["source"]) else None)
    return read_origin(folded) if draft.asked is Slot.LEVER and tells_origin(folded) else None


def _owner(piece: str, folded: str) -> str | None:
    found = next(filter(None, (pattern.fullmatch(folded) for pattern in _OWNER)), None)
    if found is None:
        return None
    name = piece[found.start("name") : found.end("name")]
    if fold(name) == "je":
        return "moi"
    return name if name.startswith("<@") or name != name.lower() or name in {"i", "moi"} else name.title()


def _kept_open(draft: Draft, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts without an answer that would take back one given to another question before."""
    free = {name: facts[name] for name in ("owner", "owner_name", "target") if name in facts}
    return still_open(draft, {name: value for name, value in facts.items() if name not in free}) | free


def _folded(piece: str) -> str:
    return fold(piece).strip(" .,;:!")


def _bounds(shown: str) -> list[tuple[int, int]]:
    return [*((one.start(), one.end()) for one in PIECES.finditer(fold(shown))), (len(shown), len(shown))]
