"""What the READMEs show is what the program does: each is tried out from top to bottom.

After a wanted change, renew what the terminal says in them, and the pictures::

    ROLECMP_RENEW=1 python -m pytest tests/test_readme.py
    python tests/pictures/screens.py
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
import yaml  # noqa: TID251 - reads the examples as their readers do

sys.path.insert(0, str(Path(__file__).parent / "cli"))
sys.path.insert(0, str(Path(__file__).parent / "pictures"))

from cli_harness import Stream, clear
from screens import SCREENS, Screen, draw, shown, text_of

from rolecmp import __version__
from rolecmp.cli import run
from rolecmp.commands import asking
from rolecmp.definitions.loader import load_header
from rolecmp.definitions.sources.folders import DiskFolder

ROOT = Path(__file__).parents[1]
RENEW = os.environ.get("ROLECMP_RENEW") == "1"


class Readme(NamedTuple):
    """A README, the locale of its readers, the screen it opens with, the roles it ends up with."""

    path: Path
    locale: str
    screen: Screen
    roles: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")


class Example(NamedTuple):
    """A fenced block, of a file if it is said which, or a command within the text."""

    kind: str
    text: str
    file: str


READMES = {
    "en": Readme(ROOT / "README.md", "en_US.UTF-8", SCREENS[0], ("pm", "pmm", "sales")),
    "zh": Readme(
        ROOT / ".github" / "README.zh.md",
        "zh_CN.UTF-8",
        SCREENS[1],
        ("产品市场经理", "产品经理", "销售经理"),
    ),
}
EXAMPLE = re.compile(
    r"(?:`(?P<file>[^`\n]+)`[^`\n]*[:：]\n\n)?^```(?P<kind>\w*)\n(?P<block>.*?)^```$"
    r"|`(?P<command>rolecmp [a-z][^`]+)`",
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture(scope="module", params=READMES)
def readme(request: pytest.FixtureRequest) -> Iterator[Readme]:
    """Yield a README; the terminal is its readers', the day one before the dates in it."""
    found = READMES[request.param]
    with pytest.MonkeyPatch.context() as around:
        clear(around)
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            around.delenv(name)
        for name, value in {
            "HOME": os.devnull, "GIT_CONFIG_GLOBAL": os.devnull, "LANG": found.locale,
            "NO_COLOR": "1", "COLUMNS": "80", "ROLECMP_PAGER": "",
        }.items():  # fmt: skip
            around.setenv(name, value)
        around.setattr(asking, "time", SimpleNamespace(strftime=lambda _: "2026-11-24"))
        yield found


def examples(readme: Readme) -> Iterator[Example]:
    for found in EXAMPLE.finditer(readme.text):
        if found["command"]:
            yield Example("command", " ".join(found["command"].split()), "")
        else:
            yield Example(found["kind"], found["block"], found["file"] or "")


def file_of(readme: Readme, name: str) -> Any:
    """Return what a README says is in a YAML file, read as other programs read it."""
    (text,) = (each.text for each in examples(readme) if each.file == name)
    return yaml.load(text, yaml.BaseLoader)


def commands_of(console: str) -> list[tuple[str, str]]:
    """Return the commands of a console block, each with what is said to it."""
    assert console.startswith("$ ")
    parts = [part.partition("\n") for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]]
    return [(command, said) for command, _, said in parts]


def typed(command: str, folder: Path, *, piped: bool = False) -> tuple[int, str]:
    """Run a command in a folder; return its code, and what a terminal shows or a pipe gets."""
    program, *words = shlex.split(command)
    assert program == "rolecmp"
    screen = Stream(terminal=True, encoding="utf-8")
    pipe = Stream(terminal=False, encoding="utf-8")
    with pytest.MonkeyPatch.context() as there:
        there.chdir(folder)
        there.setattr(sys, "stdout", pipe if piped else screen)
        there.setattr(sys, "stderr", screen)
        code = run(words)
    return code, pipe.text() if piped else screen.text()


NO = {
    "who-owns": r"^(Contested|有争议)",
    "check": r": error\[|^::error",
    "docs": r":1: (stale|已过期): |^::error",
}
"""What the answer no says."""


def expected_code(command: str, said: str) -> int:
    """Return the exit code of a command that says this."""
    no = NO.get(command.split()[1], "$x")
    return int(re.search(no, said, re.MULTILINE) is not None)


def commit(folder: Path) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (
        ("init", "--initial-branch=main"),
        ("add", "."),
        (*identity, "commit", "-m", "one"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def try_out(command: str, folder: Path) -> None:
    """Run a command that stands in the text, in a folder that is its own."""
    command, appends, file = command.partition(" >> ")
    if command.startswith("rolecmp diff") or "@" in command:
        commit(folder)
    code, said = typed(command, folder, piped=bool(appends))
    assert code == expected_code(command, said), (command, said)
    if appends:
        assert (Path(file).suffix, said[:3]) == (".md", "## ")


def try_all(readme: Readme, folder: Path) -> Path:
    """Do in an empty folder what a README says, and hold it to what it shows; return the folder."""
    here = folder / "here"
    here.mkdir()
    for number, (kind, text, file) in enumerate(examples(readme)):
        if kind == "console":
            now = ""
            for command, _ in commands_of(text):
                code, said = typed(command, here)
                assert code == expected_code(command, said), command
                now += f"$ {command}\n{said}"
            if RENEW:
                readme.path.write_text(readme.text.replace(text, now, 1), encoding="utf-8")
            else:
                assert text == now
        elif kind == "sh" and not text.startswith("python3 "):
            assert typed(text, here)[0] == 0, text
        elif kind == "command":
            shutil.copytree(here, folder / str(number))
            try_out(text, folder / str(number))
        elif kind != "sh":
            assert file, text
            assert kind in ("yaml", "markdown"), text
            (here / file).parent.mkdir(parents=True, exist_ok=True)
            (here / file).write_text(text, encoding="utf-8")
    return here


@pytest.fixture(scope="module")
def tried_once(readme: Readme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return try_all(readme, tmp_path_factory.mktemp("readme"))


@pytest.fixture
def tried(tried_once: Path, tmp_path: Path) -> Path:
    """Return a folder in which everything has been done that a README says."""
    return shutil.copytree(tried_once, tmp_path / "tried")


def test_each_example_does_what_is_said(readme: Readme, tried: Path) -> None:
    kinds = [kind for kind, _, _ in examples(readme)]
    assert (kinds.count("console"), kinds.count("sh")) == (3, 4)
    assert kinds.count("command") >= 15
    assert typed("rolecmp check --strict", tried)[0] == 0
    assert sorted(path.name for path in (tried / "roles").iterdir()) == [
        "catalog.yaml", *(f"{name}.yaml" for name in readme.roles)
    ]  # fmt: skip


def test_the_settings_of_the_example_are_read(tried: Path) -> None:
    catalog = load_header(DiskFolder(str(tried / "roles"), "roles"))
    assert {rule: setting[:2] for rule, setting in catalog.checks.items()} == {
        "missing-dimension": (False, None),
        "role-overloaded": (True, 12),
    }


def test_the_steps_of_a_workflow_check_what_is_there(readme: Readme, tried: Path) -> None:
    typed("rolecmp docs .", tried)
    steps = [
        each.text for each in examples(readme) if each.text.endswith(("-f github", "github ."))
    ]
    assert [typed(step, tried)[0] for step in steps] == [0, 0]
    role = tried / "roles" / f"{readme.roles[0]}.yaml"
    role.write_text("nothing: here\n", encoding="utf-8")
    assert f"::error file=roles/{role.name}" in typed(steps[0], tried)[1]


def test_the_hooks_check_what_is_there(readme: Readme, tried: Path) -> None:
    hooks = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert all((each["pass_filenames"], each["always_run"]) == ("false", "true") for each in hooks)
    entries = {each["id"]: shlex.join([each["entry"], *each["args"]]) for each in hooks}
    entries = {id_: entry.replace("'", "") for id_, entry in entries.items()}
    assert set(entries) == set(re.findall(r"rolecmp-[a-z-]+", readme.text))
    (repository,) = file_of(readme, ".pre-commit-config.yaml")["repos"]
    assert repository["rev"] == f"v{__version__}"
    used = [entries[each["id"]] for each in repository["hooks"]]
    assert typed(entries["rolecmp-docs-fix"], tried)[0] == 0
    assert [typed(entry, tried)[0] for entry in used] == [0, 0, 0]
    # A role that goes is no changed file: it makes the document stale, and the catalog wrong.
    (tried / "roles" / f"{readme.roles[0]}.yaml").unlink()
    assert "unknown-role" in typed(used[0], tried)[1]
    assert [typed(entry, tried)[0] for entry in used] == [1, 2, 2]


def test_the_schema_is_the_one_that_the_line_names(readme: Readme, tried: Path) -> None:
    (command,) = (each.text for each in examples(readme) if "schema role -o" in each.text)
    (name,) = re.findall(r"`# yaml-language-server: \$schema=([^`]+)`", readme.text)
    assert typed(command, tried)[0] == 0
    assert (tried / "roles" / name).is_file()


def test_the_blocks_are_true(readme: Readme) -> None:
    name = readme.path.relative_to(ROOT).as_posix()
    assert len(re.findall(r"^<!-- /rolecmp \w", readme.text, re.MULTILINE)) == 1
    assert typed(f"rolecmp docs --check {name}", ROOT)[0] == 0


def test_the_commands_to_paste_are_one_line_each(readme: Readme) -> None:
    pasted = re.findall(r"```sh\n(python3 -m venv [^\n]*)\n```", readme.text)

    assert [line.rpartition(" && ")[2] for line in pasted] == [
        f".venv/bin/{readme.screen.command}",
        ".venv/bin/python -m pytest --cov",
    ]


def test_the_picture_is_what_the_terminal_shows(readme: Readme) -> None:
    command, said = commands_of(next(examples(readme)).text)[0]
    picture = readme.screen.path.read_text(encoding="utf-8")

    assert readme.screen.command == command
    assert shown(picture) == shown(draw(readme.screen))
    assert [text_of(line) for line in shown(picture)] == [f"$ {command}", *said.splitlines()]
    assert "url(http" not in picture
    assert f"({readme.screen.path.relative_to(readme.path.parent).as_posix()})" in readme.text


def test_the_links_lead_to_files(readme: Readme) -> None:
    links = re.findall(r"\]\(([^)]+)\)", readme.text)
    files = [link for link in links if "://" not in link]
    assert len(files) >= 4
    for link in files:
        assert (readme.path.parent / link).is_file(), link
    other = next(each for each in READMES.values() if each is not readme)
    assert (readme.path.parent / files[0]).samefile(other.path)
    assert files[0] in readme.text.splitlines()[0]
