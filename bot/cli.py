"""The command line: `jalon`, which opens the playground unless told otherwise."""

import argparse
import os
import sys
import webbrowser
from collections.abc import Sequence
from errno import EACCES, EADDRINUSE
from http.client import HTTPException
from pathlib import Path

from slack_sdk.errors import SlackApiError

from bot import container, doctor, doctor_slack, log, needs, plan_command, ticking, tools
from bot.http import build_http
from bot.manifest import base_address, manifest_text
from bot.needs import Way
from bot.roles import Role
from bot.serving import serve_http, serve_worker, settle, until_told_to_stop
from bot.settings import Settings, SettingsError, data_directory, read_as_far_as_possible, variable
from bot.socket_mode import serve_socket_mode
from bot.tokens import new_key
from coach.errors import DatabaseUnavailable

PORT = 8484
HTTP_PORT = 3000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code: 0 done, 1 something is wrong, 2 it was asked for wrongly."""
    options = parser().parse_args(arguments)
    try:
        settings = read_as_far_as_possible()
        log.configure(settings.log_level)
        result: int = options.run(options, settings)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    except DatabaseUnavailable as error:
        print(doctor.explain(error, "--db" if options.db else variable("database_url")), file=sys.stderr)
        return 1
    return result


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root: argparse.ArgumentParser = tools.Parser(
        prog="jalon",
        description="A goal coach for customer-service teams, in Slack, in French and in English.",
        epilog="Without a command, `jalon` opens the playground.",
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND")
    playground = commands.add_parser(
        "playground", help="try Jalon in the browser, without Slack (the default)"
    )
    for place in (root, playground):
        _playground_options(place)
        place.set_defaults(run=run_playground)
    serve = commands.add_parser("serve", help="run Jalon in your Slack")
    serve.add_argument(
        "--role",
        type=tools.one_of(Role),
        metavar="{web,worker,all}",
        default=Role.ALL,
        help="web: hear from Slack; worker: look at what is due and deliver; all: both (the default)",
    )
    serve.add_argument("--port", type=port, help=f"by HTTP, on this port ({HTTP_PORT} for many workspaces)")
    serve.add_argument(
        "--host", default="127.0.0.1", help="by HTTP, on this address (127.0.0.1; 0.0.0.0: all of them)"
    )
    serve.set_defaults(run=run_serve)
    ticking.add_command(commands)
    migrate = commands.add_parser("migrate", help="bring the database up to date")
    migrate.set_defaults(run=run_migrate)
    key = commands.add_parser("key", help="print a new key for JALON_SECRET_KEY")
    key.set_defaults(run=run_key)
    check = commands.add_parser("doctor", help="say what is missing or wrong, and what to do")
    check.set_defaults(run=run_doctor)
    shown = commands.add_parser("manifest", help="print the Slack app manifest to paste")
    shown.add_argument(
        "--url",
        type=address,
        metavar="https://…",
        help="for Jalon over HTTP, reached at this address; without it: by Socket Mode",
    )
    shown.set_defaults(run=run_manifest)
    tools.add_command(commands)
    plan_command.add_command(commands)
    return root


def _playground_options(place: argparse.ArgumentParser) -> None:
    place.add_argument("--port", type=port, default=PORT, help=f"port of the page ({PORT}; 0: any free one)")
    place.add_argument(
        "--db",
        type=database,
        metavar="FILE",
        help="keep all in this SQLite file and beside it, or in a database (SQLAlchemy URL)",
    )
    place.add_argument("--reset", action="store_true", help="begin with an empty workspace")
    place.add_argument("--no-browser", action="store_true", help="only print the address")


def port(text: str) -> int:
    """A port's number.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port. Choose a number from 1 to 65535, or 0")
    return int(text)


def database(text: str) -> str:
    """A database's address; of a plain file, SQLite's."""
    return text if not text or ":" in text.partition("/")[0] else f"sqlite:///{Path(text).absolute()}"


def address(text: str) -> str:
    """Where Jalon is reached over HTTP.

    Raises:
        ArgumentTypeError: Slack would not take it.
    """
    try:
        return base_address(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run_playground(options: argparse.Namespace, settings: Settings) -> int:
    """Open the playground and stay until told to stop."""
    from bot.trial import Trial, home_of, reset  # noqa: PLC0415 - the other commands need no playground

    del settings
    directory = home_of(options.db, data_directory())
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if options.reset:
            reset(directory)
    except OSError as error:
        print(f"Jalon cannot write to {directory} ({error.strerror}). Give it the right to.", file=sys.stderr)
        return 1
    try:
        # told also while it starts or stops: whoever presses Ctrl+C twice loses nothing
        with until_told_to_stop() as told, Trial(directory, options.db, options.port) as trial:
            print(f"Jalon is in its playground: {trial.playground.url}", flush=True)
            print("Press Ctrl+C to stop.", flush=True)
            if not options.no_browser and _has_browser():
                webbrowser.open(trial.playground.url)
            told.wait()
    except OSError as error:
        if error.errno not in {EADDRINUSE, EACCES}:
            raise
        why = "is taken" if error.errno == EADDRINUSE else "is not for everybody to use"
        wrong = f"Port {options.port} {why}. Choose another one with --port."
        print(wrong, file=sys.stderr)
        return 1
    return 0


def _has_browser() -> bool:
    """Whether there is a screen to open a browser on."""
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def run_serve(options: argparse.Namespace, settings: Settings) -> int:
    """Run Jalon in a real Slack, or its worker, until told to stop: by Socket Mode where it has the token."""
    role: Role = options.role
    way = needs.way_of(settings, port=options.port)
    doctor.demand(settings, needs.examine(settings, way, role))
    container.migrate(settings)
    if way is not Way.MANY and (trouble := doctor_slack.trouble_with_slack(settings)):
        print(trouble, file=sys.stderr)
        return 1
    log.take_over()
    with container.build(settings, role=role) as jalon:
        settle()
        if not role.hears:
            serve_worker()
            return 0
        return _hear_http(jalon, options) if way is not Way.SOCKET_MODE else _hear_socket(jalon, settings)


def _hear_socket(jalon: container.Jalon, settings: Settings) -> int:
    """Hear from Slack by the connection that Jalon opens itself."""
    try:
        serve_socket_mode(jalon.app, settings.require("slack_app_token"))
    except (SlackApiError, OSError, HTTPException) as error:
        print(doctor_slack.explain_slack(error, "slack_app_token", settings.slack_api_url), file=sys.stderr)
        return 1
    return 0


def _hear_http(jalon: container.Jalon, options: argparse.Namespace) -> int:
    """Answer Slack's requests over HTTP."""
    port = options.port if options.port is not None else HTTP_PORT
    try:
        serve_http(build_http(jalon.app, jalon.flow, jalon.is_ready), options.host, port)
    except OSError as error:
        why = (error.strerror or str(error)).partition(" (while")[0]  # Python repeats the address
        print(
            f"Jalon cannot listen on {options.host}, port {port} ({why})."
            " Choose others with --host and --port.",
            file=sys.stderr,
        )
        return 1
    return 0


def run_key(options: argparse.Namespace, settings: Settings) -> int:
    """Print a new key for `JALON_SECRET_KEY`."""
    del options, settings
    print(new_key())
    return 0


def run_migrate(options: argparse.Namespace, settings: Settings) -> int:
    """Bring the database up to date and say where it stands."""
    del options
    doctor.demand(settings, needs.wrong_ones(settings))
    print(f"The database stands at {container.migrate(settings)}.")
    return 0


def run_doctor(options: argparse.Namespace, settings: Settings) -> int:
    """Print the examination; 1 where something is wrong."""
    del options
    report = doctor.examine(settings)
    print(report.text)
    return 0 if report.healthy else 1


def run_manifest(options: argparse.Namespace, settings: Settings) -> int:
    """Print the manifest."""
    del settings
    sys.stdout.write(manifest_text(options.url))
    return 0
