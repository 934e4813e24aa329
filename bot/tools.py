"""Commands for the curious: how the coach reads a text, and what it would plan."""

import argparse


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `understand` and `plan`."""
    del commands
