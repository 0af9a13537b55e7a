"""The rules that definitions are held against, in order: each a pure function of its subject.

What a rule is for, in words, stands in `rolecmp.rendering.rulebook`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from rolecmp.definitions.model import (
    LETTERS,
    SUMMARY,
    THRESHOLDS,
    Catalog,
    Claim,
    Role,
    Statement,
    Text,
    Topic,
)
from rolecmp.definitions.problems import Phrase, Problem, phrase
from rolecmp.definitions.shape import is_id
from rolecmp.definitions.sources.folders import CATALOG_FILE

MAX_PLACES = 20
"""Related places of one finding: more than anybody looks up, and a bound on what is printed."""

ACCOUNTABLE, RESPONSIBLE, CONSULTED, INFORMED = LETTERS


class Severity(Enum):
    """How much a finding weighs: an error fails the check, a warning only a strict one."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A place in a file, 1-based."""

    path: str
    line: int
    column: int


class Found(NamedTuple):
    """What a rule has found, and where.

    `topic`, `role` and `statements` are what it is about, on which it may be accepted; `related`
    are the other places that make it so. `source` is the text of the line, where it is known.
    """

    place: Place
    message: Phrase
    remedy: Phrase | None = None
    topic: Topic | None = None
    role: Role | None = None
    statements: tuple[Statement, ...] = ()
    related: tuple[Place, ...] = ()
    source: str = ""


class Acceptance(NamedTuple):
    """A reason given for a finding, and what it is given on."""

    rule: str
    reason: Text
    path: str
    topic: Topic | None = None


class Subject(NamedTuple):
    """What the rules look at: a catalog as far as it could be read, and what was wrong with it.

    `claims` has each topic's letters in order of the roles, `letters` the roles by topic and
    letter. `unread` has, per file with problems, the topics it may say more of than could be
    read, and `flawed` the places of texts that could not be read as they stand, so that
    nothing is found missing that is only not read. `stale` are the acceptances that met no
    finding.
    """

    catalog: Catalog
    problems: Sequence[Problem]
    unread: Mapping[str, frozenset[str]]
    flawed: Collection[tuple[str, int, int]]
    claims: Mapping[str, Sequence[tuple[Role, Statement, Claim]]]
    letters: Mapping[str, Mapping[str, Sequence[Role]]]
    unread_topics: frozenset[str]
    stale: Sequence[Acceptance] = ()

    @property
    def path(self) -> str:
        """The catalog's own file."""
        folder = self.catalog.folder
        return f"{folder}/{CATALOG_FILE}" if folder else CATALOG_FILE

    def limit(self, rule: str) -> int:
        """Give the most that a counting rule lets pass."""
        own = self.catalog.checks.get(rule)
        return THRESHOLDS[rule] if own is None else own

    def of_topic(self, topic: Topic) -> Place:
        """Give where a topic is declared."""
        return Place(self.path, topic.name.line, topic.name.column)

    def places(self, topic: str, *letters: str) -> tuple[Place, ...]:
        """Give where roles take these letters on a topic: once a role, `MAX_PLACES` at most."""
        found: dict[str, Place] = {}
        for role, _, claim in self.claims[topic]:
            if claim.letter in letters and role.id not in found:
                found[role.id] = _of_claim(role, claim)
                if len(found) == MAX_PLACES:
                    break
        return tuple(found.values())


def subject_of(
    catalog: Catalog,
    problems: Sequence[Problem],
    unread: Mapping[str, frozenset[str]],
    flawed: Collection[tuple[str, int, int]],
) -> Subject:
    """Make the subject of a check out of what the reader gave."""
    claims: dict[str, list[tuple[Role, Statement, Claim]]] = {key: [] for key in catalog.topics}
    letters: dict[str, dict[str, list[Role]]] = {
        key: {letter: [] for letter in LETTERS} for key in catalog.topics
    }
    for role in catalog.roles.values():
        for _, statement, claim in role.claims():
            known = claims.get(claim.topic)
            if known is not None:
                known.append((role, statement, claim))
                holders = letters[claim.topic][claim.letter]
                if not holders or holders[-1] is not role:
                    holders.append(role)
    unread_topics = frozenset[str]().union(*unread.values())
    return Subject(catalog, problems, unread, flawed, claims, letters, unread_topics)


# --- topics -----------------------------------------------------------------------------------


def no_accountable(subject: Subject) -> Iterator[Found]:
    """Roles are involved in a topic and none of them is accountable for it."""
    for topic, letters in _involved(subject):
        if not letters[ACCOUNTABLE]:
            involved = _ids(role for letter in LETTERS for role in letters[letter])
            yield Found(
                subject.of_topic(topic),
                phrase("no-accountable", topic=topic.id, roles=involved),
                phrase("make-one-accountable"),
                topic,
                related=subject.places(topic.id, *LETTERS),
            )


def multiple_accountable(subject: Subject) -> Iterator[Found]:
    """More than one role is accountable for a topic."""
    for key, letters in subject.letters.items():
        owners = letters[ACCOUNTABLE]
        if len(owners) > 1:
            topic = subject.catalog.topics[key]
            yield Found(
                subject.of_topic(topic),
                phrase("multiple-accountable", topic=key, roles=_ids(owners)),
                phrase("leave-one-accountable"),
                topic,
                related=subject.places(key, ACCOUNTABLE),
            )


def no_responsible(subject: Subject) -> Iterator[Found]:
    """Roles are asked or told about a topic, and none does the work.

    Whoever is accountable does the work where nobody else is named, so an owner is enough.
    """
    for topic, letters in _involved(subject):
        if not letters[ACCOUNTABLE] and not letters[RESPONSIBLE]:
            involved = _ids(role for letter in LETTERS for role in letters[letter])
            yield Found(
                subject.of_topic(topic),
                phrase("no-responsible", topic=topic.id, roles=involved),
                phrase("make-one-responsible"),
                topic,
                related=subject.places(topic.id, *LETTERS),
            )


# Per rule that counts the holders of a letter: the letter, and the remedy.
_COUNTED = {
    "too-many-responsible": (RESPONSIBLE, "too-many-responsible-remedy"),
    "too-many-consulted": (CONSULTED, "too-many-consulted-remedy"),
    "too-many-informed": (INFORMED, "too-many-informed-remedy"),
}


def _too_many(rule: str, subject: Subject) -> Iterator[Found]:
    letter, remedy = _COUNTED[rule]
    limit = subject.limit(rule)
    for key, letters in subject.letters.items():
        roles = letters[letter]
        if len(roles) > limit:
            topic = subject.catalog.topics[key]
            yield Found(
                subject.of_topic(topic),
                phrase(rule, topic=key, count=len(roles), limit=limit),
                phrase(remedy, rule=rule),
                topic,
                related=subject.places(key, letter),
            )


def accountable_and_informed(subject: Subject) -> Iterator[Found]:
    """A role decides on a topic and is told of the decision afterwards."""
    for key, letters in subject.letters.items():
        owners = {role.id for role in letters[ACCOUNTABLE]}
        both = [role for role in letters[INFORMED] if role.id in owners]
        own: dict[str, list[tuple[Statement, Claim]]] = {role.id: [] for role in both}
        for role, statement, claim in subject.claims[key] if both else ():
            if role.id in own and claim.letter in (ACCOUNTABLE, INFORMED):
                own[role.id].append((statement, claim))
        for role in both:
            mine = own[role.id]
            yield Found(
                _of_claim(role, next(claim for _, claim in mine if claim.letter == INFORMED)),
                phrase("accountable-and-informed", role=role.id, topic=key),
                phrase("drop-informed"),
                subject.catalog.topics[key],
                role,
                tuple(statement for statement, _ in mine),
                tuple(_of_claim(role, claim) for _, claim in mine if claim.letter == ACCOUNTABLE),
            )


def unused_topic(subject: Subject) -> Iterator[Found]:
    """No role has any letter on a topic."""
    for key, letters in subject.letters.items():
        # What is no id is reported as that, and can hardly be used.
        if key not in subject.unread_topics and is_id(key) and not any(letters.values()):
            topic = subject.catalog.topics[key]
            yield Found(
                subject.of_topic(topic),
                phrase("unused-topic", topic=key),
                phrase("use-or-remove"),
                topic,
            )


# --- roles ------------------------------------------------------------------------------------


def role_overloaded(subject: Subject) -> Iterator[Found]:
    """A role is accountable for more topics than one role can look after."""
    limit = subject.limit("role-overloaded")
    owned: dict[str, int] = {}
    for letters in subject.letters.values():
        for role in letters[ACCOUNTABLE]:
            owned[role.id] = owned.get(role.id, 0) + 1
    for key, count in owned.items():
        if count > limit:
            role = subject.catalog.roles[key]
            message = phrase("role-overloaded", role=key, count=count, limit=limit)
            yield Found(
                _of_role(role), message, phrase("share-topics", rule="role-overloaded"), role=role
            )


# What may keep a letter of a role from being read.
_LOSING = frozenset(
    ("unknown-topic", "unknown-letter", "unknown-key", "wrong-type", "duplicate-key", "syntax")
)


def role_idle(subject: Subject) -> Iterator[Found]:
    """A role has no letter on any topic."""
    lost = {problem.path for problem in subject.problems if problem.rule in _LOSING}
    for role in subject.catalog.roles.values():
        if subject.unread.get(role.path) or role.path in lost:
            continue
        if next(role.claims(), None) is None:
            message = phrase("role-idle", role=role.id)
            yield Found(_of_role(role), message, phrase("give-letters"), role=role)


def missing_dimension(subject: Subject) -> Iterator[Found]:
    """A role says nothing on one or more of the catalog's dimensions."""
    # A dimension that a problem is about is there, though it could not be read.
    named = {
        (problem.path, str(word))
        for problem in subject.problems
        for each in (problem.message, problem.remedy)
        if each is not None
        for value in each.args.values()
        for word in (value if isinstance(value, tuple) else (value,))
    }
    for role in subject.catalog.roles.values():
        if len(role.statements) == len(subject.catalog.dimensions):
            continue
        missing = tuple(
            key
            for key in subject.catalog.dimensions
            if key not in role.statements and (role.path, key) not in named
        )
        if not missing:
            continue
        message = phrase("missing-dimension", role=role.id, dimensions=missing)
        yield Found(_of_role(role), message, phrase("describe-or-accept"), role=role)


# --- texts ------------------------------------------------------------------------------------


def missing_translation(subject: Subject) -> Iterator[Found]:
    """A name, a summary or another single text lacks a language of the catalog."""
    for found in _untranslated(subject):
        if not found.listed:
            yield _translation(found)


def uneven_translation(subject: Subject) -> Iterator[Found]:
    """An item of a list is there in some of the catalog's languages only."""
    for found in _untranslated(subject):
        if found.listed:
            yield _translation(found)


_ENDS = " .!;。！；"


def duplicate_statement(subject: Subject) -> Iterator[Found]:
    """A role says the same sentence twice."""
    for role in subject.catalog.roles.values():
        first: dict[tuple[str, str], Statement] = {}
        for _, statement in role.sentences():
            earlier = statement
            for language, words in statement.texts.items():
                known = first.setdefault((language, words.rstrip(_ENDS).casefold()), statement)
                if known is not statement and earlier is statement:
                    earlier = known
            if earlier is not statement:
                yield Found(
                    Place(role.path, statement.line, statement.column),
                    phrase("duplicate-statement", line=earlier.line),
                    phrase("merge-statements"),
                    role=role,
                    statements=(statement,),
                    related=(Place(role.path, earlier.line, earlier.column),),
                )


# A sentence's verb stands first, behind words that do not change it. A bare "support" or
# "help" may be a noun (support tickets), and is taken for a verb only before what a noun
# would not have behind it. Whoever also decides, as a second verb says, owns indeed.
# Groups that repeat give nothing back, so that no sentence takes long.
_ENGLISH_VAGUE = (
    r"(?i)(?:[^,;:.]{1,40}, )?(?:(?:the|this) role |(?:it|they|also|always|often|sometimes|"
    r"[a-z]+ly|will|can|may|must|should|shall|has to|have to|needs? to|to|"
    r"is responsible for|responsible for) )*+"
    r"((?:supports|helps|participates|assists|tak(?:es?|ing) part)\b(?! [a-z]+ (?:is|are) )|"
    r"(?:(?:provides?|gives?|lends?|offers?) (?:support|help|assistance))\b|"
    r"(?:(?:support|help|assist)(?:ing)?|participat(?:e|ing))\b(?!.*\b(?:is|are)\b)"
    r"(?= (?:the|a|an|our|all|each|every|other|its|their|with|"
    r"in|to|sales|marketing|engineering|product|customers?|teams?)\b))"
)
_ENGLISH_AUXILIARY = (
    r"(?i)(?:[^,;:.]{1,40}, )?(?:(?:the|this) role |it |they )?"
    r"(?:will|can|may|must|should|shall|has to|have to|needs? to) "
    r"(?:[a-z]+ly |also |always )*+(support|help|participate|assist|take part)\b"
)
_ENGLISH_DECISION = (
    r"(?i)(?:\b(?:and|but|by)|[,;:]) (?:[a-z]+ly )?"
    r"(?:decid|own(?:s|ing)?\b|approv|sets?\b|setting|defin|determin|lead|choos|signs?\b)|"
    r"\b(?:is|are) (?:[a-z]+ly )?(?:decided|owned|set|approved|defined|determined|chosen)\b"
)
_CHINESE_VAGUE = (
    "(?:在[^，。]{1,12}[上中里下]|[与和跟同][^，。]{1,10}(?=一起|共同|一同)|[为对向][^，。]{1,12}(?=提供|给予))?"
    "(?:主要是?|积极|大力|全面|深入|密切|需要|应当|必须|可以|负责|全力|共同|一起|一同|全程|[也还并会要将能可须])*+"
    "((?:提供|给予)?(?:支持|支援|协助|協助|辅助|輔助|参与|參與|帮助|幫助|配合))"
    "(?!中心|率|度|者|部|组|平台|系统|工单|合同|团队|人员|力度|体系|文档|文案|服务|渠道|政策|感|热线|手册)"
)
_CHINESE_DECISION = (
    "(?:[并且，、；]|并且)(?:最终)?(?:决定|主导|制定|确定|批准|审批|牵头|負責|决策|主導|決定)|"
    "由[^，。]{0,8}(?:决定|负责|制定|确定|批准|審批|負責|決定)|拍板|说了算|定夺"
)
_VAGUE = {"en": (_ENGLISH_VAGUE, _ENGLISH_AUXILIARY), "zh": (_CHINESE_VAGUE,)}
_DECISIONS = {"en": _ENGLISH_DECISION, "zh": _CHINESE_DECISION}


def vague_ownership(subject: Subject) -> Iterator[Found]:
    """A sentence makes a role accountable, and its verb says that the role only helps."""
    for role in subject.catalog.roles.values():
        for _, statement in role.sentences():
            claims = statement.claims
            # The letters are read strongest first, so an accountable one stands first.
            if not claims or claims[0].letter != ACCOUNTABLE:
                continue
            for language, words in statement.texts.items():
                verb = _vague_verb(words, language.partition("-")[0], role)
                if verb:
                    owned = [claim for claim in claims if claim.letter == ACCOUNTABLE]
                    topics = tuple(dict.fromkeys(claim.topic for claim in owned))
                    yield Found(
                        Place(role.path, statement.line, statement.column),
                        phrase("vague-ownership", role=role.id, topics=topics, verb=verb),
                        phrase("say-what-is-decided"),
                        role=role,
                        statements=(statement,),
                        related=tuple(_of_claim(role, claim) for claim in owned),
                    )
                    break


def _vague_verb(words: str, language: str, role: Role) -> str:
    """Give the verb by which a sentence only helps, or "" where it does more."""
    if language not in _VAGUE or not _compiled(_STEMS[language]).search(words):
        return ""
    if _compiled(_DECISIONS[language]).search(words):
        return ""
    for name in (*role.name.texts.values(), *(alias.name for alias in role.aliases)):
        for subject in (name, f"The {name}"):
            if words.startswith(subject):
                words = words[len(subject) :].lstrip(" ")
    for pattern in _VAGUE[language]:
        match = _compiled(pattern).match(words)
        if match:
            return match[1]
    return ""


# One quick look that tells whether a sentence needs any of this: most do not.
_STEMS = {
    "en": "(?i)support|help|participat|assist|tak(?:es?|ing) part",
    "zh": "支[持援]|[协協辅輔]助|[参參][与與]|[帮幫]助|配合",
}


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# --- acceptances ------------------------------------------------------------------------------


def stale_acceptance(subject: Subject) -> Iterator[Found]:
    """A finding is accepted that is not there."""
    for each in subject.stale:
        yield Found(
            Place(each.path, each.reason.line, each.reason.column),
            phrase("stale-acceptance", rule=each.rule),
            phrase("delete-it"),
        )


# --- what the reader reports ------------------------------------------------------------------


def _reported(rule: str, subject: Subject) -> Iterator[Found]:
    for problem in subject.problems:
        if problem.rule == rule:
            place = Place(problem.path, problem.line, problem.column)
            yield Found(place, problem.message, problem.remedy, source=problem.source)


# --- the registry -----------------------------------------------------------------------------


class Rule(NamedTuple):
    """A rule: its name, how much it weighs, what finds it, and where it comes from."""

    name: str
    severity: Severity
    find: Callable[[Subject], Iterator[Found]]
    source: str = ""


# What cannot be trusted is an error whatever the catalog says of it. In the order in which a
# file is taken apart: the file, its characters, YAML, the shape, the content.
_OF_THE_READER = (
    "unreadable", "not-a-file", "outside-link", "limit", "empty-file",
    "encoding", "control-character", "conflict-marker",
    "tab", "syntax", "full-width-colon", "full-width-comma", "unquoted-text",
    "anchor", "alias", "merge-key", "tag", "several-documents", "duplicate-key",
    "unsupported-version", "missing-key", "unknown-key", "wrong-type", "empty-text", "bad-id",
    "unknown-language", "unknown-letter", "unknown-topic", "name-clash", "pair-unknown-role",
)  # fmt: skip

PMBOK = "PMBOK Guide, 6th ed., section 9.1.2.2"
CHARTING = "M. L. Smith, J. Erwin: Role & Responsibility Charting (RACI)"
YAML = "YAML 1.2.2"
UNICODE = "The Unicode Standard, sections 23.1 and 23.2"
_SOURCES: Mapping[str, str] = {
    **dict.fromkeys(("tab", "syntax", "duplicate-key", "unquoted-text"), YAML),
    "control-character": UNICODE,
    "unknown-language": "BCP 47",
}

_ERROR, _WARNING = Severity
_RULES = (
    *(
        Rule(name, _ERROR, functools.partial(_reported, name), _SOURCES.get(name, ""))
        for name in _OF_THE_READER
    ),
    Rule("no-accountable", _ERROR, no_accountable, PMBOK),
    Rule("multiple-accountable", _ERROR, multiple_accountable, PMBOK),
    Rule("no-responsible", _WARNING, no_responsible, CHARTING),
    *(Rule(name, _WARNING, functools.partial(_too_many, name), CHARTING) for name in _COUNTED),
    Rule("accountable-and-informed", _ERROR, accountable_and_informed, CHARTING),
    Rule("role-overloaded", _WARNING, role_overloaded, CHARTING),
    Rule("role-idle", _WARNING, role_idle, CHARTING),
    Rule("unused-topic", _WARNING, unused_topic),
    Rule("missing-translation", _ERROR, missing_translation),
    Rule("uneven-translation", _ERROR, uneven_translation),
    Rule("duplicate-statement", _WARNING, duplicate_statement),
    Rule("vague-ownership", _WARNING, vague_ownership, CHARTING),
    Rule("missing-dimension", _WARNING, missing_dimension),
    Rule("stale-acceptance", _WARNING, stale_acceptance),
)
RULES: Mapping[str, Rule] = {rule.name: rule for rule in _RULES}
"""Every rule by its name, in the order in which findings at one place are given."""


# --- shared pieces ----------------------------------------------------------------------------


def _involved(subject: Subject) -> Iterator[tuple[Topic, Mapping[str, Sequence[Role]]]]:
    """Yield the topics that roles have letters on, where every letter on them was read."""
    for key, letters in subject.letters.items():
        if key not in subject.unread_topics and any(letters.values()):
            yield subject.catalog.topics[key], letters


def _ids(roles: Iterator[Role] | Sequence[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.id for role in roles))


def _of_role(role: Role) -> Place:
    return Place(role.path, role.name.line, role.name.column)


def _of_claim(role: Role, claim: Claim) -> Place:
    return Place(role.path, claim.line, claim.column)


class _Untranslated(NamedTuple):
    """A text that lacks languages; `listed` where it is an item of a list."""

    place: Place
    key: str
    missing: tuple[str, ...]
    listed: bool
    topic: Topic | None = None
    role: Role | None = None
    statements: tuple[Statement, ...] = ()


def _untranslated(subject: Subject) -> Iterator[_Untranslated]:
    catalog = subject.catalog
    languages = catalog.languages
    count = len(languages)
    if count < 2:
        return

    def missing(texts: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(language for language in languages if language not in texts)

    for key, text, listed, topic in _catalog_texts(catalog):
        place = Place(subject.path, text.line, text.column)
        if 0 < len(text.texts) < count and place not in subject.flawed:
            yield _Untranslated(place, key, missing(text.texts), listed, topic)
    for role in catalog.roles.values():
        for key, each in role.texts():
            if 0 < len(each.texts) < count:
                place = Place(role.path, each.line, each.column)
                if place in subject.flawed:
                    continue
                statements = (each,) if isinstance(each, Statement) else ()
                listed = key == "notes" or (bool(statements) and key != SUMMARY)
                yield _Untranslated(place, key, missing(each.texts), listed, None, role, statements)


def _catalog_texts(catalog: Catalog) -> Iterator[tuple[str, Text, bool, Topic | None]]:
    """Yield each text of the catalog's own file: its key, and whether it is a list's item."""
    for key, text in (("title", catalog.title), ("source", catalog.source)):
        if text is not None:
            yield key, text, False, None
    for key, name in catalog.dimensions.items():
        if name.line:  # one of the default stands in no file
            yield key, name, False, None
    for topic in catalog.topics.values():
        yield topic.id, topic.name, False, topic
        for rule, reason in topic.accepted.items():
            yield rule, reason, False, topic
    for pair in catalog.pairs:
        if pair.difference is not None:
            yield "difference", pair.difference, False, None
        for text in pair.together:
            yield "together", text, True, None


def _translation(found: _Untranslated) -> Found:
    key = found.key
    return Found(
        found.place,
        phrase(
            "uneven-translation" if found.listed else "missing-translation",
            key=key,
            missing=found.missing,
        ),
        phrase("add-translation", missing=found.missing),
        found.topic,
        found.role,
        found.statements,
    )
