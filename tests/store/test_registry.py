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
aliases = ["Malians", "Malian state"]
country = "MLI"
part_of = "aes"
[[actor]]
id = "togo"
name = "Togo"
[[place]]
id = "ber"
name = "Ber"
country = "MLI"
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


def test_a_briefs_own_actor_adds_to_the_registrys(write_brief: WriteBrief, smallest: str) -> None:
    own = "[[actor]]\nid = 'mali'\nname = 'Mali'\naliases = ['the junta', 'Malian state']\n"
    mali = in_library(write_brief, smallest + own + RELATION).actors["mali"]
    assert mali.name == "Mali", "what the brief says comes first"
    names = ["the junta", "Malian state", "Republic of Mali", "Malians"]
    assert [alias.name for alias in mali.aliases] == names
    assert (mali.country, mali.part_of) == ("MLI", "aes"), "what it does not say is the registry's"


def test_a_briefs_own_place_adds_to_the_registrys(write_brief: WriteBrief, smallest: str) -> None:
    own = "[[place]]\nid = 'ber'\nname = 'Bèr'\nlat = 16.5\n"
    place = in_library(write_brief, smallest + own + RELATION).places["ber"]
    assert (place.name, place.lat, place.country) == ("Bèr", 16.5, "MLI")


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


def test_a_cycle_through_what_the_library_adds_is_an_error_too(
    write_brief: WriteBrief, smallest: str
) -> None:
    own = '[[actor]]\nid = "aes"\nname = "AES"\npart_of = "mali"\n'
    own += '[[actor]]\nid = "mali"\nname = "Mali"\n'
    with pytest.raises(BriefError) as caught:
        in_library(write_brief, smallest + own)
    assert [one.code for one in caught.value.diagnostics] == ["part-of-itself"]


def test_a_cycle_through_the_library_is_an_error_of_the_brief(
    write_brief: WriteBrief, smallest: str
) -> None:
    text = smallest + '[[actor]]\nid = "aes"\nname = "AES"\npart_of = "mali"\n'
    with pytest.raises(BriefError) as caught:
        in_library(write_brief, text)
    (one,) = caught.value.diagnostics
    assert (one.line, one.key, one.code) == (17, "actor[1].part_of", "part-of-itself")
    assert "`aes` → `mali` → `aes`" in one.message
