"""Figures against what they are held to: printed, and counted where they fall short."""

import statistics
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which such a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


class Verdict:
    """What was held, and what was not."""

    def __init__(self) -> None:
        self.short: list[str] = []

    def hold(self, what: str, figure: float, most: float, unit: str = "times") -> None:
        """Print a figure that may be at most so much."""
        kept = figure <= most
        print(f"{'ok   ' if kept else 'SHORT'}  {what}: {figure:.2f} {unit} (at most {most:g})", flush=True)
        if not kept:
            self.short.append(what)

    def reach(self, what: str, figure: float, least: float, unit: str = "times") -> None:
        """Print a figure that has to be at least so much."""
        kept = figure >= least
        print(f"{'ok   ' if kept else 'SHORT'}  {what}: {figure:.2f} {unit} (at least {least:g})", flush=True)
        if not kept:
            self.short.append(what)

    @property
    def code(self) -> int:
        """The exit code: 1 where something fell short."""
        return 1 if self.short else 0
