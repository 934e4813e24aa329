"""Installing Jalon in one's own workspace: Bolt's flow, our pages, a first word to who installed it."""

import html
import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from slack_bolt import BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient

from bot.installations import Installations, States
from bot.manifest import manifest
from bot.render import plain
from coach.language.reading import Language
from coach.messages import installing as say
from coach.messages.base import Message

log = logging.getLogger("slack_bolt")  # or Bolt's parts copy the root's level, and tell bodies at debug
INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
SAID_NO = frozenset({"access_denied", "user_denied"})
TOO_LATE = frozenset({"invalid_state", "invalid_browser", "missing_code"})
PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jalon</title>
<style>
body {{ font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.2rem;
  color: #1b2830; background: #fbfaf8 }}
h1 {{ font-size: 1.5rem }} a {{ color: #0b6b5d }} section + section {{ margin-top: 2.5rem }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #e8e6e1; background: #16201f }} a {{ color: #7fd1c1 }}
}}
</style>
{sections}
</html>
"""


def build_flow(
    *,
    client_id: str,
    client_secret: str,
    api_url: str,
    installations: Installations,
    states: States,
    installed: Callable[[str, str], None],
) -> OAuthFlow:
    """Slack's OAuth v2 flow: where it begins, where it comes back to, and what is read at the end.

    Args:
        client_id: The app's client id.
        client_secret: The app's client secret.
        api_url: The root of Slack's Web API.
        installations: Where installations are kept.
        states: What an installation under way is known by.
        installed: Told the workspace and who installed it, once it is kept.
    """

    def success(args: SuccessArgs) -> BoltResponse:
        found = args.installation
        if found.team_id and found.user_id:
            installed(found.team_id, found.user_id)
        link = f"https://slack.com/app_redirect?app={found.app_id}&team={found.team_id or ''}"
        return _page(200, say.Installed(found.team_name or found.enterprise_name or "Slack"), link)

    def failure(args: FailureArgs) -> BoltResponse:
        if args.reason in SAID_NO:
            return _page(200, say.InstallRefused(), INSTALL)
        if args.reason in TOO_LATE:
            return _page(400, say.InstallTooLate(), INSTALL)
        log.warning("an installation failed: %s", args.reason)
        return _page(args.suggested_status_code, say.InstallFailed(args.reason), INSTALL)

    return OAuthFlow(
        client=WebClient(base_url=api_url, retry_handlers=[]),
        logger=log,
        settings=OAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=manifest()["oauth_config"]["scopes"]["bot"],
            install_path=INSTALL,
            install_page_rendering_enabled=False,
            redirect_uri_path=REDIRECT,
            authorization_url=authorization_url(api_url),
            installation_store=installations,
            installation_store_bot_only=True,
            state_store=states,
            callback_options=CallbackOptions(success=success, failure=failure),
            logger=log,
        ),
    )


def authorization_url(api_url: str) -> str:
    """Where people say yes, on the host of Slack's Web API."""
    place = urlsplit(api_url)
    return f"{place.scheme}://{place.netloc}/oauth/v2/authorize"


def _page(status: int, message: Message, link: str) -> BoltResponse:
    """A page in both languages: nothing is known of who reads it."""
    sections = "".join(_section(message, link, language) for language in Language)
    body = PAGE.format(lang=next(iter(Language)).value, sections=sections)
    return BoltResponse(status=status, body=body, headers={"Content-Type": "text/html; charset=utf-8"})


def _section(message: Message, link: str, language: Language) -> str:
    title, *rest = plain(message, language).split("\n")
    label = say.LabelOpenSlack() if isinstance(message, say.Installed) else say.LabelTryAgain()
    told = "".join(f"<p>{html.escape(line)}</p>" for line in rest)
    return (
        f'<section lang="{language.value}"><h1>{html.escape(title)}</h1>{told}'
        f'<p><a href="{html.escape(link)}">{html.escape(plain(label, language))}</a></p></section>'
    )
