"""Every key's action as a command, and the keys that work on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.config.keys import BOUND
from sahel_tui.tui.keymap import key_name, keys_of
from sahel_tui.tui.screens.panes import PanesScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual.binding import ActiveBinding
    from textual.screen import Screen

    from sahel_tui.tui.widgets.claim_list import ClaimList
    from sahel_tui.tui.widgets.line_view import LineView
    from sahel_tui.tui.widgets.reader_view import ReaderView


_ORDER = {binding_id: number for number, binding_id in enumerate(BOUND)}


class Command(NamedTuple):
    """What a key does on a screen."""

    words: str
    keys: str
    run: Callable[[], Coroutine[None, None, bool]]


def commands_here(screen: Screen[Any]) -> list[Command]:
    """What keys do on a screen, of the focused widget first; each action once.

    Keys that a user gave change nothing of the order.
    """
    found: dict[tuple[str, str], list[ActiveBinding]] = {}
    for active in sorted(screen.active_bindings.values(), key=_place):
        if active.enabled and active.binding.id:
            action = (active.binding.description, active.binding.action)
            found.setdefault(action, []).append(active)
    return [
        Command(words, " ".join(key_name(b.binding.key) for b in bindings), _runner(bindings[0]))
        for (words, _), bindings in found.items()
    ]


def _place(active: ActiveBinding) -> tuple[int, int]:
    """The innermost first, in the order of the table of bindings."""
    return -len(active.node.ancestors), _ORDER.get(active.binding.id or "", len(_ORDER))


def _runner(active: ActiveBinding) -> Callable[[], Coroutine[None, None, bool]]:
    node, action = active.node, active.binding.action
    return lambda: node.app.run_action(action, node)


def commands_elsewhere(screen: Screen[Any]) -> list[Command]:
    """What keys do in the panes without the focus; running one goes there first."""
    if not isinstance(screen, PanesScreen):
        return []
    panes: list[ClaimList[Any] | ReaderView] = [*screen.lists, screen.reader]
    return [
        Command(f"{pane.TITLE}: {binding.description}", keys, run)
        for pane in panes
        if pane is not screen.focused_pane
        for binding in vars(type(pane)).get("BINDINGS", ())
        for keys in [" ".join(map(key_name, keys_of(screen.app, binding.id)))]
        for run in [_runner_in(screen, pane, binding.action)]
    ]


def _runner_in(
    screen: PanesScreen, pane: LineView, action: str
) -> Callable[[], Coroutine[None, None, bool]]:
    def run() -> Coroutine[None, None, bool]:
        screen.focus_pane(pane.id or "")
        return screen.app.run_action(action, pane)

    return run
