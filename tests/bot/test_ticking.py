"""`jalon tick`: passes at given instants, one line of JSON each."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import container
from bot.cli import main
from bot.clock import SystemClock
from bot.playground import Playground
from bot.settings import Settings
from coach.following import Schedule, ScheduleKind
from coach.goal import Goal
from coach.language.reading import Language
from coach.people import Profile
from tests.storage.samples import goal

MONDAY = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def slack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, playground: Playground) -> Playground:
    """A Slack to deliver to, and an empty database."""
    for name in [each for each in os.environ if each.startswith(("SLACK_", "JALON_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SLACK_API_URL", playground.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
    monkeypatch.setenv("JALON_DATABASE_URL", f"sqlite:///{tmp_path / 'jalon.sqlite3'}")
    return playground


def tick(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["tick", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def due_on_monday(owner: str) -> None:
    """A goal whose owner is to be asked on Monday at nine."""
    settings = Settings()
    container.migrate(settings)
    jalon = container.build(settings)
    kept: Goal = goal("g1", workspace="T1", owner=owner, channel=None, contributors=())
    person = Profile(workspace="T1", user=owner, name="Claire", language=Language.FR, zone="Europe/Paris")
    with jalon.storage.open_uow() as uow:
        uow.people.put(person)
        uow.goals.add(kept)
        uow.schedules.put(
            Schedule(
                id="s1", workspace="T1", kind=ScheduleKind.CHECK_IN, goal="g1", user=owner, due_at=MONDAY
            )
        )
        uow.commit()
    jalon.stop()


def test_one_look_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert tick(capsys, "--now", "2027-01-11T09:30") == [
        {
            "now": "2027-01-11T09:30:00+00:00",
            "claimed": 0,
            "enqueued": 0,
            "delivered": 0,
            "retried": 0,
            "dead": 0,
        }
    ]


def test_looks_follow_each_other_until_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    lines = tick(capsys, "--now", "2027-01-11T09:00", "--until", "2027-01-11T09:40", "--every", "15m")
    assert [line["now"] for line in lines] == [
        "2027-01-11T09:00:00+00:00",
        "2027-01-11T09:15:00+00:00",
        "2027-01-11T09:30:00+00:00",
    ]


def test_what_falls_due_on_the_way_is_delivered_once(
    capsys: pytest.CaptureFixture[str], slack: Playground
) -> None:
    claire = slack.person("Claire")
    due_on_monday(claire.user.id)
    lines = tick(capsys, "--now", "2027-01-11T08:30", "--until", "2027-01-11T10:00", "--every", "30m")
    done = [(line["claimed"], line["enqueued"], line["delivered"]) for line in lines]
    assert done == [(0, 0, 0), (1, 1, 1), (0, 0, 0), (0, 0, 0)]
    assert len(slack.world.messages(claire.dm, seen_by=claire.user)) == 1
    again = tick(capsys, "--now", "2027-01-11T10:00")
    assert again[0]["claimed"] == 0


def test_a_reader_out_of_reach_is_counted_as_dead(capsys: pytest.CaptureFixture[str]) -> None:
    due_on_monday("U0NOBODY")
    (line,) = tick(capsys, "--now", MONDAY.isoformat())
    assert (line["enqueued"], line["delivered"], line["dead"]) == (1, 0, 1)


def test_the_present_may_be_the_first_of_many(capsys: pytest.CaptureFixture[str]) -> None:
    soon = (SystemClock().now() + timedelta(minutes=90)).isoformat()
    assert len(tick(capsys, "--until", soon, "--every", "1h")) == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--now", "2027-01-11T09:00", "--until", "2027-01-11T08:00", "--every", "1h"],
            "--until (2027-01-11T08:00:00+00:00) lies before the first look (2027-01-11T09:00:00+00:00)",
        ),
        (
            ["--now", "2027-01-11", "--every", "1h"],
            "--until and --every go together: a look every so often, until then",
        ),
        (
            ["--now", "2027-01-11", "--until", "2027-01-12"],
            "--until and --every go together: a look every so often, until then",
        ),
        (
            ["--now", "2027-01-11", "--until", "2028-01-11", "--every", "1s"],
            "that would be 31,536,001 looks, more than 1,000,000: choose a longer --every",
        ),
        (
            ["--every", "0m"],
            "argument --every: '0m' is no length of time. Write it like 90s, 15m, 1h or 1d",
        ),
        (
            ["--every", "soon"],
            "argument --every: 'soon' is no length of time. Write it like 90s, 15m, 1h or 1d",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["tick", *arguments])
    assert end.value.code == 2
    assert capsys.readouterr().err.strip().splitlines()[-1] == f"jalon tick: error: {sentence}"
