"""What reaches into Typer's inside: names that it does not document and may rename.

Each is in `INSIDE`, with what it is for and what happens where it is gone. Everything else that
the program uses of Typer is public, or Click's documented interface, which Typer keeps.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from rolecmp.completion import plain
from rolecmp.definitions.problems import QuestionError, phrase


class Inside(NamedTuple):
    """A name: what has it in Typer, what the program does with it, and what without it."""

    name: str
    of: str
    purpose: str
    without: str


_SLOW = "Typer converts each parameter itself: the same answers, half as fast."
_OWN_WORDS = "Typer's own English message is shown."
_OWN_SHELL = "Typer's own completion for this shell: without descriptions, or with fewer."

INSIDE: Mapping[str, Inside] = {
    "type": Inside(
        "type_descriptor", "a parameter", "tells which parameters are text or flags", _SLOW
    ),
    "annotation": Inside(
        "annotation", "a parameter's type descriptor", "the type as it was written", _SLOW
    ),
    "converter": Inside(
        "_runtime_param",
        "a parameter",
        "is replaced by what hands the words on; Typer builds a pydantic validator for each "
        "parameter that is parsed, unset ones included, which doubles the time of a command",
        _SLOW,
    ),
    "no-such-option": Inside(
        "NoSuchOption", "the class of an error", "an unknown option in our words", _OWN_WORDS
    ),
    "option-usage": Inside(
        "BadOptionUsage", "the class of an error", "a missing value in our words", _OWN_WORDS
    ),
    "missing": Inside(
        "MissingParameter", "the class of an error", "a missing argument in our words", _OWN_WORDS
    ),
    "bash": Inside(
        "BashComplete",
        "typer._completion_classes",
        "is replaced by a class that shows what each word stands for",
        _OWN_SHELL,
    ),
    "zsh": Inside(
        "ZshComplete",
        "typer._completion_classes",
        "is replaced by a class that lets nothing of a name be run",
        _OWN_SHELL,
    ),
    "fish": Inside(
        "FishComplete",
        "typer._completion_classes",
        "is replaced by a class that lets nothing of a name be run",
        _OWN_SHELL,
    ),
    "register": Inside(
        "add_completion_class", "typer._completion_classes", "puts those in place", _OWN_SHELL
    ),
    "scripts": Inside(
        "_completion_scripts",
        "typer._completion_shared",
        "holds the script of bash, which is replaced by one that lets names have spaces",
        "Typer's script for bash: words without descriptions.",
    ),
}


def _inside(key: str, thing: object) -> Any:
    """Return what a name stands for in `thing`, or None where it is gone."""
    return getattr(thing, INSIDE[key].name, None)


# --- parameters -------------------------------------------------------------------------------

_TEXTUAL: tuple[object, ...] = (str, list[str], bool)


class AsTyped:
    """Stands in for Typer's conversion of a parameter: the words as they were typed."""

    @staticmethod
    def coerce(value: Any, param: Any, ctx: Any) -> Any:
        """Return `value`; of a list that was not given, an empty one."""
        if value is None and (param.multiple or param.nargs == -1):
            return ()
        return value


def pass_through(params: list[Any]) -> list[Any]:
    """Keep Typer from converting parameters that are text or flags; returns the same list."""
    for param in params:
        known = _inside("annotation", _inside("type", param)) in _TEXTUAL
        if known and hasattr(param, INSIDE["converter"].name):
            setattr(param, INSIDE["converter"].name, AsTyped)
    return params


# --- errors -----------------------------------------------------------------------------------


def see_help(ctx: Any) -> Any:
    """Return the remedy that points at the help of the command in `ctx`."""
    return phrase("see-help", command=ctx.command_path if ctx is not None else "rolecmp")


def usage_question(error: Any) -> QuestionError:
    """Turn an error of Typer's parser into one in the program's own words."""
    kind = type(error).__name__
    ctx = getattr(error, "ctx", None)
    remedy = see_help(ctx)
    if kind == INSIDE["no-such-option"].name:
        message = phrase("no-such-option", name=error.option_name)
        if error.possibilities:
            remedy = phrase("did-you-mean", near=tuple(error.possibilities))
        commands = getattr(ctx.command, "commands", {}) if ctx is not None else {}
        if any(
            error.option_name in param.opts for each in commands.values() for param in each.params
        ):
            remedy = phrase("option-behind", name=error.option_name)
    elif kind == INSIDE["option-usage"].name:
        params = ctx.command.get_params(ctx) if ctx is not None else ()
        named = (param for param in params if error.option_name in param.opts)
        key = "needs-no-value" if any(param.is_flag for param in named) else "needs-value"
        message = phrase(key, name=error.option_name)
    elif kind == INSIDE["missing"].name and error.param is not None:
        message = phrase("missing-argument", name=error.param.metavar or error.param.name)
    else:
        message = phrase("other-usage", text=error.format_message().rstrip("."))
    return QuestionError("usage", message, remedy)


# --- shells -----------------------------------------------------------------------------------

# Bash's own way has no descriptions; when it lists candidates (COMP_TYPE 63 or 33), rather
# than insert one, they can stand behind. Bash ends a word before an @, which is put together
# here, and replaces what begins with it.
_BASH = """\
%(complete_func)s() {
    local at line words=() before=""
    COMPREPLY=()
    for ((at = 0; at <= COMP_CWORD; at++)); do
        if ((at > 1)) && [[ ${COMP_WORDS[at]} == @ || ${COMP_WORDS[at - 1]} == @ ]]; then
            words[${#words[@]} - 1]+=${COMP_WORDS[at]}
        else
            words+=("${COMP_WORDS[at]}")
        fi
    done
    line=${words[${#words[@]} - 1]}
    [[ $line == *@* && $COMP_WORDBREAKS == *@* ]] && before=${line%%@*}
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("${line#"$before"}")
    done < <(env COMP_TYPE="$COMP_TYPE" COMP_WORDS="${words[*]}" \\
        COMP_CWORD="$((${#words[@]} - 1))" %(autocomplete_var)s=complete_bash "$1" 2>/dev/null)
}

complete -o default -F %(complete_func)s %(prog_name)s"""


def _bash(shell: Any) -> str:
    items = _items(shell)
    if os.environ.get("COMP_TYPE") not in ("63", "33") or len(items) < 2:
        return "\n".join(value for value, _ in items)
    column = max(len(value) for value, _ in items)
    return "\n".join(f"{value:<{column}}  {text}".rstrip() for value, text in items)


def _zsh(shell: Any) -> str:
    rows = [f'"{plain(value)}":"{text}"' for value, text in _items(shell)]
    joined = "\n".join(rows)
    return f"_arguments '*: :(({joined}))'" if rows else "_files"


def _fish(shell: Any) -> str:
    items = _items(shell)
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        raise SystemExit(0 if items else 1)
    return "\n".join(f"{value}\t{text}".rstrip() for value, text in items)


def _items(shell: Any) -> list[tuple[str, str]]:
    try:
        items = shell.get_completions(*shell.get_completion_args())
    except Exception:  # noqa: BLE001  a traceback in the prompt is worse than no offer
        return []
    return [(str(item.value), plain(item.help or "")) for item in items]


def _completion_modules() -> tuple[Any, Any]:
    try:
        from typer import _completion_classes, _completion_shared
    except ImportError:
        return None, None
    return _completion_classes, _completion_shared


def install_shells() -> None:
    """Take the place of Typer's completion classes, which drop descriptions or parse them."""
    classes, shared = _completion_modules()
    register = _inside("register", classes)
    for key, complete in (("bash", _bash), ("zsh", _zsh), ("fish", _fish)):
        typers = _inside(key, classes)
        if register is not None and typers is not None:
            ours = type(typers.__name__, (typers,), {"complete": complete})
            register(ours, typers.name)
    scripts = _inside("scripts", shared)
    # The script hands on what our class for bash needs, so the two go together.
    if scripts is not None and register is not None and _inside("bash", classes) is not None:
        scripts["bash"] = _BASH
