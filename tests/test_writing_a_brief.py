"""docs/writing-a-brief.md, followed step by step: it shows what the program prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.__main__ import main
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PAGE = Path(__file__).parent.parent / "docs" / "writing-a-brief.md"
LAST = "`sahel-tui .` opens both in the explorer."


class Step(NamedTuple):
    """One block of the page, and the line that introduces it."""

    before: str
    language: str
    block: str

    @property
    def file(self) -> str:
        """The last file that the line before it names."""
        named: list[str] = re.findall(r"`([\w-]+\.(?:toml|txt))`", self.before)
        return named[-1]


def steps() -> list[Step]:
    """Every block of the page, in order."""
    page = PAGE.read_text("utf-8")
    blocks = re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [Step(_paragraph(page[: found.start()]), found[1], found[2]) for found in blocks]


def _paragraph(text: str) -> str:
    return text.rstrip("\n").rpartition("\n\n")[2]


def write(folder: Path, step: Step) -> None:
    """Do what the page says: a new file, tables at its end, or keys of its last table."""
    path = folder / step.file
    text = path.read_text("utf-8") if path.exists() else ""
    if re.search(r"\b[Ss]ave\b", step.before):
        assert not text, f"{step.file} is written twice"
        text = step.block
    elif step.block.startswith("["):
        text = f"{text}\n{step.block}"
    else:
        for key, value in assignments(step.block):
            text = with_key(text, key, value)
    path.write_text(text, "utf-8")


def assignments(block: str) -> Iterator[tuple[str, str]]:
    """The keys of a block, each with its lines."""
    for found in re.finditer(r"^(\w+) = (?:\[\n(?: .*\n)+\]|.+)\n", block, re.MULTILINE):
        yield found[1], found[0]


def with_key(text: str, key: str, lines: str) -> str:
    """A file whose last table has a key, in the place of the one that it had, or at its end."""
    start = text.rindex("\n[[")
    kept = "".join(has for name, has in assignments(text[start:]) if name != key)
    header = text[start:].splitlines(keepends=True)[1]
    return f"{text[:start]}\n{header}{kept}{lines}"


def sessions(block: str) -> Iterator[tuple[list[str], str]]:
    """The commands of a block, each with what the page shows that it prints."""
    for part in re.split(r"^\$ sahel-tui ", block, flags=re.MULTILINE)[1:]:
        line, _, printed = part.partition("\n")
        yield line.split(), printed


def followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[tuple[str, str]]:
    """What the page shows for each command, and what the program printed."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "120")
    for step in steps():
        if step.language != "console":
            write(folder, step)
            continue
        for arguments, shown in sessions(step.block):
            main(arguments)
            said = capsys.readouterr()
            yield f"{arguments}\n{shown}", f"{arguments}\n{said.out}{said.err}"


def test_it_shows_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = list(followed(tmp_path, monkeypatch, capsys))
    assert [shown for shown, _ in seen] == [printed for _, printed in seen]
    assert len(seen) > 5


async def test_what_it_writes_opens_in_the_explorer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    list(followed(tmp_path, monkeypatch, capsys))
    assert LAST in PAGE.read_text("utf-8")
    async with exploring(tmp_path, 140, 45) as explorer:
        await explorer.press("o")
        for title in ("The strike in the port of Veldmar", "Dockers block the rail gate"):
            assert title in explorer.text


def test_every_block_is_followed() -> None:
    assert len(steps()) == PAGE.read_text("utf-8").count("\n```") / 2
    assert {step.language for step in steps()} == {"text", "toml", "console"}
    assert all("sahel-tui " in step.block for step in steps() if step.language == "console")
