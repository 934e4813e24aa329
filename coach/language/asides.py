"""Answers to "where are we this week?" that tell no figure: nobody knows yet, or: ask me again tomorrow."""

from coach.language.check_in_words import SAME
from coach.language.no_figure import says_no_figure
from coach.language.patterns import rx
from coach.language.plain import fold, has_digit, plain
from coach.language.reading import Intent
from coach.language.reply import what_is_wanted

_ASK = (
    r"(?:(?:ask|remind|ping|try|come back to|check with) (?:me )?(?:again |back )?"
    r"|(?:re)?demande[rz]?(?:-(?:le-)?moi)? |relance[rz]?(?:-moi)? |rappell?e[rz]?(?:-(?:le-)?moi)? "
    r"|(?:i'll|i will) (?:know|tell you|have it|answer) |je (?:saurai|repondrai|l'aurai|vous (?:le )?dirai) )"
)
_OFF = (
    r"(?:(?:put|push|move)(?: (?:it|this|that|me|mine|(?:the )?_+))? (?:off|back)"
    r"|postpone(?: it)?|snooze(?: it)?"
    r"|(?:re(?:porte[rz]?|pousse[rz]?)|decale[rz]?|remet(?:s|tez|tre)?)(?:-la|-le)?"
    r"(?: (?:ca|la question|le|la|(?:les? |la )?_+))?)"
    r"(?: (?:to|till|until|'til|for|by|a|au|jusqu'a|de|d'))?"
)
"""Words that put a question off: how long, or until when, stands behind; `_` masks what is named."""
_HOUR = r"(?:(?:an|1|one|une)(?: )?(?:hour|heure|h))"
_WHEN = {
    "hour": r"(?:in an hour|in 1 +hour|in a bit|dans une heure|dans 1 +heure|d'ici une heure)",
    "tomorrow": r"(?:tomorrow|tmrw|tmr|tomo|2moro|demain)",
    "monday": r"(?:(?:on |next )?monday|lundi(?: prochain)?)",
}
_KINDLY = r"(?:plutot|svp|stp|s'il (?:te|vous) plait|merci|please|pls|thanks|rather|instead|ok|d'accord)"
_AGAIN = tuple(
    (
        value,
        rx(
            rf"(?<!\w)(?:{_ASK}{when}|{_OFF} ?{when if value != 'hour' else _HOUR}"
            rf"|^(?:{_KINDLY}[ ,]*)*{when}(?:[ ,]*{_KINDLY})*[ .!]*$)(?!\w)"
        ),
    )
    for value, when in _WHEN.items()
)
_LATER = rx(
    r"(?<!\w)(?:dunno|idk|no idea|no figure yet|not (?:known|available|out) yet"
    r"|pas encore (?:connu|sorti|recu)\w*)(?!\w)"
)


def says_unknown(shown: str, work: str) -> bool:
    """Whether an answer says that nobody knows it, or not yet."""
    return what_is_wanted(shown) in {Intent.UNKNOWN, Intent.SKIP} or _LATER.search(work) is not None


def tells_no_level(text: str) -> bool:
    """Whether a few words say of a figure that there is none, that it has not moved, or: ask me later."""
    work = fold(plain(text))
    if has_digit(work):
        return ask_again(work)[0] is not None
    known = says_no_figure(work) or SAME.search(work) is not None or _LATER.search(work) is not None
    return bool(work.strip()) and (known or ask_again(work)[0] is not None)


def ask_again(work: str) -> tuple[str | None, str]:
    """When somebody wants to be asked again (`hour`, `tomorrow` or `monday`, if they say), and the rest."""
    for value, pattern in _AGAIN:
        if (found := pattern.search(work)) is not None:
            start, end = found.span()
            return value, f"{work[:start]}{' ' * (end - start)}{work[end:]}"
    return None, work
