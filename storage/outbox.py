"""The transactional outbox: messages kept with what caused them, and the queue that empties it.

A row is `due` until a deliverer claims it (`sending`, until its lease runs out) and tells what became of it:
`sent`, `in_doubt` (it may have gone out), `retry` (it surely did not) or `dead`. A lease that ran out means
that the deliverer died between claiming and telling: the row is in doubt.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    RowMapping,
    and_,
    bindparam,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy import func as sql

from coach.outgoing import Lane, MessageRef, Outgoing, Parcel, key_of_page
from storage import tables, writing

Render: TypeAlias = Callable[[Outgoing], dict[str, Any]]
"""Makes what Slack is sent (`text`, `blocks` and so on) of a message; `more` lists what follows it."""

Begin: TypeAlias = Callable[[], AbstractContextManager[Connection]]
"""Begins a transaction, which is committed where the `with` ends well."""


class State(StrEnum):
    """Where a message stands."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    IN_DOUBT = "in_doubt"
    RETRY = "retry"
    DEAD = "dead"


class SqlOutbox:
    """`coach.ports.Outbox`: the side of the use cases."""

    def __init__(self, connection: Connection, render: Render, later: writing.Later) -> None:
        self._connection, self._render, self._later = connection, render, later
        self._free: set[tuple[str, str]] = set()
        self.added = False
        """Whether something was put in line that the deliverer should be woken for."""

    def expect(self, workspace: str, keys: Iterable[str]) -> None:
        """These dedupe keys are about to be put in line: what of them is there is looked up at once."""
        wanted = dict.fromkeys(keys)
        found = self._connection.execute(_THERE, {"of": workspace, "keys": list(wanted)}).scalars()
        self._free |= {(workspace, key) for key in wanted.keys() - set(found)}

    def add(self, outgoing: Outgoing) -> bool:
        """Put a message in line, and what follows it; False where its dedupe key is already there.

        What was expected and is not there is written at the end, with others of its kind.
        """
        replaces = outgoing.replaces
        if outgoing.keeps is not None:
            outgoing = replace(outgoing, was=self._said(outgoing.workspace, outgoing.keeps))
        payload = self._render(outgoing)
        more = payload.pop("more", ())
        row = {
            "workspace": outgoing.workspace,
            "dedupe_key": outgoing.dedupe_key,
            "recipient": outgoing.to,
            "lane": int(outgoing.lane),
            "at": outgoing.at,
            "payload": payload,
            "replaces_channel": replaces.channel if replaces else None,
            "replaces_ts": replaces.ts if replaces else None,
            "state": State.DUE.value,
            "due_at": outgoing.at,
            "attempts": 0,
        }
        pages = [
            row | {"dedupe_key": key_of_page(outgoing.dedupe_key, number), "payload": following}
            for number, following in enumerate(more, start=2)
        ]
        free = (outgoing.workspace, outgoing.dedupe_key)
        if free in self._free:
            self._free.remove(free)
            new = True
            for one in (row, *pages):
                self._later.insert(tables.outbox, one)
        else:
            self._later.write(tables.outbox)  # what was said before stands before this in line
            new = writing.insert_new(self._connection, tables.outbox, row)
            for page in pages if new else ():
                writing.insert_new(self._connection, tables.outbox, page)
        self.added = self.added or new
        return new

    def sent(self, workspace: str, dedupe_key: str) -> MessageRef | None:
        """Where a message went, once it is sent."""
        row = self._connection.execute(_SENT, {"of": workspace, "key": dedupe_key}).mappings().first()
        return MessageRef(channel=row["sent_channel"], ts=row["sent_ts"]) if row else None

    def _said(self, workspace: str, dedupe_key: str) -> dict[str, Any] | None:
        """What Slack was sent of a message, while its row is kept."""
        self._later.write(tables.outbox)
        return self._connection.execute(_SAID, {"of": workspace, "key": dedupe_key}).scalar()


class SqlQueue:
    """`coach.ports.OutboxQueue`: the side of the deliverer. Each call is its own short transaction.

    A parcel's id names the row and the claim, so that a deliverer whose lease ran out cannot put back a row
    that another one holds by now; only that it arrived is believed at any time.
    """

    def __init__(self, write: Begin, read: Begin) -> None:
        self._write = write
        self._read = read

    def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Parcel]:
        """Take up to `limit` messages that are due: at most one a channel, none of a channel in flight.

        By lane, then age; a channel's messages keep their order. A row whose lease ran out comes back with
        `in_doubt` set: it may have gone out already.
        """
        with self._write() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_ALONE)
            found = connection.execute(_HEADS, {"now": now, "most": limit}).mappings().all()
            if found:
                taken = [row["seq"] for row in found]
                connection.execute(_TAKE, {"taken": taken, "now": now, "lease_end": now + lease})
        return [_parcel(row) for row in found]

    def mark_sent(self, parcel: str, ref: MessageRef, now: datetime) -> None:
        """It arrived, as Slack's `ref`."""
        self.mark_all_sent([(parcel, ref)], now)

    def mark_all_sent(self, arrived: Sequence[tuple[str, MessageRef]], now: datetime) -> None:
        """These parcels arrived, each as Slack's message beside it: all of it is kept, or nothing."""
        rows = sorted((_claim_of(parcel)[0], ref.channel, ref.ts) for parcel, ref in arrived)
        given = [{"row": seq, "now": now, "to_channel": to, "to_ts": ts} for seq, to, ts in rows]
        if given:
            with self._write() as connection:
                connection.execute(_ARRIVE, given)

    def mark_in_doubt(self, parcel: str, at: datetime, reason: str) -> None:
        """It may have gone out: look it up at `at` or later, before it is sent again."""
        self._mark(parcel, State.IN_DOUBT, reason, due_at=at)

    def mark_retry(self, parcel: str, at: datetime, reason: str) -> None:
        """It surely did not go out: try again at `at` or later."""
        self._mark(parcel, State.RETRY, reason, due_at=at)

    def mark_dead(self, parcel: str, reason: str, now: datetime) -> None:
        """It will not be sent; the reason is kept for the owner and the administrator."""
        self._mark(parcel, State.DEAD, reason, over_at=now)

    def _mark(
        self,
        parcel: str,
        state: State,
        reason: str,
        *,
        due_at: datetime | None = None,
        over_at: datetime | None = None,
    ) -> None:
        """Tell what became of a claim, unless another claim has followed it."""
        seq, claims = _claim_of(parcel)
        mine = {"row": seq, "claims": claims}
        became = {"became": state.value, "why": reason, "due": due_at, "over": over_at}
        with self._write() as connection:
            connection.execute(_TELL, mine | became)

    def next_due(self) -> datetime | None:
        """When the earliest waiting message is due (or its lease runs out)."""
        with self._read() as connection:
            return connection.execute(_NEXT_DUE).scalar()

    def counts(self) -> dict[str, int]:
        """Rows by state, each state named."""
        rows = tables.outbox
        with self._read() as connection:
            found = connection.execute(select(rows.c.state, sql.count()).group_by(rows.c.state)).all()
        return {state.value: 0 for state in State} | {str(state): int(number) for state, number in found}


def _has_earlier() -> ColumnElement[bool]:
    """Whether the same channel still waits for a message that comes before the row."""
    row, other = tables.outbox, tables.outbox.alias("earlier")
    earlier = or_(other.c.at < row.c.at, and_(other.c.at == row.c.at, other.c.seq < row.c.seq))
    return exists().where(
        other.c.workspace == row.c.workspace,
        other.c.recipient == row.c.recipient,
        other.c.due_at.is_not(None),
        earlier,
    )


def _is_in_flight() -> ColumnElement[bool]:
    """Whether the same channel has a message on its way, under a lease that still runs."""
    row, other = tables.outbox, tables.outbox.alias("in_flight")
    return exists().where(
        other.c.workspace == row.c.workspace,
        other.c.recipient == row.c.recipient,
        other.c.state == State.SENDING.value,
        other.c.due_at > bindparam("now"),
    )


# The statements, made once: making one costs more than running it.

_ROWS = tables.outbox

_SENT = select(_ROWS.c.sent_channel, _ROWS.c.sent_ts).where(
    _ROWS.c.workspace == bindparam("of"),
    _ROWS.c.dedupe_key == bindparam("key"),
    _ROWS.c.state == State.SENT.value,
)

_THERE = select(_ROWS.c.dedupe_key).where(
    _ROWS.c.workspace == bindparam("of"), _ROWS.c.dedupe_key.in_(bindparam("keys", expanding=True))
)

_SAID = select(_ROWS.c.payload).where(
    _ROWS.c.workspace == bindparam("of"), _ROWS.c.dedupe_key == bindparam("key")
)

_HEADS = (
    select(_ROWS)
    .where(_ROWS.c.due_at <= bindparam("now"), ~_has_earlier(), ~_is_in_flight())
    .order_by(_ROWS.c.lane, _ROWS.c.at, _ROWS.c.seq)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True, of=_ROWS)
)

_ALONE = select(sql.pg_advisory_xact_lock(0x6F7574626F78))
"""One claim at a time on PostgreSQL too: a channel's order hangs on what others have just claimed."""

_TAKE = (
    update(_ROWS)
    .where(_ROWS.c.seq.in_(bindparam("taken", expanding=True)), _ROWS.c.due_at <= bindparam("now"))
    .values(
        state=State.SENDING.value,
        due_at=bindparam("lease_end", type_=tables.Instant()),
        attempts=_ROWS.c.attempts + 1,
    )
)

_ARRIVE = (
    update(_ROWS)
    .where(_ROWS.c.seq == bindparam("row"), _ROWS.c.state != State.SENT.value)
    .values(
        state=State.SENT.value,
        due_at=None,
        reason=None,
        sent_channel=bindparam("to_channel"),
        sent_ts=bindparam("to_ts"),
        over_at=bindparam("now", type_=tables.Instant()),
    )
)

_TELL = (
    update(_ROWS)
    .where(
        _ROWS.c.seq == bindparam("row"),
        _ROWS.c.attempts == bindparam("claims"),
        _ROWS.c.state == State.SENDING.value,
    )
    .values(
        state=bindparam("became"),
        reason=bindparam("why"),
        due_at=bindparam("due", type_=tables.Instant()),
        over_at=bindparam("over", type_=tables.Instant()),
    )
)

_NEXT_DUE = select(sql.min(_ROWS.c.due_at)).where(_ROWS.c.due_at.is_not(None), ~_has_earlier())


def _parcel(row: RowMapping) -> Parcel:
    """A row as it was before the claim, as the deliverer gets it."""
    replaces = None
    if row["replaces_channel"]:
        replaces = MessageRef(channel=row["replaces_channel"], ts=row["replaces_ts"])
    return Parcel(
        id=f"{row['seq']}.{row['attempts'] + 1}",
        workspace=row["workspace"],
        to=row["recipient"],
        payload=row["payload"],
        dedupe_key=row["dedupe_key"],
        lane=Lane(row["lane"]),
        attempts=row["attempts"],
        in_doubt=row["state"] in {State.IN_DOUBT, State.SENDING},
        queued_at=row["at"],
        replaces=replaces,
    )


def _claim_of(parcel: str) -> tuple[int, int]:
    """The row and the number of the claim that a parcel's id names."""
    seq, _, claims = parcel.partition(".")
    return int(seq), int(claims)
