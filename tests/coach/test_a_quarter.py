"""A quarter of a team in Paris, Montréal and Nouméa, across the changes of the clocks, as a calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bot.container import render
from coach.following import CheckInAsks, CheckInState
from coach.goal import CheckInTime, Goal
from coach.language.reading import Cadence, Language
from coach.making import with_baseline
from coach.metrics import MetricKey
from coach.outgoing import Outgoing
from coach.people import Profile
from coach.testing import Memory
from coach.usecases import absence, check_ins, conversation
from coach.usecases.call import Call
from storage import Storage, migrate, open_storage
from tests.coach.desk import goal, percent
from tests.coach.team import WORKSPACE, Team, is_daily, left_out, on_the_calendar

START = datetime(2027, 2, 1, 8, 0, tzinfo=UTC)
END = date(2027, 4, 30)


class Prose(SingleFileSnapshotExtension):
    """One text file a story."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def person(user: str, name: str, zone: str, country: str, region: str | None, language: Language) -> Profile:
    return Profile(
        workspace=WORKSPACE,
        user=user,
        name=name,
        language=language,
        zone=zone,
        country=country,
        region=region,
    )


PEOPLE = (
    person("claire", "Claire", "Europe/Paris", "FR", None, Language.FR),
    person("marc", "Marc", "America/Montreal", "CA", "QC", Language.FR),
    person("nadia", "Nadia", "Pacific/Noumea", "FR", "NC", Language.EN),
)
BY_USER = {one.user: one for one in PEOPLE}


def csat() -> Goal:
    running = goal(measured=False, contributors=("marc", "nadia"), channel=None)
    running = running.model_copy(
        update={
            "author": "claire",
            "owner": "claire",
            "deadline": END,
            "check_in": CheckInTime(weekday=0),
            "confirmed_at": START,
            "sub_goals": (),
        }
    )
    return with_baseline(running, percent(78), START.date()).model_copy(update={"version": 1})


def fcr() -> Goal:
    """A second goal of Claire's, by the month: it comes with the first where both are due."""
    monthly = CheckInTime(cadence=Cadence.MONTHLY, weekday=0)
    return csat().model_copy(
        update={"id": "g2", "metric": MetricKey.FCR, "contributors": (), "check_in": monthly}
    )


@dataclass
class Story:
    """What happened, line by line."""

    team: Team
    heard: Callable[[], list[Outgoing]]

    def tell(self, *, again: Callable[[], None] | None = None) -> list[Outgoing]:
        """The quarter: Claire answers, Marc is away for two weeks, Nadia stops answering in March."""
        team, figure = self.team, 78
        team.meets(PEOPLE)
        team.begins(csat())
        team.begins(fcr())
        team.does("marc", lambda call: absence.command(call, "absent du 1er au 12 mars"))
        while (at := team.next_pass()) is not None and at.date() <= END:
            team.passes(at)
            if again is not None:
                again()
            for user in BY_USER:
                for waiting in team.waiting(user):
                    if user == "nadia" and waiting.due_on >= date(2027, 3, 1):
                        continue
                    figure += waiting.asks is CheckInAsks.FIGURE and waiting.due_on.day < 20
                    words = f"{figure} %" if waiting.asks is CheckInAsks.FIGURE else "fait"
                    asked = waiting

                    def answer(call: Call, text: str = words, one: str = asked.id) -> None:
                        check_in = call.uow.check_ins.get(WORKSPACE, one)
                        assert check_in is not None
                        check_ins.answer_in_words(call, check_in, text)

                    team.does(user, answer)
        return [one for one in self.heard() if is_daily(one)]


def in_memory() -> tuple[Memory, Story]:
    memory = Memory()
    return memory, Story(Team(memory.open_uow, START), lambda: memory.outgoing)


def as_a_calendar(messages: list[Outgoing], team: Team) -> str:
    lines = [(one.at, on_the_calendar(one, BY_USER[one.to])) for one in messages]
    for goal_id, name in (("g1", "CSAT"), ("g2", "FCR")):
        left = [one for one in team.check_ins(goal_id) if one.state is CheckInState.SKIPPED]
        lines += [(one.asked_at, left_out(one, BY_USER[one.user], name)) for one in left]
    text = "\n".join(line for _, line in sorted(lines)) + "\n"
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_the_quarter_reads_like_a_calendar(snapshot: SnapshotAssertion) -> None:
    """Each at their own morning on both sides of each change; Easter Monday, leave and silence are kept."""
    _, story = in_memory()
    messages = story.tell()
    assert as_a_calendar(messages, story.team) == snapshot.use_extension(Prose)


def test_nobody_gets_two_messages_on_one_day_of_theirs() -> None:
    _, story = in_memory()
    days = [(one.to, one.at.astimezone(BY_USER[one.to].tz).date()) for one in story.tell()]
    assert len(days) == len(set(days))


def test_restarted_at_every_pass_the_quarter_says_the_very_same(tmp_path: Path) -> None:
    """The database is closed and opened anew after each pass; nothing lives in the process."""
    memory, story = in_memory()
    said = [(one.to, one.at, one.dedupe_key) for one in story.tell()]
    url = f"sqlite:///{tmp_path / 'jalon.db'}"
    migrate.upgrade(url)
    heard: list[Outgoing] = []

    def keep(outgoing: Outgoing) -> dict[str, object]:
        heard.append(outgoing)
        return render(outgoing)

    running: list[Storage] = [open_storage(url, keep)]
    team = Team(running[0].open_uow, START)

    def restart() -> None:
        running[0].close()
        running[0] = open_storage(url, keep)
        team.open_uow = running[0].open_uow

    again = Story(team, lambda: heard).tell(again=restart)
    running[0].close()
    assert [(one.to, one.at, one.dedupe_key) for one in again] == said
    assert memory.outgoing


def test_a_text_in_the_conversation_answers_the_first_question_of_the_day() -> None:
    memory, story = in_memory()
    story.team.meets(PEOPLE)
    story.team.begins(csat())
    first = story.team.next_pass()
    while first is not None and not story.team.waiting("claire"):
        story.team.passes(first)
        first = story.team.next_pass()
    story.team.does("claire", lambda call: conversation.hear(call, "81 %"))
    assert story.team.waiting("claire") == []
    assert memory.outgoing
