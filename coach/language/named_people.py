"""People who are named to take part: "avec Karim et Emma", "ajoute Karim comme participant", "retire Emma".

Whose account a name is, the workspace's directory says; here is only which words
stand where people are named.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from coach.language.plain import fold
from coach.quantity import Value

MENTION = re.compile(r"<@([A-Za-z0-9]+)(?:\|[^<>]*)?>")
_NO_NAME = (
    r"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday"
    r"|Sunday|Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|January"
    r"|February|March|April|May|June|July|August|September|October|November|December|Slack|Jalon)"
)
_WORD = rf"(?!{_NO_NAME}\b)[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*"
_NAME = rf"@?{_WORD}(?: {_WORD})?"
_AND = r"(?: ?, ?(?:(?:et|and) )?| et | and | '?n'? | ?& ?| ?\+ ?)"
_END = r"(?=$|[ ,;.:!\n])"
_AS = (
    r"(?: (?i:comme|en tant que|as)(?: (?i:an?))?"
    r" (?i:participant|contribut|membre|member)[a-zé]*| (?i:aux? (?:participants?|contributeurs?)))?"
)
_JOIN = r"(?<!\w)(?i:ajoute[rz]?|ajoutons|rajoute[rz]?|add|include|invite[rz]?)(?: (?i:aussi|also|y))? "
_LEAVE = (
    r"(?<!\w)(?i:retire[rz]?|enl[eè]ve[rz]?|supprime[rz]?|remove|drop|take out|sans|without)(?: (?i:aussi"
    r"|also))? "
)
_WITH = r"(?:^|(?<=[,;.\n]) ?)(?:(?i:et|and) )?(?i:avec |with |w/ ?)"
_LISTED = r"(?<!\w)(?i:participant|contribut)[a-zé]*(?: ?[:=] ?| (?i:(?:sont|are|is|est) )?)"
_HELP = (
    r"[ ,]*(?<!\w)(?i:avec(?: l['’]aide d[e'’])?|w/|with(?: the help of)?|aid[ée]e?s? (?:de|par)|helped by"
    r"|en bin[ôo]me avec|together with|ainsi qu['’]avec) ?"
)
_TAKE_PART = (
    r" (?i:(?:y )?participent|(?:y )?participe|will take part|takes? part|(?:are|is) taking part"
    r"|joins?(?: in)?)(?!\w)"
)
_LEADS = (
    r" (?i:(?:(?:le |la |the )?(?:responsable|pilote|owner|lead)|(?:pilote|m[eè]ne|porte|g[eè]re)ra"
    r"|m[eè]ne|porte|g[eè]re|s['’]en (?:occupe|charge)|(?:est|sera) (?:le |la )?(?:responsable|pilote)"
    r"|(?:will )?(?:leads?|owns?|runs?|drives?)|is (?:leading|(?:the )?(?:owner|lead)|in charge)"
    r"|takes the lead)"
    r"(?: it| this)?(?=$|[ ]?[,;.!)\n]| (?:et|and|avec|with)\b))"
)
"""Behind whoever leads."""
_LED_BY = (
    r"(?<!\w)(?i:(?:le |la |the )?(?:responsable|pilote|owner|lead)"
    r"(?: ?[:=] ?| c['’]est | est | is | ))"
)
_ALONG = r"^(?:(?i:et|and|plus|also|aussi) |[+&] ?)"
_TOO = r" (?i:too|as well|also|aussi|[ée]galement)(?!\w)"
NO_LEAD = "".join(
    rf"(?<!{words}[ ])"
    for words in (
        "c'est",
        "est",
        "sera",
        "is",
        "by",
        "par",
        "responsable",
        "pilote",
        "owner",
        "lead",
        ":",
        "=",
    )
)
"""Before the name of whoever leads, which begins no list of those who take part."""


class Named(NamedTuple):
    """People in a text, and where they stand."""

    role: str
    """`joining`, `leaving` or `people` (all who take part)."""
    start: int
    end: int
    users: tuple[str, ...]
    """Those who are mentioned, by Slack user id."""
    names: str | None
    """The others, as they are written."""


class Helpers(Value):
    """Who helps with what a text says."""

    users: tuple[str, ...] = ()
    names: str | None = None
    rest: str
    """The text without them."""


def _group(name: str, least: int = 1, run: str | None = None) -> str:
    """People in a list; those of `run` may follow with nothing but a space between."""
    one = rf"(?:<@[A-Za-z0-9]+(?:\|[^<>]*)?>|{name})"
    another = rf"{_AND}{one}" if run is None else rf"(?:{_AND}{one}| {run})"
    more = "*" if least < 2 else f"{{{least - 1},}}"
    return rf"(?P<people>{one}(?:{another}){more})"


_PATTERNS = (
    ("leaving", re.compile(rf"{_LEAVE}{_group(_NAME)}{_AS}{_END}")),
    ("joining", re.compile(rf"{_JOIN}{_group(_NAME)}{_AS}{_END}")),
    ("people", re.compile(rf"{_LISTED}{_group(_NAME)}(?=$|[ ,;.!\n])")),
    ("people", re.compile(rf"{_WITH}{_group(_NAME)}{_AS}(?=$|[,;.!\n])")),
    ("joining", re.compile(rf"{_ALONG}{_group(_NAME, 2)}(?:{_TOO})?[ .!]*$")),
    ("people", re.compile(rf"(?<![\w@]){NO_LEAD}{_group(_NAME)}{_TAKE_PART}")),
)
_HELPERS = (
    re.compile(rf"{_HELP}{_group(_NAME)}(?=$|[ ,;.!)\n])"),
    re.compile(rf"{_HELP}{_group(_NAME, 2)}(?=$|[ ,;.!)\n])"),
)
_MAY_NAME = re.compile(
    rf"(?:{_JOIN}|{_LEAVE}|{_HELP}|{_LISTED}|{_ALONG}|{_LED_BY})\S|\w(?:{_TAKE_PART}|{_TOO}|{_LEADS})"
)


def find_named(text: str) -> Named | None:
    """The first people who are named to take part or to leave, where not all of them are mentioned.

    Args:
        text: The message, in plain words (`plain`).
    """
    for role, pattern in _PATTERNS:
        found = pattern.search(text)
        if found is not None and (names := _names(found["people"])) is not None:
            users = tuple(dict.fromkeys(MENTION.findall(found["people"])))
            return Named(role, found.start(), found.end(), users, names)
    return None


def part_helpers(text: str, *, several: bool = False) -> Helpers:
    """Who is to help with what a text says ("deux écoutes avec <@U1> et <@U2>"), and the rest of it.

    Args:
        text: What is to be done, in plain words.
        several: Whether one person alone is not meant: who is named in a wish leads it.
    """
    found = _HELPERS[several].search(text)
    if found is None:
        return Helpers(rest=text)
    users = tuple(dict.fromkeys(MENTION.findall(found["people"])))
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;")
    return Helpers(
        users=users, names=_names(found["people"]), rest=re.sub(r" +([,;.])|  +", r"\1 ", rest).strip()
    )


def without_mentions(text: str) -> str:
    """A text without the accounts that it mentions, and without what ties them to it."""
    return re.sub(r"  +", " ", _MARKED.sub("", text)).strip(" ,;")


_MARKED = re.compile(
    r"[ ,;(]*(?:(?i:avec|with|w/|et|and|par|by|pour|for|responsable|pilote|owner|lead) ?)?:? ?"
    rf"{MENTION.pattern}\)?"
)


def _names(people: str) -> str | None:
    """The people of a list who are not mentioned, as they are written."""
    left = re.sub(rf"^(?:{_AND})|(?:{_AND})$", "", re.sub(rf"(?:{_AND})?{MENTION.pattern}", "", people))
    return left.strip() or None


def may_name_people(text: str) -> bool:
    """Whether a text has words behind or before which people are named."""
    return _MAY_NAME.search(text) is not None


def mentioned(text: str, accounts: Mapping[str, str | None], *, several: bool = False) -> str:
    """The text with the names of known people, where people are named, as mentions of their accounts.

    Args:
        text: The message as Slack delivers it.
        accounts: Slack user ids by name; None for a name that several have.
        several: Whether somebody who is named alone behind "with" is left as written.
    """
    if not accounts:
        return text
    known = {fold(name): user for name, user in accounts.items()}
    longest_first = sorted(accounts, key=len, reverse=True)
    one = rf"@?(?i:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    sure = rf"{one}(?! (?!{one}){_WORD})"  # behind it no other surname than that of whoever is known
    name = rf"(?:{sure}|{_NAME})"

    def replaced(found: re.Match[str]) -> str:
        people = re.sub(f"{MENTION.pattern}|{name}", lambda one: _account(one[0], known), found["people"])
        people = _RUN.sub(r"\1\2, ", people)
        start, end = found.start("people") - found.start(), found.end("people") - found.start()
        return f"{found[0][:start]}{people}{found[0][end:]}"

    group = _group(name, run=sure)
    for pattern in (
        *(rf"{lead}{group}" for lead in (_JOIN, _LEAVE, _LISTED, _ALONG)),
        rf"{_HELP}{_group(name, 2 if several else 1, sure)}",
    ):
        text = re.sub(rf"{pattern}{_END}", replaced, text)
    text = re.sub(rf"{_LED_BY}(?P<people>{sure})(?=$|[ ,;.!\n])", replaced, text)
    text = re.sub(rf"(?<![\w@])(?P<people>{sure})(?={_LEADS})", replaced, text)
    return re.sub(rf"(?<![\w@]){NO_LEAD}{group}(?:{_TAKE_PART}|{_TOO})", replaced, text)


def _account(name: str, known: Mapping[str, str | None]) -> str:
    written = name.removeprefix("@")
    if fold(written) not in known:
        return name
    user = known[fold(written)]
    return f"<@{user}>" if user is not None else written.title()  # so that it is asked about as a name


_RUN = re.compile(rf"(>|(?<![\w@]){_WORD}) (?=<@)|(>) (?={_WORD})")
