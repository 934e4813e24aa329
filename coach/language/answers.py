"""Answers in words: where a figure comes from, what is lacking, who leads, which of two."""

import re
from functools import cache

from coach.language import reply_words as words
from coach.language.patterns import exact, rx, spaced
from coach.language.plain import fold
from coach.language.reading import Intent, Origin, Resource

_TRIM = exact(r"^[\s.,!;:()'\"-]+|[\s.,!?;:()'\"-]+$")


@cache
def _origins() -> tuple[tuple[Origin, re.Pattern[str]], ...]:
    return tuple((origin, re.compile(rf"(?<!\w)(?:{spaced(text)})(?!\w)")) for origin, text in words.ORIGINS)


def read_origin(folded: str) -> Origin | None:
    """Where a figure comes from, by the first words that tell."""
    for origin, pattern in _origins():
        if pattern.search(folded):
            return origin
    return None


@cache
def _resources() -> tuple[tuple[Resource, re.Pattern[str]], ...]:
    return tuple((one, re.compile(rf"(?<!\w)(?:{spaced(text)})(?!\w)")) for one, text in words.RESOURCES)


_LACK = exact(rf"(?<!\w){spaced(words.LACK)}(?!\w)")
_ALL = rx(words.ALL_THERE)
_TURN = exact(r"(?<!\w)(?:mais|but|par contre|however|en revanche|though|sinon|apart from that)(?!\w)|[.;]")
_EXCEPT = exact(
    r"(?<!\w)(?:sauf|hormis|excepte|a part|except(?: for)?|everything but|all but|tout sauf)(?!\w)"
)
_HAVE = exact(
    r"(?<!\w)(?:on a|nous avons|j'ai|we have|i have|we've got|there is|ok pour|oui pour|yes for"
    r"|yes to|fine|there)(?!\w)"
)


_SAYS_YES = exact(
    r"(?<!\w)(?:oui|ouais|yes|yep|ok|okay|there|dispo\w*|assez|enough|suffi\w*|en place|in place|available"
    r"|ready|pret\w*|prevu\w*|planned|covered|seul\w*|only|just|inside|interne|in-house)(?!\w)"
)
"""Words that say of a thing that it is there; a thing that is only named says nothing ("coaching")."""


def read_lacking(folded: str, intent: Intent | None) -> frozenset[Resource] | None:
    """What is said to be missing; empty where all is said to be there; None where nothing is said."""
    core = _TRIM.sub("", folded)
    if _ALL.fullmatch(core) or says_all_there(core) or (intent is Intent.YES and len(core) < 12):
        return frozenset()
    lacking: set[Resource] = set()
    there: set[Resource] = set()
    for piece in [folded] if _EXCEPT.search(folded) else _TURN.split(folded):
        missing = _LACK.search(piece) is not None
        except_at = _EXCEPT.search(piece)
        have_at = _HAVE.search(piece)
        for resource, pattern in _resources():
            for match in pattern.finditer(piece):
                if except_at is not None:
                    gone = match.start() >= except_at.start()
                elif resource is Resource.OTHER_TEAM:
                    gone = missing
                else:
                    gone = missing and not (have_at and _has_before(piece, match.start()))
                (lacking if gone else there).add(resource)
    told = lacking or len(there) > 1 or _HAVE.search(folded) or _SAYS_YES.search(folded)
    if not told or not (there or lacking):
        return frozenset() if _ALL.match(core) and not _LACK.search(core) else None
    return frozenset(lacking)


def says_all_there(piece: str) -> bool:
    """Whether folded words say that nothing is missing, in so many words: a bare yes says it of nothing."""
    core = _YES_FIRST.sub("", _TRIM.sub("", piece))
    return _ALL_IN_WORDS.fullmatch(core) is not None or (
        _ALL.fullmatch(core) is not None and len(core.split()) > 2
    )


_YES_FIRST = exact(r"^(?:(?:et|and|mais|but|oui|ouais|yes|yep|yeah|ok|bien sur|of course)[ ,]+)+")
_ALL_IN_WORDS = rx(
    r"(?:on|nous|l'equipe) (?:a|avons|dispose de|disposons de) (?:bien |deja )?(?:tout )?"
    r"ce (?:qu'il|dont (?:on|nous))"
    r" (?:nous )?(?:faut|a besoin|avons besoin)(?: pour [a-z' ]{2,30})?"
    r"|(?:on|nous) (?:a|avons) (?:bien |deja )?tout(?: (?:le necessaire|sous la main|en interne))?"
    r"|we(?: do)? have (?:got )?(?:everything|all|what)(?: that)?(?: (?:we|it) (?:need|takes?))?(?: for it)?"
    r"|tout est la|all is there|everything is there|nothing is missing|rien ne manque|il ne manque rien"
)


def _has_before(piece: str, position: int) -> bool:
    """Whether the nearest word of having or lacking before a resource says that it is there."""
    have = [match.start() for match in _HAVE.finditer(piece, 0, position)]
    lack = [match.start() for match in _LACK.finditer(piece, 0, position)]
    return bool(have) and (not lack or max(have) > max(lack))


_PIECES = exact(
    r"[,;.]+[ ]*(?:and|et)?(?!\w)|[ ](?:and|et)[ ](?=(?:we|on|nous|it|yes|oui|everything|tout)(?!\w))"
)
_MADE_OF = exact(r"(?:our|nos|the|les|des|from|d'apres|selon|based on|basee? sur|past|own|propres)(?!\w)")


def answers_others(folded: str) -> bool:
    """Whether an answer says where the figure is from and that all is there, and nothing to do."""
    pieces = [core for piece in _PIECES.split(folded) if (core := _TRIM.sub("", piece))]
    complete = [piece for piece in pieces if _ALL.fullmatch(piece)]
    rest = [piece for piece in pieces if piece not in complete]
    return bool(complete) and all(
        read_origin(piece) is not None and len(piece.split()) <= 6 and _MADE_OF.match(piece) for piece in rest
    )


_CHOICES = tuple(
    exact(
        rf"(?:(?:plutot|rather|je (?:prends|choisis)|i'll take|let's (?:take|do|start with)"
        rf"|on (?:prend|commence par)|commen[cg]\w*(?: par)?|start with|d'abord"
        rf"|first)[ ])*{spaced(text)}"
    )
    for text in (words.FIRST, words.SECOND, words.THIRD)
)
_BOTH = rx(words.BOTH)


def chosen_part(folded: str) -> int | None:
    """Which one was chosen, from 0. "Both" begins with the first; the other is kept for later."""
    core = _TRIM.sub("", folded)
    if _BOTH.fullmatch(core):
        return 0
    for index, pattern in enumerate(_CHOICES):
        if pattern.fullmatch(core):
            return index
    if core.isdecimal() and 1 <= int(core) <= 20:
        return int(core) - 1
    return None


_POINTS = exact(rf"(?<!\w){spaced(words.POINTS)}(?!\w)")
_PERCENT = exact(rf"(?:(?<!\w)|(?<=\d)){spaced(words.PERCENT)}")


def read_change_unit(folded: str) -> str | None:
    """`points` or `percent`, in answer to the question which was meant."""
    points, percent = _POINTS.search(folded), _PERCENT.search(folded)
    if points and percent:
        negated = re.search(r"(?:pas|not|non)[ ](?:des |en |de |in )?$", folded[: points.start()])
        if negated:
            return "percent"
        return "points"
    if points:
        return "points"
    return "percent" if percent else None


_LEAD = rx(words.OWNER_LEAD)
_TAIL = rx(words.OWNER_TAIL)
_ME = rx(words.ME)
_NOBODY = rx(words.NOBODY)
_MENTION = exact(r"<@[UW][A-Za-z0-9]+>")


def read_owner(shown: str) -> str | None:
    """Who leads, in the answer to that question: a mention, a name, or "moi"."""
    if mention := _MENTION.search(shown):
        return mention[0]
    text = shown.strip(" .,!?;:\"'")
    folded = fold(text)
    if _ME.fullmatch(folded):
        return "me" if folded.startswith(("me", "my", "i", "it", "that")) else "moi"
    if lead := _LEAD.match(folded):
        text, folded = text[lead.end() :], folded[lead.end() :]
    if tail := _TAIL.search(folded):
        text, folded = text[: tail.start()], folded[: tail.start()]
    text = text.strip(" .,!?;:\"'")
    if "," in text and text[0].isupper():
        text = text.split(",")[0].strip()
    if not text or len(text) > 60 or _NOBODY.fullmatch(fold(text)) or re.search(r"\d", text):
        return None
    if _ME.fullmatch(fold(text)):
        return "moi"
    return text if len(text.split()) <= 5 else None


_ONE_GOAL = exact(
    r"(?:(?:non|no|nan|nope|si|mais|but|en fait|actually|ah|oh)[ ,.:;!-]+)*"
    r"(?:(?:c'?est|c|ce n'est qu'|il n'y a qu'|y a qu'|it's|it is|its|that's|there's|there is|is)[ ]*)?"
    r"(?:bien |juste |just |only |really |all |tout )*"
    r"(?:une?|un seul|one|a single|one single|only one|le meme|the same|same|meme)[ ](?:et meme )?"
    r"(?:seul )?(?:objectif|goal|target|chose|thing|cible)"
    r"(?:[ ](?:seulement|only|pour moi|for me|tout ca|all of it))?"
)


def says_one_goal(text: str) -> bool:
    """Whether a text says that what was read as two goals is one."""
    return _ONE_GOAL.fullmatch(_TRIM.sub("", fold(text))) is not None
