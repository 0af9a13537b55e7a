"""Prints the lowest release that pyproject.toml admits of each dependency, as constraints."""

from __future__ import annotations

import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
for each in [*project["dependencies"], *project["optional-dependencies"]["excel"]]:
    name, bound, release = each.partition(">=")
    if not bound:
        raise SystemExit(f"pyproject.toml: {each} has no lowest release")
    print(f"{name}=={release}")  # noqa: T201  a script that is run by name
