from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from cli_harness import Result, cli, environment, on_terminal, process, program

from rolecmp.cli import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

HELP = "see rolecmp --help"
COMPARE_HELP = "see rolecmp compare --help"
TWO = ["compare", "maker", "seller"]

# What is typed, and the one line that follows, in English and in Chinese.
REFUSALS: dict[str, tuple[list[str], str, str]] = {
    "one role": (
        ["compare", "maker"],
        "error[usage]: `maker` alone cannot be compared; name two roles or more; "
        "rolecmp show maker shows it alone",
        "error[usage]: 只有 `maker` 一个角色，无法比较；请至少写两个；"
        "单看一个角色请用 rolecmp show maker",
    ),
    "a part of two names": (
        ["show", "者"],
        "error[unknown-role]: 没有叫 `者` 的角色；可能是以下 2 个之一：\n"
        "  制造者（maker）\n  销售者（seller）",
        "error[unknown-role]: 没有叫 `者` 的角色；可能是以下 2 个之一：\n"
        "  制造者（maker）\n  销售者（seller）",
    ),
    "one role in two words": (
        ["compare", "制造", "者"],
        "error[usage]: 只有 `制造 者` 一个角色，无法比较；请至少写两个；"
        "单看一个角色请用 rolecmp show '制造 者'",
        "error[usage]: 只有 `制造 者` 一个角色，无法比较；请至少写两个；"
        "单看一个角色请用 rolecmp show '制造 者'",
    ),
    "the same role twice": (
        ["compare", "maker", "maker"],
        "error[usage]: `maker` is named twice",
        "error[usage]: `maker` 写了两次",
    ),
    "the same role by its alias": (
        ["compare", "maker", "seller", "Builder"],
        "error[usage]: `maker` and `Builder` are the same role, `maker`",
        "error[usage]: `maker` 和 `Builder` 是同一个角色 `maker`",
    ),
    "the same role by its Chinese name": (
        ["compare", "制造者", "maker"],
        # A question in Chinese is answered in Chinese, whatever the locale.
        "error[usage]: `制造者` 和 `maker` 是同一个角色 `maker`",
        "error[usage]: `制造者` 和 `maker` 是同一个角色 `maker`",
    ),
    "no topic in a question": (
        ["who-owns", "who", "owns"],
        "error[unknown-topic]: name the topic that you ask about\n"
        "rolecmp who-owns shows every topic",
        "error[unknown-topic]: 请写出要问的主题\n用 rolecmp who-owns 查看所有主题",
    ),
    "no topic at all": (
        ["who-owns", ""],
        "error[unknown-topic]: name the topic that you ask about\n"
        "rolecmp who-owns shows every topic",
        "error[unknown-topic]: 请写出要问的主题\n用 rolecmp who-owns 查看所有主题",
    ),
    "one of two roles in one word": (
        ["compare", "maker,zebra"],
        "error[unknown-role]: no role is called `zebra`; "
        "the roles are maker, seller; rolecmp list shows them all",
        "error[unknown-role]: 没有叫 `zebra` 的角色；"
        "现有角色：maker、seller；用 rolecmp list 查看全部",
    ),
    **{
        f"an option with {word}": (
            [*TWO, word],
            f"error[usage]: `{word}` begins with a dash that is no hyphen; write `{option}`",
            f"error[usage]: `{word}` 开头的破折号或全角横线不是半角连字符；请写 `{option}`",
        )
        for word, option in {
            "——full": "--full",
            "－－full": "--full",
            "—lang=zh": "--lang",
            "\u2212f": "-f",
        }.items()
    },
    "no role": (
        ["compare"],
        f"error[usage]: missing argument ROLE ROLE...; {COMPARE_HELP}",
        "error[usage]: 缺少参数 ROLE ROLE...；用法见 rolecmp compare --help",
    ),
    "no role to show": (
        ["show"],
        "error[usage]: missing argument ROLE; see rolecmp show --help",
        "error[usage]: 缺少参数 ROLE；用法见 rolecmp show --help",
    ),
    "a role too many": (
        ["show", "maker", "seller"],
        "error[usage]: unexpected argument `seller`; see rolecmp show --help",
        "error[usage]: 多余的参数：`seller`；用法见 rolecmp show --help",
    ),
    "two words too many": (
        ["list", "this", "that"],
        "error[usage]: unexpected arguments `this` and `that`; see rolecmp list --help",
        "error[usage]: 多余的参数：`this` 和 `that`；用法见 rolecmp list --help",
    ),
    "an unknown role that is near one": (
        ["compare", "makr", "seller"],
        "error[unknown-role]: no role is called `makr`; did you mean `maker` (Maker)? "
        "the roles are maker, seller; rolecmp list shows them all",
        "error[unknown-role]: 没有叫 `makr` 的角色，是不是想找 `maker` (Maker)？"
        "现有角色：maker、seller；用 rolecmp list 查看全部",
    ),
    "an unknown role to show": (
        ["show", "zzzzzz"],
        "error[unknown-role]: no role is called `zzzzzz`; the roles are maker, seller; "
        "rolecmp list shows them all",
        "error[unknown-role]: 没有叫 `zzzzzz` 的角色；现有角色：maker、seller；"
        "用 rolecmp list 查看全部",
    ),
    "an unknown command that is near one": (
        ["comparr", "maker", "seller"],
        "error[usage]: no such command `comparr`; did you mean `compare`?",
        "error[usage]: 没有命令 `comparr`；是不是想写 `compare`？",
    ),
    "an unknown command": (
        ["frobnicate"],
        "error[usage]: no such command `frobnicate`; a command comes first, as in "
        f"rolecmp compare pm pmm or rolecmp who-owns pricing; {HELP}",
        "error[usage]: 没有命令 `frobnicate`；先写命令，例如 rolecmp compare pm pmm 或 "
        "rolecmp who-owns pricing；用法见 rolecmp --help",
    ),
    "an option before the command": (
        ["--roles", "roles", "list"],
        "error[usage]: no such option `--roles`; --roles belongs behind a command, as in "
        "rolecmp list --roles",
        "error[usage]: 没有选项 `--roles`；--roles 要写在命令后面，例如 rolecmp list --roles",
    ),
    "a folder without its option": (
        ["list", "."],
        "error[usage]: unexpected argument `.`; to name the catalog, write --roles .",
        "error[usage]: 多余的参数：`.`；要指定角色目录，请写 --roles .",
    ),
    "an unknown option that is near one": (
        [*TWO, "--widht", "80"],
        "error[usage]: no such option `--widht`; did you mean `--width`?",
        "error[usage]: 没有选项 `--widht`；是不是想写 `--width`？",
    ),
    "an unknown option": (
        [*TWO, "--zzzz"],
        f"error[usage]: no such option `--zzzz`; {COMPARE_HELP}",
        "error[usage]: 没有选项 `--zzzz`；用法见 rolecmp compare --help",
    ),
    "an unknown letter": (
        [*TWO, "-z"],
        f"error[usage]: no such option `-z`; {COMPARE_HELP}",
        "error[usage]: 没有选项 `-z`；用法见 rolecmp compare --help",
    ),
    "an unknown option of the program": (
        ["--zzzz"],
        f"error[usage]: no such option `--zzzz`; {HELP}",
        "error[usage]: 没有选项 `--zzzz`；用法见 rolecmp --help",
    ),
    "an option without its value": (
        [*TWO, "--width"],
        f"error[usage]: option `--width` needs a value; {COMPARE_HELP}",
        "error[usage]: 选项 `--width` 需要一个值；用法见 rolecmp compare --help",
    ),
    "a letter without its value": (
        [*TWO, "-f"],
        f"error[usage]: option `-f` needs a value; {COMPARE_HELP}",
        "error[usage]: 选项 `-f` 需要一个值；用法见 rolecmp compare --help",
    ),
    "a flag with a value": (
        ["list", "--help=3"],
        "error[usage]: option `--help` takes no value; see rolecmp list --help",
        "error[usage]: 选项 `--help` 不带值；用法见 rolecmp list --help",
    ),
    "a width that is too small": (
        [*TWO, "--width", "19"],
        "error[usage]: invalid value `19` for --width: expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `19` 无效：应为 20 到 1000 的整数",
    ),
    "a width that is too large": (
        [*TWO, "--width", "1001"],
        "error[usage]: invalid value `1001` for --width: expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `1001` 无效：应为 20 到 1000 的整数",
    ),
    "a width that is larger than any number": (
        [*TWO, "--width", "9" * 5000],
        f"error[usage]: invalid value `{'9' * 5000}` for --width: "
        "expected a whole number from 20 to 1000",
        f"error[usage]: --width 的值 `{'9' * 5000}` 无效：应为 20 到 1000 的整数",
    ),
    "a width that is a number after zeros": (
        [*TWO, "--width", "0000309999999"],
        "error[usage]: invalid value `0000309999999` for --width: "
        "expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `0000309999999` 无效：应为 20 到 1000 的整数",
    ),
    "a width that is no number": (
        [*TWO, "--width", "wide"],
        "error[usage]: invalid value `wide` for --width: expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `wide` 无效：应为 20 到 1000 的整数",
    ),
    "a width in other digits": (
        [*TWO, "--width", "\uff18\uff10"],
        "error[usage]: invalid value `\uff18\uff10` for --width: "
        "expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `\uff18\uff10` 无效：应为 20 到 1000 的整数",
    ),
    "an empty width": (
        [*TWO, "--width="],
        "error[usage]: invalid value `` for --width: expected a whole number from 20 to 1000",
        "error[usage]: --width 的值 `` 无效：应为 20 到 1000 的整数",
    ),
    "a heading too low": (
        [*TWO, "--heading", "-1"],
        "error[usage]: invalid value `-1` for --heading: expected a whole number from 0 to 6",
        "error[usage]: --heading 的值 `-1` 无效：应为 0 到 6 的整数",
    ),
    "a heading too high": (
        [*TWO, "--heading", "7"],
        "error[usage]: invalid value `7` for --heading: expected a whole number from 0 to 6",
        "error[usage]: --heading 的值 `7` 无效：应为 0 到 6 的整数",
    ),
    "a colour that is none": (
        [*TWO, "--color", "sometimes"],
        "error[usage]: invalid value `sometimes` for --color; choose from auto, always, never",
        "error[usage]: --color 的值 `sometimes` 无效；可选：auto、always、never",
    ),
    "an empty colour": (
        [*TWO, "--color", ""],
        "error[usage]: invalid value `` for --color; choose from auto, always, never",
        "error[usage]: --color 的值 `` 无效；可选：auto、always、never",
    ),
    "a format that is near one": (
        [*TWO, "-f", "tabel"],
        "error[usage]: invalid value `tabel` for --format; did you mean `table`?",
        "error[usage]: --format 的值 `tabel` 无效；是不是想写 `table`？",
    ),
    "a format that is none": (
        [*TWO, "--format", "zzz"],
        "error[usage]: invalid value `zzz` for --format; "
        "choose from table, markdown, json, csv, html",
        "error[usage]: --format 的值 `zzz` 无效；可选：table、markdown、json、csv、html",
    ),
    "a file with an unknown ending": (
        [*TWO, "-o", "roles.pdf"],
        "error[usage]: no format has the ending of `roles.pdf`; give the format with -f, "
        "or use one of the endings .txt, .md, .json, .csv, .html",
        "error[usage]: 没有格式对应 `roles.pdf` 的扩展名；请用 -f 指定格式，"
        "或使用扩展名 .txt、.md、.json、.csv、.html",
    ),
    "a file without an ending": (
        [*TWO, "-o", "roles.d/answer"],
        "error[usage]: no format has the ending of `roles.d/answer`; give the format with "
        "-f, or use one of the endings .txt, .md, .json, .csv, .html",
        "error[usage]: 没有格式对应 `roles.d/answer` 的扩展名；请用 -f 指定格式，"
        "或使用扩展名 .txt、.md、.json、.csv、.html",
    ),
    "an unknown dimension that is near one": (
        [*TWO, "-d", "persepctive"],
        "error[unknown-dimension]: no dimension is called `persepctive`; "
        "did you mean `perspective` (Perspective)?",
        "error[unknown-dimension]: 没有叫 `persepctive` 的维度；"
        "是不是想找 `perspective` (Perspective)？",
    ),
    "an unknown dimension": (
        [*TWO, "-d", "zzzz"],
        "error[unknown-dimension]: no dimension is called `zzzz`; "
        "the dimensions are perspective, responsibility, market-facing",
        "error[unknown-dimension]: 没有叫 `zzzz` 的维度；"
        "维度有：perspective、responsibility、market-facing",
    ),
    "a kind of topic that is near one": (
        ["matrix", "--only", "contestd"],
        "error[usage]: invalid value `contestd` for --only; did you mean `contested`?",
        "error[usage]: --only 的值 `contestd` 无效；是不是想写 `contested`？",
    ),
    "a kind of topic that is none": (
        ["matrix", "--only", "shared", "--only", "owned"],
        "error[usage]: invalid value `owned` for --only; did you mean `unowned`?",
        "error[usage]: --only 的值 `owned` 无效；是不是想写 `unowned`？",
    ),
    "an empty kind of topic": (
        ["matrix", "--only", ""],
        "error[usage]: invalid value `` for --only; choose from contested, unowned, shared",
        "error[usage]: --only 的值 `` 无效；可选：contested、unowned、shared",
    ),
    "an unknown role in a matrix": (
        ["matrix", "--role", "maker", "--role", "selller"],
        "error[unknown-role]: no role is called `selller`; did you mean `seller` (Seller)? "
        "the roles are maker, seller; rolecmp list shows them all",
        "error[unknown-role]: 没有叫 `selller` 的角色，是不是想找 `seller` (Seller)？"
        "现有角色：maker、seller；用 rolecmp list 查看全部",
    ),
    "a word too many for a matrix": (
        ["matrix", "maker"],
        "error[usage]: unexpected argument `maker`; see rolecmp matrix --help",
        "error[usage]: 多余的参数：`maker`；用法见 rolecmp matrix --help",
    ),
    "an unknown role to overlap": (
        ["overlaps", "makr"],
        "error[unknown-role]: no role is called `makr`; did you mean `maker` (Maker)? "
        "the roles are maker, seller; rolecmp list shows them all",
        "error[unknown-role]: 没有叫 `makr` 的角色，是不是想找 `maker` (Maker)？"
        "现有角色：maker、seller；用 rolecmp list 查看全部",
    ),
    "two roles to overlap": (
        ["overlaps", "maker", "seller"],
        "error[usage]: unexpected argument `seller`; see rolecmp overlaps --help",
        "error[usage]: 多余的参数：`seller`；用法见 rolecmp overlaps --help",
    ),
    "no pair at all": (
        ["overlaps", "--top", "0"],
        "error[usage]: invalid value `0` for --top: expected a whole number from 1 to 100000000",
        "error[usage]: --top 的值 `0` 无效：应为 1 到 100000000 的整数",
    ),
    "a folder that is not there": (
        [*TWO, "--roles", "nowhere"],
        "error[no-catalog]: `nowhere` (--roles) is not a folder",
        "error[no-catalog]: `nowhere`（--roles）不是文件夹",
    ),
    "a folder that is no catalog": (
        [*TWO, "--roles", "empty"],
        "error[no-catalog]: `empty` (--roles) is not a catalog: it has no catalog.yaml; "
        "name the folder that contains catalog.yaml",
        "error[no-catalog]: `empty`（--roles）不是角色目录：里面没有 catalog.yaml；"
        "请指定 catalog.yaml 所在的文件夹",
    ),
}


@pytest.fixture(autouse=True)
def empty(studio: Path) -> None:
    (studio / "empty").mkdir()


@pytest.mark.parametrize("name", REFUSALS)
def test_a_slip_is_answered_with_one_plain_line(name: str) -> None:
    arguments, english, _ = REFUSALS[name]
    assert cli(*arguments) == Result(2, "", f"rolecmp: {english}\n")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name", [name for name, (words, _, _) in REFUSALS.items() if words[0] in COMMANDS]
)
@pytest.mark.parametrize("lang", [["--lang", "zh"], ["--lang=zh-CN"]])
def test_a_slip_is_answered_in_chinese(name: str, lang: list[str]) -> None:
    (command, *rest), _, chinese = REFUSALS[name]
    # Before the rest, so that an option without its value stays the last word.
    assert cli(command, *lang, *rest) == Result(2, "", f"rolecmp: {chinese}\n")


@pytest.mark.no_cover
@pytest.mark.parametrize("name", REFUSALS)
def test_a_slip_is_answered_in_the_language_of_the_environment(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, _, chinese = REFUSALS[name]
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    assert cli(*arguments) == Result(2, "", f"rolecmp: {chinese}\n")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        (["who-owns", "斑马"], "zh"),
        (["compare", "maker", "斑马"], "zh"),
        (["who-owns", "斑马", "--lang", "en"], "en"),
        (["who-owns", "zebra"], "en"),
        (["who-owns", "zebra", "--roles", "目录"], "en"),
        (["docs", "文档.md"], "en"),
    ],
)
def test_a_question_is_refused_in_its_own_language(question: list[str], language: str) -> None:
    lines = cli(*question).err.replace("斑马", "").replace("目录", "").replace("文档", "")
    assert (not lines.isascii()) == (language == "zh")


def test_what_was_understood_is_said_in_the_language_of_the_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert cli("who-owns", "谁负责定价").err == "把 `谁负责定价` 理解为定价（`pricing`）\n"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert cli("who-owns", "price 谁定").err == "把 `price 谁定` 理解为price（`pricing`）\n"
    said = cli("who-owns", "who sets Pricing?").err
    assert said == "`who sets Pricing?` is understood as Pricing (`pricing`)\n"


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_a_message_is_never_wrapped_or_coloured(columns: str) -> None:
    arguments, english, _ = REFUSALS["a file with an unknown ending"]
    code, shown, piped = on_terminal(
        program(*arguments),
        columns=int(columns),
        env=environment(TERM="xterm-256color", FORCE_COLOR="1", COLUMNS=columns),
    )
    assert (code, shown.decode(), piped) == (2, f"rolecmp: {english}\n", b"")


def test_a_message_comes_from_a_process_as_from_a_call() -> None:
    arguments, english, _ = REFUSALS["one role"]
    assert process(*arguments) == Result(2, "", f"rolecmp: {english}\n")


def test_the_language_that_a_catalog_lacks_is_named() -> None:
    assert cli(*TWO, "--lang", "fr") == Result(
        2,
        "",
        "rolecmp: error[unknown-language]: this catalog has no texts in `fr`; "
        "its languages are en, zh\n",
    )


@pytest.mark.parametrize("asked", ["--roles", "ROLECMP_ROLES"])
def test_a_catalog_asked_for_is_named_with_who_asked(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["--roles", "nowhere"] if asked == "--roles" else []
    if not arguments:
        monkeypatch.setenv("ROLECMP_ROLES", "nowhere")
    assert cli("list", *arguments) == Result(
        2, "", f"rolecmp: error[no-catalog]: `nowhere` ({asked}) is not a folder\n"
    )


def test_a_slip_in_an_option_is_told_before_a_file_is_read(studio: Path) -> None:
    (studio / "roles" / "maker.yaml").write_text("name: [\n", encoding="utf-8")
    arguments, english, _ = REFUSALS["a heading too high"]
    assert cli(*arguments) == Result(2, "", f"rolecmp: {english}\n")


@pytest.mark.parametrize("value", ["20", "1000", "0080"])
def test_the_bounds_of_the_width_are_allowed(value: str) -> None:
    assert cli(*TWO, "--width", value).code == 0


@pytest.mark.parametrize("value", ["1", "6"])
def test_the_bounds_of_the_heading_are_allowed(value: str) -> None:
    result = cli(*TWO, "--heading", value)
    assert result.out.startswith("#" * int(value) + " Maker and Seller\n")


def test_a_heading_of_level_0_is_none() -> None:
    answer = cli(*TWO).out
    assert answer.startswith("## Maker and Seller\n\n")
    assert cli(*TWO, "--heading", "0").out == answer.removeprefix("## Maker and Seller\n\n")


def test_every_unknown_role_is_told() -> None:
    result = cli("compare", "makr", "zzzz")
    assert (result.code, result.out) == (2, "")
    assert "`makr`" in result.err
    assert "`zzzz`" in result.err


def test_a_group_asked_for_as_a_topic_is_told_with_its_topics(studio: Path) -> None:
    path = studio / "roles" / "catalog.yaml"
    groups = "groups: {make: {en: Making, zh: 制造}}\ntopics:\n"
    text = path.read_text("utf-8").replace("topics:\n", groups)
    path.write_text(text.replace("research: {", "research: {group: make, "), "utf-8")
    result = cli("who-owns", "making")
    assert result.code == 2
    assert "\n`making` names a group of topics: Research\n" in result.err
    for other in ("制度", "制造成本"):  # which have no more than characters in common with it
        assert "一组主题" not in cli("who-owns", other).err


def test_what_was_typed_reaches_no_terminal_as_an_escape() -> None:
    result = cli("show", "\x1b[2J\u202ezz")
    assert result.code == 2
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err


def test_a_word_that_is_not_utf8_is_refused_like_any_other() -> None:
    word = os.fsdecode(b"\xff\xfe")
    result = process("show", word)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("rolecmp: error[unknown-role]: ")
    assert result.err.count("\n") == 1


def test_a_double_dash_ends_the_options() -> None:
    assert cli("compare", "--", "maker", "seller").code == 0


BROKEN = "title: {en: Studio, zh: 工作室}"


@pytest.fixture
def broken(studio: Path) -> str:
    path = studio / "roles" / "catalog.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(BROKEN, "titel: 工作室"), encoding="utf-8")
    line = cli("list").err
    assert line.startswith("roles/catalog.yaml:2:1: error[unknown-key]: unknown key `titel`")
    assert line.count("\n") == 1
    return line


def test_the_source_line_and_a_caret_are_for_a_terminal(broken: str) -> None:
    code, shown, piped = on_terminal(program("list"), columns=80, out=False)
    assert (code, piped) == (2, b"")
    assert shown.decode() == f"{broken}    titel: 工作室\n    ^\n"


def test_the_source_line_stays_away_where_stderr_is_no_terminal(broken: str) -> None:
    assert cli("list", terminal=True).err == broken
    assert process("list").err == broken


def test_the_caret_stands_below_the_place_behind_wide_characters(studio: Path) -> None:
    path = studio / "roles" / "maker.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("{en: Maker, zh: 制造者}", "{zh: 制造者, en: Maker, eo: Fara}"), "utf-8"
    )
    result = cli("list", err_terminal=True)
    first, source, caret = result.err.splitlines()
    assert first.startswith("roles/maker.yaml:1:28: error[unknown-language]: ")
    assert source == "    name: {zh: 制造者, en: Maker, eo: Fara}"
    assert caret == "    " + " " * 30 + "^"  # three characters are two columns wide


def test_definitions_are_complained_of_in_chinese(broken: str) -> None:
    result = cli("list", "--lang", "zh")
    assert result.code == 2
    assert result.err.startswith("roles/catalog.yaml:2:1: error[unknown-key]: ")
    assert "未知的键 `titel`" in result.err
    assert result.err != broken
    assert cli("list", "--lang=zh").err == result.err
