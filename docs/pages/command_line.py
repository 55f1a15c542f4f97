"""The command line as the pages tell it: read from the parser, so that nothing is listed twice."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Files = Literal["", "briefs", "files", "folders"]
"""What a value names, where it names something on the disk."""

_FILES: dict[str, Files] = {"BRIEF": "briefs", "PATH": "briefs", "FILE": "files"}
_FILES |= {"FOLDER": "folders", "DIR": "folders"}
_OFFERED = {"SIGN": ("+", "0", "-")}
"""Values of an option that has no choices, since it knows more spellings than are offered."""


class Argument(NamedTuple):
    """An option, or what stands on its own."""

    flags: tuple[str, ...]
    """Empty for what stands on its own."""
    value: str
    """What it is called in the help; empty where an option takes none."""
    offered: tuple[str, ...]
    files: Files
    optional: bool
    many: bool
    about: str


class Command(NamedTuple):
    """A command, or the program itself, whose name is empty."""

    name: str
    about: str
    text: str
    """What its help says before the options."""
    more: str
    """What its help says after the options."""
    options: tuple[Argument, ...]
    operands: tuple[Argument, ...]


class CommandLine(NamedTuple):
    """All that can be given."""

    program: Command
    commands: tuple[Command, ...]


def read(parser: argparse.ArgumentParser) -> CommandLine:
    """The program and its commands, in the order of the help."""
    program = _command("", "", parser)
    if not program.operands:  # argparse cannot have paths and commands in one place
        paths = Argument((), "PATH", (), "briefs", optional=True, many=True, about="")
        program = program._replace(operands=(paths,))
    return CommandLine(program, tuple(_commands(parser)))


def valued_flags(command: Command) -> tuple[str, ...]:
    """The options that take the next word, each as it can be written."""
    return tuple(flag for option in command.options if option.value for flag in option.flags)


def _commands(parser: argparse.ArgumentParser) -> Iterator[Command]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for listed in action._choices_actions:
                about = listed.help or ""
                yield _command(listed.dest, about, action.choices[listed.dest])


def _command(name: str, about: str, parser: argparse.ArgumentParser) -> Command:
    shown = [
        _argument(action)
        for action in parser._actions
        if action.help != argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction)
    ]
    return Command(
        name,
        about,
        parser.description or "",
        parser.epilog or "",
        tuple(one for one in shown if one.flags),
        tuple(one for one in shown if not one.flags),
    )


def _argument(action: argparse.Action) -> Argument:
    takes = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    value = metavar if takes else ""
    return Argument(
        tuple(action.option_strings),
        value,
        tuple(map(str, action.choices)) if action.choices else _OFFERED.get(value, ()),
        _FILES.get(value, ""),
        action.nargs in ("*", "?"),
        action.nargs in ("*", "+"),
        (action.help or "") % vars(action),
    )
