"""The programs that are compared, and the keys that do the same in each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
BRIEF = ROOT / "briefs" / "2023-09-20-three-state-treaty.toml"
TEXT = BRIEF.with_suffix(".txt")


class Action(NamedTuple):
    """Something that a user does, and does again."""

    keys: tuple[str, ...]
    """Each of them is one doing."""
    first: tuple[str, ...] = ()
    """The keys that lead there."""
    after: tuple[str, ...] = ()
    """The keys that undo one."""
    held: bool = False
    """Whether the next follows at once: what waits for the cursor's rest does not come."""


class Program(NamedTuple):
    """A program over the shipped brief, or over its text."""

    name: str
    command: tuple[str, ...]
    ready: str
    """What its screen shows once it is ready."""
    actions: Mapping[str, Action]
    needs: str = ""
    """The program of the system that it needs."""
    ending: tuple[tuple[str, ...], ...] = ()
    """The commands that end what it leaves behind."""


OURS = "sahel-tui"
FIRST = "first paint"
CURSOR, LIST = "cursor in the source", "cursor in a list, held"
FOLLOWED = "cursor in a list, at rest"
SCROLL, ALONE = "scroll a line", "scroll a line, pane alone"
PAGE, TAB, LETTER, DIALOG = "page", "next pane", "pane by letter", "dialog"

DOWN_AND_UP = ("down", "down", "up", "down", "up", "up")
PAGES = ("pagedown", "pagedown", "pageup", "pageup")
TABS = ("tab",) * 5
LETTERS = ("T", "A", "R", "S", "B")
ROWS = ("down",) * 45
"""So many that whatever is shown scrolls at the next."""
TO_TOP = ("pageup",) * 9
LINES = ("down",) * 6

OUR_ACTIONS = {
    CURSOR: Action(DOWN_AND_UP, first=("S", "g")),
    SCROLL: Action(LINES, first=("S", "g", *ROWS)),
    PAGE: Action(PAGES, first=("S", "g")),
    TAB: Action(TABS, first=("B",)),
    LETTER: Action(LETTERS, first=("B",)),
    DIALOG: Action(("?",) * 3, first=("B",), after=("escape",)),
    LIST: Action(DOWN_AND_UP, first=("T", "g"), held=True),
    FOLLOWED: Action(DOWN_AND_UP, first=("T", "g")),
    ALONE: Action(LINES, first=("S", "g", "z", *ROWS)),
}
STOCK_ACTIONS = {
    CURSOR: Action(DOWN_AND_UP, first=("S", *TO_TOP)),
    SCROLL: Action(LINES, first=("S", *ROWS)),
    PAGE: Action(PAGES, first=("S", *TO_TOP)),
    TAB: Action(TABS, first=("B",)),
    LETTER: Action(LETTERS, first=("B",)),
    DIALOG: Action(("?",) * 3, first=("B",), after=("escape",)),
    LIST: Action(DOWN_AND_UP, first=("T",), held=True),
    FOLLOWED: Action(DOWN_AND_UP, first=("T",)),
}
LESS_ACTIONS = {
    SCROLL: Action(("j",) * 6),
    PAGE: Action((" ", " ", "b", "b"), first=("g",)),
    DIALOG: Action(("h",) * 3, after=("q",)),
}


def explorer(*arguments: object) -> tuple[str, ...]:
    """The explorer's command line."""
    return (sys.executable, "-m", "sahel_tui", "--fresh", *map(str, arguments))


def stock(brief: Path) -> tuple[str, ...]:
    """The command line of the same in stock widgets."""
    return (sys.executable, str(ROOT / "benchmarks" / "stock_app.py"), str(brief))


def programs(folder: Path) -> list[Program]:
    """This one, then its yardsticks, which may keep files in `folder`."""
    settings = folder / "tmux.conf"
    settings.write_text("set -g status off\nset -sg escape-time 10\n", encoding="utf-8")
    tmux = ("tmux", "-S", str(folder / "tmux"), "-f", str(settings))
    return [
        Program(OURS, explorer(BRIEF), "? help", OUR_ACTIONS),
        Program("plain", explorer("--plain-output", BRIEF), "? help", OUR_ACTIONS),
        Program("stock", stock(BRIEF), "Bottom line", STOCK_ACTIONS),
        Program(
            "tmux",
            (*tmux, "new-session", *explorer(BRIEF)),
            "? help",
            OUR_ACTIONS,
            needs="tmux",
            ending=((*tmux, "kill-server"),),
        ),
        Program("less", ("less", str(TEXT)), "Mali", LESS_ACTIONS, needs="less"),
    ]
