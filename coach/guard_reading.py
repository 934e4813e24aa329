"""Reading a guard in somebody's words: "avec un CSAT pas sous 80 %", "without FCR dropping below 75%"."""

import re
from collections.abc import Sequence

from coach.errors import Refused
from coach.guard import Guard
from coach.language.detection import detect
from coach.language.figure_names import FigureName, find_figure_names
from coach.language.figures import Figure, find_figures, without_denied
from coach.language.limit_figures import without_limits
from coach.language.mentions import MetricMention, find_metrics
from coach.language.named_days import hide_days
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, has_digit, plain
from coach.language.reading import Language, Role, Understanding
from coach.language.which_level import are_denied, without_the_past
from coach.metrics import MetricKey
from coach.quantity import SECONDS_IN, Quantity
from coach.targets import check_level, in_metric_unit

PIECES = re.compile(r"[,;](?=\s)|\.(?=\s|$)|\b(?:et|and|mais|but|avec|with)\b", re.IGNORECASE)
"""Where one figure of an answer ends and the next begins."""


def guard_mentioned(reading: Understanding) -> Guard | None:
    """The guard that a text names beside its goal; None where it names none."""
    for mention in reading.mentions:
        if mention.role is Role.GUARD:
            guard = read_guard(reading.text[mention.start : mention.end], reading.language, reading.metric)
            if guard is not None:
                return guard
    return None


def without_guard(reading: Understanding) -> str:
    """The text without a sentence of its own about what must not break; one that has no such sentence whole.

    "A tip sheet for each reason, but CSAT must stay above 85 %" is something to do, and a safeguard.
    """
    text = reading.text
    for mention in reversed(reading.mentions):
        if mention.role is not Role.GUARD:
            continue
        before = text[: mention.start].rstrip()
        if before.endswith((",", ";", ".", ":")) or _JOINS.match(text[mention.start :]):
            text = f"{before} {text[mention.end :]}"
    return text.strip(" ,;.:") if text != reading.text else text


_JOINS = re.compile(r"(?:mais|but|et|and|while|tout en)\b", re.IGNORECASE)


_GUARD = r"(?:garde-? ?fous?|safe-? ?guards?|guard-? ?rails?|guards?)"
_NO = (
    r"(?:pas|sans|aucune?|ni|plus|no|none|not|without|enleve[rz]?|retire[rz]?|supprime[rz]?|oublie[rz]?"
    r"|laisse[rz]? tomber|remove|drop|delete|skip|forget)"
)
_REFUSES_BY_NAME = re.compile(
    rf"\b{_NO}\b(?: (?:de|d'|le|la|les|l'|du|un|any|the|a|need|for|besoin|of|ce|that|this))* ?{_GUARD}\b"
)
_REFUSES = re.compile(
    r"(?:(?:non|no|nope|nan|bah|ben|euh|well|merci|thanks)[ ,.!]*)*"
    r"(?:rien|aucune?|pas|nothing|none|nope|nan|non|no(?! idea)|not)\b"
    r"(?!.*\b(?:sais|sait|know|idee|idea|sure|sur)\b).{0,50}"
)


def refuses_guard(text: str, language: Language, *, asked: bool) -> bool:
    """Whether a text says that nothing is to be watched besides.

    Args:
        text: The message.
        language: The conversation's language.
        asked: Whether what must not slip was asked, so that "none" is enough.
    """
    shown = plain(text)
    folded = fold(shown).strip(" .!")
    if _REFUSES_BY_NAME.search(folded) is not None:
        return not has_digit(folded)
    if not asked or _REFUSES.fullmatch(folded) is None:
        return False
    names = any(find_metrics(shown, fold(shown), one) for one in (language, *Language))
    return not names and not has_digit(folded)


def read_guard(
    text: str, language: Language, moving: MetricKey | None, named: MetricKey | None = None
) -> Guard | None:
    """The guard that a few words name, with its limit where they tell it.

    Args:
        text: The words.
        language: The language to read them in, where they do not tell it.
        moving: The goal's metric: it cannot be its own guard.
        named: The guard metric that was named before, which a bare limit belongs to.

    Raises:
        Refused: the limit cannot be one of the metric ("CSAT pas sous 120 %").
    """
    shown = plain(text)
    lang = detect(shown, language)
    work = with_digits(fold(shown), lang)
    figures = find_figures(hide_days(work), lang)
    mentioned = _named(shown, work, lang, moving)
    if mentioned is None:
        return _with_limit(named, figures[0]) if named is not None and figures else None
    mention, metric = mentioned
    figure = next((one for one in figures if one.start >= mention.end), next(iter(figures), None))
    return Guard(metric=metric) if figure is None else _with_limit(metric, figure)


def _named(
    shown: str, work: str, language: Language, moving: MetricKey | None
) -> tuple[MetricMention, MetricKey] | None:
    """The first metric named that is not the one that moves."""
    for mention in find_metrics(shown, work, language):
        metric = mention.metric or next(iter(mention.alternatives), None)
        if metric not in {None, moving, MetricKey.OTHER}:
            assert metric is not None
            return mention, metric
    return None


def _with_limit(metric: MetricKey, figure: Figure) -> Guard:
    limit = in_metric_unit(metric, figure.quantity())
    check_level(metric, limit)
    return Guard(metric=metric, limit=limit)


def without_guard_figure(text: str, language: Language, guard: Guard) -> tuple[Guard | None, str]:
    """A check-in's answer parted in two: the guard metric's figure, and what else was said.

    "5 min 40, CSAT 78 %" is a CSAT of 78 %, and 5 min 40; so is "5min40 csat 78". Without the guard's name
    all of it is the answer.

    Raises:
        Refused: the figure cannot be one of the guard metric.
    """
    kept: list[str] = []
    found: Guard | None = None
    start = 0
    for end in [*(match.start() for match in PIECES.finditer(text)), len(text)]:
        piece = text[start:end]
        start = end
        if found is None and has_digit(piece) and (parted := _parted(piece, language, guard)) is not None:
            found, piece = parted
        kept.append(piece)
    return found, "".join(kept).strip(" ,;.") if found else text


def _parted(piece: str, language: Language, guard: Guard) -> tuple[Guard, str] | None:
    """The guard metric's figure where a piece of an answer names it ("qa 88"), and the goal's own beside it.

    What else stands there is about the guard, unless it is a figure that cannot be, or that stands alone.
    """
    shown = plain(piece)
    lang = detect(shown, language)
    work = with_digits(fold(shown), lang)
    names = [one for one in find_figure_names(shown, work, lang) if one.metric is not MetricKey.OTHER]
    mine = next((one for one in names if one.metric is guard.metric), None)
    if mine is None:
        return None
    for one in names:
        work = f"{work[: one.start]}{'_' * (one.end - one.start)}{work[one.end :]}"
    figures = find_figures(hide_days(work), lang, most=6)
    told = without_limits(without_denied(figures, work), work)
    for figure in _beside(mine, names, told):
        try:
            level = _with_limit(guard.metric, figure)
        except Refused:
            continue
        others = [one for one in told if one is not figure]
        own = len(names) > 1 or any(_is_own(one, figure, mine, guard) for one in others)
        rest = shown
        for at, to in sorted([(mine.start, mine.end), (figure.start, figure.end)], reverse=True):
            rest = f"{rest[:at]} {rest[to:]}"
        stays = others and own and (len(names) > 1 or _is_bare(rest, lang))
        return level, " ".join(rest.split()) if stays else ""
    return None


def right_level(text: str, language: Language, guard: Guard) -> Quantity | None:
    """The guard metric's right figure, where a text tells that alone ("non, csat c'était 77 pas 75").

    Args:
        text: The words; they name the guard's metric, and no other.
        language: The language to read them in, where they do not tell it.
        guard: The guard.
    """
    shown = plain(text)
    lang = detect(shown, language)
    work = with_digits(fold(shown), lang)
    for one in find_figure_names(shown, work, lang):
        work = f"{work[: one.start]}{'_' * (one.end - one.start)}{work[one.end :]}"
    work = hide_days(work)
    figures = without_limits(find_figures(work, lang, most=6), work)
    right = without_the_past(figures, work)
    if len(right) != 1 or are_denied(right, work):
        return None
    try:
        return _with_limit(guard.metric, right[0]).limit
    except Refused:
        return None


def _beside(mine: FigureName, names: Sequence[FigureName], told: Sequence[Figure]) -> list[Figure]:
    """The figures that may be of what a name means, the likeliest first: behind it, else the one before."""
    before = max((one.end for one in names if one.end <= mine.start), default=0)
    then = min((one.start for one in names if one.start >= mine.end), default=None)
    behind = [one for one in told if mine.end <= one.start and (then is None or one.start < then)]
    if before:
        return behind  # "5 min 40 d'attente, 40 s de DMT": what comes before is the other name's
    return behind + [one for one in reversed(told) if one.start < mine.start]


def _is_own(other: Figure, figure: Figure, name: FigureName, guard: Guard) -> bool:
    """Whether a figure beside the guard's is the goal's own: in a unit that the guard has not, or ahead."""
    assert guard.limit is not None
    lengths = other.unit in SECONDS_IN and guard.limit.unit in SECONDS_IN
    if other.unit is not None and other.unit is not guard.limit.unit and not lengths:
        return True
    return other.end <= min(figure.start, name.start)


def _is_bare(rest: str, language: Language) -> bool:
    """Whether what is left is a figure with nothing told around it."""
    work = with_digits(fold(rest), language)
    for one in reversed(find_figures(work, language, most=6)):
        work = f"{work[: one.start]} {work[one.end :]}"
    return not _AROUND.sub("", work)


_AROUND = rx(
    r"(?<!\w)(?:environ|presque|on est|c'est|nous sommes|about|around|nearly|at|we are|we're|it is|it's|is"
    r"|est|et|and|avec|with|un|une|le|la|a|de|the|pour|for|ok|oui|yes|alors|so)(?!\w)|[\W_]"
)
"""What a figure that stands by itself may have around it."""
