from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli_harness import CATALOG, ROOT, Result, cli, environment, on_terminal, process, within

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = [
    ("table", "for the terminal"),
    ("markdown", "for documents"),
    ("json", "for programs"),
    ("csv", "for spreadsheets"),
    ("html", "a standalone page"),
]
ROLES = [("maker", "Maker"), ("seller", "Seller")]
TOPICS = [
    ("pricing", "Pricing"), ("research", "Research"), ("support", "Support"),
    ("canteen", "Canteen"),
]  # fmt: skip
DIMENSIONS = [
    ("perspective", "Perspective"), ("responsibility", "Responsibility"),
    ("market-facing", "Market-facing work"),
]  # fmt: skip
LANGUAGES = [("en", "English"), ("zh", "中文")]
COMMANDS = [
    ("compare", "Two or more roles side by side, and who owns which topic."),
    ("who-owns", "Who is accountable for a topic, and the sentence that says so."),
    ("show", "What one role decides, does and is asked, on one screen."),
    ("list", "The roles of the catalog."),
    ("matrix", "Topics by roles, with what is contested or nobody s."),
    ("overlaps", "Pairs of roles that meet on topics, the most contested first."),
    ("check", "What is wrong with the definitions, where, and how to fix it."),
    ("diff", "What changed in meaning between two catalogs who owns what, then the wording."),
    ("docs", "Renew the marked blocks of documents, or list the stale ones."),
    ("import", "Start a catalog from an existing table Markdown, CSV or Excel."),
    ("page", "The whole catalog as one page for a browser compare roles, search topics."),
    ("init", "Start your own catalog a copy to edit."),
    ("schema", "The JSON Schemas of the definition files and of the answers."),
    ("help", "How to use the program, or one of its commands."),
]
KINDS = [
    ("contested", "contested"), ("unowned", "without an owner"), ("shared", "shared"),
]  # fmt: skip

# What stands before the cursor, and what is offered for it.
OFFERS: dict[str, list[tuple[str, str]]] = {
    "rolecmp ": COMMANDS,
    "rolecmp w": COMMANDS[1:2],
    "rolecmp compare ": ROLES,
    "rolecmp compare m": ROLES[:1],
    "rolecmp compare maker s": ROLES[1:],
    "rolecmp compare bui": [("builder", "maker")],
    "rolecmp compare 制": [("制造者", "maker")],
    "rolecmp show 销售": [("销售者", "seller")],
    "rolecmp show se": ROLES[1:],
    "rolecmp who-owns ": TOPICS,
    "rolecmp who-owns pr": TOPICS[:1],
    "rolecmp who-owns pricing re": TOPICS[1:2],
    "rolecmp who-owns 定": [("定价", "pricing")],
    "rolecmp who-owns 价": [("价格", "pricing")],
    "rolecmp who-owns 定價": [("定價", "pricing")],
    "rolecmp compare -d ": DIMENSIONS,
    "rolecmp compare -d 责": [("责任", "responsibility")],
    "rolecmp compare -d 职责": [("职责", "responsibility")],
    "rolecmp compare maker@b": [("maker@builtin", "")],
    "rolecmp show pm@": [("pm@builtin", "")],
    "rolecmp matrix --role maker@b": [],
    "rolecmp compare maker --dimension re": DIMENSIONS[1:2],
    "rolecmp matrix --role ": ROLES,
    "rolecmp matrix --role maker --role s": ROLES[1:],
    "rolecmp matrix --role maker --topic ": TOPICS,
    "rolecmp matrix --topic pricing --topic re": TOPICS[1:2],
    "rolecmp matrix --topic 定": [("定价", "pricing")],
    "rolecmp matrix --only ": KINDS,
    "rolecmp matrix --only contested --only ": KINDS[1:],
    "rolecmp matrix --only u": KINDS[1:2],
    "rolecmp overlaps ": ROLES,
    "rolecmp overlaps s": ROLES[1:],
    "rolecmp overlaps maker ": [],
    "rolecmp list --lang ": LANGUAGES,
    "rolecmp list --lang z": LANGUAGES[1:],
    "rolecmp list -f ": FORMATS,
    "rolecmp list --format m": FORMATS[1:2],
    "rolecmp list --color ": [("auto", ""), ("always", ""), ("never", "")],
    "rolecmp list --color a": [("auto", ""), ("always", "")],
    "rolecmp check -f ": [
        ("text", "for people"),
        ("json", "for programs"),
        ("github", "annotations on a pull request"),
        ("sarif", "for code scanning"),
        ("gitlab", "for Code Quality in a merge request"),
    ],
    "rolecmp check --rules -f m": FORMATS[1:2],
    "rolecmp check --explain role-i": [("role-idle", "a role that is not involved in any topic")],
    "rolecmp schema r": [("role", "roles/pm.yaml"), ("rules", "rolecmp check --rules")],
    "rolecmp help ": COMMANDS,
    "rolecmp help w": COMMANDS[1:2],
    "rolecmp diff ": [("builtin", "")],
    "rolecmp diff builtin b": [("builtin", "")],
    "rolecmp import --roles-in ": [("columns", ""), ("rows", "")],
    "rolecmp import --empty-rows g": [("groups", "")],
    "rolecmp matrix -f x": [("xlsx", "a workbook to fill in and import again")],
    "rolecmp init --from ": [
        ("builtin", "the catalog that comes with the program"),
        ("blank", "a small catalog to fill in"),
    ],
    "rolecmp init --role p": [("pm", "Product manager"), ("pmm", "Product marketing manager")],
    "rolecmp init --lang ": LANGUAGES,
    "rolecmp init ": [],
    "rolecmp diff zzz": [],
    "rolecmp compare zzz": [],
    "rolecmp compare --roles ": [],
    "rolecmp docs ": [],
    "rolecmp docs --roles ": [],
}


@pytest.fixture(autouse=True)
def project(studio: Path) -> Path:
    return studio


def bash(line: str, *, listing: bool = False, **more: str) -> Result:
    words = line.split(" ")
    return completed(
        _ROLECMP_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
        COMP_TYPE="63" if listing else "9",
        **more,
    )


def other(shell: str, line: str, action: str = "get-args", **more: str) -> Result:
    return completed(
        _ROLECMP_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION=action,
        **more,
    )


def completed(**variables: str) -> Result:
    """Ask for completion; in a process of its own where the commands' help is in a language."""
    if "LANG" in variables:
        return process(env=environment(**variables))
    return within(variables)


def lines(rows: list[str]) -> str:
    return "".join(row + "\n" for row in rows)


@pytest.mark.parametrize("line", OFFERS)
def test_bash_inserts_words(line: str) -> None:
    result = bash(line)
    assert (result.code, result.err) == (0, "")
    assert result.out.split() == [value for value, _ in OFFERS[line]]


@pytest.mark.parametrize("line", [line for line, offers in OFFERS.items() if len(offers) > 1])
def test_bash_lists_words_with_their_names_beside_them(line: str) -> None:
    column = max(len(value) for value, _ in OFFERS[line])
    rows = [f"{value:<{column}}  {text}".rstrip() for value, text in OFFERS[line]]
    assert bash(line, listing=True) == Result(0, lines(rows), "")


def test_bash_gets_a_single_word_bare_even_when_it_lists() -> None:
    assert bash("rolecmp compare m", listing=True) == Result(0, "maker\n", "")


# One line of each kind of place and of word. What is offered is the same in every shell.
SOME = [
    *("rolecmp ", "rolecmp compare maker s", "rolecmp compare 制", "rolecmp who-owns "),
    *("rolecmp who-owns 定價", "rolecmp compare maker@b", "rolecmp show pm@"),
    *("rolecmp matrix --role maker --topic ", "rolecmp list --color a", "rolecmp help w"),
    *("rolecmp diff builtin b", "rolecmp init --role p"),
]
NOTHING = ["rolecmp overlaps maker ", "rolecmp compare zzz", "rolecmp docs "]


@pytest.mark.parametrize("line", [*SOME, *NOTHING])
def test_zsh_gets_words_with_their_names(line: str) -> None:
    pairs = [f'"{value}":"{text}"' for value, text in OFFERS[line]]
    expected = "_arguments '*: :(({}))'\n".format("\n".join(pairs)) if pairs else "_files\n"
    assert other("zsh", line) == Result(0, expected, "")


@pytest.mark.parametrize("line", [*SOME, *NOTHING])
def test_fish_gets_words_with_their_names(line: str) -> None:
    result = other("fish", line)
    assert (result.code, result.err) == (0, "")
    assert result.out.strip() == "\n".join(
        f"{value}\t{text}".rstrip() for value, text in OFFERS[line]
    )


@pytest.mark.parametrize("line", [*SOME, *NOTHING])
def test_fish_is_told_whether_there_is_anything(line: str) -> None:
    assert other("fish", line, "is-args") == Result(0 if OFFERS[line] else 1, "", "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_names_are_in_the_language_of_the_environment(shell: str) -> None:
    shown = other(shell, "rolecmp compare ", LANG="zh_CN.UTF-8").out
    assert "制造者" in shown
    assert "Maker" not in shown
    assert "写进文档" in other(shell, "rolecmp list -f ", LANG="zh_CN.UTF-8").out
    assert "列出目录里的角色" in other(shell, "rolecmp ", LANG="zh_CN.UTF-8").out


def test_the_catalog_named_on_the_line_is_the_one_that_is_read(project: Path) -> None:
    elsewhere = str(ROOT / "roles")
    assert bash(f"rolecmp compare --roles {elsewhere} p").out.split() == ["pm", "pmm"]
    assert bash("rolecmp compare p", ROLECMP_ROLES=elsewhere).out.split() == ["pm", "pmm"]


def test_a_role_that_stands_on_the_line_is_not_offered_again() -> None:
    assert bash("rolecmp compare maker ").out.split() == ["seller"]


def test_options_are_offered_with_their_help() -> None:
    assert bash("rolecmp diff --ex").out.split() == ["--exit-code"]
    assert bash("rolecmp init --").out.split() == ["--from", "--role", "--lang", "--help"]
    shared = [
        "--roles", "--lang", "--format", "--output", "--color", "--width", "--heading",
        "--no-pager",
        "--help",
    ]  # fmt: skip
    assert bash("rolecmp list --").out.split() == shared
    assert bash("rolecmp matrix --").out.split() == ["--role", "--topic", "--only", *shared]
    assert bash("rolecmp overlaps --").out.split() == ["--top", *shared]


def test_the_options_of_docs_are_offered() -> None:
    assert bash("rolecmp docs --").out.split() == [
        "--check", "--diff", "--force", "--example", "--format", "--roles", "--help",
    ]  # fmt: skip
    assert bash("rolecmp d").out.split() == ["diff", "docs"]


BREAKAGES = {
    "catalog": ("catalog.yaml", b"rolecmp: 1\ntitle: [\n"),
    "catalog bytes": ("catalog.yaml", b"rolecmp: 1\n\xff\xfe\x00"),
    "role": ("maker.yaml", b"name: [\n"),
    "role bytes": ("maker.yaml", "name: 制造者".encode("gbk")),
    "role brackets": ("maker.yaml", b"[" * 60_000),
}


@pytest.mark.parametrize("name", BREAKAGES)
@pytest.mark.parametrize(
    "words",
    [
        "compare ",
        "who-owns ",
        "show m",
        "list --lang ",
        "compare -d ",
        "matrix --role ",
        "matrix --role maker --topic ",
        "matrix --only ",
        "overlaps ",
    ],
)
def test_a_broken_catalog_is_silent_in_every_shell(name: str, words: str, project: Path) -> None:
    file, data = BREAKAGES[name]
    (project / "roles" / file).write_bytes(data)
    line = f"rolecmp {words}"
    offers = OFFERS.get(line, [])
    reading = ("compare ", "show m", "matrix --role ", "overlaps ")
    broken = words != "matrix --only " and (file == "catalog.yaml" or words in reading)
    values = [] if broken else [value for value, _ in offers]
    result = bash(line)
    assert (result.code, result.out.split(), result.err) == (0, values, "")
    if words in ("compare ", "matrix --only "):
        result = other("zsh", line)
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("_arguments" if values else "_files\n")
        assert other("fish", line, "is-args") == Result(0 if values else 1, "", "")


@pytest.mark.parametrize(
    "line", ["rolecmp list --roles /nowhere --lang ", "rolecmp nonsense x", "rolecmp 'a"]
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_line_that_makes_no_sense_is_silent(line: str, shell: str) -> None:
    result = bash(line) if shell == "bash" else other(shell, line)
    assert (result.code, result.err) == (0, "")
    assert result.out.strip() in ("", "_files")


@pytest.mark.parametrize(
    "variables",
    [
        {"_ROLECMP_COMPLETE": "complete_bash"},
        {"_ROLECMP_COMPLETE": "complete_bash", "COMP_WORDS": "rolecmp", "COMP_CWORD": "x"},
        {"_ROLECMP_COMPLETE": "complete_zsh"},
        {"_ROLECMP_COMPLETE": "complete_fish"},
    ],
)
def test_a_broken_protocol_is_no_traceback(variables: dict[str, str]) -> None:
    result = process(env=environment(**variables))
    assert (result.code, result.err) == (0, "")


# --- descriptions that would like to be more than text ------------------------------------------

WICKED = [
    "$(touch hurt)", "`touch hurt`", "'; touch hurt; '", '"; touch hurt; "', "\\'; touch hurt #",
    "a:b:c", "(x) [y] {z}", "))'; touch hurt; : '((", "x \\", "$HOME ${HOME}", "!!", "~", "*",
    "a|b", "<(touch hurt)", "&& touch hurt",
    '"$(touch hurt)"', "\\$(touch hurt)", "\\`touch hurt\\`",
]  # fmt: skip
HARMLESS = re.compile(r"[^\\\"'`$();:&|<>*?\[\]{}!#~\t\r\n\x00-\x1f]*")


@pytest.fixture
def wicked(project: Path) -> list[str]:
    quoted = [text.replace("'", "''") for text in WICKED]
    topics = "".join(f"  t-{place}: '{text} {place}'\n" for place, text in enumerate(quoted))
    (project / "roles" / "catalog.yaml").write_text(
        f"rolecmp: 1\nlanguages: [en]\ntopics:\n{topics}", encoding="utf-8"
    )
    for file in ("maker", "seller"):
        (project / "roles" / f"{file}.yaml").unlink()
    for place, text in enumerate(quoted):
        (project / "roles" / f"r-{place}.yaml").write_text(
            f"name: '{text} {place}'\nsummary: x\n", encoding="utf-8"
        )
    assert cli("list").code == 0
    return [f"t-{place}" for place in range(len(WICKED))]


def test_zsh_and_fish_get_nothing_but_text(wicked: list[str]) -> None:
    shown = other("zsh", "rolecmp who-owns ").out
    assert shown.startswith("_arguments '*: :((")
    assert shown.endswith("))'\n")
    rows = shown[len("_arguments '*: :((") : -len("))'\n")].split("\n")
    assert len(rows) == len(wicked)
    for row, topic in zip(rows, wicked, strict=True):
        value, _, text = row.partition(":")
        assert value == f'"{topic}"'
        assert text[0] == text[-1] == '"'
        assert HARMLESS.fullmatch(text[1:-1])
    rows = other("fish", "rolecmp who-owns ").out.splitlines()
    assert [row.partition("\t")[0] for row in rows] == wicked
    for row in rows:
        assert HARMLESS.fullmatch(row.partition("\t")[2])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_names_that_are_values_are_nothing_but_text(shell: str, project: Path) -> None:
    (project / "roles" / "catalog.yaml").write_text(
        CATALOG.replace("aliases: [price, 价格]", "aliases: ['ü$(touch${IFS}hurt)', 'ü`x`']"),
        encoding="utf-8",
    )
    line = "rolecmp who-owns ü"
    result = bash(line) if shell == "bash" else other(shell, line)
    assert (result.code, result.err) == (0, "")
    for char in "$`":
        assert char not in result.out


# --- real shells --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "rolecmp"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rolecmp "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    # What every bash would load anew, and gets alike.
    kept = in_shell("bash", 'script="$(rolecmp --show-completion)"; echo "$script"', folder)
    assert (kept.code, kept.err) == (0, "")
    (folder / "completion.bash").write_text(kept.out, encoding="utf-8")
    return folder


def in_shell(shell: str, script: str, folder: Path) -> Result:
    env = environment(PATH=f"{folder}:{os.environ['PATH']}", HOME=str(folder))
    done = subprocess.run(
        [shell, "-c", script], env=env, capture_output=True, check=False, timeout=120
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


LOAD = 'eval "$(cat "$HOME/completion.bash")"; '


def complete(*words: str, kind: int = 9) -> str:
    quoted = " ".join(f"'{word}'" for word in words)
    return LOAD + (
        f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; COMP_TYPE={kind}; "
        f"_rolecmp_completion rolecmp '{words[-1]}' '{words[-2]}'; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )


def test_the_script_of_bash_registers_its_function(bin_folder: Path) -> None:
    result = in_shell("bash", LOAD + "complete -p rolecmp", bin_folder)
    assert result == Result(0, "complete -o default -F _rolecmp_completion rolecmp\n", "")


@pytest.mark.parametrize("line", SOME)
def test_a_real_bash_fills_its_reply(line: str, bin_folder: Path) -> None:
    # Bash ends a word before an @ and behind it, and replaces all from there on.
    words = [word for each in line.split(" ") for word in re.findall("^$|@|[^@]+", each)]
    result = in_shell("bash", complete(*words), bin_folder)
    replies = [re.sub("^.*(?=@)", "", value) for value, _ in OFFERS[line]]
    assert result == Result(0, lines(replies), "")


@pytest.mark.parametrize(
    "line", ["rolecmp list -o ", "rolecmp list --roles ", "rolecmp show zzz", "rolecmp docs "]
)
def test_a_real_bash_falls_back_on_files_where_nothing_is_offered(
    line: str, bin_folder: Path
) -> None:
    script = complete(*line.split(" ")).rpartition("printf")[0] + 'echo "${#COMPREPLY[@]}"'
    assert in_shell("bash", script, bin_folder) == Result(0, "0\n", "")


def test_a_real_bash_lists_names(bin_folder: Path) -> None:
    result = in_shell("bash", complete("rolecmp", "compare", "", kind=63), bin_folder)
    assert result == Result(0, "maker   Maker\nseller  Seller\n", "")


@pytest.mark.usefixtures("wicked")
@pytest.mark.parametrize("kind", [9, 63, 33, 37])
@pytest.mark.parametrize("command", ["who-owns", "compare"])
def test_a_real_bash_is_not_hurt(command: str, kind: int, bin_folder: Path, project: Path) -> None:
    result = in_shell("bash", complete("rolecmp", command, "", kind=kind), bin_folder)
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) == len(WICKED)
    assert not list(project.rglob("hurt*"))


def test_a_word_of_the_line_is_not_run_by_bash(bin_folder: Path, project: Path) -> None:
    script = complete("rolecmp", "compare", "$(touch hurt)")
    assert in_shell("bash", script, bin_folder).err == ""
    assert not list(project.rglob("hurt*"))


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
@pytest.mark.usefixtures("wicked")
def test_a_real_zsh_is_not_hurt(bin_folder: Path, project: Path) -> None:
    script = (
        "_arguments() { :; }; _files() { :; }; "
        'eval $(env _TYPER_COMPLETE_ARGS="rolecmp who-owns " '
        "_ROLECMP_COMPLETE=complete_zsh rolecmp)"
    )
    result = in_shell("zsh", script, bin_folder)
    assert (result.code, result.err) == (0, "")
    assert not list(project.rglob("hurt*"))


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@pytest.mark.usefixtures("wicked")
def test_a_real_fish_is_not_hurt(bin_folder: Path, project: Path) -> None:
    script = 'rolecmp --show-completion | source; complete -C"rolecmp who-owns "'
    result = in_shell("fish", script, bin_folder)
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) == len(WICKED)
    assert not list(project.rglob("hurt*"))


def test_completion_stands_in_no_one_elses_way() -> None:
    """A run without the variable is a plain run, whatever a shell left in the environment."""
    result = process("list", env=environment(COMP_WORDS="x", COMP_TYPE="63", COMP_CWORD="1"))
    assert result == process("list")


def test_a_terminal_is_needed_for_nothing() -> None:
    env = environment(
        _ROLECMP_COMPLETE="complete_bash", COMP_WORDS="rolecmp compare m", COMP_CWORD="2",
        COMP_TYPE="9", TERM="xterm", FORCE_COLOR="1",
    )  # fmt: skip
    code, shown, _ = on_terminal([sys.executable, "-m", "rolecmp"], columns=80, env=env)
    assert (code, shown) == (0, b"maker\n")
