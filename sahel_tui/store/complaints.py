"""What validation found wrong, in words for whoever wrote the file."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sahel_tui.model.dates import EdtfError
from sahel_tui.store.problems import Problem, listed, quoted
from sahel_tui.store.tables import MANY, NO_SOURCE, TABLES, is_required, missing, unknown_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from sahel_tui.model.record import Record
    from sahel_tui.store.nearest import Nearest
    from sahel_tui.store.positions import KeyPath

# What a value should have been, by the validator's error type.
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "dict_type": "a table",
}

_ELEMENTS = {
    "evidence": ("a quote or a table", 'write `"…"`, or `{exact = "…"}`'),
    "aliases": ("a name or a table", 'write `"…"`, or `{name = "…"}`'),
    "actors": ("an actor's id or a table", 'write `"…"`, or `{actor = "…"}`'),
}
"""What a list takes besides tables, and how either is written."""

_DATES = (
    'a whole day is 2023-09-20; any other date is EDTF in quotes: "2023-09" (a month), '
    '"2023-09-0X" (its first days), "2023~" (about then)'
)

_PATTERNS = {
    "country": "a country is three capital letters of ISO 3166-1, such as `MLI`",
    "wikidata": "a Wikidata item is `Q` and its number, such as `Q912`",
    "language": "a language is a BCP 47 tag, such as `fr`",
    "sha256": "a SHA-256 digest is 64 hexadecimal digits",
    "to": "a point is named by its id, or as `brief-id#point-id`",
}


def complaints(
    error: ValidationError, data: Any, root: type[Record], nearest: Nearest
) -> Iterator[Problem]:
    """A problem for each error of a validation of `data` against `root`."""
    for detail in error.errors(include_url=False):
        path = _written(detail["loc"], data)
        yield _problem(detail, path, root, nearest)


def _kind(value: Any) -> str:
    """What a TOML value is, in a few words."""
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case int():
            return "a number"
        case float():
            return "a decimal number"
        case str():
            return "a text"
        case datetime():
            return "a date and time"
        case date():
            return "a date"
        case time():
            return "a time of day"
        case list() | tuple():
            return "a list"
        case _:
            return "a table"


def _written(loc: KeyPath, data: Any) -> KeyPath:
    """The key as the file has it: a plain quote stands for its table's `exact`."""
    for depth, name in enumerate(loc):
        if isinstance(name, int) and isinstance(data, list):
            data = data[name]
        elif isinstance(name, str) and isinstance(data, dict):
            data = data.get(name)
        else:
            return loc[:depth]
    return loc


def _problem(detail: ErrorDetails, path: KeyPath, root: type[Record], nearest: Nearest) -> Problem:
    kind, value = detail["type"], detail["input"]
    name = str(path[-1]) if path and isinstance(path[-1], str) else ""
    if kind == "extra_forbidden":
        return unknown_key(path, root, nearest)
    if kind == "missing":
        return missing(path, root)
    if kind == "literal_error":
        return _unknown_value(path, value, detail, nearest)
    if kind == "value_error":
        return _by_the_model(path, value, detail, root)
    if kind == "contradiction":
        return _of_several_keys(path, detail)
    if kind == "misfit":
        return _of_several_keys(path[:-1], detail)
    if kind in _EXPECTED:
        return wrong_type(path, value, _EXPECTED[kind])
    if kind == "string_pattern_mismatch":
        message = f"{quoted(str(value))} is not of the form that `{name}` has"
        return Problem(path, "bad-form", message, _PATTERNS.get(name, ""))
    return Problem(path, *_bounds(kind, name, detail.get("ctx", {})))


def _bounds(kind: str, name: str, context: Mapping[str, Any]) -> tuple[str, str, str]:
    """Code, message and hint of a value that is of its type, but too much or too little."""
    match kind:
        case "greater_than_equal":
            return "out-of-range", f"`{name}` is below {context['ge']:g}", "write a larger number"
        case "less_than_equal":
            return "out-of-range", f"`{name}` is above {context['le']:g}", "write a smaller number"
        case "finite_number":
            return (
                "out-of-range",
                f"`{name}` is not a finite number",
                "write a number, or leave it out",
            )
        case "string_too_long":
            most = context["max_length"]
            return (
                "too-long",
                f"`{name}` is over {most} characters",
                "cut it: it only chooses a passage",
            )
        case "too_short":
            return "missing-key", "a brief has at least one source", NO_SOURCE
    return (
        "bad-value",
        f"`{name}` holds a value that it cannot have",
        "see the format's description",
    )


def _unknown_value(path: KeyPath, value: Any, detail: ErrorDetails, nearest: Nearest) -> Problem:
    allowed = [
        text or number
        for text, number in re.findall(r"'([^']*)'|(-?\d+)", detail["ctx"]["expected"])
    ]
    name = path[-1] if path else ""
    choice = f"one of {listed(allowed)}" if len(allowed) > 1 else quoted(allowed[0])
    if not isinstance(value, str | int) or isinstance(value, bool):
        message = f"`{name}` is {_kind(value)}, where {choice} is expected"
        return Problem(path, "unknown-value", message, f"write {choice}")
    message = f"{quoted(str(value))} is not a value of `{name}`"
    if value in allowed:
        message = f"`{name}` is a text, where a number is expected"
        return Problem(path, "wrong-type", message, "write it without quotation marks")
    near = nearest.find(str(value), allowed)
    hint = f"did you mean `{near}`? " if near else ""
    return Problem(path, "unknown-value", message, f"{hint}it is {choice}")


def _of_several_keys(path: KeyPath, detail: ErrorDetails) -> Problem:
    """Keys that contradict each other, or that are one too many or too few."""
    code = "bad-evidence" if "evidence" in path else "bad-table"
    return Problem(path, code, detail["msg"], detail["ctx"]["hint"])


def _by_the_model(path: KeyPath, value: Any, detail: ErrorDetails, root: type[Record]) -> Problem:
    """What our own models say of one value: their words stand as they are."""
    error = detail.get("ctx", {}).get("error")
    message = str(error)
    if isinstance(error, EdtfError):
        return Problem(path, "bad-date", message, _DATES)
    if not value.strip():
        hint = "write something" if is_required(path, root) else "write something, or remove it"
        return Problem(path, "empty-text", "the text is empty", hint)
    near = re.sub(r"[^a-z0-9._-]+", "-", value.casefold()).strip("-._")[:60]
    hint = f"such as `{near}`" if near else "such as `mali-2`"
    return Problem(path, "bad-id", f"{quoted(value)} is no id: {message}", hint)


def wrong_type(path: KeyPath, value: Any, expected: str) -> Problem:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    element = bool(path) and isinstance(path[-1], int)
    hint = _instead(path, name, value, expected)
    if element and name in _ELEMENTS and expected == "a table":
        expected, hint = _ELEMENTS[name]
    what = f"an element of `{name}`" if element else f"`{name}`"
    message = f"{what} is {_kind(value)}, where {expected} is expected"
    return Problem(path, "wrong-type", message, hint)


def _instead(path: KeyPath, name: str, value: Any, expected: str) -> str:
    """What to write in place of a value of the wrong type."""
    key = f"{name} = " if path and isinstance(path[-1], str) else ""
    if len(path) == 1 and name in MANY and expected == "a list":
        return f"write [[{name}]], with two brackets, before each one"
    if len(path) <= 2 and name in TABLES and expected == "a table":
        brackets = (
            f"[[{name}]], with two brackets" if name in MANY else f"[{name}], with one bracket"
        )
        return f"write {brackets}, and its keys below it"
    if expected == "a text":
        return f'put it in quotation marks: `{key}"…"`'
    if expected == "a list":
        one = "{…}" if isinstance(value, dict) else '"…"'
        return f"put it in brackets: `{key}[{one}]`"
    if expected == "a table":
        return f"write its keys between braces: `{key}{{…}}`"
    if isinstance(value, float):
        return f"write {expected}, without a decimal point"
    return f"write {expected}, without quotation marks"
