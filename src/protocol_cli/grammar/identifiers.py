"""State identifiers of an organisation: ИНН, КПП, ОГРН, ОКПО, found by their labels.

`ИНН/КПП 7021022030/701701001, ОГРН 1037000082778` is found; ten digits without a label are not: one string of digits
in ten passes the checksum of ИНН by chance. The check digits themselves are the business of `checksums`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.checksums import is_valid_inn, is_valid_kpp, is_valid_ogrn, is_valid_ogrnip, is_valid_okpo

__all__ = [
    "FoundIdentifier",
    "find_identifiers",
    "is_valid_inn",
    "is_valid_kpp",
    "is_valid_ogrn",
    "is_valid_ogrnip",
    "is_valid_okpo",
]

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
