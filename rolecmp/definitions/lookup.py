"""What a person meant by the words that name a role, a topic or a dimension.

The first step that gives anything decides: the name as it is written; the name written in
another way (traditional characters, a remark in brackets); the name within a question ("who
decides the price"); the one name that the words are a part of. What nothing fits is met with
the names nearest to it. `names.normal_form` is what counts as writing a name the same way.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rolecmp.definitions.model import Catalog, Role, Text, Topic
from rolecmp.definitions.names import normal_form
from rolecmp.definitions.once import once
from rolecmp.definitions.problems import Phrase, QuestionError, phrase

Named = Role | Topic


class Match(NamedTuple):
    """A name that words were found to mean: whose it is, and as the catalog writes it.

    `language` is the code of the language that the name is in, None where that says nothing,
    as of an id in Latin letters.
    """

    id: str
    name: str
    language: str | None


class Understood(NamedTuple):
    """What words mean. With exactly one match they are answered, else they are not.

    `plain` tells that the words are a name as it is written, so that nothing need be said of
    how they were understood. `near` are names that the words may be a slip of, nearest first,
    where nothing matches.
    """

    asked: str
    matches: tuple[Match, ...]
    plain: bool = False
    near: tuple[Match, ...] = ()

    @property
    def id(self) -> str | None:
        """What is meant, where it is one thing."""
        return self.matches[0].id if len(self.matches) == 1 else None


# What Chinese asks with before and behind a name, and English around one. Only what leaves a
# whole name when it is taken away is taken away.
_CHINESE = """
请问 到底 究竟 应该 应当 现在 我们 咱们 公司 公司里 关于 谁 谁来 由谁 归谁 找谁 问谁 是谁 该谁 让谁
哪个 哪位 哪个角色 哪个部门 哪个岗位 什么角色 什么人 角色 部门 岗位 归 由 来 负责 主要负责 主责 牵头
主导 决定 拍板 说了算 做主 作主 管 定 做 写 谈 的 是 权 决定权 决策权 负责人 归属 归口 这件事 这事
这块 事情 事 一下 工作 应 该 属于 有权 能 可以 要 找 问 怎么定 谁定 吗 呢 啊 呀 吧 么
"""
_ENGLISH = """
who whom whose what which role roles person team's dri own owns owned owner owners ownership decide
decides decided decider deciding decision decisions set sets setting is are was be in charge
responsible accountable responsibility for of on over about at by the a an our my your we do does
doing done make makes making manage manages managing run runs running lead leads handle handles
handling should has have gets to final last say says please tell me approve approves approving sign
signs off drive drives write writes define defines determine determines call calls shots s work
"""
ASKING_CHINESE = tuple(_CHINESE.split())
ASKING_ENGLISH = frozenset(_ENGLISH.split())
_BRACKETS = re.compile(r"^(?P<name>[^()\[\]【】「」]*)[(\[【「](?P<remark>[^()\[\]]*)[)\]】」]$")
# What stands between two names.
_AND = r"[,，、;；/+&|]|和|与|跟|同|对比|比|vs\.?(?!\w)"
_BETWEEN = re.compile(rf"{_AND}|versus|and|with|to", re.IGNORECASE)
_QUOTES = "\"'`“”‘’«»「」『』《》〈〉"
# The languages that are written in a script other than Latin, the telling scripts first.
_SCRIPTS = (
    ("[\u3040-\u30ff]", ("ja",)),
    ("[\uac00-\ud7af]", ("ko",)),
    ("[\u0400-\u04ff]", ("ru", "uk", "bg", "sr", "mk", "be")),
    ("[\u3400-\u9fff\uf900-\ufaff]", ("zh", "ja")),
)


class Names:
    """The names of the roles or topics of a catalog, to be found by what people type."""

    def __init__(self, names: Iterable[Match]) -> None:
        # A name says more than the id that is written like it: which language it is in.
        self._names = tuple(sorted(names, key=lambda each: each.language is None))
        self._written: dict[str, Match] = {}
        for match in self._names:
            self._written.setdefault(normal_form(match.name), match)
        self._ids = {match.id: match for match in self._names if match.id == match.name}

    def find(self, asked: str) -> Understood:
        """Return what `asked` means."""
        form = normal_form(asked)
        exact = self._ids.get(asked) or self._written.get(form)
        if exact is not None:
            return Understood(asked, (exact,), plain=True)
        if not form:
            return Understood(asked, ())
        for step in (self._otherwise_written, self._asked_about, self._part_of):
            found = step(asked)
            if found:
                return Understood(asked, found)
        return Understood(asked, (), near=self._near(asked))

    def find_all(self, asked: Sequence[str]) -> tuple[Understood, ...]:
        """Return what each of `asked` means, or all of them as one name where they are one.

        So that a name of two words need not be put in quotes.
        """
        found = tuple(self.find(each) for each in asked)
        if len(asked) > 1 and not all(each.plain for each in found):
            whole = self.find(" ".join(asked))
            part_of_many = not whole.plain and self._part_of(whole.asked) == whole.matches
            if whole.id is not None and not part_of_many:
                return (whole,)
        return found

    def split(self, asked: str) -> tuple[str, ...]:
        """Return the names in one word, as in "pm,pmm" or "产品经理和销售经理"; else that word."""
        if self.find(asked).plain:
            return (asked,)
        parts = re.split(rf"\s*(?:{_AND})\s*", asked, flags=re.IGNORECASE)
        if len(parts) > 1 and all(self.find(part).id is not None for part in parts):
            return tuple(parts)
        return (asked,)

    # --- the steps ---------------------------------------------------------------------------

    def _otherwise_written(self, asked: str) -> tuple[Match, ...]:
        loose = self._loose()
        return _distinct(match for form in _loosened(asked) for match in loose.get(form, ()))

    def _asked_about(self, asked: str) -> tuple[Match, ...]:
        loose = self._loose()
        for length in _shorter(folded(asked)):
            found = _distinct(match for form in length for match in loose.get(form, ()))
            if found:
                return found
        return ()

    def _part_of(self, asked: str) -> tuple[Match, ...]:
        """Return the names in which the words stand, whole words first, else beginnings of words.

        Where words have no spaces between them, as in Chinese, any place will do.
        """
        for form in dict.fromkeys(_loosened(asked)):
            if form.isascii():
                patterns = [rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])"]
                patterns.append(rf"(?<![a-z0-9]){re.escape(form)}")
            else:
                patterns = [re.escape(form)]
            if len(form) < (3 if form.isascii() else 1):
                continue
            for pattern in patterns:
                found = _distinct(
                    match for match in self._names if re.search(pattern, folded(match.name))
                )
                if found:
                    return found
        return ()

    def _near(self, asked: str) -> tuple[Match, ...]:
        form = folded(asked)
        scored: dict[str, tuple[float, Match]] = {}
        for match in self._names:
            score = _likeness(form, folded(match.name))
            if score > scored.get(match.id, (0.0, match))[0]:
                scored[match.id] = (score, match)
        best = sorted(scored.values(), key=lambda each: -each[0])
        return tuple(match for _, match in best[:3])

    def _loose(self) -> Mapping[str, Sequence[Match]]:
        found: dict[str, list[Match]] = {}
        for match in self._names:
            for form in _loosened(match.name):
                found.setdefault(form, []).append(match)
        return found


class Found(NamedTuple):
    """The roles that words name, in the order of the words, and how each word was understood."""

    roles: tuple[Role, ...]
    understood: tuple[Understood, ...]


@once
def role_names(catalog: Catalog) -> Names:
    """Return the names of a catalog's roles."""
    return Names(names_in(catalog.roles.values(), catalog.languages))


@once
def topic_names(catalog: Catalog) -> Names:
    """Return the names of a catalog's topics."""
    return Names(names_in(catalog.topics.values(), catalog.languages))


def find_roles(catalog: Catalog, asked: Sequence[str]) -> Found:
    """Return the roles that `asked` names; raises `QuestionError` where a word names no one role.

    The error tells of every such word: the roles that it may mean, those that are called
    nearly so, or that it is the name of a topic.
    """
    names = role_names(catalog)
    understood = tuple(names.find(each) for each in asked)
    lines: list[Phrase] = []
    for each in understood:
        if each.id is not None:
            continue
        if each.matches:
            lines.append(phrase("role-matches", name=each.asked, count=len(each.matches)))
            lines += [phrase("name-match", id=match.id, title=match.name) for match in each.matches]
            continue
        topic = topic_names(catalog).find(each.asked)
        near = () if topic.plain else shown(each.near)
        lines.append(phrase("unknown-role", name=each.asked, near=near, source=""))
        if topic.plain:
            lines.append(phrase("is-a-topic", name=each.asked, id=topic.matches[0].id))
    if lines:
        known = tuple(catalog.roles)[:12]
        remedy = phrase("see-list", roles=known) if known else None
        raise QuestionError("unknown-role", lines[0], remedy, lines[1:])
    return Found(tuple(catalog.roles[each.matches[0].id] for each in understood), understood)


def shown(matches: Iterable[Match]) -> tuple[str, ...]:
    """Return names for a message, each with the id that stands for it on every keyboard."""
    return tuple(
        f"`{match.id}`" if match.id == match.name else f"`{match.id}` ({match.name})"
        for match in matches
    )


def may_name_several(word: str) -> bool:
    """Tell whether there may be several names in one word, as in pm,pmm."""
    return re.search(_AND, word, re.IGNORECASE) is not None


def split_roles(catalog: Catalog, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the names of roles in `asked`, without the words between them (pm vs pmm)."""
    names = role_names(catalog)
    parts = [part for each in asked for part in names.split(each)]
    between = [part for part in parts if _BETWEEN.fullmatch(part) and not names.find(part).plain]
    return tuple(part for part in parts if part not in between) if len(asked) > 2 else tuple(parts)


def names_in(things: Iterable[Named], languages: Sequence[str]) -> Iterator[Match]:
    """Yield every name of roles or topics: the id, the name in each language, the aliases."""
    for thing in things:
        yield Match(thing.id, thing.id, _of_script(thing.id, languages, latin=False))
        yield from (Match(thing.id, name, code) for code, name in thing.name.texts.items() if name)
        for alias in thing.aliases:
            yield Match(thing.id, alias.name, _of_script(alias.name, languages, latin=True))


def texts_in(texts: Mapping[str, Text]) -> Iterator[Match]:
    """Yield the names of things that have no more than an id and a name, as dimensions do."""
    for key, text in texts.items():
        yield Match(key, key, None)
        yield from (Match(key, name, code) for code, name in text.texts.items())


def find_dimension(texts: Mapping[str, Text], asked: str) -> Understood:
    """Return the dimension that `asked` means, by a name, a part of one, or a character of one.

    There are only a few, so that one character in common tells which (职责 for 责任).
    """
    names = Names(texts_in(texts))
    found = names.find(asked)
    if found.matches or asked.isascii():
        return found
    sharing = _distinct(
        match for match in texts_in(texts) if set(folded(match.name)) & set(folded(asked))
    )
    return found._replace(matches=sharing) if len(sharing) == 1 else found


def language_of(understood: Iterable[Understood]) -> str | None:
    """Return the language that all the words were asked in, None where they do not agree."""
    languages = {match.language for each in understood for match in each.matches[:1]}
    languages.discard(None)
    return languages.pop() if len(languages) == 1 else None


def _of_script(name: str, languages: Sequence[str], *, latin: bool) -> str | None:
    """Return the one language of a catalog that is written in the script of `name`."""
    codes: tuple[str, ...] = ()
    for pattern, written in _SCRIPTS:
        if re.search(pattern, name):
            codes = tuple(code for code in languages if code.partition("-")[0] in written)
            break
    else:
        if latin and re.search("[A-Za-z]", name):
            others = {base for _, written in _SCRIPTS for base in written}
            codes = tuple(code for code in languages if code.partition("-")[0] not in others)
    return codes[0] if len(codes) == 1 else None


def folded(name: str) -> str:
    """Return the normal form of a name with its traditional characters made simplified."""
    return normal_form(name).translate(traditional())


@cache
def traditional() -> Mapping[int, int]:
    """Return the simplified character of each traditional one, both as code points."""
    path = os.path.join(os.path.dirname(__file__), "traditional.txt")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    traditional, simplified = (line for line in text.splitlines() if not line.startswith("#"))
    return str.maketrans(traditional, simplified)


def _loosened(name: str) -> Iterator[str]:
    """Yield the forms of a name without quotes, and with and without a remark in brackets."""
    bare = normal_form(name).strip(_QUOTES).strip("?!。,.").strip("-")
    yield folded(bare)
    bracketed = _BRACKETS.match(bare)
    if bracketed:
        for part in (bracketed["name"], bracketed["remark"]):
            if folded(part.strip(_QUOTES)):
                yield folded(part.strip(_QUOTES))


def _shorter(form: str) -> Iterator[list[str]]:
    """Yield what is left of a question without the words that only ask, the longest first.

    `form` is a folded normal form; what comes out are such forms, those of one length at a time.
    """
    form = re.sub(r"[?!。,.:;「」“”\"'《》]", "", form).strip("-")
    found = {form}
    waiting = {form}
    while waiting:
        shorter = {rest for each in waiting for rest in _without_one(each)} - found - {""}
        found |= shorter
        waiting = shorter
        if len(found) > 2_000:  # a sentence of nothing but such words
            break
    for length in sorted({len(each) for each in found}, reverse=True):
        yield sorted(each for each in found if len(each) == length)


def _without_one(form: str) -> Iterator[str]:
    first, _, after = form.partition("-")
    before, _, last = form.rpartition("-")
    if first in ASKING_ENGLISH:
        yield after
    if last in ASKING_ENGLISH:
        yield before
    if not form.isascii():
        for word in ASKING_CHINESE:
            if form.startswith(word):
                yield form[len(word) :].strip("-")
            if form.endswith(word):
                yield form[: -len(word)].strip("-")


def _likeness(asked: str, name: str) -> float:
    """Return how near a name is to what was asked, from 0 (not at all) to 1.

    Latin letters are compared as a run of them (`difflib`), where six in ten must agree. A
    Chinese character is about a syllable and most words have two, so that there one in two
    must stand at its place; a name that stands whole within the words is near as well.
    """
    from difflib import SequenceMatcher

    if asked.isascii() != name.isascii():
        return 0.0
    if asked.isascii():
        ratio = SequenceMatcher(None, asked, name).ratio()
        return ratio if ratio >= 0.6 else 0.0
    if name in asked and len(name) > 1:
        return 0.9
    same = sum(a == b for a, b in zip(asked, name, strict=False))
    same = max(same, sum(a == b for a, b in zip(reversed(asked), reversed(name), strict=False)))
    blocks = SequenceMatcher(None, asked, name).get_matching_blocks()
    same = max(same, sum(block.size for block in blocks if block.size > 1))
    share = 2 * same / (len(asked) + len(name))
    return share if share >= 0.5 else 0.0


def _distinct(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return one match a thing, the first of each."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.id, match)
    return tuple(found.values())
