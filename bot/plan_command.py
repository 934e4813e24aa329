"""`jalon plan`: the plan that a goal would get, as a table, and the metrics that there are."""

import argparse
import html
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from bot import formats
from bot.render import change_text, entry, plain, value_text, words
from bot.settings import Settings
from bot.tools import WRONG, day, one_of, today
from coach.achievability import difference_unit
from coach.catalogue import METRICS
from coach.errors import Refused
from coach.goal import Path
from coach.language.reading import Language
from coach.messages.base import Change, Message, MetricName
from coach.messages.plan_table import (
    Column,
    ColumnHead,
    FiguresIn,
    FiguresInOrMean,
    FiguresWithin,
    PlanTableTitle,
)
from coach.metrics import Kind, Metric, MetricKey
from coach.plan import PlanRequest, make_plan
from coach.plan_report import PlanRow, month_rows, plan_json, plan_request, report_warnings, week_rows
from coach.quantity import Quantity

MOST_PEOPLE = 1000
"""A plan is shared among no more."""
PATHS = ", ".join(Path)
_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}$)")
"""The decimal comma of French."""
NEEDED = ("metric", "baseline", "target", "deadline")


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `plan`."""
    plan = commands.add_parser(
        "plan",
        help="show the plan that a goal would get",
        epilog="Figures stand without their unit: `jalon plan --list` says which one each metric has."
        " Dates are 2027-02-26, 26/02/2027 (day first) or '26 February 2027'.",
    )
    plan.add_argument(
        "--list", action="store_true", help="show the metrics with their keys and units instead"
    )
    plan.add_argument("--metric", metavar="KEY", help="such as csat, wait_time, appointments")
    plan.add_argument("--baseline", type=_decimal, metavar="N", help="where it stands, in the metric's unit")
    plan.add_argument("--target", type=_decimal, metavar="N", help="where it should be, in the same unit")
    plan.add_argument("--start", type=day, metavar="DATE", help="first day (today)")
    plan.add_argument("--deadline", type=day, metavar="DATE", help="last day")
    plan.add_argument(
        "--country",
        metavar="FR",
        help="whose public holidays are left out (FR-57: Moselle, CA-QC: Quebec)",
    )
    plan.add_argument("--contributors", type=_count, default=1, metavar="N", help="how many take part (1)")
    plan.add_argument(
        "--path", type=one_of(Path), metavar="PATH", help=f"{PATHS}: chosen by the coach unless given"
    )
    plan.add_argument(
        "--lang",
        type=one_of(Language),
        metavar="{fr,en}",
        default=Language.EN,
        help="language of the table (en)",
    )
    plan.add_argument("--json", action="store_true", help="print an object instead of a table")
    plan.set_defaults(run=run_plan, refuse=plan.error)


def _decimal(text: str) -> Decimal:
    try:
        figure = Decimal(_COMMA.sub(".", text))
    except InvalidOperation:
        figure = Decimal("NaN")
    if not figure.is_finite():
        wrong = f"{text!r} is not a number; write it without a unit (jalon plan --list says which is meant)"
        raise argparse.ArgumentTypeError(wrong)
    return figure


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_PEOPLE)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of people from 1 to {MOST_PEOPLE}")
    if not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of people from 1 to {MOST_PEOPLE}")
    return int(text)


def run_plan(options: argparse.Namespace, settings: Settings) -> int:
    """Print the months and weeks of a plan; what cannot be planned is one sentence and exit code 2."""
    del settings
    language: Language = options.lang
    if options.list:
        print("\n".join(metric_list(language)))
        return 0
    missing = [f"--{name}" for name in NEEDED if getattr(options, name) is None]
    if missing:
        refuse: Callable[[str], NoReturn] = options.refuse
        refuse(f"it needs {', '.join(missing)} too; `jalon plan --list` shows the metrics")
    try:
        request = plan_request(
            options.metric.strip().lower(),
            options.baseline,
            options.target,
            start=options.start or today(),
            deadline=options.deadline,
            country=options.country,
            contributors=options.contributors,
            path=options.path,
        )
        made = make_plan(request)
    except Refused as refusal:
        print(_sentence(refusal.says, language), file=sys.stderr)
        return WRONG
    warnings = [plain(warning, language) for warning in report_warnings(request, made)]
    if options.json:
        print(json.dumps(plan_json(made, warnings), ensure_ascii=False))
        return 0
    print(plain(_title(request), language))
    for head, rows in ((Column.MONTH, month_rows(request, made)), (Column.WEEK, week_rows(request, made))):
        print("", *_table(head, rows, request, language), sep="\n")
    if warnings:
        print("", *warnings, sep="\n")
    return 0


def metric_list(language: Language) -> list[str]:
    """The metrics that there are: key, name, and the unit of their figures."""
    heads = [plain(ColumnHead(one), language) for one in (Column.KEY, Column.NAME, Column.UNIT)]
    named = [metric for metric in METRICS.values() if metric.key is not MetricKey.OTHER]
    rows = [
        [metric.key.value, plain_name(metric, language), plain(_unit(metric), language)] for metric in named
    ]
    return aligned([heads, *rows], "<<<")


def plain_name(metric: Metric, language: Language) -> str:
    """The metric's name."""
    return entry(f"metric_key.{metric.key}", language)


def _unit(metric: Metric) -> Message:
    if metric.scale_highest is not None:
        return FiguresInOrMean(metric.unit, int(metric.scale_highest))
    if metric.kind in {Kind.MEAN, Kind.INDEX} and metric.lowest is not None and metric.highest is not None:
        return FiguresWithin(metric.unit, int(metric.lowest), int(metric.highest))
    return FiguresIn(metric.unit)


def _title(request: PlanRequest) -> Message:
    assert request.baseline is not None
    assert request.target is not None
    return PlanTableTitle(
        MetricName(request.metric),
        request.quantity(request.baseline),
        request.quantity(request.target),
        request.start,
        request.deadline,
    )


def _sentence(message: Message, language: Language) -> str:
    """A message as a terminal shows it: its keys keep their underscores."""
    return html.unescape(words(message, language)).replace("*", "")


def _table(head: Column, rows: Sequence[PlanRow], request: PlanRequest, language: Language) -> list[str]:
    """The periods, under headings: their days, working days, the level at their end, what each adds."""
    shared = any(row.parts for row in rows)
    columns = [head, Column.WORKING_DAYS, Column.LEVEL, Column.CHANGE, *([Column.EACH] if shared else [])]
    heads = [plain(ColumnHead(one), language) for one in columns]
    return aligned([heads, *([*_cells(row, request, language)] for row in rows)], "<>>><")


def _cells(row: PlanRow, request: PlanRequest, language: Language) -> Iterator[str]:
    share = Change(Quantity(value=row.share.value, unit=difference_unit(request.unit)))
    yield f"{formats.day(row.start, language, 'short')} – {formats.day(row.end, language, 'short')}"
    yield str(row.working_days)
    yield value_text(row.level, language)
    yield change_text(share, language)
    if row.parts:
        yield " + ".join(str(part) for part in row.parts)


def aligned(rows: Sequence[Sequence[str]], sides: str) -> list[str]:
    """The rows of a table as lines, with two spaces between the columns.

    Args:
        rows: Their cells; a row may lack the last ones.
        sides: `<` or `>` for each column: where its cells are put.
    """
    widths = [max(len(row[place]) for row in rows if place < len(row)) for place in range(len(rows[0]))]
    return [
        "  ".join(
            f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=False)
        ).rstrip()
        for row in rows
    ]
