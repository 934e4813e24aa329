"""What only PostgreSQL has: several processes that write at the same time."""

import threading
from datetime import timedelta

import pytest

from coach.errors import Stale
from coach.goal import Goal
from storage import Storage
from storage.engine import create
from tests.storage.samples import NOW, T, goal, outgoing, profile, schedule
from tests.storage.stores import Database


def test_its_address_needs_no_driver_and_its_password_is_told_to_nobody() -> None:
    engine = create("postgresql://jalon:secret@db.example/jalon")
    assert engine.url.drivername == "postgresql+psycopg"
    assert "secret" not in engine.url.render_as_string(hide_password=True)


def claimed_meanwhile(storage: Storage) -> list[str]:
    """What another worker claims while this one's transaction is open."""
    taken: list[str] = []

    def claim() -> None:
        with storage.open_uow() as other:
            taken.extend(each.id for each in other.schedules.claim(NOW, 4))

    thread = threading.Thread(target=claim)
    thread.start()
    thread.join(10)
    return taken


def test_what_one_pass_has_claimed_another_leaves_alone(postgres: Database) -> None:
    first, second = postgres.open(), postgres.open()
    with first.open_uow() as work:
        work.goals.add(goal())
        for number in range(6):
            work.schedules.put(schedule(f"s{number}", user=f"U{number}"))
        work.commit()
    with first.open_uow() as one:
        mine = [each.id for each in one.schedules.claim(NOW, 4)]
        taken = claimed_meanwhile(second)
    assert len(mine) == 4
    assert sorted(mine + taken) == [f"s{number}" for number in range(6)]


def test_two_who_wait_for_each_other_end_with_one_that_is_overtaken(postgres: Database) -> None:
    storage = postgres.open()
    one, other = goal("g1"), goal("g2")
    with storage.open_uow() as work:
        work.goals.add(one)
        work.goals.add(other)
        work.commit()
    both_have_one = threading.Barrier(2)
    ends: list[str] = []

    def change(storage: Storage, first: Goal, second: Goal) -> None:
        try:
            with storage.open_uow() as work:
                work.goals.save(first.model_copy(update={"version": first.version + 1}))
                both_have_one.wait(5)
                work.goals.save(second.model_copy(update={"version": second.version + 1}))
                work.commit()
            ends.append("kept")
        except Stale:
            ends.append("overtaken")

    orders = ((one, other), (other, one))
    threads = [threading.Thread(target=change, args=(storage, *order)) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(ends) == ["kept", "overtaken"]
    with storage.open_uow() as work:
        kept = [work.goals.get(T, each.id) for each in (one, other)]
    assert [each.version for each in kept if each is not None] == [one.version + 1, other.version + 1]


def test_what_two_change_of_a_person_at_once_is_both_kept(postgres: Database) -> None:
    storage = postgres.open()
    with storage.open_uow() as work:
        work.people.put(profile("U1"))
        work.commit()
    with storage.open_uow(background=True) as slow:
        known = slow.people.get(T, "U1")
        assert known is not None

        def renamed() -> None:
            with storage.open_uow() as quick:
                found = quick.people.get(T, "U1")
                assert found is not None
                quick.people.put(found.model_copy(update={"name": "Ann"}))
                quick.commit()

        thread = threading.Thread(target=renamed)
        thread.start()
        thread.join(10)
        slow.people.put(known.model_copy(update={"zone": "America/Montreal"}))
        slow.commit()
    with storage.open_uow() as work:
        after = work.people.get(T, "U1")
    assert after is not None
    assert (after.name, after.zone) == ("Ann", "America/Montreal")


def test_what_another_worker_said_meanwhile_is_not_taken_for_said_here(postgres: Database) -> None:
    first, second = postgres.open(), postgres.open()

    def say_it_first() -> None:
        with second.open_uow() as quick:
            assert quick.outbox.add(outgoing("k"))
            quick.commit()

    with first.open_uow() as slow:
        slow.outbox.expect(T, ["k"])
        assert slow.outbox.add(outgoing("k"))
        thread = threading.Thread(target=say_it_first)
        thread.start()
        thread.join(10)
        with pytest.raises(Stale):
            slow.commit()
    assert first.queue.counts()["due"] == 1


def test_all_that_is_due_to_a_person_is_dealt_with_by_one_worker(postgres: Database) -> None:
    first, second = postgres.open(), postgres.open()
    with first.open_uow() as work:
        work.goals.add(goal())
        for number in range(4):
            work.schedules.put(schedule(f"s{number}"))
        work.commit()
    with first.open_uow() as one:
        assert len(one.schedules.claim(NOW, 2)) == 2
        assert len(one.schedules.of_person(T, "U3")) == 4
        taken = claimed_meanwhile(second)
    assert taken == []


def test_a_claim_waits_for_the_one_under_way(postgres: Database) -> None:
    storage = postgres.open()
    with storage.open_uow() as work:
        for number in range(40):
            work.outbox.add(outgoing(f"k{number:02}", to=f"U{number % 4}"))
        work.commit()
    taken: list[str] = []

    def claim() -> None:
        taken.extend(each.dedupe_key for each in storage.queue.claim(NOW, timedelta(seconds=30), 10))

    threads = [threading.Thread(target=claim) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(taken) == ["k00", "k01", "k02", "k03"]
