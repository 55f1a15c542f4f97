"""The settings that hold, as a configuration that says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sahel_tui.config import shipped_briefs
from sahel_tui.config.keymap import effective as effective_keys
from sahel_tui.config.values import AUTO, VALUES
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.config import Effective


def toml_lines(found: Effective) -> Iterator[str]:
    """Every key with its value, and a comment on where that is from."""
    for name in VALUES:
        value = getattr(found.settings, name)
        yield from _line(name, AUTO if name == "ascii" and value is None else value, found)
    yield ""
    yield "[keymap]"
    changed = {name: tuple(keys.split(",")) for name, keys in found.settings.keymap}
    for name, keys in effective_keys(changed).items():
        one = found.said.get(f"keymap.{name}")
        origin = one.origin if one else "default"
        yield f"{_text(name)} = {_value(list(keys))}  # {safe(origin)}"


def _line(name: str, value: Any, found: Effective) -> Iterator[str]:
    if name == "library" and value == shipped_briefs():
        # not its path: that may be another one once the program is updated
        yield f'library = ""  # {safe(_origin(name, found))}: {safe(str(value))}'
        return
    if isinstance(value, str) or value is None or isinstance(value, bool):
        text = _value(value)
    else:
        text = _value(str(value.absolute()))
    if re.search(r"[\ud800-\udfff]", str(value)):
        yield f"# {name}: the path is not UTF-8, which TOML cannot hold: {safe(str(value))}"
        return
    yield f"{name} = {text}  # {safe(_origin(name, found))}"


def _origin(name: str, found: Effective) -> str:
    if name in found.asked:
        no = "no-" if found.asked[name] is False else ""
        return f"option --{no}{name.replace('_', '-')}"
    if name in found.environment:
        return f"environment {found.environment[name]}"
    return found.said[name].origin if name in found.said else "default"


def _value(value: str | bool | list[str] | None) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_text, value))}]"
    return _text(value or "")


def _text(value: str) -> str:
    """A TOML text in which nothing is left that a terminal would obey or hide."""
    return f'"{"".join(map(_character, value))}"'


def _character(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    if one == safe(one):
        return one
    return f"\\u{ord(one):04x}" if ord(one) < 0x10000 else f"\\U{ord(one):08x}"
