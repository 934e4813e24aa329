"""What only PostgreSQL has: several processes that write at the same time."""

import threading
from datetime import timedelta

from coach.errors import Stale
from coach.people import Profile
from storage import Storage
from storage.engine import create
from tests.storage.samples import NOW, T, goal, outgoing, profile, schedule
from tests.storage.stores import Database


def test_its_address_needs_no_driver_and_its_password_is_told_to_nobody() -> None:
    engine = create("postgresql://jalon:secret@db.example/jalon")
    assert engine.url.drivername == "postgresql+psycopg"
    assert "secret" not in engine.url.render_as_string(hide_password=True)


def test_what_one_pass_has_claimed_another_leaves_alone(postgres: Database) -> None:
    first, second = postgres.open(), postgres.open()
    with first.open_uow() as work:
        work.goals.add(goal())
        for number in range(6):
            work.schedules.put(schedule(f"s{number}"))
        work.commit()
    with first.open_uow() as one:
        mine = [each.id for each in one.schedules.claim(NOW, 4)]
        taken: list[str] = []

        def claim() -> None:
            with second.open_uow() as other:
                taken.extend(each.id for each in other.schedules.claim(NOW, 4))

        thread = threading.Thread(target=claim)
        thread.start()
        thread.join(10)
    assert len(mine) == 4
    assert sorted(mine + taken) == [f"s{number}" for number in range(6)]


def test_two_who_wait_for_each_other_end_with_one_that_is_overtaken(postgres: Database) -> None:
    storage = postgres.open()
    ann, bob = profile("U1"), profile("U2")
    both_have_one = threading.Barrier(2)
    ends: list[str] = []

    def change(storage: Storage, first: Profile, second: Profile) -> None:
        try:
            with storage.open_uow() as work:
                work.people.put(first)
                both_have_one.wait(5)
                work.people.put(second)
                work.commit()
            ends.append("kept")
        except Stale:
            ends.append("overtaken")

    threads = [threading.Thread(target=change, args=(storage, *order)) for order in ((ann, bob), (bob, ann))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(ends) == ["kept", "overtaken"]
    with storage.open_uow() as work:
        assert work.people.get(T, "U1") == ann
        assert work.people.get(T, "U2") == bob


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
