"""The mark of attachments (requisite 19, ГОСТ Р 7.0.97-2016, 5.19).

`Приложение: на 3 л. в 1 экз. в формате pdf.`, `Приложения: 1. Положение на 5 л. в 1 экз. 2. Справка на 2 л. в 1 экз.`,
`Приложение: CD в 1 экз.`; «Приложение № 1 к приказу» is no mark but a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from protocol_cli.grammar.lexicon.counts import COUNTS, count_of

_LABEL = re.compile(
    r"[ \t\n]*приложени[ея](?:[ ]к[ ](?:письму|протоколу|настоящему[ ]\w+|обращению|"
    r"запросу))?[ ]?(?P<colon>[:.–—-]|(?=[ \n]*(?:\d+[.)]|на[ ]\d)))[ ]?", re.IGNORECASE
)
_HEADING = re.compile(r"\s*приложени\w+[ ]*(?:№|N|\d|к[ ](?!(?:письму|протоколу|обращению|запросу)[ ]?:|настоящему[ ]\w+[ ]?:))", re.IGNORECASE)
_ITEM = re.compile(r"(?<![\w№.,])(?<!№[ ])(?P<number>\d{1,2})[.)](?=[ ]?[А-ЯЁA-Zа-яё«\"])(?!\d)[ ]?")
_BULLET = re.compile(r"(?:^|\n|(?<=[:;][ ])|(?<=[:;])[ ])[ ]?[-–—•][ ]")
_NUMBERED = re.compile(r"(?:^|(?<=[.;)] ))приложени[ея][ ]?№?[ ]?\d{1,2}[ ]?[:.–—-][ ]", re.IGNORECASE)
_WORD_COUNT = "|".join(sorted((w for w in COUNTS if COUNTS[w]), key=len, reverse=True))
_N = (
    rf"(?P<%s>\d{{1,4}}|(?:{_WORD_COUNT})(?!\w))(?:-?(?:х|ух|ёх|ех|ти|ми|и|м|ом|ем|й|го|е|"
    rf"а))?(?!\w)(?:[ ]?\((?:[а-яё]+[ ]?){{1,3}}\))?"
)
_SHEETS = re.compile(
    rf"(?:(?:,[ ]?)?(?:всего[ ])?(?:(?<!\w)на|(?<!\w)в|,|объ[её]мом)[ ]?|\([ ]?(?:всего[ ])?(?:на[ ])?|(?<=[ ])|^)"
    rf"{_N % 'sheets'}[ ]?(?:лл?\.|лист\w*|стр\.|страниц\w*|стр(?!\w)|л(?=[ ,.;)]|$)|с\.)(?:[ ]?каждый|"
    rf"[ ]каждая|[ ]каждое)?",
    re.IGNORECASE,
)
_COPIES = re.compile(
    rf"(?:,[ ]?)?(?:(?<!\w)(?:в|по)[ ]|(?<=[ ,]))[ ]?{_N % 'copies'}[ ]?(?:экземпляр\w*|" rf"экз\.?)(?:[ ]кажд\w+)?",
    re.IGNORECASE,
)
_FORMAT = re.compile(
    r",?[ ]?\(?(?:(?:(?:файл|архив)\w*[ ])?(?:(?<!\w)в[ ])?(?:электронном[ ]виде[ ])?(?:(?<!\w)в[ ])?формат[еа]?|файл|в[ ]электронном[ ]виде,|"
    r"тип[ ]файла)[ ]?[:«\"*.]*[ ]?(?:microsoft|ms)?[ ]?\.?"
    r"(?P<format>pdf|docx?|xlsx?|rtf|odt|ods|pptx?|zip|rar|7z|jpe?g|tiff?|png|txt|csv|xml|dwg|dxf|word|excel|"
    r"powerpoint|пдф)(?!\w)[»\"]?\)?",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"[\w -]{1,60}\.(?P<format>pdf|docx?|xlsx?|rtf|odt|ods|pptx?|zip|rar|7z|jpe?g|tiff?|png|csv|dwg|" r"xml)(?!\w)",
    re.IGNORECASE,
)
_BRACKET_FORMAT = re.compile(r"\([ ]?\*?\.?(?P<format>pdf|docx?|xlsx?|rtf|odt|ods|pptx?|zip|rar)[ ]?\)", re.IGNORECASE)
_ELECTRONIC = re.compile(
    r",?[ ]?\(?(?<!\w)(?:только[ ])?в[ ](?:эл\.?|электронном|электронной)[ ](?:виде|форме)(?!\w)\)?|"
    r",?[ ]?\(?(?<!\w)на[ ](?:электронном|оптическом)[ ]носителе\)?",
    re.IGNORECASE,
)
_REST = re.compile(
    r",?[ ]?\(?(?<!\w)(?:(?:только[ ])?в[ ](?:первый|второй|третий|\d-й)[ ]адрес\w*|только[ ](?:в|"
    r"первому|адресату)[^.;]*|для[ ]служебного[ ]пользования|дсп|ДСП|"
    r"несекретно|конфиденциально|прилага[ею]тся|прилагается|всего)(?!\w)\)?",
    re.IGNORECASE,
)
_NAMED_IN_TEXT = re.compile(
    r"(?:(?:указанн|упомянут|названн|поименованн)\w+(?:[ ](?:в[ ](?:тексте|письме)|выше))?|"
    r"(?:согласно|по)[ ]текст\w+|по[ ]списку|документы?|"
    r"материалы?|файл\w*|копии?|отдельным[ ]файлом|всего|прилагается)?[ ]?$",
    re.IGNORECASE,
)
_FORMATS = {"пдф": "pdf", "word": "docx", "excel": "xlsx", "powerpoint": "pptx", "jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class FoundAttachment:
    """One attachment at `start:end`; `title` null when only its sheets are told, `text` as printed on one line."""

    start: int
    end: int
    text: str
    title: str | None
    sheets: int | None
    copies: int | None
    format: str | None


def is_attachment_mark(text: str) -> bool:
    """Tell whether a line opens the mark: «Приложение: на 3 л.», «Приложения:», not «Приложение № 1 к приказу»."""
    return _LABEL.match(text) is not None


def read_attachments(text: str) -> list[FoundAttachment]:
    """Return the attachments of a mark, in order; lines may be parted by line breaks or joined by spaces.

    Without the word «Приложение» the whole text is taken for the list. `Приложение: на 4 листах` has one without title.
    """
    if numbered := list(_NUMBERED.finditer(text)) if _NUMBERED.match(text) else []:
        ends = [m.start() for m in numbered[1:]] + [len(text)]
        parts = zip(numbered, ends, strict=True)
        return [item for m, end in parts if (item := _read(text, m.end(), end)) is not None]
    label = _LABEL.match(text)
    if label is None and _HEADING.match(text):
        return []
    start = label.end() if label else 0
    bounds = _items(text, start)
    return [item for a, b in bounds if (item := _read(text, a, b)) is not None]


def _items(text: str, start: int) -> list[tuple[int, int]]:
    """Spans of the items: numbered 1, 2, 3 …, or bulleted, or the whole."""
    marks: list[re.Match[str]] = []
    for match in _ITEM.finditer(text, start):
        if int(match["number"]) == len(marks) + 1 and (marks or not text[start : match.start()].strip()):
            marks.append(match)
    if marks:
        ends = [m.start() for m in marks[1:]] + [len(text)]
        return [(m.end(), e) for m, e in zip(marks, ends, strict=True)]
    bullets = list(_BULLET.finditer(text, start))
    if bullets and not text[start : bullets[0].start()].strip():
        ends = [m.start() for m in bullets[1:]] + [len(text)]
        return [(m.end(), e) for m, e in zip(bullets, ends, strict=True)]
    return _several(text, start)


def _several(text: str, start: int) -> list[tuple[int, int]]:
    """Unnumbered attachments parted by «;» or by lines, each with its own sheets or copies; else one."""
    for separator in (r";", r"\n"):
        bounds: list[tuple[int, int]] = []
        position = start
        for match in re.finditer(rf"(?:{separator})|$", text[start:]):
            end = start + match.start()
            if text[position:end].strip():
                bounds.append((position, end))
            position = start + match.end()
        if len(bounds) > 1 and all(_COPIES.search(text[a:b]) or _SHEETS.search(text[a:b]) for a, b in bounds):
            titled = all(
                re.match(r"\s*[А-ЯЁа-яё«\"]{3}", text[a:b]) and not _SHEETS.match(text[a:b].lstrip()) for a, b in bounds
            )
            if titled:
                return bounds
    return _by_amounts(text, start)


def _by_amounts(text: str, start: int) -> list[tuple[int, int]]:
    """«Акт на 1 л. в 2 экз., доверенность на 1 л. в 1 экз.»: words between two amounts begin the next attachment."""
    amounts = sorted(m.span() for p in (_SHEETS, _COPIES) for m in p.finditer(text, start))
    bounds: list[tuple[int, int]] = []
    position = start
    for (_, end), (following, _) in pairwise(amounts):
        between = text[end:following]
        divided = re.match(
            r"[.]?[,\n ]\s*(?:и[ ]|а также[ ])?(?=[А-ЯЁа-яё«\"]{3,}[ ]?)(?!в[ ]|для[ ]служебн|только|каждый|" r"всего)",
            between,
        )
        if divided and end > position and re.match(r"\s*[А-ЯЁа-яё«\"\d]{2}", text[position:end]):
            bounds.append((position, end))
            position = end + divided.end()
    bounds.append((position, len(text)))
    return [(a, b) for a, b in bounds if text[a:b].strip()]


def _read(text: str, start: int, end: int) -> FoundAttachment | None:
    while end > start and text[end - 1] in " \n\t;":
        end -= 1
    while start < end and text[start] in " \n\t":
        start += 1
    flat = re.sub(r"\s", " ", text[start:end])
    if not flat:
        return None
    cuts: list[tuple[int, int]] = []
    sheets = _last(_SHEETS, flat, cuts)
    copies = _last(_COPIES, flat, cuts)
    form = _last(_FORMAT, flat, cuts) or _last(_BRACKET_FORMAT, flat, cuts)
    value = form["format"].lower() if form else None
    if value is None and (name := _FILE_NAME.search(flat)):
        value = name["format"].lower()
    for pattern in (_ELECTRONIC, _REST):
        for match in pattern.finditer(flat):
            if not cuts or match.start() >= min(a for a, _ in cuts) - 40:
                cuts.append(match.span())
    title = _title(flat, cuts)
    printed = (
        " ".join(flat.split()).rstrip(".;") if not re.search(r"(?:экз|л|стр)\.$", flat) else " ".join(flat.split())
    )
    return FoundAttachment(
        start,
        end,
        printed,
        title,
        count_of(sheets["sheets"]) if sheets else None,
        count_of(copies["copies"]) if copies else None,
        _FORMATS.get(value, value) if value else None,
    )


def _last(pattern: re.Pattern[str], text: str, cuts: list[tuple[int, int]]) -> re.Match[str] | None:
    """Return the last match, as the amounts stand at the end; what it covers is no part of the title."""
    last: re.Match[str] | None = None
    for match in pattern.finditer(text):
        last = match
    if last is not None:
        cuts.append(last.span())
    return last


def _title(text: str, cuts: list[tuple[int, int]]) -> str | None:
    """Return what stands before the first amount, when it is more than «указанное в тексте»."""
    kept = text
    for a, b in cuts:
        kept = kept[:a] + "\0" * (b - a) + kept[b:]
    before = " ".join(kept.split("\0", 1)[0].split()).strip(" ,;:–—-")
    if not before:  # «на 3 л.: справка»
        before = " ".join(kept.replace("\0", " ").split()).strip(" ,;:–—-.")
        if not re.match(r"[А-ЯЁа-яё«\"]{3}", before):
            return None
    if before.endswith(".") and not re.search(r"(?:[А-ЯЁ]|г|гг|др|пр|т\.д|т\.п)\.$", before):
        before = before[:-1]
    before = re.sub(r"[ ]?\($", "", before)
    return None if _NAMED_IN_TEXT.match(before) else before or None
