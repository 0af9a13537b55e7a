"""An answer as JSON: the domain itself, with every language and every position."""

from __future__ import annotations

import json
from typing import Any


def render_json(value: Any) -> str:
    r"""Return an answer's value as JSON, human-readable and in UTF-8.

    ``##``, which may begin a command to the runner of a code host, is written ``#\u0023``.
    """
    return json.dumps(value, ensure_ascii=False, indent=2).replace("##", "#\\u0023") + "\n"
