"""Data against a model: the record, or everything that is wrong with the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from sahel_tui.model.record import Record
from sahel_tui.store.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.store.document import Document
    from sahel_tui.store.nearest import Nearest
    from sahel_tui.store.positions import KeyPath

_LARGEST = 2**63 - 1
"""TOML promises whole numbers of 64 bits; larger ones break what reads them later."""

_BASES = "0x", "0o", "0b"
_LONG = b"0" * len(str(_LARGEST))
_DIGITS = bytes(ord("0" if chr(at) in "0123456789_" else " ") for at in range(256))
"""Digits, and the sign that may stand between them."""

_MOST = 1_000_000
"""Values in one file, far beyond any brief: each could be an error to tell."""

R = TypeVar("R", bound=Record)


def validated(
    document: Document,
    data: dict[str, Any],
    model: type[R],
    problems: list[Problem],
    nearest: Nearest,
) -> R:
    """The data as a record; BriefError with `problems` and those of validation together."""
    said = {problem.at for problem in problems if problem.code != "duplicate-id"}
    try:
        # By the format's own names alone: a field's name in Python is an unknown key.
        record = model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        from sahel_tui.store.complaints import complaints

        found = [one for one in complaints(error, data, model, nearest) if one.at not in said]
        raise document.refusal([*problems, *found]) from None
    if problems:
        raise document.refusal(problems)
    return record


def too_large(document: Document) -> Iterator[Problem]:
    """A problem for each whole number beyond 64 bits; BriefError where the values are too many."""
    if _is_of_a_size(document.text) or _has_a_size(document.data):
        return
    for count, (path, value) in enumerate(_values(document.data)):
        if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
            message = "the number is larger than 64 bits hold"
            yield Problem(path, "out-of-range", message, "write a smaller one")
        if count == _MOST:
            message = "the file holds over a million values"
            hint = "split it into several briefs"
            raise document.refusal([Problem((), "too-large", message, hint)])


def _is_of_a_size(text: str) -> bool:
    """Whether a text is too short for so many values, and has no digits for such a number."""
    if len(text) > _MOST or any(base in text for base in _BASES):
        return False
    return _LONG not in text.encode(errors="replace").translate(_DIGITS)


def _has_a_size(data: dict[str, Any]) -> bool:
    """Whether there is no such problem, for certain."""
    open_: list[Any] = [data]
    count = 0
    while open_:
        one = open_.pop()
        values = one.values() if isinstance(one, dict) else one
        count += len(one)
        for value in values:
            if isinstance(value, dict | list):
                open_.append(value)
            elif isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
                return False
    return count <= _MOST


def _values(data: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    """Every value, list and table, at any depth; without recursion."""
    open_: list[tuple[KeyPath, Iterator[tuple[str | int, Any]]]] = [((), iter(data.items()))]
    while open_:
        path, items = open_[-1]
        for name, value in items:
            here = (*path, name)
            yield here, value
            if isinstance(value, dict | list):
                inner = value.items() if isinstance(value, dict) else enumerate(value)
                open_.append((here, iter(inner)))
                break
        else:
            open_.pop()
