"""Steps of workflows that the app offers, started as Workflow Builder would start them."""

from collections.abc import Mapping

from bot.playground import people
from bot.playground.errors import CannotDo
from bot.playground.values import Execution, Json, Step
from bot.playground.world import World

_KINDS: dict[str, type | tuple[type, ...]] = {"integer": int, "number": (int, float), "boolean": bool}
"""Types of parameters whose values are no text."""


def start(world: World, step: Step, inputs: Mapping[str, object], token: str) -> Execution:
    """Run a step; the app hears `function_executed`.

    Args:
        world: The workspace.
        step: As the manifest states it.
        inputs: Values of its input parameters.
        token: What the app may call with while the step runs.

    Raises:
        CannotDo: Workflow Builder would not let these inputs through.
    """
    wrong = complaints(step.input_parameters, dict(inputs))
    if wrong:
        raise CannotDo("; ".join(wrong))
    with world.change() as state:
        execution = Execution(
            world.next_id("Fx"), step.callback_id, dict(inputs), dict(step.output_parameters)
        )
        state.executions[execution.id] = execution
    world.tell(
        {
            "type": "function_executed",
            "function": {
                "id": f"Fn{people.APP_ID}",
                "callback_id": step.callback_id,
                "title": step.title,
                "description": step.description,
                "type": "app",
                "input_parameters": _told(step.input_parameters),
                "output_parameters": _told(step.output_parameters),
                "app_id": people.APP_ID,
            },
            "inputs": dict(inputs),
            "function_execution_id": execution.id,
            "workflow_execution_id": world.next_id("Wx"),
            "event_ts": world.next_ts(),
            "bot_access_token": token,
        }
    )
    return execution


def _told(parameters: Json) -> list[Json]:
    """Parameters as the event lists them."""
    return [
        {
            "name": name,
            "title": one.get("title", ""),
            "type": one["type"],
            "is_required": one.get("is_required", False),
        }
        for name, one in parameters.items()
    ]


def complaints(parameters: Json, given: Json) -> list[str]:
    """What is wrong with a step's inputs or outputs, as its manifest states them."""
    found = [f"no such parameter: {name}" for name in given if name not in parameters]
    for name, one in parameters.items():
        value = given.get(name)
        if value in {None, ""}:
            found += [f"missing required parameter: {name}"] if one.get("is_required") else []
        elif not isinstance(value, _KINDS.get(one["type"], str)):
            found.append(f"{name} must be of type {one['type']}")
    return found
