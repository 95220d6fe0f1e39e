"""Kinds of documents in all their cases.

A stem is written with its endings: `письм/о а у ом е ам ами ах`; `+писем` adds an irregular form. A kind whose number
alone is too little to call it another document («решение № 4» of an agenda) is listed in `NEEDS_DATE`.
"""

from __future__ import annotations

import re
from typing import Final

_MASC = "а у ом е ы ов ам ами ах"
_MASC_ZERO = f"- {_MASC}"
_NEUT = "ие ия ию ием ии ий иям иями иях"
_FEM_A = "а ы у е ой ою ам ами ах"
_FEM_IA = "ия ии ию ией ий иям иями иях"
_ADJ_M = "ый ого ому ым ом ые ых ыми"
_ADJ_F = "ая ой ую ою ые ых ым ыми"
_ADJ_N = "ое ого ому ым ом ые ых ыми"

# Nominative → pairs of stem and endings, one for each word of the kind.
_KINDS: Final[tuple[tuple[str, str], ...]] = (
    ("федеральный конституционный закон", f"федеральн/{_ADJ_M} конституционн/{_ADJ_M} закон/{_MASC_ZERO}"),
    ("федеральный закон", f"федеральн/{_ADJ_M} закон/{_MASC_ZERO}"),
    ("перечень поручений", "переч/ень ня ню нем не ни ней ням нями нях поручений/-"),
    ("дополнительное соглашение", f"дополнительн/{_ADJ_N} соглашен/{_NEUT}"),
    ("государственный контракт", f"государственн/{_ADJ_M} контракт/{_MASC_ZERO}"),
    ("муниципальный контракт", f"муниципальн/{_ADJ_M} контракт/{_MASC_ZERO}"),
    ("товарно-транспортная накладная", f"товарно-транспортн/{_ADJ_F} накладн/{_ADJ_F}"),
    ("транспортная накладная", f"транспортн/{_ADJ_F} накладн/{_ADJ_F}"),
    ("договор-заявка", "договор/- а у ом е -заявк/а и у е ой +договор-заявка +договор-заявку +договор-заявки +договор-заявке"),
    ("товарная накладная", f"товарн/{_ADJ_F} накладн/{_ADJ_F}"),
    ("служебная записка", "служебн/ая ой ую ою ые ых ым ыми записк/а и у е ой ам ами ах +записок"),
    ("докладная записка", "докладн/ая ой ую ою ые ых ым ыми записк/а и у е ой ам ами ах +записок"),
    ("платёжное поручение", f"плат[её]жн/{_ADJ_N} поручен/{_NEUT}"),
    ("исполнительный лист", f"исполнительн/{_ADJ_M} лист/{_MASC_ZERO}"),
    ("счёт-фактура", "сч[её]т/- а у ом е -фактур/а ы у е ой +сч[её]т-фактур/а ы у е ой"),
    ("письмо", "письм/о а у ом е ам ами ах +писем"),
    ("приказ", f"приказ/{_MASC_ZERO}"),
    ("распоряжение", f"распоряжен/{_NEUT}"),
    ("постановление", f"постановлен/{_NEUT}"),
    ("решение", f"решен/{_NEUT}"),
    ("указ", f"указ/{_MASC_ZERO}"),
    ("указание", f"указан/{_NEUT}"),
    ("поручение", f"поручен/{_NEUT}"),
    ("протокол", f"протокол/{_MASC_ZERO}"),
    ("законопроект", f"законопроект/{_MASC_ZERO}"),
    ("закон", f"закон/{_MASC_ZERO}"),
    ("договор", f"договор/{_MASC_ZERO} +договора"),
    ("соглашение", f"соглашен/{_NEUT}"),
    ("контракт", f"контракт/{_MASC_ZERO}"),
    ("акт", f"акт/{_MASC_ZERO}"),
    ("предписание", f"предписан/{_NEUT}"),
    ("представление", f"представлен/{_NEUT}"),
    ("предостережение", f"предостережен/{_NEUT}"),
    ("протест", f"протест/{_MASC_ZERO}"),
    ("запрос", f"запрос/{_MASC_ZERO}"),
    ("обращение", f"обращен/{_NEUT}"),
    ("заявление", f"заявлен/{_NEUT}"),
    ("заявка", "заявк/а и у е ой ам ами ах +заявок"),
    ("жалоба", f"жалоб/{_FEM_A} +жалоб"),
    ("ходатайство", "ходатайств/о а у ом е ам ами ах"),
    ("претензия", f"претенз/{_FEM_IA}"),
    ("рекламация", f"рекламац/{_FEM_IA}"),
    ("телеграмма", f"телеграмм/{_FEM_A} +телеграмм"),
    ("телефонограмма", f"телефонограмм/{_FEM_A} +телефонограмм"),
    ("факсограмма", f"факсограмм/{_FEM_A} +факсограмм"),
    ("уведомление", f"уведомлен/{_NEUT}"),
    ("извещение", f"извещен/{_NEUT}"),
    ("накладная", f"накладн/{_ADJ_F}"),
    ("счёт", "сч[её]т/- а у ом е ам ами ах +счетов"),
    ("доверенность", "доверенност/ь и ью ей ям ями ях"),
    ("свидетельство", "свидетельств/о а у ом е ам ами ах +свидетельств"),
    ("лицензия", f"лиценз/{_FEM_IA}"),
    ("сертификат", f"сертификат/{_MASC_ZERO}"),
    ("разрешение", f"разрешен/{_NEUT}"),
    ("заключение", f"заключен/{_NEUT}"),
    ("справка", "справк/а и у е ой ам ами ах +справок"),
    ("определение", f"определен/{_NEUT}"),
    ("директива", f"директив/{_FEM_A} +директив"),
    ("инструкция", f"инструкц/{_FEM_IA}"),
    ("регламент", f"регламент/{_MASC_ZERO}"),
    ("положение", f"положен/{_NEUT}"),
    ("программа", f"программ/{_FEM_A} +программ"),
    ("план", f"план/{_MASC_ZERO}"),
    ("отчёт", f"отч[её]т/{_MASC_ZERO}"),
    ("ответ", f"ответ/{_MASC_ZERO}"),
)

NEEDS_DATE: Final[frozenset[str]] = frozenset(
    [
        "решение",
        "поручение",
        "указание",
        "представление",
        "обращение",
        "заявление",
        "заявка",
        "жалоба",
        "извещение",
        "уведомление",
        "разрешение",
        "заключение",
        "справка",
        "определение",
        "положение",
        "программа",
        "план",
        "отчёт",
        "регламент",
        "свидетельство",
        "сертификат",
        "лицензия",
        "счёт",
    ]
)
"""A short number without a date says too little: «решение № 4» is an item of the same protocol."""

OF_PARTIES: Final[frozenset[str]] = frozenset(
    {
        "договор", "соглашение", "контракт", "дополнительное соглашение", "государственный контракт",
        "муниципальный контракт", "акт", "накладная", "товарная накладная", "товарно-транспортная накладная", "счёт",
        "счёт-фактура", "платёжное поручение", "доверенность", "положение", "программа", "план", "отчёт", "лицензия",
        "свидетельство", "сертификат",
    }
)  # fmt: skip
"""What follows these tells the matter, not who issued them: «договор поставки»."""

LAWS: Final[frozenset[str]] = frozenset({"федеральный закон", "федеральный конституционный закон", "законопроект"})
"""Issued by nobody that a letter would name."""

MEETING_WORDS: Final[re.Pattern[str]] = re.compile(
    r"(?:[\w-]+(?:ого|его|ой)[ ]){0,3}"
    r"(?:заседани|совещани|собрани[яй](?![ ]депутат)|семинар|вебинар|встреч|конференци|слушани|"
    r"селектор|педсовет|схода?\b|"
    r"планерк|консультаци|видеоконференц|переговор|рассмотрени|подведени|вскрыти|проведени|разногласи|"
    r"оперативк|летучк|съезд)",
    re.IGNORECASE,
)
"""A protocol is of a meeting, and a meeting issues nothing."""

NUMBERED_THINGS: Final[re.Pattern[str]] = re.compile(
    r"(?:школ|сад|лице|гимнази|интернат|отдел|отделени|участ|больниц|поликлиник|дом|квартир|корпус|"
    r"част|цех|форм|вопрос|пункт|подпункт|"
    r"приложени|таблиц|секци|групп|экземпляр|лот|этап|мельниц|котельн|бригад|колонн|маршрут|филиал|станци|блок|агрегат|"
    r"учреждени|кабинет|аптек|почт|магазин|скважин|шахт|объект|модул|глав|стать|раздел|графа?|строк|"
    r"лист|рисун|схем|дел|СОШ|ООШ|ДОУ|МБОУ|СШ)\w{0,5}$",
    re.IGNORECASE,
)
"""A number after one of these is its own, not a document's."""


def _word(stem: str, endings: list[str]) -> str:
    options = "|".join(sorted((e for e in endings if e != "-"), key=len, reverse=True))
    return f"{stem}(?:{options}){'?' if '-' in endings else ''}"


def _pattern(spec: str) -> str:
    """Return the regex of one kind; a word that begins with «-» is joined to the one before."""
    words: list[tuple[str, list[str]]] = []
    extra: list[str] = []
    for token in spec.split():
        if token.startswith("+"):
            stem, _, ending = token[1:].partition("/")
            extra.append(_word(stem, [ending]) if ending else stem)
        elif "/" in token:
            stem, _, ending = token.partition("/")
            words.append((stem, [ending]))
        else:
            words[-1][1].append(token)
    body = "[ ]".join(_word(s, e) for s, e in words).replace("[ ]-", "-")
    if extra:
        head, space, _ = body.rpartition("[ ]")
        body = f"{body}|{head}{space}(?:{'|'.join(extra)})"
    return body


KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(_pattern(spec), re.IGNORECASE)) for name, spec in _KINDS
)

KIND_WORD: Final[re.Pattern[str]] = re.compile(
    r"(?<![\w-])(?:(?:{})(?![\w-])|(?P<fz>ФЗ)(?=[ ]?(?:№|N\b|No\b|от[ ])))".format(
        "|".join(_pattern(spec) for _, spec in _KINDS)
    ),
    re.IGNORECASE,
)


def kind_of(words: str) -> str | None:
    """Return the kind in the nominative, lower case: «Федеральным законом» → «федеральный закон», or null."""
    words = " ".join(words.split())
    if words == "ФЗ":
        return "федеральный закон"
    return next((name for name, pattern in KINDS if pattern.fullmatch(words)), None)
