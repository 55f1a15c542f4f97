"""Kill builds and updates of an index at random moments: `python -m tests.index.kill_run`.

After each kill every reader sees what there was before or what there is afterwards and nothing
between, no process is left over, the briefs are as they were, and the next run finishes the work.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from sahel_tui.index.failures import IndexMissingError
from sahel_tui.index.library import open_library
from sahel_tui.queries.search.documents import Document, document_of
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.index.libraries import write_brief, write_library

BRIEFS = 64
"""More than are read without other processes."""
_PATIENCE = 60


class Trial(NamedTuple):
    """A library and the folder of its index."""

    library: Path
    home: Path

    @property
    def command(self) -> list[str]:
        command = [sys.executable, "-m", "sahel_tui", "index", str(self.library)]
        return [*command, "--index", str(self.home)]

    def run(self) -> float:
        """Renew the index: how long it took, in seconds."""
        begun = time.monotonic()
        subprocess.run(self.command, check=True, capture_output=True)
        return time.monotonic() - begun

    def killed(self, after: float) -> bool:
        """Begin to renew the index, and kill that: whether it was still at it."""
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(self.command, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()
        wait_until_gone(process.pid)
        return process.returncode == -9

    def files(self) -> dict[str, str]:
        """What every file of the library says."""
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.library.rglob("*")
            if path.is_file()
        }

    def briefs(self) -> frozenset[str]:
        """The documents as the files say."""
        paths = brief_paths([self.library])
        return frozenset(_text(document_of(read_brief(path).view)) for path in paths)

    def indexed(self) -> frozenset[str]:
        """The documents as the index says; none where there is no index yet."""
        try:
            with open_library(self.library, self.home) as index:
                index.verify()
                ids = index.engine.search(parse(""), 10 * BRIEFS).ids
                documents = [index.engine.document(one) for one in ids]
                words = parse("ambush or river or convoy")
                found = {
                    index.engine.document(one).brief for one in index.engine.search(words, 999).ids
                }
                assert index.counts.briefs == len(documents) == len(set(documents))
                assert found == {one.brief for one in documents if _has(one)}
        except IndexMissingError:
            return frozenset()
        return frozenset(map(_text, documents))


def _has(document: Document) -> bool:
    text = " ".join(f"{item.title} {item.text}" for item in document.items).casefold()
    return any(word in text for word in ("ambush", "river", "convoy"))


def _text(document: Document) -> str:
    return repr((document.brief, tuple(document.items)))


def wait_until_gone(session: int) -> None:
    """Wait until no process of a session is left."""
    deadline = time.monotonic() + _PATIENCE
    while left := _of_session(session):
        assert time.monotonic() < deadline, f"left over: {left}"
        time.sleep(0.01)


def _of_session(session: int) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = path.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue  # it has just ended
        if of == str(session) and state != "Z":
            found.append(path.parent.name)
    return found


def change(library: Path, seed: int) -> None:
    """Change half of the briefs, add some, remove some."""
    for number in range(0, BRIEFS, 2):
        write_brief(library, number, seed=seed)
    for number in range(BRIEFS, BRIEFS + 40):
        write_brief(library, number, seed=seed)
    for number in (1, 3, 5):
        next(library.rglob(f"b{number:05}.toml")).unlink()


def kill_and_finish(trial: Trial, after: float) -> bool:
    """Kill one run, look, and run it again: whether it was killed in time."""
    before, files, wanted = trial.indexed(), trial.files(), trial.briefs()
    killed = trial.killed(after)
    assert trial.indexed() in (before, wanted), "a reader saw something between"
    assert trial.files() == files, "a file of the library was changed"
    trial.run()
    assert trial.indexed() == wanted, "the next run did not finish the work"
    assert trial.files() == files, "a file of the library was changed"
    return killed


def tried(folder: Path, rng: random.Random, *, update: bool) -> bool:
    """One kill of a build, or of an update, in a new folder: whether it came in time."""
    trial = Trial(write_library(folder / "library", BRIEFS), folder / "index")
    duration = trial.run()
    if update:
        change(trial.library, rng.randrange(10**6))
    else:
        shutil.rmtree(trial.home)
    return kill_and_finish(trial, rng.uniform(0, duration))


def main() -> None:
    """Kill as many runs as are asked for, builds and updates in turn."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    in_time = 0
    for number in range(given.times):
        with tempfile.TemporaryDirectory() as folder:
            rng = random.Random(f"{given.seed}/{number}")
            in_time += tried(Path(folder), rng, update=number % 2 == 1)
    print(f"{given.times} runs, {in_time} of them killed before they were done: nothing was lost")


if __name__ == "__main__":
    main()
