"""Numbers and marks at the head of a list item: «1.», «2.1.», «3)», «IV.», «а)», «–», «•»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from protocol_cli.layout.passage import Passage


class MarkKind(StrEnum):
    """The sorts of marks."""

    ARABIC = "arabic"
    ROMAN = "roman"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the head of an item: `number` as printed without its closing sign («2.1», «IV», «а», "" of a bullet).

    `values` are its parts as integers («2.1» → (2, 1); «в» → (3,)); `length` counts its characters, spaces after it included.
    """

    kind: MarkKind
    number: str
    values: tuple[int, ...]
    length: int
    closing: str

    @property
    def depth(self) -> int:
        """How many parts the number has."""
        return len(self.values)


LETTERS = "абвгдежзийклмнопрстуфхцчшщэюя"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")

_ARABIC = re.compile(
    r"(?:(?:п|пункт|Пункт|П)\.? ?|№ ?(?=\d{1,3}[.)]? [А-ЯЁ]))?(\d{1,3}(?:\.\d{1,3}){0,4})(\.\)|[.)](?!\d)|"
    r"(?= [А-ЯЁA-Z«\"])|(?<=\d\.\d)(?= [а-яё]{2,}(?:ть|ти|чь)(?:ся)?(?: |$)))\s*")
_ROMAN = re.compile(r"([IVXLІХ]{1,6})([.)]|(?= [А-ЯЁ]))\s*")
# «П. О ходе …», «Ш. Об обращении …»: what recognition makes of II and III
_MISREAD_ROMAN = re.compile(r"(П|Ш|П1|ПI)\. ?(?=Об? [а-яё«])")
_MISREAD_VALUES = {"П": ("II", 2), "Ш": ("III", 3), "П1": ("III", 3), "ПI": ("III", 3)}
_LETTER = re.compile(r"([а-яё])([.)])\s*")
_BULLETS = "-–—−•·▪●○◦*>➢►"
_BULLET = re.compile(rf"([{_BULLETS}]|o(?= ))\s+|([–—•▪●])(?=[А-Яа-яЁё«])|(-)(?=[а-яё]{2})")
_DATE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{2}\.\d{2}\.\d{2})(?!\d)|\d{1,2}\.(?:0[1-9]|1[0-2])(?= ?(?:г|с|до|по)\b)")
_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?: ?(?:ч|час|мск)\b|$| ?[-–—] ?\d{1,2}[.:]\d{2})")
_MONTH = re.compile(
    r"\d{1,2} (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)", re.IGNORECASE
)


def roman_value(text: str) -> int | None:
    """The value of a Roman number, typed with Latin or Cyrillic letters; None when it is none."""
    letters = text.translate(_CYRILLIC_ROMAN)
    values = [_ROMAN_VALUES.get(c) for c in letters]
    if not values or None in values:
        return None
    total = 0
    for i, value in enumerate(values):
        following = values[i + 1] if i + 1 < len(values) else 0
        total += -(value or 0) if (value or 0) < (following or 0) else (value or 0)
    return total if _to_roman(total) == letters else None


def _to_roman(value: int) -> str:
    out = ""
    for number, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            out += sign
            value -= number
    return out


def read_mark(text: str) -> Mark | None:
    """The mark at the head of `text`, or None.

    «2.1. Разработать …», «3) …», «IV. О ходе …», «б) …», «– …»; not «10.06.2021», «11.00», «16 апреля», «И.Б. Иванов».
    """
    if not text or not (text[0].isdigit() or text[0] in f"№IVXІХпПШo{_BULLETS}" or text[1:2] in ".)"):
        return None
    if _DATE.match(text) or _TIME.match(text) or _MONTH.match(text):
        return None
    if (m := _ARABIC.match(text)) and m.end() < len(text) + 1:
        values = tuple(int(part) for part in m[1].split("."))
        if m[2] or len(values) > 1 or values[0] < 100:
            return Mark(MarkKind.ARABIC, m[1], values, m.end(), m[2])
    if (m := _ROMAN.match(text)) and (value := roman_value(m[1])) is not None:
        return Mark(MarkKind.ROMAN, m[1].translate(_CYRILLIC_ROMAN), (value,), m.end(), m[2])
    if m := _MISREAD_ROMAN.match(text):
        number, value = _MISREAD_VALUES[m[1]]
        return Mark(MarkKind.ROMAN, number, (value,), m.end(), ".")
    if m := _LETTER.match(text):
        place = m[2] == "." and m[1] in "гсдпх" and text[m.end() : m.end() + 1].isupper()  # «г. Томск», «с. Степное»
        if m[1] in LETTERS and not place and not re.match(r"[а-яё]\. ?[а-яё]\.", text):
            return Mark(MarkKind.LETTER, m[1], (LETTERS.index(m[1]) + 1,), m.end(), m[2])
    if m := _BULLET.match(text):
        return Mark(MarkKind.BULLET, "", (), m.end(), "")
    return None


def drop_mark(passage: Passage) -> tuple[Mark | None, Passage]:
    """The mark at the head of the passage and the rest of it."""
    mark = read_mark(passage.text)
    return mark, passage[mark.length :] if mark else passage
