"""Tables over several pages: rows count on, and merged cells are as long as they are over all pages."""

from __future__ import annotations

from protocol_cli.readers.source import Box, Cell, Line, Page
from protocol_cli.readers.table_pages import join_tables

WIDTH = 100.0


def page(table: int, *rows: str, merged: dict[tuple[int, int], int] | None = None) -> Page:
    """A page with one table: «1 | Отчёт | Юров К.К.» is a row; `merged` tells how many rows a cell spans."""
    spans = merged or {}
    covered = {(row + i, column) for (row, column), span in spans.items() for i in range(1, span)}
    lines, cells = [], []
    for row, written in enumerate(rows):
        for column, text in enumerate(written.split("|")):
            if (row, column) in covered:
                continue
            cell = Cell(table, row, column, spans.get((row, column), 1))
            cells.append(cell)
            if text.strip():
                box = Box(column * WIDTH, row * 20.0, column * WIDTH + 50, row * 20.0 + 10)
                lines.append(Line(text.strip(), box, cell=cell))
    return Page(tuple(lines), 595, 842, tuple(cells))


def places(pages: tuple[Page, ...]) -> list[tuple[str, int, int, int]]:
    return [
        (line.text, line.cell.row, line.cell.column, line.cell.row_span)
        for one in pages
        for line in one.lines
        if line.cell is not None and not line.furniture
    ]


def test_rows_count_on_and_the_head_is_read_once():
    found = join_tables([page(0, "№ | Кто", "1 | Юров"), page(1, "№ | Кто", "2 | Сомов")])
    assert places(found) == [
        ("№", 0, 0, 1),
        ("Кто", 0, 1, 1),
        ("1", 1, 0, 1),
        ("Юров", 1, 1, 1),
        ("2", 2, 0, 1),
        ("Сомов", 2, 1, 1),
    ]


def test_a_merged_cell_goes_on_over_the_page():
    first = page(0, "№ | Кто", "1 | Юров", "2 |", merged={(1, 1): 2})
    found = join_tables([first, page(1, "3 |", "4 |", "5 | Сомов", merged={(0, 1): 2})])
    assert ("Юров", 1, 1, 4) in places(found)
    assert ("Сомов", 5, 1, 1) in places(found)


def test_a_merged_cell_ends_where_the_next_page_says():
    first = page(0, "№ | Кто", "1 | Юров", "2 |", merged={(1, 1): 2})
    assert ("Юров", 1, 1, 3) in places(join_tables([first, page(1, "3 |", "4 |")]))


def test_an_empty_cell_below_a_cell_of_one_row_is_empty():
    found = join_tables([page(0, "№ | Кто", "1 | Юров"), page(1, "2 |", "3 | Сомов")])
    assert ("Юров", 1, 1, 1) in places(found)


def test_running_heads_and_feet_part_no_table():
    def framed(one: Page, number: int) -> Page:
        head = Line("Протокол № 6 от 14.08.2024", Box(0, -20, 90, -10))
        foot = Line(f"Страница {number} из двух", Box(0, 780, 90, 790))
        return Page((head, *one.lines, foot), one.width, one.height, one.cells)

    found = join_tables([framed(page(0, "№ | Кто", "1 | Юров"), 1), framed(page(1, "№ | Кто", "2 | Сомов"), 2)])
    assert ("Сомов", 2, 1, 1) in places(found)


def test_a_table_with_the_same_head_goes_on_wherever_its_text_stands():
    lower = page(1, "№ | Кто", "2 | Сомов")
    shifted = tuple(
        Line(x.text, Box(x.box.x0 + 15, x.box.top, x.box.x1 + 15, x.box.bottom), cell=x.cell)
        for x in lower.lines
        if x.box
    )
    found = join_tables([page(0, "№ | Кто", "1 | Юров"), Page(shifted, 595, 842, lower.cells)])
    assert ("Сомов", 2, 1, 1) in places(found)
