"""Clauses beside the goal itself: what must not break, by doing what, what for, where, and who leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from coach.language.goal_en import EN
from coach.language.goal_fr import FR
from coach.language.goal_words import GoalWords
from coach.language.openings import opens
from coach.language.patterns import any_of, exact, spaced
from coach.language.plain import fold
from coach.language.reading import Language, Role

GOAL_WORDS = {Language.FR: FR, Language.EN: EN}
_ENDS = exact(r"[,;.!?()]|[ ]-[ ]")
_NAME = (
    r"(?P<who><@[UW][A-Za-z0-9]+>|@[\w.-]{2,40}|[A-ZÀ-Ý][\w'-]+(?:[ ](?:[A-ZÀ-Ý][\w'-]*|de|van|el|le)){0,2}"
    r"|(?:la|le|the|notre|our|my|mon|ma|l')[ ]?[a-zà-ÿ' -]{3,40}(?=[,.;!)]|$)|[a-zà-ÿ][\w-]{2,20})"
)
_PROPER = r"(?P<who><@[UW][A-Za-z0-9]+>|@[\w.-]{2,40}|[A-ZÀ-Ý][\w'-]+(?:[ ][A-ZÀ-Ý][\w'-]*){0,2})"
_COLLECTIVE = exact(
    r"(?<!\w)(?:equipes?|teams?|nous|us|everyone|all|tous|service|conseillers|agents|department|squad)(?!\w)"
)
_NO_PERSON = (
    "le la les un une des the a an our notre nos mon ma my your son sa leur their moi me mes et and to "
    "for on in of en de du au par qui que quoi cet cette ce this that it them lui eux elle il we nous "
    "vous je tous all week semaine mois month day jour formation training "
)
_FUNCTION_WORDS = frozenset(_NO_PERSON.split())


@dataclass(frozen=True)
class Clause:
    """A clause, its marker included."""

    role: Role
    start: int
    end: int
    content: int
    """Where its words begin behind the marker."""

    def holds(self, index: int) -> bool:
        """Whether that character belongs to the clause."""
        return self.start <= index < self.end


_ACTION = (
    r"(?:by|with|par|avec|a[ ]raison[ ]d[e'])[ ](?=(?:#+|one|an?|une?)[ ]"
    r"(?!points?|pts|per|par|%)[a-z][^.,;]{2,50}"
    r"[ ](?:per|each|every|par|chaque)[ ](?:agent|advisor|rep|person"
    r"|week|day|month|conseill|semaine|jour|mois))"
)
"""Something countable that each does every so often ("by one coached call per agent every week")."""


@cache
def _markers(language: Language) -> re.Pattern[str]:
    words = GOAL_WORDS[language]
    return re.compile(
        rf"(?<![\w'])(?:(?P<guard>{spaced(words.guard)})|(?P<relevance>{spaced(words.relevance)})"
        rf"|(?P<lever>{spaced(words.lever)})|(?P<action>{_ACTION}))"
    )


def find_clauses(masked: str, language: Language, date_cues: list[int]) -> list[Clause]:
    """The clauses beside the goal. Each ends at a comma, a stop, the next one, or a deadline."""
    pattern = _markers(language)
    starts = list(pattern.finditer(masked))
    clauses: list[Clause] = []
    for index, match in enumerate(starts):
        following = starts[index + 1].start() if index + 1 < len(starts) else len(masked)
        stop = _ENDS.search(masked, match.end())
        end = min(following, _end_of(masked, stop, match.lastgroup))
        end = min([end, *(cue for cue in date_cues if cue >= match.end())])
        if match.lastgroup == "action" and "#" not in masked[: match.start()]:
            continue  # the first figure is the goal's own
        role = Role.LEVER if match.lastgroup == "action" else Role(match.lastgroup or "guard")
        if role is Role.RELEVANCE and opens(masked[: match.start()]):
            continue  # "so our CSAT is ...": how people begin to speak
        if end - match.end() < 2 and role is not Role.GUARD:
            continue
        clauses.append(Clause(role, match.start(), end, match.end()))
    return clauses


def _end_of(masked: str, stop: re.Match[str] | None, kind: str | None) -> int:
    """Where a clause ends; a guard takes the figure in brackets behind it along ("quality (floor 85 %)")."""
    if stop is None:
        return len(masked)
    if kind == "guard" and stop[0] == "(" and (closed := masked.find(")", stop.end())) > 0:
        return closed + 1
    return stop.start()


def words_of(clause: Clause, shown: str) -> str:
    """The clause as it is kept: without its marker where what follows stands by itself."""
    marker = fold(shown[clause.start : clause.content])
    keep = (
        (
            clause.role is Role.RELEVANCE
            and not marker.startswith(("pour ", "afin de", "afin d'", "in order to", "dans le but", "to "))
            and ":" not in marker
        )
        or marker.strip() in {"en", "avec"}
        or marker.startswith(("pour q", "avec ", "par ", "with ", "en "))
    )
    start = clause.start if keep else clause.content
    return shown[start : clause.end].strip(" ,;:.!?-\n")


@cache
def _owner_patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    compiled = []
    for pattern in GOAL_WORDS[language].owner:
        loose = not pattern.startswith(
            ("{name}", "(?:c'est|", "[Aa]vec", "[Ww]ith", "(?:it's", "c'est", "(?:avec", "with ")
        )
        compiled.append(
            re.compile(r"(?<!\w)" + spaced(pattern).replace("{name}", r"[ ]*" + _NAME if loose else _PROPER))
        )
    return tuple(compiled)


@dataclass(frozen=True)
class OwnerFound:
    """Who leads, where the name stands, and where the words around it begin."""

    who: str
    start: int
    end: int
    phrase: int
    phrase_end: int


@lru_cache(maxsize=64)
def find_owner(shown: str, language: Language) -> OwnerFound | None:
    """Who leads, in the text's words, and where. "We" and "our team" are nobody."""
    words = GOAL_WORDS[language]
    for pattern in _owner_patterns(language):
        for match in pattern.finditer(shown):
            who = _trimmed(match["who"], words)
            if who:
                start = match.start("who")
                return OwnerFound(who, start, start + len(who), match.start(), match.end())
    return None


def _trimmed(who: str, words: GoalWords) -> str | None:
    """The name without words that are none, or None where nobody is left."""
    if who.startswith(("<@", "@")):
        return who
    folded = fold(who)
    if _COLLECTIVE.search(folded):
        return None
    parts = who.split(" ")
    if len(parts) > 1 and fold(parts[0]) in {"la", "le", "the", "notre", "our", "my", "mon", "ma"}:
        return who if len(parts) <= 6 else None
    kept: list[str] = []
    for part in parts:
        if (
            fold(part) in words.no_names
            or fold(part) in _FUNCTION_WORDS
            or (kept and part[0].islower() and part != "de")
        ):
            break
        kept.append(part)
    while kept and kept[-1] in {"de", "van", "el", "le"}:
        kept.pop()
    return " ".join(kept) or None


_SELF = {
    Language.FR: exact(
        r"(?<!\w)(?:je (?:pilote|porte|m'en (?:charge|occupe)|prends le lead|gere|suis (?:le "
        r"|la )?(?:pilote|responsable))|c'est moi(?: qui)?|moi-meme|pilotee? par moi"
        r"|portee? par moi"
        r"|(?:responsable|pilote|porteur|porteuse|owner)[ ]?(?:[:=]|est|sera|c'est)[ ]?moi)(?!\w)"
        r"(?![ ](?:une?|des|deux|trois|mon|mes|nos)[ ])"
    ),
    Language.EN: exact(
        r"(?<!\w)(?:i(?:'ll| will|'m going to)? (?:lead|own|drive|run|take the lead)(?: it"
        r"| this)?|i'm (?:the owner|leading|in charge)|led by me|it's me|owned by me"
        r"|(?:owner|lead|leader|person in charge)[ ]?(?:[:=]|is|will be)[ ]?(?:me|myself))(?!\w)"
        r"(?![ ](?:an?|one|two|three|some|my|our)[ ])"
    ),
}


"""Behind it no other thing that they do: "I lead a huddle every Monday"."""


def find_self(work: str, language: Language) -> tuple[int, int] | None:
    """Where the author says to lead the goal in person."""
    match = _SELF[language].search(work)
    return match.span() if match else None


@cache
def _scope(language: Language) -> re.Pattern[str]:
    return re.compile(r"(?<![\w'])" + spaced(GOAL_WORDS[language].scope) + r"(?!\w)")


def find_scope(
    masked: str, language: Language, named: Sequence[tuple[int, int]] = ()
) -> tuple[int, int] | None:
    """Which team, channel or kind of ticket the goal is for.

    Args:
        masked: The folded text, what is no part of the goal masked.
        language: Its language.
        named: Where metrics are named: their words ("taux de service") are no team.
    """
    found = _scope(language).finditer(masked)
    match = next((one for one in found if not any(start < one.start() < end for start, end in named)), None)
    if match is None:
        return None
    end = match.end()
    text = match[0].rstrip()
    cut = re.search(
        r"[ ](?:de|d'ici|a|au|par|pour|afin|en|sous|sans|by|from|to|in|within|grace|via|avec|with"
        r"|et|and|est|is)(?= |$)",
        text[8:],
    )
    if cut and language is Language.FR:
        end = match.start() + 8 + cut.start()
    return match.start(), min(end, match.start() + len(text))


@cache
def verbs(language: Language, name: str) -> re.Pattern[str]:
    """The expression of one of the table's lists of words."""
    patterns: tuple[str, ...] = getattr(GOAL_WORDS[language], name)
    if name == "doing" and language is Language.EN:
        patterns = tuple(f"{pattern}s?" for pattern in patterns)
    return re.compile(r"(?<![\w-])" + spaced(any_of(patterns)) + r"(?:(?!\w)|(?<='))")
