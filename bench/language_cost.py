"""What reading costs: `uv run python -m bench.language_cost`."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.understanding import DATA, load
from coach.language import read_reply, understand
from coach.language.reading import Language, Slot

TODAY = date(2026, 11, 23)


def texts(length: int) -> list[str]:
    """Messages of about that length, made of the labelled goals and of sentences without one."""
    pieces = [one.text for one in load("goals")] + (DATA / "no_goals.txt").read_text("utf-8").splitlines()
    found, current = [], ""
    for piece in pieces * (1 + length // 200):
        current += f"{piece}. "
        if len(current) >= length:
            found.append(current[:length])
            current = ""
    return found


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(name: str, messages: list[str], read: Callable[[str], object]) -> None:
    for message in messages[:3]:
        read(message)
    taken = []
    for message in messages:
        start = perf_counter()
        read(message)
        taken.append((perf_counter() - start) * 1000)
    print(
        f"{name:<34}{len(messages):>5} messages   median {percentile(taken, 0.5):6.2f} ms"
        f"   p95 {percentile(taken, 0.95):6.2f} ms   most {max(taken):6.2f} ms"
    )


def main() -> None:
    for length in (50, 200, 3000):
        messages = texts(length)
        measure(f"understand, {length} characters", messages, lambda text: understand(text, None, TODAY))
    measure(
        "read_reply, 50 characters",
        texts(50),
        lambda text: read_reply(text, language=None, today=TODAY, asked=Slot.TARGET, fallback=Language.FR),
    )
    with TemporaryDirectory() as cache, TemporaryDirectory() as empty:
        report_import("with bytecode (as installed)", {"PYTHONPYCACHEPREFIX": cache})
        bare = {"PYTHONPYCACHEPREFIX": empty, "PYTHONDONTWRITEBYTECODE": "1"}
        report_import("without any bytecode", bare)
        first = fresh(
            "c.understand('Réduire la DMT de 10 % en six semaines', None, datetime.date(2026, 11, 23))",
            before="import datetime; import coach.language as c",
            settings={"PYTHONPYCACHEPREFIX": cache},
        )
    print(f"first message (its expressions are compiled then): {first:.0f} ms")


def report_import(name: str, settings: dict[str, str]) -> None:
    """Print what importing the reader costs, and how much of it is pydantic's own."""
    fresh("import {module}", settings=settings)
    reader = [fresh("import {module}", settings=settings) for _ in range(9)]
    bare = [fresh("from pydantic import BaseModel", settings=settings) for _ in range(9)]
    print(
        f"import, {name}: median {percentile(reader, 0.5):.0f} ms of 9 fresh processes,"
        f" of which pydantic alone {percentile(bare, 0.5):.0f} ms"
    )


def fresh(
    code: str, *, module: str = "coach.language", before: str = "pass", settings: dict[str, str] | None = None
) -> float:
    """Milliseconds that a piece of code takes in a new process."""
    timed = f"a = t(); {code.format(module=module)}; print((t() - a) * 1000)"
    probe = f"{before}; from time import perf_counter as t; {timed}"
    others = {name: value for name, value in os.environ.items() if not name.startswith("PYTHONDONT")}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", probe],
        capture_output=True,
        check=True,
        text=True,
        env=others | (settings or {}),
    )
    return float(done.stdout)


if __name__ == "__main__":
    main()
