"""What may go wrong between people, Slack and Jalon: each fault (docs/faults.md)."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import container
from bot.container import OUT_OF_REACH, Jalon
from bot.faults import FAULTS, Kind, Reason
from bot.playground import Playground
from bot.settings import Settings
from bot.socket_mode import Connections
from coach.following import CheckInState
from coach.outgoing import Lane, Parcel
from tests.bad_input.goals import a_card, a_goal, a_week_later, reading
from tests.bot.socket_slack import SocketSlack, envelope_of_message, pause, wait_for
from tests.stage import Stage

pytestmark = pytest.mark.slow

WISH = "améliorer la satisfaction client"
QUESTION = "Quel chiffre"


def told(stage: Stage, name: str, words: str) -> int:
    """How often somebody reads these words in their conversation."""
    return reading(stage.transcript(name)).count(words)


def until_told(stage: Stage, name: str, words: str, within: float = 15) -> None:
    wait_for(lambda: told(stage, name, words), within)
    stage.settle()


class TestSlackInTrouble:
    def test_a_storm_of_429_delays_and_loses_nothing(self, stage: Stage) -> None:
        faults = stage.trial.playground.faults
        faults.status("chat.postMessage", 429, times=6, retry_after=1)
        for name, wish in (("Claire", WISH), ("Sarah", "improve customer satisfaction"), ("Karim", WISH)):
            stage.person(name).say(wish)
        for name, question in (("Claire", QUESTION), ("Sarah", "Which figure"), ("Karim", QUESTION)):
            until_told(stage, name, question, 30)
            assert told(stage, name, question) == 1

    @pytest.mark.parametrize("status", [500, 502, 503])
    def test_an_answer_that_meets_a_server_error_arrives_once(self, stage: Stage, status: int) -> None:
        stage.trial.playground.faults.status("chat.postMessage", status, times=2)
        stage.person("Claire").say(WISH)
        until_told(stage, "Claire", QUESTION, 30)
        assert told(stage, "Claire", QUESTION) == 1

    def test_an_answer_whose_reply_is_cut_arrives_once(self, stage: Stage) -> None:
        stage.trial.playground.faults.cut("chat.postMessage")
        stage.person("Claire").say(WISH)
        until_told(stage, "Claire", QUESTION, 30)
        pause(3)  # the message in doubt is looked up, and found
        assert told(stage, "Claire", QUESTION) == 1
        assert stage.trial.jalon.storage.queue.counts()["in_doubt"] == 0

    def test_a_slow_slack_holds_nobody_else_and_is_acknowledged_in_time(self, stage: Stage) -> None:
        stage.trial.playground.faults.delay("users.info", 2.0)
        stage.person("Claire").say(WISH)
        stage.person("Sarah").say("improve customer satisfaction")
        until_told(stage, "Sarah", "Which figure", 10)
        until_told(stage, "Claire", QUESTION, 10)
        assert max(request.seconds for request in stage.trial.playground.delivery.log) < 3

    def test_a_slack_that_does_not_say_who_somebody_is_is_told_and_later_it_works(self, stage: Stage) -> None:
        stage.trial.playground.faults.status("users.info", 503, times=2)
        stage.person("Claire").say(WISH)
        stage.trial.playground.delivery.settle(10)
        (whisper,) = [one.text for one in stage.messages("Claire") if one.only_for]
        assert "je n’ai rien changé" in reading(whisper)
        assert QUESTION in stage.says("Claire", WISH)


class TestEvents:
    def test_a_duplicate_is_answered_once(self, stage: Stage) -> None:
        stage.says("Claire", WISH)
        before = stage.transcript("Claire")
        delivery = stage.trial.playground.delivery
        first = next(one for one in delivery.log if b"satisfaction" in one.body)
        threads = [threading.Thread(target=delivery.replay, args=(first,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stage.settle()
        assert stage.transcript("Claire") == before

    def test_a_request_older_than_five_minutes_is_refused_and_changes_nothing(self, stage: Stage) -> None:
        a_card(stage)
        before = stage.transcript("Claire")
        delivery = stage.trial.playground.delivery
        stamp = str(int(stage.now().timestamp()) - 10**9)
        first = next(one for one in delivery.log if b"passe pour que" in one.body or b"CSAT" in one.body)
        old = {**first.headers, "X-Slack-Request-Timestamp": stamp}
        assert delivery.send("message", first.body, first.content_type, old).status == 401
        changed = first.body.replace(b"satisfaction", b"insatisfaction") + b" "
        assert delivery.send("message", changed, first.content_type, first.headers).status == 401
        stage.settle()
        assert stage.transcript("Claire") == before


class TestTokens:
    def test_revoked_in_the_middle_of_a_turn_nothing_written_is_lost(self, stage: Stage) -> None:
        stage.says("Claire", WISH)
        state = stage.trial.playground.world.state
        state.revoked = True
        stage.person("Claire").say("le CSAT")
        stage.trial.playground.delivery.settle(10)
        queue = stage.trial.jalon.storage.queue
        wait_for(lambda: queue.counts()["dead"] and not queue.counts()["due"])
        assert queue.counts()["retry"] == queue.counts()["in_doubt"] == 0, "nothing is tried again"
        state.revoked = False
        assert "78" in stage.says("Claire", "il est à 78 %")
        (draft,) = drafts(stage)
        assert draft == ("csat", "78")


def drafts(stage: Stage) -> list[tuple[str, str]]:
    """Metric and baseline of Claire's goals in the making."""
    team, claire = stage.trial.playground.world.state.team_id, stage.person("Claire").id
    with stage.trial.jalon.storage.open_uow() as uow:
        found = uow.drafts.open_of(team, claire)
    return [(str(one.metric), str(one.baseline and one.baseline.value)) for one in found]


class TestTwoPeople:
    def test_who_answer_the_same_goal_at_once_lose_no_answer(self, stage: Stage) -> None:
        a_goal(stage, agents=("Karim", "Emma", "James"))
        a_week_later(stage)
        stage.goes_on(timedelta(hours=6))  # Emma's morning is later
        everybody = {"Claire": "80 %", "Karim": "c'est fait", "Emma": "c'est fait", "James": "done"}
        threads = [
            threading.Thread(target=stage.person(name).say, args=(words,))
            for name, words in everybody.items()
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stage.settle()
        team = stage.trial.playground.world.state.team_id
        with stage.trial.jalon.storage.open_uow() as uow:
            (goal,) = uow.goals.active(team)
            answered = {
                one.user for one in uow.check_ins.of_goal(team, goal.id) if one.state is CheckInState.ANSWERED
            }
        assert answered == {stage.person(name).id for name in everybody}

    def test_who_change_the_same_goal_at_once_are_both_told(self, stage: Stage) -> None:
        """The later one sees what the earlier one changed, or is asked again; nothing is silently undone."""
        a_goal(stage)
        for _ in range(3):
            threads = [
                threading.Thread(target=stage.person("Claire").command, args=("/objectif", word))
                for word in ("pause", "état", "reprendre")
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            stage.settle()
        assert told(stage, "Claire", "Quelque chose a mal tourné") == 0


# --- Socket Mode ----------------------------------------------------------------------------------
@pytest.fixture
def slack() -> Iterator[SocketSlack]:
    with Playground() as playground, SocketSlack(playground) as socket_slack:
        yield socket_slack


@pytest.fixture
def playground(slack: SocketSlack) -> Playground:
    return slack.playground


@pytest.fixture
def settings(slack: SocketSlack, playground: Playground, tmp_path: Path) -> Settings:
    made = Settings(
        slack_bot_token=SecretStr(playground.bot_token),
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{tmp_path / 'jalon.sqlite3'}",
    )
    container.migrate(made)
    return made


@pytest.fixture
def jalon(settings: Settings) -> Iterator[Jalon]:
    """Jalon, hearing through two connections."""
    with container.build(settings) as running:
        connections = Connections(running.app, "xapp-1")
        connections.open()
        wait_for(lambda: connections.heard == 2)
        yield running
        wait_for(lambda: connections.heard == 2)
        connections.close()


@pytest.mark.usefixtures("jalon")
class TestConnections:
    def test_two_messages_within_a_second_are_answered_in_order(
        self, slack: SocketSlack, playground: Playground
    ) -> None:
        """The first waits for Slack to say who Claire is; the second, by the other connection, could go."""
        first, second = slack.open_links()
        playground.faults.delay("users.info", 0.8)
        slack.send(envelope_of_message(playground, "Claire", WISH, "Ev1"), first)
        wait_for(lambda: any(method == "users.info" for method, _ in playground.calls))
        slack.send(envelope_of_message(playground, "Claire", "le CSAT", "Ev2", "1798800000.9"), second)
        wait_for(lambda: len(slack.acknowledged()) == 2)
        assert slack.acknowledged() == ["e-Ev1", "e-Ev2"]
        wait_for(lambda: "Où en est le CSAT" in playground.transcript("Claire"))
        text = playground.transcript("Claire")
        assert text.index(QUESTION) < text.index("Où en est le CSAT")

    def test_two_messages_that_slack_tells_in_the_wrong_order_are_both_answered(
        self, slack: SocketSlack, playground: Playground
    ) -> None:
        """The first one's delivery failed, and is repeated after the second."""
        slack.send(envelope_of_message(playground, "Claire", "le CSAT", "Ev2", "1798800000.9"))
        wait_for(lambda: playground.transcript("Claire").count("Jalon:") == 1)
        slack.send(envelope_of_message(playground, "Claire", WISH, "Ev1"))
        wait_for(lambda: playground.transcript("Claire").count("Jalon:") == 2)
        slack.send(envelope_of_message(playground, "Claire", "78 %", "Ev3", "1798800003.9"))
        wait_for(lambda: playground.transcript("Claire").count("Jalon:") == 3)
        assert "mal tourné" not in playground.transcript("Claire")

    def test_somebody_s_slow_turn_holds_nobody_else(self, slack: SocketSlack, playground: Playground) -> None:
        playground.faults.delay("users.info", 2.0)
        slack.send(envelope_of_message(playground, "Claire", WISH, "Ev1"))
        wait_for(lambda: any(method == "users.info" for method, _ in playground.calls))
        slack.send(envelope_of_message(playground, "Sarah", "improve customer satisfaction", "Ev2"))
        assert wait_for(lambda: "Which figure" in playground.transcript("Sarah")) < 2
        wait_for(lambda: QUESTION in playground.transcript("Claire"))

    def test_disconnected_in_the_middle_of_a_turn_it_is_answered_once(
        self, slack: SocketSlack, playground: Playground
    ) -> None:
        first, second = slack.open_links()
        playground.faults.delay("users.info", 1.0)
        said = envelope_of_message(playground, "Claire", WISH)
        slack.send(said, first)
        wait_for(lambda: any(method == "users.info" for method, _ in playground.calls))
        slack.close(first)
        slack.send(said, second)  # never acknowledged, it is sent again
        wait_for(lambda: second.acknowledged)
        wait_for(lambda: QUESTION in playground.transcript("Claire"))
        pause(0.5)
        assert playground.transcript("Claire").count(QUESTION) == 1


COMMIT_AND_DIE = """
import json, os, sys
from slack_bolt import BoltRequest
from bot import container
from bot.roles import Role
from bot.settings import read_settings

jalon = container.build(read_settings(), role=Role.WEB)
jalon.storage.on_commit(lambda: os.kill(os.getpid(), 9))
jalon.app.dispatch(BoltRequest(mode="socket_mode", body=json.loads(sys.argv[1])))
"""


def test_killed_between_the_commit_and_the_sending_it_is_said_once(
    settings: Settings, slack: SocketSlack, playground: Playground
) -> None:
    said = envelope_of_message(playground, "Claire", WISH)
    environment = os.environ | {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_API_URL": slack.api_url,
        "JALON_DATABASE_URL": settings.database_url,
    }
    command = [sys.executable, "-c", COMMIT_AND_DIE, json.dumps(said["payload"])]
    died = subprocess.run(command, env=environment, check=False, timeout=30)  # noqa: S603 - our own code
    assert died.returncode == -9
    assert QUESTION not in playground.transcript("Claire")
    with container.build(settings) as jalon:
        connections = Connections(jalon.app, "xapp-1")
        connections.open()
        wait_for(lambda: connections.heard == 2)
        wait_for(lambda: QUESTION in playground.transcript("Claire"))
        slack.send(said)  # Slack heard no acknowledgement, and tells it again
        wait_for(slack.acknowledged)
        pause(0.5)
        connections.close()
    assert playground.transcript("Claire").count(QUESTION) == 1


# --- what is refused for good ---------------------------------------------------------------------
class TestForGood:
    def test_a_message_that_slack_does_not_take_is_told_once_with_a_reference(
        self, stage: Stage, caplog: pytest.LogCaptureFixture
    ) -> None:
        stage.trial.playground.faults.answer("chat.postMessage", "invalid_blocks")
        stage.says("Claire", WISH)
        until_told(stage, "Claire", "Slack ne l’a pas accepté")
        (says,) = [one.text for one in stage.messages("Claire") if "pas accepté" in one.text]
        reference = says.split("référence ")[1].split(" ")[0]
        assert f"reference {reference}" in caplog.text
        assert "invalid_blocks" in caplog.text

    def test_where_that_cannot_be_said_either_it_ends_there(self, stage: Stage) -> None:
        stage.trial.playground.faults.answer("chat.postMessage", "invalid_blocks", times=5)
        stage.says("Claire", WISH)
        wait_for(lambda: stage.trial.jalon.storage.queue.counts()["dead"] == 2)
        pause(0.5)
        assert stage.trial.jalon.storage.queue.counts()["dead"] == 2

    @pytest.mark.parametrize("code", ["restricted_action", "channel_not_found", "is_archived"])
    def test_a_channel_that_cannot_be_posted_to_is_told_to_its_goals_owners_once(
        self, stage: Stage, code: str
    ) -> None:
        a_goal(stage)
        team, channel = stage.trial.playground.world.state.team_id, "C0SUPPORT"
        with stage.trial.jalon.storage.open_uow() as uow:
            (goal,) = uow.goals.active(team)
            uow.goals.save(goal.model_copy(update={"channel": channel, "version": goal.version + 1}))
            uow.commit()
        for number in range(2):
            dead = Parcel(
                id=f"{number}.1",
                workspace=team,
                to=channel,
                payload={},
                dedupe_key=f"post:{number}",
                lane=Lane.POST,
                attempts=1,
                in_doubt=False,
                queued_at=stage.now(),
            )
            on_dead = stage.trial.jalon.deliverer._on_dead
            assert on_dead is not None
            on_dead(dead, f"{FAULTS[code][1]}: {code}")
        stage.trial.jalon.deliverer.wake()
        until_told(stage, "Claire", "Je ne peux pas écrire dans #support")
        assert told(stage, "Claire", "Je ne peux pas écrire dans #support") == 1

    @pytest.mark.parametrize(
        "code",
        [
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "user_not_found",
            "account_inactive",
            "token_revoked",
            "restricted_action",
            "cannot_dm_bot",
            "invalid_blocks",
            "missing_scope",
            "msg_blocks_too_long",
        ],
    )
    def test_what_is_permanent_is_not_tried_again(self, code: str) -> None:
        assert FAULTS[code][0] is Kind.PERMANENT

    def test_whoever_can_mend_it_is_told_of_every_reason_that_somebody_can(self) -> None:
        assert set(Reason) > OUT_OF_REACH | container.MUTE | container.HARMLESS
        assert not OUT_OF_REACH & container.MUTE


def test_what_is_due_and_given_up_is_told_to_the_owner_once_and_begins_anew_by_its_rhythm(
    stage: Stage,
) -> None:
    a_goal(stage)
    team = stage.trial.playground.world.state.team_id
    storage = stage.trial.jalon.storage
    with storage.open_uow() as uow:
        (goal,) = uow.goals.active(team)
        (row,) = [one for one in uow.schedules.of_goal(team, goal.id) if one.kind.value == "check_in"]
        uow.schedules.put(
            row.model_copy(update={"due_at": None, "tries": 7, "trouble": "KeyError at x.py:1"})
        )
        uow.commit()
    stage.trial.jalon.ticker._tell(row, "ab12cd34", stage.now())
    stage.trial.jalon.ticker._tell(row, "ef56ab78", stage.now())
    stage.trial.jalon.deliverer.wake()
    until_told(stage, "Claire", "Un point de l’objectif sur le CSAT ne vient plus")
    assert told(stage, "Claire", "ne vient plus") == 1
    assert told(stage, "Claire", "ab12cd34") == 1
    stage.commands("Claire", "/objectif rythme")
    stage.chooses("Claire", "Rythme", "Chaque semaine")
    with storage.open_uow() as uow:
        (anew,) = [one for one in uow.schedules.of_goal(team, goal.id) if one.kind.value == "check_in"]
    assert (anew.tries, anew.trouble) == (0, None)
    assert anew.due_at is not None
    assert anew.due_at - stage.now() < timedelta(days=8)
