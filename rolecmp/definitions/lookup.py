"""What a person meant by the words that name a role, a topic or a dimension.

The first step that gives anything decides: the name as it is written; the name written in
another way (traditional characters, a remark in brackets); the name within a question ("who
decides the price"); the one name that the words are a part of. What nothing fits is met with
the names nearest to it. `names.normal_form` is what counts as writing a name the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple, TypeVar

from rolecmp.definitions.model import Catalog, Role, Text, Topic
from rolecmp.definitions.names import Match, Near, folded, is_part, normal_form, spoken_in
from rolecmp.definitions.once import once
from rolecmp.definitions.problems import Phrase, QuestionError, phrase

Named = Role | Topic
_Thing = TypeVar("_Thing")


class Understood(NamedTuple):
    """What words mean. With exactly one match they are answered, else they are not.

    `plain` tells that the words are a name as it is written, so that nothing need be said of
    how they were understood. `near` are names that the words may be a slip of, nearest first,
    where nothing matches. `only_asks` tells that the words ask, and name nothing.
    """

    asked: str
    matches: tuple[Match, ...]
    plain: bool = False
    near: tuple[Match, ...] = ()
    only_asks: bool = False

    @property
    def id(self) -> str | None:
        """What is meant, where it is one thing."""
        return self.matches[0].id if len(self.matches) == 1 else None


# What Chinese and English ask with, around a name.
_CHINESE = """
请 请问 到底 究竟 应该 应当 现在 目前 一般 通常 平时 最终 最后 我 我们 咱们 你 你们 公司 公司里
想 知道 想知道 帮 查 看 告诉 关于 有关 这 那 这个 那个 产品的 什么 什么时候 谁 哪 哪个 哪位
哪些 角色 部门 岗位 团队 人 归 由 来 让 该 应 在 负责 承担 主责 牵头 主导 决定 拍板 说了算
做主 作主 管 管理 定 制定 做 写 谈 聊 对接 联系 的 是 权 决定权 决策权 话语权 负责人 责任人
归属 归口 职责 这件事 这事 这块 那块 方面 事情 事 一下 一 下 工作 属于 有权 有 有没有 能 可以
会 要 找 去 问 怎么 怎样 分别 各 各自 都 还是 或者 或 和 与 跟 同 对 比 对比 区别 不同 差别
差异 之间 分工 吗 呢 啊 呀 吧 么 了 得 给 是不是 是否
"""
_ENGLISH = """
who whom whose what which where how role roles person people team contact point dri own owns owned
owner owners ownership decide decides decided decider deciding decision decisions set sets setting
is are was be being in charge responsible accountable responsibility accountability raci for of on
over about around at by the a an any our my your their this that we us i they it you d s re ll do
does did doing done make makes making manage manages managing run runs running lead leads leading
handle handles handling take takes taking care look looks looking after talk talks speak ask asks
asking reach out go goes to with should would could can will must shall has have had gets get
final right best anyone anybody someone somebody manager department function company up last say
says please tell me know want need there here approve approves approving sign signs off drive
drives driving write writes define defines determine determines call calls shots work works
working job task between difference differences compare versus vs and or
"""
# These patterns are compiled when they are first used: a name as it is written needs none.
_BRACKETS = r"^(?P<name>[^()\[\]【】「」]*)[(\[【「](?P<remark>[^()\[\]]*)[)\]】」]$"
# What stands between two names.
_AND = (
    r"(?i)\s*(?:[,，、;；/+&|]|和|与|跟|同|还是|对比|比|\b(?:vs\.?|versus|and|or|with|to)(?!\w))\s*"
)
_QUOTES = "\"'`“”‘’«»「」『』《》〈〉"
# Where a verb stands, whatever it is: behind the word that asks who, and what helps a verb.
VERB_BEFORE = (
    r"(?:(?:^|-)who(?:-(?:s|is|are|will|would|should|can|could|must|has|have|to))*-|"
    r"谁(?:来|去|在|会|该|应该|应当|要|能|可以|有权|一般|最终)*)$"
)
# No verb is what denies one: who does not decide is another question, which has no answer here.
VERB = r"^(?!-?(?:not|never|no|nt|t)-?$|.*[不没无未非别勿])(?:-?[a-z]+-?|[^\x00-\x7f]{1,2})$"
_MOST_ASKED = 500


class Names:
    """The names of the roles or topics of a catalog, to be found by what people type.

    `beside` are names of what else may occur in a question about them.
    """

    def __init__(self, names: Iterable[Match], beside: Iterable[Match] = ()) -> None:
        # A name says more than the id that is written like it: which language it is in.
        self._names = tuple(sorted(names, key=lambda each: each.language is None))
        self._beside = beside
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
        otherwise_written = self._called(_loosened(asked))
        if otherwise_written:
            return Understood(asked, otherwise_written)
        named, left = self._taken_apart(asked)
        if named and not left:
            return Understood(asked, named)
        whole = folded(asked)
        parts = left or (whole,)
        # One character of a question says too little, and says enough where it is all of it.
        enough = parts[0].isascii() or len(parts[0]) > 1 or parts[0] == whole
        found = self._containing(parts[0]) if enough and not named else ()
        if found:
            return Understood(asked, found)
        steps = (map(self._near, (*parts, whole)), map(self._containing, parts[:0:-1]))
        near = named or next(filter(None, chain(*steps)), ())
        return Understood(asked, (), near=near[:3], only_asks=not left)

    def named(self, asked: str) -> tuple[Match, ...]:
        """Return what `asked` names where it does no more than to ask for that."""
        named, left = self._taken_apart(asked)
        return () if left else named

    def parts(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Return the words that name one thing each: pm and pmm of "pm vs pmm", or of "pm,pmm".

        A name of several words need not be in quotes. What is not understood is left as typed.
        """
        found = tuple(part for each in asked for part in self.split(each))
        if len(asked) > 1 and not all(self.find(each).plain for each in asked):
            joined = self.split(" ".join(asked))
            if all(self.find(each).id is not None for each in joined):
                return joined
        return found

    def split(self, asked: str) -> tuple[str, ...]:
        """Return the names in one text, as in "pm,pmm" or "产品经理和销售经理"; else that text."""
        if self.find(asked).id is None:
            parts = [part for part in re.split(_AND, asked) if part]
            if len(parts) > 1 and any(map(self._is_one, parts)):
                return tuple(parts)
        return (asked,)

    def _is_one(self, part: str) -> bool:
        """Tell whether a part names one thing; one character does only where it is a name.

        What is split may be a word: 意 of 同意 names nothing.
        """
        found = self.find(part)
        return found.plain or (found.id is not None and len(part) > 1)

    # --- the steps ---------------------------------------------------------------------------

    def _called(self, forms: Iterable[str]) -> tuple[Match, ...]:
        return _distinct(match for form in forms for match in self._loose.get(form, ()))

    def _taken_apart(self, asked: str) -> tuple[tuple[Match, ...], tuple[str, ...]]:
        """Return what is named in a question, and what is left of it that does not only ask.

        As little as can be is left over, and as much as can be is taken for names. A word that
        stands where the verb does is one. Of several pieces that are left, all from the first
        to the last come first.
        """
        form = re.sub("['’]", "-", folded(asked))[:_MOST_ASKED]
        best = [((0, 0), 0, _ASKS)]  # up to each character: the cost, and the last piece
        for end in range(1, len(form) + 1):
            before = best[end - 1][0]
            choices = [((before[0] + 1, before[1]), end - 1, _LEFT)]
            for start in range(max(0, end - self._longest), end):
                kind = self._kind(form, start, end)
                if kind != _LEFT:
                    over, unnamed = best[start][0]
                    length = end - start if kind == _NAMES else 0
                    choices.append(((over, unnamed - length), start, kind))
            best.append(min(choices, key=lambda each: each[0]))
        pieces: list[tuple[int, int, int]] = []
        end = len(form)
        while end:
            _, start, kind = best[end]
            if pieces and kind == pieces[-1][0] == _LEFT:
                pieces[-1] = (kind, start, pieces[-1][2])
            else:
                pieces.append((kind, start, end))
            end = start
        pieces.reverse()
        named = self._called(form[start:end] for kind, start, end in pieces if kind == _NAMES)
        unknown = [(start, end) for kind, start, end in pieces if kind == _LEFT]
        left = [each for each in unknown if not _is_verb(form, *each)]
        if not named and not left:
            beside = [(start, end) for kind, start, end in pieces if kind == _BESIDE]
            left = unknown or beside
        if len(left) > 1:
            left.insert(0, (left[0][0], left[-1][1]))
        return named, tuple(form[start:end].strip("-") for start, end in left)

    def _kind(self, form: str, start: int, end: int) -> int:
        for at in (start, end):
            if 0 < at < len(form) and _LATIN.match(form[at - 1]) and _LATIN.match(form[at]):
                return _LEFT
        piece = form[start:end]
        if piece in self._loose:
            return _NAMES
        if piece in asking() or not (piece.isalnum() or len(piece) > 1):
            return _ASKS
        return _BESIDE if piece in self._others else _LEFT

    def _containing(self, form: str) -> tuple[Match, ...]:
        if form.isascii() and len(form) < 3:
            return ()
        return _distinct(
            containing(form, [(match, (folded(match.name),)) for match in self._names])
        )

    def _near(self, form: str) -> tuple[Match, ...]:
        return Near(self._names)(form)

    @cached_property
    def _loose(self) -> Mapping[str, Sequence[Match]]:
        found: dict[str, list[Match]] = {}
        for match in self._names:
            for form in _loosened(match.name):
                found.setdefault(form, []).append(match)
        return found

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(form for match in self._beside for form in _loosened(match.name))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, (*self._loose, *self._others, *asking())))


# What a piece of a question does.
_NAMES, _BESIDE, _ASKS, _LEFT = range(4)
_LATIN = re.compile("[a-z0-9]")


@cache
def asking() -> frozenset[str]:
    """Return the words that only ask, folded."""
    return frozenset(map(folded, (_ENGLISH + _CHINESE).split()))


def _is_verb(form: str, start: int, end: int) -> bool:
    # The first character of a verb may be a word that asks: 跟 of 跟进.
    return any(
        re.search(VERB, form[at:end]) and re.search(VERB_BEFORE, form[:at])
        for at in (start, max(start - 1, 0))
    )


def containing(form: str, things: Sequence[tuple[_Thing, Sequence[str]]]) -> tuple[_Thing, ...]:
    """Return the things in one of whose folded texts `form` stands, else begins a word."""
    for beginning in (False, True):
        found = tuple(
            thing
            for thing, texts in things
            if any(is_part(form, text, beginning=beginning) for text in texts)
        )
        if found:
            return found
    return ()


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
    return Names(
        names_in(catalog.topics.values(), catalog.languages),
        beside=names_in(catalog.roles.values(), catalog.languages),
    )


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
        if each.only_asks:
            lines.append(phrase("name-a-role"))
            continue
        if each.matches:
            lines.append(phrase("role-matches", name=each.asked, count=len(each.matches)))
            lines += match_lines(each.matches)
            continue
        topics = topic_names(catalog).named(each.asked)
        near = () if topics else shown(each.near)
        lines.append(phrase("unknown-role", name=each.asked, near=near, source=""))
        if topics:
            lines.append(phrase("is-a-topic", name=each.asked, id=topics[0].id))
    if lines:
        known = tuple(catalog.roles)[:12]
        listed = not known or lines[0].key == "role-matches"
        remedy = None if listed else phrase("see-list", roles=known)
        raise QuestionError("unknown-role", lines[0], remedy, lines[1:])
    return Found(tuple(catalog.roles[each.matches[0].id] for each in understood), understood)


def shown(matches: Iterable[Match]) -> tuple[str, ...]:
    """Return names for a message, each with the id that stands for it on every keyboard."""
    return tuple(
        f"`{match.id}`" if match.id == match.name else f"`{match.id}` ({match.name})"
        for match in matches
    )


def match_lines(matches: Sequence[Match]) -> list[Phrase]:
    """Return a line for each of the things that words may mean."""
    return [
        phrase("name-match", title=match.name, id="" if match.id == match.name else match.id)
        for match in matches
    ]


def may_name_several(word: str) -> bool:
    """Tell whether there may be several names in one word, as in pm,pmm."""
    return re.search(_AND, word) is not None


def names_in(things: Iterable[Named], languages: Sequence[str]) -> Iterator[Match]:
    """Yield every name of roles or topics: the id, the name in each language, the aliases."""
    for thing in things:
        yield Match(thing.id, thing.id, spoken_in(thing.id, languages))
        yield from (Match(thing.id, name, code) for code, name in thing.name.texts.items() if name)
        for alias in thing.aliases:
            yield Match(thing.id, alias.name, spoken_in(alias.name, languages, latin=True))


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


def language_of(understood: Iterable[Understood], languages: Sequence[str]) -> str | None:
    """Return which of `languages` all the words were asked in, None where they do not agree.

    It is that of the name they were understood as, else the one that their script tells, as
    where a name in Latin letters is asked for in Chinese (PRD 谁写).
    """
    found: set[str | None] = set()
    for each in understood:
        told = spoken_in(each.asked, languages)
        named = each.id is not None and not (told and each.matches[0].name.isascii())
        found.add(each.matches[0].language if named else told)
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _loosened(name: str) -> Iterator[str]:
    """Yield the forms of a name without quotes, and with and without a remark in brackets."""
    bare = normal_form(name).strip(_QUOTES).strip("?!。,.").strip("-")
    yield folded(bare)
    bracketed = re.match(_BRACKETS, bare)
    if bracketed:
        for part in (bracketed["name"], bracketed["remark"]):
            if folded(part.strip(_QUOTES)):
                yield folded(part.strip(_QUOTES))


def _distinct(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return one match a thing, the first of each."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.id, match)
    return tuple(found.values())
