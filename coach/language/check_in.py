"""Reading what somebody answers to "where are we this week?"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from coach.language import check_in_words as words
from coach.language.absence import read_absence
from coach.language.asides import ask_again, says_unknown
from coach.language.beside_blocked import figure_beside
from coach.language.counted_period import RATES, is_of_a_week
from coach.language.dates import read_deadline
from coach.language.detection import detect
from coach.language.figures import Figure, find_figures, hide_clocks
from coach.language.limit_figures import without_limits
from coach.language.named_days import hide_days
from coach.language.no_figure import says_no_figure
from coach.language.numbers import with_digits
from coach.language.own_absence import find_away, hide_counted, tells_figure_too, was_away
from coach.language.patterns import exact, rx
from coach.language.plain import fold, has_digit, plain
from coach.language.proportions import OUT_OF, with_one_of
from coach.language.reading import Language
from coach.language.reply_words import EMOJI_YES
from coach.language.units import level
from coach.language.which_level import are_denied, is_range, without_the_past
from coach.metrics import MetricKey
from coach.quantity import MONEY, SECONDS_IN, Quantity, Unit, Value


class CheckInReading(Value):
    """What an answer to a check-in says. All empty: it is not understood."""

    text: str
    level: Quantity | None = None
    """Where the metric stands."""
    increment: Decimal | None = None
    """How much came on top ("+2"), negative where some went."""
    unit_open: bool = False
    """Whether the unit of what came on top is left out, where it is a length of time."""
    count: int | None = None
    """Of `total`, how many ("42 sur 50")."""
    total: int | None = None
    done: bool = False
    not_done: bool = False
    blocked: bool = False
    reason: str | None = None
    away: bool = False
    """Beside a figure: they tell it, and are away too."""
    away_until: date | None = None
    """The last day of the absence."""
    no_figure: bool = False
    """There is no figure this time, or they do not know it."""
    ask_again: str | None = None
    """When to be asked again: `hour`, `tomorrow`, `monday`."""
    vague: bool = False
    """Words about how it goes, without a figure."""
    either: tuple[Quantity, Quantity] | None = None
    """Two levels of which one is meant ("entre 78 et 80")."""

    same: bool = False
    """It has not moved since the last figure."""

    @property
    def tells(self) -> bool:
        """Whether there is something of a figure in it."""
        known = (self.level, self.increment, self.count, self.either)
        return any(one is not None for one in known)

    @property
    def is_answer(self) -> bool:
        """Whether anything was understood."""
        return (
            self.tells
            or self.done
            or self.not_done
            or self.blocked
            or self.away
            or self.no_figure
            or self.ask_again is not None
            or self.vague
        )


_MORE = rx(
    r"^ ?(?:[a-z'-]{2,18} ){0,2}?(?:de plus|en plus|supplementaires?|additionnel(?:le)?s?"
    r"|more|extra|additional|new(?: ones?)?|nouveaux|nouvelles)(?!\w)"
)
_FEWER = rx(r"^ ?(?:[a-z'-]{2,18} ){0,2}?(?:de moins|en moins|fewer|less|down|lower)(?!\w)")
_ADDED = rx(
    r"(?<!\w)(?:ajoute|rajoute|plus|added|another|encore|gagne|gained|up(?: by)?|extra"
    r"|hausse de|monte de)(?: encore)? ?$"
)
_LOST = rx(r"(?<!\w)(?:perdu|lost|moins|minus|down(?: by)?|baisse de|baisse d'|descendu de)(?: encore)? ?$")
_REFUSED = rx(r"^ ?(?:non|no|nope|nan|nah)[ ,.:;!]+")
"""What takes a figure back, before another one; "no 82" is no number of a thing."""
_AIM = rx(
    r"(?<!\w)(?:passer|atteindre|atteignons|arriver|parvenir|monter a|descendre a|ramener|porter|viser|vise"
    r"|visons|objectif|cible|je v(?:eux|oudrais)|on v(?:eut|oudrait)|nous voul\w+|il faut|faudrait"
    r"|reach|get (?:to|us)|go (?:to|for)|aim\w*|target\w*|goal|hit|bring|take (?:us|it)|want|would like"
    r"|we (?:need|should|must)|let's)(?!\w)"
)


_ENDS = exact(r"^[^\w+\-$€£#<@(\"']+|(?:[^\w\s%$€£)\"'.!?°-][\s.!]*)+$")
"""Marks and pictures around an answer ("done!! 👍"), other than those that belong to a figure."""


def says_not_done(text: str) -> bool:
    """Whether a text says that something was not done, and why: an answer, though nothing was asked."""
    return words.NOT_DONE_BECAUSE.search(fold(plain(text))) is not None


_NOT_MUCH = rx(
    r"(?<!\w)(?:nah|not (?:much|many|enough|all|really)|only|just|pas (?:beaucoup|assez|tout|vraiment|trop)"
    r"|seulement|juste|que)(?!\w)"
)


def says_not_much(text: str) -> bool:
    """Whether a text says that it was less than it should be ("not much, 2 times")."""
    return _NOT_MUCH.search(fold(plain(text))) is not None


_MOVED = exact(
    r"(?<!\w)(?:back[ ](?:up|down|to|at)"
    r"|(?:went|gone|is|are|was|were|now|came|come|crept)[ ](?:now[ ])?(?:back[ ])?(?:up|down)"
    r"|fell|fallen|dropped|rose|risen|climbed|slipped|jumped"
    r"|(?:re)?montée?s?|(?:re)?descendue?s?|(?:re)?tombée?s?|revenue?s?"
    r"|(?:est|a|sont|ont)[ ](?:re)?(?:passé|baissé|augmenté|grimpé|chuté|progressé"
    r"|reculé|diminué)e?s?)(?!\w)"
)


def says_moved(text: str) -> bool:
    """Whether a text tells which way something went ("back up to 1m20"), rather than where to take it."""
    return _MOVED.search(plain(text).lower()) is not None


def says_aim(text: str) -> bool:
    """Whether a text with a figure says where to get to, rather than where things stand."""
    return _AIM.search(fold(plain(text))) is not None


def has_figure(text: str) -> bool:
    """Whether there is a number in a text beside those of the days that it names."""
    work = fold(plain(text))
    return has_digit(work) and has_digit(hide_days(work))


def read_check_in(
    text: str, *, language: Language | None, today: date, metric: MetricKey | None, unit: Unit | None
) -> CheckInReading:
    """What an answer to a check-in says.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known.
        today: the day of reading.
        metric: the goal's metric.
        unit: the unit that a bare figure is in.
    """
    shown = plain(text)
    lang = detect(shown, language or Language.FR)
    work = with_one_of(with_digits(fold(shown), lang))
    work = _ENDS.sub(lambda found: " " * len(found[0]), work)
    if not work.strip() and text.strip().startswith(EMOJI_YES):
        return CheckInReading(text=shown, done=True)
    blocked = words.BLOCKED.search(work)
    denied = blocked and re.search(r"(?<!\w)(?:pas|plus|not|no)[ ]+$", work[: blocked.start()])
    if blocked and not denied and not words.STAYS_AT.match(work, blocked.end()):
        return _blocked(shown, work, blocked, _Asked(lang, metric, unit))
    away = find_away(work) is not None
    if away and not tells_figure_too(work, lang):
        return CheckInReading(text=shown, away=True, away_until=_until(shown, work, lang, today))
    if words.NOT_DONE.search(work):
        return CheckInReading(text=shown, not_done=True)
    if (why := words.NOT_DONE_BECAUSE.search(work)) is not None:
        return CheckInReading(text=shown, not_done=True, reason=shown[why.start("why") : why.end("why")])
    if says_no_figure(work):
        return CheckInReading(text=shown, no_figure=True)
    if words.DONE.search(work) or words.YES_ONLY.search(work):
        return CheckInReading(text=shown, done=True)
    when, rest = ask_again(work)
    if (told := _figure(shown, hide_counted(rest), lang, metric, unit)) is not None:
        return told.model_copy(update={"away": away})
    if when is not None:
        return CheckInReading(text=shown, ask_again=when)
    no_figure = says_unknown(shown, work) or was_away(work)
    same = not no_figure and words.SAME.search(work) is not None
    vague = not no_figure and (same or words.VAGUE.search(work) is not None)
    return CheckInReading(text=shown, no_figure=no_figure, vague=vague, same=same)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a figure is read with."""

    language: Language
    metric: MetricKey | None
    unit: Unit | None


def _blocked(shown: str, work: str, blocked: re.Match[str], asked: _Asked) -> CheckInReading:
    """Something is in the way, maybe with a figure that stands by itself ("81, bloqué : …")."""
    start, end = figure_beside(shown, work, blocked.start(), blocked.end(), asked.language)
    told = None
    if start < end:
        told = _figure(shown[start:end], work[start:end], asked.language, asked.metric, asked.unit)
    if told is None:
        reason = _reason(shown, work, blocked.end(), blocked.start())
        return CheckInReading(text=shown, blocked=True, reason=reason)
    rest = [work, shown]
    for place, text in enumerate(rest):
        rest[place] = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    reason = _reason(rest[1], rest[0], blocked.end(), blocked.start())
    return told.model_copy(update={"text": shown, "blocked": True, "reason": reason})


def _reason(shown: str, work: str, end: int, start: int) -> str | None:
    """Why: what follows, else what came before."""
    lead = words.REASON.match(work[end:])
    reason = shown[end + (lead.end() if lead else 0) :].strip(" .,;:-\n")
    if len(reason) > 2:
        return reason
    before = shown[:start].strip(" .,;:-\n")
    return shown if len(before.split()) > 2 else None


def _until(shown: str, work: str, language: Language, today: date) -> date | None:
    """The last day of an absence: the day named, or the eve of the return."""
    read = read_absence(shown, language=language, today=today)
    if read.end is not None or read.problem is not None:
        return read.end
    until = words.UNTIL.search(work)
    back = words.BACK.search(work)
    tail = shown[until.end() :] if until else shown[back.end() :] if back else shown
    found = read_deadline(tail, language, today) or read_deadline(shown, language, today)
    if found is None or found.day is None:
        return None
    if back and not until:
        return found.day - timedelta(days=1)
    return found.day


def _figure(
    shown: str, work: str, language: Language, metric: MetricKey | None, unit: Unit | None
) -> CheckInReading | None:
    told = _REFUSED.sub(lambda found: " " * len(found[0]), work)
    work = hide_days(told)
    if (sum_of := _SUM.fullmatch(work)) is not None:
        return _added_up(shown, sum_of[0], unit)
    ratio = OUT_OF.search(work)
    if ratio and not _is_score(ratio, unit):
        count, total = int(ratio["a"]), int(ratio["b"])
        if total > 0 and count <= total:
            return CheckInReading(text=shown, count=count, total=total)
    hidden = hide_clocks(work)
    figures = find_figures(hidden, language, most=12)
    if unit is Unit.PERCENT or unit is Unit.SCORE or unit in SECONDS_IN:
        figures = [one for one in figures if one.unit or not _THINGS.match(hidden, one.end)]
    if unit is not Unit.COUNT:  # "at least twice" says how often something was done
        figures = without_limits(figures, hidden)
    if not figures or are_denied(figures, told):
        return None
    usable = without_the_past(figures, told)
    figure = _level_beside(_fitting(usable, unit), usable, hidden, unit)
    for one, other in pairwise(usable):
        if figure in (one, other) and is_range(one, other, hidden):
            return _either(shown, one, other, metric, unit)
    if _is_change(figure, hidden):
        before, after = _around(figure, hidden)
        less = figure.sign == "-" or (not figure.sign and bool(_FEWER.match(after) or _LOST.search(before)))
        if figure.sign == "-" and metric in {MetricKey.NPS, MetricKey.SENTIMENT}:
            return _as_level(
                shown, Figure(figure.start, figure.end, -figure.value, figure.unit), metric, unit
            )
        value = _in_unit(figure, unit)
        unit_open = figure.unit is None and unit in SECONDS_IN
        return CheckInReading(text=shown, increment=-value if less else value, unit_open=unit_open)
    if figure.unit is None and unit in RATES and is_of_a_week(told, figure.start, figure.end):
        return CheckInReading(text=shown, level=Quantity(value=figure.value, unit=Unit.PER_WEEK))
    return _as_level(shown, figure, metric, unit)


def _around(figure: Figure, hidden: str) -> tuple[str, str]:
    return hidden[max(0, figure.start - 24) : figure.start], hidden[figure.end : figure.end + 40]


def _is_change(figure: Figure, hidden: str) -> bool:
    """Whether a figure tells how much came on top or went, rather than a level."""
    before, after = _around(figure, hidden)
    added = _MORE.match(after) or _ADDED.search(before)
    return bool(figure.sign or added or _FEWER.match(after) or _LOST.search(before))


def _level_beside(figure: Figure, usable: list[Figure], hidden: str, unit: Unit | None) -> Figure:
    """The level that is told beside a change ("gagné 2 points, 80"): it is the surer of the two."""
    if not _is_change(figure, hidden):
        return figure
    others = [one for one in usable if one is not figure and not _is_change(one, hidden)]
    fitting = [one for one in others if one.unit is unit or _ALONE.search(_before_and_after(one, hidden))]
    return fitting[0] if len(fitting) == 1 else figure


def _before_and_after(figure: Figure, hidden: str) -> str:
    """The marks on both sides of a figure, as one text with the figure as `#`."""
    return f"{hidden[: figure.start]}#{hidden[figure.end :]}"


_ALONE = exact(r"(?:^|[,;.(:=]|(?<!\w)(?:soit|donc|so|now|maintenant))[ ]*#[ ]*(?:$|[,;.)!])")
_THINGS = rx(
    r" ?(?:de |of )?(?:appels?|tickets?|dossiers?|mails?|e-?mails?|chats?|contacts?|reponses?|enquetes?|avis"
    r"|questionnaires?|agents?|personnes?|conseillers?|clients?|reclamations?|calls?|cases?|answers?"
    r"|responses?"
    r"|surveys?|people|customers?|complaints?)(?!\w)(?! (?:sur|out of|of) \d)"
)
"""What is counted: a number of these is no share, score or length of time."""
_SUM = exact(r"[ ]*\d{1,6}(?:[ ]*\+[ ]*\d{1,6}){1,8}[ ]*")


def _added_up(shown: str, terms: str, unit: Unit | None) -> CheckInReading | None:
    """What is counted may be told in parts ("22 + 1"); of a share or a time the sum says nothing."""
    if unit not in {Unit.COUNT, Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH, *MONEY}:
        return None
    total = sum(Decimal(one) for one in terms.split("+"))
    return CheckInReading(text=shown, level=Quantity(value=total, unit=unit or Unit.COUNT))


def _is_score(ratio: re.Match[str], unit: Unit | None) -> bool:
    return unit is Unit.SCORE and int(ratio["b"]) in {5, 7, 10, 20, 100}


def _fitting(figures: list[Figure], unit: Unit | None) -> Figure:
    """The figure in the unit that is expected, else the first."""
    for one in figures:
        if one.unit is not None and (one.unit is unit or (one.unit in SECONDS_IN and unit in SECONDS_IN)):
            return one
    return figures[0]


def _in_unit(figure: Figure, unit: Unit | None) -> Decimal:
    if figure.unit in SECONDS_IN and unit in SECONDS_IN and unit is not None:
        return figure.quantity().converted(unit).value
    return figure.value


def _either(
    shown: str, one: Figure, other: Figure, metric: MetricKey | None, unit: Unit | None
) -> CheckInReading:
    """Two levels that are told as possible; a unit that only one of them has is the other's too."""
    known = one.unit or other.unit
    levels = [
        _as_level(shown, replace(each, unit=each.unit or known), metric, unit).level for each in (one, other)
    ]
    if levels[0] is None or levels[1] is None:
        return CheckInReading(text=shown)
    return CheckInReading(text=shown, either=(levels[0], levels[1]))


def _as_level(shown: str, figure: Figure, metric: MetricKey | None, unit: Unit | None) -> CheckInReading:
    if figure.unit is None and unit is not None:
        return CheckInReading(text=shown, level=Quantity(value=figure.value, unit=unit))
    quantity, _ = level(figure, metric)
    return CheckInReading(text=shown, level=quantity)
