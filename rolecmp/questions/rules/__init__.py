"""The rules that definitions are held against, in order: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolecmp.questions import reported
from rolecmp.questions.rules import (
    accountable_and_informed,
    duplicate_statement,
    empty_group,
    invisible_character,
    letter_without_sentence,
    long_brief,
    manages_cycle,
    missing_brief,
    missing_dimension,
    missing_translation,
    multiple_accountable,
    no_accountable,
    no_responsible,
    non_ascii_id,
    role_idle,
    role_overloaded,
    stale_acceptance,
    stale_schema,
    too_many_consulted,
    too_many_informed,
    too_many_responsible,
    uneven_translation,
    unknown_rule,
    unread_file,
    unused_topic,
    vague_ownership,
)

if TYPE_CHECKING:
    from rolecmp.questions.rule import Rule

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        *reported.RULES,
        unknown_rule.RULE,
        manages_cycle.RULE,
        no_accountable.RULE,
        multiple_accountable.RULE,
        no_responsible.RULE,
        too_many_responsible.RULE,
        too_many_consulted.RULE,
        too_many_informed.RULE,
        accountable_and_informed.RULE,
        role_overloaded.RULE,
        role_idle.RULE,
        unused_topic.RULE,
        missing_translation.RULE,
        uneven_translation.RULE,
        duplicate_statement.RULE,
        vague_ownership.RULE,
        missing_dimension.RULE,
        letter_without_sentence.RULE,
        empty_group.RULE,
        missing_brief.RULE,
        long_brief.RULE,
        invisible_character.RULE,
        non_ascii_id.RULE,
        unread_file.RULE,
        stale_schema.RULE,
        stale_acceptance.RULE,
    )
}
"""Every rule by its name, in the order in which findings at one place are given."""
