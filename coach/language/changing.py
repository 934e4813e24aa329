"""Reading a wish to change a goal under way: "repousser à fin juin parce que deux agents sont absents"."""

from datetime import date

from coach.language.check_in import has_figure
from coach.language.detection import detect
from coach.language.numbers import with_digits
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.language.reading import Language, Role, Slot
from coach.language.reasons import led_reason, split_reason
from coach.language.reply import read_reply
from coach.language.understanding import read
from coach.metrics import MetricKey, is_called
from coach.quantity import Quantity, Value


class ChangeReading(Value):
    """What is to change, and why."""

    deadline: date | None = None
    target: Quantity | None = None
    reason: str | None = None


_DATE = r"(?:deadline|end date|due date|target date|final date)"
_ECHEANCE = r"(?:echeance|date (?:de fin|limite|butoir|d'echeance)|delai)"
_LATER = rx(
    r"(?<!\w)(?:repouss\w+|report(?:er|ons|ez|e)|decal\w+|prolong\w+|avanc(?:er|ons|ez)"
    r"|(?:change[rz]?|modifi(?:er|e|ez|ons)|deplace[rz]?|deplacons|changeons|nouvelle|mets|mettre|mettons"
    r"|mettez|passe[rz]?|passons|fixe[rz]?|fixons)(?: (?:la|l'|de|d'))? ?(?:date|echeance|fin)"
    rf"|(?:l'|la |le |notre |cette |nouvelle ){_ECHEANCE}(?: (?:de|du|des|d')(?: ?[\w'-]+){{1,4}})?"
    r" (?:passe(?:rait|ra)?|ser(?:a|ait)|devien(?:t|drait)|doit|devrait|pourrait)"
    r"|push(?:ed|ing)?(?: [\w'-]+){0,5} back|postpone|extend|delay|bring(?: [\w'-]+){0,5} forward"
    rf"|(?:push|change|move|shift|reschedule)(?: [\w'-]+){{0,5}} {_DATE}"
    rf"|(?:set|put)(?: the| our| my)(?: (?!goal|target)[\w'-]+){{0,3}} {_DATE}"
    r"|(?:change|move|new|shift)(?: the| our)? (?:date|end)"
    rf"|new {_DATE}|{_DATE}(?: (?:of|for)(?: [\w'-]+){{1,4}})?"
    r" (?:should|could|must|needs to|has to|will|would|moves|shifts))(?!\w)"
)
_UNTIL = rx(
    r"(?<!\w)(?:il (?:nous |me )?(?:faut|faudra|faudrait)(?: aller)? jusqu'(?:a|au|en)"
    r"|(?:besoin|laisse[rz]?-nous|avoir|aurons|donne[rz]?-nous)(?: (?:de|du|plus de) temps)?"
    r" jusqu'(?:a|au|en)"
    r"|(?:push|move|shift)(?: [\w'-]+){1,4} goal (?:to|until)"
    r"|(?:push|shift|reschedule)(?: [\w'-]+){1,5} (?:to|until|till|by)"
    r"|need(?:s|ed)?(?: more time| longer| time| a bit longer)? (?:until|till)"
    r"|(?:can|could|may) (?:we|i) (?:have|take|get)(?: more time)? (?:until|till)"
    r"|(?:give us|take us|take)(?: more time)? (?:until|till))(?!\w)"
)
"""A later day by words that may lead to a level too ("push it to 90%"): only where no figure stands by."""
_LONGER = rx(
    r"(?<!\w)(?:needs?|want|give us|take|add|have|faut|faudra|faudrait|besoin|ajoute[rz]?|ajoutons|prendre"
    r"|donne[rz]?-nous|voudr\w+|voul\w+)(?= )(?=(?: [\w'-]+){0,4} )[^.;]{0,30}?"
    r"(?P<more>(?P<n>\d{1,2}|an?|une?|another)(?: (?:more|extra|additional|autres?))?"
    r" (?P<u>days?|weeks?|months?|jours?|semaines?|mois)"
    r"(?P<on> (?:more|longer|extra|de plus|supplementaires?))?)(?!\w)"
)
"""More time is asked for: "we need two more weeks", "il nous faut deux semaines de plus"."""
_TARGET = rx(
    r"(?<!\w)(?:(?:change[rz]?|modifie[rz]?|a?baisse[rz]?|descend(?:re|s|ez)|(?:re)?monte[rz]?|releve[rz]?"
    r"|passe[rz]?|ramene[rz]?|revoi[rs]|ajuste[rz]?|changeons|modifions|a?baissons|passons|nouvelle|nouvel"
    r"|mets|mettre|mettez|mettons|fixe[rz]?|fixons|porte[rz]?|portons)"
    r"(?: (?:la|l'|le|notre|votre))? ?(?:cible|objectif|but|target)"
    r"|(?:la|notre|votre) (?:nouvelle )?cible(?: (?:de|du|des|d')(?: ?[\w'-]+){1,4})?"
    r" (?:passe(?:rait|ra)?|ser(?:a|ait)|devien(?:t|drait)|doit|devrait|pourrait)"
    r"(?= (?:etre |passer )?(?:(?:a|de) )?[0-9])"
    r"|(?:change|lower|raise|cut|reduce|increase|set|put|move|adjust|make|new)(?: the| our| my)?"
    r" (?:target|goal|aim)"
    r"|(?:change|lower|raise|set|put|move|adjust|make)(?: (?!an? )[\w'-]+){1,4} target"
    r"(?= (?:(?:to|at|by|down|up|back)(?!\w)|[0-9]))"
    r"|(?:the|our|my)(?: [\w'-]+){0,3} target(?: (?:of|for)(?: [\w'-]+){1,4})?"
    r" (?:should|could|must|needs to|has to|will|would|moves|becomes|goes)"
    r"(?= (?:be |go |move )?(?:(?:to|at) )?[0-9])"
    r")(?!\w)"
)
_TARGET_TOO = rx(
    r"(?<!\w)(?:(?:et|puis|avec)(?: ?,)? (?:la |notre |une )?(?:nouvelle )?cible"
    r"|(?:and|then|with)(?: ?,)? (?:the |our |my |a )?(?:new )?target|cible (?:a|de) |target (?:to|at|of) )"
)
"""The target too, beside what moves the date: "au 30 avril et la cible à 35"."""
_MORE = rx(r"(?<!\w)(?:more|extra|additional|autres?|another)(?!\w)")
_BY = rx(
    r"(?<!\w)(?:de |d'|by |for )((?:[\w'-]+ ){1,3}?(?:jours?|semaines?|mois|days?|weeks?|months?))(?!\w)"
)
_SOONER = rx(r"(?<!\w)(?:avanc\w+|forward)(?!\w)")


def _more_time(asked: str, language: Language) -> tuple[int, int, str] | None:
    """Where more time is asked for, and how much ("2 weeks")."""
    found = _LONGER.search(with_digits(asked, detect(asked, language)))
    if found is None:
        return None
    more = found["more"]
    if found["on"] is None and not _MORE.search(more):
        return None
    count = found["n"] if found["n"].isdigit() else "1"
    return *found.span("more"), f"{count} {found['u']}"


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
    head, reason = led_reason(text)
    if reason is None and (before := split_reason(text))[1] is not None:
        whole = _read(text, None, language=language, today=today, metric=metric, deadline=deadline)
        first = _read(*before, language=language, today=today, metric=metric, deadline=deadline)
        # "repousse au 12 février, on a perdu deux vendeurs": the rest changes nothing of what is asked
        if first is not None and (
            whole is None or (first.deadline, first.target) == (whole.deadline, whole.target)
        ):
            return first if _tells_only(before[1] or "", language, today) else whole
        return whole
    return _read(head, reason, language=language, today=today, metric=metric, deadline=deadline)


def _tells_only(text: str, language: Language, today: date) -> bool:
    """Whether a clause asks for nothing: it names neither a day nor a level of a metric."""
    reading = read(text, None, today, fallback=language, answering=True).understanding
    return reading.deadline is None and (reading.metric is None or reading.target is None)


def _read(
    head: str, reason: str | None, *, language: Language, today: date, metric: MetricKey, deadline: date
) -> ChangeReading | None:
    """What the words before the reason ask to change."""
    asked = fold(head)
    moves, aims = _LATER.search(asked) is not None, _TARGET.search(asked) is not None
    if moves and not aims:
        aims = _TARGET_TOO.search(asked) is not None
    only_days = not moves and not aims and not has_figure(head)
    longer = _more_time(asked, language) if only_days else None
    until = only_days and _UNTIL.search(asked) is not None
    if not moves and not aims and not until and longer is None:
        return None
    if longer is not None:
        head = f"{head[: longer[0]]} by {longer[2]} {head[longer[1] :]}"
    head = _without_alias(head, metric, language, today)
    asked = fold(head)
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
    if reply.metric is not None and not is_called(metric, reply.metric):
        return None
    day, target = reply.deadline, reply.target if aims else None
    if day is not None and by is not None and _SOONER.search(asked) is not None:
        day = deadline - (day - deadline)
    return ChangeReading(deadline=day, target=target, reason=reason) if day or target else None


def _without_alias(head: str, metric: MetricKey, language: Language, today: date) -> str:
    """The words without the name that the goal's metric shares with another one: a share is no count.

    "35" of "ventes additionnelles" would be read as a share of contacts, though the goal counts sales.
    """
    reading = read(head, None, today, fallback=language, answering=True).understanding
    if reading.metric in {None, metric} or not is_called(metric, reading.metric or metric):
        return head
    for one in sorted(reading.mentions, key=lambda mention: -mention.start):
        if one.role is Role.METRIC:
            head = f"{head[: one.start].rstrip()} {head[one.end :].lstrip()}"
    return head


_KEEPS = rx(
    r"^(?:(?:non|no|nope|nan|en fait|finalement|actually)[ ,.!]*)*(?:(?:on |we )?(?:laisse|laisser"
    r"|laissez|laissons"
    r"|garde|garder|gardez|gardons|reste|restons|conserve|conserver|leave|keep|stay|stick|let's keep"
    r"|let's leave))"
    r"(?!\w)(?! tomber)"
)


def keeps_as_is(text: str) -> bool:
    """Whether a text leaves a goal as it is, in answer to a change ("non laisse 85", "keep it at 85")."""
    return _KEEPS.match(fold(plain(text)).strip()) is not None
