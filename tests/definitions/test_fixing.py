"""What is put right without a doubt: slips put into the built-in catalog's files, and taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolecmp.definitions.fixing import Fix, fixable, fixes
from rolecmp.definitions.loader import read_catalog
from rolecmp.definitions.sources.folders import CATALOG_FILE, MemoryFolder

ROLES = Path(__file__).parents[2] / "roles"
FILES = {path.name: path.read_text("utf-8") for path in sorted(ROLES.glob("*.yaml"))}
ONE = {CATALOG_FILE: "rolecmp: 1\nlanguages: [en]\ntopics:\n  vision: Vision\n"}
TWO = {CATALOG_FILE: ONE[CATALOG_FILE].replace("[en]", "[en, zh]").replace("Vision", "")}
WIDE = {ord(char): ord(char) + 0xFEE0 for char in "abcdefghijklmnopqrstuvwxyz-"}


def folder_of(texts: dict[str, str]) -> MemoryFolder:
    return MemoryFolder("roles", {name: text.encode() for name, text in texts.items()})


def fixed(folder: MemoryFolder) -> MemoryFolder:
    """Return a folder with its files put right."""
    files = dict(folder.files)
    for fix in fixes(folder):
        assert files.pop(fix.name) == fix.data
        files[fix.new_name] = fix.new_data
    return MemoryFolder("roles", files)


def indented(by: str) -> Callable[[str], str]:
    return lambda line: re.sub(r"^ +", lambda spaces: by * (len(spaces[0]) // 2), line)


def replaced(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda line: re.sub(pattern, by, line)


def bracketed(line: str) -> str:
    return re.sub(r"\[(.*)\]$", lambda found: f"【{found[1].replace(', ', '，')}】", line)


SLIPS: dict[str, Callable[[str], str]] = {
    "full-width space": indented("\u3000"),
    "no-break space": indented("\u00a0\u00a0"),
    "tab": indented("\t"),
    "full-width hyphen": replaced("^( *)- ", r"\1－ "),
    "dash": replaced("^( *)- ", r"\1— "),
    "bullet": replaced("^( *)- ", r"\1• "),
    "dash without a space": replaced("^( +)- ", r"\1-"),
    "full-width space after a dash": replaced("^( *)- ", "\\1-\u3000"),
    "full-width number sign": replaced("^# ", "＃ "),
    "full-width brackets": bracketed,
    "full-width colon": replaced(r"^( *(?:- )?[a-z-]+):(?: |$)", r"\1："),
    "colon without a space": replaced(r"^( *(?:- )?(?:en|zh|roles|accountable)): (?=[^ ])", r"\1:"),
    "full-width letters": replaced(
        r"^( *(?:- )?)(name|en|zh|accountable|perspective|summary|brief)(?=:)",
        lambda found: found[1] + found[2].translate(WIDE),
    ),
    "a country in the language": replaced(r"^( *(?:- )?)zh:", r"\1zh-CN:"),
}  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_wherever_it_can_be_is_taken_out_and_nothing_else_changed(slip: str) -> None:
    made = {name: "\n".join(map(SLIPS[slip], text.split("\n"))) for name, text in FILES.items()}
    assert made != FILES
    folder = folder_of(made)
    assert fixed(folder).files == folder_of(FILES).files


@given(st.data())
@pytest.mark.no_cover
def test_slips_of_every_kind_at_once_are_taken_out(data: st.DataObject) -> None:
    made = {}
    for name, text in FILES.items():
        lines = text.split("\n")
        for number in data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=30)):
            lines[number] = SLIPS[data.draw(st.sampled_from(sorted(SLIPS)))](lines[number])
        made[name] = "\n".join(lines)
    assert fixed(folder_of(made)).files == folder_of(FILES).files


def test_files_of_another_name_and_encoding_are_put_right() -> None:
    chinese = {name: text.replace("ö", "o").replace("é", "e") for name, text in FILES.items()}
    right = {name: text.encode() for name, text in chinese.items()}
    made = {
        "catalog.yml": b"\xef\xbb\xbf" + right[CATALOG_FILE],
        "pm.yaml.txt": right["pm.yaml"],
        "PMM.yml": chinese["pmm.yaml"].encode("utf-16"),
        "Marketing Manager.yaml": right["marketing-manager.yaml"],
        "sales-manager.yaml": chinese["sales-manager.yaml"].encode("gb18030"),
        "customer-service-manager.yaml": right["customer-service-manager.yaml"],
    }
    assert fixed(MemoryFolder("roles", made)).files == right
    assert [(each.name, each.encoding) for each in fixes(MemoryFolder("roles", made))] == [
        ("catalog.yml", "UTF-8"), ("Marketing Manager.yaml", "UTF-8"), ("pm.yaml.txt", "UTF-8"),
        ("PMM.yml", "UTF-16"), ("sales-manager.yaml", "GBK"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        {"catalog.yml": CATALOG_FILE},
        {"pm.yml": "pm.yaml"},
        {"pm.yaml.txt": "pm.yaml"},
        {"notes.yaml.txt": CATALOG_FILE},
        {"pm.yaml.bak": "pm.yaml"},
    ],
)
def test_a_name_that_is_taken_or_not_meant_stays(names: dict[str, str]) -> None:
    texts = FILES | {name: FILES[like] for name, like in names.items()}
    assert fixes(folder_of(texts)) == ()


def test_what_another_program_reads_keeps_its_name() -> None:
    workflow = "name: Build\non: push\n"
    texts = FILES | {"build.yml": workflow, "release.yaml.txt": workflow}
    assert fixes(folder_of(texts)) == ()


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("ñoño, El niño señaló", "latin-1"),
        ("Продукт менеджер", "cp1251"),
        ("プロダクト管理者", "shift_jis"),
        ("제품 관리자", "euc-kr"),
        ("產品經理負責定價", "big5"),
    ],
)
def test_another_encoding_is_not_taken_for_gbk(name: str, encoding: str) -> None:
    data = f"name: {name}\n".encode(encoding)
    assert fixes(MemoryFolder("roles", {**folder_of(ONE).files, "pm.yaml": data})) == ()


def test_what_a_mend_brings_to_light_in_another_file_is_left_to_check() -> None:
    texts = TWO | {"a.yaml": "name: {cn: 甲}\n", "b.yaml": "name: {zh: 甲}\n"}
    (fix,) = fixes(folder_of(texts))
    assert (fix.name, fix.new_text) == ("a.yaml", "name: {zh: 甲}\n")


def test_two_files_that_could_have_one_name_keep_theirs() -> None:
    texts = FILES | {"pm.yml": FILES["pm.yaml"], "pm.yaml.txt": FILES["pm.yaml"]}
    del texts["pm.yaml"]
    assert fixes(folder_of(texts)) == ()


def role(texts: dict[str, str], said: str) -> tuple[Fix, ...]:
    return fixes(folder_of(texts | {"pm.yaml": f"name: {{en: PM}}\nperspective:\n{said}"}))


@pytest.mark.parametrize("texts", [ONE, TWO])
@pytest.mark.parametrize("below", ["", "    accountable: [vision]\n"])
def test_a_sentence_gets_the_language_that_it_is_in(texts: dict[str, str], below: str) -> None:
    (fix,) = role(texts, f"  - en: A\n  - Sets the vision\n{below}") if below or texts is TWO else (
        role(ONE, "  - en:A\n"))  # a string will do where there is one language  # fmt: skip
    assert "  - en: Sets the vision\n" in fix.new_text or not below
    if texts is TWO:
        (fix,) = role(TWO, f"  - 定产品愿景，写 PRD\n{below}")
        assert f"  - zh: 定产品愿景，写 PRD\n{below}" in fix.new_text


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("en, zh", "  - Owns the 定价 page\n"),
        ("en, de", "  - Sets the vision\n    accountable: [vision]\n"),
        ("en, zh", "  - Sets the vision\n    of the product\n"),
        ("en, zh", "  - zh-CN: 甲\n    zh: 乙\n"),
        ("en, zh", "  - en: A\n    zh: 甲\n  en: B\n  zh: 乙\n"),
        ("en, zh", "  - en: A\n    zh: 'B\n"),
        ("en", "  - en: A\n    accountable:\n\t- vision\n"),
    ],
)
def test_where_there_is_doubt_nothing_is_changed(languages: str, said: str) -> None:
    catalog = f"rolecmp: 1\nlanguages: [{languages}]\ntopics:\n  vision:\n"
    assert role({CATALOG_FILE: catalog}, said) == ()


def test_a_country_is_no_language() -> None:
    texts = {name: text.replace("zh:", "cn:").replace("[en, zh]", "[en, cn]")
             for name, text in FILES.items()}  # fmt: skip
    found = [
        each.source
        for each in read_catalog(folder_of(texts)).problems
        if each.message.key == "no-language"
    ]
    assert found == ["languages: [en, cn]"]
    assert fixed(folder_of(texts)).files == folder_of(FILES).files


def test_how_many_problems_are_gone_is_told_beforehand() -> None:
    files = FILES | {"pm.yml": FILES["pm.yaml"], "pmm.yaml.txt": bracketed(FILES["pmm.yaml"])}
    files["pm.yml"] += "nonsense：\n"
    del files["pm.yaml"], files["pmm.yaml"]
    problems = read_catalog(folder_of(files)).problems
    # The name of each of the two; what is wrong inside shows when they are read.
    assert [each.rule for each in problems].count("bad-id") == 1
    after = read_catalog(fixed(folder_of(files))).problems
    assert [each.rule for each in after] == ["unknown-key"]
    assert fixable(folder_of(files), problems) == len(problems) + 1
    assert fixable(folder_of(FILES), ()) == 0


def test_what_else_is_wrong_stays_as_it_is() -> None:
    pm = FILES["pm.yaml"] + "notes： 'open\n"
    (fix,) = fixes(folder_of(FILES | {"pm.yaml": pm}))
    assert fix.new_text == FILES["pm.yaml"] + "notes: 'open\n"
