"""From what Slack delivers to plain text, and from plain text to a folded one of the same length.

Offsets into the folded text are offsets into the plain one: every step after Slack's mark-up maps
characters one to one.
"""

import re
import unicodedata
from functools import lru_cache

_MARKUP = re.compile(r"<([@#!]?)([^<>|\n]{1,300})(?:\|([^<>\n]{0,300}))?>")
_EMOJI = re.compile(r"(?<![\w:]):[a-z0-9_+'-]{2,50}:(?!\w)")
_EMPHASIS = re.compile(r"(?<!\w)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?!\w)")
_BULLET = re.compile(r"(?m)^[ \t]{0,8}[-•*▪◦–·]{1,2}[ \t]+")
_SPACES = re.compile(r"[ \t]{2,}")
_BREAKS = re.compile(r"\s*\n\s*")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&nbsp;": " "}
_ENTITY = re.compile("|".join(_ENTITIES))

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "
        ),
        **dict.fromkeys("\u202f\u205f\u3000\t\v\f\x1c\x1d\x1e\x1f\x85", " "),
        **dict.fromkeys("\r\u2028\u2029", "\n"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        "\u2026": ".",
        "\u00d7": "x",
        "\u2044": "/",
        "\u2192": "\u2192",
    }
)
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """The text without Slack's mark-up, with plain spaces, hyphens, apostrophes and digits.

    A mention stays as `<@U…>`; a channel becomes `#name`, a link its label. In one turn each reader of the
    same text asks for it.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _MARKUP.sub(_unmarked, text)
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    text = _EMOJI.sub(" ", text)
    text = _FULL_WIDTH.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = text.translate(_ONE_TO_ONE)
    text = _BULLET.sub("", text)
    text = _EMPHASIS.sub("", text)
    text = _SPACES.sub(" ", text)
    return _BREAKS.sub("\n", text).strip()


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """The plain text in lower case and without accents, of the same length; line ends become `;`.

    As with `plain`, each reader of a turn asks for it.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower.translate(_FOLDED)
    return "".join(low if len(low := char.lower()) == 1 else char for char in text).translate(_FOLDED)


def has_digit(text: str) -> bool:
    """Whether there is a digit in a text, whatever it belongs to."""
    return any(map(str.isdigit, text))


def _base(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isalpha() else char


_FOLDED = {
    **{code: _base(chr(code)) for code in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00))},
    ord("\n"): ";",
    ord("œ"): "o",
    ord("æ"): "a",
    ord("ß"): "s",
    ord("ø"): "o",
    ord("ł"): "l",
}


def _unmarked(found: re.Match[str]) -> str:
    kind, target, label = found.groups()
    if kind == "@":
        return f"<@{target}>"
    if kind == "#":
        return f"#{label or target}"
    if kind == "!":
        return f" {label or ''} "
    if not (":" in target or label):
        return found[0]
    return label or " "
