"""Reading a wish to change a goal under way: "repousser à fin juin parce que deux agents sont absents"."""

from datetime import date

from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language, Slot
from coach.language.reply import read_reply
from coach.metrics import MetricKey
from coach.quantity import Quantity, Value


class ChangeReading(Value):
    """What is to change, and why."""

    deadline: date | None = None
    target: Quantity | None = None
    reason: str | None = None


_LATER = rx(
    r"(?<!\w)(?:repouss\w+|report(?:er|ons|ez|e)|decal\w+|prolong\w+|avanc(?:er|ons|ez)"
    r"|(?:changer|modifier|deplacer|changeons|modifions|nouvelle)(?: (?:la|l'|de|d'))? ?(?:date|echeance|fin)"
    r"|push(?:ed|ing)?(?: [\w'-]+){0,5} back|postpone|extend|delay|bring(?: [\w'-]+){0,5} forward"
    r"|(?:change|move|new|shift)(?: the| our)? (?:deadline|date|end date|end))(?!\w)"
)
_TARGET = rx(
    r"(?<!\w)(?:(?:changer|modifier|baisser|abaisser|descendre|remonter|monter|relever|passer|ramener|revoir"
    r"|ajuster|changeons|modifions|baissons|passons|nouvelle|nouvel)"
    r"(?: (?:la|l'|le|notre|votre))? ?(?:cible|objectif|but|target)"
    r"|(?:change|lower|raise|cut|reduce|increase|set|move|adjust|new)(?: the| our)? (?:target|goal|aim)"
    r")(?!\w)"
)
_REASON = rx(
    r"[\s,;:.(-]*(?<!\w)(?:parce qu(?:e |')|car |puisqu(?:e |')|a cause d(?:e |u |es |')|vu qu(?:e |')"
    r"|comme |en raison d(?:e |u |es |')"
    r"|because(?: of)? |since |as |due to |given that |raison ?: |reason ?: )"
)


_BY = rx(
    r"(?<!\w)(?:de |d'|by |for )((?:[\w'-]+ ){1,3}?(?:jours?|semaines?|mois|days?|weeks?|months?))(?!\w)"
)
_SOONER = rx(r"(?<!\w)(?:avanc\w+|forward)(?!\w)")


def read_change(
    text: str, *, language: Language, today: date, metric: MetricKey, deadline: date
) -> ChangeReading | None:
    """What a text asks to change of a goal; None where it asks for nothing of the kind.

    Args:
        text: The message as Slack delivers it.
        language: The person's language.
        today: The day of reading.
        metric: The goal's metric, for a figure without a unit.
        deadline: The goal's deadline as it stands: "two weeks longer" counts from it.
    """
    text = plain(text)
    folded = fold(text)
    reason = None
    head = text
    if (why := _REASON.search(folded)) is not None and why.start() > 0:
        head, reason = text[: why.start()], text[why.end() :].strip(" .;,)") or None
    asked = fold(head)
    moves, aims = _LATER.search(asked) is not None, _TARGET.search(asked) is not None
    if not moves and not aims:
        return None
    by = _BY.search(asked)
    if by is not None:
        ahead = "in" if language is Language.EN else "dans"
        head = f"{head[: by.start()]} {ahead} {head[by.start(1) : by.end()]}{head[by.end() :]}"
    reply = read_reply(
        head,
        language=None,
        today=today if by is None else deadline,
        asked=Slot.TARGET if aims else Slot.DEADLINE,
        metric=metric,
        fallback=language,
    ).understanding
    if reply.metric not in {None, metric}:
        return None
    day, target = reply.deadline, reply.target if aims else None
    if day is not None and by is not None and _SOONER.search(asked) is not None:
        day = deadline - (day - deadline)
    return ChangeReading(deadline=day, target=target, reason=reason) if day or target else None
