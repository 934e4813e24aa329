"""Commands for the curious: how the coach reads a text, and what it would plan."""

import argparse
import html
import json
import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from bot import formats
from bot.clock import SystemClock
from bot.render import change_text, plain, value_text, words
from bot.settings import Settings
from coach.achievability import difference_unit
from coach.errors import Refused
from coach.goal import Path
from coach.language import understand
from coach.language.reading import Language
from coach.language.report import as_record, read_lines, readable
from coach.messages.base import Change, Message
from coach.plan import PlanRequest, make_plan
from coach.plan_report import PlanRow, month_rows, plan_json, plan_request, report_warnings, week_rows
from coach.quantity import Quantity

WRONG = 2
"""Exit code of a command that was asked for what cannot be."""
MOST_PEOPLE = 1000
"""A plan is shared among no more."""
PATHS = ", ".join(Path)


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong argument with one sentence, and no list of all the options."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong."""
        self.exit(WRONG, f"{self.prog}: error: {message}\n")


def today() -> date:
    """The machine's date."""
    return SystemClock().now().astimezone().date()


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `understand` and `plan`."""
    reads = commands.add_parser("understand", help="show how the coach reads a text")
    reads.add_argument("text", nargs="?", metavar="TEXT", help="what somebody might type")
    reads.add_argument(
        "--lang", type=Language, choices=list(Language), help="read from the words unless given"
    )
    reads.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="as if it were that day")
    form = reads.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print an object")
    form.add_argument("--jsonl", action="store_true", help="read objects line by line from standard input")
    reads.set_defaults(run=run_understand)
    plan = commands.add_parser("plan", help="show the plan that a goal would get")
    plan.add_argument("--metric", required=True, metavar="KEY", help="such as csat, wait_time, appointments")
    plan.add_argument("--baseline", required=True, type=_decimal, metavar="N", help="where it stands")
    plan.add_argument("--target", required=True, type=_decimal, metavar="N", help="where it should be")
    plan.add_argument("--start", type=_date, metavar="DATE", help="first day (today)")
    plan.add_argument("--deadline", required=True, type=_date, metavar="DATE", help="last day")
    plan.add_argument(
        "--country",
        metavar="FR",
        help="whose public holidays are left out (FR-57: Moselle, CA-QC: Quebec)",
    )
    plan.add_argument("--contributors", type=_count, default=1, metavar="N", help="how many take part (1)")
    plan.add_argument("--path", type=_path, metavar="PATH", help=f"{PATHS}: chosen by the coach unless given")
    plan.add_argument("--lang", type=Language, choices=list(Language), default=Language.EN)
    plan.add_argument("--json", action="store_true", help="print an object instead of a table")
    plan.set_defaults(run=run_plan)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2027-03-31") from None


def _path(text: str) -> Path:
    if text not in set(Path):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {PATHS}")
    return Path(text)


def _decimal(text: str) -> Decimal:
    try:
        figure = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not figure.is_finite():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return figure


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_PEOPLE)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of people from 1 to {MOST_PEOPLE}")
    if not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of people from 1 to {MOST_PEOPLE}")
    return int(text)


def run_understand(options: argparse.Namespace, settings: Settings) -> int:
    """Print how a text is read; with `--jsonl`, 1 where a line could not be."""
    day = options.today or today()
    if options.jsonl:
        failed = False
        for line in read_lines(sys.stdin, today=day, language=options.lang):
            print(line.text, flush=True)
            failed = failed or line.failed
        return 1 if failed else 0
    if not (options.text or "").strip():
        print('Say what to read: jalon understand "answer faster"', file=sys.stderr)
        return WRONG
    reading = understand(options.text, options.lang, day, fallback=Language(settings.language))
    if options.json:
        print(json.dumps(as_record(reading), ensure_ascii=False))
    else:
        print("\n".join(readable(reading)))
    return 0


def run_plan(options: argparse.Namespace, settings: Settings) -> int:
    """Print the months and weeks of a plan; what cannot be planned is one sentence and exit code 2."""
    del settings
    language: Language = options.lang
    try:
        request = plan_request(
            options.metric,
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
    for rows in (month_rows(request, made), week_rows(request, made)):
        for row in rows:
            print(_line(row, request, language))
        print()
    print("\n".join(warnings))
    return 0


def _sentence(message: Message, language: Language) -> str:
    """A message as a terminal shows it: its keys keep their underscores."""
    return html.unescape(words(message, language)).replace("*", "")


def _line(row: PlanRow, request: PlanRequest, language: Language) -> str:
    """One period: its days, the level at its end, what it adds."""
    share = Change(Quantity(value=row.share.value, unit=difference_unit(request.unit)))
    days = f"{formats.day(row.start, language, 'short')} – {formats.day(row.end, language, 'short')}"
    parts = " = " + " + ".join(str(part) for part in row.parts) if row.parts else ""
    return (
        f"{days:<32} {row.working_days:>3}  {value_text(row.level, language):>14}"
        f"  {change_text(share, language):>14}{parts}"
    )
