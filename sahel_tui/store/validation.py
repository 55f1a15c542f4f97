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

R = TypeVar("R", bound=Record)


def validated(
    document: Document,
    data: dict[str, Any],
    model: type[R],
    problems: list[Problem],
    nearest: Nearest,
) -> R:
    """The data as a record; BriefError with `problems` and those of validation together."""
    problems = [*problems, *_too_large(data)]
    said = {problem.at for problem in problems if problem.code != "duplicate-id"}
    try:
        # By the format's own names alone: a field's name in Python is an unknown key.
        record = model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        from sahel_tui.store.complaints import complaints

        problems += (one for one in complaints(error, data, model, nearest) if one.at not in said)
        raise document.refusal(problems) from None
    if problems:
        raise document.refusal(problems)
    return record


def _too_large(data: dict[str, Any]) -> Iterator[Problem]:
    """A problem for each whole number beyond 64 bits, at any depth; without recursion."""
    open_: list[tuple[KeyPath, Iterator[tuple[str | int, Any]]]] = [((), iter(data.items()))]
    while open_:
        path, items = open_[-1]
        for name, value in items:
            if isinstance(value, dict):
                open_.append(((*path, name), iter(value.items())))
                break
            if isinstance(value, list):
                open_.append(((*path, name), iter(enumerate(value))))
                break
            if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
                message = "the number is larger than 64 bits hold"
                yield Problem((*path, name), "out-of-range", message, "write a smaller one")
        else:
            open_.pop()
