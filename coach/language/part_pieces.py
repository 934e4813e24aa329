"""What an answer says of each of somebody's parts: "écoutes 2 sur 2, les macros pas encore".

A part is known by the words of its action; here is only which words of a text are
whose, and which say that all of it is done or that what was in the way is settled.
"""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from coach.language.patterns import exact, rx
from coach.language.plain import fold
from coach.quantity import Value

LEAST_ALIKE = 0.82
"""How alike two words are, from 0 to 1, that are one with a slip of the pen in it."""
SHORTEST_WORD, SHORTEST_STEM = 4, 5
"""Letters from which on a word tells a part, and a stem is enough of it."""
_CUT = exact(
    r"[ ]*(?:[;\n]|,(?!\d)|\.(?=[ ]|$)|!)[ ]*(?:(?:et|and|mais|but|puis|then)(?!\w)[ ]*)?"
    r"|[ ]+(?:et|and|mais|but|puis|&)[ ]+"
)
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|\d+")
_OFTEN = (
    "chaque semaine semaines jour jours mois fois deux trois quatre cinq dans avec pour each every week "
    "weeks day days month times time with from your leur leurs notre votre nous vous tous tout toute toutes "
    "this that last have done fait faite faits faites encore aussi cette plus moins than them they their "
    "part parts client clients customer customers the was are les des pas est and but not has had une "
)
_COMMON = frozenset(_OFTEN.split())
"""Words that tell no part and no obstacle."""
_OF_ANY = (
    "appel appels calls call contacts tickets over only just seulement juste environ about around soit "
    "merci thanks total donc really"
)
_ANYTHING = frozenset(_OF_ANY.split())
"""Words beside a count that may be of any part."""
_AROUND = rx(
    r"(?<!\w)[ld]'|(?<!\w)(?:les?|la|des?|du|the|my|our|mes|mon|ma|nos|on|of|for|pour|sur|cote|a|au|aux|c|c'est|ce"
    r"|est|sont|it's|is|are|was|were|have|has|been|aussi|also|too|as well|egalement|quant|by|par|in|with"
    r"|avec|we|i|j'ai|on a|nous avons|all|tout|toutes|tous|bien|deja|already)(?!\w)|[:=()-]"
)
"""Words that stand around a part and its answer, and say neither."""
_ALL = rx(
    r"^(?:(?:oui|yes|ok|yep|ouais)[,.! ]*)?(?:(?:c'est |it's |j'ai |i've |we've |on a |i |we )?(?:tout|toutes"
    r"|tous|les deux|les trois|all|everything|both|all of it|all of them)(?: (?:est|sont|is|are|les|my"
    r"|the|mes))?(?: (?P<before>\d))?(?: (?:parts?|actions?))?(?: (?:est|sont|is|are))? "
    r"(?:fait(?:e|es|s)?|done|ok|bon|good|boucle|termine|fini|finished)"
    r"|(?:fait(?:e|es|s)?|done|did|termine|fini|finished)(?: (?:(?:with )?all|tout|tous|toutes|les|both"
    r"|everything|the|of|them|my))+(?: (?P<behind>\d|deux|trois|two|three))?(?: (?:parts?|actions?))?"
    r"|(?:c'est )?(?:fait(?:e|es|s)?|done|ok|pareil|same)(?: for (?:the other|that)(?: one)?)?"
    r" (?:aussi|also|too|as well|egalement)|(?:aussi|also) (?:fait(?:e|es|s)?|done))"
    r"(?: (?:cette semaine|this week|la semaine derniere|last week|today|aujourd'hui))?[ .!]*$"
)
_OTHERS = rx(
    r"(?<!\w)(?:(?:tout )?le reste|les (?:deux |trois )?autres?|l'autre"
    r"|the (?:two )?(?:rest|others?)(?: ones?)?)(?!\w)"
)
_EVERY = rx(
    r"(?<!\w)(?:tout|toutes|tous|les deux|all(?: of it)?|everything|both)"
    r"(?= (?:(?:est|sont|is|are|bien|deja|already) )?(?:fait|done|termine|fini|boucle))"
)
"""All of them, where what is said behind it is that they are done."""
_NUMBERS = {"deux": 2, "two": 2, "trois": 3, "three": 3}
_SETTLED = rx(
    r"(?<!\w)(?:(?:is|are|was|were|got|been|now|est|sont|ete|c'est|finally|enfin)(?: (?:now|all|maintenant"
    r"|enfin|de nouveau|a nouveau))? (?:fixed|settled|resolved|solved|sorted(?: out)?|repaired"
    r"|back(?: up| on)?|up again|working(?: again)?|regle(?:e|s|es)?|resolue?s?|repare(?:e|s|es)?"
    r"|debloque(?:e|s|es)?|retabli(?:e|s|es)?|arrange(?:e|s|es)?)|works? again|unblocked"
    r"|(?:no longer|not) (?:blocked|stuck)(?: (?:any ?more|now))?|(?:plus|pas) bloque(?:e|s|es)?"
    r"|(?:re)?(?:fonctionne|marche) (?:a nouveau|de nouveau)|remarche|refonctionne|est revenue?"
    r"|debloque(?:e|s|es)?)(?!\w)"
)


class PartPiece(Value):
    """A piece of an answer."""

    words: str
    """As it is written."""
    rest: str
    """Without the words that name its part."""
    part: str | None = None
    """The part that it names, by the id it was given."""
    everything: bool = False
    """Whether it says that all is done that was asked."""
    others: bool = False
    """Whether it is about all that no other piece names."""
    count: int | None = None
    """How many are done, by those words ("done all 3")."""
    settled: bool = False
    """Whether it says that what was in the way no longer is."""


def part_pieces(text: str, parts: Mapping[str, str]) -> list[PartPiece]:
    """An answer cut into what it says of one part after the other.

    A piece that only names a part goes with the answer behind it ("écoutes et macros : fait").

    Args:
        text: The answer, in plain words (`plain`).
        parts: The words of each part's action, by an id.
    """
    folded, cuts, start = fold(text), list[str](), 0
    for cut in _CUT.finditer(folded):
        cuts.append(text[start : cut.start()])
        start = cut.end()
    cuts.append(text[start:])
    telling = _telling_words(parts)
    return [_piece(words.strip(), telling) for words in cuts if words.strip()]


class PartName(Value):
    """Words of a text that name a part."""

    start: int
    end: int
    part: str | None
    """Its id; None: all of them, or all that are not named."""


def find_part_names(text: str, parts: Mapping[str, str]) -> list[PartName]:
    """Where a text names a part by words that no other part has, or the rest of them, in its order.

    Args:
        text: The answer, in plain words (`plain`).
        parts: The words of each part's action, by an id.
    """
    telling, folded = _telling_words(parts), fold(text)
    found = [
        PartName(start=one.start(), end=one.end(), part=part)
        for one in _WORD.finditer(folded)
        for part, own in telling.items()
        if any(is_alike(one[0], word) for word in own)
    ]
    rest = (one.span() for pattern in (_OTHERS, _EVERY) for one in pattern.finditer(folded))
    found += [PartName(start=start, end=end, part=None) for start, end in rest]
    return sorted(found, key=lambda one: one.start)


def _telling_words(parts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The words of each part that no other part has."""
    words = {part: _own_words(fold(text)) for part, text in parts.items()}
    return {
        part: frozenset(
            word
            for word in own
            if not any(is_alike(word, one) for other in words if other != part for one in words[other])
        )
        for part, own in words.items()
    }


def _own_words(action: str) -> set[str]:
    """The words of an action, also two in one ("call back": "callback")."""
    every = _WORD.findall(action)
    told = {one for one in every if len(one) >= SHORTEST_WORD and one not in _COMMON}
    return told | {f"{one}{other}" for one, other in pairwise(every) if {one, other} & told}


def is_alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one, or one of them with a slip of the pen."""
    one, other = one.rstrip("sx"), other.rstrip("sx")
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_WORD:
        return False
    if len(short) >= SHORTEST_STEM and long.startswith(short[: max(SHORTEST_STEM, len(short) - 2)]):
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= LEAST_ALIKE


def _piece(words: str, telling: Mapping[str, frozenset[str]]) -> PartPiece:
    folded = fold(words)
    found = {
        part: [one for one in _WORD.finditer(folded) if any(is_alike(one[0], word) for word in own)]
        for part, own in telling.items()
    }
    named = [part for part, told in found.items() if told]
    rest = words
    if len(named) == 1:
        for one in reversed(found[named[0]]):
            rest = f"{rest[: one.start()]} {rest[one.end() :]}"
    others = _OTHERS.search(folded) if not named else None
    if others is not None:
        rest = f"{words[: others.start()]} {words[others.end() :]}"
    everything = _ALL.search(folded)
    written = (everything["before"] or everything["behind"]) if everything is not None else None
    return PartPiece(
        words=words,
        rest=rest,
        part=named[0] if len(named) == 1 else None,
        everything=everything is not None,
        others=others is not None,
        count=None if written is None else _NUMBERS.get(written) or int(written),
        settled=_SETTLED.search(folded) is not None and len(folded.split()) > 1,
    )


def bare(piece: PartPiece) -> str:
    """What a piece says of its part, without what ties the two ("les macros aussi c fait": "fait")."""
    rest = _AROUND.sub(lambda found: " " * len(found[0]), fold(piece.rest))
    kept = "".join(letter if rest[place] != " " else " " for place, letter in enumerate(piece.rest))
    return " ".join(kept.split())


def speaks_of(piece: PartPiece, reason: str) -> bool:
    """Whether a piece has a telling word of what was said to be in the way."""
    told = [one for one in _WORD.findall(fold(reason)) if len(one) > 2 and one not in _COMMON]
    mine = [one for one in _WORD.findall(fold(piece.words)) if len(one) > 2 and one not in _COMMON]
    return any(is_alike(one, other) for one in told for other in mine)


def counts_something(piece: PartPiece) -> bool:
    """Whether a piece says by a word of its own what its count is of ("walks 3 out of 5")."""
    said = (one for one in _WORD.findall(fold(bare(piece))) if not one[0].isdigit())
    return any(len(one) >= SHORTEST_WORD and one not in _COMMON and one not in _ANYTHING for one in said)


def is_only_a_name(piece: PartPiece) -> bool:
    """Whether a piece says nothing but which part."""
    return piece.part is not None and not bare(piece)
