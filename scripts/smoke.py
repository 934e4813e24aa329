"""From an installed wheel: one goal, from the vague wish to a check-in's answer, on a real database."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from bot.blocks.speech import notice
from bot.container import RandomIds, render
from coach.dialogue import Pressed
from coach.language.reading import Language
from coach.outgoing import Outgoing
from coach.people import Profile
from coach.speech import Button, Row, Verb
from coach.usecases import conversation, pressing
from coach.usecases.call import Call
from coach.usecases.following import nudge_due
from storage import open_storage

NOW = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
SARAH = Profile(workspace="T1", user="U1", name="Sarah", language=Language.EN, zone="Europe/London")
ANSWERS = (
    "Improve customer satisfaction",
    "CSAT",
    "78%",
    "85%",
    "end of March",
    "one call reviewed with each agent every week",
    "our best month last year, and yes we have it all",
    "customers stop calling twice for the same thing",
)


def main() -> int:
    """Talk with the coach, confirm, wait a week, answer."""
    said: list[dict[str, object]] = []
    pressed: list[Button] = []

    def noting(outgoing: Outgoing) -> dict[str, Any]:
        rows = [part for part in outgoing.speech.parts if isinstance(part, Row)]
        pressed[:] = [one for row in rows for one in row.elements if isinstance(one, Button)]
        said.append({"text": notice(outgoing.speech, Language.EN)})
        return render(outgoing)

    storage = open_storage(os.environ["JALON_DATABASE_URL"], noting)
    ids = RandomIds()
    with storage.open_uow() as uow:
        uow.people.put(SARAH)
        uow.commit()

    def turn(what: Callable[[Call], None], at: datetime) -> None:
        with storage.open_uow() as uow:
            person = uow.people.get("T1", "U1")
            assert person is not None
            what(Call(uow=uow, ids=ids, workspace="T1", event=ids.new(), now=at, person=person))
            uow.commit()

    for number, answer in enumerate(ANSWERS):
        turn(partial(conversation.hear, text=answer), NOW + timedelta(minutes=number))
    confirm = next((button for button in pressed if button.verb is Verb.CONFIRM), None)
    if confirm is None:
        print("the dialogue did not reach the card:", said[-1]["text"])
        return 1
    later = NOW + timedelta(minutes=30)
    turn(lambda call: pressing.press(call, confirm.subject, Pressed(Verb.CONFIRM, confirm.version)), later)
    monday = NOW + timedelta(days=7, hours=2)
    with storage.open_uow(background=True) as uow:
        due = nudge_due(uow, ids, monday)
        uow.commit()
    turn(lambda call: conversation.hear(call, "79%"), monday + timedelta(minutes=5))
    storage.close()
    print(f"{due.claimed} check-in due; the answer: {said[-1]['text']}")
    return 0 if due.enqueued == 1 and "79%" in str(said[-1]["text"]) else 1


sys.exit(main())
