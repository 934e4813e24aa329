"""`jalon doctor`: what is configured, what is missing, whether the database and Slack answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import container
from bot.manifest import manifest
from bot.settings import Settings, default_database, variable
from coach.errors import DatabaseUnavailable, Reason
from coach.following import Schedule

WHAT_TO_DO = {
    Reason.LOCKED: "The database is locked by another process. Stop it, or wait, then try again.",
    Reason.READ_ONLY: "The database cannot be written to. Give Jalon the right to write its file and folder.",
    Reason.MISSING: "The folder of the database does not exist. Create it, or change JALON_DATABASE_URL.",
    Reason.TOO_NEW: "The database belongs to a later version of Jalon. Update Jalon.",
    Reason.TOO_OLD: "The database is of an earlier version. Run `jalon migrate`.",
    Reason.OTHER: "The database does not answer. Check JALON_DATABASE_URL.",
}
SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret")
BEGINNINGS = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}


SHOWN = 5
"""Troubles that are told one by one."""


def explain(error: DatabaseUnavailable) -> str:
    """What is wrong with the database, and what to do."""
    return WHAT_TO_DO[error.reason]


def explain_slack(error: Exception, token: str, url: str) -> str:
    """Why Slack could not be talked to, and what to do.

    Args:
        error: What the SDK raised.
        token: The setting that was used.
        url: The root of the Web API.
    """
    if isinstance(error, SlackApiError):
        code = error.response.get("error") or error.response.status_code
        return f"Slack refuses {variable(token)} ({code}). Copy it anew from api.slack.com/apps."
    return f"{url} does not answer. Check the network, and SLACK_API_URL if you set it."


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor found."""

    text: str
    healthy: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    title: str
    words: str
    fine: bool = True

    def line(self) -> str:
        """The finding as a line of text; the mark is a word, not a colour."""
        missing = self.words.startswith("not set")
        mark = "ok" if self.fine else "MISSING" if missing else "WRONG"
        return f"{mark:<7}  {self.title}: {self.words}"


def examine(settings: Settings) -> Examination:
    """Look at everything, without stopping at the first trouble."""
    findings = [*_variables(settings), *_database(settings), *_slack(settings)]
    return Examination("\n".join(one.line() for one in findings), all(one.fine for one in findings))


def _variables(settings: Settings) -> list[Finding]:
    found = []
    for name in SECRETS:
        optional = name == "slack_signing_secret"
        beginning = BEGINNINGS.get(name, "")
        if not settings.is_set(name):
            about = Settings.model_fields[name].description
            words = "not set (only needed for HTTP)" if optional else f"not set. {about}"
            found.append(Finding(variable(name), words, optional))
        elif not settings.require(name).startswith(beginning):
            found.append(Finding(variable(name), f"set, but it should begin with {beginning}", fine=False))
        else:
            found.append(Finding(variable(name), "set"))
    return found


def _database(settings: Settings) -> list[Finding]:
    try:
        facts = container.facts_of_database(settings)
    except DatabaseUnavailable as error:
        if error.reason is Reason.MISSING and settings.database_url == default_database():
            return [Finding("database", "not there yet; the first start makes it")]
        if error.reason is Reason.TOO_OLD:
            return [Finding("database", "of an earlier version; the next start brings it up to date")]
        return [Finding("database", explain(error), fine=False)]
    rows = ", ".join(f"{count} {name}" for name, count in facts.counts.items())
    dead = facts.outbox.get("dead", 0)
    trouble = "" if facts.writable else f". {WHAT_TO_DO[Reason.READ_ONLY]}"
    return [
        Finding("database", f"{facts.url} at {facts.revision}, {rows}{trouble}", facts.writable),
        *_troubles(facts.troubles),
        Finding("messages", f"{sum(facts.outbox.values())} in the outbox, {dead} could not be delivered"),
    ]


def _troubles(troubles: Sequence[Schedule]) -> list[Finding]:
    """What is due and cannot be dealt with: a fault of Jalon's, which its authors want to hear of."""
    found = []
    for one in troubles[:SHOWN]:
        then = f"tried again at {one.due_at:%Y-%m-%d %H:%M} UTC" if one.due_at else "given up"
        about = f"{one.kind} of goal {one.goal} in {one.workspace}"
        words = f"{about} failed {one.tries} times ({one.trouble}), {then}"
        found.append(Finding("schedules", words, fine=one.due_at is not None))
    if len(troubles) > SHOWN:
        found.append(Finding("schedules", f"and {len(troubles) - SHOWN} more", fine=False))
    return found


def _slack(settings: Settings) -> list[Finding]:
    if not settings.is_set("slack_bot_token"):
        return [Finding("Slack", "not asked: there is no bot token", fine=False)]
    token, url = settings.require("slack_bot_token"), settings.slack_api_url
    client = WebClient(token, base_url=url, timeout=5, retry_handlers=[])
    try:
        answer = client.auth_test()
    except (SlackApiError, OSError, HTTPException) as error:
        return [Finding("Slack", explain_slack(error, "slack_bot_token", url), fine=False)]
    granted = {scope.strip() for scope in str(answer.headers.get("x-oauth-scopes", "")).split(",")} - {""}
    wanted = set(manifest()["oauth_config"]["scopes"]["bot"])
    found = [Finding("Slack", f"answers as {answer['user']} in {answer['team']}")]
    if granted and (lacking := sorted(wanted - granted)):
        words = f"lacking {', '.join(lacking)}; install the app again from the manifest"
        found.append(Finding("scopes", words, fine=False))
    return found


def trouble_with_slack(settings: Settings) -> str | None:
    """Why Jalon could not serve with this bot token, in a sentence; None where it could."""
    return next((one.words for one in _slack(settings) if not one.fine and one.title == "Slack"), None)
