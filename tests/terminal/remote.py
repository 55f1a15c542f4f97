"""An OpenSSH server of our own on the loopback interface.

The server runs in the foreground with keys and configuration of its own in a folder of the
caller's; nothing of the machine's or the user's ssh is read or changed.
"""

from __future__ import annotations

import os
import pwd
import select
import shlex
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOPBACK = "127.0.0.1"
ATTEMPTS = 5
"""Ports that are tried: another program may take one first."""
PATIENCE = 20.0
"""Seconds in which the server starts, and in which what it has started ends."""
SERVER = """\
Port {port}
ListenAddress {address}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
PrintLastLog no
AcceptEnv LANG
"""


class Server:
    """A server that lets this user in. Use as a context manager: leaving ends it."""

    def __init__(self, folder: Path) -> None:
        """Start it, with its keys in `folder`; AssertionError with what it says if it does not."""
        self.folder = folder
        for name in ("host", "user"):
            make_key(folder / name)
        if os.geteuid() == 0:  # what the system's own service makes before it starts
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        for _ in range(ATTEMPTS):
            self.port = free_port()
            if self._starts():
                return
        raise AssertionError(f"sshd does not listen:\n{self._log()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def client(
        self,
        command: Sequence[str],
        *,
        folder: Path,
        port: int | None = None,
        compressed: bool = False,
    ) -> list[str]:
        """The ssh that runs a command in a terminal at the other end, from `folder`."""
        key = (self.folder / "host.pub").read_text(encoding="utf-8")
        port = port or self.port
        known = self.folder / f"known-{port}"
        known.write_text(f"[{LOOPBACK}]:{port} {key}", encoding="utf-8")
        options = {
            "IdentityFile": self.folder / "user",
            "IdentitiesOnly": "yes",
            "IdentityAgent": "none",
            "UserKnownHostsFile": known,
            "GlobalKnownHostsFile": "none",
            "StrictHostKeyChecking": "yes",
            "SendEnv": "LANG",
            "LogLevel": "ERROR",
            "Compression": "yes" if compressed else "no",
        }
        named = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        home = shlex.quote(str(self.folder))  # nothing of the user's own is read or remembered
        there = f"cd {shlex.quote(str(folder))} && HOME={home} exec {shlex.join(command)}"
        user = pwd.getpwuid(os.geteuid()).pw_name
        return ["ssh", "-tt", "-F", "none", *named, "-p", str(port), f"{user}@{LOOPBACK}", there]

    def outlived_by(self) -> list[int]:
        """The processes that the server still has for its clients, once they had time to end."""
        deadline = time.monotonic() + PATIENCE
        while (living := children(self.process.pid)) and time.monotonic() < deadline:
            descriptor = open_process(living[0])
            if descriptor is not None:
                select.select([descriptor], [], [], deadline - time.monotonic())
                os.close(descriptor)
        return living

    def close(self) -> None:
        """End the server and its connections."""
        for process in children(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
        self.process.terminate()
        self.process.wait(PATIENCE)

    def _starts(self) -> bool:
        """Start it at its port; whether it listens there, which another may do by now."""
        program = find_program("sshd")
        assert program, "there is no sshd"
        configuration = SERVER.format(port=self.port, address=LOOPBACK, folder=self.folder)
        (self.folder / "sshd_config").write_text(configuration, encoding="utf-8")
        (self.folder / "log").write_text("", encoding="utf-8")
        self.process = subprocess.Popen(
            [program, "-D", "-f", self.folder / "sshd_config", "-E", self.folder / "log"],
            stdin=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            if "Server listening" in self._log():
                return True
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.02)
        self.close()
        return False

    def _log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")


def free_port() -> int:
    """A port of the loopback interface that nothing listens on."""
    with socket.create_server((LOOPBACK, 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def make_key(path: Path) -> None:
    """Write a new key without a passphrase, its public half beside it."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def find_program(name: str) -> str | None:
    """A program of the system, also where only its administrator looks."""
    return shutil.which(
        name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
    )


def children(process: int) -> list[int]:
    """The processes that a process has started and that are still there (Linux)."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [int(child) for child in listed.split()]


def open_process(process: int) -> int | None:
    """A descriptor that tells when a process ends; None where it has."""
    try:
        return os.pidfd_open(process)
    except ProcessLookupError:
        return None
