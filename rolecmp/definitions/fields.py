"""The fields of a definition file: a method a kind of `rolecmp.definitions.shape`.

Each reads a node of the tree and reports what is wrong at its position, with what was meant.
What is as it should be is looked at first and takes the short branch of the same way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rolecmp.definitions import shape, slips
from rolecmp.definitions.model import (
    LETTERS,
    NOTHING,
    Acceptance,
    Ask,
    Claim,
    Name,
    Reference,
    Statement,
    Text,
)
from rolecmp.definitions.names import Known, Topics, index_of_texts, normal_form
from rolecmp.definitions.problems import Edit, Phrase, nearest, phrase
from rolecmp.definitions.shape import (
    ACCEPTANCE,
    STATEMENT,
    Shape,
    is_day,
    is_id,
    is_language,
    whole_number,
)

if TYPE_CHECKING:
    from rolecmp.definitions.reader import Entries, Node, Reading

_WIDE_BRACKETS = tuple("【［（「〔")
# What stands between the items of a list that was written without brackets.
_LISTED = re.compile(r"\s*[,，、;；]\s*")
# How to put right that a key is missing.
_REMEDIES = {
    "name": phrase("add-name"),
    "rolecmp": phrase("add-version", version=shape.FORMAT_VERSION),
    "languages": phrase("add-languages"),
}


class Fields:
    """Reads the fields of one file.

    `languages` are those of the catalog, `topics` and `dimensions` what it declares: None where
    they could not be read, so that nothing is reported for not being among them.
    """

    def __init__(
        self,
        reading: Reading,
        languages: Collection[str] | None,
        topics: Topics | None = None,
        dimensions: Mapping[str, Text] | None = None,
    ) -> None:
        self.reading = reading
        self.languages = languages
        self.topics = topics
        self.dimensions = dimensions
        self._known = languages if languages is not None else _AnyLanguage()
        # There is a comment behind something, or what was meant for text and is one.
        self._commented = "#" in reading.text and " #" in reading.text

    def read(self, entries: Entries, shape_: Shape) -> dict[str, Any]:
        """Read what stands under the keys of a shape, each by the method of its kind."""
        return {
            key: getattr(self, kind)(entries[key][1], key)
            for key, kind in shape_.items()
            if key in entries
        }

    def missing(self, entries: Entries, needed: Iterable[str], at: tuple[int, int]) -> bool:
        """Report at a position the first of the keys needed that a mapping lacks."""
        for key in needed:
            if key not in entries:
                message = phrase("missing-key", key=key)
                if key == "rolecmp":
                    message = phrase("no-version")
                self.reading.report(at, "missing-key", message, _REMEDIES.get(key))
                return True
        return False

    # --- texts --------------------------------------------------------------------------------

    def text(self, node: Node, key: str, beside: Shape = NOTHING) -> Text | None:
        """Read a text; `beside` are the keys that may stand next to its languages."""
        texts = self._texts(node, key, beside)
        return None if texts is None else Text(texts, node[1], node[2])

    def texts(self, node: Node, key: str) -> tuple[Text, ...]:
        """Read a list of texts."""
        found = [self.text(each, key) for each in self.items(node, key)]
        return tuple(text for text in found if text is not None)

    def string(self, node: Node, key: str) -> str | None:
        """Read one string that must not be empty."""
        value, line, column = node
        if not isinstance(value, str):
            message = phrase("want-string", key=key)
            self.reading.report((line, column), "wrong-type", message, phrase("quote-text"))
            return None
        if self._commented and slips.is_cut(value, line, self.reading):
            return None
        value = value.strip()
        if not value:
            required = key == "name" or key in self._known
            remedy = phrase("fill-in") if required else phrase("fill-or-remove", key=key)
            self.reading.report((line, column), "empty-text", phrase("empty-text", key=key), remedy)
            return None
        return value

    def names(self, node: Node, key: str) -> tuple[Name, ...]:
        """Read a list of names."""
        names: list[Name] = []
        for item in self.items(node, key):
            name = self.string(item, key)
            if name is not None and not slips.has_wide_comma(name, item[1:], self.reading):
                names.append(Name(name, item[1], item[2]))
        return tuple(names)

    def _texts(self, node: Node, key: str, beside: Shape) -> dict[str, str] | None:
        """Read what a text says in each language; None where it is no text at all."""
        problems = self.reading.problems
        before = len(problems)
        value = node[0]
        texts: dict[str, str] | None
        if isinstance(value, dict):
            texts = {}
            known = self._known
            for name, (at, item) in value.items():
                if name in known:
                    said = item[0]
                    content: str | None = None
                    if isinstance(said, str) and not self._commented:
                        content = said.strip()
                    content = content or self.string(item, name)
                    if content is not None:
                        texts[name] = content
                elif name not in beside:
                    self._unknown_key(name, at, value, beside)
            if not texts and all(name in beside for name in value):
                message = phrase("no-text", key=key)
                self.reading.report(node[1:], "empty-text", message, self._text_example())
        elif isinstance(value, str):
            texts = self._plain(value, node, key)
        else:
            message = phrase("want-text", key=key)
            self.reading.report(node[1:], "wrong-type", message, self._text_example())
            texts = None
        if len(problems) > before:
            self.reading.flawed.add(node[1:])
        return texts

    def _plain(self, value: str, node: Node, key: str) -> dict[str, str] | None:
        """Read a text that is a string, which will do where there is one language."""
        _, line, column = node
        name, colon, _ = value.partition("：")
        if colon and (name.strip() in self._known or name.strip() in LETTERS):
            offset = self.reading.line(line).find("：", column - 1)
            slips.report_wide_colon(self.reading, (line, (offset if offset >= 0 else column) + 1))
            return None
        # Where a plain string will do, only a key that is known here can have been meant.
        languages = self.languages or ()
        known = value.partition(":")[0] in (*languages, *LETTERS)
        if (known or len(languages) > 1 or not value) and slips.is_slip(
            value, node[1:], self.reading
        ):
            return None
        if self.languages is None:
            return None
        if len(languages) != 1:
            message = phrase("want-languages" if value.strip() else "empty-text", key=key)
            rule = "wrong-type" if value.strip() else "empty-text"
            source = self.reading.line(line)
            behind = source[: column - 1].strip() == "-"
            if behind and source[column - 1 :].split(" #")[0].rstrip().strip("\"'") == value:
                slips.report_sentence(self.reading, node[1:], value)
            else:
                self.reading.report(node[1:], rule, message, self._text_example())
            return None
        content = self.string(node, key)
        return None if content is None else {next(iter(languages)): content}

    def _text_example(self) -> Phrase:
        examples = [f"{each}: ..." for each in self.languages or ("en", "zh")]
        return phrase("text-example", example=", ".join(examples))

    # --- statements and their letters ---------------------------------------------------------

    def statement(self, node: Node, key: str) -> Statement:
        """Read a sentence with its letters."""
        texts = self._texts(node, key, STATEMENT) or {}
        value, line, column = node
        if not isinstance(value, dict):
            return Statement(texts, (), line, column)
        claims: list[Claim] = []
        for letter in LETTERS:
            if letter in value:
                claims += self.claims(value[letter][1], letter)
        if "accepted" not in value:
            return Statement(texts, tuple(claims), line, column)
        accepted = self.accepted_statement(value["accepted"][1], "accepted")
        return Statement(texts, tuple(claims), line, column, accepted)

    def statements(self, node: Node, key: str) -> tuple[Statement, ...]:
        """Read a list of statements."""
        return tuple([self.statement(item, key) for item in self.items(node, key)])

    def claims(self, node: Node, key: str) -> list[Claim]:
        """Read the topics that a letter, `key`, is given on."""
        claims: list[Claim] = []
        topics = self.topics or ()
        for item in self.items(node, key):
            topic, line, column = item
            if isinstance(topic, str):
                found = topic if topic in topics else self._topic(topic, item)
                if found is not None:
                    claims.append(Claim(key, found, line, column))
            else:
                message = phrase("want-topic-id")
                self.reading.report(item[1:], "wrong-type", message, phrase("topic-list"))
        return claims

    def _topic(self, word: str, node: Node) -> str | None:
        """Return the id of the topic that a word names, or may name; report where it is none."""
        topics = self.topics
        found = topics.find(word) if topics is not None else None
        if found is not None:
            return found
        if self.reading.full or slips.has_wide_comma(word, node[1:], self.reading):
            return None
        if topics is None:
            return word
        near = topics.near.ids(word)
        remedy = phrase("did-you-mean", near=near) if near else phrase("declare-topic", topic=word)
        message = phrase("unknown-topic", name=word)
        self.reading.report(node[1:], "unknown-topic", message, remedy)
        return None

    # --- what else a role or a topic has ------------------------------------------------------

    def brief(self, node: Node, key: str) -> dict[str, Text]:
        """Read a line a dimension, in the catalog's order of them."""
        entries = self.mapping(node, key) or {}
        dimensions: Collection[str] = entries
        if self.dimensions is not None:
            dimensions = self.dimensions
            self.unknown_keys(entries, dimensions, index_of_texts(self.dimensions))
        lines = {each: self.text(entries[each][1], each) for each in dimensions if each in entries}
        return {each: line for each, line in lines.items() if line is not None}

    def references(self, node: Node, key: str) -> tuple[Reference, ...]:
        """Read a list of roles, by any of their names: whose they are is seen later."""
        return tuple(Reference(*name) for name in self.names(node, key))

    accepted_roles = references

    def ask(self, node: Node, key: str) -> Ask | None:
        """Read whom or where to ask."""
        value = node[0]
        if isinstance(value, str) and slips.is_slip(value, node[1:], self.reading):
            return None
        text = self.string(node, key)
        return None if text is None else Ask(text, node[1], node[2])

    # --- what is accepted ---------------------------------------------------------------------

    def accepted(self, node: Node, key: str) -> Mapping[str, Acceptance]:
        """Read what is accepted of a thing, by the names of the rules, whatever these are."""
        accepted: dict[str, Acceptance] = {}
        for rule, (at, item) in (self.mapping(node, key) or {}).items():
            reason = self.text(item, rule, ACCEPTANCE)
            covers = self.read(item[0], ACCEPTANCE) if isinstance(item[0], dict) else {}
            if reason is not None:
                accepted[rule] = Acceptance(
                    reason,
                    covers.get("roles", ()),
                    covers.get("at-most"),
                    covers.get("until"),
                    at[1],
                    at[2],
                )
            if item[1:] in self.reading.flawed:
                self.reading.flawed.add(at[1:])
        return accepted

    accepted_role = accepted_statement = accepted_topic = accepted

    def count(self, node: Node, key: str) -> int | None:
        """Read a whole number."""
        number = whole_number(node[0])
        if 0 <= number <= shape.MAX_THRESHOLD:
            return number
        message, remedy = phrase("want-number", key=key), phrase("number-example", key=key)
        self.reading.report(node[1:], "wrong-type", message, remedy)
        return None

    def day(self, node: Node, key: str) -> str | None:
        """Read a day."""
        text = self.string(node, key)
        if text is None or is_day(text):
            return text
        message, remedy = phrase("want-day", key=key), phrase("day-example", key=key)
        self.reading.report(node[1:], "wrong-type", message, remedy)
        return None

    # --- lists, mappings, keys ----------------------------------------------------------------

    def items(self, node: Node, key: str) -> Sequence[Node]:
        """Return the items of a list; what is none is reported, and empty."""
        value = node[0]
        if isinstance(value, list):
            return value
        at = node[1:]
        if isinstance(value, str) and slips.is_slip(value, at, self.reading):
            return ()
        if isinstance(value, str) and value[:1] in _WIDE_BRACKETS:
            message = phrase("wide-bracket", bracket=value[0])
            self.reading.report(at, "wrong-type", message, phrase("ascii-list"))
            return ()
        items = _LISTED.split(value) if isinstance(value, str) else [""]
        if all(map(is_id, items)):
            remedy = phrase("list-example", item=", ".join(items))
        elif key == "languages":
            remedy = phrase("add-languages")
        elif isinstance(value, dict) and any(each in self._known for each in value):
            remedy = phrase("begin-item")  # the dash is missing
        else:
            remedy = phrase("list-or-remove", key=key)
        message = phrase("want-list", key=key, given=_kind(value))
        self.reading.report(at, "wrong-type", message, remedy)
        return ()

    def mapping(self, node: Node, what: str) -> Entries | None:
        """Return the entries of a mapping; what is none is reported, and None."""
        value, line, column = node
        if isinstance(value, dict):
            return value
        if isinstance(value, str):
            offset = self.reading.line(line).find("：", column - 1) if "：" in value else -1
            if offset >= 0:
                slips.report_wide_colon(self.reading, (line, offset + 1))
                return None
            if slips.is_slip(value, node[1:], self.reading):
                return None
        message = phrase("want-mapping", what=what, given=_kind(value))
        self.reading.report(node[1:], "wrong-type", message)
        return None

    def unknown_keys(
        self, entries: Entries, known: Collection[str], names: Mapping[str, Known] = NOTHING
    ) -> None:
        """Report keys that are not known; `names` are other words for those that are."""
        for name, (key, _) in entries.items():
            if name not in known and not self.reading.full:
                self._report_unknown_key(name, key, known, names)

    def _report_unknown_key(
        self, name: str, at: Node, known: Collection[str], names: Mapping[str, Known] = NOTHING
    ) -> None:
        named = names.get(normal_form(name))
        meant = named.id if named else shape.KEY_SLIPS.get(name)
        near = (meant,) if meant in known else nearest(name.lower(), known, 1)
        keys = tuple(known)
        remedy = phrase("did-you-mean", near=near) if near else phrase("known-keys", keys=keys)
        self.reading.report(at[1:], "unknown-key", phrase("unknown-key", name=name), remedy)

    def _unknown_key(self, name: str, at: Node, entries: Entries, beside: Shape) -> None:
        """Report what stands in place of a language, or of a key beside the languages."""
        if self.reading.full:
            return
        _, line, column = at
        value = entries[name][1][0]
        if "：" in name:  # {en：PM}, which YAML takes for a key without a value
            slips.report_wide_colon(self.reading, (line, column + name.index("：")))
            return
        languages = tuple(self.languages or ())
        lower = name.lower()
        letters: Sequence[str] = ()
        if beside is STATEMENT:
            slip = shape.LETTER_SLIPS.get(lower)
            letters = (slip,) if slip else nearest(lower, LETTERS, 1)
        # A code such as EN, cn or zh-CN, by what it was meant for.
        base = lower.partition("-")[0]
        codes = (lower, base, shape.LANGUAGE_SLIPS.get(base))
        same = [each for each in languages if each.partition("-")[0] == base]
        codes = (*codes, *(same if len(same) == 1 else ()))
        meant = tuple(each for each in codes if each in languages)[:1]
        if letters:
            message = phrase("unknown-letter", name=name)
            remedy = phrase("did-you-mean", near=letters)
            self.reading.report(at[1:], "unknown-letter", message, remedy)
        elif meant or is_language(name):
            message = phrase("unknown-language", language=name)
            remedy = phrase("declare-language", languages=languages, language=name)
            edit = None
            if meant:
                remedy = phrase("did-you-mean", near=meant)
                edit = Edit(name, meant[0]) if meant[0] not in entries else None
            self.reading.report(at[1:], "unknown-language", message, remedy, edit)
        elif isinstance(value, list) and beside is STATEMENT:
            self.reading.report(at[1:], "unknown-letter", phrase("unknown-letter", name=name))
        elif isinstance(value, str) and (not name.islower() or " " in name):
            # "PM: owns pricing" as an item: a sentence whose colon made a mapping of it.
            message = phrase("colon-in-text", name=name)
            self.reading.report(at[1:], "unquoted-text", message, phrase("quote-text"))
        else:
            self._report_unknown_key(name, at, (*languages, *beside))

    def valid_id(self, name: str, key: Node) -> bool:
        """Tell whether `name` is an id; what is none is reported."""
        if is_id(name):
            return True
        near = normal_form(name)
        remedy = phrase("id-form", limit=shape.MAX_ID)
        if is_id(near):
            remedy = phrase("did-you-mean", near=(near,))
        self.reading.report(key[1:], "bad-id", phrase("bad-id", id=name), remedy)
        return False


class _AnyLanguage:
    """What is taken for the languages of a catalog whose own cannot be read."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and is_language(name)


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "text" if value else "nothing"
    return "list" if isinstance(value, list) else "mapping"
