"""The backwards plan, and what it has to say for itself."""

from coach.plan.backwards import PlanRequest, daily_step, make_plan, needed_rate, split_share
from coach.plan.notes import daily_note, first_steps, path_note, plan_notes, plan_warnings

__all__ = [
    "PlanRequest",
    "daily_note",
    "daily_step",
    "first_steps",
    "make_plan",
    "needed_rate",
    "path_note",
    "plan_notes",
    "plan_warnings",
    "split_share",
]
