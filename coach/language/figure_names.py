"""Whose a figure is: the metrics named around it, by name, by abbreviation, or by a general word.

What is told in passing is told shortly: "sl 76", "qa 88", "ventes 130", "80/20 tenu à 76 %". An abbreviation
counts in any case and in either language here, where a figure stands by it; and a general word stands for
each metric that it may be short for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.language.mentions import find_metrics
from coach.language.patterns import exact
from coach.language.reading import Language
from coach.metrics import MetricKey as M

_ABBREVIATIONS: Mapping[str, M] = {
    **dict.fromkeys(("qa", "iqs"), M.QUALITY_SCORE),
    **dict.fromkeys(("sl", "sla", "slas", "ns", "nds", "qs", "tns", "tsf"), M.SERVICE_LEVEL),
    **dict.fromkeys(("aht", "dmt", "dmc", "tmt"), M.AHT),
    **dict.fromkeys(("asa", "dma", "tma"), M.WAIT_TIME),
    **dict.fromkeys(("acw",), M.WRAP_UP_TIME),
    **dict.fromkeys(("frt",), M.FIRST_RESPONSE_TIME),
    **dict.fromkeys(("ttr", "mttr"), M.RESOLUTION_TIME),
    **dict.fromkeys(("fcr", "rpc", "ftr"), M.FCR),
    **dict.fromkeys(("csat",), M.CSAT),
    **dict.fromkeys(("nps",), M.NPS),
}
"""Short names that are no words of either language; "ces", "ca" and "to" count in upper case only."""
_ABBREVIATED = exact(rf"(?<![\w-])(?:{'|'.join(sorted(_ABBREVIATIONS, key=len, reverse=True))})(?![\w-])")
_THRESHOLD = exact(
    r"(?<![\w.,])[5-9]\d[ ]?/[ ]?[1-9]0(?![\w%])(?:[ ]?(?:s|sec\w*)(?!\w))?"
    r"|(?:(?:answered|picked[ ]up|within|under|in|inside|sous|en[ ]moins[ ]de|en|dans|a)[ ]+)+(?:les[ ]+)?"
    r"\d{1,3}[ ]?(?:s|sec|secs|seconds?|secondes?)(?!\w)"
)
"""The threshold that a service level is measured with: a part of its name, and no figure of its own."""

_GENERAL: Mapping[M, tuple[M, ...]] = {
    M.REVENUE: (M.ADDITIONAL_SALES, M.CROSS_SELL, M.UPSELL),
    M.CSAT: (M.NPS, M.CES),
    M.WAIT_TIME: (M.FIRST_RESPONSE_TIME,),
    M.FIRST_RESPONSE_TIME: (M.WAIT_TIME,),
}
"""What else a general word may be short for, by what it most often is."""
_TIMES = (M.AHT, M.WAIT_TIME, M.FIRST_RESPONSE_TIME, M.RESOLUTION_TIME, M.WRAP_UP_TIME)
_WORDS: tuple[tuple[str, tuple[M, ...]], ...] = (
    (r"delais?|durees?|delays?|(?:le|notre|nos|the|our|average)[ ](?:temps|times?)", _TIMES),
    (r"appels?|contacts?|tickets?|calls?", (M.CONTACT_VOLUME, M.TICKET_BACKLOG, M.CALLS_MADE)),
    (r"reponses?|responses?|repl(?:y|ies)", (M.FIRST_RESPONSE_TIME, M.SURVEY_RESPONSE_RATE)),
    (r"resolutions?", (M.FCR, M.RESOLUTION_TIME)),
)
_LOOSE = tuple((exact(rf"(?<![\w-])(?:{words})(?!\w)"), metrics) for words, metrics in _WORDS)


@dataclass(frozen=True, slots=True)
class FigureName:
    """A stretch of a text that names what its figures are of."""

    start: int
    end: int
    metric: M | None
    """The metric; None: only a general word ("délai"), or a team's own words."""
    others: tuple[M, ...] = ()
    """What else a general word may mean."""
    own: str | None = None
    """A goal's own words for its metric, folded, where these were used."""


def find_figure_names(text: str, work: str, language: Language, own: Sequence[str] = ()) -> list[FigureName]:
    """Everything that names a metric, in the text's order.

    Args:
        text: The plain text.
        work: The folded text of the same length.
        language: Whose names to look for first.
        own: The words, folded, by which goals call a metric of their own.
    """
    found = [
        FigureName(match.start(), match.end(), None, own=words)
        for words in own
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", work)
    ]
    named = _of_catalogue(text, work, language)
    for match in _ABBREVIATED.finditer(work):
        named.append(FigureName(match.start(), match.end(), _ABBREVIATIONS[match[0]]))
    for one in named or _of_catalogue(text, work, _OTHER[language]):
        if _stands_apart(one, found):
            found.append(one)
    for match in _THRESHOLD.finditer(work):
        found = _with_threshold(found, match.start(), match.end(), work)
    return sorted(found, key=lambda one: one.start) or _loosely(work)


_OTHER = {Language.FR: Language.EN, Language.EN: Language.FR}


def _of_catalogue(text: str, work: str, language: Language) -> list[FigureName]:
    return [
        FigureName(one.start, one.end, one.metric, _GENERAL.get(one.metric, ()) if one.is_vague else ())
        for one in find_metrics(text, work, language)
        if one.metric is not None
    ]


def _stands_apart(name: FigureName, others: Iterable[FigureName]) -> bool:
    return all(name.end <= one.start or one.end <= name.start for one in others)


def _with_threshold(found: list[FigureName], start: int, end: int, work: str) -> list[FigureName]:
    """The names with a service level's threshold: behind its name, or by itself ("80/20")."""
    before = [one for one in found if one.end <= start and not work[one.end : start].strip(" (")]
    if before and before[-1].metric is M.SERVICE_LEVEL:
        longer = replace(before[-1], end=end)
        return [longer if one is before[-1] else one for one in found]
    if "/" in work[start:end] and not before and _stands_apart(FigureName(start, end, None), found):
        return [*found, FigureName(start, end, M.SERVICE_LEVEL)]
    return found


def _loosely(work: str) -> list[FigureName]:
    """The first of the words that may be short for several metrics, where nothing else is named."""
    for pattern, metrics in _LOOSE:
        if (match := pattern.search(work)) is not None:
            return [FigureName(match.start(), match.end(), None, metrics)]
    return []
