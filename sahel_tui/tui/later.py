"""What others import at their top, and use, if at all, long after the first screen.

Each of these modules is stood in for until something of it is wanted. What a stand-in doesn't know
by name loads the real module at once, so a wrong guess costs time and nothing else.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # as typing has it, without the time that its import takes
if TYPE_CHECKING:
    from typing import Any

CALLED_LATER = {
    "base64": (),  # pydantic: bytes that are written as text
    "difflib": ("get_close_matches",),  # textual.suggestions: a style sheet's mistakes
    "importlib.metadata": ("entry_points",),  # pydantic: its plug-ins
    "mimetypes": (),  # textual.app: files for a browser
    "pydantic.json_schema": (  # pydantic: schemas for others
        *("DEFAULT_REF_TEMPLATE", "GenerateJsonSchema", "JsonSchemaMode", "JsonSchemaValue"),
        *("PydanticJsonSchemaWarning", "model_json_schema"),
    ),
    "rich.panel": ("Panel",),  # textual.css: its mistakes, again
    "rich.table": ("Table",),  # textual.design: its own colours, printed
    "rich.tree": ("Tree",),  # textual.dom: a look at all widgets
    "secrets": (),  # pydantic: comparing what must not be told
    "tempfile": ("gettempdir",),  # platformdirs: a runtime folder
    "textual.command": (  # textual.app, textual.theme: the palette of commands
        *("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider"),
        "SimpleProvider",
    ),
    "textual.markup": ("parse_style",),  # textual.css: text with tags
    "textual.pilot": ("Pilot",),  # textual.app: an app that is driven by a program
    "uuid": ("UUID", "uuid4"),  # pydantic; textual.notifications: a notice's identity
    "zoneinfo": ("ZoneInfo", "ZoneInfoNotFoundError"),  # pydantic: zones of time
}
"""The functions and classes that are called later, and what goes with them, by their module."""
BASES_LATER = {"Provider"}
"""Classes that others are made of by then; what these inherit is there once it is loaded."""
FOUND_ELSEWHERE = {"textual.types": "textual._types", "typing_extensions": "typing"}
"""Modules that gather names, with every widget or for every Python: most are in the other one."""
_NEWER = {"TypeVar", "TypeVarTuple"}
"""Names that can do more than those of the other one."""


def put_off() -> None:
    """Stand in for them, where they are not loaded yet."""
    for name, called in CALLED_LATER.items():
        sys.modules.setdefault(name, _StandIn(name, called))
    for name, other in FOUND_ELSEWHERE.items():
        sys.modules.setdefault(name, _StandIn(name, (), other))
    # asyncio does without, as on a Python that was built so: nothing here opens a connection
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]


class _StandIn(ModuleType):
    """A module that loads the real one when a name is wanted that it doesn't have."""

    def __init__(self, name: str, called: tuple[str, ...], other: str = "") -> None:
        super().__init__(name)
        names = [_Name(self, one) for one in called]
        self.__dict__.update(_other=other, _names=names, **dict(zip(called, names, strict=True)))

    def __getattr__(self, wanted: str) -> Any:
        if wanted[:2] == "__":  # asked of every module by those who look through all of them
            raise AttributeError(wanted)
        from importlib import import_module

        if (
            self._other
            and wanted not in _NEWER
            and hasattr(other := import_module(self._other), wanted)
        ):
            return getattr(other, wanted)
        loading = sys.modules.get(self.__name__) is self
        if loading:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        if loading:
            for name in self._names:
                name.give_bases(module)
        return getattr(module, wanted)


class _Name:
    """A function or class of such a module; it is the real one to whoever calls or asks it."""

    def __init__(self, module: _StandIn, name: str) -> None:
        self._module, self._name = module, name
        self._base: type | None = None
        """In the place of the real one, for a class that is made of it."""

    def _find(self) -> Any:
        return self._module.__getattr__(self._name)

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self._find()(*args, **options)

    def __getattr__(self, wanted: str) -> Any:
        if wanted[:2] == "__":  # asked of every type by typing, where it is part of another
            raise AttributeError(wanted)
        return getattr(self._find(), wanted)

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, self._find())

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        del bases
        module = self._module
        if self._name not in BASES_LATER or sys.modules.get(module.__name__) is not module:
            return (self._find(),)
        if self._base is None:
            from abc import ABC

            self._base = type(self._name, (ABC,), {})  # laid out as the real ones are
        return (self._base,)

    def give_bases(self, module: ModuleType) -> None:
        """The module has been loaded: classes that were made of its class inherit from now on."""
        if self._base is not None:
            real = getattr(module, self._name)
            heirs: list[type] = self._base.__subclasses__()
            for heir in heirs:
                heir.__bases__ = tuple(real if b is self._base else b for b in heir.__bases__)
