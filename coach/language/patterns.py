"""How the tables of words become regular expressions over the folded text.

Patterns are written without accents, in lower case. A space in a pattern stands for one or more
spaces (a spelled number leaves padding behind); `~` stands for an optional space or hyphen.
"""

import re
from collections.abc import Iterable


def rx(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables, compiled."""
    return re.compile(spaced(pattern))


def spaced(pattern: str) -> str:
    """The pattern with its spaces widened (those in a class of characters or a look-behind stay)."""
    return _BLANK.sub(lambda found: _WIDE.get(found[0], found[0]), pattern)


_BLANK = re.compile(r"\(\?<[!=][^()]*\)|\[[^\]]*\]|\\.| \?| |~")
_WIDE = {" ": "[ ]+", " ?": "[ ]*", "~": "[ -]?"}


def any_of(patterns: Iterable[str]) -> str:
    """One group that matches any of the patterns, the first that fits."""
    return "(?:" + "|".join(patterns) + ")"


def words(patterns: Iterable[str]) -> re.Pattern[str]:
    """Whole words or phrases, any of them."""
    return rx(r"(?<!\w)" + any_of(patterns) + r"(?!\w)")
