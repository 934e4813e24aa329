"""What must not break, told in a part of its own: "…, the quality score must not drop below 80 %".

A metric that is to stay on its side of a limit, beside another one that is to move, is no second goal.
"""

# ruff: noqa: E501 - tables: one expression a line

from collections.abc import Sequence
from dataclasses import replace

from coach.language.clauses import Clause, verbs
from coach.language.mentions import MetricMention
from coach.language.patterns import exact, rx
from coach.language.reading import Language, Role
from coach.metrics import MetricKey

_BORDER = rx(
    r"[,;!?()\n]+|\.(?=[ ]|$)|[ ][-–—][ ]"
    r"|(?<!\w)(?:mais|but|et|and|ou|or|sans|without|w/o|tout en|while|toutefois|cependant|however|yet"
    r"|avec|with)(?!\w)(?! #| (?:more|less|better|above|below|higher|lower|plus|moins)(?!\w))"
)
"""Where one part of a sentence ends and the next begins."""
_KEEPS_TO_IT = {
    Language.FR: rx(
        r"(?<!\w)(?:"
        r"(?:doi(?:t|vent|s)|devra\w{0,4}|devront|peu(?:t|vent)|faut|faudrait|veux|veut|voulons|souhait\w{1,5}"
        r"|voudra\w{1,4}|question) (?:surtout |absolument |en aucun cas )?(?:pas|jamais|plus)(?! (?:d'attendre|attendre))"
        r"|(?:pas|jamais|ne)(?: [a-z]{2,12}){0,3} (?:sous|en dessous|en-dessous|au[- ]dessous|au[- ]dessus|au[- ]dela"
        r"|inferieure?s?|superieure?s?|baisser|baisse|descend\w{1,3}|depass\w{1,4}|degrad\w{1,4}|chut\w{1,3})"
        r"|(?:pas|jamais) (?:moins|plus) d[e'] ?(?=#)"
        r"|rest(?:e|er|ent|era|ant|ons)(?! (?:a (?:faire|traiter)|du))|se mainten\w{1,4}|maintenue?s?|demeur\w{1,4}"
        r"|au detriment|aux depens|en pat\w{1,5}|en souffr\w{1,4}|s'en ressent\w{0,4}"
        r"|constante?s?|stables?|inchangee?s?|garde[- ]?fous?|plancher|plafond|seuil|limite (?:basse|haute)"
        r"|vigilan\w{2,4}|attention a|attention aux?"
        r")(?!\w)"
    ),
    Language.EN: rx(
        r"(?<!\w)(?:"
        r"(?:(?:must|should|can|could|may|do|does|will|would|shall)(?: not|n'?t|not)|can't|cannot|won't|never"
        r"|want)(?: [a-z]{2,12}){0,5} (?:drop\w{0,4}|fall\w{0,3}|go|going|get|dip|slip|sink|slide|declin\w{1,3}"
        r"|decreas\w{1,3}|worsen|suffer|exceed|ris\w{1,3}|increas\w{1,3}|climb|be|move|change|take a hit|lose|hurt)"
        r"|(?:no|not|never) (?:lower|less|worse|higher|more|longer|below|under|above|over|drop\w{0,4})"
        r"|stays?|staying|remain\w{0,3}|(?:to|must|should|has|have|needs?) (?:be )?(?:kept|held|hold)|holds"
        r"|steady|unchanged|intact|constant"
        r"|at the expense|at the cost|suffers?|guard[- ]?rails?|safeguards?|floor|ceiling|threshold"
        r")(?!\w)"
    ),
}
"""Words that keep a metric where it is, or on one side of a figure."""
_KEPT = {
    Language.FR: rx(
        r"[ ]*(?:(?:et|mais|tout en|en|il faut|faut|on|nous|je veux|je voudrais|veux|aussi|bien|attention a"
        r"|bien sur|a) )*(?:gard(?:er|ant|ons|e)|conserv\w{1,5}|maintenir|maintenons|preserv\w{1,5}"
        r"|tenir|tenant|surveill\w{1,5}|sans|pas d[e'])(?!\w| plus)"
    ),
    Language.EN: rx(
        r"[ ]*(?:(?:and|but|while|still|also|we|i|must|need|needs|to|want|please|just|with) )*"
        r"(?:keep(?:ing)?|maintain(?:ing)?|hold(?:ing)?|preserv(?:e|ing)|protect(?:ing)?|watch(?:ing)?|without|w/o)(?!\w| more)"
    ),
}
"""How a part begins that holds on to something."""
_BOUND = rx(
    r"(?<!\w)(?:minimum|mini|min|maximum|maxi|max|au moins|a minima|au plus|at least|at most|a minimum of"
    r"|or (?:more|better|above|higher|less|lower|below)|ou (?:plus|mieux|moins))(?!\w)|>=|<=|≥|≤|>|<"
)
"""Words that bound a level; beside a verb of change or of aim they only say how far."""
_MOVES = ("increase", "decrease", "quicker")
_AIMS = (*_MOVES, "improve", "reach")
_DATES = exact(r"@+")
_ARTICLE = 4
"""Characters before a metric that begins a sentence of its own ("le CSAT ne doit pas …")."""


def with_limits(
    clauses: list[Clause],
    masked: str,
    metrics: Sequence[MetricMention],
    language: Language,
    *,
    moving: MetricKey | None,
    cues: Sequence[int],
) -> list[Clause]:
    """The clauses, with each part of the text that only says what must not break.

    Nothing is one where no other metric, and no verb of change, is left for the goal.

    Args:
        clauses: The clauses that are known by how they begin.
        masked: The folded text, its figures and dates masked.
        metrics: The metrics that the text names.
        language: The language of the text.
        moving: The metric that is spoken of already, where there is one.
        cues: Where the words begin that lead in a deadline.
    """
    guards = [one for one in clauses if one.role is Role.GUARD]
    named = [one for one in metrics if one.metric not in {MetricKey.OTHER, moving}]
    named = [one for one in named if not any(guard.holds(one.start) for guard in guards)]
    found = {
        limit.start: limit for one in named if (limit := _limit_around(one, masked, clauses, language, cues))
    }
    limits = [one for one in found.values() if _fits(one, clauses)]
    told = [one for one in guards if any(0 <= named.start - one.start <= _ARTICLE for named in metrics)]
    if not limits and not told:
        return clauses
    if not _is_goal_left([*clauses, *limits], masked, metrics, language, moving):
        return [one for one in clauses if one not in told]
    return sorted((*(_cut(one, limits) for one in clauses), *limits), key=lambda one: one.start)


def _is_goal_left(
    aside: Sequence[Clause],
    masked: str,
    metrics: Sequence[MetricMention],
    language: Language,
    moving: MetricKey | None,
) -> bool:
    """Whether another metric, or a verb of change, is left beside what must not break."""
    rest = masked
    for clause in aside:
        rest = f"{rest[: clause.start]}{'_' * (clause.end - clause.start)}{rest[clause.end :]}"
    inside = {one.metric for one in metrics if rest[one.start] == "_"}
    others = {one.metric for one in metrics if rest[one.start] != "_"} - {None} - inside
    known = moving is not None and moving not in inside
    return bool(others) or known or any(verbs(language, name).search(rest) for name in _MOVES)


def _limit_around(
    metric: MetricMention, masked: str, clauses: Sequence[Clause], language: Language, cues: Sequence[int]
) -> Clause | None:
    """The part of the text around a metric that keeps it to a limit, if it does."""
    borders = list(_BORDER.finditer(masked))
    before = [one for one in borders if one.end() <= metric.start]
    start = 0
    if before:
        last = before[-1]
        start = last.start() if masked[last.start()].isalpha() else last.end()
    end = min((one.start() for one in borders if one.start() >= metric.end), default=len(masked))
    starts = [one.start for one in clauses if one.start >= metric.end]
    end = min([end, *starts, *(cue for cue in cues if cue >= metric.end)])
    dates = [one.end() for one in _DATES.finditer(masked, start, metric.start)]
    start = max([start, *dates])
    part = masked[start:end]
    if _KEEPS_TO_IT[language].search(part) or _KEPT[language].match(part):
        return Clause(Role.GUARD, start, end, start)
    if _BOUND.search(part) and not any(
        verbs(language, name).search(part) for name in (*_MOVES, "improve", "reach")
    ):
        return Clause(Role.GUARD, start, end, start)
    return None


def _fits(limit: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether it stands for itself: it is no part of what another clause says."""
    return not any(
        one.start < limit.end
        and limit.start < one.end
        and (one.role is Role.GUARD or limit.start <= one.content)
        for one in clauses
    )


def _cut(clause: Clause, limits: Sequence[Clause]) -> Clause:
    """A clause without the limit that follows it."""
    ends = [one.start for one in limits if clause.content < one.start < clause.end]
    return replace(clause, end=min(ends)) if ends else clause
