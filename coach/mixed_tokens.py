"""The names, counts, figures and words for done or not of an answer, by which it is parted.

Of "csat 79,5, renfort 4 sur 5" these are a metric, a figure, a part, and so many of so many.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from coach.language.figure_names import FigureName
from coach.language.figures import find_figures, hide_clocks
from coach.language.named_days import hide_days
from coach.language.part_pieces import find_part_names
from coach.language.patterns import exact, rx
from coach.language.plain import fold
from coach.language.proportions import OUT_OF
from coach.language.reading import Language
from coach.quantity import Unit

CUT = exact(
    r"[,;](?!\d)|[\n!]|\.(?=[ ]|$)|(?<!\w)(?:et|and|mais|but|avec|with|puis|then)(?!\w)|[ ][&+/|–-][ ]"
)
"""Where one answer may end and the next begin."""
_YES = rx(
    r"(?<![\w'])(?:fait(?:e|es|s)?|done|did|oui|yes|yep|ok|termine(?:e|es|s)?|fini(?:e|es|s)?|finished"
    r"|completed?|boucle(?:e|es|s)?)(?!\w)"
)
_NOT_YET = rx(
    r"(?<!\w)(?:pas (?:encore |du tout )?(?:fait(?:e|es|s)?|pu|eu|commence\w*)|pas encore"
    r"|not (?:yet|done|started)|(?:haven't|didn't|couldn't|n'ai pas)(?: \w+)?|rien(?: fait)?|nothing"
    r"|aucune? fois)(?!\w)"
)
TAKES_BACK = rx(
    r"^(?:(?:ah|euh|oh|attends|wait) ?[,.!:]* ?)*(?:(?:non|no|nan|nope|oups|oops|pardon|sorry|desolee?"
    r"|correction|en fait|actually)(?!\w) ?[,.!:;]* ?)+"
)
"""What takes something back, before what is right."""
_NUMBERED = re.compile(r"\d+\D.*\d\w*")
"""What stands between the numbers of an action, and these."""


NEAREST = 2
"""Words between two that are one name ("rappel des clients")."""


class Is(Enum):
    """What a token says."""

    METRIC = auto()
    PART = auto()
    FIGURE = auto()
    OUT_OF = auto()
    """So many of so many."""
    YES = auto()
    NOT_YET = auto()


NAMES = frozenset({Is.METRIC, Is.PART})
TOLD = frozenset({Is.FIGURE, Is.OUT_OF})


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What somebody is asked about as their part."""

    action: str
    wanted: int
    """How often it is due in the time that is asked about."""
    open: bool
    """Whether it has no answer yet."""


@dataclass(frozen=True, slots=True)
class Token:
    """A few words of an answer that say one thing."""

    start: int
    end: int
    kind: Is
    part: str | None = None
    """The id of the part that is named; None: no part, or all of them."""
    value: Decimal | None = None
    """Of a figure; in percent where it is so many of so many."""
    total: int = 0
    """Out of how many."""
    whole: bool = True
    """Whether a figure may say how often something was done."""


def find_tokens(
    text: str, work: str, names: Sequence[FigureName], parts: Mapping[str, OwnPart], language: Language
) -> list[Token]:
    """The names, counts, figures and words for done or not, in the text's order.

    Args:
        text: The answer, in plain words (`plain`).
        work: The folded text of the same length, its numbers in digits.
        names: Where it names metrics.
        parts: What the writer is asked about, or has just answered, by an id.
        language: The text's language.
    """
    apart = [
        one
        for one in find_part_names(text, {key: part.action for key, part in parts.items()})
        if not any(name.start < one.end and one.start < name.end for name in names)
    ]
    tokens = [Token(one.start, one.end, Is.METRIC) for one in names]
    for token in tokens:
        work = _masked(work, token.start, token.end)
    for one in apart:
        token = Token(one.start, one.end, Is.PART, part=one.part)
        last = tokens[-1] if tokens else None
        if (
            last is not None
            and last.kind is Is.PART
            and last.part == one.part
            and stand_together(work[last.end : one.start])
        ):
            tokens[-1] = Token(last.start, one.end, Is.PART, part=one.part)
        else:
            tokens.append(token)
    for token in tokens:
        work = _masked(work, token.start, token.end)
    for part in parts.values():  # "renfort de 12h à 14h": its hours are its name
        numbered = _NUMBERED.search(fold(part.action))
        at = work.find(numbered[0]) if numbered is not None else -1
        if numbered is not None and at >= 0:
            work = _masked(work, at, at + len(numbered[0]))
    work = TAKES_BACK.sub(lambda found: " " * len(found[0]), work)  # "no 82" is no number of a thing
    work = hide_clocks(hide_days(work))
    for match in OUT_OF.finditer(work):
        count, total = int(match["a"]), int(match["b"])
        if 0 <= count <= total and total:
            share = Decimal(count) * 100 / total
            tokens.append(Token(*match.span(), Is.OUT_OF, value=share, total=total))
    for token in [one for one in tokens if one.kind is Is.OUT_OF]:
        work = _masked(work, token.start, token.end)
    for figure in find_figures(work, language, most=24):
        whole = figure.unit in {None, Unit.COUNT, Unit.DAYS} and figure.value == int(figure.value)
        tokens.append(Token(figure.start, figure.end, Is.FIGURE, value=figure.value, whole=whole))
    for match in _NOT_YET.finditer(work):
        tokens.append(Token(*match.span(), Is.NOT_YET))
        work = _masked(work, *match.span())
    tokens += [Token(*match.span(), Is.YES) for match in _YES.finditer(work)]
    return sorted(tokens, key=lambda one: one.start)


def stand_together(between: str) -> bool:
    """Whether two words are one name, by what stands between them; `_` masks another name."""
    apart = any(letter.isdigit() or letter == "_" for letter in between) or CUT.search(between) is not None
    return len(between.split()) <= NEAREST and not apart


def _masked(work: str, start: int, end: int) -> str:
    return f"{work[:start]}{'_' * (end - start)}{work[end:]}"
