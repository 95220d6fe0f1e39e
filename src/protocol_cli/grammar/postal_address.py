"""A postal address: «Ленина пр., д. 111, г. Томск, 634069», «443022, г. Самара, ул. Лесная, д. 12».

It is the longest run of parts between commas and line breaks each of which looks like a part of an address, and at
least one of which is a postal code or a street with its house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_INDEX = re.compile(r"(?<![\d-])[1-9]\d{5}(?![\d-])")
_STREET = re.compile(
    r"(?<![\w])(?:ул|пр|просп|пр-т|пр-кт|пер|пл|наб|б-р|бул|ш|туп|мкр|мкрн|"
    r"кв-л)\.(?=[ ]?(?-i:[«А-ЯЁ\d])|$|[ ]?,|[ ]?(?:реки|им|имени|академик|маршал|генерал|адмирал|брат|"
    r"геро|профессор|капитан|лейтенант|космонавт|канал)\w*)|"
    r"(?<!\w)(?:улица|проспект|переулок|площадь|набережная|бульвар|шоссе|проезд|тупик|микрорайон|"
    r"квартал|пр-т|пр-кт|линия|аллея|тракт)(?!\w)|"
    r"(?-i:[А-ЯЁ])[\w-]+[ ](?:ул|пр|пр-т|просп|пер|пл|наб|ш|б-р|вал|спуск|въезд|луч)(?:\.|(?!\w))",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"^(?:д(?:ом|\.)?|зд(?:ание|\.)|корп(?:ус|\.)?|к\.|стр(?:оение|\.)?|оф(?:ис|\.)?|каб(?:инет|\.)?|ком(?:ната|"
    r"\.)?|кв\.|пом(?:ещ)?(?:ение|\.)?|эт(?:аж|\.)?|лит(?:ер|\.)?|"
    r"а/я|ГСП-?|под(?:ъезд|\.)?|вл(?:адение|\.)?)[ ]?№?[ ]?[\dА-Яа-я][\w/-]{0,6}(?:[ ](?:корп|к|стр|"
    r"лит)\.?[ ]?\w{1,4})?\.?$|^\d{1,4}[а-яА-Я]?(?:[/-]\d{1,4}[а-яА-Я]?)?(?:[ ](?:корп|к|"
    r"стр)\.?[ ]?\d{1,3})?\.?$",
    re.IGNORECASE,
)
_HOUSE_INSIDE = re.compile(
    r"(?<!\w)(?:д(?:ом|\.)|стр\.|корп\.|оф\.|офис|каб\.)[ ]?№?[ ]?\d|[ ]\d{1,4}[а-яА-Я]?(?:/\d+)?\.?$"
)
_PLACE = re.compile(
    r"^(?:\d{6}[ ])?(?:г|гор|город|п|пос|пгт|рп|р\.[ ]?п|с|село|дер|д|ст|ст-ца|х|мкр)(?:\.[ ]?|[ ])(?-i:[А-ЯЁ])|"
    r"(?:область|обл\.?|край|республика|респ\.?|район|р-н|округ|автономный округ|АО)\.?$|"
    r"^(?:республика|респ\.|россия$|рф$|российская федерация$)",
    re.IGNORECASE,
)
_CITY = re.compile(r"^(?:г\.[ ]?)?[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁ][а-яё]+){0,2}\.?$")
_LABEL = re.compile(
    r"^(?:(?:почтов|юридическ|фактическ|юр|факт|почт)\w*\.?[ ]|место[ ]нахождени\w*|"
    r"наш[ ])*(?:адрес\w*(?:[ ]места[ ]нахождения)?|место[ ]нахождения)[ ]?[:–—-]?[ ]?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<!\w)(?:тел(?:ефон\w*|\.|/|(?=[ ]?[:(+\d]))|т\.|факс|ф\.|т/ф|e-?mail|эл(?:\.|"
    r"ектронн\w+)[ ]?(?:почт|адрес)|сайт|http|www|ИНН|КПП|ОГРН|ОКПО|р/с|р/сч|БИК)"
    r"|@|\.[ ](?=(?-i:[А-ЯЁ])[а-яё]+:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundPostalAddress:
    """An address at `start:end` of the text, on one line in `value`, with its six digits when they are given."""

    start: int
    end: int
    value: str
    postal_code: str | None
    code_start: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    strong: bool
    weak: bool
    street: bool
    index: bool


def find_postal_address(text: str) -> FoundPostalAddress | None:
    """Return the address in a letterhead (lines joined by line breaks), one with a postal code before one without."""
    best: tuple[tuple[bool, bool, int], list[_Part]] | None = None
    for run in _runs(text):
        has_index, has_street = any(p.index for p in run), any(p.street for p in run)
        if not has_street and not (has_index and len(run) > 1):
            continue
        rank = (has_index, has_street, 0)
        if best is None or rank > best[0]:
            best = rank, run
    if best is None:
        return None
    start, end = best[1][0].start, best[1][-1].end
    while text[end - 1] in " .,;" and not re.search(r"(?:ул|обл|пр|пл|пер)\.$", text[start:end]):
        end -= 1
    index = _INDEX.search(text, start, end)
    return FoundPostalAddress(
        start, end, " ".join(text[start:end].split()), index[0] if index else None, index.start() if index else None
    )


def _runs(text: str) -> list[list[_Part]]:
    """Return runs of neighbouring parts that look like an address, the doubtful ones at their ends left off."""
    runs: list[list[_Part]] = []
    current: list[_Part] = []
    for piece in re.finditer(r"[^,;|\n]+", text):
        start, end = piece.span()
        start += len(piece[0]) - len(piece[0].lstrip())
        line_start = text.rfind("\n", 0, start) + 1
        label = _LABEL.match(text[start:end])
        if label and label[0] and text[line_start:start].strip() == "":
            runs.append(current)
            current, start = [], start + label.end()
        stop = _STOP.search(text, start, end)
        part = _part(text, start, stop.start() if stop else end)
        broken = piece.start() > 0 and text[piece.start() - 1] == ";"
        if part is None or broken:
            runs.append(current)
            current = []
        if part is not None:
            current.append(part)
        if stop:
            runs.append(current)
            current = []
    runs.append(current)
    return [trimmed for run in runs if (trimmed := _trimmed(run, text))]


def _part(text: str, start: int, end: int) -> _Part | None:
    value = text[start:end].strip()
    if not value or len(value) > 90 or value.count("«") > value.count("»"):
        return None
    index = _INDEX.search(value) is not None
    street = _STREET.search(value) is not None
    house = _HOUSE.match(value) is not None or (street and _HOUSE_INSIDE.search(value) is not None)
    place = _PLACE.search(value) is not None and not value.isupper() and len(value.split()) <= 5
    strong = index or street or place or (house and not value.strip(".").isdigit())
    weak = house or (_CITY.match(value) is not None and len(value.split()) <= 3)
    if (
        index
        and re.sub(r"\d{6}", "", value).strip(" .")
        and not (street or place or _CITY.match(value[6:].strip(" .")))
    ):
        return None
    if not strong and not weak:
        return None
    left = start + len(text[start:end]) - len(text[start:end].lstrip())
    return _Part(left, left + len(value), strong, weak, street and not value.isupper(), index)


def _trimmed(run: list[_Part], text: str) -> list[_Part]:
    """Without the doubtful parts at the ends: a lone word on a line of its own is a heading; a house number is kept."""
    while run and not run[0].strong:
        run = run[1:]
    while (
        run
        and not run[-1].strong
        and not (len(run) > 1 and (text[run[-1].start].isdigit() or "\n" not in text[run[-2].end : run[-1].start]))
    ):
        run = run[:-1]
    return run
