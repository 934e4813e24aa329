"""What Slack's answers mean, and the calls that do not wait in the outbox."""

from typing import Any

import pytest

from bot.faults import FAULTS, Kind, Reason, SlackFault, classify
from bot.gateway import ListenerGateway
from bot.pacing import Pulse
from coach.testing import FrozenClock
from tests.bot.delivery.standin import Fail, StandIn
from tests.storage.samples import NOW


class TestAnAnswerOfSlack:
    @pytest.mark.parametrize(
        ("code", "status", "kind"),
        [
            ("channel_not_found", 200, Kind.PERMANENT),
            ("a_code_of_tomorrow", 200, Kind.PERMANENT),
            ("internal_error", 200, Kind.IN_DOUBT),
            ("fatal_error", 200, Kind.IN_DOUBT),
            ("", 500, Kind.IN_DOUBT),
            ("", 504, Kind.IN_DOUBT),
            ("service_unavailable", 503, Kind.IN_DOUBT),
            ("", 200, Kind.IN_DOUBT),
            ("ratelimited", 429, Kind.RATE_LIMITED),
            ("", 429, Kind.RATE_LIMITED),
            ("rate_limited", 200, Kind.RATE_LIMITED),
            ("invalid_auth", 200, Kind.TRANSIENT),
            ("", 404, Kind.TRANSIENT),
        ],
    )
    def test_tells_what_is_to_be_done(self, code: str, status: int, kind: Kind) -> None:
        assert classify(code, status).kind is kind

    @pytest.mark.parametrize(("header", "seconds"), [("30", 30.0), ("0", 1.0), (None, 1.0), ("soon", 1.0)])
    def test_tells_how_long_to_wait(self, header: str | None, seconds: float) -> None:
        assert classify("ratelimited", 429, header).retry_after == seconds

    def test_is_told_in_one_way_only(self) -> None:
        assert all(code == code.strip().lower() for code in FAULTS)
        assert {kind for kind, _ in FAULTS.values()} == set(Kind)


class TestTheListenersSide:
    @pytest.fixture
    def slack(self) -> Any:
        with StandIn() as stand_in:
            yield stand_in

    def test_knows_a_person(self, slack: StandIn) -> None:
        slack.people["U1"] = {"id": "U1", "locale": "fr-CA", "tz": "America/Montreal"}
        gateway = ListenerGateway("xoxb-test", api_url=slack.url)
        assert gateway.user_info("U1") == slack.people["U1"]
        assert slack.calls == [("users.info", {"user": "U1", "include_locale": "1"})]
        assert gateway.user_info("U9") is None

    def test_opens_pushes_updates_and_publishes_views(self, slack: StandIn) -> None:
        gateway = ListenerGateway("xoxb-test", api_url=slack.url)
        view = {"type": "modal"}
        assert gateway.views_open("trigger", view) == "V1"
        assert gateway.views_push("trigger", view) == "V1"
        assert gateway.views_update("V1", view, "hash") == "V1"
        assert gateway.views_publish("U1", {"type": "home"}) == "V1"
        assert slack.calls == [
            ("views.open", {"trigger_id": "trigger", "view": view}),
            ("views.push", {"trigger_id": "trigger", "view": view}),
            ("views.update", {"view_id": "V1", "view": view, "hash": "hash"}),
            ("views.publish", {"user_id": "U1", "view": {"type": "home"}}),
        ]

    @pytest.mark.parametrize(
        ("fail", "reason"),
        [
            ("expired_trigger_id", Reason.MALFORMED),
            (Fail.DOWN, Reason.SLACK_FAILED),
            (Fail.CUT_BEFORE, Reason.NO_ANSWER),
            (Fail.LIMITED, Reason.TOO_OFTEN),
        ],
    )
    def test_says_why_it_could_not(self, slack: StandIn, fail: Fail | str, reason: Reason) -> None:
        slack.plan = lambda _method, _arguments: fail
        with pytest.raises(SlackFault) as caught:
            ListenerGateway("xoxb-test", api_url=slack.url).views_open("trigger", {"type": "modal"})
        assert caught.value.fault.reason is reason

    def test_out_of_reach_it_says_so(self) -> None:
        with StandIn() as gone:
            url = gone.url
        with pytest.raises(SlackFault) as caught:
            ListenerGateway("xoxb-test", api_url=url).views_open("trigger", {"type": "modal"})
        assert caught.value.fault.reason is Reason.UNREACHABLE


class TestThePulse:
    def test_runs_with_the_machine_where_the_clock_stands_still(self) -> None:
        ticks = iter([100.0, 101.5, 101.5])
        pulse = Pulse(FrozenClock(NOW), lambda: next(ticks))
        assert pulse.now() == 1.5
        assert pulse.now() == 1.5

    def test_jumps_with_the_clock_and_never_goes_back(self) -> None:
        clock = FrozenClock(NOW)
        pulse = Pulse(clock, lambda: 100.0)
        clock.move_to(NOW.replace(hour=10))
        assert pulse.now() == 3600.0
        clock.move_to(NOW)
        assert pulse.now() == 3600.0
