"""Taking into a draft how its goal is to be followed, where the card is answered in words."""

from typing import Any

from coach.draft import Draft
from coach.language.arrangements import Arrangements, Dropped, read_arrangements
from coach.messages import arranging as say
from coach.messages.base import Channel, Message, Person
from coach.messages.replanning import CheckInChanged

_EMPTY: dict[Dropped, dict[str, Any]] = {
    Dropped.SCOPE: {"scope": None},
    Dropped.STRETCH: {"stretch": None},
    Dropped.CHANNEL: {"channel": None},
    Dropped.CONTRIBUTORS: {"contributors": ()},
}


def arrange(draft: Draft, text: str) -> tuple[Draft, tuple[Message, ...], str]:
    """Take who takes part, the channel and the check-in out of an answer to the card.

    Args:
        draft: The draft, as its card shows it.
        text: What the person wrote.

    Returns:
        The draft with them, what is said back, and what else the text says.
    """
    found, rest = read_arrangements(text)
    if found == Arrangements():
        return draft, (), text
    told: list[Message] = []
    update: dict[str, Any] = {}
    for dropped in Dropped:
        if dropped in found.dropped:
            update |= _EMPTY[dropped]
            told.append(say.LeftOut(dropped))
    people = tuple(one for one in found.people or draft.contributors if one not in found.leaving)
    people = tuple(dict.fromkeys((*people, *found.joining)))
    if found.people or found.joining or found.leaving:
        update["contributors"] = people
        told.append(say.TakingPart(tuple(Person(user=one) for one in people)) if people else say.AloneNow())
    if found.names is not None:
        told.append(say.PeopleByMention(found.names))
    if found.channel is not None:
        update["channel"] = found.channel
        told.append(say.NewsGoesTo(Channel(found.channel)))
    elif found.channel_name is not None:
        told.append(say.ChannelByLink(found.channel_name))
    if found.weekday is not None or found.at is not None:
        when: dict[str, Any] = {} if found.weekday is None else {"weekday": found.weekday}
        if found.at is not None:
            when |= {"at": found.at, "chosen": True}
        update["check_in"] = check_in = draft.check_in.model_copy(update=when)
        told.append(CheckInChanged(check_in.weekday, check_in.at))
    return draft.model_copy(update=update), tuple(told), rest
