"""Tables drawn with signs: bars part cells, rules part rows, and a bar in a sentence is no table."""

from __future__ import annotations

from collections import defaultdict

import pytest

from protocol_cli.layout.drawn_tables import FIRST_TABLE, draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.rows import Layout
from protocol_cli.readers import read_text


def drawn(text: str) -> Layout:
    return draw_tables(lay_out(read_text(text, "x")))


def tables(text: str) -> list[list[list[str]]]:
    """Tables, rows, cells; the lines of a cell are joined with « / »."""
    layout = drawn(text)
    grids: dict[int, dict[int, dict[int, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in layout.rows:
        if row.cell is not None:
            said = layout.text[row.pieces[0].start : row.pieces[-1].end]
            grids[row.cell.table][row.cell.row][row.cell.column].append(said)
    return [
        [[" / ".join(cells.get(i, [""])) for i in range(max(cells) + 1)] for cells in grid.values()]
        for grid in grids.values()
    ]


def test_a_table_of_two_rows():
    text = "| № | Поручение | Срок |\n| 1 | Утвердить план | 1 июня |\n"
    assert tables(text) == [[["№", "Поручение", "Срок"], ["1", "Утвердить план", "1 июня"]]]


def test_rules_part_rows_of_several_lines():
    text = (
        "+---+-----------+--------+\n| № | Поручение | Срок   |\n+---+-----------+--------+\n"
        "| 1 | Утвердить | 1 июня |\n|   | план      |        |\n+---+-----------+--------+\n"
        "| 2 | Доложить  | 2 июня |\n+---+-----------+--------+\n"
    )
    assert tables(text) == [
        [["№", "Поручение", "Срок"], ["1", "Утвердить / план", "1 июня"], ["2", "Доложить", "2 июня"]]
    ]


def test_without_rules_a_filled_first_cell_begins_a_row():
    text = "| № | Поручение |\n| 1 | Утвердить |\n|   | план |\n| 2 | Доложить |\n"
    assert tables(text) == [[["№", "Поручение"], ["1", "Утвердить / план"], ["2", "Доложить"]]]


@pytest.mark.parametrize("bar", "|│┃║")
def test_every_sort_of_bar(bar: str):
    text = f"{bar} № {bar} Срок {bar}\n{bar} 1 {bar} 1 июня {bar}\n"
    assert tables(text) == [[["№", "Срок"], ["1", "1 июня"]]]


def test_box_drawing():
    text = "┌───┬────────┐\n│ № │ Срок   │\n├───┼────────┤\n│ 1 │ 1 июня │\n└───┴────────┘\n"
    assert tables(text) == [[["№", "Срок"], ["1", "1 июня"]]]


def test_outer_bars_may_be_missing():
    assert tables("№ | Что | Срок\n1 | План | 1 июня\n") == [[["№", "Что", "Срок"], ["1", "План", "1 июня"]]]


def test_two_tables_have_numbers_of_their_own():
    one = "| № | Что | Срок |\n| 1 | План | 1 июня |\n"
    layout = drawn(one + "Далее по тексту\n" + one)
    assert sorted({row.cell.table for row in layout.rows if row.cell}) == [FIRST_TABLE, FIRST_TABLE + 1]
    assert len([row for row in layout.rows if row.cell is None]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Решили: да | нет | воздержались\nПротокол подписан\n",
        "| одна строка | с чертами |\n",
        "а | б\nв | г\n",
        "Сумма |x| не равна |y|\nи на этом всё\n",
        "a || b\nc ||| d ||| e ||| f\n",
        "Протокол без таблиц\n",
    ],
)
def test_what_is_no_table(text: str):
    layout = drawn(text)
    assert [row for row in layout.rows if row.cell is not None] == []
    assert layout.rows == lay_out(read_text(text, "x")).rows


def test_cells_stand_where_they_say():
    text = "Перечень\n| № | Что сделать |\n| 1 | Утвердить план |\nКонец\n"
    layout = drawn(text)
    assert layout.text == text
    said = [layout.text[row.pieces[0].start : row.pieces[-1].end] for row in layout.rows]
    assert said == ["Перечень", "№", "Что сделать", "1", "Утвердить план", "Конец"]


def test_rules_and_bars_leave_nothing_behind():
    layout = drawn("+--+--+\n|  |  |\n+--+--+\n| 1 | а |\n| 2 | б |\n+--+--+\n")
    assert ["".join(layout.text[p.start : p.end] for p in row.pieces) for row in layout.rows] == ["1", "а", "2", "б"]


def test_cells_parted_by_tabs_under_a_heading():
    layout = drawn("№\tЗадача\tОтветственный\tСрок\n1. Общие\n1.1\tУбрать\tИванов И.И.\t1 мая\n1.2\tСдать\tПетров П.П.\n")
    cells = [row.cell for row in layout.rows if row.cell is not None]
    assert [(cell.row, cell.column) for cell in cells] == [
        (0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2),
    ]  # fmt: skip


def test_tabs_between_post_and_name_are_no_table():
    assert all(row.cell is None for row in drawn("Председатель\t\t\tИванов И.И.\nСекретарь\t\t\tПетров П.П.\n").rows)
