"""Tables without lines: cells that only stand under their headings, in a text or on a page.

Told by a line of headings («№    Поручение    Ответственный    Срок») whose first column begins every row: numbers,
or the names of people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocol_cli.layout.strips import Run, Strip
from protocol_cli.readers.source import Cell

FIRST_TABLE = 20_000  # numbers of these tables never meet those of the reader or of drawn ones
TABLES_A_PAGE = 100
FEWEST_COLUMNS = 3
LONGEST_HEADING = 30  # characters
NEXT_LINE = 1.7  # lines between baselines inside a row
_GAP = re.compile(r" {2,}")
_HEADING = re.compile(
    r"срок|ответств|исполнит|поручен|решени|мероприят|задач|вопрос|ф\.? ?и\.? ?о|фамили|должност|организац|подпис",
    re.IGNORECASE,
)
_HEADS = tuple("№NФф")  # how the first heading begins
_NUMBER_HEADING = re.compile(r"(?:№|N)(?: ?п ?[/.]? ?п\.?)?\.?\Z")
_NAME_HEADING = re.compile(r"ф\.? ?и\.? ?о\.?\Z|фамилия", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]?(?=\s|\Z)")
_NUMBER_HEAD = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|(?:№|N)(?: ?п ?[/.]? ?п\.?)?) +(?=\S)")
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ]")
_NO_HEADING = re.compile(r"[:\d]")


def set_aligned(strips: list[Strip], page: int) -> list[Strip]:
    """The strips of a page with the lines of tables that only stand in columns parted into cells, line by line."""
    out: list[Strip] = []
    tables = place = 0
    while place < len(strips):
        found = _Table.headed_by(strips[place], FIRST_TABLE + page * TABLES_A_PAGE + tables)
        rows = _rows(strips, place + 1, found) if found is not None else []
        if found is None or not rows:
            out.append(strips[place])
            place += 1
            continue
        out.extend(found.cells(strips[place], found.heading, 0))
        last = strips[place].y
        row = 0
        for strip, pieces in rows:
            if pieces is None:
                out.append(strip)
                continue
            row += int(bool(pieces) and found.column(pieces[0]) == 0)
            out.extend(found.cells(strip, pieces, row, parted=strip.y - last > NEXT_LINE))
            last = strip.y
        tables += 1
        place += 1 + len(rows)
    return out


@dataclass(frozen=True, slots=True)
class _Table:
    """The headings of a table as found, and its number."""

    heading: list[Run]
    number: int
    numbered: bool  # the first column holds numbers, else names

    @classmethod
    def headed_by(cls, strip: Strip, number: int) -> _Table | None:
        """The table that a strip heads; None where it is no line of headings."""
        if strip.cell is not None or strip.furniture or strip.runs[0].text[:1] not in _HEADS:
            return None
        if len(strip.text) > FEWEST_COLUMNS * LONGEST_HEADING * 2 or any(bar in strip.text for bar in "|│┃║"):
            return None
        runs = _parted(strip, numbered=True)
        if len(runs) < FEWEST_COLUMNS or any(len(r.text) > LONGEST_HEADING or _NO_HEADING.search(r.text) for r in runs):
            return None
        numbered = bool(_NUMBER_HEADING.match(runs[0].text))
        if not numbered and not _NAME_HEADING.match(runs[0].text):
            return None
        return cls(runs, number, numbered) if sum(bool(_HEADING.search(run.text)) for run in runs) > 1 else None

    def column(self, run: Run) -> int:
        """The column under whose heading a run stands: that it shares most with, or else the nearest at its left."""
        if run.x0 <= self.heading[0].x1:
            return 0
        shares = [min(run.x1, head.x1) - max(run.x0, head.x0) for head in self.heading]
        best = max(range(len(shares)), key=lambda i: shares[i])
        if shares[best] > 0:
            return best
        return max((i for i, head in enumerate(self.heading) if head.x0 <= run.x0 + 1), default=0)

    def pieces(self, strip: Strip) -> list[Run]:
        """The runs of a line as the cells it has."""
        return _parted(strip, numbered=self.numbered, second=self.heading[1].x0)

    def cells(self, strip: Strip, pieces: Sequence[Run], row: int, *, parted: bool = False) -> list[Strip]:
        """The pieces of a line as strips of cells."""
        return [
            replace(strip, runs=[run], cell=Cell(self.number, row, self.column(run)), blank_before=int(parted))
            for run in pieces
        ]


def _parted(strip: Strip, *, numbered: bool, second: float | None = None) -> list[Run]:
    """The runs parted at gaps of two spaces, and after a number at the head of the line; `second` is the next column's edge."""
    out: list[Run] = []
    for run in strip.runs:
        cuts = _cuts(run.text, after_number=numbered and not out)
        scale = (run.x1 - run.x0) / max(1, len(run.text))
        at = 0
        for begin, end in [*cuts, (len(run.text), len(run.text))]:
            x0 = run.x0 + at * scale
            if second is not None and at and len(out) == 1:
                x0 = max(x0, min(second, run.x1 - 1))  # a page's run says only where it ends
            out.append(Run(run.text[at:begin], x0, run.x0 + begin * scale, run.start + at if run.start >= 0 else -1))
            at = end
    return out


def _cuts(text: str, *, after_number: bool) -> list[tuple[int, int]]:
    """The gaps at which a run falls to cells."""
    cuts = {gap.start(): gap.end() for gap in _GAP.finditer(text)}
    if after_number and (mark := _NUMBER_HEAD.match(text)) is not None:
        cuts[mark.end(1)] = mark.end()
    return sorted(cuts.items())


def _rows(strips: Sequence[Strip], place: int, table: _Table) -> list[tuple[Strip, list[Run] | None]]:
    """The lines of the table from `place` on, each with its pieces (None for a page's furniture between)."""
    out: list[tuple[Strip, list[Run] | None]] = []
    last: float | None = None
    for strip in strips[place:]:
        if strip.furniture:
            out.append((strip, None))
            continue
        if strip.cell is not None:
            break
        pieces = table.pieces(strip)
        begins = table.column(pieces[0]) == 0
        named = _NUMBER if table.numbered else _NAME
        if begins and not (named.match(pieces[0].text) and (len(pieces) > 1 or table.numbered)):
            break
        if not begins and (last is None or strip.y - last > NEXT_LINE * 2):
            break
        if last is None and len(pieces) < FEWEST_COLUMNS - int(not table.numbered):
            return []
        out.append((strip, pieces))
        last = strip.y
    while out and out[-1][1] is None:
        out.pop()
    return out
