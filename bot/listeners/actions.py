"""Buttons, lists and calendars, in messages and in the Home."""

import re
from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack, App

from bot.blocks.change_modal import change_modal
from bot.blocks.edit_modal import edit_modal
from bot.blocks.modals import check_in_modal, notice_modal, wish_modal
from bot.blocks.own_metric_modal import own_metric_modal, own_reference_modal
from bot.blocks.roster_modal import roster_modal
from bot.blocks.settings_modal import settings_modal
from bot.blocks.share_modal import share_modal
from bot.blocks.window import window
from bot.listeners.desk import Desk
from bot.payloads import Action, Caller, action_of, caller_of_interaction, people_in
from bot.rosters import Group
from coach.messages.forms import InYourMessages
from coach.metrics import MetricKey
from coach.speech import Verb
from coach.usecases import forms, own_metrics
from coach.usecases.call import Call, Shown
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
        Verb.FROM_ROSTER,
    }
)

READ_ON_THE_SPOT = frozenset({Verb.OPEN_GOAL, Verb.CASCADE, Verb.METRICS, Verb.PRIVACY, Verb.FIND})
"""What only tells something: pressed in the Home it opens there, in no other tab."""


def register(app: App, desk: Desk) -> None:
    """Listen to everything that can be pressed."""

    @app.action(re.compile(".*"))
    def pressed(ack: Ack, body: dict[str, Any]) -> None:
        action, caller = action_of(body), caller_of_interaction(body)
        if action is None:
            ack()
            return
        if action.pressed.verb in OPENS_A_FORM:
            picks_a_group = action.pressed.verb is Verb.FROM_ROSTER
            groups = desk.rosters.groups(caller.workspace) if picks_a_group else ()
            view = desk.turns.look(caller, lambda call: _form(call, action, groups))
            if view is not None:
                desk.slack.of(caller.workspace).views_open(body["trigger_id"], view)
                ack()
                return
        window_id = _window_of(body)
        if (caller.home or window_id is not None) and _is_shown(desk, body, caller, action, window_id):
            ack()
            return
        desk.turns.run(
            caller,
            lambda call: press(call, action.subject, action.pressed),
            meeting=people_in(action),
        )
        ack()
        if window_id is not None:
            notice = desk.turns.look(
                caller, lambda call: notice_modal(InYourMessages(), call.person.language)
            )
            if notice is not None:
                desk.slack.of(caller.workspace).views_update(window_id, notice)
        if caller.home:
            value = action.pressed.values[0] if action.pressed.values else ""
            turned = action.pressed.verb is Verb.PAGE and value.isdecimal()
            desk.publish_home(caller, int(value) if turned else caller.page)


def _window_of(body: dict[str, Any]) -> str | None:
    """The id of the window in which something was pressed, if it was in one."""
    view = body.get("view") or {}
    return view.get("id") if view.get("type") == "modal" else None


def _is_shown(
    desk: Desk, body: dict[str, Any], caller: Caller, action: Action, window_id: str | None
) -> bool:
    """Show on the spot what is only read, in the window that is open or in a new one; False for all else."""
    view = desk.turns.look(caller, lambda call: _shown(call, action))
    if view is None:
        return False
    if window_id is None:
        desk.slack.of(caller.workspace).views_open(body["trigger_id"], view)
    else:
        desk.slack.of(caller.workspace).views_update(window_id, view)
    return True


def _shown(call: Call, action: Action) -> dict[str, Any] | None:
    """What is read on the spot; None where what is pressed does something instead."""
    verb = action.pressed.verb
    if verb is Verb.HELP:
        return wish_modal(call.person.language)
    if verb not in READ_ON_THE_SPOT:
        return None
    shown = Shown.instead_of(call)
    press(shown, action.subject, action.pressed)
    return window(shown.answer, call.person.language) if shown.answer is not None else None


def _form(call: Call, action: Action, groups: Sequence[Group]) -> dict[str, Any] | None:
    """The form that a button opens, filled in; None where what it is about is gone."""
    if action.pressed.verb is Verb.FROM_ROSTER:
        draft = forms.draft_to_edit(call, action.subject)
        return roster_modal(draft, groups, call.person.language) if draft is not None else None
    if action.pressed.verb is Verb.EDIT:
        draft = forms.draft_to_edit(call, action.subject)
        return edit_modal(draft, call.today, call.person.language) if draft is not None else None
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
    return check_in_modal(*asked, call.today, call.person.language) if asked is not None else None


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
