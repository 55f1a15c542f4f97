"""Maps as they were when somebody looked at them; `python -m` this module prints them anew."""

from __future__ import annotations

from typing import Any

import pytest

from sahel_tui.render.graph.map import draw_map, place_map
from tests.queries.graph.graphs import edge, graph

JUNTAS = graph(
    "mali + niger",
    "niger - ecowas",
    "ecowas 0 mali",
    edge("mali - jnim", contested=True),
    "mali + jnim",
)
PARTS = graph(
    *("russia + wagner", "wagner + mali", "jnim - mali", "jnim - wagner", "algeria 0 mali"),
    alone=["turkey", "france"],
)
LOOKS: dict[str, tuple[Any, tuple[int, int], dict[str, Any]]] = {
    "juntas": (
        JUNTAS,
        (44, 9),
        {"centre": "mali", "cursor": "jnim", "selected": ("mali", "niger")},
    ),
    "parts": (PARTS, (56, 14), {"cursor": "mali"}),
}


def drawn(name: str, ascii_only: bool) -> str:
    given, size, look = LOOKS[name]
    lines = draw_map(place_map(given, *size), **look, ascii_only=ascii_only)
    return "\n".join(line.plain.rstrip() for line in lines).strip("\n")


KEPT = {
    ("juntas", False): r"""
             Ecowas
             ⠃     ⠂
             ⢰      ⢁
             ⠈       ⠄           ▶Jnim◀
              ⡇       ⠂    ±2!⠄⠂⠉
              ⡀      ⣠●Mali ⠉
              ⠣  ⣠⡴⠞⠋⠁
          Niger ↙⠁
""",
    ("juntas", True): r"""
             Ecowas
             -     .
             -      .
             -      .            >Jnim<
              -      .     x2!x x
              -      #*Mali x
              -  #####
          Niger <#
""",
    ("parts", False): r"""
                                             France
  Russia
       ⢸                        Algeria
       ⢸                       ⠐
       ⢸      Jnim            ⢀⠁
       ⢸      ⠃   ⠘           ⠄
       ⡸     ⢰      ⠰⡀       ⠂
       ⡇     ⠈       ⠈      ⡈
       ⡇     ⡇         ▶Mali◀
       ⡇     ⡀     ⣀⠤⠒⠉
       ⡇    ⠠⠃ ⣀⠤⠒⠉
       Wagner ⠉

                                              Turkey
""",
    ("parts", True): r"""
                                             France
  Russia
       +                        Algeria
       +                       .
       +      Jnim             .
       +      -   -           .
       +     -      -        .
       +     -       - -    .
       +     -         >Mali<
       +     -      + +
       +     -  + +
       Wagner +

                                              Turkey
""",
}


@pytest.mark.parametrize(("name", "ascii_only"), KEPT)
def test_a_map_is_as_it_was(name: str, ascii_only: bool) -> None:
    assert drawn(name, ascii_only) == KEPT[name, ascii_only].strip("\n")


if __name__ == "__main__":
    for name, ascii_only in KEPT:
        print(f"{name}, {'ASCII' if ascii_only else 'braille'}\n{drawn(name, ascii_only)}\n")
