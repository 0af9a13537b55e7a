"""Makes ``rolecmp/definitions/traditional.txt`` from the Unicode Han database.

Run it by name, with the path of ``Unihan_Variants.txt`` from Unicode's ``Unihan.zip``::

    python tests/definitions/make_traditional.py Unihan_Variants.txt

Of each character's `kSimplifiedVariant` (UAX #38) it takes the first within the Basic
Multilingual Plane that is not the character itself: both sides of a comparison are folded
alike, so that it matters little which one it is.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TABLE = Path(__file__).parents[2] / "rolecmp" / "definitions" / "traditional.txt"
HEADER = """\
# Traditional characters and, at the same place of the second line, the simplified ones.
# From Unihan_Variants.txt (kSimplifiedVariant) of the Unicode Han database, version {version}.
# Copyright Unicode, Inc.; used under the Unicode License, https://www.unicode.org/license.txt
# Made by tests/definitions/make_traditional.py.
"""


def table(source: str) -> str:
    """Return the text of the table for the text of ``Unihan_Variants.txt``."""
    version = re.search(r"Unicode version: ([\d.]+)", source)
    assert version is not None
    pairs = {}
    for line in source.splitlines():
        parts = line.split("\t")
        if len(parts) == 3 and parts[1] == "kSimplifiedVariant":
            code = int(parts[0][2:], 16)
            variants = [int(each.partition("<")[0][2:], 16) for each in parts[2].split()]
            found = [each for each in variants if each != code and each <= 0xFFFF]
            if found and code <= 0xFFFF:
                pairs[chr(code)] = chr(found[0])
    lines = "".join(pairs), "".join(pairs.values())
    return HEADER.format(version=version[1]) + "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1]).read_text("utf-8")), "utf-8")
