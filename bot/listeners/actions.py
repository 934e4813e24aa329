"""Buttons, lists and calendars, in messages and in the Home."""

import re
from typing import Any

from slack_bolt import Ack, App

from bot.blocks.change_modal import change_modal
from bot.blocks.modals import check_in_modal, edit_modal
from bot.blocks.own_metric_modal import own_metric_modal, own_reference_modal
from bot.blocks.settings_modal import settings_modal
from bot.blocks.share_modal import share_modal
from bot.listeners.desk import Desk
from bot.payloads import Action, action_of, caller_of_interaction, people_in
from coach.metrics import MetricKey
from coach.speech import Verb
from coach.usecases import forms, own_metrics
from coach.usecases.call import Call
from coach.usecases.cascade import parents_for
from coach.usecases.pressing import press
from coach.usecases.replanning import goal_to_change
from coach.usecases.sharing import goal_to_share

OPENS_A_FORM = frozenset(
    {
        Verb.EDIT,
        Verb.CHECK_IN,
        Verb.CHANGE_GOAL,
        Verb.SETTINGS,
        Verb.SHARE_OUT,
        Verb.OWN_METRIC,
        Verb.OWN_REFERENCE,
    }
)


def register(app: App, desk: Desk) -> None:
    """Listen to everything that can be pressed."""

    @app.action(re.compile(".*"))
    def pressed(ack: Ack, body: dict[str, Any]) -> None:
        action, caller = action_of(body), caller_of_interaction(body)
        if action is None:
            ack()
            return
        if action.pressed.verb in OPENS_A_FORM:
            view = desk.turns.look(caller, lambda call: _form(call, action))
            if view is not None:
                desk.slack.views_open(body["trigger_id"], view)
                ack()
                return
        desk.turns.run(
            caller,
            lambda call: press(call, action.subject, action.pressed),
            meeting=people_in(action),
        )
        ack()
        if caller.home:
            value = action.pressed.values[0] if action.pressed.values else ""
            turned = action.pressed.verb is Verb.PAGE and value.isdecimal()
            desk.publish_home(caller, int(value) if turned else caller.page)


def _form(call: Call, action: Action) -> dict[str, Any] | None:
    """The form that a button opens, filled in; None where what it is about is gone."""
    if action.pressed.verb is Verb.EDIT:
        draft = forms.draft_to_edit(call, action.subject)
        return edit_modal(draft, call.person.language) if draft is not None else None
    if action.pressed.verb is Verb.CHANGE_GOAL:
        goal = goal_to_change(call, action.subject)
        if goal is None:
            return None
        return change_modal(goal, parents_for(call, goal), call.person.language)
    if action.pressed.verb is Verb.SETTINGS:
        return settings_modal(call.person)
    if action.pressed.verb is Verb.SHARE_OUT:
        shared = goal_to_share(call, action.subject)
        return share_modal(*shared, call.person.language) if shared is not None else None
    if action.pressed.verb in {Verb.OWN_METRIC, Verb.OWN_REFERENCE}:
        return _own_form(call, action)
    asked = forms.check_in_to_answer(call, action.subject)
    return check_in_modal(*asked, call.person.language) if asked is not None else None


def _own_form(call: Call, action: Action) -> dict[str, Any] | None:
    """The form of a metric or reference of the workspace's own; None for somebody who may not."""
    language = call.person.language
    if not own_metrics.may_keep(call):
        return None
    if action.pressed.verb is Verb.OWN_METRIC:
        return own_metric_modal(own_metrics.metric_to_change(call, action.subject), language)
    if action.subject not in set(MetricKey):
        return None
    known = own_metrics.reference_to_change(call, action.subject)
    return own_reference_modal(MetricKey(action.subject), known, language)
