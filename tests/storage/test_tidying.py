"""Once a day, events long seen and messages long over are forgotten, and nothing else."""

from datetime import timedelta

from coach.outgoing import MessageRef
from storage import Storage, tidying
from tests.storage.samples import NOW, T, outgoing
from tests.storage.stores import Database

DAY = timedelta(days=1)


def put_in_line(storage: Storage, *keys: str) -> None:
    with storage.open_uow() as work:
        for number, key in enumerate(keys):
            work.outbox.add(outgoing(key, to=f"U{number}"))
        work.commit()


def test_an_event_is_known_for_a_week(database: Database) -> None:
    storage = database.open()
    with storage.open_uow() as work:
        work.inbox.accept(T, "old", NOW - 8 * DAY)
        work.inbox.accept("T2", "old", NOW - 6 * DAY)
        work.inbox.accept(T, "new", NOW - 6 * DAY)
        work.commit()
    assert storage.tidy(NOW) == 1
    with storage.open_uow() as work:
        assert work.inbox.accept(T, "old", NOW)
        assert not work.inbox.accept("T2", "old", NOW)
        assert not work.inbox.accept(T, "new", NOW)


def test_a_message_that_is_over_is_kept_for_a_month(database: Database) -> None:
    storage = database.open()
    put_in_line(storage, "sent", "dead", "in doubt", "due")
    sent, dead, doubt = storage.queue.claim(NOW, DAY, 3)
    storage.queue.mark_sent(sent.id, MessageRef(channel="D1", ts="1.0"), NOW)
    storage.queue.mark_dead(dead.id, "is_archived", NOW)
    storage.queue.mark_in_doubt(doubt.id, NOW + DAY, "timeout")
    assert storage.tidy(NOW + 30 * DAY) == 0
    assert storage.tidy(NOW + 31 * DAY) == 2
    counts = storage.queue.counts()
    assert (counts["sent"], counts["dead"], counts["in_doubt"], counts["due"]) == (0, 0, 1, 1)


def test_many_rows_go_a_little_at_a_time(database: Database) -> None:
    storage = database.open()
    many = tidying.AT_ONCE + 1
    with storage.open_uow() as work:
        for number in range(many):
            work.inbox.accept(T, f"Ev{number}", NOW - 8 * DAY)
        work.commit()
    assert storage.tidy(NOW) == many
    assert storage.tidy(NOW) == 0
