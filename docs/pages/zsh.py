"""The completions of zsh, in the terms of its `_arguments`."""

from __future__ import annotations

import re
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.pages.command_line import Argument, Command, CommandLine

_BEGIN = """\
#compdef sahel-tui
# zsh completion for sahel-tui: made from its command line by `make pages`

_sahel_tui_briefs() {
    _alternative 'briefs:brief:_path_files -g "*.toml"' 'folders:folder:_path_files -/'
}

_sahel_tui_first() {
    local -a commands=(
"""
_MIDDLE = """\
    )
    _describe -t commands command commands
    _sahel_tui_briefs
}

_sahel_tui() {
    local -a line
    local state state_descr context curcontext=$curcontext
    local -A opt_args
"""
_END = """\
    esac
}

# loaded by compinit it is called at once; sourced, it is only made known
if [[ $funcstack[1] == _sahel-tui ]]; then
    _sahel_tui "$@"
else
    compdef _sahel_tui sahel-tui
fi
"""
_FILES = {"briefs": "_sahel_tui_briefs", "files": "_files", "folders": "_path_files -/", "": " "}


def completions(line: CommandLine) -> str:
    """The whole file, which zsh loads as one function."""
    first = [*_options(line.program), "1: :_sahel_tui_first", "*::: :->rest"]
    return "".join(
        [
            _BEGIN,
            *(f"        {quote(f'{_plain(c.name)}:{c.about}')}\n" for c in line.commands),
            _MIDDLE,
            _arguments(first, 1),
            '    [[ $state == rest ]] || return\n    words=("$line[1]" "${words[@]}")\n',
            "    (( CURRENT++ ))\n    case $line[1] in\n",
            *(_branch(quote(command.name), command) for command in line.commands),
            _branch("*", line.program),
            _END,
        ]
    )


def _branch(pattern: str, command: Command) -> str:
    specs = _arguments([*_options(command), *_operands(command)], 3)
    return f"        {pattern})\n{specs}            ;;\n"


def _arguments(specs: list[str], depth: int) -> str:
    indent = "    " * depth
    return (
        " \\\n".join([f"{indent}_arguments -C -S", *(f"{indent}    {quote(s)}" for s in specs)])
        + "\n"
    )


def _options(command: Command) -> Iterator[str]:
    for option in command.options:
        others = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
        for flag in option.flags:
            value = "=" if option.value and flag.startswith("--") else ""
            yield f"{others}{flag}{value}[{_plain(option.about)}]{_value(option)}"


def _operands(command: Command) -> Iterator[str]:
    for at, operand in enumerate(command.operands, 1):
        yield f"{'*' if operand.many else at}{_value(operand)}"


def _value(argument: Argument) -> str:
    if not argument.value:
        return ""
    action = f"({' '.join(argument.offered)})" if argument.offered else _FILES[argument.files]
    return f":{_plain(argument.value)}:{action}"


def _plain(text: str) -> str:
    """A text in which nothing means anything to `_arguments`."""
    return re.sub(r"([\[\]:\\])", r"\\\1", text)
