"""What all tests share: how long generated inputs are searched, and what counts as covered.

Generated inputs are few each time, many when asked by name:
``ROLECMP_CAMPAIGN=1 python -m pytest FILE`` tries fifty times as many inputs; it is for a change
of what the file is about, and for a night.

Tracing doubles the time of a test. So tests that repeat what others cover, for each file, format or
view there is, are marked ``no_cover``.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

settings.register_profile(
    "brief", deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("campaign", settings.get_profile("brief"), max_examples=1000)
settings.load_profile("campaign" if os.environ.get("ROLECMP_CAMPAIGN") == "1" else "brief")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines as covered that only a generated input happens to reach.

    Tracing would also be most of the time that these tests take.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")


gc.disable()  # what is made while the tests are collected stays to the end


def pytest_collection_finish() -> None:
    """Let the collector look at what the tests leave, and not too often."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)
