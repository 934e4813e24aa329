"""Methods with which the app ends a step of a workflow."""

from bot.playground.api import Call
from bot.playground.errors import SlackRefusal
from bot.playground.steps import complaints
from bot.playground.values import Execution, Json


def _running(call: Call) -> Execution:
    found = call.world.state.executions.get(call.need("function_execution_id"))
    if found is None:
        raise SlackRefusal("function_execution_not_found")
    if found.state != "running":
        raise SlackRefusal("execution_not_in_running_state")
    return found


def complete_success(call: Call) -> Json:
    """`functions.completeSuccess`: the step went well, and gives its outputs."""
    execution, outputs = _running(call), call.structure("outputs")
    if not isinstance(outputs, dict):
        raise SlackRefusal("invalid_arguments", ["outputs must be an object [json-pointer:/outputs]"])
    wrong = complaints(execution.output_parameters, outputs)
    if wrong:
        raise SlackRefusal("parameter_validation_failed", wrong)
    with call.world.change():
        execution.state, execution.outputs = "completed", outputs
    return {}


def complete_error(call: Call) -> Json:
    """`functions.completeError`: the step failed, and says why."""
    execution, error = _running(call), call.need("error")
    with call.world.change():
        execution.state, execution.error = "failed", error
    return {}


METHODS = {"functions.completeSuccess": complete_success, "functions.completeError": complete_error}
