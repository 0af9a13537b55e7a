"""In which language an answer is given, case by case."""

from __future__ import annotations

import pytest

from rolecmp.rendering.language import choose, from_locale, match, words_for

BOTH = ("en", "zh")


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, []),
        ({"LANG": ""}, []),
        ({"LANG": "C"}, []),
        ({"LANG": "POSIX"}, []),
        ({"LANG": "zh_CN.UTF-8"}, ["zh-CN"]),
        ({"LANG": "zh"}, ["zh"]),
        ({"LANG": "de_AT@euro"}, ["de-AT"]),
        ({"LANG": "sr_RS.UTF-8@latin"}, ["sr-RS"]),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN"}, ["zh-CN"]),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN", "LC_ALL": "fr_FR"}, ["fr-FR"]),
        ({"LANG": "en_US", "LC_ALL": ""}, ["en-US"]),
        ({"LANG": "en_US", "LANGUAGE": "zh_CN:de"}, ["zh-CN", "de"]),
        ({"LANG": "en_US", "LANGUAGE": ":zh_CN::de"}, ["zh-CN", "de"]),
        ({"LANG": "en_US", "LANGUAGE": ""}, ["en-US"]),
        ({"LANG": "C", "LANGUAGE": "zh_CN"}, []),
        ({"LC_ALL": "C", "LANG": "zh_CN", "LANGUAGE": "zh_CN"}, []),
        ({"LC_ALL": "POSIX", "LANG": "zh_CN"}, []),
        # C.UTF-8 is the C locale with another character set.
        ({"LANG": "C.UTF-8"}, []),
        ({"LC_CTYPE": "zh_CN.UTF-8"}, []),
    ],
)
def test_from_locale(environment: dict[str, str], languages: list[str]) -> None:
    assert list(from_locale(environment)) == languages


@pytest.mark.parametrize(
    ("wanted", "languages", "found"),
    [
        ("zh", BOTH, "zh"),
        ("ZH", BOTH, "zh"),
        ("zh-CN", BOTH, "zh"),
        ("zh_CN", BOTH, "zh"),
        ("zh-Hant-TW", BOTH, "zh"),
        ("en-GB", BOTH, "en"),
        ("de", BOTH, None),
        ("", BOTH, None),
        ("zh", ("en", "zh-CN"), "zh-CN"),
        ("zh-TW", ("zh-Hans", "zh-Hant"), "zh-Hant"),
        ("zh-HK", ("zh-Hans", "zh-Hant"), "zh-Hant"),
        ("zh-CN", ("zh-Hant", "zh-Hans"), "zh-Hans"),
        ("zh-SG", ("zh-Hant", "zh-Hans"), "zh-Hans"),
        ("zh-CN", ("zh", "zh-CN"), "zh-CN"),
        ("zh-TW", ("zh-TW", "zh-Hant"), "zh-TW"),
        ("pt", ("pt-BR", "pt-PT"), "pt-BR"),
        ("pt-PT", ("pt-BR", "pt-PT"), "pt-PT"),
        ("pt-AO", ("pt-BR", "pt"), "pt"),
        ("enx", BOTH, None),
    ],
)
def test_match(wanted: str, languages: tuple[str, ...], found: str | None) -> None:
    assert match(wanted, languages) == found


@pytest.mark.parametrize(
    ("option", "environment", "heed", "found"),
    [
        (None, {}, False, "en"),
        (None, {}, True, "en"),
        ("zh", {}, False, "zh"),
        ("zh", {"ROLECMP_LANG": "en", "LANG": "en_US"}, True, "zh"),
        ("de", {"ROLECMP_LANG": "zh"}, True, None),
        ("", {}, False, None),
        (None, {"ROLECMP_LANG": "zh"}, False, "zh"),
        (None, {"ROLECMP_LANG": "zh-TW", "LANG": "en_US"}, True, "zh"),
        (None, {"ROLECMP_LANG": "", "LANG": "zh_CN"}, True, "zh"),
        (None, {"ROLECMP_LANG": "de", "LANG": "zh_CN"}, True, "zh"),
        (None, {"ROLECMP_LANG": "de", "LANG": "zh_CN"}, False, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, True, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, False, "en"),
        (None, {"LANG": "de_DE", "LANGUAGE": "fr:zh:en"}, True, "zh"),
        (None, {"LANG": "de_DE", "LANGUAGE": "fr"}, True, "en"),
        (None, {"LC_ALL": "C", "LANG": "zh_CN"}, True, "en"),
    ],
)
def test_choose(
    option: str | None, environment: dict[str, str], heed: bool, found: str | None
) -> None:
    assert choose(option, environment, BOTH, heed_locale=heed) == found


def test_the_first_language_is_the_default() -> None:
    assert choose(None, {"LANG": "fr_FR"}, ("de", "en"), heed_locale=True) == "de"


@pytest.mark.parametrize(
    ("option", "environment", "found"),
    [
        (None, {}, "en"),
        ("zh", {}, "zh"),
        ("zh-TW", {"LANG": "en_US"}, "zh"),
        ("de", {}, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"ROLECMP_LANG": "zh"}, "zh"),
        (None, {"LANG": "fr_FR"}, "en"),
    ],
)
def test_messages_need_no_catalog(
    option: str | None, environment: dict[str, str], found: str
) -> None:
    assert words_for(option, environment).language == found
