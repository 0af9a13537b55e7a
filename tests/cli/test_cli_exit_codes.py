from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from cli_harness import CATALOG, MAKER, Result, cli, environment, process, program, python

FOOT = "\nCatalog: Studio (roles)\n"


@pytest.mark.usefixtures("studio")
def test_an_owned_topic_is_a_yes() -> None:
    assert cli("who-owns", "pricing") == Result(
        0,
        "## Pricing\n\nOwned by Maker\n\n"
        "| Involvement | Role | Statement | Dimension | Where |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| **A accountable** | **Maker** | Sets the price | Perspective "
        "| [roles/maker.yaml](roles/maker.yaml) |\n" + FOOT,
        "",
    )


@pytest.mark.parametrize(
    ("topic", "says"),
    [
        ("research", "Contested: Maker and Seller are each accountable"),
        ("support", "Without a decider: Seller is involved, nobody is accountable"),
        ("canteen", "Nobody's: no role is given any part in it"),
    ],
)
@pytest.mark.usefixtures("studio")
def test_a_topic_without_exactly_one_owner_is_a_no(topic: str, says: str) -> None:
    result = cli("who-owns", topic)
    assert (result.code, result.err) == (1, "")
    assert result.out.split("\n")[2] == says
    assert result.out.endswith(FOOT)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["pricing", "price"], 0),
        (["pricing", "research"], 1),
        (["canteen", "pricing"], 1),
        ([], 1),
    ],
)
@pytest.mark.usefixtures("studio")
def test_one_topic_that_is_not_settled_makes_the_answer_a_no(asked: list[str], code: int) -> None:
    result = cli("who-owns", *asked)
    assert (result.code, result.err) == (code, "")


@pytest.mark.parametrize("name", ["markdown", "json", "csv", "html", "table"])
@pytest.mark.usefixtures("studio")
def test_the_exit_code_does_not_depend_on_the_format(name: str) -> None:
    assert cli("who-owns", "pricing", "-f", name).code == 0
    assert cli("who-owns", "research", "-f", name).code == 1


def test_a_catalog_where_all_is_settled_is_a_yes(clean: Path) -> None:
    folder = clean / "roles"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(
        "rolecmp: 1\nlanguages: [en]\ntopics: {pricing: Pricing}\n", encoding="utf-8"
    )
    (folder / "maker.yaml").write_text(
        "name: Maker\nperspective:\n  - en: Prices\n    accountable: [pricing]\n",
        encoding="utf-8",
    )
    assert cli("who-owns").code == 0


@pytest.mark.parametrize(("until", "code"), [("2999-01-01", 0), ("2001-01-01", 1)])
def test_what_is_accepted_is_a_yes_in_the_overview_alone(
    clean: Path, until: str, code: int
) -> None:
    folder = clean / "roles"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(
        "rolecmp: 1\nlanguages: [en]\ntopics:\n  pricing:\n    en: Pricing\n    accepted:\n"
        f"      no-accountable: {{en: Later, until: {until}}}\n",
        encoding="utf-8",
    )
    (folder / "maker.yaml").write_text("name: Maker\nresponsible: [pricing]\n", encoding="utf-8")
    assert cli("who-owns").code == code
    assert cli("who-owns", "pricing").code == 1


@pytest.mark.parametrize("command", [["compare", "maker", "seller"], ["show", "maker"], ["list"]])
@pytest.mark.usefixtures("studio")
def test_an_answer_is_a_yes(command: list[str]) -> None:
    result = cli(*command)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("## ")
    assert result.out.endswith(FOOT)


@pytest.mark.usefixtures("studio")
@pytest.mark.parametrize(
    "words",
    [
        ["matrix"],
        ["matrix", "--only", "contested"],
        ["matrix", "--only", "contested", "--topic", "pricing"],
        ["overlaps"],
        ["overlaps", "maker"],
    ],
)
def test_a_picture_judges_nothing(words: list[str]) -> None:
    result = cli(*words)
    assert (result.code, result.err) == (0, "")


def test_an_unknown_topic_is_an_error_and_no_answer() -> None:
    result = cli("who-owns", "pricng")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "rolecmp: error[unknown-topic]: no topic is called `pricng`; "
        "did you mean `pricing` (Pricing)?\n"
        "rolecmp who-owns shows every topic\n"
    )


@pytest.mark.usefixtures("studio")
def test_one_unknown_topic_among_known_ones_is_an_error() -> None:
    result = cli("who-owns", "pricing", "zzzz")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("rolecmp: error[unknown-topic]: no topic is called `zzzz`\n")


@pytest.mark.parametrize("command", [["who-owns", "pricing"], ["list"], ["compare", "pm", "pmm"]])
def test_broken_definitions_are_an_error_whatever_is_asked(
    studio: Path, command: list[str]
) -> None:
    (studio / "roles" / "catalog.yaml").write_text(
        CATALOG.replace("title:", "titel:"), encoding="utf-8"
    )
    result = cli(*command)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("roles/catalog.yaml:2:1: error[unknown-key]: ")
    assert result.err.count("\n") == 1


def test_every_problem_is_told_in_one_run(studio: Path) -> None:
    (studio / "roles" / "maker.yaml").write_text(
        MAKER.replace("[pricing]", "[pricin]").replace("[research]", "[resarch]"), encoding="utf-8"
    )
    (studio / "roles" / "seller.yaml").write_text("name: [\n", encoding="utf-8")
    result = cli("list")
    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert lines[:2] == [
        "roles/maker.yaml:7:19: error[unknown-topic]: no topic has the id or name `pricin`; "
        "did you mean `pricing`?",
        "roles/maker.yaml:11:19: error[unknown-topic]: no topic has the id or name `resarch`; "
        "did you mean `research`?",
    ]
    assert len(lines) == 3
    assert lines[2].startswith("roles/seller.yaml:")


def test_a_broken_third_role_may_claim_what_two_sound_ones_do(studio: Path) -> None:
    (studio / "roles" / "third.yaml").write_text("name: [\n", encoding="utf-8")
    assert cli("compare", "maker", "seller").code == 2
    assert cli("who-owns", "pricing").code == 2


def test_an_unreadable_definition_is_an_error_and_never_nobodys(studio: Path) -> None:
    (studio / "roles" / "seller.yaml").write_bytes("name: 销售".encode("gbk"))
    result = cli("who-owns", "canteen")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("roles/seller.yaml:1:7: error[encoding]: ")


@pytest.mark.parametrize("raised", [KeyboardInterrupt, typer.Abort])
@pytest.mark.usefixtures("studio")
def test_an_interrupt_is_130_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, raised: type[BaseException]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("rolecmp.definitions.loader.load_catalog", interrupted)
    assert cli("list") == Result(130, "", "")


def test_an_interrupt_while_the_program_starts_is_130() -> None:
    code = (
        "import sys, rolecmp.cli, rolecmp.__main__ as entry\n"
        "def interrupted(arguments): raise KeyboardInterrupt\n"
        "rolecmp.cli.run = interrupted\n"
        "entry.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


STARTS = {
    "entry": "from rolecmp.__main__ import main\nsys.exit(main())\n",
    "module": "import runpy\nrunpy.run_module('rolecmp', run_name='__main__', alter_sys=True)\n",
}
INTERRUPTED_AT = """\
import os, signal, sys
left = {left}
class Last:  # what is raised in here is printed, and the program goes on
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
def count(event, what):
    global left
    if event == "import" and (left < {left} or what[0] == "rolecmp.cli"):
        left -= 1
        if left == 0:
            Last()
sys.addaudithook(count)
sys.argv = ["rolecmp", "compare", "pm", "pmm"]
"""


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("left", [1, 2, 9, 30, 60, 90])
def test_an_interrupt_during_an_import_is_quiet(start: str, left: int) -> None:
    assert python(INTERRUPTED_AT.format(left=left) + STARTS[start]) == Result(130, "", "")


@pytest.mark.usefixtures("clean")
def test_an_interrupt_that_is_ignored_stays_so() -> None:
    ignored = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    result = python(ignored + INTERRUPTED_AT.format(left=9) + STARTS["entry"])
    assert (result.code, result.err) == (0, "")


def large(folder: Path) -> None:
    folder.mkdir()
    (folder / "catalog.yaml").write_text("rolecmp: 1\nlanguages: [en]\n", encoding="utf-8")
    for number in range(200):
        (folder / f"role-{number:04}.yaml").write_text(
            f"name: Role {number}\nsummary: {'x' * 1600}\n", encoding="utf-8"
        )


@pytest.mark.parametrize("name", ["markdown", "table"])
def test_a_closed_pipe_is_quiet(clean: Path, name: str) -> None:
    large(clean / "roles")
    with subprocess.Popen(
        program("list", "-f", name),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.read(1)
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(60) == 0


def test_a_closed_pipe_is_quiet_in_a_shell(clean: Path) -> None:
    large(clean / "roles")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m rolecmp list | head -1"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"## Roles\n", b"")


def test_a_closed_pipe_keeps_the_answer_no(clean: Path) -> None:
    large(clean / "roles")
    path = clean / "roles" / "catalog.yaml"
    topics = "".join(f"  topic-{number}: Topic {number} {'y' * 100}\n" for number in range(2000))
    path.write_text(f"rolecmp: 1\nlanguages: [en]\ntopics:\n{topics}", encoding="utf-8")
    with subprocess.Popen(
        program("who-owns"), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.read(1)
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(60) == 1


@pytest.mark.parametrize("command", [["list"], ["list", "-f", "table"], ["list", "-f", "json"]])
@pytest.mark.usefixtures("studio")
def test_a_full_disk_on_stdout_is_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program(*command), env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "rolecmp: error[output]: cannot write the answer: No space left on device\n"
    )


@pytest.mark.parametrize("command", [["--help"], ["--version"], [], ["compare", "--help"]])
def test_a_full_disk_under_the_help_is_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program(*command), env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "rolecmp: error[output]: cannot write the answer: No space left on device\n"
    )


@pytest.mark.parametrize("command", ["list", "--help", "--version", "who-owns pricing"])
@pytest.mark.usefixtures("studio")
def test_a_closed_stdout_leaves_no_traceback(command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m rolecmp {command} >&-"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= 1


@pytest.mark.usefixtures("studio")
def test_a_closed_stderr_keeps_the_exit_code() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m rolecmp compare maker 2>&-"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.usefixtures("studio")
def test_the_process_leaves_with_the_code_of_the_run() -> None:
    assert process("who-owns", "pricing").code == 0
    assert process("who-owns", "research").code == 1
    assert process("who-owns", "zzzz").code == 2
