"""Items, some of which are open and have items of their own below them."""

from __future__ import annotations

Path = tuple[int, ...]
"""Which item of all, which of those below it, and so on."""


class Outline:
    """Nothing is written out: as many items as there are may lie below one."""

    def __init__(self, count: int) -> None:
        self.count = count
        """Items, without those below them."""
        self._below: dict[int, Outline] = {}

    def __len__(self) -> int:
        return self.count + sum(len(below) for below in self._below.values())

    def path(self, place: int) -> Path:
        """What stands at a place, counted from the first."""
        for number in sorted(self._below):
            if place <= number:
                break
            below = self._below[number]
            if place <= number + len(below):
                return (number, *below.path(place - number - 1))
            place -= len(below)
        return (place,)

    def place(self, path: Path) -> int:
        """Where an item stands; those above it have to be open."""
        number, *rest = path
        before = sum(len(below) for other, below in self._below.items() if other < number)
        inside = 1 + self._below[number].place(tuple(rest)) if rest else 0
        return number + before + inside

    def below(self, path: Path) -> Outline | None:
        """What stands below an item; None where it is not open."""
        number, *rest = path
        found = self._below.get(number)
        return found.below(tuple(rest)) if found is not None and rest else found

    def open(self, path: Path, count: int) -> None:
        """Have so many items below one."""
        self._above(path)[path[-1]] = Outline(count)

    def fold(self, path: Path) -> None:
        """Have none below it."""
        self._above(path).pop(path[-1], None)

    def _above(self, path: Path) -> dict[int, Outline]:
        outline = self
        for number in path[:-1]:
            outline = outline._below[number]
        return outline._below
