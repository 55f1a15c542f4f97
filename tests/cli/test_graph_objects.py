"""What `relations --structure --json` says of an actor; how wide what is printed is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli.graph_objects import actor_object
from sahel_tui.queries.graph.structure import Between, Degree
from tests.shipped import TREATY

if TYPE_CHECKING:
    from tests.cli.library import Command


@pytest.mark.parametrize(("sampled", "said"), [(0, None), (40, 40)])
def test_that_a_share_is_estimated_is_said_with_the_sample(sampled: int, said: int | None) -> None:
    one, share = Degree("mali", 0, 0, 0, 0, ()), Between("mali", 0.5, ())
    found = actor_object(one, share, {"mali": "Mali"}, sampled=sampled)
    assert (found["between"], found["between_sampled"]) == (0.5, said)


@pytest.mark.parametrize("how", ["--list", "--structure", "--map", "--matrix"])
def test_a_width_holds_however_relations_are_shown(command: Command, how: str) -> None:
    answer = command("relations", TREATY, how, "--width", "40")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 40
