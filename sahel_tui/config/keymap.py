"""The table `[keymap]`: binding ids and keys, and which of them clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.config.keys import BOUND, PLACES
from sahel_tui.config.spelling import KeyNameError, spelled, types_text
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sahel_tui.store.positions import KeyPath

EDITING = (
    *("left", "right", "home", "end", "backspace", "delete"),
    *(f"ctrl+{letter}" for letter in "acdekuvwx"),
)
"""Keys that edit what is typed: the prompt keeps them."""
_TYPING = ("prompt.", "finder.", "query.")
"""How the ids begin of what works while one types."""


class Remap(NamedTuple):
    """The keys of one id, and where they are written."""

    keys: tuple[str, ...]
    at: KeyPath


def read_keymap(table: Any) -> tuple[dict[str, Remap], list[Problem]]:
    """The ids of a `[keymap]` that is right, and what is wrong with the others."""
    if not isinstance(table, dict):
        from sahel_tui.store.complaints import wrong_type

        return {}, [wrong_type(("keymap",), table, "a table")]
    found: dict[str, Remap] = {}
    problems: list[Problem] = []
    nearest = Nearest()
    for binding_id, at, value in _entries(table, ("keymap",)):
        if binding_id not in BOUND:
            near = nearest.find(binding_id, BOUND)
            hint = f"did you mean `{near}`?" if near else "docs/keys.md lists them all"
            message = f"{quoted(binding_id)} is the id of no binding"
            problems.append(Problem(at, "unknown-binding", message, hint))
        elif binding_id in found:
            message = f"`{binding_id}` has keys already"
            problems.append(Problem(at, "duplicate-key", message, "keep one of the two"))
        else:
            keys, wrong = _keys(binding_id, at, value)
            problems += wrong
            if keys and not wrong:
                found[binding_id] = Remap(tuple(dict.fromkeys(keys)), at)
    return found, problems


def _entries(table: dict[str, Any], at: KeyPath) -> Iterator[tuple[str, KeyPath, Any]]:
    """Ids and values: `list.next` without quotes is a table within a table, and means the same."""
    for name, value in table.items():
        here = (*at, name)
        if isinstance(value, dict) and value and len(here) < 4:
            yield from _entries(value, here)
        else:
            yield ".".join(map(str, here[1:])), here, value


def _keys(binding_id: str, at: KeyPath, value: Any) -> tuple[list[str], list[Problem]]:
    listed_ = isinstance(value, list)
    values = list(enumerate(value)) if isinstance(value, list) else [(0, value)]
    if listed_ and not values:
        hint = 'name a key, such as `"f5"`, or take the line out'
        return [], [Problem(at, "no-key", f"`{binding_id}` would have no key", hint)]
    keys, problems = [], []
    for index, key in values:
        here = (*at, index) if listed_ else at
        try:
            keys.append(_key(binding_id, key))
        except KeyNameError as error:
            message = f"{quoted(key)}: {error}"
            problems.append(Problem(here, "unknown-key-name", message, error.hint))
        except TypeError:
            from sahel_tui.store.complaints import wrong_type

            what = "a key" if listed_ else "a key or a list of keys"
            problem = wrong_type((binding_id, *here[len(at) :]), key, what)
            hint = 'write `"n"`, or `["n", "down"]`'
            problems.append(problem._replace(at=here, hint=hint))
    return keys, problems


def _key(binding_id: str, key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError
    if "," in key and len(key) > 1:
        split = ", ".join(f'"{part.strip()}"' for part in key.split(","))
        raise KeyNameError("several keys are a list", f"write `[{split}]`")
    spelling = spelled(key)
    if binding_id.startswith(_TYPING) and (types_text(spelling) or spelling in EDITING):
        raise KeyNameError(
            "it is for typing and editing where this binding works", "name a key that types nothing"
        )
    if binding_id == "app.interrupt" and types_text(spelling):
        raise KeyNameError("it could not be typed any more", "name a key that types nothing")
    return spelling


def effective(keymap: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys of every binding."""
    defaults = {name: tuple(map(spelled, one.keys.split(","))) for name, one in BOUND.items()}
    return defaults | dict(keymap)


class Clash(NamedTuple):
    """Two bindings that one key would call."""

    first: str
    second: str
    key: str
    places: tuple[str, ...]


def clashes(keymap: Mapping[str, tuple[str, ...]]) -> list[Clash]:
    """Every pair of bindings that have a key in common where both work."""
    owners: dict[tuple[str, str], list[str]] = {}
    found: dict[tuple[str, str, str], list[str]] = {}
    for name, keys in effective(keymap).items():
        for place in BOUND[name].places:
            for key in keys:
                there = owners.setdefault((place, key), [])
                for other in there:
                    found.setdefault((other, name, key), []).append(place)
                there.append(name)
    return [Clash(*which, tuple(places)) for which, places in found.items()]


def clash_problem(clash: Clash, remapped: Mapping[str, Remap]) -> tuple[str, Problem]:
    """The id at whose place a clash is told, and the problem."""
    at = clash.second if clash.second in remapped else clash.first
    other = clash.first if at == clash.second else clash.second
    places = ", ".join(PLACES[place] for place in clash.places)
    message = f"`{at}` and `{other}` both have the key {quoted(clash.key)}, in {places}"
    hint = "give one of them another key"
    if other not in remapped:
        hint = f"`{other}` has it unless you change it: give that another key, too, or take another"
    return at, Problem(remapped[at].at, "key-clash", message, hint)
