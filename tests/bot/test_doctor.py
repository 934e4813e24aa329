"""`jalon doctor`: in one screen what is wrong with an installation, and what to do about it."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import container
from bot.cli import main
from bot.clock import MovableClock
from bot.container import render
from bot.doctor import examine, last_look, messages, schedules
from bot.faults import Reason
from bot.manifest import manifest
from bot.playground import Playground
from bot.settings import Settings, read_settings
from coach.outgoing import DeadMessages
from storage import open_storage
from tests.bot.socket_slack import SocketSlack
from tests.storage.samples import goal, outgoing, schedule

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
SET = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL", "JALON_DATABASE_URL")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """An environment without a setting, a data directory of its own, and the log where it was afterwards."""
    for name in SET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def playground() -> Iterator[Playground]:
    """A workspace that grants what the manifest asks for."""
    with Playground(scopes=manifest()["oauth_config"]["scopes"]["bot"]) as running:
        yield running


@pytest.fixture
def installed(playground: Playground, monkeypatch: pytest.MonkeyPatch) -> Iterator[SocketSlack]:
    """Everything set as it should be; the database is not made yet."""
    with SocketSlack(playground) as slack:
        monkeypatch.setenv("SLACK_API_URL", slack.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
        monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
        yield slack


def doctor(capsys: pytest.CaptureFixture[str], code: int) -> list[str]:
    """The lines that the doctor prints."""
    assert main(["doctor"]) == code
    return capsys.readouterr().out.strip().splitlines()


def line(found: list[str], title: str) -> str:
    """The first line about something."""
    return next(one for one in found if one[9:].startswith(f"{title}:"))


def with_goal(settings: Settings, workspace: str, channel: str) -> None:
    container.migrate(settings)
    storage = open_storage(settings.database_url, render)
    with storage.open_uow() as uow:
        uow.goals.add(goal(workspace=workspace, channel=channel))
        uow.commit()
    storage.close()


@pytest.mark.usefixtures("installed")
class TestAnInstallation:
    def test_that_was_never_started_is_healthy(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = doctor(capsys, 0)
        assert line(found, "database") == "note     database: not there yet; the first start makes it"
        assert "ok       SLACK_BOT_TOKEN: set" in found
        assert "ok       Slack: answers as jalon in Atelier Lumen" in found
        assert "ok       Socket Mode: would open" in found
        assert line(found, "scopes").startswith("ok       scopes: all ")
        assert "ok       clock: agrees with Slack's" in found

    def test_fits_a_screen(self, capsys: pytest.CaptureFixture[str]) -> None:
        container.migrate(read_settings())
        found = doctor(capsys, 0)
        assert len(found) < 24
        assert {one.split()[0] for one in found} <= {"ok", "note"}
        assert "ok       messages: 0 in the outbox, 0 to be sent, 0 given up" in found
        assert "note     last look: never; nothing is late, and Jalon does not run" in found

    def test_whose_scopes_lack_one_is_told_which(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        granted = set(manifest()["oauth_config"]["scopes"]["bot"]) - {"files:write", "im:history"}
        with Playground(scopes=granted) as poorer, SocketSlack(poorer) as slack:
            monkeypatch.setenv("SLACK_API_URL", slack.api_url)
            found = doctor(capsys, 1)
        assert line(found, "scopes") == (
            "WRONG    scopes: lacking files:write, im:history: install the app again from `jalon manifest`"
        )

    def test_where_socket_mode_is_refused_is_told_what_to_do(
        self, capsys: pytest.CaptureFixture[str], installed: SocketSlack
    ) -> None:
        installed.refuse = "missing_scope"
        assert line(doctor(capsys, 1), "Socket Mode") == (
            "WRONG    Socket Mode: Slack refuses SLACK_APP_TOKEN (missing_scope):"
            " generate it anew with the scope connections:write"
        )

    @pytest.mark.parametrize(("minutes", "way"), [(7, "ahead of"), (-7, "behind")])
    def test_whose_clock_is_wrong_is_told(self, minutes: int, way: str) -> None:
        clock = MovableClock(timedelta(minutes=minutes))
        report = examine(read_settings(), clock)
        assert not report.healthy
        told = line(report.text.splitlines(), "clock")
        assert told.endswith(f" s {way} Slack's: set it, and let it follow a time server")

    def test_whose_goals_are_told_to_a_channel_without_jalon_is_told_its_name(
        self, capsys: pytest.CaptureFixture[str], playground: Playground
    ) -> None:
        outside = playground.world.channel("direction")
        assert playground.world.bot.id not in outside.members
        with_goal(read_settings(), playground.world.state.team_id, outside.id)
        assert line(doctor(capsys, 1), "channels") == (
            "WRONG    channels: Jalon is not in #direction: type /invite @Jalon there"
        )

    def test_whose_channel_is_archived_is_told_its_name(
        self, capsys: pytest.CaptureFixture[str], playground: Playground
    ) -> None:
        closed = playground.world.channel("support")
        closed.is_archived = True
        with_goal(read_settings(), playground.world.state.team_id, closed.id)
        assert "#support is archived: choose another channel" in line(doctor(capsys, 1), "channels")

    def test_whose_channels_are_all_well_is_told_so(
        self, capsys: pytest.CaptureFixture[str], playground: Playground
    ) -> None:
        with_goal(read_settings(), playground.world.state.team_id, playground.world.channel("support").id)
        assert line(doctor(capsys, 0), "channels") == (
            "ok       channels: Jalon is in all 1 that goals are posted to"
        )

    def test_of_another_workspace_s_goals_nothing_is_asked(self, capsys: pytest.CaptureFixture[str]) -> None:
        with_goal(read_settings(), "TELSEWHERE", "C0000")
        assert line(doctor(capsys, 0), "channels") == "ok       channels: no goal is posted to one yet"


class TestWhatIsMissing:
    def test_with_nothing_set_it_is_named_and_what_hangs_on_it_is_not_called_wrong(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = doctor(capsys, 1)
        assert found[0] == "MISSING  SLACK_BOT_TOKEN: not set. The bot's token, `xoxb-…`, for one workspace."
        assert found[1].startswith("MISSING  SLACK_APP_TOKEN: not set.")
        assert line(found, "Slack") == "skipped  Slack: not asked: there is no bot token"
        assert not any(one.startswith("WRONG") for one in found)

    def test_over_http_no_app_token_is_missed(
        self, capsys: pytest.CaptureFixture[str], playground: Playground, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", playground.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
        monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
        assert "ok       SLACK_APP_TOKEN: not set (only needed for Socket Mode)" in doctor(capsys, 0)

    def test_a_refused_token_is_told_with_what_to_do(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, playground: Playground
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", playground.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-revoked")
        refused = "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it anew from api.slack.com/apps."
        assert f"WRONG    Slack: {refused}" in doctor(capsys, 1)

    def test_tokens_that_were_swapped_are_recognised(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, playground: Playground
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", playground.api_url)
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xapp-1")
        monkeypatch.setenv("SLACK_APP_TOKEN", "xoxb-1")
        found = doctor(capsys, 1)
        assert found[0] == "WRONG    SLACK_BOT_TOKEN: set, but it should begin with xoxb-"
        assert found[1] == "WRONG    SLACK_APP_TOKEN: set, but it should begin with xapp-"

    def test_no_token_is_ever_printed(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
        monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
        monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-very-secret")
        assert "very-secret" not in "\n".join(doctor(capsys, 1))


class TestTheLastLook:
    def test_a_moment_ago_all_is_well(self) -> None:
        found = last_look(NOW - timedelta(seconds=12), NOW - timedelta(hours=1), NOW)
        assert found.line() == "ok       last look: 12 s ago at what is due"

    def test_one_ahead_of_the_clock_is_no_moment_ago(self) -> None:
        found = last_look(NOW + timedelta(days=60), NOW + timedelta(days=61), NOW)
        assert found.line().startswith("note     last look: 2027-03-05 09:00 UTC, which this machine's clock")

    def test_long_ago_with_nothing_late_is_worth_a_note(self) -> None:
        found = last_look(NOW - timedelta(hours=30), NOW + timedelta(hours=1), NOW)
        assert found.line() == "note     last look: 30 h ago; nothing is late, and Jalon does not run"

    def test_long_ago_with_something_late_is_wrong(self) -> None:
        found = last_look(NOW - timedelta(minutes=40), NOW - timedelta(minutes=35), NOW)
        assert found.line() == (
            "WRONG    last look: 40 min ago;"
            " what is due since 2027-01-04 08:25 UTC waits: start `jalon serve`"
        )


class TestMessagesAndSchedules:
    def test_what_is_due_and_cannot_be_dealt_with_is_told(self) -> None:
        troubles = [
            schedule("s1", due_at=None, tries=7, trouble="KeyError at posting.py:7"),
            *(schedule(f"s{n}", tries=2, trouble="KeyError at posting.py:7") for n in range(2, 8)),
        ]
        lines = [finding.line() for finding in schedules(troubles)]
        assert lines[0] == (
            "WRONG    schedules: check_in of goal g1 in T1 failed 7 times"
            " (KeyError at posting.py:7), given up; a fault of Jalon's: please report this line"
        )
        assert lines[1].startswith("note     schedules: ")
        assert lines[1].endswith("(KeyError at posting.py:7), tried again at 2027-01-04 09:00 UTC")
        assert lines[-1] == "note     schedules: and 2 more"

    def test_a_message_that_others_can_mend_is_no_fault_of_the_installation(self) -> None:
        lost = DeadMessages("not_in_channel: not_in_channel", 3, NOW)
        lines = [found.line() for found in messages({"dead": 3, "sent": 7}, [lost], NOW)]
        assert lines[0] == "ok       messages: 10 in the outbox, 0 to be sent, 3 given up"
        assert lines[1] == (
            "note     messages: 3 given up (not_in_channel), last 2027-01-04 09:00 UTC:"
            " Jalon is not in the channel: type /invite @Jalon there"
        )

    def test_a_message_that_the_administrator_can_mend_is_wrong_for_a_week(self) -> None:
        lost = DeadMessages("uninstalled: token_revoked", 2, NOW)
        told = messages({"dead": 2}, [lost], NOW)[1].line()
        assert told.startswith("WRONG    messages: 2 given up (token_revoked)")
        assert "install the app again" in told
        assert messages({"dead": 2}, [lost], NOW + timedelta(days=8))[1].fine

    @pytest.mark.parametrize("reason", Reason)
    def test_every_reason_has_its_way_out(self, reason: Reason) -> None:
        (_, told) = messages({}, [DeadMessages(f"{reason}: code", 1, NOW)], NOW)
        assert len(told.words.split("UTC: ")[1]) > 20


def test_a_look_leaves_its_instant(installed: SocketSlack) -> None:
    del installed
    settings = read_settings()
    container.migrate(settings)
    with container.build(settings) as jalon:
        jalon.scheduler.look()
        facts = jalon.storage.check()
        assert facts.last_look is not None
        assert jalon.clock.now() - facts.last_look < timedelta(seconds=30)


def test_dead_messages_are_counted_by_reason(installed: SocketSlack) -> None:
    del installed
    settings = read_settings()
    container.migrate(settings)
    storage = open_storage(settings.database_url, lambda _: {"text": "x"})
    with storage.open_uow() as uow:
        for key in ("a", "b"):
            uow.outbox.add(outgoing(key, to=f"C{key}"))
        uow.commit()
    due = NOW + timedelta(days=365)
    for parcel in storage.queue.claim(due, timedelta(seconds=30), 10):
        storage.queue.mark_dead(parcel.id, "channel_gone: is_archived", NOW)
    assert storage.check().dead == [DeadMessages("channel_gone: is_archived", 2, NOW)]
    storage.close()
