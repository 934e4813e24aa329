"""The days that a text names, told from its figures: masked, looked for, or found in no calendar."""

import re
from datetime import date

from coach.language.dates import compiled, find_dates
from coach.language.patterns import exact
from coach.language.plain import fold, plain
from coach.language.reading import DeadlineProblem, Language

_NAMES_A_DAY = frozenset(
    {
        "iso",
        "numeric",
        "day_month",
        "edge_month",
        "edge_quarter",
        "month",
        "feast",
        "dom",
        "short",
        "past",
        "year",
    }
)
_LED_SHORT = exact(
    r"(?<!\w)(?:le|au|du|des|pour|on|by|to|until|till|from|since|for|as of|dated)[ ]+(?:the[ ]+)?$"
)
_HEADS = exact(r"[ ]*(?::|-(?=[ ])|=)(?=.*\d)")
_COUNTED = exact(
    r"[ ]*(?:s|sec\w*|min\w*|mn|h|hours?|heures?|jours?|days?|points?|pts?|[€$£%])(?![\w])|[.,:/]\d"
)
_LENGTHS = exact(
    r"(?<![\w#@.,])\d{1,3}[ ]*(?:(?:more|extra|additional|other|full|last|autres?|dernieres?|derniers?"
    r"|prochaine?s?)[ ]+)?(?:semaines?|weeks?|wks?|mois|months?|ans|years?|trimestres?|quarters?)(?!\w)"
)


_NUMBERED = exact(
    r"(?<![\w'’])(?:(?:(?P<week>semaines?|sem\.?|weeks?|wk|w/c)|(?P<of>mois|months?|trimestre|quarter))"
    r"(?P<led>[ ]+(?:n°|no|number|du|of|commencing|starting|ending)(?:[ ]+(?:the|lundi|monday))?)?[ ]*"
    r"|[sw](?=\d))"
    r"(?P<n>\d{1,2})(?:st|nd|rd|th|er)?(?![\w%€$£]|[,.:/]\d|[ ]*(?:%|h|s|min\w*|mn|sec\w*|pts?|points?"
    r"|sur|of|out)(?!\w))"
)
_THIS = exact(r"(?<!\w)(?:cette|ce|this|the|par|per|a|an|each|every|chaque|une?|derniere|last)[ ]+$")
_ZEROED = exact(
    r"(?<![\d/.,])(?:(?:0?[1-9]|[12]\d|3[01])/0[1-9]|0[1-9]/1[0-2])(?:/(?:20)?\d\d)?(?![\d/%]|[.,]\d)"
)
WEEKS, MONTHS = 53, 12


def hide_days(work: str) -> str:
    """The folded text, of the same length, with the days and the weeks that it names masked by `§`.

    The 28 of "28 February", the 2 of "2 more weeks" and the 12 of "semaine 12" are no figures. The
    names of both languages are looked for.
    """
    for language in Language:
        for kind, pattern in compiled(language).patterns:
            if kind not in _NAMES_A_DAY:
                continue
            for match in pattern.finditer(work):
                if _names_a_day(kind, match, work):
                    start, end = match.span()
                    work = f"{work[:start]}{'§' * (end - start)}{work[end:]}"
    work = _LENGTHS.sub(lambda found: "§" * len(found[0]), work)
    work = _ZEROED.sub(lambda found: "§" * len(found[0]), work)
    return _NUMBERED.sub(_numbered, work)


def _numbered(found: re.Match[str]) -> str:
    """A week or a month by its number masked; in "cette semaine 42" the number is a figure."""
    led = found["led"] is not None
    most = MONTHS if found["of"] is not None and not led else LAST_DAY if led else WEEKS
    bare = found["week"] is not None or found["of"] is not None
    this = not led and bare and _THIS.search(found.string[max(0, found.start() - 16) : found.start()])
    return found[0] if this or not 1 <= int(found["n"]) <= most else "§" * len(found[0])


def impossible_day(text: str, language: Language, today: date) -> str | None:
    """The words of a day that is in no calendar ("31 February"); None where there is none."""
    shown = plain(text)
    found, _ = find_dates(fold(shown), language, today, bare=True)
    bad = next((one for one in found if one.problem is DeadlineProblem.IMPOSSIBLE), None)
    return None if bad is None else shown[bad.start : bad.end].strip()


def without_days(text: str) -> str:
    """A text's words without those of the days that it names, and what leads them in."""
    return _LED_MARK.sub(" ", hide_days(fold(plain(text)))).strip(" ,;:.-")


def names_day(text: str, day: date, language: Language) -> bool:
    """Whether a text names this day, with or without its year."""
    work = fold(plain(text))
    return any(
        one.day == day
        for known in (language, *Language)
        for one in find_dates(work, known, day, bare=True)[0]
    )


def without_weeks(text: str) -> str:
    """A text without the week or the day that its figure is of ("semaine du 12 mars", "as of 3 May")."""
    shown = plain(text)
    by_number = _NUMBERED.sub(_numbered, fold(shown))
    masked = re.sub("§+", lambda found: "¤" * len(found[0]), by_number)
    for found in reversed(list(_OF_WEEK.finditer(hide_days(masked)))):
        shown = f"{shown[: found.start()]} {shown[found.end() :]}"
    return shown


_OF_WEEK = exact(
    r"(?:(?<!\w)(?:pour|for|sur|de|in|of)[ ]+)?(?:(?:la|the)[ ]+)?(?<!\w)(?:(?:semaine|sem\.?|week|w/c|wk)"
    r"(?:[ ]+(?:du|de|of|commencing|starting|ending|from)(?:[ ]+(?:the|lundi|monday))?)?|as[ ]of|as[ ]at"
    r"|en[ ]date[ ]du)"
    r"[ ]*§+|¤+[ ]*§*"
)
_LED_MARK = exact(r"(?:(?<!\w)(?:le|au|du|des|on|the|of|for|as|by)[ ]+){0,2}§+[ ]*[:=,-]?")


def _names_a_day(kind: str, match: re.Match[str], work: str) -> bool:
    """Whether a date cannot be read as a figure with its month or its article beside it ("in May 28 s")."""
    groups = match.groupdict()
    day = groups.get("d")
    if day is None or kind == "iso":
        return True
    if not 1 <= int(day) <= LAST_DAY:
        return False
    if kind == "short":
        before = work[max(0, match.start() - 16) : match.start()]
        heads = not work[: match.start()].strip() and _HEADS.match(work, match.end())
        return bool(_LED_SHORT.search(before) or heads)
    last = groups.get("y") is None and match.end("d") == match.end()
    return not (last and _COUNTED.match(work, match.end()))


LAST_DAY = 31
