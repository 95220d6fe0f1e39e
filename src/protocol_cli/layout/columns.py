"""Two columns on one page: a letterhead at the left with the addressees at the right, two marks of approval.

A line of pieces («Начальник управления        Л.А. Кошурникова», «Отв.: Иванов И.И.    Срок: 20.12») is no columns
and stays one row; so does a post of several lines with one name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from protocol_cli.layout.regions import (
    ADDRESS_WORD,
    APART,
    CONTACT,
    DASH,
    NAME,
    NEAR,
    TANGLED,
    Region,
    is_columns,
    opens_centred,
    tangles,
)
from protocol_cli.layout.strips import Strip

# In characters.
NARROWEST_CHANNEL = 1.0
LEAST_INDENT = 20.0
HANGING = 6.0
# In lines.
FAR = 3.3
MOST_ROWS = 60
SAME_SIZE = 0.85  # the smaller of two sizes of letters to the larger

SALUTATION = re.compile(r"(?:Много)?[Уу]важаем|УВАЖАЕМ|Дорог(?:ой|ая|ие)\b")


def part_columns(strips: list[Strip]) -> list[Strip]:
    """The strips of a page, which come from top to bottom, in reading order; those in columns say which."""
    ordered: list[Strip] = []
    place = regions = 0
    margin = min((strip.x0 for strip in strips if strip.cell is None), default=0.0)
    while place < len(strips):
        region = _find_region(strips, place, margin)
        if region is None:
            ordered.append(strips[place])
            place += 1
            continue
        regions += 1
        _add_tail(strips, region)
        head = _take_head(ordered, region)
        ordered.extend(_in_order(head, region, regions))
        place = region.end
    return _attach_lone_names(ordered)


def _find_region(strips: list[Strip], place: int, margin: float) -> Region | None:
    first = strips[place]
    if first.cell is not None or first.furniture or first.column:
        return None
    if place and _goes_on_beside(strips[place - 1], first):
        return None
    edges = [(margin, first.x0, False)] if first.x0 - margin >= LEAST_INDENT else []
    edges += [(before.x1, after.x0, True) for before, after in pairwise(first.runs)]
    for low, high, seen in edges:
        region = _grow(strips, place, low, high, seen=seen)
        if region is not None and is_columns(region) and not opens_centred(region, seen=seen):
            return region
    return None


def _goes_on_beside(above: Strip, strip: Strip) -> bool:
    """«Дементьева О.Ю.    – заместитель начальника» / «инспекции …»: the post in a list goes on under its first line."""
    post = above.runs[-1]
    listed = len(above.runs) > 1 and strip.y - above.y < NEAR and DASH.match(post.text) is not None
    below = strip.runs[-1]
    named = len(strip.runs) == 1 or strip.x0 == above.x0  # «Кулешова    – министр» / «Наталья Викторовна    образования»
    return listed and named and post.x0 - 1 <= below.x0 <= post.x0 + HANGING


def _grow(strips: list[Strip], place: int, low: float, high: float, *, seen: bool) -> Region | None:
    """The longest run of strips that leave a channel free between `low` and `high`, to the last with a right part."""
    rows: list[tuple[Strip, float, float]] = []
    last_right = last = strips[place].y
    for strip in strips[place : place + MOST_ROWS]:
        if strip.cell is not None or strip.furniture or strip.column or strip.y - last > FAR:
            break
        if SALUTATION.match(strip.text):
            break
        narrowed = _narrow(strip, low, high, seen=seen)
        if narrowed is None:
            break
        new_low, new_high = narrowed
        has_right = any(run.x0 >= new_high - 0.01 for run in strip.runs)
        if has_right and strip.y - last_right > FAR:
            break
        seen = seen or new_low > low
        low, high = new_low, new_high
        rows.append((strip, low, high))
        last = strip.y
        if has_right:
            last_right = strip.y
    count = max((i + 1 for i, (strip, _, edge) in enumerate(rows) if strip.x1 >= edge), default=0)
    if count < 2 and not (count and _addresses_alone(strips, place, rows[0])):
        return None
    low, high = rows[count - 1][1], rows[count - 1][2]
    return Region(low, high, [strip for strip, _, _ in rows[:count]], place + count)


def _addresses_alone(strips: Sequence[Strip], place: int, first: tuple[Strip, float, float]) -> bool:
    """Whether one line of an addressee stands beside a letterhead: «МИНИСТЕРСТВО ОБРАЗОВАНИЯ      Руководителям школ»."""
    strip, low, high = first
    left = [run for run in strip.runs if run.x1 <= low + 0.01]
    right = [run for run in strip.runs if run.x0 >= high - 0.01]
    if not left or len(right) != 1 or not ADDRESS_WORD.match(right[0].text) or not left[0].text.isupper():
        return False
    below = strips[place + 1 : place + 3]
    return len(below) > 1 and all(s.cell is None and s.x1 < high and s.y - strip.y < FAR for s in below)


def _add_tail(strips: list[Strip], region: Region) -> None:
    """Add the lines of the left column that go on under the end of the right one."""
    for strip in strips[region.end : region.end + MOST_ROWS]:
        step = strip.y - region.rows[-1].y
        if strip.cell is not None or strip.furniture or strip.x1 > region.high - NARROWEST_CHANNEL or step > FAR:
            break
        if step > NEAR and not CONTACT.search(strip.text):
            break
        region.low = max(region.low, strip.x1)
        region.rows.append(strip)
        region.end += 1


def _narrow(strip: Strip, low: float, high: float, *, seen: bool) -> tuple[float, float] | None:
    """The channel that is left when the strip's runs are on its two sides; None when a run lies across it.

    While no left side is `seen`, `low` is the page's margin: a run is of the right side in the right half only, since
    the lines of a letterhead are often centred.
    """
    for run in strip.runs:
        if run.x1 <= low or run.x0 >= high:
            continue
        if seen:
            at_left = high - run.x1 >= run.x0 - low
        else:
            at_left = run.x0 <= (low + high) / 2
        if at_left:
            low, seen = max(low, run.x1), True
        else:
            high = min(high, run.x0)
        if high - low < NARROWEST_CHANNEL:
            return None
    return low, high


def _take_head(ordered: list[Strip], region: Region) -> list[Strip]:
    """Take the lines of the left column that stand above the first line of the right one."""
    head: list[Strip] = []
    y = region.rows[0].y
    while ordered:
        strip = ordered[-1]
        if strip.cell is not None or strip.furniture or strip.column or strip.x1 > region.low + NARROWEST_CHANNEL:
            break
        if strip.x1 > region.high or y - strip.y > NEAR:
            break
        y = strip.y
        head.insert(0, ordered.pop())
    return head


def _in_order(head: list[Strip], region: Region, number: int) -> list[Strip]:
    groups = _groups(region)
    ordered = []
    for column, group in enumerate(groups, 1):
        strips = [*head, *group] if column == 1 else group
        rows = any(len(strip.runs) > 1 and _is_signature(strip) for strip in strips)
        for strip in strips:
            strip.column, strip.region = (0 if rows else column), number
            ordered.append(strip)
    return ordered


def _is_signature(strip: Strip) -> bool:
    return bool(NAME.match(strip.runs[-1].text))


def _groups(region: Region) -> list[list[Strip]]:
    """The columns of a region, left to right. A single line that stands on another column's baseline joins its row."""
    bands = _bands(region)
    columns: list[list[Strip]] = [[] for _ in bands]
    for strip in region.rows:
        for band, column in zip(bands, columns, strict=True):
            runs = [run for run in strip.runs if band[0] <= run.x0 and run.x1 <= band[1]]
            if runs:
                column.append(replace(strip, runs=runs))
    kept: list[list[Strip]] = []
    for column in columns:
        host = None
        if len(column) == 1 and len(columns) > 2:
            host = next((strip for other in kept for strip in other if strip.y == column[0].y), None)
        if host is not None:
            host.runs.extend(column[0].runs)
        else:
            kept.append(column)
    return kept


def _bands(region: Region) -> list[tuple[float, float]]:
    """The columns' edges: more than two where a tangled region has more white channels."""
    rights = [strip for strip in region.rows if region.right(strip)]
    lefts = [strip for strip in region.rows if region.left(strip)]
    if tangles(region, rights, lefts) < 2:
        return [(float("-inf"), region.low), (region.high, float("inf"))]
    spans = sorted((run.x0, run.x1) for strip in region.rows for run in strip.runs)
    bands = [spans[0]]
    for x0, x1 in spans[1:]:
        if x0 - bands[-1][1] >= NARROWEST_CHANNEL:
            bands.append((x0, x1))
        else:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
    return bands


def _attach_lone_names(strips: list[Strip]) -> list[Strip]:
    """A name that stands between the baselines of two lines of its post belongs to the nearer one."""
    kept: list[Strip] = []
    place = 0
    while place < len(strips):
        strip = strips[place]
        before = kept[-1] if kept else None
        after = strips[place + 1] if place + 1 < len(strips) else None
        if before is not None and after is not None and _stands_between(before, strip, after):
            host = before if strip.y - before.y < after.y - strip.y else after
            host.runs.extend(strip.runs)
        else:
            kept.append(strip)
        place += 1
    return kept


def _stands_between(before: Strip, strip: Strip, after: Strip) -> bool:
    return (
        len(strip.runs) == 1
        and strip.cell is None
        and before.cell is None
        and after.cell is None
        and before.column == strip.column == after.column
        and APART < strip.y - before.y < TANGLED
        and APART < after.y - strip.y < TANGLED
        and strip.x0 >= max(before.x1, after.x1) + NARROWEST_CHANNEL
        and _same_size(strip, before)
        and _same_size(strip, after)
    )


def _same_size(one: Strip, other: Strip) -> bool:
    if one.size is None or other.size is None:
        return True
    return min(one.size, other.size) >= SAME_SIZE * max(one.size, other.size)
