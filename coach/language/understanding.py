"""Reading a whole text: what it says about a goal, and what it leaves open."""

import re
from datetime import date

from coach.language.detection import evidence
from coach.language.plain import plain
from coach.language.reading import Direction, Language, Role, Understanding, moved
from coach.language.single import How, Reading, read_in
from coach.metrics import MetricKey

LONG = 1000
"""Characters beyond which a message is read in its main language only."""


def understand(
    text: str, language: Language | None, today: date, *, fallback: Language = Language.FR
) -> Understanding:
    """What a text says about a goal.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known; otherwise its words tell.
        today: the day of reading.
        fallback: the language to assume where the words do not tell.
    """
    return read(text, language, today, fallback=fallback).understanding


def read(
    text: str,
    language: Language | None,
    today: date,
    *,
    fallback: Language = Language.FR,
    metric: MetricKey | None = None,
    answering: bool = False,
    bare_dates: bool = False,
    bare_parts: bool = False,
) -> Reading:
    """Read in the text's language, and in the other one too where the words are mixed.

    Args:
        text: the message as Slack delivers it.
        language: its language where that is known.
        today: the day of reading.
        fallback: the language to assume where the words do not tell.
        metric: the metric that is spoken of already, where there is one.
        answering: whether a question was asked, so that values need no goal around them.
        bare_dates: whether the question was "by when?".
        bare_parts: whether the question was where the figure stands, so that "half" is a share.
    """
    shown = plain(text)
    counts = evidence(shown)
    words_tell = counts[Language.FR] != counts[Language.EN]
    best = max(counts, key=lambda key: counts[key]) if words_tell else fallback
    first = language or best
    other = Language.EN if first is Language.FR else Language.FR
    known = language is not None or words_tell or answering
    how = How(today, metric, answering, bare_dates, known, bare_parts)
    reading = read_in(shown, first, how)
    mixed = not words_tell or _is_mixed(counts[first], counts[other])
    if mixed and _may_differ(shown) and len(shown) <= LONG and not _is_full(reading.understanding):
        reading = _fuller(reading, read_in(shown, other, how), prefer_first=counts[first] >= counts[other])
    if reading.understanding.language is not first:
        reading.understanding = reading.understanding.model_copy(update={"language": first})
    return reading


def _may_differ(shown: str) -> bool:
    """Whether a text can be read otherwise in the other language: a bare "78 %" cannot."""
    return _SAME.fullmatch(shown) is None


_SAME = re.compile(r"[0-9]{1,3} ?%?")


def _is_mixed(first: int, other: int) -> bool:
    """Whether a text holds enough words of the other language to be read in it too."""
    return other >= max(2, first // 3) or (other > 0 and first + other <= 6)


_SLOTS = ("metric", "direction", "baseline", "target", "delta", "deadline", "owner", "cadence", "lever")


def _is_full(reading: Understanding) -> bool:
    """Whether nothing that matters is left for the other language to see."""
    has_figure = reading.target is not None or reading.delta is not None
    return reading.metric is not None and has_figure and reading.deadline is not None


def _fullness(reading: Understanding) -> int:
    return sum(getattr(reading, name) is not None for name in _SLOTS)


def _is_of_today(reading: Reading, other: Reading) -> bool:
    """Whether what was taken for the target, for want of words, the other language reads as today's."""
    level, roles, others = reading.understanding, reading.roles, other.roles
    if level.target is None or level.baseline is not None or roles.target is None:
        return False
    if roles.target_is_said or roles.above or roles.below or others.baseline is None:
        return False
    return others.target is None and others.baseline.value == roles.target.value


def _fuller(first: Reading, second: Reading, *, prefer_first: bool) -> Reading:
    """The fuller of two readings, with what only the other one saw."""
    a, b = _fullness(first.understanding), _fullness(second.understanding)
    if b > a or (b == a and not prefer_first):
        first, second = second, first
    kept, extra = first.understanding, second.understanding
    if _is_of_today(first, second):
        direction = None if kept.direction is Direction.REACH else kept.direction
        kept = moved(kept, "target", "baseline").model_copy(update={"direction": direction})
    update: dict[str, object] = {}
    roles: set[Role] = set()
    if kept.deadline is None and kept.deadline_problem is None and extra.deadline is not None:
        update |= {"deadline": extra.deadline, "deadline_text": extra.deadline_text}
        roles.add(Role.DEADLINE)
    if kept.metric is None and not kept.metric_alternatives and extra.metric is not None:
        update |= {
            "metric": extra.metric,
            "metric_words": extra.metric_words,
            "metric_alternatives": extra.metric_alternatives,
        }
        roles.add(Role.METRIC)
    if kept.baseline is None and kept.target is None and kept.delta is None:
        for name in ("baseline", "target", "delta", "stretch"):
            update[name] = getattr(extra, name)
        roles |= {Role.BASELINE, Role.TARGET, Role.DELTA, Role.STRETCH}
    for name in ("direction", "owner", "cadence", "lever", "relevance"):
        if getattr(kept, name) is None and getattr(extra, name) is not None:
            update[name] = getattr(extra, name)
            roles.add(Role(name))
    if update:
        mentions = (*kept.mentions, *(one for one in extra.mentions if one.role in roles))
        update["mentions"] = tuple(sorted(set(mentions), key=lambda one: (one.start, one.end)))
        update["ambiguous"] = kept.ambiguous | extra.ambiguous
    vague = tuple(dict.fromkeys((*kept.vague_words, *extra.vague_words)))
    first.understanding = kept.model_copy(update={**update, "vague_words": vague})
    return first
