"""What the columns of a table of assignments hold, told by their headings.

To add a heading's spelling, add it to `COLUMNS` and a case to `tests/outline/cases/tables.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from protocol_cli.layout.joining import join_cell
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.text_rows import TextRow

Lines = dict[tuple[int, int], list[TextRow]]

# What a column holds, by the words of its heading; the first that fits.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "number",
            r"(?:№|n)(?: ?п ?[/.]? ?п\.?)?\.?$|п ?/ ?п$|(?:№|номер|n)(?: (?:пункта|поручения|решения|п\.?))?$|пункт$",
        ),
        ("given", r"^дата (?:выдачи|поручени|постановки|решени|принятия)"),
        (
            "who-and-when",
            r"^(?=.*(?:ответств|исполнител|\bкому\b|\bкто\b)).*(?:,|/| и |;) ?(?:\bсрок|\bкогда\b|\bответств|\bисполнител)",
        ),
        (
            "deadline",
            r"\bсрок|^когда$|^до как|^к какому|^(?:плановая |контрольная |конечная )?дата$|дата (?:исполн|выполн|заверш|оконч|сдачи|готовн)|период исполн",
        ),
        ("co", r"соисполн|помога|содейств|участвующ|привлека"),
        ("responsible", r"ответств|исполнител|\bкому\b|^кто\b|\bотв\b"),
        ("note", r"примечан|статус|отметк|ход (?:исполн|выполн|реализ)|результат|комментар|^состояние"),
        ("control", r"контрол"),
        ("agenda", r"(?:пункт|вопрос|номер|№) повестк|^повестка"),
        (
            "text",
            (
                r"поручен|реш(?:ени|или|ено)|мероприят|содержан|задач|задани|вопрос|действ|наименован|предмет|что (?:\w+ )?с?делать|"
                r"предложени|рекомендаци|договоренност|обязательств|требовани|формулировк|^что$|"
                r"постанов|^суть|^тема$|^раздел$|^направление$"
            ),
        ),
    )
)
_PATTERNS = dict(COLUMNS)
ANSWERS = frozenset({"responsible", "deadline", "who-and-when"})
# Beside a column of decisions such a one says what they were about.
_ABOUT = re.compile(r"вопрос|^тема$|^раздел$|^направление$|наименован|предмет")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]?")
_LONGEST = 70  # characters of a heading
_TITLES = 2  # rows that may stand above the headings
_SHORTEST_TEXT = 15  # characters, on the average, of what is to be done


@dataclass(frozen=True, slots=True)
class Headings:
    """The column of each kind, and the last row of the headings."""

    columns: dict[str, int]
    row: int


def width_of(grid: Lines) -> int:
    """How many columns a table has."""
    return 1 + max(column for _, column in grid)


def cells_of(grid: Lines, row: int, width: int) -> list[tuple[int, list[TextRow]]]:
    """The filled cells of a row with their columns, in order, in a table of so many columns."""
    return [(column, grid[row, column]) for column in range(width) if (row, column) in grid]


def column_kind(words: str) -> str | None:
    """What a column with a heading of these (folded) words holds; None when they are no heading that is known."""
    words = words.strip(" .:")
    if len(words) >= _LONGEST:
        return None
    whole = words.replace(" ", "")  # «Договоренно» / «сть» in a narrow column
    return next((kind for text in (words, whole) for kind, pattern in COLUMNS if pattern.search(text)), None)


def is_heading_of(kind: str, words: str) -> bool:
    """Whether folded words are a heading of a column of the kind."""
    return bool(_PATTERNS[kind].search(words.strip(" .:")))


def read_headings(grid: Lines) -> Headings | None:
    """The headings of a table: its first row, one under a title, or two rows where cells are parted below; None without."""
    numbers = sorted({r for r, _ in grid})
    for first in numbers[: _TITLES + 1]:
        upper = _words(grid, first)
        if len(upper) < 2:
            continue
        if _parted_below(grid, first) and first + 1 in numbers:
            columns = _columns_of({**upper, **_words(grid, first + 1)})
            if _is_complete(columns):
                return Headings(columns, first + 1)
        columns = _columns_of(upper)
        if "text" not in columns:
            _find_text(grid, first, upper, columns)
        if _is_complete(columns):
            _find_number(grid, first, upper, columns)
            return Headings(columns, first)
    return None


def _is_complete(columns: Mapping[str, int]) -> bool:
    return "text" in columns and bool(ANSWERS & columns.keys())


def _words(grid: Lines, row: int) -> dict[int, str]:
    return {
        column: fold(join_cell(lines).text)
        for (at, column), lines in sorted(grid.items(), key=lambda item: item[0])
        if at == row
    }


def _columns_of(words: Mapping[int, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    about: int | None = None
    for column, heading in words.items():
        kind = column_kind(heading)
        if (
            kind == "text"
            and _ABOUT.search(heading.strip(" .:"))
            and not re.search(r"реш(?:ени|или|ено)|поручен|мероприят", heading)
        ):
            about = column if about is None else about
        elif kind is not None and kind not in columns:
            columns[kind] = column
    if about is not None:
        columns.setdefault("text" if "text" not in columns else "agenda", about)
    return columns


def _parted_below(grid: Lines, row: int) -> bool:
    """Whether a cell of the row stands over several whose headings are in the next row: «Исполнение» over «Кто», «Срок»."""
    wide: set[int] = set()
    for (at, _), lines in grid.items():
        cell = lines[0].row.cell
        if at == row and cell is not None and cell.column_span > 1:
            wide.update(range(cell.column, cell.column + cell.column_span))
    below = _words(grid, row + 1)
    return bool(wide) and bool(below) and below.keys() <= wide and all(column_kind(w) for w in below.values())


def _find_number(grid: Lines, heading: int, words: Mapping[int, str], columns: dict[str, int]) -> None:
    """Add the column of the numbers when its heading is empty: the first one, with nothing else in it."""
    cells = [lines for (row, column), lines in grid.items() if column == 0 and row > heading]
    if "number" in columns or 0 in words or 0 in columns.values() or not cells:
        return
    if all(len(lines) == 1 and _NUMBER.fullmatch(lines[0].text) for lines in cells):
        columns["number"] = 0


def _find_text(grid: Lines, heading: int, words: Mapping[int, str], columns: dict[str, int]) -> None:
    """Add the column of what is to be done when its heading is empty or says nothing: the one with the longest cells."""
    known = "responsible" in columns and "deadline" in columns
    lengths: dict[int, list[int]] = {}
    for (row, column), lines in grid.items():
        blank = column not in words
        if (
            row > heading
            and column not in columns.values()
            and (blank or known)
            and column_kind(words.get(column, "")) is None
        ):
            lengths.setdefault(column, []).append(sum(len(line.text) for line in lines))
    if not lengths or not (known or "number" in columns):
        return
    column = max(lengths, key=lambda c: sum(lengths[c]))
    if sum(lengths[column]) >= _SHORTEST_TEXT * len(lengths[column]):
        columns["text"] = column
