from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING

import pytest
from cli_harness import CATALOG, cli, environment, on_terminal, process, program

if TYPE_CHECKING:
    from pathlib import Path

PORTABLE = ["markdown", "json", "csv", "html"]
TWO = ["compare", "maker", "seller"]
ESC = "\x1b"


@pytest.fixture(autouse=True)
def project(studio: Path) -> Path:
    return studio


def begins(name: str) -> str:
    """Give the first words of a comparison in a format."""
    return {
        "table": "Maker and Seller\n",
        "markdown": "## Maker and Seller\n",
        "json": '{\n  "schema": "rolecmp/compare/1"',
        "csv": "section,topic id,item,Maker (maker),Seller (seller),owner id,Owner,Others,",
        "html": "<!DOCTYPE html>\n",
    }[name]


@pytest.mark.parametrize("name", [*PORTABLE, "table"])
def test_each_format_begins_as_itself(name: str) -> None:
    result = cli(*TWO, "-f", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(begins(name))
    assert result.out.endswith("\n")


def test_a_terminal_gets_a_table_and_a_pipe_markdown() -> None:
    code, shown, _ = on_terminal(program(*TWO), columns=80, env=environment(TERM="dumb"))
    assert (code, shown.decode()) == (0, cli(*TWO, "-f", "table").out)
    assert process(*TWO).out == cli(*TWO, "-f", "markdown").out
    assert cli(*TWO).out.startswith(begins("markdown"))
    assert cli(*TWO, terminal=True).out.replace(ESC, "") != cli(*TWO).out


def test_a_table_in_a_pipe_is_what_was_asked_for() -> None:
    assert process(*TWO, "-f", "table").out == cli(*TWO, "-f", "table").out


def test_the_terminal_of_stderr_does_not_decide() -> None:
    assert cli(*TWO, err_terminal=True).out == cli(*TWO).out


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.txt", "table"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("A.MD", "markdown"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("a.html", "html"),
        ("a.htm", "html"),
    ],
)
@pytest.mark.parametrize("terminal", [False, True])
def test_the_ending_of_the_file_decides(
    file: str, name: str, terminal: bool, project: Path
) -> None:
    result = cli(*TWO, "-o", file, terminal=terminal)
    assert result == (0, "", "")
    mark = "\ufeff" if name == "csv" else ""  # without it Excel takes Chinese for another encoding
    assert (project / file).read_bytes().decode() == mark + cli(*TWO, "-f", name).out


def test_the_option_wins_over_the_ending(project: Path) -> None:
    assert cli(*TWO, "-o", "a.md", "-f", "json").code == 0
    assert json.loads((project / "a.md").read_bytes())["schema"] == "rolecmp/compare/1"


def test_the_last_of_an_option_counts() -> None:
    assert cli(*TWO, "-f", "csv", "--format=json").out.startswith(begins("json"))


@pytest.mark.parametrize("terminal", [False, True])
def test_a_hyphen_is_standard_output(terminal: bool, project: Path) -> None:
    result = cli(*TWO, "-o", "-", terminal=terminal)
    assert result.out == cli(*TWO).out
    assert not (project / "-").exists()


def test_a_hyphen_keeps_the_format_asked_for() -> None:
    assert cli(*TWO, "-o", "-", "-f", "csv").out == cli(*TWO, "-f", "csv").out


# --- the same bytes -----------------------------------------------------------------------------

SURROUNDINGS: dict[str, dict[str, str]] = {
    "narrow": {"COLUMNS": "20"},
    "wide": {"COLUMNS": "500"},
    "dumb": {"TERM": "dumb"},
    "colourful": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "FORCE_COLOR": "1"},
    "forced off": {"FORCE_COLOR": "0"},
    "plain": {"NO_COLOR": "1"},
    "actions": {"GITHUB_ACTIONS": "true", "CI": "true"},
    "Chinese": {"LANG": "zh_CN.UTF-8"},
    "Chinese by LC_ALL": {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"},
    "Chinese by LANGUAGE": {"LANGUAGE": "zh_CN:zh", "LANG": "de_DE.UTF-8"},
    "GBK": {"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
    "GBK by locale": {"LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ASCII": {"PYTHONIOENCODING": "ascii:strict"},
    "UTF-16": {"PYTHONIOENCODING": "utf-16"},
    "unknown": {"LC_ALL": "xx_YY.NONE"},
}


# Each format is written to the stream in the same way: one is tried in all surroundings.
EVERYWHERE = [("markdown", each) for each in SURROUNDINGS]
EVERYWHERE += [(name, "C") for name in PORTABLE if name != "markdown"]


@pytest.mark.parametrize(("name", "surroundings"), EVERYWHERE)
def test_what_goes_into_documents_is_the_same_bytes_everywhere(
    name: str, surroundings: str
) -> None:
    # What has to be encoded is in Chinese; where there is a language, none is asked for.
    encoded = any(key.startswith("PYTHON") for key in SURROUNDINGS[surroundings])
    command = [*TWO, "-f", name, *(("--lang", "zh") if encoded else ())]
    expected = cli(*command)
    assert expected.code == 0
    assert process(*command, env=environment(**SURROUNDINGS[surroundings])) == expected


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["who-owns", "pricing"], "markdown"),
        (["show", "maker"], "json"),
        (["list"], "csv"),
        (["matrix"], "html"),
    ],
)
def test_every_command_is_the_same_bytes_everywhere(command: list[str], name: str) -> None:
    everything = {key: value for each in SURROUNDINGS.values() for key, value in each.items()}
    everything.update(LC_ALL="zh_CN.GBK", PYTHONIOENCODING="ascii")
    expected = cli(*command, "-f", name)
    assert expected.code == 0
    assert process(*command, "-f", name, env=environment(**everything)) == expected


@pytest.mark.parametrize("name", PORTABLE)
def test_a_terminal_gets_the_same_bytes_as_a_pipe(name: str) -> None:
    code, shown, _ = on_terminal(
        program(*TWO, "-f", name),
        columns=40,
        env=environment(TERM="xterm-256color", LANG="zh_CN.UTF-8", FORCE_COLOR="1"),
    )
    assert (code, shown.decode()) == (0, cli(*TWO, "-f", name).out)


@pytest.mark.parametrize("name", PORTABLE)
@pytest.mark.parametrize("option", [["--width", "30"], ["--color", "always"]])
def test_options_for_the_terminal_change_nothing_else(name: str, option: list[str]) -> None:
    assert cli(*TWO, "-f", name, *option) == cli(*TWO, "-f", name)


@pytest.mark.parametrize("name", ["markdown", "json", "html"])
def test_no_carriage_return_is_written(name: str) -> None:
    assert "\r" not in cli(*TWO, "-f", name).out


# --- colour -------------------------------------------------------------------------------------

COLOURS: dict[str, tuple[list[str], dict[str, str], bool, bool]] = {
    # options, environment, whether on a terminal, whether coloured
    "terminal": ([], {}, True, True),
    "pipe": (["-f", "table"], {}, False, False),
    "auto on a terminal": (["--color", "auto"], {}, True, True),
    "auto in a pipe": (["-f", "table", "--color", "auto"], {}, False, False),
    "always in a pipe": (["-f", "table", "--color", "always"], {}, False, True),
    "never on a terminal": (["--color", "never"], {}, True, False),
    "dumb": ([], {"TERM": "dumb"}, True, False),
    "NO_COLOR": ([], {"NO_COLOR": "1"}, True, False),
    "empty NO_COLOR": ([], {"NO_COLOR": ""}, True, True),
    "NO_COLOR over FORCE_COLOR": ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    "always over NO_COLOR": (["--color", "always"], {"NO_COLOR": "1"}, True, True),
    "always over dumb": (["--color=always"], {"TERM": "dumb"}, True, True),
    "never over FORCE_COLOR": (["--color=never"], {"FORCE_COLOR": "1"}, True, False),
    "FORCE_COLOR in a pipe": (["-f", "table"], {"FORCE_COLOR": "1"}, False, True),
    "FORCE_COLOR over dumb": ([], {"FORCE_COLOR": "3", "TERM": "dumb"}, True, True),
    "FORCE_COLOR=0 in a pipe": (["-f", "table"], {"FORCE_COLOR": "0"}, False, False),
    "FORCE_COLOR=0 on a terminal": ([], {"FORCE_COLOR": "0"}, True, True),
    "empty FORCE_COLOR": (["-f", "table"], {"FORCE_COLOR": ""}, False, False),
    "actions in a pipe": (["-f", "table"], {"GITHUB_ACTIONS": "true"}, False, False),
}


@pytest.mark.parametrize("name", COLOURS)
def test_when_a_table_is_coloured(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    options, variables, terminal, coloured = COLOURS[name]
    monkeypatch.setenv("TERM", "xterm-256color")
    for key, value in variables.items():
        monkeypatch.setenv(key, value)
    result = cli(*TWO, *options, terminal=terminal)
    assert (result.code, result.err) == (0, "")
    assert result.out.replace(ESC, "").startswith(("Maker", "[1"))
    assert (ESC in result.out) is coloured


def test_a_real_terminal_is_coloured() -> None:
    assert ESC.encode() in on_terminal(program(*TWO), columns=80)[1]


def test_a_file_is_coloured_only_where_that_is_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli(*TWO, "-o", "a.txt", terminal=True)
    assert ESC not in (project / "a.txt").read_text(encoding="utf-8")
    cli(*TWO, "-o", "a.txt", "--color", "always")
    assert ESC in (project / "a.txt").read_text(encoding="utf-8")


# --- width --------------------------------------------------------------------------------------


def widest(text: str) -> int:
    return max(map(len, text.splitlines()))


@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_the_width_asked_for_is_kept(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert widest(cli(*TWO, "-f", "table", "--width", str(width)).out) <= width


def test_the_width_of_the_environment_is_used_where_none_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = cli(*TWO, "-f", "table", "--width", "44").out
    monkeypatch.setenv("COLUMNS", "44")
    assert cli(*TWO, "-f", "table").out == asked
    monkeypatch.setenv("COLUMNS", "7")
    assert cli(*TWO, "-f", "table").out == cli(*TWO, "-f", "table", "--width", "20").out


def test_the_width_of_the_terminal_is_used() -> None:
    _, shown, _ = on_terminal(program(*TWO), columns=44, env=environment(TERM="dumb"))
    assert shown.decode() == cli(*TWO, "-f", "table", "--width", "44").out


def test_a_file_is_80_columns_wide(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    cli(*TWO, "-o", "a.txt")
    asked = cli(*TWO, "-f", "table", "--width", "80").out
    assert (project / "a.txt").read_text(encoding="utf-8") == asked


# --- language -----------------------------------------------------------------------------------

ENGLISH = "Maker and Seller"
CHINESE = "制造者和销售者"

LANGUAGES: dict[str, tuple[list[str], dict[str, str], str]] = {
    "nothing": ([], {}, ENGLISH),
    "option": (["--lang", "zh"], {}, CHINESE),
    "option with a region": (["--lang", "zh_CN"], {}, CHINESE),
    "option in capitals": (["--lang", "ZH-cn"], {}, CHINESE),
    "variable": ([], {"ROLECMP_LANG": "zh"}, CHINESE),
    "option over variable": (["--lang", "en"], {"ROLECMP_LANG": "zh"}, ENGLISH),
    "variable the catalog lacks": ([], {"ROLECMP_LANG": "fr"}, ENGLISH),
    "empty variable": ([], {"ROLECMP_LANG": ""}, ENGLISH),
}
LOCALES: dict[str, tuple[dict[str, str], str]] = {
    "LANG": ({"LANG": "zh_CN.UTF-8"}, CHINESE),
    "LC_MESSAGES over LANG": ({"LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, CHINESE),
    "LC_ALL over LC_MESSAGES": ({"LC_ALL": "en_US", "LC_MESSAGES": "zh_CN"}, ENGLISH),
    "LANGUAGE over LC_ALL": ({"LANGUAGE": "zh_CN:en", "LC_ALL": "en_US.UTF-8"}, CHINESE),
    "LANGUAGE in order": ({"LANGUAGE": "fr:zh:en", "LANG": "en_US.UTF-8"}, CHINESE),
    "LANGUAGE without a locale": ({"LANGUAGE": "zh"}, CHINESE),
    "LANGUAGE under C": ({"LANGUAGE": "zh", "LC_ALL": "C"}, ENGLISH),
    "LANGUAGE under POSIX": ({"LANGUAGE": "zh", "LANG": "POSIX"}, ENGLISH),
    "C.UTF-8": ({"LANG": "C.UTF-8"}, ENGLISH),
    "a language the catalog lacks": ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
    "variable over locale": ({"ROLECMP_LANG": "en", "LANG": "zh_CN.UTF-8"}, ENGLISH),
    "a variable the catalog lacks": ({"ROLECMP_LANG": "fr", "LANG": "zh_CN.UTF-8"}, CHINESE),
    "Traditional": ({"LANG": "zh_TW.UTF-8"}, CHINESE),
}


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("kind", ["table", "markdown"])
def test_the_language_of_every_format(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options, variables, title = LANGUAGES[name]
    for key, value in variables.items():
        monkeypatch.setenv(key, value)
    first = cli(*TWO, "-f", kind, *options).out.partition("\n")[0]
    assert first == ("## " if kind == "markdown" else "") + title


@pytest.mark.parametrize("name", LOCALES)
def test_the_locale_is_heeded_by_tables(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    variables, title = LOCALES[name]
    for key, value in variables.items():
        monkeypatch.setenv(key, value)
    assert cli(*TWO, "-f", "table").out.partition("\n")[0] == title


@pytest.mark.parametrize(
    "name", [key for key, (value, _) in LOCALES.items() if "ROLECMP_LANG" not in value]
)
def test_the_locale_is_heeded_by_nothing_else(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = cli(*TWO).out
    for key, value in LOCALES[name][0].items():
        monkeypatch.setenv(key, value)
    assert cli(*TWO).out == expected


def test_the_first_language_of_the_catalog_is_its_default(project: Path) -> None:
    path = project / "roles" / "catalog.yaml"
    path.write_text(CATALOG.replace("[en, zh]", "[zh, en]"), encoding="utf-8")
    assert cli(*TWO).out.startswith(f"## {CHINESE}\n")
    assert cli(*TWO, "-f", "table").out.startswith(f"{CHINESE}\n")


def test_json_does_not_depend_on_the_language() -> None:
    assert cli(*TWO, "-f", "json", "--lang", "zh") == cli(*TWO, "-f", "json")


@pytest.mark.parametrize("name", ["table", "markdown", "json", "csv", "html"])
def test_a_language_that_the_catalog_lacks_is_refused_in_every_format(name: str) -> None:
    result = cli(*TWO, "--lang", "fr", "-f", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("rolecmp: error[unknown-language]: ")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_a_table_is_shown_on_a_terminal_of_another_encoding(encoding: str) -> None:
    result = cli(*TWO, terminal=True, encoding=encoding)
    assert (result.code, result.err) == (0, "")
    assert "Sets the price" in result.out
    result = cli(*TWO, "--lang", "zh", terminal=True, encoding=encoding)
    assert (result.code, result.err) == (0, "")


# --- how many pairs overlaps shows --------------------------------------------------------------


@pytest.fixture
def eight(project: Path) -> None:
    """Eight roles that all share a topic: 28 pairs."""
    for name in "abcdefgh":
        text = f"name: {{en: Role {name}, zh: 角色{name}}}\nperspective:\n"
        text += "  - {en: Helps, zh: 帮忙, informed: [canteen]}\n"
        (project / "roles" / f"{name}.yaml").write_text(text, "utf-8")


@pytest.mark.usefixtures("eight")
@pytest.mark.parametrize(
    ("name", "words", "count"),
    [
        ("table", [], 20),
        ("table", ["--top", "25"], 25),
        ("table", ["--top", "29"], 29),
        *((name, [], 29 if name in ("json", "csv") else 20) for name in PORTABLE),
        ("markdown", ["--top", "3"], 3),
    ],
)
def test_a_reader_has_the_first_pairs_and_a_program_all(
    name: str, words: list[str], count: int
) -> None:
    """There are 28 of the eight roles, and one of the two that stand in the studio."""
    out = cli("overlaps", "-f", name, "--width", "80", *words).out
    if name == "json":
        assert len(json.loads(out)["pairs"]) == count
    else:
        assert out.count("rolecmp compare ") == count
    said = "--top 29 shows all of them" in " ".join(unescape(out).split())
    assert said is (count < 29)


def test_where_there_is_nothing_a_sentence_says_so(project: Path) -> None:
    assert "没有没有" not in cli("matrix", "--only", "unowned", "--lang", "zh").out
    (project / "roles" / "loner.yaml").write_text("name: {en: Loner, zh: 独行者}\n", "utf-8")
    out = cli("overlaps", "loner").out
    assert "\n\nLoner has no topic in common with any other role\n\n" in out
    (project / "roles" / "seller.yaml").unlink()
    catalog = project / "roles" / "catalog.yaml"
    catalog.write_text(CATALOG.partition("pairs:")[0], "utf-8")
    out = cli("overlaps", "--lang", "zh").out
    assert "\n\n没有两个角色涉及同一个主题\n\n" in out
    assert "|" not in out
    out = cli("matrix", "--only", "contested", "--only", "shared").out
    assert "\n\nNo topic is contested or shared\n\n" in out
    assert "|" not in out
    (project / "roles" / "maker.yaml").unlink()
    catalog.write_text("rolecmp: 1\nlanguages: [en, zh]\n", "utf-8")
    assert "\n\nNo topics\n\n" in cli("matrix").out


def test_a_dot_is_one_on_a_stream_of_ascii_too() -> None:
    result = cli("matrix", "-f", "table", "--width", "80", encoding="ascii")
    assert result.out.isascii()
    assert "?" not in result.out
    assert result.out.count(" .") >= 4


def test_the_commands_that_overlaps_names_ask_the_same_catalog(
    studio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    out = cli("overlaps", "--roles", str(studio / "roles"), "-f", "csv").out
    command = out.splitlines()[1].rpartition(",")[2]
    assert command == f"rolecmp compare maker seller --roles {studio / 'roles'}"
    assert cli(*command.split()[1:]).out.startswith("## Maker and Seller")
    monkeypatch.chdir(studio)
    assert cli("overlaps", "-f", "csv").out.rstrip().endswith(",rolecmp compare maker seller")


# --- what a terminal draws ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "encoding", "line"),
    [
        ({}, "utf-8", "─"),
        ({"LANG": "zh_CN.UTF-8"}, "utf-8", "─"),
        ({"LANG": "zh_CN.UTF-8@cjkwide"}, "utf-8", "-"),
        ({"LANG": "zh_CN.UTF-8@cjkwide", "LC_CTYPE": "zh_CN.UTF-8"}, "utf-8", "─"),
        ({"RUNEWIDTH_EASTASIAN": "1"}, "utf-8", "-"),
        ({"RUNEWIDTH_EASTASIAN": "0"}, "utf-8", "─"),
        ({"LC_ALL": "C"}, "utf-8", "-"),
        ({}, "gbk", "-"),
        ({}, "ascii", "-"),
    ],
)
def test_lines_are_ascii_where_others_cannot_be_drawn_or_are_wide(
    variables: dict[str, str], encoding: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    shown = cli(*TWO, "-f", "table", "--width", "60", encoding=encoding).out
    assert any(set(each) == {line} for each in shown.splitlines())


@pytest.mark.parametrize(("locale", "apart"), [("zh_CN.UTF-8", 2), ("zh_CN.UTF-8@cjkwide", -1)])
def test_columns_are_as_wide_as_the_terminal_draws_them(
    locale: str, apart: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    seller = (project / "roles" / "seller.yaml").read_text("utf-8")
    (project / "roles" / "seller.yaml").write_text(seller.replace("销售者", "“卖”·"), "utf-8")
    maker, other = cli("list", "-f", "table", "--width", "200").out.splitlines()[4:6]
    # The one name has three wide characters, the other one, and three that are ambiguous.
    assert other.index("把") - maker.index("把") == apart
