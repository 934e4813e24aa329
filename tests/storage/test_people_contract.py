"""What every memory of Jalon keeps of people, whatever it is made of."""

from datetime import date

from coach.following import CheckInState, ScheduleKind, SkipReason
from coach.language.reading import Language
from tests.storage.samples import (
    MINUTE,
    NOW,
    T,
    check_in,
    goal,
    leave,
    profile,
    schedule,
)
from tests.storage.stores import Store


class TestPeople:
    def test_are_kept_whole_and_anew(self, store: Store) -> None:
        changed = profile(language=Language.EN, focus=None, deactivated=True)
        with store.open_uow() as work:
            work.people.put(profile())
            assert work.people.get(T, "U1") == profile()
            work.people.put(changed)
            assert work.people.get(T, "U1") == changed

    def test_are_known_to_their_workspace_alone(self, store: Store) -> None:
        with store.open_uow() as work:
            work.people.put(profile())
            assert work.people.get("T2", "U1") is None


class TestLeaves:
    def test_those_that_are_not_over_come_the_first_to_begin_first(self, store: Store) -> None:
        later = leave("l0", start=date(2027, 12, 24), end=date(2027, 12, 31))
        with store.open_uow() as work:
            work.leaves.add(later)
            work.leaves.add(leave())
            work.leaves.add(leave("l2", user="U2"))
            work.leaves.add(leave("l3", workspace="T2"))
            assert work.leaves.of_person(T, "U1", date(2027, 8, 14)) == [leave(), later]
            assert work.leaves.of_person(T, "U1", date(2027, 8, 15)) == [later]

    def test_are_dropped_by_whose_they_are_alone(self, store: Store) -> None:
        with store.open_uow() as work:
            work.leaves.add(leave())
            assert not work.leaves.remove(T, "U2", "l1")
            assert not work.leaves.remove("T2", "U1", "l1")
            assert work.leaves.remove(T, "U1", "l1")
            assert not work.leaves.remove(T, "U1", "l1")
            assert work.leaves.of_person(T, "U1", date(2027, 1, 1)) == []


class TestWhatIsAPersons:
    def test_their_last_check_ins_of_a_goal_come_the_latest_first(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            for number in (1, 2, 3):
                work.check_ins.add(check_in(f"c{number}", asked_at=NOW + number * MINUTE))
            work.check_ins.add(check_in("c4", user="U4", asked_at=NOW + 9 * MINUTE))
            assert [one.id for one in work.check_ins.recent(T, "g1", "U3", 2)] == ["c3", "c2"]
            assert work.check_ins.recent("T2", "g1", "U3", 2) == []

    def test_a_check_in_that_was_not_asked_keeps_why(self, store: Store) -> None:
        left_out = check_in(state=CheckInState.SKIPPED, skipped=SkipReason.AWAY)
        with store.open_uow() as work:
            work.goals.add(goal())
            work.check_ins.add(left_out)
            assert work.check_ins.get(T, "c1") == left_out
            assert work.check_ins.waiting_for(T, "U3") == []

    def test_the_check_ins_of_a_message_are_found_by_it(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.check_ins.add(check_in("c1", said="day:U3", resting=True, snoozes=2))
            work.check_ins.add(check_in("c2", said="day:U3", asked_at=NOW - MINUTE))
            work.check_ins.add(check_in("c3", said="other"))
            found = work.check_ins.in_message(T, "U3", "day:U3")
            assert [one.id for one in found] == ["c2", "c1"]
            assert (found[1].resting, found[1].snoozes) == (True, 2)

    def test_what_is_coming_to_them_comes_the_first_due_first(self, store: Store) -> None:
        digest = schedule("s3", kind=ScheduleKind.DIGEST, goal=None, due_at=NOW - MINUTE)
        with store.open_uow() as work:
            work.goals.add(goal())
            work.schedules.put(schedule("s1"))
            work.schedules.put(schedule("s2", due_at=None))
            work.schedules.put(schedule("s4", user="U4"))
            work.schedules.put(digest)
            assert work.schedules.of_person(T, "U3") == [digest, schedule("s1")]
            assert work.schedules.of_person("T2", "U3") == []
