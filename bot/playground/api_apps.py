"""Methods about the app itself: is it there, may it call, its assistant threads."""

from bot.playground import people
from bot.playground.api import Call
from bot.playground.errors import SlackRefusal
from bot.playground.values import Assistant, Json


def api_test(call: Call) -> Json:
    """`api.test`: echo the arguments, or the error asked for."""
    if call.text("error"):
        raise SlackRefusal(call.text("error"), args=dict(call.args))
    return {"args": dict(call.args)}


def auth_test(call: Call) -> Json:
    """`auth.test`: whose token is it?"""
    state = call.world.state
    return {
        "url": f"https://{state.team_domain}.slack.com/",
        "team": state.team_name,
        "user": call.world.bot.name,
        "team_id": state.team_id,
        "user_id": call.world.bot.id,
        "bot_id": people.BOT_ID,
        "is_enterprise_install": False,
    }


def auth_revoke(call: Call) -> Json:
    """`auth.revoke`: the token is of no use afterwards."""
    if not call.flag("test"):
        with call.world.change() as state:
            state.revoked = True
    return {"revoked": not call.flag("test")}


def team_info(call: Call) -> Json:
    """`team.info`: the workspace."""
    state = call.world.state
    if call.text("team") not in {"", state.team_id}:
        raise SlackRefusal("team_not_found")
    return {
        "team": {
            "id": state.team_id,
            "name": state.team_name,
            "domain": state.team_domain,
            "url": f"https://{state.team_domain}.slack.com/",
            "email_domain": "",
            "icon": {"image_default": True},
        }
    }


def bots_info(call: Call) -> Json:
    """`bots.info`: the app's bot."""
    if call.text("bot") not in {"", people.BOT_ID}:
        raise SlackRefusal("bot_not_found")
    bot = call.world.bot
    return {
        "bot": {
            "id": people.BOT_ID,
            "deleted": False,
            "name": bot.real_name,
            "updated": 0,
            "app_id": people.APP_ID,
            "user_id": bot.id,
            "icons": {},
        }
    }


def connections_open(_call: Call) -> Json:
    """`apps.connections.open`: Socket Mode is not spoken here; the app is called over HTTP."""
    raise SlackRefusal(
        "forbidden_team",
        ["the playground delivers over signed HTTP; start the app with a request URL instead of Socket Mode"],
    )


def _assistant(call: Call) -> Assistant:
    channel = call.channel("channel_id")
    if not channel.is_im:
        raise SlackRefusal("channel_not_found")
    thread = call.text("thread_ts")
    with call.world.change() as state:
        return state.assistants.setdefault(f"{channel.id}/{thread}", Assistant())


def set_status(call: Call) -> Json:
    """`assistant.threads.setStatus`: what the app is about; empty when done."""
    call.need("thread_ts")
    found = _assistant(call)
    with call.world.change():
        found.status = call.text("status")
    return {}


def set_title(call: Call) -> Json:
    """`assistant.threads.setTitle`: the thread's name in the list."""
    call.need("thread_ts")
    title = call.need("title")
    found = _assistant(call)
    with call.world.change():
        found.title = title
    return {}


def set_suggested_prompts(call: Call) -> Json:
    """`assistant.threads.setSuggestedPrompts`: up to four prompts to choose from."""
    prompts = call.structure("prompts")
    if not isinstance(prompts, list) or not prompts or len(prompts) > 4:
        raise SlackRefusal(
            "invalid_arguments", ["must provide between 1 and 4 prompts [json-pointer:/prompts]"]
        )
    for number, prompt in enumerate(prompts):
        if not isinstance(prompt, dict) or not prompt.get("title") or not prompt.get("message"):
            raise SlackRefusal(
                "invalid_arguments", [f"must provide a title and a message [json-pointer:/prompts/{number}]"]
            )
    found = _assistant(call)
    with call.world.change():
        found.prompts = prompts
        found.title = call.text("title", found.title)
    return {}


METHODS = {
    "api.test": api_test,
    "auth.test": auth_test,
    "auth.revoke": auth_revoke,
    "team.info": team_info,
    "bots.info": bots_info,
    "apps.connections.open": connections_open,
    "assistant.threads.setStatus": set_status,
    "assistant.threads.setTitle": set_title,
    "assistant.threads.setSuggestedPrompts": set_suggested_prompts,
}
