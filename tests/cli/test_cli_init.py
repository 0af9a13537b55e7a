"""A catalog of one's own is started whole, or not at all."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from cli_harness import ROOT, Result, cli, environment, program

from rolecmp import output

if TYPE_CHECKING:
    from pathlib import Path

# What an English reader gets: all but the comments in Chinese.
BUILTIN = {
    path.name: b"".join(
        line
        for line in path.read_bytes().splitlines(keepends=True)
        if line.isascii() or line[:1] != b"#"
    )
    for path in (ROOT / "roles").iterdir()
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_copy_of_the_built_in_catalog(clean: Path) -> None:
    result = cli("init")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Wrote 8 files to roles:\n"
        "  catalog.schema.json\n"
        "  catalog.yaml\n"
        "  customer-service-manager.yaml\n"
        "  marketing-manager.yaml\n"
        "  pm.yaml\n"
        "  pmm.yaml\n"
        "  role.schema.json\n"
        "  sales-manager.yaml\n"
        "\n"
        "In catalog.yaml, title and source are still the article's, and so are the reasons\n"
        "under accepted: keep those that are true of your company.\n"
        "\n"
        "Each text is in en, zh. For one language only: rolecmp init --lang en\n"
        "\n"
        "Edit them to match your company, then:\n"
        "  rolecmp list            shows the roles\n"
        "  rolecmp compare pm pmm  puts two of them side by side\n"
        "  rolecmp who-owns        shows who owns what\n"
        "  rolecmp check           lists what is wrong\n"
        "  rolecmp diff builtin    shows how it differs from the built-in catalog\n"
    )
    assert files(clean / "roles") == BUILTIN
    assert cli("diff", "builtin", "--exit-code").code == 0
    assert os.listdir(clean) == ["roles"]


def test_the_next_steps_work(clean: Path) -> None:
    out = cli("init", "my team/roles", "--role", "pm", "--role", "Sales Manager").out
    steps = [line.strip() for line in out.splitlines() if line.startswith("  rolecmp")]
    assert len(steps) == 5
    for step in steps:
        words = shlex.split(step.partition("   ")[0].rpartition("'")[0] + "'")
        assert words[-2:] == ["--roles", "my team/roles"]
        assert cli(*words[1:]).code in (0, 1), words
    # What is accepted of these roles is settled; that of roles that are not among them is not.
    open_topics = "Topics without exactly one owner among these roles: market-research"
    assert f"{open_topics}\n\n" in out


@pytest.mark.parametrize(
    ("folder", "variable", "option"),
    [
        ("roles", "", ""),
        (".", "", ""),
        ("roles", "elsewhere", " --roles roles"),
        ("builtin", "", " --roles ./builtin"),
        ("team/roles", "", " --roles team/roles"),
    ],
)
def test_the_next_steps_name_the_folder_where_it_is_not_found(
    folder: str, variable: str, option: str, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        assert cli("init", variable).code == 0
        monkeypatch.setenv("ROLECMP_ROLES", variable)
    out = cli("init", folder, "--from", "blank").out
    assert f"  rolecmp list{option}  " in out
    command = f"list{option} -f csv".split()
    assert cli(*command).out.count("\n") == 3


def test_in_a_catalog_the_new_one_is_named(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli("init").code == 0
    monkeypatch.chdir(clean / "roles")
    assert "  rolecmp list --roles roles  " in cli("init", "--from", "blank").out


def test_a_part_in_one_language_said_in_it(clean: Path) -> None:
    result = cli("init", ".", "--role", "产品经理", "--role", "pmm", "--lang", "zh")
    assert result.out.startswith("已在 . 写入 5 个文件：\n  catalog.schema.json\n  catalog.yaml\n")
    assert sorted(files(clean)) == [
        "catalog.schema.json", "catalog.yaml", "pm.yaml", "pmm.yaml", "role.schema.json",
    ]  # fmt: skip
    assert "只要一种语言" not in result.out
    assert "languages: [zh]\n" in (clean / "catalog.yaml").read_text("utf-8")
    assert cli("compare", "pm", "pmm").code == 0
    assert cli("who-owns", "定价").code == 0


def test_a_blank_one_is_settled(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "diff builtin" not in cli("init", "--from", "blank").out
    assert cli("who-owns").code == 0
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    assert cli("init", "zh", "--from", "blank", "--lang", "en").out.startswith("Wrote 5 files")
    assert (clean / "zh" / "pm.yaml").read_text("utf-8").isascii()
    assert cli("init", "both", "--from", "blank").out.startswith("已在 both 写入 5 个文件：")
    assert "# 每段文字" in (clean / "both" / "catalog.yaml").read_text("utf-8")


def test_nothing_is_written_over(clean: Path) -> None:
    (clean / "roles").mkdir()
    (clean / "roles" / "pm.yaml").write_text("mine")
    (clean / "roles" / "designer.yml").write_text("mine too")
    (clean / "roles" / "notes.txt").write_text("kept")
    before = files(clean / "roles")
    assert cli("init") == Result(
        2,
        "",
        "rolecmp: error[exists]: nothing was written to `roles`, because files there are "
        "in the way; name another folder\n"
        "  roles/pm.yaml would be overwritten\n"
        "  roles/designer.yml would be read as a role of the new catalog\n",
    )
    assert files(clean / "roles") == before


def test_beside_other_files_it_is_written_all_the_same(clean: Path) -> None:
    roles = clean / "roles"
    roles.mkdir()
    (roles / "notes.txt").write_text("kept")
    (roles / "webserver").mkdir()  # as in a roles/ of Ansible
    assert cli("init").code == 0
    assert {path.name for path in roles.iterdir()} == {*BUILTIN, "notes.txt", "webserver"}
    assert (roles / "notes.txt").read_text() == "kept"


def test_a_link_to_nowhere_is_in_the_way(clean: Path) -> None:
    (clean / "roles").mkdir()
    (clean / "roles" / "catalog.yaml").symlink_to("nowhere")
    assert "roles/catalog.yaml would be overwritten" in cli("init").err
    (clean / "link").symlink_to("nowhere")
    (clean / "file").write_text("mine")
    for name in ("link", "file"):
        assert cli("init", name) == Result(
            2,
            "",
            f"rolecmp: error[output]: `{name}` already exists and is not a folder; "
            "name another folder\n",
        )


REFUSALS = {
    "another source": (
        ["--from", "blnk"],
        "error[usage]: invalid value `blnk` for --from; did you mean `blank`?",
        "error[usage]: --from 的值 `blnk` 无效；是不是想写 `blank`？",
    ),
    "roles of a blank one": (
        ["--from", "blank", "--role", "pm"],
        "error[usage]: --role takes roles from the built-in catalog; blank has none of them; "
        "remove --role or --from blank",
        "error[usage]: --role 从内置目录里取角色，blank 里没有这些角色；"
        "请去掉 --role 或 --from blank",
    ),
    "an unknown role": (
        ["--role", "pmn"],
        "error[unknown-role]: no role is called `pmn`; did you mean `pm` or `pmm`? the roles are "
        "pm, pmm, marketing-manager, sales-manager, customer-service-manager; rolecmp list shows "
        "them all",
        "error[unknown-role]: 没有叫 `pmn` 的角色，是不是想找 `pm` 或 `pmm`？现有角色："
        "pm、pmm、marketing-manager、sales-manager、customer-service-manager；"
        "用 rolecmp list 查看全部",
    ),
    "an unknown language": (
        ["--lang", "fr"],
        "error[unknown-language]: this catalog has no texts in `fr`; its languages are en, zh",
        "error[unknown-language]: 这个目录没有 `fr` 语言的文字；它的语言有：en、zh",
    ),
    "an empty name": (
        [""],
        "error[usage]: not a valid folder name",
        "error[usage]: 不是有效的文件夹名称",
    ),
    "below a file": (
        ["file/roles"],
        "error[output]: cannot write `file/roles`: Not a directory; nothing was written",
        "error[output]: 无法写入 `file/roles`：不是文件夹；什么都没有写入",
    ),
    "too long a name": (
        ["x" * 300],
        f"error[output]: cannot write `{'x' * 300}`: File name too long; nothing was written",
        f"error[output]: 无法写入 `{'x' * 300}`：文件名过长；什么都没有写入",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_slip_is_answered_and_nothing_written(
    name: str, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (clean / "file").write_text("mine")
    words, english, chinese = REFUSALS[name]
    assert cli("init", *words) == Result(2, "", f"rolecmp: {english}\n")
    monkeypatch.setenv("ROLECMP_LANG", "zh")
    assert cli("init", *words) == Result(2, "", f"rolecmp: {chinese}\n")
    assert os.listdir(clean) == ["file"]


def test_a_parent_that_may_not_be_written(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    for number, folder in ((0, "roles"), (0, "a/b"), (1, "a/b"), (2, "a/b/c")):
        with monkeypatch.context() as patch:
            patch.setattr(os, "mkdir", FullDisk(number, denied, os.mkdir))
            result = cli("init", folder)
        assert result.err == (
            f"rolecmp: error[output]: cannot write `{folder}`: Permission denied; "
            "nothing was written\n"
        )
        assert os.listdir(clean) == []


class FullDisk:
    """Stands in for a call that fails, or is interrupted, the nth time."""

    def __init__(self, number: int, error: BaseException, call: Any) -> None:
        self.left = number
        self.error = error
        self.call = call

    def __call__(self, *arguments: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise self.error
        return self.call(*arguments)


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("there", [False, True], ids=["new", "existing"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize(
    ("call", "number"), [("fsync", 0), ("fsync", 3), ("rename", 0), ("link", 0), ("link", 4)]
)
def test_nothing_is_left_half_written(
    clean: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: bool,
    error: BaseException,
    call: str,
    number: int,
) -> None:
    if there:
        (clean / "a" / "roles").mkdir(parents=True)
        (clean / "a" / "roles" / "notes.txt").write_text("kept")
    if call in ("rename", "link") and (call == "rename") is there:
        return  # the one is for new folders, the other for those that exist
    monkeypatch.setattr(os, call, FullDisk(number, error, getattr(os, call)))
    result = cli("init", "a/roles")
    monkeypatch.undo()
    if isinstance(error, KeyboardInterrupt):
        assert result == Result(130, "", "")
    else:
        assert result == Result(
            2,
            "",
            "rolecmp: error[output]: cannot write `a/roles`: No space left on device; "
            "nothing was written\n",
        )
    left = sorted(str(path.relative_to(clean)) for path in clean.rglob("*"))
    assert left == (["a", "a/roles", "a/roles/notes.txt"] if there else [])


def test_a_file_that_comes_in_between_is_not_written_over(
    clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roles = clean / "roles"
    roles.mkdir()
    new_file = output._new_file

    def late(folder: str) -> tuple[int, str]:
        (roles / "pmm.yaml").write_text("mine")
        return new_file(folder)

    monkeypatch.setattr(output, "_new_file", late)
    assert "File exists; nothing was written" in cli("init").err
    assert files(roles) == {"pmm.yaml": b"mine"}


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize(("name", "left"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_process_that_is_ended_leaves_nothing(
    name: str, left: int, there: bool, clean: Path
) -> None:
    if there:
        (clean / "roles").mkdir()
    code = (
        "import os, signal, sys\n"
        # Whoever runs the tests may have set one to be ignored, as nohup does, or a shell's "&".
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "real = os.fsync\n"
        "def fsync(descriptor):\n"
        f"    os.kill(os.getpid(), signal.{name})\n"
        "    real(descriptor)\n"
        "os.fsync = fsync\n"
        "from rolecmp.__main__ import main\n"
        "sys.argv = ['rolecmp', 'init']\n"
        "main()\n"
    )
    done = subprocess.run(
        [program()[0], "-c", code], env=environment(), cwd=clean, capture_output=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (left, b"", b"")
    assert os.listdir(clean) == (["roles"] if there else [])
    assert not there or os.listdir(clean / "roles") == []


def test_a_reader_that_has_gone_is_no_failure(clean: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        program("init"), env=environment(), cwd=clean, stdout=write, stderr=subprocess.PIPE,
        check=False, timeout=60,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
    assert files(clean / "roles") == BUILTIN


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_output_is_told(clean: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            program("init"), env=environment(), cwd=clean, stdout=full, stderr=subprocess.PIPE,
            check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"cannot write the answer" in done.stderr


def test_modes_are_those_of_new_files(clean: Path) -> None:
    assert cli("init").code == 0
    mask = os.umask(0)
    os.umask(mask)
    assert (clean / "roles").stat().st_mode & 0o777 == 0o777 & ~mask
    assert (clean / "roles" / "pm.yaml").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_tilde_is_the_home(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(clean))
    assert cli("init", "~/team/").code == 0
    assert files(clean / "team") == BUILTIN


def test_what_is_written_passes_the_check_with_its_schemas(clean: Path) -> None:
    for number, words in enumerate(([], ["--lang", "zh"], ["--from", "blank"], ["--role", "pmm"])):
        assert cli("init", str(number), *words).code == 0
        assert "stale-schema" not in cli("check", "--roles", str(number)).out
    topics = (clean / "2" / "catalog.yaml").read_text("utf-8")
    (clean / "2" / "catalog.yaml").write_text(topics.replace("  launch:", "  start:"), "utf-8")
    out = cli("check", "--roles", "2").out
    assert "2/role.schema.json:1:1: warning[stale-schema]" in out


def test_each_file_tells_an_editor_its_schema(clean: Path) -> None:
    assert cli("init").code == 0
    for path in (clean / "roles").glob("*.yaml"):
        kind = "catalog" if path.name == "catalog.yaml" else "role"
        line = path.read_text("utf-8").split("\n")[0]
        assert line == f"# yaml-language-server: $schema={kind}.schema.json"
        assert (clean / "roles" / f"{kind}.schema.json").is_file()


@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_language_of_the_locale_comes_first(
    locale: str, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    chinese = locale.startswith("zh")
    result = cli("init")
    assert f"rolecmp init --lang {'zh' if chinese else 'en'}\n" in result.out
    assert ("只要一种语言" in result.out) is chinese
    for name, data in files(clean / "roles").items():
        comments = [line for line in data.decode().splitlines()[1:] if line.startswith("# ")]
        assert all(line.isascii() is not chinese for line in comments), name
        if name.endswith(".yaml"):
            assert data.find(b" zh: ") < data.find(b" en: ") if chinese else True
    assert (b"languages: [zh, en]" in files(clean / "roles")["catalog.yaml"]) is chinese
    assert cli("check").code == 0


def test_languages_may_be_several_in_any_order(clean: Path) -> None:
    assert cli("init", "--lang", "zh", "--lang", "en").code == 0
    assert b"languages: [zh, en]" in files(clean / "roles")["catalog.yaml"]
    assert cli("init", "one", "--lang", "zh", "--lang", "zh").code == 0
    assert b"languages: [zh]" in files(clean / "one")["catalog.yaml"]


def test_a_killed_process_leaves_no_empty_folder_and_the_next_clears_up(clean: Path) -> None:
    code = (
        "import os, sys\n"
        "os.fsync = lambda descriptor: os.kill(os.getpid(), 9)\n"
        "from rolecmp.__main__ import main\n"
        "sys.argv = ['rolecmp', 'init', 'a/b/roles']\n"
        "main()\n"
    )
    done = subprocess.run(
        [program()[0], "-c", code], env=environment(), cwd=clean, capture_output=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert done.returncode == -9
    (left,) = os.listdir(clean)
    assert left.startswith(".rolecmp-")
    assert cli("init", "a/b/roles").code == 0
    assert os.listdir(clean) == ["a"]
    assert files(clean / "a" / "b" / "roles") == BUILTIN
