"""Build hook: a package carries nothing that git does not track."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrackedOnly(BuildHookInterface):  # type: ignore[type-arg]
    """Leaves untracked files out of the sdist and the wheel, where git can say which."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Exclude what git does not track; in an unpacked sdist there is no git to ask."""
        root = Path(self.root)
        if not (root / ".git").exists():
            return
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--others"],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        untracked = [f"/{path}" for path in listed.stdout.split("\0") if path]
        exclude = self.build_config.target_config.setdefault("exclude", [])
        exclude.extend(untracked)
        folders = self.build_config.target_config.pop("force-include", None)
        if folders and version != "editable":
            # A folder that is forced in takes everything with it, so its files are named.
            tracked = subprocess.run(
                ["git", "ls-files", "-z", *folders],
                cwd=root,
                capture_output=True,
                text=True,
                check=True,
            )
            for path in filter(None, tracked.stdout.split("\0")):
                for source, target in folders.items():
                    if path.startswith(f"{source}/"):
                        build_data["force_include"][str(root / path)] = target + path[len(source) :]
