"""In a real tmux the screen is, cell by cell and style by style, what the widgets mean."""

from __future__ import annotations

import shutil
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest

from tests.hostile import wide_brief
from tests.shipped import TREATY as SHIPPED
from tests.terminal.attached import attached
from tests.terminal.explorer import sahel_tui
from tests.terminal.random_keys import RandomKeys, sequence
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.attached import Attached
    from tests.terminal.emulator import Cell
    from tests.terminal.tmux import Tmux

STEPS = 60
SIZES = ((80, 24), (120, 40), (60, 16))


@pytest.mark.system("tmux")
async def test_tmux_shows_what_is_meant_after_any_keys(tmp_path: Path, tmux: Tmux) -> None:
    """The same keys in this process and in tmux; the terminal changes its size now and then."""
    # tmux 3.3 gives the spacing marks of Indic scripts (Mc) a cell where wcwidth says none.
    wide_brief(tmp_path / "library" / "a-wide", without=["devanagari"])
    shutil.copy(SHIPPED, tmp_path / "library" / "b.toml")
    command = [*tmux.command, "new-session", *sahel_tui(tmp_path / "library")]
    rng = RandomKeys(5, stays=True)
    with Session(command) as session:
        async with attached(tmp_path / "library") as explorer:
            for step in range(STEPS):
                await _wait_until_equal(session, tmux, explorer)
                if step % 20 == 19:
                    size = SIZES[step // 20 % len(SIZES)]
                    session.resize(*size)
                    await explorer.resize(*size)
                    continue
                key = rng.key(explorer)
                session.send(sequence(key))
                if key == "escape":  # alone only once nothing has followed it for a while
                    session.wait_until_idle(0.15)
                await explorer.press(key)
            await _wait_until_equal(session, tmux, explorer)


async def _wait_until_equal(session: Session, tmux: Tmux, explorer: Attached) -> None:
    columns, rows = explorer.app.size

    def shown() -> list[list[Cell]]:
        return list(map(without_end, tmux.cells(columns, rows)))

    for _ in range(10):
        # anew each time: a remark that is shown for some seconds may end in either first
        assert await explorer.agree()
        meant = list(map(without_end, explorer.meant()))
        with suppress(AssertionError):
            session.wait_for(lambda meant=meant: shown() == meant, seconds=1)  # type: ignore[misc]
            return
    assert differences(shown(), explorer.meant()) == [], f"{session.text}\n{explorer.text}"


def differences(shown: list[list[Cell]], meant: list[list[Cell]]) -> list[str]:
    """Where the two differ, for a person to read."""
    return [
        f"row {y}, column {x}: shows {a}, means {b}"
        for y, rows in enumerate(zip(shown, map(without_end, meant), strict=True))
        for x, (a, b) in enumerate(zip_longest(*rows))
        if a != b
    ]


def without_end(row: list[Cell]) -> list[Cell]:
    """A row without the blanks at its end, which tmux does not tell from nothing at all."""
    end = len(row)
    while end and row[end - 1].text == " " and not row[end - 1].underlined:
        end -= 1
    return row[:end]
