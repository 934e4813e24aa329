"""The Slack app manifest: shown by `jalon manifest`, and held against the code by a test."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml


def manifest_text() -> str:
    """The manifest as it is pasted into Slack, comments and all."""
    here = Path(__file__).parent.parent / "manifest.yml"
    packaged = files("bot") / "manifest.yml"
    return here.read_text(encoding="utf-8") if here.is_file() else packaged.read_text(encoding="utf-8")


def manifest() -> dict[str, Any]:
    """The manifest as values."""
    loaded: dict[str, Any] = yaml.safe_load(manifest_text())
    return loaded
