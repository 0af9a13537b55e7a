from __future__ import annotations

import errno
import fcntl
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_harness import Result, cli, environment, program

from rolecmp import output

TWO = ["compare", "maker", "seller"]
OLD = b"what was here\r\nbefore\n"


@pytest.fixture(autouse=True)
def project(studio: Path) -> Path:
    return studio


@pytest.mark.parametrize("words", [[*TWO, "-o", "roles"], [*TWO, "-f", "json", "-o", "roles/"]])
def test_a_folder_is_no_file(words: list[str]) -> None:
    says = f"rolecmp: error[usage]: `{words[-1]}` is a folder; name a file in it\n"
    assert cli(*words) == Result(2, "", says)


def test_without_openpyxl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    says = "rolecmp: error[no-excel]: to write Excel files, install rolecmp[excel]\n"
    assert cli("matrix", "-o", "a.xlsx") == Result(2, "", says)
    assert (
        "要写 Excel 文件，请安装 rolecmp[excel]"
        in cli("matrix", "-o", "a.xlsx", "--lang", "zh").err
    )


def refused(file: str, reason: str) -> Result:
    return Result(
        2,
        "",
        f"rolecmp: error[output]: cannot write `{file}`: {reason}; "
        "what was there before is unchanged\n",
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_gets_what_stdout_would_have_got(project: Path) -> None:
    assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
    assert (project / "a.md").read_bytes().decode() == cli(*TWO).out
    assert names(project) == ["a.md", "roles"]


def test_an_answer_that_is_no_is_written_all_the_same(project: Path) -> None:
    assert cli("who-owns", "-o", "a.md") == Result(1, "", "")
    assert (project / "a.md").read_bytes().decode() == cli("who-owns").out


def test_an_old_file_is_replaced(project: Path) -> None:
    path = project / "a.md"
    path.write_bytes(OLD * 10_000)
    before = path.stat().st_ino
    assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
    assert path.read_bytes().decode() == cli(*TWO).out
    assert path.stat().st_ino != before


def test_a_refused_question_leaves_the_file(project: Path) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    assert cli("who-owns", "zzzz", "-o", "a.md").code == 2
    assert cli(*TWO, "--lang", "fr", "-o", "a.md").code == 2
    assert path.read_bytes() == OLD


@pytest.mark.parametrize(
    ("step", "old"),
    [("replace", True), ("replace", False), ("fsync", True), ("fsync", False), ("chmod", True)],
)
def test_a_failure_leaves_the_old_file_whole_and_no_other(
    step: str, old: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "a.md"
    if old:
        path.write_bytes(OLD)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, fail)
    assert cli(*TWO, "-o", "a.md") == refused("a.md", "No space left on device")
    monkeypatch.undo()
    assert names(project) == (["a.md", "roles"] if old else ["roles"])
    if old:
        assert path.read_bytes() == OLD


def test_a_failing_write_leaves_the_old_file_whole_and_no_other(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)

    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        real(descriptor, data[:7])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert cli(*TWO, "-o", "a.md") == refused("a.md", "No space left on device")
    assert path.read_bytes() == OLD
    assert names(project) == ["a.md", "roles"]


def test_an_interrupt_while_writing_leaves_the_old_file_whole(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        assert cli(*TWO, "-o", "a.md") == Result(130, "", "")
    assert path.read_bytes() == OLD
    assert names(project) == ["a.md", "roles"]


def test_a_real_limit_on_the_size_of_files_leaves_the_old_file_whole(project: Path) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "sys.dont_write_bytecode = True\n"
        "from rolecmp.cli import run\n"
        "raise SystemExit(run(['compare', 'maker', 'seller', '-o', 'a.md']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], env=environment(), capture_output=True, check=False
    )
    assert Result(done.returncode, done.stdout.decode(), done.stderr.decode()) == refused(
        "a.md", "File too large"
    )
    assert path.read_bytes() == OLD
    assert names(project) == ["a.md", "roles"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_of_an_old_file_is_kept(project: Path, mode: int) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    path.chmod(mode)
    assert cli(*TWO, "-o", "a.md").code == 0
    assert path.stat().st_mode & 0o7777 == mode


def test_a_new_file_gets_the_mode_of_the_mask(project: Path) -> None:
    before = os.umask(0o027)
    try:
        assert cli(*TWO, "-o", "a.md").code == 0
    finally:
        os.umask(before)
    assert (project / "a.md").stat().st_mode & 0o7777 == 0o640


def test_a_link_is_followed(project: Path) -> None:
    real = project / "docs" / "real.md"
    real.parent.mkdir()
    real.write_bytes(OLD)
    link = project / "a.md"
    link.symlink_to(Path("docs") / "real.md")
    assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
    assert link.is_symlink()
    assert real.read_bytes().decode() == cli(*TWO).out
    assert names(real.parent) == ["real.md"]
    assert names(project) == ["a.md", "docs", "roles"]


def test_a_link_to_nothing_makes_what_it_points_to(project: Path) -> None:
    (project / "a.md").symlink_to("real.md")
    assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
    assert (project / "a.md").is_symlink()
    assert (project / "real.md").read_bytes().decode() == cli(*TWO).out


def test_a_link_in_a_circle_is_one_line(project: Path) -> None:
    (project / "a.md").symlink_to("b.md")
    (project / "b.md").symlink_to("a.md")
    result = cli(*TWO, "-o", "a.md")
    assert (result.code, result.out) == (2, "")
    assert result.err == refused("a.md", "Too many levels of symbolic links").err


def test_a_missing_folder_is_one_line(project: Path) -> None:
    assert cli(*TWO, "-o", "docs/a.md") == refused("docs/a.md", "No such file or directory")
    assert names(project) == ["roles"]


def test_a_file_as_a_folder_is_one_line(project: Path) -> None:
    (project / "docs").write_bytes(OLD)
    assert cli(*TWO, "-o", "docs/a.md") == refused("docs/a.md", "Not a directory")


def test_an_empty_name_is_one_line() -> None:
    result = cli(*TWO, "-o", "", "-f", "json")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("rolecmp: error[")
    assert result.err.count("\n") == 1


def test_a_name_with_a_null_is_one_line() -> None:
    result = cli(*TWO, "-o", "a\0b.md")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("rolecmp: error[")
    assert result.err.count("\n") == 1


def test_a_name_that_is_too_long_is_one_line() -> None:
    name = "x" * 300 + ".md"
    assert cli(*TWO, "-o", name) == refused(name, "File name too long")


def test_a_long_name_that_is_allowed_is_written(project: Path) -> None:
    name = "x" * 252 + ".md"
    assert cli(*TWO, "-o", name) == Result(0, "", "")
    assert names(project) == ["roles", name]


def test_a_read_only_file_is_one_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    path.chmod(0o444)
    allowed = os.access
    # The superuser may write everything, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda name, mode: Path(name) != path and allowed(name, mode))
    assert cli(*TWO, "-o", "a.md") == refused("a.md", "Permission denied")
    assert path.read_bytes() == OLD
    assert path.stat().st_mode & 0o7777 == 0o444


def test_a_read_only_folder_is_one_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    opened = os.open

    def refuse(name: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
        return opened(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert cli(*TWO, "-o", "a.md") == refused("a.md", "Permission denied")
    assert path.read_bytes() == OLD


def test_a_left_over_of_another_run_is_not_in_the_way(project: Path) -> None:
    """A run that is killed leaves its file; the next clears it, but none that is being written."""
    left = project / f".rolecmp-{os.getpid()}-0.tmp"
    left.write_bytes(OLD)
    used = project / ".rolecmp-1-0.tmp"
    with used.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
        assert names(project) == [used.name, "a.md", "roles"]
    assert cli(*TWO, "-o", "a.md") == Result(0, "", "")
    assert names(project) == ["a.md", "roles"]


@pytest.mark.parametrize("old", [False, True])
def test_what_is_being_written_is_private(
    old: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if old:
        (project / "a.md").write_bytes(OLD)
        (project / "a.md").chmod(0o644)
    modes: list[int] = []
    fsync = os.fsync

    def looked_at(descriptor: int) -> None:
        modes.append(os.fstat(descriptor).st_mode & 0o777)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", looked_at)
    before = os.umask(0)
    try:
        assert cli(*TWO, "-o", "a.md").code == 0
    finally:
        os.umask(before)
    assert modes[0] == 0o600
    assert (project / "a.md").stat().st_mode & 0o777 == (0o644 if old else 0o666)


# An access list as Linux keeps it: version 2, then tag, permissions and id of each entry.
ACL = struct.pack(
    "<I" + "HHI" * 5, 2,
    0x01, 6, 0xFFFFFFFF, 0x02, 4, 12345, 0x04, 4, 0xFFFFFFFF, 0x10, 4, 0xFFFFFFFF,
    0x20, 0, 0xFFFFFFFF,
)  # fmt: skip


def supports(path: Path, name: str, value: bytes) -> bool:
    try:
        os.setxattr(path, name, value)
    except OSError:
        return False
    os.removexattr(path, name)
    return True


def test_attributes_and_the_access_list_are_kept(project: Path) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    kept = {
        name: value
        for name, value in {"user.note": b"mine", "system.posix_acl_access": ACL}.items()
        if supports(path, name, value)
    }
    for name, value in kept.items():
        os.setxattr(path, name, value)
    mode = path.stat().st_mode
    assert cli(*TWO, "-o", "a.md").code == 0
    assert path.read_bytes() != OLD
    assert path.stat().st_mode == mode
    assert {name: os.getxattr(path, name) for name in os.listxattr(path)} == kept


def test_an_attribute_that_cannot_be_kept_leaves_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "a.md"
    path.write_bytes(OLD)
    given = {"user.note": errno.EDQUOT, "security.label": errno.EPERM}

    def refuse(_: str, name: str, __: bytes) -> None:
        raise OSError(given[name], os.strerror(given[name]))

    monkeypatch.setattr(os, "getxattr", lambda *_: b"x")
    monkeypatch.setattr(os, "setxattr", refuse)
    monkeypatch.setattr(os, "listxattr", lambda name: list(given) if name == str(path) else [])
    assert cli(*TWO, "-o", "a.md") == refused("a.md", os.strerror(errno.EDQUOT))
    assert path.read_bytes() == OLD
    monkeypatch.setattr(
        os, "listxattr", lambda name: ["security.label"] if name == str(path) else []
    )
    assert cli(*TWO, "-o", "a.md").code == 0


def test_what_is_expected_is_looked_at_right_before(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "x"
    path.parent.mkdir()
    path.write_bytes(b"old")
    output.replace_file(str(path), b"new", b"old")
    assert path.read_bytes() == b"new"
    before = path.stat()
    output.replace_file(str(path), b"new", b"old")  # as another run has written it
    assert path.stat() == before
    for there in (b"mine", b"olde", b""):
        path.write_bytes(there)
        with pytest.raises(output.ChangedError):
            output.replace_file(str(path), b"new", b"old")
        assert path.read_bytes() == there
    path.unlink()
    with pytest.raises(output.ChangedError):
        output.replace_file(str(path), b"new", b"old")
    assert names(path.parent) == []


def test_the_message_is_chinese_where_chinese_is_spoken() -> None:
    result = cli(*TWO, "--lang", "zh", "-o", "docs/a.md")
    assert result == Result(
        2,
        "",
        "rolecmp: error[output]: 无法写入 `docs/a.md`：没有这个文件或文件夹；原有内容没有改动\n",
    )


def test_a_pipe_of_a_name_is_written_to(project: Path) -> None:
    pipe = project / "pipe.md"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert cli(*TWO, "-o", "pipe.md") == Result(0, "", "")
    reader.join(30)
    assert got == [cli(*TWO).out.encode()]
    assert pipe.is_fifo()


def test_a_pipe_whose_reader_leaves_is_quiet(project: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", 'mkfifo p.md; true < p.md & "$0" -m rolecmp list -o p.md; code=$?; wait; '
         "exit $code", sys.executable],
        env=environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stderr == b""


@pytest.mark.parametrize("device", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_the_device_of_stdout_is_written_to(device: str) -> None:
    done = subprocess.run(
        program(*TWO, "-o", device, "-f", "json"),
        env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == cli(*TWO, "-f", "json").out


def test_the_device_of_stdout_in_a_file_keeps_what_is_written_around_it(project: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", '{ echo first; "$0" -m rolecmp list -f json -o /dev/stdout; echo last; } '
         "> log", sys.executable],
        env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    listed = cli("list", "-f", "json").out
    assert (project / "log").read_bytes().decode() == f"first\n{listed}last\n"


def test_a_full_device_is_one_line() -> None:
    result = cli(*TWO, "-o", "/dev/full", "-f", "json")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "rolecmp: error[output]: cannot write `/dev/full`: No space left on device"
    )
    assert result.err.count("\n") == 1


def test_write_file_leaves_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "x"
    output.write_file(str(path), b"\r\n\0\xff")
    assert path.read_bytes() == b"\r\n\0\xff"


def test_print_error_outlives_a_missing_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    output.print_error("nobody hears this")
