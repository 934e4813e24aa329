"""Rows to the coach's values and back."""

from functools import lru_cache
from typing import Any

from coach.draft import Draft
from coach.following import CheckIn, Schedule
from coach.goal import Goal, Measurement
from coach.people import Choices, Focus, FocusKind, Leave, Profile
from coach.quantity import Quantity, Unit
from storage import tables
from storage.reading import Row, Values


def profile_row(profile: Profile) -> dict[str, Any]:
    """A person's columns."""
    row = vars(profile) | {
        "choices": profile.choices.model_dump_json(),
        "language": profile.language.value,
        "focus_kind": profile.focus.kind.value if profile.focus else None,
        "focus_id": profile.focus.id if profile.focus else None,
    }
    del row["focus"]
    return row


def _profile(row: Row) -> Profile:
    """A person."""
    kind, subject = row.pop("focus_kind"), row.pop("focus_id")
    focus = Focus(kind=FocusKind(kind), id=subject) if kind else None
    choices = Choices.model_validate_json(row["choices"])
    return Profile.model_validate(row | {"focus": focus, "choices": choices})


def _leave(row: Row) -> Leave:
    """An absence."""
    return Leave.model_validate(row)


def draft_row(draft: Draft) -> dict[str, Any]:
    """A draft's columns and document."""
    return {
        "workspace": draft.workspace,
        "id": draft.id,
        "author": draft.author,
        "state": draft.state.value,
        "version": draft.version,
        "touched_at": draft.touched_at,
        "document": draft.model_dump_json(),
    }


def draft(document: str) -> Draft:
    """A draft, from its document."""
    return Draft.model_validate_json(document)


def goal_row(goal: Goal) -> dict[str, Any]:
    """A goal's columns and document."""
    return {
        "workspace": goal.workspace,
        "id": goal.id,
        "channel": goal.channel,
        "state": goal.state.value,
        "version": goal.version,
        "confirmed_at": goal.confirmed_at,
        "document": goal.model_dump_json(),
    }


@lru_cache(maxsize=2048)
def goal(document: str) -> Goal:
    """A goal, from its document; the same document is read once."""
    return Goal.model_validate_json(document)


def goal_people_rows(goal: Goal) -> list[dict[str, Any]]:
    """Who has to do with a goal, each once."""
    users = sorted({goal.author, goal.owner, *goal.contributors})
    return [{"workspace": goal.workspace, "goal": goal.id, "user": user} for user in users]


def measurement_row(workspace: str, measurement: Measurement) -> dict[str, Any]:
    """A measurement's columns."""
    return vars(measurement) | {
        "workspace": workspace,
        "source": measurement.source.value,
        "value": measurement.value.value,
        "unit": measurement.value.unit.value,
    }


def _measurement(row: Row) -> Measurement:
    """A measurement."""
    del row["workspace"]
    value = Quantity(value=row["value"], unit=Unit(row.pop("unit")))
    return Measurement.model_validate(row | {"value": value})


def check_in_row(check_in: CheckIn) -> dict[str, Any]:
    """A check-in's columns."""
    row = vars(check_in) | {
        "skipped": check_in.skipped.value if check_in.skipped else None,
        "asks": check_in.asks.value,
        "state": check_in.state.value,
        "expected_value": check_in.expected.value if check_in.expected else None,
        "expected_unit": check_in.expected.unit.value if check_in.expected else None,
    }
    del row["expected"]
    return row


def _check_in(row: Row) -> CheckIn:
    """A check-in."""
    value, unit = row.pop("expected_value"), row.pop("expected_unit")
    expected = Quantity(value=value, unit=Unit(unit)) if unit else None
    return CheckIn.model_validate(row | {"expected": expected})


def schedule_row(schedule: Schedule) -> dict[str, Any]:
    """A schedule's columns."""
    return vars(schedule) | {"kind": schedule.kind.value}


def _schedule(row: Row) -> Schedule:
    """A schedule."""
    return Schedule.model_validate(row)


# what reads each table
profiles = Values(tables.people, _profile)
leaves = Values(tables.leaves, _leave)
measurements = Values(tables.measurements, _measurement)
check_ins = Values(tables.check_ins, _check_in)
schedules = Values(tables.schedules, _schedule, kept=0)
