"""The catalog accepts or sets a rule that there is not, or where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import nearest, phrase
from rolecmp.questions.rule import Found, Place, Rule, Severity

if TYPE_CHECKING:
    from rolecmp.questions.subject import Subject


def _find(subject: Subject) -> Iterator[Found]:
    for each in subject.accepted():
        rule = subject.rules.get(each.rule)
        if rule is None:
            yield _unknown(subject, each.place, each.rule)
        elif each.on not in rule.on:
            message = phrase("not-accepted-here", rule=rule.name, on=each.on)
            remedy = (
                phrase("accept-on", on=rule.on) if rule.on else phrase("switch-off", rule=rule.name)
            )
            yield Found(each.place, message, remedy)
    for name, setting in subject.catalog.checks.items():
        place = Place(subject.path, setting.line, setting.column)
        rule = subject.rules.get(name)
        if rule is None:
            yield _unknown(subject, place, name)
        elif not rule.optional:
            yield Found(place, phrase("rule-stays-on", rule=name), phrase("delete-it"))
        elif setting.at_most is not None and rule.at_most is None:
            yield Found(place, phrase("counts-nothing", rule=name), phrase("write-on-or-off"))


def _unknown(subject: Subject, place: Place, name: str) -> Found:
    near = nearest(name, [rule.name for rule in subject.rules.values() if rule.optional])
    remedy = phrase("did-you-mean", near=near) if near else phrase("see-rules")
    return Found(place, phrase("unknown-rule", name=name), remedy)


RULE = Rule("unknown-rule", Severity.ERROR, _find, optional=False)
