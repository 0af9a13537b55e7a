"""What is wrong with a catalog: every rule's findings, less those that are known and meant."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rolecmp.definitions.model import Acceptance, Catalog, RuleSetting
from rolecmp.definitions.problems import Problem
from rolecmp.questions.acceptances import excess, gap
from rolecmp.questions.rule import Found, Place, Rule, Severity
from rolecmp.questions.rules import RULES, stale_acceptance
from rolecmp.questions.subject import Accepted, Beside, Subject, setting, subject_of


class Finding(NamedTuple):
    """What was found by which rule; `accepted` where it is known and meant."""

    rule: Rule
    found: Found
    accepted: Acceptance | None


class Checked(NamedTuple):
    """The findings of a catalog in the order of its files, and those that are accepted.

    `fixable` is how many of them can be put right without a doubt.
    """

    catalog: Catalog
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    fixable: int = 0

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(each.rule.severity is severity for each in self.findings)

    def passes(self, *, strict: bool = False) -> bool:
        """Tell whether nothing was found that fails the check."""
        return not (self.findings if strict else self.count(Severity.ERROR))


class Rulebook(NamedTuple):
    """Rules, each as a catalog has it: on or off, and the most that it lets pass."""

    catalog: Catalog
    rules: tuple[tuple[Rule, RuleSetting], ...]


NOTHING_BESIDE = Beside()


def check(
    catalog: Catalog,
    problems: Sequence[Problem],
    unread: Mapping[str, frozenset[str]],
    flawed: Collection[tuple[str, int, int]],
    today: str,
    beside: Beside = NOTHING_BESIDE,
    rules: Mapping[str, Rule] = RULES,
) -> Checked:
    """Hold a catalog, as far as it could be read, against every rule that is on.

    The first four arguments are what the loader's `read_catalog` gives; `today` is the date
    (ISO 8601) by which acceptances end.
    """
    subject = subject_of(catalog, problems, unread, flawed, today, beside, rules)
    accepted: list[Finding] = []
    findings: list[Finding] = []
    met: dict[Place, list[Found]] = {}
    for rule in rules.values():
        if rule is stale_acceptance.RULE:
            subject = subject._replace(stale=tuple(_stale(subject, met)))
        if not setting(catalog, rule).on:
            continue
        for found in rule.find(subject):
            remedy, acceptance = found.remedy, None
            for each in reversed(list(_accepted_on(rule, found, subject))):
                met.setdefault(each.place, []).append(found)
                names = rule.names_roles and each.on == "topic"
                lacking = gap(each.acceptance, today, found.roles, found.number, names_roles=names)
                acceptance = acceptance if lacking else each.acceptance
                remedy = lacking or remedy
            if acceptance is not None:
                accepted.append(Finding(rule, found, acceptance))
            else:
                findings.append(Finding(rule, found._replace(remedy=remedy), None))
    return Checked(
        catalog, tuple(_in_order(findings, subject)), tuple(_in_order(accepted, subject))
    )


def rulebook(catalog: Catalog, names: Sequence[str] = ()) -> Rulebook:
    """Return the rules of those names, or every rule, as the catalog has them."""
    rules = [RULES[name] for name in names or RULES]
    return Rulebook(catalog, tuple((rule, setting(catalog, rule)) for rule in rules))


def _accepted_on(rule: Rule, found: Found, subject: Subject) -> Iterator[Accepted]:
    """Yield the acceptances that a finding meets: on its statements, its topic or its role."""
    name = rule.name
    for statement in found.statements if "statement" in rule.on else ():
        if name in statement.accepted:
            yield Accepted(name, statement.accepted[name], found.place.path, "statement")
    topic, role = found.topic, found.role
    if topic is not None and "topic" in rule.on and name in topic.accepted:
        yield Accepted(name, topic.accepted[name], subject.path, "topic", topic)
    if role is not None and "role" in rule.on and name in role.accepted:
        yield Accepted(name, role.accepted[name], role.path, "role")


def _stale(subject: Subject, met: Mapping[Place, Sequence[Found]]) -> Iterator[Accepted]:
    """Yield the acceptances that cover nothing, or more than there is, where that can be told."""
    for each in subject.accepted():
        rule = subject.rules.get(each.rule)
        if rule is None or each.on not in rule.on or not setting(subject.catalog, rule).on:
            continue
        if (each.topic.id in subject.unread_topics) if each.topic else each.path in subject.unread:
            continue
        found = met.get(each.place)
        if found is None:
            yield each
            continue
        roles = {role for one in found for role in one.roles}
        number = max((one.number for one in found if one.number is not None), default=None)
        over = excess(each.acceptance, each.rule, roles, number)
        if over is not None:
            yield each._replace(excess=over)


def _in_order(findings: Sequence[Finding], subject: Subject) -> list[Finding]:
    # What stands at one place stays in the order of the rules.
    return sorted(
        findings,
        key=lambda each: (each.found.place.path != subject.path, each.found.place),
    )
