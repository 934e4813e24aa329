"""Where the news of a goal goes and on which day: "nouvelles dans #support", "le post, c'est le vendredi"."""

# ruff: noqa: E501 - tables: one expression a line

from datetime import time

from coach.language.arrangements import (
    AT,
    CHANNEL_LINK,
    CLOCK,
    DAY,
    START,
    clock_and_day,
    rest_of,
    tidied,
    without,
)
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.quantity import Value


class News(Value):
    """What a text says of the news. All empty: nothing."""

    channel: str | None = None
    """Slack channel id."""
    channel_name: str | None = None
    """A channel that Slack did not turn into a link, as it was written."""
    weekday: int | None = None
    """Of the posts: 0 is Monday."""
    at: time | None = None


_ITS = r"(?:(?:le|la|les|the|our|nos|notre) )"
_THE = rf"(?:{_ITS}|(?:des|un|une|a) )?"
_NOUN = (
    r"(?:nouvelles|news|posts?|publications?|messages? (?:du|dans le) (?:salon|canal)|updates?)"
    r"(?: (?:hebdo(?:madaires?)?|de suivi|of the week|weekly))?"
)
_GOES = (
    r"(?: (?:a |to be |seront |sera |will be |are |is |sont |est )?(?:publie\w*|poste\w*|posted|published|vont|va"
    r"|go(?:es)?(?: out)?|parai\w+|tombent?))?"
)
_POSTS = (
    r"(?:(?:on |nous |we )?(?:poste[rz]?|publie[rz]?|publiez|post|publish|donne[rz]?|donnez|give|share|partage[rz]?)"
    rf"(?: {_THE}(?:{_NOUN}|ca|it))?)"
)
_HASH = r"(?P<channel>#[\w.-]*\w)"
_ROOM = r"(?:salon|canal|channel)"
_WHERE = rf"(?: ?:)? (?:(?:dans|sur|in|on|to|into) )?(?:le |la |the )?(?:{_ROOM} )?{_HASH}"
_THERE = rf"(?: (?:dans|sur|in|on|to|du|of) (?:le |the )?{_ROOM})?"
_LINK = (
    r",? ?(?:: ?)?(?:c'?est |ce sera |est |sont |sera |seront |is |are |will be |should be |plutot |rather )*"
)
_WHEN = rf"{DAY}(?:,? (?:{AT} )?{CLOCK})?"
_PLEASE = (
    r"(?:,? (?:please|svp|stp|s'il (?:vous|te) plait|si possible|if possible|plutot|instead|merci|thanks))?"
)
_END = rf"{_PLEASE}(?=[ ]?(?:$|[,;.!)])|[ ](?:et|and|avec|with)(?!\w))"
_STARTS = rf"(?:{START}|(?<=\. )|(?<=>) )(?:et |and |mais |but )?(?:c'est |it's )?"


_DATED = rf"{_THERE}{_LINK}{_WHEN}(?:{_WHERE})?{_END}"
_PLACED = rf"{_WHERE}(?:{_LINK}{_WHEN})?{_END}"
_IN_THE_ROOM = (
    rf"{_STARTS}{_ITS}?{_ROOM}(?: slack)?(?: (?:des nouvelles|de suivi|pour les nouvelles|for (?:the )?news))?"
    rf"(?: ?[:=] ?| est | is | a | c'est |, | ){_HASH}(?:{_LINK}{_WHEN})?{_END}"
)
_SURE = tuple(
    rx(pattern)
    for pattern in (
        _IN_THE_ROOM,
        rf"{_STARTS}{_ITS}?{_NOUN}{_GOES}{_PLACED}",
        rf"(?<!\w)(?:les |the )?(?:nouvelles|news){_GOES}{_PLACED}",
        rf"{_STARTS}(?:{_ITS}{_NOUN}|nouvelles|news){_GOES}{_DATED}",
        rf"{_STARTS}(?:donne[rz]?|donnez|give|share) (?:des |les |the |us )?(?:nouvelles|news){_PLACED}",
        rf"(?<=[;.]) ?{_NOUN}{_GOES}{_DATED}",
    )
)
"""What is no action either: "un post le vendredi" may be one."""
_LIKELY = tuple(
    rx(rf"{_STARTS}{head}{told}") for head in (rf"{_THE}{_NOUN}{_GOES}", _POSTS) for told in (_PLACED, _DATED)
)
_ABOUT = rx(
    r"(?<=[;.\n]) ?(?:et |and |mais |but |par contre,? )?(?:(?:le|les|un|the|our|nos|notre) )?"
    r"(?:posts?|publications?|salon|canal slack|slack channel|messages? (?:du|dans le) (?:salon|canal))(?!\w)[^;.\n]*"
)
"""A sentence of its own that speaks of the posts or of their channel."""
_SIGNS = rx(rf"#|(?<!\w)(?:{_NOUN}|{_ROOM}|{_POSTS})(?!\w)")


def part_news(text: str, *, acting: bool = False) -> tuple[News, str]:
    """Where and when the news goes by a text's words, and what else it says.

    Args:
        text: The message as Slack delivers it.
        acting: Whether something to do is asked: "publier les résultats dans #support" is it, then.

    Returns:
        What is told, and the rest: in plain words where something is.
    """
    shown = plain(text)
    if _SIGNS.search(fold(shown)) is None:
        return News(), text
    links = {f"#{name or ident}".casefold(): ident for ident, name in CHANNEL_LINK.findall(text)}
    found: dict[str, object] = {}
    for pattern in _SURE if acting else (*_SURE, *_LIKELY):
        match = pattern.search(fold(shown))
        if match is None:
            continue
        said = match.groupdict()
        if (written := said.get("channel")) is not None:
            ident = links.get(written)
            found |= {"channel": ident} if ident is not None else {"channel_name": written}
        if said.get("day") is not None:
            found |= clock_and_day(match)
        shown = without(shown, match.start(), match.end())
    return (News.model_validate(found), rest_of(shown, text)) if found else (News(), text)


def without_word_of_news(shown: str) -> str:
    """A text in plain words without the sentences that speak of the posts or of their channel."""
    matches = list(_ABOUT.finditer(fold(shown)))
    for match in reversed(matches):
        shown = f"{shown[: match.start()]} {shown[match.end() :]}"
    return tidied(shown) if matches else shown
