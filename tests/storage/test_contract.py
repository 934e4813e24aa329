"""What every memory of Jalon does, whatever it is made of."""

from datetime import date, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from coach.draft import DraftState
from coach.errors import Stale
from coach.following import CheckInAsks, CheckInState, SkipReason
from coach.goal import GoalState
from coach.ports import UnitOfWork
from tests.storage.outbox import SECOND, claim, say
from tests.storage.samples import (
    MINUTE,
    NOW,
    T,
    check_in,
    draft,
    goal,
    measurement,
    outgoing,
    profile,
    schedule,
)
from tests.storage.stores import Store


class TestAUnitOfWork:
    def test_what_was_not_committed_was_never_there(self, store: Store) -> None:
        with store.open_uow() as work:
            work.people.put(profile())
            work.drafts.add(draft())
            work.outbox.add(outgoing("k"))
        with store.open_uow() as work:
            assert work.people.get(T, "U1") is None
            assert work.drafts.get(T, "d1") is None
        assert claim(store) == []

    def test_an_error_takes_everything_back(self, store: Store) -> None:
        def fail() -> None:
            with store.open_uow() as work:
                work.drafts.add(draft())
                work.measurements.undo(T, "unknown")

        with pytest.raises(LookupError):
            fail()
        with store.open_uow() as work:
            assert work.drafts.get(T, "d1") is None

    def test_it_sees_what_it_wrote_before_it_commits(self, store: Store) -> None:
        with store.open_uow() as work:
            work.drafts.add(draft())
            assert work.drafts.get(T, "d1") == draft()

    def test_what_follows_a_commit_needs_another_one(self, store: Store) -> None:
        with store.open_uow() as work:
            work.people.put(profile("U1"))
            work.commit()
            work.people.put(profile("U2"))
        with store.open_uow() as work:
            assert work.people.get(T, "U1")
            assert work.people.get(T, "U2") is None

    def test_one_inside_another_is_refused_rather_than_waiting_for_itself(self, store: Store) -> None:
        with store.open_uow(), pytest.raises(RuntimeError), store.open_uow():
            pass
        with store.open_uow() as work:
            assert work.people.get(T, "U1") is None

    def test_a_commit_that_says_something_wakes_the_deliverer_and_no_other_does(self, store: Store) -> None:
        woken: list[str] = []
        store.on_commit(lambda: woken.append("up"))
        with store.open_uow() as work:
            work.people.put(profile())
            work.commit()
        with store.open_uow() as work:
            work.outbox.add(outgoing("k"))
        assert woken == []
        say(store, outgoing("k"))
        assert woken == ["up"]
        with store.open_uow() as work:
            work.outbox.add(outgoing("k"))
            work.commit()
        assert woken == ["up"]


class TestDrafts:
    def test_are_kept_whole(self, store: Store) -> None:
        with store.open_uow() as work:
            work.drafts.add(draft())
            work.commit()
        with store.open_uow() as work:
            assert work.drafts.get(T, "d1") == draft()
            assert work.drafts.get("T2", "d1") is None

    def test_the_open_ones_of_an_author_come_the_latest_touched_first(self, store: Store) -> None:
        with store.open_uow() as work:
            work.drafts.add(draft("d1"))
            work.drafts.add(draft("d2", touched_at=NOW + MINUTE))
            work.drafts.add(draft("d3", state=DraftState.CANCELLED))
            work.drafts.add(draft("d4", author="U2"))
            work.drafts.add(draft("d5", workspace="T2"))
            assert [each.id for each in work.drafts.open_of(T, "U1")] == ["d2", "d1"]

    def test_are_saved_one_version_up(self, store: Store) -> None:
        following = draft(version=2, state=DraftState.CONFIRMED)
        with store.open_uow() as work:
            work.drafts.add(draft())
            work.drafts.save(following)
            assert work.drafts.get(T, "d1") == following
            assert work.drafts.open_of(T, "U1") == []

    @pytest.mark.parametrize("version", [1, 3])
    def test_are_stale_where_somebody_was_faster(self, store: Store, version: int) -> None:
        with store.open_uow() as work:
            work.drafts.add(draft())
            with pytest.raises(Stale):
                work.drafts.save(draft(version=version))
            assert work.drafts.get(T, "d1") == draft()

    def test_of_another_workspace_cannot_be_saved(self, store: Store) -> None:
        with store.open_uow() as work:
            work.drafts.add(draft())
            with pytest.raises(Stale):
                work.drafts.save(draft(workspace="T2", version=2))


class TestGoals:
    def test_are_kept_whole(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.commit()
        with store.open_uow() as work:
            assert work.goals.get(T, "g1") == goal()
            assert work.goals.get("T2", "g1") is None

    @pytest.mark.parametrize("user", ["U1", "U2", "U3", "U4"])
    def test_are_found_by_everybody_who_has_to_do_with_them(self, store: Store, user: str) -> None:
        with store.open_uow() as work:
            work.goals.add(goal("g1"))
            work.goals.add(goal("g2", confirmed_at=NOW + MINUTE, state=GoalState.CLOSED))
            work.goals.add(goal("g3", workspace="T2"))
            assert [each.id for each in work.goals.of_person(T, user)] == ["g2", "g1"]
            assert work.goals.of_person(T, "U9") == []

    def test_follow_a_change_of_people(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.goals.save(goal(version=2, owner="U9", contributors=("U4",)))
            assert [each.id for each in work.goals.of_person(T, "U9")] == ["g1"]
            assert work.goals.of_person(T, "U2") == []
            assert work.goals.of_person(T, "U3") == []

    def test_the_active_ones_of_a_channel_come_in_order_of_confirmation(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal("g2", confirmed_at=NOW + MINUTE))
            work.goals.add(goal("g1"))
            work.goals.add(goal("g3", state=GoalState.PAUSED))
            work.goals.add(goal("g4", channel="C2"))
            work.goals.add(goal("g5", channel=None))
            work.goals.add(goal("g6", workspace="T2"))
            assert [each.id for each in work.goals.of_channel(T, "C1")] == ["g1", "g2"]

    def test_are_stale_where_somebody_was_faster(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.goals.save(goal(version=2))
            with pytest.raises(Stale):
                work.goals.save(goal(version=2))


class TestMeasurements:
    def test_are_kept_whole(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.measurements.add(T, measurement())
            work.commit()
        with store.open_uow() as work:
            kept = work.measurements.get(T, "m1")
            assert kept == measurement()
            assert kept is not None
            assert str(kept.value.value) == "78.0"
            assert work.measurements.get("T2", "m1") is None
            assert work.measurements.of_goal("T2", "g1") == []

    def test_come_by_day_then_by_when_they_were_told(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.measurements.add(T, measurement("m1", measured_on=date(2027, 1, 15)))
            work.measurements.add(T, measurement("m2", recorded_at=NOW + MINUTE, corrects="m3"))
            work.measurements.add(T, measurement("m3"))
            assert [each.id for each in work.measurements.of_goal(T, "g1")] == ["m3", "m2", "m1"]

    def test_are_undone_but_stay(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.measurements.add(T, measurement())
            work.measurements.undo(T, "m1")
            assert [each.undone for each in work.measurements.of_goal(T, "g1")] == [True]

    def test_of_another_workspace_cannot_be_undone(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.measurements.add(T, measurement())
            with pytest.raises(LookupError):
                work.measurements.undo("T2", "m1")
            assert work.measurements.get(T, "m1") == measurement()


class TestCheckIns:
    def test_are_kept_whole(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.check_ins.add(check_in("c1"))
            work.check_ins.add(check_in("c2", expected=None))
            work.commit()
        with store.open_uow() as work:
            assert work.check_ins.get(T, "c1") == check_in("c1")
            assert work.check_ins.get(T, "c2") == check_in("c2", expected=None)
            assert work.check_ins.get("T2", "c1") is None

    def test_those_that_wait_come_the_latest_asked_first(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.check_ins.add(check_in("c1"))
            work.check_ins.add(check_in("c2", asked_at=NOW + MINUTE))
            work.check_ins.add(check_in("c3", state=CheckInState.MISSED))
            work.check_ins.add(check_in("c4", user="U4"))
            assert [each.id for each in work.check_ins.waiting_for(T, "U3")] == ["c2", "c1"]
            assert work.check_ins.waiting_for("T2", "U3") == []
            assert [each.id for each in work.check_ins.of_goal(T, "g1")] == ["c1", "c3", "c4", "c2"]

    def test_those_since_a_day_leave_the_older_ones_out(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            for number in range(4):
                later = timedelta(days=number)
                work.check_ins.add(
                    check_in(f"c{number}", asked_at=NOW + later, due_on=NOW.date() + later, user=f"U{number}")
                )
            since = NOW.date() + timedelta(days=2)
            assert [each.id for each in work.check_ins.of_goal(T, "g1", since)] == ["c2", "c3"]

    def test_the_last_ones_are_each_persons_own_whoever_was_claimed_together(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            for user in (f"U{number}" for number in range(3, 16)):
                work.schedules.put(schedule(f"s{user}", user=user))
                for number in range(14):
                    asked_at = NOW + number * MINUTE
                    work.check_ins.add(check_in(f"{user}.{number:02}", user=user, asked_at=asked_at))
            work.commit()
        with store.open_uow() as work:
            assert len(work.schedules.claim(NOW, 20)) == 13
            latest = [f"U4.{number:02}" for number in reversed(range(14))]
            assert [one.id for one in work.check_ins.recent(T, "g1", "U4", 2)] == latest[:2]
            assert [one.id for one in work.check_ins.recent(T, "g1", "U3", 1)] == ["U3.13"]
            assert [one.id for one in work.check_ins.recent(T, "g1", "U4", 14)] == latest
            assert [one.id for one in work.check_ins.recent(T, "g1", "U15", 1)] == ["U15.13"]
            assert work.check_ins.recent(T, "g1", "U16", 12) == []
            work.check_ins.add(check_in("U3.new", user="U3", asked_at=NOW + 60 * MINUTE))
            assert [one.id for one in work.check_ins.recent(T, "g1", "U3", 2)] == ["U3.new", "U3.13"]

    def test_the_last_that_were_asked_are_found_behind_those_left_out_for_silence(self, store: Store) -> None:
        quiet, capped, away = (
            {"state": CheckInState.SKIPPED, "skipped": why}
            for why in (SkipReason.QUIET, SkipReason.CAPPED, SkipReason.AWAY)
        )
        with store.open_uow() as work:
            work.goals.add(goal())
            for number, more in enumerate(({}, away, quiet, capped)):
                work.check_ins.add(check_in(f"c{number}", asked_at=NOW + number * MINUTE, **more))
            assert [one.id for one in work.check_ins.recent_asked(T, "g1", "U3", 5)] == ["c1", "c0"]
            assert [one.id for one in work.check_ins.recent_asked(T, "g1", "U3", 1)] == ["c1"]
            assert work.check_ins.recent_asked("T2", "g1", "U3", 5) == []

    def test_are_answered(self, store: Store) -> None:
        answered = check_in(
            asks=CheckInAsks.ACTION,
            wanted=3,
            done=2,
            state=CheckInState.ANSWERED,
            answered_at=NOW,
            measurement="m1",
            words="48",
            nudged=True,
        )
        with store.open_uow() as work:
            work.goals.add(goal())
            work.check_ins.add(check_in())
            work.check_ins.save(answered)
            assert work.check_ins.get(T, "c1") == answered
            assert work.check_ins.waiting_for(T, "U3") == []

    def test_that_were_never_asked_cannot_be_answered(self, store: Store) -> None:
        with store.open_uow() as work, pytest.raises(LookupError):
            work.check_ins.save(check_in())


class TestSchedules:
    def test_those_due_are_claimed_the_longest_due_first(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.goals.add(goal(workspace="T2"))
            work.schedules.put(schedule("s1", due_at=NOW - MINUTE))
            work.schedules.put(schedule("s2", due_at=NOW + SECOND))
            work.schedules.put(schedule("s3", due_at=None))
            work.schedules.put(schedule("s4", workspace="T2", due_at=NOW - 2 * MINUTE))
            work.schedules.put(schedule("s5"))
            work.commit()
        with store.open_uow() as work:
            assert [each.id for each in work.schedules.claim(NOW, 10)] == ["s4", "s1", "s5"]
            assert [each.id for each in work.schedules.claim(NOW, 2)] == ["s4", "s1"]
            assert work.schedules.next_due() == NOW - 2 * MINUTE

    def test_put_back_with_their_next_time_they_are_no_longer_due(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.schedules.put(schedule())
            work.schedules.put(schedule(due_at=NOW + MINUTE))
            assert work.schedules.claim(NOW, 10) == []
            assert work.schedules.next_due() == NOW + MINUTE
            work.schedules.put(schedule(due_at=None))
            assert work.schedules.next_due() is None

    def test_claimed_and_rolled_back_they_are_due_again(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal())
            work.schedules.put(schedule())
            work.commit()
        with store.open_uow() as work:
            claimed = work.schedules.claim(NOW, 10)
            work.schedules.put(schedule(due_at=None))
        with store.open_uow() as work:
            assert work.schedules.claim(NOW, 10) == claimed == [schedule()]

    def test_put_off_they_keep_why_unless_somebody_dealt_with_them_meanwhile(self, store: Store) -> None:
        later = schedule(due_at=NOW + MINUTE, tries=1, trouble="KeyError at posting.py:7")
        with store.open_uow() as work:
            work.goals.add(goal())
            work.schedules.put(schedule())
            assert work.schedules.replace(schedule(), later)
            assert not work.schedules.replace(schedule(), schedule(due_at=None))
            assert work.schedules.of_goal(T, "g1") == [later]
            assert not work.schedules.replace(schedule("s9"), schedule("s9"))

    def test_those_of_a_goal_come_by_id_and_go_together(self, store: Store) -> None:
        with store.open_uow() as work:
            work.goals.add(goal("g1"))
            work.goals.add(goal("g2"))
            work.schedules.put(schedule("s2"))
            work.schedules.put(schedule("s1"))
            work.schedules.put(schedule("s3", goal="g2"))
            assert [each.id for each in work.schedules.of_goal(T, "g1")] == ["s1", "s2"]
            work.schedules.remove_goal("T2", "g1")
            work.schedules.remove_goal(T, "g1")
            assert work.schedules.of_goal(T, "g1") == []
            assert [each.id for each in work.schedules.of_goal(T, "g2")] == ["s3"]

    def test_an_instant_of_another_zone_is_the_same_instant(self, store: Store) -> None:
        noumea = timezone(timedelta(hours=11))
        with store.open_uow() as work:
            work.goals.add(goal())
            work.schedules.put(schedule(due_at=NOW.astimezone(noumea)))
            work.commit()
        with store.open_uow() as work:
            (claimed,) = work.schedules.claim(NOW, 1)
            assert claimed.due_at == NOW
            assert work.schedules.claim(NOW - SECOND, 1) == []


def test_nothing_hangs_below_a_goal_that_is_not_there(store: Store) -> None:
    with store.open_uow() as work, pytest.raises((LookupError, IntegrityError)):
        work.measurements.add(T, measurement())
    with store.open_uow() as work, pytest.raises((LookupError, IntegrityError)):
        _add_and_commit(work)
    with store.open_uow() as work, pytest.raises((LookupError, IntegrityError)):
        _put_and_commit(work)


def _add_and_commit(work: UnitOfWork) -> None:
    """A check-in may be written as late as at the commit."""
    work.check_ins.add(check_in())
    work.commit()


def _put_and_commit(work: UnitOfWork) -> None:
    """So may a schedule."""
    work.schedules.put(schedule())
    work.commit()


def test_an_id_is_given_once(store: Store) -> None:
    with store.open_uow() as work:
        work.drafts.add(draft())
        with pytest.raises((LookupError, IntegrityError)):
            work.drafts.add(draft())
