"""Taking how a goal is to be followed from what was said: of the card, or of a goal under way."""

from typing import Any

from coach.draft import Draft
from coach.goal import CheckInTime
from coach.language import understand
from coach.language.arrangements import Arrangements, Dropped, part_people, read_arrangements
from coach.language.named_people import part_helpers
from coach.language.news import part_news, without_word_of_news
from coach.language.plain import plain
from coach.language.reading import Slot
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
    update, told = changes_of(found, draft.contributors, draft.check_in)
    return draft.model_copy(update=update), told, rest


def take_helpers(draft: Draft, text: str, *, several: bool = False) -> tuple[Draft, tuple[Message, ...], str]:
    """Let those take part who are to help with what a text says ("deux écoutes avec <@U1>"); else as it was.

    Args:
        draft: The goal in the making.
        text: A wish, or something to do.
        several: Whether one person alone is not meant.

    Returns:
        The draft with them, what is said back, and the text without them.
    """
    words = plain(text)
    found = part_helpers(words, several=several)
    if not found.users and found.names is None:
        return draft, (), text
    if not found.users and found.names is not None and not _is_read_as_owner(draft, words, found.names):
        return draft, (say.PeopleByMention(found.names),) if several else (), text
    told: list[Message] = []
    if found.users:
        people = tuple(dict.fromkeys((*draft.contributors, *found.users)))
        draft = draft.model_copy(update={"contributors": people})
        told.append(say.TakingPart(tuple(Person(user=one) for one in people)))
    if found.names is not None:
        told.append(say.PeopleByMention(found.names))
    return draft, tuple(told), found.rest


def _is_read_as_owner(draft: Draft, words: str, names: str) -> bool:
    """Whether somebody of these names would be taken for a person: not each capital letter begins a name."""
    owner = understand(words, draft.language, draft.created_at.date(), fallback=draft.language).owner
    return owner is not None and owner.split(" ")[0] in names


def changes_of(
    found: Arrangements, contributors: tuple[str, ...], check_in: CheckInTime
) -> tuple[dict[str, Any], tuple[Message, ...]]:
    """What was said of the following, by the fields that a draft and a goal's terms share; and its echo.

    Args:
        found: What was said.
        contributors: Who takes part as it stands, by Slack user id.
        check_in: When the figures are asked for as it stands.
    """
    told: list[Message] = []
    update: dict[str, Any] = {}
    for dropped in Dropped:
        if dropped in found.dropped:
            update |= _EMPTY[dropped]
            told.append(say.LeftOut(dropped))
    people = tuple(one for one in found.people or contributors if one not in found.leaving)
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
        update["check_in"] = check_in = check_in.model_copy(update=when)
        told.append(CheckInChanged(check_in.weekday, check_in.at))
    return update, tuple(told)


def take_news(draft: Draft, text: str) -> tuple[Draft, tuple[Message, ...], str]:
    """Take which channel gets the news, and on which day, out of a wish or of any answer.

    Args:
        draft: The goal in the making.
        text: What the person wrote.

    Returns:
        The draft with them, what is said back, and what else the text says.
    """
    found, rest = part_news(text, acting=draft.asked is Slot.LEVER)
    told: list[Message] = []
    update: dict[str, Any] = {}
    if found.channel is not None:
        update["channel"] = found.channel
        told.append(say.NewsGoesTo(Channel(found.channel)))
    elif found.channel_name is not None:
        told.append(say.ChannelByLink(found.channel_name))
    if found.weekday is not None:
        update["post_weekday"] = found.weekday
        if found.at is not None:
            update["post_at"] = found.at
        told.append(say.NewsComesOn(found.weekday))
    if draft.asked in {Slot.LEVER, Slot.RELEVANCE} and (left := without_word_of_news(plain(rest))) != plain(
        rest
    ):
        rest = left  # it is no reason and nothing to do, and the channel reads those
        told.append(say.NewsIsSetLater())
    return (draft.model_copy(update=update) if update else draft), tuple(told), rest


def take_people(
    draft: Draft, text: str, *, alone: bool = True, listed: bool = True
) -> tuple[Draft, tuple[Message, ...], str]:
    """Take who takes part out of a wish or of any answer; they join those who take part already.

    Args:
        draft: The goal in the making.
        text: What the person wrote.
        alone: Whether one person alone behind "with" takes part: in a wish they may lead.
        listed: Whether people who are only listed take part.

    Returns:
        The draft with them, what is said back, and what else the text says.
    """
    found, rest = part_people(text, alone=alone, listed=listed)
    if found == Arrangements():
        return draft, (), text
    joining = found.model_copy(update={"people": (), "joining": found.people})
    update, told = changes_of(joining, draft.contributors, draft.check_in)
    return draft.model_copy(update=update), told, rest
