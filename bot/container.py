"""The only place that builds things, and the only one in `bot` that knows storage."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from slack_bolt import App
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient
from slack_sdk.oauth.token_rotation import TokenRotator

from bot.app import build_app
from bot.blocks.speech import message, messages, with_nothing_to_press
from bot.clock import Clock, SystemClock
from bot.delivery import Delivery, Pace
from bot.directory import Directory
from bot.faults import Reason
from bot.gateway import Gateway
from bot.gateways import ListenerGateways
from bot.installations import Installations, States
from bot.listeners.desk import Desk
from bot.log import new_reference
from bot.oauth import build_flow
from bot.retention import Presence, Retention
from bot.roles import Role
from bot.rosters import Rosters
from bot.scheduler import Scheduler, Ticker
from bot.settings import Settings, data_directory, default_database
from bot.tokens import Vault, keys_in
from bot.turns import Turns
from coach.errors import DatabaseUnavailable
from coach.errors import Reason as Because
from coach.language.reading import Language
from coach.messages.installing import Welcome
from coach.outgoing import Lane, Outgoing, Parcel
from coach.speech import Line, Speech
from coach.usecases.lost import tell_lost
from coach.usecases.posting import tell_undeliverable
from coach.usecases.unreachable import tell_unreachable
from coach.welcome import help_speech
from storage import Facts, Storage, open_storage
from storage import engine as engines
from storage import migrate as migrations

PATIENCE = timedelta(seconds=1)
"""How long a turn waits for another process’s lock: the person has to hear within three seconds."""
DELIVERIES_WITHIN = 5.0
"""Seconds that calls under way are given at the end: with the turns' share, Jalon ends within ten."""
OUT_OF_REACH = frozenset({Reason.PERSON_GONE, Reason.CHANNEL_GONE, Reason.NOT_IN_CHANNEL, Reason.NOT_ALLOWED})
"""Why a message could not go out, where its reader or channel, not Jalon, is the cause."""
MUTE = frozenset({Reason.UNINSTALLED, Reason.TOKEN})
"""Why nothing can be said in a workspace at all."""
HARMLESS = frozenset({Reason.MESSAGE_GONE})
"""A message that was to be changed is gone, so nobody misses the change."""

log = logging.getLogger("jalon")


class RandomIds:
    """Ids that nobody can guess: 128 random bits in hexadecimal."""

    def new(self) -> str:
        """An id that was never given before."""
        return secrets.token_hex(16)


def render(outgoing: Outgoing) -> dict[str, Any]:
    """What Slack is sent of a message, in the reader's language; what does not fit one follows under `more`.

    What takes the place of a message has to fit in it.
    """
    if outgoing.replaces is not None and outgoing.was is not None:
        return with_nothing_to_press(outgoing.was, outgoing.below, outgoing.language)
    if outgoing.replaces is not None:
        return message(outgoing.speech, outgoing.language)
    thread = {"thread_ts": outgoing.thread} if outgoing.thread is not None else {}
    first, *more = [made | thread for made in messages(outgoing.speech, outgoing.language)]
    return first | {"more": more} if more else first


def migrate(settings: Settings) -> str:
    """Bring the database up to date; the revision that it stands at then.

    The folder of the default database is made at the first start; one that was chosen has to be there.

    Raises:
        coach.errors.DatabaseUnavailable: the database does not answer.
    """
    if settings.database_url == default_database():
        try:
            data_directory().mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnavailable(Because.READ_ONLY, str(error)) from error
    migrations.upgrade(settings.database_url)
    return migrations.head()


def check_address(settings: Settings) -> None:
    """Check that the database is of a kind that Jalon knows; nothing is looked at.

    Raises:
        coach.errors.DatabaseUnavailable: it is not.
    """
    engines.parse(settings.database_url)


def facts_of_database(settings: Settings) -> Facts:
    """What is to be known of the database (`jalon doctor`)."""
    storage = open_storage(settings.database_url, render)
    try:
        return storage.check()
    finally:
        storage.close()


def installed(settings: Settings) -> tuple[int, int, int]:
    """Workspaces whose token opens, whose token no key opens, and those that Jalon was taken out of."""
    storage = open_storage(settings.database_url, render)
    try:
        kept = storage.installations.every()
        found = _installations(settings, storage, SystemClock())
        sealed = [one for one in kept if one.document is not None]
        opened = sum(found.opens(one) for one in sealed)
        return opened, len(sealed) - opened, sum(one.gone_at is not None for one in kept)
    finally:
        storage.close()


@dataclass
class Jalon:
    """Everything, put together: the Bolt app, the deliverer, the scheduler."""

    settings: Settings
    clock: Clock
    storage: Storage
    app: App
    deliverer: Delivery
    ticker: Ticker
    scheduler: Scheduler
    role: Role = Role.ALL
    flow: OAuthFlow | None = None
    """How Jalon is installed, where many workspaces may."""

    def is_ready(self) -> bool:
        """Whether the database answers and can be written to."""
        try:
            return self.storage.check().writable
        except DatabaseUnavailable:
            return False

    def is_idle(self) -> bool:
        """Whether nothing waits to be sent at once, nor is on its way."""
        waiting = self.storage.queue.counts()
        return not any(waiting.get(state) for state in ("due", "sending", "in_doubt"))

    def start(self) -> None:
        """Begin to deliver and to look at what is due, where that is this process's part."""
        if self.role.works:
            self.deliverer.start()
            self.scheduler.start()

    def stop(self) -> None:
        """Finish what is under way, then let go of everything."""
        self.scheduler.stop()
        self.deliverer.stop(within=DELIVERIES_WITHIN)
        self.storage.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def build(settings: Settings, *, clock: Clock | None = None, role: Role = Role.ALL) -> Jalon:
    """Put Jalon together, on a database that is up to date: for one workspace by its token, or for many.

    A worker by itself is not woken by the listeners' commits in other processes: it looks more often.

    Raises:
        bot.settings.SettingsError: a token or a key is missing.
        coach.errors.DatabaseUnavailable: the database does not answer.
    """
    clock = clock or SystemClock()
    secret = settings.slack_signing_secret
    fallback = Language(settings.language)
    storage = open_storage(settings.database_url, render, patience=PATIENCE)
    many = _installations(settings, storage, clock) if settings.for_many else None
    if many is not None:
        many.renew_seals()
    token = None if many is not None else settings.require("slack_bot_token")
    token_of = many.token_of if many is not None else lambda _: token
    presence = Presence(storage.installations, clock, settings.uninstalled_days)
    slack = ListenerGateways(token_of, api_url=settings.slack_api_url)
    ids = RandomIds()
    directory = Directory(slack, storage.open_uow, clock, fallback)
    turns = Turns(storage.open_uow, ids, clock, directory, settings.retention_days)
    client = WebClient(token, base_url=settings.slack_api_url, retry_handlers=[])
    desk = Desk(turns, slack, fallback, _departed(presence, many), presence.seen, Rosters(slack, directory))
    authorize = many.authorizing() if many is not None else None
    app = build_app(client, secret.get_secret_value() if secret else "", desk, authorize)
    flow = _flow(settings, many, storage, directory, clock) if many is not None else None
    deliverer = Delivery(
        storage.queue,
        Gateway(token_of, api_url=settings.slack_api_url),
        clock,
        pace=Pace(poll=0.2) if role is Role.WORKER else None,
        on_dead=_tell_owner(storage, clock),
    )
    storage.on_commit(deliverer.wake)
    ticker = Ticker(storage.open_uow, ids, clock, storage.is_wanted)
    retention = Retention(storage.open_uow, clock, settings.retention_days)
    daily = (lambda: storage.tidy(clock.now()), retention.run, presence.erase)

    def looked() -> None:
        storage.note_look(clock.now())
        if many is not None:
            many.refresh()

    scheduler = Scheduler(ticker, settings.tick_seconds, daily, looked)
    return Jalon(settings, clock, storage, app, deliverer, ticker, scheduler, role, flow)


def _installations(settings: Settings, storage: Storage, clock: Clock) -> Installations:
    """The installations of many workspaces, their tokens sealed with the newest key."""
    vault = Vault(keys_in(settings.require("secret_key")))
    rotator = TokenRotator(
        client_id=settings.slack_client_id or "",
        client_secret=settings.require("slack_client_secret"),
        client=WebClient(base_url=settings.slack_api_url, retry_handlers=[]),
    )
    return Installations(storage.installations, vault, clock, rotator)


def _departed(presence: Presence, many: Installations | None) -> Callable[[str], None]:
    """What is done when Jalon is taken out of a workspace."""

    def departed(workspace: str) -> None:
        presence.depart(workspace)
        if many is not None:
            many.forget()

    return departed


def _flow(
    settings: Settings, many: Installations, storage: Storage, directory: Directory, clock: Clock
) -> OAuthFlow:
    """How Jalon is installed; whoever did it gets a first message, through the outbox."""

    def installed(workspace: str, user: str) -> None:
        directory.meet(workspace, (user,))
        with storage.open_uow() as uow:
            person = uow.people.get(workspace, user)
            language = person.language if person is not None else Language(settings.language)
            uow.outbox.add(
                Outgoing(
                    workspace=workspace,
                    to=user,
                    language=language,
                    speech=Speech((Line(Welcome()), *help_speech().parts)),
                    lane=Lane.ANSWER,
                    dedupe_key=f"installed:{workspace}:{clock.now().isoformat()}",
                    at=clock.now(),
                )
            )
            uow.commit()

    return build_flow(
        client_id=settings.slack_client_id or "",
        client_secret=settings.require("slack_client_secret"),
        api_url=settings.slack_api_url,
        installations=many,
        states=States(storage.installations, clock),
        installed=installed,
    )


def _tell_owner(storage: Storage, clock: Clock) -> Callable[[Parcel, str], None]:
    """Whoever waits for a message that is given up, or leads its goal, is told once, with the way out."""

    def tell(parcel: Parcel, reason: str) -> None:
        why, person = reason.partition(":")[0], parcel.to.startswith(("U", "W"))
        if why in MUTE:
            return  # nothing can be said in a workspace that Jalon was taken out of: the log has it
        with storage.open_uow(background=True) as uow:
            if why in OUT_OF_REACH:
                told = tell_unreachable if person else tell_undeliverable
                told(uow, parcel.workspace, parcel.to, clock.now())
            elif why not in HARMLESS:
                reference = new_reference()
                log.error("reference %s: %s was given up: %s", reference, parcel.dedupe_key, reason)
                tell_lost(uow, parcel, reference, clock.now())
            uow.commit()

    return tell
