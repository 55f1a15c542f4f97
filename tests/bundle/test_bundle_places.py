"""Where the bundle runs from: whole, ours alone, and left behind by nobody."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from bundle.boot.safety import weakness
from tests.bundle.conftest import wait_until
from tests.terminal.session import Session, terminal_environment
from tests.terminal.test_sockets import traced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bundle.conftest import Run

NOWHERE = "/dev/null"
"""A home in which nobody can make anything, root neither."""
HOSTILE = "import os; os.write(2, b'another wrote this'); os._exit(99)"


def unpacked(home: Path) -> list[Path]:
    """The folders that runs have unpacked in a home, complete or not."""
    return sorted((home / ".cache" / "sahel_tui" / "bundle").iterdir())


def test_it_runs_as_installed_and_the_second_time_from_what_is_there(
    archive: Path, home: Path, run: Run
) -> None:
    installed = run(sys.executable, "-m", "sahel_tui", "points", PYTHONPATH=os.getcwd())
    first = run(sys.executable, archive, "points", PYTHONDONTWRITEBYTECODE="1")
    assert (first.returncode, first.stdout, first.stderr) == (0, installed.stdout, "")
    (folder,) = unpacked(home)
    assert list(folder.glob("lib/sahel_tui/**/*.pyc"))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    second = run(sys.executable, archive, "points")
    assert (second.returncode, second.stdout, second.stderr) == (0, installed.stdout, "")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    third = run(sys.executable, archive, "show", "/nowhere.toml")
    assert (third.returncode, third.stdout) == (2, "")
    assert "there is no file or folder /nowhere.toml" in third.stderr


def test_what_is_unpacked_is_the_owners_alone(little: Path, home: Path, run: Run) -> None:
    umask = ("sh", "-c", 'umask 000; exec "$@"', "sh")
    assert run(*umask, sys.executable, little, "--help").returncode == 0
    (folder,) = unpacked(home)
    ways = (folder, *list(folder.parents)[:3])  # as far as ~/.cache
    assert [stat.S_IMODE(way.stat().st_mode) for way in ways] == [0o700] * 4


def test_a_version_is_told_without_unpacking(archive: Path, home: Path, run: Run) -> None:
    told = run(sys.executable, archive, "--version")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("sahel-tui ")
    assert list(home.iterdir()) == []


@pytest.mark.system("strace", "unshare")
def test_unpacking_makes_no_call_of_the_network(little: Path, tmp_path: Path, run: Run) -> None:
    for home in ("/dev/null", str(tmp_path)):
        told = run(*traced(tmp_path / "log", [sys.executable, str(little), "--help"]), HOME=home)
        assert told.returncode == 0
        assert (tmp_path / "log").read_text("utf-8") == ""


def test_runs_that_start_at_once_do_not_harm_each_other(little: Path, home: Path) -> None:
    command = [sys.executable, str(little), "--help"]
    environment = terminal_environment({"HOME": str(home)})
    pipe = subprocess.PIPE
    runs = [subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe) for _ in range(4)]
    told = {(*run.communicate(), run.returncode) for run in runs}
    assert [(errors, code) for _, errors, code in told] == [(b"", 0)]
    assert len(unpacked(home)) == 1


def test_a_run_that_was_killed_while_unpacking_leaves_nothing_for_ever(
    little: Path, home: Path, run: Run
) -> None:
    killed = subprocess.Popen(
        [sys.executable, str(little), "--help"],
        env=terminal_environment({"HOME": str(home)}),
        stdout=subprocess.DEVNULL,
    )
    wait_until(lambda: any(home.glob(".cache/sahel_tui/bundle/.partial-*/lib/*")))
    killed.kill()
    killed.wait()
    (partial,) = unpacked(home)
    assert run(sys.executable, little, "--help").returncode == 0
    assert partial in unpacked(home)  # it might be another run's that is not done
    shutil.rmtree(next(path for path in unpacked(home) if path != partial))
    os.utime(partial, (0, 0))
    assert run(sys.executable, little, "--help").returncode == 0
    assert partial not in unpacked(home)
    assert len(unpacked(home)) == 1


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A home that others can get to, as far as its own mode lets them."""
    with TemporaryDirectory(prefix="sahel-tui-test-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        cache = Path(folder, ".cache", "sahel_tui", "bundle")
        cache.mkdir(parents=True)
        yield Path(folder)


@pytest.mark.parametrize("loose", ["", ".cache", ".cache/sahel_tui/bundle"])
def test_what_others_can_write_to_is_not_run(
    little: Path, reachable: Path, run: Run, loose: str
) -> None:
    (folder,) = _prepared(little, reachable, run)
    (reachable / (loose or folder)).chmod(0o777)
    told = run(sys.executable, little, "--help", HOME=str(reachable))
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make a folder another user's")
def test_a_folder_of_another_user_is_not_run(little: Path, reachable: Path, run: Run) -> None:
    (folder,) = _prepared(little, reachable, run)
    os.chown(folder, 65533, 65533)
    told = run(sys.executable, little, "--help", HOME=str(reachable))
    assert (told.returncode, told.stderr) == (0, "")


def _prepared(little: Path, home: Path, run: Run) -> list[Path]:
    """The folders that are run from in a home, after another has written to them."""
    run(sys.executable, little, "--help", HOME=str(home))
    for folder in unpacked(home):
        folder.chmod(0o755)
        (folder / "lib" / "sahel_tui" / "__main__.py").write_text(HOSTILE, encoding="utf-8")
    assert run(sys.executable, little, "--help", HOME=str(home)).returncode == 99
    return unpacked(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make a folder another user's")
def test_a_home_of_another_user_is_left_alone(little: Path, reachable: Path, run: Run) -> None:
    os.chown(reachable, 65533, 65533)
    assert run(sys.executable, little, "--help", HOME=str(reachable)).returncode == 0
    assert unpacked(reachable) == []


def test_a_home_that_cannot_be_written_to_will_do(archive: Path, tmp_path: Path, run: Run) -> None:
    told = run(sys.executable, archive, "points", TMPDIR=str(tmp_path), HOME=NOWHERE)
    assert (told.returncode, told.stderr) == (0, "")
    assert "j1.1" in told.stdout
    wait_until(lambda: not list(tmp_path.glob("sahel-tui-*")))


def test_a_person_is_told_why_every_start_unpacks(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(archive), "points"]
    with Session(command, environment={"HOME": NOWHERE, "TMPDIR": str(tmp_path)}) as session:
        session.wait_for_text("unpacked for this run alone, because /dev/null is no folder")
        assert session.wait_for_exit() == 0
        assert session.outlived_by() == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_temporary_folder_goes_however_the_explorer_ends(
    archive: Path, tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, str(archive)]
    with Session(command, environment={"HOME": NOWHERE, "TMPDIR": str(tmp_path)}) as session:
        session.wait_for_text("? help")
        (folder,) = tmp_path.glob("sahel-tui-*")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        session.process.send_signal(number)
        session.wait_for_exit()
        wait_until(lambda: not folder.exists())
        assert session.outlived_by() == []


def test_the_explorer_opens_and_quits(archive: Path, home: Path) -> None:
    with Session([str(archive)], environment={"HOME": str(home)}) as session:
        session.wait_for_text("? help")
        session.press("q")
        assert session.wait_for_exit() == 0
        assert session.attributes == session.attributes_before
        assert session.outlived_by() == []


def test_a_damaged_archive_says_so(little: Path, tmp_path: Path, home: Path, run: Run) -> None:
    data = bytearray(little.read_bytes())
    start = data.index(b"sahel_tui/cli/show.py")
    data[start + 200 : start + 400] = b"x" * 200
    broken = tmp_path / "broken.pyz"
    broken.write_bytes(data)
    told = run(sys.executable, broken, "--help")
    assert told.returncode == 2
    assert "the bundle is damaged: compare it with SHA256SUMS" in told.stderr
    assert "Traceback" not in told.stderr
    assert unpacked(home) == []


def in_a_world_where(*mounts: str) -> list[str]:
    """A command to run another in, with file systems of its own."""
    script = " && ".join([*mounts, 'exec "$@"'])
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"]


TINY = "mount -t tmpfs -o size=200k tmpfs "
READ_ONLY = "mount -t tmpfs -o ro tmpfs "
NOEXEC = "mount -t tmpfs -o noexec,mode=1777 tmpfs "


@pytest.mark.system("unshare", "mount")
@pytest.mark.parametrize(
    ("how", "why"),
    [(TINY, "No space left"), (READ_ONLY, "Read-only file system"), (NOEXEC, "noexec")],
)
def test_places_that_will_not_do_are_named(little: Path, run: Run, how: str, why: str) -> None:
    world = in_a_world_where(
        f"mount --bind {little.parent} /srv",  # /tmp is about to be hidden
        *(how + place for place in ("/mnt", "/tmp", "/var/tmp")),
    )
    python = Path(sys.executable).resolve()
    told = run(*world, python, f"/srv/{little.name}", "--help", HOME="/mnt")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert told.stderr.count(why) == 3
    assert "--unpack /opt/sahel-tui" in told.stderr


def test_a_folder_is_as_safe_as_the_way_to_it(reachable: Path) -> None:
    inner = reachable / "private" / "inner"
    inner.mkdir(parents=True)
    inner.chmod(0o777)
    inner.parent.chmod(0o700)
    link = reachable / "link"
    link.symlink_to(inner)
    assert weakness(str(inner)) == weakness(str(link)) == ""  # nobody gets there
    inner.parent.chmod(0o755)
    assert weakness(str(inner)) == weakness(str(link)) == f"others may write to {inner}"
    inner.chmod(0o1777)
    assert weakness(str(inner)) == ""  # as /tmp is: nobody can replace what is ours


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make a link another user's")
def test_a_link_of_another_user_is_not_followed(reachable: Path) -> None:
    shared, own = reachable / "shared", reachable / "own"
    shared.mkdir()
    shared.chmod(0o1777)
    own.mkdir(mode=0o700)
    link = shared / "link"
    link.symlink_to(own)
    assert weakness(str(link)) == ""
    os.lchown(link, 65533, 65533)
    assert weakness(str(link)) == f"{link} belongs to another user"
