"""What every room of the tests may use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Jalon in its playground, on a Monday morning."""
    with Stage(tmp_path) as running:
        yield running
