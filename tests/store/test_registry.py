"""What a library gives to its briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError
from sahel_tui.store.library import load_library
from sahel_tui.store.loader import LoadedBrief, load_brief

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

LIBRARY = """marking_order = ["open", "closed"]
[[relation_type]]
name = "bombards"
sign = -1
inverse = "bombarded by"
[[actor]]
id = "aes"
name = "Alliance of Sahel States"
[[actor]]
id = "mali"
name = "Republic of Mali"
part_of = "aes"
[[actor]]
id = "togo"
name = "Togo"
[[place]]
id = "ber"
name = "Ber"
"""
RELATION = """
[[actor]]
id = "niger"
name = "Niger"
[[relation]]
source = "niger"
target = "mali"
type = "bombards"
[[event]]
title = "A raid"
date = 2023-08-12
place = "ber"
"""


def in_library(write_brief: WriteBrief, text: str) -> LoadedBrief:
    path = write_brief(text, **{"sahel.toml": LIBRARY})
    return load_brief(path, load_library(path.parent / "sahel.toml"))


def test_a_brief_has_the_actors_of_the_registry_that_it_refers_to(
    write_brief: WriteBrief, smallest: str
) -> None:
    loaded = in_library(write_brief, smallest + RELATION)
    assert list(loaded.actors) == ["niger", "mali", "aes"]
    assert loaded.actors["mali"].name == "Republic of Mali"
    assert loaded.places["ber"].name == "Ber"
    assert loaded.relation_types["bombards"].sign == -1
    assert loaded.relation_types["fights"].sign == -1
    assert loaded.marking_order == ("open", "closed")


def test_a_briefs_own_actor_stands_before_the_registrys(
    write_brief: WriteBrief, smallest: str
) -> None:
    own = "[[actor]]\nid = 'mali'\nname = 'Mali'\n"
    loaded = in_library(write_brief, smallest + own + RELATION)
    assert loaded.actors["mali"].name == "Mali"
    assert "aes" not in loaded.actors, "only the registry's Mali is part of it"


def test_without_the_library_the_same_brief_refers_to_nothing(
    write_brief: WriteBrief, smallest: str
) -> None:
    with pytest.raises(BriefError) as caught:
        load_brief(write_brief(smallest + RELATION))
    assert [one.key for one in caught.value.diagnostics] == [
        "relation[1].target",
        "relation[1].type",
    ]


def test_an_actor_named_by_its_name_gets_its_id_as_the_hint(
    write_brief: WriteBrief, smallest: str
) -> None:
    text = smallest + RELATION.replace('"mali"', '"republic of mali"')
    with pytest.raises(BriefError) as caught:
        in_library(write_brief, text)
    assert caught.value.diagnostics[0].hint == "did you mean `mali`?"


def test_a_cycle_through_the_library_is_an_error_of_the_brief(
    write_brief: WriteBrief, smallest: str
) -> None:
    text = smallest + '[[actor]]\nid = "aes"\nname = "AES"\npart_of = "mali"\n'
    with pytest.raises(BriefError) as caught:
        in_library(write_brief, text)
    (one,) = caught.value.diagnostics
    assert (one.line, one.key, one.code) == (17, "actor[1].part_of", "part-of-itself")
    assert "`aes` → `mali` → `aes`" in one.message
