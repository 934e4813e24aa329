"""OAuth v2: the page on which somebody says yes or no, and `oauth.v2.access`."""

import html
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.playground import people
from bot.playground.errors import SlackRefusal
from bot.playground.values import Json, User

if TYPE_CHECKING:
    from bot.playground.world import World  # it holds the grants

CLIENT_ID, CLIENT_SECRET = "playground.client", "playground-client-secret"
HOURS = 12
"""How long a token lives where tokens are changed."""
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Jalon asks</title>
<body style="font: 1rem/1.5 system-ui; max-width: 34rem; margin: 10vh auto; padding: 0 1rem">
<h1>Jalon asks to be installed in {team}</h1>
<p>You are {who}. It would like to:</p><ul>{scopes}</ul>
<p><a href="{allow}">Allow</a> &nbsp; <a href="{cancel}">Cancel</a></p>
</body></html>
"""


@dataclass
class Grants:
    """What was granted, and what waits to be taken."""

    rotating: bool = False
    """Whether tokens run out and are changed for new ones."""
    codes: dict[str, str] = field(default_factory=dict)
    """Who said yes, by the code that Slack gave back."""
    tokens: set[str] = field(default_factory=set)
    refreshers: set[str] = field(default_factory=set)


def consent(request: Request, team: str, who: User) -> Response:
    """The page that asks; or what follows from the answer."""
    asked = request.query_params
    back = asked.get("redirect_uri") or request.app.state.web.redirect_url
    if asked.get("answer") == "yes":
        code = secrets.token_hex(8)
        request.app.state.web.world.grants.codes[code] = who.id
        return RedirectResponse(f"{back}?{urlencode({'code': code, 'state': asked.get('state', '')})}", 302)
    if asked.get("answer") == "no":
        query = urlencode({"error": "access_denied", "state": asked.get("state", "")})
        return RedirectResponse(f"{back}?{query}", 302)
    if asked.get("client_id") != CLIENT_ID:
        return HTMLResponse("<h1>Invalid client_id parameter</h1>", 400)
    answers = {name: f"?{urlencode([*asked.multi_items(), ('answer', name)])}" for name in ("yes", "no")}
    scopes = "".join(f"<li>{html.escape(one)}</li>" for one in asked.get("scope", "").split(","))
    page = PAGE.format(
        team=html.escape(team),
        who=html.escape(who.real_name),
        scopes=scopes,
        allow=html.escape(answers["yes"]),
        cancel=html.escape(answers["no"]),
    )
    return HTMLResponse(page)


def access(world: "World", args: Mapping[str, Any]) -> Json:
    """`oauth.v2.access`: a code, or a refresh token, for a token.

    Raises:
        SlackRefusal: `bad_client_secret`, `invalid_code` or `invalid_refresh_token`.
    """
    grants = world.grants
    if (args.get("client_id"), args.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
        raise SlackRefusal("bad_client_secret")
    if args.get("grant_type") == "refresh_token":
        if args.get("refresh_token") not in grants.refreshers:
            raise SlackRefusal("invalid_refresh_token")
        grants.refreshers.discard(str(args["refresh_token"]))
        who = ""
    else:
        who = grants.codes.pop(str(args.get("code")), "")
        if not who:
            raise SlackRefusal("invalid_code")
    token = f"xoxb-granted-{secrets.token_hex(6)}"
    grants.tokens.add(token)
    with world.change() as state:
        state.revoked = False
    given: Json = {
        "app_id": "A0JALON00",
        "authed_user": {"id": who},
        "scope": str(args.get("scope") or "chat:write"),
        "token_type": "bot",
        "access_token": token,
        "bot_user_id": world.bot.id,
        "bot_id": people.BOT_ID,
        "team": {"id": world.state.team_id, "name": world.state.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    if grants.rotating:
        refresher = f"xoxe-1-{secrets.token_hex(6)}"
        grants.refreshers.add(refresher)
        given |= {"refresh_token": refresher, "expires_in": HOURS * 3600}
    return given
