"""Reads Slack's mark-up into a tree, to be shown as HTML or as plain text."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

from bot.playground.emoji import EMOJI
from bot.playground.typing_in import unescape

if TYPE_CHECKING:
    from bot.playground.world import World

Kind = Literal["text", "bold", "italic", "strike", "code", "pre", "quote", "link", "mention", "break"]


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of marked-up text.

    Attributes:
        text: The words of a leaf, without escapes.
        target: The address of a link.
        children: What stands in it.
    """

    kind: Kind
    text: str = ""
    target: str = ""
    children: tuple["Node", ...] = ()


_PRE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_INLINE = re.compile(
    r"(?P<code>`[^`\n]+`)"
    r"|(?P<angle><[^<>\n]+>)"
    r"|(?P<emoji>:[a-z0-9_+'-]+:)"
    r"|(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^\s_](?:[^\n]*?[^\s_])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])"
)


def parse(text: str, world: "World") -> list[Node]:
    """Slack's mark-up as a tree.

    Args:
        text: Text with Slack's escapes and mark-up.
        world: The workspace, for the names behind mentions.
    """
    found: list[Node] = []
    at = 0
    for hit in _PRE.finditer(text):
        before = text[at : hit.start()].removesuffix("\n")
        if before:
            found += _lines(before, world)
        found.append(Node("pre", unescape(hit.group(1))))
        at = hit.end() + (1 if text[hit.end() : hit.end() + 1] == "\n" else 0)
    if at < len(text):
        found += _lines(text[at:], world)
    return found


def _lines(text: str, world: "World") -> list[Node]:
    found: list[Node] = []
    quoted: list[Node] = []
    for line in text.split("\n"):
        is_quote = line.startswith(("&gt;", ">"))
        if is_quote:
            words = line.removeprefix("&gt;").removeprefix(">").removeprefix(" ")
            quoted += ([Node("break")] if quoted else []) + _inline(words, world)
            continue
        if quoted:
            found.append(Node("quote", children=tuple(quoted)))
            quoted = []
        elif found and found[-1].kind != "quote":
            found.append(Node("break"))
        found += _inline(line, world) or [Node("text", "")]
    if quoted:
        if found and found[-1] == Node("text", ""):
            found.pop()
        found.append(Node("quote", children=tuple(quoted)))
    return found


def _inline(text: str, world: "World") -> list[Node]:
    found: list[Node] = []
    at = 0
    for hit in _INLINE.finditer(text):
        if hit.start() > at:
            found.append(Node("text", unescape(text[at : hit.start()])))
        kind = hit.lastgroup
        words = hit.group(kind) if kind else ""
        if kind == "code":
            found.append(Node("code", unescape(words[1:-1])))
        elif kind == "angle":
            found.append(_angle(words[1:-1], world))
        elif kind == "emoji":
            found.append(Node("text", EMOJI.get(words.strip(":"), words)))
        elif kind in {"bold", "italic", "strike"}:
            found.append(Node(kind, children=tuple(_inline(words, world))))  # type: ignore[arg-type]
        at = hit.end()
    if at < len(text):
        found.append(Node("text", unescape(text[at:])))
    return found


def _angle(inside: str, world: "World") -> Node:
    body, _, label = inside.partition("|")
    state = world.state
    if body.startswith("@"):
        user = state.users.get(body[1:])
        return Node("mention", "@" + (user.real_name if user else unescape(label) or body[1:]))
    if body.startswith("#"):
        channel = state.channels.get(body[1:])
        return Node("mention", "#" + (channel.name if channel else unescape(label) or body[1:]))
    if body.startswith("!subteam^"):
        group = state.groups.get(body.removeprefix("!subteam^"))
        return Node("mention", "@" + (group.handle if group else unescape(label)))
    if body.startswith("!date^"):
        return Node("text", unescape(label))
    if body.startswith("!"):
        return Node("mention", "@" + body[1:])
    return Node("link", unescape(label or body.removeprefix("mailto:")), target=unescape(body))


def to_text(nodes: list[Node] | tuple[Node, ...]) -> str:
    """A tree as a person reads it, without marks."""
    return "".join(_text(node) for node in nodes).strip("\n")


def _text(node: Node) -> str:
    if node.kind == "break":
        return "\n"
    if node.kind == "pre":
        return "\n" + node.text + "\n"
    if node.kind == "quote":
        inside = to_text(node.children)
        return "\n" + "\n".join(f"> {line}" for line in inside.split("\n")) + "\n"
    if node.kind == "link":
        return node.text if node.text in node.target else f"{node.text} ({node.target})"
    return node.text or to_text(node.children)


_TAGS = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "strike": ("<s>", "</s>"),
    "quote": ("<blockquote>", "</blockquote>"),
    "pre": ("<pre>", "</pre>"),
    "code": ("<code>", "</code>"),
    "mention": ('<span class="mention">', "</span>"),
}


def to_html(nodes: list[Node] | tuple[Node, ...]) -> Markup:
    """A tree as safe HTML."""
    return Markup("").join(_html(node) for node in nodes)


def _html(node: Node) -> Markup:
    if node.kind == "break":
        return Markup("<br>")
    if node.kind == "link":
        if not node.target.startswith(("http://", "https://", "mailto:")):
            return escape(node.text)
        return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(
            node.target, node.text
        )
    opening, closing = _TAGS.get(node.kind, ("", ""))
    inside = to_html(node.children) if node.children else escape(node.text)
    return Markup(opening) + inside + Markup(closing)  # noqa: S704 - our own tags


def emojified(text: str) -> str:
    """Plain text with its emoji names replaced, as `plain_text` objects show it."""
    return re.sub(
        r":[a-z0-9_+'-]+:", lambda hit: EMOJI.get(hit.group(0).strip(":"), hit.group(0)), unescape(text)
    )
