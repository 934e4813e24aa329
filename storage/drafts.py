"""Goals in the making, over SQL. Each statement is made once: a person waits for every one of them."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from coach.draft import Draft, DraftState
from coach.errors import Stale
from storage import mapping, tables
from storage.recall import Recall

_DRAFTS = tables.drafts
_GET = select(_DRAFTS.c.document).where(
    _DRAFTS.c.workspace == bindparam("of"), _DRAFTS.c.id == bindparam("draft")
)
_OPEN_OF = (
    select(_DRAFTS.c.document)
    .where(
        _DRAFTS.c.workspace == bindparam("of"),
        _DRAFTS.c.author == bindparam("person"),
        _DRAFTS.c.state == DraftState.OPEN.value,
    )
    .order_by(_DRAFTS.c.touched_at.desc(), _DRAFTS.c.id.desc())
)
_ADD = insert(_DRAFTS)
_CHANGING = ("state", "version", "touched_at", "document")
"""Columns of a draft that change; what is set is written to its indexes anew, whether it differs or not."""
_SAVE = update(_DRAFTS).where(
    _DRAFTS.c.workspace == bindparam("of"),
    _DRAFTS.c.id == bindparam("draft"),
    _DRAFTS.c.version == bindparam("before"),
)


class SqlDrafts:
    """`coach.ports.Drafts`."""

    def __init__(self, connection: Connection, recall: Recall) -> None:
        self._connection, self._recall = connection, recall

    def get(self, workspace: str, draft: str) -> Draft | None:
        """One draft, whatever its state."""

        def read() -> Draft | None:
            document = self._connection.execute(_GET, {"of": workspace, "draft": draft}).scalar()
            return mapping.draft(document) if document else None

        return self._recall.of("drafts", (workspace, draft), read)

    def open_of(self, workspace: str, author: str) -> Sequence[Draft]:
        """The author's open drafts, the latest touched first."""

        def read() -> Sequence[Draft]:
            found = self._connection.execute(_OPEN_OF, {"of": workspace, "person": author}).scalars()
            return [mapping.draft(document) for document in found]

        return self._recall.of("drafts", ("open of", workspace, author), read)

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        self._recall.forget("drafts")
        self._connection.execute(_ADD, mapping.draft_row(draft))

    def save(self, draft: Draft) -> None:
        """Keep a changed draft: its version must be one above the row's.

        Raises:
            Stale: somebody else changed it meanwhile.
        """
        self._recall.forget("drafts")
        row = mapping.draft_row(draft)
        given = {"of": row["workspace"], "draft": row["id"], "before": draft.version - 1}
        given |= {name: row[name] for name in _CHANGING}
        if self._connection.execute(_SAVE, given).rowcount != 1:
            raise Stale
