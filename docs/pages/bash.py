"""The completions of bash; they need nothing else, not even the package bash-completion."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from docs.pages.command_line import valued_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.pages.command_line import Argument, Command, CommandLine

_BEGIN = """\
# bash completion for sahel-tui: made from its command line by `make pages`

_sahel_tui_words() {
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -W "$1" -- "$2"))
}

# as they are called, not as they are typed: readline quotes what is chosen
_sahel_tui_paths() {
    local kind=$1 word=${2#[\\"\\']} IFS=$'\\n'
    local -
    set -o noglob
    word=${word//\\\\/}
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen -d -- "$word"))
    case $kind in
        briefs) COMPREPLY+=($(compgen -f -X '!*.toml' -- "$word")) ;;
        files) COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
    [[ ${#COMPREPLY[@]} -eq 0 ]] || COMPREPLY=($(printf '%s\\n' "${COMPREPLY[@]}" | sort -u))
}

_sahel_tui() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local first= command= options= files= i
    COMPREPLY=()
    # --option=value comes in three words
    if [[ $word == "=" ]]; then
        word=
    elif [[ $before == "=" ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            {valued}) [[ ${COMP_WORDS[i+1]} == "=" ]] && ((i += 2)) || ((i++)) ;;
            --) first=-- && break ;;
            -*) ;;
            *) first=${COMP_WORDS[i]} && break ;;
        esac
    done
"""
_END = """\
    if [[ $word == -* ]]; then
        _sahel_tui_words "$options" "$word"
    elif [[ -n $files ]]; then
        _sahel_tui_paths "$files" "$word"
    fi
}

complete -F _sahel_tui sahel-tui
"""


def completions(line: CommandLine) -> str:
    """The whole script."""
    names = "|".join(command.name for command in line.commands)
    return "".join(
        [
            _BEGIN.replace("{valued}", "|".join(valued_flags(line.program))),
            f"    case $first in\n        {names}) command=$first ;;\n    esac\n",
            _case('"$command $before"', _values(line)),
            _case("$command", map(_whole, (*line.commands, line.program))),
            "    if [[ -z $first && $word != -* ]]; then\n",
            f'        _sahel_tui_words {_words(c.name for c in line.commands)} "$word"\n    fi\n',
            _END,
        ]
    )


def _case(what: str, branches: Iterator[str]) -> str:
    return f"    case {what} in\n{''.join(branches)}    esac\n"


def _values(line: CommandLine) -> Iterator[str]:
    """For each option that takes a value: what is offered there, and nothing else."""
    for command in (line.program, *line.commands):
        for option in command.options:
            if option.value:
                patterns = "|".join(quote(f"{command.name} {flag}") for flag in option.flags)
                yield f"        {patterns}) {_offer(option)}return ;;\n"


def _offer(option: Argument) -> str:
    if option.offered:
        return f'_sahel_tui_words {_words(option.offered)} "$word"; '
    return f'_sahel_tui_paths {option.files} "$word"; ' if option.files else ""


def _whole(command: Command) -> str:
    flags = _words(flag for option in command.options for flag in option.flags)
    files = next((operand.files for operand in command.operands), "")
    return f"        {quote(command.name)}) options={flags} files={files} ;;\n"


def _words(words: Iterator[str] | tuple[str, ...]) -> str:
    """Words as one argument, a line each."""
    return "$" + quote("\\n".join(words)) if (words := tuple(words)) else "''"
