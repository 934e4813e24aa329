"""Why something is wanted, where it is said in the same breath: "… parce que deux agents sont absents"."""

from coach.language.patterns import rx
from coach.language.plain import fold, plain

_LEADS = (
    r"(?:parce qu(?:e |')|parce ke |pcq |car |puisqu(?:e |')|a cause d(?:e |u |es |')|vu (?:qu(?:e |')"
    r"|le |la |les )"
    r"|comme (?!prevu|convenu|d'habitude|avant|il faut)|en raison d(?:e |u |es |')|suite (?:a |au |aux )"
    r"|faute d(?:e |')|etant donne (?:qu(?:e |')|le |la |les )"
    r"|because(?: of)? |'?cause |cos |coz |cuz |bc |since |as |due to |given that |owing to "
    r"|(?:la |the )?(?:raison|motif|reason) ?(?::|est|is|=) ?)"
)
_REASON = rx(rf"[\s,;:.(–—-]*(?<!\w){_LEADS}")
_LEAD = rx(rf"^[\s,;:.(–—-]*{_LEADS}")
_CLAUSE = rx(r"(?:,(?!\d)|;|\.(?=\s)|\s[–—-]\s|\()\s*")
_COURTESY = rx(
    r"^(?:(?:please|thanks|thank you|a lot|merci|beaucoup|bien|d'avance|svp|stp|s'il (?:te|vous) plait"
    r"|(?:if|si) (?:it is |c'est )?possible|ok|d'accord|for now|pour l'instant|for the moment)[ ,.!]*)+$"
)
SHORTEST = 2
"""Words at least of a reason that no "because" leads in: "priorities changed"."""


def split_reason(text: str) -> tuple[str, str | None]:
    """A text before its reason, and the reason: led in by "because", else the last clause of its own.

    Args:
        text: The words, as they are shown.
    """
    shown = plain(text)
    folded = fold(shown)
    why = _REASON.search(folded)
    if why is not None and why.start() > 0:
        return shown[: why.start()], without_lead(shown[why.end() :])
    for cut in _CLAUSE.finditer(folded):
        tail = shown[cut.end() :]
        if cut.start() > 0 and len(tail.split()) >= SHORTEST and not _COURTESY.match(fold(tail)):
            return shown[: cut.start()], without_lead(tail)
    return shown, None


def led_reason(text: str) -> tuple[str, str | None]:
    """A text before its reason, and the reason, where words like "because" lead it in."""
    shown = plain(text)
    why = _REASON.search(fold(shown))
    if why is None or why.start() == 0:
        return shown, None
    return shown[: why.start()], without_lead(shown[why.end() :])


def without_lead(text: str) -> str | None:
    """A reason without the words that lead it in ("reason: 6 new starters"); None where nothing is left."""
    shown = plain(text).strip(" .;,)(")
    while (lead := _LEAD.match(fold(shown))) is not None and lead.end() < len(shown):
        shown = shown[lead.end() :].strip(" .;,)(")
    return shown or None
