"""What all tests share: how long generated inputs are searched, and what counts as covered.

Generated inputs are few each time, many when asked by name:
``ROLECMP_CAMPAIGN=1 python -m pytest FILE`` tries a thousand inputs; it is for a change
of what the file is about, and for a night.

Tracing doubles the time of a test. So tests that repeat what others cover, for each file, format or
view there is, are marked ``no_cover``.
"""

from __future__ import annotations

import gc
import os
import pkgutil
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

import rolecmp

if TYPE_CHECKING:
    import pytest

# The commands' help is in the language of the environment in which they are imported.
for _name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "ROLECMP_LANG"):
    os.environ.pop(_name, None)

settings.register_profile(
    "brief", deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("campaign", settings.get_profile("brief"), max_examples=1000)
settings.load_profile("campaign" if os.environ.get("ROLECMP_CAMPAIGN") == "1" else "brief")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Import every module where lines are counted, lest a test that is not traced does it."""
    if session.config.getoption("cov_source", None):
        for module in pkgutil.walk_packages(rolecmp.__path__, "rolecmp."):
            import_module(module.name)


CASES = 3
"""How many cases of a test of the command line are traced."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines as covered that only a generated input happens to reach.

    Nor those that only the later cases of one test of the command line reach: there are many of
    them, and each runs the whole program.
    """
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        repeats = test.startswith("tests/cli/") and cases[test] > CASES
        if repeats or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")


gc.disable()  # what is made while the tests are collected stays to the end


def pytest_collection_finish() -> None:
    """Let the collector look at what the tests leave, and not too often."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)
