"""Writes the manual page and the completions into docs/share, and a table of the README."""

from __future__ import annotations

from pathlib import Path

from docs.pages import bash, fish, manual, shipped, zsh
from docs.pages.command_line import read
from sahel_tui.cli.parser import build_parser

ROOT = Path(__file__).parents[2]
SHARE = ROOT / "docs" / "share"
"""As it lies below a prefix such as /usr."""
MANUAL = "man/man1/sahel-tui.1"


def pages() -> dict[str, str]:
    """What each file below `SHARE` has to hold."""
    line = read(build_parser())
    written = SHARE / MANUAL
    return {
        MANUAL: manual.page(line, ROOT, written.read_text("utf-8") if written.exists() else ""),
        "bash-completion/completions/sahel-tui": bash.completions(line),
        "zsh/site-functions/_sahel-tui": zsh.completions(line),
        "fish/vendor_completions.d/sahel-tui.fish": fish.completions(line),
    }


def main() -> None:
    """Write those that differ."""
    for name, text in pages().items():
        path = SHARE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"docs/share/{name}")
    was = shipped.README.read_text("utf-8")
    if (text := shipped.readme(was)) != was:
        shipped.README.write_text(text, "utf-8")
        print(shipped.README.name)


if __name__ == "__main__":
    main()
