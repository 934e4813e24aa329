"""A speech that is too long for one message, as several: parted between what belongs together."""

from collections.abc import Callable, Iterator

from coach.speech import Divider, Line, Part, Speech, Style


def pages(speech: Speech, fits: Callable[[Speech], bool]) -> list[Speech]:
    """The speech in as few parts as fit, each beginning with a paragraph of its own.

    A heading stays with what it heads, and buttons with what they are about. What does not fit by itself is a
    part by itself.

    Args:
        speech: What is to be said.
        fits: Whether Slack takes it as one message.
    """
    if fits(speech):
        return [speech]
    found: list[Speech] = []
    held: list[Part] = []
    for paragraph in _paragraphs(speech):
        if held and not fits(Speech((*held, *paragraph))):
            found.append(_trimmed(held))
            held = []
        held += paragraph
    return [one for one in (*found, _trimmed(held)) if one.parts]


def _paragraphs(speech: Speech) -> Iterator[list[Part]]:
    """What must not be parted: a line with its heading above, and its buttons and pictures below."""
    held: list[Part] = []
    for part in speech.parts:
        headed = all(isinstance(one, Divider) or _is_heading(one) for one in held)
        if held and not headed and isinstance(part, Line | Divider):
            yield held
            held = []
        held.append(part)
    if held:
        yield held


def _is_heading(part: Part) -> bool:
    return isinstance(part, Line) and part.style is Style.HEADING


def _trimmed(parts: list[Part]) -> Speech:
    """Without a rule at the upper or the lower edge."""
    first, last = 0, len(parts)
    while first < last and isinstance(parts[first], Divider):
        first += 1
    while last > first and isinstance(parts[last - 1], Divider):
        last -= 1
    return Speech(tuple(parts[first:last]))
