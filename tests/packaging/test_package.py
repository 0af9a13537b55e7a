"""What is in the packages, and that the program runs from each of them."""

from __future__ import annotations

import contextlib
import ensurepip
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = [
    "rolecmp/planted.py", "rolecmp/rendering/planted.yaml", "roles/planted.yaml",
    "roles/planted/deeper.yaml", "tests/planted.py",
]  # fmt: skip
FOOT = "Catalog: Product, marketing and sales roles (built in)"


class Packages(NamedTuple):
    """The project as a fresh clone, and what was built from it."""

    clone: Path
    tracked: list[str]
    sdist: Path
    wheel: Path


def ran(*command: str | Path, cwd: Path) -> str:
    """Run a command in a small environment; give its output, and fail with it where it fails."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    kept |= {key: value for key, value in os.environ.items() if key.lower().startswith("pip_")}
    if importlib.util.find_spec("pip") is None:  # an environment that was made without
        (bundled,) = Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")
        kept["PYTHONPATH"] = str(bundled)
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd, env=kept, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(project: Path, into: Path, *what: str) -> Path:
    isolation = [] if importlib.util.find_spec("hatchling") is None else ["--no-isolation"]
    ran(sys.executable, "-m", "build", *isolation, *what, "--outdir", into, cwd=project)
    (built,) = into.iterdir()
    return built


def tracked_in(folder: Path) -> list[str]:
    return ran("git", "ls-files", "-z", cwd=folder).strip("\0").split("\0")


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Build both packages from a clone that carries the working tree's tracked content."""
    base = tmp_path_factory.mktemp("packages")
    clone = base / "clone"
    ran("git", "clone", "--quiet", "--no-hardlinks", ROOT, clone, cwd=base)
    wanted = [name for name in tracked_in(ROOT) if (ROOT / name).is_file()]
    for gone in set(tracked_in(clone)) - set(wanted):
        (clone / gone).unlink()
    for name in wanted:
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    ran("git", "add", "--all", cwd=clone)
    for name in PLANTED:
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (clone / name).write_text("planted: true\n", encoding="utf-8")
    sdist = build(clone, base / "sdist", "--sdist")
    wheel = build(clone, base / "wheel", "--wheel")
    return Packages(clone, wanted, sdist, wheel)


@contextlib.contextmanager
def cleared(clone: Path) -> Iterator[None]:
    """Take what was planted away for as long as the clone's own catalog has to be sound."""
    for name in PLANTED:
        (clone / name).unlink()
    (clone / "roles" / "planted").rmdir()
    try:
        yield
    finally:
        for name in PLANTED:
            (clone / name).parent.mkdir(exist_ok=True)
            (clone / name).write_text("planted: true\n", encoding="utf-8")


def files_of_sdist(path: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is not None:
                files[member.name.partition("/")[2]] = content.read()
    return files


def files_of_wheel(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def expected_in_wheel(packages: Packages) -> dict[str, str]:
    """Give the wheel's files outside its metadata, each with where it comes from."""
    own = {name: name for name in packages.tracked if name.startswith("rolecmp/")}
    roles = {f"rolecmp/{name}": name for name in packages.tracked if name.startswith("roles/")}
    return own | roles


def test_no_package_carries_what_git_does_not_track(packages: Packages) -> None:
    for names in (files_of_sdist(packages.sdist), files_of_wheel(packages.wheel)):
        assert [name for name in names if "planted" in name] == []
        assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_wheel_is_what_git_tracks(packages: Packages) -> None:
    files = files_of_wheel(packages.wheel)
    expected = expected_in_wheel(packages)
    metadata = {name for name in files if ".dist-info/" in name}
    (page,) = {name for name in files if name.endswith(".data/data/share/man/man1/rolecmp.1")}
    assert files[page] == (ROOT / ".ci" / "rolecmp.1").read_bytes()
    assert sorted(set(files) - metadata - {page}) == sorted(expected)
    for name, source in expected.items():
        assert files[name] == (ROOT / source).read_bytes(), name
    assert {
        "rolecmp/py.typed", "rolecmp/roles/catalog.yaml", "rolecmp/roles/pm.yaml",
        "rolecmp/roles/pmm.yaml", "rolecmp/cli.py",
    } <= set(files)  # fmt: skip


def test_the_metadata_of_the_wheel(packages: Packages) -> None:
    files = files_of_wheel(packages.wheel)
    (info,) = {name.partition("/")[0] for name in files if ".dist-info/" in name}
    assert {name.partition("/")[2] for name in files if name.startswith(info)} == {
        "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip
    assert files[f"{info}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert files[f"{info}/entry_points.txt"].decode().split() == [
        "[console_scripts]", "rolecmp", "=", "rolecmp.__main__:main",
    ]  # fmt: skip
    metadata = files[f"{info}/METADATA"].decode()
    assert "\nName: rolecmp\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert packages.wheel.name.endswith("-py3-none-any.whl")


def test_the_sdist_is_what_git_tracks(packages: Packages) -> None:
    files = files_of_sdist(packages.sdist)
    assert sorted(set(files) - {"PKG-INFO"}) == sorted(packages.tracked)
    for name in packages.tracked:
        assert files[name] == (ROOT / name).read_bytes(), name
    assert {"LICENSE", "rolecmp/py.typed", "roles/catalog.yaml", "roles/pm.yaml"} <= set(files)


def test_a_wheel_built_from_the_sdist_is_the_same(packages: Packages, tmp_path: Path) -> None:
    with tarfile.open(packages.sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (project,) = (tmp_path / "unpacked").iterdir()
    wheel = build(project, tmp_path / "wheel", "--wheel")
    assert wheel.name == packages.wheel.name
    assert files_of_wheel(wheel) == files_of_wheel(packages.wheel)


class Place(NamedTuple):
    """An environment of its own, and an empty folder to stand in."""

    python: Path
    program: Path
    empty: Path


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Make an environment that sees the dependencies of this one, but nothing of rolecmp."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=False, symlinks=True)
    (site,) = home.glob("lib/python*/site-packages")
    # Links rather than a .pth to the folder: a rolecmp installed there must not be seen.
    for path in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if "rolecmp" not in path.name and path.suffix != ".pth" and not (site / path.name).exists():
            (site / path.name).symlink_to(path)
    empty = tmp_path / "empty"
    empty.mkdir()
    python = home / "bin" / "python"
    gone = "import importlib.util; print(importlib.util.find_spec('rolecmp'))"
    assert ran(python, "-c", gone, cwd=empty) == "None\n"
    return Place(python, home / "bin" / "rolecmp", empty)


def answers(place: Place) -> None:
    """Check that the installed program answers from the built-in catalog."""
    shown = ran(place.program, "who-owns", "pricing", cwd=place.empty).splitlines()
    assert shown[2] == "Owned by Product manager"
    assert "| builtin/pm.yaml |" in "\n".join(shown)
    assert shown[-1] == FOOT
    command = (place.python, "-m", "rolecmp", "list", "-f", "table", "--lang", "zh")
    shown = ran(*command, cwd=place.empty).splitlines()
    assert shown[-1] == "角色目录：产品、市场与销售角色（内置）"


def test_an_installed_wheel_answers(packages: Packages, place: Place) -> None:
    ran(place.python, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile",
        packages.wheel, cwd=place.empty)  # fmt: skip
    where = "import rolecmp; print(rolecmp.__file__)"
    found = ran(place.python, "-c", where, cwd=place.empty)
    assert Path(found.strip()).is_relative_to(place.python.parents[1])
    answers(place)


def test_an_editable_install_answers(packages: Packages, place: Place) -> None:
    ran(place.python, "-m", "pip", "install", "--no-deps", "--no-index", "--no-build-isolation",
        "--editable", packages.clone, cwd=place.empty)  # fmt: skip
    where = "import rolecmp; print(rolecmp.__file__)"
    found = ran(place.python, "-c", where, cwd=place.empty)
    assert found.strip() == str(packages.clone / "rolecmp" / "__init__.py")
    with cleared(packages.clone):
        answers(place)


def test_the_program_answers_out_of_a_zip_archive(packages: Packages, tmp_path: Path) -> None:
    archive = tmp_path / "program.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files_of_wheel(packages.wheel).items():
            target.writestr(name, data)
    empty = tmp_path / "empty"
    empty.mkdir()
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import rolecmp; "
        "assert '.zip' in rolecmp.__file__, rolecmp.__file__; "
        "from rolecmp.cli import run; raise SystemExit(run(sys.argv[2:]))"
    )
    compared = ran(sys.executable, "-c", code, archive, "compare", "pm", "pmm", cwd=empty)
    assert compared.splitlines()[0] == "## Product manager and Product marketing manager"
    assert compared.splitlines()[-1] == FOOT
    listed = ran(sys.executable, "-c", code, archive, "list", cwd=empty)
    roles = sorted(
        Path(name).stem for name in packages.tracked
        if re.fullmatch(r"roles/.*\.yaml", name) and name != "roles/catalog.yaml"
    )  # fmt: skip
    rows = [line.split("**")[1] for line in listed.splitlines() if line.startswith("| **")]
    assert sorted(rows) == roles


def test_the_program_answers_from_its_checkout(packages: Packages, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "from rolecmp.cli import run; raise SystemExit(run(['compare', 'pm', 'pmm']))"
    )
    with cleared(packages.clone):
        shown = ran(sys.executable, "-c", code, packages.clone, cwd=tmp_path)
    assert shown.splitlines()[-1] == FOOT
