from __future__ import annotations

import functools
import json
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
from cli_harness import ROOT, Result, cli, environment, process, program, python

import rolecmp
from rolecmp.cli import COMMANDS, entry
from rolecmp.visible import width_of

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [[], *([name] for name in COMMANDS)]
IDS = ["program", *COMMANDS]
ENGLISH = environment(LANG="en_US.UTF-8")
CHINESE = environment(LANG="zh_CN.UTF-8")


# Runs the program several times, each with a width of its own.
SEVERAL = """\
import contextlib, io, json, os
from rolecmp.cli import run
told = []
for columns, words in {asked!r}:
    os.environ["COLUMNS"] = columns
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = run(words)
    told.append([code, out.getvalue()])
print(json.dumps(told))
"""
COLUMNS = ("40", "59", "60", "80", "100", "120", "200")


def page(command: list[str], columns: str = "80", **variables: str) -> str:
    """Return a page of the help, as a process in such an environment prints it."""
    return _pages(tuple(variables.items()))[columns, (*command, "--help")]


@functools.cache
def _pages(variables: tuple[tuple[str, str], ...]) -> dict[tuple[str, tuple[str, ...]], str]:
    """Return the pages, in every width where a language is said, and by the other ways to them."""
    widths = COLUMNS if "LANG" in dict(variables) else ("80",)
    asked = [(columns, (*command, "--help")) for columns in widths for command in PAGES]
    asked += [("80", (*command, "-h")) for command in PAGES]
    asked += [("80", ("help", *command)) for command in PAGES]
    done = python(SEVERAL.format(asked=asked), env=environment(**dict(variables)))
    assert (done.code, done.err) == (0, "")
    told = json.loads(done.out)
    assert {code for code, _ in told} == {0}
    assert all(text.endswith("\n") for _, text in told)
    return {key: text for key, (_, text) in zip(asked, told, strict=True)}


def examples(text: str) -> list[str]:
    return [line[4:] for line in text.splitlines() if line.startswith("  $ ")]


def in_chinese(line: str) -> str:
    names = {"pm": "产品经理", "pmm": "产品市场经理", "pricing": "定价"}
    return " ".join(names.get(word, word) for word in line.split())


def both(line: str) -> set[str]:
    return {line, in_chinese(line)}


EXAMPLES: dict[tuple[str, ...], list[str]] = {
    (): ["rolecmp compare pm pmm", "rolecmp who-owns pricing"],
    **{(name,): list(entry(name).examples) for name in COMMANDS},
}


@pytest.mark.parametrize("command", PAGES, ids=IDS)
@pytest.mark.parametrize("language", ["en_US.UTF-8", "zh_CN.UTF-8"])
@pytest.mark.parametrize("columns", ["40", "200"])
def test_every_page_has_its_examples_each_on_a_line_of_its_own(
    command: list[str], language: str, columns: str
) -> None:
    found = examples(page(command, columns, LANG=language))
    wanted = EXAMPLES[tuple(command)]
    assert found == ([in_chinese(line) for line in wanted] if language[:2] == "zh" else wanted)


@pytest.mark.parametrize(
    "line",
    sorted({each for lines in EXAMPLES.values() for line in lines for each in both(line)}),
    ids=str,
)
def test_every_example_answers_as_it_stands(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, *arguments = shlex.split(line)
    assert name == "rolecmp"
    if arguments[0] == "check":  # which answers of one's own catalog alone
        shutil.copytree(ROOT / "roles", tmp_path / "roles")
    # What there is to import; what is decided on the way is said on standard error.
    (tmp_path / "raci.md").write_text("| Task | PM | Dev |\n|-|-|-|\n| Scope | A | R |\n")
    monkeypatch.chdir(tmp_path)
    if "raci.xlsx" in arguments:
        assert cli("matrix", "--roles", "builtin", "-o", "raci.xlsx").code == 0
    result = cli(*arguments)
    assert result.code in (0, 1)
    assert [each for each in result.err.splitlines() if ": note: " not in each] == []
    file = tmp_path / arguments[arguments.index("-o") + 1] if "-o" in arguments else None
    shown = file.read_text("utf-8") if file and file.is_file() else result.out
    assert len(shown.splitlines()) > 1


@pytest.mark.parametrize("command", PAGES, ids=IDS)
@pytest.mark.parametrize("language", ["en_US.UTF-8", "zh_CN.UTF-8"])
def test_no_line_is_wider_than_the_terminal(command: list[str], language: str) -> None:
    for columns in COLUMNS:
        text = page(command, columns, LANG=language)
        # An example is typed as it stands, so it is never broken.
        lines = [line for line in text.splitlines() if not line.startswith("  $ ")]
        assert [line for line in lines if width_of(line) > int(columns)] == []


@pytest.mark.parametrize("command", PAGES, ids=IDS)
def test_nothing_is_lost_where_the_terminal_is_narrow(command: list[str]) -> None:
    def words(text: str) -> list[str]:
        return "".join(text.split()).split()

    assert words(page(command, "40", LANG="en_US.UTF-8")) == words(
        page(command, "100", LANG="en_US.UTF-8")
    )


@pytest.mark.parametrize("command", PAGES, ids=IDS)
@pytest.mark.parametrize(
    "variables",
    [{"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true", "TERM": "xterm"}, {"NO_COLOR": "1"}],
    ids=lambda value: next(iter(value)),
)
def test_help_is_plain_text_everywhere(command: list[str], variables: dict[str, str]) -> None:
    assert page(command, **variables) == page(command)
    assert "\x1b" not in page(command, **variables)


def test_the_help_of_the_program() -> None:
    assert page([]) == (
        "Usage: rolecmp COMMAND [OPTIONS]\n"
        "\n"
        "  Who does what in a product organisation: role definitions compared.\n"
        "\n"
        "  $ rolecmp compare pm pmm\n"
        "  $ rolecmp who-owns pricing\n"
        "\n"
        "Commands:\n"
        "  compare   Two or more roles side by side, and who owns which topic.\n"
        "  who-owns  Who is accountable for a topic, and the sentence that says so.\n"
        "  show      What one role decides, does and is asked, on one screen.\n"
        "  list      The roles of the catalog.\n"
        "  matrix    Topics by roles, with what is contested or nobody's.\n"
        "  overlaps  Pairs of roles that meet on topics, the most contested first.\n"
        "  check     What is wrong with the definitions, where, and how to fix it.\n"
        "  diff      What changed in meaning between two catalogs: who owns what, then\n"
        "            the wording.\n"
        "  docs      Renew the marked blocks of documents, or list the stale ones.\n"
        "  import    Start a catalog from an existing table: Markdown, CSV or Excel.\n"
        "  page      The whole catalog as one page for a browser: compare roles, search\n"
        "            topics.\n"
        "  init      Start your own catalog: a copy to edit.\n"
        "  schema    The JSON Schemas of the definition files and of the answers.\n"
        "  help      How to use the program, or one of its commands.\n"
        "\n"
        "Options:\n"
        "  -V, --version         Print the version and exit.\n"
        "  --install-completion  Install completion for this shell.\n"
        "  --show-completion     Print the completion script of this shell.\n"
        "  -h, --help            Show this help and exit.\n"
    )


def test_the_help_of_the_program_in_chinese() -> None:
    assert page([], LANG="zh_CN.UTF-8") == (
        "用法：rolecmp 命令 [选项]\n"
        "\n"
        "  产品组织里谁做什么：读取角色定义，逐项比较。\n"
        "\n"
        "  $ rolecmp compare 产品经理 产品市场经理\n"
        "  $ rolecmp who-owns 定价\n"
        "\n"
        "命令：\n"
        "  compare   并排比较两个或多个角色，看清各主题归谁负责。\n"
        "  who-owns  某个主题由谁最终负责，依据是哪句话。\n"
        "  show      一屏看清一个角色：拍板什么、执行什么、哪些事要先问过它。\n"
        "  list      列出目录里的角色。\n"
        "  matrix    责任矩阵：主题与角色对照，标出有争议和无人负责的主题。\n"
        "  overlaps  哪些角色职责重叠：争议最多的排在前面，并列出涉及的主题。\n"
        "  check     检查角色定义有什么问题，每个问题都给出位置和修复办法。\n"
        "  diff      两个目录之间含义上的变化：先看归属，再看文字。\n"
        "  docs      更新文档里标记出来的区块，或者列出已经过期的区块。\n"
        "  import    从已有的表格（Markdown、CSV 或 Excel）建立角色目录。\n"
        "  page      把整个目录做成一个网页：比较角色，搜索主题。\n"
        "  init      创建自己的角色目录：复制一份再修改。\n"
        "  schema    角色定义文件和 JSON 回答的 JSON Schema。\n"
        "  help      显示程序或某个命令的用法。\n"
        "\n"
        "选项：\n"
        "  -V, --version         显示版本并退出。\n"
        "  --install-completion  为当前 shell 安装补全。\n"
        "  --show-completion     输出当前 shell 的补全脚本。\n"
        "  -h, --help            显示帮助并退出。\n"
    )


OPTIONS = [
    "--roles", "--lang", "-f, --format", "-o, --output", "--color", "--width", "--heading",
    "--no-pager",
    "-h, --help",
]  # fmt: skip
OWN_OPTIONS = {
    "matrix": ["--role ", "--topic", "--only", *OPTIONS],
    "overlaps": ["--top ", *OPTIONS],
    "compare": ["-d, --dimension", "--full", "--by topic", *OPTIONS],
    "show": ["--full", *OPTIONS],
    "check": ["--strict", "--rules", "--explain", "--fix", "--diff", *OPTIONS],
    "diff": ["--exit-code", *OPTIONS],
    "import": [
        "-o, --output",
        "--dry-run",
        "--partial",
        "--sentences",
        "--sheet",
        "--table",
        "--heading",
        "--roles-in",
        "--role",
        "--separator",
        "--ignore",
        "--only-roles",
        "--map",
        "--empty-rows",
        "--lang",
        "-h, --help",
    ],
    "init": ["--from", "--role", "--lang", "-h, --help"],
    "docs": ["--check", "--diff", "--force", "--example", "-f, --format", "--roles", "-h, --help"],
    "page": [
        "-o, --output",
        "--check",
        "--source-url",
        "--stamp",
        "--roles",
        "--lang",
        "-h, --help",
    ],
    "schema": ["--roles", "--lang", "-o, --output", "-h, --help"],
    "help": ["-h, --help"],
}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    ("language", "heading"), [("en_US.UTF-8", "Options:"), ("zh_CN.UTF-8", "选项：")]
)
def test_every_command_lists_its_options(name: str, language: str, heading: str) -> None:
    lines = page([name], "100", LANG=language).splitlines()
    listed = [line.strip() for line in lines[lines.index(heading) :] if line.startswith("  -")]
    expected = OWN_OPTIONS.get(name, OPTIONS)
    assert len(listed) == len(expected)
    for line, option in zip(listed, expected, strict=True):
        assert line.startswith(option)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_is_wholly_in_the_language_of_the_environment(name: str) -> None:
    english = page([name], LANG="en_US.UTF-8")
    chinese = page([name], LANG="zh_CN.UTF-8")
    assert english.isascii()
    assert english.startswith(f"Usage: rolecmp {name} ")
    assert chinese.startswith("用法：")
    for word in ("Usage", "Options:", "Arguments:", "Commands:", "Show this", "Else"):
        assert word not in chinese


def test_rolecmp_lang_decides_the_language_of_the_help() -> None:
    for wanted, other in (("en_US.UTF-8", "zh_CN.UTF-8"), ("zh_CN.UTF-8", "en_US.UTF-8")):
        env = environment(ROLECMP_LANG=wanted[:2], LANG=other, COLUMNS="80")
        assert process("--help", env=env) == Result(0, page([], LANG=wanted), "")


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_chinese_help_on_an_ascii_stream_is_no_traceback(locale: str) -> None:
    variables = {"ROLECMP_LANG": "zh", "LC_ALL": locale, "PYTHONIOENCODING": "ascii"}
    result = process("--help", env=environment(**variables))
    assert (result.code, result.err) == (0, "")
    assert "rolecmp compare 产品经理" in result.out


def test_the_bare_program_shows_its_help() -> None:
    assert process(env=ENGLISH) == process("--help", env=ENGLISH)
    assert process(env=CHINESE) == process("--help", env=CHINESE)


def test_the_version() -> None:
    assert cli("--version") == Result(0, f"rolecmp {rolecmp.__version__}\n", "")
    assert process("--version") == Result(0, f"rolecmp {rolecmp.__version__}\n", "")
    assert process("-V") == Result(0, f"rolecmp {rolecmp.__version__}\n", "")
    assert process("--version", "compare") == Result(0, f"rolecmp {rolecmp.__version__}\n", "")


@pytest.mark.parametrize("command", PAGES, ids=IDS)
def test_there_are_three_ways_to_the_same_page(command: list[str]) -> None:
    for language in ("en_US.UTF-8", "zh_CN.UTF-8"):
        pages = _pages((("LANG", language),))
        text = pages["80", (*command, "--help")]
        assert pages["80", (*command, "-h")] == pages["80", ("help", *command)] == text


def test_a_page_is_the_same_by_the_program_itself() -> None:
    for command in ([], ["matrix"]):
        text = page(command, LANG="zh_CN.UTF-8")
        env = environment(LANG="zh_CN.UTF-8", COLUMNS="80")
        assert process(*command, "--help", env=env) == Result(0, text, "")


def test_help_for_what_is_no_command() -> None:
    assert cli("help", "comparr") == Result(
        2, "", "rolecmp: error[usage]: no such command `comparr`; did you mean `compare`?\n"
    )
    assert cli("help", "list", "show").code == 2


def test_help_needs_no_catalog() -> None:
    variables = environment(ROLECMP_ROLES="/nowhere")
    assert process("compare", "--help", env=variables).code == 0
    assert process("--version", env=variables).code == 0


def test_help_wins_over_what_is_missing() -> None:
    assert cli("compare", "--help").code == 0
    assert cli("compare", "pm", "--help", "-f", "nonsense").code == 0


def test_the_module_runs_as_the_program_does() -> None:
    """`python -m rolecmp` and the entry point that a wheel installs are one."""
    entry = "import sys; from rolecmp.__main__ import main; sys.argv = ['x', 'list']; main()"
    assert python(entry) == process("list")
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'rolecmp = "rolecmp.__main__:main"' in text
    assert program("list")[1:] == ["-m", "rolecmp", "list"]
