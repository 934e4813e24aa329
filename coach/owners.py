"""Who leads a goal, where a text says it beside something else."""

import re
from typing import Any

from coach.draft import Draft
from coach.language.reading import Role, Understanding

LED_BY = re.compile(
    r"[ ,;]+(?:\w+ )?(?:men|pilot|condui|dirig|port|anim)\w* par$|[ ,;]+(?:led|run|driven|owned) by$",
    re.IGNORECASE,
)
WITH = re.compile(r"\b(?:avec|with) \S*$", re.IGNORECASE)
MYSELF = frozenset({"moi", "moi-même", "me", "myself", "i"})
"""What people call themselves as the owner."""


def without_owner(words: str, reading: Understanding) -> str:
    """An answer without the part that says who leads ("…, menée par Karim"): it stands in its own place."""
    for mention in reading.mentions:
        if mention.role is Role.OWNER and words == reading.text and mention.start > 0:
            before = words[: mention.start].rstrip(" ,;(")
            return LED_BY.sub("", before).rstrip(" ,;(") + words[mention.end :]
    return words


def does_it_with(reading: Understanding) -> bool:
    """Whether the person named beside an action helps with it ("… with Karim"), which is not to lead."""
    named = next((one for one in reading.mentions if one.role is Role.OWNER), None)
    return named is not None and WITH.search(reading.text[: named.start + 5]) is not None


def owner_facts(owner: str) -> dict[str, Any]:
    """Who leads, by the draft's field names: an account, or a name alone."""
    if owner.startswith("<@"):
        return {"owner": owner[2:].split("|", 1)[0].rstrip(">"), "owner_name": None}
    return {"owner": None, "owner_name": owner[:80]}


def leader_facts(draft: Draft, leader: str) -> dict[str, Any]:
    """Who leads, by the draft's field names; `leader` is a mention, or "moi" for whoever makes the goal."""
    return owner_facts(leader) if leader.startswith("<@") else {"owner": draft.author, "owner_name": None}
