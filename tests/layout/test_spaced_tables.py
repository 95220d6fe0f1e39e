"""Tables of a text file set by spaces."""

from __future__ import annotations

from protocol_cli.layout.page import lay_out
from protocol_cli.layout.spaced_tables import spaced_tables
from protocol_cli.readers import read_text
from protocol_cli.reading import parse

TABLE = """\
По результатам совещания утверждены мероприятия:

-------------------------------------------------------------------------
 №    Мероприятие                         Срок             Ответственный
п/п                                       исполнения
-------------------------------------------------------------------------
 1    Завершить ремонт кровли школы       до 25.08.2023    Отдел
      и представить акты                                   строительства
                                                           (Мухин А.Л.)

 2    Заменить участок водопровода по     до 1 сентября    Егорова С.В.
      ул. Подсинской                      2023 г.          Шульц Э.Ф.
-------------------------------------------------------------------------

Контроль возложить на заместителя главы города Петрова П.П.
"""


def cells(text: str) -> dict[tuple[int, int], str]:
    lines = text.split("\n")
    found: dict[tuple[int, int], str] = {}
    for table in spaced_tables(lines):
        for part in table.parts:
            said = lines[part.line][part.start : part.end]
            found[part.row, part.column] = f"{found.get((part.row, part.column), '')} {said}".strip()
    return found


def test_lines_go_to_the_cells_of_their_columns():
    assert cells(TABLE) == {
        (0, 0): "№ п/п", (0, 1): "Мероприятие", (0, 2): "Срок исполнения", (0, 3): "Ответственный",
        (1, 0): "1", (1, 1): "Завершить ремонт кровли школы и представить акты", (1, 2): "до 25.08.2023",
        (1, 3): "Отдел строительства (Мухин А.Л.)",
        (2, 0): "2", (2, 1): "Заменить участок водопровода по ул. Подсинской", (2, 2): "до 1 сентября 2023 г.",
        (2, 3): "Егорова С.В. Шульц Э.Ф.",
    }  # fmt: skip


def test_the_text_below_is_no_part_of_it():
    layout = lay_out(read_text(TABLE, "x.txt"))
    outside = [layout.text[row.pieces[0].start : row.pieces[-1].end] for row in layout.rows if row.cell is None]
    assert [text[:10] for text in outside if any(map(str.isalpha, text))] == ["По результ", "Контроль в"]


def test_rows_without_numbers_are_parted_by_empty_lines():
    text = (
        "Поручение                     Срок          Исполнитель\n\n"
        "Подготовить отчёт о работе    10.04.2024    Иванов И.И.\n"
        "за квартал\n\n"
        "Провести проверку складов     30.04.2024    Петров П.П.\n"
    )
    assert cells(text)[1, 0] == "Подготовить отчёт о работе за квартал"
    assert cells(text)[2, 2] == "Петров П.П."


def test_a_line_of_headings_alone_or_over_text_is_no_table():
    assert not cells("Решение         Срок        Ответственный\n\nТекст, который идёт через все столбцы подряд и дальше.\n")
    assert not cells("Вопрос     Срок     Кто\n1     Одно     2 мая\n")


def test_its_rows_are_decisions():
    head = "ПРОТОКОЛ № 3\nсовещания у главы города\n\n23.06.2023\n\nПредседатель: Иванов И.И.\nПрисутствовали: Мухин А.Л., Егорова С.В.\n\n"
    decisions = parse((head + TABLE).encode(), name="x.txt").protocols[0].decisions
    assert [(d.number, d.text, [r.name for r in d.responsible]) for d in decisions] == [
        ("1", "Завершить ремонт кровли школы и представить акты", ["отдел строительства"]),
        ("2", "Заменить участок водопровода по ул. Подсинской", ["Егорова С.В.", "Шульц Э.Ф."]),
    ]


BARRED = """\
| №   | Мероприятие                     | Ответственный         | Срок         |
|-----|---------------------------------|-----------------------|--------------|
| 1   | Утвердить реестр туристских     | Карелин П.Н.          | до 30 апреля |
|     | маршрутов края                  |                       | 2025 г.      |
| 2   | Провести проверку готовности    | Министерство туризма  | 15.05.2025   |

| №   | Мероприятие                     | Ответственный         | Срок         |
|-----|---------------------------------|-----------------------|--------------|
| 3   | Представить предложения по      | Толмачёв И.В.         | до 1 июня    |
|     | обучению экскурсоводов          |                       |              |
| 4   | Разработать макеты знаков       | Сабирова А.Х.         | II квартал   |
"""


def test_a_table_with_bars_is_drawn_and_its_heading_may_come_again():
    assert spaced_tables(BARRED.split("\n")) == []
    text = f"ПРОТОКОЛ № 2\nзаседания координационного совета\nот 04.04.2025\n\nСовет РЕШИЛ:\n\n{BARRED}"
    [protocol] = parse(text.encode(), name="x.txt").protocols
    assert [(d.number, d.text, d.responsible[0].name) for d in protocol.decisions] == [
        ("1", "Утвердить реестр туристских маршрутов края", "Карелин П.Н."),
        ("2", "Провести проверку готовности", "Министерство туризма"),
        ("3", "Представить предложения по обучению экскурсоводов", "Толмачёв И.В."),
        ("4", "Разработать макеты знаков", "Сабирова А.Х."),
    ]
