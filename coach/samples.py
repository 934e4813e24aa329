"""How many answers a survey's figure is made of, and reading it in somebody's words."""

import re

from coach.language.detection import detect
from coach.language.numbers import with_digits
from coach.language.plain import fold, plain
from coach.language.reading import Cadence, Language
from coach.metrics import MetricKey
from coach.quantity import Value

SURVEYED = frozenset({MetricKey.CSAT, MetricKey.NPS, MetricKey.CES})
"""Metrics that are made of customers' answers: the fewer there are, the more they move by chance."""

DAYS_IN = {Cadence.DAILY: 7 / 5, Cadence.WEEKLY: 7.0, Cadence.MONTHLY: 365 / 12, Cadence.QUARTERLY: 365 / 4}
"""Calendar days from one period to the next; answers come on the five working days of a week."""


class Answers(Value):
    """How many answers come in, and how often."""

    count: int
    per: Cadence = Cadence.MONTHLY

    def within(self, days: float) -> int:
        """How many come in within so many days; one at the least."""
        return max(1, round(self.count * days / DAYS_IN[self.per]))

    @property
    def a_month(self) -> int:
        """How many come in within a month."""
        return self.within(DAYS_IN[Cadence.MONTHLY])


_PERIODS = (
    (Cadence.DAILY, r"jours?|j|days?"),
    (Cadence.WEEKLY, r"semaines?|sem|weeks?|wk"),
    (Cadence.MONTHLY, r"mois|months?"),
    (Cadence.QUARTERLY, r"trimestres?|quarters?"),
)
_PER = r"[ ]*(?:recues?[ ]|received[ ])?(?:/|par|per|a|an|chaque|each|every|au|in a)[ ]*"
_PERIOD = "|".join(f"(?P<{cadence.value}>{words})" for cadence, words in _PERIODS)
_NOUN = (
    r"(?:reponses?|avis|retours?|evaluations?|questionnaires?|enquetes?|answers?|responses?|repl(?:y|ies)"
    r"|surveys?|ratings?)"
)
_LEAD = (
    r"(?:[,;(]?[ ]*\b(?:sur|avec|pour|d'apres|on (?:en )?(?:a|recoit)|nous (?:en )?(?:avons|recevons)|from"
    r"|with|over|out of|we (?:get|have|receive)|on)\b[ ]*)?"
)
_ABOUT = (
    r"(?:environ|genre|dans les|a peu pres|about|around|roughly|some|like|~)?[ ]*(?:les|the|nos|our)?[ ]*"
)
_NAMED = re.compile(rf"{_LEAD}{_ABOUT}(?P<count>\d{{1,7}})[ ]*{_NOUN}{_PER}(?:{_PERIOD})(?!\w)[)]?")
_BARE = re.compile(
    rf"^(?:oui|yes|bah|euh|we get|on (?:en )?(?:recoit|a)|nous en (?:recevons|avons))?[, ]*{_ABOUT}"
    rf"(?P<count>\d{{1,7}})(?:aine)?(?:[ ]*{_NOUN})?(?:(?:{_PER}|[ ])(?:{_PERIOD}))?[ .]*$"
)
_TENS = {"vingtaine": "20", "trentaine": "30", "quarantaine": "40", "cinquantaine": "50", "centaine": "100"}


_DONE_TO = re.compile(
    r"(?<!\w)(?:re)?(?:lire|lisant|lis(?:ons)?|traite[rz]?|analyse[rz]?|ecoute[rz]?|repond\w*|rappele[rz]?"
    r"|verifie[rz]?|read|reading|review(?:ing)?|answer(?:ing)?|check(?:ing)?|call(?:ing)?|go(?:ing)? through"
    r"|look(?:ing)? at)"
    r"(?: \w+){0,2} ?$"
)
"""What somebody does to so many answers a week: that is an action, and not how many come in."""


def part_answers(text: str, language: Language) -> tuple[Answers | None, str]:
    """A text parted in two: how many answers come in ("40 réponses par mois"), and the rest."""
    shown = plain(text)
    work = _work(shown, language)
    found = _NAMED.search(work) if len(work) == len(shown) else None
    if found is None or _DONE_TO.search(work[: found.start("count")]) is not None:
        return None, text
    rest = f"{shown[: found.start()].rstrip(' ,;(')} {shown[found.end() :].lstrip()}".strip(" ,;")
    return _answers(found), rest


def read_answers(text: str, language: Language) -> Answers | None:
    """The answer to how many answers come in; a bare number is by month, as it was asked."""
    work = _work(plain(text), language)
    for words, digits in _TENS.items():
        work = re.sub(rf"(?:\bune )?\b{words}\b(?: d')?(?: de)?", digits, work)
    found = _BARE.match(work) or _NAMED.search(work)
    return _answers(found) if found is not None else None


def _work(shown: str, language: Language) -> str:
    return with_digits(fold(shown), detect(shown, language))


def _answers(found: re.Match[str]) -> Answers | None:
    count = int(found["count"])
    named = found.groupdict()
    per = next((cadence for cadence, _ in _PERIODS if named.get(cadence.value)), Cadence.MONTHLY)
    return Answers(count=count, per=per) if count > 0 else None
