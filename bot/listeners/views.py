"""Forms that were sent: errors at their field, or everything taken at once."""

import re
from typing import Any

from slack_bolt import Ack, App

from bot.blocks.change_modal import change_form
from bot.blocks.edit_modal import edits_of
from bot.blocks.modals import WISH
from bot.blocks.own_metric_modal import names_known
from bot.ids import read_view_id
from bot.listeners import rosters
from bot.listeners.desk import Desk
from bot.payloads import caller_of_interaction, form_of, people_in_form
from bot.render import plain
from coach.speech import Verb
from coach.usecases import drafting, forms, own_metrics, replanning, settings, sharing
from coach.usecases.call import Call


def register(app: App, desk: Desk) -> None:
    """Listen to the forms being sent."""

    @app.view(re.compile(".*"))
    def sent(ack: Ack, body: dict[str, Any]) -> None:
        verb, subject = read_view_id(body["view"]["callback_id"])
        values = form_of(body["view"])
        if verb is Verb.FROM_ROSTER:
            wrong = rosters.form_sent(desk, caller_of_interaction(body), subject.id, values)
            ack(response_action="errors", errors=wrong) if wrong else ack()
            return

        def use_case(call: Call) -> dict[str, str]:
            match verb:
                case Verb.EDIT:
                    errors = forms.edit(call, subject.id, edits_of(body["view"]))
                case Verb.CHANGE_GOAL:
                    errors = replanning.change_by_form(call, subject.id, change_form(body["view"]))
                case Verb.NEW_GOAL:
                    errors = drafting.begin_by_form(call, WISH, values.get(WISH, ""))
                case Verb.SETTINGS:
                    errors = settings.save(call, values)
                case Verb.SHARE_OUT:
                    errors = sharing.share_out(call, subject.id, values)
                case Verb.OWN_METRIC:
                    errors = own_metrics.save_metric(call, subject.id, values, names_known())
                case Verb.OWN_REFERENCE:
                    errors = own_metrics.save_reference(call, subject.id, values)
                case _:
                    errors = forms.answer(call, subject.id, values.get("figure", ""))
            return {field: plain(error, call.person.language) for field, error in errors.items()}

        errors = desk.turns.run(caller_of_interaction(body), use_case, meeting=people_in_form(body["view"]))
        ack(response_action="errors", errors=errors) if errors else ack()
