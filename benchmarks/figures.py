"""What a measurement found, and the table that shows it beside its bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    yardsticks: Mapping[str, float] = field(default_factory=dict)
    """Others by name, measured in the same run and the same unit: shown, and bound to nothing."""
    at_least: bool = False
    """Whether the measuring stopped before the value was reached."""
    floor: bool = False
    """Whether the bound is the least that the value may be."""

    @property
    def ratio(self) -> float | None:
        return self.value / self.beside if self.beside else None

    @property
    def holds(self) -> bool:
        """Whether the bound, if there is one, holds."""
        if self.bound is None:
            return True
        measured = self.value if self.ratio is None else self.ratio
        return measured >= self.bound if self.floor else measured <= self.bound


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` % of `values` do not exceed, interpolated between two."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[percent - 1]


HEADINGS = ("what", "measured", "beside", "ratio", "bound", "")


def amount(value: float, unit: str) -> str:
    """A value with its unit; bytes are whole."""
    return f"{value:,.0f} {unit}" if unit == "B" else f"{value:.2f} {unit}"


def cells(figure: Figure) -> tuple[str, ...]:
    """A figure as a row of the table, without its yardsticks."""
    return (
        figure.what,
        ("> " if figure.at_least else "") + amount(figure.value, figure.unit),
        "" if figure.beside is None else amount(figure.beside, figure.unit),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.bound is None else f"{'≥ ' * figure.floor}{figure.bound:,g}",
        "" if figure.bound is None else _verdict(figure),
    )


def _verdict(figure: Figure) -> str:
    if figure.holds:
        return "holds"
    return "TOO LITTLE" if figure.floor else "EXCEEDED"


def yardstick(figure: Figure, name: str) -> str:
    """What another needs, and the part of that which the figure is."""
    value = figure.yardsticks.get(name)
    if value is None:
        return ""
    ratio = f" ({figure.value / value:.2g})" if value else ""
    return amount(value, figure.unit) + ratio


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns: names to the left, numbers to the right; no column is empty."""
    names = list(dict.fromkeys(name for figure in figures for name in figure.yardsticks))
    heads = (*HEADINGS, *(f"{name} (ratio)" for name in names))
    rows = [(*cells(one), *(yardstick(one, name) for name in names)) for one in figures]
    columns = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number == 0 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in zip(*columns, strict=True)
    )
