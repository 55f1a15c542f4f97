"""What a measurement found, and the table that shows it beside its bound."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value."""

    what: str
    value: float
    unit: str
    bound: float | None = None
    """The most that `value` may be; the most that the ratio may be, where there is one."""
    beside: float | None = None
    """What it is compared with, measured in the same run and the same unit."""

    @property
    def ratio(self) -> float | None:
        return self.value / self.beside if self.beside else None

    @property
    def holds(self) -> bool:
        """Whether the bound, if there is one, holds."""
        measured = self.value if self.ratio is None else self.ratio
        return self.bound is None or measured <= self.bound


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` % of `values` do not exceed, interpolated between two."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[percent - 1]


HEADINGS = ("what", "measured", "beside", "ratio", "bound", "")


def cells(figure: Figure) -> tuple[str, ...]:
    """A figure as a row of the table."""
    return (
        figure.what,
        f"{figure.value:.2f} {figure.unit}",
        "" if figure.beside is None else f"{figure.beside:.2f} {figure.unit}",
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.bound is None else f"{figure.bound:g}",
        "" if figure.bound is None else ("holds" if figure.holds else "EXCEEDED"),
    )


def table(figures: Iterable[Figure]) -> str:
    """The figures in columns: names to the left, numbers to the right."""
    rows = [HEADINGS, *map(cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, len(widths) - 1) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
