"""Tables of a text file set by spaces, with no signs between the cells: a heading of three columns or more tells of them.

In a text the first line of a row says to the character where the columns begin; on a page, and for lists of people,
`aligned_tables` goes by the headings.

№   Мероприятие                        Срок            Ответственный
1   Завершить ремонт кровли школы      до 25.08.2023   Отдел строительства
и представить акты                                 (Мухин А.Л.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_NUMBER_HEADING = re.compile(r"№|[Nn]$|п ?/ ?п")
_TASK = re.compile(r"мероприят|поручен|решени|задач|задани|содержан|вопрос|наименован|что сделать", re.IGNORECASE)
_ANSWER = re.compile(r"срок|ответств|исполнит|\bкто\b|\bкогда\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}[.)]?$")
_RULE = re.compile(r"[\s_=─━—–-]{5,}$")
_TOKEN = re.compile(r"\S+(?: \S+)*")  # two spaces part two cells
_HINT = re.compile(r"  \S")
_LONGEST_HEADING = 40  # characters
_HEADING_LINES = 4
FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
_BAR = re.compile(r"[|│┃║]")
FIRST_TABLE = 900_000  # numbers of such tables never meet those of other tables


@dataclass(frozen=True, slots=True)
class Part:
    """What a line says in one cell: `row` and `column` of the table, `start` and `end` in the line, half-open."""

    row: int
    column: int
    line: int
    start: int
    end: int


@dataclass(slots=True)
class SpacedTable:
    """A table: its `number`, the lines it takes (half-open) and what they hold, by rows and columns."""

    number: int
    first: int
    last: int
    parts: list[Part] = field(default_factory=list)


def spaced_tables(lines: Sequence[str]) -> list[SpacedTable]:
    """The tables set by spaces among the lines of a page, from top to bottom."""
    out: list[SpacedTable] = []
    at = 0
    while at < len(lines):
        table = _read(lines, at, FIRST_TABLE + len(out)) if _is_heading(lines[at]) else None
        if table is None:
            at += 1
            continue
        out.append(table)
        at = table.last
    return out


def _is_heading(line: str) -> bool:
    if not _HINT.search(line) or len(line) > 400 or len(_BAR.findall(line)) > 1:
        return False  # a table with bars is drawn, whatever its spaces
    cells = [m[0] for m in _TOKEN.finditer(line)]
    if len(cells) < FEWEST_COLUMNS or any(len(cell) > _LONGEST_HEADING for cell in cells):
        return False
    return any(_TASK.search(cell) for cell in cells) and any(_ANSWER.search(cell) for cell in cells)


def _read(lines: Sequence[str], at: int, number: int) -> SpacedTable | None:
    count = len(_TOKEN.findall(lines[at]))
    first = next((i for i in range(at + 1, min(len(lines), at + _HEADING_LINES + 3)) if _is_full(lines[i], count)), None)
    if first is None:
        return None
    starts = [m.start() for m in _TOKEN.finditer(lines[first])]
    numbered = _NUMBER_HEADING.match(lines[at].strip()) is not None
    table = SpacedTable(number, at, at)
    heading = [m.start() for m in _TOKEN.finditer(lines[at])]
    for line in range(at, first):
        _place(table, 0, line, lines[line], heading)
    row = filled = 0
    fresh = True
    for line in range(first, len(lines)):
        text = lines[line]
        if not text.strip() or _RULE.match(text):
            fresh = True
            continue
        tokens = [m.start() for m in _TOKEN.finditer(text)]
        opens = _NUMBER.match(text[: starts[1]].strip()) is not None if numbered else fresh or len(tokens) == count
        if not _fits(text, starts) or (fresh and not opens) or (numbered and not opens and tokens[0] < starts[1] - 1):
            break
        if opens:
            row += 1
            filled += len(tokens) >= FEWEST_COLUMNS - 1
        fresh = False
        _place(table, row, line, text, starts)
        table.last = line + 1
    return table if filled >= FEWEST_ROWS else None


def _is_full(line: str, count: int) -> bool:
    """Whether a line fills all columns: it is the first line of a row."""
    return not _RULE.match(line) and len(_TOKEN.findall(line)) == count


def _fits(line: str, starts: Sequence[int]) -> bool:
    """Whether a space stands before each column: nothing runs over a border."""
    return all(start - 1 >= len(line) or line[start - 1] == " " for start in starts[1:])


def _place(table: SpacedTable, row: int, line: int, text: str, starts: Sequence[int]) -> None:
    if _RULE.match(text):
        return
    edges = [0, *starts[1:], len(text)]
    for column in range(len(starts)):
        inner = text[edges[column] : edges[column + 1]]
        if row == 0:
            continue
        if kept := inner.strip():
            start = edges[column] + inner.index(kept[0])
            table.parts.append(Part(row, column, line, start, start + len(kept)))
    if row == 0:
        for m in _TOKEN.finditer(text):
            column = min(range(len(starts)), key=lambda i: abs(starts[i] - m.start()))
            table.parts.append(Part(0, column, line, m.start(), m.end()))
