"""A workspace's own metrics and references, over a dictionary."""

from collections.abc import Sequence

from coach.own_metrics import Override, OwnMetric
from coach.testing.repositories import State


class MemoryOwnMetrics:
    """`coach.ports.OwnMetrics`."""

    def __init__(self, state: State) -> None:
        self._rows = state.own_metrics

    def metrics(self, workspace: str) -> Sequence[OwnMetric]:
        """The metrics that the workspace added, by key."""
        rows = sorted(self._rows.items(), key=lambda row: row[0])
        return [one for key, one in rows if key[0] == workspace and isinstance(one, OwnMetric)]

    def overrides(self, workspace: str) -> Sequence[Override]:
        """The workspace's own references of the catalogue's metrics, by the metric's key."""
        rows = sorted(self._rows.items(), key=lambda row: row[0])
        return [one for key, one in rows if key[0] == workspace and isinstance(one, Override)]

    def put(self, one: OwnMetric | Override) -> None:
        """Keep a metric or a reference, new or changed (same key)."""
        key = one.key if isinstance(one, OwnMetric) else one.metric.value
        self._rows[one.workspace, key] = one

    def remove(self, workspace: str, key: str) -> bool:
        """Drop a metric or a reference; False where there is no such one."""
        return self._rows.pop((workspace, key), None) is not None
