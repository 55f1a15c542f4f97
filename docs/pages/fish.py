"""The completions of fish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs.pages.command_line import valued_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.pages.command_line import Argument, Command, CommandLine

_BEGIN = """\
# fish completion for sahel-tui: made from its command line by `make pages`

function __sahel_tui_operand --description 'The first argument that is no option'
    set -l waiting 0
    for word in (commandline -opc)[2..]
        if test $waiting -eq 1
            set waiting 0
        else if contains -- $word {valued}
            set waiting 1
        else if test "$word" = --; or not string match -q -- '-*' $word
            echo -- $word
            return
        end
    end
end

function __sahel_tui_first --description 'Whether the first argument is being typed'
    test -z "$(__sahel_tui_operand)"
end

function __sahel_tui_in --description 'Whether this is the command; without one, the explorer'
    set -l first (__sahel_tui_operand)
    contains -- "$first" {names}; or set first ''
    test "$argv" = "$first"
end

function __sahel_tui_briefs --description 'Briefs, and folders'
    __fish_complete_path (commandline -ct) | string match -r '^.*(?:\\.toml|/)(?:\\t|$).*'
end

complete -c sahel-tui -f
"""
_FILES = {
    "briefs": " -a '(__sahel_tui_briefs)'",
    "folders": " -a '(__fish_complete_directories (commandline -ct) \"\")'",
}


def completions(line: CommandLine) -> str:
    """The whole script."""
    names = " ".join(command.name for command in line.commands)
    valued = " ".join(valued_flags(line.program))
    lines = [_BEGIN.replace("{names}", names).replace("{valued}", valued)]
    lines += (
        _complete("__sahel_tui_first", f"-a {command.name} -d {_quoted(command.about)}")
        for command in line.commands
    )
    for command in (line.program, *line.commands):
        lines.append(f"\n# {command.name or 'the explorer'}\n")
        lines += _rules(command)
    return "".join(lines)


def _rules(command: Command) -> Iterator[str]:
    where = f"__sahel_tui_in {command.name}".rstrip()
    for operand in command.operands:
        files = _FILES.get(operand.files, " -F" if operand.files else "")
        yield _complete(where, files.strip())
    for option in command.options:
        for flag in option.flags:
            yield _complete(where, f"{_flag(flag)}{_value(option)} -d {_quoted(option.about)}")


def _complete(where: str, what: str) -> str:
    return f"complete -c sahel-tui -n {_quoted(where)} {what}\n"


def _flag(flag: str) -> str:
    return f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"


def _value(option: Argument) -> str:
    if not option.value:
        return ""
    if option.offered:
        return f" -x -a {_quoted(' '.join(option.offered))}"
    return " -r -F" if option.files == "files" else f" -x{_FILES.get(option.files, '')}"


def _quoted(text: str) -> str:
    return "'" + re.sub(r"(['\\])", r"\\\1", text) + "'"
