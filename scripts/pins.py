"""Copy the pinned versions of requirements-dev.txt into pyproject.toml, where `uv run` obeys them."""

import re
import sys
from pathlib import Path

PROJECT = Path("pyproject.toml")
PINNED = Path("requirements-dev.txt")
TABLE = re.compile(r"\n\[tool\.uv\]\nconstraint-dependencies = \[\n(?:.*\n)*?\]\n")


def pins() -> list[str]:
    """The pinned requirements, one a package (with its marker), without hashes."""
    lines = PINNED.read_text(encoding="utf-8").splitlines()
    return [line.removesuffix(" \\") for line in lines if line and line[0] not in " #"]


def main(what: str) -> None:
    """`clear` takes the constraints out; `write` puts the present pins in."""
    text = TABLE.sub("", PROJECT.read_text(encoding="utf-8")).rstrip("\n") + "\n"
    if what == "write":
        lines = "".join(f"  '{pin}',\n" if '"' in pin else f'  "{pin}",\n' for pin in pins())
        text += f"\n[tool.uv]\nconstraint-dependencies = [\n{lines}]\n"
    PROJECT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
