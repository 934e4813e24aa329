"""What the team knows of its metrics: the last weekly figures of its goals, and what its workspace added."""

from coach.draft import Draft, OwnFigures
from coach.goal import Goal
from coach.language.reading import Cadence
from coach.metrics import MetricKey
from coach.quantity import Quantity
from coach.usecases.call import Call

WEEKS = 12
"""Weekly figures that are looked back on."""
GOALS = 10
"""Goals that are looked at, the latest first."""


def with_own_metrics(call: Call, draft: Draft) -> Draft:
    """The draft with what its workspace added to the catalogue, as it stands now."""
    kept = call.uow.own_metrics
    return draft.model_copy(
        update={
            "own_metrics": tuple(kept.metrics(call.workspace)),
            "overrides": tuple(kept.overrides(call.workspace)),
        }
    )


def own_figures(call: Call) -> tuple[OwnFigures, ...]:
    """The last weekly figures of each metric that the person's goals followed, the latest goal's first."""
    found: dict[MetricKey, tuple[Quantity, ...]] = {}
    for goal in call.uow.goals.of_person(call.workspace, call.user)[:GOALS]:
        if goal.metric not in found and goal.metric is not MetricKey.OTHER and _is_weekly(goal):
            begun = (goal.baseline,) if goal.baseline is not None else ()
            found[goal.metric] = _figures(call, goal) or begun
        if goal.guard is not None and goal.guard.metric not in found and goal.guard_standing:
            found[goal.guard.metric] = tuple(one.value for one in goal.guard_standing[-WEEKS:])
    return tuple(OwnFigures(metric=metric, figures=figures) for metric, figures in found.items() if figures)


def _is_weekly(goal: Goal) -> bool:
    return goal.check_in.cadence is Cadence.WEEKLY


def _figures(call: Call, goal: Goal) -> tuple[Quantity, ...]:
    measured = call.uow.measurements.of_goal(call.workspace, goal.id)
    corrected = {one.corrects for one in measured}
    standing = [one for one in measured if not one.undone and one.id not in corrected]
    like = goal.baseline or goal.target
    return tuple(one.value for one in standing if like is None or one.value.unit is like.unit)[-WEEKS:]
