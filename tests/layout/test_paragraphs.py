"""Lines to paragraphs: what goes on with the line above, and how words parted at a line's end are joined."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.joining import join_cell, one_passage
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.paragraphs import paragraphs
from protocol_cli.layout.text_rows import TextRow, text_rows
from protocol_cli.layout.wrapping import wrapping
from protocol_cli.readers import read_text

WRAPPED = """\
Организовать работу по выстраиванию полного управленческого цикла и
обеспечить контроль за исполнением решений, принятых на совещании в
администрации города, с привлечением заинтересованных организаций и
представителей общественности.
"""


def rows_of(text: str) -> list[TextRow]:
    return text_rows(lay_out(read_text(text, "x")))


def parted(text: str) -> list[str]:
    rows = rows_of(text)
    return [paragraph.text for paragraph in paragraphs(rows, wrapping(rows))]


def marked(text: str) -> tuple[str, list[str]]:
    """«¶» begins a paragraph: the text without the marks, and the paragraphs."""
    return text.replace("¶", ""), [" ".join(part.split()) for part in text.split("¶") if part.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "¶Утвердить план работы\nна 2024 год.\n¶Доложить.",
        "¶1. Утвердить план.\n¶2. Доложить.",
        "¶Провести собрания;\n¶направить отчёты.",
        "¶Первый абзац.\n\n¶Второй абзац.",
        "¶Представить в срок до\n10.06.2021 сведения.",
        "¶Направить письмо №\n57-2751 в департамент.",
        "¶Составлен по приказу от 14.11.2024\n№ 302-о.",
        "¶Согласовать с ООО\n«Луч» график.",
        "¶РЕШИЛИ:\n¶1. Утвердить план.",
        "¶а) провести собрания;\n¶б) направить отчёты.",
        "¶Руководителям школ:\n¶– провести собрания;\n¶– направить отчёты.",
        "¶Ремонт на ул.\nЛенина завершить.",
        "¶Маршрут обслуживает перевозчик –\nООО «Альбатрос».",
        "¶Договор заключён 02.03.2017г.\n¶Ваш менеджер отпустил груз.",
        "¶Материалы размещены по ссылке:\nhttps://edu.example/news",
        "¶Акционерное общество «Луч» (далее\n– Общество) сообщает.",
        "¶Обеспечить приём заявлений (отв.: Сомова И.Г.; срок:\nпостоянно).",
        "¶Утвердить порядок по постановлению № 140-пп.\n¶2.2. Министерству финансов:",
    ],
)
def test_which_line_goes_on(text: str):
    plain, expected = marked(text)
    assert parted(plain) == expected


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("обеспе-\nчить работу", "обеспечить работу"),
        ("фельдшерско-\nакушерского пункта", "фельдшерско-акушерского пункта"),
        ("семинара-\nсовещания", "семинара-совещания"),
        ("г. Санкт-\nПетербург", "г. Санкт-Петербург"),
        ("в 2021-\n2022 учебном году", "в 2021-2022 учебном году"),
        ("https://edu.example/\nnews", "https://edu.example/news"),
        ("info@\nedu.example", "info@edu.example"),
        ("ПРОТО-\nКОЛ", "ПРОТОКОЛ"),
        ("мо-\nлодёжи", "молодёжи"),
        ("Иванов И.И. –\nдиректор", "Иванов И.И. – директор"),
    ],
)
def test_words_parted_at_the_end_of_a_line(lines: str, joined: str):
    assert one_passage(rows_of(lines)).text == joined


def test_a_wrapped_paragraph_is_one():
    assert parted(WRAPPED * 2) == [" ".join(WRAPPED.split())] * 2


def test_initials_go_to_the_next_line_with_their_surname():
    text = """\
   1. Принять к сведению информацию начальника управления водных объектов
И.Р. Шамсутдинова о состоянии гидротехнических сооружений, перечисленных
в приказе министерства, и о подготовке их к пропуску паводка текущего года.
   2. Принять к сведению доклад начальника отдела охраны лесов, и
предложения комиссии по обеспечению безопасности сооружений.
"""
    assert len(parted(text)) == 2


def test_a_line_may_be_wrapped_before_its_dash():
    line = "Ответственный за исполнение – начальник управления Аристов Кирилл Ю."
    text = f"{WRAPPED}\n{line}\n– директор школы № 5.\n\n– беседы с родителями."
    assert parted(text)[1:] == [f"{line} – директор школы № 5.", "– беседы с родителями."]


def test_how_a_document_wraps():
    wrap = wrapping(rows_of(WRAPPED))
    assert wrap.width is not None
    assert 60 <= wrap.width <= 70
    assert not wrap.indented
    assert wrapping(rows_of("Один абзац без переносов строк.\nВторой абзац, и тоже в одну строку.\n")).width is None


def test_first_lines_that_stand_in():
    paragraph = textwrap.indent(WRAPPED.split("\n", 1)[0], "     ") + "\n" + WRAPPED.split("\n", 1)[1]
    text = paragraph * 4
    assert wrapping(rows_of(text)).indented
    assert parted(text) == [" ".join(WRAPPED.split())] * 4


def test_a_sentence_that_ends_with_the_line_goes_on_where_first_lines_stand_in():
    text = (
        "     Организовать работу по выстраиванию полного управленческого цикла.\n"
        "Обеспечить контроль за исполнением решений, принятых на совещании в\n"
        "администрации города, с привлечением заинтересованных организаций и\n"
        "представителей общественности.\n"
    )
    assert parted(text * 4) == [" ".join(text.split())] * 4


def test_a_sentence_that_ends_with_the_line_goes_on_where_empty_lines_part_the_paragraphs():
    text = (
        "Организовать работу по выстраиванию управленческого цикла, всего.\n"
        "Обеспечить контроль за исполнением решений, принятых на совещании в\n"
        "администрации города, с привлечением заинтересованных организаций и\n"
        "представителей общественности.\n\n"
    )
    assert parted(text * 4) == [" ".join(text.split())] * 4
    assert len(parted(text.replace("\n\n", "\n") * 4)) == 8


def test_a_line_at_the_margin_goes_on_with_an_unfinished_one_where_first_lines_stand_in():
    text = (
        "       Комиссией проводится проверка исполнения законодательства о связи,\n"
        "поводом для которой послужило недавнее коллективное обращение\n"
        "Крутовой-Ланской Л.П. и других жителей улицы Полевой, поступившее в районную\n"
        "администрацию.\n"
        "       По итогам проверки работа учреждения признана удовлетворительной,\n"
        "о чём подготовлено заключение.\n"
    )
    assert len(parted(text * 2)) == 4
    assert parted(text)[0].startswith("Комиссией") and parted(text)[0].endswith("администрацию.")


def test_a_number_under_a_date_at_the_end_of_a_long_line():
    line = "Руководствуясь пунктом 2 статьи 14 Федерального закона от 12.03.2007"
    assert parted(f"{line}\n№ 218-ФЗ, сообщаем.") == [f"{line} № 218-ФЗ, сообщаем."]
    assert parted("12.03.2007\n№ 218") == ["12.03.2007", "№ 218"]


def test_a_paragraph_under_the_last_item_of_a_list():
    text = (
        "   Просим родителей до начала учебного года подписать согласие на участие и\n"
        "передать его учителю, а также:\n"
        " - заполнить анкету ребёнка и сообщить номер телефона, по которому можно\n"
        "связаться днём;\n"
        " - приобрести сменную обувь и рабочую тетрадь до начала второй недели.\n"
        "   Занятия в кружках начинаются с первого октября, расписание вывешено на\n"
        "стенде.\n"
    )
    assert parted(text * 3)[3] == "Занятия в кружках начинаются с первого октября, расписание вывешено на стенде."


def test_a_letterhead_that_runs_further_does_not_tell_the_width():
    long = "Банковские реквизиты: расчётный счёт в Заречном филиале банка «Северный», город Заречный и\nкор. счёт в отделении.\n\n"
    assert wrapping(rows_of(long + WRAPPED * 2)).width == wrapping(rows_of(WRAPPED * 2)).width


def test_short_lines_of_the_head_do_not_make_a_text_wrapped():
    head = "ГБУЗ «Ольховская больница» в\nцентре города\nТел. 4-55-90, регистратура и\nаптека\nООО «Луг» и\nдругим\n\n"
    line = "Просим довести график до сведения старост и депутатов, а также разместить его на сайте до 26 июня т.г.\n"
    assert wrapping(rows_of(head + line * 8)).width is None


def test_addressees_do_not_tell_how_the_text_is_wrapped():
    head = "Уважаемым руководителям\nучреждений и органов\nобщего образования"
    right = "".join(f"{'АДМИНИСТРАЦИЯ':<50}{line:>40}\n" for line in head.split("\n"))
    assert wrapping(rows_of(right + "\n\n" + WRAPPED)).width == wrapping(rows_of(WRAPPED)).width


def test_a_page_may_end_inside_a_paragraph():
    text = "Организовать работу по выстраиванию цикла и\n\fобеспечить контроль за исполнением.\n\n\fНовый абзац.\n"
    assert parted(text) == [
        "Организовать работу по выстраиванию цикла и обеспечить контроль за исполнением.",
        "Новый абзац.",
    ]


def test_a_row_may_be_told_to_begin_a_paragraph():
    rows = rows_of("Утвердить план работы\nответственный за исполнение")
    assert len(paragraphs(rows, wrapping(rows))) == 1
    assert len(paragraphs(rows, wrapping(rows), lambda text: text.startswith("ответственный"))) == 2


def test_cells_never_run_into_one_another():
    from protocol_cli.layout.drawn_tables import draw_tables

    rows = text_rows(draw_tables(lay_out(read_text("| Утвердить | план |\n| провести | отчёт |\n", "x"))))
    found = [paragraph.text for paragraph in paragraphs(rows, wrapping(rows))]
    assert found == ["Утвердить", "план", "провести", "отчёт"]


def test_the_lines_of_a_cell_are_wrapped_at_its_edge():
    text = "| Изменить порядок, утверждённый постановлением | 1 июня |\n| Правительства области от 14.11.2023 № 512- | |\n| п. | |\n"
    rows = text_rows(draw_tables(lay_out(read_text("+---+---+\n" + text + "+---+---+\n", "x"))))
    wrapped = [row for row in rows if row.row.cell is not None and row.row.cell.column == 0]
    assert [paragraph.text for paragraph in paragraphs(wrapped, wrapping(rows))] == [
        "Изменить порядок, утверждённый постановлением Правительства области от 14.11.2023 № 512-п."
    ]


def test_a_word_cut_at_the_edge_of_a_cell():
    drawn = "| Выдать данные для проектирова | 1 |\n| ния освещения | |\n| и сетей | |\n"
    rows = text_rows(draw_tables(lay_out(read_text("+---+---+\n" + drawn + "+---+---+\n", "x"))))
    lines = [row for row in rows if row.row.cell is not None and row.row.cell.column == 0]
    assert join_cell(lines).text == "Выдать данные для проектирования освещения и сетей"
    assert join_cell([]).text == ""


def test_rows_that_say_nothing_are_dropped():
    assert [row.text for row in rows_of("─────────\n\u00ad\nПРОТОКОЛ\n")] == ["ПРОТОКОЛ"]
    assert [row.index for row in rows_of("а\n\u200b\nб\n")] == [0, 1]
    assert [row.text for row in rows_of("|   2. Организовать очистку\n")] == ["2. Организовать очистку"]


WORDS = st.sampled_from(
    [
        "Утвердить",
        "план",
        "обеспе-",
        "чить",
        "1.",
        "–",
        "и",
        "г.",
        "Томск",
        "№",
        "5",
        "Иванов",
        "И.И.",
        ";",
        ":",
        "«Луч»",
        "\n",
        "\n\n",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40).filter(lambda words: any(w.strip() for w in words)))
def test_paragraphs_hold_all_rows_once_and_in_order(words: list[str]):
    text = " ".join(words)
    rows = rows_of(text)
    found = paragraphs(rows, wrapping(rows))
    assert [row for paragraph in found for row in paragraph.rows] == rows
    letters = "".join(paragraph.text for paragraph in found)
    assert "".join(filter(str.isalnum, letters)) == "".join(filter(str.isalnum, text))
    assert all(list(paragraph.passage.offsets) == sorted(paragraph.passage.offsets) for paragraph in found)
