"""What every inbox and outbox of Jalon does, whatever it is made of."""

from coach.language.reading import Language
from coach.outgoing import Lane, MessageRef, Outgoing, Parcel
from tests.storage.outbox import LEASE, SECOND, claim, keys, say
from tests.storage.samples import (
    MINUTE,
    NOW,
    T,
    outgoing,
)
from tests.storage.stores import Store


class TestTheInbox:
    def test_an_event_is_accepted_once(self, store: Store) -> None:
        with store.open_uow() as work:
            assert work.inbox.accept(T, "Ev1", NOW)
            assert not work.inbox.accept(T, "Ev1", NOW)
            assert work.inbox.accept("T2", "Ev1", NOW)
            work.commit()
        with store.open_uow() as work:
            assert not work.inbox.accept(T, "Ev1", NOW)

    def test_an_event_whose_turn_failed_is_accepted_again(self, store: Store) -> None:
        with store.open_uow() as work:
            assert work.inbox.accept(T, "Ev1", NOW)
        with store.open_uow() as work:
            assert work.inbox.accept(T, "Ev1", NOW)


class TestTheOutbox:
    def test_a_message_is_put_in_line_once(self, store: Store) -> None:
        say(store, outgoing("k"), outgoing("k", workspace="T2"))
        with store.open_uow() as work:
            assert not work.outbox.add(outgoing("k"))
            work.commit()
        assert store.queue.counts()["due"] == 2

    def test_what_was_expected_is_put_in_line_once_and_in_its_order(self, store: Store) -> None:
        say(store, outgoing("there"))
        with store.open_uow() as work:
            work.outbox.expect(T, ["there", "new", "newer", "never"])
            assert not work.outbox.add(outgoing("there"))
            assert work.outbox.add(outgoing("new"))
            assert not work.outbox.add(outgoing("new"))
            assert work.outbox.add(outgoing("newer"))
            assert work.outbox.add(outgoing("not expected"))
            assert work.outbox.sent(T, "newer") is None
            work.commit()
        sent: list[str] = []
        while parcels := claim(store):
            sent += keys(parcels)
            store.queue.mark_sent(parcels[0].id, MessageRef(channel="D1", ts=str(len(sent))), NOW)
        assert sent == ["there", "new", "newer", "not expected"]

    def test_what_arrived_together_is_told_together(self, store: Store) -> None:
        say(store, outgoing("k1"), outgoing("k2", to="U2"), outgoing("k3", to="U3"))
        first, second, third = claim(store)
        one, two = MessageRef(channel="D1", ts="1"), MessageRef(channel="D2", ts="2")
        store.queue.mark_all_sent([(first.id, one), (second.id, two)], NOW)
        store.queue.mark_all_sent([(first.id, two)], NOW)
        with store.open_uow() as work:
            assert [work.outbox.sent(T, key) for key in ("k1", "k2", "k3")] == [one, two, None]
        assert third.dedupe_key == "k3"

    def test_a_parcel_is_what_was_said(self, store: Store) -> None:
        ref = MessageRef(channel="D1", ts="1.0")
        message = Outgoing(T, "U1", Language.FR, outgoing("k").speech, "k", Lane.NUDGE, NOW, replaces=ref)
        say(store, message)
        (parcel,) = claim(store)
        payload = {"text": "« k »", "blocks": []}
        assert parcel == Parcel(parcel.id, T, "U1", payload, "k", Lane.NUDGE, 0, False, NOW, ref)

    def test_a_message_whose_words_stay_is_made_of_what_was_sent(self, store: Store) -> None:
        ref = MessageRef(channel="D1", ts="1.0")
        speech = outgoing("k").speech
        elsewhere = outgoing("k", workspace="T2")
        edit = Outgoing(T, "U1", Language.FR, speech, "e", Lane.ANSWER, NOW, replaces=ref, keeps="k")
        gone = Outgoing(T, "U2", Language.FR, speech, "g", Lane.ANSWER, NOW, replaces=ref, keeps="x")
        say(store, elsewhere, gone, edit)
        say(
            store,
            outgoing("k"),
            Outgoing(T, "U3", Language.FR, speech, "f", Lane.ANSWER, NOW, replaces=ref, keeps="k"),
        )
        texts = {parcel.dedupe_key: parcel.payload["text"] for parcel in claim(store)}
        assert (texts["g"], texts["e"]) == ("« g »", "« e »"), (
            "nothing of another workspace, nothing that is gone"
        )
        assert texts["f"] == "« f » as « k »"

    def test_a_message_waits_for_its_time(self, store: Store) -> None:
        say(store, outgoing("k", at=NOW + SECOND))
        assert claim(store) == []
        assert store.queue.next_due() == NOW + SECOND
        assert keys(claim(store, NOW + SECOND)) == ["k"]

    def test_answers_come_before_nudges_before_posts_then_by_age(self, store: Store) -> None:
        say(
            store,
            outgoing("post", to="C1", lane=Lane.POST),
            outgoing("nudge", to="U1", lane=Lane.NUDGE),
            outgoing("young", to="U2"),
            outgoing("old", to="U3", at=NOW - MINUTE),
        )
        assert keys(claim(store, limit=3)) == ["old", "young", "nudge"]
        assert keys(claim(store)) == ["post"]

    def test_a_channel_has_one_message_in_flight_and_keeps_its_order(self, store: Store) -> None:
        say(store, outgoing("a"), outgoing("b"), outgoing("c"), outgoing("other", workspace="T2"))
        first, other = claim(store)
        assert keys([first, other]) == ["a", "other"]
        assert claim(store) == []
        store.queue.mark_sent(first.id, MessageRef(channel="D1", ts="1.0"), NOW)
        (second,) = claim(store)
        assert second.dedupe_key == "b"
        store.queue.mark_dead(second.id, "is_archived", NOW)
        assert keys(claim(store)) == ["c"]

    def test_a_message_put_off_holds_those_behind_it_and_no_other_channel(self, store: Store) -> None:
        say(store, outgoing("a"), outgoing("b"), outgoing("other", to="U2"))
        first, _ = claim(store)
        store.queue.mark_retry(first.id, NOW + MINUTE, "ratelimited")
        assert claim(store) == []
        (again,) = claim(store, NOW + MINUTE, limit=1)
        assert (again.dedupe_key, again.attempts, again.in_doubt) == ("a", 1, False)

    def test_a_message_for_later_holds_nothing(self, store: Store) -> None:
        say(store, outgoing("later", at=NOW + MINUTE), outgoing("now"))
        assert keys(claim(store)) == ["now"]

    def test_a_message_that_comes_in_late_waits_for_the_one_in_flight(self, store: Store) -> None:
        say(store, outgoing("a"))
        (first,) = claim(store)
        say(store, outgoing("earlier", at=NOW - MINUTE))
        assert claim(store) == []
        store.queue.mark_sent(first.id, MessageRef(channel="D1", ts="1.0"), NOW)
        assert keys(claim(store)) == ["earlier"]

    def test_a_lease_that_ran_out_leaves_the_message_in_doubt(self, store: Store) -> None:
        say(store, outgoing("k"))
        assert [parcel.in_doubt for parcel in claim(store)] == [False]
        assert store.queue.next_due() == NOW + LEASE
        assert claim(store, NOW + LEASE - SECOND) == []
        (again,) = claim(store, NOW + LEASE)
        assert (again.in_doubt, again.attempts) == (True, 1)

    def test_a_message_in_doubt_is_looked_up_at_its_time(self, store: Store) -> None:
        say(store, outgoing("k"))
        (parcel,) = claim(store)
        store.queue.mark_in_doubt(parcel.id, NOW + MINUTE, "timeout")
        assert store.queue.counts()["in_doubt"] == 1
        assert claim(store, NOW + SECOND) == []
        (again,) = claim(store, NOW + MINUTE)
        assert again.in_doubt

    def test_once_sent_it_is_known_where(self, store: Store) -> None:
        ref = MessageRef(channel="D1", ts="1799053200.000100")
        say(store, outgoing("k"))
        (parcel,) = claim(store)
        with store.open_uow() as work:
            assert work.outbox.sent(T, "k") is None
        store.queue.mark_sent(parcel.id, ref, NOW)
        with store.open_uow() as work:
            assert work.outbox.sent(T, "k") == ref
            assert work.outbox.sent("T2", "k") is None
        assert claim(store, NOW + MINUTE) == []
        assert store.queue.next_due() is None

    def test_a_claim_that_lapsed_changes_nothing_of_the_one_that_followed(self, store: Store) -> None:
        say(store, outgoing("k"))
        (lapsed,) = claim(store)
        (current,) = claim(store, NOW + LEASE)
        store.queue.mark_retry(lapsed.id, NOW + LEASE, "late")
        store.queue.mark_dead(lapsed.id, "late", NOW + LEASE)
        assert claim(store, NOW + LEASE) == []
        store.queue.mark_retry(current.id, NOW + LEASE, "mine")
        assert keys(claim(store, NOW + LEASE)) == ["k"]

    def test_that_it_arrived_is_believed_even_late(self, store: Store) -> None:
        say(store, outgoing("k"))
        (lapsed,) = claim(store)
        (current,) = claim(store, NOW + LEASE)
        store.queue.mark_sent(lapsed.id, MessageRef(channel="D1", ts="1.0"), NOW + LEASE)
        store.queue.mark_retry(current.id, NOW + LEASE, "not found")
        assert claim(store, NOW + MINUTE) == []
        assert store.queue.counts()["sent"] == 1

    def test_rows_are_counted_by_state(self, store: Store) -> None:
        say(store, *(outgoing(f"k{n}", to=f"U{n}") for n in range(6)))
        sent, doubt, retry, dead, _ = claim(store, limit=5)
        store.queue.mark_sent(sent.id, MessageRef(channel="D1", ts="1.0"), NOW)
        store.queue.mark_in_doubt(doubt.id, NOW, "timeout")
        store.queue.mark_retry(retry.id, NOW, "ratelimited")
        store.queue.mark_dead(dead.id, "is_archived", NOW)
        assert store.queue.counts() == dict.fromkeys(
            ["due", "sending", "sent", "in_doubt", "retry", "dead"], 1
        )
