"""Who leads, who takes part and where the news goes, told in a wish or in the answer to any question."""

from dataclasses import replace
from typing import Any

from coach.arranging import take_news, take_people
from coach.draft import Draft
from coach.language.arrangements import only_people
from coach.language.leading import part_leader
from coach.language.reading import Slot
from coach.messages.base import Message
from coach.messages.noted import Noted
from coach.noting import noted_between
from coach.outcomes import Outcome, after
from coach.owners import leader_facts, owner_facts


def says_more(text: str) -> bool:
    """Whether something is left of a text."""
    return any(character.isalnum() for character in text)


def people_and_news(
    draft: Draft, text: str, *, wish: bool = False
) -> tuple[Draft, dict[str, Any], tuple[Message, ...], str]:
    """Take the people and the news out of a text.

    Args:
        draft: The goal in the making.
        text: What the person wrote.
        wish: Whether it is the text that it all begins with: one person alone may lead there.

    Returns:
        The draft with those who take part and the news; who leads, by the draft's field names; what is said
        back of the former; and what else the text says.
    """
    leads: dict[str, Any] = {}
    draft, told, text = take_news(draft, text)
    if draft.asked is not Slot.OWNER:
        leader, text = part_leader(text)
        leads = leader_facts(draft, leader) if leader is not None else {}
    if wish:
        draft, joining, text = take_people(draft, text, alone=bool(leads))
        return draft, leads, (*told, *joining), text
    if draft.asked is not None:  # on the card, "with" says who takes part from now on
        draft, joining, text = take_people(draft, text, listed=draft.asked is not Slot.OWNER)
        told += joining
    people = only_people(text) if draft.asked is not Slot.OWNER else ()
    if len(people) == 1 and draft.owner_name is not None and not leads:
        return draft, owner_facts(f"<@{people[0]}>"), told, ""  # whose account it is was asked
    if people and draft.asked is not None:
        draft, joining, text = take_people(draft, f"avec {' '.join(f'<@{one}>' for one in people)}")
        told += joining
    return draft, leads, told, text


def with_leader(outcome: Outcome, leads: dict[str, Any]) -> Outcome:
    """The outcome with who leads, where the answer was taken for something that leaves it out."""
    if not leads or outcome.draft.owner == leads["owner"]:
        return outcome
    led = outcome.draft.model_copy(update=leads)
    told = tuple(message for _, message, _ in noted_between(outcome.draft, led))
    outcome = replace(outcome, draft=led)
    return after(outcome, (Noted(told),)) if told else outcome
