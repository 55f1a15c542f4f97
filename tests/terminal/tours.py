"""A tour of every pane and dialog, and what a terminal is to show at each step of it.

The screens are kept as text in `kept/`: one file for terminals that can draw, one for those that
are sent ASCII alone. After a change of the screens they are written anew, to be read before they
are committed:

    python -m tests.terminal.tours
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal.explorer import sahel_tui
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BRIEF = Path(__file__).parents[1] / "data" / "tour" / "pact.toml"
KEPT = Path(__file__).parent / "kept"
DRAWN = "drawn"
ASCII = "ascii"
TERMINALS = {
    "xterm-256color": DRAWN,
    "screen-256color": DRAWN,
    "tmux-256color": DRAWN,
    "linux": ASCII,
    "vt100": ASCII,
}
"""The file that each is to show."""
STEPS = {
    "the bottom line": "",
    "the next point": "j",
    "its passages": "enter",
    "the second of them": "n",
    "back": "<",
    "the actors": "A",
    "the card of an actor": "G w",
    "the relationships": "q R",
    "another centre": "enter",
    "the timeline": "T",
    "nearer": "+",
    "a search": "/ c o u p",
    "a filter": "enter & p a c t",
    "the filter stands": "enter",
    "the source": "S",
    "what rests on it": "w",
    "the source alone": "q z",
    "the findings": "i",
    "about the brief": "q a",
    "the keys": "q ?",
    "the commands": "q :",
}
"""What is looked at, and the keys that lead there from the last."""
RULE = "═" * 8


def command() -> list[str]:
    """The program on the brief of the tour, by a path that is the same on any machine."""
    return sahel_tui(BRIEF.name)


def started(command: list[str], environment: Mapping[str, str], *, answers: bool = True) -> Session:
    """A session of a command, in the folder of the brief."""
    # the package is found though it is not installed, and another folder is the current one
    root = str(Path(__file__).parents[2])
    environment = {"PYTHONPATH": root, **environment}
    return Session(command, environment=environment, folder=BRIEF.parent, answers=answers)


def screens(name: str) -> dict[str, str]:
    """The kept screens of a file, by step."""
    parts = (KEPT / f"{name}.txt").read_text("utf-8").split(f"{RULE} ")[1:]
    found = (part.split(f" {RULE}\n", 1) for part in parts)
    return {step: screen.removesuffix("\n") for step, screen in found}


def walk(session: Session, shown: Callable[[], str], kept: Mapping[str, str]) -> None:
    """Take the tour, and wait at each step until the screen is as it was kept."""
    for step, keys in STEPS.items():
        session.press(*keys.split())
        try:
            session.wait_for(lambda step=step: shown() == kept[step], seconds=10)  # type: ignore[misc]
        except AssertionError:
            assert f"{step}\n{shown()}" == f"{step}\n{kept[step]}"


def taken(terminal: str) -> str:
    """The tour as a terminal shows it now."""
    parts = []
    with started(command(), {"TERM": terminal}) as session:
        session.wait_for_text("? help")
        for step, keys in STEPS.items():
            session.press(*keys.split())
            session.wait_until_idle(0.5)
            parts.append(f"{RULE} {step} {RULE}\n{session.text}\n")
    return "".join(parts)


def main() -> int:
    """Write the kept screens anew."""
    for name, terminal in ((DRAWN, "xterm-256color"), (ASCII, "vt100")):
        path = KEPT / f"{name}.txt"
        path.write_text(taken(terminal), encoding="utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
