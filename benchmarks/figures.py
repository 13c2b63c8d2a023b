"""The figures of `shared/measure`, read off what its scripts print, and compared with targets and floors; no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FIGURE = re.compile(r"(?:^|\s)(\w+)=(\d+(?:\.\d+)?)(?:/(\d+))?(?=\s|$)")
_YEARS = re.compile(r"'(right|wrong|undated)': (\d+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. More is better in every measure."""

    measure: str
    value: float
    target: float | None = None
    floor: float | None = None

    @property
    def broken(self) -> bool:
        """Whether the value lies under its floor; by a rounding error it does not."""
        return self.floor is not None and self.value < self.floor - 1e-9

    @property
    def reached(self) -> bool:
        """Whether the target is met; without a target it is."""
        return self.target is None or self.value >= self.target - 1e-9


def printed(output: str) -> dict[str, float]:
    """Every ``name=value`` of the lines that do not begin with white space; ``name=7/9`` is a share."""
    found: dict[str, float] = {}
    for line in output.splitlines():
        if line[:1].isspace():
            continue
        for name, value, of in _FIGURE.findall(line):
            found[name] = float(value) / max(1, int(of)) if of else float(value)
    return found


def years_ratio(output: str) -> float:
    """How many years `militants.py` found right for each one wrong; with none wrong, how many right."""
    years = {name: int(count) for name, count in _YEARS.findall(output)}
    return years.get("right", 0) / max(1, years.get("wrong", 0))


def rows(values: Mapping[str, float], targets: Mapping[str, float], floors: Mapping[str, float]) -> list[Row]:
    """Values with their targets and floors, in the order of the values."""
    return [Row(name, value, targets.get(name), floors.get(name)) for name, value in values.items()]


def table(lines: list[Row]) -> str:
    """The rows in columns, with a remark on each that breaks its floor or misses its target."""
    head = f"{'measure':<28} {'value':>7} {'target':>7} {'floor':>7}"
    return "\n".join([head, *(_line(row) for row in lines)])


def _line(row: Row) -> str:
    remark = "BROKEN" if row.broken else "" if row.reached else "below target"
    numbers = (row.value, row.target, row.floor)
    columns = " ".join(f"{'' if number is None else f'{number:.3f}':>7}" for number in numbers)
    return f"{row.measure:<28} {columns}  {remark}".rstrip()
