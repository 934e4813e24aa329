"""What a unit of work has read already: asked again, the database need not be."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Name = TypeVar("Name", bound=Hashable)
Key = tuple[str, Any]
"""The workspace, and the name of something in it."""


class Recall:
    """Reads of one transaction, by table; a write to a table forgets what was read of it."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[tuple[Any, ...], Any]] = {}
        self._coming: dict[str, dict[Key, None]] = {}

    def of(self, table: str, key: tuple[Any, ...], read: Callable[[], T]) -> T:
        """What was read under this key, else what `read` gives."""
        kept = self._kept.setdefault(table, {})
        if key not in kept:
            kept[key] = read()
        found: T = kept[key]
        return found

    def each(
        self,
        table: str,
        workspace: str,
        names: Iterable[Name],
        read: Callable[[Sequence[Name]], Mapping[Name, T]],
        otherwise: Callable[[], T],
    ) -> list[T]:
        """What there is under each of some names, read together where it was not read yet.

        What was foreseen is read with the first of it, in the same query.

        Args:
            table: Of which table.
            workspace: In which workspace.
            names: The names, each once.
            read: Reads some of them; what is not there is left out.
            otherwise: What stands for a name that is not there.
        """
        kept, names = self._kept.setdefault(table, {}), list(names)
        unknown = [name for name in names if (workspace, name) not in kept]
        if unknown:
            coming = self._coming.get(table, {})
            if any((workspace, name) in coming for name in unknown):
                unknown += [name for of, name in coming if of == workspace and (of, name) not in kept]
                self._coming[table] = {key: None for key in coming if key[0] != workspace}
            found = read(list(dict.fromkeys(unknown)))
            for name in unknown:
                kept[workspace, name] = found[name] if name in found else otherwise()
        return [kept[workspace, name] for name in names]

    def foresee(self, table: str, keys: Iterable[Key]) -> None:
        """These are likely to be read soon, one by one."""
        self._coming.setdefault(table, {}).update(dict.fromkeys(keys))

    def keep(self, table: str, key: tuple[Any, ...], value: object) -> None:
        """Take a value as what would be read under this key."""
        self._kept.setdefault(table, {})[key] = value

    def get(self, table: str, key: tuple[Any, ...]) -> Any:
        """What was read under this key; None where nothing was."""
        return self._kept.get(table, {}).get(key)

    def drop(self, table: str, key: tuple[Any, ...]) -> None:
        """Forget what was read under one key."""
        self._kept.get(table, {}).pop(key, None)

    def forget(self, *tables: str) -> None:
        """Forget what was read of some tables; of all of them where none is named."""
        for table in tables or tuple(self._kept):
            self._kept.pop(table, None)
