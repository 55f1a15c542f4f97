"""Where the bundle starts: says what this machine lacks, or runs the program.

An older Python has to get as far as the message: this file keeps to the syntax of Python 3.6.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

COULD_NOT = 2
INTERRUPTED = 130


class Contents:
    """What a bundle holds; written into it when it is made."""

    def __init__(
        self,
        version: str,
        architecture: str,
        digest: str,
        pythons: "dict[tuple[int, int], tuple[tuple[int, int], list[str]]]",
    ) -> None:
        self.version = version
        self.architecture = architecture
        self.digest = digest
        """Of all that is inside: another bundle never runs from the same folder."""
        self.pythons = pythons
        """For each CPython: the oldest glibc that will do, and its wheels."""

    @property
    def wheels(self) -> "list[str]":
        """The wheels for the Python that runs."""
        return self.pythons[sys.version_info[:2]][1]

    @property
    def name(self) -> str:
        """The name of a folder that holds this, for the Python that runs."""
        version = "{}{}".format(*sys.version_info[:2])
        return f"{self.version}-{self.digest[:16]}-cp{version}"


class Machine:
    """What the bundle finds: the Python that runs it, and what that stands on."""

    def __init__(
        self,
        implementation: str = sys.implementation.name,
        version: "tuple[int, int]" = sys.version_info[:2],
        free_threaded: bool = "t" in getattr(sys, "abiflags", ""),
        system: str = sys.platform,
        architecture: str = os.uname().machine if hasattr(os, "uname") else "",
        bits: int = 64 if sys.maxsize > 2**32 else 32,
        libc: "str | None" = None,
    ) -> None:
        self.implementation = implementation
        self.version = version
        self.free_threaded = free_threaded
        self.system = system
        self.architecture = architecture
        self.bits = bits
        self.libc = c_library() if libc is None else libc
        """As in `glibc 2.36`; empty if it is another one."""


def c_library() -> str:
    """The name and version of the C library, if it is the GNU one."""
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, OSError, ValueError):
        return ""


def what_is_missing(contents: Contents, machine: Machine) -> str:
    """What the machine lacks to run the bundle, in a sentence; empty if nothing."""
    known = sorted(contents.pythons)
    wanted = "CPython " + " or ".join("{}.{}".format(*version) for version in known)
    found = "this is {} {}.{}".format(
        "Python" if machine.implementation == "cpython" else machine.implementation,
        *machine.version,
    )
    if machine.implementation != "cpython" or machine.version not in known:
        example = "python{}.{}".format(*known[0])
        return f"it runs on {wanted}, and {found} (if there is one, start it so: {example} FILE)"
    if machine.free_threaded:
        return f"it runs on {wanted}, and {found} without the global lock: it needs the usual build"
    if machine.system != "linux":
        return f"it runs on Linux, and this is {machine.system}"
    if machine.architecture != contents.architecture or machine.bits != 64:
        return (
            f"it was made for {contents.architecture}, and this is a {machine.bits}-bit Python on "
            f"{machine.architecture} (there is another bundle for that)"
        )
    return _missing_of_libc(contents.pythons[machine.version][0], machine.libc)


def _missing_of_libc(floor: "tuple[int, int]", libc: str) -> str:
    name, _, version = libc.partition(" ")
    numbers = version.split(".")
    wanted = "it needs glibc {}.{} or newer".format(*floor)
    if name != "glibc" or not all(number.isdigit() for number in numbers):
        return f"{wanted}, and this system has another C library (musl, perhaps)"
    if tuple(int(number) for number in numbers[:2]) < floor:
        return f"{wanted}, and this system has {libc}"
    return ""


def say(message: str) -> None:
    """A line on stderr, without a character that a terminal would obey."""
    if sys.stderr is not None:
        shown = (c if c.isprintable() else ascii(c)[1:-1] for c in f"sahel-tui: {message}")
        try:
            sys.stderr.write("".join(shown) + "\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            pass


def main(contents: Contents) -> int:
    """Run the program from a folder that only we can write to: its exit code."""
    missing = what_is_missing(contents, Machine())
    if missing:
        say(f"this bundle cannot run here: {missing}")
        return COULD_NOT
    try:
        return _run(contents, sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(contents: Contents, arguments: "Iterable[str]") -> int:
    first, *others = arguments or [""]
    archive = sys.path[0]
    if first == "--unpack":
        from bundle.boot.shared import unpack_for_all

        return unpack_for_all(archive, contents, others)
    if first == "--version" and not others and _tell_version(contents):
        return 0
    from bundle.boot.places import NoPlaceError, folder_to_run

    try:
        folder = folder_to_run(archive, contents)
    except NoPlaceError as error:
        say(str(error))
        return COULD_NOT
    return _hand_over(folder)


def _tell_version(contents: Contents) -> bool:
    """Whether the version could be told; if not, the program says why."""
    try:
        print(f"sahel-tui {contents.version}", flush=True)
    except (OSError, ValueError):
        return False
    return sys.stdout is not None


def _hand_over(folder: str) -> int:
    sys.path[0] = os.path.join(folder, "lib")
    try:
        from sahel_tui.__main__ import main as program
    except ImportError as error:
        say(f"{folder} is damaged: remove it, and start again ({error})")
        return COULD_NOT
    return program()
