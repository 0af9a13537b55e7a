"""In which language an answer is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rolecmp.words import BASE, LANGUAGES, Words

VARIABLE = "ROLECMP_LANG"
_UNTRANSLATED = ("C", "POSIX")


def from_locale(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield the languages the locale asks for, best first, as codes such as ``zh-CN``.

    As gettext has it: LANGUAGE is a list and goes first, unless the locale is C; then the
    first of LC_ALL, LC_MESSAGES and LANG that is set.
    """
    locale = next(
        (value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(key))), ""
    )
    if locale in _UNTRANSLATED:
        return
    for name in (environment.get("LANGUAGE") or locale).split(":"):
        code = name.partition(".")[0].partition("@")[0].replace("_", "-")
        if code and code not in _UNTRANSLATED:
            yield code


def match(wanted: str, languages: Sequence[str]) -> str | None:
    """Find the language of a catalog that serves a wanted one, or None.

    ``zh-CN`` is served by zh-CN, by zh, or by another zh; the script goes by the region, so
    that ``zh-TW`` finds zh-Hant where there is one.
    """
    wanted = wanted.replace("_", "-").lower()
    base, _, region = wanted.partition("-")
    scripts = {"tw": "hant", "hk": "hant", "mo": "hant", "cn": "hans", "sg": "hans"}
    by_code = {language.lower(): language for language in languages}
    for code in (wanted, f"{base}-{scripts.get(region, '')}", base):
        if code in by_code:
            return by_code[code]
    return next((by_code[code] for code in by_code if code.partition("-")[0] == base), None)


def choose(
    option: str | None,
    environment: Mapping[str, str],
    languages: Sequence[str],
    *,
    heed_locale: bool,
    asked: str | None = None,
) -> str | None:
    """Choose among a catalog's languages; None where the option names one it lacks.

    The option, else ROLECMP_LANG, else the language that was `asked` in, else the locale where
    it is heeded, else the first.
    """
    if option is not None:
        return match(option, languages)
    variable = environment.get(VARIABLE)
    wanted = [each for each in (variable, asked) if each]
    if heed_locale:
        wanted += from_locale(environment)
    found = (match(each, languages) for each in wanted)
    return next((each for each in found if each is not None), languages[0])


def words_for(
    option: str | None, environment: Mapping[str, str], asked: str | None = None
) -> Words:
    """Return the words of messages and help, which need no catalog.

    Their language is what the option asks for, else ROLECMP_LANG, else the one that was `asked`
    in, else that of the locale, as far as the program speaks it.
    """
    found = match(option, LANGUAGES) if option is not None else None
    found = found or choose(None, environment, LANGUAGES, heed_locale=True, asked=asked)
    return Words(found or BASE)
