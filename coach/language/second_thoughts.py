"""A figure that is put right in the same breath: "the last one was 79, no wait 79.5" tells 79.5."""

import re
from dataclasses import dataclass
from itertools import pairwise

from coach.language.detection import detect
from coach.language.figures import find_figures
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, has_digit, plain
from coach.language.proportions import OUT_OF
from coach.language.reading import Language
from coach.quantity import SECONDS_IN, Unit

_STRONG = (
    r"(?:non|no|nope|nan|sorry|pardon|desolee?|wait(?= ?[,.!:…-])|attends|attendez|hang on|hold on|en fait"
    r"|actually|rather|plutot|i mean|i meant|je veux dire|je voulais dire|scratch that|correction"
    r"|make (?:it|that)|oups|oops)"
)
_WEAK = r"(?:wait|oh|ah|euh|hmm|ou|or|enfin|well|c'est|it's|it is|it was|c'etait|disons|let's say|say)"
_INSTEAD = rx(
    rf"^(?P<left>[^,;.!?()]{{0,24}}?)[ ,;.:(…–—-]+(?:{_WEAK}[ ,.!:…-]+)*{_STRONG}"
    rf"(?:[ ,.!:…-]+(?:{_STRONG}|{_WEAK}))*[ ,.!:…-]*$"
)
"""What stands between a figure and the one that takes its place; a word or two may follow the first."""
_ENDS = rx(r"^[ ]*(?:$|[,;.!?)]|(?:et|and|mais|but|i'm afraid|then|alors|sorry|pardon|merci|thanks)(?!\w))")
_LISTED = {".", ")"}
_NUMBER = re.compile(r"^[\d.,]*\d")


@dataclass(frozen=True, slots=True)
class _Told:
    start: int
    end: int
    unit: Unit | None
    out_of: bool = False


def with_second_thoughts(text: str, language: Language) -> str:
    """A text with each figure that is put right within it in the place of the one before.

    What names something between the two, or is of another unit, puts nothing right: the text stays as it is.

    Args:
        text: The message as Slack delivers it.
        language: The person's language, where the words do not tell it.
    """
    shown = plain(text)
    if not has_digit(shown):
        return text
    lang = detect(shown, language)
    work = with_digits(fold(shown), lang)
    for one, other in reversed(list(pairwise(_told(work, lang)))):
        between = _INSTEAD.match(work[one.end : other.start])
        if between is None or not _ENDS.match(work[other.end :]) or not _are_alike(one, other):
            continue
        if work[one.end] in _LISTED and work[other.end : other.end + 1] in _LISTED:
            continue  # "1. yes 2. no 3. yes"
        instead = shown[other.start : other.end]
        if one.unit is not None and other.unit is None:
            instead += _NUMBER.sub("", shown[one.start : one.end])
        kept = shown[one.end : one.end + between.end("left")]
        shown = f"{shown[: one.start]}{instead}{kept}{shown[other.end :]}"
        text = shown
    return text


def _told(work: str, language: Language) -> list[_Told]:
    shares = [_Told(*one.span(), None, out_of=True) for one in OUT_OF.finditer(work)]
    for one in shares:
        work = f"{work[: one.start]}{' ' * (one.end - one.start)}{work[one.end :]}"
    figures = [_Told(one.start, one.end, one.unit) for one in find_figures(work, language, most=12)]
    return sorted([*shares, *figures], key=lambda one: one.start)


def _are_alike(one: _Told, other: _Told) -> bool:
    """Whether the second figure can be the first one put right."""
    if one.out_of or other.out_of:
        return one.out_of and other.out_of
    if one.unit in SECONDS_IN or other.unit in SECONDS_IN:
        return one.unit in SECONDS_IN and other.unit in SECONDS_IN
    return other.unit is None or one.unit is None or one.unit is other.unit
