"""Documentation that can be held against the code is."""

import re
import shlex
import tomllib
from pathlib import Path

from bot.cli import parser
from bot.manifest import manifest
from bot.metrics_page import metrics_page
from bot.render import catalogue
from bot.settings import Settings, variable
from coach.achievability import ENOUGH_HISTORY as FEWEST_WEEKS
from coach.catalogue import METRICS
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.noise import usual_dip
from coach.smart import MOST as MOST_QUESTIONS
from coach.templates import MOST_OWN, MOST_TEAM
from coach.usecases import absence, rhythm
from coach.usecases.commands import Command
from tests.storage.test_workspaces import ACROSS

ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def first_column(text: str) -> list[str]:
    """The first cells of a document's tables, without headings."""
    rows = re.findall(r"^\| *`?([^|`]+?)`? *\|", text, re.MULTILINE)
    return [row for row in rows if not set(row) <= set("- ")]


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    named = {re.split(r"[<>=!~\[;]", line, maxsplit=1)[0] for line in project["dependencies"]}
    assert set(first_column(read("docs/dependencies.md"))) - {"package"} == named


def test_every_setting_stands_in_the_readme() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", read("README.md"), re.MULTILINE))
    assert documented == {variable(name) for name in Settings.model_fields}


def test_the_readme_says_of_each_setting_what_the_setting_says() -> None:
    text = read("README.md")
    for name, field in Settings.model_fields.items():
        assert field.description is not None
        assert field.description in text, variable(name)


def test_every_word_that_slack_s_commands_take_stands_in_the_readme() -> None:
    text = read("README.md")
    for word in (*Command, rhythm.COMMANDS[0], absence.COMMANDS[0]):
        assert f"`{word}`" in text, word


def test_every_command_stands_in_the_readme() -> None:
    groups = parser()._subparsers
    assert groups is not None
    names = [name for action in groups._group_actions for name in (action.choices or ())]
    for name in names:
        assert f"`jalon {name}" in read("README.md"), name


def test_every_scope_is_justified() -> None:
    scopes = set(manifest()["oauth_config"]["scopes"]["bot"])
    assert set(first_column(read("docs/permissions.md"))) - {"scope"} == scopes


def test_the_pins_are_those_that_uv_run_obeys() -> None:
    constraints = tomllib.loads(read("pyproject.toml"))["tool"]["uv"]["constraint-dependencies"]
    pinned = {
        line.removesuffix(" \\") for line in read("requirements-dev.txt").splitlines() if line[:1].isalpha()
    }
    assert set(constraints) == pinned


def test_no_file_of_pins_names_a_registry() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        assert not re.search(r"index-url|find-links|https?://[^\"\s]*(pypi|simple|\.whl)", read(name)), name


def test_the_page_of_metrics_is_made_from_the_catalogue() -> None:
    assert read("docs/metrics.md") == metrics_page()


def test_what_the_coach_says_of_itself_is_what_it_does() -> None:
    """The figures in docs/coaching.md are the code's."""
    text = read("docs/coaching.md")
    assert (FEWEST_WEEKS, MOST_OWN, MOST_TEAM, MOST_QUESTIONS) == (4, 3, 5, 8)
    dip, one_in = usual_dip(0.83, 18)
    assert f"18 answers a month and a true 83 %, a month at {round(dip * 100)} % or less" in text
    assert one_in == 6
    band = METRICS[MetricKey.OCCUPANCY].references[0]
    assert band.high is not None
    assert f"{band.low.value} to {band.high.value} %" in text


def test_every_fault_names_tests_that_there_are() -> None:
    named = set(re.findall(r"`(test_\w+)`", read("docs/faults.md")))
    tests = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert named
    assert {name for name in named if f"def {name}(" not in tests} == set()


def test_the_page_of_security_counts_what_looks_across_workspaces() -> None:
    assert len(ACROSS) == 4
    assert "are of four kinds" in read("docs/security.md")


def guides() -> dict[str, str]:
    """What an administrator reads, by the name of its file."""
    return {
        name: read(name) for name in ("README.md", "docs/install.md", "docs/security.md", "docs/faults.md")
    }


def test_every_command_in_the_guides_can_be_typed() -> None:
    """Each `jalon …` in a block to copy is one that the command line takes."""
    typed = [
        (name, shlex.split(line, comments=True)[2:])
        for name, text in guides().items()
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for line in map(str.strip, block.splitlines())
        if line.startswith("uv run jalon")
    ]
    assert len(typed) > 8
    for name, (command, *arguments) in typed:
        assert command == "jalon", name
        assert parser().parse_args(arguments).run is not None


def test_the_guides_send_nobody_to_an_address_that_was_made_up() -> None:
    hosts = {host for text in guides().values() for host in re.findall(r"https?://([\w.-]+)", text)}
    assert hosts == {"api.slack.com", "slack.com", "docs.astral.sh", "jalon.example.org"}


def test_what_the_page_of_faults_quotes_is_what_people_read() -> None:
    said = "\n".join(form for forms in catalogue(Language.EN).values() for form in forms)
    quoted = [one for one in re.findall(r"“([^”]+)”", read("docs/faults.md")) if one != "quotation marks"]
    assert len(quoted) > 6
    assert [one for one in quoted if one not in said] == []


def test_what_the_guide_tells_to_look_for_is_what_the_doctor_says() -> None:
    """The first column of the table of troubles, where it quotes Jalon, is in the code."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot").glob("*.py"))
    for words in (
        "not set.",
        "it should begin with",
        "with characters that it cannot have",
        "does not answer as Slack does",
        "is of no database that Jalon knows",
        "The database is locked by another process",
        "The folder of the database does not exist",
        "lacking ",
        "connected to Slack by Socket Mode",
    ):
        assert words in code, words
        assert words.strip(" .").lower() in read("docs/install.md").lower(), words
