"""The deliverer: none lost, none doubled, in order, politely."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from bot.delivery import Delivery
from bot.gateway import Gateway
from coach.outgoing import Lane, MessageRef, Parcel
from coach.testing.outbox import MemoryQueue
from tests.bot.delivery.rig import HASTE, Rig
from tests.bot.delivery.standin import Fail, StandIn


def fail_first(fail: Fail | str, method: str = "chat.postMessage", times: int = 1) -> Any:
    """A plan in which the first calls of a method go wrong."""
    left = count(times, -1)

    def plan(called: str, _: dict[str, Any]) -> Fail | str | None:
        return fail if called == method and next(left) > 0 else None

    return plan


class TestAMessage:
    def test_to_a_channel_arrives_as_it_was_rendered_with_its_key(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start()
        rig.say("k1")
        assert delivery.drain()
        (message,) = slack.messages["C1"]
        assert message["text"] == "k1"
        assert message["metadata"] == {"event_type": "jalon_message", "event_payload": {"key": "k1"}}
        assert message["client_msg_id"] == "02644d79-03a0-5a4c-b9cc-df1500b17625"
        with rig.memory.open_uow() as work:
            assert work.outbox.sent("T1", "k1") == MessageRef(channel="C1", ts=message["ts"])

    def test_to_a_person_goes_to_a_conversation_that_is_opened_once(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start()
        rig.say("k1", "k2", to="U7")
        assert delivery.drain()
        assert slack.texts("DU7") == ["k1", "k2"]
        assert [method for method, _ in slack.calls].count("conversations.open") == 1

    def test_that_replaces_another_takes_its_place(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start()
        rig.say("k1")
        assert delivery.drain()
        with rig.memory.open_uow() as work:
            ref = work.outbox.sent("T1", "k1")
        rig.say("k2", replaces=ref)
        assert delivery.drain()
        assert slack.texts("C1") == ["k2"]

    def test_is_sent_within_a_moment_of_the_commit(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start(replace(HASTE, poll=60.0))
        assert delivery.drain()
        rig.say("k1")
        deadline = time.monotonic() + 2
        while not slack.all_texts() and time.monotonic() < deadline:
            assert delivery.drain()
        assert slack.all_texts() == ["k1"]


class TestWhateverGoesWrong:
    @pytest.mark.parametrize(
        "fail",
        [Fail.CUT_AFTER, Fail.CUT_BEFORE, Fail.HANG_AFTER, Fail.ERROR_AFTER, Fail.ERROR_BEFORE, Fail.DOWN],
    )
    def test_a_message_in_doubt_arrives_once(self, rig: Rig, slack: StandIn, fail: Fail) -> None:
        slack.plan = fail_first(fail)
        delivery = rig.start()
        rig.say("k1", "k2", "k3")
        rig.settle(delivery)
        assert slack.texts("C1") == ["k1", "k2", "k3"]

    def test_a_third_of_the_replies_cut_and_none_is_lost_or_doubled_or_out_of_order(
        self, rig: Rig, slack: StandIn
    ) -> None:
        calls = count()
        slack.plan = lambda method, _: (
            [Fail.CUT_AFTER, None, None][next(calls) % 3] if method == "chat.postMessage" else None
        )
        delivery = rig.start()
        for number in range(20):
            rig.say(*(f"c{number}-{turn:02}" for turn in range(5)), to=f"C{number}")
        rig.settle(delivery, within=20)
        assert Counter(slack.all_texts()).most_common(1)[0][1] == 1
        assert len(slack.all_texts()) == 100
        for number in range(20):
            assert slack.texts(f"C{number}") == sorted(slack.texts(f"C{number}"))

    def test_a_look_up_that_fails_is_done_again_before_anything_is_sent(
        self, rig: Rig, slack: StandIn
    ) -> None:
        cut, down = fail_first(Fail.CUT_AFTER), fail_first(Fail.DOWN, "conversations.history", times=2)
        slack.plan = lambda method, arguments: cut(method, arguments) or down(method, arguments)
        delivery = rig.start()
        rig.say("k1")
        rig.settle(delivery)
        assert slack.texts("C1") == ["k1"]

    def test_where_the_history_cannot_be_read_a_message_in_doubt_is_not_sent_twice(
        self, rig: Rig, slack: StandIn
    ) -> None:
        cut = fail_first(Fail.CUT_AFTER)
        slack.plan = lambda method, arguments: (
            "missing_scope" if method == "conversations.history" else cut(method, arguments)
        )
        delivery = rig.start()
        rig.say("k1")
        rig.settle(delivery)
        assert slack.texts("C1") == ["k1"]
        assert rig.dead == [("k1", "unverifiable: missing_scope")]

    def test_an_edit_whose_answer_was_cut_is_simply_done_again(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start()
        rig.say("k1")
        assert delivery.drain()
        with rig.memory.open_uow() as work:
            ref = work.outbox.sent("T1", "k1")
        slack.plan = fail_first(Fail.CUT_AFTER, "chat.update")
        rig.say("k2", replaces=ref)
        rig.settle(delivery)
        assert slack.texts("C1") == ["k2"]
        assert "conversations.history" not in [method for method, _ in slack.calls]

    def test_a_conversation_that_does_not_open_at_once_is_tried_again(self, rig: Rig, slack: StandIn) -> None:
        slack.plan = fail_first(Fail.DOWN, "conversations.open", times=3)
        delivery = rig.start()
        rig.say("k1", to="U1")
        rig.settle(delivery)
        assert slack.texts("DU1") == ["k1"]

    @pytest.mark.parametrize(
        ("code", "reason"),
        [
            ("is_archived", "channel_gone: is_archived"),
            ("not_in_channel", "not_in_channel: not_in_channel"),
            ("invalid_blocks", "malformed: invalid_blocks"),
            ("account_inactive", "uninstalled: account_inactive"),
            ("a_code_of_tomorrow", "unknown: a_code_of_tomorrow"),
        ],
    )
    def test_what_slack_refuses_for_good_is_dead_with_its_reason_and_holds_nobody(
        self, rig: Rig, slack: StandIn, code: str, reason: str
    ) -> None:
        slack.plan = fail_first(code)
        delivery = rig.start()
        rig.say("k1", "k2")
        rig.settle(delivery)
        assert rig.dead == [("k1", reason)]
        assert slack.texts("C1") == ["k2"]

    def test_a_message_that_fails_for_hours_is_given_up(self, rig: Rig, slack: StandIn) -> None:
        slack.plan = lambda method, _: "team_added_to_org" if method == "chat.postMessage" else None
        delivery = rig.start(replace(HASTE, tries=3, give_up_after=0.1))
        rig.say("k1")
        rig.settle(delivery)
        assert rig.dead == [("k1", "slack_failed: team_added_to_org")]

    def test_a_message_that_cannot_be_put_into_json_holds_no_other(self, slack: StandIn, rig: Rig) -> None:
        rig.memory._render = lambda outgoing: {"text": outgoing.dedupe_key, "blocks": {object()}}
        rig.say("poison")
        rig.memory._render = lambda outgoing: {"text": outgoing.dedupe_key}
        rig.say("k1", to="C2")
        delivery = rig.start(replace(HASTE, tries=2, give_up_after=0.0))
        rig.settle(delivery)
        assert slack.all_texts() == ["k1"]
        assert [key for key, _ in rig.dead] == ["poison"]

    def test_an_outbox_that_cannot_be_told_doubles_nothing(self, rig: Rig, slack: StandIn) -> None:
        class Forgetful(MemoryQueue):
            left = 3

            def mark_all_sent(self, arrived: Sequence[tuple[str, MessageRef]], now: datetime) -> None:
                self.left -= 1
                if self.left >= 0:
                    raise OSError
                super().mark_all_sent(arrived, now)

            def mark_in_doubt(self, parcel: str, at: datetime, reason: str) -> None:
                if self.left == 2:
                    raise OSError
                super().mark_in_doubt(parcel, at, reason)

        rig.memory.queue = Forgetful(rig.memory._lines)
        delivery = rig.start(replace(HASTE, lease=1.7))
        rig.say("k1", "k2")
        rig.settle(delivery)
        assert slack.texts("C1") == ["k1", "k2"]

    def test_slack_out_of_reach_loses_nothing(self, rig: Rig, slack: StandIn) -> None:
        with StandIn() as elsewhere:
            nowhere = elsewhere.url
        gateway = Gateway(lambda _: "xoxb-test", api_url=nowhere)
        away = Delivery(rig.memory.queue, gateway, rig.clock, pace=HASTE)
        away.start()
        rig.say("k1")
        assert away.drain()
        away.stop()
        assert rig.memory.queue.counts()["retry"] == 1
        rig.settle(rig.start())
        assert slack.texts("C1") == ["k1"]

    def test_a_token_refused_is_tried_again_as_it_may_be_put_right(self, rig: Rig, slack: StandIn) -> None:
        slack.token = "xoxb-new"
        delivery = rig.start()
        rig.say("k1")
        assert delivery.drain()
        slack.token = "xoxb-test"
        rig.settle(delivery)
        assert slack.texts("C1") == ["k1"]

    def test_why_nothing_goes_out_is_told_to_the_log_once(
        self, rig: Rig, slack: StandIn, caplog: pytest.LogCaptureFixture
    ) -> None:
        slack.token = "xoxb-new"
        delivery = rig.start()
        rig.say("k1", "k2", "k3")
        assert delivery.drain()
        told = [one for one in caplog.messages if "put off" in one]
        assert len(told) == 1
        assert "invalid_auth" in told[0]


class TestPolitely:
    def test_a_channel_gets_a_message_a_pause_and_never_refuses(self, rig: Rig, slack: StandIn) -> None:
        slack.gap = 0.1
        delivery = rig.start(replace(HASTE, channel_pause=0.105))
        rig.say("a", "b", "c", "d")
        rig.say("other", to="C2")
        assert delivery.drain()
        assert slack.refused == 0
        assert slack.texts("C1") == ["a", "b", "c", "d"]
        assert slack.arrivals[-1][0] - slack.arrivals[0][0] >= 0.3
        assert "other" in [text for _, text in slack.arrivals[:2]]

    def test_a_channel_told_to_wait_holds_no_other(self, rig: Rig, slack: StandIn) -> None:
        limit = fail_first(Fail.LIMITED)
        slack.plan = lambda method, arguments: (
            limit(method, arguments) if arguments["channel"] == "C1" else None
        )
        delivery = rig.start()
        rig.say("a", "b", to="C1")
        assert delivery.drain()
        rig.say("c", "d", to="C2")
        assert delivery.drain()
        assert slack.all_texts() == ["c", "d"]
        rig.clock.move_to(rig.clock.now() + timedelta(seconds=1))
        assert delivery.drain()
        assert slack.texts("C1") == ["a", "b"]

    def test_answers_go_before_nudges_before_posts_where_the_workspace_is_the_limit(
        self, rig: Rig, slack: StandIn
    ) -> None:
        for number, lane in enumerate([Lane.POST, Lane.POST, Lane.NUDGE, Lane.ANSWER]):
            rig.say(f"{lane.name}-{number}", to=f"C{number}", lane=lane)
        delivery = rig.start(replace(HASTE, workspace_burst=1, workspace_rate=20, at_once=1))
        assert delivery.drain()
        assert [text for _, text in slack.arrivals] == ["ANSWER-3", "NUDGE-2", "POST-0", "POST-1"]

    def test_a_busy_workspace_holds_no_other(self, rig: Rig, slack: StandIn) -> None:
        rig.say(*(f"busy-{number}" for number in range(5)), to="C1")
        for number in range(5):
            rig.say(f"busier-{number}", to=f"C{number + 2}")
        rig.say("quiet", to="C9", workspace="T2")
        delivery = rig.start(replace(HASTE, workspace_burst=2, workspace_rate=20, at_once=1))
        assert delivery.drain()
        assert "quiet" in [text for _, text in slack.arrivals[:3]]

    def test_a_jump_of_the_clock_refills_everything(self, rig: Rig, slack: StandIn) -> None:
        slow = replace(HASTE, channel_pause=3600, workspace_burst=1, workspace_rate=1 / 3600)
        delivery = rig.start(slow)
        rig.say("a", "b")
        assert not delivery.drain(within=0.2)
        assert slack.all_texts() == ["a"]
        rig.clock.move_to(rig.clock.now() + timedelta(hours=2))
        assert delivery.drain()
        assert slack.all_texts() == ["a", "b"]


class TestItsLife:
    def test_stopped_it_puts_down_what_it_held_for_the_next_one(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start(replace(HASTE, channel_pause=3600))
        rig.say("a", "b")
        assert not delivery.drain(within=0.2)
        delivery.stop()
        counts = rig.memory.queue.counts()
        assert (counts["sent"], counts["retry"], counts["sending"]) == (1, 1, 0)
        assert rig.start().drain()
        assert slack.texts("C1") == ["a", "b"]

    def test_stopped_it_lets_what_is_on_its_way_arrive(self, rig: Rig, slack: StandIn) -> None:
        delivery = rig.start()
        for number in range(20):
            rig.say(f"k{number}", to=f"C{number}")
        delivery.stop()
        assert rig.memory.queue.counts()["sending"] == 0
        assert rig.start().drain()
        assert sorted(slack.all_texts()) == sorted(f"k{number}" for number in range(20))

    def test_woken_drained_and_stopped_in_any_order_it_does_no_harm(self, rig: Rig) -> None:
        delivery = rig.start()
        delivery.wake()
        assert delivery.drain()
        delivery.stop()
        delivery.wake()
        delivery.stop()

    def test_a_mourner_who_fails_holds_nothing(self, rig: Rig, slack: StandIn) -> None:
        def fail(_parcel: Parcel, _reason: str) -> None:
            raise LookupError

        slack.plan = fail_first("is_archived")
        gateway = Gateway(lambda _: "xoxb-test", api_url=slack.url)
        delivery = Delivery(rig.memory.queue, gateway, rig.clock, pace=HASTE, on_dead=fail)
        delivery.start()
        rig.say("k1", "k2")
        rig.settle(delivery)
        delivery.stop()
        assert slack.texts("C1") == ["k2"]
