"""Small counts as official papers write them: «нет», «один», «двух», «трёх»."""

from __future__ import annotations

from typing import Final

COUNTS: Final[dict[str, int]] = {
    form: value
    for value, forms in (
        (0, "нет ноль нуль нулём отсутствуют отсутствует"),
        (1, "один одна одно одного одной одном одному"),
        (2, "два две двух двум двумя"),
        (3, "три трёх трех трём трем тремя"),
        (4, "четыре четырёх четырех четырём четырем четырьмя"),
        (5, "пять пяти пятью"),
        (6, "шесть шести шестью"),
        (7, "семь семи семью"),
        (8, "восемь восьми восемью"),
        (9, "девять девяти девятью"),
        (10, "десять десяти десятью"),
        (11, "одиннадцать одиннадцати"),
        (12, "двенадцать двенадцати"),
        (13, "тринадцать тринадцати"),
        (14, "четырнадцать четырнадцати"),
        (15, "пятнадцать пятнадцати"),
        (20, "двадцать двадцати"),
    )
    for form in forms.split()
}


def count_of(word: str) -> int | None:
    """Return the number that digits or a word say: «34» → 34, «нет» → 0; null for anything else."""
    return int(word) if word.isascii() and word.isdigit() else COUNTS.get(word.lower())
