"""Names become mentions, where the workspace's people are known by them once."""

from collections.abc import Iterable

from coach.draft import DraftState
from coach.language.arrangements import read_arrangements
from coach.language.named_owner import named_owner, with_owner_mentioned
from coach.language.named_people import MENTION, may_name_people, mentioned, part_helpers
from coach.language.plain import plain
from coach.people import FocusKind, Profile
from coach.usecases.call import Call


def with_mentions(call: Call, text: str, members: Iterable[str] = ()) -> tuple[str, str | None]:
    """The text with those mentioned whose names are known; and, where others are left, the news' channel.

    In a goal in the making one name behind "with" is somebody who helps; in a wish it is who leads.

    Args:
        call: Who writes.
        text: What they wrote, as Slack delivers it.
        members: Others who may be meant: those in the channel of the news.
    """
    if not may_name_somebody(text):
        return text, None
    focus = call.person.focus
    drafted = focus is not None and focus.kind is FocusKind.DRAFT
    draft = call.uow.drafts.get(call.workspace, focus.id) if focus is not None and drafted else None
    making = draft is not None and draft.state is DraftState.OPEN
    known = dict.fromkeys((*members, *_people(call), *(draft.contributors if draft is not None else ())))
    accounts, language = _accounts(call, known), call.person.language
    found = mentioned(text, accounts, several=not making)
    found = with_owner_mentioned(found, accounts, language)
    words = plain(found)
    left = leaves_somebody(words) or part_helpers(words).names is not None
    return found, draft.channel if left and draft is not None else None


def account_of(call: Call, who: str) -> str | None:
    """The Slack user id of somebody who leads or takes part; None: nobody has the name, or two have.

    Args:
        call: Who names them.
        who: A mention, or a name as it was written, with or without its @.
    """
    if (found := MENTION.fullmatch(who)) is not None:
        return found[1]
    return _accounts(call, dict.fromkeys(_people(call))).get(who.removeprefix("@").casefold())


def may_name_somebody(text: str) -> bool:
    """Whether a text may name people who take part, or the one who leads."""
    return may_name_people(text) or named_owner(plain(text)) is not None


def leaves_somebody(words: str) -> bool:
    """Whether somebody is named in a text, in plain words, who is not mentioned."""
    return read_arrangements(words)[0].names is not None or named_owner(words) is not None


def _people(call: Call) -> list[str]:
    """Those who lead or take part in the goals of the workspace."""
    goals = (*call.uow.goals.active(call.workspace), *call.uow.goals.of_person(call.workspace, call.user))
    return [user for goal in goals for user in (goal.owner, goal.author, *goal.contributors)]


def _accounts(call: Call, users: Iterable[str]) -> dict[str, str | None]:
    """The people by whole name and by first name; a name that two of them have is nobody's."""
    profiles = [one for user in users if (one := call.uow.people.get(call.workspace, user)) is not None]
    owners: dict[str, set[str]] = {}
    for profile in profiles:
        if not profile.deactivated:
            for name in _names(profile):
                owners.setdefault(name.casefold(), set()).add(profile.user)
    return {name: next(iter(users)) if len(users) == 1 else None for name, users in owners.items()}


def _names(profile: Profile) -> tuple[str, ...]:
    whole = profile.name.strip()
    first = whole.split(" ")[0]
    return tuple(name for name in dict.fromkeys((whole, first)) if len(name) > 1)
