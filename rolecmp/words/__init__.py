"""What the program says: a file of words a language, and the one way to fill them in.

``en.py`` and ``zh.py`` hold a dictionary ``WORDS`` each, with the same keys. Another language is
one more file of that kind, named by its code (``pt_BR.py`` for pt-BR), and nothing else.

An entry is a template:

``{x}``
    the argument x, made safe to print; of a tuple each item, joined by the language's comma.
``{x!}``
    the same in backticks; of a tuple each item, as "a, b and c", of more than six the first
    six and how many more. ``{x!or}`` says "or" instead of "and".
``{x,or}``
    the same without backticks, for what has its own.
``{x?text}``
    the text, itself a template, where x is true; else nothing.
``{x:key}``
    the entry called key, filled in with the same arguments and with x as `count` (its length
    where x is a tuple).
``{{`` and ``}}``
    braces.

An entry may have several forms, in a dictionary. Which one is used depends on x in
``{x:key}`` where x is text, and else on the plural form of `count`: "one" or "other", or what
the file's own function ``plural(count)`` returns, for a language with more of them; "other"
stands for each that an entry lacks.
"""

import errno
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, TypeAlias

from rolecmp.definitions.problems import Phrase
from rolecmp.visible import visible

Entry: TypeAlias = "str | Mapping[str, str]"

BASE = "en"
"""The language spoken where the one asked for is not."""


def _languages() -> tuple[str, ...]:
    try:
        files = os.listdir(os.path.dirname(__file__))
        names = {file.removesuffix(".py") for file in files if file.endswith(".py")}
    except NotADirectoryError:  # the program runs out of a zip archive
        from pkgutil import iter_modules

        names = {module.name for module in iter_modules(__path__)}
    # What an editor keeps beside a file, such as .#zh.py, is no language.
    names = {name for name in names if name.isidentifier()} - {"__init__", BASE}
    return (BASE, *sorted(name.replace("_", "-") for name in names))


LANGUAGES = _languages()
"""The languages that the program speaks."""

_MOST_LISTED = 6
_GAP = object()
# What the system says, in English, of why a file cannot be read or written.
_SYSTEM: Mapping[object, str] = {
    os.strerror(errno.EACCES): "system.EACCES",
    os.strerror(errno.EEXIST): "system.EEXIST",
    os.strerror(errno.EISDIR): "system.EISDIR",
    os.strerror(errno.ENAMETOOLONG): "system.ENAMETOOLONG",
    os.strerror(errno.ENOENT): "system.ENOENT",
    os.strerror(errno.ENOSPC): "system.ENOSPC",
    os.strerror(errno.ENOTDIR): "system.ENOTDIR",
    os.strerror(errno.EPERM): "system.EPERM",
    os.strerror(errno.EROFS): "system.EROFS",
}


class Words:
    """The program's words in one language; in English where it does not speak that one."""

    def __init__(self, language: str) -> None:
        known = (language, language.partition("-")[0], BASE)
        self.language = next(each for each in known if each in LANGUAGES)
        self._entries, self._plural = _file(self.language)

    def __call__(self, key: str, /, **args: object) -> str:
        """Return the words of the entry `key`, filled in with `args`; line breaks stay.

        Raises `KeyError` for an unknown key or a missing argument.
        """
        if not args:
            entry = self._entries[key]
            if isinstance(entry, str) and "{" not in entry and "}" not in entry:
                return entry  # as most are, of which a document takes thousands
        return self._filled(key, args, args.get("count"), "\n\t")

    def entries(self, prefix: str, keys: Collection[str]) -> dict[str, Entry]:
        """Return the entries called `keys`, and those whose keys begin with `prefix`, as they are.

        That is for whoever fills them in elsewhere, as the page's script does.
        """
        return {
            key: entry
            for key, entry in self._entries.items()
            if key in keys or key.startswith(prefix)
        }

    def say(self, phrase: Phrase) -> str:
        """Return the sentence of a phrase, which is the entry ``message.`` and its key.

        It is one line whatever its arguments hold.
        """
        return self._filled(f"message.{phrase.key}", phrase.args, phrase.args.get("count"), "")

    def sentence(self, message: Phrase, remedy: Phrase | None) -> str:
        """Return a message and what helps against it as one sentence."""
        said = self.say(message)
        if remedy is None:
            return said
        key = "after-question" if said.endswith(("?", "？")) else "message-and-remedy"
        return self(key, message=said, remedy=self.say(remedy))

    def around(self, key: str, /, *names: str, **args: object) -> list[str]:
        """Return the words of the entry `key` before, between and after the arguments `names`.

        That is for what stands there in a style of its own; `names` are in the entry's order.
        """
        gaps = dict.fromkeys(names, _GAP)
        return self._filled(key, {**args, **gaps}, args.get("count"), "\n\t").split("\0")

    def joined(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence: "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return self("versus", first=self("list-comma").join(names[:-1]), last=names[-1])

    def _filled(self, key: str, args: Mapping[str, object], chosen: object, keep: str) -> str:
        entry = self._entries[key]
        if not isinstance(entry, str):
            if isinstance(chosen, str):
                entry = entry[chosen]
            elif isinstance(chosen, int):
                entry = entry.get(self._plural(chosen), entry["other"])
            else:
                raise KeyError(key, "count")
        return self._fill(entry, args, keep)

    def _fill(self, template: str, args: Mapping[str, object], keep: str) -> str:
        if "{" not in template and "}" not in template:
            return template
        return "".join(
            part if isinstance(part, str) else self._field(part, args, keep)
            for part in parsed(template)
        )

    def _field(self, field: "Field", args: Mapping[str, object], keep: str) -> str:
        value = args[field.name]
        if field.name == "reason" and value in _SYSTEM:
            value = self(_SYSTEM[value])
        if value is _GAP:
            return "\0"
        if field.how == "?":
            return self._fill(field.rest, args, keep) if value else ""
        if field.how == ":":
            count = len(value) if isinstance(value, tuple) else value
            return self._filled(field.rest, {**args, "count": count}, count, keep)
        if not field.how and isinstance(value, str):
            return visible(value, keep)
        items = value if isinstance(value, tuple) else (value,)
        shown = [visible(str(item), keep) for item in items]
        if field.how in ("!", ","):
            quoted = [f"`{item}`" for item in shown] if field.how == "!" else shown
            return self._listed(quoted, f"list-{field.rest or 'and'}")
        return self("list-comma").join(shown)

    def _listed(self, items: Sequence[str], last: str) -> str:
        shown = items[:_MOST_LISTED]
        comma = self("list-comma")
        if len(shown) < len(items):
            return self("list-long", shown=comma.join(shown), more=len(items) - len(shown))
        if len(shown) < 2:
            return "".join(shown)
        return self(last, first=comma.join(shown[:-1]), last=shown[-1])


def _one_or_other(count: int) -> str:
    return "one" if count == 1 else "other"


@cache
def _file(language: str) -> tuple[Mapping[str, Entry], Callable[[int], str]]:
    """Return the entries of a language and how it chooses a plural form."""
    module = import_module(f"rolecmp.words.{language.replace('-', '_')}")
    return module.WORDS, getattr(module, "plural", _one_or_other)


# --- templates --------------------------------------------------------------------------------


class Field(NamedTuple):
    """A field of a template: the argument, how it is shown, and what stands behind that.

    `how` is the mark ``!``, ``,``, ``?`` or ``:``, or empty.
    """

    name: str
    how: str
    rest: str


@cache
def parsed(template: str) -> tuple[str | Field, ...]:
    """Take a template apart; raises `ValueError` where a brace has no partner."""
    parts: list[str | Field] = []
    text = ""
    at = 0
    while at < len(template):
        char = template[at]
        if template[at : at + 2] in ("{{", "}}"):
            text += char
            at += 2
        elif char == "{":
            end = _end(template, at)
            parts += [text, _field(template[at + 1 : end])]
            text = ""
            at = end + 1
        elif char == "}":
            raise ValueError(template)
        else:
            text += char
            at += 1
    return tuple(part for part in (*parts, text) if part)


def _field(inside: str) -> Field:
    for at, char in enumerate(inside):
        if char in "!,?:":
            return Field(inside[:at], char, inside[at + 1 :])
    return Field(inside, "", "")


def _end(template: str, start: int) -> int:
    """Find the brace that closes the field at `start`, which may hold fields of its own."""
    depth = 0
    for at in range(start, len(template)):
        depth += (template[at] == "{") - (template[at] == "}")
        if depth == 0:
            return at
    raise ValueError(template)
