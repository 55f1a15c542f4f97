"""Classes of widgets, screens and apps that Textual makes ready in a tenth of the time."""

from __future__ import annotations

from typing import Any, Generic

from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen

_PREFIXES = ("_compute_", "compute_")


class MadeQuickly:
    """To be inherited before a class of Textual's; what that has is looked at once.

    Textual looks at all that all of its ancestors have, for each class (Textual 8.2.8).
    """

    def __init_subclass__(cls, **options: Any) -> None:
        parents = [base for base in cls.__bases__ if issubclass(base, DOMNode)]
        others = {*cls.__bases__} - {*parents} - {Generic, MadeQuickly}
        # of these, what Generic has to do comes first, and then all that Textual does
        late = "__orig_bases__" in vars(cls) and issubclass(cls, App | Screen)
        if options or others or late or len(parents) != 1:
            super().__init_subclass__(**options)
            return
        super(DOMNode, cls).__init_subclass__()  # type: ignore[misc] # it is one of these
        _make(cls, parents[0])


def _make(cls: Any, parent: type[DOMNode]) -> None:
    """What `DOMNode.__init_subclass__` does, for a class with one parent."""
    own = vars(cls)
    reactives = {name: one for name, one in own.items() if isinstance(one, Reactive)}
    cls._reactives = parent._reactives | reactives
    cls._inherit_css = cls._inherit_bindings = cls._inherit_component_classes = True
    cls._css_type_name = cls.__name__
    cls._css_type_names = parent._css_type_names | {cls.__name__}
    computed = [name.lstrip("_")[8:] for name in own if name.startswith(_PREFIXES)]
    cls._computes = parent._computes.union(computed)
    cls._merged_bindings = parent._merged_bindings
    if "BINDINGS" in own:
        inherited = parent._merged_bindings.key_to_bindings if parent._merged_bindings else {}
        keys = inherited | BindingsMap(own["BINDINGS"]).key_to_bindings
        cls._merged_bindings = BindingsMap.from_keys(keys)
