"""`jalon doctor`: what is configured, what is missing, whether the database and Slack answer."""

from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import container
from bot.manifest import manifest
from bot.settings import Settings, variable
from coach.errors import DatabaseUnavailable, Reason

WHAT_TO_DO = {
    Reason.LOCKED: "The database is locked by another process. Stop it, or wait, then try again.",
    Reason.READ_ONLY: "The database cannot be written to. Give Jalon the right to write its file and folder.",
    Reason.MISSING: "The folder of the database does not exist. Create it, or change JALON_DATABASE_URL.",
    Reason.TOO_NEW: "The database belongs to a later version of Jalon. Update Jalon.",
    Reason.TOO_OLD: "The database is of an earlier version. Run `jalon migrate`.",
    Reason.OTHER: "The database does not answer. Check JALON_DATABASE_URL.",
}
SECRETS = ("slack_bot_token", "slack_app_token", "slack_signing_secret")


def explain(error: DatabaseUnavailable) -> str:
    """What is wrong with the database, and what to do."""
    return WHAT_TO_DO[error.reason]


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
        is_set = getattr(settings, name) is not None
        optional = name == "slack_signing_secret"
        words = "set" if is_set else "not set (only needed for HTTP)" if optional else "not set"
        found.append(Finding(variable(name), words, is_set or optional))
    return found


def _database(settings: Settings) -> list[Finding]:
    try:
        facts = container.facts_of_database(settings)
    except DatabaseUnavailable as error:
        return [Finding("database", explain(error), fine=False)]
    rows = ", ".join(f"{count} {name}" for name, count in facts.counts.items())
    dead = facts.outbox.get("dead", 0)
    return [
        Finding("database", f"{facts.url} at {facts.revision}, {rows}", facts.writable),
        Finding("messages", f"{sum(facts.outbox.values())} in the outbox, {dead} could not be delivered"),
    ]


def _slack(settings: Settings) -> list[Finding]:
    if settings.slack_bot_token is None:
        return [Finding("Slack", "not asked: there is no bot token", fine=False)]
    client = WebClient(settings.require("slack_bot_token"), base_url=settings.slack_api_url, timeout=5)
    try:
        answer = client.auth_test()
    except SlackApiError as error:
        return [Finding("Slack", f"the bot token is refused ({error.response['error']})", fine=False)]
    except OSError:
        return [Finding("Slack", f"{settings.slack_api_url} does not answer", fine=False)]
    granted = {scope.strip() for scope in str(answer.headers.get("x-oauth-scopes", "")).split(",")} - {""}
    wanted = set(manifest()["oauth_config"]["scopes"]["bot"])
    found = [Finding("Slack", f"answers as {answer['user']} in {answer['team']}")]
    if granted and (lacking := sorted(wanted - granted)):
        words = f"lacking {', '.join(lacking)}; install the app again from the manifest"
        found.append(Finding("scopes", words, fine=False))
    return found
