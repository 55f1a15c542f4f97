"""A path as it is given to a command."""

from __future__ import annotations

from pathlib import Path


def a_path(value: str) -> Path:
    """The path; ArgumentTypeError where it is empty, which would be the folder that one is in."""
    if not value:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("the path is empty; `.` is the folder that you are in")
    return Path(value)
