"""`jalon understand`: how the coach reads a text; and what the commands' options have in common."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NoReturn, TypeVar

from bot.clock import SystemClock
from bot.settings import Settings
from coach.language import understand
from coach.language.reading import Language
from coach.language.report import as_record, read_lines, readable
from coach.language.typed_dates import typed_date

WRONG = 2
"""Exit code of a command that was asked for what cannot be."""


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong argument with one sentence, and no list of all the options."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong."""
        self.exit(WRONG, f"{self.prog}: error: {message}\n")


Named = TypeVar("Named", bound=StrEnum)


def one_of(kind: type[Named]) -> Callable[[str], Named]:
    """What reads an option that takes one of a few words, in small or capital letters."""

    def read(text: str) -> Named:
        try:
            return kind(text.strip().lower())
        except ValueError:
            names = ", ".join(kind)
            raise argparse.ArgumentTypeError(f"{text!r} is none of {names}") from None

    return read


def today() -> date:
    """The machine's date."""
    return SystemClock().now().astimezone().date()


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `understand`."""
    reads = commands.add_parser("understand", help="show how the coach reads a text")
    reads.add_argument("text", nargs="?", metavar="TEXT", help="what somebody might type")
    reads.add_argument(
        "--lang",
        type=one_of(Language),
        metavar="{fr,en}",
        help="language of the text; read from its words unless given",
    )
    reads.add_argument("--today", type=day, metavar="DATE", help="as if it were that day")
    form = reads.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print an object")
    form.add_argument("--jsonl", action="store_true", help="read objects line by line from standard input")
    reads.set_defaults(run=run_understand)


def day(text: str) -> date:
    """A day as it is typed in an option.

    Raises:
        ArgumentTypeError: it names none.
    """
    read = typed_date(text, today())
    if read is None:
        wrong = f"{text!r} is no date. Write it like 2027-02-26, 26/02/2027 (day first) or '26 February 2027'"
        raise argparse.ArgumentTypeError(wrong)
    return read


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
