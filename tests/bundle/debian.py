"""A fresh Debian in a folder: how it is made, and how a command is run in it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = "bookworm"
ANALYST = "1000:1000"
"""A user who is not root."""
HOME = "/home/analyst"
SHIPPED_POINT = "The second coup was about seats"
TARGETS = ("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)", "Created-By: Packages")


def make(folder: Path) -> None:
    """Make one, with python3 and what Debian cannot do without: about a minute."""
    command = ["debootstrap", "--variant=minbase", "--include=python3", RELEASE, str(folder)]
    run = subprocess.run([*command, *_mirror()], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def _mirror() -> list[str]:
    """The mirror that apt fetches this release from, if it does."""
    run = subprocess.run(TARGETS, capture_output=True, text=True, check=False)
    rows = [line.split() for line in run.stdout.splitlines()]
    return [row[0] for row in rows if row[1:] == [RELEASE]][:1]


def within(root: Path, user: str, *command: str, read_only: tuple[str, ...] = ()) -> list[str]:
    """The command within a root, as a user, with an empty network and these folders read-only."""
    mounts = [f'mount -t tmpfs -o ro tmpfs "{root}{folder}"' for folder in read_only]
    script = " && ".join([*mounts, 'exec "$@"'])
    world = ["unshare", "--net", "--mount", "sh", "-c", script, "sh"]
    return [*world, "chroot", f"--userspec={user}", str(root), *command]
