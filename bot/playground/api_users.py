"""Methods about people and groups of people."""

from bot.playground import events
from bot.playground.api import Call
from bot.playground.api_conversations import page
from bot.playground.errors import SlackRefusal
from bot.playground.values import Json


def info(call: Call) -> Json:
    """`users.info`; `include_locale` adds the language."""
    return {"user": events.user_object(call.world, call.user(), locale=call.flag("include_locale"))}


def list_(call: Call) -> Json:
    """`users.list`: everybody, those who left and bots among them."""
    found, cursor = page(call, list(call.world.state.users.values()), 1000)
    locale = call.flag("include_locale")
    bodies = [events.user_object(call.world, user, locale=locale) for user in found]
    return {"members": bodies, "cache_ts": int(call.world.now().timestamp()), "response_metadata": cursor}


def groups(call: Call) -> Json:
    """`usergroups.list`."""
    found = [
        {
            "id": group.id,
            "team_id": call.world.state.team_id,
            "is_usergroup": True,
            "name": group.name,
            "handle": group.handle,
            "user_count": len(group.users),
            "date_delete": 0,
        }
        | ({"users": group.users} if call.flag("include_users") else {})
        for group in call.world.state.groups.values()
    ]
    return {"usergroups": found}


def group_users(call: Call) -> Json:
    """`usergroups.users.list`."""
    group = call.world.state.groups.get(call.need("usergroup"))
    if group is None:
        raise SlackRefusal("no_such_subteam")
    return {"users": list(group.users)}


METHODS = {
    "users.info": info,
    "users.list": list_,
    "usergroups.list": groups,
    "usergroups.users.list": group_users,
}
