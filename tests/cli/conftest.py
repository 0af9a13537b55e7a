"""Lets the modules of this folder share `cli_harness`, and starts every test from nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import cli_harness


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Clear what the environment could say, and stand in an empty folder."""
    cli_harness.clear(monkeypatch)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def studio(clean: Path) -> Path:
    """Stand in a project whose `roles/` is a small catalog with each kind of ownership."""
    cli_harness.write_studio(clean / "roles")
    return clean
