"""Plain data written as TOML: what made-up briefs are written with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]
Table = Mapping[str, Value]


def literal(value: Value) -> str:
    """A value on one line; a text as a basic string, its C0 characters and DEL as escapes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {literal(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return repr(value)


def document(head: Table, tables: Mapping[str, Table | Sequence[Table]]) -> str:
    """A whole file: top-level keys, then a `[table]` for a mapping, `[[table]]`s for a sequence."""
    blocks = [_lines(head)]
    for name, content in tables.items():
        if isinstance(content, Mapping):
            blocks.append(f"[{name}]\n{_lines(content)}")
        else:
            blocks += [f"[[{name}]]\n{_lines(row)}" for row in content]
    return "\n".join(blocks)


def _lines(table: Table) -> str:
    return "".join(f"{key} = {literal(value)}\n" for key, value in table.items())
