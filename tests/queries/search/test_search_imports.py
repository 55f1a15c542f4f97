"""Searching loads nothing heavy: the screens start with it."""

from __future__ import annotations

import pytest

from tests.test_architecture import loaded_by, top_names


@pytest.mark.parametrize("module", ["parsing", "matching", "documents", "engines", "expressions"])
def test_searching_is_light(module: str) -> None:
    heavy = {"pydantic", "pydantic_core", "rich", "textual", "rapidfuzz", "tomli", "sqlite3"}
    loaded = loaded_by(f"import sahel_tui.queries.search.{module}")
    assert not heavy & top_names(loaded)
