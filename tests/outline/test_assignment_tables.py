"""Tables of assignments: told by their headings, the columns in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import line_cases

from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.text_rows import text_rows
from protocol_cli.outline.tables import Table, assignment_tables
from protocol_cli.readers import read_text


def tables_of(text: str) -> list[Table]:
    return assignment_tables(text_rows(draw_tables(lay_out(read_text(text, "x")))))


def tables(*lines: str) -> list[Table]:
    text = "\n".join(f"| {line} |" if line.strip() else "" for line in lines)
    return tables_of(text)


def cells(table: Table, kind: str) -> list[str]:
    return [table.passage(row, kind).text for row in table.rows]


@pytest.mark.parametrize(("headings", "expected"), line_cases(Path(__file__).parent / "cases" / "tables.txt"))
def test_columns_are_told_by_their_headings(headings: str, expected: str):
    count = headings.count("|") + 1
    found = tables(headings, " | ".join(f"значение {i}" for i in range(count)))
    if not expected:
        assert found == []
        return
    kinds = {column: kind for kind, column in found[0].columns.items()}
    assert " ".join(kinds.get(i, "-") for i in range(count)) == expected
    assert cells(found[0], expected.split()[0]) == ["значение 0"]


def test_a_title_may_stand_above_the_headings():
    found = tables("Поручения по итогам | | ", "Поручение | Ответственный | Срок", "Утвердить план | Иванов И.И. | 1 июня")
    assert [table.heading for table in found] == [1]
    assert cells(found[0], "text") == ["Утвердить план"]


def test_a_table_goes_on_without_headings():
    headed = ["№ | Поручение | Срок", "1 | Утвердить план | 1 июня", "2 | Провести проверку | 2 июня"]
    found = tables(*headed, "", "3 | Доложить | 3 июня", "4 | Закрыть вопрос | 4 июня")
    assert len(found) == 1
    assert cells(found[0], "text") == ["Утвердить план", "Провести проверку", "Доложить", "Закрыть вопрос"]
    assert cells(found[0], "deadline") == ["1 июня", "2 июня", "3 июня", "4 июня"]


FIRST = "| Поручение | Срок |\n| Утвердить план | 1 июня |\n"
SECOND = "| Срок | Поручение |\n| 2 июня | Провести проверку |\n"


def test_two_tables_with_text_between_stay_two():
    found = tables_of(FIRST + "По второму вопросу:\n" + SECOND)
    assert [cells(table, "text") for table in found] == [["Утвердить план"], ["Провести проверку"]]


@pytest.mark.xfail(reason="gap: drawn tables with nothing but an empty line between are read as one", strict=True)
def test_two_tables_with_an_empty_line_between_stay_two():
    found = tables_of(FIRST + "\n" + SECOND)
    assert [cells(table, "text") for table in found] == [["Утвердить план"], ["Провести проверку"]]


def test_a_heading_is_short():
    prose = "решение о сроках и порядке исполнения принимается комиссией не позднее следующего дня, ответственный назначается"
    assert tables(f"{prose} | {prose}", "а | б") == []


def test_a_column_that_is_not_there_is_empty():
    found = tables("Поручение | Срок", "Утвердить план | 1 июня")
    assert cells(found[0], "responsible") == [""]
