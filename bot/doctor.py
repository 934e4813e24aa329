"""`jalon doctor`: what is configured, what is missing, what answers. In one screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import container, doctor_slack, needs
from bot.clock import Clock, SystemClock
from bot.faults import Reason as Fault
from bot.findings import Finding, Mark
from bot.needs import Way, way_of
from bot.settings import Settings, SettingsError, default_database, variable
from coach.errors import DatabaseUnavailable, Reason
from coach.following import Schedule
from coach.outgoing import DeadMessages

WHAT_TO_DO = {
    Reason.LOCKED: "The database is locked by another process. Stop it, or wait, then try again.",
    Reason.READ_ONLY: "The database cannot be written to. Give Jalon the right to write its file and folder.",
    Reason.MISSING: "The folder of the database does not exist. Create it, or change JALON_DATABASE_URL.",
    Reason.TOO_NEW: "The database belongs to a later version of Jalon. Update Jalon.",
    Reason.TOO_OLD: "The database is of an earlier version. Run `jalon migrate`.",
    Reason.UNKNOWN: "JALON_DATABASE_URL is of no database that Jalon knows. Write it like"
    " sqlite:///jalon.sqlite3 or postgresql://user:password@host/jalon.",
    Reason.OTHER: "The database does not answer. Check JALON_DATABASE_URL.",
}
REPORT = "a fault of Jalon's: please report this line"
INSTALL_AGAIN = "install the app again, and set SLACK_BOT_TOKEN to its new token"
SLACK_DOWN = "Slack or the network failed for hours; what comes now is not concerned"
WHY_DEAD = {
    Fault.CHANNEL_GONE: "the channel is closed, or private and without Jalon; its goals' owners were told",
    Fault.NOT_IN_CHANNEL: "Jalon is not in the channel: type /invite @Jalon there",
    Fault.NOT_ALLOWED: "the workspace does not let Jalon write there; the goals' owners were told",
    Fault.PERSON_GONE: "the account is closed; whoever leads the goal was told",
    Fault.MESSAGE_GONE: "the message to be changed is gone; nothing to do",
    Fault.MALFORMED: REPORT,
    Fault.SCOPE: "a permission is missing: install the app again from `jalon manifest`",
    Fault.UNINSTALLED: f"Jalon was uninstalled, or its token revoked: {INSTALL_AGAIN}",
    Fault.TOKEN: f"Slack refused the token: {INSTALL_AGAIN}",
    Fault.TOO_OFTEN: SLACK_DOWN,
    Fault.SLACK_FAILED: SLACK_DOWN,
    Fault.NO_ANSWER: SLACK_DOWN,
    Fault.UNREACHABLE: SLACK_DOWN,
    Fault.UNVERIFIABLE: "may have gone out, and the history that would tell cannot be read: check the scopes",
    Fault.UNKNOWN: "Slack refused it for a reason that Jalon does not know: please report this line",
}
"""What a message's end means, and what to do, for whoever runs Jalon."""
OTHERS_TO_MEND = frozenset(
    {Fault.CHANNEL_GONE, Fault.NOT_IN_CHANNEL, Fault.NOT_ALLOWED, Fault.PERSON_GONE, Fault.MESSAGE_GONE}
)
"""What the goals' owners were told of, and no fault of the installation."""
WHERE_TO_LOOK = "`jalon doctor` looks at the rest too; docs/install.md says where to find each of these."
MOST_SAID = 200
"""Characters of a driver's words."""
SHOWN = 5
"""Troubles that are told one by one."""
RECENT = timedelta(days=7)
"""A message that died longer ago is kept, but no news."""
LATE = timedelta(minutes=5)
"""What has been due for so long should have been dealt with."""


def explain(error: DatabaseUnavailable, setting: str = "JALON_DATABASE_URL") -> str:
    """What is wrong with the database, and what to do.

    Args:
        error: What was found out: with the folder that is missing; where it is nothing that Jalon knows, with
            the driver's words.
        setting: What the database was named by.
    """
    told = WHAT_TO_DO[error.reason].replace("JALON_DATABASE_URL", setting)
    if error.reason is Reason.MISSING and error.detail:
        told = told.replace(" exist.", f" exist ({error.detail}).")
    if error.reason is Reason.OTHER and error.detail:
        told = told.replace(" answer.", f" answer ({error.detail.splitlines()[0][:MOST_SAID]}).")
    return told


def demand(settings: Settings, found: Sequence[Finding]) -> None:
    """Check that a command has what it needs, before anything is done and anybody is asked.

    Args:
        settings: They name the database too.
        found: What was found of the settings that the command needs.

    Raises:
        SettingsError: all that is missing or wrong, each in the doctor's own line.
    """
    lines = [one.line() for one in found if not one.fine]
    try:
        container.check_address(settings)
    except DatabaseUnavailable as error:
        lines.append(Finding("database", explain(error), Mark.WRONG).line())
    if lines:
        raise SettingsError("\n".join([*lines, WHERE_TO_LOOK]))


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor found."""

    text: str
    healthy: bool


def examine(settings: Settings, clock: Clock | None = None) -> Examination:
    """Look at everything, without stopping at the first trouble; what hangs on a trouble is not looked at."""
    now = (clock or SystemClock()).now()
    way = way_of(settings)
    found = list(needs.examine(settings, way))
    amiss = {one.title for one in found if not one.fine}
    if way is Way.MANY and not amiss.intersection(map(variable, needs.MANY)):
        found += _workspaces(settings)
    database, channels = _database(settings, now)
    findings = [*found, *database, *doctor_slack.examine(settings, channels, now, amiss)]
    return Examination("\n".join(one.line() for one in findings), all(one.fine for one in findings))


def _workspaces(settings: Settings) -> list[Finding]:
    """How many have installed Jalon, and whether their tokens can be opened."""
    try:
        opened, shut, left = container.installed(settings)
    except DatabaseUnavailable:
        return []
    told = f"{opened} installed" + (f", {left} left, whose data is still here" if left else "")
    if shut:
        told += (
            f"; {shut} sealed with a key that is not in JALON_SECRET_KEY: add it, or have them install again"
        )
    return [Finding("workspaces", told, Mark.WRONG if shut else Mark.OK)]


def _database(settings: Settings, now: datetime) -> tuple[list[Finding], Sequence[tuple[str, str]]]:
    """What is found, and the channels (workspace and id) that goals under way are posted to."""
    try:
        facts = container.facts_of_database(settings)
    except DatabaseUnavailable as error:
        if error.reason is Reason.MISSING and settings.database_url == default_database():
            return [Finding("database", "not there yet; the first start makes it", Mark.NOTE)], ()
        if error.reason is Reason.TOO_OLD:
            later = "of an earlier version; the next start brings it up to date"
            return [Finding("database", later, Mark.NOTE)], ()
        return [Finding("database", explain(error), Mark.WRONG)], ()
    rows = ", ".join(f"{count} {name.replace('_', '-')}" for name, count in facts.counts.items())
    trouble = "" if facts.writable else f". {WHAT_TO_DO[Reason.READ_ONLY]}"
    mark = Mark.OK if facts.writable else Mark.WRONG
    found = [
        Finding("database", f"{facts.url} at {facts.revision}, {rows}{trouble}", mark),
        last_look(facts.last_look, facts.next_due, now),
        *schedules(facts.troubles),
        *messages(facts.outbox, facts.dead, now),
    ]
    return found, facts.channels


def last_look(at: datetime | None, next_due: datetime | None, now: datetime) -> Finding:
    """Whether what is due is being looked at.

    Args:
        at: when it last was; None: never.
        next_due: the earliest instant at which something is due.
        now: the instant.
    """
    late = next_due is not None and now - next_due > LATE
    if at is not None and at - now > LATE:
        ahead = f"{at:%Y-%m-%d %H:%M} UTC, which this machine's clock has not reached (`jalon tick --now`?)"
        return Finding("last look", ahead, Mark.NOTE)
    if at is not None and now - at <= LATE:
        return Finding("last look", f"{ago(now - at)} ago at what is due")
    when = "never" if at is None else f"{ago(now - at)} ago"
    if late:
        assert next_due is not None
        waits = f"what is due since {next_due:%Y-%m-%d %H:%M} UTC waits: start `jalon serve`"
        return Finding("last look", f"{when}; {waits}", Mark.WRONG)
    return Finding("last look", f"{when}; nothing is late, and Jalon does not run", Mark.NOTE)


def ago(length: timedelta) -> str:
    """A length of time, in the unit that says enough."""
    seconds = max(0, round(length.total_seconds()))
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def schedules(troubles: Sequence[Schedule]) -> list[Finding]:
    """What is due and cannot be dealt with: a fault of Jalon's, which its authors want to hear of."""
    found = []
    for one in troubles[:SHOWN]:
        then = f"tried again at {one.due_at:%Y-%m-%d %H:%M} UTC" if one.due_at else f"given up; {REPORT}"
        about = f"{one.kind} of goal {one.goal} in {one.workspace}"
        words = f"{about} failed {one.tries} times ({one.trouble}), {then}"
        found.append(Finding("schedules", words, Mark.NOTE if one.due_at is not None else Mark.WRONG))
    if len(troubles) > SHOWN:
        given_up = any(one.due_at is None for one in troubles[SHOWN:])
        more = f"and {len(troubles) - SHOWN} more"
        found.append(Finding("schedules", more, Mark.WRONG if given_up else Mark.NOTE))
    return found


def messages(outbox: dict[str, int], dead: Sequence[DeadMessages], now: datetime) -> list[Finding]:
    """How many messages there are, and why some could not be delivered; the latest troubles first."""
    waiting = sum(outbox.get(state, 0) for state in ("due", "sending", "in_doubt", "retry"))
    words = f"{sum(outbox.values())} in the outbox, {waiting} to be sent, {outbox.get('dead', 0)} given up"
    found = [Finding("messages", words)]
    for one in dead[:SHOWN]:
        name, _, code = one.reason.partition(": ")
        why = Fault(name) if name in set(Fault) else Fault.UNKNOWN
        ours = why not in OTHERS_TO_MEND and now - one.last < RECENT
        about = f"{one.count} given up ({code or name}), last {one.last:%Y-%m-%d %H:%M} UTC: {WHY_DEAD[why]}"
        found.append(Finding("messages", about, Mark.WRONG if ours else Mark.NOTE))
    return found
