"""A claim in an index is marked as high as in its brief: with what it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.index.library import open_library
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.index.scope import ScopeIndex
from sahel_tui.index.scope_rows import Events
from sahel_tui.index.updating import update_index
from sahel_tui.library_reading import rows_of_readings
from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = """\
format = "sahel-brief/1"
[brief]
id = "b"
title = "t"
published = "2023"
marking = "TLP:CLEAR"
[[source]]
id = "main"
text = "The army met the envoy."
marking = "TLP:RED"
[[point]]
id = "p"
text = "They met."
kind = "fact"
marking = "TLP:CLEAR"
evidence = ["The army met the envoy"]
[[actor]]
id = "army"
name = "army"
[[actor]]
id = "envoy"
name = "envoy"
[[relation]]
id = "r"
source = "army"
target = "envoy"
type = "allied-with"
marking = "TLP:CLEAR"
evidence = ["The army met the envoy"]
[[event]]
id = "e"
title = "They meet"
date = "2023"
type = "agree"
marking = "TLP:CLEAR"
evidence = ["The army met the envoy"]
"""


def test_a_claim_is_marked_as_what_it_quotes(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "sahel.toml").write_text('marking_order = ["TLP:CLEAR", "TLP:RED"]\n')
    (library / "b.toml").write_text(BRIEF)
    update_index(library, tmp_path / "index")
    read = rows_of_readings([read_brief(library / "b.toml")])
    with open_library(library, tmp_path / "index") as index:
        rows = IndexRows(index)
        assert [one.marking for one in rows.events()] == ["TLP:RED"]
        assert [one.marking for one in rows.relations()] == ["TLP:RED"]
        point = rows.point("b", "p")
        assert point is not None
        assert [point.marking] == ["TLP:RED"]
        scope = ScopeIndex(index)
        events = Events(scope)
        keys = [key for batch in events.keys() for key in batch]  # noqa: SIM118 - no mapping
        assert [one.marking for one in events.rows(keys)] == ["TLP:RED"]
        scope.close()
    assert [one.marking for one in read.events()] == ["TLP:RED"]
