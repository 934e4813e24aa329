"""What a unit of work has read already: asked again, the database need not be."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Recall:
    """Reads of one transaction, by table; a write to a table forgets what was read of it."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[tuple[Any, ...], Any]] = {}

    def of(self, table: str, key: tuple[Any, ...], read: Callable[[], T]) -> T:
        """What was read under this key, else what `read` gives."""
        kept = self._kept.setdefault(table, {})
        if key not in kept:
            kept[key] = read()
        found: T = kept[key]
        return found

    def keep(self, table: str, key: tuple[Any, ...], value: object) -> None:
        """Take a value as what would be read under this key."""
        self._kept.setdefault(table, {})[key] = value

    def known(self, table: str, key: tuple[Any, ...]) -> bool:
        """Whether something was read under this key."""
        return key in self._kept.get(table, {})

    def get(self, table: str, key: tuple[Any, ...]) -> Any:
        """What was read under this key; None where nothing was."""
        return self._kept.get(table, {}).get(key)

    def forget(self, *tables: str) -> None:
        """Forget what was read of some tables; of all of them where none is named."""
        for table in tables or tuple(self._kept):
            self._kept.pop(table, None)
