"""Many goals with one owner each, some of them due, put into a database as fast as it takes them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert

from coach.following import Schedule, ScheduleKind
from coach.goal import Goal, Path, Period, Plan
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.people import Profile
from coach.quantity import Quantity, Unit
from storage import mapping, tables
from storage.engine import create

WORKSPACE = "T1"
AT_ONCE = 5000


def fill(url: str, goals: int, due: int, at: datetime, *, first: int = 0) -> None:
    """Put in goals from number `first` on, `due` of them due at `at`, the others a week later."""
    rows = _rows(goals, due, at, first)
    engine = create(url)
    while batch := list(islice(rows, AT_ONCE)):
        with engine.begin() as connection:
            for number, table in enumerate(
                (tables.people, tables.goals, tables.goal_people, tables.schedules)
            ):
                connection.execute(insert(table), [row[number] for row in batch])
    engine.dispose()


def _rows(goals: int, due: int, at: datetime, first: int) -> Iterator[tuple[dict[str, Any], ...]]:
    """A person, their goal, that it is theirs, and when they are asked."""
    start, deadline = at.date() - timedelta(days=30), at.date() + timedelta(days=90)
    week = Period(start=start, end=deadline, working_days=86, level=85, share=7)
    model = Goal(
        id="g-model",
        workspace=WORKSPACE,
        author="U-model",
        language=Language.FR,
        owner="U-model",
        wish="améliorer la satisfaction client",
        metric=MetricKey.CSAT,
        baseline=Quantity(value=78, unit=Unit.PERCENT),
        target=Quantity(value=85, unit=Unit.PERCENT),
        start=start,
        deadline=deadline,
        plan=Plan(path=Path.STEADY, start=start, deadline=deadline, months=(), weeks=(week,), reaches=85),
        confirmed_at=at - timedelta(days=30),
    )
    place = {"language": Language.FR, "zone": "Europe/Paris", "country": "FR"}
    person = Profile(workspace=WORKSPACE, user="U-model", name="Zoé", refreshed_at=at, **place)
    goal_row, person_row = mapping.goal_row(model), mapping.profile_row(person)
    for number in range(first, first + goals):
        user, name = f"U{number:07}", f"g{number:07}"
        document = goal_row["document"].replace("g-model", name).replace("U-model", user)
        schedule = Schedule(
            id=f"s{number:07}",
            workspace=WORKSPACE,
            kind=ScheduleKind.CHECK_IN,
            goal=name,
            user=user,
            due_at=at if number - first < due else at + timedelta(days=7),
        )
        yield (
            {**person_row, "user": user},
            {**goal_row, "id": name, "document": document},
            {"workspace": WORKSPACE, "goal": name, "user": user},
            mapping.schedule_row(schedule),
        )
