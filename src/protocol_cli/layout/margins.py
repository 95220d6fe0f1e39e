"""What a row's neighbours tell: the margins of its column, whether it is centred, empty lines above it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from protocol_cli.layout.strips import Strip

CENTRE_SLACK = 2.0
LEAST_INDENT = 8.0
GOOD_PART = 0.2
# In lines of usual leading.
EXTRA = 0.65
LEAST_LEADING = 0.6
WINDOW = 6
ENOUGH = 3
MOST_LEADING = 2.2


def set_margins(strips: list[Strip]) -> None:
    """Fill `left`, `right` and `centered` of a page's strips."""
    for column in _columns(strips):
        left = _common_edge(column)
        right = max(strip.x1 for strip in column)
        middle = (min(*(strip.x0 for strip in column), left) + right) / 2
        for strip in column:
            strip.left, strip.right = left, right
            indented = strip.x0 - left >= LEAST_INDENT and right - strip.x1 >= LEAST_INDENT
            if indented and len(strip.runs) == 1 and abs((strip.x0 + strip.x1) / 2 - middle) <= CENTRE_SLACK:
                strip.centered = True


def _common_edge(column: list[Strip]) -> float:
    """The leftmost edge where a good part of the lines begin, or else the commonest one."""
    edges = Counter(round(strip.x0) for strip in column)
    near = {edge: edges[edge - 1] + count + edges[edge + 1] for edge, count in edges.items()}
    often = [edge for edge, count in near.items() if count >= len(column) * GOOD_PART]
    edge = min(often) if often else max(near, key=lambda edge: (near[edge], -edge))
    return min(strip.x0 for strip in column if abs(round(strip.x0) - edge) <= 1)


def _columns(strips: list[Strip]) -> list[list[Strip]]:
    columns: dict[tuple[int, int], list[Strip]] = {}
    for strip in strips:
        if strip.cell is None and not strip.furniture:
            key = (strip.region, strip.column) if strip.column else (0, 0)
            columns.setdefault(key, []).append(strip)
    return list(columns.values())


def set_blanks(strips: list[Strip], *, exact: bool) -> None:
    """Fill `blank_before` from the places of the strips of a page, which stand in reading order.

    `exact`: `y` numbers the lines of a text file. Else `y` is measured, and a gap counts as an empty line when it is
    wider by a third of the leading than the gaps around it.
    """
    previous: Strip | None = None
    lowest = 0.0
    steps = _usual_steps(strips) if not exact else {}
    for strip in strips:
        if strip.cell is not None:
            previous = None
            continue
        if previous is None or previous.furniture:
            strip.blank_before = 0  # a sentence may go on over the page's end
        elif strip.region == previous.region and strip.column == previous.column:
            strip.blank_before = _blanks(strip.y - previous.y, steps.get(id(strip), 1.0))
        elif strip.region == previous.region:
            strip.blank_before = 1  # the next column
        else:
            # After columns the whole width begins something new.
            strip.blank_before = max(int(previous.column > 0), _blanks(strip.y - lowest, 1.0))
        lowest = max(lowest, strip.y)
        previous = strip


def _blanks(step: float, leading: float) -> int:
    return max(0, int(step / leading - 1 + EXTRA))


def _usual_steps(strips: list[Strip]) -> dict[int, float]:
    """For each strip the leading around it, the least of the frequent steps: headers and texts have different ones."""
    found: dict[int, float] = {}
    for column in _columns(strips):
        steps = [after.y - before.y for before, after in pairwise(column)]
        for place, strip in enumerate(column[1:]):
            near = steps[max(0, place - WINDOW) : place + WINDOW + 1]
            counts = Counter(round(step, 1) for step in near if LEAST_LEADING <= step <= MOST_LEADING)
            frequent = [step for step, count in counts.items() if count >= ENOUGH]
            if frequent:
                found[id(strip)] = min(frequent)
    return found
