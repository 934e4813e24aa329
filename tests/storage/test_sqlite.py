"""What only a database file has: other processes, crashes, other versions, a disk that refuses."""

import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from coach.outgoing import MessageRef
from storage import Storage, migrate, open_storage
from storage.engine import create
from storage.errors import DatabaseUnavailable, Reason
from storage.recall import Recall
from storage.repositories import SqlGoals
from storage.turns import WriteTurns
from tests.storage.samples import NOW, T, draft, goal, outgoing, profile, schedule
from tests.storage.stores import Database, render

LEASE = timedelta(seconds=30)
SOON = timedelta(milliseconds=50)


def file_of(sqlite: Database) -> Path:
    return Path(sqlite.url.removeprefix("sqlite:///"))


class TestAFileInUse:
    def test_is_written_through_a_log_that_reaches_the_disk(self, sqlite: Database) -> None:
        engine = create(sqlite.url)
        with engine.connect() as connection:
            pragmas = {
                name: connection.execute(text(f"PRAGMA {name}")).scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        engine.dispose()
        assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}

    def test_locked_by_another_process_is_said_so_and_nothing_is_lost(self, sqlite: Database) -> None:
        storage = sqlite.open(patience=SOON)
        with closing(sqlite3.connect(file_of(sqlite), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE").close()
            with pytest.raises(DatabaseUnavailable) as caught:
                storage.open_uow().__enter__()
            assert caught.value.reason is Reason.LOCKED
            other.execute("ROLLBACK").close()
        with storage.open_uow() as work:
            work.people.put(profile())
            work.commit()

    def test_that_another_process_writes_to_can_still_be_read(self, sqlite: Database) -> None:
        storage = sqlite.open(patience=SOON)
        with closing(sqlite3.connect(file_of(sqlite), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE").close()
            assert storage.queue.counts()["due"] == 0
            assert storage.queue.next_due() is None

    def test_a_persons_goals_are_found_without_going_through_everybodys(self, sqlite: Database) -> None:
        engine, asked = create(sqlite.url), list[tuple[str, Any]]()
        with engine.connect() as connection:
            event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2:4]))
            SqlGoals(connection, Recall()).of_person(T, "U1")
            (query, values) = asked[-1]
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values).all()
        engine.dispose()
        assert any("workspace=? AND user=?" in step[-1] for step in plan)

    def test_an_instant_without_a_zone_is_refused(self, sqlite: Database) -> None:
        storage = sqlite.open()
        with storage.open_uow() as work, pytest.raises(Exception, match="time zone"):
            work.inbox.accept(T, "Ev1", NOW.replace(tzinfo=None))


class TestAFileThatCannotBeUsed:
    def test_in_a_directory_that_does_not_exist(self, tmp_path: Path) -> None:
        with pytest.raises(DatabaseUnavailable) as caught:
            migrate.upgrade(f"sqlite:///{tmp_path / 'nowhere' / 'jalon.db'}")
        assert caught.value.reason is Reason.MISSING

    def test_that_is_read_only(self, sqlite: Database) -> None:
        url = f"sqlite:///file:{file_of(sqlite)}?mode=ro&uri=true"
        storage = open_storage(url, render)
        try:
            with storage.open_uow() as work, pytest.raises(DatabaseUnavailable) as caught:
                work.drafts.add(draft())
            assert caught.value.reason is Reason.READ_ONLY
            assert not storage.check().writable
        finally:
            storage.close()

    def test_of_a_newer_jalon(self, sqlite: Database) -> None:
        with closing(sqlite3.connect(file_of(sqlite))) as other:
            other.execute("UPDATE alembic_version SET version_num = '9999'").close()
            other.commit()
        for use in (sqlite.open, lambda: migrate.upgrade(sqlite.url)):
            with pytest.raises(DatabaseUnavailable) as caught:
                use()
            assert caught.value.reason is Reason.TOO_NEW

    def test_that_was_never_migrated(self, tmp_path: Path) -> None:
        with pytest.raises(DatabaseUnavailable) as caught:
            open_storage(f"sqlite:///{tmp_path / 'empty.db'}", render)
        assert caught.value.reason is Reason.TOO_OLD

    def test_that_is_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("goals for 2027\n" * 100)
        with pytest.raises(DatabaseUnavailable) as caught:
            migrate.upgrade(f"sqlite:///{tmp_path / 'notes.txt'}")
        assert caught.value.reason is Reason.OTHER

    @pytest.mark.parametrize(
        "url",
        [
            "jalon.db",
            "",
            "sqlite://",
            "sqlite:///:memory:",
            "sqlite:jalon.db",
            "mysql://user:password@host/jalon",
            "postgresql+nosuch://host/jalon",
            "postgresql://user:password@host:port/jalon",
        ],
    )
    def test_whose_address_is_not_one_of_ours(self, url: str) -> None:
        with pytest.raises(DatabaseUnavailable) as caught:
            open_storage(url, render)
        assert caught.value.reason is Reason.UNKNOWN
        assert "password" not in str(caught.value)


def test_doctor_learns_where_it_stands(sqlite: Database) -> None:
    storage = sqlite.open()
    with storage.open_uow() as work:
        work.goals.add(goal())
        work.outbox.add(outgoing("k"))
        work.commit()
    facts = storage.check()
    assert (facts.url, facts.revision, facts.writable) == (sqlite.url, facts.head, True)
    assert facts.counts["goals"] == 1
    assert facts.outbox["due"] == 1


def test_doctor_learns_what_could_not_be_dealt_with_what_was_given_up_first(sqlite: Database) -> None:
    storage = sqlite.open()
    tried = schedule("s1", due_at=NOW, tries=2, trouble="KeyError at posting.py:7")
    given_up = schedule("s2", due_at=None, tries=7, trouble="KeyError at posting.py:7")
    with storage.open_uow() as work:
        work.goals.add(goal())
        for each in (tried, given_up, schedule("s3")):
            work.schedules.put(each)
        work.commit()
    assert storage.check().troubles == [given_up, tried]


CLAIM_AND_DIE = """
import os, sys
from datetime import datetime, timedelta
from storage import open_storage
storage = open_storage(sys.argv[1], lambda outgoing: {})
print(len(storage.queue.claim(datetime.fromisoformat(sys.argv[2]), timedelta(seconds=30), 10)))
work = storage.open_uow().__enter__()
work.people.put(work.people.get("T1", "U1").model_copy(update={"name": "lost"}))
sys.stdout.flush()
os.kill(os.getpid(), 9)
"""


def test_a_deliverer_killed_between_claim_and_send_leaves_the_message_in_doubt(sqlite: Database) -> None:
    storage = sqlite.open()
    with storage.open_uow() as work:
        work.people.put(profile())
        work.outbox.add(outgoing("k"))
        work.commit()
    command = [sys.executable, "-c", CLAIM_AND_DIE, sqlite.url, NOW.isoformat()]
    died = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    assert (died.stdout, died.returncode) == ("1\n", -9)
    assert storage.queue.claim(NOW, LEASE, 10) == []
    (parcel,) = storage.queue.claim(NOW + LEASE, LEASE, 10)
    assert parcel.in_doubt
    with storage.open_uow() as work:
        assert work.people.get(T, "U1") == profile()


def test_two_processes_never_claim_the_same_message(sqlite: Database) -> None:
    first, second = sqlite.open(), sqlite.open()
    with first.open_uow() as work:
        for number in range(200):
            work.outbox.add(outgoing(f"k{number}", to=f"U{number % 20}"))
        work.commit()
    taken: list[str] = []
    order: list[tuple[str, int]] = []

    def deliver(storage: Storage) -> None:
        while parcels := storage.queue.claim(NOW, LEASE, 7):
            for parcel in parcels:
                taken.append(parcel.dedupe_key)
                order.append((parcel.to, int(parcel.dedupe_key[1:])))
                storage.queue.mark_sent(parcel.id, MessageRef(channel="D1", ts="1.0"), NOW)

    threads = [threading.Thread(target=deliver, args=(storage,)) for storage in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    deliver(first)  # what was held by the other one when this one found nothing
    assert Counter(taken) == Counter(f"k{number}" for number in range(200))
    for channel in {to for to, _ in order}:
        numbers = [number for to, number in order if to == channel]
        assert numbers == sorted(numbers)


def test_turns_of_many_threads_are_all_kept(sqlite: Database) -> None:
    storage = sqlite.open()

    def turn(name: str) -> None:
        for number in range(10):
            with storage.open_uow() as work:
                work.drafts.add(draft(f"{name}-{number}"))
                work.commit()

    threads = [threading.Thread(target=turn, args=(f"t{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert storage.check().counts["drafts"] == 80


def test_a_batch_of_due_schedules_is_claimed_and_put_back_in_one_transaction(sqlite: Database) -> None:
    storage = sqlite.open()
    with storage.open_uow() as work:
        work.goals.add(goal())
        for number in range(500):
            work.schedules.put(schedule(f"s{number:03}"))
        work.commit()
    passes = 0
    claimed: Counter[str] = Counter()
    while True:
        with storage.open_uow(background=True) as work:
            due = work.schedules.claim(NOW, 200)
            for each in due:
                work.schedules.put(schedule(each.id, due_at=NOW + LEASE))
            work.commit()
        if not due:
            break
        passes += 1
        claimed.update(each.id for each in due)
    assert (passes, len(claimed), set(claimed.values())) == (3, 500, {1})


class TestTurnsToWrite:
    def test_people_come_before_ticks_whatever_the_order_of_arrival(self) -> None:
        turns, order = WriteTurns(), list[str]()
        arrived = threading.Semaphore(0)

        def write(name: str, *, background: bool) -> None:
            arrived.release()
            with turns.turn(background=background):
                order.append(name)

        threads: list[threading.Thread] = []
        with turns.turn():
            for name, background in [("tick", True), ("ann", False), ("tock", True), ("bob", False)]:
                thread = threading.Thread(target=write, args=(name,), kwargs={"background": background})
                thread.start()
                arrived.acquire()
                while len(turns._waiting) <= len(threads):
                    thread.join(0.001)
                threads.append(thread)
        for thread in threads:
            thread.join()
        assert order == ["ann", "bob", "tick", "tock"]

    def test_an_error_passes_the_turn_on(self) -> None:
        turns = WriteTurns()

        def fail() -> None:
            with turns.turn():
                raise LookupError

        for _ in range(2):
            with pytest.raises(LookupError):
                fail()

    def test_a_tick_is_told_that_somebody_waits(self) -> None:
        turns = WriteTurns()

        def write() -> None:
            with turns.turn():
                pass

        thread = threading.Thread(target=write)
        with turns.turn(background=True):
            assert not turns.is_wanted()
            thread.start()
            while not turns.is_wanted():
                thread.join(0.001)
        thread.join()
        assert not turns.is_wanted()
