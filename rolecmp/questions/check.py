"""What is wrong with a catalog: every rule's findings, less those that are known and meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rolecmp.questions.rules import RULES, stale_acceptance
from rolecmp.questions.rules.rule import Found, Place, Rule, Severity
from rolecmp.questions.rules.subject import Acceptance, Subject, subject_of

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog, Text
    from rolecmp.definitions.problems import Problem


class Finding(NamedTuple):
    """What was found by which rule; `accepted` is the reason where it is known and meant."""

    rule: Rule
    found: Found
    accepted: Text | None


class Checked(NamedTuple):
    """The findings of a catalog in the order of its files, and those that are accepted."""

    catalog: Catalog
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(each.rule.severity is severity for each in self.findings)

    def passes(self, *, strict: bool = False) -> bool:
        """Tell whether nothing was found that fails the check."""
        return not (self.findings if strict else self.count(Severity.ERROR))


class RuleState(NamedTuple):
    """A rule as a catalog has it: its threshold, where it counts, and whether it is off."""

    rule: Rule
    limit: int | None
    off: bool


class Rulebook(NamedTuple):
    """Rules as a catalog has them."""

    catalog: Catalog
    rules: tuple[RuleState, ...]


def check(
    catalog: Catalog,
    problems: Sequence[Problem],
    unread: Mapping[str, frozenset[str]],
    flawed: Collection[tuple[str, int, int]],
    rules: Mapping[str, Rule] = RULES,
) -> Checked:
    """Hold a catalog, as far as it could be read, against every rule that is not off.

    The first arguments are what the loader's `read_catalog` gives.
    """
    subject = subject_of(catalog, problems, unread, flawed, rules)
    accepted: list[Finding] = []
    findings: list[Finding] = []
    used: set[Place] = set()
    off = {name for name, value in catalog.checks.items() if value is None}
    for rule in rules.values():
        if rule is stale_acceptance.RULE:
            subject = subject._replace(stale=tuple(_stale(subject, used, off)))
        if rule.name in off:
            continue
        for found in rule.find(subject):
            reasons = list(_reasons(rule.name, found, subject))
            if reasons:
                used.update(map(_place, reasons))
                accepted.append(Finding(rule, found, reasons[0].reason))
            else:
                findings.append(Finding(rule, found, None))
    return Checked(
        catalog, tuple(_in_order(findings, subject)), tuple(_in_order(accepted, subject))
    )


def rulebook(catalog: Catalog, names: Sequence[str] = ()) -> Rulebook:
    """Return the rules of those names, or every rule, as the catalog has them."""
    states = []
    for name in names or RULES:
        own = catalog.checks.get(name, False)
        limit = RULES[name].at_most if own is False else own
        states.append(RuleState(RULES[name], limit, own is None))
    return Rulebook(catalog, tuple(states))


def _reasons(rule: str, found: Found, subject: Subject) -> Iterator[Acceptance]:
    """Yield each reason why a finding is meant: on its statements, its topic or its role."""
    for statement in found.statements:
        if rule in statement.accepted:
            yield Acceptance(rule, statement.accepted[rule], found.place.path)
    if found.topic is not None and rule in found.topic.accepted:
        yield Acceptance(rule, found.topic.accepted[rule], subject.path, found.topic)
    if found.role is not None and rule in found.role.accepted:
        yield Acceptance(rule, found.role.accepted[rule], found.role.path)


def _stale(subject: Subject, used: set[Place], off: set[str]) -> Iterator[Acceptance]:
    """Yield the acceptances that no finding met, of those that can be told."""
    for each in _acceptances(subject):
        unsure = (
            each.topic.id in subject.unread_topics
            if each.topic is not None
            else each.path in subject.unread
        )
        if each.rule not in off and not unsure and _place(each) not in used:
            yield each


def _acceptances(subject: Subject) -> Iterator[Acceptance]:
    for topic in subject.catalog.topics.values():
        for rule, reason in topic.accepted.items():
            yield Acceptance(rule, reason, subject.path, topic)
    for role in subject.catalog.roles.values():
        for rule, reason in role.accepted.items():
            yield Acceptance(rule, reason, role.path)
        for _, statement in role.sentences():
            for rule, reason in statement.accepted.items():
                yield Acceptance(rule, reason, role.path)


def _place(acceptance: Acceptance) -> Place:
    return Place(acceptance.path, acceptance.reason.line, acceptance.reason.column)


def _in_order(findings: Sequence[Finding], subject: Subject) -> list[Finding]:
    # What stands at one place stays in the order of the rules.
    return sorted(
        findings,
        key=lambda each: (each.found.place.path != subject.path, each.found.place),
    )
