"""Labelled identifiers in the text, with their places: «ИНН/КПП 8899014275/889901001, ОГРН 1038899004176»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.models import Span
from protocol_cli.validation.paper import Paper

_LABEL = r"(?:ИНН|КПП|ОГРНИП|ОГРН|ОКПО|СНИЛС|БИК)"
_LABELLED = re.compile(
    rf"(?<!\w)(?P<labels>{_LABEL}(?:[ ]?[/\\,][ ]?{_LABEL}){{0,3}})[ \n]?[:№–—-]{{0,2}}[ \n]?"
    r"(?P<values>\d[\dA-Z -]{3,22}(?:[ ]?[/\\,][ ]?\d[\dA-Z -]{3,22}){0,3})"
)
_NAME = re.compile(_LABEL)
_ACCOUNT = re.compile(r"(?:р/с|рас[ч]?[её]тн\w+ сч[её]т|р/сч[её]т|к/с|корр?\w*[./ ]{1,2}сч[её]т)\D{0,12}(?P<value>\d{20})(?!\d)", re.IGNORECASE)
LENGTHS = {"ИНН": (10, 12), "КПП": (9,), "ОГРН": (13, 15), "ОГРНИП": (15,), "ОКПО": (8, 10, 14), "СНИЛС": (11,), "БИК": (9,)}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An identifier: the label before it, its signs without spaces, and its place.

    `fits` tells that it is as long as its kind must be; `whole` that it is one run of signs, so that its length is
    what the paper says and not where the reading stopped.
    """

    label: str
    value: str
    place: Span
    fits: bool
    whole: bool


def labelled(paper: Paper, *labels: str) -> list[Labelled]:
    """The identifiers with one of these labels; from the letterhead's fields where the text was not kept."""
    if not paper.text:
        return [found for found in _from_fields(paper) if found.label in labels]
    if not any(label in paper.text for label in labels):
        return []
    return [found for found in paper.kept("identifiers", _all) if found.label in labels]


def accounts(paper: Paper) -> list[tuple[str, Span]]:
    """Bank accounts of twenty digits that are called so."""
    return [(m["value"], paper.span(m.start("value"), m.end("value"))) for m in _ACCOUNT.finditer(paper.text)]


def _all(paper: Paper) -> list[Labelled]:
    found: list[Labelled] = []
    at = 0
    for start, end in paper.capitals:
        match = _LABELLED.match(paper.text, start) if start >= at and paper.text[start:end] in LENGTHS else None
        if match is None:
            continue
        at = match.end()
        names = _NAME.findall(match["labels"])
        pieces = re.finditer(r"[^/\\,]+", match["values"])
        for name, piece in zip(names, pieces, strict=False):
            start = match.start("values") + piece.start()
            found.append(_cut(paper, name, piece[0], start))
    return found


def _cut(paper: Paper, label: str, text: str, start: int) -> Labelled:
    """As many of the words as make up an allowed length; else the first word alone."""
    words = list(re.finditer(r"[\dA-Z]+(?:-\d+)*", text))
    size = 0
    for count, word in enumerate(words, 1):
        size += len(word[0].replace("-", ""))
        if size in LENGTHS[label]:
            first, last = words[0].start(), word.end()
            value = re.sub(r"[ -]", "", text[first:last])
            return Labelled(label, value, paper.span(start + first, start + last), fits=True, whole=count == 1)
    word = words[0]
    whole = len(words) == 1 and not paper.text[start + word.end() : start + word.end() + 1].isalnum()
    return Labelled(label, word[0].replace("-", ""), paper.span(start + word.start(), start + word.end()), fits=False, whole=whole)


def _from_fields(paper: Paper) -> list[Labelled]:
    letter = paper.document.letter
    if letter is None:
        return []
    fields = letter.identifiers
    values = (("ИНН", fields.inn), ("КПП", fields.kpp), ("ОГРН", fields.ogrn), ("ОКПО", fields.okpo))
    return [Labelled(name, value, letter.span, fits=True, whole=True) for name, value in values if value]
