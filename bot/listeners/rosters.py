"""People who are named by a user group or a channel: Slack is asked who they are before the turn begins."""

from bot.blocks.roster_modal import CHANNEL, GROUP
from bot.listeners.desk import Desk
from bot.payloads import Caller
from bot.render import plain
from coach.errors import Refused
from coach.language.rosters import Roster, RosterKind, with_people
from coach.messages import rosters as say
from coach.messages.base import Message
from coach.usecases.call import Call
from coach.usecases.rosters import add_people, rosters_meant


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
