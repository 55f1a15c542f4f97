"""Classes that are made quickly are as Textual makes them."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.widget import Widget

import sahel_tui.tui
from sahel_tui.tui.made_quickly import MadeQuickly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

for _module in pkgutil.walk_packages(sahel_tui.tui.__path__, "sahel_tui.tui."):
    import_module(_module.name)


class Parent(MadeQuickly, Widget):
    BINDINGS: ClassVar[list[BindingType]] = [("a,b", "one", "One"), ("c", "two", "Two")]
    size_of_it = reactive(0)

    def compute_size_of_it(self) -> int:
        return 1


class Child(Parent):
    BINDINGS: ClassVar[list[BindingType]] = [("b", "three", "Three")]
    other = reactive(1)

    def _compute_other(self) -> int:
        return 2


class Beside:
    another = reactive(1)

    def compute_another(self) -> int:
        return 2


class Joined(Beside, Child):
    pass


class Alone(Child, inherit_bindings=False, inherit_css=False, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [("d", "four", "Four")]


class Below(Alone):
    pass


def heirs(of: type) -> Iterator[type[DOMNode]]:
    found: list[type] = of.__subclasses__()
    for one in found:
        if issubclass(one, DOMNode):
            yield one
        yield from heirs(one)


def made(one: Any) -> dict[str, object]:
    """What Textual finds out of a class."""
    return {
        "reactives": dict(one._reactives),
        "computes": one._computes,
        "names": (one._css_type_name, one._css_type_names),
        "inherits": (one._inherit_css, one._inherit_bindings, one._inherit_component_classes),
        "bindings": one._merged_bindings.key_to_bindings,
        "focus": (getattr(one, "can_focus", None), getattr(one, "can_focus_children", None)),
    }


@pytest.mark.parametrize(
    "one", sorted({*heirs(MadeQuickly)}, key=str), ids=lambda one: one.__name__
)
def test_it_is_as_textual_makes_it(one: Any) -> None:
    found = made(one)
    DOMNode.__init_subclass__.__func__(  # type: ignore[attr-defined]
        one,
        inherit_css=one._inherit_css,
        inherit_bindings=one._inherit_bindings,
        inherit_component_classes=one._inherit_component_classes,
    )
    assert made(one) == found


def test_keys_of_a_parent_stay_but_for_those_that_are_given_anew() -> None:
    merged = Child._merged_bindings
    assert merged is not None
    keys = {key: [one.action for one in found] for key, found in merged.key_to_bindings.items()}
    assert keys == {"a": ["one"], "b": ["three"], "c": ["two"]}
