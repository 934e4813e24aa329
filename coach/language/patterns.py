"""How the tables of words become regular expressions over the folded text.

Patterns are written without accents, in lower case. A space in a pattern stands for one or more
spaces (a spelled number leaves padding behind); `~` stands for an optional space or hyphen.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property


class Expression:
    """A regular expression that is compiled when it is first used, so that importing the reader is cheap."""

    def __init__(self, pattern: str, *, widen: bool = True) -> None:
        self.pattern = spaced(pattern) if widen else pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern)

    def search(self, text: str, start: int = 0, end: int = 10**9) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = 10**9) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = 10**9) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = 10**9) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """As `re.Pattern.findall`, for an expression without groups."""
        return self.compiled.findall(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """As `re.Pattern.split`, for an expression without groups."""
        return [piece for piece in self.compiled.split(text) if isinstance(piece, str)]


def rx(pattern: str) -> Expression:
    """A pattern of the tables."""
    return Expression(pattern)


def exact(pattern: str) -> Expression:
    """A pattern whose spaces are meant as they stand."""
    return Expression(pattern, widen=False)


def spaced(pattern: str) -> str:
    """The pattern with its spaces widened (those in a class of characters or a look-behind stay)."""
    return _BLANK.sub(lambda found: _WIDE.get(found[0], found[0]), pattern)


_BLANK = re.compile(r"\(\?<[!=][^()]*\)|\[[^\]]*\]|\\.| \?| |~")
_WIDE = {" ": "[ ]+", " ?": "[ ]*", "~": "[ -]?"}


def any_of(patterns: Iterable[str]) -> str:
    """One group that matches any of the patterns, the first that fits."""
    return "(?:" + "|".join(patterns) + ")"
