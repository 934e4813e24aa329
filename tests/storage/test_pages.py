"""What does not fit one message follows it, in order, once."""

from datetime import timedelta
from typing import Any

from coach.language.reading import Language
from coach.outgoing import Lane, MessageRef, Outgoing
from coach.speech import Speech
from tests.storage.samples import NOW, T, profile
from tests.storage.stores import Store


def test_what_follows_a_message_is_put_in_line_behind_it_once(store: Store) -> None:
    def render(outgoing: Outgoing) -> dict[str, Any]:
        return {"text": outgoing.dedupe_key, "more": [{"text": "second"}, {"text": "third"}]}

    with store.open_uow() as uow:
        uow.people.put(profile("U1"))
        uow.outbox._render = render  # type: ignore[attr-defined]
        first = Outgoing(T, "U1", Language.EN, Speech(()), "k", Lane.ANSWER, NOW)
        assert uow.outbox.add(first)
        assert not uow.outbox.add(first)
        uow.commit()
    sent: list[str] = []
    while parcels := store.queue.claim(NOW, timedelta(seconds=30), 10):
        for parcel in parcels:
            sent.append(parcel.payload["text"])
            assert "more" not in parcel.payload
            store.queue.mark_sent(parcel.id, MessageRef(channel="D1", ts=str(len(sent))), NOW)
    assert sent == ["k", "second", "third"]
    with store.open_uow() as uow:
        assert uow.outbox.sent(T, "k") == MessageRef(channel="D1", ts="1")
