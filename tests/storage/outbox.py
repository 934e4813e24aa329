"""What tests put into an outbox and take out of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.outgoing import Outgoing, Parcel
from tests.storage.samples import (
    NOW,
)
from tests.storage.stores import Store

LEASE = timedelta(seconds=30)
SECOND = timedelta(seconds=1)


def say(store: Store, *messages: Outgoing) -> None:
    with store.open_uow() as work:
        for message in messages:
            assert work.outbox.add(message)
        work.commit()


def keys(parcels: Sequence[Parcel]) -> list[str]:
    return [parcel.dedupe_key for parcel in parcels]


def claim(store: Store, now: datetime = NOW, limit: int = 100) -> Sequence[Parcel]:
    return store.queue.claim(now, LEASE, limit)
