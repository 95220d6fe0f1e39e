"""Repair of signs that recognition and keyboards mix up: Latin letters in Cyrillic words, letters in numbers.

Every repair keeps the length of the text, so that offsets into it hold. What is repaired cannot be read otherwise: a word
of both alphabets whose Latin letters all look Cyrillic, a letter between the figures of a number.
"""

from __future__ import annotations

import re
from operator import ne

_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_MIXED = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXYaceopxyu", "АВСЕНКМОРТХУасеорхуи")
_LOOK_ALIKE = frozenset("ABCEHKMOPTXYaceopxy")
# «B.И. Прохоренко»: an initial in another alphabet than the one beside it
_MIXED_INITIALS = re.compile(r"(?<![A-Za-zА-Яа-яЁё.])(?:[ABCEHKMOPTXY]\. ?[А-ЯЁ]|[А-ЯЁ]\. ?[ABCEHKMOPTXY])\.")
SURE_OF_RECOGNITION = 5  # letters put right in a text from which it is sure that recognition mixed the alphabets
# «T.B. Рябченко», «Рябченко T.B.»: initials beside a Cyrillic surname
_LATIN_INITIALS = re.compile(
    r"(?<![\w.])[ABCEHKMOPTXY]\. ?[ABCEHKMOPTXY]\.(?= ?[А-ЯЁ][а-яё])|(?<=[а-яё] )[ABCEHKMOPTXY]\. ?[ABCEHKMOPTXY]\.(?!\w)"
)
# «OOO «Луч»», «AO «Унжалес»»: a legal form in Latin letters before a name in quotes
_LATIN_FORM = re.compile(r"(?<![A-Za-zА-Яа-яЁё])(?:OOO|OAO|AO|HAO|TCH|CHT)(?= ?[«\"])")
# «O предоставлении», «письмо c приложением»: a word of one letter at the head of a line or among Cyrillic words
_ALONE = re.compile(r"^[ \t]*[OCABK](?= [а-яё]{3})|(?<=[а-яё,] )[acoOCA](?= [а-яё])", re.MULTILINE)
_ON_REPLY = re.compile(r"(?<![A-Za-zА-Яа-яё])Ha(?= №| N )")

# Letters that recognition reads for figures, and where a figure is sure to stand.
_FIGURES = str.maketrans("ЗОOбlI", "300611")
_NEAR_FIGURE = re.compile(r"[ЗОOбlI][\d.)-]|\d[ЗОOбlI]| [Зl] (?:л|стр|экз)")
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_MISREAD = re.compile(
    # a day: «29.0З.2023», «2б.08.2024», «2З апреля»; a year: «2О23»
    r"(?<![\w.])(?=[\dЗОOбlI.]*\d)[\dЗОOбlI]{1,2}\.[\dЗОO]{2}\.(?:[\dЗОO]{4}|[\dЗОO]{2})(?![\w.])|"
    rf"(?<![\w.])(?:\d[ЗО]|[ЗО]\d)(?= {_MONTH})|"
    r"(?<![\w.-])[12](?=[ОO\d]{3}(?: г|$|[^\w]))(?=\d?[ОO])[ОO\d]{3}|"
    # at the head of a number: «№ О1-17/642»; in one with two figures in a row: «5-21-З6», «31-22-0О»
    r"(?:(?<=№ )|(?<=№  ))[ЗОO]\d(?=[\d/-])|"
    r"(?<=\d-)(?:\d[ЗО]|[ЗО]\d)(?![\w])|(?<![\w.-])(?:\d[ЗО]|[ЗО]\d)(?=-\d\d-\d)|"
    # of sheets and copies: «на l л.», «в З экз.»
    r"(?<=на )[ЗlI](?= (?:л|стр)\b)|(?<=[вВ] )З(?= экз)|"
    # a list's «З. Представить …», «З.1. …», «2.З. …»
    r"^[ \t]*З(?=\.\d{1,2}\.? [А-ЯЁ]|[.)] ?[А-ЯЁ][а-яё]+ (?![А-ЯЁ]))|^[ \t]*\d{1,2}\.З(?=[.)]? [А-ЯЁ])",
    re.MULTILINE,
)
_IN_WORD = re.compile(r"(?<=[а-яё])[03](?=[а-яё])|(?<=[А-ЯЁ])[03](?=[А-ЯЁ])|(?<![\w.,])0(?=[А-ЯЁ]{3})")
# «I. 0 ходе ремонта», «0б итогах»: the preposition at the head of a line
_ABOUT = re.compile(
    r"^([ \t]*(?:(?:[IVX]{1,4}|\d{1,2})\. ?)?)0(?=б [а-яё]{4}| [а-яё]{2,}(?:ии|ях|ах|ке|де|те|ме|ве|ре|ле|не|ой|ом|ых|их|и) )",
    re.MULTILINE,
)
_LETTERS = {"0": ("о", "О"), "3": ("з", "З")}
_NUMERO = re.compile(r"(?<![A-Za-zА-Яа-яё])(?:N[seº°](?= \d)|N[sº°](?=\d)|N9(?= \d))")
# «r. Костылёво», «2016 r.»: the short word for a town or a year; «Ельцов 3.М.»: an initial
_TOWN = re.compile(r"(?<![A-Za-zА-Яа-яё\d.])r(?=\. ?[А-ЯЁ][а-яё])|(?<=\d{4} )r(?=\.)")
_INITIAL = re.compile(r"(?<=[а-яё] )3(?=\. ?[А-ЯЁ]\.)")


def repaired(text: str) -> str:
    """The text with such signs put right; of the same length."""
    lines = text.split("\n")
    latin = [i for i, line in enumerate(lines) if _LATIN.search(line)]
    changed = 0
    for i in latin:
        read = _LATIN_FORM.sub(_cyrillic, _MIXED_INITIALS.sub(_cyrillic, _MIXED.sub(_one_alphabet, lines[i])))
        if read != lines[i]:
            changed += sum(map(ne, lines[i], read))
            lines[i] = read
    for i in latin:
        read = _LATIN_INITIALS.sub(_cyrillic, lines[i]) if changed >= SURE_OF_RECOGNITION else lines[i]
        lines[i] = _TOWN.sub("г", _NUMERO.sub("№ ", _ON_REPLY.sub("На", _ALONE.sub(_cyrillic, read))))
    for i, line in enumerate(lines):
        if _NEAR_FIGURE.search(line):
            line = _MISREAD.sub(lambda found: found[0].translate(_FIGURES), line)
        if "0" in line or "3" in line:
            line = _IN_WORD.sub(_letter, _ABOUT.sub(r"\1О", _INITIAL.sub("З", line)))
        lines[i] = line
    return "\n".join(lines)


def _cyrillic(match: re.Match[str]) -> str:
    return match[0].translate(_TO_CYRILLIC)


def _one_alphabet(match: re.Match[str]) -> str:
    """A word of both alphabets whose Latin letters all look Cyrillic is a Cyrillic word."""
    word = match[0]
    if not _CYRILLIC.search(word):
        return word
    if all(c in _LOOK_ALIKE for c in word if c.isascii()):
        return word.translate(_TO_CYRILLIC)
    return word


def _letter(match: re.Match[str]) -> str:
    small, capital = _LETTERS[match[0]]
    return small if match.string[max(0, match.start() - 1)].islower() else capital
