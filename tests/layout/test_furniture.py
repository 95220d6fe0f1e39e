"""Page numbers and running heads leave no row; numbers that belong to the text stay."""

from __future__ import annotations

import pytest

from protocol_cli.layout.furniture import page_number
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.strips import Run, Strip
from protocol_cli.readers import read_text

LINE = "Организовать работу по выстраиванию полного управленческого цикла и\n"


def kept(text: str) -> list[str]:
    layout = lay_out(read_text(text, "x.txt"))
    assert layout.text == text
    return [layout.text[row.pieces[0].start : row.pieces[-1].end] for row in layout.rows]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2), ("- 2 -", 2), ("– 3 –", 3), ("стр. 2 из 5", 2), ("Страница 4", 4), ("2/5", 2), ("Лист 7", 7),
        ("2.", None), ("6/5", None), ("284 560", None), ("п. 2", None), ("2021", None), ("2)", None),
    ],
)  # fmt: skip
def test_what_looks_like_a_page_number(text, number):
    assert page_number(Strip([Run(text, 0, len(text))], 0)) == number


def test_numbers_at_the_top_and_at_the_bottom_of_pages():
    assert kept("Первая\n\f2\n\nВторая\n\f                  3\n\nТретья\n") == ["Первая", "Вторая", "Третья"]
    assert kept("Первая\n\n1\n\fВторая\n\n2\n") == ["Первая", "Вторая"]


def test_a_number_far_from_the_count_of_pages_is_text():
    assert kept("Площадь, га:\n560\n\fВторая\n") == ["Площадь, га:", "560", "Вторая"]


def test_running_heads_are_compared_without_digits():
    page = "Протокол № 5, стр. {}\nТекст страницы {}\n"
    assert kept("\f".join(page.format(i, "абв"[i - 1]) for i in (1, 2, 3))) == [
        "Текст страницы а",
        "Текст страницы б",
        "Текст страницы в",
    ]


def test_a_count_of_pages_without_form_feeds():
    text = LINE * 30 + "\n2\n\n" + LINE * 30 + "\n   3\n\n" + LINE * 3
    assert len(kept(text)) == 63


def test_one_number_in_the_middle_of_a_sentence():
    text = LINE * 30 + "\n2\n\nпринять меры по распространению имеющихся ресурсов.\n"
    assert "2" not in kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "№ п/п\n\n1\n\nПоручение первое\n\n2\n\nПоручение второе\n\n3\n",
        "сумма задолженности составляет 1 284\n560 рублей\n",
        "Первое.\n\n" * 12 + "2\n\nВторое.\n",
        LINE * 5 + "\n2\n\n" + LINE,
    ],
)
def test_numbers_that_are_text_stay(text):
    assert len(kept(text)) == sum(1 for line in text.splitlines() if line.strip())


def test_a_page_number_leaves_no_empty_line_behind():
    layout = lay_out(read_text("больница» \n\f                2\n\nХомутовой Э.В. обеспечить\n\nохрану\n", "x"))
    assert [row.blank_before for row in layout.rows] == [0, 0, 1]


def test_a_number_in_the_middle_of_the_sheet():
    assert kept("2.1. Отчёт утвердить.\n                                  - 2 -\n2.2. Подать заявку.\n") == [
        "2.1. Отчёт утвердить.", "2.2. Подать заявку.",
    ]  # fmt: skip
    assert "                              7".strip() in kept("Итого:\n\n                              7\n\nПодпись\n")


def test_a_running_head_beside_a_page_number_without_form_feeds():
    filler = "\n".join(f"Строка протокола {word}, которая говорит о деле." for word in "абвгдежзиклмнопрстуф")
    head = "Протокол совещания 02.03.2016 № АП-9"
    text = f"ПРОТОКОЛ\nсовещания\n\n{filler}\nзнаков в соответствии с категориями средств\n\n2\n\n{head}\n\nоборудования."
    assert head not in kept(text)
    assert "2" not in kept(text)
    assert head in kept(f"{filler}\nПредставить\n\n{head}\n\nв отдел.")


def test_a_number_between_dashes():
    assert "— 2 —" not in kept(LINE * 24 + "\n— 2 —\n\nЗаявки просим присылать в июне.\n")
    assert "— 2 —" in kept("Итого:\n\n— 2 —\n\nПодпись\n")
