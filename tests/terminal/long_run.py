"""The terminal against what is meant, cell by cell, after each of many random keys and sizes.

    python -m tests.terminal.long_run [--keys 10000] [--sizes 200] [--seed N] [--tmux]

The brief has wide, combining, emoji and right-to-left text in every field; the shipped briefs are
beside it. The seed is printed: with it the same keys come again.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile import wide_brief
from tests.shipped import TREATY as SHIPPED
from tests.terminal.attached import EmulatedDriver, attached
from tests.terminal.mirrored import difference, mirror, mirrored_driver
from tests.terminal.random_keys import RandomKeys
from tests.terminal.sequences import strangers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.terminal.attached import Attached
    from tests.terminal.mirrored import Mirror


def wide_library(folder: Path, without: Sequence[str] = ()) -> Path:
    """A folder of briefs, the one with every script first."""
    wide_brief(folder / "a-wide", without=without)
    shutil.copytree(SHIPPED.parent, folder / "b-shipped")
    return folder


async def random_steps(explorer: Attached, seed: int, keys: int, sizes: int) -> AsyncIterator[str]:
    """Press the keys, the changes of size spread evenly among them; say what was done."""
    rng = RandomKeys(seed)
    every = max(1, keys // max(1, sizes))
    for number in range(1, keys + 1):
        if sizes and number % every == 0:
            columns, rows = rng.size()
            await explorer.resize(columns, rows)
            yield f"{columns}x{rows}"
        key = rng.key(explorer)
        if key == "ctrl+l":  # which is for a screen that something has been written over
            explorer.driver.emulated.scribble()
        await explorer.press(key)
        yield key


async def first_difference(
    folder: Path,
    seed: int,
    keys: int,
    sizes: int,
    *,
    plain_output: bool = False,
    in_tmux: Mirror | None = None,
) -> str:
    """Where the terminal first shows what is not meant, and the steps to it; nothing if nowhere."""
    done: list[str] = []
    # tmux 3.3 gives the spacing marks of Indic scripts (Mc) a cell where wcwidth says none
    library = wide_library(folder, without=["devanagari"] if in_tmux else ())
    driver = mirrored_driver(in_tmux) if in_tmux else EmulatedDriver
    async with attached(library, driver=driver, plain_output=plain_output) as explorer:
        async for step in random_steps(explorer, seed, keys, sizes):
            done.append(step)
            last = f"seed {seed}, step {len(done)}; the last: {' '.join(done[-12:])}"
            if not await explorer.agree():
                return f"{last}\n{explorer.differences()[:4000]}\n{explorer.text}"
            if in_tmux and (found := await difference(in_tmux, explorer)):
                return f"{last}\n{found[:4000]}\n{explorer.text}"
        strange = strangers(
            bytes(explorer.driver.raw).replace(b"\n", b"\r\n")
        )  # as a terminal gets it
        return f"seed {seed}: written to the terminal: {strange}" if strange else ""


def main() -> int:
    """Compare, and say what came of it: 1 if there is a difference."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keys", type=int, default=10_000)
    parser.add_argument("--sizes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--plain-output", action="store_true", help="Textual's own output")
    parser.add_argument("--tmux", action="store_true", help="compare a real tmux, too")
    given = parser.parse_args()
    say = sys.__stdout__ or sys.stdout
    print(f"seed {given.seed}", file=say, flush=True)
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        mirror(Path(folder)) if given.tmux else nullcontext() as in_tmux,
    ):
        found = asyncio.run(
            first_difference(
                Path(folder) / "library",
                given.seed,
                given.keys,
                given.sizes,
                plain_output=given.plain_output,
                in_tmux=in_tmux,
            )
        )
    spent = f"{time.monotonic() - started:.0f} s"
    no = f"no difference after {given.keys} keys and {given.sizes} sizes, {spent}"
    print(found or no, file=say)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
