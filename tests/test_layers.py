"""Imports point one way, heavy libraries have one door each: found in the code as it is read.

``cli -> commands, completion -> docblocks, output, page -> rendering -> words, questions, tables
-> definitions``; what each room may import is `MAY_IMPORT`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover

PACKAGE = Path(__file__).parents[1] / "rolecmp"

# What each room may import beside itself; `rolecmp` is the package's own version.
BEHIND = (
    *("definitions", "questions", "tables", "visible", "words"),
    *("rendering", "page", "output", "docblocks"),
)
DOOR = ("commands", "completion")
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "rolecmp": (),
    "definitions": ("rolecmp",),
    "questions": ("rolecmp", "definitions"),
    "tables": ("rolecmp", "definitions"),
    "visible": ("rolecmp", "definitions"),
    "words": ("rolecmp", "definitions", "visible"),
    "rendering": ("rolecmp", "definitions", "questions", "tables", "visible", "words"),
    "page": ("rolecmp", "definitions", "questions", "visible", "words", "rendering"),
    "output": ("rolecmp", "visible"),
    "docblocks": ("rolecmp", "definitions", "questions", "visible", "words"),
    **dict.fromkeys(DOOR, ("rolecmp", *BEHIND, *DOOR)),
    "cli": ("rolecmp", *BEHIND, *DOOR),
    "__main__": ("rolecmp", "cli"),
}
# Who alone may import what; None is nobody.
KEEPERS: dict[str, tuple[str, ...]] = {
    "yaml": ("definitions.reader",),
    "_yaml": (),
    "rich": ("rendering.terminal",),
    "markdown_it": ("tables.markdown", "docblocks.content"),
    "typer": ("cli", "commands"),
    "click": (),
    "gc": ("__main__",),
    "openpyxl": ("tables.workbook", "rendering.xlsx"),
}


def _module(path: Path, package: Path) -> str:
    """Name a file inside the package: ``rendering.terminal``; a package by its own name."""
    parts = list(path.relative_to(package).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return ".".join(parts)


def _imports(tree: ast.Module, path: Path, package: Path) -> Iterator[tuple[int, str]]:
    """Yield every module that a file imports, at any depth, with the line."""
    inside = (package.name, *path.relative_to(package).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(inside[: len(inside) + 1 - node.level]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            for name in node.names:
                # `from rolecmp import output` imports rolecmp.output.
                yield node.lineno, f"{source}.{name.name}"
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.JoinedStr):  # f"rolecmp.commands.{name}": known so far
                first = first.values[0] if first.values else None
                if isinstance(first, ast.Constant) and str(first.value).count(".") < 2:
                    first = None  # the room is not said
            known = isinstance(first, ast.Constant) and isinstance(first.value, str)
            yield node.lineno, str(first.value) if known else "?"  # type: ignore[union-attr]


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _room(module: str) -> str:
    first = module.partition(".")[0]
    return "rolecmp" if first in ("__init__", "") else first


def violations(package: Path) -> list[str]:
    """Give what breaks the rules in a package, as ``file:line: what``, sorted by file."""
    found = []
    for path in sorted(package.rglob("*.py")):
        module = _module(path, package)
        room = _room(module)
        place = path.relative_to(package).as_posix()
        if room not in MAY_IMPORT:
            found.append(f"{place}:1: {room} has no place in the order")
            continue
        tree = ast.parse(path.read_text("utf-8"), str(path))
        for line, imported in _imports(tree, path, package):
            top, _, inner = imported.partition(".")
            if top == "?":
                found.append(f"{place}:{line}: imports what cannot be told")
            if top == package.name:
                target = _room(inner)
                if target not in MAY_IMPORT:  # a name out of the package itself
                    target = "rolecmp"
                if target not in (room, *MAY_IMPORT[room]):
                    found.append(f"{place}:{line}: {room} imports {target}")
            elif not {module, room} & set(KEEPERS.get(top, (module,))):
                found.append(f"{place}:{line}: {module} imports {top}")
            elif imported == "os._exit" and module != "__main__":
                found.append(f"{place}:{line}: {module} uses os._exit")
        found += [
            f"{place}:{node.lineno}: {module} uses os._exit"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr == "_exit" and module != "__main__"
        ]
    return found


def test_imports_point_one_way() -> None:
    assert violations(PACKAGE) == []


def test_all_of_the_package_is_looked_at() -> None:
    modules = {_module(path, PACKAGE) for path in PACKAGE.rglob("*.py")}
    keepers = {module for names in KEEPERS.values() for module in names}
    assert keepers <= modules, keepers - modules
    assert {"definitions", "questions", "rendering", "output"} <= {_room(each) for each in modules}
    # Each keeper does import what it keeps: a guard over nothing guards nothing.
    kept = {
        (name, imported.partition(".")[0])
        for path in PACKAGE.rglob("*.py")
        for _, imported in _imports(ast.parse(path.read_text("utf-8")), path, PACKAGE)
        for name in (_module(path, PACKAGE), _room(_module(path, PACKAGE)))
    }
    assert {(name, library) for library, names in KEEPERS.items() for name in names} <= kept


@pytest.mark.parametrize(
    ("file", "code", "found"),
    [
        ("cli.py", "import typer\nfrom rolecmp.rendering import html", []),
        ("__init__.py", '__version__ = "1"', []),
        ("__main__.py", "import gc, os\nfrom rolecmp.cli import run\nos._exit(1)", []),
        ("rendering/terminal.py", "from rich.cells import cell_len", []),
        ("definitions/reader.py", "import yaml", []),
        ("questions/a.py", "from rolecmp import __version__", []),
        ("definitions/a.py", "import rolecmp.questions.b", ["1: definitions imports questions"]),
        ("definitions/a.py", "from rolecmp import rendering", ["1: definitions imports rendering"]),
        ("questions/a.py", "from ..rendering import html", ["1: questions imports rendering"]),
        ("questions/a.py", "from .. import cli", ["1: questions imports cli"]),
        ("questions/a.py", "from . import b\nfrom .b import c", []),
        (
            "rendering/a.py",
            "def f():\n    from rolecmp.cli import run",
            ["2: rendering imports cli"],
        ),
        (
            "rendering/answers/a.py",
            "if TYPE_CHECKING:\n    from rolecmp.output import x",
            ["2: rendering imports output"],
        ),
        ("output.py", "from rolecmp.rendering.html import x", ["1: output imports rendering"]),
        ("rendering/a.py", "def f():\n    import rich.table", ["2: rendering.a imports rich"]),
        ("cli.py", "from rich import print", ["1: cli imports rich"]),
        ("definitions/a.py", "from yaml import parse", ["1: definitions.a imports yaml"]),
        ("output.py", "import typer", ["1: output imports typer"]),
        ("cli.py", "import gc", ["1: cli imports gc"]),
        ("cli.py", "import os\nos._exit(1)", ["2: cli uses os._exit"]),
        ("cli.py", "from os import _exit", ["1: cli uses os._exit"]),
        (
            "questions/a.py",
            'import importlib\nimportlib.import_module("rolecmp.cli")',
            ["2: questions imports cli"],
        ),
        ("questions/a.py", "x = 1\n__import__(x)", ["2: imports what cannot be told"]),
        ("cli.py", 'import_module(f"rolecmp.commands.{x}")', []),
        ("questions/a.py", 'import_module(f"rolecmp.{x}")', ["1: imports what cannot be told"]),
        ("questions/a.py", '__import__(f"rolecmp.output.{x}")', ["1: questions imports output"]),
        ("questions/a.py", '__import__(f"{x}")', ["1: imports what cannot be told"]),
        ("commands/a.py", "from rolecmp.cli import run", ["1: commands imports cli"]),
        ("rendering/a.py", "from rolecmp import commands", ["1: rendering imports commands"]),
        (
            "docblocks/a.py",
            "from rolecmp.rendering import html",
            ["1: docblocks imports rendering"],
        ),
        ("docblocks/a.py", "from rolecmp.docblocks.b import c", []),
        ("docblocks/a.py", "from rolecmp.words import Words", []),
        ("questions/a.py", "from rolecmp.words import Words", ["1: questions imports words"]),
        ("words/xx.py", "from rolecmp.rendering import html", ["1: words imports rendering"]),
        ("words/__init__.py", 'import_module(f"rolecmp.words.{x}")', []),
        ("other.py", "", ["1: other has no place in the order"]),
    ],
)
def test_the_guard_sees_a_violation(file: str, code: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "rolecmp" / file
    path.parent.mkdir(parents=True)
    path.write_text(code, "utf-8")
    assert violations(tmp_path / "rolecmp") == [f"{file}:{each}" for each in found]
