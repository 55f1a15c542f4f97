"""The manual page, sahel-tui(1), in the macros of man(7)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sahel_tui import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docs.pages.command_line import Argument, Command, CommandLine

_LETTERS = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
_SECTIONS = ("files", "environment", "exit codes", "examples")
"""The sections of the help that are sections of the page, whatever comes between them."""
_HEADINGS = {"exit codes": "EXIT STATUS"}
_SEE_ALSO = "less(1), tmux(1), sahel-tui --help, and the pages that come with the sources: docs/."


def page(line: CommandLine, root: Path, written: str) -> str:
    """The page; it keeps the date of the one that is written while nothing else changes."""
    body = "".join(_body(line, (root / "docs" / "keys.md").read_text("utf-8")))
    dated = re.match(r"\.TH \S+ 1 (\S+) ", written)
    if dated and written == _title(dated[1]) + body:
        return written
    return _title(date.today().isoformat()) + body


def _title(day: str) -> str:
    return f'.TH SAHEL-TUI 1 {day} "sahel\\-tui {__version__}" "User Commands"\n'


def _body(line: CommandLine, keys: str) -> Iterator[str]:
    about, *synopsis = _paragraphs(line.program.text)
    yield f".SH NAME\nsahel\\-tui \\- {_text(about[0].lower() + about[1:].rstrip('.'))}\n"
    yield ".SH SYNOPSIS\n"
    forms = ("[OPTION ...] [PATH ...]", "COMMAND [OPTION ...] [ARGUMENT ...]")
    yield ".br\n".join(f".B sahel\\-tui\n{_text(form)}\n" for form in forms)
    yield ".SH DESCRIPTION\n"
    for paragraph in (f"{about}", *synopsis):
        yield f".PP\n{_literal(paragraph)}" if paragraph[0] == " " else f"{_text(paragraph)}\n"
    yield ".SH OPTIONS\n"
    yield from map(_argument, line.program.options)
    yield ".SH COMMANDS\n"
    for command in line.commands:
        yield from _command(command)
    yield f".SH KEYS\n{''.join(_keys(keys))}"
    sections = dict(_sections(line.program.more))
    for name in (*_SECTIONS, *(name for name in sections if name not in _SECTIONS)):
        if name in sections:
            yield f".SH {_HEADINGS.get(name, name.upper())}\n{_section(name, sections[name])}"
    yield f".SH SEE ALSO\n{_text(_SEE_ALSO)}\n"


def _command(command: Command) -> Iterator[str]:
    operands = " ".join(map(_operand, command.operands))
    yield f".SS sahel\\-tui {_text(f'{command.name} [OPTION ...] {operands}'.rstrip())}\n"
    yield f"{_text(' '.join(command.text.split()))}\n"
    yield from (_argument(operand) for operand in command.operands if operand.about)
    yield from map(_argument, command.options)
    for name, lines in _sections(command.more):
        yield f".PP\n{_text(name.capitalize())}:\n{_section(name, lines)}"


def _operand(operand: Argument) -> str:
    words = f"{operand.value}{' ...' if operand.many else ''}"
    return f"[{words}]" if operand.optional else words


def _argument(argument: Argument) -> str:
    value = f" \\fI{_text(argument.value)}\\fR" if argument.value else ""
    names = ", ".join(f"\\fB{_text(flag)}\\fR{value}" for flag in argument.flags)
    return f".TP\n{names or value.strip()}\n{_text(argument.about)}\n"


def _keys(text: str) -> Iterator[str]:
    """The tables of the page on keys, which says what the bindings say."""
    for line in text.splitlines():
        if line.startswith("## "):
            yield f".SS {_text(line[3:])}\n"
        elif row := re.fullmatch(r"\| (.+?) \| (.+?) \| `[a-z_.]+` \|", line):
            keys = ", ".join(f"\\fB{_text(key)}\\fR" for key in re.findall(r"`([^`]+)`", row[1]))
            yield f".TP 22\n{keys}\n{_text(row[2])}\n"


def _paragraphs(text: str) -> list[str]:
    return [part.strip("\n") for part in text.split("\n\n") if part.strip()]


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """`name:` at the margin, what follows it on the line, and the indented lines below it."""
    for part in re.split(r"^(?=\S)", text, flags=re.MULTILINE):
        if found := re.match(r"([a-z ]+):[ ]*", part):
            yield found[1], [one for one in part[found.end() :].splitlines() if one.strip()]


def _section(name: str, lines: list[str]) -> str:
    """Examples as they are typed; a list of words and what they mean; else a text."""
    if name.startswith("example"):
        return _literal("\n".join(f"    {line.strip()}" for line in lines))
    if not re.match(r"  \S", lines[0]):
        return f"{_text(' '.join(' '.join(lines).split()))}\n"
    rows: list[list[str]] = []
    for line in lines:
        if row := re.fullmatch(r"  (\S.*?)(?: {2,}(\S.*))?", line):
            rows.append([row[1], row[2] or ""])
        else:
            rows[-1][1] += f" {line.strip()}"
    return "".join(
        f".TP\n\\fB{_text(word)}\\fR\n{_text(meaning.strip())}\n" for word, meaning in rows
    )


def _literal(text: str) -> str:
    return "\n".join([".nf", *map(_text, text.splitlines()), ".fi\n"])


def _text(text: str) -> str:
    """A text in which nothing is a macro or an escape, in ASCII."""
    letters = (_LETTERS.get(c, c if c.isascii() else f"\\[u{ord(c):04X}]") for c in text)
    shown = "".join(letters)
    return f"\\&{shown}" if shown.startswith(".") else shown
