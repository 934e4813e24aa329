"""Finding who is named together: a user group ("avec @agents"), or everybody in a channel.

Who they are is Slack's to say; here is only which groups and channels a text means as people.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from coach.language.arrangements import read_arrangements
from coach.quantity import Value


class RosterKind(StrEnum):
    """What names several people at once."""

    GROUP = "group"  # a user group
    CHANNEL = "channel"


class Roster(Value):
    """Several people by one name."""

    kind: RosterKind
    id: str
    """Slack's id of the user group or the channel."""


_EVERYBODY = (
    r"(?:(?:tou(?:t|te|s|tes) )?(?:ceux|celles|le monde|les? (?:membres?|gens|personnes|agents|conseillers)"
    r"|l['’]équipe|la team)|everyone|everybody|all|(?:the )?(?:members?|people|agents|team))"
    r"(?: (?:who are|qui sont|présents?))? (?:de|du|dans|sur|of|in|from|on)(?: (?:le|la|the))?"
    r"(?: (?:canal|salon|channel))?"
)
_ROSTER = re.compile(
    rf"<!subteam\^(?P<group>[A-Za-z0-9]+)(?:\|[^<>]*)?>"
    rf"|(?<!\w){_EVERYBODY} <#(?P<channel>[A-Za-z0-9]+)(?:\|[^<>]*)?>(?: channel(?!\w))?",
    re.IGNORECASE,
)
_STAND_INS = ("ROSTERONE", "ROSTERTWO")
"""Two people who are nobody's: with them a text is read as it would be with those whom it means."""
LONGEST_REST = 6
"""Words besides that say which goal is meant; more say something else."""


def rosters_as_people(text: str, *, alone: bool) -> tuple[Roster, ...]:
    """The groups and channels that a text names as people who take part.

    Args:
        text: The message as Slack delivers it.
        alone: Whether it must say little else, since it answers no question.
    """
    found = _rosters(text)
    if not found:
        return ()
    arrangements, rest = read_arrangements(with_people(text, dict.fromkeys(found, _STAND_INS)))
    named = {*arrangements.people, *arrangements.joining, *arrangements.leaving}
    if not named & set(_STAND_INS) or (alone and len(rest.split()) > LONGEST_REST):
        return ()
    return found


def with_people(text: str, people: Mapping[Roster, tuple[str, ...]]) -> str:
    """The text with everybody mentioned by themselves.

    Args:
        text: The message as Slack delivers it.
        people: Slack user ids by what names them.
    """

    def mentions(match: re.Match[str]) -> str:
        roster = _of(match)
        if roster not in people:
            return match[0]
        named = ", ".join(f"<@{one}>" for one in people[roster])
        return named if text[: match.start()].strip() else f"avec {named}"

    return _ROSTER.sub(mentions, text)


def _rosters(text: str) -> tuple[Roster, ...]:
    return tuple(dict.fromkeys(_of(match) for match in _ROSTER.finditer(text)))


def _of(match: re.Match[str]) -> Roster:
    if match["group"]:
        return Roster(kind=RosterKind.GROUP, id=match["group"])
    return Roster(kind=RosterKind.CHANNEL, id=match["channel"])
