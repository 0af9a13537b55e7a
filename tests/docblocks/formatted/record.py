"""Records what prettier makes of a document with every kind of block, in both languages.

    npm install prettier
    .venv/bin/python tests/docblocks/formatted/record.py node_modules/.bin/prettier

It writes `original.md` as `rolecmp docs` fills it from the catalog in `roles`, whose texts are of
all that Markdown and its formatters have an eye for, and the other documents of this folder as
prettier leaves it. What is here is of prettier 3.10.1. pytest does not collect this: a machine
may lack node. mdformat is run by the tests themselves.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from rolecmp.cli import run

HERE = Path(__file__).parent
BLOCKS = (
    "compare pm pmm --heading 3",
    "compare pm pmm --full",
    "compare pm pmm --by topic",
    "compare pm pmm --dimension perspective",
    "who-owns",
    "who-owns pricing brand support launch",
    "show pm",
    "show pmm --full --heading 0",
    "list",
    "matrix",
    "matrix --only contested --role pm",
    "overlaps",
)


def main(prettier: str) -> None:
    """Fill the original, and run prettier on copies of it."""
    markers = (
        f"<!-- rolecmp: {block} --lang {language} -->\n<!-- /rolecmp -->\n"
        for block in BLOCKS
        for language in ("en", "zh")
    )
    original = HERE / "original.md"
    prose = "# A handbook\n\nProse with *emphasis* that belongs to nobody.\n"
    original.write_text("\n".join([prose, *markers]), "utf-8")
    if run(["docs", str(original)]):
        sys.exit(1)
    runs = {
        "prettier-preserve.md": [prettier, "--write"],
        "prettier-always.md": [prettier, "--prose-wrap", "always", "--write"],
        "prettier-always.mdx": [prettier, "--prose-wrap", "always", "--write"],
    }
    for name, command in runs.items():
        path = HERE / name
        shutil.copy(original, path)
        if name.endswith(".mdx"):
            text = path.read_text("utf-8").replace("<!--", "{/*").replace("-->", "*/}")
            path.write_text(text, "utf-8")
        subprocess.run([*command, str(path)], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
