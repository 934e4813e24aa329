"""What is over goes after its time; what the page on privacy says is what the code does."""

import re
from datetime import timedelta
from pathlib import Path

from bot.retention import Retention
from coach.roles import MAY, Role
from tests.bad_input.goals import a_goal
from tests.stage import Stage

PAGE = Path(__file__).parent.parent.parent / "docs" / "privacy.md"


def test_a_draft_goes_after_its_time_and_a_goal_under_way_stays(stage: Stage) -> None:
    a_goal(stage)
    stage.says("Claire", "nouvel objectif : répondre plus vite")
    storage, clock = stage.trial.jalon.storage, stage.trial.clock
    assert Retention(storage.open_uow, clock, 30).run() == 0
    clock.offset += timedelta(days=31)
    assert Retention(storage.open_uow, clock, 30).run() == 2, "the draft, and the one that became the goal"
    assert "CSAT" in stage.commands("Claire", "/objectif liste")


def test_the_table_of_the_page_on_privacy_is_the_one_that_the_use_cases_check() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|", PAGE.read_text("utf-8"), re.MULTILINE
    )
    roles = (Role.OWNER, Role.LEAD, Role.CONTRIBUTOR, Role.ADMIN)
    told = {
        row[0]: {role for role, word in zip(roles, row[1:], strict=True) if word == "yes"} for row in rows
    }
    assert told == {deed.value: set(who) for deed, who in MAY.items()}
