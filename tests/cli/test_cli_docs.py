"""Documents renewed, checked and shown as a difference by the command line."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import mdformat
import pytest
from cli_harness import ROOT, Result, cli, environment, on_terminal, process, program, write_studio

from rolecmp import output
from rolecmp.commands import blockanswers, documents, registry
from rolecmp.commands.registry import COMMANDS, answering_commands
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.docblocks.content import digest, written

EMPTY = "<!-- rolecmp: list -->\n<!-- /rolecmp -->\n"


STUDIO = f"{digest('en: Studio' + chr(10) + 'zh: 工作室')} roles"


def block(command: str) -> str:
    return f"<!-- rolecmp: {command} -->\n<!-- /rolecmp -->\n"


def filled(command: str, answer: str) -> str:
    mark = f"{digest(written(answer))} {STUDIO}"
    return f"<!-- rolecmp: {command} -->\n\n{answer}\n<!-- /rolecmp {mark} -->\n"


@pytest.fixture(autouse=True)
def project(studio: Path) -> Path:
    return studio


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def read(path: Path) -> str:
    return path.read_bytes().decode()


# --- renewing -----------------------------------------------------------------------------------

QUESTIONS = {
    "compare": "compare maker seller -d perspective",
    "who-owns": "who-owns research",
    "show": "show maker",
    "list": "list",
    "matrix": "matrix",
    "overlaps": "overlaps",
}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", answering_commands())
@pytest.mark.parametrize("options", ["", " --lang zh", " --heading 4", " --heading 0 --lang=en"])
def test_a_block_holds_what_the_command_answers(name: str, options: str, project: Path) -> None:
    command = QUESTIONS[name] + options
    path = write(project / "a.md", f"# Doc\n\n{block(command)}\nend")
    answer = cli(*command.split(), "-f", "markdown")
    assert answer.err == ""

    assert cli("docs", "a.md") == Result(
        0, f"a.md:3:1: renewed: {command}\n", "1 of 1 block renewed\n"
    )

    assert read(path) == f"# Doc\n\n{filled(command, answer.out)}\nend"
    before = path.stat()
    assert cli("docs", "a.md") == Result(0, "", "1 block in 1 document: all up to date\n")
    assert cli("docs", "--check", "a.md").code == 0
    assert path.stat() == before


def test_every_command_either_answers_or_is_refused(project: Path) -> None:
    for name in set(COMMANDS) - set(answering_commands()):
        write(project / "a.md", block(name))
        result = cli("docs", "a.md")
        assert result.code == 2
        assert result.err.startswith(
            f"a.md:1:15: error[usage]: the answer of `{name}` cannot go into a document; "
        )
    assert "docs" not in answering_commands()


def test_check_changes_nothing_and_names_each_stale_block(project: Path) -> None:
    text = f"{EMPTY}\n\n{block('show maker')}"
    path = write(project / "docs" / "a.md", text)
    write(project / "docs" / "b.md", EMPTY)
    assert cli("docs", "docs/b.md").code == 0

    assert cli("docs", "--check", "docs") == Result(
        1,
        "docs/a.md:1:1: stale: list\ndocs/a.md:5:1: stale: show maker\n",
        "2 of 3 blocks stale; run without --check and --diff to renew them\n",
    )

    assert read(path) == text


def test_what_goes_stale_is_found_and_renewed(project: Path) -> None:
    path = write(project / "a.md", block("who-owns pricing"))
    assert cli("docs", "a.md").code == 0
    before = read(path)
    role = project / "roles" / "maker.yaml"
    role.write_text(role.read_text("utf-8").replace("Sets the price", "Sets it"), "utf-8")

    assert cli("docs", "--check", "a.md").code == 1
    assert cli("docs", "a.md").code == 0

    assert (
        read(path).splitlines()[:-1]
        == before.replace("Sets the price", "Sets it").splitlines()[:-1]
    )
    assert cli("docs", "--check", "a.md").code == 0


def test_the_words_are_chinese_where_chinese_is_spoken(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project / "a.md", EMPTY)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert cli("docs", "--check", "a.md") == Result(
        1,
        "a.md:1:1: 已过期: list\n",
        "1 个区块里有 1 个已过期；去掉 --check 和 --diff 再运行即可更新\n",
    )
    assert cli("docs", "a.md") == Result(0, "a.md:1:1: 已更新: list\n", "1 个区块里更新了 1 个\n")
    assert cli("docs", "a.md").err == "1 个文档里共有 1 个区块，全部是最新的\n"
    assert "## Roles" in read(path)  # the document's language is not the reader's
    write(project / "b.md", "text")
    assert cli("docs", "b.md") == Result(
        0, "", "1 个文档里没有找到区块；用 rolecmp docs --example 查看写法\n"
    )


def test_a_document_without_blocks_is_no_error(project: Path) -> None:
    path = write(project / "a.md", "```\n" + EMPTY + "```\n")
    assert cli("docs", "--check", "a.md") == Result(
        0,
        "",
        "no block in 1 document; rolecmp docs --example shows what one looks like\n",
    )
    assert read(path) == "```\n" + EMPTY + "```\n"


def test_a_line_more_in_a_definition_file_makes_nothing_stale(project: Path) -> None:
    path = write(project / "docs" / "a.md", "\n".join(block(each) for each in QUESTIONS.values()))
    assert cli("docs", "docs").code == 0
    assert "[../roles/seller.yaml](../roles/seller.yaml)" in read(path)
    for file in (project / "roles").iterdir():
        file.write_text(f"# Reviewed by the board\n\n{file.read_text('utf-8')}", "utf-8")
    assert cli("docs", "--check", "docs").code == 0


# --- the difference -----------------------------------------------------------------------------


def test_diff_changes_nothing_and_can_be_applied(project: Path) -> None:
    crlf = f"one\n\n{EMPTY}\ntwo".replace("\n", "\r\n")
    path = write(project / "docs" / "a.md", crlf)
    other = write(project / "docs" / "b.mdx", "{/* rolecmp: list */}\n{/* /rolecmp */}")

    shown = cli("docs", "--diff", "docs")

    assert (read(path), shown.code) == (crlf, 0)
    assert shown.err == (
        "docs/a.md:3:1: stale: list\ndocs/b.mdx:1:1: stale: list\n"
        "2 of 2 blocks stale; run without --check and --diff to renew them\n"
    )
    assert cli("docs", "--diff", "--check", "docs") == shown._replace(code=1)
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=project, input=shown.out.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    applied = path.read_bytes(), other.read_bytes()
    assert cli("docs", "--check", "docs").code == 0
    write(path, crlf)
    write(other, "{/* rolecmp: list */}\n{/* /rolecmp */}")
    assert cli("docs", "docs").code == 0
    assert (path.read_bytes(), other.read_bytes()) == applied


def rename(project: Path, role: str, name: str) -> None:
    path = project / "roles" / f"{role}.yaml"
    text = re.sub(r"(?<=^name: \{en: )\w+", name, path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\nmore\n", "\nmore"])
def test_the_difference_of_filled_blocks_applies(eol: str, end: str, project: Path) -> None:
    """What git does with it is what `docs` does: several hunks, several files, in folders."""
    far = "".join(f"line {number}\n" for number in range(20))
    text = f"# Doc\n\n{block('list')}{far}\n{block('who-owns')}{block('show maker')}"
    text = text.rstrip("\n") + end
    first = write(project / "docs" / "a.md", text.replace("\n", eol))
    second = write(project / "docs" / "deep" / "b.md", block("matrix").rstrip("\n") + end)
    assert cli("docs", "docs").code == 0
    rename(project, "maker", "Builder")
    rename(project, "seller", "Vendor")
    before = first.read_bytes(), second.read_bytes()
    shown = cli("docs", "--diff", "docs")
    assert shown.out.count("@@ -") >= 4
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=project, input=shown.out.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    applied = first.read_bytes(), second.read_bytes()
    first.write_bytes(before[0])
    second.write_bytes(before[1])
    assert cli("docs", "docs").code == 0
    assert (first.read_bytes(), second.read_bytes()) == applied != before


def test_a_difference_on_a_terminal_is_obeyed_by_none(project: Path) -> None:
    write(project / "a.md", f"\x1b[2J\u202e\n{EMPTY}")
    assert "\x1b[2J" in cli("docs", "--diff", "a.md").out
    _, shown, _ = on_terminal(program("docs", "--diff", "a.md"), columns=80)
    assert b"\x1b" not in shown
    assert b" \\x1b[2J\\u202e\n" in shown


def test_no_difference_prints_nothing(project: Path) -> None:
    write(project / "a.md", "text")
    assert cli("docs", "--diff", "a.md").out == ""


# --- the same everywhere ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "zh_CN.UTF-8"},
        {"ROLECMP_LANG": "zh"},
        {"FORCE_COLOR": "1", "TERM": "xterm"},
        {"COLUMNS": "40"},
        {"ROLECMP_ROLES": str(ROOT / "roles")},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    ],
    ids=lambda value: next(iter(value)),
)
def test_the_environment_changes_nothing(variables: dict[str, str], project: Path) -> None:
    text = block("compare maker seller") + block("who-owns")
    path = write(project / "a.md", text)
    assert cli("docs", "a.md").code == 0
    expected = read(path)
    write(path, text)
    assert process("docs", "a.md", env=environment(**variables)).code == 0
    assert read(path) == expected
    write(path, text)
    on_terminal(program("docs", "a.md"), columns=60, env=environment(**variables))
    assert read(path) == expected


def test_the_working_directory_changes_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project / "docs" / "deep" / "a.md", block("who-owns pricing"))
    assert cli("docs", "docs").code == 0
    text = read(path)
    assert "| [../../roles/maker.yaml](../../roles/maker.yaml) |" in text
    assert "\nCatalog: Studio (../../roles)\n" in text
    for place in (path.parent, project / "roles", tmp_path, Path("/")):
        monkeypatch.chdir(place)
        assert cli("docs", "--check", str(path)).code == 0
        assert cli("docs", "--check", os.path.relpath(path)).code == 0


# --- which catalog ------------------------------------------------------------------------------


def other_catalog(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "catalog.yaml").write_text(f"rolecmp: 1\ntitle: {name}\nlanguages: [en]\n", "utf-8")
    (folder / "x.yaml").write_text(f"name: {name}\n", encoding="utf-8")
    return folder


def catalog_of(path: Path) -> str:
    (found,) = re.findall(r"^Catalog: (.*)$", read(path), re.MULTILINE)
    return str(found)


def test_the_catalog_nearest_to_the_document_is_used(project: Path) -> None:
    other_catalog(project / "docs" / "team" / "roles", "Team")
    near = write(project / "docs" / "team" / "a.md", EMPTY)
    far = write(project / "docs" / "a.md", EMPTY)
    assert cli("docs", "docs").code == 0
    assert catalog_of(near) == "Team (roles)"
    assert catalog_of(far) == "Studio (../roles)"


def test_roles_of_the_command_are_those_of_every_block(project: Path) -> None:
    other_catalog(project / "company", "Company")
    path = write(project / "docs" / "a.md", EMPTY)
    assert cli("docs", "docs", "--roles", "company").code == 0
    assert catalog_of(path) == "Company (../company)"
    assert cli("docs", "docs", "--roles", str(project / "company"), "--check").code == 0
    assert cli("docs", "docs", "--roles", "builtin", "--force").code == 0
    assert catalog_of(path) == "Product, marketing and sales roles (built in)"
    assert cli("docs", "docs", "--roles", "builtin", "--check").code == 0


def test_another_catalog_than_a_block_was_written_from_is_an_error(project: Path) -> None:
    other_catalog(project / "company", "Company")
    path = write(project / "docs" / "a.md", EMPTY)
    assert cli("docs", "docs").code == 0
    text = read(path)
    for option in ("company", "builtin"):
        refused = cli("docs", "docs", "--roles", option)
        assert (refused.code, refused.out, read(path)) == (2, "", text)
        now = {"company": "../company"}.get(option, option)
        assert refused.err == (
            "docs/a.md:1:15: error[other-catalog]: this block was written from the catalog "
            f"`../roles`, and would now be answered from `{now}`; write --roles ../roles into the "
            "block to keep to it, or use --force to change over\n"
        )
    # What the nearest catalog is may change without anybody meaning it.
    write_studio(project / "docs" / "roles")
    assert cli("docs", "--check", "docs").err.startswith("docs/a.md:1:15: error[other-catalog]: ")
    assert cli("docs", "--force", "docs").code == 0
    assert catalog_of(path) == "Studio (roles)"


def test_a_catalog_that_is_renamed_or_moved_with_its_documents_is_the_same(project: Path) -> None:
    path = write(project / "docs" / "a.md", EMPTY)
    assert cli("docs", "docs").code == 0
    header = project / "roles" / "catalog.yaml"
    header.write_text(header.read_text("utf-8").replace("en: Studio", "en: Company"), "utf-8")
    assert cli("docs", "docs").code == 0
    assert catalog_of(path) == "Company (../roles)"
    (project / "docs").rename(project / "handbook")
    (project / "handbook" / "deep").mkdir()
    moved = (project / "handbook" / "a.md").rename(project / "handbook" / "deep" / "a.md")
    assert cli("docs", "handbook").code == 0
    assert catalog_of(moved) == "Company (../../roles)"
    (project / "roles").rename(project / "handbook" / "roles")
    assert cli("docs", "handbook").code == 0
    assert catalog_of(moved) == "Company (../roles)"


def test_a_catalog_in_a_folder_of_any_name_is_remembered(project: Path) -> None:
    other_catalog(project / "a b%<c>--> 产品", "Team")
    path = write(project / "a.md", EMPTY)
    assert cli("docs", "a.md", "--roles", "a b%<c>--> 产品").code == 0
    assert read(path).endswith(" a%20;b%25;%3c;c%3e;--%3e;%20;产品 -->\n")
    assert cli("docs", "a.md", "--roles", "a b%<c>--> 产品").err.endswith(" all up to date\n")
    assert "from the catalog `a b%<c>--> 产品`" in cli("docs", "a.md").err


@pytest.mark.parametrize("emptied", ["roles/catalog.yaml", "roles"])
def test_a_catalog_that_is_no_longer_one_is_an_error(emptied: str, project: Path) -> None:
    path = write(project / "docs" / "a.md", EMPTY)
    assert cli("docs", "docs").code == 0
    text = read(path)
    if emptied == "roles":
        shutil.rmtree(project / "roles")
    else:
        write(project / emptied, "")
    result = cli("docs", "docs")
    assert (result.code, result.out, read(path)) == (2, "", text)
    assert result.err.startswith(
        "docs/a.md:1:15: error[no-catalog]: there is no catalog of your own"
        if emptied == "roles"
        else "roles/catalog.yaml:1:1: error["
    )


def test_roles_of_a_block_are_as_seen_from_the_document(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_catalog(project / "company", "Company")
    path = write(project / "docs" / "a.md", block("list --roles ../company"))
    assert cli("docs", "docs", "--roles", "roles").code == 0
    assert catalog_of(path) == "Company (../company)"
    monkeypatch.chdir(tmp_path)
    assert cli("docs", "--check", str(path)).code == 0


def test_without_a_catalog_above_the_variable_counts_and_the_built_in_one_must_be_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "elsewhere" / "a.md", EMPTY)
    refused = cli("docs", str(path))  # though the working directory has a catalog
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"{path}:1:15: error[no-catalog]: there is no catalog of your own here or in a folder "
        "above, and rolecmp docs does not answer from the built-in one unless it is named; start "
        "a catalog with rolecmp init, or name that one: --roles builtin\n"
    )
    monkeypatch.setenv("ROLECMP_ROLES", "roles")
    assert cli("docs", str(path)).code == 0
    assert catalog_of(path) == "Studio (../here/roles)"
    write(path, EMPTY)
    monkeypatch.setenv("ROLECMP_ROLES", "builtin")
    assert cli("docs", str(path)).code == 0
    assert catalog_of(path) == "Product, marketing and sales roles (built in)"
    monkeypatch.delenv("ROLECMP_ROLES")
    write(path, block("list --roles builtin"))
    assert cli("docs", str(path)).code == 0
    assert cli("docs", "--check", str(path)).code == 0


def test_a_linked_document_belongs_to_where_it_lies(project: Path, tmp_path: Path) -> None:
    write_studio(tmp_path / "away" / "roles")
    real = write(tmp_path / "away" / "docs" / "a.md", EMPTY)
    link = project / "a.md"
    link.symlink_to(real)
    assert cli("docs", "a.md").code == 0
    assert link.is_symlink()
    assert catalog_of(real) == "Studio (../roles)"
    assert cli("docs", "--check", str(real)).code == 0


def test_a_catalog_is_read_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [block(QUESTIONS[name]) for name in ("list", "show", "compare", "who-owns")]
    for number in range(10):
        write(project / "docs" / f"{number}.md", "\n".join(every * 5))
    reads: list[str] = []
    original = DiskFolder.read

    def counted(self: DiskFolder, name: str, limit: int) -> object:
        reads.append(name)
        return original(self, name, limit)

    monkeypatch.setattr(DiskFolder, "read", counted)
    assert cli("docs", "docs").err == "200 of 200 blocks renewed\n"
    assert sorted(reads) == ["catalog.yaml", "maker.yaml", "seller.yaml"]


def test_broken_definitions_are_told_once_and_as_seen_from_here(project: Path) -> None:
    role = project / "roles" / "maker.yaml"
    role.write_text(role.read_text("utf-8").replace("[pricing]", "[pricin]"), encoding="utf-8")
    text = block("list") + block("show maker") + "<!-- rolecmp: list\n"
    path = write(project / "docs" / "a.md", text)
    result = cli("docs", "docs")
    assert (result.code, result.out, read(path)) == (2, "", text)
    lines = result.err.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "docs/a.md:5:1", "docs/a.md:5:1", "roles/maker.yaml:7:19",
    ]  # fmt: skip


# --- what is wrong with a block -----------------------------------------------------------------

ROLES = "maker, seller"
SLIPS: dict[str, tuple[str, list[str], list[str]]] = {
    "an unknown role": (
        "compare makr seller",
        ["23: error[unknown-role]: no role is called `makr`; did you mean `maker` (Maker)? "
         f"the roles are {ROLES}; rolecmp list shows them all"],
        ["23: error[unknown-role]: 没有叫 `makr` 的角色，是不是想找 `maker` (Maker)？"
         "现有角色：maker、seller；用 rolecmp list 查看全部"],
    ),
    "two unknown roles": (
        "compare makr zzz",
        ["23: error[unknown-role]: no role is called `makr`; did you mean `maker` (Maker)? "
         f"the roles are {ROLES}; rolecmp list shows them all",
         "28: error[unknown-role]: no role is called `zzz`"],
        ["23: error[unknown-role]: 没有叫 `makr` 的角色，是不是想找 `maker` (Maker)？"
         "现有角色：maker、seller；用 rolecmp list 查看全部",
         "28: error[unknown-role]: 没有叫 `zzz` 的角色"],
    ),
    "unknown topics": (
        "who-owns pricng sear zz",
        ["24: error[unknown-topic]: no topic is called `pricng`; did you mean `pricing` (Pricing)?",
         "31: error[unknown-topic]: no topic is called `sear`",
         "36: error[unknown-topic]: no topic is called `zz`"],
        ["24: error[unknown-topic]: 没有叫 `pricng` 的主题，是不是想找 `pricing` (Pricing)？",
         "31: error[unknown-topic]: 没有叫 `sear` 的主题",
         "36: error[unknown-topic]: 没有叫 `zz` 的主题"],
    ),
    "a topic's name beside other words": (
        "who-owns 'cloud support'",
        ["24: error[unknown-topic]: no topic is called `cloud support`; "
         "did you mean `support` (Support)?"],
        ["24: error[unknown-topic]: 没有叫 `cloud support` 的主题，"
         "是不是想找 `support` (Support)？"],
    ),
    "a letter": (
        "who-owns p",
        ["24: error[unknown-topic]: no topic is called `p`"],
        ["24: error[unknown-topic]: 没有叫 `p` 的主题"],
    ),
    "an unknown dimension": (
        "compare maker seller -dzz",
        ["36: error[unknown-dimension]: no dimension is called `zz`; "
         "the dimensions are perspective, responsibility, market-facing"],
        ["36: error[unknown-dimension]: 没有叫 `zz` 的维度；"
         "维度有：perspective、responsibility、market-facing"],
    ),
    "an unknown dimension behind an equals sign": (
        "compare maker seller --dimension=zz",
        ["36: error[unknown-dimension]: no dimension is called `zz`; "
         "the dimensions are perspective, responsibility, market-facing"],
        ["36: error[unknown-dimension]: 没有叫 `zz` 的维度；"
         "维度有：perspective、responsibility、market-facing"],
    ),
    "an unknown command": (
        "comparr maker seller",
        ["15: error[usage]: no such command `comparr`; did you mean `compare`?"],
        ["15: error[usage]: 没有命令 `comparr`；是不是想写 `compare`？"],
    ),
    "an unknown option": (
        "list --langg zh",
        ["20: error[usage]: no such option `--langg`; did you mean `--lang` or `--heading`?"],
        ["20: error[usage]: 没有选项 `--langg`；是不是想写 `--lang` 或 `--heading`？"],
    ),
    "help": (
        "list --help",
        ["20: error[usage]: no such option `--help`; see rolecmp list --help"],
        ["20: error[usage]: 没有选项 `--help`；用法见 rolecmp list --help"],
    ),
    "no value": (
        "list --lang",
        ["20: error[usage]: option `--lang` needs a value; "
         "see rolecmp list --help"],
        ["20: error[usage]: 选项 `--lang` 需要一个值；用法见 rolecmp list --help"],
    ),
    "a role too many": (
        "show maker seller",
        ["26: error[usage]: unexpected argument `seller`; see rolecmp show --help"],
        ["26: error[usage]: 多余的参数：`seller`；用法见 rolecmp show --help"],
    ),
    "no role": (
        "show",
        ["15: error[usage]: missing argument ROLE; see rolecmp show --help"],
        ["15: error[usage]: 缺少参数 ROLE；用法见 rolecmp show --help"],
    ),
    "the same role twice": (
        "compare maker builder",
        ["29: error[usage]: `maker` and `builder` are the same role, `maker`"],
        ["29: error[usage]: `maker` 和 `builder` 是同一个角色 `maker`"],
    ),
    "a language that is none": (
        "list --lang=fr",
        ["20: error[unknown-language]: this catalog has no texts in `fr`; "
         "its languages are en, zh"],
        ["20: error[unknown-language]: 这个目录没有 `fr` 语言的文字；它的语言有：en、zh"],
    ),
    "a heading too high": (
        "list --heading 7",
        ["30: error[usage]: invalid value `7` for --heading: expected a whole number from 0 to 6"],
        ["30: error[usage]: --heading 的值 `7` 无效：应为 0 到 6 的整数"],
    ),
    "another catalog that is none": (
        "list --roles nowhere",
        ["28: error[no-catalog]: `nowhere` (--roles) is not a folder"],
        ["28: error[no-catalog]: `nowhere`（--roles）不是文件夹"],
    ),
    "options for the terminal": (
        "list --width 80 --color=never -o x.md -f table",
        [f"{column}: error[usage]: `{name}` has no use in a block, which is always Markdown; "
         "remove it"
         for column, name in ((20, "--width"), (31, "--color"), (45, "-o"), (53, "-f"))],
        [f"{column}: error[usage]: 区块总是 Markdown，`{name}` 在这里不起作用；请去掉"
         for column, name in ((20, "--width"), (31, "--color"), (45, "-o"), (53, "-f"))],
    ),
    "a format that is none": (
        "list --format=json",
        ["20: error[usage]: `--format` has no use in a block, which is always Markdown; "
         "remove it"],
        ["20: error[usage]: 区块总是 Markdown，`--format` 在这里不起作用；请去掉"],
    ),
    "another command": (
        "docs a.md",
        ["15: error[usage]: the answer of `docs` cannot go into a document; choose from "
         + ", ".join(answering_commands())],
        ["15: error[usage]: `docs` 的结果不能放进文档；可选：" + "、".join(answering_commands())],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_slip_in_a_block_is_located(
    name: str, language: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, english, chinese = SLIPS[name]
    monkeypatch.setenv("ROLECMP_LANG", language)
    text = f"# 文档\n\n{block(command)}"
    path = write(project / "docs" / "a.md", text)
    result = cli("docs", "docs/a.md")
    said = english if language == "en" else chinese
    assert result == Result(2, "", "".join(f"docs/a.md:3:{line}\n" for line in said))
    assert read(path) == text


def test_what_words_in_a_block_may_mean_is_said_in_their_line(project: Path) -> None:
    catalog = project / "roles" / "catalog.yaml"
    more = "topics:\n  price-list: {en: Price list, zh: 价目表}\n"
    catalog.write_text(catalog.read_text("utf-8").replace("topics:\n", more), "utf-8")
    write(project / "roles" / "build-lead.yaml", "name: {en: Build lead, zh: 构建}\n")
    write(project / "docs" / "a.md", block("who-owns pri") + block("show buil"))
    assert cli("docs", "docs/a.md") == Result(
        2,
        "",
        "docs/a.md:1:24: error[unknown-topic]: no topic is called `pri`; "
        "did you mean `price-list` (Price list) or `pricing` (Pricing)?\n"
        "docs/a.md:3:20: error[unknown-role]: no role is called `buil`; did you mean "
        "`build-lead` (Build lead) or `maker` (builder)?\n",
    )


def test_markdown_may_be_asked_for_in_a_block(project: Path) -> None:
    path = write(project / "a.md", block("list -f markdown"))
    assert cli("docs", "a.md").code == 0
    assert "## Roles" in read(path)


def test_every_problem_of_every_document_is_told_and_none_is_written(project: Path) -> None:
    good = write(project / "docs" / "a.md", EMPTY)
    bad = write(project / "docs" / "b.md", "<!-- /rolcmp -->\n" + block("show zz"))
    (project / "docs" / "c.md").write_bytes(b"rolecmp\n  \xff")
    result = cli("docs", "docs", "docs/d.md")
    assert (result.code, result.out) == (2, "")
    assert [line.split(" error")[0] for line in result.err.splitlines()] == [
        "docs/b.md:1:1:", "docs/b.md:1:1:", "docs/b.md:2:20:", "docs/c.md:2:3:", "docs/d.md:1:1:",
    ]  # fmt: skip
    assert read(good) == EMPTY
    assert read(bad).startswith("<!-- /rolcmp -->\n<!-- rolecmp: show zz -->\n<!-- /rolecmp -->")
    assert cli("docs", "--check", "docs").out == "docs/a.md:1:1: stale: list\n"
    assert cli("docs", "--diff", "docs").out == ""
    assert cli("docs", "--force", "docs").code == 2


def test_the_line_and_a_caret_are_for_a_terminal(project: Path) -> None:
    write(project / "a.md", block("show zz"))
    _, shown, _ = on_terminal(program("docs", "a.md"), columns=80)
    assert shown.decode().endswith("\n    <!-- rolecmp: show zz -->\n                       ^\n")


def test_force_replaces_what_was_edited(project: Path) -> None:
    path = write(project / "a.md", EMPTY)
    assert cli("docs", "a.md").code == 0
    text = read(path)
    write(path, text.replace("Maker", "Mine"))
    refused = cli("docs", "--check", "a.md")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "a.md:1:1: error[edited-block]: this block was edited by hand; "
        "move what you want to keep out of it; --force replaces the rest\n"
    )
    assert cli("docs", "a.md") == refused
    assert cli("docs", "--force", "--check", "a.md").code == 1
    assert cli("docs", "--force", "a.md").code == 0
    assert read(path) == text


# --- files --------------------------------------------------------------------------------------


def test_the_bytes_around_the_blocks_are_kept(project: Path) -> None:
    path = project / "a.md"
    head, tail = b"\xef\xbb\xbfone\r\n\r\n", b"two \x0b\xe2\x80\xa8\r\nthree"
    path.write_bytes(head + EMPTY.replace("\n", "\r\n").encode() + tail)
    path.chmod(0o640)
    assert cli("docs", "a.md").code == 0
    data = path.read_bytes()
    assert data.startswith(head + b"<!-- rolecmp: list -->\r\n\r\n## Roles\r\n")
    assert data.endswith(b" -->\r\n" + tail)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert path.stat().st_mode & 0o7777 == 0o640
    assert sorted(each.name for each in project.iterdir()) == ["a.md", "roles"]


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser may give files away")
def test_the_owner_of_a_document_is_kept(project: Path) -> None:
    path = write(project / "a.md", EMPTY)
    os.chown(path, 1234, 2345)
    path.chmod(0o664)
    assert cli("docs", "a.md").code == 0
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)
    assert path.stat().st_mode & 0o7777 == 0o664


def test_a_link_stays_a_link_and_is_renewed_once(project: Path) -> None:
    real = write(project / "docs" / "real.md", EMPTY)
    (project / "docs" / "link.md").symlink_to("real.md")
    assert cli("docs", "docs").out == "docs/link.md:1:1: renewed: list\n"
    assert (project / "docs" / "link.md").is_symlink()
    assert "## Roles" in read(real)


def test_a_link_out_of_the_folder_is_not_written_through(project: Path, tmp_path: Path) -> None:
    write_studio(tmp_path / "away" / "roles")
    real = write(tmp_path / "away" / "a.md", EMPTY)
    good = write(project / "docs" / "b.md", EMPTY)
    (project / "docs" / "a.md").symlink_to(real)
    for options in ([], ["--check"], ["--force"]):
        result = cli("docs", "docs", *options)
        assert result.code == 2
        assert result.err == (
            "docs/a.md:1:1: error[outside-link]: this link points outside the folder, so the "
            "file behind it is not written; name the document itself if it is to be renewed\n"
        )
        assert read(real) == read(good) == EMPTY
    assert cli("docs", "docs/a.md").code == 0
    assert "## Roles" in read(real)
    assert cli("docs", "docs").code == 0  # it is up to date, so nothing is to be written


def test_a_document_never_becomes_too_large_to_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MAX_BYTES", 1 << 20)
    filler = "x" * ((1 << 20) - 200)
    path = write(project / "a.md", f"{EMPTY}{filler}")
    before = read(path)
    for options in ([], ["--check"], ["--diff"]):
        result = cli("docs", "a.md", *options)
        assert result.code == 2
        assert result.err.removeprefix("a.md:1:1: stale: list\n") == (
            "a.md:1:1: error[limit]: the document would become larger than 1 MiB, the most that "
            "is read; split the document\n"
        )
    assert read(path) == before
    write(path, EMPTY * 2_100)
    assert cli("docs", "a.md").err.startswith("a.md:4001:1: error[limit]: this document has more")


def test_a_folder_is_looked_through_in_order(project: Path) -> None:
    docs = project / "docs"
    taken = ["b.md", "c.markdown", "d.MDX", "a/z.md", "a/b/y.md", "e/x.md"]
    for name in [
        *taken, "notes.txt", "md", ".hidden.md", ".git/a.md", "node_modules/x/a.md", "env/lib/a.md",
        "a/.github/a.md",
    ]:  # fmt: skip
        write(docs / name, EMPTY)
    write(docs / "env" / "pyvenv.cfg", "")
    (docs / "folder.md").mkdir()
    os.mkfifo(docs / "pipe.md")
    (docs / "gone.md").symlink_to("nowhere.md")
    (docs / "around").symlink_to(docs)
    lines = [f"docs/{name}:1:1: stale: list" for name in taken]
    result = cli("docs", "--check", "docs")
    assert (result.code, result.out.splitlines(), result.err.count("\n")) == (1, lines, 1)
    assert cli("docs", "--check", "docs/", "docs/a", "docs/b.md").out.splitlines() == lines
    only = cli("docs", "--check", ".", "docs/notes.txt").out.splitlines()
    assert only == [*lines, "docs/notes.txt:1:1: stale: list"]


def test_a_file_that_is_named_may_have_any_name(project: Path) -> None:
    write(project / "docs" / ".hidden.md", EMPTY)
    write(project / "README", EMPTY)
    assert cli("docs", "--check", "README", "docs/.hidden.md").out == (
        "README:1:1: stale: list\ndocs/.hidden.md:1:1: stale: list\n"
    )


def test_what_is_no_document_is_one_plain_line(project: Path) -> None:
    os.mkfifo(project / "pipe.md")
    (project / "gbk.md").write_bytes("产品\n经理 x".encode("gbk"))
    with (project / "large.md").open("wb") as file:
        file.truncate((8 << 20) + 1)
    (project / "gone.md").symlink_to("nowhere.md")
    result = cli(
        "docs", "missing.md", "pipe.md", "gbk.md", "large.md", "gone.md", "/dev/null", "a\0b.md", ""
    )
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "missing.md:1:1: error[unreadable]: no such file",
        "pipe.md:1:1: error[not-a-file]: not a regular file",
        "gbk.md:1:1: error[encoding]: not UTF-8; save the file as UTF-8",
        "large.md:1:1: error[limit]: the file is larger than the limit of 8 MiB",
        "gone.md:1:1: error[unreadable]: no such file",
        "/dev/null:1:1: error[not-a-file]: not a regular file",
        "a\\x00b.md:1:1: error[unreadable]: no such file",
        ":1:1: error[unreadable]: no such file",
    ]


def test_what_has_no_blocks_may_be_written_in_anything(project: Path) -> None:
    write(project / "docs" / "a.md", EMPTY)
    (project / "docs" / "gbk.md").write_bytes("产品".encode("gbk"))
    assert cli("docs", "docs").code == 0
    (project / "docs" / "wide.md").write_bytes(EMPTY.encode("utf-16"))
    assert cli("docs", "docs").err == (
        "docs/wide.md:1:1: error[encoding]: not UTF-8; save the file as UTF-8\n"
    )


def test_a_folder_that_cannot_be_listed_is_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "docs" / "a.md", EMPTY)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path) == "docs":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert cli("docs", "docs") == Result(
        2, "", "docs:1:1: error[unreadable]: cannot be read: Permission denied\n"
    )


# --- writing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod", "write"])
def test_a_failure_leaves_every_document_whole_and_says_which(
    step: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write(project / "a.md", EMPTY), write(project / "b.md", EMPTY)
    original = getattr(os, step)
    calls: list[object] = []

    def fail_first(*args: object, **more: object) -> object:
        calls.append(args)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return original(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail_first)
        result = cli("docs", "a.md", "b.md")
    assert result == Result(
        2,
        "b.md:1:1: renewed: list\n",
        "a.md:1:1: error[output]: cannot write `a.md`: No space left on device; "
        "what was there before is unchanged\n",
    )
    assert read(first) == EMPTY
    assert "## Roles" in read(second)
    assert sorted(path.name for path in project.iterdir()) == ["a.md", "b.md", "roles"]


KILLED = """\
import os, signal, sys
step, count = sys.argv[1], int(sys.argv[2])
original = getattr(os, step)
calls = 0
def deadly(*args, **more):
    global calls
    ours = step != "open" or ".rolecmp-" in str(args[0]) or os.path.isdir(args[0])
    calls += ours
    if ours and calls == count:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*args, **more)
from rolecmp.cli import run
setattr(os, step, deadly)
run(["docs", "a.md"])
raise SystemExit(99)
"""


@pytest.mark.parametrize(
    ("step", "count", "new"),
    [
        ("open", 1, False),  # the temporary file
        ("write", 1, False),
        ("fsync", 1, False),
        ("chmod", 1, False),
        ("replace", 1, False),
        ("open", 2, True),  # the folder, to be synced
        ("fsync", 2, True),
    ],
)
def test_killed_at_any_step_a_document_is_whole(
    step: str, count: int, new: bool, project: Path
) -> None:
    path = write(project / "a.md", EMPTY)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, str(count)],
        cwd=project, env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -9, done.stderr.decode()
    if new:
        assert cli("docs", "--check", "a.md").code == 0
    else:
        assert read(path) == EMPTY
    assert cli("docs", "a.md").code == 0  # which clears what was left behind
    assert sorted(each.name for each in project.iterdir()) == ["a.md", "roles"]


def test_a_real_limit_on_the_size_of_files_leaves_the_document_whole(project: Path) -> None:
    path = write(project / "a.md", EMPTY)
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "sys.dont_write_bytecode = True\n"
        "from rolecmp.cli import run\n"
        "raise SystemExit(run(['docs', 'a.md']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], env=environment(), capture_output=True, check=False
    )
    assert Result(done.returncode, done.stdout.decode(), done.stderr.decode()) == Result(
        2,
        "",
        "a.md:1:1: error[output]: cannot write `a.md`: File too large; "
        "what was there before is unchanged\n",
    )
    assert read(path) == EMPTY
    assert sorted(each.name for each in project.iterdir()) == ["a.md", "roles"]


def test_a_read_only_document_is_left(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(project / "a.md", EMPTY)
    write(project / "b.md", EMPTY)
    path.chmod(0o444)
    allowed = os.access
    # The superuser may write everything, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda name, mode: Path(name) != path and allowed(name, mode))
    # Known beforehand, so that no other document is written either.
    result = cli("docs", "b.md", "a.md")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "a.md:1:1: error[output]: no permission to write this file; "
        "change its permissions so that you can write it; no document was written\n"
    )
    assert read(path) == read(project / "b.md") == EMPTY


def test_two_runs_at_once_are_no_error(project: Path) -> None:
    names = [f"docs/{number}.md" for number in range(12)]
    for _ in range(3):
        for name in names:
            write(project / name, EMPTY)
        runs = [
            subprocess.Popen(
                program("docs", "docs"), env=environment(),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            for _ in range(2)
        ]  # fmt: skip
        assert [(run.communicate()[1], run.returncode)[1] for run in runs] == [0, 0]
        assert cli("docs", "--check", "docs").code == 0
    assert sorted(each.name for each in (project / "docs").iterdir()) == sorted(
        Path(name).name for name in names
    )


def test_what_another_run_has_written_alike_is_no_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project / "a.md", EMPTY)
    assert cli("docs", "a.md").code == 0
    text = read(path)
    write(path, EMPTY)
    original = os.replace
    other = output._new_file

    def late(folder: str) -> tuple[int, str]:
        write(path, text)
        return other(folder)

    monkeypatch.setattr(output, "_new_file", late)
    monkeypatch.setattr(os, "replace", lambda *_: original("nothing", "here"))
    assert cli("docs", "a.md").code == 0
    assert read(path) == text


def test_what_somebody_writes_in_the_meantime_is_not_lost(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(project / "a.md", EMPTY)
    original = registry.entry

    def entry(name: str) -> object:
        write(path, EMPTY + "somebody went on writing\n")
        return original(name)

    monkeypatch.setattr(blockanswers, "entry", entry)
    result = cli("docs", "a.md")
    assert result.code == 2
    assert result.err == (
        "a.md:1:1: error[output]: changed while it was being renewed, so left as it is; "
        "run the command again\n"
    )
    assert read(path) == EMPTY + "somebody went on writing\n"


@pytest.mark.no_cover
@pytest.mark.parametrize("wrap", ["keep", "no", 40])
def test_a_formatter_and_docs_leave_each_other_alone(wrap: str | int, project: Path) -> None:
    def formatted(text: str) -> str:
        return mdformat.text(text, options={"wrap": wrap}, extensions={"gfm"})

    every = [QUESTIONS[name] for name in answering_commands()]
    asked = [command + options for command in every for options in ("", " --lang zh")]
    path = write(project / "a.md", formatted("\n".join(block(each) for each in asked)))
    assert cli("docs", "a.md").code == 0
    first = formatted(read(path))
    assert first != read(path)
    write(path, first)
    assert cli("docs", "--check", "a.md").code == 0
    assert cli("docs", "a.md") == Result(0, "", "12 blocks in 1 document: all up to date\n")
    assert read(path) == first
    # What is out of date is renewed as well, without force, and then formatted again.
    rename(project, "maker", "Builder")
    assert cli("docs", "--check", "a.md").code == 1
    assert cli("docs", "a.md").code == 0
    write(path, formatted(read(path)))
    assert cli("docs", "--check", "a.md").code == 0
    write(path, read(path).replace("Vendor", "Seller").replace("Builder", "Somebody"))
    assert cli("docs", "--check", "a.md").code == 2


def test_a_formatter_may_align_tables(project: Path) -> None:
    path = write(project / "a.md", block("who-owns"))
    assert cli("docs", "a.md").code == 0
    aligned = read(path).replace("| --- |", "| :----- |").replace(" | owned | ", "   | owned   | ")
    assert aligned != read(path)
    write(path, aligned)
    assert cli("docs", "--check", "a.md").code == 0
    assert cli("docs", "a.md").code == 0
    assert read(path) == aligned
    # What no longer is true is renewed nonetheless, and what a hand changed is not.
    role = project / "roles" / "maker.yaml"
    role.write_text(
        role.read_text("utf-8").replace("name: {en: Maker", "name: {en: Builder"), "utf-8"
    )
    assert cli("docs", "a.md").code == 0
    assert "| Builder |" in read(path)
    write(path, read(path).replace("| Builder |", "| Nobody |"))
    assert cli("docs", "a.md").code == 2


@pytest.mark.parametrize("name", ["a b.md", 'a"b.md', "a\tb.md", "plain.md"])
@pytest.mark.parametrize("absolute", [False, True])
def test_the_difference_applies_whatever_the_name(name: str, absolute: bool, project: Path) -> None:
    path = write(project / name, EMPTY)
    result = cli("docs", "--diff", str(path) if absolute else name)
    for tool in (["git", "apply"], ["patch", "-p1", "--quiet"]):
        if shutil.which(tool[0]) is None or (
            tool[0] == "patch" and name not in ("a b.md", "plain.md")
        ):
            continue
        write(path, EMPTY)
        done = subprocess.run(
            tool, input=result.out.encode(), cwd=project, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert cli("docs", "--check", name).code == 0


def test_overlaps_are_as_many_at_a_terminal_as_in_a_pipe(project: Path) -> None:
    for number in range(8):
        text = f"name: {{en: Extra {number}, zh: 另{number}}}\nresponsibility:\n"
        text += "  - {en: Works on it, zh: 参与, responsible: [research]}\n"
        write(project / "roles" / f"extra-{number}.yaml", text)
    path = write(project / "a.md", block("overlaps"))
    assert cli("docs", "a.md").code == 0
    piped = read(path)
    assert piped.count("rolecmp compare") == 20
    assert "of 45 pairs" in piped
    assert cli("docs", "--check", "a.md", terminal=True).code == 0
    write(path, block("overlaps"))
    assert cli("docs", "a.md", terminal=True).code == 0
    assert read(path) == piped


def git(folder: Path, *words: str) -> None:
    kept = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    named = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *named, *words], cwd=folder, env=environment(**kept), check=True)


def merge(project: Path, path: Path, side: Path) -> None:
    """Rename a role on either of two branches, renew the document on both, and merge them."""
    git(project, "init", "--quiet", "--initial-branch=one")
    for name in ("two", "one"):
        git(project, "add", ".")
        git(project, "commit", "--quiet", "--message", "begin", "--allow-empty")
        git(project, "checkout", "--quiet", "-B", name)
    for name, role, new in (("two", "maker", "Builder"), ("one", "seller", "Vendor")):
        git(project, "checkout", "--quiet", name)
        rename(project, role, new)
        assert cli("docs", str(path)).code == 0
        if name == "two" and side.exists():
            write(path, read(path).replace("Builder", side.read_text("utf-8")))
        git(project, "commit", "--quiet", "--all", "--message", name)
    merged = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "merge", "two"],
        cwd=project, env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert merged.returncode == 1, merged.stdout


HTML, MDX = ("<!--", "-->"), ("{/*", "*/}")
CONFLICTS = [
    (style, form, "list") for style in ("merge", "diff3", "zdiff3") for form in (HTML, MDX)
]
CONFLICTS += [("merge", HTML, command) for command in ("who-owns", "show maker", "matrix")]


@pytest.mark.parametrize(("style", "form", "command"), CONFLICTS)
def test_a_merge_conflict_of_unedited_sides_is_renewed(
    style: str, form: tuple[str, str], command: str, project: Path, tmp_path: Path
) -> None:
    text = f"# Doc\n\n{block(command)}\nend\n{EMPTY}"
    text = text.replace("<!--", form[0]).replace("-->", form[1])
    path = write(project / "docs" / "a.mdx", text)
    assert cli("docs", "docs").code == 0
    git(project, "init", "--quiet")
    git(project, "config", "merge.conflictStyle", style)
    merge(project, path, tmp_path / "none")
    conflicted = read(path)
    assert "<<<<<<< HEAD\n" in conflicted
    checked = cli("docs", "--check", "docs")
    assert (checked.code, read(path)) == (1, conflicted)
    assert cli("docs", "docs").code == 0
    renewed = read(path)
    assert not re.search("^[<=>|]{7}", renewed, re.MULTILINE)
    write(path, text)
    assert cli("docs", "docs").code == 0
    assert read(path) == renewed


@pytest.mark.parametrize("edited", [False, True])
def test_what_a_merge_took_from_one_side_without_a_mark_is_no_edit(
    edited: bool, project: Path
) -> None:
    """Where two changes lie apart, both are around the conflict, and neither side's digest fits."""
    path = write(project / "a.md", block("compare maker seller --full"))
    assert cli("docs", "a.md").code == 0
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "base")
    git(project, "checkout", "--quiet", "-b", "other")
    for branch, role, old, new, name in (
        ("other", "maker", "Sets the price", "Fixes the price", "Builder"),
        ("main", "seller", "Answers calls", "Takes calls", "Vendor"),
    ):
        git(project, "checkout", "--quiet", branch)
        definition = project / "roles" / f"{role}.yaml"
        definition.write_text(definition.read_text("utf-8").replace(old, new), "utf-8")
        rename(project, role, name)
        assert cli("docs", "a.md").code == 0
        if edited and branch == "other":
            write(path, read(path).replace("Sells the thing", "Sells all things"))
        git(project, "commit", "--quiet", "--all", "--message", branch)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(
        ["git", *identity, "merge", "other"], cwd=project, env=environment(),
        capture_output=True, check=False,
    )  # fmt: skip
    conflicted = read(path)
    apart = re.sub("(?s)<<<<<<<.*?>>>>>>>", "", conflicted)
    assert "Takes calls" in apart or "Fixes the price" in apart
    result = cli("docs", "a.md")
    if edited:
        assert (result.code, read(path)) == (2, conflicted)
        assert "error[merge-conflict]" in result.err
        return
    assert result.code == 0, result.err
    assert "<<<<<<<" not in read(path)
    assert cli("docs", "--check", "a.md").code == 0
    # Once git is told that it is resolved, what the sides were is not known any more.
    write(path, conflicted)
    git(project, "add", ".")
    assert "error[merge-conflict]" in cli("docs", "a.md").err


def test_a_merge_conflict_with_an_edit_is_told_where_it_is(project: Path, tmp_path: Path) -> None:
    path = write(project / "docs" / "a.md", f"# Doc\n\n{block('list')}")
    assert cli("docs", "docs").code == 0
    edit = tmp_path / "edit"
    edit.write_text("Someone", "utf-8")
    merge(project, path, edit)
    conflicted = read(path)
    line = conflicted.split("\n").index("<<<<<<< HEAD") + 1
    for options in ([], ["--check"], ["--diff"]):
        assert cli("docs", "docs", *options) == Result(
            2,
            "",
            f"docs/a.md:{line}:1: error[merge-conflict]: git left a merge conflict in this block; "
            "resolve it, or use --force to replace both sides\n",
        )
    assert read(path) == conflicted
    assert cli("docs", "--force", "docs").code == 0
    assert "Someone" not in read(path)
    assert cli("docs", "--check", "docs").code == 0


def test_another_source_is_as_seen_from_the_document(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_studio(project / "other" / "roles")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "first")
    path = write(
        project / "docs" / "a.md",
        block("compare maker@../other/roles maker") + block("compare maker@HEAD maker"),
    )
    assert cli("docs", "docs").code == 0
    text = read(path)
    for here in (project / "docs", project / "other", Path("/")):
        monkeypatch.chdir(here)
        assert cli("docs", "--check", str(path)).code == 0
    assert read(path) == text
    write(project / "other" / "roles" / "maker.yaml", "name: [\n")
    monkeypatch.chdir(project)
    assert cli("docs", "docs").err.startswith("other/roles/maker.yaml:1:7: error[syntax]: ")


def test_a_full_disk_under_the_difference_is_one_line(project: Path) -> None:
    write(project / "a.md", EMPTY)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program("docs", "--diff", "a.md"),
            env=environment(), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "rolecmp: error[output]: cannot write the answer: No space left on device\n"
    )


# --- for code hosts -----------------------------------------------------------------------------


def told(project: Path, name: str, *paths: str) -> tuple[int, str]:
    result = cli("docs", "--check", "-f", name, *paths)
    return result.code, result.out


@pytest.mark.parametrize("here", [".", "docs", "docs/deep", "../link/docs"])
def test_a_code_host_is_told_the_files_from_the_top(
    here: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / ".git", "gitdir: elsewhere\n")  # as a worktree has it
    (project.parent / "link").symlink_to(project)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    deep = write(project / "docs" / "deep" / "产 品.md", f"\n{EMPTY}{block('show zz')}")
    monkeypatch.chdir(project / here)
    path = os.path.relpath(deep)
    code, shown = told(project, "github", path)
    assert code == 2
    assert shown.splitlines() == [
        "::error file=docs/deep/产 品.md,line=2,col=1,title=rolecmp stale-block::this block is not "
        "what `rolecmp list` answers; renew it with rolecmp docs",
        "::error file=docs/deep/产 品.md,line=4,col=20,title=rolecmp unknown-role::no role is "
        "called `zz`; the roles are maker, seller; rolecmp list shows them all",
        "::notice title=rolecmp::2 problems in documents",
    ]
    code, shown = told(project, "gitlab", path)
    report = json.loads(shown)
    assert [(each["check_name"], each["location"], each["severity"]) for each in report] == [
        ("stale-block", {"path": "docs/deep/产 品.md", "lines": {"begin": 2}}, "major"),
        ("unknown-role", {"path": "docs/deep/产 品.md", "lines": {"begin": 4}}, "major"),
    ]
    assert len({each["fingerprint"] for each in report}) == 2
    code, shown = told(project, "sarif", path)
    (run,) = json.loads(shown)["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["stale-block", "unknown-role"]
    for each in run["results"]:
        (place,) = each["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "docs/deep/%E4%BA%A7%20%E5%93%81.md"
        assert run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"]


def test_a_code_host_is_told_that_nothing_is_stale(project: Path) -> None:
    write(project / "a.md", EMPTY)
    assert cli("docs", "a.md").code == 0
    assert told(project, "github", ".") == (0, "::notice title=rolecmp::0 problems in documents\n")
    assert told(project, "gitlab", ".") == (0, "[]\n")
    assert cli("docs", "--check", "-f", "text", ".") == cli("docs", "--check", ".")


def test_a_format_is_for_the_check_alone(project: Path) -> None:
    write(project / "a.md", EMPTY)
    assert cli("docs", "-f", "sarif", "a.md") == Result(
        2, "", "rolecmp: error[usage]: the format `sarif` is for --check alone; add --check\n"
    )
    assert cli("docs", "--check", "--diff", "-f", "sarif", "a.md").code == 2
    assert "did you mean `github`?" in cli("docs", "--check", "-f", "githb", "a.md").err


def test_definitions_are_named_from_the_top_as_well(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    role = project / "roles" / "maker.yaml"
    role.write_text(role.read_text("utf-8").replace("[pricing]", "[pricin]"), "utf-8")
    (project / "docs").mkdir()
    monkeypatch.chdir(project / "docs")
    for name in ("github", "sarif", "gitlab"):
        shown = cli("check", "-f", name).out
        assert "roles/maker.yaml" in shown
        assert "../roles/maker" not in shown
    assert "\n../roles/maker.yaml:" in cli("check").out
    monkeypatch.chdir(project.parent)
    assert "here/roles/maker.yaml" in cli("check", "--roles", "here", "-f", "gitlab").out


# --- standard input -----------------------------------------------------------------------------


def piped(text: bytes, *words: str) -> tuple[int, bytes, str]:
    done = subprocess.run(
        program("docs", *words), input=text, env=environment(), capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_standard_input_is_renewed_to_standard_output(project: Path) -> None:
    text = f"\ufeffone\r\n{EMPTY}two"
    path = write(project / "a.md", text)
    assert cli("docs", "a.md").code == 0
    renewed = path.read_bytes()
    said = "-:2:1: renewed: list\n1 of 1 block renewed\n"
    assert piped(text.encode(), "-") == (0, renewed, said)
    assert piped(renewed, "-") == (0, renewed, "1 block in 1 document: all up to date\n")
    code, out, _ = piped(text.encode(), "-", "--check")
    assert (code, out) == (1, b"-:2:1: stale: list\n")
    code, out, err = piped(block("show zz").encode(), "-")
    assert (code, out, err.partition(" error")[0]) == (2, b"", "-:1:20:")
    assert piped(b"no blocks\xff", "-")[0] == 2
    assert sorted(each.name for each in project.iterdir()) == ["a.md", "roles"]


def test_standard_input_stands_alone(project: Path) -> None:
    (project / "-").mkdir()
    write(project / "a.md", EMPTY)
    assert cli("docs", "-", "a.md") == Result(
        2,
        "",
        "rolecmp: error[usage]: standard input (-) cannot be combined with other documents; "
        "remove - or the others\n",
    )


# --- asking -------------------------------------------------------------------------------------


def test_the_example_is_blocks_that_are_answered(project: Path) -> None:
    shown = cli("docs", "--example")
    assert shown == Result(
        0,
        "<!-- rolecmp: compare maker seller -->\n<!-- /rolecmp -->\n\n"
        "<!-- rolecmp: who-owns --lang zh --heading 3 -->\n<!-- /rolecmp -->\n\n"
        "In MDX:\n\n"
        "{/* rolecmp: compare maker seller */}\n\n{/* /rolecmp */}\n",
        "",
    )
    write(project / "a.md", shown.out)
    assert cli("docs", "a.md").err == "3 of 3 blocks renewed\n"


@pytest.mark.parametrize("roles", [0, 1, 2])
def test_the_example_suits_a_catalog_without_pairs(roles: int, project: Path) -> None:
    folder = other_catalog(project / "own", "One")
    for name in ["x", "y"][roles:]:
        (folder / f"{name}.yaml").unlink(missing_ok=True)
    for name in ["x", "y"][:roles]:
        (folder / f"{name}.yaml").write_text(f"name: {name}\n", encoding="utf-8")
    text = cli("docs", "--example", "--roles", "own").out
    assert ("compare x y" in text) == (roles == 2)
    write(project / "a.md", text)
    assert cli("docs", "a.md", "--roles", "own").code == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "missing argument PATH...; rolecmp docs . renews every document in this folder"),
        ("zh", "缺少参数 PATH...；用 rolecmp docs . 更新当前文件夹里的所有文档"),
    ],
)
def test_no_path_is_a_usage_error(
    language: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLECMP_LANG", language)
    assert cli("docs") == Result(2, "", f"rolecmp: error[usage]: {said}\n")
    assert cli("docs", "--check").code == 2


def test_a_catalog_that_is_none_is_told_before_a_document_is_read() -> None:
    assert cli("docs", "missing.md", "--roles", "nowhere") == Result(
        2, "", "rolecmp: error[no-catalog]: `nowhere` (--roles) is not a folder\n"
    )


def test_a_name_with_escapes_reaches_no_terminal(project: Path) -> None:
    write(project / "a\x1b[2J.md", EMPTY)
    result = cli("docs", "--check", ".")
    assert result.out == "a\\x1b[2J.md:1:1: stale: list\n"


def test_texts_that_would_like_to_be_markers_are_text(project: Path) -> None:
    role = project / "roles" / "maker.yaml"
    wicked = "<!-- /rolecmp --> {/* /rolecmp */} ``` ~~~ <!-- rolecmp: list -->"
    role.write_text(
        role.read_text("utf-8").replace("en: Sets the price", f"en: '{wicked}'"), encoding="utf-8"
    )
    path = write(project / "a.mdx", "{/* rolecmp: show maker */}\n{/* /rolecmp */}\n\n" + EMPTY)
    assert cli("docs", "a.mdx").err == "2 of 2 blocks renewed\n"
    before = read(path)
    assert cli("docs", "a.mdx").err == "2 blocks in 1 document: all up to date\n"
    assert read(path) == before
