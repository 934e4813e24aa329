"""Conversations are kept as text files and reviewed like prose."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class Prose(SingleFileSnapshotExtension):
    """One text file a journey, named after its test."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def story(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The conversation as it was last reviewed."""
    return snapshot.use_extension(Prose)
