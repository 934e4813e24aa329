"""What is kept of a person as a file that a program can read."""

import json
from typing import Any

from coach.draft import Draft
from coach.goal import Goal
from coach.guard import GuardFigure
from coach.messages.privacy import ExportFile
from coach.quantity import Value
from coach.speech import Attachment
from coach.usecases.absences import absences_of
from coach.usecases.call import Call

FORMAT = "jalon-export-1"
_OF_BOTH = frozenset({"metric", "metric_words", "wish", "deadline", "target", "stretch", "baseline", "scope"})
_HOW = frozenset({"lever", "relevance", "guard", "check_in"})
OF_DRAFT = _OF_BOTH | _HOW | {"created_at", "touched_at", "state", "language", "source", "delta"}
"""What a draft says that is the person's own; the colleagues in it are not."""
OF_GOAL = frozenset({"id", "state", "metric", "metric_words", "wish", "start", "deadline"})
"""What a goal says to anybody who takes part."""
OF_WHO_LEADS = OF_GOAL | _OF_BOTH | _HOW
OF_FIGURE = frozenset({"goal", "measured_on", "value", "words", "undone"})
OF_GUARD_FIGURE = frozenset({"measured_on", "value", "words", "undone"})
OF_ANSWER = frozenset({"goal", "due_on", "asks", "asked_at", "answered_at"}) | {
    "state",
    "wanted",
    "done",
    "words",
}


def export_file(call: Call) -> Attachment:
    """Everything that is kept of the person, in JSON: days and instants in ISO 8601, figures as decimals."""
    records, person = call.uow.records, call.person
    told = {
        "format": FORMAT,
        "made_at": call.now.isoformat(),
        "person": {
            "slack_user": person.user,
            "name": person.name,
            "language": person.language,
            "time_zone": person.zone,
            "country": person.country,
            "region": person.region,
        },
        "choices": person.choices.model_dump(mode="json"),
        "goals": [_goal(one, call.user) for one in call.uow.goals.of_person(call.workspace, call.user)],
        "figures": [_only(one, OF_FIGURE) for one in records.measurements_of(call.workspace, call.user)],
        "guard_figures": [
            {"goal": goal.id, "metric": goal.guard.metric if goal.guard is not None else None}
            | _only(figure, OF_GUARD_FIGURE)
            for goal, figure in guard_figures_of(call)
        ],
        "answers": [_only(one, OF_ANSWER) for one in records.check_ins_of(call.workspace, call.user)],
        "drafts": [_draft(one) for one in records.drafts_of(call.workspace, call.user)],
        "absences": [
            {"start": one.start.isoformat(), "end": one.end.isoformat()}
            for one in absences_of(call.uow, call.workspace, (call.user,), call.today)
        ],
    }
    content = json.dumps(told, ensure_ascii=False, indent=2)
    return Attachment(f"jalon-{call.today.isoformat()}.json", content, ExportFile())


def guard_figures_of(call: Call) -> list[tuple[Goal, GuardFigure]]:
    """The figures of safeguards that the person told, each with its goal.

    One that is also a figure of a goal of its own is told there.
    """
    goals = call.uow.goals.of_person(call.workspace, call.user)
    told = ((goal, one) for goal in goals for one in goal.guard_figures)
    return [(goal, one) for goal, one in told if one.author == call.user and one.measurement is None]


def _only(value: Value, fields: frozenset[str]) -> dict[str, Any]:
    found: dict[str, Any] = value.model_dump(mode="json", include=set(fields))
    return found


def _goal(goal: Goal, user: str) -> dict[str, Any]:
    roles = {"owner": goal.owner, "author": goal.author}
    mine = [role for role, who in roles.items() if who == user]
    mine += ["contributor"] if user in goal.contributors else []
    leads = user in roles.values()
    return {"roles": mine} | _only(goal, OF_WHO_LEADS if leads else OF_GOAL)


def _draft(draft: Draft) -> dict[str, Any]:
    return _only(draft, OF_DRAFT)
