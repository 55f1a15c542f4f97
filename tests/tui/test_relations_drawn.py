"""The relationships as a map and a matrix, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.queries.views import Claim
from tests.shipped import FOLDER
from tests.tui.explore import exploring
from tests.tui.scoped import shown_library

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.tui.widgets.drawing.picture import Picture
    from sahel_tui.tui.widgets.drawing.searched_pane import SearchedPane
    from tests.tui.explore import Explorer

COUPS = FOLDER / "2022-07-31-malis-two-coups.toml"
SIZES = [(40, 10), (80, 24), (140, 45)]


def pane_of(explorer: Explorer) -> SearchedPane[object]:
    return explorer.screen.ties_pane


async def drawn(explorer: Explorer, view: str) -> Picture:
    """The drawing, once it is there."""
    pane = pane_of(explorer)
    await explorer.until(lambda: pane.view == view and pane.drawing is not None)
    await explorer.until(lambda: pane.picture is not None and not pane.is_working)
    await explorer.pilot.pause()
    assert pane.picture is not None
    return pane.picture


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_goes_from_list_to_map_to_matrix_and_back(size: tuple[int, int]) -> None:
    async with exploring(COUPS, *size) as explorer:
        await explorer.counted()
        await explorer.press("R", "j")
        before, panes = explorer.text, explorer.shown_panes
        claim = pane_of(explorer).current_claim
        for view in ("map", "matrix"):
            await explorer.press("m")
            picture = await drawn(explorer, view)
            assert explorer.shown_panes.keys() == panes.keys() & {"relations", "source"}
            assert picture.edge is not None
            assert explorer.screen.state.claim == Claim("relation", picture.edge.at.id) == claim
        await explorer.press("m")
        await explorer.until(lambda: explorer.text == before)


async def test_the_way_back_marks_the_centre_in_the_drawing_too() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")

        def marked() -> str:
            """Who has a `●` beside the name, below the heading."""
            (line,) = [one for one in pane_of(explorer).lines if "●" in one.plain]
            return line.plain.partition("●")[2]

        first = picture.names[pane_of(explorer).centre_id]
        assert marked().startswith(first)
        await explorer.press("right", "down", "right")
        other = picture.names[picture.node]
        assert other != first
        await explorer.press("enter")
        assert marked().startswith(other)
        assert f"● {other}" in pane_of(explorer).heading().plain
        await explorer.press("backspace")
        assert f"● {first}" in pane_of(explorer).heading().plain
        assert marked().startswith(first)


async def test_arrows_go_from_actor_to_actor_and_tab_through_its_relations() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        seen = {picture.node}
        for key in [*"llljjjhhhkkk", *["right", "down", "left", "up"] * 3]:
            await explorer.press(key)
            seen.add(picture.node)
        assert len(seen) > 5
        edges = list(picture.around)
        gone = []
        for _ in edges:
            await explorer.press("tab")
            gone.append(picture.edge)
            assert explorer.screen.state.claim is not None
            assert picture.edge is not None
            assert explorer.screen.state.claim.id == picture.edge.at.id
        assert sorted(map(id, gone)) == sorted(map(id, edges))


async def test_enter_puts_an_actor_in_the_centre_and_backspace_comes_back() -> None:
    async with exploring(COUPS) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        before = explorer.screen.state.centre
        await explorer.press("slash")
        await explorer.type("bah")
        await explorer.press("enter", "enter")
        node = picture.node
        assert node != before
        assert explorer.screen.state.centre == node
        assert "● Bah N’Daw" in explorer.text
        await explorer.press("escape", "backspace")
        assert explorer.screen.state.centre == before


async def test_what_is_typed_goes_to_an_actor_and_escape_goes_back() -> None:
    async with exploring(COUPS) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        before = picture.node
        await explorer.press("slash")
        await explorer.type("ndaw")
        assert picture.names[picture.node] == "Bah N’Daw"
        await explorer.press("escape")
        assert picture.node == before


@pytest.mark.parametrize("view", ["map", "matrix"])
async def test_escape_goes_back_though_the_relation_is_shown_no_more_by_then(view: str) -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        await explorer.press("R", "m", *(["m"] if view == "matrix" else []))
        before = await drawn(explorer, view)
        edges = before.shown.graph.edges
        stay = {node for one in edges if one.sign == 1 for node in (one.source, one.target)}
        edge = next(one for one in edges if one.sign != 1 and one.source in stay)
        assert before.go_to(edge.source, edge)
        await explorer.press("slash")
        explorer.screen.take_typed("narrow", "sign:+")  # as a library that changes meanwhile
        await explorer.until(lambda: pane_of(explorer).picture is not before)
        picture = await drawn(explorer, view)
        await explorer.press("escape")
        assert picture.edge is None or picture.edge in picture.around
        assert picture.node == edge.source


async def test_a_cell_of_a_matrix_is_told_in_words_and_its_relations_are_gone_through() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        await explorer.press("R", "m", "m")
        picture = await drawn(explorer, "matrix")
        picture.go_to("ecowas")
        await explorer.press("slash")
        await explorer.type("ecowas")
        await explorer.press("enter", "escape")
        names = picture.names
        assert f"{names[picture.node]} → {names[picture.other]}: " in explorer.text
        edges = list(picture.around)
        assert len(edges) > 1
        for key in ("enter", "tab"):
            at = edges.index(picture.edge)  # type: ignore[arg-type]
            await explorer.press(key)
            assert picture.edge == edges[(at + 1) % len(edges)]


async def test_a_filter_hides_the_same_in_list_map_and_matrix() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        pane = pane_of(explorer)
        await explorer.press("R", "F")
        await explorer.type("sign:- status:asserted")
        await explorer.press("enter")
        await explorer.until(lambda: bool(pane.narrowing))
        shown = explorer.screen._shown
        assert shown is not None
        held = {edge.at.id for edge in shown.graph.edges}
        assert {row.relation.id for row in pane.rows} <= held  # type: ignore[attr-defined]
        assert all(edge.sign == -1 for edge in shown.graph.edges)
        words = f"{len(explorer.screen.view.relations) - len(held)} hidden"
        assert words in explorer.text
        for view in ("map", "matrix"):
            await explorer.press("m")
            picture = await drawn(explorer, view)
            assert {edge.at.id for edge in picture.shown.graph.edges} == held
            assert words in explorer.text
        await explorer.press("escape")
        await explorer.until(lambda: not pane.narrowing)


async def test_as_of_a_date_and_to_the_next_change() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        pane = pane_of(explorer)
        await explorer.enter("june 2021", "R", "t")
        await explorer.until(
            lambda: "as of 2021-06: 1 certain, 11 possible, 8 not" in explorer.text
        )
        assert "possibly" in explorer.text
        await explorer.press("]")
        await explorer.until(lambda: "as of 2021-12-01" in explorer.text)
        await explorer.press("[", "[")
        await explorer.until(lambda: "as of 2021-06-0" in explorer.text)
        await explorer.press("m")
        await drawn(explorer, "map")
        assert "?" in explorer.text
        await explorer.press("t", *["backspace"] * 20, "enter")
        await explorer.until(lambda: not pane.narrowing)


async def test_what_is_no_date_and_no_filter_is_said_and_can_be_mended() -> None:
    async with exploring(COUPS) as explorer:
        await explorer.enter("soon", "R", "t")
        assert "'soon' is no date" in explorer.text
        await explorer.enter("2021", *["backspace"] * 4)
        await explorer.until(lambda: "as of 2021:" in explorer.text)
        await explorer.enter("colour:red", "F")
        assert "is no filter" in explorer.text
        await explorer.press("escape")
        assert not explorer.screen.is_typing


async def test_a_contested_relation_is_one_in_each_form_and_its_sides_are_one_key_away() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        await explorer.press("R", "j")
        assert "contested" in explorer.text
        for view in ("map", "matrix"):
            await explorer.press("m")
            picture = await drawn(explorer, view)
            assert picture.edge is not None
            assert picture.edge.contested
            assert "contested" in explorer.text
            assert "!" in explorer.text
        said = set()
        for _ in range(4):
            said |= {
                word for word in ("supports", "disputes") if word in explorer.line(" passage ")
            }
            await explorer.press("n")
        assert said == {"supports", "disputes"}


async def test_the_library_is_drawn_and_what_is_selected_stands_beside() -> None:
    async with exploring(FOLDER, 140, 45) as explorer:
        await explorer.press("R")
        screen = await shown_library(explorer)
        pane = screen.ties_pane
        await explorer.press("m")
        await explorer.until(lambda: pane.view == "matrix" and pane.picture is not None)
        await explorer.press("m")
        await explorer.until(lambda: pane.view == "map" and pane.picture is not None)
        assert "actors and" in explorer.text
        assert "more: see the matrix" in explorer.text
        await explorer.press("tab")
        picture = pane.picture
        assert picture is not None
        await explorer.until(
            lambda: picture.edge is not None and picture.edge.at.brief in explorer.text
        )
        await explorer.press("m")
        await explorer.until(lambda: pane.view == "list" and pane.current is not None)


@pytest.mark.parametrize("path", [COUPS, FOLDER])
async def test_alone_on_a_wide_screen_the_map_stands_beside_the_list(path: Path) -> None:
    async with exploring(path, 140, 45) as explorer:
        await explorer.press("R")
        if path is FOLDER:
            await shown_library(explorer)
        await explorer.press("z")
        await explorer.until(lambda: "●Mali◀" in explorer.text)
        before = explorer.text
        await explorer.press("j", "j")
        await explorer.until(lambda: "●Mali◀" in explorer.text and explorer.text != before)
        await explorer.press("z")
        await explorer.until(lambda: "●Mali◀" not in explorer.text)


async def test_what_is_not_under_the_cursor_is_not_told() -> None:
    async with exploring(COUPS, 80, 24) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        assert f"1/{explorer.screen.ties_pane.count()} " not in explorer.text
        await explorer.press("m")
        picture = await drawn(explorer, "matrix")
        for key in ("right", "left", "down", "up") * 3:
            if picture.edge is None:
                break
            await explorer.press(key)
        assert picture.edge is None
        assert "no relation is selected" in explorer.text
        await explorer.press("y")
        assert "There is nothing to copy here." in explorer.text
