"""The one person who is named to lead a goal: "responsable : Karim", "James owns it"."""

from collections.abc import Mapping
from typing import NamedTuple

from coach.language.clauses import find_owner
from coach.language.detection import detect
from coach.language.plain import fold, plain
from coach.language.reading import Language


class NamedOwner(NamedTuple):
    """Who is named to lead, and where that stands in the plain text."""

    name: str
    start: int
    end: int


def named_owner(text: str, fallback: Language = Language.FR) -> NamedOwner | None:
    """Who leads by a text's words, where that is a name and no mention.

    Args:
        text: The message, in plain words (`plain`).
        fallback: Its language where the words do not tell it.
    """
    first = detect(text, fallback)
    for language in (first, Language.EN if first is Language.FR else Language.FR):
        found = find_owner(text, language)
        if found is not None:
            return None if found.who.startswith("<@") else NamedOwner(found.who, found.start, found.end)
    return None


def with_owner_mentioned(
    text: str, accounts: Mapping[str, str | None], fallback: Language = Language.FR
) -> str:
    """The text with the one who is named to lead as a mention, where the name is known to be one person's.

    Args:
        text: The message as Slack delivers it.
        accounts: Slack user ids by name; None for a name that several have.
        fallback: The text's language where its words do not tell it.
    """
    words = plain(text)
    found = named_owner(words, fallback)
    if found is None:
        return text
    known = {fold(name): user for name, user in accounts.items()}
    user = known.get(fold(found.name.removeprefix("@")))
    if user is None:
        return text
    before = words[: found.start].count(found.name)  # Slack's mark-up moves the places, not their order
    parts = text.split(found.name)
    if len(parts) <= before + 1:
        return text
    return f"{found.name.join(parts[: before + 1])}<@{user}>{found.name.join(parts[before + 1 :])}"
