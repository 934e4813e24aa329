"""The lead's own words for a lever, in small countable pieces: "two coached calls per agent every week".

Nothing is guessed: without a number it is once, without a rhythm a week, without "each" the team together.
"""

import re
from dataclasses import dataclass
from functools import cache

from coach.cues import read_moment
from coach.goal import LeverAction
from coach.language.reading import Cadence, Language

MOST = 100
"""A larger number is no count of actions."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language says who, how often and how many."""

    rhythms: tuple[tuple[Cadence, int, str], ...]
    """Cadence, how often in it, and the words."""
    each: str
    times: str
    """So many times, before a rhythm; `{number}` stands for a number."""
    numbers: dict[str, int]
    not_counted: str
    """What follows a number that measures instead of counting."""
    not_after: str
    """What stands before a number that belongs to something else."""
    several: str
    """What takes the place of a number inside a sentence."""
    joints: str


_WHO_FR = (
    r"(?:agente?|conseill(?:er|[èe]re)|t[ée]l[ée]conseill(?:er|[èe]re)|collaborat(?:eur|rice)|personne|membre"
    r"(?: de l['’][ée]quipe)?|commercial|op[ée]rat(?:eur|rice)|technicienn?e?|t[êe]te)"
)
_WHO_EN = (
    r"(?:agent|advis[eo]r|person|member|rep(?:resentative)?|colleague|technician|head|team member|one of us)"
)
_DAYS_FR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_ON_DAYS_FR = rf"(?:chaque|le|tous les) {_DAYS_FR}s?"
_HEBDO = r"hebdo(?:madaire)?(?:ment|s)?"
_DAYS_EN = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

_STAYS = re.compile(
    rf"{_DAYS_FR}|{_DAYS_EN}|matin|soir|apr[eè]s-midi|poste|morning|evening|afternoon|shift", re.IGNORECASE
)
"""What a rhythm names more than how often: it stays in what there is to do ("un brief tous les lundis")."""
_CONTACT_EN = (
    r"(?:(?:phone|customer|inbound|outbound|support|sales|new|single|incoming) )?(?:calls?|contacts?|chats?"
    r"|tickets?|e?-?mails?|conversations?|cases?|customers?|callers?|clients?|quer(?:y|ies)|interactions?"
    r"|surveys?|orders?|sales?|shifts?|mornings?|evenings?|afternoons?|meetings?|times?|occasions?|stages?)"
)

_WORDS = {
    Language.FR: _Words(
        rhythms=(
            (
                Cadence.MONTHLY,
                2,
                r"toutes les (?:deux|2) semaines|tous les (?:quinze|15) jours|par quinzaine",
            ),
            (
                Cadence.DAILY,
                1,
                (
                    r"(?:par|chaque|tous les) jours?|/ ?j(?:our)?|quotidienn?e?(?:ment|s)?|journali[eè]re?"
                    r"|(?:chaque|tou(?:te)?s les) (?:matin|soir|apr[eè]s-midi)s?|[àa] chaque prise de poste"
                ),
            ),
            (
                Cadence.WEEKLY,
                1,
                rf"(?:par|chaque|toutes les) semaines?|/ ?sem(?:aine)?|{_HEBDO}|{_ON_DAYS_FR}",
            ),
            (Cadence.MONTHLY, 1, r"par mois|/ ?mois|chaque mois|tous les mois|mensuel(?:le)?(?:ment|s)?"),
            (
                Cadence.QUARTERLY,
                1,
                r"par trimestre|chaque trimestre|tous les trimestres|trimestriel(?:le)?s?",
            ),
        ),
        each=rf"(?:chaque|par|tous les|toutes les) {_WHO_FR}s?|chacune?(?: d['’]entre (?:nous|eux|elles))?",
        times=r"{number} fois",
        numbers={
            "un": 1,
            "une": 1,
            "deux": 2,
            "trois": 3,
            "quatre": 4,
            "cinq": 5,
            "six": 6,
            "sept": 7,
            "huit": 8,
            "neuf": 9,
            "dix": 10,
            "onze": 11,
            "douze": 12,
            "quinze": 15,
            "vingt": 20,
            "trente": 30,
        },
        not_counted=r"%|points?|h(?:eures?)?|min(?:utes?)?|s(?:ec(?:ondes?)?)?|jours?|semaines?|mois|fois|€|euros?"
        rf"|{_WHO_FR}s?|personnes|\w+ (?:de|en) (?:plus|moins)",
        not_after=r"de|d['’]|des|du|avec|pour|en|par|[àa]|sur|sous|dans|les|ces|nos|leurs",
        several="des",
        joints=r"\s*(?:;|\n|\bpuis\b|\bainsi que\b|,|\bet\b)\s*",
    ),
    Language.EN: _Words(
        rhythms=(
            (Cadence.MONTHLY, 2, r"every (?:two|2|other) weeks?|fortnightly|bi-?weekly|a fortnight"),
            (
                Cadence.DAILY,
                1,
                (
                    r"(?:every|each|per|a) (?:working )?day|/ ?day|daily"
                    r"|(?:every|each) (?:morning|evening|afternoon|shift)"
                ),
            ),
            (
                Cadence.WEEKLY,
                1,
                rf"(?:every|each|per|a) week|/ ?w(?:ee)?k|weekly|(?:every|each|on) {_DAYS_EN}s?",
            ),
            (Cadence.MONTHLY, 1, r"(?:every|each|per|a) month|/ ?month|monthly"),
            (Cadence.QUARTERLY, 1, r"(?:every|each|per|a) quarter|quarterly"),
        ),
        each=rf"(?:each|every|per) {_WHO_EN}|everyone|everybody|apiece"
        rf"|(?:from |by )?each(?! other| {_CONTACT_EN}(?!\w))",
        times=r"(?:{number} times|once|twice)",
        numbers={
            "a": 1,
            "an": 1,
            "one": 1,
            "once": 1,
            "two": 2,
            "twice": 2,
            "three": 3,
            "four": 4,
            "five": 5,
            "six": 6,
            "seven": 7,
            "eight": 8,
            "nine": 9,
            "ten": 10,
            "eleven": 11,
            "twelve": 12,
            "fifteen": 15,
            "twenty": 20,
            "thirty": 30,
        },
        not_counted=r"%|points?|h(?:ours?)?|min(?:utes?)?|s(?:ec(?:onds?)?)?|days?|weeks?|months?|times|percent"
        rf"|(?:{_WHO_EN}|colleague)s?|people|staff|(?:more|extra|additional|fewer)|\w+ (?:more|fewer)",
        not_after=r"of|with|for|in|within|by|per|to|on|under|from|the|these|our|their",
        several="",
        joints=r"\s*(?:;|\n|\bthen\b|\bas well as\b|,|\band\b)\s*",
    ),
}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)|(?=/))(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _number(language: Language) -> str:
    return rf"(?:{'|'.join(sorted(_WORDS[language].numbers, key=len, reverse=True))}|\d{{1,3}})"


def read_actions(lever: str, language: Language) -> tuple[LeverAction, ...]:
    """The actions that a lever is made of, as its words count them.

    Args:
        lever: What the lead wrote: "chaque agent écrit un article par semaine", "a weekly review".
        language: The language it is written in.
    """
    lever = lever.strip()
    if not lever:
        return ()
    when, rest = read_moment(lever, language)
    if when is not None:
        return tuple(
            _action(part, language).model_copy(update={"when": when}) for part in _parts(rest, language)
        )
    return tuple(_action(part, language) for part in _parts(lever, language))


def tells_rhythm(words: str) -> bool:
    """Whether an action's words say themselves how often it is done ("une écoute par semaine")."""
    return any(_pattern(rhythm).search(words) for own in _WORDS.values() for _, _, rhythm in own.rhythms)


def tells_each(words: str) -> bool:
    """Whether an action's words say themselves that each person does it ("chaque agent écrit un article")."""
    return any(_pattern(own.each).search(words) for own in _WORDS.values())


def _parts(lever: str, language: Language) -> list[str]:
    """Several actions where each has a rhythm, or says "each", for itself; else the whole."""
    parts = [part for part in re.split(_WORDS[language].joints, lever, flags=re.IGNORECASE) if part]
    if len(parts) > 1 and all(_has_rhythm(part, language) for part in parts):
        return parts
    return [lever]


def _has_rhythm(part: str, language: Language) -> bool:
    found = (_pattern(rhythm).search(part) for _, _, rhythm in _WORDS[language].rhythms)
    return any(found) and len(part.split()) > 2


def _action(text: str, language: Language) -> LeverAction:
    words = _WORDS[language]
    rest, per, often, told, stays = text, Cadence.WEEKLY, 1, False, False
    times = words.times.format(number=_number(language))
    for cadence, count, rhythm in words.rhythms:
        found = _pattern(rf"(?:(?P<times>{times}) )?(?:{rhythm})").search(rest)
        if found is not None:
            per, often = cadence, count * _times(found["times"], words)
            told, stays = True, _STAYS.search(found[0]) is not None
            rest = rest if stays else _without(rest, found)
            break
    each = _pattern(words.each).search(rest)
    if each is not None:
        rest = _without(rest, each)
    # without a rhythm or "each", a number counts no actions of a week; beside a day it stays in its words
    counted, tells = 1, each is not None or (told and not stays)
    if (number := _counting(rest, language)) is not None and tells:
        counted = _value(number["number"], words)
    if number is not None and tells and counted > 1:
        instead = words.several if rest[: number.start()].strip() else ""
        rest = _tidy(f"{rest[: number.start()]}{instead} {rest[number.end() :]}")
    return LeverAction(
        text=_tidy(rest) or text,
        count=often * counted,
        per=per,
        each=each is not None,
        rhythm_told=told,
    )


def _times(found: str | None, words: _Words) -> int:
    return 1 if found is None else _value(found.split()[0], words)


def _value(number: str, words: _Words) -> int:
    value = int(number) if number.isdecimal() else words.numbers[number.lower()]
    return value if 0 < value <= MOST else 1


def _counting(text: str, language: Language) -> re.Match[str] | None:
    """The first number, where it counts things to do."""
    words = _WORDS[language]
    found = _pattern(rf"(?P<number>{_number(language)})(?= )").search(text)
    if found is None:
        return None
    before = text[: found.start()].rstrip()
    if re.search(rf"(?:^|\W)(?:{words.not_after})$", before, re.IGNORECASE):
        return None
    after = text[found.end() :].lstrip()
    measures = re.match(rf"(?:{words.not_counted})(?!\w)", after, re.IGNORECASE)
    return None if measures is not None or not after[:1].isalpha() else found


def _without(text: str, found: re.Match[str]) -> str:
    return _tidy(f"{text[: found.start()]} {text[found.end() :]}")


def _tidy(text: str) -> str:
    """Single spaces, and no punctuation left over at the ends."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:.-–")
    text = re.sub(r"(?: (?:et|and|,))+$|^(?:et|and) ", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s+([,.])", r"\1", text)
