"""Cleaning of read text, with a map of offsets.

What the later stages may rely on, of every passage made here:
1. one line: no line breaks, no tabs, single spaces, none at the ends;
2. no soft hyphens, no zero-width signs; every sort of space is " ";
3. letter-spaced words are words («Р Е Ш И Л И :» is «РЕШИЛИ:»);
4. signs that recognition mixes up are put right (`look_alikes`);
5. quotes and dashes stay as written.
"""

from __future__ import annotations

import re

from protocol_cli.layout.look_alikes import repaired
from protocol_cli.layout.passage import Passage, squeeze

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\x00-\x08\x0e-\x1f]")
_SPACE = re.compile("[\t\n\r\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2500-\u257f]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_UPPER = "А-ЯЁABCEHKMOPTXY"
_LETTER = rf"[{_UPPER}а-яёaceopxy]"
_SPACED = re.compile(
    rf"(?<![А-ЯЁа-яёA-Za-z])(?:[{_UPPER}] {{1,2}}){{3,}}[{_UPPER}](?![А-ЯЁа-яёA-Za-z.])|"
    rf"(?<![А-ЯЁа-яёA-Za-z])(?:{_LETTER} {{1,2}}){{4,}}{_LETTER}(?![А-ЯЁа-яёA-Za-z.])"
)
_SHORT_SPACED = re.compile(rf"(?<![А-ЯЁа-яёA-Za-z])(?:{_LETTER} {{1,2}})+{_LETTER}(?![А-ЯЁа-яёA-Za-z.])")
# «П Р О Т О К ОЛ», «П О ВЕСТК А Д Н Я»: recognition closes some of the gaps
_HALF_SPACED = re.compile(
    rf"(?<![А-ЯЁа-яёA-Za-z])[{_UPPER}]{{1,2}}(?: {{1,2}}[{_UPPER}]{{1,2}}){{4,}}(?![А-ЯЁа-яёA-Za-z.])"
)
_LINE_SPACED = re.compile(rf"(?<![А-ЯЁа-яёA-Za-z])[{_UPPER}]{{1,6}}(?: {{1,2}}[{_UPPER}]{{1,6}})+(?![А-ЯЁа-яёA-Za-z.])")


def clean(text: str, start: int = 0, *, spaced: bool = False, read: bool = False) -> Passage:
    """The passage for `text`, which stands at offset `start` of the document's text.

    `spaced` says that the line is letter-spaced as a whole, so that «Д Н Я» too is a word; `read`, that the document's
    text was repaired already: only words closed up here are looked at again.
    """
    passage = Passage(text, tuple(range(start, start + len(text))))
    if _INVISIBLE.search(text):
        keep = [i for i, c in enumerate(text) if not _INVISIBLE.match(c)]
        passage = Passage("".join(text[i] for i in keep), tuple(start + i for i in keep))
    passage = Passage(_SPACE.sub(" ", passage.text), passage.offsets)
    passage = _close_up(passage, spaced=spaced)
    if not read or len(passage) < len(text):
        passage = Passage(repaired(passage.text), passage.offsets)
    passage = squeeze(passage.strip())
    if ("^" in passage.text or passage.text[-1:] in _STRAY_SIGNS) and (stray := _STRAY_END.search(passage.text)):
        passage = passage[: stray.start()]
    if any(sign in passage.text for sign in _SIGNS) and _LONE_SIGN.search(passage.text):
        passage = _less_lone_sign(passage)
    loose = any(mark in passage.text for mark in _AFTER_SPACE) and _LOOSE.search(passage.text)
    return _tightened(passage) if loose else passage


# what recognition makes of a stroke or a stain at the end of a line: «Председатель <^р^», «соглашения о^»
_STRAY_END = re.compile(r"(?<=[^\W\d_]{3}) \S{0,3}\^\S{0,3}$|(?<=[^\W\d_]{3}) [\\~<>]{1,3}$")
# «| 3. Вывезти …», «AO «Унжалес» |», «со стороны фасада ' имеют разрывы»: the edge of the sheet, a speck
_LONE_SIGN = re.compile(r"^[|¦'`] (?=\S)|(?<=\S) [|¦'`]$|(?<=[^\W\d_]) ['`](?= [а-яё])|(?<=[^\W\d_][.,;]) ['`](?= [А-ЯЁа-яё])")
_SIGNS = ("|", "¦", "'", "`")
_STRAY_SIGNS = ("\\", "~", "<", ">")
_AFTER_SPACE = (" .", " ,", " ;", " :", " !", " ?")
# «04 . 04 . 2022г.», «1 . 3. Подготовить», «отопление .»: recognition sets spaces before marks
_LOOSE = re.compile(r"(?<=[А-Яа-яЁёA-Za-z0-9»)])( )(?=[.,;:!?](?:\s(?!\.)|$|\d|\)))|(?<=[А-ЯЁа-яё]\.)( )(?=[,;](?:\s|$))")
_LOOSE_AFTER = re.compile(r"(?<=\d\.)( )(?=\d{1,2}\.? ?\.? ?\d{4})|(?<=\d\.)( )(?=\d{4}(?:\D|$))|(?<=^\d\.)( )(?=\d{1,2}\. ?[А-ЯЁ])")


def _less_lone_sign(passage: Passage) -> Passage:
    """The passage without a stray sign, where it is the only one of its sort: bars in a row part the cells of a table."""
    found = _LONE_SIGN.search(passage.text)
    if found is None or passage.text.count(found[0].strip()) > 1:
        return passage
    keep = [i for i in range(len(passage)) if not found.start() <= i < found.end()]
    return Passage("".join(passage.text[i] for i in keep), tuple(passage.offsets[i] for i in keep))


def _tightened(passage: Passage) -> Passage:
    for pattern in (_LOOSE, _LOOSE_AFTER):
        gone = {match.start() for match in pattern.finditer(passage.text)}
        keep = [i for i in range(len(passage.text)) if i not in gone]
        passage = Passage("".join(passage.text[i] for i in keep), tuple(passage.offsets[i] for i in keep))
    return passage


def is_spaced(text: str) -> bool:
    """Whether a line is letter-spaced as a whole: «П О В Е С Т К А   Д Н Я :»."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) >= 6 and sum(len(w) == 1 for w in words) >= 0.8 * len(words)


def _close_up(passage: Passage, *, spaced: bool) -> Passage:
    text = passage.text
    if len(text) < (3 if spaced else 7):
        return passage
    drop: list[int] = []
    for pattern in (_LINE_SPACED, _SHORT_SPACED) if spaced else (_HALF_SPACED, _SPACED):
        for match in pattern.finditer(text):
            words = re.split(r" {2,}", match[0])
            if not _CYRILLIC.search(match[0]):
                continue
            if pattern in (_HALF_SPACED, _LINE_SPACED) and sum(len(w) == 1 for w in match[0].split()) < 0.6 * len(
                match[0].split()
            ):
                continue
            # a double gap parts two words: «Р Е Ш Е Н И Е  С О В Е Т А»
            inner = 2 if len(words) > 1 and all(len(w.replace(" ", "")) > 2 for w in words) else 3
            for gap in re.finditer(r" +", match[0]):
                if len(gap[0]) < inner:
                    drop.extend(range(match.start() + gap.start(), match.start() + gap.end()))
        if drop:
            break
    if not drop:
        return passage
    gone = frozenset(drop)
    keep = [i for i in range(len(text)) if i not in gone]
    return Passage("".join(text[i] for i in keep), tuple(passage.offsets[i] for i in keep))


def fold(text: str) -> str:
    """The text for comparison: lower case, «ё» as «е», every dash a hyphen, every quote «"», «N» as «№»."""
    return text.casefold().translate(_FOLD)


_FOLD = str.maketrans(
    {"ё": "е", "–": "-", "—": "-", "−": "-", "‑": "-", "‒": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"'}
)
