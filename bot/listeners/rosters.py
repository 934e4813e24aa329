"""People who are named by a user group or a channel: Slack is asked who they are before the turn begins."""

import re
from contextlib import suppress

from bot.blocks.roster_modal import CHANNEL, GROUP
from bot.listeners.desk import Desk
from bot.payloads import Caller
from bot.render import plain
from coach.errors import Refused
from coach.language.plain import plain as plain_words
from coach.language.rosters import Roster, RosterKind, with_people
from coach.messages import rosters as say
from coach.messages.base import Message
from coach.usecases.call import Call
from coach.usecases.naming_people import leaves_somebody, may_name_somebody, with_mentions
from coach.usecases.rosters import add_people, rosters_meant

CHANNEL_LINK = re.compile(r"<#([A-Z0-9]+)(?:\|[^<>]*)?>")


def with_everybody(desk: Desk, caller: Caller, text: str) -> str:
    """A text in which those who are meant by a group or a channel are mentioned one by one.

    Raises:
        Refused: they are too many, or none, or Slack does not say who.
    """
    if "<!subteam^" not in text and "<#" not in text:
        return text
    meant = desk.turns.look(caller, lambda call: rosters_meant(call, text)) or ()
    people = {one: desk.rosters.people(caller.workspace, one, caller.user) for one in meant}
    return with_people(text, people)


def with_named(desk: Desk, caller: Caller, text: str) -> str:
    """A text in which people who are named are mentioned, where the workspace knows them by that name once.

    Who is not known yet is looked for in the channels that the text and the goal in the making name.
    """
    if not may_name_somebody(text):
        return text
    found = desk.turns.look(caller, lambda call: with_mentions(call, text))
    if found is None:
        return text
    named, channel = found
    channels = dict.fromkeys((*CHANNEL_LINK.findall(text), *((channel,) if channel is not None else ())))
    left = channels and leaves_somebody(plain_words(named))
    members: list[str] = []
    for one in channels if left or channel is not None else ():
        with suppress(Refused):
            members += desk.rosters.people(
                caller.workspace, Roster(kind=RosterKind.CHANNEL, id=one), caller.user
            )
    if not members:
        return named
    again = desk.turns.look(caller, lambda call: with_mentions(call, text, members))
    return again[0] if again is not None else named


def form_sent(desk: Desk, caller: Caller, draft: str, values: dict[str, str]) -> dict[str, str]:
    """The form that takes people from a channel or a group was sent; what is wrong, by field."""
    people: list[str] = []
    errors: dict[str, Message] = {}
    for field, kind in ((CHANNEL, RosterKind.CHANNEL), (GROUP, RosterKind.GROUP)):
        if not (chosen := values.get(field)):
            continue
        try:
            people += desk.rosters.people(caller.workspace, Roster(kind=kind, id=chosen), caller.user)
        except Refused as refused:
            errors[field] = refused.says
    if not people and not errors:
        errors[CHANNEL] = say.NoRosterChosen()

    def use_case(call: Call) -> dict[str, str]:
        if not errors:
            add_people(call, draft, tuple(people))
        return {field: plain(error, call.person.language) for field, error in errors.items()}

    return (desk.turns.look if errors else desk.turns.run)(caller, use_case) or {}
