"""Two goals in one sentence, told from one goal with a guard or with two metrics."""

import re
from functools import cache

from coach.language.clauses import GOAL_WORDS
from coach.language.mentions import MetricMention
from coach.language.patterns import any_of, spaced
from coach.language.reading import Language


@cache
def _joints(language: Language) -> re.Pattern[str]:
    words = GOAL_WORDS[language]
    verb = any_of(_all_verbs(language))
    return re.compile(
        rf"(?<=[\w#@%^§)\"])[ ]*(?<!\w)(?:{spaced(words.joint)})[ ]*(?:de |d'|to |to also "
        rf"|also )?(?={spaced(verb)}(?!\w))"
    )


def split_parts(shown: str, goal: str, metrics: list[MetricMention], language: Language) -> tuple[str, ...]:
    """The goals as separate texts, or nothing where there is one goal."""
    cuts = [0]
    ends: list[int] = []
    for match in _joints(language).finditer(goal):
        left = _metrics_in(metrics, goal, cuts[-1], match.start())
        right = _metrics_in(metrics, goal, match.end(), _end_of_aim(goal, match.end(), language))
        if left and right and left[0] != right[0] and _has_verb(goal[cuts[-1] : match.start()], language):
            ends.append(match.start())
            cuts.append(match.end())
    if not ends:
        return ()
    ends.append(len(shown))
    return tuple(shown[start:end].strip(" ,;.\n") for start, end in zip(cuts, ends, strict=True))


def _end_of_aim(goal: str, start: int, language: Language) -> int:
    """Where a part ends whose metric is looked for.

    A verb with its figure ("viser 70") has its metric right there, or is the target of what was told before.
    """
    aim = _aim(language).match(goal, start)
    return aim.end() if aim is not None else len(goal)


@cache
def _aim(language: Language) -> re.Pattern[str]:
    verb = spaced(any_of(_all_verbs(language)))
    return re.compile(rf"(?:{verb})[ ]*(?:(?:a|de|d'|les|to|for|at|by|the)[ ]*)?#+[^,;.(@<]*")


def _metrics_in(metrics: list[MetricMention], goal: str, start: int, end: int) -> list[object]:
    return [
        (one.metric, one.alternatives)
        for one in metrics
        if start <= one.start < end and goal[one.start] != "_"
    ]


def _all_verbs(language: Language) -> tuple[str, ...]:
    words = GOAL_WORDS[language]
    return (*words.increase, *words.decrease, *words.improve, *words.maintain, *words.reach)


@cache
def _verb(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced(any_of(_all_verbs(language)))})(?!\w)")


def _has_verb(text: str, language: Language) -> bool:
    return _verb(language).search(text) is not None
