"""A workspace's own metrics and references, over SQL."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, select

from coach.metrics import MetricKey
from coach.own_metrics import Override, OwnMetric
from storage import tables, writing

_ROWS = tables.own_metrics
_ALL = select(_ROWS.c.key, _ROWS.c.document).where(_ROWS.c.workspace == bindparam("of"))


class SqlOwnMetrics:
    """`coach.ports.OwnMetrics`. A workspace’s rows are read once a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[str, list[tuple[str, str]]] = {}

    def metrics(self, workspace: str) -> Sequence[OwnMetric]:
        """The metrics that the workspace added, by key."""
        rows = self._rows(workspace)
        return [OwnMetric.model_validate_json(text) for key, text in rows if key not in set(MetricKey)]

    def overrides(self, workspace: str) -> Sequence[Override]:
        """The workspace's own references of the catalogue's metrics, by the metric's key."""
        rows = self._rows(workspace)
        return [Override.model_validate_json(text) for key, text in rows if key in set(MetricKey)]

    def put(self, one: OwnMetric | Override) -> None:
        """Keep a metric or a reference, new or changed (same key)."""
        key = one.key if isinstance(one, OwnMetric) else one.metric.value
        row = {"workspace": one.workspace, "key": key, "document": one.model_dump_json()}
        writing.put(self._connection, tables.own_metrics, row)
        self._read.clear()

    def remove(self, workspace: str, key: str) -> bool:
        """Drop a metric or a reference; False where there is no such one."""
        rows = tables.own_metrics
        query = delete(rows).where(rows.c.workspace == workspace, rows.c.key == key)
        self._read.clear()
        return self._connection.execute(query).rowcount == 1

    def _rows(self, workspace: str) -> list[tuple[str, str]]:
        if workspace not in self._read:
            found = self._connection.execute(_ALL, {"of": workspace})
            self._read[workspace] = sorted((key, text) for key, text in found)
        return self._read[workspace]
