"""Who leads, told beside something else by a mention or by "I": "@Karim responsable, avec …", "I lead, …"."""

# ruff: noqa: E501 - tables: one expression a line

import re

from coach.language.arrangements import AND, ID, ONE, rest_of, without
from coach.language.patterns import rx
from coach.language.plain import fold, plain

LEAD_NOUN = (
    r"(?:responsables?|resp|pilotes?|porteu(?:r|se)|referente?|proprietaire|chef(?:fe)? de projet|owner"
    r"|lead(?:er)?|person in charge)"
)
LEAD_VERB = (
    r"(?:pilote(?:ra|rai)?|porte(?:ra|rai)?|mene(?:ra|rai)?|gere(?:ra|rai)?|dirige(?:ra|rai)?|conduit|conduis"
    r"|[sm]'en (?:occupe|charge)(?:ra|rai)?|pren(?:d|ds|dra|drai) (?:le lead|la main|la responsabilite|en charge)"
    rf"|(?:est|suis|sera|serai) (?:le |la |l')?{LEAD_NOUN}|aux manettes|au pilotage"
    rf"|(?:comme|en tant que|en|as) (?:the )?{LEAD_NOUN}"
    r"|(?:(?:will|to|'ll) )?(?:leads?|owns?|runs?|drives?|takes? the lead)"
    rf"|(?:(?:is|am|will be)|'[sm]) (?:(?:the )?{LEAD_NOUN}|leading|owning|running|driving|in charge)"
    rf"|in charge|(?:le |la |l'|the )?{LEAD_NOUN})"
)
_IT = r"(?: (?:it|this|this one|that|the goal|this goal|le projet|l'objectif|cet objectif|tout ca|ca))?"
_THE = r"(?:(?:le|la|les|the|our|my|notre|mon|ma) |l')?"
_START = r"(?:^|(?<=[,;.:(])|(?<!\w)(?:et|and|avec|with|mais|but)(?= )) ?"
END = r"(?=[ ]?(?:$|[,;.!)])|[ ](?:et|and|avec|with|w/)(?!\w)|[ ]<@)"
"""Where what is told of people stops."""
_IT_IS = r"(?:(?:c'?est|c'?|ce sera|it's|it is|that's) )?"
_I = r"(?:moi,? je|moi|je|j'|myself|me|i)"
_ME = r"(?:moi|me|myself|i)(?! et | and )"

_LEADING = (
    rx(rf"{_IT_IS}(?P<who>{ONE})(?: (?:qui|who))?(?: ?[:=(-]? ?|(?='))(?:{LEAD_VERB}){_IT}\)?{END}"),
    rx(rf"(?P<who>{ONE}), {_THE}{LEAD_NOUN}(?=[ ]?(?:$|[,;.!]))"),
    rx(rf"{_START}{_IT_IS}(?P<who>{_I})(?: (?:qui|who|that))?(?:,? |(?=')|(?<='))(?:{LEAD_VERB}){_IT}{END}"),
    rx(
        rf"(?:{_START}{_THE}{LEAD_NOUN}(?: (?:du projet|de l'objectif|of the goal|of it))?"
        rf"(?: ?[:=-] ?|,? (?:(?:c'?est|est|sera|ce sera|is|will be|c) )?)(?:(?:c'?est|it's) )?)"
        rf"(?P<who>{ONE}|{_ME}){END}"
    ),
    rx(
        r"(?<!\w)(?:pilotee?|portee?|menee?|geree?|conduite?|dirigee?|led|owned|run|driven|managed) (?:par|by)"
        rf" (?P<who>{ONE}|{_ME}){END}"
    ),
)
"""Who, then what they do (a mention, "I"); what they are, then who."""
_TOGETHER = rx(
    rf"(?P<people>{ONE}(?:{AND}{ONE})*?(?: et | and | ?& ?| ?\+ ?){ONE})(?: (?:qui|who))? (?:{LEAD_VERB}|(?:co-?)?pilotent|portent"
    rf"|menent|gerent|dirigent|s'en (?:occupent|chargent)|(?:sont|seront) (?:les )?{LEAD_NOUN}"
    rf"|are (?:(?:the )?{LEAD_NOUN}s?|leading|owning|in charge)){_IT}{END}"
)
"""Several who lead: one is asked for the figures, the first; the others take part."""
_ME_ALONE = rx(r"(?:oui |yes |ok )?(?:c'?est |it's |that's )?(?:moi|me|myself)(?:-meme)?[ .!]*")
_SIGNS = re.compile(rf"<@|(?<!\w){_I}(?!\w)")


def part_leader(text: str) -> tuple[str | None, str]:
    """Who leads by a text's words, and what else it says.

    Args:
        text: The message as Slack delivers it.

    Returns:
        A mention (`<@U…>`) or "moi" for whoever writes; None where nobody is told; and the rest, in plain words
        where somebody is.
    """
    shown = plain(text)
    folded = fold(shown)
    if _SIGNS.search(folded) is None:
        return None, text
    if _ME_ALONE.fullmatch(folded) is not None:
        return "moi", ""
    if (together := _TOGETHER.search(folded)) is not None:
        first, *others = ID.findall(shown[together.start("people") : together.end("people")])
        helping = f"avec {' '.join(f'<@{one}>' for one in others)}"
        rest = f"{shown[: together.start()]}, {helping}, {shown[together.end() :]}"
        return f"<@{first}>", rest_of(rest, text)
    found = [match for pattern in _LEADING if (match := pattern.search(folded)) is not None]
    if not found:
        return None, text
    told = min(found, key=lambda one: one.start())
    who = shown[told.start("who") : told.end("who")]
    rest = rest_of(without(shown, told.start(), told.end()), text)
    return who if who.startswith("<@") else "moi", rest
