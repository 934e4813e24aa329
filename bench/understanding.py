"""How well the reader reads: right, silently wrong, or left open, for each slot and language.

`uv run python -m bench.understanding` prints both sets; `--misses` lists what went wrong in the development
set (never in the part kept aside).
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from coach.language import read_reply, understand
from coach.language.reading import Direction, Language, Reply, Slot, Understanding
from coach.metrics import MetricKey
from coach.quantity import MONEY, SECONDS_IN, Quantity, Unit

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)
UNITS = {
    "%": Unit.PERCENT,
    "pt": Unit.POINTS,
    "s": Unit.SECONDS,
    "min": Unit.MINUTES,
    "h": Unit.HOURS,
    "day": Unit.DAYS,
    "n": Unit.COUNT,
    "sc": Unit.SCORE,
    "€": Unit.CURRENCY,
    "/d": Unit.PER_DAY,
    "/w": Unit.PER_WEEK,
    "/m": Unit.PER_MONTH,
}
DIRECTIONS = {
    "i": Direction.INCREASE,
    "d": Direction.DECREASE,
    "r": Direction.REACH,
    "m": Direction.MAINTAIN,
}
FIGURES = {"b": "baseline", "t": "target", "x": "delta", "s": "stretch"}
GOAL_SLOTS = ("metric", "direction", "baseline", "target", "delta", "deadline", "owner", "cadence")
REPLY_SLOTS = (
    "metric", "baseline", "target", "stretch", "delta", "deadline", "owner", "intent", "correction", "origin",
    "lacking", "change_unit", "part", "text_answer",
)  # fmt: skip


@dataclass(frozen=True)
class Labelled:
    """A text with what it says."""

    language: Language
    text: str
    expected: dict[str, object]
    asked: Slot | None = None
    metric: MetricKey | None = None


def labels(text: str) -> dict[str, object]:
    """What the labels of a line say, by slot."""
    found: dict[str, object] = {}
    for key, value in _pairs(text):
        name, read = READERS[key]
        found[name] = read(value)
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The labels; a name may hold spaces ("o=Sophie Martin")."""
    kept: list[str] = []
    for word in text.split():
        if "=" in word or word in {"corr", "txt"} or not kept:
            kept.append(word)
        else:
            kept[-1] += f" {word}"
    for word in kept:
        key, _, value = word.partition("=")
        yield key, value


def figure(text: str) -> Quantity:
    """A labelled figure: `78%`, `6.5min`, `10/w`."""
    number = text.rstrip("".join({char for unit in UNITS for char in unit}))
    return Quantity(value=Decimal(number), unit=UNITS[text[len(number) :]])


READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    **{key: (name, figure) for key, name in FIGURES.items()},
    "m": ("metric", MetricKey),
    "d": ("direction", lambda text: DIRECTIONS[text]),
    "by": ("deadline", lambda text: None if text == "none" else date.fromisoformat(text)),
    "lack": ("lacking", lambda text: frozenset() if text == "none" else frozenset(text.split("+"))),
    "corr": ("correction", lambda _: True),
    "txt": ("text_answer", lambda _: True),
    "part": ("part", int),
    "a": ("alternatives", str),
    "c": ("cadence", str),
    "o": ("owner", str),
    "unit": ("change_unit", str),
    "amb": ("ambiguous", str),
    "intent": ("intent", str),
    "origin": ("origin", str),
    "asked": ("asked", str),
}
"""Each label's slot and how its value is read."""


def load(name: str) -> list[Labelled]:
    """The labelled goals or answers of a file."""
    found = []
    for line in (DATA / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, *rest = line.split("\t")
        if name.startswith("goals"):
            text, written = rest
            found.append(Labelled(Language(language), text.replace("\\n", "\n"), labels(written)))
            continue
        asked, metric, text, written = rest
        expected = labels(written)
        slot = expected.pop("asked", None) or (asked if asked != "-" else None)
        found.append(
            Labelled(
                Language(language),
                text,
                expected,
                Slot(str(slot)) if slot else None,
                MetricKey(metric) if metric != "-" else None,
            )
        )
    return found


def same(one: object, other: object) -> bool:
    """Whether two values say the same (360 seconds and 6 minutes do)."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if one.unit in SECONDS_IN and other.unit in SECONDS_IN:
            return one.converted(Unit.SECONDS).value == other.converted(Unit.SECONDS).value
        return one == other
    return one == other


def judge(wanted: object, got: object, *, is_open: bool = False) -> str:
    """`right`, `silent` (a value where another or none is right) or `open` (nothing where there is one)."""
    if same(wanted, got):
        return "right"
    return "open" if got is None or is_open else "silent"


Miss = tuple[str, str, object, object]


def _any_money(got: Any) -> Any:
    """An amount of money without its currency, as the labels have it."""
    if isinstance(got, Quantity) and got.unit in MONEY:
        return got.model_copy(update={"unit": Unit.CURRENCY})
    return got


def score_goal(one: Labelled, understanding: Understanding) -> Iterator[tuple[str, str, Miss | None]]:
    """The verdict for each slot of a goal."""
    for slot in GOAL_SLOTS:
        wanted, got = one.expected.get(slot), _any_money(getattr(understanding, slot))
        if slot == "cadence" and got is not None:
            got = got.value
        is_open = slot == "metric" and wanted in understanding.metric_alternatives
        verdict = judge(wanted, got, is_open=is_open)
        yield slot, verdict, None if verdict == "right" else (one.text, slot, wanted, got)


def score_reply(one: Labelled, reply: Reply) -> Iterator[tuple[str, str, Miss | None]]:
    """The verdict for each slot of an answer."""
    for slot in REPLY_SLOTS:
        got = getattr(reply, slot) if slot in Reply.model_fields else getattr(reply.understanding, slot)
        got = _any_money(got)
        wanted = one.expected.get(slot)
        if slot == "correction":
            wanted = bool(wanted)
        if slot == "text_answer":
            if one.asked not in {Slot.OWNER, Slot.LEVER, Slot.RELEVANCE}:
                continue
            wanted, got = bool(wanted), got is not None
        if slot in {"intent", "origin"} and got is not None:
            got = got.value
        if slot == "lacking" and got is not None:
            got = frozenset(resource.value for resource in got)
        verdict = judge(wanted, got)
        yield slot, verdict, None if verdict == "right" else (f"[{one.asked}] {one.text}", slot, wanted, got)


def run(part: str, *, show: bool) -> None:
    """Print the figures of one set."""
    counts: dict[tuple[str, Language, str], Counter[str]] = {}
    misses: list[tuple[str, Miss]] = []
    goals, answers = load(f"goals{part}"), load(f"answers{part}")
    verdicts = [
        *((("goal"), one, score_goal(one, understand(one.text, one.language, TODAY))) for one in goals),
        *(
            (
                "answer",
                one,
                score_reply(
                    one,
                    read_reply(
                        one.text,
                        language=None,
                        today=TODAY,
                        asked=one.asked,
                        metric=one.metric,
                        fallback=one.language,
                    ),
                ),
            )
            for one in answers
        ),
    ]
    for kind, one, found in verdicts:
        for slot, verdict, miss in found:
            counts.setdefault((kind, one.language, slot), Counter())[verdict] += 1
            if miss is not None:
                misses.append((verdict, miss))
    print(f"{len(goals)} goals, {len(answers)} answers")
    print(f"{'':<8}{'':<4}{'slot':<14}{'right':>8}{'silent':>8}{'open':>8}{'of':>6}")
    for (kind, language, slot), counter in sorted(counts.items()):
        total = counter.total()
        shares = "".join(f"{100 * counter[name] / total:7.1f}%" for name in ("right", "silent", "open"))
        print(f"{kind:<8}{language.value:<4}{slot:<14}{shares}{total:>6}")
    for kind in ("goal", "answer"):
        summed = Counter[str]()
        for (of, _, _), counter in counts.items():
            if of == kind:
                summed += counter
        shares = ", ".join(f"{name} {100 * n / summed.total():.1f} %" for name, n in summed.most_common())
        print(f"{kind}s, all slots: {shares}")
    run_no_goals(part, show=show)
    if show:
        for verdict, (text, slot, wanted, got) in misses:
            print(f"{verdict:<7}{slot:<12}{_short(wanted):<22}{_short(got):<22}{text}")


def _short(value: object) -> str:
    if isinstance(value, Quantity):
        return f"{value.value} {value.unit.value}"
    return str(getattr(value, "value", value))


def run_no_goals(part: str, *, show: bool) -> None:
    """Print how many sentences without a goal yield no deadline and no target."""
    texts = (DATA / f"no_goals{part}.txt").read_text("utf-8").splitlines()
    wrong = []
    for text in texts:
        understanding = understand(text, None, TODAY)
        if understanding.deadline or understanding.target or understanding.delta or understanding.baseline:
            wrong.append(text)
    share = 100 * (1 - len(wrong) / len(texts))
    print(f"{len(texts)} sentences without a goal: {share:.1f} % without a deadline or a figure")
    if show:
        for text in wrong:
            print(f"false  {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the misses of the development set")
    chosen = parser.parse_args()
    print("Development set")
    run("", show=chosen.misses)
    if not chosen.misses:
        print("\nKept aside")
        run("_held_out", show=False)


if __name__ == "__main__":
    main()
