"""What is kept of a person and what is kept too long: the contract, in memory and on SQLite."""

from datetime import date, timedelta

from coach.goal import GoalState
from coach.people import ERASED
from tests.storage.samples import NOW, T, check_in, draft, goal, measurement, outgoing, profile, schedule
from tests.storage.stores import Store


def fill(store: Store) -> None:
    with store.open_uow() as work:
        for user in ("U1", "U3"):
            work.people.put(profile(user))
        work.drafts.add(draft("d1"))
        work.drafts.add(draft("d2", author="U3"))
        work.goals.add(goal())
        work.measurements.add(T, measurement("m1"))
        work.measurements.add(T, measurement("m2", author="U1"))
        work.check_ins.add(check_in("c1"))
        work.check_ins.add(check_in("c2", user="U1"))
        work.schedules.put(schedule())
        work.commit()


def test_each_record_is_found_by_whose_it_is(store: Store) -> None:
    fill(store)
    with store.open_uow() as work:
        assert [one.id for one in work.records.drafts_of(T, "U3")] == ["d2"]
        assert [one.id for one in work.records.check_ins_of(T, "U3")] == ["c1"]
        assert [one.id for one in work.records.measurements_of(T, "U3")] == ["m1"]


def test_another_workspace_has_no_records_of_them(store: Store) -> None:
    fill(store)
    with store.open_uow() as work:
        assert not work.records.drafts_of("T2", "U3")
        assert not work.records.check_ins_of("T2", "U3")
        assert not work.records.measurements_of("T2", "U3")
        work.records.erase_person("T2", "U3")
        work.records.erase_goal("T2", "g1")
        work.commit()
    with store.open_uow() as work:
        assert work.people.get(T, "U3") is not None
        assert work.records.check_ins_of(T, "U3")
        assert work.goals.get(T, "g1") is not None


def test_an_erased_person_leaves_nothing_but_figures_without_name(store: Store) -> None:
    fill(store)
    with store.open_uow() as work:
        work.records.erase_person(T, "U3")
        work.commit()
    with store.open_uow() as work:
        assert work.people.get(T, "U3") is None
        assert not work.records.drafts_of(T, "U3")
        assert not work.records.check_ins_of(T, "U3")
        first, second = work.measurements.of_goal(T, "g1")
        assert (first.author, first.words, first.value) == (ERASED, None, measurement().value)
        assert second.author == "U1"
        assert work.records.check_ins_of(T, "U1")


def test_a_message_on_its_way_to_an_erased_person_still_arrives(store: Store) -> None:
    with store.open_uow() as work:
        work.outbox.add(outgoing("k", to="U3"))
        work.records.erase_person(T, "U3")
        work.commit()
    assert [one.to for one in store.queue.claim(NOW + timedelta(days=1), timedelta(minutes=1), 10)] == ["U3"]


def test_an_erased_goal_takes_all_below_it_along(store: Store) -> None:
    fill(store)
    with store.open_uow() as work:
        work.records.erase_goal(T, "g1")
        work.commit()
    with store.open_uow() as work:
        assert work.goals.get(T, "g1") is None
        assert not work.measurements.of_goal(T, "g1")
        assert not work.check_ins.of_goal(T, "g1")
        assert not work.schedules.of_goal(T, "g1")


def test_goals_that_ended_and_drafts_left_alone_go_after_their_time(store: Store) -> None:
    fill(store)
    over = {"state": GoalState.MISSED, "deadline": date(2027, 1, 31)}
    with store.open_uow() as work:
        work.goals.add(goal("g2", **over))
        work.goals.add(goal("g3", **(over | {"deadline": date(2027, 12, 31)})))
        work.drafts.add(draft("d3", touched_at=NOW + timedelta(days=300)))
        work.commit()
    with store.open_uow() as work:
        assert work.records.erase_before(NOW + timedelta(days=100)) == 3
        work.commit()
    with store.open_uow() as work:
        assert work.goals.get(T, "g2") is None
        assert work.goals.get(T, "g3") is not None
        assert work.goals.get(T, "g1") is not None, "it goes on"
        assert [one.id for one in work.records.drafts_of(T, "U1")] == ["d3"]
