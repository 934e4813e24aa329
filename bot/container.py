"""The only place that builds things, and the only one in `bot` that knows storage."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from slack_bolt import App
from slack_sdk import WebClient

from bot.app import build_app
from bot.blocks.speech import message
from bot.clock import Clock, SystemClock
from bot.delivery import Delivery
from bot.directory import Directory
from bot.gateway import Gateway, ListenerGateway
from bot.listeners.desk import Desk
from bot.scheduler import Scheduler, Ticker
from bot.settings import Settings
from bot.turns import Turns
from coach.language.reading import Language
from coach.outgoing import Outgoing, Parcel
from coach.usecases.following import tell_undeliverable
from storage import Facts, Storage, open_storage
from storage import migrate as migrations


class RandomIds:
    """Ids that nobody can guess: 128 random bits in hexadecimal."""

    def new(self) -> str:
        """An id that was never given before."""
        return secrets.token_hex(16)


def render(outgoing: Outgoing) -> dict[str, Any]:
    """What Slack is sent of a message, in the reader's language."""
    return message(outgoing.speech, outgoing.language)


def migrate(settings: Settings) -> str:
    """Bring the database up to date; the revision that it stands at then."""
    migrations.upgrade(settings.database_url)
    return migrations.head()


def facts_of_database(settings: Settings) -> Facts:
    """What is to be known of the database (`jalon doctor`)."""
    storage = open_storage(settings.database_url, render)
    try:
        return storage.check()
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

    def is_idle(self) -> bool:
        """Whether nothing waits to be sent at once, nor is on its way."""
        waiting = self.storage.queue.counts()
        return not any(waiting.get(state) for state in ("due", "sending", "in_doubt"))

    def start(self) -> None:
        """Begin to deliver and to look at what is due."""
        self.deliverer.start()
        self.scheduler.start()

    def stop(self) -> None:
        """Finish what is under way, then let go of everything."""
        self.scheduler.stop()
        self.deliverer.stop(within=10)
        self.storage.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def build(settings: Settings, *, clock: Clock | None = None) -> Jalon:
    """Put Jalon together for one workspace, on a database that is up to date.

    Raises:
        bot.settings.SettingsError: the bot's token is missing.
        coach.errors.DatabaseUnavailable: the database does not answer.
    """
    clock = clock or SystemClock()
    token = settings.require("slack_bot_token")
    secret = settings.slack_signing_secret
    fallback = Language(settings.language)
    storage = open_storage(settings.database_url, render)
    slack = ListenerGateway(token, api_url=settings.slack_api_url)
    ids = RandomIds()
    directory = Directory(slack, storage.open_uow, clock, fallback)
    turns = Turns(storage.open_uow, ids, clock, directory)
    client = WebClient(token, base_url=settings.slack_api_url, retry_handlers=[])
    app = build_app(client, secret.get_secret_value() if secret else "", Desk(turns, slack, fallback))
    deliverer = Delivery(
        storage.queue,
        Gateway(lambda _: token, api_url=settings.slack_api_url),
        clock,
        on_dead=_tell_owner(storage, clock),
    )
    storage.on_commit(deliverer.wake)
    ticker = Ticker(storage.open_uow, ids, clock)
    scheduler = Scheduler(ticker, settings.tick_seconds)
    return Jalon(settings, clock, storage, app, deliverer, ticker, scheduler)


def _tell_owner(storage: Storage, clock: Clock) -> Callable[[Parcel, str], None]:
    """When a channel's post is dead, its goals' owners are told, once, with the way out."""

    def tell(parcel: Parcel, reason: str) -> None:
        del reason  # each of them has the same way out: invite Jalon, or pick another channel
        if not parcel.to.startswith(("C", "G")):
            return
        with storage.open_uow(background=True) as uow:
            tell_undeliverable(uow, parcel.workspace, parcel.to, clock.now())
            uow.commit()

    return tell
