"""Every query of a person's or a workspace's rows names the workspace: one can never read another's."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from storage import tables
from tests.bad_input.goals import a_goal
from tests.stage import Stage

SCOPED = sorted(table.name for table in tables.metadata.tables.values() if "workspace" in table.c)
ACROSS = (
    r"^SELECT min\(schedules\.due_at\) AS \w+ FROM schedules$",  # when something is due next, anywhere
    r"^SELECT .* FROM schedules WHERE schedules\.due_at <= ",  # what is due anywhere; rows carry their own
    r"^SELECT outbox\.state, count\(\*\) AS \w+ FROM outbox GROUP BY",  # how much waits, for the doctor
    r"^UPDATE outbox SET .* WHERE outbox\.seq (?:=|IN)",  # by the keys of rows that were claimed
)
"""What looks across workspaces, and why."""


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Every statement that reaches the database."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def is_scoped(statement: str) -> bool:
    """Whether a statement that reads or changes a workspace's rows says which workspace."""
    found = re.match(r"(?:WITH .*|SELECT .* FROM|UPDATE|DELETE FROM)\b", statement)
    if found is None:
        return True
    of = [name for name in SCOPED if re.search(rf"\b{name}\b", statement)]
    where = statement.partition(" WHERE ")[2]
    return not of or "workspace" in where


def test_every_statement_of_a_life_with_jalon_says_whose_rows_it_means(
    asked: list[str], stage: Stage
) -> None:
    """A goal is made, asked for, answered, changed, posted, exported and erased."""
    a_goal(stage)
    stage.goes_on(timedelta(weeks=2))
    stage.says("Claire", "80 %")
    for command in ("liste", "état", "indicateurs", "réglages", "export", "absent du 1er au 5 mars"):
        stage.commands("Claire", f"/objectif {command}")
    stage.person("Claire").open_home()
    stage.settle()
    stage.goes_on(timedelta(weeks=3))
    unscoped = {one for one in asked if not is_scoped(one)}
    strange = {one for one in unscoped if not any(re.search(pattern, one) for pattern in ACROSS)}
    assert len(asked) > 500
    assert strange == set()
