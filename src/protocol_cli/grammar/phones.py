"""Telephone and fax numbers as printed: «тел/факс (382 2) 512-530», «8(3912)45-60-17», «+7 (495) 123-45-60, доб. 2417».

A number needs a label, an area code in brackets, a leading +7 or 8, or the dashes of a local number («6-00-21»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FAX = r"(?:теле)?факс\w*\.?|ф\.|fax"
_TEL = (
    r"(?:кон(?:тактный|т\.)[ ]?)?(?:теле(?:фон\w*)|тел)\.?|т\.|phone|tel\.?|моб(?:ильный)?\.?|"
    r"сот(?:овый)?\.?|при[её]мн\w+"
)
_LABEL = re.compile(
    rf"(?<![\w.])(?P<both>(?:{_TEL})[ ]?[/\\,(-]{{1,2}}[ ]?(?:{_FAX})\)?|"
    rf"(?:{_FAX})[ ]?[/\\,-][ ]?(?:{_TEL})|т/ф\.?|телефакс\w*)"
    rf"|(?<![\w.])(?P<fax>{_FAX})(?!\w)|(?<![\w.])(?P<tel>{_TEL})(?!\w)",
    re.IGNORECASE,
)
_EXTENSION = r"(?:,?[ ]?\(?(?:доб(?:авочный|\.)?|вн(?:утр)?\.|ext\.?)[ ]?:?[ ]?\d{1,6}(?:[ -]\d{2,4})?\)?)?"
_CORE = r"(?:\+?[78][ -]?)?(?:\(\d[\d -]{1,6}\)[ -]?)?\d(?:[ -]{0,2}\d){3,10}"
_LABELLED = re.compile(rf"(?<![\d+])(?P<number>{_CORE}{_EXTENSION})(?![\d])", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\w№/.,+-])(?<!№[ ])(?P<number>(?:\+7[ -]?|"
    rf"8[ -]?)?\(\d[\d -]{{1,6}}\)[ -]?\d(?:[ -]{{0,2}}\d){{3,8}}{_EXTENSION}"
    rf"|(?:\+7|8)[ -]\d{{3,5}}[ -]\d{{1,3}}-\d\d-\d\d{_EXTENSION}|\+7\d{{10}}|8\d{{10}}"
    rf"|\d{{1,3}}-\d\d-\d\d{_EXTENSION})(?![\w/-])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[ ]?(?:,|;|и|/)[ ]?$")
_FAX_AFTER = re.compile(r"[ ]?\((?:тел\.?/)?факс\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number as printed at `start:end`; `kind` is phone, fax or both; `labelled`: a word says what it is."""

    start: int
    end: int
    value: str
    kind: str
    labelled: bool = False


def find_phones(text: str) -> list[FoundPhone]:
    """Find every phone and fax of a line, left to right; numbers that commas join after a label are all of its kind."""
    found: list[FoundPhone] = []
    labels = list(_LABEL.finditer(text))
    for i, label in enumerate(labels):
        limit = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        position = label.end()
        for number in _LABELLED.finditer(text, label.end(), limit):
            between = text[position : number.start()]
            first = position == label.end()
            if not (
                re.fullmatch(r"[ ]?[:.)–—-]{0,2}[ ]?(?:\([^()\d]{1,30}\)[ ]?)?", between)
                if first
                else _GOES_ON.fullmatch(between)
            ):
                break
            if not 4 <= sum(c.isdigit() for c in re.split(r"доб|вн|ext", number[0])[0]) <= 12:
                break
            kind = "both" if label["both"] else "fax" if label["fax"] else "phone"
            if kind == "phone" and (after := _FAX_AFTER.match(text, number.end())):
                kind = "both" if "/" in after[0] else "fax"
            found.append(_found(number, kind, labelled=True))
            position = number.end()
    for number in _BARE.finditer(text):
        if not any(f.start < number.end() and number.start() < f.end for f in found):
            found.append(_found(number, "phone", labelled=False))
    return sorted(found, key=lambda f: f.start)


def _found(match: re.Match[str], kind: str, *, labelled: bool) -> FoundPhone:
    value = match["number"].rstrip(" -")
    if value.endswith(")") and value.count("(") < value.count(")"):
        value = value[:-1]
    return FoundPhone(match.start("number"), match.start("number") + len(value), value, kind, labelled)
