"""Which metrics a text names: by name, abbreviation, paraphrase, or with a slip of the finger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from coach.language import metrics_en, metrics_fr
from coach.language.patterns import any_of, exact, spaced
from coach.language.reading import Language
from coach.metrics import MetricKey

NAMES = {Language.FR: metrics_fr.NAMES, Language.EN: metrics_en.NAMES}
VAGUE = {Language.FR: metrics_fr.VAGUE, Language.EN: metrics_en.VAGUE}
ACRONYMS: Mapping[Language, Mapping[str, MetricKey]] = {
    Language.FR: metrics_fr.ACRONYMS,
    Language.EN: metrics_en.ACRONYMS,
}
_UPPER = exact(r"(?<![\w-])[A-Z][A-Z-]{1,4}(?![\w-])")
_WORD = exact(r"[a-z]{6,}")


@dataclass(frozen=True)
class MetricMention:
    """A stretch of the text that names a metric."""

    start: int
    end: int
    metric: MetricKey | None
    alternatives: tuple[MetricKey, ...] = ()

    @property
    def is_vague(self) -> bool:
        """Whether several metrics fit the words."""
        return self.metric is None or bool(self.alternatives)


@cache
def _compiled(
    language: Language,
) -> tuple[re.Pattern[str], dict[str, tuple[MetricKey | None, tuple[MetricKey, ...]]]]:
    """One expression for all names, the longest first, and what each of its groups stands for."""
    meanings: dict[str, tuple[MetricKey | None, tuple[MetricKey, ...]]] = {}
    branches: list[tuple[int, str]] = []
    for index, (metric, patterns) in enumerate(NAMES[language]):
        meanings[f"n{index}"] = (metric, ())
        weight, more = (4, 0) if metric is MetricKey.OTHER else (1, 40)
        branches += [(len(one) // weight + more, f"(?:{one})(?P<n{index}_{{}}>)") for one in patterns]
    for index, (pattern, likeliest, others) in enumerate(VAGUE[language]):
        meanings[f"v{index}"] = (likeliest, others)
        branches.append((len(pattern) // 4, f"(?:{pattern})(?P<v{index}_{{}}>)"))
    branches.sort(key=lambda branch: -branch[0])
    joined = any_of(
        pattern.replace("_{}>", f"_{number}>", 1).replace("{k}", r"\d{1,3}")
        for number, (_, pattern) in enumerate(branches)
    )
    if language is Language.FR:
        joined = joined.replace("d'", "d[' ]?").replace("l'", "l[' ]?")
    return re.compile(rf"(?<![\w-]){spaced(joined)}(?!\w)"), meanings


def find_metrics(text: str, work: str, language: Language) -> list[MetricMention]:
    """Every metric named, in the text's order.

    Args:
        text: the plain text (upper case tells CES from "ces").
        work: the folded text of the same length.
        language: whose names to look for.
    """
    found = _by_name(work, language)
    taken = {index for one in found for index in range(one.start, one.end)}
    acronyms = ACRONYMS[language]
    if text.upper() != text:
        for match in _UPPER.finditer(text):
            metric = acronyms.get(match[0])
            if metric is not None and match.start() not in taken:
                found.append(MetricMention(match.start(), match.end(), metric))
    if not found:
        found = _misspelled(work, language)
    return sorted(found, key=lambda one: one.start)


def _by_name(work: str, language: Language) -> list[MetricMention]:
    pattern, meanings = _compiled(language)
    found = []
    for match in pattern.finditer(work):
        if _is_exclaimed(work, match.start(), match[0]):
            continue
        metric, others = meanings[(match.lastgroup or "").split("_")[0]]
        end = match.start() + len(match[0].rstrip())
        found.append(MetricMention(match.start(), end, metric, others))
    return found


_BEFORE_WAIT = exact(r"(?:^|(?<!\w)(?:no|nope|oh|ah|oops|hmm|er|um)(?P<led>[ ,.!]+))$")
_BEHIND_WAIT = exact(
    r"[ ]*(?:[,.!…-]+[ ]*(?P<stops>(?:no|it|that|i|sorry|actually)(?![\w]))|$|[,.!…-]|\d|(?:it|that|i)(?!\w))"
)


def _is_exclaimed(work: str, start: int, name: str) -> bool:
    """Whether "wait" only makes one wait ("79, no wait 79.5", "wait, it was 80"), and names no metric."""
    if name.strip() != "wait":
        return False
    before, behind = _BEFORE_WAIT.search(work[:start]), _BEHIND_WAIT.match(work[start + len("wait") :])
    return before is not None and behind is not None and bool(before["led"] or behind["stops"])


@cache
def _vocabulary(language: Language) -> dict[str, tuple[str, ...]]:
    """The long words of the names by their first letter, which a slip of the finger seldom touches."""
    text = " ".join(pattern for _, patterns in NAMES[language] for pattern in patterns)
    text += " ".join(pattern for pattern, _, _ in VAGUE[language])
    words = sorted({word for word in _WORD.findall(text) if len(word) > 5})
    return {first: tuple(found) for first, found in groupby(words, key=lambda word: word[0])}


def _misspelled(work: str, language: Language) -> list[MetricMention]:
    """Metrics whose words hold a typo, found by spelling the words right and looking again."""
    from rapidfuzz import process  # noqa: PLC0415 - loaded where no name was found only
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    vocabulary = _vocabulary(language)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for match in _WORD.finditer(work[:4000]):
        word = match[0]
        likely = vocabulary.get(word[0], ())
        if word in likely:
            continue
        cutoff = 2 if len(word) >= 10 else 1
        best = process.extractOne(word, likely, scorer=OSA.distance, score_cutoff=cutoff)
        if best is None or best[0].rstrip("s") == word.rstrip("s"):
            continue
        pieces += [work[last : match.start()], best[0]]
        origin += range(last, match.start())
        origin += [min(match.start() + step, match.end() - 1) for step in range(len(best[0]))]
        last = match.end()
    if not pieces:
        return []
    pieces.append(work[last:])
    origin += range(last, len(work))
    return [
        MetricMention(origin[one.start], origin[one.end - 1] + 1, one.metric, one.alternatives)
        for one in _by_name("".join(pieces), language)
        if one.metric is not MetricKey.OTHER
    ]
