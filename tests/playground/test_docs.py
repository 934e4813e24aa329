"""The documentation names what there is."""

import re
from pathlib import Path

from bot.playground import EVENTS
from bot.playground.api import SCOPES, methods
from bot.playground.limits import TIER_OF

DOCS = Path(__file__).parents[2] / "docs" / "playground.md"


def test_every_method_and_event_is_documented_and_no_other() -> None:
    text = DOCS.read_text("utf-8")
    listed = text.split("### Methods")[1].split("### Events")[0]
    assert set(re.findall(r"`([a-zA-Z]+\.[a-zA-Z.]+)`", listed)) == set(methods())
    assert all(f"`{event}`" in text for event in EVENTS)


def test_scopes_and_tiers_are_of_methods_that_exist() -> None:
    assert set(SCOPES) <= set(methods())
    assert set(TIER_OF) <= set(methods())


def test_the_playground_knows_nothing_of_the_app() -> None:
    for source in (Path(__file__).parents[2] / "bot" / "playground").glob("*.py"):
        imported = re.findall(
            r"^\s*(?:from|import) ((?:bot|coach|storage)[\w.]*)", source.read_text("utf-8"), re.MULTILINE
        )
        assert all(name == "bot.clock" or name.startswith("bot.playground") for name in imported), source.name


def test_no_file_is_a_long_one() -> None:
    for source in (Path(__file__).parents[2] / "bot" / "playground").glob("*.py"):
        assert len(source.read_text("utf-8").splitlines()) <= 450, source.name
