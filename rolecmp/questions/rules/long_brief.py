"""A brief is longer than its line in a comparison.

The number is of characters of an alphabet; of wide ones, such as Chinese, a line holds fewer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


_WIDE_TO_NARROW = 28, 60


def _find(subject: Subject) -> Iterator[Found]:
    usual = subject.limit(RULE.name)
    wide, narrow = _WIDE_TO_NARROW
    for role in subject.catalog.roles.values():
        for dimension, brief in role.brief.items():
            for language, text in brief.texts.items():
                is_wide = any(unicodedata.east_asian_width(char) in "WF" for char in text)
                limit = usual * wide // narrow if is_wide else usual
                if len(text) > limit:
                    yield Found(
                        Place(role.path, brief.line, brief.column),
                        phrase(
                            "long-brief",
                            dimension=dimension,
                            language=language,
                            count=len(text),
                            limit=limit,
                        ),
                        phrase("shorten-brief", rule=RULE.name),
                        role=role,
                        number=len(text),
                    )


RULE = Rule("long-brief", Severity.WARNING, _find, on=("role",), at_most=60)
