"""What people say instead of naming a metric: looked for where no name was found.

A paraphrase counts only in a text that wishes or complains ("people are off sick too often"); what merely
tells ("I'm off sick today") is none. The expressions are wider than the names', with gaps of a few words.
"""

import re
from dataclasses import dataclass
from functools import cache

from coach.language.paraphrases_en import EN
from coach.language.paraphrases_fr import FR
from coach.language.patterns import any_of, spaced
from coach.language.reading import Language
from coach.metrics import MetricKey

_TABLES = {Language.EN: EN, Language.FR: FR}


@dataclass(frozen=True)
class _Compiled:
    names: re.Pattern[str]
    meanings: dict[str, MetricKey]
    """What each group of `names` stands for; the surest are the first."""
    spirit: re.Pattern[str]
    complaint: re.Pattern[str]


@cache
def _compiled(language: Language) -> _Compiled:
    table = _TABLES[language]
    branches = [rf"(?P<p{index}>{any_of(patterns)})" for index, (_, patterns) in enumerate(table.metrics)]

    def words(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){spaced(pattern)}(?!\w)")

    return _Compiled(
        re.compile(rf"(?<![\w-])(?=[a-z]){spaced(any_of(branches))}(?!\w)"),
        {f"p{index}": metric for index, (metric, _) in enumerate(table.metrics)},
        words(table.spirit),
        words(table.complaint),
    )


def find_paraphrase(goal: str, language: Language) -> tuple[MetricKey, int, int] | None:
    """The metric that the words amount to, and where they stand; None in a text without wish or complaint."""
    table = _compiled(language)
    if not wishes_or_complains(goal, language):
        return None
    found = min(table.names.finditer(goal), key=lambda one: int((one.lastgroup or "p0")[1:]), default=None)
    if found is None:
        return None
    return table.meanings[found.lastgroup or ""], found.start(), found.end()


def wishes_or_complains(goal: str, language: Language) -> bool:
    """Whether the words wish for something or find fault, however little they say."""
    table = _compiled(language)
    return (table.spirit.search(goal) or table.complaint.search(goal)) is not None


def complains(goal: str, language: Language) -> bool:
    """Whether the words find something too long, too many, too hard, or wish it better."""
    return _compiled(language).complaint.search(goal) is not None
