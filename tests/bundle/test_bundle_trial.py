"""The bundle on a fresh Debian that has python3 and nothing else, and no network.

Its root is made by debootstrap from the mirror that apt uses here, while other tests run.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.bundle.conftest import wait_until
from tests.bundle.debian import ANALYST, HOME, SHIPPED_POINT, within
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bundle.conftest import Run

pytestmark = [
    pytest.mark.system("debootstrap", "chroot", "unshare", "mount"),
    pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make a root file system"),
]
NO_TMP = ("/tmp", "/var/tmp")


@pytest.fixture(scope="module")
def root(debian: Path, archive: Path) -> Path:
    """The root of the new system, with the bundle in /opt."""
    shutil.copy(archive, debian / "opt" / "sahel-tui.pyz")
    shutil.rmtree(debian / "dev" / "shm", ignore_errors=True)
    home = debian / HOME.lstrip("/")
    home.mkdir()
    home.chmod(0o555)
    return debian


def test_the_explorer_opens_the_shipped_brief_searches_and_leaves_nothing(root: Path) -> None:
    command = within(root, ANALYST, "/usr/bin/python3", "/opt/sahel-tui.pyz")
    environment = {"HOME": HOME, "XDG_STATE_HOME": ""}  # a home that cannot be written to
    with Session(command, environment=environment) as session:
        session.wait_for_text(SHIPPED_POINT)
        session.press("T", "/")
        session.wait_for_text("/ search this pane")
        session.press(*"coup")
        session.wait_for_text("/ 1 of")
        session.press("enter")
        session.wait_until_idle()
        session.press("q")
        assert session.wait_for_exit() == 0
        assert session.attributes == session.attributes_before
        assert session.outlived_by() == []
    wait_until(lambda: list((root / "tmp").iterdir()) == [])
    assert list((root / HOME.lstrip("/")).iterdir()) == []


def test_the_shared_form_needs_no_place_to_write_to(root: Path, run: Run) -> None:
    python, user = "/usr/bin/python3", "0:0"
    made = run(*within(root, user, python, "/opt/sahel-tui.pyz", "--unpack", "/opt/sahel-tui"))
    assert (made.returncode, made.stderr) == (0, "")
    told = run(
        *within(root, ANALYST, "/opt/sahel-tui/bin/sahel-tui", "points", read_only=NO_TMP),
        HOME=HOME,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert SHIPPED_POINT in told.stdout


def test_without_any_place_to_write_to_it_says_what_to_do(root: Path, run: Run) -> None:
    file = "/opt/sahel-tui.pyz"
    told = run(*within(root, ANALYST, file, "points", read_only=NO_TMP), HOME=HOME)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert "Permission denied" in told.stderr
    assert told.stderr.count("Read-only file system") == 2
    assert f"python3 {file} --unpack" in told.stderr


def test_a_home_that_can_be_written_to_keeps_what_is_unpacked(root: Path, run: Run) -> None:
    home = root / "home" / "other"
    home.mkdir(mode=0o700)
    os.chown(home, *map(int, ANALYST.split(":")))
    for _ in range(2):
        command = within(root, ANALYST, "/opt/sahel-tui.pyz", "points", read_only=NO_TMP)
        told = run(*command, HOME="/home/other")
        assert (told.returncode, told.stderr) == (0, "")
        assert SHIPPED_POINT in told.stdout
    assert len(list((home / ".cache" / "sahel_tui" / "bundle").iterdir())) == 1
