"""Marks at the head of an item, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from protocol_cli.layout.normalise import clean
from protocol_cli.layout.numbering import LETTERS, MarkKind, drop_mark, read_mark, roman_value


@pytest.mark.parametrize(
    ("text", "kind", "number", "values", "rest"),
    [
        ("1. Утвердить план", "arabic", "1", (1,), "Утвердить план"),
        ("12) Утвердить", "arabic", "12", (12,), "Утвердить"),
        ("2.1. Разработать", "arabic", "2.1", (2, 1), "Разработать"),
        ("2.1 Разработать", "arabic", "2.1", (2, 1), "Разработать"),
        ("1.2.3.4. Разработать", "arabic", "1.2.3.4", (1, 2, 3, 4), "Разработать"),
        ("1.Утвердить", "arabic", "1", (1,), "Утвердить"),
        ("1.) Утвердить", "arabic", "1", (1,), "Утвердить"),
        ("3 Утвердить", "arabic", "3", (3,), "Утвердить"),
        ("п. 4. Утвердить", "arabic", "4", (4,), "Утвердить"),
        ("Пункт 4. Утвердить", "arabic", "4", (4,), "Утвердить"),
        ("IV. О ходе работ", "roman", "IV", (4,), "О ходе работ"),
        ("ІІ. О ходе работ", "roman", "II", (2,), "О ходе работ"),
        ("X) О разном", "roman", "X", (10,), "О разном"),
        ("а) провести", "letter", "а", (1,), "провести"),
        ("в. провести", "letter", "в", (3,), "провести"),
        ("– провести", "bullet", "", (), "провести"),
        ("- провести", "bullet", "", (), "провести"),
        ("• провести", "bullet", "", (), "провести"),
        ("–провести", "bullet", "", (), "провести"),
        ("* провести", "bullet", "", (), "провести"),
        ("o провести", "bullet", "", (), "провести"),
    ],
)
def test_marks(text: str, kind: str, number: str, values: tuple[int, ...], rest: str):
    mark, body = drop_mark(clean(text))
    assert mark is not None
    assert (mark.kind, mark.number, mark.values, mark.depth) == (kind, number, values, len(values))
    assert (body.text, body.start) == (rest, text.index(rest))


@pytest.mark.parametrize(
    "text",
    [
        "10.06.2021 № 5", "10.06.21", "25.12 г.", "11.00", "11:00", "9.30 час.", "10.00 – 12.00", "16 апреля 2021 года",
        "И.Б. Иванов", "И. о. директора", "г. Томск", "с. Степное", "А.В. Сидоров", "2021 год", "5 человек", "560",
        "Утвердить план", "-5 градусов", "а б в", "", "ООО «Луч»", "VIP зал", "1000. рублей", "2/5",
        "с.г. провести", "IIII. О ходе", "ул. Ленина, 5",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark(text: str):
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I", 1), ("IV", 4), ("VIII", 8), ("IX", 9), ("XIV", 14), ("XL", 40), ("LXXX", 80), ("ІХ", 9),
        ("IIII", None), ("VX", None), ("IC", None), ("", None), ("А", None), ("iv", None),
    ],
)  # fmt: skip
def test_roman_numbers(text: str, value: int | None):
    assert roman_value(text) == value


@pytest.mark.parametrize("text", ["1.1.10. Утвердить план", "2.1.12. создать запас", "1.2.10) Утвердить", "1.1.10.1. Утвердить"])
def test_the_tenth_item_on_the_third_step(text: str):
    assert read_mark(text) is not None


@given(st.lists(st.integers(1, 99), min_size=1, max_size=5), st.sampled_from([". ", ") "]))
def test_every_number_reads_back(values: list[int], closing: str):
    assume(len(values) < 3 or min(values[:3]) < 10)  # «10.10.10.» is a day
    number = ".".join(map(str, values))
    mark = read_mark(f"{number}{closing}Утвердить план")
    assert mark is not None
    assert (mark.number, mark.values, mark.length) == (number, tuple(values), len(number + closing))


@given(st.sampled_from(list(LETTERS)))
def test_every_letter_of_a_list(letter: str):
    mark = read_mark(f"{letter}) провести")
    assert mark is not None
    assert (mark.kind, mark.values) == (MarkKind.LETTER, (LETTERS.index(letter) + 1,))


@given(st.text(max_size=40))
def test_no_text_breaks_it_and_the_mark_lies_inside(text: str):
    mark = read_mark(text)
    assert mark is None or 0 < mark.length <= len(text)
