"""State identifiers of an organisation: ИНН, КПП, ОГРН, ОКПО, found by their labels.

`ИНН/КПП 7021022030/701701001, ОГРН 1037000082778` is found; ten digits without a label are not: one string of digits
in ten passes the checksum of ИНН by chance. Checksums: приказ ФНС России of 29.06.2012 № ММВ-7-6/435@ (ИНН, КПП),
приказ Минфина России of 30.10.2017 № 165н (ОГРН, ОГРНИП), ПР 50.1.024-2005 (ОКПО).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABELS = re.compile(
    r"(?<!\w)(?P<labels>(?:ИНН|КПП|ОГРНИП|ОГРН|ОКПО)(?:[ ]?[/\\,][ ]?(?:ИНН|КПП|ОГРНИП|ОГРН|ОКПО))*)"
    r"(?:[ ]?\([^()]{0,40}\))?[ ]?[:№–—-]{0,2}[ ]?"
    r"(?P<values>\d[\dA-Z ]{5,20}(?:[ ]?[/\\,;][ ]?\d[\dA-Z ]{5,20}){0,4})",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[\dA-Za-z]+(?:[ ][\dA-Za-z]+)*")
_LENGTHS = {"inn": (10, 12), "kpp": (9,), "ogrn": (13, 15), "okpo": (8, 10, 14)}
_NAMES = {"ИНН": "inn", "КПП": "kpp", "ОГРН": "ogrn", "ОГРНИП": "ogrn", "ОКПО": "okpo"}


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """`kind` is inn, kpp, ogrn or okpo; `value` holds its digits without spaces, `start:end` is where they stand."""

    start: int
    end: int
    kind: str
    value: str


def find_identifiers(text: str) -> list[FoundIdentifier]:
    """Every labelled identifier of a line, left to right; a value of another length than its label asks is left out."""
    found: list[FoundIdentifier] = []
    for match in _LABELS.finditer(text):
        kinds = [_NAMES[w] for w in re.findall(r"ОГРНИП|ИНН|КПП|ОГРН|ОКПО", match["labels"].upper())]
        start = match.start("values")
        pieces = list(re.finditer(r"[^/\\,;]+", match["values"]))
        for kind, piece in zip(kinds, pieces, strict=False):
            value = _cut(piece[0], _LENGTHS[kind])
            if value:
                offset = start + piece.start() + value[0]
                found.append(FoundIdentifier(offset, offset + len(value[1]), kind, value[1].replace(" ", "")))
    return found


def _cut(text: str, lengths: tuple[int, ...]) -> tuple[int, str] | None:
    """Return the digits of one value with their offset: as many words as make up an allowed length."""
    words = list(re.finditer(r"[\dA-Za-z]+", text))
    best: tuple[int, str] | None = None
    for n in range(1, len(words) + 1):
        size = sum(len(w[0]) for w in words[:n])
        if size in lengths and (best is None or size <= max(lengths)):
            best = (words[0].start(), text[words[0].start() : words[n - 1].end()])
    return best


def _digit(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11 % 10


def _plain(value: str, *lengths: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) in lengths and set(value) != {"0"}


def is_valid_inn(value: str) -> bool:
    """Tell whether the check digits of an ИНН agree: ten digits of an organisation, twelve of a person."""
    if not _plain(value, 10, 12) or value.startswith("00"):
        return False
    if len(value) == 10:
        return _digit(value, (2, 4, 10, 3, 5, 9, 4, 6, 8)) == int(value[9])
    return _digit(value, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) == int(value[10]) and _digit(
        value, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    ) == int(value[11])


def is_valid_kpp(value: str) -> bool:
    """Tell whether a КПП has its form: tax office, two signs of the reason, three digits; there is no checksum."""
    return re.fullmatch(r"\d{4}[\dA-Z]{2}\d{3}", value, re.ASCII) is not None and not value.startswith("00")


def is_valid_ogrn(value: str) -> bool:
    """Tell whether the last of thirteen digits is the rest of the first twelve by 11; ОГРН begins with 1, 2 or 5."""
    return _plain(value, 13) and value[0] in "125" and int(value[:12]) % 11 % 10 == int(value[12])


def is_valid_ogrnip(value: str) -> bool:
    """Tell whether the last of fifteen digits is the rest of the first fourteen by 13; ОГРНИП begins with 3 or 4."""
    return _plain(value, 15) and value[0] in "34" and int(value[:14]) % 13 % 10 == int(value[14])


def is_valid_okpo(value: str) -> bool:
    """Tell whether the last of eight or ten digits checks the others (weights 1, 2, … or 3, 4, …)."""
    if not _plain(value, 8, 10):
        return False
    digits = [int(d) for d in value[:-1]]
    for shift in (0, 2):
        rest = sum(d * ((i + shift) % 10 + 1) for i, d in enumerate(digits)) % 11
        if rest < 10:
            return rest == int(value[-1])
    return int(value[-1]) == 0
