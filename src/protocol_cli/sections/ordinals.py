"""Numbers of agenda items as words and labels: «По первому вопросу», «Вопрос № 2», «по п. 3 повестки»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.layout.numbering import roman_value

_STEMS = (
    "перв",
    "втор",
    "трет",
    "четв",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
)
_NTH = re.compile(
    r"(?:по )?(?P<word>(?:"
    + "|".join(_STEMS)
    + r")\w*|(?P<figure>\d{1,2})(?:-?(?:му|ому|ый|ой))?|(?P<roman>[IVX]+)) вопрос(?:у|а)?(?: повестки(?: дня)?)?|"
    r"(?:по )?вопрос[у]?\s*(?:№\s*)?(?:(?P<figure2>\d{1,2})|(?P<roman2>[IVX]+))(?: повестки(?: дня)?)?(?![\d.]\d)|"
    r"по (?:п\.|пункту)\s*(?P<figure3>\d{1,2})(?: повестки(?: дня)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """The number of an agenda item, and how many characters named it."""

    number: str
    length: int


def question_number(text: str) -> Question | None:
    """The agenda item that `text` opens: «По второму вопросу: …» is 2; None where it names none at its head."""
    found = _NTH.match(text)
    if found is None:
        return None
    figure = found["figure"] or found["figure2"] or found["figure3"]
    if figure:
        return Question(figure, found.end())
    roman = found["roman"] or found["roman2"]
    if roman and roman_value(roman.upper()) is not None:
        return Question(roman.upper(), found.end())
    word = (found["word"] or "").casefold()
    for i, stem in enumerate(_STEMS, 1):
        if word.startswith(stem):
            return Question(str(i), found.end())
    return None
