"""Columns and rows: what is read downwards and what is read across."""

from __future__ import annotations

import pytest

from protocol_cli.layout.page import lay_out
from protocol_cli.layout.rows import Layout
from protocol_cli.readers import read_text
from protocol_cli.readers.source import Box, Line, Page, Source


def shown(layout: Layout) -> list[str]:
    """Rows in reading order: the column's number before those in columns, « | » between pieces."""
    return [
        (f"{row.column}: " if row.column else "") + " | ".join(layout.text[p.start : p.end] for p in row.pieces)
        for row in layout.rows
    ]


def rows(text: str) -> list[str]:
    return shown(lay_out(read_text(text, "x.txt")))


def test_a_registration_line_with_the_addressee_beside_it():
    assert rows(
        "Исх. № 214 от 07.09.2023                        Генеральному директору\n"
        "                                                ООО «Агромашсервис»\n"
        "                                                Белозёрову В.Д.\n"
        "\n"
        "О погашении задолженности\n"
        "\n"
        "                       Уважаемый Валерий Денисович!\n"
    ) == [
        "1: Исх. № 214 от 07.09.2023",
        "2: Генеральному директору",
        "2: ООО «Агромашсервис»",
        "2: Белозёрову В.Д.",
        "О погашении задолженности",
        "Уважаемый Валерий Денисович!",
    ]


def test_a_letterhead_and_the_addressees_line_by_line():
    assert rows(
        "        МИНИСТЕРСТВО                      Руководителям\n"
        "        ТРАНСПОРТА                        общеобразовательных организаций\n"
        "   ул. Мира, д. 2, г. Омск, 644001        Омской области\n"
        "      тел. (3812) 25-30-11\n"
        "\n"
        "   06.05.2021 № 57-2751\n"
        "\n"
        "О направлении протокола\n"
    ) == [
        "1: МИНИСТЕРСТВО",
        "1: ТРАНСПОРТА",
        "1: ул. Мира, д. 2, г. Омск, 644001",
        "1: тел. (3812) 25-30-11",
        "1: 06.05.2021 № 57-2751",
        "2: Руководителям",
        "2: общеобразовательных организаций",
        "2: Омской области",
        "О направлении протокола",
    ]


def test_an_addressee_whose_last_line_stands_by_the_date():
    assert rows(
        "                                                  Заместителю Министра\n"
        "                                                  транспорта\n"
        "  08.07.2009        № 2-03/157                    С.В. Дугину\n"
        "\n"
        "                       Уважаемый Сергей Васильевич!\n"
    ) == [
        "1: 08.07.2009 | № 2-03/157",
        "2: Заместителю Министра",
        "2: транспорта",
        "2: С.В. Дугину",
        "Уважаемый Сергей Васильевич!",
    ]


def test_two_marks_of_approval_side_by_side():
    assert rows(
        "СОГЛАСОВАНО                              УТВЕРЖДАЮ\n"
        "Директор школы № 5                       Начальник управления\n"
        "__________ И.И. Иванов                   __________ П.П. Петров\n"
    )[:2] == ["1: СОГЛАСОВАНО", "1: Директор школы № 5"]


ACROSS = {
    "two signatures": """
Председатель собрания        И.О. Тарасова

Секретарь собрания           С.А. Юдин
""",
    "labels": """
Председатель                 В.И. Березин
Секретарь                    В.В. Горелова
""",
    "a post of two lines, the name at the second": """
Первый заместитель
главы округа                         Р.Л. Завгородний
""",
    "a post of two lines, the name at the first": """
Начальник                            Р.Л. Завгородний
управления культуры
""",
    "participants": """
заместитель Министра финансов
Российской Федерации                  – Л.В. Горнова
директор Департамента
проектов                              – О.Н. Калашник
заместитель Губернатора               – И.Е. Прошин
""",
    "a date, a place, a number": """
31 августа 2022 г.                г. Кедровск                   № 5

                                             Начало – 10.00
                                             Конец – 12.15
""",
    "signatures with lines": """
Директор                        _______________            Р.С. Крайнов
                                      М.П.

Главный бухгалтер               _______________            Н.В. Еремеева
""",
    "responsible and deadline": """
1. Промыть фильтры.
   Отв.: Кабанов И.Т.              Срок: 20.12
2. Сменить насос.
   Отв.: Рюмина О.В.               Срок: 25.12
""",
}


@pytest.mark.parametrize("text", ACROSS.values(), ids=ACROSS)
def test_what_is_read_across_stays_in_rows(text):
    layout = lay_out(read_text(text, "x.txt"))
    assert [row.column for row in layout.rows] == [0] * sum(1 for line in text.splitlines() if line.strip())


def test_the_margins_of_a_column_are_its_own():
    layout = lay_out(
        read_text("Исх. № 5 от 07.09.2023                Директору\n                                      школы\n", "x")
    )
    assert [(row.column, row.left, row.right) for row in layout.rows] == [(1, 0, 22), (2, 38, 47), (2, 38, 43 + 4)]


def test_a_title_over_the_date_and_the_hall():
    assert rows(
        "                         Театр «Ковчег»\n"
        "\n"
        "                         ПРОТОКОЛ № 14\n"
        "              художественного совета театра\n"
        "3 апреля 2023 г.                                      Малый зал\n"
    ) == [
        "Театр «Ковчег»",
        "ПРОТОКОЛ № 14",
        "художественного совета театра",
        "3 апреля 2023 г. | Малый зал",
    ]


def test_an_addressee_by_name_alone_beside_a_letterhead():
    assert rows(
        "АДМИНИСТРАЦИЯ                                     Крутиковой А.Ф.\n"
        "ГОРОДА ПРИОЗЁРСКА\n"
        "                                                  ул. Лесная, д. 18, кв. 5,\n"
        "КОМИТЕТ                                           г. Приозёрск, 187320\n"
        "ГОРОДСКОГО ХОЗЯЙСТВА\n"
        "\n"
        "ул. Набережная, д. 3, г. Приозёрск, 187320\n"
    )[:3] == ["1: АДМИНИСТРАЦИЯ", "1: ГОРОДА ПРИОЗЁРСКА", "1: КОМИТЕТ"]


def test_one_who_acts_for_another_beside_a_letterhead():
    assert rows(
        "«СОСНОВСКАЯ РАЙОННАЯ\n"
        "БОЛЬНИЦА»                                       И.о. министра здравоохранения\n"
        "(ГБУЗ «Сосновская РБ»)                          Лугской области\n"
        "\n"
        "Больничный пер., д. 2, п. Сосново,              Х.М. Дзагоевой\n"
        "Лугская область, 187430\n"
    )[-3:] == ["2: И.о. министра здравоохранения", "2: Лугской области", "2: Х.М. Дзагоевой"]


def test_people_with_their_posts_at_the_right():
    listed = (
        "Щукина Яна Олеговна      –      начальник отдела\n"
        "                                архитектуры (секретарь)\n"
        "Абаев Борис Викторович   –      директор ООО «Парк»\n"
        "Волков Г.Д.              –      депутат городского Совета\n"
        "                                (по согласованию)\n"
    )
    assert not any(row[:2] in ("1:", "2:") for row in rows("ПРИСУТСТВОВАЛИ:\n" + listed))


def test_the_numbers_of_a_list_stand_before_its_items():
    places = [
        ("РЕШИЛИ:", 70, 100),
        ("1.1.", 80, 116), ("Признать работу удовлетворительной.", 110, 116),
        ("1.2.", 80, 132), ("Устранить нарушения в прачечной.", 110, 132),
        ("Срок: 12.04.2024.", 110, 148),
    ]  # fmt: skip
    lines = tuple(Line(text, Box(x, y - 9, x + 6 * len(text), y), size=12.0) for text, x, y in places)
    assert shown(lay_out(Source("x", "pdf", "", (Page(lines, 595, 842),)))) == [
        "РЕШИЛИ:",
        "1.1. | Признать работу удовлетворительной.",
        "1.2. | Устранить нарушения в прачечной.",
        "Срок: 12.04.2024.",
    ]


def test_one_line_of_an_addressee_beside_a_letterhead():
    assert rows(
        "МИНИСТЕРСТВО ЗДРАВООХРАНЕНИЯ            Главным врачам больниц\n"
        "ОМСКОЙ ОБЛАСТИ\n"
        "ул. Мира, д. 2, г. Омск, 644001\n"
        "01.08.2024 № 12/345\n"
        "\n"
        "О направлении перечня\n"
    ) == [
        "1: МИНИСТЕРСТВО ЗДРАВООХРАНЕНИЯ",
        "1: ОМСКОЙ ОБЛАСТИ",
        "1: ул. Мира, д. 2, г. Омск, 644001",
        "1: 01.08.2024 № 12/345",
        "2: Главным врачам больниц",
        "О направлении перечня",
    ]
