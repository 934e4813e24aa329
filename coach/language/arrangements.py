"""Reading how a goal is to be followed: who takes part, which channel gets the news, when to ask.

"contributeurs @Karim et @Emma, canal #support, point le lundi à 10 h" names all three.
"""

import re
from collections.abc import Callable, Mapping
from datetime import time
from enum import StrEnum
from typing import Any

from coach.language.named_people import NO_LEAD, find_named
from coach.language.patterns import Expression, rx
from coach.language.plain import fold, plain
from coach.quantity import Value


class Dropped(StrEnum):
    """What a text takes off."""

    SCOPE = "scope"
    STRETCH = "stretch"
    CHANNEL = "channel"
    CONTRIBUTORS = "contributors"


class Arrangements(Value):
    """What a text says of the following. All empty: nothing."""

    people: tuple[str, ...] = ()
    """Slack user ids of those who are to take part, in the place of those who did."""
    joining: tuple[str, ...] = ()
    """Those who are to take part too."""
    leaving: tuple[str, ...] = ()
    """Those who are to take part no longer."""
    names: str | None = None
    """Names of people that Slack did not turn into mentions, as they were written."""
    channel: str | None = None
    """Slack channel id."""
    channel_name: str | None = None
    """A channel that Slack did not turn into a link, as it was written."""
    weekday: int | None = None
    """0 is Monday."""
    at: time | None = None
    dropped: frozenset[Dropped] = frozenset()


CHANNEL_LINK = re.compile(r"<#([^<>|\n]{1,40})(?:\|([^<>\n]{0,80}))?>")
ID = re.compile(r"<@([A-Za-z0-9]+)(?:\|[^<>]*)?>")
ONE = r"<@[a-z0-9]+>"
AND = r"(?: ?, ?(?:et |and )?| et | and | '?n'? | ?& ?| ?\+ ?| )"
PEOPLE = rf"(?P<people>{ONE}(?:{AND}{ONE})*)"
START = r"(?:^|(?<=[,;.:])|(?<!\w)(?:et|and)) ?"
_THE = r"(?:(?:le|la|les|the|our|my|mon|ma|mes|notre|nos) |l')?"
_IS = (
    r"(?: ?:)? ?(?:(?:is|are|est|sont|sera|passe|devient|plutot|instead|rather) |= ?)?"
    r"(?:to |a |au |as |avec |with |pour )?"
)
WHO = (
    r"(?:contribut(?:eu|ri|o)\w+|participant\w*|taking part|who takes part|(?:ceux )?qui (?:y )?participent?)"
)
TAKE_PART = (
    r"(?:(?:y )?participent|(?:y )?participe|(?:will )?take part|takes part|(?:are|is) (?:in|taking part)"
    r"|join(?: in)?)"
)
_NEXT = (
    r"(?:canal|salon|channel|point|check|suivi|rappel|le|la|the|every|chaque|tous|les|news|nouvelles|not|pas)"
)
_NAME = rf"(?!{_NEXT}\b)[a-z][a-z'-]+"
_DAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_OF = (
    r"(?: (?:de la |de l'|des |du |de |d'|pour (?:la |le |les |l')?|sur (?:la |le |les |l')?|for (?:the )?"
    r"|of (?:the )?|about (?:the )?|on (?:the )?|la |le |les |l'|the )(?!(?:depart"
    rf"|{'|'.join(_DAYS)}))(?:[a-z][\w'-]*)"
    r"(?: (?!le |on |a |au |to )[a-z][\w'-]*){0,3})?"
)
"""The goal whose check-in it is."""
DAY = (
    rf"(?:chaque |tous les |every |each |on |le |les )?(?P<day>{'|'.join(_DAYS)})s?"
    r"(?: (?:matin|morning|apres-midi|afternoon|soir|evening))?"
)
AT = r"(?:a|at|vers|around|des|from)"
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?: ?(?::|h|\.(?=00|15|30|45)) ?(?P<minute>[0-5]\d)"
    r"| ?(?:heures?|h|o'clock)(?!\w))?"
    r"(?: ?(?P<half>[ap])\.?m(?!\w)\.?)?(?![\w%:])"
)
SURE_CLOCK = rf"(?={AT} |\d{{1,2}} ?(?::\d|\.(?:00|15|30|45)|h|[ap]\.?m))(?:{AT} )?{CLOCK}"
_ASKED = (
    r"(?:check[ -]?ins?|points?(?: de suivi)?|suivi|rappels?|reminders?|ask(?: (?:me|us))?"
    r"|(?:demande|interroge|questionne|relance|sollicite)[rz]?[ -](?:le[ -])?-?(?:moi|nous))"
)
_MOVE = (
    r"(?:(?:please |peux-tu |tu peux |pouvez-vous |vous pouvez |on peut |can (?:you|we) |could (?:you|we) )?"
    r"(?:(?:decale|deplace|bouge|fixe|reporte|repousse|avance|change|passe)[rz]?|mets|met|mettez|mettre"
    r"|(?:move|shift|put|set|push|change|reschedule)(?: (?:the|our|my)(?: [a-z][\w'-]*){1,3}?)?) )?"
)
"""What is done to the check-in, before its name; in English the goal's name may stand between."""
_PLEASE = (
    r"(?:[ ,]+(?:plutot|instead|rather|svp|stp|s'il (?:te|vous) plait|please|merci|thanks|desormais"
    r"|maintenant"
    r"|from now on|now))*(?!\w)"
)
_NEWS = (
    r"(?:(?:canal|salon|channel)(?: slack)?|(?:(?:publi|post)\w*|(?:les )?nouvelles|(?:the )?news)"
    r"(?: \w+){0,3}? (?:dans|sur|in|on|to|into)(?: (?:le (?:canal|salon)|the channel))?)"
)
_NO = (
    r"(?:sans|pas de|aucun|aucune|no|without|remove|drop|delete|clear|(?:enleve|retire|supprime|efface)[rz]?)"
)

_SIGNS = rx(
    r"<@|#|ajout|add|inclu|invit|retire|enleve|supprim|remove|drop|avec|with|w/|sans|too|as well"
    r"|also|aussi|egalement|^(?:and |et |plus |[+&])"
    r"|contribut|particip|tak(?:e|es|ing) part|scope|perimetre|portee|stretch|au mieux|cible|best case"
    r"|canal|salon|channel|check[ -]?in|points?(?!\w)|suivi|rappel|remind|(?<!\w)ask|(?<!\w)ping|demande"
    r"|interroge|sollicite"
    rf"|questionne|relance|{'|'.join(_DAYS)}"
)
"""Words without one of which nothing is arranged: most answers have none."""
_AS = (
    r"(?: (?:comme|en tant que|as)(?: an?)? (?:participant|contribut)\w*| aux? (?:participant|contribut)\w*)?"
)
_JOIN = rx(rf"(?<!\w)(?:ajoute[rz]?|ajoutons|add|include|invite[rz]?|plus)(?: aussi| also)? {PEOPLE}{_AS}")
_LEAVE = rx(rf"(?<!\w){_NO} {PEOPLE}{_AS}")
_TOO = rx(
    rf"(?:(?:^|(?<=[,;.]) ?)(?:et |and |plus |also |aussi |[+&] ?))?{PEOPLE}"
    r" (?:too|as well|also|aussi|egalement)(?!\w)"
)
_ALONG = rx(rf"^(?:et |and |plus |also |aussi |[+&] ?){PEOPLE}(?=[ .!]*$)")
_WITH = rx(rf"(?<!\w){_THE}(?:{WHO}{_IS}|avec |with |w/ ?){PEOPLE}")
_IN = rx(rf"{NO_LEAD}{PEOPLE} {TAKE_PART}(?!\w)")
_LIST = rx(rf"{START}(?P<people>{ONE}(?:{AND}{ONE})+)(?=$|[,;.])")
_BEHIND_WITH = rx(
    rf"(?<!\w)(?:(?:et|and) )?(?:avec|with|w/) ?{PEOPLE}"
    r"(?: (?:aussi|too|also))?(?![:\w])"
)
_TAKING_PART = (
    rx(rf"(?<!\w){_THE}{WHO}{_IS}{PEOPLE}(?!\w)"),
    rx(rf"{NO_LEAD}{PEOPLE} {TAKE_PART}(?!\w)"),
    rx(rf"(?<!\w)(?:avec l'aide d[e'] ?|with the help of |aidee?s? (?:de|par) |helped by ){PEOPLE}(?!\w)"),
    _BEHIND_WITH,
)
_LISTED = rx(
    rf"{START}{_THE}{WHO}(?: ?[:=] ?| (?:sont|are) )(?P<names>{_NAME}(?: (?!et |and ){_NAME})?"
    rf"(?:(?: ?, ?(?:et |and )?| et | and | ?& ?){_NAME}(?: (?!et |and ){_NAME})?)*)"
)
"""Names behind "participants :", which are no mentions."""
_ONLY = rx(
    rf"(?:{ONE}|[ ,;.:!&+=()]|(?<!\w)(?:et|and|avec|with|c'?est|it's|it is|is|are|est|sont|aussi|also|too"
    r"|plus|responsables?|pilotes?|owner|lead|participants?|ce|sont|les?|la|the)(?!\w))+"
)
_NAMED_PEOPLE = (
    ("leaving", _LEAVE),
    *(("joining", pattern) for pattern in (_JOIN, _TOO, _ALONG)),
    *(("people", pattern) for pattern in (_WITH, _IN, _LIST)),
)
"""Where people stand, in the order of reading, by the field that takes them."""
_NAMED = rx(
    rf"(?<!\w){_THE}{WHO}{_IS}(?P<names>{_NAME}(?: (?!et |and ){_NAME})?"
    rf"(?:(?: ?, ?(?:et |and )?| et | and | ?& ?){_NAME}(?: (?!et |and ){_NAME})?)*)"
)
_CHANNEL = rx(rf"(?<!\w){_THE}{_NEWS}{_IS}(?P<channel>#[\w.-]*\w){_PLEASE}")
_CHANNEL_ALONE = rx(rf"{START}(?:(?:in|to|on|dans|sur) )?(?P<channel>#[\w.-]*\w){_PLEASE}(?=$|[,;.])")
_ASKED_ON = rx(rf"(?<!\w){_MOVE}{_THE}{_ASKED}{_OF}{_IS}{DAY}(?:,? (?:{AT} )?{CLOCK})?{_PLEASE}")
_REMINDED_ON = rx(
    rf"(?<!\w){_MOVE}(?:(?:remind|ping) (?:me|us)|rappelle[rz]?[ -](?:moi|nous)){_OF}{_IS}"
    rf"(?=(?:le|les|tous|chaque|every|each|(?:on )?(?:{'|'.join(_DAYS)})s) ?){DAY}"
    rf"(?:,? (?:{AT} )?{CLOCK})?{_PLEASE}"
)
"""Each week: "rappelle-moi mardi" is for once."""
_ASKED_AT = rx(rf"(?<!\w){_MOVE}{_THE}{_ASKED}{_IS}{SURE_CLOCK}{_PLEASE}")
_DAY_AND_HOUR = rx(rf"{START}{DAY},? {SURE_CLOCK}{_PLEASE}")
_NAMES_IT = rx(rf"(?<!\w)(?:{_ASKED}|{_NEWS})(?!\w)")
_DROPS = (
    (Dropped.SCOPE, rx(rf"(?<!\w){_NO} {_THE}(?:scope|perimetre|portee)(?!\w)")),
    (
        Dropped.STRETCH,
        rx(
            rf"(?<!\w){_NO} {_THE}(?:stretch(?: target)?|au mieux|cible (?:haute|ambitieuse)|best case)(?!\w)"
        ),
    ),
    (Dropped.CHANNEL, rx(rf"(?<!\w){_NO} {_THE}(?:canal|salon|channel)(?!\w)")),
    (Dropped.CONTRIBUTORS, rx(rf"(?<!\w){_NO} {_THE}(?:contribut(?:eu|ri|o)\w+|participant\w*)(?!\w)")),
)
_LEFT_OVER = re.compile(
    r"(?:\s*[,;.:]\s*|\s+(?:et|and)(?=\s|$)|^\s*(?:et|and)\s+)+(?=$|[,;.:])|^[\s,;.:]+", re.IGNORECASE
)


def read_arrangements(text: str) -> tuple[Arrangements, str]:
    """What a text says of who takes part, the channel and the check-in; and what else it says.

    Args:
        text: The message as Slack delivers it, with `<@U…>` and `<#C…|name>`.

    Returns:
        The arrangements, and the text without them.
    """
    shown = plain(text)
    if _SIGNS.search(fold(shown)) is None:
        return Arrangements(), shown
    links = {f"#{name or ident}".casefold(): ident for ident, name in CHANNEL_LINK.findall(text)}
    if (named := find_named(shown)) is None:
        return _read(shown, links)
    found, rest = _read(f"{shown[: named.start]}, {shown[named.end :]}", links)
    people = {named.role: named.users} if named.users else {}
    return found.model_copy(update={"names": named.names, **people}), tidied(rest)


def part_people(text: str, *, alone: bool = True, listed: bool = True) -> tuple[Arrangements, str]:
    """Who takes part by a text's words, whatever it is an answer to; and what else it says.

    Args:
        text: The message as Slack delivers it.
        alone: Whether one person alone behind "with" takes part: in a wish they may lead.
        listed: Whether people who are only listed take part.

    Returns:
        `people` and `names`, and the rest: in plain words where somebody is told.
    """
    shown = plain(text)
    if _SIGNS.search(fold(shown)) is None:
        return Arrangements(), text
    people: list[str] = []
    names: str | None = None
    for pattern in (*_TAKING_PART, *((_LIST,) if listed else ())):
        while (found := pattern.search(fold(shown))) is not None:
            told = ID.findall(shown[found.start("people") : found.end("people")])
            if pattern is _BEHIND_WITH and len(told) < 2 and not alone:
                break
            people += told
            shown = without(shown, found.start(), found.end())
    if (named := _LISTED.search(fold(shown))) is not None:
        names = shown[named.start("names") : named.end("names")]
        shown = without(shown, named.start(), named.end())
    if not people and names is None:
        return Arrangements(), text
    return Arrangements(people=tuple(dict.fromkeys(people)), names=names), rest_of(shown, text)


def only_people(text: str) -> tuple[str, ...]:
    """Who is mentioned in a text that says nothing but who: by Slack user id; empty where it says more."""
    shown = plain(text)
    return tuple(dict.fromkeys(ID.findall(shown))) if _ONLY.fullmatch(fold(shown)) else ()


def arranges_only(text: str) -> bool:
    """Whether a text says nothing but when to ask or where the news goes, and names it: "point le mardi".

    A day alone may be about anything.
    """
    named = _NAMES_IT.search(fold(plain(text))) is not None
    return named and not read_arrangements(text)[1]


def _read(shown: str, links: Mapping[str, str]) -> tuple[Arrangements, str]:
    """The arrangements of a plain text, and the rest of it; `links` has the ids of the channels in it."""
    folded = fold(shown)
    found: dict[str, Any] = {}

    def cut(pattern: Expression, takes: Callable[[re.Match[str]], dict[str, Any]]) -> None:
        nonlocal shown, folded
        if (match := pattern.search(folded)) is not None:
            found.update(takes(match))
            shown = f"{shown[: match.start()]}, {shown[match.end() :]}"
            folded = fold(shown)

    def people(name: str) -> Callable[[re.Match[str]], dict[str, Any]]:
        def take(match: re.Match[str]) -> dict[str, Any]:
            written = shown[match.start("people") : match.end("people")]
            return {name: tuple(dict.fromkeys(ID.findall(written)))}

        return take

    def names(match: re.Match[str]) -> dict[str, Any]:
        return {"names": shown[match.start("names") : match.end("names")]}

    def channel(match: re.Match[str]) -> dict[str, Any]:
        written = match["channel"]
        ident = links.get(written)
        return {"channel": ident} if ident is not None else {"channel_name": written}

    def drops(what: Dropped) -> Callable[[re.Match[str]], dict[str, Any]]:
        return lambda _: {"dropped": found.get("dropped", frozenset()) | {what}}

    for dropped, pattern in _DROPS:
        cut(pattern, drops(dropped))
    for name, pattern in _NAMED_PEOPLE:
        cut(pattern, people(name))
    cut(_NAMED, names)
    for pattern in (_CHANNEL, _CHANNEL_ALONE):
        cut(pattern, channel)
    for pattern in (_ASKED_ON, _REMINDED_ON, _ASKED_AT, _DAY_AND_HOUR):
        cut(pattern, clock_and_day)
    return Arrangements(**found), tidied(shown) if found else shown


def clock_and_day(match: re.Match[str]) -> dict[str, Any]:
    """The weekday and the hour that a match of `DAY` and `CLOCK` names, by the fields of `Arrangements`."""
    said = match.groupdict()
    update: dict[str, Any] = {}
    if (day := said.get("day")) is not None:
        update["weekday"] = _DAYS[day]
    if said["hour"] is not None:
        hour = int(said["hour"])
        if said["half"] == "p" and hour < 12:
            hour += 12
        update["at"] = time(hour, int(said["minute"] or 0))
    return update


def without(shown: str, start: int, end: int) -> str:
    """A text without what stands in one place of it; in the middle of a sentence no comma is left."""
    before, after = shown[:start].rstrip(), shown[end:].lstrip()
    inside = before and after and before[-1] not in ",;.:\n" and after[0] not in ",;.:!)\n"
    return f"{before} {after}" if inside else f"{before}, {after}"


def rest_of(shown: str, text: str) -> str:
    """What is left of a text, with the links of the channels that it names: another reader may want them.

    Args:
        shown: What is left, in plain words.
        text: The whole, as Slack delivers it.
    """
    rest = tidied(shown)
    for link in CHANNEL_LINK.finditer(text):
        name = re.escape(f"#{link[2] or link[1]}")
        rest = re.sub(rf"(?<!\w){name}(?![\w-])", link[0].replace("\\", ""), rest)
    return rest


def tidied(text: str) -> str:
    """What is left of a text, without the joints of what was cut out."""
    before = None
    while before != text:
        before, text = text, _LEFT_OVER.sub("", text).strip()
    return text if any(map(str.isalnum, text)) else ""
