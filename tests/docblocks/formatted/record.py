"""Records what formatters make of `original.md`, a document with every kind of block.

    python tests/docblocks/formatted/record.py PRETTIER MDFORMAT

Both are paths of the programs: `npm install prettier` and `pip install mdformat-gfm` bring them.
It overwrites the other documents of this folder. pytest does not collect it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(prettier: str, mdformat: str) -> None:
    """Run each formatter on a copy of the original."""
    runs = {
        "prettier-preserve.md": [prettier, "--write"],
        "prettier-always.md": [prettier, "--prose-wrap", "always", "--write"],
        "prettier-always.mdx": [prettier, "--prose-wrap", "always", "--write"],
        "mdformat-keep.md": [mdformat],
        "mdformat-60.md": [mdformat, "--wrap", "60"],
    }
    for name, command in runs.items():
        path = HERE / name
        shutil.copy(HERE / "original.md", path)
        if name.endswith(".mdx"):
            text = path.read_text("utf-8").replace("<!--", "{/*").replace("-->", "*/}")
            path.write_text(text, "utf-8")
        subprocess.run([*command, str(path)], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
